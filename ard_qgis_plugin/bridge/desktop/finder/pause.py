"""Waiting a moment before something is done, anew with each `start`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal


def pause(parent: QObject, milliseconds: int, slot: Callable[[], Any] | pyqtBoundSignal) -> QTimer:
    """Makes what calls a slot, or emits a signal, so long after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
