"""Assets of footprints that only the catalogue knows, asked for where the API's root has a key."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.manifest.asset_file import AssetFile, FootprintRow
from ard_qgis_plugin.core.manifest.asset_lookup import asset_files
from tests.support.fetches import PATIENT
from tests.support.servers.faults import FaultServer, ok
from tests.support.servers.stac_api import answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEM = "/api/collections/a/items/one?key=secret"
ROW = FootprintRow("one", "a", "Moon")


def looked_up(server: FaultServer) -> AssetFile:
    root = server.url("/api", "user:secret") + "?key=secret"
    (file,) = asset_files([ROW], ["dtm"], root, PATIENT, bool)
    return file


def test_a_key_in_the_api_s_address_goes_with_the_question():
    assets = {"dtm": {"href": "https://bucket.s3.amazonaws.com/one.tif"}}
    with FaultServer() as server:
        server.script(ITEM, answer(item("a", 1, assets=assets)))
        assert looked_up(server).href == "https://bucket.s3.amazonaws.com/one.tif"


def test_an_answer_that_is_no_item_is_told_without_password_and_key():
    with FaultServer() as server:
        server.script(ITEM, ok(b"<html>"))
        problem = looked_up(server).problem
    assert "/api/collections/a/items/one holds no STAC item" in problem
    assert "secret" not in problem
    assert "user" not in problem
