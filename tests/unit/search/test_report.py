"""SearchReport: every kind of thing that went wrong is one sentence, with its count."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.labels.cross_check import UNCONFIRMED
from ard_qgis_plugin.core.model.observation import Angles, LabelStatus, Observation
from ard_qgis_plugin.core.search.report import SearchReport


def seen(status, number, incidence=None, note=""):
    angles = None if incidence is None else Angles("caminfo", incidence)
    return Observation(
        f"o{number}", "a", "Moon", angles=angles, label_status=status, label_note=note
    )


def test_a_report_counts_what_was_read_dropped_and_lit():
    report = SearchReport()
    batch = [seen(LabelStatus.OK, n, incidence=n) for n in range(4)]
    batch.append(seen(LabelStatus.MISSING, 4))
    report.count(batch, batch[:2])
    report.count(batch[:1], batch[:1])
    assert (report.read, report.dropped, report.with_incidence) == (6, 3, 2)
    assert (report.dropped_range, report.dropped_unknown) == ((0, 1), 0)
    assert report.statuses == {LabelStatus.OK: 5, LabelStatus.MISSING: 1}
    others = [seen(LabelStatus.MISSING, 9), seen(LabelStatus.OK, 8, incidence=88.5)]
    report.count(others, others)
    assert (report.dropped_range, report.dropped_unknown) == ((0, 88.5), 1)


def test_parts_of_a_search_add_up():
    note = f"caminfo_pvl: {UNCONFIRMED}"
    first, second = SearchReport(), SearchReport()
    for part, batch in (
        (first, [seen(LabelStatus.OK, 1, incidence=40)]),
        (second, [seen(LabelStatus.OK, 2, incidence=70, note=note), seen(LabelStatus.OK, 3)]),
    ):
        part.count(batch, batch)
    first.add(second)
    assert (first.read, first.dropped, first.dropped_unknown) == (3, 3, 1)
    assert first.dropped_range == (40, 70)
    (warning,) = first.warnings()
    assert warning.startswith("Observations whose label was read with a remark: 1 of 3, e.g. o2 (")


def test_an_id_of_several_lines_makes_no_further_line():
    report = SearchReport()
    strange = Observation("o\nError: o", "a", "Mo\non", label_status=LabelStatus.MISSING)
    report.count_strangers([strange])
    report.count([strange])
    assert [warning for warning in report.warnings() if "\n" in warning] == []
    assert "e.g. o Error: o" in report.warnings()[0]


@pytest.mark.parametrize("status", LabelStatus)
def test_each_kind_of_label_is_one_sentence_or_none(status):
    report = SearchReport()
    batch = [seen(status, number, note=f"note {number}") for number in range(3)]
    report.count(batch)
    report.count([seen(LabelStatus.OK, 9)])
    warnings = report.warnings()
    if status in {LabelStatus.OK, LabelStatus.NOT_READ}:
        assert warnings == []
    else:
        (warning,) = warnings
        assert warning.startswith("Observations w")
        assert warning.endswith(": 3 of 4, e.g. o0 (note 0)")


def test_kinds_come_in_one_order_behind_the_cut():
    report = SearchReport(cut=True, matched=100)
    batch = [seen(status, 1) for status in reversed(LabelStatus)]
    report.count(batch)
    cut, *kinds = report.warnings()
    assert "after 7 observations, the catalogue holds 100: raise MAX_ITEMS" in cut
    assert ["second-best" in kind for kind in kinds] == [True, False, False, False, False]
    assert all(kind.endswith(": 1 of 7, e.g. o1") for kind in kinds)


@pytest.mark.parametrize(("matched", "words"), [(None, "more"), (5, "more"), (6, "6"), (2, "more")])
def test_a_cut_tells_a_number_that_can_be_true(matched, words):
    report = SearchReport(cut=True, matched=matched)
    batch = [seen(LabelStatus.OK, 1)] * 5
    report.count(batch)
    assert f"the catalogue holds {words}: raise MAX_ITEMS" in report.warnings()[0]


def test_nothing_read_is_nothing_to_warn_of():
    assert SearchReport().warnings() == []
