"""Fetching from a real server that misbehaves: what is retried, and what is told."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.errors import FetchError, TooLargeError
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.fetches import PATIENT, error_of, label, read_text, reply, run
from tests.support.servers import faults
from tests.support.servers.closed_port import closed_port

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)

PASSING = {  # faults that may pass, and what is said when they don't
    "429": (faults.status(429), "429 Too Many Requests"),
    "500": (faults.status(500), "500 Internal Server Error"),
    "502": (faults.status(502), "502 Bad Gateway"),
    "503": (faults.status(503), "503 Service Unavailable"),
    "504": (faults.status(504), "504 Gateway Timeout"),
    "hang": (faults.hang, "sent nothing for 60 s"),
    "hang up": (faults.hang_up, "closed the connection without an answer"),
    "reset": (faults.reset, "broke"),
    "reset in body": (faults.reset_in_body, "in the middle of the reply"),
    "short body": (faults.short_body, "in the middle of the reply"),
    "bad chunks": (faults.bad_chunks, "did not answer in valid HTTP"),
    "no HTTP": (faults.not_http, "did not answer in valid HTTP"),
    "gzip garbage": (faults.gzip_garbage, "can't be unpacked"),
    "gzip cut short": (faults.gzip_short, "cut short"),
}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Längengrad 1°".encode(), "Längengrad 1°"),
        ("Längengrad 1°".encode("latin-1"), "Längengrad 1°"),
        (b"", ""),
        (b"x" * 1_000_000, "x" * 1_000_000),
    ],
    ids=["utf-8", "latin-1", "empty", "1 MB"],
)
def test_a_label_is_text(server, body, text):
    assert label(server.script("/label", faults.ok(body))) == text


def test_a_packed_label_is_unpacked(server):
    packed = gzip.compress(b"Object = Caminfo")
    url = server.script("/label", faults.ok(packed, content_encoding="gzip"))
    assert label(url) == "Object = Caminfo"
    assert server.asked("/label")[0].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_passes_costs_nothing(server, fault):
    url = server.script("/label", PASSING[fault][0], faults.ok(b"angles"))
    assert label(url, skip=server.is_idle) == "angles"
    assert len(server.asked("/label")) == 2


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_stays_ends_after_a_handful(server, fault):
    behaviour, words = PASSING[fault]
    error = error_of(server.script("/label", behaviour), skip=server.is_idle)
    assert words in str(error)
    assert "(tried 3 times)" in str(error)
    assert server.url("/label") in str(error)
    assert error.status == (int(fault) if fault.isdecimal() else error.status)
    # aiohttp itself asks once more, at once, where the connection ended before an answer
    assert len(server.asked("/label")) in {3, 6}


def test_what_follows_a_body_is_not_taken_for_the_next_reply(server):
    first, second = server.script("/1", faults.long_body), server.script("/2", faults.ok(b"right"))

    async def work(fetcher: Fetcher) -> list[str]:
        return [await read_text(fetcher, first), await read_text(fetcher, second)]

    assert run(work, replace(PATIENT, retries=4)) == ["whole", "right"]


@pytest.mark.parametrize(
    ("code", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (418, "418"), (499, "499")]
)
def test_a_refusal_is_not_asked_again(server, code, words):
    error = error_of(server.script("/label", faults.status(code)))
    assert (error.status, len(server.asked("/label"))) == (code, 1)
    assert words in str(error)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"code": "BadRequest", "description": "Invalid\\nbbox."}', "Bad Request: Invalid bbox."),
        (b'{"message": "Internal server error"}', "Bad Request: Internal server error."),
        (b'{"description": {"a": 1}}', "Bad Request."),
        (b"[" * 60_000, "Bad Request."),
        (b"<html>", "Bad Request."),
        (b'{"detail": "' + b"x" * 70_000, "Bad Request."),
    ],
)
def test_the_server_s_own_words_are_shown(server, body, words):
    assert str(error_of(server.script("/x", faults.status(400, body)))).endswith(words)


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "endless"])
def test_a_body_above_1_mb_is_no_label(server, declared):
    body = faults.ok(b"(" * 1_000_001) if declared else faults.endless
    error = error_of(server.script("/label", body))
    assert isinstance(error, TooLargeError)
    assert str(error) == f"{server.url('/label')} is larger than 1 MB, so it is no label."
    assert len(server.asked("/label")) == 1


def test_a_small_body_that_unpacks_to_a_large_one_is_no_label(server):
    assert isinstance(error_of(server.script("/label", faults.gzip_bomb)), TooLargeError)


def test_paths_arrive_as_they_are_meant(server):
    server.script("/a%20b/%C3%B6;%7C$(x)", faults.ok(b"angles"))
    assert label(server.url("/a b/ö;|$(x)")) == "angles"


def test_an_unknown_host_is_named():
    error = error_of("http://no-such-host.invalid/label")
    assert "the host no-such-host.invalid was not found" in str(error)


def test_a_refused_connection_is_tried_again_and_told():
    error = error_of(f"http://127.0.0.1:{closed_port()}/label")
    assert "can't be reached (Connection refused) (tried 3 times)" in str(error)
    assert error.status is None


def test_a_body_can_be_posted_twice_and_an_unchanged_one_left(server):
    url = server.script("/search", faults.hang_up, faults.ok(b"{}"))
    assert reply(url, method="POST", json={"limit": 5}).body == b"{}"
    assert [request.body for request in server.asked("/search")] == [b'{"limit": 5}'] * 2
    url = server.script("/label", faults.status(304, etag='"2"'))
    answer = reply(url, headers={"If-None-Match": '"2"'})
    assert (answer.status, answer.headers["etag"]) == (304, '"2"')
    assert server.asked("/label")[0].headers["if-none-match"] == '"2"'


def test_a_header_that_would_break_out_is_refused(server):
    with pytest.raises(FetchError, match="can't be sent as it is"):
        reply(server.script("/label", faults.ok()), headers={"X": "a\r\nY: b"})


def test_the_user_agent_is_sent(server):
    label(server.script("/label", faults.ok()), replace(PATIENT, user_agent="Somebody/1.0"))
    assert server.asked("/label")[0].headers["user-agent"] == "Somebody/1.0"
