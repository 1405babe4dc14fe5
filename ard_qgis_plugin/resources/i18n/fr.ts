<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
  <message>
   <source>Search</source>
   <translation>Recherche</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Lumière</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Téléchargement</translation>
  </message>
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
   <source>Where “Download images” put them, by default the last time; what is not there is streamed.</source>
   <translation>Où « Télécharger les images » les a mises, par défaut la dernière fois ; ce qui n'y est pas est lu par le réseau.</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>Les premières de la couche jusqu'à ce nombre ; un avertissement dit combien sont laissées de côté.</translation>
  </message>
  <message>
   <source>By collection, by classes of incidence, by like light, or in no group.</source>
   <translation>Par collection, par classes d'incidence, par lumière semblable, ou sans groupe.</translation>
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
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied. By default the folder of the last download.</source>
   <translation>Les fichiers arrivent dans FOLDER/bucket/path ; ce qui est déjà là en entier n'est pas copié. Par défaut, le dossier du dernier téléchargement.</translation>
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
   <source>Keys of assets, separated by commas: image, thumbnail, dtm and so on.</source>
   <translation>Clés des fichiers, séparées par des virgules : image, thumbnail, dtm, etc.</translation>
  </message>
  <message>
   <source>Asked for the addresses of assets other than image and thumbnail.</source>
   <translation>Interrogée pour les adresses des fichiers autres que image et thumbnail.</translation>
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
   <source>Area (polygons)</source>
   <translation>Zone (polygones)</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>Lire les angles dans l'étiquette de chaque observation</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>Relire toutes les étiquettes</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>Une couche créée par « Rechercher des données prêtes à l'analyse » ; toutes les entités ou celles sélectionnées.</translation>
  </message>
  <message>
   <source>Root of the STAC API</source>
   <translation>Racine de l'API STAC</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Emprises</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>Toute API STAC avec recherche d'éléments ; par défaut celle d'USGS Astrogeology.</translation>
  </message>
  <message>
   <source>{count} images are chosen; at least {needed} are needed for as much.</source>
   <translation>{count} images sont choisies ; il en faut au moins {needed} pour couvrir autant.</translation>
  </message>
  <message>
   <source>Only {possible} of the area are shown by any image of the wanted light, {share} were asked for.</source>
   <translation>Les images dans la lumière voulue ne montrent que {possible} de la zone ; {share} étaient demandés.</translation>
  </message>
  <message>
   <source>Wanted incidence angle (degrees)</source>
   <translation>Angle d'incidence voulu (degrés)</translation>
  </message>
  <message>
   <source>Only images near it are chosen; empty takes images of any light.</source>
   <translation>Seules les images proches de cette valeur sont choisies ; vide : n'importe quelle lumière.</translation>
  </message>
  <message>
   <source>Tolerance (degrees)</source>
   <translation>Tolérance (degrés)</translation>
  </message>
  <message>
   <source>How far an image's incidence may be from the wanted one.</source>
   <translation>De combien l'incidence d'une image peut s'écarter de celle voulue.</translation>
  </message>
  <message>
   <source>Morning: the sun is in the east, its azimuth below 180 degrees.</source>
   <translation>Matin (morning) : le Soleil est à l'est, son azimut est inférieur à 180 degrés.</translation>
  </message>
  <message>
   <source>Part to cover (0 to 1)</source>
   <translation>Part à couvrir (0 à 1)</translation>
  </message>
  <message>
   <source>The last per cent cost many images: 0.95 needs far fewer than 1.</source>
   <translation>Les derniers pour cent coûtent beaucoup d'images : 0,95 en demande bien moins que 1.</translation>
  </message>
  <message>
   <source>Which image is taken where several add alike, within 5 per cent.</source>
   <translation>L'image prise quand plusieurs apportent autant, à 5 pour cent près.</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Lacunes</translation>
  </message>
  <message>
   <source>What of the area no chosen image shows.</source>
   <translation>Ce qu'aucune image choisie ne montre de la zone.</translation>
  </message>
  <message>
   <source>Images chosen</source>
   <translation>Images choisies</translation>
  </message>
  <message>
   <source>Images needed at least</source>
   <translation>Images nécessaires au minimum</translation>
  </message>
  <message>
   <source>Part of the area that is covered (0 to 1)</source>
   <translation>Part de la zone couverte (0 à 1)</translation>
  </message>
  <message>
   <source>Fewest images that cover an area</source>
   <translation>Le moins d'images qui couvrent une zone</translation>
  </message>
  <message>
   <source>A small set of images in like light, and how many are needed at least</source>
   <translation>Un petit ensemble d'images en lumière semblable, et combien il en faut au minimum</translation>
  </message>
  <message>
   <source>planetary,mosaic,set cover,gaps,incidence,morning,evening,choose</source>
   <translation>planétaire,mosaïque,couverture,lacunes,incidence,matin,soir,choisir</translation>
  </message>
  <message>
   <source>What is to be covered, in any CRS of the body.</source>
   <translation>Ce qu'il faut couvrir, dans n'importe quel SCR du corps.</translation>
  </message>
  <message>
   <source>Side of the sun</source>
   <translation>Côté du Soleil</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>Préférence</translation>
  </message>
  <message>
   <source>Chosen footprints</source>
   <translation>Emprises choisies</translation>
  </message>
  <message>
   <source>In the order in which they add most, with order, adds_km2 and share.</source>
   <translation>Dans l'ordre où elles apportent le plus, avec order, adds_km2 et share.</translation>
  </message>
  <message>
   <source>{share} of {count} cells are seen.</source>
   <translation>{share} des {count} cellules sont vues.</translation>
  </message>
  <message>
   <source>The best incidence is the one closest to it; empty takes the lowest.</source>
   <translation>La meilleure incidence est la plus proche de cette valeur ; vide : la plus faible.</translation>
  </message>
  <message>
   <source>The cells that no image shows, in the CRS of the map.</source>
   <translation>Les cellules qu'aucune image ne montre, dans le SCR de la carte.</translation>
  </message>
  <message>
   <source>Cells of the area</source>
   <translation>Cellules de la zone</translation>
  </message>
  <message>
   <source>Part of the cells that is seen (0 to 1)</source>
   <translation>Part des cellules qui est vue (0 à 1)</translation>
  </message>
  <message>
   <source>Most looks at a cell</source>
   <translation>Plus grand nombre de vues d'une cellule</translation>
  </message>
  <message>
   <source>Coverage and gap map</source>
   <translation>Carte de couverture et de lacunes</translation>
  </message>
  <message>
   <source>How often, and in which light, each cell of an area is seen</source>
   <translation>Combien de fois, et dans quelle lumière, chaque cellule d'une zone est vue</translation>
  </message>
  <message>
   <source>planetary,raster,density,gaps,incidence,looks,geotiff</source>
   <translation>planétaire,raster,densité,lacunes,incidence,vues,geotiff</translation>
  </message>
  <message>
   <source>What the map shows, in any CRS of the body.</source>
   <translation>Ce que montre la carte, dans n'importe quel SCR du corps.</translation>
  </message>
  <message>
   <source>The side of a cell; all cells are of one area.</source>
   <translation>Le côté d'une cellule ; toutes les cellules ont la même aire.</translation>
  </message>
  <message>
   <source>Degrees of a great circle, or metres on the ground.</source>
   <translation>Degrés d'un grand cercle, ou mètres au sol.</translation>
  </message>
  <message>
   <source>Bands: looks, best, lowest and highest incidence, angle between the suns.</source>
   <translation>Bandes : vues, incidence la meilleure, la plus faible et la plus forte, angle entre les Soleils.</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>Cellule</translation>
  </message>
  <message>
   <source>Unit of the cell</source>
   <translation>Unité de la cellule</translation>
  </message>
  <message>
   <source>Coverage map</source>
   <translation>Carte de couverture</translation>
  </message>
  <message>
   <source>Used where no area is given, in any CRS of the body; else all footprints.</source>
   <translation>Utilisée si aucune zone n'est donnée, dans n'importe quel SCR du corps ; sinon toutes les emprises.</translation>
  </message>
  <message>
   <source>The images' files, each once; configuration and scripts beside it.</source>
   <translation>Les fichiers des images, chacun une fois ; la configuration et les scripts sont à côté.</translation>
  </message>
  <message>
   <source>{count} features are of images that came before: left out.</source>
   <translation>{count} entités sont d'images déjà rencontrées : laissées de côté.</translation>
  </message>
  <message>
   <source>no footprint</source>
   <translation>sans emprise</translation>
  </message>
  <message>
   <source>no incidence angle</source>
   <translation>sans angle d'incidence</translation>
  </message>
  <message>
   <source>no sun azimuth</source>
   <translation>sans azimut du Soleil</translation>
  </message>
  <message>
   <source>no emission angle</source>
   <translation>sans angle d'émission</translation>
  </message>
  <message>
   <source>no phase angle</source>
   <translation>sans angle de phase</translation>
  </message>
  <message>
   <source>no spacecraft azimuth</source>
   <translation>sans azimut de la sonde</translation>
  </message>
  <message>
   <source>no pixel size</source>
   <translation>sans taille de pixel</translation>
  </message>
  <message>
   <source>Images left out: {reasons}.</source>
   <translation>Images laissées de côté : {reasons}.</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Étendue</translation>
  </message>
  <message>
   <source>{count} groups of like light.</source>
   <translation>{count} groupes de lumière semblable.</translation>
  </message>
  <message>
   <source>The sun of each image is at most so far from that of its group's leader.</source>
   <translation>Le Soleil de chaque image est au plus à cette distance de celui de l'image de tête de son groupe.</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>Images without angles</source>
   <translation>Images sans angles</translation>
  </message>
  <message>
   <source>Groups of like light</source>
   <translation>Groupes de lumière semblable</translation>
  </message>
  <message>
   <source>Footprints sorted into groups with the sun in the same place</source>
   <translation>Emprises classées en groupes où le Soleil est au même endroit</translation>
  </message>
  <message>
   <source>planetary,sun,incidence,azimuth,cluster,illumination,mosaic</source>
   <translation>planétaire,Soleil,incidence,azimut,regrouper,éclairement,mosaïque</translation>
  </message>
  <message>
   <source>Footprints with groups</source>
   <translation>Emprises avec groupes</translation>
  </message>
  <message>
   <source>The footprints, with light_group (1 is the largest) and the sun's direction.</source>
   <translation>Les emprises, avec light_group (1 est le plus grand) et la direction du Soleil.</translation>
  </message>
  <message>
   <source>{looks} looks at {places} places.</source>
   <translation>{looks} vues de {places} lieux.</translation>
  </message>
  <message>
   <source>At the place, not at the image's centre.</source>
   <translation>Au lieu, non au centre de l'image.</translation>
  </message>
  <message>
   <source>At the image's centre.</source>
   <translation>Au centre de l'image.</translation>
  </message>
  <message>
   <source>For the pair to find changes in: so far may the suns be apart.</source>
   <translation>Pour la paire où chercher des changements : l'écart permis entre les Soleils.</translation>
  </message>
  <message>
   <source>Largest difference of incidence for like light (degrees)</source>
   <translation>Plus grande différence d'incidence pour une lumière semblable (degrés)</translation>
  </message>
  <message>
   <source>For the pair to find changes in; 3 as for LROC's temporal pairs.</source>
   <translation>Pour la paire où chercher des changements ; 3 comme les paires temporelles de LROC.</translation>
  </message>
  <message>
   <source>Looks at all places</source>
   <translation>Vues de tous les lieux</translation>
  </message>
  <message>
   <source>Looks at a place</source>
   <translation>Vues d'un lieu</translation>
  </message>
  <message>
   <source>Which images see a place, and in which light each shows it</source>
   <translation>Quelles images voient un lieu, et dans quelle lumière chacune le montre</translation>
  </message>
  <message>
   <source>planetary,incidence,sun,repeat,change detection,photometric stereo</source>
   <translation>planétaire,incidence,Soleil,répétition,détection de changements,stéréo photométrique</translation>
  </message>
  <message>
   <source>Points, lines or polygons in any CRS of the body; a field name is kept.</source>
   <translation>Points, lignes ou polygones dans n'importe quel SCR du corps ; un champ name est conservé.</translation>
  </message>
  <message>
   <source>Used where no places are given: 303.2,8.1 [IAU_2015:30100].</source>
   <translation>Utilisé si aucun lieu n'est donné : 303.2,8.1 [IAU_2015:30100].</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>Vues</translation>
  </message>
  <message>
   <source>A footprint for each place and image that sees it, with the light there.</source>
   <translation>Une emprise pour chaque lieu et image qui le voit, avec la lumière en ce lieu.</translation>
  </message>
  <message>
   <source>A point for each place, with what its looks are worth together.</source>
   <translation>Un point pour chaque lieu, avec ce que valent ses vues ensemble.</translation>
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
   <source>Largest emission angle (degrees)</source>
   <translation>Plus grand angle d'émission (degrés)</translation>
  </message>
  <message>
   <source>Like light (degrees)</source>
   <translation>Lumière semblable (degrés)</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lieux</translation>
  </message>
  <message>
   <source>Typed point</source>
   <translation>Point saisi</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Résumé</translation>
  </message>
  <message>
   <source>{count} pairs were found, the best {most} are written.</source>
   <translation>{count} paires ont été trouvées, les {most} meilleures sont écrites.</translation>
  </message>
  <message>
   <source>Of each image; Becker et al. (2015) recommend 40 to 65, best 50.</source>
   <translation>De chaque image ; Becker et al. (2015) recommandent de 40 à 65, le mieux est 50.</translation>
  </message>
  <message>
   <source>Of each image, between sun and spacecraft; 30 and more is best.</source>
   <translation>De chaque image, entre le Soleil et la sonde ; le mieux est 30 et plus.</translation>
  </message>
  <message>
   <source>Parallax per height: 0.1 is about 5 degrees, 0.4 to 0.6 is best.</source>
   <translation>Parallaxe par hauteur : 0,1 vaut environ 5 degrés, le mieux est de 0,4 à 0,6.</translation>
  </message>
  <message>
   <source>Largest difference of solar longitudes (degrees)</source>
   <translation>Plus grande différence de longitudes solaires (degrés)</translation>
  </message>
  <message>
   <source>On Mars: images of like season; where it is unknown there is no pair.</source>
   <translation>Sur Mars : images de même saison ; là où elle est inconnue, il n'y a pas de paire.</translation>
  </message>
  <message>
   <source>Spacing of the terrain model (metres)</source>
   <translation>Pas du modèle de terrain (mètres)</translation>
  </message>
  <message>
   <source>Only images whose pixel is at most a third of it, as a DTM needs.</source>
   <translation>Seulement les images dont le pixel en vaut au plus un tiers, comme il faut à un MNT.</translation>
  </message>
  <message>
   <source>Most pairs (0 = all)</source>
   <translation>Plus grand nombre de paires (0 = toutes)</translation>
  </message>
  <message>
   <source>Pairs found</source>
   <translation>Paires trouvées</translation>
  </message>
  <message>
   <source>Images without what a pair needs</source>
   <translation>Images sans ce qu'il faut à une paire</translation>
  </message>
  <message>
   <source>Find stereo pairs</source>
   <translation>Trouver des paires stéréo</translation>
  </message>
  <message>
   <source>Images that see the same ground from two sides in like light</source>
   <translation>Images qui voient le même sol de deux côtés en lumière semblable</translation>
  </message>
  <message>
   <source>planetary,stereo,convergence,parallax,dtm,dem,overlap,kaguya,usgs</source>
   <translation>planétaire,stéréo,convergence,parallaxe,mnt,mne,recouvrement,kaguya,usgs</translation>
  </message>
  <message>
   <source>Only pairs whose overlap touches it; else all pairs.</source>
   <translation>Seulement les paires dont le recouvrement la touche ; sinon toutes les paires.</translation>
  </message>
  <message>
   <source>Stereo pairs</source>
   <translation>Paires stéréo</translation>
  </message>
  <message>
   <source>A polygon for each pair, where both images see the ground; best first.</source>
   <translation>Un polygone par paire, là où les deux images voient le sol ; la meilleure d'abord.</translation>
  </message>
  <message>
   <source>Of each image; steep slopes are hidden beyond its complement.</source>
   <translation>De chaque image ; au-delà de son complément les fortes pentes sont cachées.</translation>
  </message>
  <message>
   <source>Smallest phase angle (degrees)</source>
   <translation>Plus petit angle de phase (degrés)</translation>
  </message>
  <message>
   <source>Largest phase angle (degrees)</source>
   <translation>Plus grand angle de phase (degrés)</translation>
  </message>
  <message>
   <source>The coarser over the finer pixel; beyond 2.5 resample.</source>
   <translation>Le pixel le plus grossier sur le plus fin ; au-delà de 2,5, rééchantillonner.</translation>
  </message>
  <message>
   <source>Smallest parallax/height ratio</source>
   <translation>Plus petit rapport parallaxe/hauteur</translation>
  </message>
  <message>
   <source>Largest parallax/height ratio</source>
   <translation>Plus grand rapport parallaxe/hauteur</translation>
  </message>
  <message>
   <source>Per height; 0 is the same light, which is best.</source>
   <translation>Par hauteur ; 0 est la même lumière, ce qui est le mieux.</translation>
  </message>
  <message>
   <source>20 and less is best.</source>
   <translation>Le mieux est 20 et moins.</translation>
  </message>
  <message>
   <source>The part of the smaller image that both see; 0.5 and more is best.</source>
   <translation>La part de la plus petite image que les deux voient ; le mieux est 0,5 et plus.</translation>
  </message>
  <message>
   <source>The best so many.</source>
   <translation>Les meilleures, jusqu'à ce nombre.</translation>
  </message>
  <message>
   <source>Largest ratio of pixel sizes</source>
   <translation>Plus grand rapport de tailles de pixel</translation>
  </message>
  <message>
   <source>Largest distance of shadow tips</source>
   <translation>Plus grande distance entre les pointes des ombres</translation>
  </message>
  <message>
   <source>Largest difference of sun azimuths (degrees)</source>
   <translation>Plus grande différence d'azimuts du Soleil (degrés)</translation>
  </message>
  <message>
   <source>Smallest overlap (0 to 1)</source>
   <translation>Plus petit recouvrement (0 à 1)</translation>
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
   <source>{name} ({title}) is shown by the layer {layer}, which is being edited: save or discard its edits, or choose another file.</source>
   <translation>{name} ({title}) est affiché par la couche {layer}, qui est en cours d’édition : enregistrez ou abandonnez ses modifications, ou choisissez un autre fichier.</translation>
  </message>
  <message>
   <source>write a number, {lowest} or more</source>
   <translation>écrivez un nombre, {lowest} ou plus</translation>
  </message>
  <message>
   <source>{path} is written: run sh {name} on the cluster.</source>
   <translation>{path} est écrit : lancez sh {name} sur la grappe de calcul.</translation>
  </message>
  <message>
   <source>Most observations to read in this run (0 = no limit)</source>
   <translation>Nombre maximal d'observations à lire lors de cette exécution (0 = sans limite)</translation>
  </message>
  <message>
   <source>Parts, for a cluster</source>
   <translation>Parties, pour une grappe de calcul</translation>
  </message>
  <message>
   <source>The part to read, as the job gives it</source>
   <translation>La partie à lire, telle que la tâche l'indique</translation>
  </message>
  <message>
   <source>Observations added</source>
   <translation>Observations ajoutées</translation>
  </message>
  <message>
   <source>Observations that had changed</source>
   <translation>Observations qui avaient changé</translation>
  </message>
  <message>
   <source>Observations that are as they were</source>
   <translation>Observations inchangées</translation>
  </message>
  <message>
   <source>Observations that the catalogue has no more</source>
   <translation>Observations que le catalogue n'a plus</translation>
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
   <source>The same as GeoParquet</source>
   <translation>La même chose en GeoParquet</translation>
  </message>
  <message>
   <source>GeoParquet (*.parquet)</source>
   <translation>Fichier GeoParquet (*.parquet)</translation>
  </message>
  <message>
   <source>For other programs; only where the GDAL of this QGIS can write it.</source>
   <translation>Pour d'autres programmes ; seulement là où le GDAL de ce QGIS sait l'écrire.</translation>
  </message>
  <message>
   <source>Keep a collection in a file</source>
   <translation>Garder une collection dans un fichier</translation>
  </message>
  <message>
   <source>Whole collections with every angle in one file, searched offline</source>
   <translation>Des collections entières avec tous les angles dans un seul fichier, à parcourir hors ligne</translation>
  </message>
  <message>
   <source>planetary,moon,mars,stac,offline,index,geopackage,incidence,kaguya</source>
   <translation>planétaire,lune,mars,stac,hors ligne,index,geopackage,incidence,kaguya</translation>
  </message>
  <message>
   <source>Ids of the collections to keep, separated by commas, all of one body.</source>
   <translation>Identifiants des collections à garder, séparés par des virgules, toutes du même corps.</translation>
  </message>
  <message>
   <source>What to keep, in any CRS of the body; empty is the whole body.</source>
   <translation>Ce qu'il faut garder, dans n'importe quel SCR du corps ; vide : le corps entier.</translation>
  </message>
  <message>
   <source>Polygons to keep instead of the extent, in any CRS of the body.</source>
   <translation>Polygones à garder à la place de l'étendue, dans n'importe quel SCR du corps.</translation>
  </message>
  <message>
   <source>Without it no angle is known; another run can read the labels later.</source>
   <translation>Sans cela aucun angle n'est connu ; une autre exécution peut lire les étiquettes plus tard.</translation>
  </message>
  <message>
   <source>At most so many are read now; another run goes on where this one ended.</source>
   <translation>Au plus ce nombre est lu maintenant ; une autre exécution reprend là où celle-ci s'est arrêtée.</translation>
  </message>
  <message>
   <source>Without it only labels that are new, or failed before, are read.</source>
   <translation>Sans cela, seules les étiquettes nouvelles, ou en échec auparavant, sont lues.</translation>
  </message>
  <message>
   <source>More than one: nothing is read now, but a Slurm job is written that does.</source>
   <translation>Plus d'une : rien n'est lu maintenant, mais une tâche Slurm qui le fait est écrite.</translation>
  </message>
  <message>
   <source>3/16 reads the third of 16 parts; all/16 puts the 16 together.</source>
   <translation>3/16 lit la troisième de 16 parties ; all/16 rassemble les 16.</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Fichier d'index</translation>
  </message>
  <message>
   <source>Index (*.gpkg)</source>
   <translation>Fichier d'index (*.gpkg)</translation>
  </message>
  <message>
   <source>A new file, or one to bring up to date; by default one in your profile.</source>
   <translation>Un nouveau fichier, ou un fichier à mettre à jour ; par défaut un fichier de votre profil.</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Collections</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>Nombre maximal d'observations à lire (0 = sans limite)</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>Observations trouvées</translation>
  </message>
  <message>
   <source>Index that is searched first</source>
   <translation>Fichier d'index où chercher d'abord</translation>
  </message>
  <message>
   <source>Ask the catalogue</source>
   <translation>Interroger le catalogue</translation>
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
   <source>The image's centre, or anywhere in what is searched: then an image counts if any place of it there is inside the limits.</source>
   <translation>Le centre de l'image, ou n'importe quel endroit de ce qui est cherché (anywhere) : une image compte alors si l'un de ses endroits y est dans les limites.</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>Au plus ce nombre est lu dans le catalogue en tout ; un avertissement le dit.</translation>
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
   <source>A file, zip or web address that ard:index made; those of the settings too.</source>
   <translation>Un fichier, un zip ou une adresse web, créé par ard:index ; ceux des paramètres aussi.</translation>
  </message>
  <message>
   <source>auto: for what no index holds, or only an old one; always; or never.</source>
   <translation>auto : pour ce qu'aucun index ne contient, ou seulement un ancien ; always : toujours ; never : jamais.</translation>
  </message>
  <message>
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>Les emprises, dans le SCR longitude/latitude du corps lui-même, avec leur style.</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf, NAME.download.sh and NAME.download.cmd are written beside it.</source>
   <translation>NOM.txt ; NOM.rclone.conf, NOM.download.sh et NOM.download.cmd sont écrits à côté.</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>Date d'acquisition en UTC, comme 2009-06-07T14:43:22 ; vide signifie sans limite.</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>Ne garde que les observations dont l'incidence est connue et dans les limites.</translation>
  </message>
  <message>
   <source>Incidence limits are of</source>
   <translation>Les limites d'incidence valent pour</translation>
  </message>
  <message>
   <source>Index (*.gpkg *.zip)</source>
   <translation>Fichier d'index (*.gpkg *.zip)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Tous les fichiers (*)</translation>
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
   <source>Stereo partners of this image</source>
   <translation>Paires stéréo de cette image</translation>
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
   <source>Images: {count}, {size}</source>
   <translation>Images : {count}, {size}</translation>
  </message>
  <message>
   <source>size unknown</source>
   <translation>taille inconnue</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>Choisir un dossier…</translation>
  </message>
  <message>
   <source>Shows the images, streamed from their server</source>
   <translation>Affiche les images, lues directement sur leur serveur</translation>
  </message>
  <message>
   <source>Says how large the images are, then downloads them</source>
   <translation>Indique la taille des images, puis les télécharge</translation>
  </message>
  <message>
   <source>Writes an rclone manifest of the images</source>
   <translation>Écrit un manifeste rclone des images</translation>
  </message>
  <message>
   <source>Selects the footprints in the layer</source>
   <translation>Sélectionne les emprises dans la couche</translation>
  </message>
  <message>
   <source>Add to map</source>
   <translation>Afficher</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Télécharger…</translation>
  </message>
  <message>
   <source>Manifest…</source>
   <translation>Manifeste…</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Sélectionner</translation>
  </message>
  <message>
   <source>It failed; QGIS's log says why.</source>
   <translation>Échec ; le journal de QGIS dit pourquoi.</translation>
  </message>
  <message>
   <source>Planetary ARD's algorithms are not there: is Processing switched on?</source>
   <translation>Les algorithmes de Planetary ARD sont absents : le module Traitement (Processing) est-il activé ?</translation>
  </message>
  <message>
   <source>Nothing can be read of it. Is its filter too narrow, or its file gone?</source>
   <translation>Rien ne peut y être lu. Son filtre est-il trop étroit, ou son fichier a-t-il disparu ?</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Réinitialiser</translation>
  </message>
  <message>
   <source>Takes all limits away</source>
   <translation>Supprime toutes les limites</translation>
  </message>
  <message>
   <source>It is a temporary layer, which QGIS does not save: search again.</source>
   <translation>C'est une couche temporaire, que QGIS n'enregistre pas : cherchez à nouveau.</translation>
  </message>
  <message>
   <source>{shown} of {all}</source>
   <translation>{shown} sur {all}</translation>
  </message>
  <message>
   <source>Images that see {place}: {count}. Incidence is given there; ← and → show each.</source>
   <translation>Images qui voient {place} : {count}. L'incidence est donnée à cet endroit ; ← et → affichent chacune.</translation>
  </message>
  <message>
   <source>Press Search for images of what the map shows, or choose a layer of footprints.</source>
   <translation>Appuyez sur Rechercher pour les images de ce que montre la carte, ou choisissez une couche d'emprises.</translation>
  </message>
  <message>
   <source>Click on the map, or press Enter for the place in its middle.</source>
   <translation>Cliquez sur la carte, ou appuyez sur Entrée pour prendre son centre.</translation>
  </message>
  <message>
   <source>Adding images: the first {some} of {all}…</source>
   <translation>Ajout des images : les {some} premières sur {all}…</translation>
  </message>
  <message>
   <source>Adding images: {count}…</source>
   <translation>Ajout des images : {count}…</translation>
  </message>
  <message>
   <source>{count} of the images are on the map already.</source>
   <translation>{count} des images sont déjà sur la carte.</translation>
  </message>
  <message>
   <source>Images added: {count}.</source>
   <translation>Images ajoutées : {count}.</translation>
  </message>
  <message>
   <source>incidence {angle}°</source>
   <translation>incidence {angle}°</translation>
  </message>
  <message>
   <source>covers {share}</source>
   <translation>couvre {share}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>The layer's filter was changed, so no limits are set and all images are ticked.</source>
   <translation>Le filtre de la couche a changé : il n'y a plus de limites et toutes les images sont cochées.</translation>
  </message>
  <message>
   <source>Reading footprints</source>
   <translation>Lecture des emprises</translation>
  </message>
  <message>
   <source>{name}, limits the list</source>
   <translation>{name}, limite la liste</translation>
  </message>
  <message>
   <source>Images without this value: {count}; a range leaves them out.</source>
   <translation>Images sans cette valeur : {count} ; un intervalle les exclut.</translation>
  </message>
  <message>
   <source>{name}: histogram</source>
   <translation>{name} : histogramme</translation>
  </message>
  <message>
   <source>{name}: range</source>
   <translation>{name} : intervalle</translation>
  </message>
  <message>
   <source>{name}: smallest</source>
   <translation>{name} : minimum</translation>
  </message>
  <message>
   <source>{name}: largest</source>
   <translation>{name} : maximum</translation>
  </message>
  <message>
   <source>Arrow keys move the first end, with Shift the last one; Delete takes both away.</source>
   <translation>Les flèches déplacent la première borne, avec Maj la dernière ; Suppr enlève les deux.</translation>
  </message>
  <message>
   <source>List all images again</source>
   <translation>Lister à nouveau toutes les images</translation>
  </message>
  <message>
   <source>Nearest to</source>
   <translation>Proche de</translation>
  </message>
  <message>
   <source>Low sun first</source>
   <translation>Soleil bas d'abord</translation>
  </message>
  <message>
   <source>High sun first</source>
   <translation>Soleil haut d'abord</translation>
  </message>
  <message>
   <source>Largest coverage first</source>
   <translation>Plus grande couverture d'abord</translation>
  </message>
  <message>
   <source>Finest resolution first</source>
   <translation>Résolution la plus fine d'abord</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Plus récentes d'abord</translation>
  </message>
  <message>
   <source>Oldest first</source>
   <translation>Plus anciennes d'abord</translation>
  </message>
  <message>
   <source>Click on the map: which images see that place, and in what light</source>
   <translation>Cliquez sur la carte : quelles images voient cet endroit, et sous quelle lumière</translation>
  </message>
  <message>
   <source>Images lit like the current one, lit from elsewhere, or in stereo with it</source>
   <translation>Images éclairées comme l'image actuelle, éclairées d'ailleurs, ou en stéréo avec elle</translation>
  </message>
  <message>
   <source>Order of the list</source>
   <translation>Ordre de la liste</translation>
  </message>
  <message>
   <source>Incidence that is wanted</source>
   <translation>Incidence souhaitée</translation>
  </message>
  <message>
   <source>At a point</source>
   <translation>En un point</translation>
  </message>
  <message>
   <source>Lit like this one</source>
   <translation>Éclairées comme celle-ci</translation>
  </message>
  <message>
   <source>Lit from elsewhere</source>
   <translation>Éclairées d'ailleurs</translation>
  </message>
  <message>
   <source>Opening images</source>
   <translation>Ouverture des images</translation>
  </message>
  <message>
   <source>its image's address is not known</source>
   <translation>l'adresse de son image est inconnue</translation>
  </message>
  <message>
   <source>{name} can't be shown: {reason}</source>
   <translation>{name} ne peut pas être affichée : {reason}</translation>
  </message>
  <message>
   <source>{layer} is in a map's CRS, not in longitude and latitude: choose the layer as ard:search made it.</source>
   <translation>{layer} est dans le SCR d'une carte, pas en longitude et latitude : choisissez la couche telle qu'ard:search l'a faite.</translation>
  </message>
  <message>
   <source>Incidence</source>
   <translation>Incidence</translation>
  </message>
  <message>
   <source>Emission</source>
   <translation>Émission</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Sun azimuth</source>
   <translation>Azimut du soleil</translation>
  </message>
  <message>
   <source>Local time</source>
   <translation>Heure locale</translation>
  </message>
  <message>
   <source>Season (Ls)</source>
   <translation>Saison (Ls)</translation>
  </message>
  <message>
   <source>Acquired</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Résolution</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>Couverture</translation>
  </message>
  <message>
   <source>Where the sun stood in {name} is not known.</source>
   <translation>On ne sait pas où se trouvait le soleil dans {name}.</translation>
  </message>
  <message>
   <source>Lit like {name}, within {angle}°.</source>
   <translation>Éclairées comme {name}, à {angle}° près.</translation>
  </message>
  <message>
   <source>The sun stands {angle}° or more elsewhere than in {name}.</source>
   <translation>Le soleil se trouve à {angle}° ou plus de sa position dans {name}.</translation>
  </message>
  <message>
   <source>Choose an image in the list first.</source>
   <translation>Choisissez d'abord une image dans la liste.</translation>
  </message>
  <message>
   <source>Body and collections</source>
   <translation>Corps et collections</translation>
  </message>
  <message>
   <source>Collection ids</source>
   <translation>Identifiants de collections</translation>
  </message>
  <message>
   <source>Images at most</source>
   <translation>Nombre maximal d'images</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>{count} collections</source>
   <translation>{count} collections</translation>
  </message>
  <message>
   <source>Nothing was found there: search a larger area or other collections.</source>
   <translation>Rien n'a été trouvé à cet endroit : cherchez dans une zone plus grande ou dans d'autres collections.</translation>
  </message>
  <message>
   <source>The search was cancelled.</source>
   <translation>La recherche a été annulée.</translation>
  </message>
  <message>
   <source>Search with all options…</source>
   <translation>Rechercher avec toutes les options…</translation>
  </message>
  <message>
   <source>a layer that is gone</source>
   <translation>une couche qui n'existe plus</translation>
  </message>
  <message>
   <source>Search as the map moves</source>
   <translation>Rechercher quand la carte bouge</translation>
  </message>
  <message>
   <source>Recent searches</source>
   <translation>Recherches récentes</translation>
  </message>
  <message>
   <source>Where to search</source>
   <translation>Où rechercher</translation>
  </message>
  <message>
   <source>What the map shows</source>
   <translation>Ce que montre la carte</translation>
  </message>
  <message>
   <source>selection</source>
   <translation>sélection</translation>
  </message>
  <message>
   <source>Progress of the search</source>
   <translation>Avancement de la recherche</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>partout</translation>
  </message>
  <message>
   <source>No search yet</source>
   <translation>Aucune recherche pour le moment</translation>
  </message>
  <message>
   <source>Image finder</source>
   <translation>Recherche d'images</translation>
  </message>
  <message>
   <source>Planetary ARD: find images by their light</source>
   <translation>Planetary ARD : trouver des images selon leur éclairage</translation>
  </message>
  <message>
   <source>Longitude and latitude</source>
   <translation>Longitude et latitude</translation>
  </message>
  <message>
   <source>Named places</source>
   <translation>Lieux nommés</translation>
  </message>
  <message>
   <source>{body}: grid and places</source>
   <translation>{body} : grille et lieux</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Aller à</translation>
  </message>
  <message>
   <source>All of it</source>
   <translation>Tout le corps</translation>
  </message>
  <message>
   <source>North pole</source>
   <translation>Pôle Nord</translation>
  </message>
  <message>
   <source>South pole</source>
   <translation>Pôle Sud</translation>
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
   <source>The footprints of the two images are in no layer of the project.</source>
   <translation>Les emprises des deux images ne sont dans aucune couche du projet.</translation>
  </message>
  <message>
   <source>Select both images</source>
   <translation>Sélectionner les deux images</translation>
  </message>
  <message>
   <source>Add both images to the map</source>
   <translation>Ajouter les deux images à la carte</translation>
  </message>
  <message>
   <source>Download both images</source>
   <translation>Télécharger les deux images</translation>
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
   <source>Indices</source>
   <translation>Fichiers d'index</translation>
  </message>
  <message>
   <source>Files (or zips, or web addresses) that ard:index made, one a line, searched first.</source>
   <translation>Fichiers (ou zips, ou adresses web) créés par ard:index, un par ligne, parcourus en premier.</translation>
  </message>
  <message>
   <source>Days that an index is new</source>
   <translation>Jours pendant lesquels un index est récent</translation>
  </message>
  <message>
   <source>Where an index is as old as that, the catalogue is asked, if it can be.</source>
   <translation>Là où un index a atteint cet âge, le catalogue est interrogé, si c'est possible.</translation>
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
   <source>Incidence (°)</source>
   <translation>Angle d'incidence (°)</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Identifiant</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>Collection</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Corps</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>Acquired (UTC)</source>
   <translation>Date d'acquisition (UTC)</translation>
  </message>
  <message>
   <source>Acquired from (UTC)</source>
   <translation>Début d'acquisition (UTC)</translation>
  </message>
  <message>
   <source>Acquired until (UTC)</source>
   <translation>Fin d'acquisition (UTC)</translation>
  </message>
  <message>
   <source>Emission (°)</source>
   <translation>Émission (°)</translation>
  </message>
  <message>
   <source>Phase (°)</source>
   <translation>Angle de phase (°)</translation>
  </message>
  <message>
   <source>Sub-solar azimuth (°)</source>
   <translation>Azimut subsolaire (°)</translation>
  </message>
  <message>
   <source>Local time (h)</source>
   <translation>Heure locale (h)</translation>
  </message>
  <message>
   <source>Solar longitude (°)</source>
   <translation>Longitude solaire (°)</translation>
  </message>
  <message>
   <source>Pixel size (m)</source>
   <translation>Taille de pixel (m)</translation>
  </message>
  <message>
   <source>North azimuth (°)</source>
   <translation>Azimut du nord (°)</translation>
  </message>
  <message>
   <source>Sub-spacecraft azimuth (°)</source>
   <translation>Azimut du point sous la sonde (°)</translation>
  </message>
  <message>
   <source>Sub-solar longitude (°)</source>
   <translation>Longitude subsolaire (°)</translation>
  </message>
  <message>
   <source>Sub-solar latitude (°)</source>
   <translation>Latitude subsolaire (°)</translation>
  </message>
  <message>
   <source>Slant distance (km)</source>
   <translation>Distance oblique (km)</translation>
  </message>
  <message>
   <source>Pixel size in the catalogue (m)</source>
   <translation>Taille de pixel dans le catalogue (m)</translation>
  </message>
  <message>
   <source>Part of what was searched</source>
   <translation>Part de la zone cherchée</translation>
  </message>
  <message>
   <source>Least incidence (°)</source>
   <translation>Plus petite incidence (°)</translation>
  </message>
  <message>
   <source>Largest incidence (°)</source>
   <translation>Plus grande incidence (°)</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Note on the label</source>
   <translation>Remarque sur l'étiquette</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Fichier image</translation>
  </message>
  <message>
   <source>Label file</source>
   <translation>Fichier de l'étiquette</translation>
  </message>
  <message>
   <source>Thumbnail</source>
   <translation>Vignette</translation>
  </message>
  <message>
   <source>rclone path</source>
   <translation>Chemin rclone</translation>
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
   <source>From an index: {index}</source>
   <translation>Depuis un index : {index}</translation>
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
   <source>Footprints: {body}</source>
   <translation>Emprises : {body}</translation>
  </message>
  <message>
   <source>north pole</source>
   <translation>pôle nord</translation>
  </message>
  <message>
   <source>south pole</source>
   <translation>pôle sud</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>le corps entier</translation>
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
   <source>looks</source>
   <translation>vues</translation>
  </message>
  <message>
   <source>best incidence (degrees)</source>
   <translation>meilleure incidence (degrés)</translation>
  </message>
  <message>
   <source>lowest incidence (degrees)</source>
   <translation>incidence la plus faible (degrés)</translation>
  </message>
  <message>
   <source>highest incidence (degrees)</source>
   <translation>incidence la plus forte (degrés)</translation>
  </message>
  <message>
   <source>largest angle between suns (degrees)</source>
   <translation>plus grand angle entre les Soleils (degrés)</translation>
  </message>
  <message>
   <source>sun azimuth here</source>
   <translation>azimut du Soleil ici</translation>
  </message>
  <message>
   <source>incidence here</source>
   <translation>incidence ici</translation>
  </message>
  <message>
   <source>vertical precision</source>
   <translation>précision verticale</translation>
  </message>
  <message>
   <source>overlap</source>
   <translation>recouvrement</translation>
  </message>
  <message>
   <source>angle between the suns</source>
   <translation>angle entre les Soleils</translation>
  </message>
  <message>
   <source>parallax/height</source>
   <translation>parallaxe/hauteur</translation>
  </message>
  <message>
   <source>convergence</source>
   <translation>convergence</translation>
  </message>
  <message>
   <source>strength</source>
   <translation>qualité</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: too little is known of its view.</source>
   <translation>{name} ne peut faire partie d'une paire stéréo : on sait trop peu de sa vue.</translation>
  </message>
  <message>
   <source>Finding stereo partners</source>
   <translation>Recherche de paires stéréo</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: its view or light is beyond the limits.</source>
   <translation>{name} ne peut faire partie d'une paire stéréo : sa vue ou sa lumière est hors des limites.</translation>
  </message>
  <message>
   <source>The layer has no stereo partner of {name}.</source>
   <translation>La couche n'a aucune image en paire stéréo avec {name}.</translation>
  </message>
  <message>
   <source>Stereo partners of {name}: {count}; the strongest is {best}.</source>
   <translation>Images en paire stéréo avec {name} : {count} ; la meilleure est {best}.</translation>
  </message>
  <message>
   <source>{count} places have no geometry: left out.</source>
   <translation>{count} lieux n'ont pas de géométrie : laissés de côté.</translation>
  </message>
  <message>
   <source>other groups</source>
   <translation>autres groupes</translation>
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
   <source>{total} observations are in {path} ({size} MB), {known} of them with an incidence angle: {added} are new, {changed} had changed, {gone} are no more in the catalogue.</source>
   <translation>{total} observations sont dans {path} ({size} Mo), dont {known} avec un angle d'incidence : {added} sont nouvelles, {changed} avaient changé, {gone} ne sont plus dans le catalogue.</translation>
  </message>
  <message>
   <source>{done} observations read, {rate} a second</source>
   <translation>{done} observations lues, {rate} par seconde</translation>
  </message>
  <message>
   <source>{name} holds no outlines, because files of its kind have no geometry: the rows are a table. For footprints on the map choose another kind, such as .gpkg.</source>
   <translation>{name} ne contient aucun contour, car les fichiers de ce type n'ont pas de géométrie : les lignes forment une table. Pour des emprises sur la carte, choisissez un autre type, comme .gpkg.</translation>
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
   <source>The angles of those outside reach from {lowest}° to {highest}°.</source>
   <translation>Les angles de celles qui sont en dehors vont de {lowest}° à {highest}°.</translation>
  </message>
  <message>
   <source>Of those outside, {unknown} have no known angle.</source>
   <translation>Parmi celles qui sont en dehors, {unknown} n'ont pas d'angle connu.</translation>
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
   <source>User guide</source>
   <translation>Guide de l’utilisateur</translation>
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
   <source>Mercury</source>
   <translation>Mercure</translation>
  </message>
  <message>
   <source>Venus</source>
   <translation>Vénus</translation>
  </message>
  <message>
   <source>Moon</source>
   <translation>Lune</translation>
  </message>
  <message>
   <source>Phobos</source>
   <translation>Phobos</translation>
  </message>
  <message>
   <source>Deimos</source>
   <translation>Déimos</translation>
  </message>
  <message>
   <source>Mars</source>
   <translation>Mars</translation>
  </message>
  <message>
   <source>Io</source>
   <translation>Io</translation>
  </message>
  <message>
   <source>Europa</source>
   <translation>Europe</translation>
  </message>
  <message>
   <source>Ganymede</source>
   <translation>Ganymède</translation>
  </message>
  <message>
   <source>Callisto</source>
   <translation>Callisto</translation>
  </message>
  <message>
   <source>Amalthea</source>
   <translation>Amalthée</translation>
  </message>
  <message>
   <source>Himalia</source>
   <translation>Himalia</translation>
  </message>
  <message>
   <source>Elara</source>
   <translation>Élara</translation>
  </message>
  <message>
   <source>Pasiphae</source>
   <translation>Pasiphaé</translation>
  </message>
  <message>
   <source>Sinope</source>
   <translation>Sinopé</translation>
  </message>
  <message>
   <source>Lysithea</source>
   <translation>Lysithéa</translation>
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
   <translation>Léda</translation>
  </message>
  <message>
   <source>Thebe</source>
   <translation>Thébé</translation>
  </message>
  <message>
   <source>Adrastea</source>
   <translation>Adrastée</translation>
  </message>
  <message>
   <source>Metis</source>
   <translation>Métis</translation>
  </message>
  <message>
   <source>Jupiter</source>
   <translation>Jupiter</translation>
  </message>
  <message>
   <source>Mimas</source>
   <translation>Mimas</translation>
  </message>
  <message>
   <source>Enceladus</source>
   <translation>Encelade</translation>
  </message>
  <message>
   <source>Tethys</source>
   <translation>Téthys</translation>
  </message>
  <message>
   <source>Dione</source>
   <translation>Dioné</translation>
  </message>
  <message>
   <source>Rhea</source>
   <translation>Rhéa</translation>
  </message>
  <message>
   <source>Titan</source>
   <translation>Titan</translation>
  </message>
  <message>
   <source>Hyperion</source>
   <translation>Hypérion</translation>
  </message>
  <message>
   <source>Iapetus</source>
   <translation>Japet</translation>
  </message>
  <message>
   <source>Phoebe</source>
   <translation>Phœbé</translation>
  </message>
  <message>
   <source>Janus</source>
   <translation>Janus</translation>
  </message>
  <message>
   <source>Epimetheus</source>
   <translation>Épiméthée</translation>
  </message>
  <message>
   <source>Helene</source>
   <translation>Hélène</translation>
  </message>
  <message>
   <source>Telesto</source>
   <translation>Télesto</translation>
  </message>
  <message>
   <source>Calypso</source>
   <translation>Calypso</translation>
  </message>
  <message>
   <source>Atlas</source>
   <translation>Atlas</translation>
  </message>
  <message>
   <source>Prometheus</source>
   <translation>Prométhée</translation>
  </message>
  <message>
   <source>Pandora</source>
   <translation>Pandore</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>Pan</translation>
  </message>
  <message>
   <source>Methone</source>
   <translation>Méthone</translation>
  </message>
  <message>
   <source>Pallene</source>
   <translation>Pallène</translation>
  </message>
  <message>
   <source>Polydeuces</source>
   <translation>Pollux</translation>
  </message>
  <message>
   <source>Daphnis</source>
   <translation>Daphnis</translation>
  </message>
  <message>
   <source>Anthe</source>
   <translation>Anthé</translation>
  </message>
  <message>
   <source>Aegaeon</source>
   <translation>Égéon</translation>
  </message>
  <message>
   <source>Saturn</source>
   <translation>Saturne</translation>
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
   <translation>Obéron</translation>
  </message>
  <message>
   <source>Miranda</source>
   <translation>Miranda</translation>
  </message>
  <message>
   <source>Cordelia</source>
   <translation>Cordélia</translation>
  </message>
  <message>
   <source>Ophelia</source>
   <translation>Ophélie</translation>
  </message>
  <message>
   <source>Bianca</source>
   <translation>Bianca</translation>
  </message>
  <message>
   <source>Cressida</source>
   <translation>Cressida</translation>
  </message>
  <message>
   <source>Desdemona</source>
   <translation>Desdémone</translation>
  </message>
  <message>
   <source>Juliet</source>
   <translation>Juliette</translation>
  </message>
  <message>
   <source>Portia</source>
   <translation>Portia</translation>
  </message>
  <message>
   <source>Rosalind</source>
   <translation>Rosalinde</translation>
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
   <translation>Uranus</translation>
  </message>
  <message>
   <source>Triton</source>
   <translation>Triton</translation>
  </message>
  <message>
   <source>Nereid</source>
   <translation>Néréide</translation>
  </message>
  <message>
   <source>Naiad</source>
   <translation>Naïade</translation>
  </message>
  <message>
   <source>Thalassa</source>
   <translation>Thalassa</translation>
  </message>
  <message>
   <source>Despina</source>
   <translation>Despina</translation>
  </message>
  <message>
   <source>Galatea</source>
   <translation>Galatée</translation>
  </message>
  <message>
   <source>Larissa</source>
   <translation>Larissa</translation>
  </message>
  <message>
   <source>Proteus</source>
   <translation>Protée</translation>
  </message>
  <message>
   <source>Neptune</source>
   <translation>Neptune</translation>
  </message>
  <message>
   <source>Charon</source>
   <translation>Charon</translation>
  </message>
  <message>
   <source>Pluto</source>
   <translation>Pluton</translation>
  </message>
  <message>
   <source>Borrelly</source>
   <translation>Borrelly</translation>
  </message>
  <message>
   <source>Churyumov-Gerasimenko</source>
   <translation>Tchourioumov-Guérassimenko</translation>
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
   <translation>Cérès</translation>
  </message>
  <message>
   <source>Vesta</source>
   <translation>Vesta</translation>
  </message>
  <message>
   <source>Psyche</source>
   <translation>Psyché</translation>
  </message>
  <message>
   <source>Lutetia</source>
   <translation>Lutèce</translation>
  </message>
  <message>
   <source>52 Europa</source>
   <translation>52 Europe</translation>
  </message>
  <message>
   <source>Kleopatra</source>
   <translation>Cléopâtre</translation>
  </message>
  <message>
   <source>Mathilde</source>
   <translation>Mathilde</translation>
  </message>
  <message>
   <source>Eros</source>
   <translation>Éros</translation>
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
   <translation>Toutatis</translation>
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
   <source>Chooses **few images that cover an area** in the light that you want, before anything is downloaded. Without an area or an extent, everything that the footprints show is to be covered.</source>
   <translation>Choisit **peu d'images qui couvrent une zone** dans la lumière voulue, avant tout téléchargement. Sans zone ni étendue, il faut couvrir tout ce que montrent les emprises.</translation>
  </message>
  <message>
   <source>**Wanted incidence** and **tolerance** keep images whose incidence, at their centre, is near it; **side of the sun** keeps morning (sun in the east) or evening. **Part to cover**: the last per cent cost most, 0.95 needs far fewer images than 1.</source>
   <translation>**Incidence voulue** et **tolérance** gardent les images dont l'incidence, en leur centre, en est proche ; **côté du Soleil** garde le matin (Soleil à l'est) ou le soir. **Part à couvrir** : les derniers pour cent coûtent le plus, 0,95 demande bien moins d'images que 1.</translation>
  </message>
  <message>
   <source>Each image is taken because it adds most to those before. Where several add alike, within 5 per cent, the preferred one is taken: incidence nearest to the wanted one; `morphology` (pixel / cos e) or `albedo` (pixel × (1 / cos e + 1 / cos i)) as ISIS ranks them for mosaics; or the finest pixel.</source>
   <translation>Chaque image est prise parce qu'elle ajoute le plus aux précédentes. Quand plusieurs ajoutent autant, à 5 pour cent près, la préférée est prise : incidence la plus proche de celle voulue ; `morphology` (pixel / cos e) ou `albedo` (pixel × (1 / cos e + 1 / cos i)) comme ISIS les classe pour les mosaïques ; ou le pixel le plus fin.</translation>
  </message>
  <message>
   <source>The log says how many were chosen, and **how many are needed at least**: a proven bound, not a guess. `adds_km2`, `share` and that number are exact; only where more than 10,000 pairs of footprints overlap are they counted in cells of equal area. The gaps are exact always.</source>
   <translation>Le journal dit combien d'images sont choisies, et **combien il en faut au minimum** : une borne démontrée, non une estimation. `adds_km2`, `share` et ce nombre sont exacts ; ce n'est que lorsque plus de 10 000 paires d'emprises se recouvrent qu'ils sont comptés en cellules de même aire. Les lacunes sont toujours exactes.</translation>
  </message>
  <message>
   <source>Draws a map of **how often each cell is seen, and in which light**, before anything is downloaded. Without an area or an extent it shows all that the footprints cover.</source>
   <translation>Dessine une carte de **combien de fois chaque cellule est vue, et dans quelle lumière**, avant tout téléchargement. Sans zone ni étendue, elle montre tout ce que couvrent les emprises.</translation>
  </message>
  <message>
   <source>Cells are of equal area, in an equal-area CRS of the body: Lambert's cylindrical, or the azimuthal of a pole where the area lies beyond 60 degrees. An image sees a cell if its footprint holds the cell's middle. The bands: 1 number of looks; 2 best incidence **at the cell** (closest to the wanted one, or the lowest); 3 lowest; 4 highest; 5 largest angle between the suns of two looks.</source>
   <translation>Les cellules ont la même aire, dans un SCR équivalent du corps : le cylindrique de Lambert, ou l'azimutal d'un pôle si la zone est au-delà de 60 degrés. Une image voit une cellule si son emprise contient le milieu de la cellule. Les bandes : 1 nombre de vues ; 2 meilleure incidence **à la cellule** (la plus proche de celle voulue, ou la plus faible) ; 3 la plus faible ; 4 la plus forte ; 5 plus grand angle entre les Soleils de deux vues.</translation>
  </message>
  <message>
   <source>The gaps are the cells that no image shows, as polygons in the map's CRS.</source>
   <translation>Les lacunes sont les cellules qu'aucune image ne montre, en polygones dans le SCR de la carte.</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and shadows of the ground are not included. Images without angles or footprint don't count; a warning says how many.</source>
   <translation>L'incidence est par rapport à la normale de la sphère, de l'ellipsoïde sur Mars : pentes et ombres du sol ne sont pas comprises. Les images sans angles ou sans emprise ne comptent pas ; un avertissement dit combien.</translation>
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
   <source>Reads whole collections with **every angle** into one file, once. After that `ard:search`, the image finder and the Light tools answer from it in a moment, without a network.</source>
   <translation>Lit des collections entières avec **tous les angles** dans un seul fichier, une fois pour toutes. Ensuite `ard:search`, la recherche d'images et les outils du groupe Lumière y trouvent leur réponse en un instant, sans réseau.</translation>
  </message>
  <message>
   <source>**Another run** with the same file brings it up to date: only what is new or has changed is read, labels that failed are tried again, and what the catalogue has no more is marked. A run that is cancelled or killed loses nothing; the next one goes on there.</source>
   <translation>**Une autre exécution** avec le même fichier le met à jour : seul ce qui est nouveau ou a changé est lu, les étiquettes en échec sont essayées de nouveau, et ce que le catalogue n'a plus est marqué. Une exécution annulée ou interrompue ne perd rien ; la suivante reprend à cet endroit.</translation>
  </message>
  <message>
   <source>**Index** is a GeoPackage: 200,000 observations take about 230 MB, 138 MB as a zip. Share it, drag it into QGIS, filter it by angle. `ard:search` takes the file, the zip or its web address as `INDEX`; those in the settings are searched first by themselves.</source>
   <translation>**Fichier d'index** est un GeoPackage : 200 000 observations occupent environ 230 Mo, 138 Mo en zip. Partagez-le, glissez-le dans QGIS, filtrez-le par angle. `ard:search` accepte le fichier, le zip ou son adresse web comme `INDEX` ; ceux des paramètres sont parcourus en premier d'eux-mêmes.</translation>
  </message>
  <message>
   <source>**Extent** or **Area** keeps a part of the body. Another run with another place adds that.</source>
   <translation>**Étendue** ou **Zone** garde une partie du corps. Une autre exécution avec un autre lieu l'ajoute.</translation>
  </message>
  <message>
   <source>**Parts** above 1: nothing is read now, but `NAME.index.slurm.sh` is written. On a cluster `sh NAME.index.slurm.sh` has each part read by a task of its own, and puts them together.</source>
   <translation>**Parties** au-dessus de 1 : rien n'est lu maintenant, mais `NAME.index.slurm.sh` est écrit. Sur une grappe de calcul, `sh NAME.index.slurm.sh` fait lire chaque partie par une tâche distincte, puis les rassemble.</translation>
  </message>
  <message>
   <source>Sorts footprints into **groups of like light**: of each group all suns lie within the tolerance of one image's, the leader's. Group 1 is the largest.</source>
   <translation>Classe les emprises en **groupes de lumière semblable** : dans chaque groupe, tous les Soleils sont à la tolérance près de celui d'une image, la tête. Le groupe 1 est le plus grand.</translation>
  </message>
  <message>
   <source>Light is compared by the direction of the sun over each image's own ground (`sun_east`, `sun_north`, `sun_up`), so that incidence and azimuth count together, azimuths of 359 and 1 are near each other, and a high sun's azimuth hardly matters.</source>
   <translation>La lumière se compare par la direction du Soleil au-dessus du sol propre à chaque image (`sun_east`, `sun_north`, `sun_up`), de sorte qu'incidence et azimut comptent ensemble, que les azimuts 359 et 1 sont proches, et que l'azimut d'un Soleil haut ne compte guère.</translation>
  </message>
  <message>
   <source>Images of one group match: they make even mosaics, and shape-from-shading wants many of each. Images without incidence or sun azimuth are in no group; a warning counts them. The angles are those at the centre of each image, without the slope of the ground.</source>
   <translation>Les images d'un groupe vont ensemble : elles font des mosaïques uniformes, et la forme par l'ombrage en veut beaucoup de chaque groupe. Les images sans incidence ou sans azimut du Soleil ne sont dans aucun groupe ; un avertissement les compte. Les angles sont ceux du centre de chaque image, sans la pente du sol.</translation>
  </message>
  <message>
   <source>Lists for each **place** (points, lines, polygons, or a typed point) the images that see it, and **in which light they show it there**: `incidence` and `sun_azimuth` are at the place, not at the image's centre; for lines and polygons `incidence_min` and `incidence_max` are over what the image shows of them. `sun_angle` is the largest angle to the sun of any other look; `coverage` the part of the place that is seen; `rank` 1 sees most of it, with the finest pixel / cos e.</source>
   <translation>Dresse pour chaque **lieu** (points, lignes, polygones, ou un point saisi) la liste des images qui le voient, et **dans quelle lumière elles l'y montrent** : `incidence` et `sun_azimuth` sont ceux du lieu, non du centre de l'image ; pour les lignes et polygones, `incidence_min` et `incidence_max` sont ceux de ce que l'image en montre. `sun_angle` est le plus grand angle avec le Soleil d'une autre vue ; `coverage` la part du lieu qui est vue ; `rank` 1 en voit le plus, avec le pixel / cos e le plus fin.</translation>
  </message>
  <message>
   <source>The **summary** says what the looks are worth together. `azimuth_gap`: the largest turn without a sun. `sigma_ratio`: the least over the greatest singular value of the suns' directions; near 0 they lie in a plane, and photometric stereo can't tell slopes. `change_id_a`, `change_id_b`: the two images most alike in light, for finding changes, if any are alike enough.</source>
   <translation>Le **résumé** dit ce que valent les vues ensemble. `azimuth_gap` : le plus grand tour sans Soleil. `sigma_ratio` : la plus petite valeur singulière sur la plus grande, des directions du Soleil ; près de 0 elles sont dans un plan, et la stéréo photométrique ne distingue pas les pentes. `change_id_a`, `change_id_b` : les deux images de lumière la plus semblable, pour chercher des changements, s'il y en a d'assez semblables.</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and cast shadows of the ground are not included. Emission and phase are those at the image's centre.</source>
   <translation>L'incidence est par rapport à la normale de la sphère, de l'ellipsoïde sur Mars : pentes et ombres portées du sol ne sont pas comprises. Émission et phase sont celles du centre de l'image.</translation>
  </message>
  <message>
   <source>The output has the images' addresses: add or download them from it.</source>
   <translation>La sortie contient les adresses des images : on peut les ajouter ou les télécharger à partir d'elle.</translation>
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
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness. They are of the image's centre, or of **anywhere** in what is searched: `incidence_min` to `incidence_max`, to the normal of the ellipsoid, without local slopes.</source>
   <translation>**Les limites d'incidence** ne gardent que les observations dont l'incidence est connue et comprise entre elles. 0° est le soleil au zénith, 90° le soleil à l'horizon : de 60° à 80° le relief ressort, sous 40° c'est la brillance. Elles valent pour le centre de l'image, ou pour **n'importe quel endroit** de ce qui est cherché (anywhere) : de `incidence_min` à `incidence_max`, par rapport à la normale de l'ellipsoïde, sans les pentes locales.</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**Les angles** viennent des seules étiquettes. `label_status` dit comment chacune s'est passée : ok, fallback (une étiquette de second choix, juste à environ 0,01°), no_label, missing, failed, unreadable ou not_read ; `label_note` dit pourquoi.</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and the scripts: to get the images run `sh NAME.download.sh FOLDER` on Linux and macOS, `NAME.download.cmd FOLDER` on Windows. Your own rclone configuration is left alone.</source>
   <translation>**Manifeste** : un chemin rclone par ligne. À côté se trouvent `NOM.rclone.conf` et les scripts : pour obtenir les images, lancez `sh NOM.download.sh DOSSIER` sous Linux et macOS, `NOM.download.cmd DOSSIER` sous Windows. Votre propre configuration de rclone n'est pas touchée.</translation>
  </message>
  <message>
   <source>Finds all **stereo pairs** of footprints: two images that see the same ground from two sides in like light. The limits are those of Becker et al. (2015), as ISIS and PILOT use them; the strength orders the pairs by how near they come to the best, and is no measure.</source>
   <translation>Trouve toutes les **paires stéréo** des emprises : deux images qui voient le même sol de deux côtés en lumière semblable. Les limites sont celles de Becker et al. (2015), comme ISIS et PILOT les emploient ; la qualité (strength) range les paires selon leur proximité du meilleur, et n'est pas une mesure.</translation>
  </message>
  <message>
   <source>`convergence` is the angle between both rays at the middle of the overlap, with its `convergence_error`: for frame cameras from both positions of the spacecraft, for line scanners by a model that was checked against Kaguya's camera model. `parallax_height_ratio` and `shadow_tip_distance` are how far a tower's top and its shadow's tip would move between both images, per height; `sun_angle` says the same of the light in degrees. `overlap_a`, `overlap_b` are parts of each image, `overlap_min` that of the smaller one, in equal area. `vertical_precision` (m) takes a match to 0.2 pixels. `dtm_id` names a released terrain model of the pair, where the layer holds those too.</source>
   <translation>`convergence` est l'angle entre les deux rayons au milieu du recouvrement, avec son `convergence_error` : pour les caméras matricielles depuis les deux positions de la sonde, pour les caméras à balayage par un modèle vérifié avec le modèle de caméra de Kaguya. `parallax_height_ratio` et `shadow_tip_distance` disent de combien, par hauteur, le sommet d'une tour et la pointe de son ombre se déplaceraient entre les deux images ; `sun_angle` dit de même de la lumière, en degrés. `overlap_a` et `overlap_b` sont des parts de chaque image, `overlap_min` celle de la plus petite, en aire équivalente. `vertical_precision` (m) suppose une corrélation à 0,2 pixel. `dtm_id` nomme un modèle de terrain publié de la paire, si la couche en contient aussi.</translation>
  </message>
  <message>
   <source>Images that lack an angle or a footprint are left out; a warning counts them. Slopes and shadows of the ground are not included. Layers of older versions lack `subspacecraft_azimuth`: run the search again.</source>
   <translation>Les images auxquelles manque un angle ou l'emprise sont laissées de côté ; un avertissement les compte. Pentes et ombres du sol ne sont pas comprises. Les couches d'anciennes versions n'ont pas `subspacecraft_azimuth` : refaites la recherche.</translation>
  </message>
  <message>
   <source>With a manifest, the images of the pairs are written to it, each once.</source>
   <translation>Avec un manifeste, les images des paires y sont écrites, chacune une fois.</translation>
  </message>
 </context>
</TS>
