"""Redirects: method and body stay, secrets go to no other server, the rest is an error."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.model.server import same_server
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT, error_of, reply
from tests.support.servers import faults
from tests.support.servers.faults import FaultServer

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)

BODY = {"collections": ["a"], "limit": 5}
SENT = b'{"collections": ["a"], "limit": 5}'


@pytest.fixture
def other() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server
        server.wait_until_left()


@pytest.mark.parametrize("code", [301, 302, 307, 308])
@pytest.mark.parametrize("hops", [1, 3])
def test_a_search_stays_what_it_is(server, other, code, hops):
    for hop in range(hops):
        there = other.url("/search") if hop == hops - 1 else f"/{hop + 1}"
        server.script(f"/{hop}", faults.status(code, location=there))
    other.script("/search", faults.ok(b"{}"))
    answer = reply(server.url("/0"), method="POST", json=BODY)
    assert (answer.body, answer.url) == (b"{}", other.url("/search"))
    (arrived,) = other.requests
    assert (arrived.method, arrived.body) == ("POST", SENT)
    assert arrived.headers["content-type"] == "application/json"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_what_is_read_is_read_from_where_it_leads(server, other, code):
    server.script("/label?a=1", faults.status(code, location=other.url("/there?b=2")))
    other.script("/there?b=2", faults.ok(b"angles"))
    assert reply(server.url("/label?a=1")).body == b"angles"


def test_a_search_that_can_t_stay_what_it_is_is_an_error(server, other):
    url = server.script("/search", faults.status(303, location=other.url("/results")))
    with pytest.raises(FetchError, match="redirects with 303 what is asked by POST") as caught:
        reply(url, method="POST", json=BODY)
    assert (caught.value.status, other.requests) == (303, [])


def test_a_redirect_that_names_no_place_is_an_error(server):
    assert "the server answered 302 Found" in str(error_of(server.script("/x", faults.status(302))))


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "http://[x", "javascript:alert(1)"],
)
def test_only_the_web_is_gone_to(server, location):
    url = server.script("/search", faults.status(301, location=location))
    with pytest.raises(FetchError, match="redirects to what is no http or https address"):
        reply(url, method="POST", json=BODY)


def test_redirects_in_a_circle_end(server):
    server.script("/a", faults.status(301, location="/b"))
    url = server.script("/b", faults.status(301, location="/a"))
    with pytest.raises(FetchError, match="redirects more than 10 times"):
        reply(url, method="POST", json=BODY)
    assert len(server.requests) == 10


def test_secrets_stay_on_the_server_and_go_to_no_other(server, other):
    server.script("/a", faults.status(302, location="/b"))
    server.script("/b", faults.status(307, location=other.url("/c")))
    other.script("/c", faults.status(301, location=server.url("/d")))
    server.script("/d", faults.ok(b"{}"))
    headers = {"X-Token": "secret", "If-None-Match": '"1"'}
    reply(server.url("/a", "me:secret"), method="POST", json=BODY, headers=headers)
    assert [request.headers.get("x-token") for request in server.requests] == ["secret"] * 2 + [
        None
    ]
    (elsewhere,) = other.requests
    assert "secret" not in str(elsewhere.headers)
    assert elsewhere.headers["if-none-match"] == '"1"'
    assert "secret" not in str(server.requests[-1].headers)


def test_user_and_password_stay_on_the_server(server):
    server.script("/a", faults.status(301, location=server.url("/b")))
    server.script("/b", faults.ok(b"{}"))
    answer = reply(server.url("/a", "me:secret"), method="POST", json=BODY)
    assert [one.headers["authorization"] for one in server.requests] == ["Basic bWU6c2VjcmV0"] * 2
    assert answer.url == server.url("/b")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://h/a", "http://h/b", True),
        ("http://h/a", "http://h:80/b", True),
        ("http://h/a", "https://h/a", True),
        ("https://h/a", "http://h/a", False),
        ("http://h:8080/a", "https://h/a", False),
        ("http://h/a", "https://h:8443/a", False),
        ("http://h/a", "http://h.evil/a", False),
        ("http://127.0.0.1:1/a", "http://127.0.0.1:2/a", False),
        ("http://me:secret@H/a", "http://h/b", True),
        ("http://h:x/a", "http://h:x/b", False),
        ("", "", False),
    ],
)
def test_a_server_is_the_same_with_tls_but_not_without(one, other, same):
    assert same_server(one, other) is same


def test_all_redirects_have_the_time_of_one_attempt(server):
    async def slowly_round(exchange):
        await asyncio.sleep(0.2)
        await faults.status(302, location="/a")(exchange)

    url = server.script("/a", slowly_round)
    watch = Stopwatch()
    error = error_of(url, replace(PATIENT, total_timeout=0.5, retries=0))
    assert "was not complete after 0.5 s" in str(error)
    assert watch.seconds() < 5


def test_each_place_is_reached_the_way_that_is_meant_for_it(server, other):
    """A redirect away from what passes the proxy by goes through the proxy, and back."""
    near = server.script("/near", faults.status(302, location="http://far.invalid/label"))
    other.script("http://far.invalid/label", faults.ok(b"by proxy"))
    options = replace(PATIENT, proxy=other.url(""), proxy_exclusions=(server.url("/"),))
    assert reply(near, options).body == b"by proxy"
