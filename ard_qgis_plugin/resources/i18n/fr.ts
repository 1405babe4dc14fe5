<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
  <message>
   <source>LIMIT left out {count} of {total} images: {names}. Raise LIMIT (0 = no limit) or select the footprints that you want.</source>
   <translation>LIMIT a laissé de côté {count} images sur {total} : {names}. Augmentez LIMIT (0 = sans limite) ou sélectionnez les emprises voulues.</translation>
  </message>
  <message>
   <source>Folder of downloaded images</source>
   <translation>Dossier des images téléchargées</translation>
  </message>
  <message>
   <source>Most images to add (0 = no limit)</source>
   <translation>Nombre maximal d'images à ajouter (0 = sans limite)</translation>
  </message>
  <message>
   <source>Folder for VRTs</source>
   <translation>Dossier des VRT</translation>
  </message>
  <message>
   <source>Images added</source>
   <translation>Images ajoutées</translation>
  </message>
  <message>
   <source>Images beyond the limit</source>
   <translation>Images au-delà de la limite</translation>
  </message>
  <message>
   <source>Images that can't be read</source>
   <translation>Images illisibles</translation>
  </message>
  <message>
   <source>Add images to the map</source>
   <translation>Ajouter les images à la carte</translation>
  </message>
  <message>
   <source>The footprints' images as layers, streamed or from a folder</source>
   <translation>Les images des emprises en couches, par le réseau ou depuis un dossier</translation>
  </message>
  <message>
   <source>planetary,raster,stream,vsicurl,cog,vrt,mosaic,stretch,usgs</source>
   <translation>planétaire,raster,flux,vsicurl,cog,vrt,mosaïque,étirement,usgs</translation>
  </message>
  <message>
   <source>The key of the asset to show: image, or dtm, orthoimage and so on.</source>
   <translation>La clé du fichier à afficher : image, ou dtm, orthoimage, etc.</translation>
  </message>
  <message>
   <source>Where “Download images” put them; what is not there is streamed.</source>
   <translation>Là où « Télécharger les images » les a mises ; ce qui n'y est pas est lu par le réseau.</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>Les premières de la couche jusqu'à ce nombre ; un avertissement dit combien sont laissées de côté.</translation>
  </message>
  <message>
   <source>Layers by collection, by classes of incidence, or in no group.</source>
   <translation>Couches par collection, par classes d'incidence, ou sans groupe.</translation>
  </message>
  <message>
   <source>Shared: images under like light have the same black and white.</source>
   <translation>Partagé : les images sous une lumière semblable ont le même noir et le même blanc.</translation>
  </message>
  <message>
   <source>Gets a VRT for each image and one mosaic for each group, with their style.</source>
   <translation>Reçoit un VRT par image et une mosaïque par groupe, avec leur style.</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>Fichier (asset)</translation>
  </message>
  <message>
   <source>Groups of layers</source>
   <translation>Groupes de couches</translation>
  </message>
  <message>
   <source>Stretch</source>
   <translation>Étirement</translation>
  </message>
  <message>
   <source>Files at the same time</source>
   <translation>Fichiers en même temps</translation>
  </message>
  <message>
   <source>Files copied</source>
   <translation>Fichiers copiés</translation>
  </message>
  <message>
   <source>Files that were there already</source>
   <translation>Fichiers déjà présents</translation>
  </message>
  <message>
   <source>Files that failed</source>
   <translation>Fichiers en échec</translation>
  </message>
  <message>
   <source>Download images</source>
   <translation>Télécharger les images</translation>
  </message>
  <message>
   <source>The footprints' files to a folder, with rclone, each verified</source>
   <translation>Les fichiers des emprises dans un dossier, avec rclone, chacun vérifié</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,usgs,geotiff,cog,assets</source>
   <translation>planétaire,rclone,s3,téléchargement,usgs,geotiff,cog,fichiers</translation>
  </message>
  <message>
   <source>More helps where the network is fast and the files are small.</source>
   <translation>Davantage aide là où le réseau est rapide et les fichiers petits.</translation>
  </message>
  <message>
   <source>As “Add images to the map” does, with a stretch shared by like light.</source>
   <translation>Comme « Ajouter les images à la carte », avec un étirement partagé par lumière semblable.</translation>
  </message>
  <message>
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied.</source>
   <translation>Les fichiers arrivent dans DOSSIER/bucket/chemin ; ce qui est déjà entier n'est pas copié.</translation>
  </message>
  <message>
   <source>A table: what became of each file, and why.</source>
   <translation>Une table : ce qu'il est advenu de chaque fichier, et pourquoi.</translation>
  </message>
  <message>
   <source>Add the images to the map</source>
   <translation>Ajouter les images à la carte</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Rapport</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Téléchargement</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>Une couche créée par « Rechercher des données prêtes à l'analyse » ; toutes les entités ou celles sélectionnées.</translation>
  </message>
  <message>
   <source>Keys of assets, separated by commas: image, thumbnail, dtm and so on.</source>
   <translation>Clés des fichiers, séparées par des virgules : image, thumbnail, dtm, etc.</translation>
  </message>
  <message>
   <source>Asked for the addresses of assets other than image and thumbnail.</source>
   <translation>Interrogée pour les adresses des fichiers autres que image et thumbnail.</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Emprises</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>Fichiers (assets)</translation>
  </message>
  <message>
   <source>The layer holds no footprint, or none is selected.</source>
   <translation>La couche ne contient aucune emprise, ou aucune n'est sélectionnée.</translation>
  </message>
  <message>
   <source>Root of the STAC API</source>
   <translation>Racine de l'API STAC</translation>
  </message>
  <message>
   <source>{count} lines in {path}.</source>
   <translation>{count} lignes dans {path}.</translation>
  </message>
  <message>
   <source>Lines in the manifest</source>
   <translation>Lignes du manifeste</translation>
  </message>
  <message>
   <source>Name of the rclone remote</source>
   <translation>Nom du dépôt distant rclone</translation>
  </message>
  <message>
   <source>rclone manifest</source>
   <translation>manifeste rclone</translation>
  </message>
  <message>
   <source>rclone manifest (*.txt)</source>
   <translation>manifeste rclone (*.txt)</translation>
  </message>
  <message>
   <source>Write rclone manifest</source>
   <translation>Écrire un manifeste rclone</translation>
  </message>
  <message>
   <source>A list of the footprints' files that rclone downloads from</source>
   <translation>Une liste des fichiers des emprises à partir de laquelle rclone télécharge</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,slurm,cluster,usgs,stac</source>
   <translation>planétaire,rclone,s3,téléchargement,slurm,grappe,usgs,stac</translation>
  </message>
  <message>
   <source>More than one: parts of equal length, and a Slurm job for a cluster.</source>
   <translation>Plus d'une : des parties de même longueur et une tâche Slurm pour une grappe de calcul.</translation>
  </message>
  <message>
   <source>The manifest's lines begin with it; the file beside it defines it.</source>
   <translation>Les lignes du manifeste commencent par lui ; le fichier voisin le définit.</translation>
  </message>
  <message>
   <source>NAME.txt; configuration and scripts are written beside it.</source>
   <translation>NOM.txt ; la configuration et les scripts sont écrits à côté.</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Parties</translation>
  </message>
  <message>
   <source>give a layer or the path of one</source>
   <translation>indiquez une couche ou son chemin</translation>
  </message>
  <message>
   <source>write a number from {lowest} to {highest}</source>
   <translation>écrivez un nombre de {lowest} à {highest}</translation>
  </message>
  <message>
   <source>write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)</source>
   <translation>écrivez-le sous la forme 3,5,4,6 [IAU_2015:30100] (ouest, est, sud, nord)</translation>
  </message>
  <message>
   <source>write it like 2009-06-07T14:43:22 (UTC)</source>
   <translation>écrivez-le sous la forme 2009-06-07T14:43:22 (UTC)</translation>
  </message>
  <message>
   <source>it can't be empty</source>
   <translation>il ne peut pas être vide</translation>
  </message>
  <message>
   <source>give the path of a file</source>
   <translation>indiquez le chemin d'un fichier</translation>
  </message>
  <message>
   <source>give the path of a folder</source>
   <translation>indiquez le chemin d'un dossier</translation>
  </message>
  <message>
   <source>give the path of a file, or TEMPORARY_OUTPUT</source>
   <translation>indiquez le chemin d'un fichier, ou TEMPORARY_OUTPUT</translation>
  </message>
  <message>
   <source>see the help</source>
   <translation>voir l'aide</translation>
  </message>
  <message>
   <source>{name} ({title}) is not given: {advice}.</source>
   <translation>{name} ({title}) n'est pas indiqué : {advice}.</translation>
  </message>
  <message>
   <source>{name} ({title}) is {value}, which can't be used: {advice}.</source>
   <translation>{name} ({title}) vaut {value}, qui n'est pas utilisable : {advice}.</translation>
  </message>
  <message>
   <source>write a number, {lowest} or more</source>
   <translation>écrivez un nombre, {lowest} ou plus</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Recherche</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>Nombre maximal d'observations à lire (0 = sans limite)</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>Relire toutes les étiquettes</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>Observations trouvées</translation>
  </message>
  <message>
   <source>Observations with an incidence angle</source>
   <translation>Observations avec angle d'incidence</translation>
  </message>
  <message>
   <source>Observations without an incidence angle</source>
   <translation>Observations sans angle d'incidence</translation>
  </message>
  <message>
   <source>Search analysis ready data</source>
   <translation>Rechercher des données prêtes à l'analyse</translation>
  </message>
  <message>
   <source>Footprints of planetary images, coloured by solar incidence angle</source>
   <translation>Emprises d'images planétaires, colorées selon l'angle d'incidence solaire</translation>
  </message>
  <message>
   <source>planetary,moon,mars,europa,stac,usgs,kaguya,hirise,incidence,footprints,rclone</source>
   <translation>planétaire,lune,mars,europe,stac,usgs,kaguya,hirise,incidence,emprises,rclone</translation>
  </message>
  <message>
   <source>Ids of the collections to search, separated by commas, all of one body.</source>
   <translation>Identifiants des collections à parcourir, séparés par des virgules, toutes du même corps.</translation>
  </message>
  <message>
   <source>What to search, in any CRS of the body; by default what the map shows.</source>
   <translation>Où chercher, dans n'importe quel SCR du corps ; par défaut, ce que montre la carte.</translation>
  </message>
  <message>
   <source>Polygons to search instead of the extent, in any CRS of the body.</source>
   <translation>Polygones où chercher à la place de l'étendue, dans n'importe quel SCR du corps.</translation>
  </message>
  <message>
   <source>Acquired after (UTC)</source>
   <translation>Acquises après (UTC)</translation>
  </message>
  <message>
   <source>Acquired before (UTC)</source>
   <translation>Acquises avant (UTC)</translation>
  </message>
  <message>
   <source>Without it the search is faster and no angle is known.</source>
   <translation>Sans cela la recherche est plus rapide et aucun angle n'est connu.</translation>
  </message>
  <message>
   <source>Smallest incidence angle (degrees)</source>
   <translation>Plus petit angle d'incidence (degrés)</translation>
  </message>
  <message>
   <source>Largest incidence angle (degrees)</source>
   <translation>Plus grand angle d'incidence (degrés)</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>Au plus ce nombre est lu dans le catalogue en tout ; un avertissement le dit.</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>Toute API STAC avec recherche d'éléments ; par défaut celle d'USGS Astrogeology.</translation>
  </message>
  <message>
   <source>Asset that goes into the manifest</source>
   <translation>Fichier (asset) qui va dans le manifeste</translation>
  </message>
  <message>
   <source>The asset's key: image, or dtm, orthoimage, thumbnail and so on.</source>
   <translation>La clé du fichier : image, ou dtm, orthoimage, thumbnail, etc.</translation>
  </message>
  <message>
   <source>Without it, labels that were read in the last 30 days are not read again.</source>
   <translation>Sans cela, les étiquettes lues au cours des 30 derniers jours ne sont pas relues.</translation>
  </message>
  <message>
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>Les emprises, dans le SCR longitude/latitude du corps lui-même, avec leur style.</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf and NAME.download.sh are written beside it.</source>
   <translation>NOM.txt ; NOM.rclone.conf et NOM.download.sh sont écrits à côté.</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Collections</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Étendue</translation>
  </message>
  <message>
   <source>Area (polygons)</source>
   <translation>Zone (polygones)</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>Date d'acquisition en UTC, comme 2009-06-07T14:43:22 ; vide signifie sans limite.</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>Lire les angles dans l'étiquette de chaque observation</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>Ne garde que les observations dont l'incidence est connue et dans les limites.</translation>
  </message>
  <message>
   <source>Add this image to the map</source>
   <translation>Ajouter cette image à la carte</translation>
  </message>
  <message>
   <source>Download this image</source>
   <translation>Télécharger cette image</translation>
  </message>
  <message>
   <source>Open its page in the catalogue</source>
   <translation>Ouvrir sa page dans le catalogue</translation>
  </message>
  <message>
   <source>Show its thumbnail</source>
   <translation>Afficher sa vignette</translation>
  </message>
  <message>
   <source>Tick known collections</source>
   <translation>Cocher des collections connues</translation>
  </message>
  <message>
   <source>from its label</source>
   <translation>dans son étiquette</translation>
  </message>
  <message>
   <source>Collection ids, separated by commas</source>
   <translation>Identifiants de collections, séparés par des virgules</translation>
  </message>
  <message>
   <source>Known collections</source>
   <translation>Collections connues</translation>
  </message>
  <message>
   <source>Incidence angle</source>
   <translation>Angle d'incidence</translation>
  </message>
  <message>
   <source>Clear label cache</source>
   <translation>Vider le cache des étiquettes</translation>
  </message>
  <message>
   <source>Clearing…</source>
   <translation>Vidage…</translation>
  </message>
  <message>
   <source>{labels} labels on the disk, {size} MB.</source>
   <translation>{labels} étiquettes sur le disque, {size} Mo.</translation>
  </message>
  <message>
   <source>Counting labels…</source>
   <translation>Comptage des étiquettes…</translation>
  </message>
  <message>
   <source>Catalogue address</source>
   <translation>Adresse du catalogue</translation>
  </message>
  <message>
   <source>Root of the STAC API that a search asks unless it names another.</source>
   <translation>Racine de l'API STAC qu'une recherche interroge si aucune autre n'est donnée.</translation>
  </message>
  <message>
   <source>rclone remote</source>
   <translation>Dépôt distant rclone</translation>
  </message>
  <message>
   <source>What the lines of a manifest begin with; the file beside it defines it.</source>
   <translation>Ce par quoi commencent les lignes d'un manifeste ; le fichier voisin le définit.</translation>
  </message>
  <message>
   <source>Labels read at the same time</source>
   <translation>Étiquettes lues en même temps</translation>
  </message>
  <message>
   <source>How many connections a search opens, from 1 to 256.</source>
   <translation>Combien de connexions ouvre une recherche, de 1 à 256.</translation>
  </message>
  <message>
   <source>rclone program</source>
   <translation>Programme rclone</translation>
  </message>
  <message>
   <source>Where rclone is; leave it empty to have it found.</source>
   <translation>Où se trouve rclone ; vide, il est cherché.</translation>
  </message>
  <message>
   <source>Labels kept for later searches</source>
   <translation>Étiquettes gardées pour d'autres recherches</translation>
  </message>
  <message>
   <source>The angles of so many labels stay on the disk, 0 for none; 500,000 take 110 MB.</source>
   <translation>Les angles d'autant d'étiquettes restent sur le disque, 0 pour aucune ; 500 000 occupent 110 Mo.</translation>
  </message>
  <message>
   <source>Test rclone</source>
   <translation>Tester rclone</translation>
  </message>
  <message>
   <source>Looking for rclone…</source>
   <translation>Recherche de rclone…</translation>
  </message>
  <message>
   <source>rclone {version} at {path} can be used.</source>
   <translation>rclone {version} dans {path} convient.</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Corps</translation>
  </message>
  <message>
   <source>{title}: the catalogue names no citation.</source>
   <translation>{title} : le catalogue n'indique aucune citation.</translation>
  </message>
  <message>
   <source>Planetary ARD: footprints on {body}, {time}</source>
   <translation>Planetary ARD : emprises sur {body}, {time}</translation>
  </message>
  <message>
   <source>Footprints of {count} observations of {body}, {known} of them with the solar incidence angle that their label holds. Found in {api} on {time} by Planetary ARD {version}, a plugin of QGIS.</source>
   <translation>Emprises de {count} observations de {body}, dont {known} avec l'angle d'incidence solaire que contient leur étiquette. Trouvées dans {api} le {time} par Planetary ARD {version}, une extension de QGIS.</translation>
  </message>
  <message>
   <source>Cite {title}: {citation}</source>
   <translation>Citez {title} : {citation}</translation>
  </message>
  <message>
   <source>{time}: searched with Planetary ARD {version} in QGIS {qgis}</source>
   <translation>{time} : recherche avec Planetary ARD {version} dans QGIS {qgis}</translation>
  </message>
  <message>
   <source>The search again: {command}</source>
   <translation>La même recherche : {command}</translation>
  </message>
  <message>
   <source>What the catalogue was asked: {query}</source>
   <translation>Ce qui a été demandé au catalogue : {query}</translation>
  </message>
  <message>
   <source>Licence: {name}</source>
   <translation>Licence : {name}</translation>
  </message>
  <message>
   <source>no angle</source>
   <translation>sans angle</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>inconnu</translation>
  </message>
  <message>
   <source>sub-solar azimuth</source>
   <translation>azimut subsolaire</translation>
  </message>
  <message>
   <source>phase</source>
   <translation>phase</translation>
  </message>
  <message>
   <source>emission</source>
   <translation>émission</translation>
  </message>
  <message>
   <source>incidence</source>
   <translation>incidence</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}</source>
   <translation>{files} fichiers sur {total}, {size} sur {size_total}</translation>
  </message>
  <message>
   <source>{count} not downloaded, {reason}: {names}.</source>
   <translation>Non téléchargés : {count}, {reason} : {names}.</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}, {rate}/s, {time} left</source>
   <translation>{files} fichiers sur {total}, {size} sur {size_total}, {rate}/s, encore {time}</translation>
  </message>
  <message>
   <source>Run the download again to complete it: what is whole stays.</source>
   <translation>Relancez le téléchargement pour le compléter : ce qui est entier reste.</translation>
  </message>
  <message>
   <source>{copied} files copied ({size}), {there} were there already, {failed} failed.</source>
   <translation>{copied} fichiers copiés ({size}), {there} déjà présents, {failed} en échec.</translation>
  </message>
  <message>
   <source>{done} observations read, {rate} a second</source>
   <translation>{done} observations lues, {rate} par seconde</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second</source>
   <translation>{done} observations lues sur {total}, {rate} par seconde</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second, {seconds} s left</source>
   <translation>{done} observations lues sur {total}, {rate} par seconde, encore {seconds} s</translation>
  </message>
  <message>
   <source>No observation matches the search, so there is nothing in the outputs. Search a larger extent, a longer time, or other collections.</source>
   <translation>Aucune observation ne correspond à la recherche, les sorties sont donc vides. Cherchez dans une étendue plus grande, une période plus longue ou d'autres collections.</translation>
  </message>
  <message>
   <source>{read} observations read, {dropped} are outside the incidence limits; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>{read} observations lues, {dropped} sont hors des limites d'incidence ; {kept} emprises, dont {known} avec un angle d'incidence.</translation>
  </message>
  <message>
   <source>{read} observations read; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>{read} observations lues ; {kept} emprises, dont {known} avec un angle d'incidence.</translation>
  </message>
  <message>
   <source>{beside} more are in the longitude/latitude box around what is searched, but don't touch it.</source>
   <translation>{beside} autres sont dans le rectangle de longitude et latitude autour de la zone cherchée, mais ne la touchent pas.</translation>
  </message>
  <message>
   <source>Search analysis ready data…</source>
   <translation>Rechercher des données prêtes à l'analyse…</translation>
  </message>
  <message>
   <source>Planetary ARD: search analysis ready data</source>
   <translation>Planetary ARD : rechercher des données prêtes à l'analyse</translation>
  </message>
  <message>
   <source>Processing is switched off: tick it in the plugin manager and restart.</source>
   <translation>Processing est désactivé : cochez-le dans le gestionnaire d'extensions et redémarrez.</translation>
  </message>
  <message>
   <source>Planetary ARD (analysis ready data of the Moon and planets)</source>
   <translation>Planetary ARD (données de la Lune et des planètes prêtes à l'analyse)</translation>
  </message>
  <message>
   <source>Adds the images of a footprint layer to the map, a layer for each. Select footprints first to take only those. The interface stays free meanwhile.</source>
   <translation>Ajoute à la carte les images d'une couche d'emprises, une couche par image. Sélectionnez d'abord des emprises pour ne prendre que celles-là. L'interface reste libre pendant ce temps.</translation>
  </message>
  <message>
   <source>Images are **streamed**: QGIS reads only what the map shows, from the image's own overviews. Those that “Download images” has put into **Folder** are read from there.</source>
   <translation>Les images sont lues **par le réseau** : QGIS ne lit que ce que montre la carte, dans les aperçus de l'image elle-même. Celles que « Télécharger les images » a mises dans le **dossier** sont lues là.</translation>
  </message>
  <message>
   <source>**Stretch**: with `shared`, images of a collection whose sun stood alike (in the same 10° of incidence) have the same black and white, so that they fit together. `per image` shows each as well as can be; `none` shows the values as they are. Nodata is transparent, and values have the scale of the image applied.</source>
   <translation>**Étirement** : avec `shared`, les images d'une collection dont le soleil était à hauteur semblable (dans les mêmes 10° d'incidence) ont le même noir et le même blanc, et s'accordent ainsi. `per image` montre chacune au mieux ; `none` montre les valeurs telles quelles. Les pixels sans données sont transparents, et l'échelle de l'image est appliquée aux valeurs.</translation>
  </message>
  <message>
   <source>**Folder for VRTs** gets a small VRT file for each image, and a mosaic for each group (and CRS), each with its style beside it: they open in QGIS and GDAL without this plugin.</source>
   <translation>**Le dossier des VRT** reçoit un petit fichier VRT par image et une mosaïque par groupe (et SCR), chacun avec son style à côté : ils s'ouvrent dans QGIS et GDAL sans cette extension.</translation>
  </message>
  <message>
   <source>Downloads the files of a footprint layer with **rclone**, one process for all of them. Select footprints first to take only those. Files land at `FOLDER/bucket/path`, as they do with the script beside a manifest.</source>
   <translation>Télécharge les fichiers d'une couche d'emprises avec **rclone**, un seul processus pour tous. Sélectionnez d'abord des emprises pour ne prendre que celles-là. Les fichiers arrivent dans `DOSSIER/bucket/chemin`, comme avec le script qui accompagne un manifeste.</translation>
  </message>
  <message>
   <source>What is there and whole is not copied again, so a download that broke off, was cancelled or met a full disk is completed by **running it again**. At the end every file is held against the size that it has on the server; what is cut short is removed.</source>
   <translation>Ce qui est déjà entier n'est pas copié de nouveau ; un téléchargement interrompu, annulé ou arrêté par un disque plein se complète donc **en le relançant**. À la fin, chaque fichier est comparé à la taille qu'il a sur le serveur ; ce qui est tronqué est supprimé.</translation>
  </message>
  <message>
   <source>**Report**: a table with a row for each file. `status` is copied, already_there or failed, and `reason` says why it failed.</source>
   <translation>**Rapport** : une table avec une ligne par fichier. `status` vaut copied, already_there ou failed, et `reason` dit pourquoi il a échoué.</translation>
  </message>
  <message>
   <source>rclone 1.60 or newer has to be installed: `apt install rclone`, `brew install rclone`, `winget install Rclone.Rclone`, or from rclone.org. Your own rclone configuration is left alone.</source>
   <translation>rclone 1.60 ou plus récent doit être installé : `apt install rclone`, `brew install rclone`, `winget install Rclone.Rclone`, ou depuis rclone.org. Votre propre configuration de rclone n'est pas touchée.</translation>
  </message>
  <message>
   <source>Writes the **rclone manifest** of a footprint layer: one file a line, in the layer's order, each once. Select footprints first to take only those.</source>
   <translation>Écrit le **manifeste rclone** d'une couche d'emprises : un fichier par ligne, dans l'ordre de la couche, chacun une seule fois. Sélectionnez d'abord des emprises pour ne prendre que celles-là.</translation>
  </message>
  <message>
   <source>**Assets**: `image` and `thumbnail` are known to the layer; addresses of others (`dtm`, `pds_label`, `usgscsm_isd` and so on) are read from the catalogue. What an observation lacks is named in a warning and left out.</source>
   <translation>**Fichiers (assets)** : la couche connaît `image` et `thumbnail` ; les adresses des autres (`dtm`, `pds_label`, `usgscsm_isd`, etc.) sont lues dans le catalogue. Ce qui manque à une observation est nommé dans un avertissement et laissé de côté.</translation>
  </message>
  <message>
   <source>Beside `NAME.txt` stand `NAME.rclone.conf` and the scripts. On Linux and macOS run `sh NAME.download.sh FOLDER`, on Windows `NAME.download.cmd FOLDER`. Your own rclone configuration is left alone.</source>
   <translation>À côté de `NOM.txt` se trouvent `NOM.rclone.conf` et les scripts. Sous Linux et macOS lancez `sh NOM.download.sh DOSSIER`, sous Windows `NOM.download.cmd DOSSIER`. Votre propre configuration de rclone n'est pas touchée.</translation>
  </message>
  <message>
   <source>**Parts**: with more than one, `NAME.part-001.txt` and so on share the lines equally, and `sh NAME.slurm.sh FOLDER` hands them to Slurm: each part is a task of its own, one that is killed goes on, and `NAME.summary.txt` says what is missing at the end.</source>
   <translation>**Parties** : avec plus d'une, `NOM.part-001.txt` et les suivants se partagent les lignes à parts égales, et `sh NOM.slurm.sh DOSSIER` les confie à Slurm : chaque partie est une tâche à part, celle qui est interrompue reprend, et à la fin `NOM.summary.txt` dit ce qui manque.</translation>
  </message>
  <message>
   <source>Finds the analysis ready images that touch an extent, reads the **solar incidence angle** of each from its label, and loads their footprints coloured by it. With a manifest, rclone downloads the images.</source>
   <translation>Trouve les images prêtes à l'analyse qui touchent une étendue, lit dans l'étiquette de chacune l'**angle d'incidence solaire** et charge leurs emprises colorées selon lui. Avec un manifeste, rclone télécharge les images.</translation>
  </message>
  <message>
   <source>**Extent**: the map as you see it, in any CRS of the body, over a pole or across ±180° too. **Area**: polygons to search instead. `coverage` is the part of it that each footprint covers, 0 to 1. The body follows from the collections; the output is in its own longitude/latitude CRS (Moon: IAU_2015:30100).</source>
   <translation>**Étendue** : la carte telle qu'on la voit, dans n'importe quel SCR du corps, même sur un pôle ou à travers ±180°. **Zone** : polygones où chercher à la place. `coverage` est la part que couvre chaque emprise, de 0 à 1. Le corps découle des collections ; la sortie est dans son propre SCR longitude/latitude (Lune : IAU_2015:30100).</translation>
  </message>
  <message>
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness.</source>
   <translation>**Les limites d'incidence** ne gardent que les observations dont l'incidence est connue et comprise entre elles. 0° est le soleil au zénith, 90° le soleil à l'horizon : de 60° à 80° le relief ressort, sous 40° c'est la brillance.</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**Les angles** viennent des seules étiquettes. `label_status` dit comment chacune s'est passée : ok, fallback (une étiquette de second choix, juste à environ 0,01°), no_label, missing, failed, unreadable ou not_read ; `label_note` dit pourquoi.</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and `NAME.download.sh`; run `sh NAME.download.sh FOLDER` to get the images. Your own rclone configuration is left alone.</source>
   <translation>**Manifeste** : un chemin rclone par ligne. À côté se trouvent `NOM.rclone.conf` et `NOM.download.sh` ; lancez `sh NOM.download.sh DOSSIER` pour obtenir les images. Votre propre configuration de rclone n'est pas touchée.</translation>
  </message>
 </context>
</TS>
