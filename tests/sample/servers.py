"""Servers: the sample planet behind real servers on loopback, on free ports.

What `rustac serve` 0.9 was seen to do, with 3,000 items (up in about 1 s, 250 MB):
- It filters by bbox (on the geometry, not on the item's bbox), datetime (the item's whole
  interval) and collections, by GET and POST; it ignores sort, fields, query and filter.
- A page has 10 items unless `limit` says more; 3,000 in one page were served. There is no
  `numberMatched`, only `numberReturned`.
- `next` is a POST link with a whole body (`skip` added) after a POST search. Unlike the USGS API
  the last page that holds items has no `next`: no empty page follows.
- Items come collection by collection in the order of the request's `collections`, in each in
  the order of the files; without `collections` the collections come in any order.
- A bbox with west > east is refused with status 400.
- It takes one file a collection and one FeatureCollection, not a list of collections; it adds its
  own links to the items' and keeps the rest.
"""

from __future__ import annotations

import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from .build import build_bucket, build_catalogue
from .names import BUCKET, Urls

_HOST = "127.0.0.1"
_PORTS = range(15_000, 32_000)  # below those that systems give to who connects
_TRIES = 5
_PATIENCE = 60.0  # seconds until a server must answer
_IN_USE = "in use"


class ServerError(RuntimeError):
    """A server that did not start, and what it said."""


class SamplePlanetServers:
    """The three servers of one planet; their addresses are `stac`, `http` and `s3`.

    A context manager. `directory` keeps the bucket for the next time; the catalogue holds the
    servers' ports, so it and the logs live in a folder that goes when the servers stop.
    Planets of different size or seed, with or without `passes`, need a directory each.
    """

    def __init__(
        self,
        directory: Path,
        size: int = 60,
        seed: int = 1,
        *,
        images: bool = True,
        passes: bool = False,
    ) -> None:
        self.directory = directory
        self.size = size
        self.seed = seed
        self.images = images
        self.passes = passes
        self.stac = self.http = self.s3 = ""
        self._stack = ExitStack()

    def __enter__(self) -> SamplePlanetServers:
        with ExitStack() as stack:
            bucket = build_bucket(
                self.directory, self.size, self.seed, images=self.images, passes=self.passes
            )
            run = Path(stack.enter_context(TemporaryDirectory(prefix="sample-planet-")))
            self.http = stack.enter_context(serve_http(bucket, run))
            self.s3 = stack.enter_context(serve_s3(bucket, run))
            self.stac = stack.enter_context(serve_stac(lambda url: self._catalogue(run, url), run))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    @property
    def urls(self) -> Urls:
        """Returns the addresses that the catalogue's items carry."""
        return Urls(images=f"{self.http}/{BUCKET}", api=self.stac)

    def _catalogue(self, run: Path, stac: str) -> list[Path]:
        urls = Urls(images=f"{self.http}/{BUCKET}", api=stac)
        return build_catalogue(run, self.size, self.seed, urls, passes=self.passes)


@contextmanager
def serve_stac(
    files: Sequence[Path] | Callable[[str], Sequence[Path]], logs: Path
) -> Iterator[str]:
    """Serves STAC files with rustac and gives the API's root.

    `files` may be a function that is told the root and writes the files that name it.
    """

    def command(port: int) -> list[str]:
        listed = files(f"http://{_HOST}:{port}") if callable(files) else files
        return [tool("rustac"), "serve", "--addr", f"{_HOST}:{port}", *map(str, listed)]

    with running(command, logs / "stac.log") as url:
        yield url


@contextmanager
def serve_http(directory: Path, logs: Path) -> Iterator[str]:
    """Serves a folder's files over HTTP, byte ranges included, and gives its root."""
    with running(lambda port: _rclone("http", directory, port), logs / "http.log") as url:
        yield url


@contextmanager
def serve_s3(directory: Path, logs: Path) -> Iterator[str]:
    """Serves a folder, its sub-folders being buckets, as anonymous S3; gives the endpoint."""
    with running(lambda port: _rclone("s3", directory, port), logs / "s3.log") as url:
        yield url


def tool(name: str) -> str:
    """Returns the path of a program installed beside the running Python; raises ServerError."""
    path = Path(sys.executable).with_name(name)
    if not path.exists():
        raise ServerError(f"{path} is missing; install requirements-dev.txt into this Python.")
    return str(path)


def _rclone(protocol: str, directory: Path, port: int) -> list[str]:
    # Without a directory cache, files that tests add or take away are seen at once.
    options = ["--addr", f"{_HOST}:{port}", "--read-only", "--dir-cache-time", "0s"]
    return [tool("rclone"), "serve", protocol, *options, str(directory)]


@contextmanager
def running(
    command: Callable[[int], list[str]], log: Path, *, patience: float = 5.0
) -> Iterator[str]:
    """Runs a server until the end of the block, on another port where one is taken meanwhile.

    It has so many seconds to end by itself.
    """
    process, port = _started(command, log)
    try:
        yield f"http://{_HOST}:{port}"
    finally:
        _stop(process, patience)


def _started(command: Callable[[int], list[str]], log: Path) -> tuple[subprocess.Popen[bytes], int]:
    for _ in range(_TRIES):
        port = free_port()
        arguments = command(port)
        if _answers(port):  # somebody was quicker, and would answer in the server's place
            continue
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*_tied(), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=_environment(),
            )
        try:
            _wait_until_it_answers(process, port)
        except BaseException as error:
            _stop(process)
            said = log.read_text(errors="replace")[-2000:].strip()
            if not isinstance(error, ServerError):
                raise
            if _IN_USE not in said:
                raise ServerError(f"{error}: {' '.join(arguments)}\n{said}") from None
        else:
            return process, port
    raise ServerError(f"No free port for {arguments[0]} in {_TRIES} tries.")


def _tied() -> list[str]:
    """Returns what to put in front of a command so that it ends when its parent is killed.

    Linux counts the thread that started it as the parent: start servers where they shall live.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []


def _environment() -> dict[str, str]:
    """Returns the environment without what would lead rclone to a user's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("RCLONE_", "AWS_"))}
    return kept | {"RCLONE_CONFIG": os.devnull}


def free_port() -> int:
    """Returns a port that nobody has, and that nobody who connects is given meanwhile."""
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind((_HOST, port))
            return port


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"The server ended with code {process.returncode} at its start")
        if _is_listener(process.pid, port) and _answers(port):
            return
        time.sleep(0.02)
    raise ServerError(f"The server did not answer within {_PATIENCE:.0f} s")


def _is_listener(pid: int, port: int) -> bool:
    """Says whether that very process listens there, and not one that took the port before it."""
    table = Path(f"/proc/{pid}/net/tcp")
    if not table.exists():
        return True
    listening = "0A"
    rows = [line.split() for line in table.read_text().splitlines()[1:]]
    sockets = {
        f"socket:[{row[9]}]"
        for row in rows
        if row[1].endswith(f":{port:04X}") and row[3] == listening
    }
    try:
        return any(str(fd.readlink()) in sockets for fd in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:  # the process, or one of its files, has just gone
        return False


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(_HOST, port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes], patience: float = 5.0) -> None:
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
