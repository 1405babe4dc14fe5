"""A button whose work may take its time, and the answer beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class ActionRow(QWidget):
    """A row of a form; the button is called `name`, the answer `name`Answer."""

    def __init__(self, name: str, title: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._button = QPushButton(title)
        self._button.setObjectName(name)
        self._button.clicked.connect(lambda _: on_click())
        self._answer = QLabel()
        self._answer.setObjectName(f"{name}Answer")
        self._answer.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._answer, 1)

    @property
    def is_busy(self) -> bool:
        """Says whether an answer is still waited for."""
        return not self._button.isEnabled()

    def ask(self, waiting: str, work: Callable[[], str]) -> None:
        """Shows what `work` returns, or the error it raises; it runs beside the dialog's thread."""
        self._button.setEnabled(False)
        self._answer.setText(waiting)
        self._task = QgsTask.fromFunction(self._button.text(), lambda _: work())
        self._task.taskCompleted.connect(self._tell)
        self._task.taskTerminated.connect(self._tell)
        QgsApplication.taskManager().addTask(self._task)

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the dialog was closed meanwhile
            self._answer.setText(self._task.returned_values or str(self._task.exception or ""))
            self._button.setEnabled(True)
