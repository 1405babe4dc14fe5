"""An HTTP server for one image that is as particular as some are: signatures, no HEAD.

with image_server(path.read_bytes()) as (root, asked):
    ... f"{root}/plain/a.tif", f"{root}/signed/a.tif?{SIGNATURE}", f"{root}/head403/a.tif" ...
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

SIGNATURE = "X-Amz-Expires=60&X-Amz-Signature=a%2Fb%2Bc%3D"
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
    return 200


@contextmanager
def image_server(image: bytes, *names: str) -> Iterator[tuple[str, list[str]]]:
    """Serves an image under some names in each folder; gives the root and what was asked for."""
    asked: list[str] = []
    known = {"a.tif", *names}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(f"{self.command} {self.path}")
            status, part = _status(self.command, self.path, known), b""
            self.send_response(206 if status == 200 and self.headers["Range"] else status)
            if status == 200:
                part = self._part()
            self.send_header("Content-Length", str(len(part)))
            self.end_headers()
            if self.command == "GET":
                with suppress(OSError):
                    self.wfile.write(part)

        do_HEAD = do_GET  # noqa: N815

        def _part(self) -> bytes:
            self.send_header("Accept-Ranges", "bytes")
            found = _RANGE.match(self.headers["Range"] or "")
            if not found:
                return image
            start, end = int(found[1]), min(int(found[2] or len(image)), len(image) - 1)
            self.send_header("Content-Range", f"bytes {start}-{end}/{len(image)}")
            return image[start : end + 1]

        def log_message(self, *_: object) -> None:
            """Keeps quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
