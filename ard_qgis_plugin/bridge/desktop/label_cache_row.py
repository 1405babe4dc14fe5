"""How much the label cache holds, and the button that clears it."""
# ruff: noqa: N802, PLC0415 (QGIS gives the names; nothing of the cache is loaded at start-up)

from __future__ import annotations

from qgis.PyQt.QtGui import QShowEvent

from ...translation import tr
from .action_row import ActionRow

_MB = 1_000_000


class LabelCacheRow(ActionRow):
    """The size of the cache, and a button that clears it, while a search runs too."""

    def __init__(self) -> None:
        super().__init__("clearLabels", tr("Clear label cache"), self._clear)

    def showEvent(self, event: QShowEvent) -> None:
        """Counts what is there."""
        super().showEvent(event)
        if not self.is_busy:
            self.ask(tr("Counting labels…"), _size)

    def _clear(self) -> None:
        self.ask(tr("Clearing…"), _cleared)


def _size() -> str:
    from ...core.labels.cache import size
    from ..inputs.label_cache import cache_path

    there = size(cache_path())
    return tr("{labels} labels on the disk, {size} MB.").format(
        labels=f"{there.labels:,}", size=f"{there.bytes / _MB:,.1f}"
    )


def _cleared() -> str:
    from ...core.labels.cache import clear
    from ..inputs.label_cache import cache_path

    clear(cache_path())
    return _size()
