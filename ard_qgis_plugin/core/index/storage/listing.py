"""The catalogue's order of a collection, and what is gone from it, found by reading all of it.

While a collection is read, `listing` takes the numbers of what goes by. At its end what isn't there
is marked as gone, and the order is kept in `listed` where it isn't that of the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from sqlite3 import Connection

from .tables import RTREE

_OF_COLLECTION = "SELECT fid FROM observation WHERE searched = ?"
_LIVE = f"{_OF_COLLECTION} AND gone IS NULL"
_UNLISTED = f"{_LIVE} AND fid NOT IN (SELECT fid FROM listing)"  # nosec B608


_Row = tuple[int, str, str]
"""Number, time, id."""


def _by_time(rows: list[_Row], *, down: bool, ids_down: bool) -> list[_Row]:
    by_id = sorted(rows, key=lambda row: row[2], reverse=ids_down)
    return sorted(by_id, key=lambda row: row[1], reverse=down)


def _by_id(rows: list[_Row], *, down: bool) -> list[_Row]:
    return sorted(rows, key=lambda row: row[2], reverse=down)


_ORDERS: tuple[Callable[[list[_Row]], list[_Row]], ...] = (
    *(partial(_by_time, down=a, ids_down=b) for a in (True, False) for b in (True, False)),
    *(partial(_by_id, down=down) for down in (False, True)),
)


def list_items(connection: Connection, items: Iterable[tuple[int, int]]) -> None:
    """Lists items by number and rank; the first rank of each counts."""
    connection.executemany("INSERT OR IGNORE INTO listing (fid, rank) VALUES (?, ?)", items)


def clear(connection: Connection, collection: int) -> None:
    """Drops what an earlier reading of a collection has listed."""
    connection.execute(f"DELETE FROM listing WHERE fid IN ({_OF_COLLECTION})", (collection,))  # nosec B608


def resume(connection: Connection, collection: int, first: int, end: int) -> list[str]:
    """Returns the ids of what is listed of a collection from one rank on and before another.

    What is listed behind that is dropped: of a page that was not read to its end.
    """
    connection.execute(
        f"DELETE FROM listing WHERE rank >= ? AND fid IN ({_OF_COLLECTION})",  # nosec B608
        (end, collection),
    )
    rows = connection.execute(
        "SELECT o.id FROM listing JOIN observation AS o ON o.fid = listing.fid "
        "WHERE o.searched = ? AND listing.rank >= ? AND o.id IS NOT NULL",
        (collection, first),
    )
    return [identifier for (identifier,) in rows]


def close(connection: Connection, collection: int, now: str) -> int:
    """Ends the reading of a collection; returns how many items are gone since the last one.

    Those stay in the file with the time, out of the layer. Without a time none is taken for gone.
    One without an id is a new one in each reading, so those of the last one go in any case.
    """
    execute = connection.execute
    unlisted = execute(f"SELECT count(*) FROM ({_UNLISTED})", (collection,)).fetchone()[0]  # nosec B608
    over = _UNLISTED if now else f"{_UNLISTED} AND id IS NULL"
    if unlisted:
        execute(f"DELETE FROM {RTREE} WHERE id IN ({over})", (collection,))  # nosec B608
        execute(f"DELETE FROM observation WHERE id IS NULL AND fid IN ({over})", (collection,))  # nosec B608
    gone = unlisted if now else 0
    if gone:
        execute(f"UPDATE observation SET gone = ? WHERE fid IN ({_UNLISTED})", (now, collection))  # nosec B608
    execute(f"DELETE FROM listed WHERE fid IN ({_OF_COLLECTION})", (collection,))  # nosec B608
    if not _is_in_order(connection, collection):
        execute(
            f"INSERT INTO listed SELECT fid, rank FROM listing WHERE fid IN ({_OF_COLLECTION})",  # nosec B608
            (collection,),
        )
    clear(connection, collection)
    return int(gone)


def place(connection: Connection, collection: int, moved: Sequence[int]) -> bool:
    """Gives items that came alone, new or changed, by number, their rank in the catalogue's order.

    APIs that sort do it by time or by id: where all others are in such an order, these are brought
    into it; else new ones come last. Returns False where the others don't tell which order it is.
    """
    rows = connection.execute(
        "SELECT o.fid, coalesce(o.datetime, o.start_datetime, ''), o.id FROM observation AS o "
        "LEFT JOIN listed ON listed.fid = o.fid WHERE searched = ? AND gone IS NULL "
        "ORDER BY coalesce(listed.rank, o.fid)",
        (collection,),
    ).fetchall()
    these = set(moved)
    others = [row for row in rows if row[0] not in these]
    possible = [order(rows) for order in _ORDERS if order(others) == others]
    if any(ordered != possible[0] for ordered in possible):
        return False
    if not possible:
        return True
    ranked = [fid for fid, _, _ in possible[0]]
    connection.execute(f"DELETE FROM listed WHERE fid IN ({_OF_COLLECTION})", (collection,))  # nosec B608
    if ranked != sorted(ranked):
        numbered = ((fid, rank) for rank, fid in enumerate(ranked))
        connection.executemany("INSERT INTO listed (fid, rank) VALUES (?, ?)", numbered)
    return True


def _is_in_order(connection: Connection, collection: int) -> bool:
    """Says whether the catalogue's order is that of the numbers."""
    rows = connection.execute(
        f"SELECT fid FROM listing WHERE fid IN ({_OF_COLLECTION}) ORDER BY rank",  # nosec B608
        (collection,),
    )
    return all(before < after for (before,), (after,) in pairwise(rows))
