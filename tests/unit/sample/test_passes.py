"""The strips of known flights: their labels and their looks are of one construction."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.images import SCANNER, Images
from ard_qgis_plugin.core.light.stereo.convergence import SCANNER_ERROR, looks
from ard_qgis_plugin.core.light.stereo.positions import with_axes
from ard_qgis_plugin.core.light.vectors import angles_between, angles_of, to_local, verticals
from tests.sample.footprint import corners, rings
from tests.sample.passes import STEREO_PLACES, Strip, strips
from tests.sample.surface.sphere import RADIUS_KM, wrap180

STRIPS = strips()


def _images(strip: Strip) -> Images:
    """Returns what a label of the strip says; the footprint is the item's."""
    observation = strip.observation
    light = observation.light
    return with_axes(
        Images.of(
            [observation.id],
            [shapely.MultiPolygon([shapely.Polygon(ring) for ring in rings(observation)])],
            RADIUS_KM,
            emission=[light.emission],
            spacecraft_azimuth=[light.spacecraft_azimuth],
            slant=[light.slant_distance],
            camera=[SCANNER],
        )
    )


@pytest.mark.parametrize("name", STRIPS)
def test_the_label_is_the_look_at_the_centre(name: str) -> None:
    strip = STRIPS[name]
    place, light = strip.flight.over, strip.observation.light
    local = to_local(strip.look(place)[None], np.array([place.lon]), np.array([place.lat]))
    emission, azimuth = angles_of(local)
    assert emission[0] == pytest.approx(light.emission, abs=1e-9)
    assert wrap180(azimuth[0] - light.spacecraft_azimuth) == pytest.approx(0, abs=1e-7)
    assert light.incidence == pytest.approx(strip.flight.incidence, abs=0.7)
    assert (light.local_time < 12) == strip.flight.morning


@pytest.mark.parametrize("name", STRIPS)
def test_the_scanner_model_meets_the_true_looks(name: str) -> None:
    """Within the 0.07 degrees that are stated, at the corners of the image and at its centre."""
    strip = STRIPS[name]
    for place in (*corners(strip.observation).values(), strip.flight.over):
        at = RADIUS_KM * verticals(np.array([place.lon]), np.array([place.lat]))
        look, error = looks(_images(strip), at)
        off = angles_between(look, strip.look(place)[None])[0]
        assert off <= error[0] == SCANNER_ERROR


def test_ids_are_unique_and_say_the_orbit() -> None:
    ids = [strip.observation.id for strip in STRIPS.values()]
    assert len(set(ids)) == len(ids) == len(STRIPS)
    fore, aft = STRIPS["plain fore"].observation, STRIPS["plain aft"].observation
    assert fore.id[2] != aft.id[2]
    assert fore.id[11:] == aft.id[11:]
    seconds = (aft.middle - fore.middle).total_seconds()
    assert 20 < seconds < 40  # from a look ahead to the look back at one place


@pytest.mark.parametrize("place", STEREO_PLACES)
def test_true_convergence(place: str) -> None:
    """Twice the emission on the track; beside it, both looks lean outwards."""
    fore, aft = STRIPS[f"{place} fore"], STRIPS[f"{place} aft"]
    over = fore.flight.over
    angle = math.degrees(math.acos(fore.look(over) @ aft.look(over)))
    assert angle == pytest.approx(2 * fore.observation.emission, abs=1e-9)
    aside = next(iter(corners(fore.observation).values()))
    assert math.degrees(math.acos(fore.look(aside) @ aft.look(aside))) < angle
