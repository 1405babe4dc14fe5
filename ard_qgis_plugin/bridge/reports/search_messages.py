"""What the user reads while a search runs and when it is done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import monotonic

from qgis.core import Qgis, QgsMessageLog, QgsProcessingFeedback

from ...core.search.report import SearchReport
from ...translation import tr

LOG_TAG = "Planetary ARD"

_PERCENT = 100
_PAUSE = 1.0  # seconds between two lines: each stays in the log


class SearchProgress:
    """The progress of a search for the user: a bar, and now and then a line.

    `done` and `total` are numbers of observations; total is None where nobody knows.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._start = self._last = monotonic()

    def __call__(self, done: int, total: int | None) -> None:
        """Shows the progress."""
        if total:
            self._feedback.setProgress(_PERCENT * min(done / total, 1.0))
        now = monotonic()
        if now - self._last >= _PAUSE:
            self._last = now
            self._feedback.setProgressText(_progress_text(done, total, now - self._start))


def _progress_text(done: int, total: int | None, seconds: float) -> str:
    rate = done / seconds
    text = tr("{done} observations read, {rate} a second")
    if total:
        text = tr("{done} of {total} observations read, {rate} a second")
    if total and rate:
        text = tr("{done} of {total} observations read, {rate} a second, {seconds} s left")
    left = f"{(total - done) / rate:.0f}" if total and rate else ""
    return text.format(done=done, total=total, rate=f"{rate:.0f}", seconds=left)


def tell(
    feedback: QgsProcessingFeedback,
    report: SearchReport,
    warnings: Iterable[str],
    indices: Iterable[str] = (),
) -> None:
    """Writes the summary of a search and a warning for each kind of thing that went wrong.

    It goes to whoever runs the algorithm and, for later, to QGIS's log. `indices` says what was
    answered from an index.
    """
    for each in indices:
        feedback.pushInfo(tr("From an index: {index}").format(index=each))
    for warning in (*report.warnings(), *warnings):
        feedback.pushWarning(warning)
        _log(warning, Qgis.MessageLevel.Warning)
    summary = _summary(report)
    feedback.pushInfo(summary)
    _log(summary, Qgis.MessageLevel.Info)


def shapeless_sentence(destination: str) -> str:
    """Returns what to know of an output in a format that has no geometry."""
    text = tr(
        "{name} holds no outlines, because files of its kind have no geometry: the rows are a "
        "table. For footprints on the map choose another kind, such as .gpkg."
    )
    return text.format(name=Path(destination.partition("|")[0]).name)


def _log(text: str, level: Qgis.MessageLevel) -> None:
    QgsMessageLog.logMessage(text, LOG_TAG, level, notifyUser=False)


def _summary(report: SearchReport) -> str:
    if not report.read:
        text = tr(
            "No observation matches the search, so there is nothing in the outputs. "
            "Search a larger extent, a longer time, or other collections."
        )
    elif report.dropped:
        text = tr(
            "{read} observations read, {dropped} are outside the incidence limits; {kept} "
            "footprints, {known} of them with an incidence angle."
        )
    else:
        text = tr(
            "{read} observations read; {kept} footprints, {known} of them with an incidence angle."
        )
    if report.dropped_range:
        text += " " + tr("The angles of those outside reach from {lowest}° to {highest}°.")
    if report.dropped_unknown:
        text += " " + tr("Of those outside, {unknown} have no known angle.")
    if report.beside:
        text += " " + tr(
            "{beside} more are in the longitude/latitude box around what is searched, but don't "
            "touch it."
        )
    lowest, highest = report.dropped_range or (0.0, 0.0)
    return text.format(
        lowest=f"{lowest:.2f}",
        highest=f"{highest:.2f}",
        unknown=report.dropped_unknown,
        read=report.read,
        dropped=report.dropped,
        kept=report.read - report.dropped,
        known=report.with_incidence,
        beside=report.beside,
    )
