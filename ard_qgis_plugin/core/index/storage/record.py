"""An observation as a row of an index, and back: nothing that a search gives is lost."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ...geometry.wkb import footprints_of_wkb
from ...model.observation import Angles, LabelStatus, Observation
from ...model.times import span_of
from .columns import ANGLES, OTHERS, PLAIN
from .files import File, KeptAssets, Packed, full, packed

if TYPE_CHECKING:
    from shapely import MultiPolygon

Row = tuple[Any, ...]
"""One value for each of the columns KEPT."""

_PLAIN_OF = attrgetter(*(column.field for column in PLAIN))
_LIGHT_OF = attrgetter(*(column.field for column in ANGLES))
_NO_LIGHT = (None,) * len(ANGLES)


class Packer:
    """Observations to rows; `word` and `files` give the numbers under which texts are kept.

    `blob` makes a geometry's blob of its WKB.
    """

    def __init__(
        self,
        word: Callable[[str], int],
        files: Callable[[Packed], int],
        blob: Callable[[bytes], bytes],
    ) -> None:
        self._word = word
        self._files = files
        self._blob = blob

    def row(self, observation: Observation, searched: str, updated: int | None) -> Row:
        """Returns the row of an observation.

        `searched` is the collection that was asked for; `updated` the catalogue's time of its item,
        in microseconds since 1970.
        """
        angles, assets = observation.angles, packed(observation.id, observation.assets)
        footprint, times = observation.footprint, interval_of(observation)
        others = {
            "geom": None if footprint is None else self._blob(footprint.wkb),
            "searched": self._word(searched),
            "collection": self._word(observation.collection),
            "body": self._word(observation.body),
            "label_status": self._word(observation.label_status.value),
            "source": self._word(angles.source) if angles else None,
            "title": None if observation.title == observation.id else observation.title,
            "folder": None if assets.folder is None else self._word(assets.folder),
            "files": self._files(assets),
            "updated": updated,
            "began": math.floor(times[0]) if times else None,
            "ended": math.ceil(times[1]) if times else None,
            **self._label(observation, assets),
        }
        plain = map(_value, _PLAIN_OF(observation))
        return (*map(others.__getitem__, OTHERS), *plain, *_light_of(angles))

    def _label(self, observation: Observation, assets: Packed) -> dict[str, Any]:
        """Returns the address of the label as one of the files, else as it is."""
        url = observation.label_url
        for _, rest, _ in assets.files if url else ():
            if full(assets.folder, rest, observation.id) == url:
                return {"label": self._word(rest), "label_url": None}
        return {"label": None, "label_url": url or None}


class Unpacker:
    """Rows that hold `columns` to observations, with the texts that their numbers stand for.

    What an index of an earlier version has no column for is as if no label had said it. The
    geometry is expected as WKB in hexadecimal digits.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self._place = {name: position for position, name in enumerate(columns)}
        places = self._place
        self._plain = [(c.field, places[c.name], c.empty) for c in PLAIN if c.name in places]
        self._light = [(c.field, places[c.name]) for c in ANGLES if c.name in places]

    def numbers(self, rows: Iterable[Row], names: Iterable[str]) -> set[int]:
        """Returns the numbers in the columns of these names."""
        places = [self._place[name] for name in names]
        return {row[place] for row in rows for place in places if row[place] is not None}

    def observations(
        self, rows: Sequence[Row], words: Mapping[int, str], files: Mapping[int, tuple[File, ...]]
    ) -> list[Observation]:
        """Returns the observations of rows, in their order."""
        geometry = self._place["geom"]
        footprints = footprints_of_wkb([row[geometry] or None for row in rows])
        return [
            self._observation(row, footprint, words, files)
            for row, footprint in zip(rows, footprints, strict=True)
        ]

    def _observation(
        self,
        row: Row,
        footprint: MultiPolygon | None,
        words: Mapping[int, str],
        files: Mapping[int, tuple[File, ...]],
    ) -> Observation:
        place = self._place
        plain: dict[str, Any] = {
            field: empty if row[at] is None else row[at] for field, at, empty in self._plain
        }
        folder, source = row[place["folder"]], row[place["source"]]
        packed = Packed(None if folder is None else words[folder], files[row[place["files"]]])
        label, url = row[place["label"]], row[place["label_url"]] or ""
        if label is not None:
            url = full(packed.folder, words[label], plain["id"])
        return Observation(
            collection=words[row[place["collection"]]],
            body=words[row[place["body"]]],
            title=plain["id"] if row[place["title"]] is None else row[place["title"]],
            footprint=footprint,
            assets=KeptAssets(plain["id"], packed),
            angles=None if source is None else self._angles(row, words[source]),
            label_status=LabelStatus(words[row[place["label_status"]]]),
            label_url=url,
            **plain,
        )

    def _angles(self, row: Row, source: str) -> Angles:
        return Angles(source, **{field: row[place] for field, place in self._light})


def _light_of(angles: Angles | None) -> Row:
    return _LIGHT_OF(angles) if angles else _NO_LIGHT


def interval_of(observation: Observation) -> tuple[float, float] | None:
    """Returns when an observation was made, in seconds since 1970; None where that isn't said.

    As an API does: from start to end where an item has both, else its one time.
    """
    first = _span(observation.start_datetime)
    last = _span(observation.end_datetime) if first else None
    if not (first and last):
        first = last = _span(observation.datetime)
    return (first[0].timestamp(), last[1].timestamp()) if first and last else None


def _span(text: str | None) -> tuple[datetime, datetime] | None:
    return span_of(text) if text else None


def _value(value: Any) -> Any:
    return None if value == "" else value
