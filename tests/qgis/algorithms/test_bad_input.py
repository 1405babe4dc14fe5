"""Bad input to ard:search: one clear sentence each, and an earlier run's files stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis import processing
from qgis.core import QgsProcessingException

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from ard_qgis_plugin.core.model.errors import ManifestError
from tests.support.files import contents
from tests.support.servers.faults import FaultServer, ok, status

MONOSCOPIC = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
MARS_DTMS = "mro_hirise_socet_dtms"
TUTORIAL = "3,5,4,6 [IAU_2015:30100]"

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def earlier(planet, tmp_path) -> dict[str, object]:
    """Runs a search whose files must outlive what comes after; returns its parameters."""
    parameters = {
        "API_URL": planet.stac,
        "COLLECTIONS": MONOSCOPIC,
        "EXTENT": TUTORIAL,
        "OUTPUT": str(tmp_path / "footprints.gpkg"),
        "MANIFEST": str(tmp_path / "images.txt"),
    }
    processing.run("ard:search", parameters)
    return parameters


def files_of(parameters: dict[str, object]) -> dict[str, bytes]:
    return contents(Path(parameters["MANIFEST"]).parent)


CASES = {
    "no address": ({"API_URL": "somewhere"}, "API_URL is 'somewhere', which is no web address"),
    "another scheme": ({"API_URL": "file:///etc/passwd"}, "which is no web address"),
    "unknown collection": (
        {"COLLECTIONS": "kaguya_terain_camera_monoscopic"},
        f"has no collection 'kaguya_terain_camera_monoscopic': the nearest ones are {MONOSCOPIC}",
    ),
    "no collection": ({"COLLECTIONS": " , "}, "COLLECTIONS is empty"),
    "two bodies": ({"COLLECTIONS": f"{MARS_DTMS}, {MONOSCOPIC}"}, "search one body at a time"),
    "empty extent": ({"EXTENT": "0,0,0,0 [IAU_2015:30100]"}, "The extent is empty"),
    "beyond a pole": ({"EXTENT": "3,5,80,95 [IAU_2015:30100]"}, "keep its latitudes within"),
    "another body": ({"EXTENT": "3,5,4,6 [IAU_2015:49900]"}, "The map shows Mars, but Moon"),
    "the Earth, projected": ({"EXTENT": "0,9,0,9 [EPSG:3857]"}, "set the project CRS to IAU_2015"),
    "swapped axes": ({"EXTENT": "3,5,4,6 [IAU_2015:49901]", "COLLECTIONS": MARS_DTMS}, "swaps"),
    "times": ({"START": "2009-02-02", "END": "2009-01-01"}, "is after END"),
    "limits": ({"MIN_INCIDENCE": 60, "MAX_INCIDENCE": 40}, "(60) is above MAX_INCIDENCE (40)"),
    "limits without labels": ({"MIN_INCIDENCE": 60, "LABELS": False}, "set LABELS to true"),
    "no such folder": ({"MANIFEST": "/no/such/images.txt"}, "the folder /no/such doesn't exist"),
    "no manifest's name": ({"MANIFEST": "/tmp/images.csv"}, "its name must end in .txt"),  # noqa: S108
    "unwritable folder": ({"MANIFEST": "/proc/images.txt"}, "check the folder's permissions"),
    "output's folder": ({"OUTPUT": "/no/such/footprints.gpkg"}, "the folder /no/such doesn't"),
    "no number": ({"MIN_INCIDENCE": "60,5"}, "MIN_INCIDENCE is '60,5', which is no number"),
    "not a number": ({"MAX_INCIDENCE": float("nan")}, "MAX_INCIDENCE is nan, which is no number"),
    "no extent": ({"EXTENT": "everything"}, "EXTENT (Extent) is 'everything', which can't be used"),
    "no time": ({"START": "yesterday"}, "START (Acquired after (UTC)) is 'yesterday', which can't"),
    "no address at all": ({"API_URL": ""}, "API_URL (Root of the STAC API) is '', which can't"),
    "read-only output": ({"OUTPUT": "/proc/footprints.gpkg"}, "The layer /proc/footprints.gpkg"),
    "an area that is none": ({"AREA": 5}, "AREA is no layer with polygons"),
    "no list of collections": ({"COLLECTIONS": []}, "COLLECTIONS is empty"),
    "no angle": ({"MIN_INCIDENCE": 181}, "write a number from 0 to 180"),
    "no count": ({"MAX_ITEMS": -1}, "write a number, 0 or more"),
    "an area's password": ({"AREA": "host=x user='u' password='se\\'cret'"}, "password=***"),
    "an output's password": (
        {"OUTPUT": "postgres://host=127.0.0.1 port=1 password='secret' table=\"a\" (geom)"},
        "password=***",
    ),
    "remote": ({"REMOTE": "s3 noauth;"}, "The remote name 's3 noauth;' can't be used"),
}


NOT_EVEN_ROOT = dict.fromkeys(("unwritable folder", "read-only output"), pytest.mark.proc)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=NOT_EVEN_ROOT.get(name, ())) for name in CASES]
)
def test_bad_input_is_one_sentence_and_loses_nothing(name, earlier, feedback):
    change, sentence = CASES[name]
    before = files_of(earlier)
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("ard:search", earlier | change, feedback=feedback)
    said = str(caught.value).removeprefix("Unable to execute algorithm\n")  # QGIS's own words
    assert sentence in said
    assert "\n" not in said.strip()
    assert "Traceback" not in said
    assert "cret'" not in said
    assert files_of(earlier) == before


def test_a_place_that_is_missing_is_named(earlier):
    sentence = r"MANIFEST \(.*\) is not given: give the path of a file\."
    with pytest.raises(QgsProcessingException, match=sentence):
        processing.run("ard:manifest", {"INPUT": earlier["OUTPUT"]})


@pytest.mark.parametrize("nothing", [{}, {"OUTPUT": ""}, {"OUTPUT": None}])
def test_a_search_can_be_for_its_numbers_or_its_manifest_alone(earlier, nothing):
    given = {name: value for name, value in earlier.items() if name != "OUTPUT"}
    before = Path(earlier["OUTPUT"]).read_bytes()
    found = processing.run("ard:search", given | nothing)
    assert found["FOUND"] == found["MANIFEST_LINES"] > 0
    assert "OUTPUT" not in found
    assert Path(earlier["OUTPUT"]).read_bytes() == before


def test_collections_can_be_a_list(earlier):
    found = processing.run("ard:search", earlier)["FOUND"]
    assert processing.run("ard:search", earlier | {"COLLECTIONS": [MONOSCOPIC]})["FOUND"] == found


def test_a_manifest_that_fails_at_the_end_gives_the_layer_back(earlier, monkeypatch):
    before = files_of(earlier)

    def refuse(writer: ManifestWriter) -> int:
        writer.abort()
        raise ManifestError(f"The manifest {writer.path} can't be written: no.")

    monkeypatch.setattr(ManifestWriter, "commit", refuse)
    with pytest.raises(QgsProcessingException, match="can't be written: no"):
        processing.run("ard:search", earlier | {"MAX_ITEMS": 1})
    assert files_of(earlier) == before


ANSWERS = {
    "html": (ok(b"<html>Welcome</html>"), "not as a STAC API"),
    "json": (ok(b'{"hello": "world"}'), "not as a STAC API"),
    "a list": (ok(b"[]"), "not as a STAC API"),
    "a collection": (ok(b'{"type": "Collection", "id": "x"}'), "not as a STAC API"),
    "not found": (status(404, b'{"code": "NotFound", "description": "Gone fishing"}'), "fishing"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_address_that_is_no_catalogue_is_told_so(name, earlier, feedback):
    answer, sentence = ANSWERS[name]
    before = files_of(earlier)
    with FaultServer() as server:
        server.script("/", answer)
        with pytest.raises(QgsProcessingException, match=sentence) as caught:
            processing.run("ard:search", earlier | {"API_URL": server.url("/")}, feedback=feedback)
    assert "\n" not in str(caught.value).strip()
    assert files_of(earlier) == before


def test_degrees_of_the_earth_are_taken_with_a_warning(earlier, feedback):
    result = processing.run(
        "ard:search", earlier | {"EXTENT": "3,5,4,6 [EPSG:4326]"}, feedback=feedback
    )
    assert result["FOUND"] > 0
    (warning,) = feedback.warnings
    assert "taken as longitude and latitude on Moon" in warning


def test_an_asset_that_is_not_there_keeps_the_footprints(earlier, feedback):
    result = processing.run("ard:search", earlier | {"ASSET": "dtm"}, feedback=feedback)
    assert result["FOUND"] > 0
    assert result["MANIFEST_LINES"] == 0
    (warning,) = feedback.warnings
    assert warning.startswith(f"{result['FOUND']} observations have no asset 'dtm'")
    assert Path(earlier["MANIFEST"]).read_bytes() == b""


def test_nothing_found_is_an_empty_styled_layer_and_a_sentence(earlier, feedback):
    elsewhere = {"EXTENT": "60,61,40,41 [IAU_2015:30100]", "OUTPUT": "memory:"}
    result = processing.run("ard:search", earlier | elsewhere, feedback=feedback)
    assert (result["FOUND"], result["MANIFEST_LINES"]) == (0, 0)
    assert result["OUTPUT"].featureCount() == 0
    assert result["OUTPUT"].renderer().type() == "graduatedSymbol"
    assert Path(earlier["MANIFEST"]).read_bytes() == b""
    assert any("No observation matches the search" in info for info in feedback.infos)
