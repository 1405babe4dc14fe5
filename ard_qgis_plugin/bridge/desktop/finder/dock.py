"""The dock “Planetary ARD”: its parts, one under the other, and what connects them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ....core.choice.quantities import INCIDENCE
from ....translation import tr
from ...inputs.last_search import last_search
from ..feature_actions import OpenDialog
from ..transform_warnings import dismiss_transform_bars
from .action_bar import ActionBar
from .count_line import CountLine, EmptyNotice
from .image_actions import ImageActions
from .images.pictures import Pictures
from .images.thumbnails import Thumbnails
from .images.view import ImageList
from .layer.chooser import Chooser
from .layer.layer_watch import Follower
from .limits.more_limits import MoreLimits
from .limits.range_control import RangeControl
from .list_bar import ListBar
from .map.blink import Blink
from .map.link import MapLink
from .map.point import PlaceLooks, PointTool
from .number_text import count, number
from .related_images import RelatedImages
from .search.result import is_result
from .search.search import Search
from .search.search_box import SearchBox
from .search.search_history import load_limits, remember_limits
from .widgets import Notice, Scrolled

NAME = "ardFinderDock"
_MARGIN = 8


class FinderDock(QgsDockWidget):
    """Everything of the dock; `end` lets go of QGIS before it is deleted."""

    def __init__(self, iface: QgisInterface, open_dialog: OpenDialog) -> None:
        super().__init__("Planetary ARD", iface.mainWindow())
        self.setObjectName(NAME)
        self._iface = iface
        self._canvas = canvas = iface.mapCanvas()
        self.chooser = chooser = Chooser()
        self.thumbnails = Thumbnails()
        self._pictures = Pictures(chooser, self.thumbnails)
        self.search = Search(canvas, self)
        self._link = MapLink(canvas, chooser, self)
        self._blink = Blink(chooser, self)
        self._looks = PlaceLooks(canvas, chooser, self)
        self._tool = PointTool(canvas, chooser)
        self._related = RelatedImages(chooser, self)
        self._actions = ImageActions(canvas, chooser, open_dialog, self)
        self._follower = Follower(iface, self)
        self._make_parts()
        self._lay_out()
        self._box.dialog_wanted.connect(lambda: open_dialog("ard:search", last_search()))
        self._connect_search()
        self._connect_list()
        self._connect_place()
        self._follower.followed.connect(self._follow)
        chooser.choice_changed.connect(self._count_rows)
        chooser.settled.connect(lambda: remember_limits(chooser.choice.limits))
        self.visibilityChanged.connect(self._rest_if_hidden)
        self._show_body()
        self._follower.begin()

    def end(self) -> None:
        """Lets go of QGIS; layers stay as they are."""
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
        self._canvas.mapToolSet.disconnect(self._note_tool)
        self._pictures.stop()
        self.thumbnails.tidy()
        self._blink.stop()
        self._looks.forget()
        self._related.stop()
        self._actions.end()
        self._link.end()
        self.search.end()
        self._box.end()
        self._follower.end()
        self.chooser.let_go()

    def rows(self) -> Sequence[int]:
        """Returns what the buttons are for: all rows shown, or those selected if several are."""
        shown = self.chooser.shown_rows().tolist()
        selected = set(self.list.selected_rows())
        chosen = [row for row in shown if row in selected]
        return chosen if len(chosen) > 1 else shown

    def _make_parts(self) -> None:
        self._box = SearchBox(self.search)
        self._count_line = CountLine(self.chooser)
        self.incidence = RangeControl(INCIDENCE, self.chooser)
        self.more = MoreLimits(self.chooser)
        self._bar = ListBar(self.chooser)
        self.list = ImageList(self.chooser, self._pictures)
        self._action_bar = ActionBar(self._actions, self.rows)
        self._notice = Notice()
        self._hint = QLabel(
            tr("Press Search for images of what the map shows, or choose a layer of footprints.")
        )
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._count_line)
        body.addWidget(EmptyNotice(self.chooser))
        for part in (self.incidence, self.more, self._bar):
            body.addWidget(part)
        body.addWidget(self.list, 1)
        body.addWidget(self._action_bar)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._box)
        column.addWidget(self._notice)
        column.addWidget(rule)
        column.addWidget(self._body, 1)
        column.addWidget(self._hint, 1)
        self.setWidget(Scrolled(inside))

    def _connect_search(self) -> None:
        self.search.begun.connect(lambda: self._notice.say(""))
        self.search.ended.connect(self._notice.say)
        self.search.found.connect(self._iface.setActiveLayer)
        self._blink.about_to_show.connect(lambda: dismiss_transform_bars(self._iface))
        for part in (self._actions, self._blink, self._looks, self._related, self.chooser):
            part.said.connect(self._notice.say)

    def _connect_list(self) -> None:
        self.list.hovered.connect(self._link.highlight)
        self.list.chosen.connect(self._select)
        self.list.opened.connect(self._open)
        self.list.stepped.connect(self._show_image)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._link.pointed.connect(self._point_out)
        self._link.selected.connect(self.list.select_from_layer)
        self._count_line.reset.connect(self._reset)

    def _connect_place(self) -> None:
        self._bar.point.toggled.connect(self._use_tool)
        self._canvas.mapToolSet.connect(self._note_tool)
        self._tool.picked.connect(self._looks.look)
        self._looks.found.connect(self._show_place)
        self._bar.everywhere.connect(self._list_all)
        related, row = self._related, self.list.current_row
        self._bar.like.connect(lambda: related.list_like(row()))
        self._bar.elsewhere.connect(lambda: related.list_elsewhere(row()))
        self._bar.partners.connect(lambda: related.list_partners(row()))
        related.narrowed.connect(self._say_related)

    def _follow(self, layer: QgsVectorLayer | None) -> None:
        """Goes to another layer; a search's gets the limits that are set, or were set last."""
        self._notice.say("")
        mine = self.chooser.choice.limits if self.chooser.layer is not None else load_limits()
        limits = dict(mine) if layer is not None and is_result(layer) else None
        self.chooser.follow(layer, limits)
        self._show_body()

    def _show_body(self) -> None:
        there = self.chooser.layer is not None
        self._body.setVisible(there)
        self._hint.setVisible(not there)

    def _count_rows(self) -> None:
        shown = self.chooser.choice.shown()
        chosen = [row for row in self.list.selected_rows() if row < len(shown) and shown[row]]
        self._action_bar.show_count(len(chosen) if len(chosen) > 1 else int(shown.sum()))

    def _select(self, rows: list[int]) -> None:
        self._link.select(rows)
        self._count_rows()

    def _open(self, row: int) -> None:
        """Adds one image; its footprint is not left selected, which QGIS draws over the image."""
        self.list.clearSelection()
        self._actions.add_one(row)

    def _point_out(self, row: int | None) -> None:
        if self.isVisible():
            self.list.point_out(row)
            self._link.highlight(row)

    def _show_image(self, row: int) -> None:
        self._link.highlight(row, filled=False)
        near = [row, *(self.list.neighbour(row, step) for step in (1, -1))]
        self._blink.show(list(dict.fromkeys(each for each in near if each is not None)))

    def _use_tool(self, on: bool) -> None:
        if on:
            self._canvas.setMapTool(self._tool)
            self._canvas.setFocus()
            self._notice.say(tr("Click on the map, or press Enter for the place in its middle."))
        elif self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)

    def _note_tool(self, *_tools: object) -> None:
        on = self._canvas.mapTool() is self._tool
        if self._bar.point.isChecked() and not on:
            self._notice.say("")
        self._bar.point.setChecked(on)

    def _show_place(self, lon: float, lat: float, found: int) -> None:
        north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
        place = f"{number(abs(lat), 2)}° {north}, {number(abs(lon), 2)}° {east}"
        text = tr("Images that see {place}: {count}. Incidence is given there; ← and → show each.")
        self._bar.say_narrowed(text.format(count=count(found), place=place))
        self._notice.say("")
        self.list.begin_anew()
        self.list.setFocus()

    def _say_related(self, text: str) -> None:
        self._looks.forget()  # it is not about a place any more
        self._bar.say_narrowed(text)

    def _list_all(self) -> None:
        self._notice.say("")
        self._looks.forget()
        self.chooser.narrow(None)

    def _reset(self) -> None:
        self._looks.forget()
        self.chooser.reset()

    def _open_menu(self, place: QPoint) -> None:
        menu = self._bar.light_menu(self.list)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _rest_if_hidden(self, visible: bool) -> None:
        """Does nothing on the map while nobody sees the dock."""
        self.search.pause(not visible)
        if not visible:
            self._link.highlight(None)
            self._use_tool(False)
