"""The page “Planetary ARD” in QGIS's options dialog: each setting, checked while it is typed."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeAlias

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from ...core.download.rclone_program import find_rclone
from ...core.model.errors import InputError
from ...settings import MOST_DAYS, MOST_LABELS, Settings, load_settings, save_settings
from ...translation import tr
from .action_row import ActionRow
from .label_cache_row import LabelCacheRow

PAGE = "planetaryArdOptions"
_Input: TypeAlias = "QSpinBox | QgsFileWidget | QLineEdit | QPlainTextEdit"
_RANGES = {"concurrency": (1, 256), "labels_kept": (0, MOST_LABELS), "index_days": (0, MOST_DAYS)}
_LINES = 4  # of a list that are seen at once


def described() -> dict[str, tuple[str, str]]:
    """Returns label and explanation of each setting, by its name in Settings."""
    return {
        "api_url": (
            tr("Catalogue address"),
            tr("Root of the STAC API that a search asks unless it names another."),
        ),
        "remote": (
            tr("rclone remote"),
            tr("What the lines of a manifest begin with; the file beside it defines it."),
        ),
        "concurrency": (
            tr("Labels read at the same time"),
            tr("How many connections a search opens, from 1 to 256."),
        ),
        "rclone": (
            tr("rclone program"),
            tr("Where rclone is; leave it empty to have it found."),
        ),
        "labels_kept": (
            tr("Labels kept for later searches"),
            tr("The angles of so many labels stay on the disk, 0 for none; 500,000 take 110 MB."),
        ),
        "indices": (
            tr("Indices"),
            tr(
                "Files (or zips, or web addresses) that ard:index made, one a line, searched first."
            ),
        ),
        "index_days": (
            tr("Days that an index is new"),
            tr("Where an index is as old as that, the catalogue is asked, if it can be."),
        ),
    }


class SettingsPageFactory(QgsOptionsWidgetFactory):
    """The maker of the page, each time the options dialog is opened."""

    def __init__(self, icon_path: str) -> None:
        super().__init__()
        self._icon_path = icon_path
        self.setTitle("Planetary ARD")

    def icon(self) -> QIcon:
        """Returns the icon in the dialog's list."""
        return QIcon(self._icon_path)

    def createWidget(self, parent: QWidget | None = None) -> SettingsPage:
        """Makes the page."""
        return SettingsPage(parent)


class SettingsPage(QgsOptionsPageWidget):
    """The page of the settings; a value that can't be used is marked and not stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._stored = load_settings()
        self._inputs: dict[str, _Input] = {}
        self._faults: dict[str, QLabel] = {}
        self._rclone = ActionRow("testRclone", tr("Test rclone"), self._test_rclone)
        below = {"rclone": self._rclone, "labels_kept": LabelCacheRow()}
        form = QFormLayout(self)
        texts = described()
        for one in fields(Settings):
            self._add_row(form, one.name, *texts[one.name])
            if one.name in below:
                form.addRow("", below[one.name])

    def apply(self) -> None:
        """Stores what can be used; a bad value leaves the stored one as it is."""
        good = {name: self._value(name) for name in self._inputs if not self._fault(name)}
        self._stored = replace(self._stored, **good)
        save_settings(self._stored)

    def isValid(self) -> bool:
        """Says whether all can be stored; QGIS asks before it closes the dialog."""
        return not any(self._fault(name) for name in self._inputs)

    def _test_rclone(self) -> None:
        path = self._value("rclone")
        self._rclone.ask(tr("Looking for rclone…"), lambda: _found(path))

    def _add_row(self, form: QFormLayout, name: str, label: str, tip: str) -> None:
        widget = _input(name, getattr(self._stored, name), lambda *_: self._mark(name))
        widget.setObjectName(name)
        widget.setToolTip(tip)
        fault = QLabel()
        fault.setObjectName(f"{name}Fault")
        fault.setStyleSheet("color: #c00000")
        fault.hide()
        self._inputs[name], self._faults[name] = widget, fault
        form.addRow(label, widget)
        form.addRow("", QLabel(tip))
        form.addRow("", fault)

    def _mark(self, name: str) -> None:
        fault = self._fault(name)
        self._faults[name].setText(fault)
        self._faults[name].setVisible(bool(fault))

    def _fault(self, name: str) -> str:
        """Returns what is wrong with what is typed, or nothing."""
        value = self._value(name)
        try:
            replace(self._stored, **{name: value})
        except InputError as error:
            return str(error)
        return ""

    def _value(self, name: str) -> Any:
        widget = self._inputs[name]
        if isinstance(widget, QSpinBox):
            return widget.value()
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        return widget.filePath() if isinstance(widget, QgsFileWidget) else widget.text()


def _input(name: str, value: Any, on_change: Callable[..., None]) -> _Input:
    if isinstance(value, int):
        number = QSpinBox()
        number.setRange(*_RANGES[name])
        number.setGroupSeparatorShown(True)
        number.setValue(value)
        number.valueChanged.connect(on_change)
        return number
    if isinstance(value, tuple):
        lines = QPlainTextEdit("\n".join(value))
        lines.setMaximumHeight((_LINES + 1) * lines.fontMetrics().lineSpacing())
        lines.textChanged.connect(on_change)
        return lines
    if name == "rclone":
        file = QgsFileWidget()
        file.setFilePath(value)
        file.fileChanged.connect(on_change)
        return file
    line = QLineEdit(value)
    line.textChanged.connect(on_change)
    return line


def _found(path: str) -> str:
    """Returns one sentence on the rclone that would be used; raises RcloneError."""
    program = find_rclone(path)
    version = ".".join(str(part) for part in program.version)
    return tr("rclone {version} at {path} can be used.").format(version=version, path=program.path)
