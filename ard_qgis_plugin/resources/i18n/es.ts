<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
  <message>
   <source>LIMIT left out {count} of {total} images: {names}. Raise LIMIT (0 = no limit) or select the footprints that you want.</source>
   <translation>LIMIT dejó fuera {count} de {total} imágenes: {names}. Aumente LIMIT (0 = sin límite) o seleccione las huellas que desee.</translation>
  </message>
  <message>
   <source>Folder of downloaded images</source>
   <translation>Carpeta de imágenes descargadas</translation>
  </message>
  <message>
   <source>Most images to add (0 = no limit)</source>
   <translation>Máximo de imágenes que se añaden (0 = sin límite)</translation>
  </message>
  <message>
   <source>Folder for VRTs</source>
   <translation>Carpeta para los VRT</translation>
  </message>
  <message>
   <source>Images added</source>
   <translation>Imágenes añadidas</translation>
  </message>
  <message>
   <source>Images beyond the limit</source>
   <translation>Imágenes por encima del límite</translation>
  </message>
  <message>
   <source>Images that can't be read</source>
   <translation>Imágenes que no se pueden leer</translation>
  </message>
  <message>
   <source>Add images to the map</source>
   <translation>Añadir imágenes al mapa</translation>
  </message>
  <message>
   <source>The footprints' images as layers, streamed or from a folder</source>
   <translation>Las imágenes de las huellas como capas, por la red o de una carpeta</translation>
  </message>
  <message>
   <source>planetary,raster,stream,vsicurl,cog,vrt,mosaic,stretch,usgs</source>
   <translation>planetario,ráster,streaming,vsicurl,cog,vrt,mosaico,realce,usgs</translation>
  </message>
  <message>
   <source>The key of the asset to show: image, or dtm, orthoimage and so on.</source>
   <translation>La clave del archivo que se muestra: image, o dtm, orthoimage, etc.</translation>
  </message>
  <message>
   <source>Where “Download images” put them; what is not there is streamed.</source>
   <translation>Donde las dejó «Descargar imágenes»; lo que no está allí se lee por la red.</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>Las primeras de la capa hasta ese número; un aviso dice cuántas quedaron fuera.</translation>
  </message>
  <message>
   <source>Layers by collection, by classes of incidence, or in no group.</source>
   <translation>Capas por colección, por clases de incidencia o sin grupo.</translation>
  </message>
  <message>
   <source>Shared: images under like light have the same black and white.</source>
   <translation>Compartido: las imágenes con luz parecida tienen el mismo negro y blanco.</translation>
  </message>
  <message>
   <source>Gets a VRT for each image and one mosaic for each group, with their style.</source>
   <translation>Recibe un VRT por imagen y un mosaico por grupo, con su estilo.</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>Archivo (asset)</translation>
  </message>
  <message>
   <source>Groups of layers</source>
   <translation>Grupos de capas</translation>
  </message>
  <message>
   <source>Stretch</source>
   <translation>Realce</translation>
  </message>
  <message>
   <source>Files at the same time</source>
   <translation>Archivos al mismo tiempo</translation>
  </message>
  <message>
   <source>Files copied</source>
   <translation>Archivos copiados</translation>
  </message>
  <message>
   <source>Files that were there already</source>
   <translation>Archivos que ya estaban</translation>
  </message>
  <message>
   <source>Files that failed</source>
   <translation>Archivos fallidos</translation>
  </message>
  <message>
   <source>Download images</source>
   <translation>Descargar imágenes</translation>
  </message>
  <message>
   <source>The footprints' files to a folder, with rclone, each verified</source>
   <translation>Los archivos de las huellas a una carpeta, con rclone, cada uno verificado</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,usgs,geotiff,cog,assets</source>
   <translation>planetario,rclone,s3,descarga,usgs,geotiff,cog,archivos</translation>
  </message>
  <message>
   <source>More helps where the network is fast and the files are small.</source>
   <translation>Más ayuda donde la red es rápida y los archivos son pequeños.</translation>
  </message>
  <message>
   <source>As “Add images to the map” does, with a stretch shared by like light.</source>
   <translation>Como «Añadir imágenes al mapa», con un realce compartido por luz parecida.</translation>
  </message>
  <message>
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied.</source>
   <translation>Los archivos quedan en CARPETA/bucket/ruta; lo que ya está completo no se copia.</translation>
  </message>
  <message>
   <source>A table: what became of each file, and why.</source>
   <translation>Una tabla: qué pasó con cada archivo y por qué.</translation>
  </message>
  <message>
   <source>Add the images to the map</source>
   <translation>Añadir las imágenes al mapa</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Carpeta</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Descarga</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>Una capa creada con «Buscar datos listos para el análisis»; todas las entidades o las seleccionadas.</translation>
  </message>
  <message>
   <source>Keys of assets, separated by commas: image, thumbnail, dtm and so on.</source>
   <translation>Claves de los archivos, separadas por comas: image, thumbnail, dtm, etc.</translation>
  </message>
  <message>
   <source>Asked for the addresses of assets other than image and thumbnail.</source>
   <translation>Se le piden las direcciones de los archivos que no son image ni thumbnail.</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Huellas</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>Archivos (assets)</translation>
  </message>
  <message>
   <source>The layer holds no footprint, or none is selected.</source>
   <translation>La capa no contiene ninguna huella, o no hay ninguna seleccionada.</translation>
  </message>
  <message>
   <source>Root of the STAC API</source>
   <translation>Raíz de la API STAC</translation>
  </message>
  <message>
   <source>{count} lines in {path}.</source>
   <translation>{count} líneas en {path}.</translation>
  </message>
  <message>
   <source>Lines in the manifest</source>
   <translation>Líneas del manifiesto</translation>
  </message>
  <message>
   <source>Name of the rclone remote</source>
   <translation>Nombre del remoto de rclone</translation>
  </message>
  <message>
   <source>rclone manifest</source>
   <translation>manifiesto de rclone</translation>
  </message>
  <message>
   <source>rclone manifest (*.txt)</source>
   <translation>manifiesto de rclone (*.txt)</translation>
  </message>
  <message>
   <source>Write rclone manifest</source>
   <translation>Escribir manifiesto de rclone</translation>
  </message>
  <message>
   <source>A list of the footprints' files that rclone downloads from</source>
   <translation>Una lista de los archivos de las huellas con la que rclone descarga</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,slurm,cluster,usgs,stac</source>
   <translation>planetario,rclone,s3,descarga,slurm,clúster,usgs,stac</translation>
  </message>
  <message>
   <source>More than one: parts of equal length, and a Slurm job for a cluster.</source>
   <translation>Más de una: partes de igual longitud y un trabajo de Slurm para un clúster.</translation>
  </message>
  <message>
   <source>The manifest's lines begin with it; the file beside it defines it.</source>
   <translation>Las líneas del manifiesto empiezan por él; el archivo contiguo lo define.</translation>
  </message>
  <message>
   <source>NAME.txt; configuration and scripts are written beside it.</source>
   <translation>NOMBRE.txt; la configuración y los scripts se escriben al lado.</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Partes</translation>
  </message>
  <message>
   <source>give a layer or the path of one</source>
   <translation>indique una capa o su ruta</translation>
  </message>
  <message>
   <source>write a number from {lowest} to {highest}</source>
   <translation>escriba un número de {lowest} a {highest}</translation>
  </message>
  <message>
   <source>write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)</source>
   <translation>escríbalo como 3,5,4,6 [IAU_2015:30100] (oeste, este, sur, norte)</translation>
  </message>
  <message>
   <source>write it like 2009-06-07T14:43:22 (UTC)</source>
   <translation>escríbalo como 2009-06-07T14:43:22 (UTC)</translation>
  </message>
  <message>
   <source>it can't be empty</source>
   <translation>no puede estar vacío</translation>
  </message>
  <message>
   <source>give the path of a file</source>
   <translation>indique la ruta de un archivo</translation>
  </message>
  <message>
   <source>give the path of a folder</source>
   <translation>indique la ruta de una carpeta</translation>
  </message>
  <message>
   <source>give the path of a file, or TEMPORARY_OUTPUT</source>
   <translation>indique la ruta de un archivo o TEMPORARY_OUTPUT</translation>
  </message>
  <message>
   <source>see the help</source>
   <translation>consulte la ayuda</translation>
  </message>
  <message>
   <source>{name} ({title}) is not given: {advice}.</source>
   <translation>Falta {name} ({title}): {advice}.</translation>
  </message>
  <message>
   <source>{name} ({title}) is {value}, which can't be used: {advice}.</source>
   <translation>{name} ({title}) es {value}, que no se puede usar: {advice}.</translation>
  </message>
  <message>
   <source>write a number, {lowest} or more</source>
   <translation>escriba un número, {lowest} o más</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Búsqueda</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>Máximo de observaciones que se leen (0 = sin límite)</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>Leer de nuevo todas las etiquetas</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>Observaciones encontradas</translation>
  </message>
  <message>
   <source>Observations with an incidence angle</source>
   <translation>Observaciones con ángulo de incidencia</translation>
  </message>
  <message>
   <source>Observations without an incidence angle</source>
   <translation>Observaciones sin ángulo de incidencia</translation>
  </message>
  <message>
   <source>Search analysis ready data</source>
   <translation>Buscar datos listos para el análisis</translation>
  </message>
  <message>
   <source>Footprints of planetary images, coloured by solar incidence angle</source>
   <translation>Huellas de imágenes planetarias, coloreadas por el ángulo de incidencia solar</translation>
  </message>
  <message>
   <source>planetary,moon,mars,europa,stac,usgs,kaguya,hirise,incidence,footprints,rclone</source>
   <translation>planetario,luna,marte,europa,stac,usgs,kaguya,hirise,incidencia,huellas,rclone</translation>
  </message>
  <message>
   <source>Ids of the collections to search, separated by commas, all of one body.</source>
   <translation>Identificadores de las colecciones, separados por comas, todas del mismo cuerpo.</translation>
  </message>
  <message>
   <source>What to search, in any CRS of the body; by default what the map shows.</source>
   <translation>Qué buscar, en cualquier SRC del cuerpo; por defecto, lo que muestra el mapa.</translation>
  </message>
  <message>
   <source>Polygons to search instead of the extent, in any CRS of the body.</source>
   <translation>Polígonos en los que buscar en lugar de la extensión, en cualquier SRC del cuerpo.</translation>
  </message>
  <message>
   <source>Acquired after (UTC)</source>
   <translation>Adquiridas después de (UTC)</translation>
  </message>
  <message>
   <source>Acquired before (UTC)</source>
   <translation>Adquiridas antes de (UTC)</translation>
  </message>
  <message>
   <source>Without it the search is faster and no angle is known.</source>
   <translation>Sin ello la búsqueda es más rápida y no se conoce ningún ángulo.</translation>
  </message>
  <message>
   <source>Smallest incidence angle (degrees)</source>
   <translation>Ángulo de incidencia mínimo (grados)</translation>
  </message>
  <message>
   <source>Largest incidence angle (degrees)</source>
   <translation>Ángulo de incidencia máximo (grados)</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>Del catálogo se leen como mucho tantas en total; un aviso lo dice.</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>Cualquier API STAC con búsqueda de elementos; por defecto, la de USGS Astrogeology.</translation>
  </message>
  <message>
   <source>Asset that goes into the manifest</source>
   <translation>Archivo (asset) que va al manifiesto</translation>
  </message>
  <message>
   <source>The asset's key: image, or dtm, orthoimage, thumbnail and so on.</source>
   <translation>La clave del archivo: image, o dtm, orthoimage, thumbnail, etc.</translation>
  </message>
  <message>
   <source>Without it, labels that were read in the last 30 days are not read again.</source>
   <translation>Sin ello, no se vuelven a leer las etiquetas leídas en los últimos 30 días.</translation>
  </message>
  <message>
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>Las huellas, en el SRC de longitud y latitud del propio cuerpo, con su estilo.</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf and NAME.download.sh are written beside it.</source>
   <translation>NOMBRE.txt; NOMBRE.rclone.conf y NOMBRE.download.sh se escriben al lado.</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Colecciones</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Extensión</translation>
  </message>
  <message>
   <source>Area (polygons)</source>
   <translation>Área (polígonos)</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>Momento de adquisición en UTC, como 2009-06-07T14:43:22; vacío es sin límite.</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>Leer los ángulos de la etiqueta de cada observación</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>Conserva solo las observaciones cuya incidencia se conoce y está dentro de los límites.</translation>
  </message>
  <message>
   <source>Add this image to the map</source>
   <translation>Añadir esta imagen al mapa</translation>
  </message>
  <message>
   <source>Download this image</source>
   <translation>Descargar esta imagen</translation>
  </message>
  <message>
   <source>Open its page in the catalogue</source>
   <translation>Abrir su página en el catálogo</translation>
  </message>
  <message>
   <source>Show its thumbnail</source>
   <translation>Mostrar su miniatura</translation>
  </message>
  <message>
   <source>Tick known collections</source>
   <translation>Marcar colecciones conocidas</translation>
  </message>
  <message>
   <source>from its label</source>
   <translation>de su etiqueta</translation>
  </message>
  <message>
   <source>Collection ids, separated by commas</source>
   <translation>Identificadores de colecciones, separados por comas</translation>
  </message>
  <message>
   <source>Known collections</source>
   <translation>Colecciones conocidas</translation>
  </message>
  <message>
   <source>Incidence angle</source>
   <translation>Ángulo de incidencia</translation>
  </message>
  <message>
   <source>Clear label cache</source>
   <translation>Vaciar la caché de etiquetas</translation>
  </message>
  <message>
   <source>Clearing…</source>
   <translation>Vaciando…</translation>
  </message>
  <message>
   <source>{labels} labels on the disk, {size} MB.</source>
   <translation>{labels} etiquetas en el disco, {size} MB.</translation>
  </message>
  <message>
   <source>Counting labels…</source>
   <translation>Contando etiquetas…</translation>
  </message>
  <message>
   <source>Catalogue address</source>
   <translation>Dirección del catálogo</translation>
  </message>
  <message>
   <source>Root of the STAC API that a search asks unless it names another.</source>
   <translation>Raíz de la API STAC a la que pregunta una búsqueda si no se indica otra.</translation>
  </message>
  <message>
   <source>rclone remote</source>
   <translation>Remoto de rclone</translation>
  </message>
  <message>
   <source>What the lines of a manifest begin with; the file beside it defines it.</source>
   <translation>Con lo que empiezan las líneas de un manifiesto; el archivo contiguo lo define.</translation>
  </message>
  <message>
   <source>Labels read at the same time</source>
   <translation>Etiquetas que se leen al mismo tiempo</translation>
  </message>
  <message>
   <source>How many connections a search opens, from 1 to 256.</source>
   <translation>Cuántas conexiones abre una búsqueda, de 1 a 256.</translation>
  </message>
  <message>
   <source>rclone program</source>
   <translation>Programa rclone</translation>
  </message>
  <message>
   <source>Where rclone is; leave it empty to have it found.</source>
   <translation>Dónde está rclone; vacío, se busca solo.</translation>
  </message>
  <message>
   <source>Labels kept for later searches</source>
   <translation>Etiquetas que se guardan para otras búsquedas</translation>
  </message>
  <message>
   <source>The angles of so many labels stay on the disk, 0 for none; 500,000 take 110 MB.</source>
   <translation>Los ángulos de tantas etiquetas quedan en el disco, 0 para ninguna; 500.000 ocupan 110 MB.</translation>
  </message>
  <message>
   <source>Test rclone</source>
   <translation>Probar rclone</translation>
  </message>
  <message>
   <source>Looking for rclone…</source>
   <translation>Buscando rclone…</translation>
  </message>
  <message>
   <source>rclone {version} at {path} can be used.</source>
   <translation>rclone {version} en {path} sirve.</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Cuerpo</translation>
  </message>
  <message>
   <source>{title}: the catalogue names no citation.</source>
   <translation>{title}: el catálogo no indica ninguna cita.</translation>
  </message>
  <message>
   <source>Planetary ARD: footprints on {body}, {time}</source>
   <translation>Planetary ARD: huellas en {body}, {time}</translation>
  </message>
  <message>
   <source>Footprints of {count} observations of {body}, {known} of them with the solar incidence angle that their label holds. Found in {api} on {time} by Planetary ARD {version}, a plugin of QGIS.</source>
   <translation>Huellas de {count} observaciones de {body}, {known} de ellas con el ángulo de incidencia solar que contiene su etiqueta. Encontradas en {api} el {time} por Planetary ARD {version}, un complemento de QGIS.</translation>
  </message>
  <message>
   <source>Cite {title}: {citation}</source>
   <translation>Cite {title}: {citation}</translation>
  </message>
  <message>
   <source>{time}: searched with Planetary ARD {version} in QGIS {qgis}</source>
   <translation>{time}: buscado con Planetary ARD {version} en QGIS {qgis}</translation>
  </message>
  <message>
   <source>The search again: {command}</source>
   <translation>La misma búsqueda otra vez: {command}</translation>
  </message>
  <message>
   <source>What the catalogue was asked: {query}</source>
   <translation>Lo que se preguntó al catálogo: {query}</translation>
  </message>
  <message>
   <source>Licence: {name}</source>
   <translation>Licencia: {name}</translation>
  </message>
  <message>
   <source>no angle</source>
   <translation>sin ángulo</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>desconocido</translation>
  </message>
  <message>
   <source>sub-solar azimuth</source>
   <translation>acimut subsolar</translation>
  </message>
  <message>
   <source>phase</source>
   <translation>fase</translation>
  </message>
  <message>
   <source>emission</source>
   <translation>emisión</translation>
  </message>
  <message>
   <source>incidence</source>
   <translation>incidencia</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}</source>
   <translation>{files} de {total} archivos, {size} de {size_total}</translation>
  </message>
  <message>
   <source>{count} not downloaded, {reason}: {names}.</source>
   <translation>Sin descargar: {count}, {reason}: {names}.</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}, {rate}/s, {time} left</source>
   <translation>{files} de {total} archivos, {size} de {size_total}, {rate}/s, quedan {time}</translation>
  </message>
  <message>
   <source>Run the download again to complete it: what is whole stays.</source>
   <translation>Ejecute otra vez la descarga para completarla: lo que está entero se queda.</translation>
  </message>
  <message>
   <source>{copied} files copied ({size}), {there} were there already, {failed} failed.</source>
   <translation>{copied} archivos copiados ({size}), {there} ya estaban, {failed} fallaron.</translation>
  </message>
  <message>
   <source>{done} observations read, {rate} a second</source>
   <translation>{done} observaciones leídas, {rate} por segundo</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second</source>
   <translation>{done} de {total} observaciones leídas, {rate} por segundo</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second, {seconds} s left</source>
   <translation>{done} de {total} observaciones leídas, {rate} por segundo, quedan {seconds} s</translation>
  </message>
  <message>
   <source>No observation matches the search, so there is nothing in the outputs. Search a larger extent, a longer time, or other collections.</source>
   <translation>Ninguna observación corresponde a la búsqueda, así que las salidas están vacías. Busque en una extensión mayor, un tiempo más largo u otras colecciones.</translation>
  </message>
  <message>
   <source>{read} observations read, {dropped} are outside the incidence limits; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>{read} observaciones leídas, {dropped} están fuera de los límites de incidencia; {kept} huellas, {known} de ellas con ángulo de incidencia.</translation>
  </message>
  <message>
   <source>{read} observations read; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>{read} observaciones leídas; {kept} huellas, {known} de ellas con ángulo de incidencia.</translation>
  </message>
  <message>
   <source>{beside} more are in the longitude/latitude box around what is searched, but don't touch it.</source>
   <translation>Otras {beside} están en el recuadro de longitud y latitud que rodea lo buscado, pero no lo tocan.</translation>
  </message>
  <message>
   <source>Search analysis ready data…</source>
   <translation>Buscar datos listos para el análisis…</translation>
  </message>
  <message>
   <source>Planetary ARD: search analysis ready data</source>
   <translation>Planetary ARD: buscar datos listos para el análisis</translation>
  </message>
  <message>
   <source>Processing is switched off: tick it in the plugin manager and restart.</source>
   <translation>Processing está desactivado: márquelo en el administrador de complementos y reinicie.</translation>
  </message>
  <message>
   <source>Planetary ARD (analysis ready data of the Moon and planets)</source>
   <translation>Planetary ARD (datos de la Luna y los planetas listos para el análisis)</translation>
  </message>
  <message>
   <source>Adds the images of a footprint layer to the map, a layer for each. Select footprints first to take only those. The interface stays free meanwhile.</source>
   <translation>Añade al mapa las imágenes de una capa de huellas, una capa por imagen. Seleccione antes huellas para tomar solo esas. Mientras tanto la interfaz queda libre.</translation>
  </message>
  <message>
   <source>Images are **streamed**: QGIS reads only what the map shows, from the image's own overviews. Those that “Download images” has put into **Folder** are read from there.</source>
   <translation>Las imágenes se leen **por la red**: QGIS lee solo lo que muestra el mapa, de las vistas generales de la propia imagen. Las que «Descargar imágenes» dejó en la **carpeta** se leen de allí.</translation>
  </message>
  <message>
   <source>**Stretch**: with `shared`, images of a collection whose sun stood alike (in the same 10° of incidence) have the same black and white, so that they fit together. `per image` shows each as well as can be; `none` shows the values as they are. Nodata is transparent, and values have the scale of the image applied.</source>
   <translation>**Realce**: con `shared`, las imágenes de una colección con el sol a altura parecida (en los mismos 10° de incidencia) tienen el mismo negro y blanco y así encajan. `per image` muestra cada una lo mejor posible; `none` muestra los valores como son. Los píxeles sin datos son transparentes y a los valores se les aplica la escala de la imagen.</translation>
  </message>
  <message>
   <source>**Folder for VRTs** gets a small VRT file for each image, and a mosaic for each group (and CRS), each with its style beside it: they open in QGIS and GDAL without this plugin.</source>
   <translation>**La carpeta para los VRT** recibe un pequeño archivo VRT por imagen y un mosaico por grupo (y SRC), cada uno con su estilo al lado: se abren en QGIS y GDAL sin este complemento.</translation>
  </message>
  <message>
   <source>Downloads the files of a footprint layer with **rclone**, one process for all of them. Select footprints first to take only those. Files land at `FOLDER/bucket/path`, as they do with the script beside a manifest.</source>
   <translation>Descarga los archivos de una capa de huellas con **rclone**, un solo proceso para todos. Seleccione antes huellas para tomar solo esas. Los archivos quedan en `CARPETA/bucket/ruta`, igual que con el script que acompaña a un manifiesto.</translation>
  </message>
  <message>
   <source>What is there and whole is not copied again, so a download that broke off, was cancelled or met a full disk is completed by **running it again**. At the end every file is held against the size that it has on the server; what is cut short is removed.</source>
   <translation>Lo que ya está completo no se copia de nuevo; por eso una descarga que se interrumpió, se canceló o llenó el disco se completa **ejecutándola otra vez**. Al final se compara cada archivo con el tamaño que tiene en el servidor; lo que quedó cortado se elimina.</translation>
  </message>
  <message>
   <source>**Report**: a table with a row for each file. `status` is copied, already_there or failed, and `reason` says why it failed.</source>
   <translation>**Informe**: una tabla con una fila por archivo. `status` es copied, already_there o failed, y `reason` dice por qué falló.</translation>
  </message>
  <message>
   <source>rclone 1.60 or newer has to be installed: `apt install rclone`, `brew install rclone`, `winget install Rclone.Rclone`, or from rclone.org. Your own rclone configuration is left alone.</source>
   <translation>Hace falta rclone 1.60 o posterior: `apt install rclone`, `brew install rclone`, `winget install Rclone.Rclone`, o desde rclone.org. Su propia configuración de rclone no se toca.</translation>
  </message>
  <message>
   <source>Writes the **rclone manifest** of a footprint layer: one file a line, in the layer's order, each once. Select footprints first to take only those.</source>
   <translation>Escribe el **manifiesto de rclone** de una capa de huellas: un archivo por línea, en el orden de la capa, cada uno una sola vez. Seleccione antes huellas para tomar solo esas.</translation>
  </message>
  <message>
   <source>**Assets**: `image` and `thumbnail` are known to the layer; addresses of others (`dtm`, `pds_label`, `usgscsm_isd` and so on) are read from the catalogue. What an observation lacks is named in a warning and left out.</source>
   <translation>**Archivos (assets)**: la capa conoce `image` y `thumbnail`; las direcciones de los demás (`dtm`, `pds_label`, `usgscsm_isd`, etc.) se leen del catálogo. Lo que le falta a una observación se nombra en un aviso y se omite.</translation>
  </message>
  <message>
   <source>Beside `NAME.txt` stand `NAME.rclone.conf` and the scripts. On Linux and macOS run `sh NAME.download.sh FOLDER`, on Windows `NAME.download.cmd FOLDER`. Your own rclone configuration is left alone.</source>
   <translation>Junto a `NOMBRE.txt` están `NOMBRE.rclone.conf` y los scripts. En Linux y macOS ejecute `sh NOMBRE.download.sh CARPETA`, en Windows `NOMBRE.download.cmd CARPETA`. Su propia configuración de rclone no se toca.</translation>
  </message>
  <message>
   <source>**Parts**: with more than one, `NAME.part-001.txt` and so on share the lines equally, and `sh NAME.slurm.sh FOLDER` hands them to Slurm: each part is a task of its own, one that is killed goes on, and `NAME.summary.txt` says what is missing at the end.</source>
   <translation>**Partes**: con más de una, `NOMBRE.part-001.txt` y siguientes se reparten las líneas por igual, y `sh NOMBRE.slurm.sh CARPETA` las entrega a Slurm: cada parte es una tarea propia, la que se interrumpe continúa y al final `NOMBRE.summary.txt` dice qué falta.</translation>
  </message>
  <message>
   <source>Finds the analysis ready images that touch an extent, reads the **solar incidence angle** of each from its label, and loads their footprints coloured by it. With a manifest, rclone downloads the images.</source>
   <translation>Encuentra las imágenes listas para el análisis que tocan una extensión, lee en la etiqueta de cada una el **ángulo de incidencia solar** y carga sus huellas coloreadas según él. Con un manifiesto, rclone descarga las imágenes.</translation>
  </message>
  <message>
   <source>**Extent**: the map as you see it, in any CRS of the body, over a pole or across ±180° too. **Area**: polygons to search instead. `coverage` is the part of it that each footprint covers, 0 to 1. The body follows from the collections; the output is in its own longitude/latitude CRS (Moon: IAU_2015:30100).</source>
   <translation>**Extensión**: el mapa tal como se ve, en cualquier SRC del cuerpo, también sobre un polo o a través de ±180°. **Área**: polígonos en los que buscar en su lugar. `coverage` es la parte de ella que cubre cada huella, de 0 a 1. El cuerpo se deduce de las colecciones; la salida está en su propio SRC de longitud y latitud (Luna: IAU_2015:30100).</translation>
  </message>
  <message>
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness.</source>
   <translation>**Los límites de incidencia** conservan solo las observaciones cuya incidencia se conoce y está dentro. 0° es el sol en el cenit, 90° el sol en el horizonte: de 60° a 80° resalta el relieve, por debajo de 40° resalta el brillo.</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**Los ángulos** vienen solo de las etiquetas. `label_status` dice cómo fue cada una: ok, fallback (una segunda etiqueta, buena hasta unos 0,01°), no_label, missing, failed, unreadable o not_read; `label_note` dice por qué.</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and `NAME.download.sh`; run `sh NAME.download.sh FOLDER` to get the images. Your own rclone configuration is left alone.</source>
   <translation>**Manifiesto**: una ruta de rclone por línea. Al lado están `NOMBRE.rclone.conf` y `NOMBRE.download.sh`; ejecute `sh NOMBRE.download.sh CARPETA` para obtener las imágenes. Su propia configuración de rclone no se toca.</translation>
  </message>
 </context>
</TS>
