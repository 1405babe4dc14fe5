"""Runs ard:search in a QGIS of its own, parameters on stdin, and cancels it while it writes."""

from __future__ import annotations

import json
import sys
import time
from tempfile import TemporaryDirectory
from threading import Thread

from qgis.core import QgsProcessingFeedback

from ard_qgis_plugin.bridge.footprints import writer
from tests.bench.search.plugin import start_qgis
from tests.support.clock.stopwatch import Stopwatch
from tests.support.in_qgis.row_gate import RowGate

_MOMENT = 0.05  # seconds after the first row at which it is cancelled


class _Cancelling(Thread):
    """A thread that cancels the search once its first row is to be written."""

    def __init__(self, gate: RowGate) -> None:
        super().__init__(daemon=True)
        self.feedback = QgsProcessingFeedback(logFeedback=False)
        self.watch: Stopwatch
        self._gate = gate

    def run(self) -> None:
        """Waits for the row, and cancels."""
        self._gate.began.wait()
        time.sleep(_MOMENT)
        self.watch = Stopwatch()
        self.feedback.cancel()
        self._gate.open()


def main() -> None:
    """Prints the results, and how long after the cancelling it ended."""
    with TemporaryDirectory() as profile:
        start_qgis(profile)
        from qgis import processing  # noqa: PLC0415 (not before QGIS runs)

        writer.feature_of = gate = RowGate()
        cancelling = _Cancelling(gate)
        cancelling.start()
        results = processing.run("ard:search", json.load(sys.stdin), feedback=cancelling.feedback)
        seconds = cancelling.watch.seconds()
    print(json.dumps({"results": results, "seconds": seconds}))


if __name__ == "__main__":
    main()
