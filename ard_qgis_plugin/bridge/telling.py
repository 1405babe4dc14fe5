"""What the user reads while a search runs and when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsProcessingFeedback

from ..core.report import HarvestReport

_PERCENT = 100


def progress_of(feedback: QgsProcessingFeedback) -> Callable[[int, int | None], None]:
    """Returns what the core calls to tell how far it is, as progress bar and text."""

    def show(done: int, total: int | None) -> None:
        if total:
            feedback.setProgress(_PERCENT * min(done / total, 1.0))
        feedback.setProgressText(f"{done} of {total or 'an unknown number of'} observations read")

    return show


def tell(feedback: QgsProcessingFeedback, report: HarvestReport, warnings: Iterable[str]) -> None:
    """Writes the summary of a search and a warning for each kind of thing that went wrong."""
    for warning in (*report.warnings(), *warnings):
        feedback.pushWarning(warning)
    kept = report.read - report.dropped
    if not report.read:
        feedback.pushInfo(
            "No observation matches the search: the layer and the manifest are empty. "
            "Search a larger extent, a longer time, or other collections."
        )
        return
    outside = f", {report.dropped} are outside the incidence limits" if report.dropped else ""
    feedback.pushInfo(
        f"{report.read} observations read{outside}; {kept} footprints, "
        f"{report.with_incidence} of them with an incidence angle."
    )
