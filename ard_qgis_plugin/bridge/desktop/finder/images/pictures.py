"""The thumbnails of the rows in sight: their addresses from the layer, then the network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QPixmap

from ..layer.chooser import Chooser
from ..layer.features_task import Reading
from .thumbnails import Thumbnails

_FIELD = "thumbnail_url"


class Pictures(QObject):
    """Thumbnails by row; `changed` says that some can be drawn now."""

    changed = pyqtSignal()

    def __init__(self, chooser: Chooser, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._chooser = chooser
        self._thumbnails = thumbnails
        self._urls: dict[int, str] = {}
        self._sight: list[int] = []
        self._reading = Reading()
        thumbnails.ready.connect(lambda _: self.changed.emit())
        chooser.columns_changed.connect(self._forget)

    def tile(self, row: int) -> QPixmap | None:
        """Returns the thumbnail of a row, None where it is not there (yet)."""
        return self._thumbnails.tile(self._url(row))

    def is_broken(self, row: int) -> bool:
        """Says whether the thumbnail of a row can't be had."""
        fid = int(self._chooser.columns.fids[row])
        return fid in self._urls and self._thumbnails.is_broken(self._urls[fid])

    def look_at(self, rows: Sequence[int]) -> None:
        """Loads what is in sight."""
        fids = self._chooser.columns.fids
        self._sight = [int(fids[row]) for row in rows]
        unknown = [row for row in rows if int(fids[row]) not in self._urls]
        self._reading.stop()
        layer = self._chooser.layer
        if layer is None or layer.fields().indexOf(_FIELD) < 0:
            self._urls.update((int(fids[row]), "") for row in unknown)
            unknown = []
        hidden = any(map(self._chooser.choice.is_left_out, unknown))
        task = self._chooser.features(unknown, [_FIELD], _url_of, hidden=hidden)
        if task is None or not unknown:
            self._want()
        else:
            self._reading.begin(task, self._take)

    def stop(self) -> None:
        """Drops all that is under way."""
        self._reading.stop()
        self._thumbnails.stop()

    def _take(self, found: dict[int, Any]) -> None:
        self._urls.update(found)
        self._want()

    def _want(self) -> None:
        urls = [self._urls.get(fid, "") for fid in self._sight]
        self._thumbnails.want([url for url in urls if url])
        self.changed.emit()

    def _url(self, row: int) -> str:
        return self._urls.get(int(self._chooser.columns.fids[row]), "")

    def _forget(self) -> None:
        self._urls.clear()


def _url_of(feature: QgsFeature) -> str:
    value = feature[_FIELD]
    return value if isinstance(value, str) else ""
