"""The last searches, kept in QGIS's settings from one day to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from qgis.core import QgsSettings

from .....core.choice.limits import Limits
from .....core.model.known_collections import DEFAULT_COLLECTIONS
from .....settings import GROUP

_LAST, _RECENT = f"{GROUP}/finder/last", f"{GROUP}/finder/recent"
_LIMITS = f"{GROUP}/finder/limits"
_MOST = 10
MOST_ITEMS = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """One search: the collections, the place, and how many observations are read at most.

    `extent` is as Processing writes it; `layer` is the id of a polygon layer that is searched
    instead, `selected` its selection alone. Both are empty for what the map shows. `name` is what
    the layer of its result was called, if it came to one.
    """

    collections: tuple[str, ...] = tuple(DEFAULT_COLLECTIONS)
    extent: str = ""
    layer: str = ""
    selected: bool = False
    most: int = MOST_ITEMS
    name: str = field(default="", compare=False)


def load_last() -> Wanted:
    """Returns the last search, or what a new user begins with."""
    return next(iter(_read(_LAST)), Wanted())


def load_recent() -> list[Wanted]:
    """Returns the latest searches, the newest first."""
    return _read(_RECENT)


def remember(wanted: Wanted) -> None:
    """Keeps a search as the last one, and among the recent ones."""
    others = [each for each in load_recent() if each != wanted]
    _write(_LAST, [wanted])
    _write(_RECENT, [wanted, *others][:_MOST])


def load_limits() -> dict[str, Limits]:
    """Returns the limits that were set last."""
    try:
        found = json.loads(QgsSettings().value(_LIMITS, "{}"))
        return {str(name): Limits(float(low), float(high)) for name, (low, high) in found.items()}
    except (TypeError, ValueError, AttributeError):
        return {}


def remember_limits(limits: Mapping[str, Limits]) -> None:
    """Keeps the limits for the next search, of today or another day."""
    text = json.dumps({name: (each.low, each.high) for name, each in limits.items()})
    if text != QgsSettings().value(_LIMITS):
        QgsSettings().setValue(_LIMITS, text)


def _write(key: str, searches: Sequence[Wanted]) -> None:
    QgsSettings().setValue(key, json.dumps([asdict(each) for each in searches]))


def _read(key: str) -> list[Wanted]:
    try:
        found = json.loads(QgsSettings().value(key, "[]"))
        return [_wanted(each) for each in found]
    except (TypeError, ValueError, KeyError):  # another version's, or somebody's own
        return []


def _wanted(values: dict[str, Any]) -> Wanted:
    return Wanted(
        tuple(str(each) for each in values["collections"]),
        str(values["extent"]),
        str(values["layer"]),
        bool(values["selected"]),
        int(values["most"]),
        str(values.get("name", "")),  # an earlier version had none
    )
