"""A real PostgreSQL of the tests' own: its data in a folder that goes, on a free port."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sample.servers import ServerError, free_port

HOST = "127.0.0.1"
USER = "tests"
_PATIENCE = 60.0  # seconds


class Postgres:
    """The running server: `port`, and its programs."""

    def __init__(self, programs: Path, port: int) -> None:
        self.port = port
        self._programs = programs

    def sql(self, *commands: str, database: str = "postgres") -> str:
        """Runs commands, each by itself, and returns the rows that they give, tab-separated."""
        command = [str(self._programs / "psql"), "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1"]
        where = ["-h", HOST, "-p", str(self.port), "-U", USER, "-d", database, "-F", "\t"]
        texts = [argument for text in commands for argument in ("-c", text)]
        done = subprocess.run(
            [*command, *where, *texts], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise ServerError(done.stderr)
        return done.stdout

    def database(self, name: str) -> str:
        """Makes a database with PostGIS in it and returns its connection string."""
        self.sql(f"CREATE DATABASE {name}")
        self.sql("CREATE EXTENSION postgis", database=name)
        return f"dbname='{name}' host={HOST} port={self.port} user='{USER}'"


@contextmanager
def serve_postgres() -> Iterator[Postgres]:
    """Runs a server until the end of the block; skips nothing and touches no other cluster."""
    programs = _programs()
    with TemporaryDirectory(prefix="tests-postgres-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "data"
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
        trust = ["--auth=trust", f"--username={USER}", "--no-sync", "--encoding=UTF8", "--locale=C"]
        subprocess.run(
            [*_as_postgres(), programs / "initdb", *trust, data], check=True, capture_output=True
        )
        port = free_port()
        log = Path(folder) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*_as_postgres(), *_server(programs, data, port)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        try:
            _wait(programs, process, port, log)
            yield Postgres(programs, port)
        finally:
            process.send_signal(signal.SIGINT)  # ends its clients' sessions too
            process.wait(timeout=_PATIENCE)


def _programs() -> Path:
    """Returns the folder of the newest PostgreSQL's programs, which Debian keeps off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if not found:
        raise ServerError("PostgreSQL is not installed: run `make setup-pgstac` first.")
    return found[-1].parent


def _version(initdb: Path) -> int:
    return int(initdb.parts[-3])


def _as_postgres() -> list[str]:
    """Returns what to put before a command so that it runs as no root and ends with its parent."""
    if not (setpriv := shutil.which("setpriv")):
        return []
    user = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return [setpriv, *user, "--pdeathsig", "INT", "--"]


def _server(programs: Path, data: Path, port: int) -> Sequence[str]:
    settings = {
        "listen_addresses": HOST,
        "unix_socket_directories": "",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
    }
    given = [f"--{name}={value}" for name, value in settings.items()]
    return [str(programs / "postgres"), "-D", str(data), "-p", str(port), *given]


def _wait(programs: Path, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    ready = [programs / "pg_isready", "-q", "-h", HOST, "-p", str(port)]
    while process.poll() is None and time.monotonic() < deadline:
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise ServerError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")
