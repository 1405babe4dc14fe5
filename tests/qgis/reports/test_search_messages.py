"""What the user is told: progress now and then, and a sentence for each kind of trouble."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication

from ard_qgis_plugin.bridge.reports import search_messages
from ard_qgis_plugin.bridge.reports.search_messages import SearchProgress, tell
from ard_qgis_plugin.core.model.observation import Angles, LabelStatus, Observation
from ard_qgis_plugin.core.search.report import SearchReport


def test_progress_is_a_bar_and_a_line_a_second(feedback, monkeypatch):
    clock = iter([0.0, 0.5, 1.25, 1.5, 4.0])
    monkeypatch.setattr(search_messages, "monotonic", lambda: next(clock))
    show = SearchProgress(feedback)
    for done in (100, 250, 300, 400):
        show(done, 1000)
    assert feedback.progress() == 40
    assert feedback.texts == [
        "250 of 1000 observations read, 200 a second, 4 s left",
        "400 of 1000 observations read, 100 a second, 6 s left",
    ]


def test_progress_without_a_total(feedback, monkeypatch):
    clock = iter([0.0, 2.0])
    monkeypatch.setattr(search_messages, "monotonic", lambda: next(clock))
    SearchProgress(feedback)(500, None)
    assert feedback.texts == ["500 observations read, 250 a second"]
    assert feedback.progress() == 0


def test_the_summary_has_one_warning_for_each_kind_of_trouble(feedback):
    statuses = [LabelStatus.MISSING] * 3 + [LabelStatus.FAILED]
    batch = [
        Observation(f"image{number}", "c", "Moon", label_status=status, label_note="why")
        for number, status in enumerate(statuses)
    ]
    report = SearchReport()
    report.count(batch, batch[:1])
    logged = []
    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(lambda *entry: logged.append(entry))
    tell(feedback, report, ["one more"])
    log.messageReceived.disconnect()
    missing, failed, more = feedback.warnings
    assert "3 of 4" in missing
    assert "image0 (why)" in missing
    assert "1 of 4" in failed
    assert more == "one more"
    (summary,) = feedback.infos
    assert summary.startswith("4 observations read, 1 are outside the incidence limits; 3 foot")
    assert summary.endswith("Of those outside, 1 have no known angle.")
    assert {tag for _, tag, _ in logged} == {"Planetary ARD"}
    assert [text for text, _, _ in logged] == [*feedback.warnings, summary]


def test_the_angles_outside_of_the_limits_are_told(feedback):
    batch = [
        Observation(f"image{angle}", "c", "Moon", angles=Angles("caminfo", angle))
        for angle in (12.345, 40.0, 58.0)
    ]
    report = SearchReport()
    report.count(batch, batch)
    tell(feedback, report, [])
    assert feedback.infos[0].endswith("The angles of those outside reach from 12.35° to 58.00°.")
