"""What a catalogue counts, wherever it says so; and pages that hide that there are more."""

from __future__ import annotations

import random

import pytest

from ard_qgis_plugin.core.catalog.pages.completeness import matched_in
from tests.support.searches import error_of, search
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = [item("a", number) for number in range(300)]
IDS = [one["id"] for one in ITEMS]


class OnePage(StacApi):
    """An API that sends one page of so many items, however many it is asked for."""

    def __init__(self, size, **members):
        super().__init__({"a": ITEMS})
        self.size, self.members = size, members

    def _search(self, wanted):
        self.searches.append(wanted)
        return answer({"type": "FeatureCollection", "features": self._page(wanted), **self.members})

    def _page(self, wanted):
        return ITEMS[: min(self.size, int(wanted["limit"]))]


COUNTS = {
    "OGC": {"numberMatched": 16},
    "STAC 0.9": {"context": {"matched": 16}},
    "STAC 0.8": {"search:metadata": {"matched": 16}},
    "sat-api": {"meta": {"found": 16}},
    "beside null": {"numberMatched": None, "context": {"matched": 16}},
    "beside unknown": {"numberMatched": "unknown", "context": {"matched": 16}},
    "beside -1": {"numberMatched": -1, "context": {"matched": 16}},
    "beside text": {"context": "x", "meta": None, "search:metadata": {"matched": 16}},
    "a text": {"numberMatched": "16"},
    "a float": {"numberMatched": 16.0},
}


@pytest.mark.parametrize("form", COUNTS)
def test_what_is_missing_is_told_wherever_the_count_stands(form):
    with OnePage(6, **COUNTS[form]) as api:
        result = search(api)
    assert result.report.matched == 16
    (warning,) = result.report.warnings()
    assert "of a it counts 16 and sent 6" in warning


@pytest.mark.parametrize("count", ["", "many", "-1", "1.5", "9" * 400, "٣", [], {}, True, 1e300])
def test_what_is_no_count_is_none(count):
    assert matched_in({"numberMatched": count, "context": count}) is None


@pytest.mark.parametrize(
    ("size", "members"),
    [(1000, {}), (10, {"context": {"limit": 10, "returned": 10}}), (10, {"meta": {"limit": 10}})],
)
def test_a_full_page_that_leads_to_no_other_is_told(size, members):
    with OnePage(size, **members) as api:
        result = search(api, max_items=0)
    assert result.ids == IDS[: min(size, 250)]
    (warning,) = result.report.warnings()
    assert "as many observations as a page of it holds, counts none" in warning
    assert "(a): others may be missing here" in warning


@pytest.mark.parametrize(
    ("size", "members"),
    [
        (10, {}),
        (9, {"context": {"limit": 10}}),
        (10, {"context": {"limit": 10, "matched": 10}}),
        (250, {"numberMatched": 250}),
    ],
)
def test_a_page_that_is_all_is_told_of_nothing(size, members):
    with OnePage(size, **members) as api:
        assert search(api, max_items=0).report.warnings() == []


def test_a_full_page_behind_others_is_the_last():
    with StacApi({"a": ITEMS[:250]}, counts=None, largest_page=125) as api:
        last = {"features": ITEMS[125:250], "links": [], "context": {"limit": 125}}
        api.script("/api/search", api.usual, answer(last))
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS[:250], [])


@pytest.mark.parametrize("most", [5, 249])
def test_what_max_items_cuts_is_told_as_that_alone(most):
    with OnePage(1000) as api:
        (warning,) = search(api, max_items=most).report.warnings()
    assert "MAX_ITEMS ended the reading" in warning


class Shuffled(OnePage):
    """An API that sends the same items again and again, each time in another order."""

    def _page(self, wanted):
        # another body each time, so that no request is like an earlier one
        body = {**wanted, "token": str(len(self.searches))}
        link = {"rel": "next", "method": "POST", "href": self.url("/api/search"), "body": body}
        self.members["links"] = [link]
        page = super()._page(wanted)
        return random.sample(page, len(page))


def test_the_same_page_in_another_order_is_the_same():
    with Shuffled(12) as api:
        assert "sends the same page again and again" in str(error_of(api))
    assert len(api.searches) == 4


def test_what_is_complete_is_not_refused_for_coming_again():
    with Shuffled(12, numberMatched=12) as api:
        result = search(api)
    assert sorted(result.ids) == IDS[:12]
    assert result.report.warnings() == []


class FailingBehind(StacApi):
    """An API whose last full page leads to one that fails, as some do."""

    def __init__(self, code, counted):
        super().__init__({"a": ITEMS[:6]}, largest_page=3)
        self.code, self.counted = code, counted

    def _count(self, _found):
        return {"numberMatched": self.counted} if self.counted is not None else {}

    def _search(self, wanted):
        if int(wanted.get("token", 0)) >= 6:
            return faults.status(self.code)
        return super()._search(wanted)


@pytest.mark.parametrize("code", [200, 204, 400, 404, 500, 502])
def test_a_page_that_fails_behind_all_that_is_counted_costs_nothing(code):
    with FailingBehind(code, 6) as api:
        result = search(api)
    assert result.ids == IDS[:6]
    (warning,) = result.report.warnings()
    assert "names a page behind all the observations that it counts" in warning


@pytest.mark.parametrize("counted", [None, 0, 7])
def test_a_page_that_fails_before_that_ends_the_search(counted):
    with FailingBehind(404, counted) as api:
        assert "ended at page 3, after 6 observations of it" in str(error_of(api))
