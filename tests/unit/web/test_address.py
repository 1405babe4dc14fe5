"""Addresses as they are sent: what is signed stays byte for byte."""

from __future__ import annotations

import asyncio
from random import Random

import pytest
from yarl import URL

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.web.address import http_url, target
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.fetches import QUICK
from tests.support.servers import faults
from tests.support.servers.fault_server import FaultServer

SIGNED = [
    "/x.lbl?sig=a%2Bb%3D%2F&se=2026-01-01T00%3A00%3A00Z",
    "/a%20b/x.lbl?Policy=eyJ~%5F&Signature=k%7Ea__&Key-Pair-Id=K",
    "/x.lbl?X-Amz-Credential=AK%2F20261127%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Signature=ab",
    "/x.lbl?token=%e4%F6",
]

NO_HOSTS = ["http://h:99999/x", "http://h:99999/x?sig=a", "http://xn--/x", "http://xn--a.b/x?y"]


@pytest.mark.parametrize("path", SIGNED)
@pytest.mark.parametrize("is_redirected", [False, True])
def test_a_signed_address_is_asked_for_as_it_is(path, is_redirected):
    with FaultServer() as server:
        url = server.script(path, faults.ok(b"label"))
        if is_redirected:
            url = server.script("/there", faults.status(302, location=url))

        async def read():
            async with Fetcher(QUICK) as fetcher:
                return await fetcher.read_label(url)

        assert asyncio.run(read()).body == b"label"
    assert server.requests[-1].target == path


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("HTTP://H/a b.lbl?c=d e", "http://h/a%20b.lbl?c=d+e"),
        ("http://h/100%.lbl?x=%zz", "http://h/100%25.lbl?x=%25zz"),
        ("http://h/./a/../b?x=%2F", "http://h/b?x=/"),
        ("http://h/ä?ö=%C3%BC", "http://h/%C3%A4?%C3%B6=%C3%BC"),
        ("http://h:080/a%41//b..c", "http://h/aA//b..c"),
    ],
)
def test_what_can_t_be_sent_as_it_is_is_encoded(url, sent):
    assert str(http_url(url)) == sent


@pytest.mark.parametrize(
    "url", ["", "x", "//h/x", "ftp://h/x", "http:///x", "http://[x", "http://h/\n", *NO_HOSTS]
)
def test_what_is_no_address_of_the_web_is_told(url):
    with pytest.raises(FetchError, match="it is no http or https address"):
        http_url(url)


@pytest.mark.parametrize("location", ["ftp://h/x", "http://[x", *NO_HOSTS])
def test_what_is_no_address_of_the_web_is_no_target(location):
    assert target(http_url("http://h/"), location) is None


def test_an_address_that_is_sent_as_it_is_is_the_one_that_would_be_made_of_it():
    random = Random(5)
    parts = ["a", "Z9", "_-~", ".", "..", "x.lbl", "@$&'()*+,;=:!", "/", "//", "", "%41", "ä", "#"]
    sites = ["http://h", "https://a.b:8080", "http://1.2.3.4", "http://a..b:80", "http://-:080"]
    for _ in range(3000):
        path = "".join(random.choices(parts, k=random.randrange(9)))
        text = f"{random.choice(sites)}/{path}"
        url, made = http_url(text), URL(text)
        assert str(url) == str(made)
        assert (url.raw_host, url.port) == (made.raw_host, made.port)
        assert url.raw_path_qs == made.raw_path_qs
