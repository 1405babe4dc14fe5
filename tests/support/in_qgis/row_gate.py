"""The rows of a layer on their way into it: they go one by one, and no further than they may."""

from __future__ import annotations

import threading
import time
from typing import Any

from ard_qgis_plugin.bridge.footprints import writer

_ROWS = 100  # that go before the gate is opened
_PAUSE = 0.001  # seconds a row
_PATIENCE = 60.0  # seconds


class RowGate:
    """What a test puts in the place of `writer.feature_of`: no layer is complete before `open`."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self._open = threading.Event()
        self._rows = 0
        self._feature_of = writer.feature_of

    def open(self) -> None:
        """Lets all rows go."""
        self._open.set()

    def __call__(self, *arguments: Any) -> Any:
        self.began.set()
        time.sleep(_PAUSE)
        self._rows += 1
        if self._rows > _ROWS:
            self._open.wait(_PATIENCE)
        return self._feature_of(*arguments)
