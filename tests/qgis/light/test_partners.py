"""The stereo partners of one image of a footprint layer."""

from __future__ import annotations

import pytest
from qgis import processing

from ard_qgis_plugin.bridge.light.partners import partners_of
from ard_qgis_plugin.core.model.errors import InputError
from tests.support.in_qgis.light_layers import aft, box, footprint_layer, image, polygons, rows

pytestmark = pytest.mark.usefixtures("provider")

LEFT = (
    "MultiPolygon(((179.8 0,180 0,180 1,179.8 1,179.8 0)),((-180 0,-179.2 0,-179.2 1,-180 1,"
    "-180 0)))"
)


def fids(layer) -> dict[str, int]:
    return {each["id"]: each.id() for each in layer.getFeatures()}


def test_partners_are_those_of_the_algorithm() -> None:
    layer = footprint_layer(
        image("far", box(40, 0)),
        aft("weak", box(0.6, 0)),
        aft("strong", box(0.1, 0)),
        image("a", box(0, 0)),
        image("same side", box(0, 0)),
        image("no angles", box(0, 0), incidence_angle=None),
        image("nowhere", None),
    )
    found = partners_of(layer, fids(layer)["a"])
    assert [each.id for each in found.partners] == ["strong", "weak"]
    assert [each.fid for each in found.partners] == [
        fids(layer)["strong"],
        fids(layer)["weak"],
    ]
    values = {"INPUT": layer, "OUTPUT": "TEMPORARY_OUTPUT"}
    pairs = rows(processing.run("ard:stereopairs", values)["OUTPUT"])
    (best,) = (each for each in pairs if {each["id_a"], each["id_b"]} == {"a", "strong"})
    for name in ("strength", "convergence", "parallax_height_ratio", "sun_angle"):
        assert getattr(found.partners[0], name) == pytest.approx(best[name])
    assert partners_of(layer, fids(layer)["no angles"]).lacking == ("incidence",)
    assert partners_of(layer, fids(layer)["nowhere"]).lacking == ("shapes",)


def test_across_180() -> None:
    layer = footprint_layer(
        image("a", LEFT), aft("east", box(-179.6, 0.5)), aft("far", box(0, 0.5))
    )
    assert [each.id for each in partners_of(layer, fids(layer)["a"]).partners] == ["east"]


def test_layers_that_will_not_do() -> None:
    layer = footprint_layer(image("a", box(0, 0)))
    with pytest.raises(InputError, match="has no feature 99"):
        partners_of(layer, 99)
    old = footprint_layer(image("a", box(0, 0)), lacking=("subspacecraft_azimuth",))
    with pytest.raises(InputError, match="run ard:search again"):
        partners_of(old, fids(old)["a"])
    other = polygons("Polygon((0 0,1 0,1 1,0 0))")
    (feature,) = other.getFeatures()
    with pytest.raises(InputError, match="no field id"):
        partners_of(other, feature.id())
