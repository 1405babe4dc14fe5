"""Which images belong together: by collection or by light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from ...core.manifest.asset_file import FootprintRow
from ...core.model.known_collections import known_collection

LIKE_LIGHT = 5.0  # degrees from the sun of a group's leader, as ard:lightgroups has it
CLASS_WIDTH = 10  # degrees, as the footprints are coloured
_LAST_CLASS = 90  # degrees; beyond it the centre of the image is on the night side
_NO_ANGLE = "no angle"


class GroupBy(str, Enum):
    """What makes a group of layers."""

    COLLECTION = "collection"
    INCIDENCE = "incidence class"
    LIGHT = "like light"
    NONE = "none"


class Stretch(str, Enum):
    """Which images share the values that are black and white."""

    SHARED = "shared"
    PER_IMAGE = "per image"
    NONE = "none"


GroupNames = Callable[[FootprintRow], str]
"""Names the group of layers that an image belongs to."""


def group_names(rows: Sequence[FootprintRow], by: GroupBy) -> GroupNames:
    """Returns what names the group of layers of each of these images."""
    if by is not GroupBy.LIGHT:
        return lambda row: _group_name(row, by)
    from ...core.light.groups import groups_of_angles  # noqa: PLC0415 (imports the libraries)

    names = [f"{row.collection}/{row.id}" for row in rows]
    groups = groups_of_angles(
        names, [row.incidence for row in rows], [row.sun_azimuth for row in rows], LIKE_LIGHT
    )
    numbers = dict(zip(rows, groups, strict=True))
    return lambda row: f"Like light {number}" if (number := numbers[row]) else "Light unknown"


def _group_name(row: FootprintRow, by: GroupBy) -> str:
    """Returns the name of an image's group of layers; "" where there are no groups."""
    if by is GroupBy.NONE:
        return ""
    if by is GroupBy.INCIDENCE:
        return f"Incidence {incidence_class(row.incidence)}"
    known = known_collection(row.collection)
    return known.title if known else row.collection or "Images"


def incidence_class(incidence: float | None) -> str:
    """Returns the class that the footprint's colour stands for; incidence is in degrees."""
    if incidence is None:
        return _NO_ANGLE
    low = int(incidence // CLASS_WIDTH) * CLASS_WIDTH
    return f"> {_LAST_CLASS}°" if low >= _LAST_CLASS else f"{low}°–{low + CLASS_WIDTH}°"


def light_key(row: FootprintRow) -> tuple[str, str]:
    """Returns what images of like brightness share: the instrument and the class of the light."""
    return row.collection, incidence_class(row.incidence)
