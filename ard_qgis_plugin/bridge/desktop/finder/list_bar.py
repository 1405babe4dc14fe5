"""The line over the list: its order, and what narrows it to a place or a light."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....core.choice.order import Order
from ....translation import tr
from .layer.chooser import Chooser
from .widgets import keep_from_wheel, tool_button

_HIGHEST = 180.0  # degrees
_LETTERS = 8  # of an order, where room is short


class ListBar(QWidget):
    """Order, point tool, light; and, where the list is narrowed, to what, with a button to undo."""

    like = pyqtSignal()
    elsewhere = pyqtSignal()
    partners = pyqtSignal()
    everywhere = pyqtSignal()

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self._chooser = chooser
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        self._make_order(line)
        self.point = tool_button(
            "ardFinderPoint",
            tr("Click on the map: which images see that place, and in what light"),
            text=tr("At a point"),
            icon="/mActionIdentify.svg",
        )
        self.point.setCheckable(True)
        self.light = tool_button(
            "ardFinderLight",
            tr("Images lit like the current one, lit from elsewhere, or in stereo with it"),
            text=tr("Light"),
        )
        self.light.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.light.setMenu(self.light_menu(self.light))
        for button in (self.point, self.light):
            line.addWidget(button)
        column.addLayout(line)
        column.addWidget(self._narrowed_line())
        chooser.choice_changed.connect(self._follow)

    def light_menu(self, parent: QWidget) -> QMenu:
        """Makes the menu of what other images can be asked for by the current one."""
        menu = QMenu(parent)
        for name, text, signal in (
            ("ardFinderLike", tr("Lit like this one"), self.like),
            ("ardFinderElsewhere", tr("Lit from elsewhere"), self.elsewhere),
            ("ardFinderPartners", tr("Stereo partners of this image"), self.partners),
        ):
            action = QAction(text, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, it=signal: it.emit())
            menu.addAction(action)
        return menu

    def say_narrowed(self, text: str) -> None:
        """Says to what the list is narrowed."""
        self._narrowed.setText(text)

    def _make_order(self, line: QHBoxLayout) -> None:
        self._order = QComboBox()
        self._order.setObjectName("ardFinderSort")
        self._order.setAccessibleName(tr("Order of the list"))
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._order.setSizeAdjustPolicy(adjust)
        self._order.setMinimumContentsLength(_LETTERS)
        for order, text in _orders().items():
            self._order.addItem(text, order.value)
        self._wanted = QDoubleSpinBox()
        self._wanted.setObjectName("ardFinderWanted")
        self._wanted.setAccessibleName(tr("Incidence that is wanted"))
        self._wanted.setRange(0.0, _HIGHEST)
        self._wanted.setDecimals(0)
        self._wanted.setSuffix("°")
        self._wanted.setKeyboardTracking(False)
        self._wanted.setValue(self._chooser.wanted)
        self._order.currentIndexChanged.connect(lambda _: self._sort())
        self._wanted.valueChanged.connect(lambda _: self._sort())
        line.addWidget(self._order, 1)
        line.addWidget(self._wanted)
        for box in (self._order, self._wanted):
            keep_from_wheel(box)

    def _narrowed_line(self) -> QWidget:
        self._strip = QWidget()
        line = QHBoxLayout(self._strip)
        line.setContentsMargins(0, 0, 0, 0)
        self._narrowed = QLabel()
        self._narrowed.setObjectName("ardFinderNarrowed")
        self._narrowed.setWordWrap(True)
        tip = tr("List all images again")
        undo = tool_button("ardFinderEverywhere", tip, icon="/mIconClearText.svg")
        undo.clicked.connect(lambda _: self.everywhere.emit())
        line.addWidget(self._narrowed, 1)
        line.addWidget(undo)
        self._strip.hide()
        return self._strip

    def _sort(self) -> None:
        order = Order(self._order.currentData())
        self._wanted.setVisible(order is Order.NEAREST)
        self._chooser.sort(order, self._wanted.value())

    def _follow(self) -> None:
        self._strip.setVisible(self._chooser.choice.among is not None)
        with QSignalBlocker(self._order):
            self._order.setCurrentIndex(self._order.findData(self._chooser.order.value))


def _orders() -> dict[Order, str]:
    return {
        Order.NEAREST: tr("Nearest to"),
        Order.LOW_SUN: tr("Low sun first"),
        Order.HIGH_SUN: tr("High sun first"),
        Order.COVERAGE: tr("Largest coverage first"),
        Order.RESOLUTION: tr("Finest resolution first"),
        Order.NEWEST: tr("Newest first"),
        Order.OLDEST: tr("Oldest first"),
    }
