"""A collection whose shadows follow another formula, and labels that are damaged: told apart."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.model.observation import LabelStatus
from tests.support.caches import CountedSearch
from tests.support.label_texts import OLD_GEOMETRY, caminfo, geometry
from tests.support.searches import nothing_left, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

PLAIN = caminfo(geometry())
OTHER = caminfo(geometry(ShadowX="1.2345678901234", ShadowY="-0.3456789012345"))
CUT = caminfo(geometry(IncidenceAngle="62.82"))
NO_VECTORS = caminfo(OLD_GEOMETRY)


@pytest.fixture
def api():
    with StacApi({}, largest_page=4) as api:
        yield api
        nothing_left(api)


def add(api, collection, *texts):
    for number, text in enumerate(texts):
        url = api.script(f"/{collection}/{number}.pvl", faults.ok(text.encode()))
        assets = {"caminfo_pvl": {"href": url, "type": "text/plain"}}
        api.items.setdefault(collection, []).append(item(collection, number, assets=assets))


def statuses(result):
    return [each.label_status.value for each in result.observations]


def test_a_whole_collection_of_another_formula_is_read_with_a_remark(api):
    add(api, "a", *[OTHER] * 10)
    found = search(api, labels=True)
    assert statuses(found) == ["ok"] * 10
    assert {each.incidence for each in found.observations} == {62.824594995832}
    assert all("confirm" in each.label_note for each in found.observations)
    (warning,) = found.report.warnings()
    assert "remark: 10 of 10, e.g. a-000 (caminfo_pvl: " in warning


def test_where_others_agree_with_themselves_the_odd_one_is_damaged(api):
    add(api, "a", OTHER, OTHER, OTHER, PLAIN, OTHER)
    assert statuses(search(api, labels=True)) == [*["unreadable"] * 3, "ok", "unreadable"]


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_labels_are_no_collection_and_the_reason_says_so(api, count):
    add(api, "a", *[OTHER] * count)
    add(api, "b", PLAIN, PLAIN, PLAIN)
    found = search(api, labels=True)
    assert statuses(found) == ["unreadable"] * count + ["ok"] * 3
    for each in found.observations[:count]:
        assert "damaged, or its whole collection follows another formula" in each.label_note


def test_an_odd_one_among_sound_ones_is_said_to_be_damaged(api):
    add(api, "a", OTHER, PLAIN)
    odd = search(api, labels=True).observations[0]
    assert "contradict" in odd.label_note
    assert "load it again" in odd.label_note


def test_labels_that_say_nothing_of_it_are_waited_for_and_count_not(api):
    add(api, "a", OTHER, OTHER, OTHER, NO_VECTORS)
    found = search(api, labels=True).observations
    assert [each.label_status for each in found] == [LabelStatus.OK] * 4
    assert found[3].label_note == ""


def test_a_cut_number_is_never_taken_for_another_formula(api):
    add(api, "a", *[CUT] * 6)
    found = search(api, labels=True)
    assert statuses(found) == ["unreadable"] * 6
    assert {each.angles for each in found.observations} == {None}


def test_what_was_read_so_is_kept_with_its_remark(api, tmp_path):
    add(api, "a", *[OTHER] * 4)
    first = CountedSearch(api, tmp_path / "labels.sqlite")
    again = CountedSearch(api, tmp_path / "labels.sqlite")
    assert (len(first.asked), again.asked) == (4, [])
    assert first.found == again.found
    assert first.warnings == again.warnings != []
