<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
  <message>
   <source>Search</source>
   <translation>Búsqueda</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Luz</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Descarga</translation>
  </message>
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
   <source>Where “Download images” put them, by default the last time; what is not there is streamed.</source>
   <translation>Donde las dejó «Descargar imágenes», por defecto la última vez; lo que no está allí se lee por la red.</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>Las primeras de la capa hasta ese número; un aviso dice cuántas quedaron fuera.</translation>
  </message>
  <message>
   <source>By collection, by classes of incidence, by like light, or in no group.</source>
   <translation>Por colección, por clases de incidencia, por luz parecida o sin grupo.</translation>
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
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied. By default the folder of the last download.</source>
   <translation>Los archivos quedan en CARPETA/bucket/ruta; lo que está allí completo no se copia. Por defecto, la carpeta de la última descarga.</translation>
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
   <source>Keys of assets, separated by commas: image, thumbnail, dtm and so on.</source>
   <translation>Claves de los archivos, separadas por comas: image, thumbnail, dtm, etc.</translation>
  </message>
  <message>
   <source>Asked for the addresses of assets other than image and thumbnail.</source>
   <translation>Se le piden las direcciones de los archivos que no son image ni thumbnail.</translation>
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
   <source>Area (polygons)</source>
   <translation>Área (polígonos)</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>Leer los ángulos de la etiqueta de cada observación</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>Leer de nuevo todas las etiquetas</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>Una capa creada con «Buscar datos listos para el análisis»; todas las entidades o las seleccionadas.</translation>
  </message>
  <message>
   <source>Root of the STAC API</source>
   <translation>Raíz de la API STAC</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Huellas</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>Cualquier API STAC con búsqueda de elementos; por defecto, la de USGS Astrogeology.</translation>
  </message>
  <message>
   <source>{count} images are chosen; at least {needed} are needed for as much.</source>
   <translation>Se eligen {count} imágenes; para cubrir lo mismo hacen falta al menos {needed}.</translation>
  </message>
  <message>
   <source>Only {possible} of the area are shown by any image of the wanted light, {share} were asked for.</source>
   <translation>Las imágenes con la luz deseada solo muestran {possible} del área; se pidió {share}.</translation>
  </message>
  <message>
   <source>Wanted incidence angle (degrees)</source>
   <translation>Ángulo de incidencia deseado (grados)</translation>
  </message>
  <message>
   <source>Only images near it are chosen; empty takes images of any light.</source>
   <translation>Solo se eligen imágenes cercanas a él; vacío admite cualquier luz.</translation>
  </message>
  <message>
   <source>Tolerance (degrees)</source>
   <translation>Tolerancia (grados)</translation>
  </message>
  <message>
   <source>How far an image's incidence may be from the wanted one.</source>
   <translation>Cuánto puede alejarse la incidencia de una imagen de la deseada.</translation>
  </message>
  <message>
   <source>Morning: the sun is in the east, its azimuth below 180 degrees.</source>
   <translation>Mañana (morning): el Sol está al este, su acimut es menor de 180 grados.</translation>
  </message>
  <message>
   <source>Part to cover (0 to 1)</source>
   <translation>Parte que se ha de cubrir (0 a 1)</translation>
  </message>
  <message>
   <source>The last per cent cost many images: 0.95 needs far fewer than 1.</source>
   <translation>El último uno por ciento cuesta muchas imágenes: 0,95 necesita muchas menos que 1.</translation>
  </message>
  <message>
   <source>Which image is taken where several add alike, within 5 per cent.</source>
   <translation>Qué imagen se toma cuando varias aportan lo mismo, con una diferencia de hasta el 5 por ciento.</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Huecos</translation>
  </message>
  <message>
   <source>What of the area no chosen image shows.</source>
   <translation>Lo que ninguna imagen elegida muestra del área.</translation>
  </message>
  <message>
   <source>Images chosen</source>
   <translation>Imágenes elegidas</translation>
  </message>
  <message>
   <source>Images needed at least</source>
   <translation>Imágenes necesarias como mínimo</translation>
  </message>
  <message>
   <source>Part of the area that is covered (0 to 1)</source>
   <translation>Parte cubierta del área (0 a 1)</translation>
  </message>
  <message>
   <source>Fewest images that cover an area</source>
   <translation>Menor número de imágenes que cubren un área</translation>
  </message>
  <message>
   <source>A small set of images in like light, and how many are needed at least</source>
   <translation>Un conjunto pequeño de imágenes con luz parecida, y cuántas hacen falta como mínimo</translation>
  </message>
  <message>
   <source>planetary,mosaic,set cover,gaps,incidence,morning,evening,choose</source>
   <translation>planetario,mosaico,cobertura,huecos,incidencia,mañana,tarde,elegir</translation>
  </message>
  <message>
   <source>What is to be covered, in any CRS of the body.</source>
   <translation>Lo que se ha de cubrir, en cualquier SRC del cuerpo.</translation>
  </message>
  <message>
   <source>Side of the sun</source>
   <translation>Lado del Sol</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>Preferencia</translation>
  </message>
  <message>
   <source>Chosen footprints</source>
   <translation>Huellas elegidas</translation>
  </message>
  <message>
   <source>In the order in which they add most, with order, adds_km2 and share.</source>
   <translation>En el orden en que más aportan, con order, adds_km2 y share.</translation>
  </message>
  <message>
   <source>{share} of {count} cells are seen.</source>
   <translation>Se ven {share} de {count} celdas.</translation>
  </message>
  <message>
   <source>The best incidence is the one closest to it; empty takes the lowest.</source>
   <translation>La mejor incidencia es la más próxima a este valor; vacío toma la menor.</translation>
  </message>
  <message>
   <source>The cells that no image shows, in the CRS of the map.</source>
   <translation>Las celdas que ninguna imagen muestra, en el SRC del mapa.</translation>
  </message>
  <message>
   <source>Cells of the area</source>
   <translation>Celdas del área</translation>
  </message>
  <message>
   <source>Part of the cells that is seen (0 to 1)</source>
   <translation>Parte de las celdas que se ve (0 a 1)</translation>
  </message>
  <message>
   <source>Most looks at a cell</source>
   <translation>Mayor número de vistas de una celda</translation>
  </message>
  <message>
   <source>Coverage and gap map</source>
   <translation>Mapa de cobertura y huecos</translation>
  </message>
  <message>
   <source>How often, and in which light, each cell of an area is seen</source>
   <translation>Cuántas veces, y con qué luz, se ve cada celda de un área</translation>
  </message>
  <message>
   <source>planetary,raster,density,gaps,incidence,looks,geotiff</source>
   <translation>planetario,ráster,densidad,huecos,incidencia,vistas,geotiff</translation>
  </message>
  <message>
   <source>What the map shows, in any CRS of the body.</source>
   <translation>Lo que muestra el mapa, en cualquier SRC del cuerpo.</translation>
  </message>
  <message>
   <source>The side of a cell; all cells are of one area.</source>
   <translation>El lado de una celda; todas las celdas tienen la misma área.</translation>
  </message>
  <message>
   <source>Degrees of a great circle, or metres on the ground.</source>
   <translation>Grados de un círculo máximo, o metros sobre el terreno.</translation>
  </message>
  <message>
   <source>Bands: looks, best, lowest and highest incidence, angle between the suns.</source>
   <translation>Bandas: vistas, incidencia mejor, menor y mayor, ángulo entre las posiciones del Sol.</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>Celda</translation>
  </message>
  <message>
   <source>Unit of the cell</source>
   <translation>Unidad de la celda</translation>
  </message>
  <message>
   <source>Coverage map</source>
   <translation>Mapa de cobertura</translation>
  </message>
  <message>
   <source>Used where no area is given, in any CRS of the body; else all footprints.</source>
   <translation>Se usa si no se da un área, en cualquier SRC del cuerpo; si no, todas las huellas.</translation>
  </message>
  <message>
   <source>The images' files, each once; configuration and scripts beside it.</source>
   <translation>Los archivos de las imágenes, cada uno una vez; la configuración y los scripts quedan al lado.</translation>
  </message>
  <message>
   <source>{count} features are of images that came before: left out.</source>
   <translation>{count} entidades son de imágenes que ya aparecieron: se omiten.</translation>
  </message>
  <message>
   <source>no footprint</source>
   <translation>sin huella</translation>
  </message>
  <message>
   <source>no incidence angle</source>
   <translation>sin ángulo de incidencia</translation>
  </message>
  <message>
   <source>no sun azimuth</source>
   <translation>sin acimut del Sol</translation>
  </message>
  <message>
   <source>no emission angle</source>
   <translation>sin ángulo de emisión</translation>
  </message>
  <message>
   <source>no phase angle</source>
   <translation>sin ángulo de fase</translation>
  </message>
  <message>
   <source>no spacecraft azimuth</source>
   <translation>sin acimut de la sonda</translation>
  </message>
  <message>
   <source>no pixel size</source>
   <translation>sin tamaño de píxel</translation>
  </message>
  <message>
   <source>Images left out: {reasons}.</source>
   <translation>Imágenes omitidas: {reasons}.</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Extensión</translation>
  </message>
  <message>
   <source>{count} groups of like light.</source>
   <translation>{count} grupos de luz parecida.</translation>
  </message>
  <message>
   <source>The sun of each image is at most so far from that of its group's leader.</source>
   <translation>El Sol de cada imagen dista como mucho esto del de la imagen guía de su grupo.</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>Grupos</translation>
  </message>
  <message>
   <source>Images without angles</source>
   <translation>Imágenes sin ángulos</translation>
  </message>
  <message>
   <source>Groups of like light</source>
   <translation>Grupos de luz parecida</translation>
  </message>
  <message>
   <source>Footprints sorted into groups with the sun in the same place</source>
   <translation>Huellas ordenadas en grupos con el Sol en el mismo lugar</translation>
  </message>
  <message>
   <source>planetary,sun,incidence,azimuth,cluster,illumination,mosaic</source>
   <translation>planetario,Sol,incidencia,acimut,agrupar,iluminación,mosaico</translation>
  </message>
  <message>
   <source>Footprints with groups</source>
   <translation>Huellas con grupos</translation>
  </message>
  <message>
   <source>The footprints, with light_group (1 is the largest) and the sun's direction.</source>
   <translation>Las huellas, con light_group (1 es el mayor) y la dirección del Sol.</translation>
  </message>
  <message>
   <source>{looks} looks at {places} places.</source>
   <translation>{looks} vistas de {places} lugares.</translation>
  </message>
  <message>
   <source>At the place, not at the image's centre.</source>
   <translation>En el lugar, no en el centro de la imagen.</translation>
  </message>
  <message>
   <source>At the image's centre.</source>
   <translation>En el centro de la imagen.</translation>
  </message>
  <message>
   <source>For the pair to find changes in: so far may the suns be apart.</source>
   <translation>Para la pareja en la que buscar cambios: cuánto pueden distar las posiciones del Sol.</translation>
  </message>
  <message>
   <source>Largest difference of incidence for like light (degrees)</source>
   <translation>Mayor diferencia de incidencia para una luz parecida (grados)</translation>
  </message>
  <message>
   <source>For the pair to find changes in; 3 as for LROC's temporal pairs.</source>
   <translation>Para la pareja en la que buscar cambios; 3 como en las parejas temporales de LROC.</translation>
  </message>
  <message>
   <source>Looks at all places</source>
   <translation>Vistas de todos los lugares</translation>
  </message>
  <message>
   <source>Looks at a place</source>
   <translation>Vistas de un lugar</translation>
  </message>
  <message>
   <source>Which images see a place, and in which light each shows it</source>
   <translation>Qué imágenes ven un lugar, y con qué luz lo muestra cada una</translation>
  </message>
  <message>
   <source>planetary,incidence,sun,repeat,change detection,photometric stereo</source>
   <translation>planetario,incidencia,Sol,repetición,detección de cambios,estéreo fotométrico</translation>
  </message>
  <message>
   <source>Points, lines or polygons in any CRS of the body; a field name is kept.</source>
   <translation>Puntos, líneas o polígonos en cualquier SRC del cuerpo; se conserva un campo name.</translation>
  </message>
  <message>
   <source>Used where no places are given: 303.2,8.1 [IAU_2015:30100].</source>
   <translation>Se usa si no se dan lugares: 303.2,8.1 [IAU_2015:30100].</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>Vistas</translation>
  </message>
  <message>
   <source>A footprint for each place and image that sees it, with the light there.</source>
   <translation>Una huella por cada lugar e imagen que lo ve, con la luz en él.</translation>
  </message>
  <message>
   <source>A point for each place, with what its looks are worth together.</source>
   <translation>Un punto por cada lugar, con lo que valen juntas sus vistas.</translation>
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
   <source>Largest emission angle (degrees)</source>
   <translation>Ángulo de emisión máximo (grados)</translation>
  </message>
  <message>
   <source>Like light (degrees)</source>
   <translation>Luz parecida (grados)</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lugares</translation>
  </message>
  <message>
   <source>Typed point</source>
   <translation>Punto escrito</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Resumen</translation>
  </message>
  <message>
   <source>{count} pairs were found, the best {most} are written.</source>
   <translation>Se hallaron {count} pares; se escriben los {most} mejores.</translation>
  </message>
  <message>
   <source>Of each image; Becker et al. (2015) recommend 40 to 65, best 50.</source>
   <translation>De cada imagen; Becker et al. (2015) recomiendan de 40 a 65, lo mejor es 50.</translation>
  </message>
  <message>
   <source>Of each image, between sun and spacecraft; 30 and more is best.</source>
   <translation>De cada imagen, entre el Sol y la sonda; lo mejor es 30 o más.</translation>
  </message>
  <message>
   <source>Parallax per height: 0.1 is about 5 degrees, 0.4 to 0.6 is best.</source>
   <translation>Paralaje por altura: 0,1 son unos 5 grados, lo mejor es de 0,4 a 0,6.</translation>
  </message>
  <message>
   <source>Largest difference of solar longitudes (degrees)</source>
   <translation>Mayor diferencia de longitudes solares (grados)</translation>
  </message>
  <message>
   <source>On Mars: images of like season; where it is unknown there is no pair.</source>
   <translation>En Marte: imágenes de la misma estación; donde no se conoce no hay par.</translation>
  </message>
  <message>
   <source>Spacing of the terrain model (metres)</source>
   <translation>Espaciado del modelo del terreno (metros)</translation>
  </message>
  <message>
   <source>Only images whose pixel is at most a third of it, as a DTM needs.</source>
   <translation>Solo imágenes cuyo píxel sea como mucho un tercio de él, como necesita un MDT.</translation>
  </message>
  <message>
   <source>Most pairs (0 = all)</source>
   <translation>Mayor número de pares (0 = todos)</translation>
  </message>
  <message>
   <source>Pairs found</source>
   <translation>Pares hallados</translation>
  </message>
  <message>
   <source>Images without what a pair needs</source>
   <translation>Imágenes sin lo que necesita un par</translation>
  </message>
  <message>
   <source>Find stereo pairs</source>
   <translation>Buscar pares estéreo</translation>
  </message>
  <message>
   <source>Images that see the same ground from two sides in like light</source>
   <translation>Imágenes que ven el mismo terreno desde dos lados con luz parecida</translation>
  </message>
  <message>
   <source>planetary,stereo,convergence,parallax,dtm,dem,overlap,kaguya,usgs</source>
   <translation>planetario,estéreo,convergencia,paralaje,mdt,mde,solape,kaguya,usgs</translation>
  </message>
  <message>
   <source>Only pairs whose overlap touches it; else all pairs.</source>
   <translation>Solo los pares cuyo solape la toca; si no, todos los pares.</translation>
  </message>
  <message>
   <source>Stereo pairs</source>
   <translation>Pares estéreo</translation>
  </message>
  <message>
   <source>A polygon for each pair, where both images see the ground; best first.</source>
   <translation>Un polígono por par, donde ambas imágenes ven el terreno; primero el mejor.</translation>
  </message>
  <message>
   <source>Of each image; steep slopes are hidden beyond its complement.</source>
   <translation>De cada imagen; más allá de su complemento las pendientes fuertes quedan ocultas.</translation>
  </message>
  <message>
   <source>Smallest phase angle (degrees)</source>
   <translation>Ángulo de fase mínimo (grados)</translation>
  </message>
  <message>
   <source>Largest phase angle (degrees)</source>
   <translation>Ángulo de fase máximo (grados)</translation>
  </message>
  <message>
   <source>The coarser over the finer pixel; beyond 2.5 resample.</source>
   <translation>El píxel más grueso entre el más fino; por encima de 2,5 hay que remuestrear.</translation>
  </message>
  <message>
   <source>Smallest parallax/height ratio</source>
   <translation>Menor relación paralaje/altura</translation>
  </message>
  <message>
   <source>Largest parallax/height ratio</source>
   <translation>Mayor relación paralaje/altura</translation>
  </message>
  <message>
   <source>Per height; 0 is the same light, which is best.</source>
   <translation>Por altura; 0 es la misma luz, que es lo mejor.</translation>
  </message>
  <message>
   <source>20 and less is best.</source>
   <translation>Lo mejor es 20 o menos.</translation>
  </message>
  <message>
   <source>The part of the smaller image that both see; 0.5 and more is best.</source>
   <translation>La parte de la imagen menor que ven ambas; lo mejor es 0,5 o más.</translation>
  </message>
  <message>
   <source>The best so many.</source>
   <translation>Los mejores, hasta este número.</translation>
  </message>
  <message>
   <source>Largest ratio of pixel sizes</source>
   <translation>Mayor relación de tamaños de píxel</translation>
  </message>
  <message>
   <source>Largest distance of shadow tips</source>
   <translation>Mayor distancia entre las puntas de las sombras</translation>
  </message>
  <message>
   <source>Largest difference of sun azimuths (degrees)</source>
   <translation>Mayor diferencia de acimutes del Sol (grados)</translation>
  </message>
  <message>
   <source>Smallest overlap (0 to 1)</source>
   <translation>Menor solape (0 a 1)</translation>
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
   <source>{name} ({title}) is shown by the layer {layer}, which is being edited: save or discard its edits, or choose another file.</source>
   <translation>{name} ({title}) lo muestra la capa {layer}, que se está editando: guarde o descarte sus cambios, o elija otro archivo.</translation>
  </message>
  <message>
   <source>write a number, {lowest} or more</source>
   <translation>escriba un número, {lowest} o más</translation>
  </message>
  <message>
   <source>{path} is written: run sh {name} on the cluster.</source>
   <translation>Se ha escrito {path}: ejecute sh {name} en el clúster.</translation>
  </message>
  <message>
   <source>Most observations to read in this run (0 = no limit)</source>
   <translation>Máximo de observaciones que se leen en esta ejecución (0 = sin límite)</translation>
  </message>
  <message>
   <source>Parts, for a cluster</source>
   <translation>Partes, para un clúster</translation>
  </message>
  <message>
   <source>The part to read, as the job gives it</source>
   <translation>La parte que se lee, tal como la da el trabajo</translation>
  </message>
  <message>
   <source>Observations added</source>
   <translation>Observaciones añadidas</translation>
  </message>
  <message>
   <source>Observations that had changed</source>
   <translation>Observaciones que habían cambiado</translation>
  </message>
  <message>
   <source>Observations that are as they were</source>
   <translation>Observaciones que siguen como estaban</translation>
  </message>
  <message>
   <source>Observations that the catalogue has no more</source>
   <translation>Observaciones que ya no están en el catálogo</translation>
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
   <source>The same as GeoParquet</source>
   <translation>Lo mismo como GeoParquet</translation>
  </message>
  <message>
   <source>GeoParquet (*.parquet)</source>
   <translation>Archivo GeoParquet (*.parquet)</translation>
  </message>
  <message>
   <source>For other programs; only where the GDAL of this QGIS can write it.</source>
   <translation>Para otros programas; solo donde la GDAL de este QGIS puede escribirlo.</translation>
  </message>
  <message>
   <source>Keep a collection in a file</source>
   <translation>Guardar una colección en un archivo</translation>
  </message>
  <message>
   <source>Whole collections with every angle in one file, searched offline</source>
   <translation>Colecciones enteras con todos los ángulos en un archivo, para buscar sin conexión</translation>
  </message>
  <message>
   <source>planetary,moon,mars,stac,offline,index,geopackage,incidence,kaguya</source>
   <translation>planetario,luna,marte,stac,sin conexión,índice,geopackage,incidencia,kaguya</translation>
  </message>
  <message>
   <source>Ids of the collections to keep, separated by commas, all of one body.</source>
   <translation>Identificadores de las colecciones que se guardan, separados por comas, todas de un mismo cuerpo.</translation>
  </message>
  <message>
   <source>What to keep, in any CRS of the body; empty is the whole body.</source>
   <translation>Lo que se guarda, en cualquier SRC del cuerpo; vacío es el cuerpo entero.</translation>
  </message>
  <message>
   <source>Polygons to keep instead of the extent, in any CRS of the body.</source>
   <translation>Polígonos que se guardan en lugar de la extensión, en cualquier SRC del cuerpo.</translation>
  </message>
  <message>
   <source>Without it no angle is known; another run can read the labels later.</source>
   <translation>Sin ello no se conoce ningún ángulo; otra ejecución puede leer las etiquetas más tarde.</translation>
  </message>
  <message>
   <source>At most so many are read now; another run goes on where this one ended.</source>
   <translation>Ahora se leen como mucho tantas; otra ejecución continúa donde terminó esta.</translation>
  </message>
  <message>
   <source>Without it only labels that are new, or failed before, are read.</source>
   <translation>Sin ello solo se leen las etiquetas nuevas o las que antes fallaron.</translation>
  </message>
  <message>
   <source>More than one: nothing is read now, but a Slurm job is written that does.</source>
   <translation>Más de una: ahora no se lee nada, sino que se escribe un trabajo de Slurm que lo hace.</translation>
  </message>
  <message>
   <source>3/16 reads the third of 16 parts; all/16 puts the 16 together.</source>
   <translation>3/16 lee la tercera de 16 partes; all/16 reúne las 16.</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Índice</translation>
  </message>
  <message>
   <source>Index (*.gpkg)</source>
   <translation>Índice (*.gpkg)</translation>
  </message>
  <message>
   <source>A new file, or one to bring up to date; by default one in your profile.</source>
   <translation>Un archivo nuevo, o uno que se ha de actualizar; por defecto, uno en su perfil.</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Colecciones</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>Máximo de observaciones que se leen (0 = sin límite)</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>Observaciones encontradas</translation>
  </message>
  <message>
   <source>Index that is searched first</source>
   <translation>Índice en el que se busca primero</translation>
  </message>
  <message>
   <source>Ask the catalogue</source>
   <translation>Preguntar al catálogo</translation>
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
   <source>The image's centre, or anywhere in what is searched: then an image counts if any place of it there is inside the limits.</source>
   <translation>El centro de la imagen, o cualquier lugar de lo que se busca (anywhere): entonces cuenta una imagen si algún lugar suyo está allí dentro de los límites.</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>Del catálogo se leen como mucho tantas en total; un aviso lo dice.</translation>
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
   <source>A file, zip or web address that ard:index made; those of the settings too.</source>
   <translation>Un archivo, zip o dirección web creado con ard:index; también los de los ajustes.</translation>
  </message>
  <message>
   <source>auto: for what no index holds, or only an old one; always; or never.</source>
   <translation>auto: para lo que ningún índice contiene, o solo uno antiguo; always: siempre; never: nunca.</translation>
  </message>
  <message>
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>Las huellas, en el SRC de longitud y latitud del propio cuerpo, con su estilo.</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf, NAME.download.sh and NAME.download.cmd are written beside it.</source>
   <translation>NOMBRE.txt; NOMBRE.rclone.conf, NOMBRE.download.sh y NOMBRE.download.cmd se escriben al lado.</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>Momento de adquisición en UTC, como 2009-06-07T14:43:22; vacío es sin límite.</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>Conserva solo las observaciones cuya incidencia se conoce y está dentro de los límites.</translation>
  </message>
  <message>
   <source>Incidence limits are of</source>
   <translation>Los límites de incidencia valen para</translation>
  </message>
  <message>
   <source>Index (*.gpkg *.zip)</source>
   <translation>Índice (*.gpkg *.zip)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Todos los archivos (*)</translation>
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
   <source>Stereo partners of this image</source>
   <translation>Pares estéreo de esta imagen</translation>
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
   <source>Images: {count}, {size}</source>
   <translation>Imágenes: {count}, {size}</translation>
  </message>
  <message>
   <source>size unknown</source>
   <translation>tamaño desconocido</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>Elegir carpeta…</translation>
  </message>
  <message>
   <source>Shows the images, streamed from their server</source>
   <translation>Muestra las imágenes, leídas directamente de su servidor</translation>
  </message>
  <message>
   <source>Says how large the images are, then downloads them</source>
   <translation>Dice cuánto ocupan las imágenes y después las descarga</translation>
  </message>
  <message>
   <source>Writes an rclone manifest of the images</source>
   <translation>Escribe un manifiesto de rclone de las imágenes</translation>
  </message>
  <message>
   <source>Selects the footprints in the layer</source>
   <translation>Selecciona las huellas en la capa</translation>
  </message>
  <message>
   <source>Add to map</source>
   <translation>Al mapa</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Descargar…</translation>
  </message>
  <message>
   <source>Manifest…</source>
   <translation>Manifiesto…</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Seleccionar</translation>
  </message>
  <message>
   <source>It failed; QGIS's log says why.</source>
   <translation>Ha fallado; el registro de QGIS dice por qué.</translation>
  </message>
  <message>
   <source>Planetary ARD's algorithms are not there: is Processing switched on?</source>
   <translation>Faltan los algoritmos de Planetary ARD: ¿está activado Processing?</translation>
  </message>
  <message>
   <source>Nothing can be read of it. Is its filter too narrow, or its file gone?</source>
   <translation>No se puede leer nada de ella. ¿Es demasiado estrecho su filtro o ya no existe su archivo?</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Restablecer</translation>
  </message>
  <message>
   <source>Takes all limits away</source>
   <translation>Quita todos los límites</translation>
  </message>
  <message>
   <source>It is a temporary layer, which QGIS does not save: search again.</source>
   <translation>Es una capa temporal, que QGIS no guarda: busque de nuevo.</translation>
  </message>
  <message>
   <source>{shown} of {all}</source>
   <translation>{shown} de {all}</translation>
  </message>
  <message>
   <source>Images that see {place}: {count}. Incidence is given there; ← and → show each.</source>
   <translation>Imágenes que ven {place}: {count}. La incidencia es la de ese lugar; ← y → muestran cada una.</translation>
  </message>
  <message>
   <source>Press Search for images of what the map shows, or choose a layer of footprints.</source>
   <translation>Pulse Buscar para hallar imágenes de lo que muestra el mapa, o elija una capa de huellas.</translation>
  </message>
  <message>
   <source>Click on the map, or press Enter for the place in its middle.</source>
   <translation>Haga clic en el mapa, o pulse Intro para tomar su centro.</translation>
  </message>
  <message>
   <source>Adding images: the first {some} of {all}…</source>
   <translation>Añadiendo imágenes: las primeras {some} de {all}…</translation>
  </message>
  <message>
   <source>Adding images: {count}…</source>
   <translation>Añadiendo imágenes: {count}…</translation>
  </message>
  <message>
   <source>{count} of the images are on the map already.</source>
   <translation>{count} de las imágenes ya están en el mapa.</translation>
  </message>
  <message>
   <source>Images added: {count}.</source>
   <translation>Imágenes añadidas: {count}.</translation>
  </message>
  <message>
   <source>incidence {angle}°</source>
   <translation>incidencia {angle}°</translation>
  </message>
  <message>
   <source>covers {share}</source>
   <translation>cubre {share}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Imágenes</translation>
  </message>
  <message>
   <source>The layer's filter was changed, so no limits are set and all images are ticked.</source>
   <translation>El filtro de la capa ha cambiado: ya no hay límites y todas las imágenes están marcadas.</translation>
  </message>
  <message>
   <source>Reading footprints</source>
   <translation>Leyendo huellas</translation>
  </message>
  <message>
   <source>{name}, limits the list</source>
   <translation>{name}, limita la lista</translation>
  </message>
  <message>
   <source>Images without this value: {count}; a range leaves them out.</source>
   <translation>Imágenes sin este valor: {count}; un intervalo las excluye.</translation>
  </message>
  <message>
   <source>{name}: histogram</source>
   <translation>{name}: histograma</translation>
  </message>
  <message>
   <source>{name}: range</source>
   <translation>{name}: intervalo</translation>
  </message>
  <message>
   <source>{name}: smallest</source>
   <translation>{name}: mínimo</translation>
  </message>
  <message>
   <source>{name}: largest</source>
   <translation>{name}: máximo</translation>
  </message>
  <message>
   <source>Arrow keys move the first end, with Shift the last one; Delete takes both away.</source>
   <translation>Las flechas mueven el primer extremo, con Mayús el último; Supr quita los dos.</translation>
  </message>
  <message>
   <source>List all images again</source>
   <translation>Mostrar otra vez todas las imágenes</translation>
  </message>
  <message>
   <source>Nearest to</source>
   <translation>Más cerca de</translation>
  </message>
  <message>
   <source>Low sun first</source>
   <translation>Primero sol bajo</translation>
  </message>
  <message>
   <source>High sun first</source>
   <translation>Primero sol alto</translation>
  </message>
  <message>
   <source>Largest coverage first</source>
   <translation>Primero mayor cobertura</translation>
  </message>
  <message>
   <source>Finest resolution first</source>
   <translation>Primero mayor resolución</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Primero las más recientes</translation>
  </message>
  <message>
   <source>Oldest first</source>
   <translation>Primero las más antiguas</translation>
  </message>
  <message>
   <source>Click on the map: which images see that place, and in what light</source>
   <translation>Haga clic en el mapa: qué imágenes ven ese lugar y con qué luz</translation>
  </message>
  <message>
   <source>Images lit like the current one, lit from elsewhere, or in stereo with it</source>
   <translation>Imágenes iluminadas como la actual, desde otro lado, o en estéreo con ella</translation>
  </message>
  <message>
   <source>Order of the list</source>
   <translation>Orden de la lista</translation>
  </message>
  <message>
   <source>Incidence that is wanted</source>
   <translation>Incidencia deseada</translation>
  </message>
  <message>
   <source>At a point</source>
   <translation>En un punto</translation>
  </message>
  <message>
   <source>Lit like this one</source>
   <translation>Iluminadas como esta</translation>
  </message>
  <message>
   <source>Lit from elsewhere</source>
   <translation>Iluminadas desde otro lado</translation>
  </message>
  <message>
   <source>Opening images</source>
   <translation>Abriendo imágenes</translation>
  </message>
  <message>
   <source>its image's address is not known</source>
   <translation>no se conoce la dirección de su imagen</translation>
  </message>
  <message>
   <source>{name} can't be shown: {reason}</source>
   <translation>No se puede mostrar {name}: {reason}</translation>
  </message>
  <message>
   <source>{layer} is in a map's CRS, not in longitude and latitude: choose the layer as ard:search made it.</source>
   <translation>{layer} está en el SRC de un mapa, no en longitud y latitud: elija la capa tal como la hizo ard:search.</translation>
  </message>
  <message>
   <source>Incidence</source>
   <translation>Incidencia</translation>
  </message>
  <message>
   <source>Emission</source>
   <translation>Emisión</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Fase</translation>
  </message>
  <message>
   <source>Sun azimuth</source>
   <translation>Acimut solar</translation>
  </message>
  <message>
   <source>Local time</source>
   <translation>Hora local</translation>
  </message>
  <message>
   <source>Season (Ls)</source>
   <translation>Estación (Ls)</translation>
  </message>
  <message>
   <source>Acquired</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Resolución</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>Cobertura</translation>
  </message>
  <message>
   <source>Where the sun stood in {name} is not known.</source>
   <translation>No se sabe dónde estaba el sol en {name}.</translation>
  </message>
  <message>
   <source>Lit like {name}, within {angle}°.</source>
   <translation>Iluminadas como {name}, con un margen de {angle}°.</translation>
  </message>
  <message>
   <source>The sun stands {angle}° or more elsewhere than in {name}.</source>
   <translation>El sol está a {angle}° o más de su posición en {name}.</translation>
  </message>
  <message>
   <source>Choose an image in the list first.</source>
   <translation>Elija primero una imagen de la lista.</translation>
  </message>
  <message>
   <source>Body and collections</source>
   <translation>Cuerpo y colecciones</translation>
  </message>
  <message>
   <source>Collection ids</source>
   <translation>Identificadores de colecciones</translation>
  </message>
  <message>
   <source>Images at most</source>
   <translation>Máximo de imágenes</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sin límite</translation>
  </message>
  <message>
   <source>{count} collections</source>
   <translation>{count} colecciones</translation>
  </message>
  <message>
   <source>Nothing was found there: search a larger area or other collections.</source>
   <translation>No se ha encontrado nada allí: busque en un área mayor o en otras colecciones.</translation>
  </message>
  <message>
   <source>The search was cancelled.</source>
   <translation>Se ha cancelado la búsqueda.</translation>
  </message>
  <message>
   <source>Search with all options…</source>
   <translation>Buscar con todas las opciones…</translation>
  </message>
  <message>
   <source>a layer that is gone</source>
   <translation>una capa que ya no existe</translation>
  </message>
  <message>
   <source>Search as the map moves</source>
   <translation>Buscar al mover el mapa</translation>
  </message>
  <message>
   <source>Recent searches</source>
   <translation>Búsquedas recientes</translation>
  </message>
  <message>
   <source>Where to search</source>
   <translation>Dónde buscar</translation>
  </message>
  <message>
   <source>What the map shows</source>
   <translation>Lo que muestra el mapa</translation>
  </message>
  <message>
   <source>selection</source>
   <translation>selección</translation>
  </message>
  <message>
   <source>Progress of the search</source>
   <translation>Avance de la búsqueda</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>en todas partes</translation>
  </message>
  <message>
   <source>No search yet</source>
   <translation>Aún no hay búsquedas</translation>
  </message>
  <message>
   <source>Image finder</source>
   <translation>Buscador de imágenes</translation>
  </message>
  <message>
   <source>Planetary ARD: find images by their light</source>
   <translation>Planetary ARD: encontrar imágenes por su iluminación</translation>
  </message>
  <message>
   <source>Longitude and latitude</source>
   <translation>Longitud y latitud</translation>
  </message>
  <message>
   <source>Named places</source>
   <translation>Lugares con nombre</translation>
  </message>
  <message>
   <source>{body}: grid and places</source>
   <translation>{body}: cuadrícula y lugares</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Ir a</translation>
  </message>
  <message>
   <source>All of it</source>
   <translation>Todo el cuerpo</translation>
  </message>
  <message>
   <source>North pole</source>
   <translation>Polo norte</translation>
  </message>
  <message>
   <source>South pole</source>
   <translation>Polo sur</translation>
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
   <source>The footprints of the two images are in no layer of the project.</source>
   <translation>Las huellas de las dos imágenes no están en ninguna capa del proyecto.</translation>
  </message>
  <message>
   <source>Select both images</source>
   <translation>Seleccionar ambas imágenes</translation>
  </message>
  <message>
   <source>Add both images to the map</source>
   <translation>Añadir ambas imágenes al mapa</translation>
  </message>
  <message>
   <source>Download both images</source>
   <translation>Descargar ambas imágenes</translation>
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
   <source>Indices</source>
   <translation>Índices</translation>
  </message>
  <message>
   <source>Files (or zips, or web addresses) that ard:index made, one a line, searched first.</source>
   <translation>Archivos (o zips, o direcciones web) creados con ard:index, uno por línea, en los que se busca primero.</translation>
  </message>
  <message>
   <source>Days that an index is new</source>
   <translation>Días durante los que un índice es nuevo</translation>
  </message>
  <message>
   <source>Where an index is as old as that, the catalogue is asked, if it can be.</source>
   <translation>Cuando un índice tiene esa antigüedad, se pregunta al catálogo, si es posible.</translation>
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
   <source>Incidence (°)</source>
   <translation>Incidencia (°)</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Identificador</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>Colección</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Cuerpo</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Acquired (UTC)</source>
   <translation>Fecha (UTC)</translation>
  </message>
  <message>
   <source>Acquired from (UTC)</source>
   <translation>Fecha, desde (UTC)</translation>
  </message>
  <message>
   <source>Acquired until (UTC)</source>
   <translation>Fecha, hasta (UTC)</translation>
  </message>
  <message>
   <source>Emission (°)</source>
   <translation>Emisión (°)</translation>
  </message>
  <message>
   <source>Phase (°)</source>
   <translation>Fase (°)</translation>
  </message>
  <message>
   <source>Sub-solar azimuth (°)</source>
   <translation>Acimut subsolar (°)</translation>
  </message>
  <message>
   <source>Local time (h)</source>
   <translation>Hora local (h)</translation>
  </message>
  <message>
   <source>Solar longitude (°)</source>
   <translation>Longitud solar (°)</translation>
  </message>
  <message>
   <source>Pixel size (m)</source>
   <translation>Tamaño de píxel (m)</translation>
  </message>
  <message>
   <source>North azimuth (°)</source>
   <translation>Acimut del norte (°)</translation>
  </message>
  <message>
   <source>Sub-spacecraft azimuth (°)</source>
   <translation>Acimut de la sonda (°)</translation>
  </message>
  <message>
   <source>Sub-solar longitude (°)</source>
   <translation>Longitud subsolar (°)</translation>
  </message>
  <message>
   <source>Sub-solar latitude (°)</source>
   <translation>Latitud subsolar (°)</translation>
  </message>
  <message>
   <source>Slant distance (km)</source>
   <translation>Distancia oblicua (km)</translation>
  </message>
  <message>
   <source>Pixel size in the catalogue (m)</source>
   <translation>Tamaño de píxel en el catálogo (m)</translation>
  </message>
  <message>
   <source>Part of what was searched</source>
   <translation>Parte de lo buscado</translation>
  </message>
  <message>
   <source>Least incidence (°)</source>
   <translation>Incidencia menor (°)</translation>
  </message>
  <message>
   <source>Largest incidence (°)</source>
   <translation>Incidencia mayor (°)</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>Note on the label</source>
   <translation>Nota sobre la etiqueta</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Imagen</translation>
  </message>
  <message>
   <source>Label file</source>
   <translation>Archivo de etiqueta</translation>
  </message>
  <message>
   <source>Thumbnail</source>
   <translation>Miniatura</translation>
  </message>
  <message>
   <source>rclone path</source>
   <translation>Ruta de rclone</translation>
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
   <source>From an index: {index}</source>
   <translation>De un índice: {index}</translation>
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
   <source>Footprints: {body}</source>
   <translation>Huellas: {body}</translation>
  </message>
  <message>
   <source>north pole</source>
   <translation>polo norte</translation>
  </message>
  <message>
   <source>south pole</source>
   <translation>polo sur</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>todo el cuerpo</translation>
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
   <source>looks</source>
   <translation>vistas</translation>
  </message>
  <message>
   <source>best incidence (degrees)</source>
   <translation>mejor incidencia (grados)</translation>
  </message>
  <message>
   <source>lowest incidence (degrees)</source>
   <translation>incidencia menor (grados)</translation>
  </message>
  <message>
   <source>highest incidence (degrees)</source>
   <translation>incidencia mayor (grados)</translation>
  </message>
  <message>
   <source>largest angle between suns (degrees)</source>
   <translation>mayor ángulo entre posiciones del Sol (grados)</translation>
  </message>
  <message>
   <source>sun azimuth here</source>
   <translation>acimut del Sol aquí</translation>
  </message>
  <message>
   <source>incidence here</source>
   <translation>incidencia aquí</translation>
  </message>
  <message>
   <source>vertical precision</source>
   <translation>precisión vertical</translation>
  </message>
  <message>
   <source>overlap</source>
   <translation>solape</translation>
  </message>
  <message>
   <source>angle between the suns</source>
   <translation>ángulo entre las posiciones del Sol</translation>
  </message>
  <message>
   <source>parallax/height</source>
   <translation>paralaje/altura</translation>
  </message>
  <message>
   <source>convergence</source>
   <translation>convergencia</translation>
  </message>
  <message>
   <source>strength</source>
   <translation>calidad</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: too little is known of its view.</source>
   <translation>{name} no puede formar un par estéreo: se sabe demasiado poco de su vista.</translation>
  </message>
  <message>
   <source>Finding stereo partners</source>
   <translation>Buscando pares estéreo</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: its view or light is beyond the limits.</source>
   <translation>{name} no puede formar un par estéreo: su vista o su luz está fuera de los límites.</translation>
  </message>
  <message>
   <source>The layer has no stereo partner of {name}.</source>
   <translation>La capa no tiene ningún par estéreo de {name}.</translation>
  </message>
  <message>
   <source>Stereo partners of {name}: {count}; the strongest is {best}.</source>
   <translation>Imágenes en par estéreo con {name}: {count}; la mejor es {best}.</translation>
  </message>
  <message>
   <source>{count} places have no geometry: left out.</source>
   <translation>{count} lugares no tienen geometría: se omiten.</translation>
  </message>
  <message>
   <source>other groups</source>
   <translation>otros grupos</translation>
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
   <source>{total} observations are in {path} ({size} MB), {known} of them with an incidence angle: {added} are new, {changed} had changed, {gone} are no more in the catalogue.</source>
   <translation>{total} observaciones están en {path} ({size} MB), {known} de ellas con ángulo de incidencia: {added} son nuevas, {changed} habían cambiado, {gone} ya no están en el catálogo.</translation>
  </message>
  <message>
   <source>{done} observations read, {rate} a second</source>
   <translation>{done} observaciones leídas, {rate} por segundo</translation>
  </message>
  <message>
   <source>{name} holds no outlines, because files of its kind have no geometry: the rows are a table. For footprints on the map choose another kind, such as .gpkg.</source>
   <translation>{name} no contiene contornos, porque los archivos de su tipo no tienen geometría: las filas son una tabla. Para tener huellas en el mapa elija otro tipo, como .gpkg.</translation>
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
   <source>The angles of those outside reach from {lowest}° to {highest}°.</source>
   <translation>Los ángulos de las que quedan fuera van de {lowest}° a {highest}°.</translation>
  </message>
  <message>
   <source>Of those outside, {unknown} have no known angle.</source>
   <translation>De las que quedan fuera, {unknown} no tienen ningún ángulo conocido.</translation>
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
   <source>User guide</source>
   <translation>Guía del usuario</translation>
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
   <source>Mercury</source>
   <translation>Mercurio</translation>
  </message>
  <message>
   <source>Venus</source>
   <translation>Venus</translation>
  </message>
  <message>
   <source>Moon</source>
   <translation>Luna</translation>
  </message>
  <message>
   <source>Phobos</source>
   <translation>Fobos</translation>
  </message>
  <message>
   <source>Deimos</source>
   <translation>Deimos</translation>
  </message>
  <message>
   <source>Mars</source>
   <translation>Marte</translation>
  </message>
  <message>
   <source>Io</source>
   <translation>Ío</translation>
  </message>
  <message>
   <source>Europa</source>
   <translation>Europa</translation>
  </message>
  <message>
   <source>Ganymede</source>
   <translation>Ganímedes</translation>
  </message>
  <message>
   <source>Callisto</source>
   <translation>Calisto</translation>
  </message>
  <message>
   <source>Amalthea</source>
   <translation>Amaltea</translation>
  </message>
  <message>
   <source>Himalia</source>
   <translation>Himalia</translation>
  </message>
  <message>
   <source>Elara</source>
   <translation>Elara</translation>
  </message>
  <message>
   <source>Pasiphae</source>
   <translation>Pasífae</translation>
  </message>
  <message>
   <source>Sinope</source>
   <translation>Sinope</translation>
  </message>
  <message>
   <source>Lysithea</source>
   <translation>Lisitea</translation>
  </message>
  <message>
   <source>Carme</source>
   <translation>Carmé</translation>
  </message>
  <message>
   <source>Ananke</source>
   <translation>Ananké</translation>
  </message>
  <message>
   <source>Leda</source>
   <translation>Leda</translation>
  </message>
  <message>
   <source>Thebe</source>
   <translation>Tebe</translation>
  </message>
  <message>
   <source>Adrastea</source>
   <translation>Adrastea</translation>
  </message>
  <message>
   <source>Metis</source>
   <translation>Metis</translation>
  </message>
  <message>
   <source>Jupiter</source>
   <translation>Júpiter</translation>
  </message>
  <message>
   <source>Mimas</source>
   <translation>Mimas</translation>
  </message>
  <message>
   <source>Enceladus</source>
   <translation>Encélado</translation>
  </message>
  <message>
   <source>Tethys</source>
   <translation>Tetis</translation>
  </message>
  <message>
   <source>Dione</source>
   <translation>Dione</translation>
  </message>
  <message>
   <source>Rhea</source>
   <translation>Rea</translation>
  </message>
  <message>
   <source>Titan</source>
   <translation>Titán</translation>
  </message>
  <message>
   <source>Hyperion</source>
   <translation>Hiperión</translation>
  </message>
  <message>
   <source>Iapetus</source>
   <translation>Jápeto</translation>
  </message>
  <message>
   <source>Phoebe</source>
   <translation>Febe</translation>
  </message>
  <message>
   <source>Janus</source>
   <translation>Jano</translation>
  </message>
  <message>
   <source>Epimetheus</source>
   <translation>Epimeteo</translation>
  </message>
  <message>
   <source>Helene</source>
   <translation>Helena</translation>
  </message>
  <message>
   <source>Telesto</source>
   <translation>Telesto</translation>
  </message>
  <message>
   <source>Calypso</source>
   <translation>Calipso</translation>
  </message>
  <message>
   <source>Atlas</source>
   <translation>Atlas</translation>
  </message>
  <message>
   <source>Prometheus</source>
   <translation>Prometeo</translation>
  </message>
  <message>
   <source>Pandora</source>
   <translation>Pandora</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>Pan</translation>
  </message>
  <message>
   <source>Methone</source>
   <translation>Metone</translation>
  </message>
  <message>
   <source>Pallene</source>
   <translation>Palene</translation>
  </message>
  <message>
   <source>Polydeuces</source>
   <translation>Pollux</translation>
  </message>
  <message>
   <source>Daphnis</source>
   <translation>Dafnis</translation>
  </message>
  <message>
   <source>Anthe</source>
   <translation>Ante</translation>
  </message>
  <message>
   <source>Aegaeon</source>
   <translation>Egeón</translation>
  </message>
  <message>
   <source>Saturn</source>
   <translation>Saturno</translation>
  </message>
  <message>
   <source>Ariel</source>
   <translation>Ariel</translation>
  </message>
  <message>
   <source>Umbriel</source>
   <translation>Umbriel</translation>
  </message>
  <message>
   <source>Titania</source>
   <translation>Titania</translation>
  </message>
  <message>
   <source>Oberon</source>
   <translation>Oberón</translation>
  </message>
  <message>
   <source>Miranda</source>
   <translation>Miranda</translation>
  </message>
  <message>
   <source>Cordelia</source>
   <translation>Cordelia</translation>
  </message>
  <message>
   <source>Ophelia</source>
   <translation>Ofelia</translation>
  </message>
  <message>
   <source>Bianca</source>
   <translation>Bianca</translation>
  </message>
  <message>
   <source>Cressida</source>
   <translation>Crésida</translation>
  </message>
  <message>
   <source>Desdemona</source>
   <translation>Desdémona</translation>
  </message>
  <message>
   <source>Juliet</source>
   <translation>Julieta</translation>
  </message>
  <message>
   <source>Portia</source>
   <translation>Porcia</translation>
  </message>
  <message>
   <source>Rosalind</source>
   <translation>Rosalinda</translation>
  </message>
  <message>
   <source>Belinda</source>
   <translation>Belinda</translation>
  </message>
  <message>
   <source>Puck</source>
   <translation>Puck</translation>
  </message>
  <message>
   <source>Uranus</source>
   <translation>Urano</translation>
  </message>
  <message>
   <source>Triton</source>
   <translation>Tritón</translation>
  </message>
  <message>
   <source>Nereid</source>
   <translation>Nereida</translation>
  </message>
  <message>
   <source>Naiad</source>
   <translation>Náyade</translation>
  </message>
  <message>
   <source>Thalassa</source>
   <translation>Talasa</translation>
  </message>
  <message>
   <source>Despina</source>
   <translation>Despina</translation>
  </message>
  <message>
   <source>Galatea</source>
   <translation>Galatea</translation>
  </message>
  <message>
   <source>Larissa</source>
   <translation>Larisa</translation>
  </message>
  <message>
   <source>Proteus</source>
   <translation>Proteo</translation>
  </message>
  <message>
   <source>Neptune</source>
   <translation>Neptuno</translation>
  </message>
  <message>
   <source>Charon</source>
   <translation>Caronte</translation>
  </message>
  <message>
   <source>Pluto</source>
   <translation>Plutón</translation>
  </message>
  <message>
   <source>Borrelly</source>
   <translation>Borrelly</translation>
  </message>
  <message>
   <source>Churyumov-Gerasimenko</source>
   <translation>Churiumov-Guerasimenko</translation>
  </message>
  <message>
   <source>Halley</source>
   <translation>Halley</translation>
  </message>
  <message>
   <source>Hartley 2</source>
   <translation>Hartley 2</translation>
  </message>
  <message>
   <source>Tempel 1</source>
   <translation>Tempel 1</translation>
  </message>
  <message>
   <source>Wild 2</source>
   <translation>Wild 2</translation>
  </message>
  <message>
   <source>Ceres</source>
   <translation>Ceres</translation>
  </message>
  <message>
   <source>Vesta</source>
   <translation>Vesta</translation>
  </message>
  <message>
   <source>Psyche</source>
   <translation>Psique</translation>
  </message>
  <message>
   <source>Lutetia</source>
   <translation>Lutecia</translation>
  </message>
  <message>
   <source>52 Europa</source>
   <translation>52 Europa</translation>
  </message>
  <message>
   <source>Kleopatra</source>
   <translation>Cleopatra</translation>
  </message>
  <message>
   <source>Mathilde</source>
   <translation>Matilde</translation>
  </message>
  <message>
   <source>Eros</source>
   <translation>Eros</translation>
  </message>
  <message>
   <source>Davida</source>
   <translation>Davida</translation>
  </message>
  <message>
   <source>Steins</source>
   <translation>Šteins</translation>
  </message>
  <message>
   <source>Toutatis</source>
   <translation>Tutatis</translation>
  </message>
  <message>
   <source>Itokawa</source>
   <translation>Itokawa</translation>
  </message>
  <message>
   <source>Ida</source>
   <translation>Ida</translation>
  </message>
  <message>
   <source>Gaspra</source>
   <translation>Gaspra</translation>
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
   <source>Chooses **few images that cover an area** in the light that you want, before anything is downloaded. Without an area or an extent, everything that the footprints show is to be covered.</source>
   <translation>Elige **pocas imágenes que cubren un área** con la luz que se desea, antes de descargar nada. Sin área ni extensión se ha de cubrir todo lo que muestran las huellas.</translation>
  </message>
  <message>
   <source>**Wanted incidence** and **tolerance** keep images whose incidence, at their centre, is near it; **side of the sun** keeps morning (sun in the east) or evening. **Part to cover**: the last per cent cost most, 0.95 needs far fewer images than 1.</source>
   <translation>**Incidencia deseada** y **tolerancia** conservan las imágenes cuya incidencia, en su centro, está cerca de ella; **lado del Sol** conserva la mañana (Sol al este) o la tarde. **Parte que se ha de cubrir**: el último uno por ciento es el que más cuesta; 0,95 necesita muchas menos imágenes que 1.</translation>
  </message>
  <message>
   <source>Each image is taken because it adds most to those before. Where several add alike, within 5 per cent, the preferred one is taken: incidence nearest to the wanted one; `morphology` (pixel / cos e) or `albedo` (pixel × (1 / cos e + 1 / cos i)) as ISIS ranks them for mosaics; or the finest pixel.</source>
   <translation>Cada imagen se toma porque es la que más añade a las anteriores. Cuando varias añaden lo mismo, con una diferencia de hasta el 5 por ciento, se toma la preferida: la de incidencia más próxima a la deseada; `morphology` (píxel / cos e) o `albedo` (píxel × (1 / cos e + 1 / cos i)), como las ordena ISIS para los mosaicos; o la de píxel más fino.</translation>
  </message>
  <message>
   <source>The log says how many were chosen, and **how many are needed at least**: a proven bound, not a guess. `adds_km2`, `share` and that number are exact; only where more than 10,000 pairs of footprints overlap are they counted in cells of equal area. The gaps are exact always.</source>
   <translation>El registro dice cuántas se eligieron y **cuántas hacen falta como mínimo**: una cota demostrada, no una estimación. `adds_km2`, `share` y ese número son exactos; solo cuando se solapan más de 10 000 pares de huellas se cuentan en celdas de igual área. Los huecos son siempre exactos.</translation>
  </message>
  <message>
   <source>Draws a map of **how often each cell is seen, and in which light**, before anything is downloaded. Without an area or an extent it shows all that the footprints cover.</source>
   <translation>Dibuja un mapa de **cuántas veces se ve cada celda, y con qué luz**, antes de descargar nada. Sin área ni extensión muestra todo lo que cubren las huellas.</translation>
  </message>
  <message>
   <source>Cells are of equal area, in an equal-area CRS of the body: Lambert's cylindrical, or the azimuthal of a pole where the area lies beyond 60 degrees. An image sees a cell if its footprint holds the cell's middle. The bands: 1 number of looks; 2 best incidence **at the cell** (closest to the wanted one, or the lowest); 3 lowest; 4 highest; 5 largest angle between the suns of two looks.</source>
   <translation>Las celdas tienen la misma área, en un SRC equivalente del cuerpo: el cilíndrico de Lambert, o el acimutal de un polo si el área está más allá de los 60 grados. Una imagen ve una celda si su huella contiene el centro de la celda. Las bandas: 1 número de vistas; 2 mejor incidencia **en la celda** (la más próxima a la deseada, o la menor); 3 la menor; 4 la mayor; 5 mayor ángulo entre las posiciones del Sol de dos vistas.</translation>
  </message>
  <message>
   <source>The gaps are the cells that no image shows, as polygons in the map's CRS.</source>
   <translation>Los huecos son las celdas que ninguna imagen muestra, como polígonos en el SRC del mapa.</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and shadows of the ground are not included. Images without angles or footprint don't count; a warning says how many.</source>
   <translation>La incidencia es respecto a la normal de la esfera, del elipsoide en Marte: no se incluyen las pendientes ni las sombras del terreno. Las imágenes sin ángulos o sin huella no cuentan; una advertencia dice cuántas son.</translation>
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
   <source>Reads whole collections with **every angle** into one file, once. After that `ard:search`, the image finder and the Light tools answer from it in a moment, without a network.</source>
   <translation>Lee colecciones enteras con **todos los ángulos** en un archivo, una sola vez. Después, `ard:search`, el buscador de imágenes y las herramientas de Luz responden a partir de él en un momento, sin red.</translation>
  </message>
  <message>
   <source>**Another run** with the same file brings it up to date: only what is new or has changed is read, labels that failed are tried again, and what the catalogue has no more is marked. A run that is cancelled or killed loses nothing; the next one goes on there.</source>
   <translation>**Otra ejecución** con el mismo archivo lo actualiza: solo se lee lo nuevo o lo que ha cambiado, las etiquetas que fallaron se intentan de nuevo y se marca lo que el catálogo ya no tiene. Una ejecución cancelada o interrumpida no pierde nada; la siguiente continúa allí.</translation>
  </message>
  <message>
   <source>**Index** is a GeoPackage: 200,000 observations take about 230 MB, 138 MB as a zip. Share it, drag it into QGIS, filter it by angle. `ard:search` takes the file, the zip or its web address as `INDEX`; those in the settings are searched first by themselves.</source>
   <translation>**Índice** es un GeoPackage: 200.000 observaciones ocupan unos 230 MB, 138 MB como zip. Compártalo, arrástrelo a QGIS, fíltrelo por ángulo. `ard:search` admite el archivo, el zip o su dirección web como `INDEX`; en los de los ajustes se busca primero automáticamente.</translation>
  </message>
  <message>
   <source>**Extent** or **Area** keeps a part of the body. Another run with another place adds that.</source>
   <translation>**Extensión** o **Área** guarda una parte del cuerpo. Otra ejecución con otro lugar lo añade.</translation>
  </message>
  <message>
   <source>**Parts** above 1: nothing is read now, but `NAME.index.slurm.sh` is written. On a cluster `sh NAME.index.slurm.sh` has each part read by a task of its own, and puts them together.</source>
   <translation>**Partes** mayor que 1: ahora no se lee nada, sino que se escribe `NAME.index.slurm.sh`. En un clúster, `sh NAME.index.slurm.sh` hace que cada parte se lea en una tarea propia y las reúne.</translation>
  </message>
  <message>
   <source>Sorts footprints into **groups of like light**: of each group all suns lie within the tolerance of one image's, the leader's. Group 1 is the largest.</source>
   <translation>Ordena las huellas en **grupos de luz parecida**: en cada grupo, el Sol de todas está a una distancia no mayor que la tolerancia del de una imagen, la guía. El grupo 1 es el mayor.</translation>
  </message>
  <message>
   <source>Light is compared by the direction of the sun over each image's own ground (`sun_east`, `sun_north`, `sun_up`), so that incidence and azimuth count together, azimuths of 359 and 1 are near each other, and a high sun's azimuth hardly matters.</source>
   <translation>La luz se compara por la dirección del Sol sobre el terreno propio de cada imagen (`sun_east`, `sun_north`, `sun_up`), de modo que incidencia y acimut cuentan juntos, los acimutes 359 y 1 están próximos y el acimut de un Sol alto apenas importa.</translation>
  </message>
  <message>
   <source>Images of one group match: they make even mosaics, and shape-from-shading wants many of each. Images without incidence or sun azimuth are in no group; a warning counts them. The angles are those at the centre of each image, without the slope of the ground.</source>
   <translation>Las imágenes de un grupo encajan: dan mosaicos uniformes, y la forma a partir del sombreado necesita muchas de cada grupo. Las imágenes sin incidencia o sin acimut del Sol no están en ningún grupo; una advertencia las cuenta. Los ángulos son los del centro de cada imagen, sin la pendiente del terreno.</translation>
  </message>
  <message>
   <source>Lists for each **place** (points, lines, polygons, or a typed point) the images that see it, and **in which light they show it there**: `incidence` and `sun_azimuth` are at the place, not at the image's centre; for lines and polygons `incidence_min` and `incidence_max` are over what the image shows of them. `sun_angle` is the largest angle to the sun of any other look; `coverage` the part of the place that is seen; `rank` 1 sees most of it, with the finest pixel / cos e.</source>
   <translation>Enumera para cada **lugar** (puntos, líneas, polígonos, o un punto escrito) las imágenes que lo ven, y **con qué luz lo muestran allí**: `incidence` y `sun_azimuth` son los del lugar, no los del centro de la imagen; para líneas y polígonos, `incidence_min` e `incidence_max` son los de la parte que muestra la imagen. `sun_angle` es el mayor ángulo con el Sol de cualquier otra vista; `coverage`, la parte del lugar que se ve; `rank` 1 es la que más ve de él, con el píxel / cos e más fino.</translation>
  </message>
  <message>
   <source>The **summary** says what the looks are worth together. `azimuth_gap`: the largest turn without a sun. `sigma_ratio`: the least over the greatest singular value of the suns' directions; near 0 they lie in a plane, and photometric stereo can't tell slopes. `change_id_a`, `change_id_b`: the two images most alike in light, for finding changes, if any are alike enough.</source>
   <translation>El **resumen** dice lo que valen juntas las vistas. `azimuth_gap`: el mayor giro sin Sol. `sigma_ratio`: el menor valor singular entre el mayor, de las direcciones del Sol; cerca de 0 están en un plano, y el estéreo fotométrico no distingue las pendientes. `change_id_a`, `change_id_b`: las dos imágenes de luz más parecida, para buscar cambios, si hay algunas lo bastante parecidas.</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and cast shadows of the ground are not included. Emission and phase are those at the image's centre.</source>
   <translation>La incidencia es respecto a la normal de la esfera, del elipsoide en Marte: no se incluyen las pendientes ni las sombras arrojadas. La emisión y la fase son las del centro de la imagen.</translation>
  </message>
  <message>
   <source>The output has the images' addresses: add or download them from it.</source>
   <translation>La salida contiene las direcciones de las imágenes: se pueden añadir o descargar desde ella.</translation>
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
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness. They are of the image's centre, or of **anywhere** in what is searched: `incidence_min` to `incidence_max`, to the normal of the ellipsoid, without local slopes.</source>
   <translation>**Los límites de incidencia** conservan solo las observaciones cuya incidencia se conoce y está dentro. 0° es el sol en el cenit, 90° el sol en el horizonte: de 60° a 80° resalta el relieve, por debajo de 40° resalta el brillo. Valen para el centro de la imagen, o para **cualquier lugar** de lo que se busca (anywhere): de `incidence_min` a `incidence_max`, respecto a la normal del elipsoide, sin las pendientes locales.</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**Los ángulos** vienen solo de las etiquetas. `label_status` dice cómo fue cada una: ok, fallback (una segunda etiqueta, buena hasta unos 0,01°), no_label, missing, failed, unreadable o not_read; `label_note` dice por qué.</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and the scripts: to get the images run `sh NAME.download.sh FOLDER` on Linux and macOS, `NAME.download.cmd FOLDER` on Windows. Your own rclone configuration is left alone.</source>
   <translation>**Manifiesto**: una ruta de rclone por línea. Al lado están `NOMBRE.rclone.conf` y los scripts: para obtener las imágenes ejecute `sh NOMBRE.download.sh CARPETA` en Linux y macOS, `NOMBRE.download.cmd CARPETA` en Windows. Su propia configuración de rclone no se toca.</translation>
  </message>
  <message>
   <source>Finds all **stereo pairs** of footprints: two images that see the same ground from two sides in like light. The limits are those of Becker et al. (2015), as ISIS and PILOT use them; the strength orders the pairs by how near they come to the best, and is no measure.</source>
   <translation>Busca todos los **pares estéreo** de las huellas: dos imágenes que ven el mismo terreno desde dos lados con luz parecida. Los límites son los de Becker et al. (2015), como los usan ISIS y PILOT; la calidad (strength) ordena los pares según lo cerca que están de lo mejor, y no es una medida.</translation>
  </message>
  <message>
   <source>`convergence` is the angle between both rays at the middle of the overlap, with its `convergence_error`: for frame cameras from both positions of the spacecraft, for line scanners by a model that was checked against Kaguya's camera model. `parallax_height_ratio` and `shadow_tip_distance` are how far a tower's top and its shadow's tip would move between both images, per height; `sun_angle` says the same of the light in degrees. `overlap_a`, `overlap_b` are parts of each image, `overlap_min` that of the smaller one, in equal area. `vertical_precision` (m) takes a match to 0.2 pixels. `dtm_id` names a released terrain model of the pair, where the layer holds those too.</source>
   <translation>`convergence` es el ángulo entre ambos rayos en el centro del solape, con su `convergence_error`: para cámaras de cuadro, desde ambas posiciones de la sonda; para escáneres de líneas, con un modelo comprobado con el modelo de cámara de Kaguya. `parallax_height_ratio` y `shadow_tip_distance` son cuánto se moverían, por altura, la cima de una torre y la punta de su sombra entre ambas imágenes; `sun_angle` dice lo mismo de la luz en grados. `overlap_a` y `overlap_b` son partes de cada imagen, `overlap_min` la de la menor, en proyección equivalente. `vertical_precision` (m) supone una correlación de 0,2 píxeles. `dtm_id` nombra un modelo del terreno publicado del par, si la capa también los contiene.</translation>
  </message>
  <message>
   <source>Images that lack an angle or a footprint are left out; a warning counts them. Slopes and shadows of the ground are not included. Layers of older versions lack `subspacecraft_azimuth`: run the search again.</source>
   <translation>Las imágenes a las que les falta un ángulo o la huella se omiten; una advertencia las cuenta. No se incluyen las pendientes ni las sombras del terreno. Las capas de versiones anteriores no tienen `subspacecraft_azimuth`: repita la búsqueda.</translation>
  </message>
  <message>
   <source>With a manifest, the images of the pairs are written to it, each once.</source>
   <translation>Con un manifiesto, se escriben en él las imágenes de los pares, cada una una vez.</translation>
  </message>
 </context>
</TS>
