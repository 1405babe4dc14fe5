"""AssetPaths and Spool: what goes to the outputs, what is left out, and where it waits."""

from __future__ import annotations

import pytest

from ard_qgis_plugin.core.manifest.asset_paths import AssetPaths
from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from ard_qgis_plugin.core.model.errors import InputError
from ard_qgis_plugin.core.model.observation import Asset, Observation

HOST = "https://astrogeo-ard.s3-us-west-2.amazonaws.com"


def seen(number, href=None, key="image"):
    assets = {} if href is None else {key: Asset(key, href)}
    return Observation(f"o{number}", "a", "Moon", assets=assets)


@pytest.mark.parametrize("writes", [True, False])
def test_paths_are_the_same_with_and_without_a_manifest(tmp_path, writes):
    manifest = ManifestWriter(tmp_path / "m.txt", "s3_noauth") if writes else None
    paths = AssetPaths("image", "s3_noauth", manifest)
    hrefs = [f"{HOST}/moon/a.tif", f"{HOST}/moon/b%20c.tif", f"{HOST}/moon/a.tif"]
    lines = ["s3_noauth:/astrogeo-ard/moon/a.tif", "s3_noauth:/astrogeo-ard/moon/b c.tif"]
    assert [paths.path_of(seen(n, href)) for n, href in enumerate(hrefs)] == [*lines, lines[0]]
    assert paths.warnings() == []
    if manifest:
        assert manifest.commit() == 2
        assert (tmp_path / "m.txt").read_text().splitlines() == lines


@pytest.mark.parametrize("writes", [True, False])
def test_what_has_no_path_is_counted_and_named(tmp_path, writes):
    manifest = ManifestWriter(tmp_path / "m.txt", "s3_noauth") if writes else None
    paths = AssetPaths("image", "s3_noauth", manifest)
    for number in range(22):
        assert paths.path_of(seen(number)) == ""
    assert paths.path_of(seen(22, f"{HOST}/x.jpg", key="thumbnail")) == ""
    for number, href in enumerate(["file:///etc/passwd", f"{HOST}/../a", "", f"{HOST}/a\nb.tif"]):
        assert paths.path_of(seen(10 + number, href)) == ""
    assert paths.path_of(seen(20, f"{HOST}/a.tif")) == "s3_noauth:/astrogeo-ard/a.tif"
    missing, unusable = paths.warnings()
    assert missing.startswith("23 observations have no asset 'image'; not in the manifest: o0, o1,")
    assert missing.endswith(", o18, o19 and 3 more.")
    assert unusable.startswith("4 observations have an address that rclone can't use; not in the")
    assert "o10 (The address 'file:///etc/passwd' is not that of a file in a bucket" in unusable
    assert "more" not in unusable
    assert "\n" not in unusable
    if manifest:
        assert manifest.commit() == 1


def test_a_remote_that_can_t_be_is_refused():
    with pytest.raises(InputError, match="The remote name 'a b'"):
        AssetPaths("image", "a b", None)
