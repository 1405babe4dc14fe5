"""Empty pages, and what is missing: read past, and told with both numbers."""

from __future__ import annotations

import pytest

from tests.support.searches import error_of, search
from tests.support.servers.stac_api import StacApi, answer, item

pytestmark = pytest.mark.filterwarnings("error")

ITEMS = [item("a", number) for number in range(16)]
IDS = [one["id"] for one in ITEMS]


def next_link(token):
    return {"rel": "next", "method": "POST", "href": "/api/search", "body": {"token": token}}


def pages(*sizes, matched=16, last_link=False):
    """Returns answers that hold so many items each; the last one has no `next`."""
    behaviours, start = [], 0
    for number, size in enumerate(sizes):
        is_last = number == len(sizes) - 1 and not last_link
        page = {
            "type": "FeatureCollection",
            "features": ITEMS[start : start + size],
            "links": [] if is_last else [next_link(str(number + 1))],
        }
        behaviours.append(answer(page if matched is None else {**page, "numberMatched": matched}))
        start += size
    return behaviours


@pytest.mark.parametrize(
    "sizes",
    [
        (6, 0, 10),
        (0, 16),
        (0, 0, 6, 10),
        (6, 0, 0, 0, 10, 0),
        (6, *[0] * 15, 4, *[0] * 15, 6),
        (16, 0, 0, 0),
    ],
)
@pytest.mark.parametrize("matched", [16, None, 6, 0])
def test_empty_pages_are_read_past(sizes, matched):
    with StacApi({"a": []}) as api:
        api.script("/api/search", *pages(*sizes, matched=matched))
        result = search(api, max_items=0)
    assert result.ids == IDS
    assert result.report.warnings() == []


def test_more_empty_pages_are_read_past_where_more_items_are_counted():
    with StacApi({"a": []}) as api:
        api.script("/api/search", *pages(6, *[0] * 60, 10))
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])


@pytest.mark.parametrize("fields", [True, False])
def test_where_single_fields_are_asked_for_too(fields):
    classes = ["https://api.stacspec.org/v1.0.0/item-search#fields"] if fields else []
    with StacApi({"a": []}) as api:
        api.script("/api", answer(api.root_document(conformsTo=classes)))
        api.script("/api/search", *pages(0, 0, 6, 0, 10))
        assert search(api, max_items=0).ids == IDS


def test_empty_pages_without_end_are_bounded_and_told():
    with StacApi({"a": []}) as api:
        api.script("/api/search", *pages(6, *[0] * 500, matched=None))
        result = search(api, max_items=0)
    assert result.ids == IDS[:6]
    (warning,) = result.report.warnings()
    assert "many empty pages in a row and named a further one each time (a)" in warning
    assert len(api.asked("/api/search")) == 21


def test_empty_pages_without_end_behind_all_that_is_counted_are_none():
    with StacApi({"a": []}) as api:
        api.script("/api/search", *pages(16, *[0] * 500))
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])
    assert len(api.asked("/api/search")) == 21


def test_a_repeated_next_ends_the_empty_pages():
    with StacApi({"a": []}) as api:
        empty = {"features": [], "links": [next_link("1")], "numberMatched": 16}
        api.script("/api/search", *pages(6, 10, last_link=True)[:1], answer(empty))
        result = search(api, max_items=0)
    assert result.ids == IDS[:6]
    assert len(api.asked("/api/search")) == 2
    assert "of a it counts 16 and sent 6" in result.report.warnings()[0]


def test_empty_pages_that_lead_round_in_a_circle_end():
    with StacApi({"a": []}) as api:
        links = [answer({"features": [], "links": [next_link(str(n % 3))]}) for n in range(99)]
        api.script("/api/search", *pages(16, matched=None, last_link=True), *links)
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])
    assert len(api.asked("/api/search")) <= 6


def test_a_circle_with_an_empty_page_in_it_is_an_error():
    with StacApi({"a": []}) as api:
        page, empty = pages(6, 0, matched=None, last_link=True)
        api.script("/api/search", *[page, empty] * 20)
        assert "sends the same page again and again" in str(error_of(api, max_items=0))


