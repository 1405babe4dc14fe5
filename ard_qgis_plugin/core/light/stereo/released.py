"""Released terrain models: which two images one was made of, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF_TWO = re.compile(r"([^_].*?)__([^_].*)")  # Kaguya TC, CTX: both ids, two underscores between
_OF_HIRISE = re.compile(r"DTE[A-Z]{2}_(\d{6}_\d{4})_(\d{6}_\d{4})_[A-Z]\d+.*", re.IGNORECASE)
_TITLE_OF_HIRISE = re.compile(r"[A-Z]{3}_(\d{6}_\d{4})_[A-Z]{3}_(\d{6}_\d{4})", re.IGNORECASE)
_HIRISE = re.compile(r"(?:ESP|PSP|TRA|AEB)_(\d{6}_\d{4})(?:_(?:RED|COLOR))?", re.IGNORECASE)

_ORBITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"TC\d[A-Z]\d[A-Z]\d_\d\d_(\d{5})[NS]\d.*",  # Kaguya TC
        r"(?:ESP|PSP|TRA|AEB)_(\d{6})_\d{4}.*",  # HiRISE
        r"[A-Z]\d\d_(\d{6})_\d{4}_.*",  # CTX
    )
)

Images = frozenset[str]
"""The two images of a pair, by what of their names identifies them."""


def image_name(identifier: str) -> str:
    """Returns what identifies an image in a model's name: of HiRISE orbit and target, else all."""
    found = _HIRISE.fullmatch(identifier)
    return found[1] if found else identifier.upper()


def images_of_model(identifier: str) -> Images | None:
    """Returns the two images that a terrain model of that name was made of, or None."""
    for pattern in (_OF_HIRISE, _TITLE_OF_HIRISE):
        if found := pattern.fullmatch(identifier):
            return frozenset((found[1], found[2]))
    found = _OF_TWO.fullmatch(identifier)
    return frozenset((image_name(found[1]), image_name(found[2]))) if found else None


def released_models(identifiers: Iterable[str]) -> dict[Images, str]:
    """Returns the names of terrain models among ids, by the two images that each is of."""
    found = ((images_of_model(each), each) for each in sorted(identifiers, reverse=True))
    return {images: each for images, each in found if images}


def pair_name(first: str, second: str) -> Images:
    """Returns the key of a pair of images in what `released_models` returns."""
    return frozenset((image_name(first), image_name(second)))


def orbit_of(identifier: str) -> str:
    """Returns the orbit that the name of an image says, "" where it says none."""
    found = (pattern.fullmatch(identifier.upper()) for pattern in _ORBITS)
    return next((match[1] for match in found if match), "")
