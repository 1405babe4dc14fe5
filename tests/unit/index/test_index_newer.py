"""An index that is brought up to date by what is newer alone: what neither time nor count tells."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest

from ard_qgis_plugin.core.index.storage.entry import Change
from tests.support.indices import UPDATED, UpdatedApi, keep, same_as_api, updated
from tests.support.searches import add_labels
from tests.support.servers.stac_api import item

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def api():
    with UpdatedApi({}, largest_page=5) as api:
        add_labels(api, "a", 12)
        for each in api.items["a"]:
            updated(each)
        yield api


def counts(report):
    changes = report.changes
    return changes[Change.NEW], changes[Change.CHANGED], changes[Change.LABEL], report.gone


def dated(number, day, time=UPDATED):
    """Makes an item of a day in January."""
    made = updated(item("a", number), time)
    made["properties"]["datetime"] = f"2008-01-{day:02}T00:00:00Z"
    return made


def test_an_item_of_another_time_takes_its_place_in_the_order(path):
    with UpdatedApi({"a": [dated(3 * n % 8, 2 + 2 * n) for n in range(8)]}, largest_page=3) as api:
        keep(path, api, labels=False)
        del api.items["a"][1]
        api.items["a"].insert(5, dated(3, 13, "2024-01-01T00:00:00Z"))
        assert counts(keep(path, api, labels=False)) == (0, 1, 0, 0)
        assert "query" in api.searches[-1]
        assert same_as_api(path, api, labels=False) == 8


def test_where_the_order_can_not_be_told_all_is_read(path):
    with UpdatedApi({"a": [dated(4, 1), dated(5, 9)]}, largest_page=3) as api:
        keep(path, api, labels=False)  # by time or by id, who knows
        api.items["a"].append(dated(3, 20, "2024-01-01T00:00:00Z"))
        assert counts(keep(path, api, labels=False)) == (1, 0, 0, 0)
        assert same_as_api(path, api, labels=False) == 3


def test_where_an_item_bears_no_time_of_change_all_is_read(api, path):
    del api.items["a"][3]["properties"]["updated"]
    keep(path, api)
    api.items["a"][3]["properties"]["title"] = "renamed"
    assert counts(keep(path, api)) == (0, 1, 0, 0)
    assert same_as_api(path, api) == 12


@pytest.mark.parametrize("days", [31, -3])
def test_after_a_month_all_is_read_for_what_no_time_and_no_count_tells(api, path, days):
    keep(path, api)
    api.items["a"].pop(3)
    api.items["a"].append(updated(item("a", 99)))  # no newer than the others
    assert counts(keep(path, api)) == (0, 0, 0, 0)
    then = datetime.now(timezone.utc) - timedelta(days=days)  # or the clock was wrong
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "UPDATE collection SET state = json_set(state, '$.read_at', ?)", (then.isoformat(),)
        )
        database.commit()
    assert counts(keep(path, api)) == (1, 0, 0, 1)
    assert same_as_api(path, api) == 12


def test_what_goes_between_two_runs_of_a_reading_is_gone(api, path):
    keep(path, api, max_items=7)  # the second page not to its end
    api.items["a"].pop(5)
    keep(path, api)
    assert same_as_api(path, api) == 11
    keep(path, api, refresh=True, max_items=7)
    api.items["a"].pop(2)  # of a page that went by, and another slips out of the next
    keep(path, api)
    keep(path, api)
    assert same_as_api(path, api) == 10