@pytest.mark.parametrize("sizes", [(16,) * 9, (6, 10) * 5])
def test_a_circle_behind_all_that_is_counted_is_the_end(sizes):
    """Such as an API that takes no token, and has all on its first page."""
    with StacApi({"a": []}) as api:
        firsts = pages(*sizes[: 1 if sizes[0] == 16 else 2], last_link=True)
        api.script("/api/search", *firsts * 9)
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])


def test_a_circle_before_all_that_is_counted_is_an_error():
    with StacApi({"a": []}) as api:
        api.script("/api/search", *pages(6, matched=16, last_link=True) * 9)
        assert "sends the same page again and again" in str(error_of(api, max_items=0))


@pytest.mark.parametrize("changes", [{"rel": "Next"}, {"method": None}])
def test_a_next_link_may_be_written_otherwise(changes):
    link = {name: value for name, value in {**next_link("1"), **changes}.items() if value}
    with StacApi({"a": []}) as api:
        _, second = pages(6, 10)
        begun = {"type": "FeatureCollection", "features": ITEMS[:6], "links": [link]}
        api.script("/api/search", answer(begun), second)
        assert search(api, max_items=0).ids == IDS
        assert [one.method for one in api.asked("/api/search")] == ["POST", "POST"]


@pytest.mark.parametrize(
    ("sizes", "came"), [((6,), 6), ((0,), 0), ((6, 9), 15), ((6, 0), 6), ((0, 0), 0)]
)
@pytest.mark.parametrize("counts", ["numberMatched", "context"])
def test_fewer_than_the_catalogue_counts_are_told_with_both_numbers(sizes, came, counts):
    with StacApi({"a": []}) as api:
        behaviours = pages(*sizes)
        if counts == "context":
            behaviours = [
                answer({"features": ITEMS[:came], "links": [], "context": {"matched": 16}})
            ]
        api.script("/api/search", *behaviours)
        result = search(api, max_items=0)
    assert result.ids == IDS[:came]
    (warning,) = result.report.warnings()
    assert f"of a it counts 16 and sent {came};" in warning


def test_what_is_missing_of_several_collections_is_one_warning():
    items = {name: [item(name, number) for number in range(4)] for name in "abcdefg"}

    class ApiWithoutCounts(StacApi):
        def _count(self, found):
            return {"numberMatched": len(found) + 2}

    with ApiWithoutCounts(items, largest_page=3) as api:
        result = search(api, max_items=0)
    assert len(result.ids) == 28
    (warning,) = result.report.warnings()
    assert "of a it counts 6 and sent 4, of b it counts 6 and sent 4" in warning
    assert "and 2 more; the others are missing here" in warning


def test_an_item_that_comes_twice_while_another_is_dropped_is_told_with_both_numbers():
    """As where the order of the pages shifts between two requests: the sums agree."""
    with StacApi({"a": []}) as api:
        one = {"features": ITEMS[:8], "links": [next_link("1")], "numberMatched": 16}
        two = {"features": ITEMS[7:15], "links": [], "numberMatched": 16}
        api.script("/api/search", answer(one), answer(two))
        result = search(api, max_items=0)
    assert result.ids == IDS[:15]
    (warning,) = result.report.warnings()
    assert "of a it counts 16 and sent different ones: 15;" in warning


def test_what_comes_twice_beside_all_that_is_counted_is_not_missing():
    with StacApi({"a": []}) as api:
        one = {"features": ITEMS[:8], "links": [next_link("1")], "numberMatched": 16}
        two = {"features": ITEMS[7:], "links": [], "numberMatched": 16}
        api.script("/api/search", answer(one), answer(two))
        result = search(api, max_items=0)
    assert (result.ids, result.report.warnings()) == (IDS, [])


def test_what_max_items_leaves_out_is_not_missing():
    with StacApi({"a": ITEMS}, largest_page=3) as api:
        result = search(api, max_items=5)
    (warning,) = result.report.warnings()
    assert warning.startswith("MAX_ITEMS ended the reading after 5")


def test_what_is_of_no_use_is_not_missing():
    """What the catalogue counts came, though some of it was not asked for."""
    with StacApi({"a": [*ITEMS[:3], item("b", 1)]}) as api:
        result = search(api, max_items=0)
    assert result.ids == IDS[:3]
    (warning,) = result.report.warnings()
    assert "1 of another collection" in warning
