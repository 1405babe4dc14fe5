"""The foot of the dock: what to do with the images shown, and how large they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ....translation import tr
from .image_actions import ImageActions
from .limits.flow_layout import FlowLayout
from .number_text import count, size
from .sizes import Size
from .widgets import tool_button


class ActionBar(QWidget):
    """Buttons for the rows that `rows` gives: the selected ones, else all that are shown."""

    def __init__(self, actions: ImageActions, rows: Callable[[], Sequence[int]]) -> None:
        super().__init__()
        self._actions = actions
        self._rows = rows
        self._buttons: list[QToolButton] = []
        actions.sizes.known.connect(self._show_size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._size_row())
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for each in self._make_buttons():
            flow.addWidget(each)
        column.addWidget(buttons)

    def show_count(self, number: int) -> None:
        """Says how many images the buttons are for."""
        for button in self._buttons:
            button.setEnabled(number > 0)
            button.setToolTip(f"{button.property('tip')} ({count(number)})")
        self._sizes.hide()
        self._actions.sizes.stop()

    def _make_buttons(self) -> list[QToolButton]:
        open_for = self._actions.open_for
        for name, text, tip, slot in (
            (
                *("ardFinderAdd", tr("Add to map")),
                tr("Shows the images, streamed from their server"),
                lambda: self._actions.add(self._rows()),
            ),
            (
                *("ardFinderDownload", tr("Download…")),
                tr("Says how large the images are, then downloads them"),
                self._ask_size,
            ),
            (
                *("ardFinderManifest", tr("Manifest…")),
                tr("Writes an rclone manifest of the images"),
                lambda: open_for("ard:manifest", self._rows()),
            ),
            (
                *("ardFinderSelect", tr("Select")),
                tr("Selects the footprints in the layer"),
                lambda: self._actions.select(self._rows()),
            ),
        ):
            button = tool_button(name, tip, text=text)
            button.setProperty("tip", tip)
            button.clicked.connect(lambda _, slot=slot: slot())
            self._buttons.append(button)
        return self._buttons

    def _size_row(self) -> QWidget:
        self._sizes = QWidget()
        line = QHBoxLayout(self._sizes)
        line.setContentsMargins(0, 0, 0, 0)
        self._size = QLabel()
        self._size.setObjectName("ardFinderSize")
        self._size.setWordWrap(True)
        self._go = QPushButton(tr("Choose folder…"))
        self._go.setObjectName("ardFinderDownloadGo")
        self._go.clicked.connect(lambda _: self._download())
        line.addWidget(self._size, 1)
        line.addWidget(self._go)
        self._sizes.hide()
        return self._sizes

    def _ask_size(self) -> None:
        rows = self._rows()
        self._show_size(Size(len(rows), waiting=len(rows)))
        self._sizes.show()
        self._actions.ask_sizes(rows)

    def _show_size(self, known: Size) -> None:
        text = tr("Images: {count}, {size}")
        self._size.setText(text.format(count=count(known.images), size=_size_text(known)))

    def _download(self) -> None:
        self._sizes.hide()
        self._actions.sizes.stop()
        self._actions.open_for("ard:download", self._rows())


def _size_text(known: Size) -> str:
    """Returns how large images are as far as that is known: all of them, or at least so much."""
    if known.waiting:
        return f"≥ {size(known.octets)} …" if known.octets else "…"
    if known.unknown == known.images:
        return tr("size unknown")
    return f"≥ {size(known.octets)}" if known.unknown else size(known.octets)
