"""The pipeline: the order and the angles of whole searches, and what errors cost."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.labels import angle_reader as labels
from ard_qgis_plugin.core.model.errors import ArdError, CancelledError, CatalogError
from ard_qgis_plugin.core.model.observation import LabelStatus
from tests.support.fetches import PATIENT
from tests.support.searches import (
    LABEL,
    add_labels,
    nothing_left,
    request_of,
    search,
    search_of,
)
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

pytestmark = pytest.mark.filterwarnings("error")

MANY = {name: [item(name, number) for number in range(7)] for name in "abc"}


def test_angles_come_in_order_however_late_the_first_label_is():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        add_labels(api, "b", 3)
        label = faults.ok(LABEL.format(89).encode())
        api.script("/a/0.pvl", faults.held(lambda: bool(api.asked("/b/2.pvl")), label))
        result = search(api, labels=True)
    assert [one.incidence for one in result.observations] == [89, *range(11, 22), 10, 11, 12]
    assert {one.label_status for one in result.observations} == {LabelStatus.OK}
    assert [one.label_url for one in result.observations][3] == api.url("/a/3.pvl")
    assert (result.report.read, result.report.with_incidence) == (15, 15)
    assert result.report.warnings() == []


def test_without_labels_none_is_asked_for():
    with StacApi({}) as api:
        add_labels(api, "a", 3)
        result = search(api, labels=False)
    assert {one.label_status for one in result.observations} == {LabelStatus.NOT_READ}
    assert not [one for one in api.requests if one.target.endswith(".pvl")]
    assert result.report.warnings() == []


def test_incidence_limits_keep_what_is_known_and_inside():
    with StacApi({}) as api:
        add_labels(api, "a", 9)
        api.items["a"].append(item("a", 99))
        api.script("/a/3.pvl", faults.status(404))
        result = search(api, labels=True, min_incidence=11, max_incidence=15)
    assert [one.incidence for one in result.observations] == [11, 12, 14, 15]
    report = result.report
    assert (report.read, report.dropped, report.with_incidence) == (10, 6, 4)
    assert result.progress[-1] == (10, 10)


def test_labels_are_read_and_given_away_while_the_next_page_is_awaited():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 10)
        api.script("/api/search", api.usual, faults.hang)
        found = iter(search_of(request_of(api), PATIENT))
        assert [next(found).incidence for _ in range(5)] == [10, 11, 12, 13, 14]
        assert len(api.asked("/api/search")) == 2
        found.close()
        nothing_left(api)


def test_the_labels_of_a_page_are_under_way_while_its_first_one_hangs():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 10)
        last = api.items["a"][9]["assets"]["caminfo_pvl"]["href"].removeprefix(api.url(""))
        api.script("/a/0.pvl", faults.hang)
        found = search_of(request_of(api), PATIENT, lambda: bool(api.asked(last)))
        with pytest.raises(CancelledError):
            list(found)
        nothing_left(api)


def test_more_observations_than_are_under_way_at_once():
    with StacApi({}) as api:
        add_labels(api, "a", 40)
        api.items["a"] *= 40
        for number, one in enumerate(api.items["a"]):
            api.items["a"][number] = {**one, "id": f"{number}"}
        api.script("/a/7.pvl", faults.late(0.02, LABEL.format(17).encode()))
        result = search(api, labels=True, max_items=0)
    assert result.ids == [str(number) for number in range(1600)]
    assert [one.incidence for one in result.observations] == [*range(10, 50)] * 40


def test_an_error_nobody_foresaw_costs_one_label(monkeypatch):
    read = labels.read_angles_fast

    def faulty(text):
        if "12.0" in text:
            raise RecursionError("too deep")
        return read(text)

    monkeypatch.setattr(labels, "read_angles_fast", faulty)
    with StacApi({}) as api:
        add_labels(api, "a", 5)
        result = search(api, labels=True)
    assert [one.incidence for one in result.observations] == [10, 11, None, 13, 14]
    assert result.observations[2].label_status is LabelStatus.UNREADABLE
    assert "RecursionError: too deep" in result.observations[2].label_note
    assert len(result.report.warnings()) == 1


def test_a_page_that_fails_leaves_what_came_before_it_to_the_taker():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 20)
        api.script("/api/search", api.usual, api.usual, faults.late(0.1, b"no page"))
        found = []
        with pytest.raises(CatalogError, match="ended at page 3, after 10 observations"):
            found.extend(iter(search_of(request_of(api))))
        nothing_left(api)


@pytest.mark.parametrize("fault", [None, faults.status(500)])
def test_a_collection_that_fails_ends_the_search_though_another_hangs(fault):
    with StacApi({"a": MANY["a"], **({"x": []} if fault else {})}) as api:

        async def search_page(exchange):
            first = b'"a"' in exchange.request.body
            await (faults.hang if first else fault or api.usual)(exchange)

        api.script("/api/search", search_page)
        with pytest.raises(ArdError, match="500 Internal" if fault else "no collection 'x'"):
            list(search_of(request_of(api, "a", "x", max_items=0), replace(PATIENT, retries=0)))
        nothing_left(api)


def test_the_garbage_collector_is_as_it_was_afterwards():
    before = gc.get_threshold()
    with StacApi(MANY) as api:
        one, two = (iter(search_of(request_of(api, labels=False))) for _ in range(2))
        next(one)
        next(two)
        assert gc.get_threshold() != before
        one.close()
        assert gc.get_threshold() != before
        two.close()
        nothing_left(api)
    assert gc.get_threshold() == before
