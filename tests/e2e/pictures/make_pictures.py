"""Renews the docs' pictures of the demo and of hard views.

Run as `python -m tests.e2e.pictures.make_pictures docs/images`. The demo draws its own; the others
are each a real search of the sample planet through qgis_process, drawn in the map's own CRS with
the outline of what was searched.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize

from tests.e2e.pictures.maps import MOON, graticule, lines, rendered, write_title
from tests.e2e.pictures.palette import write_smaller
from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import QgisProcess

_SIZE = 6000  # observations
_PIXELS = QSize(900, 900)
_DEMO_WIDTH = 1000  # pixels
_KM = 1000.0


@dataclass(frozen=True)
class Picture:
    """One search: the map's CRS, what it shows, and the polygon that is searched instead."""

    name: str
    title: str
    crs: str
    extent: tuple[float, float, float, float]  # xmin, ymin, xmax, ymax in map units
    area: str = ""  # WKT in the body's degrees


_PICTURES = (
    Picture(
        "view-polar",
        "What a polar map shows: {found} footprints around the south pole",
        "IAU_2015:30135",
        (-700 * _KM, -500 * _KM, 300 * _KM, 500 * _KM),
    ),
    Picture(
        "view-180",
        "Across ±180°: {found} footprints on both sides",
        "IAU_2015:30115",
        (-450 * _KM, -450 * _KM, 450 * _KM, 450 * _KM),
    ),
    Picture(
        "view-polygon",
        "AREA: {found} footprints that touch a polygon",
        MOON,
        (-40, 0, 20, 60),
        "Polygon((-35 20, -25 40, -10 55, 10 45, 15 25, 0 30, -12 25, -20 10, -35 20))",
    ),
)


def main() -> None:
    """Searches and draws all pictures into the folder that the command line names."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], True)
    application.initQgis()
    with TemporaryDirectory() as folder:
        _make_demo(Path(folder), target)
        _make(Path(folder), target)  # its layers are gone before QGIS is
    application.exitQgis()


def _make_demo(folder: Path, target: Path) -> None:
    subprocess.run([sys.executable, "-m", "tests.sample.demo", str(folder / "demo")], check=True)
    write_smaller(folder / "demo" / "demo.png", target / "demo.png", _DEMO_WIDTH)
    print(target / "demo.png")


def _make(folder: Path, target: Path) -> None:
    qgis = QgisProcess(folder / "profile")
    with SamplePlanetServers(folder / "planet", _SIZE, images=False) as servers:
        for picture in _PICTURES:
            found = _search(picture, qgis, servers.stac, folder)
            _draw(picture, found, target / f"{picture.name}.png")
            print(target / f"{picture.name}.png")


def _search(picture: Picture, qgis: QgisProcess, api: str, folder: Path) -> QgsVectorLayer:
    path = folder / f"{picture.name}.gpkg"
    if picture.area:
        layer = folder / "area.geojson"
        shape = json.loads(QgsGeometry.fromWkt(picture.area).asJson())
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:IAU_2015::30100"}}
        features = [{"type": "Feature", "properties": {}, "geometry": shape}]
        document = {"type": "FeatureCollection", "crs": crs, "features": features}
        layer.write_text(json.dumps(document))
        where = {"AREA": layer}
    else:
        west, south, east, north = picture.extent
        where = {"EXTENT": f"{west},{east},{south},{north} [{picture.crs}]"}
    run = qgis.run("ard:search", API_URL=api, MAX_ITEMS=0, OUTPUT=path, **where)
    if run.code:
        sys.exit(run.output)
    return QgsVectorLayer(str(path), "footprints", "ogr")


def _draw(picture: Picture, footprints: QgsVectorLayer, path: Path) -> None:
    crs = QgsCoordinateReferenceSystem(picture.crs)
    extent = QgsRectangle(*picture.extent)
    if picture.area:
        shape, shape_crs = QgsGeometry.fromWkt(picture.area), QgsCoordinateReferenceSystem(MOON)
    else:
        shape, shape_crs = QgsGeometry.fromRect(extent), crs
    outline = lines(
        [shape.convertToType(QgsWkbTypes.GeometryType.LineGeometry)], shape_crs, "255,210,0", "0.7"
    )
    frame = extent.buffered(0.12 * extent.width())
    layers = [outline, footprints, graticule(crs, frame)]
    image = rendered(layers, crs, frame, _PIXELS)
    write_title(image, picture.title.format(found=footprints.featureCount()))
    if not image.save(str(path)):
        sys.exit(f"{path} could not be written.")


if __name__ == "__main__":
    main()
