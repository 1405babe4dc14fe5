"""Thumbnails over the network: a few at once, those in sight only, kept on the disk."""

from __future__ import annotations

import hashlib
import os
import time
from collections import OrderedDict
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage, QImageReader, QPixmap
from qgis.PyQt.QtNetwork import QNetworkReply

from ..requests import failure, network, request_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SIDE = 128  # pixels of the tiles that are kept
_AT_ONCE = 6
_IN_MEMORY = 600
_ON_DISK = 40_000_000  # bytes, some 10,000 tiles
_LARGEST = 20_000_000  # bytes of a thumbnail that is worth waiting for
_BETWEEN = 1000  # new tiles between two looks at how many there are
_PAUSE = 60.0  # seconds until a broken one is tried again


class Thumbnails(QObject):
    """The thumbnails of a list: `want` those in sight, `ready` says that one is there or broken."""

    ready = pyqtSignal(str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or Path(
            QgsApplication.qgisSettingsDirPath(), "planetary_ard", "thumbnails"
        )
        self._tiles: OrderedDict[str, QPixmap] = OrderedDict()
        self._broken: dict[str, float] = {}
        self._queue: list[str] = []
        self._replies: dict[str, QNetworkReply] = {}
        self._stored = 0

    def tile(self, url: str) -> QPixmap | None:
        """Returns a thumbnail as a square tile, None where it is not there (yet)."""
        if url in self._tiles:
            self._tiles.move_to_end(url)
        return self._tiles.get(url)

    def is_broken(self, url: str) -> bool:
        """Says whether a thumbnail can't be had."""
        return not _is_web(url) or url in self._broken

    def want(self, urls: Sequence[str]) -> None:
        """Loads those in sight, from top to bottom; what waited and is out of sight is dropped."""
        now = time.monotonic()
        for url in [url for url, since in self._broken.items() if now - since > _PAUSE]:
            del self._broken[url]
        self._queue = [url for url in dict.fromkeys(urls) if self._is_missing(url)]
        for url in [url for url in self._replies if url not in urls]:
            self._replies[url].abort()
        self._load_next()

    def stop(self) -> None:
        """Drops all that is under way."""
        self.want([])

    def _is_missing(self, url: str) -> bool:
        return url not in self._tiles and url not in self._replies and not self.is_broken(url)

    def _load_next(self) -> None:
        while self._queue and len(self._replies) < _AT_ONCE:
            url = self._queue.pop(0)
            if not self._load_kept(url):
                self._ask(url)

    def _load_kept(self, url: str) -> bool:
        path = self._path(url)
        tile = QPixmap(str(path)) if path.is_file() else QPixmap()
        if tile.isNull():
            return False
        os.utime(path)  # the oldest in use are the first to go
        self._keep(url, tile)
        return True

    def _ask(self, url: str) -> None:
        reply = network().get(request_of(url))
        self._replies[url] = reply
        reply.downloadProgress.connect(lambda done, _all: _stop_if_large(reply, done))
        reply.finished.connect(lambda: self._take(url, reply))

    def _take(self, url: str, reply: QNetworkReply) -> None:
        self._replies.pop(url, None)
        reply.deleteLater()
        error = failure(reply)
        if error != QNetworkReply.NetworkError.OperationCanceledError:
            good = error == QNetworkReply.NetworkError.NoError
            image = _tile(reply.readAll()) if good else QImage()
            if image.isNull():
                self._broken[url] = time.monotonic()
                self.ready.emit(url)
            else:
                self._store(url, image)
                self._keep(url, QPixmap.fromImage(image))
        self._load_next()

    def _keep(self, url: str, tile: QPixmap) -> None:
        self._tiles[url] = tile
        while len(self._tiles) > _IN_MEMORY:
            self._tiles.popitem(last=False)
        self.ready.emit(url)

    def _path(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.jpg"

    def _store(self, url: str, image: QImage) -> None:
        path = self._path(url)
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if image.save(str(part), "JPG", 85):
                part.replace(path)
                self._stored += 1
        except OSError:  # a full disk costs no more than another download
            return
        if self._stored % _BETWEEN == 0:
            Thread(target=self.tidy, name="ard-thumbnails", daemon=True).start()

    def tidy(self) -> None:
        """Deletes the tiles that were not in use for longest, where there are too many."""
        try:
            files = [(each, each.stat()) for each in self._folder.iterdir()]
            size = sum(stat.st_size for _, stat in files)
            for path, stat in sorted(files, key=lambda each: each[1].st_mtime):
                if size <= _ON_DISK:
                    return
                path.unlink(missing_ok=True)
                size -= stat.st_size
        except OSError:
            return


def _stop_if_large(reply: QNetworkReply, done: int) -> None:
    if done > _LARGEST:
        reply.abort()


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _tile(data: QByteArray) -> QImage:
    """Returns the middle of an image as a square; a null image where it can't be read."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return image
    wanted = QSize(SIDE, SIDE)
    if not size.isValid():
        image = image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (image.width() - SIDE) // 2, (image.height() - SIDE) // 2
    return image.copy(left, top, SIDE, SIDE).convertToFormat(QImage.Format.Format_RGB32)
