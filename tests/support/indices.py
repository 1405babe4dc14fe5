"""Short ways to make an index in a test, to search in it, and to hold it against the API."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ard_qgis_plugin.core.index.open_index import OpenIndex, opened_index
from ard_qgis_plugin.core.index.page_writer import IndexReport
from ard_qgis_plugin.core.index.reading import IndexReading, IndexRequest
from ard_qgis_plugin.core.index.search import IndexSearch
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.observation import Observation
from tests.support.fetches import PATIENT
from tests.support.searches import nothing_left, request_of, search_of
from tests.support.servers.stac_api import StacApi

MOON = body_named("Moon")
UPDATED = "2023-11-03T05:50:31.916Z"
QUERY = "https://api.stacspec.org/v1.0.0/item-search#query"


class UpdatedApi(StacApi):
    """An API that can be asked for what was updated after a time."""

    def root_document(self, **members: object) -> dict[str, Any]:
        """Returns what the root answers with."""
        document = super().root_document(**members)
        return {**document, "conformsTo": [*document["conformsTo"], QUERY]}

    def _search(self, wanted):
        newer = wanted.get("query", {}).get("updated", {}).get("gt")
        if newer is None:
            return super()._search(wanted)
        everything = self.items
        self.items = {
            name: [one for one in items if one["properties"].get("updated", "") > newer]
            for name, items in everything.items()
        }
        try:
            return super()._search(wanted)
        finally:
            self.items = everything


def updated(item: dict[str, Any], time: str = UPDATED) -> dict[str, Any]:
    """Gives an item of an API the time of its last change."""
    item["properties"]["updated"] = time
    return item


def keep(path: Path, api: StacApi | str, *collections: str, **changes: Any) -> IndexReport:
    """Reads collections into an index."""
    root = api if isinstance(api, str) else api.root
    names = collections or tuple(api.items)
    options = changes.pop("options", PATIENT)
    progress = changes.pop("progress", lambda *_: None)
    is_cancelled = changes.pop("is_cancelled", bool)
    request = IndexRequest(path, root, names, MOON, **changes)
    return IndexReading(request, options, progress, is_cancelled).run()


@contextmanager
def opened(place: Path | str) -> Iterator[OpenIndex]:
    """Opens an index that is a file or in a zip."""
    folder = Path(place).parent / "unpacked"
    with opened_index(str(place), folder, no_address) as index:
        yield index


def no_address(place: str) -> Any:
    """Says that a test has no way to the web."""
    raise AssertionError(place)


def found(place: Path | str, api: StacApi, *collections: str, **changes: Any) -> list[Observation]:
    """Searches in an index."""
    with opened(place) as index:
        request = request_of(api, *collections, **{"max_items": 0, **changes})
        return list(IndexSearch(request, index, lambda *_: None, bool))


def same_as_api(place: Path | str, api: StacApi, *collections: str, **changes: Any) -> int:
    """Asserts that index and API give the same; returns how many observations that are."""
    changes = {"max_items": 0, "labels": True, **changes}
    from_index = found(place, api, *collections, **changes)
    from_api = list(search_of(request_of(api, *collections, **changes), PATIENT))
    nothing_left(api)
    assert [one.id for one in from_index] == [one.id for one in from_api]
    assert from_index == from_api
    return len(from_api)


def rows(path: Path) -> list[Any]:
    """Returns all that an index keeps, but for its own numbers and times, and the API's count."""
    with opened(path) as index:
        fids = [fid for (fid,) in index.select("SELECT fid FROM observation ORDER BY fid", ())]
        states = [
            replace(state, read_at="", checked_at="", matched=None, reading=None)
            for state in index.states.values()
        ]
        return [states, *index.rows.observations(fids)]


def tables(path: Path) -> dict[str, list[Any]]:
    """Returns all rows of an index, its own numbers among them."""
    names = ("observation", "word", "files", "listed", "listing", "rtree_footprints_geom")
    with closing(sqlite3.connect(path)) as database:
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def check(path: Path) -> None:
    """Asserts that a file is whole, and each row that is shown is in the R-tree, and no other."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT rtreecheck('rtree_footprints_geom')").fetchall() == [
            ("ok",)
        ]
        shown = "SELECT fid FROM observation WHERE gone IS NULL AND geom IS NOT NULL"
        boxed = "SELECT id FROM rtree_footprints_geom"
        assert database.execute(f"{shown} EXCEPT {boxed}").fetchall() == []
        kept = "SELECT fid FROM observation WHERE gone IS NULL"
        assert database.execute(f"{boxed} EXCEPT {kept}").fetchall() == []


def main() -> None:
    """Reads into an index in a process of its own, and says how far it is, line by line."""
    options = json.loads(sys.argv[1])

    def tell(done: int, total: int | None) -> None:
        print(done, total, flush=True)

    report = keep(Path(options["path"]), options["root"], *options["collections"], progress=tell)
    print(json.dumps({"total": report.total, "gone": report.gone}), flush=True)


if __name__ == "__main__":
    main()
