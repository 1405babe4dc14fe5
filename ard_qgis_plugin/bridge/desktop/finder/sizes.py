"""How large the images are, asked before a download: of their servers, else of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ....core.manifest.file_size import file_size
from .requests import failure, network, request_of

_AT_ONCE = 8
MOST = 500  # images that are asked about; more is more than one wants to wait for


@dataclass(frozen=True, slots=True)
class Size:
    """What is known of so many images: bytes of those that a server told, and how many it didn't.

    `waiting` are still to be asked.
    """

    images: int
    octets: int = 0
    unknown: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image's address, and its item's in the catalogue; either may be empty."""

    url: str
    item: str = ""

    @property
    def has_address(self) -> bool:
        """Says whether anybody can be asked about it."""
        return bool(self.url) and (_is_web(self.url) or _is_web(self.item))


class Sizes(QObject):
    """One question about some images at a time; `known` comes again as answers come in."""

    known = pyqtSignal(object)  # Size

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[_Question] = []
        self._replies: set[QNetworkReply] = set()
        self._size = Size(0)

    def ask(self, files: Sequence[ImageFile], images: int) -> None:
        """Asks about the first files of so many images; the others count as unknown."""
        self.stop()
        asked = [_Question(file) for file in files[:MOST] if file.has_address]
        self._queue = asked[::-1]
        self._size = Size(images, unknown=images - len(asked))
        self._ask_next()

    def stop(self) -> None:
        """Drops the question."""
        self._queue = []
        replies, self._replies = self._replies, set()
        for reply in replies:
            reply.abort()

    def _ask_next(self) -> None:
        while self._queue and len(self._replies) < _AT_ONCE:
            question = self._queue.pop()
            reply = question.send()
            self._replies.add(reply)
            reply.finished.connect(lambda reply=reply, it=question: self._take(reply, it))
        self._tell()

    def _take(self, reply: QNetworkReply, question: _Question) -> None:
        reply.deleteLater()
        if reply not in self._replies:  # of an earlier question
            return
        self._replies.discard(reply)
        octets = question.answer(reply)
        if octets is not None:
            self._size = replace(self._size, octets=self._size.octets + octets)
        elif question.has_another_way(reply):
            self._queue.append(question)
        else:
            self._size = replace(self._size, unknown=self._size.unknown + 1)
        self._ask_next()

    def _tell(self) -> None:
        waiting = len(self._queue) + len(self._replies)
        self.known.emit(replace(self._size, waiting=waiting))


class _Question:
    """The question for one file: first its server is asked, then its item."""

    def __init__(self, file: ImageFile) -> None:
        self._file = file
        self._is_at_item = not _is_web(file.url)

    def send(self) -> QNetworkReply:
        """Asks, in the way that is next."""
        if self._is_at_item:
            return network().get(request_of(self._file.item))
        return network().head(request_of(self._file.url))

    def answer(self, reply: QNetworkReply) -> int | None:
        """Returns the bytes that a reply tells, None where it tells none."""
        if failure(reply) != QNetworkReply.NetworkError.NoError:
            return None
        if self._is_at_item:
            return file_size(bytes(reply.readAll().data()), self._file.url)
        length = reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
        return None if length is None else int(length)

    def has_another_way(self, reply: QNetworkReply) -> bool:
        """Goes over to the next way; says whether there is one: not for a missing file."""
        is_missing = failure(reply) == QNetworkReply.NetworkError.ContentNotFoundError
        if self._is_at_item or is_missing or not _is_web(self._file.item):
            return False
        self._is_at_item = True
        return True


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))
