"""Searches of which indices answer what they can and the API the rest."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.index.choice import IndexOptions, Online, kept_bodies
from ard_qgis_plugin.core.index.combined import CombinedSearch
from ard_qgis_plugin.core.model.errors import CatalogError, IndexFileError, InputError
from tests.support.fetches import PATIENT
from tests.support.indices import MOON, keep, no_address
from tests.support.searches import (
    LABEL,
    add_labels,
    nothing_left,
    request_of,
    search_of,
)
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def api():
    with StacApi({}, largest_page=5) as api:
        for number, name in enumerate("abcd"):
            add_labels(api, name, 6, west=20.0 * number)
        yield api


@pytest.fixture
def options(tmp_path):
    def make(given="", known=(), online=Online.AUTO, oldest=30):
        return IndexOptions(str(given), known, online, oldest, tmp_path / "unpacked", no_address)

    return make


@pytest.fixture
def index(tmp_path, api):
    keep(tmp_path / "bc.gpkg", api, "b", "c")
    return tmp_path / "bc.gpkg"


def searched(api, options, *collections, **changes):
    request = request_of(api, *collections, **{"max_items": 0, **changes})
    search = CombinedSearch(request, PATIENT, lambda *_: None, bool, cache=None, indices=options)
    since = len(api.requests)
    found = list(search)
    nothing_left(api)
    reference = search_of(request, PATIENT)
    asked = {one.target for one in api.requests[since:]}
    assert found == list(reference)
    assert search.report.with_incidence == reference.report.with_incidence
    assert search.report.cut == reference.report.cut
    return search, asked


@pytest.mark.parametrize("order", ["abcd", "bcad", "b", "cdb", "da"])
@pytest.mark.parametrize("most", [0, 4, 6, 9, 13, 24])
def test_the_same_comes_whoever_answers(api, index, options, order, most):
    search, asked = searched(api, options(index), *order, max_items=most)
    assert {source.id for source in search.sources} <= set(order)
    if not set(order) - set("bc"):
        assert asked == set()


def test_labels_of_what_an_index_holds_are_not_asked_for(api, index, options):
    search, asked = searched(api, options(index))
    assert {target[1] for target in asked if target.endswith(".pvl")} == {"a", "d"}
    assert len(search.notes) == 1
    assert search.notes[0].startswith("b, c: index ")
    assert search.notes[0].endswith("0 days old")


def test_an_index_of_the_settings_answers_for_its_own_api_alone(api, index, options):
    _, asked = searched(api, options(known=(str(index),)), "b")
    assert asked == set()
    with StacApi({}) as other:
        add_labels(other, "b", 2)
        _, asked = searched(other, options(known=(str(index),)), "b")
        assert asked
        with pytest.raises(AssertionError):  # who names one may know better
            searched(other, options(index), "b")


def test_where_labels_are_to_be_read_one_without_them_does_not_answer(api, tmp_path, options):
    keep(tmp_path / "x.gpkg", api, labels=False)
    _, asked = searched(api, options(tmp_path / "x.gpkg"), "a", labels=True)
    assert asked
    _, asked = searched(api, options(tmp_path / "x.gpkg"), "a", labels=False)
    assert asked == set()


def test_one_that_was_not_read_to_its_end_answers_only_if_it_must(api, tmp_path, options):
    path = tmp_path / "x.gpkg"
    keep(path, api, "a", max_items=3)
    _, asked = searched(api, options(path), "a")
    assert asked
    request = request_of(api, "a", max_items=0)
    offline = options(path, online=Online.NEVER)
    search = CombinedSearch(request, PATIENT, print, bool, cache=None, indices=offline)
    assert len(list(search)) == 3
    assert "it was not read to its end" in " ".join(search.report.warnings())


def test_another_place_is_for_the_api(api, tmp_path, options):
    path, box = tmp_path / "x.gpkg", (Box(0, 0, 30, 30),)
    keep(path, api, area=Area(MOON, box))
    _, asked = searched(api, options(path), boxes=box)
    assert asked == set()
    _, asked = searched(api, options(path), boxes=(Box(0, 0, 31, 30),))
    assert asked
    with pytest.raises(InputError, match="No index holds what is searched of a"):
        searched(api, options(path, online=Online.NEVER))


def aged(path, time="2020-01-01T00:00:00Z"):
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "UPDATE collection SET state = replace(state, json_extract(state, '$.checked_at'), ?)",
            (time,),
        )
        database.commit()


@pytest.mark.parametrize("time", ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])
def test_an_old_index_leaves_the_pages_to_the_api_and_knows_the_labels(api, index, options, time):
    aged(index, time)
    add_labels(api, "b", 7, west=20)
    del api.items["b"][6:12]
    _, asked = searched(api, options(index), "b")
    assert "/api/search" in asked
    assert {target for target in asked if target.endswith(".pvl")} == {"/b/6.pvl"}
    aged(index)
    _, asked = searched(api, options(index, oldest=100_000), "c")
    assert asked == set()


def test_files_that_have_moved_are_read_again(api, index, options):
    aged(index)
    url = api.script("/b/new.pvl", faults.ok(LABEL.format(33).encode()))
    api.items["b"][2]["assets"]["caminfo_pvl"]["href"] = url
    _, asked = searched(api, options(index), "b")
    assert {target for target in asked if target.endswith(".pvl")} == {"/b/new.pvl"}


def test_an_old_index_stands_in_for_an_api_that_does_not_answer(api, index, options):
    aged(index)
    request = request_of(api, "b", max_items=0)
    for search in ("/api", "/api/search"):
        api.script(search, faults.status(403))
        combined = CombinedSearch(
            request, PATIENT, lambda *_: None, bool, cache=None, indices=options(index)
        )
        assert len(list(combined)) == 6
        assert "The API can't be asked." in combined.report.warnings()[0]
        assert "2020-01-01" in combined.notes[0]
    with pytest.raises(CatalogError):
        list(
            CombinedSearch(
                request_of(api, "a"), PATIENT, print, bool, cache=None, indices=options(index)
            )
        )


def test_an_index_that_was_named_has_to_be_there(api, tmp_path, options):
    with pytest.raises(IndexFileError, match="There is no index"):
        searched(api, options(tmp_path / "no.gpkg"), "a")
    search, _ = searched(api, options(known=(str(tmp_path / "no.gpkg"),)), "a")
    assert "An index of the settings isn't used." in search.report.warnings()[0]


def test_bodies_are_known_without_asking(index, options):
    assert kept_bodies(options(index), ["a", "b"]) == {"b": ["Moon"]}
    assert kept_bodies(options(index, online=Online.ALWAYS), ["b"]) == {}
