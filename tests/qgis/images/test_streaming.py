"""Images over the network: each address opens, however GDAL and the server are set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from ard_qgis_plugin.bridge.images.inspection import Image, Unreadable, look_at
from ard_qgis_plugin.bridge.images.streaming import (
    set_up_streaming,
    streamed_names,
    undo_streaming,
)
from ard_qgis_plugin.core.manifest.asset_file import IMAGE, AssetFile, FootprintRow
from ard_qgis_plugin.core.model.errors import ManifestError
from tests.support.servers.image_server import SIGNATURE, image_server

ENDINGS = "CPL_VSIL_CURL_ALLOWED_EXTENSIONS"
HEAD = "CPL_VSIL_CURL_USE_HEAD"
AS_USGS_SAYS = ".tif,.TIF,.tiff"

PATHS = {
    "plain": "plain/a.tif",
    "signed": f"signed/a.tif?{SIGNATURE}",
    "HEAD refused with 400": "head400/a.tif",
    "HEAD refused with 403": "head403/a.tif",
    "HEAD refused with 404": "head404/a.tif",
    "HEAD refused with 405": "head405/a.tif",
    "HEAD refused with 501": "head501/a.tif",
    "raw blanks": "plain/b c d.tif",
    "encoded blanks": "plain/b%20c%20d.tif",
    "a raw letter": "plain/Krater é 月.tif",
    "raw quotes": 'plain/"x"<y>.tif',
    "a raw per cent": "plain/100%.tif",
    "capitals": "plain/A.TIF",
    "another ending": "plain/a.jp2",
    "no ending": "plain/image",
}
NAMES = ("b c d.tif", "Krater é 月.tif", '"x"<y>.tif', "100%.tif", "A.TIF", "a.jp2", "image")


@pytest.fixture(scope="module")
def tif(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("image") / "a.tif"
    values = np.arange(512 * 512, dtype=np.int16).reshape(512, 512)
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), 512, 512, 1, gdal.GDT_Int16, options=["TILED=YES"]
    )
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.FlushCache()
    del dataset
    return path.read_bytes()


@pytest.fixture(scope="module")
def served(tif: bytes) -> Iterator[tuple[str, list[str]]]:
    with image_server(tif, *NAMES) as (root, asked):
        yield root, asked


@pytest.fixture(autouse=True)
def settings_as_they_were() -> Iterator[None]:
    undo_streaming()
    yield
    undo_streaming()
    for name in (ENDINGS, HEAD):
        gdal.SetConfigOption(name, None)
    gdal.VSICurlClearCache()


def looked_at(href: str) -> Image | Unreadable:
    set_up_streaming()
    row = FootprintRow(id="one", collection="c")
    (found,) = look_at([AssetFile(row, IMAGE, href)], None, lambda *_: None, lambda: False)
    return found


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("endings", [None, AS_USGS_SAYS, "tif tiff", ""])
def test_each_address_opens_and_so_does_its_layer(name, endings, served) -> None:
    gdal.SetConfigOption(ENDINGS, endings)
    found = looked_at(f"{served[0]}/{PATHS[name]}")
    assert isinstance(found, Image), found
    assert (found.bands, found.sample.size > 0) == (1, True)
    layer = QgsRasterLayer(found.source, "x", "gdal")
    assert (layer.isValid(), layer.width()) == (True, 512)


@pytest.mark.parametrize("endings", [None, AS_USGS_SAYS])
def test_a_project_opened_later_still_has_its_layers(endings, served) -> None:
    """Names of files with the usual endings need no setting of the plugin's."""
    gdal.SetConfigOption(ENDINGS, endings)
    source = looked_at(f"{served[0]}/plain/a.tif").source
    undo_streaming()
    gdal.VSICurlClearCache()
    assert gdal.GetConfigOption(ENDINGS) == endings
    assert QgsRasterLayer(source, "x", "gdal").isValid()


