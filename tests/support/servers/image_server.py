"""An HTTP server for one file that is as particular as some are: signatures, no HEAD.

with image_server(path.read_bytes()) as (root, asked):
    ... f"{root}/plain/a.tif", f"{root}/signed/a.tif?{SIGNATURE}", f"{root}/head403/a.tif" ...
with file_server(path, "a.gpkg", tls=authority.server_context()) as server:
    ... server.root, server.asked, server.sent, server.ends_after ...
"""

from __future__ import annotations

import math
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

SIGNATURE = "X-Amz-Expires=60&X-Amz-Signature=a%2Fb%2Bc%3D"
OK = 200
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


def _status(method: str, target: str, names: set[str]) -> int:
    """Returns what a request meets: 200 where it gets the image."""
    parts = urlsplit(target)
    _, kind, *name = unquote(parts.path).split("/")
    if "/".join(name) not in names:
        return 404
    if kind == "signed" and (method != "GET" or parts.query != SIGNATURE):
        return 403
    if kind.startswith("head") and method == "HEAD":
        return int(kind.removeprefix("head"))
    return OK


@dataclass
class FileServer:
    """A server of one file: its address, what was asked for, and how many bytes of ranges.

    Behind so many requests as `ends_after` says it answers 404 alone.
    """

    path: Path
    names: set[str]
    root: str = ""
    asked: list[str] = field(default_factory=list)
    ranges: list[int] = field(default_factory=list)
    ends_after: float = math.inf

    @property
    def port(self) -> int:
        """Returns its port."""
        return int(self.root.rpartition(":")[2])

    def answer(self, method: str, target: str, wanted: str | None) -> tuple[int, bytes, str]:
        """Returns status, body and the range that it is, "" for all."""
        self.asked.append(f"{method} {target}")
        status = _status(method, target, self.names) if len(self.asked) <= self.ends_after else 404
        if status != OK:
            return status, b"", ""
        whole = self.path.read_bytes()
        found = _RANGE.match(wanted or "")
        if not found:
            return status, whole, ""
        start, end = int(found[1]), min(int(found[2] or len(whole)), len(whole) - 1)
        self.ranges.append(end + 1 - start)
        return 206, whole[start : end + 1], f"bytes {start}-{end}/{len(whole)}"


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Keeps quiet where GDAL has closed a connection."""


@contextmanager
def image_server(image: bytes, *names: str) -> Iterator[tuple[str, list[str]]]:
    """Serves an image under some names in each folder; gives the root and what was asked for."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.tif")
        path.write_bytes(image)
        with file_server(path, "a.tif", *names) as server:
            yield server.root, server.asked


@contextmanager
def file_server(path: Path, *names: str, tls: ssl.SSLContext | None = None) -> Iterator[FileServer]:
    """Serves a file, as it is at the time, under some names in each folder."""
    files = FileServer(path, set(names))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, part, place = files.answer(self.command, self.path, self.headers["Range"])
            self.send_response(status)
            self.send_header("Accept-Ranges", "bytes")
            if place:
                self.send_header("Content-Range", place)
            self.send_header("Content-Length", str(len(part)))
            self.end_headers()
            if self.command == "GET":
                with suppress(OSError):
                    self.wfile.write(part)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Keeps quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    files.root = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    try:
        yield files
    finally:
        server.shutdown()
        server.server_close()
