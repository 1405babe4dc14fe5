"""(b) The plugin's whole job in a real QGIS: search, labels, layer, style, manifest."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from qgis.core import Qgis, QgsApplication, QgsProcessingException

from ard_qgis_plugin.provider import ArdProvider

from .catalogue import COLLECTIONS

_EVERYWHERE = "-180,180,-90,90 [IAU_2015:30100]"


_owned: list[object] = []  # what QGIS uses to its end without owning it


def start_qgis(profile: str) -> None:
    """Starts QGIS with the plugin's provider and its settings in a folder."""
    os.environ |= {"QGIS_CUSTOM_CONFIG_PATH": profile, "XDG_RUNTIME_DIR": profile}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    from processing.core.Processing import Processing  # noqa: PLC0415 (not before QGIS runs)

    Processing.initialize()
    provider = ArdProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    _owned.extend((application, provider))


def versions() -> str:
    """Returns the versions of QGIS and of its Python."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"QGIS {Qgis.QGIS_VERSION.partition('-')[0]}, Python {python}"


def seconds(api: str, per_collection: int) -> float:
    """Runs ard:search once, into a GeoPackage and a manifest, and returns how long it took."""
    from qgis import processing  # noqa: PLC0415 (not before QGIS runs)

    with TemporaryDirectory() as folder:
        parameters = {
            "API_URL": api,
            "COLLECTIONS": ",".join(COLLECTIONS),
            "EXTENT": _EVERYWHERE,
            "MAX_ITEMS": 0,
            "OUTPUT": str(Path(folder, "footprints.gpkg")),
            "MANIFEST": str(Path(folder, "images.txt")),
        }
        begin = time.perf_counter()
        try:
            result = processing.run("ard:search", parameters)
        except QgsProcessingException as error:  # can't go from process to process
            raise RuntimeError(str(error)) from None
        taken = time.perf_counter() - begin
    expected = per_collection * len(COLLECTIONS)
    assert result["WITH_INCIDENCE"] == result["MANIFEST_LINES"] == expected, result
    return taken
