"""An algorithm in the background of this QGIS, as the desktop's dialog runs it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

_PATIENCE = 60  # seconds

_kept: list[object] = []  # what a task refers to lives until QGIS deletes the task


class Background:
    """A run of an algorithm; begins at once."""

    def __init__(
        self,
        algorithm: str,
        parameters: Mapping[str, Any],
        feedback: QgsProcessingFeedback | None = None,
    ) -> None:
        self.feedback = feedback or QgsProcessingFeedback(False)
        self._outcome: list[tuple[bool, dict[str, Any]]] = []
        instance = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        self._context = QgsProcessingContext()
        task = QgsProcessingAlgRunnerTask(instance, dict(parameters), self._context, self.feedback)
        task.executed.connect(lambda *outcome: self._outcome.append(outcome))
        _kept.extend((instance, self._context, task, self.feedback))
        QgsApplication.taskManager().addTask(task)

    @property
    def is_running(self) -> bool:
        """Says whether it has not ended."""
        return not self._outcome

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Lets QGIS work until something holds."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < deadline, "waited in vain"
            QgsApplication.processEvents()

    def results(self) -> dict[str, Any]:
        """Waits for the end and returns the outputs; there are none of a cancelled search."""
        self.wait_until(lambda: not self.is_running)
        ((_, results),) = self._outcome
        return results

    def to_load(self) -> list[str]:
        """Returns the layers that the desktop would load now."""
        return list(self._context.layersToLoadOnCompletion())
