"""ard:addimages by like light: groups of layers, and so mosaics, that match."""

from __future__ import annotations

from ard_qgis_plugin.bridge.images.groups import GroupBy, group_names
from ard_qgis_plugin.core.manifest.asset_file import FootprintRow


def row(name: str, incidence: float | None, azimuth: float | None) -> FootprintRow:
    return FootprintRow(name, "c", incidence=incidence, sun_azimuth=azimuth)


def test_images_with_the_sun_in_one_place_are_one_group() -> None:
    rows = [
        *(row("a", 60, 359), row("b", 62, 1), row("c", 61, 2)),
        *(row("d", 60, 180), row("e", None, 180), row("f", 60, None)),
    ]
    name_of = group_names(rows, GroupBy.LIGHT)
    assert [name_of(each) for each in rows] == [
        *["Like light 1"] * 3,
        *("Like light 2", "Light unknown", "Light unknown"),
    ]
    assert group_names([], GroupBy.LIGHT) is not None


def test_other_groups_are_as_they_were() -> None:
    one = row("a", 62, 1)
    names = {by: group_names([one], by)(one) for by in GroupBy if by is not GroupBy.LIGHT}
    assert names == {
        GroupBy.COLLECTION: "c",
        GroupBy.INCIDENCE: "Incidence 60°–70°",
        GroupBy.NONE: "",
    }
