"""What the user reads when an index was made or brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog, QgsProcessingFeedback

from ...translation import tr
from .search_messages import LOG_TAG

if TYPE_CHECKING:
    from ...core.index.page_writer import IndexReport

_MEGABYTE = 1_000_000


def tell_index(feedback: QgsProcessingFeedback, report: IndexReport, path: Path) -> None:
    """Writes what was new, and a warning for each kind of thing that went wrong."""
    for warning in report.labels.warnings():
        feedback.pushWarning(warning)
        QgsMessageLog.logMessage(warning, LOG_TAG, Qgis.MessageLevel.Warning, notifyUser=False)
    text = tr(
        "{total} observations are in {path} ({size} MB), {known} of them with an incidence angle: "
        "{added} are new, {changed} had changed, {gone} are no more in the catalogue."
    ).format(
        total=report.total,
        path=path,
        size=f"{path.stat().st_size / _MEGABYTE:.1f}",
        known=report.with_incidence,
        added=report.added,
        changed=report.changed,
        gone=report.gone,
    )
    feedback.pushInfo(text)
    QgsMessageLog.logMessage(text, LOG_TAG, Qgis.MessageLevel.Info, notifyUser=False)
