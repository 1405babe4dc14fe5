"""How large a file is, as items say or don't say."""

from __future__ import annotations

import json

import pytest

from ard_qgis_plugin.core.manifest.file_size import file_size

HREF = "https://host/bucket/a/a.tif"


def item(**assets: object) -> bytes:
    return json.dumps({"assets": assets}).encode()


@pytest.mark.parametrize("href", [HREF, "./a.tif", "s3://bucket/a/a.tif"])
def test_the_size_is_that_of_the_asset_at_the_address(href: str) -> None:
    other = {"href": "https://host/bucket/a/a.jpg", "file:size": 7}
    found = file_size(item(thumbnail=other, image={"href": href, "file:size": 8_000_000_000}), HREF)
    assert found == 8_000_000_000


@pytest.mark.parametrize("size", [None, "12", -1, True, 3.5])
def test_what_is_no_size_is_none(size: object) -> None:
    assert file_size(item(image={"href": HREF, "file:size": size}), HREF) is None


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"assets": []}', b'{"assets": {"a": 1}}'])
def test_what_is_no_item_tells_nothing(body: bytes) -> None:
    assert file_size(body, HREF) is None
