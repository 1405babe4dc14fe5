"""Which body a search is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsCoordinateReferenceSystem

from ...core.model.bodies import Body, body_named, body_of_crs_text
from ...core.model.errors import InputError


def searched_body(bodies: Mapping[str, Sequence[str]], crs: QgsCoordinateReferenceSystem) -> Body:
    """Returns the body that the collections are of, or else the one that the map shows.

    `bodies` are the names for each collection, none where nobody knows. Raises InputError where
    there are no collections, or of different bodies, or where neither they nor the map tell.
    """
    if not bodies:
        raise InputError("COLLECTIONS is empty: name at least one collection to search.")
    shown = body_named(crs.celestialBodyName()) or body_of_crs_text(crs.toWkt())
    names = _common(bodies)
    if shown and (not names or shown.name in names):
        return shown
    body = body_named(names[0]) if names else None
    if body is None:
        raise InputError(
            f"Neither the map nor the catalogue says which body {next(iter(bodies))} is of: "
            "set the project CRS to a CRS of the body, such as IAU_2015:30100 for the Moon."
        )
    return body


def _common(bodies: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Returns the bodies that all collections are of; raises InputError where there is none."""
    first = ""
    common: list[str] = []
    for collection, names in bodies.items():
        shared = [name for name in names if not common or name in common]
        if names and not shared:
            raise InputError(
                f"COLLECTIONS are of different bodies, {first} of {common[0]} and {collection} of "
                f"{names[0]}: search one body at a time."
            )
        if shared:
            first, common = first or collection, shared
    return common
