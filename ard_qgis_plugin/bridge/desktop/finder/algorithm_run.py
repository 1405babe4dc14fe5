"""One run of an algorithm beside the interface, without a dialog."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....translation import tr

_alive: set[AlgorithmRun] = set()
"""Runs under way: what a task refers to must live as long as it does."""


class _Feedback(QgsProcessingFeedback):
    """What an algorithm says, kept: its errors and warnings, in the order in which they came."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: ARG002, N803
        """Keeps an error."""
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:
        """Keeps a warning."""
        self.warnings.append(warning)


class AlgorithmRun(QObject):
    """One run, begun at once; `ended` comes in any case, on the main thread."""

    progressed = pyqtSignal(float)  # per cent
    ended = pyqtSignal(object)  # the run

    def __init__(self, algorithm: str, parameters: Mapping[str, Any]) -> None:
        super().__init__()
        self.results: dict[str, Any] = {}
        self.succeeded = self.is_cancelled = False
        self.feedback = _Feedback()
        self.feedback.progressChanged.connect(self.progressed)
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.context.setTransformContext(QgsProject.instance().transformContext())
        self.context.setFeedback(self.feedback)
        registry = QgsApplication.processingRegistry()
        self._algorithm = registry.createAlgorithmById(algorithm)
        self._parameters = dict(parameters)  # what they hold must live until it ends
        self._task = self._prepare(self._parameters)

    def start(self) -> None:
        """Begins; where the parameters can't be used it ends at once."""
        if self._task is None:
            self.ended.emit(self)
            return
        _alive.add(self)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Has it end soon; `ended` still comes."""
        self.is_cancelled = True
        self.feedback.cancel()

    @property
    def error(self) -> str:
        """Returns why it failed, nothing where it didn't."""
        if self.succeeded or self.is_cancelled:
            return ""
        said = map(_what_first, self.feedback.errors)
        return "\n".join(said) or tr("It failed; QGIS's log says why.")

    @property
    def warnings(self) -> list[str]:
        """Returns what it warned of."""
        return self.feedback.warnings

    def _prepare(self, parameters: dict[str, Any]) -> QgsProcessingAlgRunnerTask | None:
        """Makes what runs beside the interface; None where it can't be run, and says why."""
        usable, why = self._check(parameters)
        if not usable or self._algorithm is None:
            self.feedback.errors.append(why)
            return None
        task = QgsProcessingAlgRunnerTask(self._algorithm, parameters, self.context, self.feedback)
        if task.isCanceled():  # by QGIS, which could not prepare it and would never run it
            return None
        task.executed.connect(self._end)
        return task

    def _check(self, parameters: dict[str, Any]) -> tuple[bool, str]:
        if self._algorithm is None:
            return False, tr("Planetary ARD's algorithms are not there: is Processing switched on?")
        usable, why = self._algorithm.canExecute()
        if not usable:
            return False, why
        return self._algorithm.checkParameterValues(parameters, self.context)

    def _end(self, succeeded: bool, results: dict[str, Any]) -> None:
        self.succeeded = succeeded and bool(results)
        self.results = results
        self.ended.emit(self)
        _alive.discard(self)


def _what_first(error: str) -> str:
    """Returns an error with what happened in its first line, where a traceback has it last."""
    lines = error.strip().splitlines()
    is_traceback = len(lines) > 1 and lines[0].startswith("Traceback")
    return "\n".join([lines[-1], *lines]) if is_traceback else error
