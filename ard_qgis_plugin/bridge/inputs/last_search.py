"""The limits and collections of the last search, for the next time its dialog opens."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDateTime, Qt

from ...core.model.known_collections import known_collection
from ...settings import GROUP
from .canvas import map_body
from .collections_parameter import split_ids
from .parameters import is_empty

_KEY = f"{GROUP}/last_search"
_TIMES = ("START", "END")
_REMEMBERED = ("COLLECTIONS", "MIN_INCIDENCE", "MAX_INCIDENCE", *_TIMES, "MAX_ITEMS", "LABELS")


def remember_search(parameters: Mapping[str, Any]) -> None:
    """Keeps what was asked for, where all of it is given, as the dialog does."""
    if not all(name in parameters for name in _REMEMBERED):
        return
    values = {name: parameters[name] for name in _REMEMBERED if not is_empty(parameters[name])}
    for name in _TIMES:
        if isinstance(values.get(name), QDateTime):
            values[name] = values[name].toString(Qt.DateFormat.ISODate)
    try:
        QgsSettings().setValue(_KEY, json.dumps(values))
    except TypeError:  # an expression, or something of a model
        return


def last_search() -> dict[str, Any]:
    """Returns what was asked for last, as parameters; collections of another body are left out."""
    try:
        values = dict(json.loads(QgsSettings().value(_KEY, "{}")))
    except (TypeError, ValueError):
        return {}
    known = {name: values[name] for name in _REMEMBERED if name in values}
    for name in _TIMES:
        if name in known:
            known[name] = QDateTime.fromString(str(known[name]), Qt.DateFormat.ISODate)
    ids, body = split_ids(str(known.get("COLLECTIONS", ""))), map_body()
    bodies = {each.body for each in map(known_collection, ids) if each}
    if not ids or (body and bodies - {body}):
        known.pop("COLLECTIONS", None)
    return known
