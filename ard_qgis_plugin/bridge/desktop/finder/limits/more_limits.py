"""The other quantities: a row of buttons, each of which folds out a control."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QVBoxLayout, QWidget

from .....core.choice.quantities import INCIDENCE, QUANTITIES, Quantity
from .....translation import tr
from ..layer.chooser import Chooser
from ..number_text import names
from .flow_layout import FlowLayout
from .range_control import RangeControl

_DOT = "\N{BLACK CIRCLE}"


class MoreLimits(QWidget):
    """One button for each quantity but the incidence, with a dot where it limits."""

    def __init__(self, chooser: Chooser) -> None:
        super().__init__()
        self._chooser = chooser
        self._buttons: dict[str, QToolButton] = {}
        self._controls: dict[str, RangeControl] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QWidget()
        flow = FlowLayout(row)
        for quantity in QUANTITIES:
            if quantity is not INCIDENCE:
                flow.addWidget(self._button(quantity))
        self._column.addWidget(row)
        chooser.choice_changed.connect(self._mark)
        self._mark()

    def control(self, name: str) -> RangeControl | None:
        """Returns the control of a quantity, None where it has not been folded out yet."""
        return self._controls.get(name)

    def _button(self, quantity: Quantity) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"ardFinderFold_{quantity.name}")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(lambda on: self._fold(quantity, on))
        self._buttons[quantity.name] = button
        return button

    def _fold(self, quantity: Quantity, on: bool) -> None:
        if quantity.name not in self._controls:
            control = RangeControl(quantity, self._chooser)
            self._controls[quantity.name] = control
            order = [each.name for each in QUANTITIES if each.name in self._controls]
            self._column.insertWidget(1 + order.index(quantity.name), control)
        self._controls[quantity.name].setVisible(on)

    def _mark(self) -> None:
        titles = names()
        for name, button in self._buttons.items():
            limits = name in self._chooser.choice.limits
            text = f"{titles[name]} {_DOT}" if limits else titles[name]
            if button.text() != text:
                button.setText(text)
                spoken = tr("{name}, limits the list") if limits else "{name}"
                button.setAccessibleName(spoken.format(name=titles[name]))
                button.updateGeometry()
