"""Runs ard:search in a QGIS of its own, parameters on stdin, and cancels it while it writes."""

from __future__ import annotations

import json
import sys
import time
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from qgis.core import QgsProcessingFeedback

from ard_qgis_plugin.bridge.footprints import writer
from tests.bench.search.plugin import start_qgis
from tests.support.clock.stopwatch import Stopwatch

_MOMENT = 0.05  # seconds after the first row at which it is cancelled
_PAUSE = 0.001  # seconds before each row, so that it does not end before


class _Cancelling:
    """The plugin's features, of which the first ones have the search cancelled."""

    def __init__(self) -> None:
        self.feedback = QgsProcessingFeedback(logFeedback=False)
        self.is_begun = False
        self.watch: Stopwatch
        self._feature_of = writer.feature_of

    def __call__(self, *arguments: Any) -> Any:
        if not self.is_begun:
            self.is_begun = True
            Timer(_MOMENT, self._cancel).start()
        time.sleep(_PAUSE)
        return self._feature_of(*arguments)

    def _cancel(self) -> None:
        self.watch = Stopwatch()
        self.feedback.cancel()


def main() -> None:
    """Prints the results, and how long after the cancelling it ended."""
    with TemporaryDirectory() as profile:
        start_qgis(profile)
        from qgis import processing  # noqa: PLC0415 (not before QGIS runs)

        writer.feature_of = cancelling = _Cancelling()
        results = processing.run("ard:search", json.load(sys.stdin), feedback=cancelling.feedback)
        seconds = cancelling.watch.seconds()
    print(json.dumps({"results": results, "seconds": seconds}))


if __name__ == "__main__":
    main()
