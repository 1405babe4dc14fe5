"""Collections read in parts and put together: the same index as one reading makes, row for row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.index.cluster.share import Share, part_path, share_of
from ard_qgis_plugin.core.model.errors import InputError
from tests.support.indices import check, keep, opened, same_as_api, tables, updated
from tests.support.searches import LABEL, add_labels, nothing_left
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi

PARTS = 3

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def api():
    with StacApi({}, largest_page=5) as api:
        add_labels(api, "a", 40)
        add_labels(api, "b", 25, west=20)
        yield api


def labels_asked(api):
    return sum(one.target.endswith(".pvl") for one in api.requests)


def read_parts(path, api, *numbers, **changes):
    for number in numbers or range(1, PARTS + 1):
        keep(part_path(path, number), api, share=Share(number, PARTS), **changes)


def put_together(path, api, **changes):
    return keep(path, api, parts=PARTS, **changes)


def test_the_parts_put_together_are_what_one_reading_makes(path, api, tmp_path):
    read_parts(path, api)
    asked = labels_asked(api)
    assert asked == 65  # each by one part
    report = put_together(path, api)
    assert labels_asked(api) == asked
    assert (report.with_incidence, report.without_incidence) == (65, 0)
    assert not report.labels.remarks

    alone = tmp_path / "alone.gpkg"
    keep(alone, api)
    assert tables(path) == tables(alone)
    check(path)
    assert same_as_api(path, api) == 65
    nothing_left(api)


def test_a_part_is_a_third_and_is_never_taken_for_all(path, api):
    read_parts(path, api)
    kept = []
    for number in range(1, PARTS + 1):
        with opened(part_path(path, number)) as index:
            assert [state.read_at for state in index.states.values()] == ["", ""]
            kept += [index.select("SELECT count(*) FROM observation", ()).fetchone()[0]]
    assert sum(kept) == 65
    assert min(kept) > 10


def test_a_part_read_again_reads_no_label_twice(path, api):
    read_parts(path, api)
    asked = labels_asked(api)
    read_parts(path, api, 2)
    assert labels_asked(api) == asked


def test_what_a_part_lacks_is_read_in_the_end_and_said(path, api):
    read_parts(path, api, 1, 3)
    asked = labels_asked(api)
    report = put_together(path, api)
    assert labels_asked(api) == 65 > asked
    (said,) = report.labels.remarks
    assert "these are not there: 2;" in said
    assert same_as_api(path, api) == 65


def test_what_has_changed_is_read_again_by_its_part(path, api):
    for each in api.items["a"]:
        updated(each)
    read_parts(path, api)
    asked = labels_asked(api)
    updated(api.items["a"][7], "2024-05-05T00:00:00Z")
    api.items["a"][7]["properties"]["datetime"] = "2012-02-02T02:02:02Z"
    read_parts(path, api)
    put_together(path, api)
    assert labels_asked(api) == asked + 1
    assert same_as_api(path, api) == 65


def test_a_label_that_failed_in_a_part_is_read_in_the_end(path, api):
    api.script("/a/3.pvl", faults.status(404))
    read_parts(path, api)
    api.script("/a/3.pvl", faults.ok(LABEL.format(13).encode()))
    asked = labels_asked(api)
    report = put_together(path, api)
    assert labels_asked(api) == asked + 1
    assert (report.with_incidence, report.without_incidence) == (65, 0)


@given(st.integers(1, 64))
def test_each_item_is_of_one_part_and_the_parts_are_as_large(parts):
    numbers = range(parts * 400)
    held = [
        sum(Share(number, parts).holds(f"TC1S2B0_01_{n:05d}N{n % 90:03d}") for n in numbers)
        for number in range(1, min(parts, 3) + 1)
    ]
    assert all(280 < each < 520 for each in held)


@pytest.mark.parametrize(
    "text", ["", "3", "0/3", "4/3", "1/1001", "-1/3", "1/3/5", "a/b", "all/", "all/0"]
)
def test_a_share_that_is_none_is_refused(text):
    with pytest.raises(InputError, match="PART is"):
        share_of(text)


def test_a_share_is_read_as_it_is_written():
    assert share_of(" 3/16 ") == Share(3, 16)
    assert share_of("all/16") == 16
