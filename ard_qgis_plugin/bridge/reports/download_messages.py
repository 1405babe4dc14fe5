"""What the user sees of a download: progress while it runs, a table and sentences at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields, QgsProcessingFeedback

from ...core.download.file_outcome import FileOutcome, FileStatus
from ...core.model.errors import OutputError
from ...core.model.omissions import Omissions
from ...translation import tr
from ..versions import count_field, text_field

if TYPE_CHECKING:
    from ...core.download.download import DownloadProgress

_PERCENT = 100
_PAUSE = 1.0  # seconds between two lines: each stays in the log
_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))
_MINUTE = 60


class DownloadMessages:
    """The progress of a download for the user: a bar, and now and then a line."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._last = monotonic()

    def __call__(self, progress: DownloadProgress) -> None:
        """Shows the progress."""
        if progress.size_total:
            self._feedback.setProgress(_PERCENT * progress.size / progress.size_total)
        now = monotonic()
        if now - self._last >= _PAUSE:
            self._last = now
            self._feedback.setProgressText(_progress_text(progress))


def bytes_text(size: float) -> str:
    """Writes a number of bytes as people read it."""
    for factor, unit in _UNITS:
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size:.0f} bytes"


def report_fields() -> QgsFields:
    """Makes the fields of the report; bytes are those of the file on the server."""
    fields = QgsFields()
    for name in ("id", "asset", "path"):
        fields.append(text_field(name))
    fields.append(count_field("bytes"))
    for name in ("status", "reason"):
        fields.append(text_field(name))
    return fields


def write_report(outcomes: Iterable[FileOutcome], sink: QgsFeatureSink) -> None:
    """Writes a row for each file; raises OutputError where the table does not take one."""
    fields = report_fields()
    for outcome in outcomes:
        feature = QgsFeature(fields)
        path = str(outcome.path) if outcome.path else None
        values = (outcome.file.row.id, outcome.file.asset, path, outcome.size)
        feature.setAttributes([*values, outcome.status.value, outcome.reason or None])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OutputError(f"The report can't be written ({sink.lastError()}).")


def report_outcomes(outcomes: Sequence[FileOutcome], feedback: QgsProcessingFeedback) -> None:
    """Writes the summary of a download, and a warning for each reason why files failed."""
    failures: dict[str, Omissions] = {}
    for outcome in outcomes:
        if outcome.status is FileStatus.FAILED:
            failures.setdefault(outcome.reason, Omissions()).add(_name(outcome))
    for reason, failed in failures.items():
        text = tr("{count} not downloaded, {reason}: {names}.")
        feedback.pushWarning(text.format(count=failed.count, reason=reason, names=failed.names))
    if failures:
        feedback.pushWarning(tr("Run the download again to complete it: what is whole stays."))
    copied = [each for each in outcomes if each.status is FileStatus.COPIED]
    there = sum(each.status is FileStatus.ALREADY_THERE for each in outcomes)
    feedback.pushInfo(
        tr("{copied} files copied ({size}), {there} were there already, {failed} failed.").format(
            copied=len(copied),
            size=bytes_text(sum(each.size or 0 for each in copied)),
            there=there,
            failed=len(outcomes) - len(copied) - there,
        )
    )


def _name(outcome: FileOutcome) -> str:
    return f"{outcome.file.row.id} ({outcome.file.asset})"


def _progress_text(progress: DownloadProgress) -> str:
    text = tr("{files} of {total} files, {size} of {size_total}")
    time = ""
    if progress.rate:
        text = tr("{files} of {total} files, {size} of {size_total}, {rate}/s, {time} left")
        seconds = (progress.size_total - progress.size) / progress.rate
        time = f"{seconds / _MINUTE:.0f} min" if seconds > 2 * _MINUTE else f"{seconds:.0f} s"
    return text.format(
        files=progress.files,
        total=progress.files_total,
        size=bytes_text(progress.size),
        size_total=bytes_text(progress.size_total),
        rate=bytes_text(progress.rate or 0),
        time=time,
    )