def test_head_is_asked_for_where_it_is_taken_and_nothing_is_asked_twice(served) -> None:
    root, asked = served
    asked.clear()
    looked_at(f"{root}/plain/a.tif")
    assert asked[0] == "HEAD /plain/a.tif"
    assert len(asked) <= 3
    asked.clear()
    looked_at(f"{root}/signed/a.tif?{SIGNATURE}")
    assert {one.split()[0] for one in asked} == {"GET"}
    assert len(asked) <= 3


def test_what_is_not_there_is_told_without_its_signature(served) -> None:
    found = looked_at(f"{served[0]}/plain/gone.tif?{SIGNATURE}")
    assert isinstance(found, Unreadable)
    assert found.reason == f"the server answers 404: {served[0]}/plain/gone.tif"


def test_settings_are_taken_back_to_what_the_user_had() -> None:
    gdal.SetConfigOption(ENDINGS, AS_USGS_SAYS)
    set_up_streaming()
    set_up_streaming()
    assert gdal.GetConfigOption(ENDINGS) == f"{AS_USGS_SAYS},vsicurl"
    assert gdal.GetConfigOption(HEAD) == "NO"
    undo_streaming()
    assert gdal.GetConfigOption(ENDINGS) == AS_USGS_SAYS
    assert gdal.GetConfigOption(HEAD) is None


def test_a_user_s_own_setting_of_head_stays() -> None:
    gdal.SetConfigOption(ENDINGS, AS_USGS_SAYS)
    gdal.SetConfigOption(HEAD, "YES")
    set_up_streaming()
    assert gdal.GetConfigOption(HEAD) == "YES"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://h/b/a%20b.tif", "https%3A%2F%2Fh%2Fb%2Fa%2520b.tif"),
        ("https://h/b/a b.tif", "https%3A%2F%2Fh%2Fb%2Fa%2520b.tif"),
        (" https://h/b/a.tif\n", "https%3A%2F%2Fh%2Fb%2Fa.tif"),
        ("HTTPS://h/b/a.tif", "HTTPS%3A%2F%2Fh%2Fb%2Fa.tif"),
        ("/vsicurl/https://h/b/a.tif", "https%3A%2F%2Fh%2Fb%2Fa.tif"),
        ("s3://b.c/k d.tif", "https%3A%2F%2Fs3.us-west-2.amazonaws.com%2Fb.c%2Fk%2520d.tif"),
        ("/vsis3/b/k.tif", "https%3A%2F%2Fs3.us-west-2.amazonaws.com%2Fb%2Fk.tif"),
    ],
)
def test_any_address_of_a_bucket_can_be_streamed(href, url) -> None:
    best, other = streamed_names(href)
    assert best.endswith(f"&url={url}")
    assert other.endswith(f"&use_head=no&url={url}")


def test_a_signed_address_keeps_its_signature() -> None:
    for href in (f"https://h/a.tif?{SIGNATURE}", f"/vsicurl/https://h/a.tif?{SIGNATURE}"):
        (name,) = streamed_names(href)
        assert "use_head=no" in name
        assert name.endswith("X-Amz-Signature%3Da%252Fb%252Bc%253D")
        gdal.SetConfigOption(ENDINGS, AS_USGS_SAYS)
        assert streamed_names(href) == [f"/vsicurl/https://h/a.tif?{SIGNATURE}"]
        gdal.SetConfigOption(ENDINGS, None)


@pytest.mark.parametrize("href", ["", "ftp://h/a.tif", "file:///etc/passwd", "/etc/passwd", "a"])
def test_what_is_no_address_of_a_file_is_refused(href) -> None:
    with pytest.raises(ManifestError):
        streamed_names(href)


def test_local_files_need_no_name(tmp_path: Path, tif: bytes) -> None:
    path = tmp_path / "bucket" / "a.tif"
    path.parent.mkdir()
    path.write_bytes(tif)
    row = FootprintRow(id="one", collection="c")
    file = AssetFile(row, IMAGE, "s3://bucket/a.tif")
    (found,) = look_at([file], tmp_path, lambda *_: None, lambda: False)
    assert isinstance(found, Image)
    assert found.source == str(path)
