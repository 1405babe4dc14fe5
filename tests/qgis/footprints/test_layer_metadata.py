"""What a footprint layer says of itself: the data's citation, and how it was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from urllib.parse import quote

import pytest
from qgis import processing
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from ard_qgis_plugin.bridge.plugin_version import plugin_version
from ard_qgis_plugin.core.catalog import citation_reader
from tests.sample.planet import MODES
from tests.support.servers.stac_api import StacApi, answer, item

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"
POLAR = "-20000,20000,-30000,30000 [IAU_2015:30130]"
HOSTILE = "<img src=x onerror=alert(1)> & &lt;b&gt;"
HOSTILE_ID = "<img/src=x>"

pytestmark = pytest.mark.usefixtures("provider")


def metadata_of(layer: QgsVectorLayer) -> QgsLayerMetadata:
    """Returns the metadata that a desktop would show."""
    if not layer.metadata().title():
        layer.loadDefaultMetadata()  # as the desktop does when a layer is added
    return layer.metadata()


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """Has a search wait for what is to be cited as long as a busy machine takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(citation_reader, "_PATIENCE", 60.0)
        yield


@pytest.fixture(scope="module")
def found(planet, tmp_path_factory) -> str:
    """Searches the tutorial's box once, into a GeoPackage."""
    path = str(tmp_path_factory.mktemp("found") / "footprints.gpkg")
    given = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": path}
    processing.run("ard:search", {**given, "START": "2008-01-01T00:00:00"})
    return path


def test_each_collection_is_cited(found):
    metadata = metadata_of(QgsVectorLayer(found, "again", "ogr"))
    for mode in MODES:
        citation = f"Sample Planet Survey & Co. (2009): Terrain Camera, {mode} strips."
        doi = f"https://doi.org/10.5072/sample-planet.{mode}"
        title = f"Sample planet: Terrain Camera, {mode}, uncontrolled"
        assert f"Cite {title}: {citation} {doi}" in metadata.rights()
        assert f"{citation}\n{doi}\nLicence: CC0-1.0" in metadata.abstract()
        assert (f"{title}, DOI", doi) in {(link.name, link.url) for link in metadata.links()}
    assert metadata.licenses() == ["CC0-1.0"]
    assert [contact.organization for contact in metadata.contacts()] == ["Sample Planet Survey"]


def test_it_says_when_with_what_and_where_it_was_found(found, planet):
    metadata = metadata_of(QgsVectorLayer(found, "again", "ogr"))
    first = metadata.history()[0]
    assert first.endswith(f"Planetary ARD {plugin_version()} in QGIS {Qgis.QGIS_VERSION}")
    when = datetime.fromisoformat(first.split(": ")[0].replace("Z", "+00:00"))
    assert 0 <= (datetime.now(timezone.utc) - when).total_seconds() < 3600
    assert planet.stac in metadata.abstract()
    assert ("STAC API", planet.stac) in {(link.name, link.url) for link in metadata.links()}


def test_the_query_can_be_repeated(found):
    metadata = metadata_of(QgsVectorLayer(found, "again", "ogr"))
    (query,) = (each for each in metadata.history() if "POST" in each)
    body = json.loads(query.partition("/search ")[2])
    assert body["bbox"] == [3, 4, 5, 6]
    assert body["datetime"] == "2008-01-01T00:00:00Z/.."
    assert len(body["collections"]) == 3
    (command,) = (each for each in metadata.history() if "qgis_process run ard:search" in each)
    assert f"'--EXTENT={TUTORIAL}'" in command
    assert "--START=2008-01-01T00:00:00Z" in command


def test_it_says_where_and_when_the_footprints_are(found):
    layer = QgsVectorLayer(found, "again", "ogr")
    extent = metadata_of(layer).extent()
    (spatial,) = extent.spatialExtents()
    assert spatial.extentCrs.authid() == "IAU_2015:30100"
    assert spatial.bounds.toRectangle() == layer.extent()
    (times,) = extent.temporalExtents()
    assert QDateTime(2008, 1, 1, 0, 0) <= times.begin() <= times.end()
    first = min(feature["datetime"] for feature in layer.getFeatures())
    assert 0 <= times.begin().msecsTo(first) < 1000  # metadata have whole seconds


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "fgb", "sqlite"])
def test_it_stays_with_every_kind_of_file(planet, tmp_path, ending):
    path = str(tmp_path / f"footprints.{ending}")
    for extent in (TUTORIAL, POLAR):  # the second run's stands in the place of the first's
        given = {"API_URL": planet.stac, "EXTENT": extent, "OUTPUT": path}
        processing.run("ard:search", {**given, "LABELS": False})
        history = metadata_of(QgsVectorLayer(path, "again", "ogr")).history()
        assert any(f"--EXTENT={extent}" in each for each in history), history


def test_the_layer_that_the_desktop_loads_has_it(planet):
    context = QgsProcessingContext()
    given = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": "TEMPORARY_OUTPUT"}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:search")
    definition = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    results, is_done = algorithm.run(
        {**given, "OUTPUT": definition}, context, QgsProcessingFeedback()
    )
    assert is_done
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    loaded = QgsVectorLayer("Polygon?field=incidence_angle:double", "another object", "memory")
    details.postProcessor().postProcessLayer(loaded, context, QgsProcessingFeedback())
    assert "Sample Planet Survey & Co." in loaded.metadata().abstract()


def test_what_others_wrote_is_no_html():
    document = {
        "title": HOSTILE,
        "license": HOSTILE,
        "sci:citation": HOSTILE,
        "sci:doi": '10.5072/"><img>',
        "providers": [{"name": HOSTILE, "roles": [HOSTILE]}],
        "links": [{"rel": "license", "href": 'http://x.example/"><img>', "title": HOSTILE}],
    }
    with StacApi({HOSTILE_ID: [item(HOSTILE_ID, 1)]}) as api:
        described = answer({**document, "summaries": {"ssys:targets": ["Moon"]}})
        api.script(f"/api/collections/{quote(HOSTILE_ID, safe='=')}", described)
        given = {"API_URL": api.root, "COLLECTIONS": HOSTILE_ID, "OUTPUT": "memory:"}
        given |= {"EXTENT": "-180,180,-90,90 [IAU_2015:30100]", "LABELS": False}
        layer = processing.run("ard:search", given, feedback=QgsProcessingFeedback())["OUTPUT"]
    html = layer.htmlMetadata()
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt; & &amp;lt;b&amp;gt;") >= 6
    assert re.findall(r'href="[^"]*%22%3E%3Cimg%3E"', html)


def test_a_catalogue_that_says_nothing_is_not_invented_for():
    with StacApi({"a": [item("a", 1)]}) as api:
        root = api.root.replace("//", "//someone:secret@") + "?key=secret"
        given = {"API_URL": root, "COLLECTIONS": "a", "OUTPUT": "memory:", "LABELS": False}
        given |= {"EXTENT": "-180,180,-90,90 [IAU_2015:30100]"}
        layer = processing.run("ard:search", given, feedback=QgsProcessingFeedback())["OUTPUT"]
    metadata = layer.metadata()
    assert metadata.rights() == ["a: the catalogue names no citation."]
    assert metadata.licenses() == []
    for word in ("someone", "secret", "key="):
        assert word not in layer.htmlMetadata()
