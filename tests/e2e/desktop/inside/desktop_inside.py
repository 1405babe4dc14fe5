"""Runs a scenario inside the real desktop; imported by QGIS's own Python, not by pytest.

A scenario is a generator over a Desk. It yields what it waits for as (text, condition); it goes on
when the condition holds. Dialogs that block can be open meanwhile: the clock runs in them too.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen
from qgis.PyQt.QtWidgets import QApplication, QDialog
from qgis.utils import iface

_TICK = 50  # ms
_keep = []  # what must live as long as QGIS does


class Desk:
    """What a scenario works with: pictures, facts, and what went wrong."""

    def __init__(self, folder):
        self.folder = folder
        self.facts = {}
        self.errors = []

    def picture(self, name, mark=None):
        """Saves the whole screen; `mark` is a widget to draw a ring around."""
        iface.messageBar().clearWidgets()  # QGIS misses a transform from any other body to Earth
        QgsApplication.processEvents()
        shot = QGuiApplication.primaryScreen().grabWindow(0)
        painter = QPainter(shot)
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():  # nobody draws frames here
                painter.setPen(QPen(QColor("#5a5f6b"), 2))
                painter.drawRect(_place(widget))
        if mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor("#e0007a"), 3))
            painter.drawRoundedRect(_place(mark).adjusted(-4, -4, 4, 4), 6, 6)
        painter.end()
        # six bits a colour: a smaller file, and no difference to see
        image = shot.toImage().convertToFormat(QImage.Format.Format_RGB666)
        image.convertToFormat(QImage.Format.Format_RGB888).save(str(self.folder / f"{name}.png"))

    def dialog(self, kind):
        """Returns the open dialog of that class name, or None."""
        for widget in QApplication.topLevelWidgets():
            if type(widget).__name__ == kind and widget.isVisible():
                return widget
        return None

    def later(self, slot):
        """Calls something that may block, without blocking the scenario."""
        QTimer.singleShot(0, slot)


class Clock:
    """A timer that moves a scenario on, step by step, and ends QGIS whatever happens."""

    def __init__(self, desk, scenario, timeout):
        self._desk = desk
        self._steps = _steps(scenario, desk)
        self._text, self._condition = "the start", lambda: True
        self._deadline = time.monotonic() + timeout
        self._timer = QTimer()
        self._timer.timeout.connect(self.tick)
        self._timer.start(_TICK)

    def tick(self):
        try:
            if self._condition():
                self._text, self._condition = next(self._steps)
            else:
                self._check_time()
        except StopIteration:
            self._end()
        except Exception:  # noqa: BLE001 (whatever it is, QGIS must end and say it)
            self._desk.errors.append(traceback.format_exc())
            self._desk.picture("error")
            self._end()

    def _check_time(self):
        if time.monotonic() > self._deadline:
            raise TimeoutError(f"waited in vain for: {self._text}")

    def _end(self):
        self._timer.stop()
        findings = {"facts": self._desk.facts, "errors": self._desk.errors}
        part = self._desk.folder / "findings.part"
        part.write_text(json.dumps(findings, default=str))
        part.rename(self._desk.folder / "findings.json")
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog):
                widget.close()
        QgsProject.instance().clear()  # or QGIS would ask whether to keep the temporary layers
        QTimer.singleShot(0, iface.actionExit().trigger)


def start(scenario, folder, timeout):
    """Starts "module:function" as soon as the desktop stands."""
    desk = Desk(Path(folder))

    def begin():
        # QGIS shows what slots raise in its message bar only; here it counts
        sys.excepthook = lambda *raised: desk.errors.append(
            "".join(traceback.format_exception(*raised))
        )
        _fill_screen(iface.mainWindow())
        _keep.append(Clock(desk, scenario, timeout))

    iface.initializationCompleted.connect(begin)


def _steps(scenario, desk):
    module, _, name = scenario.partition(":")
    yield from getattr(importlib.import_module(module), name)(desk)


def _place(widget):
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _fill_screen(window):
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    QgsApplication.processEvents()
