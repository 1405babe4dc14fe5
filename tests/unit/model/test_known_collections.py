"""Which collections are known, and which of an observation's assets can hold its angles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.known_collections import (
    DEFAULT_COLLECTIONS,
    KNOWN_COLLECTIONS,
    OTHER_IDS,
    known_collection,
    label_candidates,
    nearest_ids,
)
from ard_qgis_plugin.core.model.observation import Asset

KAGUYA = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
HIRISE = "mro_hirise_uncontrolled_observations"


def assets(**hrefs: str) -> dict[str, Asset]:
    return {key: Asset(key, href, "text/plain") for key, href in hrefs.items()}


def picked(collection: str, found: dict[str, Asset]) -> list[tuple[str, bool]]:
    return [(c.asset.key, c.fallback) for c in label_candidates(collection, found)]


def item_assets(path: Path) -> dict[str, Asset]:
    item = json.loads(path.read_text())
    return {k: Asset(k, a["href"], a.get("type", "")) for k, a in item["assets"].items()}


def test_every_row_has_a_unique_id_and_a_known_body():
    rows = (*KNOWN_COLLECTIONS, *OTHER_IDS)
    assert len({c.id for c in rows}) == len(rows) >= 22
    assert all(body_named(c.body) and c.title for c in rows)


@pytest.mark.parametrize(
    ("collection", "body", "offered", "has_angles"),
    [
        ("kaguya_terrain_camera_usgs_dtms_v2", "Moon", True, False),
        ("kaguya_terrain_camera_usgs_dtms_v2_equi", "Moon", False, False),
        ("kaguya_terrain_camera_usgs_dtms_v2_northpolar", "Moon", False, False),
        ("kaguya_terrain_camera_usgs_dtms_v2_southpolar", "Moon", False, False),
        ("mro_hirise_controlled_socet_dtms", "Mars", False, False),
        ("kaguya_monoscopic_uncontrolled_observations", "Moon", False, True),
        ("kaguya_stereoscopic_uncontrolled_observations", "Moon", False, True),
        ("kaguya_spsupport_uncontrolled_observations", "Moon", False, True),
        ("themis_usgs_photogrammetrically_controlled_observations", "Mars", False, False),
    ],
)
def test_ids_beside_the_api_and_of_former_times_are_known(collection, body, offered, has_angles):
    known = known_collection(collection)
    assert (known.body, bool(known.labels)) == (body, has_angles)
    assert (known in KNOWN_COLLECTIONS) is offered
    found = assets(caminfo_pvl="s3://b/x.caminfo.pvl")
    assert picked(collection, found) == ([("caminfo_pvl", False)] if has_angles else [])


def test_an_id_of_former_times_leads_to_the_one_of_today():
    for mode in ("monoscopic", "stereoscopic", "spsupport"):
        today = f"kaguya_terrain_camera_{mode}_uncontrolled_observations"
        assert nearest_ids(f"kaguya_{mode}_uncontrolled_observations")[0] == today
    assert nearest_ids("mro_hirise_controlled_socet_dtms")[0] == "mro_hirise_socet_dtms"


def test_defaults_are_the_tutorial_s_collections_in_its_order():
    modes = [name.split("_")[3] for name in DEFAULT_COLLECTIONS]
    assert modes == ["stereoscopic", "spsupport", "monoscopic"]
    assert all(known_collection(name).doi == "10.5066/P9SH5YNV" for name in DEFAULT_COLLECTIONS)


def test_kaguya_prefers_caminfo_whatever_the_order_of_the_assets():
    found = assets(isis_label="s3://b/x.isis.lbl", pds_label="s3://b/x.lbl", image="s3://b/x.tif")
    found |= assets(caminfo_pvl="s3://b/x.caminfo.pvl")
    assert picked(KAGUYA, found) == [("caminfo_pvl", False), ("pds_label", True)]


def test_kaguya_without_caminfo_still_calls_the_pds_label_a_fallback():
    assert picked(KAGUYA, assets(pds_label="https://h/x.lbl")) == [("pds_label", True)]


@pytest.mark.parametrize("key", ["pds_label", "pds3label", "pds3_label", "PDS_Label", "label"])
def test_hirise_takes_the_pds3_label_under_any_key(key):
    found = assets(image="x.jp2", isis_label="x.isis.lbl", **{key: "https://h/x.LBL?sig=a/b.tif"})
    assert picked(HIRISE, found) == [(key, False)]


@pytest.mark.parametrize(
    "collection",
    [
        "kaguya_terrain_camera_usgs_dtms",
        "lunar_orbiter_laser_altimeter",
        "mro_hirise_socet_dtms",
        "mro_ctx_controlled_usgs_dtms",
        "mo_themis_controlled_mosaics",
        "galileo_usgs_photogrammetrically_controlled_mosaics",
        "galileo_usgs_photogrammetrically_controlled_dtms",
    ],
)
def test_collections_without_angles_fetch_nothing(collection):
    assert picked(collection, assets(caminfo_pvl="x.caminfo.pvl", pds_label="x.lbl")) == []


def test_an_unknown_collection_is_judged_by_key_ending_and_media_type():
    found = assets(
        thumbnail="x.jpg", PAM_pds_label="x.tif.aux.xml", isis_label="x.lbl", usgscsm="x.isd.json"
    )
    assert picked("new", found) == []
    assert picked("new", found | assets(meta="h/x.LBL")) == [("meta", False)]
    assert picked("new", found | assets(geometry="h/x.caminfo.pvl")) == [("geometry", False)]
    assert picked("new", assets(metadata="x.lbl", cam="x.caminfo.pvl")) == [
        ("cam", False),
        ("metadata", True),
    ]
    typed = {"doc": Asset("doc", "h/doc", "application/x-pds3")}
    assert picked("new", typed) == [("doc", False)]
    assert picked("new", {"l": Asset("pds_label", "h/l", "image/jpeg")}) == []
    assert picked("new", {"l": Asset("pds4_label", "h/l", "text/plain")}) == []


def test_an_unknown_collection_can_have_pds4_labels():
    assert picked("new", assets(label="h/x.xml")) == [("label", False)]
    assert picked("new", assets(pds4_metadata="h/x.XML?sig=1")) == [("pds4_metadata", False)]
    assert picked("new", assets(pds4="x.xml", pds_label="x.lbl")) == [
        ("pds_label", False),
        ("pds4", True),
    ]
    assert picked("new", assets(metadata="x.xml", label="x.tif.aux.xml")) == []
    assert picked(KAGUYA, assets(label="x.xml")) == []


def test_real_kaguya_items(shared_data):
    paths = sorted((shared_data / "items" / "kaguya_monoscopic").glob("*.json"))
    assert len(paths) == 9
    for path in paths:
        expected = [("caminfo_pvl", False), ("pds_label", True)]
        assert picked(KAGUYA, item_assets(path)) == expected


@pytest.mark.parametrize(
    ("pattern", "count", "collection", "expected"),
    [
        ("europa_2022/*images*__s*.json", 2, "voyager_individual_images", [("pds3label", False)]),
        ("europa_2022/*images*__s*.json", 2, "an_unknown_one", [("pds3label", False)]),
        ("europa_2022/*mosaics*.json", 1, "an_unknown_one", []),
        ("mro_ctx_dtms/*.json", 2, "an_unknown_one", []),
    ],
)
def test_real_items_of_other_collections(shared_data, pattern, count, collection, expected):
    paths = sorted((shared_data / "items").glob(pattern))
    assert len(paths) == count
    assert all(picked(collection, item_assets(path)) == expected for path in paths)


def test_nearest_ids_finds_misspelt_and_short_names():
    assert nearest_ids("kaguya_terrain_camera_monoscopic_uncontroled_observations")[0] == KAGUYA
    assert nearest_ids("HiRISE observations")[0] == HIRISE
    assert all(name.startswith("kaguya") for name in nearest_ids("kaguya", n=4))
    assert nearest_ids("b", among=["abc", "b2", "xyz"], n=1) == ["b2"]
    assert nearest_ids("anything", among=[]) == []
