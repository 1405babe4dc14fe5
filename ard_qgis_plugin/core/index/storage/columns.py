"""The columns of an index, from the fields of Observation and Angles: a new field is a new column.

What is short of a column of its own is packed: texts that come again and again are kept once
(`word`), addresses as a folder and the files in it (see files.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model.observation import Angles, Observation

WORDS = ("collection", "body", "label_status", "source")
"""Fields whose texts are kept once for all; `source` is of Angles."""

_PACKED = {"footprint", "bounds", "title", "assets", "angles", "label_url", *WORDS}
# What says something of what is searched, not of the observation.
_OF_A_SEARCH = {"coverage", "incidence_min", "incidence_max"}

# What the footprint layer, and so everything that works with it, calls some of the angles.
_LAYER_NAMES = {name: f"{name}_angle" for name in ("incidence", "emission", "phase")}

_TYPES = {"float | None": "REAL", "str | None": "TEXT", "str": "TEXT"}


@dataclass(frozen=True, slots=True)
class Column:
    """One field as a column: its name and type in the file, its name in the value.

    `empty` is what the value has where the column is NULL.
    """

    name: str
    type: str
    field: str
    empty: str | None


def _column(field: str, annotation: str) -> Column:
    type_ = "DATETIME" if field.endswith("datetime") else _TYPES[annotation]
    return Column(_LAYER_NAMES.get(field, field), type_, field, "" if annotation == "str" else None)


def _columns(of: type, without: set[str]) -> tuple[Column, ...]:
    return tuple(
        _column(field, annotation.__forward_arg__)  # as it is written
        for field, annotation in of.__annotations__.items()
        if field not in without
    )


PLAIN = _columns(Observation, _PACKED | _OF_A_SEARCH)
"""The fields of an observation that are columns as they are; "" and None are both NULL."""

ANGLES = _columns(Angles, set(WORDS))
"""The fields of its angles."""

INCIDENCE = _LAYER_NAMES["incidence"]

OTHERS = {
    "geom": "MULTIPOLYGON",
    "searched": "INTEGER",  # word: the collection that was asked for
    **dict.fromkeys(WORDS, "INTEGER"),
    "title": "TEXT",  # where it is not the id
    "folder": "INTEGER",  # word
    "files": "INTEGER",
    "label": "INTEGER",  # word: the label's file in the folder
    "label_url": "TEXT",  # where the label is none of the observation's files
    "updated": "INTEGER",  # when the catalogue's item was, in microseconds since 1970
    "began": "INTEGER",  # when it was made: seconds since 1970, rounded down, and up
    "ended": "INTEGER",
}
"""The other columns of an observation, with their types."""

KEPT = (*OTHERS, *(column.name for column in (*PLAIN, *ANGLES)))
"""All of them, in the order in which a row has them."""

TYPES = OTHERS | {column.name: column.type for column in (*PLAIN, *ANGLES)}
