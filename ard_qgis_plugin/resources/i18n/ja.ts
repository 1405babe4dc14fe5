<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
  <message>
   <source>Search</source>
   <translation>検索</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>光</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>ダウンロード</translation>
  </message>
  <message>
   <source>LIMIT left out {count} of {total} images: {names}. Raise LIMIT (0 = no limit) or select the footprints that you want.</source>
   <translation>{total} 枚のうち {count} 枚の画像が LIMIT により除かれました: {names}。LIMIT を大きくする (0 = 上限なし) か、必要なフットプリントを選択してください。</translation>
  </message>
  <message>
   <source>Folder of downloaded images</source>
   <translation>ダウンロードした画像のフォルダ</translation>
  </message>
  <message>
   <source>Most images to add (0 = no limit)</source>
   <translation>追加する画像の上限 (0 = 無制限)</translation>
  </message>
  <message>
   <source>Folder for VRTs</source>
   <translation>VRT のフォルダ</translation>
  </message>
  <message>
   <source>Images added</source>
   <translation>追加した画像数</translation>
  </message>
  <message>
   <source>Images beyond the limit</source>
   <translation>上限を超えた画像数</translation>
  </message>
  <message>
   <source>Images that can't be read</source>
   <translation>読めない画像数</translation>
  </message>
  <message>
   <source>Add images to the map</source>
   <translation>画像を地図に追加</translation>
  </message>
  <message>
   <source>The footprints' images as layers, streamed or from a folder</source>
   <translation>フットプリントの画像をレイヤとして、ストリーミングまたはフォルダから</translation>
  </message>
  <message>
   <source>planetary,raster,stream,vsicurl,cog,vrt,mosaic,stretch,usgs</source>
   <translation>惑星,ラスタ,ストリーミング,vsicurl,cog,vrt,モザイク,ストレッチ,usgs</translation>
  </message>
  <message>
   <source>The key of the asset to show: image, or dtm, orthoimage and so on.</source>
   <translation>表示するアセットのキー: image、または dtm、orthoimage など。</translation>
  </message>
  <message>
   <source>Where “Download images” put them, by default the last time; what is not there is streamed.</source>
   <translation>「画像をダウンロード」の保存先。既定は前回のフォルダです。そこにない画像はストリーミングします。</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>レイヤの先頭からこの数まで。除いた数は警告で示します。</translation>
  </message>
  <message>
   <source>By collection, by classes of incidence, by like light, or in no group.</source>
   <translation>コレクション別、入射角の階級別、似た光別にまとめるか、まとめません。</translation>
  </message>
  <message>
   <source>Shared: images under like light have the same black and white.</source>
   <translation>共有: 似た光の画像は同じ黒と白になります。</translation>
  </message>
  <message>
   <source>Gets a VRT for each image and one mosaic for each group, with their style.</source>
   <translation>画像ごとの VRT とグループごとのモザイクが、スタイル付きで入ります。</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>アセット</translation>
  </message>
  <message>
   <source>Groups of layers</source>
   <translation>レイヤのグループ</translation>
  </message>
  <message>
   <source>Stretch</source>
   <translation>ストレッチ</translation>
  </message>
  <message>
   <source>Files at the same time</source>
   <translation>同時に転送するファイル数</translation>
  </message>
  <message>
   <source>Files copied</source>
   <translation>コピーしたファイル数</translation>
  </message>
  <message>
   <source>Files that were there already</source>
   <translation>すでにあったファイル数</translation>
  </message>
  <message>
   <source>Files that failed</source>
   <translation>失敗したファイル数</translation>
  </message>
  <message>
   <source>Download images</source>
   <translation>画像をダウンロード</translation>
  </message>
  <message>
   <source>The footprints' files to a folder, with rclone, each verified</source>
   <translation>フットプリントのファイルを rclone でフォルダへ保存し、すべて検証します</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,usgs,geotiff,cog,assets</source>
   <translation>惑星,rclone,s3,ダウンロード,usgs,geotiff,cog,アセット</translation>
  </message>
  <message>
   <source>More helps where the network is fast and the files are small.</source>
   <translation>ネットワークが速くファイルが小さいときは、多いほど有利です。</translation>
  </message>
  <message>
   <source>As “Add images to the map” does, with a stretch shared by like light.</source>
   <translation>「画像を地図に追加」と同じく、似た光で共有するストレッチを使います。</translation>
  </message>
  <message>
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied. By default the folder of the last download.</source>
   <translation>ファイルは FOLDER/bucket/path に置かれます。完全なものがあればコピーしません。既定は前回ダウンロードしたフォルダです。</translation>
  </message>
  <message>
   <source>A table: what became of each file, and why.</source>
   <translation>各ファイルの結果とその理由の表。</translation>
  </message>
  <message>
   <source>Add the images to the map</source>
   <translation>ダウンロードした画像を地図に追加</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>フォルダ</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>レポート</translation>
  </message>
  <message>
   <source>Keys of assets, separated by commas: image, thumbnail, dtm and so on.</source>
   <translation>アセットのキーをコンマ区切りで: image、thumbnail、dtm など。</translation>
  </message>
  <message>
   <source>Asked for the addresses of assets other than image and thumbnail.</source>
   <translation>image と thumbnail 以外のアセットのアドレスを問い合わせます。</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>アセット</translation>
  </message>
  <message>
   <source>The layer holds no footprint, or none is selected.</source>
   <translation>レイヤにフットプリントがないか、選択されていません。</translation>
  </message>
  <message>
   <source>{count} lines in {path}.</source>
   <translation>{path} に {count} 行を書きました。</translation>
  </message>
  <message>
   <source>Lines in the manifest</source>
   <translation>マニフェストの行数</translation>
  </message>
  <message>
   <source>Name of the rclone remote</source>
   <translation>rclone リモートの名前</translation>
  </message>
  <message>
   <source>rclone manifest</source>
   <translation>rclone マニフェスト</translation>
  </message>
  <message>
   <source>rclone manifest (*.txt)</source>
   <translation>rclone マニフェスト (*.txt)</translation>
  </message>
  <message>
   <source>Write rclone manifest</source>
   <translation>rclone マニフェストを書き出す</translation>
  </message>
  <message>
   <source>A list of the footprints' files that rclone downloads from</source>
   <translation>rclone がダウンロードに使う、フットプリントのファイルの一覧</translation>
  </message>
  <message>
   <source>planetary,rclone,s3,download,slurm,cluster,usgs,stac</source>
   <translation>惑星,rclone,s3,ダウンロード,slurm,クラスタ,usgs,stac</translation>
  </message>
  <message>
   <source>More than one: parts of equal length, and a Slurm job for a cluster.</source>
   <translation>2 以上にすると、同じ長さの部分に分け、クラスタ用の Slurm ジョブも作ります。</translation>
  </message>
  <message>
   <source>The manifest's lines begin with it; the file beside it defines it.</source>
   <translation>マニフェストの各行はこの名前で始まります。隣のファイルがこれを定義します。</translation>
  </message>
  <message>
   <source>NAME.txt; configuration and scripts are written beside it.</source>
   <translation>名前.txt。設定とスクリプトがその隣に書かれます。</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>分割数</translation>
  </message>
  <message>
   <source>Area (polygons)</source>
   <translation>領域 (ポリゴン)</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>各観測のラベルから角度を読む</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>すべてのラベルを読み直す</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>「解析準備済みデータを検索」で作ったレイヤ。すべての地物、または選択した地物。</translation>
  </message>
  <message>
   <source>Root of the STAC API</source>
   <translation>STAC API のルート</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>フットプリント</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>アイテム検索のできる STAC API なら何でも。既定は USGS Astrogeology のものです。</translation>
  </message>
  <message>
   <source>{count} images are chosen; at least {needed} are needed for as much.</source>
   <translation>{count} 枚の画像を選びました。同じだけ覆うには少なくとも {needed} 枚が必要です。</translation>
  </message>
  <message>
   <source>Only {possible} of the area are shown by any image of the wanted light, {share} were asked for.</source>
   <translation>目的の光の画像で見えるのは領域の {possible} だけです ({share} を求めました)。</translation>
  </message>
  <message>
   <source>Wanted incidence angle (degrees)</source>
   <translation>目的の入射角 (度)</translation>
  </message>
  <message>
   <source>Only images near it are chosen; empty takes images of any light.</source>
   <translation>これに近い画像だけを選びます。空なら光を問いません。</translation>
  </message>
  <message>
   <source>Tolerance (degrees)</source>
   <translation>許容差 (度)</translation>
  </message>
  <message>
   <source>How far an image's incidence may be from the wanted one.</source>
   <translation>画像の入射角が目的の値から離れてもよい大きさ。</translation>
  </message>
  <message>
   <source>Morning: the sun is in the east, its azimuth below 180 degrees.</source>
   <translation>morning (朝): 太陽は東にあり、方位角は 180 度未満です。</translation>
  </message>
  <message>
   <source>Part to cover (0 to 1)</source>
   <translation>覆う割合 (0 から 1)</translation>
  </message>
  <message>
   <source>The last per cent cost many images: 0.95 needs far fewer than 1.</source>
   <translation>最後の数パーセントには多くの画像が要ります。0.95 なら 1 よりずっと少なくて済みます。</translation>
  </message>
  <message>
   <source>Which image is taken where several add alike, within 5 per cent.</source>
   <translation>加わる面積が 5 パーセント以内で同じとき、どの画像を選ぶか。</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>すき間</translation>
  </message>
  <message>
   <source>What of the area no chosen image shows.</source>
   <translation>領域のうち、選んだどの画像にも写らない部分。</translation>
  </message>
  <message>
   <source>Images chosen</source>
   <translation>選んだ画像数</translation>
  </message>
  <message>
   <source>Images needed at least</source>
   <translation>少なくとも必要な画像数</translation>
  </message>
  <message>
   <source>Part of the area that is covered (0 to 1)</source>
   <translation>領域のうち覆われた割合 (0 から 1)</translation>
  </message>
  <message>
   <source>Fewest images that cover an area</source>
   <translation>領域を覆う最少の画像</translation>
  </message>
  <message>
   <source>A small set of images in like light, and how many are needed at least</source>
   <translation>似た光の少数の画像と、少なくとも何枚必要か</translation>
  </message>
  <message>
   <source>planetary,mosaic,set cover,gaps,incidence,morning,evening,choose</source>
   <translation>惑星,モザイク,被覆,すき間,入射角,朝,夕,選択</translation>
  </message>
  <message>
   <source>What is to be covered, in any CRS of the body.</source>
   <translation>覆う領域。その天体のどの CRS でもかまいません。</translation>
  </message>
  <message>
   <source>Side of the sun</source>
   <translation>太陽の側</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>優先</translation>
  </message>
  <message>
   <source>Chosen footprints</source>
   <translation>選んだフットプリント</translation>
  </message>
  <message>
   <source>In the order in which they add most, with order, adds_km2 and share.</source>
   <translation>多く加わる順。order、adds_km2、share が付きます。</translation>
  </message>
  <message>
   <source>{share} of {count} cells are seen.</source>
   <translation>{count} セルのうち {share} が見えます。</translation>
  </message>
  <message>
   <source>The best incidence is the one closest to it; empty takes the lowest.</source>
   <translation>最良の入射角はこれに最も近いもの。空なら最小のもの。</translation>
  </message>
  <message>
   <source>The cells that no image shows, in the CRS of the map.</source>
   <translation>どの画像にも写らないセル。地図の CRS です。</translation>
  </message>
  <message>
   <source>Cells of the area</source>
   <translation>領域のセル数</translation>
  </message>
  <message>
   <source>Part of the cells that is seen (0 to 1)</source>
   <translation>見えるセルの割合 (0 から 1)</translation>
  </message>
  <message>
   <source>Most looks at a cell</source>
   <translation>1 セルの最多の観測回数</translation>
  </message>
  <message>
   <source>Coverage and gap map</source>
   <translation>被覆とすき間の地図</translation>
  </message>
  <message>
   <source>How often, and in which light, each cell of an area is seen</source>
   <translation>領域の各セルが何回、どんな光で見えるか</translation>
  </message>
  <message>
   <source>planetary,raster,density,gaps,incidence,looks,geotiff</source>
   <translation>惑星,ラスタ,密度,すき間,入射角,観測回数,geotiff</translation>
  </message>
  <message>
   <source>What the map shows, in any CRS of the body.</source>
   <translation>地図に示す領域。その天体のどの CRS でもかまいません。</translation>
  </message>
  <message>
   <source>The side of a cell; all cells are of one area.</source>
   <translation>セルの一辺。すべてのセルは同じ面積です。</translation>
  </message>
  <message>
   <source>Degrees of a great circle, or metres on the ground.</source>
   <translation>大円の度、または地上のメートル。</translation>
  </message>
  <message>
   <source>Bands: looks, best, lowest and highest incidence, angle between the suns.</source>
   <translation>バンド: 観測回数、最良・最小・最大の入射角、太陽どうしの角。</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>セル</translation>
  </message>
  <message>
   <source>Unit of the cell</source>
   <translation>セルの単位</translation>
  </message>
  <message>
   <source>Coverage map</source>
   <translation>被覆の地図</translation>
  </message>
  <message>
   <source>Used where no area is given, in any CRS of the body; else all footprints.</source>
   <translation>領域がないときに使います。その天体のどの CRS でもよく、どちらもなければ全フットプリントです。</translation>
  </message>
  <message>
   <source>The images' files, each once; configuration and scripts beside it.</source>
   <translation>画像のファイル、それぞれ一度だけ。設定とスクリプトはその隣に置かれます。</translation>
  </message>
  <message>
   <source>{count} features are of images that came before: left out.</source>
   <translation>{count} 個の地物は前に出た画像のものなので除きました。</translation>
  </message>
  <message>
   <source>no footprint</source>
   <translation>フットプリントなし</translation>
  </message>
  <message>
   <source>no incidence angle</source>
   <translation>入射角なし</translation>
  </message>
  <message>
   <source>no sun azimuth</source>
   <translation>太陽方位角なし</translation>
  </message>
  <message>
   <source>no emission angle</source>
   <translation>出射角なし</translation>
  </message>
  <message>
   <source>no phase angle</source>
   <translation>位相角なし</translation>
  </message>
  <message>
   <source>no spacecraft azimuth</source>
   <translation>探査機の方位角なし</translation>
  </message>
  <message>
   <source>no pixel size</source>
   <translation>画素の大きさなし</translation>
  </message>
  <message>
   <source>Images left out: {reasons}.</source>
   <translation>除いた画像: {reasons}。</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>範囲</translation>
  </message>
  <message>
   <source>{count} groups of like light.</source>
   <translation>似た光のグループは {count} 個です。</translation>
  </message>
  <message>
   <source>The sun of each image is at most so far from that of its group's leader.</source>
   <translation>各画像の太陽は、グループの先頭の画像の太陽からこの角度以内にあります。</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>グループ数</translation>
  </message>
  <message>
   <source>Images without angles</source>
   <translation>角度のない画像数</translation>
  </message>
  <message>
   <source>Groups of like light</source>
   <translation>似た光のグループ</translation>
  </message>
  <message>
   <source>Footprints sorted into groups with the sun in the same place</source>
   <translation>太陽が同じ位置にあるグループに分けたフットプリント</translation>
  </message>
  <message>
   <source>planetary,sun,incidence,azimuth,cluster,illumination,mosaic</source>
   <translation>惑星,太陽,入射角,方位角,クラスタ,照明,モザイク</translation>
  </message>
  <message>
   <source>Footprints with groups</source>
   <translation>グループ付きのフットプリント</translation>
  </message>
  <message>
   <source>The footprints, with light_group (1 is the largest) and the sun's direction.</source>
   <translation>light_group (1 が最大) と太陽の方向が付いたフットプリント。</translation>
  </message>
  <message>
   <source>{looks} looks at {places} places.</source>
   <translation>{places} か所で {looks} 回の観測。</translation>
  </message>
  <message>
   <source>At the place, not at the image's centre.</source>
   <translation>画像の中心ではなく、その場所での値です。</translation>
  </message>
  <message>
   <source>At the image's centre.</source>
   <translation>画像の中心での値です。</translation>
  </message>
  <message>
   <source>For the pair to find changes in: so far may the suns be apart.</source>
   <translation>変化を探す組について、太陽どうしが離れてもよい角度。</translation>
  </message>
  <message>
   <source>Largest difference of incidence for like light (degrees)</source>
   <translation>似た光とみなす入射角の最大の差 (度)</translation>
  </message>
  <message>
   <source>For the pair to find changes in; 3 as for LROC's temporal pairs.</source>
   <translation>変化を探す組について。3 は LROC の時間差の組と同じです。</translation>
  </message>
  <message>
   <source>Looks at all places</source>
   <translation>全部の場所の観測回数</translation>
  </message>
  <message>
   <source>Looks at a place</source>
   <translation>ある場所の観測</translation>
  </message>
  <message>
   <source>Which images see a place, and in which light each shows it</source>
   <translation>どの画像がその場所を写し、それぞれどんな光で見せるか</translation>
  </message>
  <message>
   <source>planetary,incidence,sun,repeat,change detection,photometric stereo</source>
   <translation>惑星,入射角,太陽,再観測,変化検出,照度差ステレオ</translation>
  </message>
  <message>
   <source>Points, lines or polygons in any CRS of the body; a field name is kept.</source>
   <translation>点、線、ポリゴン。その天体のどの CRS でもよく、name フィールドは残ります。</translation>
  </message>
  <message>
   <source>Used where no places are given: 303.2,8.1 [IAU_2015:30100].</source>
   <translation>場所がないときに使います: 303.2,8.1 [IAU_2015:30100]。</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>観測</translation>
  </message>
  <message>
   <source>A footprint for each place and image that sees it, with the light there.</source>
   <translation>場所とそれを写す画像ごとのフットプリント。その場所の光が付きます。</translation>
  </message>
  <message>
   <source>A point for each place, with what its looks are worth together.</source>
   <translation>場所ごとの点。観測を合わせて何に役立つかが付きます。</translation>
  </message>
  <message>
   <source>Smallest incidence angle (degrees)</source>
   <translation>最小の入射角 (度)</translation>
  </message>
  <message>
   <source>Largest incidence angle (degrees)</source>
   <translation>最大の入射角 (度)</translation>
  </message>
  <message>
   <source>Largest emission angle (degrees)</source>
   <translation>最大の出射角 (度)</translation>
  </message>
  <message>
   <source>Like light (degrees)</source>
   <translation>似た光 (度)</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>場所</translation>
  </message>
  <message>
   <source>Typed point</source>
   <translation>入力する点</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>まとめ</translation>
  </message>
  <message>
   <source>{count} pairs were found, the best {most} are written.</source>
   <translation>{count} 組が見つかり、上位 {most} 組を書き出します。</translation>
  </message>
  <message>
   <source>Of each image; Becker et al. (2015) recommend 40 to 65, best 50.</source>
   <translation>各画像について。Becker ほか (2015) は 40 から 65、最良は 50 としています。</translation>
  </message>
  <message>
   <source>Of each image, between sun and spacecraft; 30 and more is best.</source>
   <translation>各画像の太陽と探査機の間の角。30 以上が最良です。</translation>
  </message>
  <message>
   <source>Parallax per height: 0.1 is about 5 degrees, 0.4 to 0.6 is best.</source>
   <translation>高さあたりの視差。0.1 は約 5 度、0.4 から 0.6 が最良です。</translation>
  </message>
  <message>
   <source>Largest difference of solar longitudes (degrees)</source>
   <translation>太陽黄経の最大の差 (度)</translation>
  </message>
  <message>
   <source>On Mars: images of like season; where it is unknown there is no pair.</source>
   <translation>火星用: 同じ季節の画像。わからないものは組になりません。</translation>
  </message>
  <message>
   <source>Spacing of the terrain model (metres)</source>
   <translation>地形モデルの間隔 (メートル)</translation>
  </message>
  <message>
   <source>Only images whose pixel is at most a third of it, as a DTM needs.</source>
   <translation>画素がその 3 分の 1 以下の画像だけ。DTM に必要な条件です。</translation>
  </message>
  <message>
   <source>Most pairs (0 = all)</source>
   <translation>最大の組数 (0 = 全部)</translation>
  </message>
  <message>
   <source>Pairs found</source>
   <translation>見つかった組数</translation>
  </message>
  <message>
   <source>Images without what a pair needs</source>
   <translation>組に必要な値のない画像数</translation>
  </message>
  <message>
   <source>Find stereo pairs</source>
   <translation>ステレオ対を探す</translation>
  </message>
  <message>
   <source>Images that see the same ground from two sides in like light</source>
   <translation>同じ地面を両側から似た光で写した画像</translation>
  </message>
  <message>
   <source>planetary,stereo,convergence,parallax,dtm,dem,overlap,kaguya,usgs</source>
   <translation>惑星,ステレオ,収束角,視差,dtm,dem,重なり,kaguya,usgs</translation>
  </message>
  <message>
   <source>Only pairs whose overlap touches it; else all pairs.</source>
   <translation>重なりがこれに触れる組だけ。なければ全部の組。</translation>
  </message>
  <message>
   <source>Stereo pairs</source>
   <translation>ステレオ対</translation>
  </message>
  <message>
   <source>A polygon for each pair, where both images see the ground; best first.</source>
   <translation>組ごとに、両方の画像が地面を写すポリゴン。良い順です。</translation>
  </message>
  <message>
   <source>Of each image; steep slopes are hidden beyond its complement.</source>
   <translation>各画像について。その余角より急な斜面は隠れます。</translation>
  </message>
  <message>
   <source>Smallest phase angle (degrees)</source>
   <translation>最小の位相角 (度)</translation>
  </message>
  <message>
   <source>Largest phase angle (degrees)</source>
   <translation>最大の位相角 (度)</translation>
  </message>
  <message>
   <source>The coarser over the finer pixel; beyond 2.5 resample.</source>
   <translation>粗い画素と細かい画素の比。2.5 を超えたら再サンプリングします。</translation>
  </message>
  <message>
   <source>Smallest parallax/height ratio</source>
   <translation>最小の視差/高さ比</translation>
  </message>
  <message>
   <source>Largest parallax/height ratio</source>
   <translation>最大の視差/高さ比</translation>
  </message>
  <message>
   <source>Per height; 0 is the same light, which is best.</source>
   <translation>高さあたり。0 は同じ光で、最良です。</translation>
  </message>
  <message>
   <source>20 and less is best.</source>
   <translation>20 以下が最良です。</translation>
  </message>
  <message>
   <source>The part of the smaller image that both see; 0.5 and more is best.</source>
   <translation>小さい方の画像のうち両方が写す割合。0.5 以上が最良です。</translation>
  </message>
  <message>
   <source>The best so many.</source>
   <translation>上位からこの数だけ。</translation>
  </message>
  <message>
   <source>Largest ratio of pixel sizes</source>
   <translation>画素の大きさの最大の比</translation>
  </message>
  <message>
   <source>Largest distance of shadow tips</source>
   <translation>影の先端の最大の距離</translation>
  </message>
  <message>
   <source>Largest difference of sun azimuths (degrees)</source>
   <translation>太陽方位角の最大の差 (度)</translation>
  </message>
  <message>
   <source>Smallest overlap (0 to 1)</source>
   <translation>最小の重なり (0 から 1)</translation>
  </message>
  <message>
   <source>give a layer or the path of one</source>
   <translation>レイヤまたはそのパスを指定してください</translation>
  </message>
  <message>
   <source>write a number from {lowest} to {highest}</source>
   <translation>{lowest} から {highest} までの数値を書いてください</translation>
  </message>
  <message>
   <source>write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)</source>
   <translation>3,5,4,6 [IAU_2015:30100] (西, 東, 南, 北) のように書いてください</translation>
  </message>
  <message>
   <source>write it like 2009-06-07T14:43:22 (UTC)</source>
   <translation>2009-06-07T14:43:22 (UTC) のように書いてください</translation>
  </message>
  <message>
   <source>it can't be empty</source>
   <translation>空にはできません</translation>
  </message>
  <message>
   <source>give the path of a file</source>
   <translation>ファイルのパスを指定してください</translation>
  </message>
  <message>
   <source>give the path of a folder</source>
   <translation>フォルダーのパスを指定してください</translation>
  </message>
  <message>
   <source>give the path of a file, or TEMPORARY_OUTPUT</source>
   <translation>ファイルのパスか TEMPORARY_OUTPUT を指定してください</translation>
  </message>
  <message>
   <source>see the help</source>
   <translation>ヘルプを参照してください</translation>
  </message>
  <message>
   <source>{name} ({title}) is not given: {advice}.</source>
   <translation>{name} ({title}) が指定されていません: {advice}。</translation>
  </message>
  <message>
   <source>{name} ({title}) is {value}, which can't be used: {advice}.</source>
   <translation>{name} ({title}) の値 {value} は使えません: {advice}。</translation>
  </message>
  <message>
   <source>{name} ({title}) is shown by the layer {layer}, which is being edited: save or discard its edits, or choose another file.</source>
   <translation>{name}（{title}）を表示しているレイヤ {layer} は編集中です。編集を保存または破棄するか、別のファイルを選んでください。</translation>
  </message>
  <message>
   <source>write a number, {lowest} or more</source>
   <translation>{lowest} 以上の数値を書いてください</translation>
  </message>
  <message>
   <source>{path} is written: run sh {name} on the cluster.</source>
   <translation>{path} を書き出しました。クラスタで sh {name} を実行してください。</translation>
  </message>
  <message>
   <source>Most observations to read in this run (0 = no limit)</source>
   <translation>今回読み込む観測の上限 (0 = 無制限)</translation>
  </message>
  <message>
   <source>Parts, for a cluster</source>
   <translation>分割数 (クラスタ用)</translation>
  </message>
  <message>
   <source>The part to read, as the job gives it</source>
   <translation>読み込む部分 (ジョブが指定するとおり)</translation>
  </message>
  <message>
   <source>Observations added</source>
   <translation>追加した観測数</translation>
  </message>
  <message>
   <source>Observations that had changed</source>
   <translation>変わっていた観測数</translation>
  </message>
  <message>
   <source>Observations that are as they were</source>
   <translation>変わっていない観測数</translation>
  </message>
  <message>
   <source>Observations that the catalogue has no more</source>
   <translation>カタログからなくなった観測数</translation>
  </message>
  <message>
   <source>Observations with an incidence angle</source>
   <translation>入射角のある観測数</translation>
  </message>
  <message>
   <source>Observations without an incidence angle</source>
   <translation>入射角のない観測数</translation>
  </message>
  <message>
   <source>The same as GeoParquet</source>
   <translation>同じ内容の GeoParquet</translation>
  </message>
  <message>
   <source>GeoParquet (*.parquet)</source>
   <translation>GeoParquet 形式 (*.parquet)</translation>
  </message>
  <message>
   <source>For other programs; only where the GDAL of this QGIS can write it.</source>
   <translation>ほかのプログラム用。この QGIS の GDAL が書き出せる場合だけです。</translation>
  </message>
  <message>
   <source>Keep a collection in a file</source>
   <translation>コレクションをファイルに保存</translation>
  </message>
  <message>
   <source>Whole collections with every angle in one file, searched offline</source>
   <translation>コレクション全体をすべての角度とともに 1 つのファイルに保存し、オフラインで検索します</translation>
  </message>
  <message>
   <source>planetary,moon,mars,stac,offline,index,geopackage,incidence,kaguya</source>
   <translation>惑星,月,火星,stac,オフライン,インデックス,geopackage,入射角,kaguya</translation>
  </message>
  <message>
   <source>Ids of the collections to keep, separated by commas, all of one body.</source>
   <translation>保存するコレクションの ID をコンマ区切りで。すべて同じ天体のもの。</translation>
  </message>
  <message>
   <source>What to keep, in any CRS of the body; empty is the whole body.</source>
   <translation>保存する範囲。その天体のどの CRS でもかまいません。空なら天体全体です。</translation>
  </message>
  <message>
   <source>Polygons to keep instead of the extent, in any CRS of the body.</source>
   <translation>範囲の代わりに保存するポリゴン。その天体のどの CRS でもかまいません。</translation>
  </message>
  <message>
   <source>Without it no angle is known; another run can read the labels later.</source>
   <translation>指定しなければ角度はわかりません。ラベルは後の実行でも読めます。</translation>
  </message>
  <message>
   <source>At most so many are read now; another run goes on where this one ended.</source>
   <translation>今回読み込むのはこの数までです。次の実行はその続きから始まります。</translation>
  </message>
  <message>
   <source>Without it only labels that are new, or failed before, are read.</source>
   <translation>指定しなければ、新しいラベルと、前に失敗したラベルだけを読みます。</translation>
  </message>
  <message>
   <source>More than one: nothing is read now, but a Slurm job is written that does.</source>
   <translation>2 以上にすると、今は何も読まず、読み込みを行う Slurm ジョブを書き出します。</translation>
  </message>
  <message>
   <source>3/16 reads the third of 16 parts; all/16 puts the 16 together.</source>
   <translation>3/16 は 16 分割の 3 番目を読み、all/16 は 16 の部分を 1 つにまとめます。</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>インデックス</translation>
  </message>
  <message>
   <source>Index (*.gpkg)</source>
   <translation>インデックス (*.gpkg)</translation>
  </message>
  <message>
   <source>A new file, or one to bring up to date; by default one in your profile.</source>
   <translation>新しいファイル、または更新するファイル。既定はプロファイル内のファイルです。</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>コレクション</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>読み込む観測の上限 (0 = 無制限)</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>見つかった観測数</translation>
  </message>
  <message>
   <source>Index that is searched first</source>
   <translation>最初に検索するインデックス</translation>
  </message>
  <message>
   <source>Ask the catalogue</source>
   <translation>カタログへの問い合わせ</translation>
  </message>
  <message>
   <source>Search analysis ready data</source>
   <translation>解析準備済みデータを検索</translation>
  </message>
  <message>
   <source>Footprints of planetary images, coloured by solar incidence angle</source>
   <translation>太陽入射角で色分けした惑星画像のフットプリント</translation>
  </message>
  <message>
   <source>planetary,moon,mars,europa,stac,usgs,kaguya,hirise,incidence,footprints,rclone</source>
   <translation>惑星,月,火星,エウロパ,stac,usgs,kaguya,hirise,入射角,フットプリント,rclone</translation>
  </message>
  <message>
   <source>Ids of the collections to search, separated by commas, all of one body.</source>
   <translation>検索するコレクションの ID をコンマ区切りで。すべて同じ天体のもの。</translation>
  </message>
  <message>
   <source>What to search, in any CRS of the body; by default what the map shows.</source>
   <translation>検索する範囲。その天体のどの CRS でもかまいません。既定は地図の表示範囲です。</translation>
  </message>
  <message>
   <source>Polygons to search instead of the extent, in any CRS of the body.</source>
   <translation>範囲の代わりに検索するポリゴン。その天体のどの CRS でもかまいません。</translation>
  </message>
  <message>
   <source>Acquired after (UTC)</source>
   <translation>この時刻以降に取得 (UTC)</translation>
  </message>
  <message>
   <source>Acquired before (UTC)</source>
   <translation>この時刻以前に取得 (UTC)</translation>
  </message>
  <message>
   <source>Without it the search is faster and no angle is known.</source>
   <translation>これを外すと検索は速くなりますが、角度はわかりません。</translation>
  </message>
  <message>
   <source>The image's centre, or anywhere in what is searched: then an image counts if any place of it there is inside the limits.</source>
   <translation>画像の中心（centre）、または検索範囲内のどこか（anywhere）。後者では、検索範囲内のどこか一か所でも範囲に入る画像が残ります。</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>カタログから読み込む観測は合計でこの数までです。達すると警告が出ます。</translation>
  </message>
  <message>
   <source>Asset that goes into the manifest</source>
   <translation>マニフェストに書くアセット</translation>
  </message>
  <message>
   <source>The asset's key: image, or dtm, orthoimage, thumbnail and so on.</source>
   <translation>アセットのキー: image、または dtm、orthoimage、thumbnail など。</translation>
  </message>
  <message>
   <source>Without it, labels that were read in the last 30 days are not read again.</source>
   <translation>指定しなければ、過去30日以内に読んだラベルは読み直しません。</translation>
  </message>
  <message>
   <source>A file, zip or web address that ard:index made; those of the settings too.</source>
   <translation>ard:index が作ったファイル、zip、またはウェブアドレス。設定にあるものも使います。</translation>
  </message>
  <message>
   <source>auto: for what no index holds, or only an old one; always; or never.</source>
   <translation>auto: どのインデックスにもないものと、古いインデックスにしかないもの。always: 常に。never: 問い合わせません。</translation>
  </message>
  <message>
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>天体自身の経緯度 CRS のフットプリント。スタイル付き。</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf, NAME.download.sh and NAME.download.cmd are written beside it.</source>
   <translation>名前.txt。名前.rclone.conf、名前.download.sh、名前.download.cmd がその隣に書かれます。</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>UTC の取得時刻。例: 2009-06-07T14:43:22。空欄なら制限なし。</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>入射角がわかっていて、この範囲に入る観測だけを残します。</translation>
  </message>
  <message>
   <source>Incidence limits are of</source>
   <translation>入射角の範囲を比べる場所</translation>
  </message>
  <message>
   <source>Index (*.gpkg *.zip)</source>
   <translation>インデックス (*.gpkg *.zip)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>すべてのファイル (*)</translation>
  </message>
  <message>
   <source>Add this image to the map</source>
   <translation>この画像を地図に追加</translation>
  </message>
  <message>
   <source>Download this image</source>
   <translation>この画像をダウンロード</translation>
  </message>
  <message>
   <source>Stereo partners of this image</source>
   <translation>この画像とステレオ対になる画像</translation>
  </message>
  <message>
   <source>Open its page in the catalogue</source>
   <translation>カタログのページを開く</translation>
  </message>
  <message>
   <source>Show its thumbnail</source>
   <translation>サムネイルを表示</translation>
  </message>
  <message>
   <source>Tick known collections</source>
   <translation>既知のコレクションを選ぶ</translation>
  </message>
  <message>
   <source>from its label</source>
   <translation>ラベルから</translation>
  </message>
  <message>
   <source>Collection ids, separated by commas</source>
   <translation>コレクション ID (コンマ区切り)</translation>
  </message>
  <message>
   <source>Known collections</source>
   <translation>既知のコレクション</translation>
  </message>
  <message>
   <source>Incidence angle</source>
   <translation>入射角</translation>
  </message>
  <message>
   <source>Images: {count}, {size}</source>
   <translation>画像: {count}、{size}</translation>
  </message>
  <message>
   <source>size unknown</source>
   <translation>サイズ不明</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>フォルダを選択…</translation>
  </message>
  <message>
   <source>Shows the images, streamed from their server</source>
   <translation>画像をサーバーからストリーミングして表示します</translation>
  </message>
  <message>
   <source>Says how large the images are, then downloads them</source>
   <translation>画像の大きさを示してからダウンロードします</translation>
  </message>
  <message>
   <source>Writes an rclone manifest of the images</source>
   <translation>画像の rclone マニフェストを書き出します</translation>
  </message>
  <message>
   <source>Selects the footprints in the layer</source>
   <translation>レイヤのフットプリントを選択します</translation>
  </message>
  <message>
   <source>Add to map</source>
   <translation>地図に追加</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>ダウンロード…</translation>
  </message>
  <message>
   <source>Manifest…</source>
   <translation>マニフェスト…</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>選択</translation>
  </message>
  <message>
   <source>It failed; QGIS's log says why.</source>
   <translation>失敗しました。理由は QGIS のログにあります。</translation>
  </message>
  <message>
   <source>Planetary ARD's algorithms are not there: is Processing switched on?</source>
   <translation>Planetary ARD のアルゴリズムがありません。プロセシング (Processing) は有効ですか?</translation>
  </message>
  <message>
   <source>Nothing can be read of it. Is its filter too narrow, or its file gone?</source>
   <translation>何も読み込めません。フィルタが狭すぎるか、ファイルがなくなっていませんか?</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>リセット</translation>
  </message>
  <message>
   <source>Takes all limits away</source>
   <translation>すべての範囲指定を解除します</translation>
  </message>
  <message>
   <source>It is a temporary layer, which QGIS does not save: search again.</source>
   <translation>これは QGIS が保存しない一時レイヤです。もう一度検索してください。</translation>
  </message>
  <message>
   <source>{shown} of {all}</source>
   <translation>{shown} / {all}</translation>
  </message>
  <message>
   <source>Images that see {place}: {count}. Incidence is given there; ← and → show each.</source>
   <translation>{place} を写す画像: {count}。入射角はその地点の値です。← と → で順に表示します。</translation>
  </message>
  <message>
   <source>Press Search for images of what the map shows, or choose a layer of footprints.</source>
   <translation>「検索」を押すと地図の範囲の画像を探します。またはフットプリントのレイヤを選んでください。</translation>
  </message>
  <message>
   <source>Click on the map, or press Enter for the place in its middle.</source>
   <translation>地図をクリックするか、Enter キーで地図の中央を選びます。</translation>
  </message>
  <message>
   <source>Adding images: the first {some} of {all}…</source>
   <translation>画像を追加中: {all} 枚のうち最初の {some} 枚…</translation>
  </message>
  <message>
   <source>Adding images: {count}…</source>
   <translation>画像を追加中: {count}…</translation>
  </message>
  <message>
   <source>{count} of the images are on the map already.</source>
   <translation>画像のうち {count} 枚はすでに地図にあります。</translation>
  </message>
  <message>
   <source>Images added: {count}.</source>
   <translation>追加した画像: {count}。</translation>
  </message>
  <message>
   <source>incidence {angle}°</source>
   <translation>入射角 {angle}°</translation>
  </message>
  <message>
   <source>covers {share}</source>
   <translation>被覆率 {share}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>画像</translation>
  </message>
  <message>
   <source>The layer's filter was changed, so no limits are set and all images are ticked.</source>
   <translation>レイヤーのフィルターが変更されたため、範囲指定はなくなり、すべての画像にチェックが付きました。</translation>
  </message>
  <message>
   <source>Reading footprints</source>
   <translation>フットプリントを読み込み中</translation>
  </message>
  <message>
   <source>{name}, limits the list</source>
   <translation>{name} (リストを絞り込み中)</translation>
  </message>
  <message>
   <source>Images without this value: {count}; a range leaves them out.</source>
   <translation>この値のない画像: {count}。範囲を指定すると除かれます。</translation>
  </message>
  <message>
   <source>{name}: histogram</source>
   <translation>{name}: ヒストグラム</translation>
  </message>
  <message>
   <source>{name}: range</source>
   <translation>{name}: 範囲</translation>
  </message>
  <message>
   <source>{name}: smallest</source>
   <translation>{name}: 最小</translation>
  </message>
  <message>
   <source>{name}: largest</source>
   <translation>{name}: 最大</translation>
  </message>
  <message>
   <source>Arrow keys move the first end, with Shift the last one; Delete takes both away.</source>
   <translation>矢印キーで最初の端、Shift を押しながらで最後の端を動かします。Delete で両方を外します。</translation>
  </message>
  <message>
   <source>List all images again</source>
   <translation>すべての画像を再び表示</translation>
  </message>
  <message>
   <source>Nearest to</source>
   <translation>次の値に近い順</translation>
  </message>
  <message>
   <source>Low sun first</source>
   <translation>太陽の低い順</translation>
  </message>
  <message>
   <source>High sun first</source>
   <translation>太陽の高い順</translation>
  </message>
  <message>
   <source>Largest coverage first</source>
   <translation>被覆率の大きい順</translation>
  </message>
  <message>
   <source>Finest resolution first</source>
   <translation>解像度の細かい順</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>新しい順</translation>
  </message>
  <message>
   <source>Oldest first</source>
   <translation>古い順</translation>
  </message>
  <message>
   <source>Click on the map: which images see that place, and in what light</source>
   <translation>地図をクリックすると、その地点を写す画像と照明がわかります</translation>
  </message>
  <message>
   <source>Images lit like the current one, lit from elsewhere, or in stereo with it</source>
   <translation>現在の画像と同じ光の画像、別方向からの光の画像、ステレオ対になる画像</translation>
  </message>
  <message>
   <source>Order of the list</source>
   <translation>リストの順序</translation>
  </message>
  <message>
   <source>Incidence that is wanted</source>
   <translation>希望する入射角</translation>
  </message>
  <message>
   <source>At a point</source>
   <translation>地点で</translation>
  </message>
  <message>
   <source>Lit like this one</source>
   <translation>同じ照明の画像</translation>
  </message>
  <message>
   <source>Lit from elsewhere</source>
   <translation>別方向から照らされた画像</translation>
  </message>
  <message>
   <source>Opening images</source>
   <translation>画像を開いています</translation>
  </message>
  <message>
   <source>its image's address is not known</source>
   <translation>画像のアドレスが不明です</translation>
  </message>
  <message>
   <source>{name} can't be shown: {reason}</source>
   <translation>{name} を表示できません: {reason}</translation>
  </message>
  <message>
   <source>{layer} is in a map's CRS, not in longitude and latitude: choose the layer as ard:search made it.</source>
   <translation>{layer} は経緯度ではなく地図の CRS です。ard:search が作成したままのレイヤを選択してください。</translation>
  </message>
  <message>
   <source>Incidence</source>
   <translation>入射角</translation>
  </message>
  <message>
   <source>Emission</source>
   <translation>出射角</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>位相角</translation>
  </message>
  <message>
   <source>Sun azimuth</source>
   <translation>太陽方位角</translation>
  </message>
  <message>
   <source>Local time</source>
   <translation>地方時</translation>
  </message>
  <message>
   <source>Season (Ls)</source>
   <translation>季節 (Ls)</translation>
  </message>
  <message>
   <source>Acquired</source>
   <translation>撮影日</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>解像度</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>被覆率</translation>
  </message>
  <message>
   <source>Where the sun stood in {name} is not known.</source>
   <translation>{name} の太陽の位置はわかりません。</translation>
  </message>
  <message>
   <source>Lit like {name}, within {angle}°.</source>
   <translation>{name} と同じ照明 ({angle}° 以内)。</translation>
  </message>
  <message>
   <source>The sun stands {angle}° or more elsewhere than in {name}.</source>
   <translation>{name} とは太陽の方位が {angle}° 以上異なります。</translation>
  </message>
  <message>
   <source>Choose an image in the list first.</source>
   <translation>先にリストで画像を選んでください。</translation>
  </message>
  <message>
   <source>Body and collections</source>
   <translation>天体とコレクション</translation>
  </message>
  <message>
   <source>Collection ids</source>
   <translation>コレクション ID</translation>
  </message>
  <message>
   <source>Images at most</source>
   <translation>画像の最大数</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>制限なし</translation>
  </message>
  <message>
   <source>{count} collections</source>
   <translation>{count} コレクション</translation>
  </message>
  <message>
   <source>Nothing was found there: search a larger area or other collections.</source>
   <translation>何も見つかりませんでした。範囲を広げるか、別のコレクションを検索してください。</translation>
  </message>
  <message>
   <source>The search was cancelled.</source>
   <translation>検索を中止しました。</translation>
  </message>
  <message>
   <source>Search with all options…</source>
   <translation>すべてのオプションで検索…</translation>
  </message>
  <message>
   <source>a layer that is gone</source>
   <translation>なくなったレイヤ</translation>
  </message>
  <message>
   <source>Search as the map moves</source>
   <translation>地図の移動に合わせて検索</translation>
  </message>
  <message>
   <source>Recent searches</source>
   <translation>最近の検索</translation>
  </message>
  <message>
   <source>Where to search</source>
   <translation>検索する場所</translation>
  </message>
  <message>
   <source>What the map shows</source>
   <translation>地図の表示範囲</translation>
  </message>
  <message>
   <source>selection</source>
   <translation>選択地物</translation>
  </message>
  <message>
   <source>Progress of the search</source>
   <translation>検索の進み具合</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>キャンセル</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>全域</translation>
  </message>
  <message>
   <source>No search yet</source>
   <translation>検索履歴なし</translation>
  </message>
  <message>
   <source>Image finder</source>
   <translation>画像ファインダー</translation>
  </message>
  <message>
   <source>Planetary ARD: find images by their light</source>
   <translation>Planetary ARD: 照明条件で画像を探す</translation>
  </message>
  <message>
   <source>Longitude and latitude</source>
   <translation>経度と緯度</translation>
  </message>
  <message>
   <source>Named places</source>
   <translation>地名</translation>
  </message>
  <message>
   <source>{body}: grid and places</source>
   <translation>{body}: 格子と地名</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>移動</translation>
  </message>
  <message>
   <source>All of it</source>
   <translation>全体</translation>
  </message>
  <message>
   <source>North pole</source>
   <translation>北極</translation>
  </message>
  <message>
   <source>South pole</source>
   <translation>南極</translation>
  </message>
  <message>
   <source>Clear label cache</source>
   <translation>ラベルのキャッシュを消去</translation>
  </message>
  <message>
   <source>Clearing…</source>
   <translation>消去しています…</translation>
  </message>
  <message>
   <source>{labels} labels on the disk, {size} MB.</source>
   <translation>ディスク上のラベル {labels} 件、{size} MB。</translation>
  </message>
  <message>
   <source>Counting labels…</source>
   <translation>ラベルを数えています…</translation>
  </message>
  <message>
   <source>The footprints of the two images are in no layer of the project.</source>
   <translation>2 枚の画像のフットプリントは、プロジェクトのどのレイヤにもありません。</translation>
  </message>
  <message>
   <source>Select both images</source>
   <translation>両方の画像を選択</translation>
  </message>
  <message>
   <source>Add both images to the map</source>
   <translation>両方の画像を地図に追加</translation>
  </message>
  <message>
   <source>Download both images</source>
   <translation>両方の画像をダウンロード</translation>
  </message>
  <message>
   <source>Catalogue address</source>
   <translation>カタログのアドレス</translation>
  </message>
  <message>
   <source>Root of the STAC API that a search asks unless it names another.</source>
   <translation>検索で別のものを指定しないときに問い合わせる STAC API のルート。</translation>
  </message>
  <message>
   <source>rclone remote</source>
   <translation>rclone リモート</translation>
  </message>
  <message>
   <source>What the lines of a manifest begin with; the file beside it defines it.</source>
   <translation>マニフェストの各行の先頭に付く名前。隣のファイルがこれを定義します。</translation>
  </message>
  <message>
   <source>Labels read at the same time</source>
   <translation>同時に読むラベル数</translation>
  </message>
  <message>
   <source>How many connections a search opens, from 1 to 256.</source>
   <translation>検索が開く接続の数。1 から 256 まで。</translation>
  </message>
  <message>
   <source>rclone program</source>
   <translation>rclone プログラム</translation>
  </message>
  <message>
   <source>Where rclone is; leave it empty to have it found.</source>
   <translation>rclone の場所。空欄なら自動で探します。</translation>
  </message>
  <message>
   <source>Labels kept for later searches</source>
   <translation>次の検索のために残すラベル数</translation>
  </message>
  <message>
   <source>The angles of so many labels stay on the disk, 0 for none; 500,000 take 110 MB.</source>
   <translation>この数のラベルの角度をディスクに残します。0 なら残しません。500,000 件で 110 MB です。</translation>
  </message>
  <message>
   <source>Indices</source>
   <translation>インデックス一覧</translation>
  </message>
  <message>
   <source>Files (or zips, or web addresses) that ard:index made, one a line, searched first.</source>
   <translation>ard:index が作ったファイル (または zip、ウェブアドレス)。1 行に 1 つ。最初に検索します。</translation>
  </message>
  <message>
   <source>Days that an index is new</source>
   <translation>インデックスを新しいとみなす日数</translation>
  </message>
  <message>
   <source>Where an index is as old as that, the catalogue is asked, if it can be.</source>
   <translation>インデックスがこの日数以上古い場合は、可能ならカタログに問い合わせます。</translation>
  </message>
  <message>
   <source>Test rclone</source>
   <translation>rclone をテスト</translation>
  </message>
  <message>
   <source>Looking for rclone…</source>
   <translation>rclone を探しています…</translation>
  </message>
  <message>
   <source>rclone {version} at {path} can be used.</source>
   <translation>rclone {version} ({path}) を使えます。</translation>
  </message>
  <message>
   <source>Incidence (°)</source>
   <translation>入射角 (°)</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>ID</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>コレクション</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>天体</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>タイトル</translation>
  </message>
  <message>
   <source>Acquired (UTC)</source>
   <translation>撮影日時 (UTC)</translation>
  </message>
  <message>
   <source>Acquired from (UTC)</source>
   <translation>撮影開始 (UTC)</translation>
  </message>
  <message>
   <source>Acquired until (UTC)</source>
   <translation>撮影終了 (UTC)</translation>
  </message>
  <message>
   <source>Emission (°)</source>
   <translation>出射角 (°)</translation>
  </message>
  <message>
   <source>Phase (°)</source>
   <translation>位相角 (°)</translation>
  </message>
  <message>
   <source>Sub-solar azimuth (°)</source>
   <translation>太陽直下点の方位角 (°)</translation>
  </message>
  <message>
   <source>Local time (h)</source>
   <translation>地方時 (時)</translation>
  </message>
  <message>
   <source>Solar longitude (°)</source>
   <translation>太陽黄経 (°)</translation>
  </message>
  <message>
   <source>Pixel size (m)</source>
   <translation>画素の大きさ (m)</translation>
  </message>
  <message>
   <source>North azimuth (°)</source>
   <translation>北の方位角 (°)</translation>
  </message>
  <message>
   <source>Sub-spacecraft azimuth (°)</source>
   <translation>探査機直下点の方位角 (°)</translation>
  </message>
  <message>
   <source>Sub-solar longitude (°)</source>
   <translation>太陽直下点の経度 (°)</translation>
  </message>
  <message>
   <source>Sub-solar latitude (°)</source>
   <translation>太陽直下点の緯度 (°)</translation>
  </message>
  <message>
   <source>Slant distance (km)</source>
   <translation>斜距離 (km)</translation>
  </message>
  <message>
   <source>Pixel size in the catalogue (m)</source>
   <translation>カタログにある画素の大きさ (m)</translation>
  </message>
  <message>
   <source>Part of what was searched</source>
   <translation>検索範囲のうち覆う割合</translation>
  </message>
  <message>
   <source>Least incidence (°)</source>
   <translation>最小の入射角 (°)</translation>
  </message>
  <message>
   <source>Largest incidence (°)</source>
   <translation>最大の入射角 (°)</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>ラベル</translation>
  </message>
  <message>
   <source>Note on the label</source>
   <translation>ラベルについての注記</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>画像</translation>
  </message>
  <message>
   <source>Label file</source>
   <translation>ラベルファイル</translation>
  </message>
  <message>
   <source>Thumbnail</source>
   <translation>サムネイル</translation>
  </message>
  <message>
   <source>rclone path</source>
   <translation>rclone パス</translation>
  </message>
  <message>
   <source>{title}: the catalogue names no citation.</source>
   <translation>{title}: カタログに引用の記載はありません。</translation>
  </message>
  <message>
   <source>Planetary ARD: footprints on {body}, {time}</source>
   <translation>Planetary ARD: {body} のフットプリント、{time}</translation>
  </message>
  <message>
   <source>Footprints of {count} observations of {body}, {known} of them with the solar incidence angle that their label holds. Found in {api} on {time} by Planetary ARD {version}, a plugin of QGIS.</source>
   <translation>{body} の観測 {count} 件のフットプリント。うち {known} 件にはラベルにある太陽入射角があります。{time} に {api} で QGIS プラグイン Planetary ARD {version} が検索しました。</translation>
  </message>
  <message>
   <source>Cite {title}: {citation}</source>
   <translation>引用 {title}: {citation}</translation>
  </message>
  <message>
   <source>{time}: searched with Planetary ARD {version} in QGIS {qgis}</source>
   <translation>{time}: QGIS {qgis} の Planetary ARD {version} で検索</translation>
  </message>
  <message>
   <source>The search again: {command}</source>
   <translation>同じ検索をもう一度: {command}</translation>
  </message>
  <message>
   <source>From an index: {index}</source>
   <translation>インデックスから: {index}</translation>
  </message>
  <message>
   <source>What the catalogue was asked: {query}</source>
   <translation>カタログへの問い合わせ: {query}</translation>
  </message>
  <message>
   <source>Licence: {name}</source>
   <translation>ライセンス: {name}</translation>
  </message>
  <message>
   <source>Footprints: {body}</source>
   <translation>フットプリント: {body}</translation>
  </message>
  <message>
   <source>north pole</source>
   <translation>北極</translation>
  </message>
  <message>
   <source>south pole</source>
   <translation>南極</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>全体</translation>
  </message>
  <message>
   <source>no angle</source>
   <translation>角度なし</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>不明</translation>
  </message>
  <message>
   <source>sub-solar azimuth</source>
   <translation>太陽直下点の方位角</translation>
  </message>
  <message>
   <source>phase</source>
   <translation>位相角</translation>
  </message>
  <message>
   <source>emission</source>
   <translation>出射角</translation>
  </message>
  <message>
   <source>incidence</source>
   <translation>入射角</translation>
  </message>
  <message>
   <source>looks</source>
   <translation>観測回数</translation>
  </message>
  <message>
   <source>best incidence (degrees)</source>
   <translation>最良の入射角 (度)</translation>
  </message>
  <message>
   <source>lowest incidence (degrees)</source>
   <translation>最小の入射角 (度)</translation>
  </message>
  <message>
   <source>highest incidence (degrees)</source>
   <translation>最大の入射角 (度)</translation>
  </message>
  <message>
   <source>largest angle between suns (degrees)</source>
   <translation>太陽どうしの最大の角 (度)</translation>
  </message>
  <message>
   <source>sun azimuth here</source>
   <translation>ここでの太陽方位角</translation>
  </message>
  <message>
   <source>incidence here</source>
   <translation>ここでの入射角</translation>
  </message>
  <message>
   <source>vertical precision</source>
   <translation>垂直精度</translation>
  </message>
  <message>
   <source>overlap</source>
   <translation>重なり</translation>
  </message>
  <message>
   <source>angle between the suns</source>
   <translation>太陽どうしの角</translation>
  </message>
  <message>
   <source>parallax/height</source>
   <translation>視差/高さ</translation>
  </message>
  <message>
   <source>convergence</source>
   <translation>収束角</translation>
  </message>
  <message>
   <source>strength</source>
   <translation>評価</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: too little is known of its view.</source>
   <translation>{name} はステレオ対になれません: 観測の向きについて分かることが足りません。</translation>
  </message>
  <message>
   <source>Finding stereo partners</source>
   <translation>ステレオ対を探しています</translation>
  </message>
  <message>
   <source>{name} can't be one of a stereo pair: its view or light is beyond the limits.</source>
   <translation>{name} はステレオ対になれません: 観測の向きか光が限界を超えています。</translation>
  </message>
  <message>
   <source>The layer has no stereo partner of {name}.</source>
   <translation>このレイヤには {name} とステレオ対になる画像がありません。</translation>
  </message>
  <message>
   <source>Stereo partners of {name}: {count}; the strongest is {best}.</source>
   <translation>{name} とステレオ対になる画像: {count}。最良は {best} です。</translation>
  </message>
  <message>
   <source>{count} places have no geometry: left out.</source>
   <translation>{count} 件の場所にはジオメトリがないので除きました。</translation>
  </message>
  <message>
   <source>other groups</source>
   <translation>その他のグループ</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}</source>
   <translation>ファイル {total} 件中 {files} 件、{size_total} 中 {size}</translation>
  </message>
  <message>
   <source>{count} not downloaded, {reason}: {names}.</source>
   <translation>ダウンロードできなかったもの {count} 件、{reason}: {names}。</translation>
  </message>
  <message>
   <source>{files} of {total} files, {size} of {size_total}, {rate}/s, {time} left</source>
   <translation>ファイル {total} 件中 {files} 件、{size_total} 中 {size}、{rate}/s、残り {time}</translation>
  </message>
  <message>
   <source>Run the download again to complete it: what is whole stays.</source>
   <translation>もう一度ダウンロードを実行すると残りが取得されます。完全なファイルはそのまま残ります。</translation>
  </message>
  <message>
   <source>{copied} files copied ({size}), {there} were there already, {failed} failed.</source>
   <translation>{copied} 件のファイルをコピーしました ({size})。{there} 件はすでにあり、{failed} 件は失敗しました。</translation>
  </message>
  <message>
   <source>{total} observations are in {path} ({size} MB), {known} of them with an incidence angle: {added} are new, {changed} had changed, {gone} are no more in the catalogue.</source>
   <translation>{path} ({size} MB) に観測が {total} 件あり、うち {known} 件に入射角があります。{added} 件は新しく、{changed} 件は変わっており、{gone} 件はカタログからなくなりました。</translation>
  </message>
  <message>
   <source>{done} observations read, {rate} a second</source>
   <translation>観測 {done} 件を読み込み、毎秒 {rate} 件</translation>
  </message>
  <message>
   <source>{name} holds no outlines, because files of its kind have no geometry: the rows are a table. For footprints on the map choose another kind, such as .gpkg.</source>
   <translation>{name} には輪郭がありません。この種類のファイルはジオメトリを持たないので、各行は表になります。フットプリントを地図に表示するには、.gpkg などほかの種類を選んでください。</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second</source>
   <translation>観測 {total} 件中 {done} 件を読み込み、毎秒 {rate} 件</translation>
  </message>
  <message>
   <source>{done} of {total} observations read, {rate} a second, {seconds} s left</source>
   <translation>観測 {total} 件中 {done} 件を読み込み、毎秒 {rate} 件、残り {seconds} 秒</translation>
  </message>
  <message>
   <source>No observation matches the search, so there is nothing in the outputs. Search a larger extent, a longer time, or other collections.</source>
   <translation>検索に合う観測がないため、出力は空です。より広い範囲、より長い期間、または別のコレクションで検索してください。</translation>
  </message>
  <message>
   <source>{read} observations read, {dropped} are outside the incidence limits; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>観測 {read} 件を読み込み、{dropped} 件は入射角の範囲外です。フットプリント {kept} 件、うち {known} 件に入射角があります。</translation>
  </message>
  <message>
   <source>{read} observations read; {kept} footprints, {known} of them with an incidence angle.</source>
   <translation>観測 {read} 件を読み込みました。フットプリント {kept} 件、うち {known} 件に入射角があります。</translation>
  </message>
  <message>
   <source>The angles of those outside reach from {lowest}° to {highest}°.</source>
   <translation>入射角の範囲外の観測の角度は {lowest}° から {highest}° です。</translation>
  </message>
  <message>
   <source>Of those outside, {unknown} have no known angle.</source>
   <translation>入射角の範囲外の観測のうち {unknown} 件は角度がわかりません。</translation>
  </message>
  <message>
   <source>{beside} more are in the longitude/latitude box around what is searched, but don't touch it.</source>
   <translation>ほかに {beside} 件が検索範囲を囲む経緯度の矩形内にありますが、検索範囲には触れていません。</translation>
  </message>
  <message>
   <source>Search analysis ready data…</source>
   <translation>解析準備済みデータを検索…</translation>
  </message>
  <message>
   <source>Planetary ARD: search analysis ready data</source>
   <translation>Planetary ARD: 解析準備済みデータを検索</translation>
  </message>
  <message>
   <source>User guide</source>
   <translation>ユーザーガイド</translation>
  </message>
  <message>
   <source>Processing is switched off: tick it in the plugin manager and restart.</source>
   <translation>プロセシングが無効です。プラグインマネージャで有効にして再起動してください。</translation>
  </message>
  <message>
   <source>Planetary ARD (analysis ready data of the Moon and planets)</source>
   <translation>Planetary ARD (月と惑星の解析準備済みデータ)</translation>
  </message>
  <message>
   <source>Mercury</source>
   <translation>水星</translation>
  </message>
  <message>
   <source>Venus</source>
   <translation>金星</translation>
  </message>
  <message>
   <source>Moon</source>
   <translation>月</translation>
  </message>
  <message>
   <source>Phobos</source>
   <translation>フォボス</translation>
  </message>
  <message>
   <source>Deimos</source>
   <translation>ダイモス</translation>
  </message>
  <message>
   <source>Mars</source>
   <translation>火星</translation>
  </message>
  <message>
   <source>Io</source>
   <translation>イオ</translation>
  </message>
  <message>
   <source>Europa</source>
   <translation>エウロパ</translation>
  </message>
  <message>
   <source>Ganymede</source>
   <translation>ガニメデ</translation>
  </message>
  <message>
   <source>Callisto</source>
   <translation>カリスト</translation>
  </message>
  <message>
   <source>Amalthea</source>
   <translation>アマルテア</translation>
  </message>
  <message>
   <source>Himalia</source>
   <translation>ヒマリア</translation>
  </message>
  <message>
   <source>Elara</source>
   <translation>エララ</translation>
  </message>
  <message>
   <source>Pasiphae</source>
   <translation>パシファエ</translation>
  </message>
  <message>
   <source>Sinope</source>
   <translation>シノーペ</translation>
  </message>
  <message>
   <source>Lysithea</source>
   <translation>リシテア</translation>
  </message>
  <message>
   <source>Carme</source>
   <translation>カルメ</translation>
  </message>
  <message>
   <source>Ananke</source>
   <translation>アナンケ</translation>
  </message>
  <message>
   <source>Leda</source>
   <translation>レダ</translation>
  </message>
  <message>
   <source>Thebe</source>
   <translation>テーベ</translation>
  </message>
  <message>
   <source>Adrastea</source>
   <translation>アドラステア</translation>
  </message>
  <message>
   <source>Metis</source>
   <translation>メティス</translation>
  </message>
  <message>
   <source>Jupiter</source>
   <translation>木星</translation>
  </message>
  <message>
   <source>Mimas</source>
   <translation>ミマス</translation>
  </message>
  <message>
   <source>Enceladus</source>
   <translation>エンケラドゥス</translation>
  </message>
  <message>
   <source>Tethys</source>
   <translation>テティス</translation>
  </message>
  <message>
   <source>Dione</source>
   <translation>ディオネ</translation>
  </message>
  <message>
   <source>Rhea</source>
   <translation>レア</translation>
  </message>
  <message>
   <source>Titan</source>
   <translation>タイタン</translation>
  </message>
  <message>
   <source>Hyperion</source>
   <translation>ヒペリオン</translation>
  </message>
  <message>
   <source>Iapetus</source>
   <translation>イアペトゥス</translation>
  </message>
  <message>
   <source>Phoebe</source>
   <translation>フェーベ</translation>
  </message>
  <message>
   <source>Janus</source>
   <translation>ヤヌス</translation>
  </message>
  <message>
   <source>Epimetheus</source>
   <translation>エピメテウス</translation>
  </message>
  <message>
   <source>Helene</source>
   <translation>ヘレネ</translation>
  </message>
  <message>
   <source>Telesto</source>
   <translation>テレスト</translation>
  </message>
  <message>
   <source>Calypso</source>
   <translation>カリプソ</translation>
  </message>
  <message>
   <source>Atlas</source>
   <translation>アトラス</translation>
  </message>
  <message>
   <source>Prometheus</source>
   <translation>プロメテウス</translation>
  </message>
  <message>
   <source>Pandora</source>
   <translation>パンドラ</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>パン</translation>
  </message>
  <message>
   <source>Methone</source>
   <translation>メトネ</translation>
  </message>
  <message>
   <source>Pallene</source>
   <translation>パレネ</translation>
  </message>
  <message>
   <source>Polydeuces</source>
   <translation>ポリデウケス</translation>
  </message>
  <message>
   <source>Daphnis</source>
   <translation>ダフニス</translation>
  </message>
  <message>
   <source>Anthe</source>
   <translation>アンテ</translation>
  </message>
  <message>
   <source>Aegaeon</source>
   <translation>アイガイオン</translation>
  </message>
  <message>
   <source>Saturn</source>
   <translation>土星</translation>
  </message>
  <message>
   <source>Ariel</source>
   <translation>アリエル</translation>
  </message>
  <message>
   <source>Umbriel</source>
   <translation>ウンブリエル</translation>
  </message>
  <message>
   <source>Titania</source>
   <translation>チタニア</translation>
  </message>
  <message>
   <source>Oberon</source>
   <translation>オベロン</translation>
  </message>
  <message>
   <source>Miranda</source>
   <translation>ミランダ</translation>
  </message>
  <message>
   <source>Cordelia</source>
   <translation>コーデリア</translation>
  </message>
  <message>
   <source>Ophelia</source>
   <translation>オフィーリア</translation>
  </message>
  <message>
   <source>Bianca</source>
   <translation>ビアンカ</translation>
  </message>
  <message>
   <source>Cressida</source>
   <translation>クレシダ</translation>
  </message>
  <message>
   <source>Desdemona</source>
   <translation>デズデモーナ</translation>
  </message>
  <message>
   <source>Juliet</source>
   <translation>ジュリエット</translation>
  </message>
  <message>
   <source>Portia</source>
   <translation>ポーシャ</translation>
  </message>
  <message>
   <source>Rosalind</source>
   <translation>ロザリンド</translation>
  </message>
  <message>
   <source>Belinda</source>
   <translation>ベリンダ</translation>
  </message>
  <message>
   <source>Puck</source>
   <translation>パック</translation>
  </message>
  <message>
   <source>Uranus</source>
   <translation>天王星</translation>
  </message>
  <message>
   <source>Triton</source>
   <translation>トリトン</translation>
  </message>
  <message>
   <source>Nereid</source>
   <translation>ネレイド</translation>
  </message>
  <message>
   <source>Naiad</source>
   <translation>ナイアド</translation>
  </message>
  <message>
   <source>Thalassa</source>
   <translation>タラッサ</translation>
  </message>
  <message>
   <source>Despina</source>
   <translation>デスピナ</translation>
  </message>
  <message>
   <source>Galatea</source>
   <translation>ガラテア</translation>
  </message>
  <message>
   <source>Larissa</source>
   <translation>ラリッサ</translation>
  </message>
  <message>
   <source>Proteus</source>
   <translation>プロテウス</translation>
  </message>
  <message>
   <source>Neptune</source>
   <translation>海王星</translation>
  </message>
  <message>
   <source>Charon</source>
   <translation>カロン</translation>
  </message>
  <message>
   <source>Pluto</source>
   <translation>冥王星</translation>
  </message>
  <message>
   <source>Borrelly</source>
   <translation>ボレリー彗星</translation>
  </message>
  <message>
   <source>Churyumov-Gerasimenko</source>
   <translation>チュリュモフ・ゲラシメンコ彗星</translation>
  </message>
  <message>
   <source>Halley</source>
   <translation>ハレー彗星</translation>
  </message>
  <message>
   <source>Hartley 2</source>
   <translation>ハートレー第2彗星</translation>
  </message>
  <message>
   <source>Tempel 1</source>
   <translation>テンペル第1彗星</translation>
  </message>
  <message>
   <source>Wild 2</source>
   <translation>ヴィルト第2彗星</translation>
  </message>
  <message>
   <source>Ceres</source>
   <translation>ケレス</translation>
  </message>
  <message>
   <source>Vesta</source>
   <translation>ベスタ</translation>
  </message>
  <message>
   <source>Psyche</source>
   <translation>プシケ</translation>
  </message>
  <message>
   <source>Lutetia</source>
   <translation>ルテティア</translation>
  </message>
  <message>
   <source>52 Europa</source>
   <translation>小惑星 52 エウロパ</translation>
  </message>
  <message>
   <source>Kleopatra</source>
   <translation>クレオパトラ</translation>
  </message>
  <message>
   <source>Mathilde</source>
   <translation>マティルデ</translation>
  </message>
  <message>
   <source>Eros</source>
   <translation>エロス</translation>
  </message>
  <message>
   <source>Davida</source>
   <translation>ダヴィダ</translation>
  </message>
  <message>
   <source>Steins</source>
   <translation>シュテインス</translation>
  </message>
  <message>
   <source>Toutatis</source>
   <translation>トータティス</translation>
  </message>
  <message>
   <source>Itokawa</source>
   <translation>イトカワ</translation>
  </message>
  <message>
   <source>Ida</source>
   <translation>イダ</translation>
  </message>
  <message>
   <source>Gaspra</source>
   <translation>ガスプラ</translation>
  </message>
  <message>
   <source>Adds the images of a footprint layer to the map, a layer for each. Select footprints first to take only those. The interface stays free meanwhile.</source>
   <translation>フットプリントレイヤの画像を 1 枚ずつレイヤとして地図に追加します。一部だけなら先にフットプリントを選択してください。その間も画面は操作できます。</translation>
  </message>
  <message>
   <source>Images are **streamed**: QGIS reads only what the map shows, from the image's own overviews. Those that “Download images” has put into **Folder** are read from there.</source>
   <translation>画像は**ストリーミング**します。QGIS は画像自身のオーバービューから、地図に見える部分だけを読みます。「画像をダウンロード」が**フォルダ**に保存したものはそこから読みます。</translation>
  </message>
  <message>
   <source>**Stretch**: with `shared`, images of a collection whose sun stood alike (in the same 10° of incidence) have the same black and white, so that they fit together. `per image` shows each as well as can be; `none` shows the values as they are. Nodata is transparent, and values have the scale of the image applied.</source>
   <translation>**ストレッチ**: `shared` では、同じコレクションで太陽の高さが似た (入射角が同じ 10° に入る) 画像が同じ黒と白になり、つながって見えます。`per image` はそれぞれを最も見やすく、`none` は値をそのまま表示します。データのない画素は透明で、値には画像のスケールが適用されます。</translation>
  </message>
  <message>
   <source>**Folder for VRTs** gets a small VRT file for each image, and a mosaic for each group (and CRS), each with its style beside it: they open in QGIS and GDAL without this plugin.</source>
   <translation>**VRT のフォルダ**には、画像ごとの小さな VRT ファイルと、グループ (と CRS) ごとのモザイクが、それぞれスタイルとともに入ります。このプラグインがなくても QGIS と GDAL で開けます。</translation>
  </message>
  <message>
   <source>Chooses **few images that cover an area** in the light that you want, before anything is downloaded. Without an area or an extent, everything that the footprints show is to be covered.</source>
   <translation>ダウンロードの前に、望む光で**領域を覆う少数の画像**を選びます。領域も範囲もなければ、フットプリントが写す全部を覆います。</translation>
  </message>
  <message>
   <source>**Wanted incidence** and **tolerance** keep images whose incidence, at their centre, is near it; **side of the sun** keeps morning (sun in the east) or evening. **Part to cover**: the last per cent cost most, 0.95 needs far fewer images than 1.</source>
   <translation>**目的の入射角**と**許容差**は、中心の入射角がそれに近い画像を残します。**太陽の側**は朝 (太陽が東) か夕を残します。**覆う割合**: 最後の数パーセントが最も高くつき、0.95 なら 1 よりずっと少ない画像で済みます。</translation>
  </message>
  <message>
   <source>Each image is taken because it adds most to those before. Where several add alike, within 5 per cent, the preferred one is taken: incidence nearest to the wanted one; `morphology` (pixel / cos e) or `albedo` (pixel × (1 / cos e + 1 / cos i)) as ISIS ranks them for mosaics; or the finest pixel.</source>
   <translation>それまでの画像に最も多く加わる画像を順に取ります。加わる面積が 5 パーセント以内で同じなら、優先する画像を取ります: 目的に最も近い入射角、ISIS がモザイクに使う順位 `morphology` (画素 / cos e) か `albedo` (画素 × (1 / cos e + 1 / cos i))、または最も細かい画素です。</translation>
  </message>
  <message>
   <source>The log says how many were chosen, and **how many are needed at least**: a proven bound, not a guess. `adds_km2`, `share` and that number are exact; only where more than 10,000 pairs of footprints overlap are they counted in cells of equal area. The gaps are exact always.</source>
   <translation>ログには選んだ枚数と、**少なくとも必要な枚数**が出ます。これは推定ではなく証明された下限です。`adds_km2`、`share` とこの枚数は正確です。重なるフットプリントの組が 10,000 を超えるときだけ、同じ面積のセルで数えます。すき間は常に正確です。</translation>
  </message>
  <message>
   <source>Draws a map of **how often each cell is seen, and in which light**, before anything is downloaded. Without an area or an extent it shows all that the footprints cover.</source>
   <translation>ダウンロードの前に、**各セルが何回、どんな光で見えるか**の地図を描きます。領域も範囲もなければ、フットプリントが覆う全部を示します。</translation>
  </message>
  <message>
   <source>Cells are of equal area, in an equal-area CRS of the body: Lambert's cylindrical, or the azimuthal of a pole where the area lies beyond 60 degrees. An image sees a cell if its footprint holds the cell's middle. The bands: 1 number of looks; 2 best incidence **at the cell** (closest to the wanted one, or the lowest); 3 lowest; 4 highest; 5 largest angle between the suns of two looks.</source>
   <translation>セルは天体の正積 CRS で同じ面積です: ランベルトの円筒図法、領域が 60 度より高緯度なら極の方位図法です。フットプリントがセルの中心を含めば、画像はそのセルを写します。バンド: 1 観測回数、2 **そのセルでの**最良の入射角 (目的に最も近いもの、または最小)、3 最小、4 最大、5 2 回の観測の太陽どうしの最大の角。</translation>
  </message>
  <message>
   <source>The gaps are the cells that no image shows, as polygons in the map's CRS.</source>
   <translation>すき間は、どの画像にも写らないセルで、地図の CRS のポリゴンです。</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and shadows of the ground are not included. Images without angles or footprint don't count; a warning says how many.</source>
   <translation>入射角は球（火星では楕円体）の法線に対するもので、地面の傾斜と影は含みません。角度やフットプリントのない画像は数えず、その数を警告します。</translation>
  </message>
  <message>
   <source>Downloads the files of a footprint layer with **rclone**, one process for all of them. Select footprints first to take only those. Files land at `FOLDER/bucket/path`, as they do with the script beside a manifest.</source>
   <translation>フットプリントレイヤのファイルを **rclone** で、1 つのプロセスでまとめてダウンロードします。一部だけなら先にフットプリントを選択してください。ファイルは、マニフェストに付くスクリプトと同じく `フォルダ/バケット/パス` に置かれます。</translation>
  </message>
  <message>
   <source>What is there and whole is not copied again, so a download that broke off, was cancelled or met a full disk is completed by **running it again**. At the end every file is held against the size that it has on the server; what is cut short is removed.</source>
   <translation>完全なものがあれば再びコピーしません。中断、キャンセル、ディスク不足で止まったダウンロードは、**もう一度実行すれば**完了します。最後にすべてのファイルをサーバ上の大きさと照合し、途中で切れたものは削除します。</translation>
  </message>
  <message>
   <source>**Report**: a table with a row for each file. `status` is copied, already_there or failed, and `reason` says why it failed.</source>
   <translation>**レポート**: ファイルごとに 1 行の表。`status` は copied、already_there、failed のいずれかで、`reason` は失敗の理由です。</translation>
  </message>
  <message>
   <source>rclone 1.60 or newer has to be installed: `apt install rclone`, `brew install rclone`, `winget install Rclone.Rclone`, or from rclone.org. Your own rclone configuration is left alone.</source>
   <translation>rclone 1.60 以降が必要です: `apt install rclone`、`brew install rclone`、`winget install Rclone.Rclone`、または rclone.org から。ご自身の rclone 設定は変更しません。</translation>
  </message>
  <message>
   <source>Reads whole collections with **every angle** into one file, once. After that `ard:search`, the image finder and the Light tools answer from it in a moment, without a network.</source>
   <translation>コレクション全体を**すべての角度**とともに、一度だけ 1 つのファイルに読み込みます。その後は `ard:search`、画像ファインダー、「光」のツールが、ネットワークなしで、このファイルからすぐに答えます。</translation>
  </message>
  <message>
   <source>**Another run** with the same file brings it up to date: only what is new or has changed is read, labels that failed are tried again, and what the catalogue has no more is marked. A run that is cancelled or killed loses nothing; the next one goes on there.</source>
   <translation>同じファイルで**もう一度実行**すると更新されます。新しいものと変わったものだけを読み、失敗したラベルは再び試し、カタログからなくなったものには印を付けます。実行がキャンセルされたり強制終了されたりしても何も失われず、次の実行がその続きから始めます。</translation>
  </message>
  <message>
   <source>**Index** is a GeoPackage: 200,000 observations take about 230 MB, 138 MB as a zip. Share it, drag it into QGIS, filter it by angle. `ard:search` takes the file, the zip or its web address as `INDEX`; those in the settings are searched first by themselves.</source>
   <translation>**インデックス**は GeoPackage です。観測 200,000 件で約 230 MB、zip なら 138 MB です。共有、QGIS へのドラッグ、角度での絞り込みができます。`ard:search` はファイル、zip、またはそのウェブアドレスを `INDEX` として受け取ります。設定にあるものは自動的に最初に検索されます。</translation>
  </message>
  <message>
   <source>**Extent** or **Area** keeps a part of the body. Another run with another place adds that.</source>
   <translation>**範囲**または**領域**で、天体の一部だけを保存します。別の場所でもう一度実行すると、その場所が加わります。</translation>
  </message>
  <message>
   <source>**Parts** above 1: nothing is read now, but `NAME.index.slurm.sh` is written. On a cluster `sh NAME.index.slurm.sh` has each part read by a task of its own, and puts them together.</source>
   <translation>**分割数**が 2 以上なら、今は何も読まず、`NAME.index.slurm.sh` を書き出します。クラスタで `sh NAME.index.slurm.sh` を実行すると、各部分を個別のタスクが読み、最後に 1 つにまとめます。</translation>
  </message>
  <message>
   <source>Sorts footprints into **groups of like light**: of each group all suns lie within the tolerance of one image's, the leader's. Group 1 is the largest.</source>
   <translation>フットプリントを**似た光のグループ**に分けます。各グループの太陽はすべて、先頭の画像の太陽から許容差以内にあります。グループ 1 が最大です。</translation>
  </message>
  <message>
   <source>Light is compared by the direction of the sun over each image's own ground (`sun_east`, `sun_north`, `sun_up`), so that incidence and azimuth count together, azimuths of 359 and 1 are near each other, and a high sun's azimuth hardly matters.</source>
   <translation>光は、各画像の地面から見た太陽の方向 (`sun_east`、`sun_north`、`sun_up`) で比べます。入射角と方位角を合わせて扱うので、方位角 359 と 1 は近く、高い太陽の方位角はほとんど影響しません。</translation>
  </message>
  <message>
   <source>Images of one group match: they make even mosaics, and shape-from-shading wants many of each. Images without incidence or sun azimuth are in no group; a warning counts them. The angles are those at the centre of each image, without the slope of the ground.</source>
   <translation>同じグループの画像はよく合い、むらのないモザイクになります。陰影からの形状復元には各グループの画像が多く要ります。入射角か太陽方位角のない画像はどのグループにも入らず、その数を警告します。角度は各画像の中心の値で、地面の傾斜は含みません。</translation>
  </message>
  <message>
   <source>Lists for each **place** (points, lines, polygons, or a typed point) the images that see it, and **in which light they show it there**: `incidence` and `sun_azimuth` are at the place, not at the image's centre; for lines and polygons `incidence_min` and `incidence_max` are over what the image shows of them. `sun_angle` is the largest angle to the sun of any other look; `coverage` the part of the place that is seen; `rank` 1 sees most of it, with the finest pixel / cos e.</source>
   <translation>各**場所** (点、線、ポリゴン、または入力した点) について、それを写す画像と、**そこをどんな光で見せるか**を列挙します。`incidence` と `sun_azimuth` は画像の中心ではなくその場所の値です。線とポリゴンでは `incidence_min` と `incidence_max` は画像に写る部分での値です。`sun_angle` はほかの観測の太陽との最大の角、`coverage` は場所のうち写る割合、`rank` 1 は最も広く写し、画素 / cos e が最も細かいものです。</translation>
  </message>
  <message>
   <source>The **summary** says what the looks are worth together. `azimuth_gap`: the largest turn without a sun. `sigma_ratio`: the least over the greatest singular value of the suns' directions; near 0 they lie in a plane, and photometric stereo can't tell slopes. `change_id_a`, `change_id_b`: the two images most alike in light, for finding changes, if any are alike enough.</source>
   <translation>**まとめ**は、観測を合わせて何に役立つかを示します。`azimuth_gap`: 太陽のない最大の方位の幅。`sigma_ratio`: 太陽の方向の最小の特異値と最大の特異値の比。0 に近いと一つの平面にあり、照度差ステレオは傾斜を決められません。`change_id_a`、`change_id_b`: 十分に似たものがあれば、変化を探すのに最も光の似た 2 枚です。</translation>
  </message>
  <message>
   <source>Incidence is to the normal of the sphere, of the ellipsoid on Mars: slopes and cast shadows of the ground are not included. Emission and phase are those at the image's centre.</source>
   <translation>入射角は球（火星では楕円体）の法線に対するもので、地面の傾斜と影は含みません。出射角と位相角は画像の中心の値です。</translation>
  </message>
  <message>
   <source>The output has the images' addresses: add or download them from it.</source>
   <translation>出力は画像のアドレスを持つので、そこから追加やダウンロードができます。</translation>
  </message>
  <message>
   <source>Writes the **rclone manifest** of a footprint layer: one file a line, in the layer's order, each once. Select footprints first to take only those.</source>
   <translation>フットプリントレイヤの **rclone マニフェスト** を書き出します。1 行に 1 ファイル、レイヤの順で、それぞれ 1 回だけです。一部だけなら先にフットプリントを選択してください。</translation>
  </message>
  <message>
   <source>**Assets**: `image` and `thumbnail` are known to the layer; addresses of others (`dtm`, `pds_label`, `usgscsm_isd` and so on) are read from the catalogue. What an observation lacks is named in a warning and left out.</source>
   <translation>**アセット**: `image` と `thumbnail` はレイヤが知っています。ほか (`dtm`、`pds_label`、`usgscsm_isd` など) のアドレスはカタログから読みます。観測にないものは警告で名前を示し、除きます。</translation>
  </message>
  <message>
   <source>Beside `NAME.txt` stand `NAME.rclone.conf` and the scripts. On Linux and macOS run `sh NAME.download.sh FOLDER`, on Windows `NAME.download.cmd FOLDER`. Your own rclone configuration is left alone.</source>
   <translation>`名前.txt` の隣に `名前.rclone.conf` とスクリプトがあります。Linux と macOS では `sh 名前.download.sh フォルダ`、Windows では `名前.download.cmd フォルダ` を実行します。ご自身の rclone 設定は変更しません。</translation>
  </message>
  <message>
   <source>**Parts**: with more than one, `NAME.part-001.txt` and so on share the lines equally, and `sh NAME.slurm.sh FOLDER` hands them to Slurm: each part is a task of its own, one that is killed goes on, and `NAME.summary.txt` says what is missing at the end.</source>
   <translation>**分割数**: 2 以上なら `名前.part-001.txt` などが行を等分し、`sh 名前.slurm.sh フォルダ` でそれらを Slurm に渡します。各部分は個別のタスクになり、中断されたタスクは続きから再開し、最後に `名前.summary.txt` が不足しているものを示します。</translation>
  </message>
  <message>
   <source>Finds the analysis ready images that touch an extent, reads the **solar incidence angle** of each from its label, and loads their footprints coloured by it. With a manifest, rclone downloads the images.</source>
   <translation>範囲に触れる解析準備済み画像を見つけ、それぞれのラベルから**太陽入射角**を読み、入射角で色分けしたフットプリントを読み込みます。マニフェストがあれば rclone が画像をダウンロードします。</translation>
  </message>
  <message>
   <source>**Extent**: the map as you see it, in any CRS of the body, over a pole or across ±180° too. **Area**: polygons to search instead. `coverage` is the part of it that each footprint covers, 0 to 1. The body follows from the collections; the output is in its own longitude/latitude CRS (Moon: IAU_2015:30100).</source>
   <translation>**範囲**: 見えているとおりの地図。その天体のどの CRS でもよく、極や ±180° をまたいでもかまいません。**領域**: 代わりに検索するポリゴン。`coverage` は各フットプリントが覆う割合 (0 から 1) です。天体はコレクションから決まり、出力はその天体自身の経緯度 CRS (月: IAU_2015:30100) です。</translation>
  </message>
  <message>
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness. They are of the image's centre, or of **anywhere** in what is searched: `incidence_min` to `incidence_max`, to the normal of the ellipsoid, without local slopes.</source>
   <translation>**入射角の制限**は、入射角がわかっていて範囲に入る観測だけを残します。0° は太陽が天頂、90° は太陽が地平線にあるときです。60° から 80° では起伏が、40° 未満では明るさの違いが際立ちます。比べるのは画像の中心、または検索範囲内の**どこか**（anywhere）です。後者は`incidence_min`から`incidence_max`までで、楕円体の法線に対する角度であり、局所的な傾斜は含みません。</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**角度**はラベルだけから得ます。`label_status` はそれぞれの結果です: ok、fallback (次善のラベル、精度は約 0.01°)、no_label、missing、failed、unreadable、not_read。`label_note` はその理由です。</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and the scripts: to get the images run `sh NAME.download.sh FOLDER` on Linux and macOS, `NAME.download.cmd FOLDER` on Windows. Your own rclone configuration is left alone.</source>
   <translation>**マニフェスト**: 1 行に 1 つの rclone パス。隣に `名前.rclone.conf` とスクリプトがあります。画像を取得するには、Linux と macOS では `sh 名前.download.sh フォルダ`、Windows では `名前.download.cmd フォルダ` を実行します。ご自身の rclone 設定は変更しません。</translation>
  </message>
  <message>
   <source>Finds all **stereo pairs** of footprints: two images that see the same ground from two sides in like light. The limits are those of Becker et al. (2015), as ISIS and PILOT use them; the strength orders the pairs by how near they come to the best, and is no measure.</source>
   <translation>フットプリントの**ステレオ対**をすべて探します: 同じ地面を両側から似た光で写した 2 枚の画像です。限界は ISIS と PILOT も使う Becker ほか (2015) のものです。strength は最良にどれだけ近いかの順位で、測定値ではありません。</translation>
  </message>
  <message>
   <source>`convergence` is the angle between both rays at the middle of the overlap, with its `convergence_error`: for frame cameras from both positions of the spacecraft, for line scanners by a model that was checked against Kaguya's camera model. `parallax_height_ratio` and `shadow_tip_distance` are how far a tower's top and its shadow's tip would move between both images, per height; `sun_angle` says the same of the light in degrees. `overlap_a`, `overlap_b` are parts of each image, `overlap_min` that of the smaller one, in equal area. `vertical_precision` (m) takes a match to 0.2 pixels. `dtm_id` names a released terrain model of the pair, where the layer holds those too.</source>
   <translation>`convergence` は重なりの中央での両視線の角で、`convergence_error` が付きます。フレームカメラでは探査機の両方の位置から、ラインスキャナでは「かぐや」のカメラモデルで確かめたモデルから求めます。`parallax_height_ratio` と `shadow_tip_distance` は、塔の頂とその影の先端が両画像の間で動く量 (高さあたり) です。`sun_angle` は光について同じことを度で示します。`overlap_a`、`overlap_b` は各画像に対する割合、`overlap_min` は小さい方に対する割合で、正積です。`vertical_precision` (m) は 0.2 画素の照合を仮定します。`dtm_id` は、レイヤに地形モデルもあれば、その組の公開済みモデルの名前です。</translation>
  </message>
  <message>
   <source>Images that lack an angle or a footprint are left out; a warning counts them. Slopes and shadows of the ground are not included. Layers of older versions lack `subspacecraft_azimuth`: run the search again.</source>
   <translation>角度やフットプリントのない画像は除き、その数を警告します。地面の傾斜と影は含みません。古い版のレイヤには `subspacecraft_azimuth` がないので、もう一度検索してください。</translation>
  </message>
  <message>
   <source>With a manifest, the images of the pairs are written to it, each once.</source>
   <translation>マニフェストを指定すると、組の画像がそれぞれ一度だけ書かれます。</translation>
  </message>
 </context>
</TS>
