"""A real S3 server on loopback, and what can be put in its way."""

from __future__ import annotations

import http.client
import re
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sample.servers import running

OLD = Path("/usr/bin/rclone")
NEW = Path(sys.executable).with_name("rclone")
BUCKET = "astrogeo-ard"


@contextmanager
def s3_server(root: Path, *options: str) -> Iterator[str]:
    """Serves the folders of `root` as buckets, anonymously, until the block ends."""

    def command(port: int) -> list[str]:
        return [str(NEW), "serve", "s3", "--addr", f"127.0.0.1:{port}", *options, str(root)]

    with (
        TemporaryDirectory() as logs,
        # asked to end, it would wait for connections that hang
        running(command, Path(logs) / "s3.log", patience=0.0) as address,
    ):
        yield address


class LoggedS3:
    """A bucket on a server, and what the server's own log says of its keys."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.bucket = folder / "s3" / BUCKET
        self.log = folder / "s3.log"
        self.address = ""
        put(self.bucket, files)

    def requests(self, verb: str) -> Counter[str]:
        """Returns how often each key was asked for by GET or HEAD."""
        mark = re.compile(rf"{verb} OBJECT (?:Bucket: )?{BUCKET} (?:Object: )?(.*)")
        return Counter(mark.findall(self.log.read_text()))


@contextmanager
def logged_s3_server(folder: Path, files: dict[str, bytes]) -> Iterator[LoggedS3]:
    """Serves files from a bucket below `folder`, until the block ends."""
    server = LoggedS3(folder, files)
    options = ("-vv", f"--log-file={server.log}", "--dir-cache-time=0s")
    with s3_server(server.bucket.parent, *options) as server.address:
        yield server


def put(root: Path, files: dict[str, bytes]) -> None:
    """Writes files below a folder."""
    for key, content in files.items():
        path = root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def in_front(
    server: str, refuse: Callable[[str], int | None] = lambda _: None, delay: float = 0.0
) -> Iterator[tuple[str, ThreadingHTTPServer]]:
    """Passes requests on to a server, but answers those for some paths with a status instead.

    Each request waits for `delay` seconds, as it would on a long way.
    """
    host, port = server.removeprefix("http://").split(":")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            time.sleep(delay)
            if status := refuse(self.path):
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            upstream = http.client.HTTPConnection(host, int(port))
            upstream.request(self.command, self.path, headers=dict(self.headers))
            answer = upstream.getresponse()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                while chunk := answer.read(65_536):
                    self.wfile.write(chunk)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Keeps quiet."""

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{proxy.server_port}", proxy
    finally:
        proxy.shutdown()
        proxy.server_close()


class Connection:
    """The way to a server, byte by byte; it can be cut, or go dead without a word."""

    def __init__(self, server: str) -> None:
        host, port = server.removeprefix("http://").split(":")
        self._to = (host, int(port))
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.passed = 0
        self._ends: list[socket.socket] = []
        self._dead = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Breaks all connections and takes no new ones."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def go_dead(self) -> None:
        """Lets nothing through any more, and doesn't say so."""
        self._dead.set()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                far = socket.create_connection(self._to)
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                if self._dead.is_set():
                    time.sleep(120)
                self.passed += len(data)
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
