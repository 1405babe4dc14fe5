"""An index at a web address: read by GDAL as QGIS uses the network, and only where it must be."""

from __future__ import annotations

from functools import partial

import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import QgsNetworkAccessManager, QgsProcessingException, QgsSettings
from shapely import MultiPolygon, box

from ard_qgis_plugin.bridge.index.gdal_reader import opened_by_gdal
from ard_qgis_plugin.bridge.inputs.network import network_options
from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.index.open_index import opened_index
from ard_qgis_plugin.core.index.search import IndexSearch
from ard_qgis_plugin.core.index.storage.entry import Entry
from ard_qgis_plugin.core.index.storage.state import CollectionState
from ard_qgis_plugin.core.index.storage.store import IndexStore
from ard_qgis_plugin.core.model.observation import Angles, LabelStatus, Observation
from tests.support.indices import MOON
from tests.support.servers.image_server import SIGNATURE, file_server
from tests.support.servers.proxies import HttpProxy

NAME = "moon.gpkg"
API = "http://127.0.0.1:9/api"
DAY = "2026-11-01T00:00:00Z"
GLOBE = f"-180,180,-90,90 [{MOON.crs}]"
PLACE = f"3,5,4,6 [{MOON.crs}]"
ENDINGS = "CPL_VSIL_CURL_ALLOWED_EXTENSIONS"

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def index(provider, planet, tmp_path_factory):  # noqa: ARG001
    path = tmp_path_factory.mktemp("index") / NAME
    processing.run("ard:index", {"API_URL": planet.stac, "INDEX": str(path)})
    return path


@pytest.fixture
def server(index, authority):
    """Serves the index over TLS, under a certificate of an institute's own authority."""
    with file_server(index, NAME, tls=authority.server_context()) as server:
        yield server


def searched(address, feedback=None, extent=GLOBE):
    found = processing.run(
        "ard:search",
        {
            "API_URL": API,
            "EXTENT": extent,
            "INDEX": str(address),
            "ONLINE": "never",
            "MAX_ITEMS": 0,
            "OUTPUT": "memory:",
        },
        feedback=feedback,
    )
    return found["OUTPUT"]


def rows(layer):
    return [(each.attributes(), each.geometry().asWkb().data()) for each in layer.getFeatures()]


def sentence_of(address):
    with pytest.raises(QgsProcessingException) as caught:
        searched(address)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


@pytest.mark.usefixtures("added")
def test_over_tls_of_the_institutes_authority(server, index, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")  # GDAL would heed it
    assert rows(searched(f"{server.root}/plain/{NAME}")) == rows(searched(index))


def test_an_authority_that_nobody_trusts_is_one_sentence(server):
    said = sentence_of(f"{server.root}/plain/{NAME}?{SIGNATURE}".replace("//", "//jane:s3cr@"))
    assert "certificate" in said
    assert said.endswith("see QGIS's trusted authorities.")
    assert "s3cr" not in said
    assert "Signature" not in said


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """An index of 6,000 observations around the Moon, of 10 MB."""
    path = tmp_path_factory.mktemp("large") / NAME
    observations = [
        Observation(
            f"image-{number:05d}",
            "a",
            "Moon",
            note="x" * 1500,
            footprint=MultiPolygon([box(west, -1, west + 0.05, 1)]),
            angles=Angles("caminfo", incidence=number % 90),
            label_status=LabelStatus.OK,
        )
        for number, west in ((number, number * 0.06 - 180) for number in range(6000))
    ]
    with IndexStore(path, MOON) as store:
        state = CollectionState("a", API, read_at=DAY, checked_at=DAY)
        store.put("a", store.compare("a", list(map(Entry, observations)), ()), state)
    return path


def test_only_the_parts_of_a_place_are_read_and_nothing_beside_it(large):
    with file_server(large, NAME) as server:
        address = f"{server.root}/plain/{NAME}"
        request = SearchRequest(API, ("a",), Area(MOON, (Box(10, -5, 14, 5),)), max_items=0)
        read = partial(opened_by_gdal, network=network_options(4))
        with opened_index(address, large.parent, read) as index:
            found = list(IndexSearch(request, index, lambda *_: None, bool))
    assert 65 <= len(found) <= 70
    assert {*server.asked} == {f"GET /plain/{NAME}"}
    assert len(server.asked) == len(server.ranges) + 1  # one that is ended at its head
    assert len(server.ranges) <= 30
    assert sum(server.ranges) < large.stat().st_size / 8


@pytest.mark.usefixtures("added")
def test_signed_and_where_gdal_may_read_images_alone(server, index, feedback):
    gdal.SetConfigOption(ENDINGS, ".tif,.TIF,.tiff")  # as USGS recommends
    try:
        layer = searched(f"{server.root}/signed/{NAME}?{SIGNATURE}", feedback)
        assert gdal.GetConfigOption(ENDINGS) == ".tif,.TIF,.tiff"
    finally:
        gdal.SetConfigOption(ENDINGS, None)
    assert rows(layer) == rows(searched(index))
    said = "\n".join([*feedback.infos, *feedback.warnings, *layer.metadata().history()])
    assert f"index {server.root}/signed/{NAME} of " in said
    assert "Signature" not in said


@pytest.mark.usefixtures("added")
def test_through_qgis_s_proxy_as_qgis_says_who_it_is(index, authority):
    with (
        file_server(index, NAME, tls=authority.server_context()) as server,
        HttpProxy(
            {"far.invalid": int(server.root.rpartition(":")[2])}, "jane", "s3cr:t/%@"
        ) as proxy,
    ):
        own = {"Enabled": True, "Type": "HttpProxy", "Host": "127.0.0.1", "Port": proxy.port}
        for name, value in (own | {"User": "jane", "Password": "s3cr:t/%@"}).items():
            QgsSettings().setValue(f"proxy/proxy{name}", value)
        try:
            assert rows(searched(f"https://far.invalid/plain/{NAME}")) == rows(searched(index))
        finally:
            QgsSettings().remove("proxy")
            QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    assert {host for host, _ in proxy.asked_for} == {"far.invalid"}
    assert server.asked


def test_one_that_was_replaced_on_the_server_is_read_anew(planet, tmp_path):
    path = tmp_path / NAME
    parameters = {"API_URL": planet.stac, "INDEX": str(path)}
    processing.run("ard:index", parameters | {"EXTENT": PLACE})
    with file_server(path, NAME) as server:
        address = f"{server.root}/plain/{NAME}"
        few = searched(address, extent=PLACE).featureCount()
        processing.run("ard:index", parameters | {"EXTENT": GLOBE})
        assert searched(address).featureCount() == planet.size > few


def test_a_server_that_goes_in_between_is_one_sentence(index):
    with file_server(index, NAME) as server:
        address = f"{server.root}/plain/{NAME}"
        for _ in range(2):  # GDAL learns of the server
            server.asked.clear()
            complete = rows(searched(address))
        whole = len(server.asked)
        assert whole > 5
        said = []
        for number in range(0, whole, 3):
            server.asked.clear()
            server.ends_after = number
            try:  # GDAL may get by with fewer requests than before
                assert rows(searched(address)) == complete
            except QgsProcessingException as error:
                said.append(str(error))
    assert len(said) > whole / 6
    for sentence in said:
        assert "can't be opened" in sentence or "can't be read" in sentence, sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
