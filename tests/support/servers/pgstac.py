"""The full STAC server of the tests: pgstac in a real PostgreSQL, behind stac-fastapi.

What stac-fastapi-pgstac 7 was seen to do: it takes bbox or intersects, by GET and POST; a bbox
with west > east is no error, but is not understood as one across +-180.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.sample.servers import ServerError, running
from tests.support.servers.postgres import HOST, USER, Postgres

VENV = Path(__file__).parents[3] / "build" / "venv-pgstac"
_DATABASE = "postgis"

Document = dict[str, Any]


@contextmanager
def serve_pgstac(
    postgres: Postgres, collections: Sequence[Document], items: Sequence[Document], logs: Path
) -> Iterator[str]:
    """Serves collections and items from a database of their own and gives the API's root."""
    database = f"pgstac_{len(postgres.sql('SELECT datname FROM pg_database').split())}"
    postgres.database(database)
    connection = {
        "PGHOST": HOST,
        "PGPORT": str(postgres.port),
        "PGUSER": USER,
        "PGPASSWORD": "none",
        "PGDATABASE": database,
    }
    given = [f"{name}={value}" for name, value in connection.items()]
    _load(given, collections, items, logs)
    postgres.sql(
        "UPDATE pgstac.pgstac_settings SET value = 'on' WHERE name = 'context'", database=database
    )
    app = [_program("uvicorn"), "stac_fastapi.pgstac.app:create_app", "--factory", "--host", HOST]

    def command(port: int) -> list[str]:
        return ["env", *given, *app, "--port", str(port), "--log-level", "warning"]

    with running(command, logs / "pgstac.log") as url:
        yield url


def _load(
    environment: list[str],
    collections: Sequence[Document],
    items: Sequence[Document],
    folder: Path,
) -> None:
    files = {}
    for name, documents in (("collections", collections), ("items", items)):
        files[name] = folder / f"{name}.ndjson"
        files[name].write_text("".join(f"{json.dumps(each)}\n" for each in documents))
    steps = [["migrate"], *(["load", name, str(path)] for name, path in files.items())]
    for step in steps:
        done = subprocess.run(
            ["env", *environment, _program("pypgstac"), *step],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ServerError(f"pypgstac {step[0]} failed:\n{done.stderr[-2000:]}")


def _program(name: str) -> str:
    path = VENV / "bin" / name
    if not path.exists():
        raise ServerError(f"{path} is missing: run `make setup-pgstac` first.")
    return str(path)
