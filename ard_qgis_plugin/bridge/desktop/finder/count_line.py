"""The line that is always in sight: how many images are shown, of how many, of which layer."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ....translation import tr
from .layer.chooser import Chooser
from .number_text import count
from .widgets import Notice

_LARGER = 1.35
_PADDING = 12  # pixels, that a theme may put about a label


class _Name(QLabel):
    """A name in one line, as much of it as there is room for; all of it in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_name(self, name: str) -> None:
        """Shows another name."""
        self._whole = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the name anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, self.width() - _PADDING))


class CountLine(QWidget):
    """“11 of 36”, the layer's name, and *Reset*."""

    reset = pyqtSignal()

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self._chooser = chooser
        self._count = QLabel()
        self._count.setObjectName("ardFinderCount")
        large = QFont(self._count.font())
        large.setPointSizeF(large.pointSizeF() * _LARGER)
        large.setBold(True)
        self._count.setFont(large)
        self._name = _Name()
        self._name.setObjectName("ardFinderLayer")
        self._button = QPushButton(tr("Reset"))
        self._button.setObjectName("ardFinderReset")
        self._button.setToolTip(tr("Takes all limits away"))
        self._button.clicked.connect(lambda _: self.reset.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._count)
        line.addWidget(self._name, 1)
        line.addWidget(self._button)
        chooser.choice_changed.connect(self._follow)
        chooser.layer_changed.connect(self._name_layer)

    def _follow(self) -> None:
        choice = self._chooser.choice
        shown, every = int(choice.shown().sum()), len(self._chooser.columns)
        self._count.setText(tr("{shown} of {all}").format(shown=count(shown), all=count(every)))
        self._button.setEnabled(bool(choice.limits) or choice.among is not None)

    def _name_layer(self) -> None:
        layer = self._chooser.layer
        if layer is not None:
            layer.nameChanged.connect(self._show_name)
        self._show_name()

    def _show_name(self) -> None:
        layer = self._chooser.layer
        self._name.show_name(layer.name() if layer is not None else "")


class EmptyNotice(Notice):
    """The line under the count of a layer that has been read and gave nothing: why that may be."""

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self.setObjectName("ardFinderEmpty")
        self._chooser = chooser
        chooser.layer_changed.connect(lambda: self.say(""))
        chooser.columns_changed.connect(self._look)

    def _look(self) -> None:
        layer = self._chooser.layer
        text = tr("Nothing can be read of it. Is its filter too narrow, or its file gone?")
        if layer is not None and layer.providerType() == "memory" and not layer.subsetString():
            text = tr("It is a temporary layer, which QGIS does not save: search again.")
        self.say("" if len(self._chooser.columns) else text)
