"""How large the images are, asked of their servers before a download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .requests import failure, network, request_of

_AT_ONCE = 8
_MOST = 500  # images that are asked about; more is more than one wants to wait for


@dataclass(frozen=True, slots=True)
class Size:
    """What is known of so many images: bytes of those that a server told, and how many it didn't.

    `waiting` are still to be asked.
    """

    images: int
    octets: int = 0
    unknown: int = 0
    waiting: int = 0


class Sizes(QObject):
    """One question about some images at a time; `known` comes again as answers come in."""

    known = pyqtSignal(object)  # Size

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[str] = []
        self._replies: set[QNetworkReply] = set()
        self._size = Size(0)

    def ask(self, urls: Sequence[str]) -> None:
        """Asks about the images at some addresses; an empty one counts as unknown."""
        self.stop()
        asked = [url for url in urls[:_MOST] if url.startswith(("http://", "https://"))]
        self._queue = asked[::-1]
        self._size = Size(len(urls), unknown=len(urls) - len(asked))
        self._ask_next()

    def stop(self) -> None:
        """Drops the question."""
        self._queue = []
        replies, self._replies = self._replies, set()
        for reply in replies:
            reply.abort()

    def _ask_next(self) -> None:
        while self._queue and len(self._replies) < _AT_ONCE:
            reply = network().head(request_of(self._queue.pop()))
            self._replies.add(reply)
            reply.finished.connect(lambda reply=reply: self._take(reply))
        self._tell()

    def _take(self, reply: QNetworkReply) -> None:
        reply.deleteLater()
        if reply not in self._replies:  # of an earlier question
            return
        self._replies.discard(reply)
        length = reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
        good = failure(reply) == QNetworkReply.NetworkError.NoError and length is not None
        octets, unknown = self._size.octets, self._size.unknown
        self._size = Size(
            self._size.images, octets + int(length) if good else octets, unknown + (not good)
        )
        self._ask_next()

    def _tell(self) -> None:
        size = self._size
        waiting = len(self._queue) + len(self._replies)
        self.known.emit(Size(size.images, size.octets, size.unknown, waiting))
