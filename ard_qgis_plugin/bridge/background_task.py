"""Work beside the interface that can be dropped at any time."""

from __future__ import annotations

from typing import TypeVar

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip

_Task = TypeVar("_Task", bound="BackgroundTask")


class BackgroundTask(QgsTask):
    """One piece of work for a thread of its own; its `run` ends soon where it `is_dropped`.

    It is dropped, not cancelled: QGIS deletes a task that is cancelled before it runs, though a
    thread may be about to run it, and crashes. A dropped one runs, ends at once and says nothing.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._is_dropped = False

    def drop(self) -> None:
        """Has it end soon; QGIS may have deleted it by now."""
        self._is_dropped = True

    @property
    def is_dropped(self) -> bool:
        """Says whether nobody waits for it any more; the user may have cancelled it too."""
        return self._is_dropped or sip.isdeleted(self) or self.isCanceled()


def start(task: _Task) -> _Task:
    """Has QGIS run a task beside the interface; returns it."""
    QgsApplication.taskManager().addTask(task)
    return task


def drop(task: BackgroundTask | None) -> None:
    """Drops a task, if there is one."""
    if task is not None:
        task.drop()
