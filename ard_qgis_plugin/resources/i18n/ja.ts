<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>PlanetaryArd</name>
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
   <source>Where “Download images” put them; what is not there is streamed.</source>
   <translation>「画像をダウンロード」が保存した場所。ないものはストリーミングします。</translation>
  </message>
  <message>
   <source>The first so many of the layer; a warning says how many were left out.</source>
   <translation>レイヤの先頭からこの数まで。除いた数は警告で示します。</translation>
  </message>
  <message>
   <source>Layers by collection, by classes of incidence, or in no group.</source>
   <translation>レイヤをコレクション別、入射角の階級別にまとめるか、まとめません。</translation>
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
   <source>Files land at FOLDER/bucket/path; what is there and whole is not copied.</source>
   <translation>ファイルは フォルダ/バケット/パス に置かれます。完全なものがあればコピーしません。</translation>
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
   <source>Download</source>
   <translation>ダウンロード</translation>
  </message>
  <message>
   <source>A layer made by “Search analysis ready data”; all features or the selected.</source>
   <translation>「解析準備済みデータを検索」で作ったレイヤ。すべての地物、または選択した地物。</translation>
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
   <source>Footprints</source>
   <translation>フットプリント</translation>
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
   <source>Root of the STAC API</source>
   <translation>STAC API のルート</translation>
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
   <source>write a number, {lowest} or more</source>
   <translation>{lowest} 以上の数値を書いてください</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>検索</translation>
  </message>
  <message>
   <source>Most observations to read (0 = no limit)</source>
   <translation>読み込む観測の上限 (0 = 無制限)</translation>
  </message>
  <message>
   <source>Read every label again</source>
   <translation>すべてのラベルを読み直す</translation>
  </message>
  <message>
   <source>Observations found</source>
   <translation>見つかった観測数</translation>
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
   <source>Smallest incidence angle (degrees)</source>
   <translation>最小の入射角 (度)</translation>
  </message>
  <message>
   <source>Largest incidence angle (degrees)</source>
   <translation>最大の入射角 (度)</translation>
  </message>
  <message>
   <source>At most so many are read from the catalogue in all; a warning says so.</source>
   <translation>カタログから読み込む観測は合計でこの数までです。達すると警告が出ます。</translation>
  </message>
  <message>
   <source>Any STAC API with item search; by default that of USGS Astrogeology.</source>
   <translation>アイテム検索のできる STAC API なら何でも。既定は USGS Astrogeology のものです。</translation>
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
   <source>The footprints, in the body's own longitude/latitude CRS, with their style.</source>
   <translation>天体自身の経緯度 CRS のフットプリント。スタイル付き。</translation>
  </message>
  <message>
   <source>NAME.txt; NAME.rclone.conf and NAME.download.sh are written beside it.</source>
   <translation>名前.txt。名前.rclone.conf と 名前.download.sh がその隣に書かれます。</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>コレクション</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>範囲</translation>
  </message>
  <message>
   <source>Area (polygons)</source>
   <translation>領域 (ポリゴン)</translation>
  </message>
  <message>
   <source>Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open.</source>
   <translation>UTC の取得時刻。例: 2009-06-07T14:43:22。空欄なら制限なし。</translation>
  </message>
  <message>
   <source>Read the angles from each observation's label</source>
   <translation>各観測のラベルから角度を読む</translation>
  </message>
  <message>
   <source>Keeps only observations whose incidence is known and inside the limits.</source>
   <translation>入射角がわかっていて、この範囲に入る観測だけを残します。</translation>
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
   <source>Body</source>
   <translation>天体</translation>
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
   <source>What the catalogue was asked: {query}</source>
   <translation>カタログへの問い合わせ: {query}</translation>
  </message>
  <message>
   <source>Licence: {name}</source>
   <translation>ライセンス: {name}</translation>
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
   <source>{done} observations read, {rate} a second</source>
   <translation>観測 {done} 件を読み込み、毎秒 {rate} 件</translation>
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
   <source>Processing is switched off: tick it in the plugin manager and restart.</source>
   <translation>プロセシングが無効です。プラグインマネージャで有効にして再起動してください。</translation>
  </message>
  <message>
   <source>Planetary ARD (analysis ready data of the Moon and planets)</source>
   <translation>Planetary ARD (月と惑星の解析準備済みデータ)</translation>
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
   <source>**Incidence limits** keep only observations whose incidence is known and inside. 0° is the sun overhead, 90° the sun on the horizon: 60° to 80° brings out relief, below 40° brings out brightness.</source>
   <translation>**入射角の制限**は、入射角がわかっていて範囲に入る観測だけを残します。0° は太陽が天頂、90° は太陽が地平線にあるときです。60° から 80° では起伏が、40° 未満では明るさの違いが際立ちます。</translation>
  </message>
  <message>
   <source>**Angles** come from the labels alone. `label_status` says how each went: ok, fallback (a second-best label, good to about 0.01°), no_label, missing, failed, unreadable or not_read; `label_note` says why.</source>
   <translation>**角度**はラベルだけから得ます。`label_status` はそれぞれの結果です: ok、fallback (次善のラベル、精度は約 0.01°)、no_label、missing、failed、unreadable、not_read。`label_note` はその理由です。</translation>
  </message>
  <message>
   <source>**Manifest**: one rclone path a line. Beside it stand `NAME.rclone.conf` and `NAME.download.sh`; run `sh NAME.download.sh FOLDER` to get the images. Your own rclone configuration is left alone.</source>
   <translation>**マニフェスト**: 1 行に 1 つの rclone パス。隣に `名前.rclone.conf` と `名前.download.sh` があり、`sh 名前.download.sh フォルダ` で画像を取得できます。ご自身の rclone 設定は変更しません。</translation>
  </message>
 </context>
</TS>
