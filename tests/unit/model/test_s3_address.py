"""Labels at s3:// addresses are read over https; nothing else is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.object_path import object_path
from ard_qgis_plugin.core.model.s3_address import web_address
from tests.support.fetches import PATIENT
from tests.support.searches import request_of, search_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

HOST = "s3.us-west-2.amazonaws.com"
ADDRESSES = {
    "s3://astrogeo-ard/moon/a.lbl": f"https://astrogeo-ard.{HOST}/moon/a.lbl",
    "S3://astrogeo-ard/moon/a.lbl": f"https://astrogeo-ard.{HOST}/moon/a.lbl",
    "s3://dotted.bucket/a.lbl": f"https://{HOST}/dotted.bucket/a.lbl",
    "s3://b-1/a b/50%25?x#y&é.lbl": f"https://b-1.{HOST}/a%20b/50%2525%3Fx%23y%26%C3%A9.lbl",
    "s3://b-1/@evil.example/a.lbl": f"https://b-1.{HOST}/%40evil.example/a.lbl",
}
ADDRESSES |= {
    "/vsis3/astrogeo-ard/moon/a.lbl": f"https://astrogeo-ard.{HOST}/moon/a.lbl",
    f"/vsicurl/https://b-1.{HOST}/a.lbl": f"https://b-1.{HOST}/a.lbl",
}
AS_THEY_ARE = (
    "", "s3://", "s3://bucket", "s3://bucket/", "s3://b/../x", "s3://b/a\nb", "s3://a@b/x", "s3:x",
    "http://h/x", "https://b.s3.amazonaws.com/x", "file:///etc/passwd", "/etc/passwd",
)  # fmt: skip


@pytest.mark.parametrize("href", ADDRESSES)
def test_a_file_of_a_bucket_has_an_address_on_the_web(href):
    web = web_address(href)
    assert web == ADDRESSES[href]
    assert object_path(web) == object_path(href)


@pytest.mark.parametrize("href", AS_THEY_ARE)
def test_other_addresses_come_as_they_are(href):
    assert web_address(href) == href


def test_a_label_in_a_bucket_is_asked_of_the_bucket_s_server():
    """A proxy sees which server is meant; it lets nobody through."""
    assets = {"caminfo_pvl": {"href": "s3://asc-moon/a/b.caminfo.pvl"}}
    with StacApi({"a": [item("a", 1, assets=assets)]}) as api:
        tunnel = f"asc-moon.{HOST}:443"
        api.script(tunnel, faults.status(403))
        options = replace(PATIENT, proxy=api.url(""), proxy_exclusions=(api.root,))
        (observation,) = search_of(request_of(api), options)
    assert [one.method for one in api.asked(tunnel)] == ["CONNECT"]
    assert observation.label_url == "s3://asc-moon/a/b.caminfo.pvl"
