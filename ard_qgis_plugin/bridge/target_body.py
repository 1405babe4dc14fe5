"""Which body a search is about."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem

from ..core.bodies import Body, body_named, body_of_crs_text
from ..core.errors import InputError
from ..core.known_collections import known_collection


def searched_body(collections: Sequence[str], crs: QgsCoordinateReferenceSystem) -> Body:
    """Returns the body that the collections are of, or else the one that the map shows.

    Raises InputError where there are no collections, or collections of different bodies, or where
    neither they nor the map tell.
    """
    if not collections:
        raise InputError("COLLECTIONS is empty: name at least one collection to search.")
    known = {row.body: row.id for row in map(known_collection, collections) if row}
    if len(known) > 1:
        (one, its), (other, others), *_ = known.items()
        raise InputError(
            f"COLLECTIONS are of different bodies, {its} of {one} and {others} of {other}: "
            "search one body at a time."
        )
    name = next(iter(known), "") or crs.celestialBodyName()
    body = body_named(name) or body_of_crs_text(crs.toWkt())
    if body is None:
        raise InputError(
            f"Neither the map nor the catalogue says which body {collections[0]} is of: "
            "set the project CRS to a CRS of the body, such as IAU_2015:30100 for the Moon."
        )
    return body
