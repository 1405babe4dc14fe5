"""FootprintRow and AssetFile: what is known of an observation from its footprint alone."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.errors import InputError

IMAGE = "image"


@dataclass(frozen=True, slots=True)
class FootprintRow:
    """What a footprint layer keeps of one observation; angles in degrees, None if unknown."""

    id: str
    collection: str = ""
    body: str = ""
    image_url: str = ""
    label_url: str = ""
    thumbnail_url: str = ""
    rclone_path: str = ""
    incidence: float | None = None
    sun_azimuth: float | None = None


@dataclass(frozen=True, slots=True)
class AssetFile:
    """One file of an observation, or the reason why its address is not known."""

    row: FootprintRow
    asset: str
    href: str = ""
    problem: str = ""


def split_keys(text: str) -> tuple[str, ...]:
    """Splits the comma-separated keys of assets; raises InputError where there is none."""
    keys = tuple(dict.fromkeys(key for part in text.split(",") if (key := part.strip())))
    if not keys:
        raise InputError("ASSETS is empty: name at least one asset, such as image.")
    return keys
