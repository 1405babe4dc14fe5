"""Renews the docs' pictures of light: a stereo pair, an even mosaic, a coverage map.

Run as `python -m tests.e2e.pictures.make_light docs/images`. Each is what the algorithms make of a
real search of the sample planet, through qgis_process.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from tests.e2e.pictures.maps import DARK, LIGHT, MOON, graticule, rendered
from tests.e2e.pictures.palette import write_smaller
from tests.sample.names import BUCKET, file_names, folder
from tests.sample.passes import Strip, strips
from tests.sample.planet import Observation
from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import QgisProcess

_WIDTH = 1200  # pixels
_STEREO = QgsRectangle(59.4, -20.74, 60.6, -19.26)
_SURVEY = QgsRectangle(38.9, 9.15, 41.1, 10.85)
_VIEW = QgsRectangle(1.6, 3.0, 6.4, 6.8)
_DULL = QColor(165, 165, 172)


def main() -> None:
    """Searches, runs the algorithms and draws into the folder that the command line names."""
    target = Path(sys.argv[1])
    application = QgsApplication([], True)
    application.initQgis()
    with TemporaryDirectory() as name:
        work = Path(name)
        qgis = QgisProcess(work / "profile")
        with SamplePlanetServers(work / "passes", 20, passes=True) as planet:
            _make_stereo(qgis, planet, work, target / "light-stereo.png")
            _make_mosaics(qgis, planet, work, target / "light-mosaic.png")
        with SamplePlanetServers(work / "planet", images=False) as planet:
            _make_coverage(qgis, planet, work, target / "light-coverage.png")
    application.exitQgis()


def _run(qgis: QgisProcess, algorithm: str, output: Path, **parameters: object) -> Path:
    run = qgis.run(algorithm, OUTPUT=output, **parameters)
    if run.code:
        sys.exit(run.output)
    return output


def _search(qgis: QgisProcess, api: str, output: Path, view: QgsRectangle) -> Path:
    sides = (view.xMinimum(), view.xMaximum(), view.yMinimum(), view.yMaximum())
    extent = f"{','.join(map(str, sides))} [{MOON}]"
    return _run(qgis, "ard:search", output, API_URL=api, EXTENT=extent, MAX_ITEMS=0)


def _layer(path: Path, condition: str = "") -> QgsVectorLayer:
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem(MOON))
    layer.setSubsetString(condition)
    return layer


def _outlined(layer: QgsVectorLayer, colour: str, fill: str = "0,0,0,0") -> QgsVectorLayer:
    look = {"color": fill, "outline_color": colour, "outline_width": "0.7"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
    return layer


def _image(planet: SamplePlanetServers, observation: Observation, most: float) -> QgsRasterLayer:
    """Returns an image of the planet, from black at 0 to white at a radiance (its own unit)."""
    place = planet.directory / "bucket" / BUCKET / folder(observation)
    layer = QgsRasterLayer(str(place / file_names(observation)["image"]), observation.id)
    stretch = QgsContrastEnhancement(layer.dataProvider().dataType(1))
    stretch.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    stretch.setMinimumValue(0)
    stretch.setMaximumValue(most)
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 1)
    renderer.setContrastEnhancement(stretch)
    layer.setRenderer(renderer)
    return layer


def _make_stereo(qgis: QgisProcess, planet: SamplePlanetServers, work: Path, path: Path) -> None:
    found = _search(qgis, planet.stac, work / "stereo.gpkg", _STEREO)
    pairs = _run(qgis, "ard:stereopairs", work / "pairs.gpkg", INPUT=found, MAX_PAIRS=1)
    (pair,) = _layer(pairs).getFeatures()
    views = {strip.observation.id: strip for strip in strips().values()}
    crs = QgsCoordinateReferenceSystem(MOON)
    size = QSize(520, 640)
    page = _page(1200, 820, "A stereo pair of one pass, as ard:stereopairs found it")
    for number, (side, colour) in enumerate(zip("ab", ("#4fc3f7", "#ffb74d"), strict=True)):
        strip = views[pair[f"id_{side}"]]
        layers = [
            _outlined(_layer(found, f"id = '{pair[f'id_{side}']}'"), colour),
            _image(planet, strip.observation, 17),
            graticule(crs, _STEREO),
        ]
        left = 50 + number * 580
        _put(page, rendered(layers, crs, _STEREO, size), left, 60, colour)
        _write(page, QRect(left, 704, 520, 22), _look(strip), QColor(colour), 11)
    text = (
        f"convergence {pair['convergence']:.1f}°    "
        f"parallax/height {pair['parallax_height_ratio']:.2f}    "
        f"angle between the suns {pair['sun_angle']:.2f}°    "
        f"overlap {pair['overlap_min']:.0%}    strength {pair['strength']:.2f}"
    )
    _write(page, QRect(50, 750, 1100, 30), text, LIGHT, 13)
    _save(page, path)


def _look(strip: Strip) -> str:
    light = strip.observation.light
    ahead = "ahead" if strip.pitch > 0 else "back"
    return f"{strip.observation.id}   looks {ahead}, emission {light.emission:.1f}°"


def _make_mosaics(qgis: QgisProcess, planet: SamplePlanetServers, work: Path, path: Path) -> None:
    found = _search(qgis, planet.stac, work / "survey.gpkg", _SURVEY)
    few = {"WANTED": 66, "TOLERANCE": 4, "SUN_SIDE": "morning", "SHARE": 1}
    chosen = _run(qgis, "ard:cover", work / "few.gpkg", INPUT=found, **few)
    even = [feature["id"] for feature in _layer(chosen).getFeatures()]
    mixed = [feature["id"] for feature in _layer(found).getFeatures() if feature["id"] not in even]
    views = {strip.observation.id: strip.observation for strip in strips().values()}
    crs = QgsCoordinateReferenceSystem(MOON)
    page = _page(1200, 580, "One area of the sample Moon, two mosaics, one stretch")
    for number, (names, title) in enumerate(
        (
            (mixed, "Whatever comes: sun at 30° to 80°, from both sides"),
            (even, f"ard:cover, morning sun at 66°: {len(even)} images"),
        )
    ):
        layers = [_image(planet, views[each], 15) for each in names if each in views]
        left = 30 + number * 580
        image = rendered(layers, crs, _SURVEY, QSize(560, 433))
        _put(page, image, left, 70)
        _write(page, QRect(left, 520, 560, 30), title, LIGHT, 13)
    _save(page, path)


def _make_coverage(qgis: QgisProcess, planet: SamplePlanetServers, work: Path, path: Path) -> None:
    found = _search(qgis, planet.stac, work / "view.gpkg", _VIEW)
    sides = (_VIEW.xMinimum(), _VIEW.xMaximum(), _VIEW.yMinimum(), _VIEW.yMaximum())
    limits = {"EXTENT": f"{','.join(map(str, sides))} [{MOON}]", "CELL": 0.01}
    covered = _run(qgis, "ard:coverage", work / "coverage.tif", INPUT=found, **limits)
    layer = QgsRasterLayer(str(covered), "coverage")
    layer.loadDefaultStyle()
    frame = layer.extent()
    size = QSize(1140, round(1140 * frame.height() / frame.width()))
    title = "How often each place of the sample Moon is seen, by ard:coverage"
    page = _page(1200, size.height() + 160, title)
    _put(page, rendered([layer], layer.crs(), frame, size), 30, 60)
    left, top = 30, size.height() + 76
    _write(page, QRect(left, top - 3, 90, 26), "Looks", LIGHT, 12)
    left += 90
    for item in layer.renderer().shader().rasterShaderFunction().colorRampItemList():
        painter = QPainter(page)
        painter.fillRect(left, top, 34, 20, item.color)
        painter.end()
        _write(page, QRect(left + 42, top - 3, 80, 26), item.label, LIGHT, 12)
        left += 120
    text = "Dark red is what no image shows. Cells of 0.01°; 1.6° to 6.4° E, 3.0° to 6.8° N"
    _write(page, QRect(30, top + 34, 1140, 26), text, _DULL, 12)
    _save(page, path, flat=True)


def _page(width: int, height: int, title: str) -> QImage:
    page = QImage(width, height, QImage.Format.Format_RGB32)
    page.fill(DARK)
    _write(page, QRect(30, 14, width - 60, 34), title, LIGHT, 15)
    return page


def _put(page: QImage, image: QImage, left: int, top: int, frame: str = "#5a5a64") -> None:
    painter = QPainter(page)
    painter.drawImage(left, top, image)
    painter.setPen(QColor(frame))
    painter.drawRect(left - 1, top - 1, image.width() + 1, image.height() + 1)
    painter.end()


def _write(page: QImage, place: QRect, text: str, colour: QColor, points: int) -> None:
    painter = QPainter(page)
    painter.setPen(colour)
    painter.setFont(QFont("DejaVu Sans", points))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()


def _save(page: QImage, path: Path, *, flat: bool = False) -> None:
    with TemporaryDirectory() as name:
        whole = Path(name) / "page.png"
        if not page.save(str(whole)):
            sys.exit(f"{path} could not be written.")
        write_smaller(whole, path, _WIDTH, flat=flat)
    print(path)


if __name__ == "__main__":
    main()
