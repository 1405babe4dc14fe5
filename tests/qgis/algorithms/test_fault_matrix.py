"""The fault matrix: whatever goes wrong with one answer, the rest of a search is as without it.

What is promised for each fault stands in docs/promises.md.
"""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.support.fetches import PATIENT
from tests.support.in_qgis.fault_matrix import (
    COUNT,
    PAGE,
    Fault,
    circling,
    leading_to,
    nowhere,
    scene,
)
from tests.support.searches import skipping
from tests.support.servers import faults
from tests.support.servers.faults import FaultServer
from tests.support.servers.stac_api import answer

pytestmark = pytest.mark.usefixtures("provider")

LOST = 4  # the number of the observation whose label fails
HTML = b"<html><title>Please log in</title></html>"
FAULTS = {
    "429": Fault(faults.status(429), "429 Too Many Requests (tried 3 times)"),
    "429 with Retry-After": Fault(
        faults.status(429, retry_after="1"), "429 Too Many Requests (tried 3 times)"
    ),
    "500": Fault(faults.status(500), "500 Internal Server Error (tried 3 times)"),
    "502": Fault(faults.status(502), "502 Bad Gateway (tried 3 times)"),
    "503": Fault(faults.status(503), "503 Service Unavailable (tried 3 times)"),
    "504": Fault(faults.status(504), "504 Gateway Timeout (tried 3 times)"),
    "400 with words": Fault(
        faults.status(400, b'{"code": "BadRequest", "description": "Invalid bbox, no"}'),
        "400 Bad Request: Invalid bbox, no",
        passes=False,
    ),
    "403": Fault(faults.status(403), "403 Forbidden", passes=False),
    "404": Fault(
        faults.status(404, b"<Error><Code>NoSuchKey</Code></Error>"),
        "404 Not Found",
        passes=False,
        status="missing",
    ),
    "no first byte": Fault(faults.hang, "sent nothing for 60 s (tried 3 times)"),
    "dripping": Fault(
        faults.drip(0.05),
        "not complete after 3 s",
        passes=False,
        options=replace(PATIENT, total_timeout=3.0),
    ),
    "closed without a word": Fault(faults.hang_up, "closed the connection without an answer"),
    "reset": Fault(faults.reset, "(tried 3 times)"),
    "reset in the body": Fault(faults.reset_in_body, "(tried 3 times)"),
    "short body": Fault(faults.short_body, "broke off in the middle of the reply (tried 3 times)"),
    "broken chunks": Fault(faults.bad_chunks, "(tried 3 times)"),
    "no HTTP": Fault(faults.not_http, "did not answer in valid HTTP (tried 3 times)"),
    "gzip garbage": Fault(faults.gzip_garbage, "claims to be gzip but can't be unpacked"),
    "gzip cut short": Fault(faults.gzip_short, "the packed reply is cut short"),
    "wrong Content-Length": Fault(
        faults.long_body,
        "not as a STAC API (whole)",
        passes=False,
        status="unreadable",
        label_words="The text has no incidence angle",
    ),
    "invalid JSON": Fault(
        faults.ok(b'{"features": [{"id": '),
        'not as a STAC API ({"features": [{"id":)',
        passes=False,
        status="unreadable",
        label_words="The text has no incidence angle",
    ),
    "HTML with status 200": Fault(
        faults.ok(HTML, content_type="text/html"),
        "not as a STAC API (<html><title>Please log in</title></html>)",
        passes=False,
        status="unreadable",
        label_words="The text is a web page, and no label",
    ),
    "an empty body": Fault(
        faults.ok(b""),
        "not as a STAC API (nothing)",
        passes=False,
        status="unreadable",
        label_words="The text has no incidence angle",
    ),
    "a body without end": Fault(
        faults.endless, "is larger than", passes=False, label_words="larger than 1 MB"
    ),
    "endless redirects": Fault(circling, "redirects more than 10 times", passes=False),
    "a redirect to a file": Fault(
        faults.status(302, location="file:///etc/passwd"),
        "redirects to what is no http or https address",
        passes=False,
    ),
}
AGAIN = {name: fault for name, fault in FAULTS.items() if fault.passes}


@pytest.fixture(scope="module")
def distrusted(tmp_path_factory) -> Iterator[FaultServer]:
    """Serves with a certificate that nobody has signed."""
    path = tmp_path_factory.mktemp("tls") / "own.pem"
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    key = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(path), "-out", str(path)]
    subprocess.run(["openssl", "req", "-x509", *key, *name], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    with FaultServer(context) as server:
        yield server


def addresses(distrusted: FaultServer) -> dict[str, tuple[str, str]]:
    """Returns addresses that lead nowhere, with what is said of them."""
    return {
        "refused": (nowhere(), "can't be reached (Connection refused) (tried 3 times)"),
        "no such host": ("http://no-such-host.invalid/x", "host no-such-host.invalid was not"),
        "distrusted": (distrusted.url("/x"), " is not trusted (self-signed certificate)"),
        "no TLS": (nowhere().replace("http", "https"), "can't be reached"),
        "a file": ("file:///etc/passwd", "it is no http or https address"),
        "another scheme": ("gopher://127.0.0.1/x", "it is no http or https address"),
    }


ADDRESSES = ("refused", "no such host", "distrusted", "no TLS", "a file", "another scheme")


def is_whole(outcome) -> bool:
    """Says whether nothing is missing."""
    return (
        outcome.values("incidence_angle") == [10.0 + number for number in range(COUNT)]
        and len(outcome.manifest) == COUNT
        and outcome.warnings == []
    )


def check_end(said: str, words: str) -> None:
    """Holds what ended a search against what its second page was."""
    assert "ended at page 2, after 3 observations of it: " in said
    assert words in said


def check_lost_angle(outcome, status: str, words: str) -> None:
    """Holds a search without one label against one that lost nothing else."""
    angles = [10.0 + number for number in range(COUNT)]
    angles[LOST] = None
    assert outcome.values("incidence_angle") == angles
    expected = [status if number == LOST else "ok" for number in range(COUNT)]
    assert outcome.values("label_status") == expected
    assert words in outcome.values("label_note")[LOST]
    assert len(outcome.manifest) == COUNT


def test_without_a_fault_all_is_there(searcher):
    with scene() as served:
        assert is_whole(searcher.run(served.api.root))


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_that_can_t_be_had_ends_the_search_with_its_reason(name, searcher):
    searcher.options = FAULTS[name].options
    # by POST alone, or some would be asked for by GET
    with scene(methods=("POST",)) as served, skipping(served.api):
        served.second_page(FAULTS[name].act)
        check_end(searcher.error(served.api.root), FAULTS[name].words)


@pytest.mark.parametrize("name", AGAIN)
def test_a_page_that_fails_once_costs_nothing(name, searcher):
    with scene() as served, skipping(served.api):
        served.second_page(AGAIN[name].act, served.api.usual)
        assert is_whole(searcher.run(served.api.root))


@pytest.mark.parametrize("name", FAULTS)
def test_a_label_that_can_t_be_had_costs_one_angle(name, searcher):
    fault = FAULTS[name]
    searcher.options = fault.options
    with scene() as served, skipping(served.api):
        served.label(LOST, fault.act)
        outcome = searcher.run(served.api.root)
    check_lost_angle(outcome, fault.status, fault.label_words or fault.words)
    (warning,) = outcome.warnings
    assert f": 1 of {COUNT}, e.g. {served.items[LOST]['id']} (" in warning


@pytest.mark.parametrize("name", AGAIN)
def test_a_label_that_fails_once_costs_nothing(name, searcher):
    with scene() as served, skipping(served.api):
        served.label(LOST, AGAIN[name].act, faults.ok(served.text(LOST)))
        assert is_whole(searcher.run(served.api.root))


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_catalogue_that_is_not_there_is_told(name, searcher, distrusted):
    address, words = addresses(distrusted)[name]
    said = searcher.error(address)
    if address.startswith("http"):
        assert said.startswith("The STAC API can't be opened, check API_URL: ")
        assert words in said
    else:
        assert "which is no web address" in said


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_next_page_that_is_nowhere_ends_the_search_with_its_reason(name, searcher, distrusted):
    address, words = addresses(distrusted)[name]
    with scene() as served:
        served.api.script("/api/search", leading_to(address))
        check_end(searcher.error(served.api.root), words)


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_label_that_is_nowhere_costs_one_angle(name, searcher, distrusted):
    address, words = addresses(distrusted)[name]
    with scene() as served:
        served.items[LOST]["assets"]["caminfo_pvl"]["href"] = address
        check_lost_angle(searcher.run(served.api.root), "failed", words)


@pytest.mark.parametrize("length", [1, 2])
def test_next_links_that_lead_in_a_circle_end_the_search(length, searcher):
    with scene() as served:
        link = {"rel": "next", "href": "/api/search"}
        pages = [served.items[k * PAGE : (k + 1) * PAGE] for k in range(length)] * 9
        acts = [answer({"features": page, "links": [link]}) for page in pages]
        served.api.script("/api/search", *acts)
        said = searcher.error(served.api.root)
    assert f"after {length * PAGE} observations of it: " in said
    assert "sends the same page again and again" in said


def test_observations_that_come_again_are_there_once(searcher):
    with scene() as served:
        served.items[2:2] = [served.items[0], served.items[1], served.items[1]]
        outcome = searcher.run(served.api.root)
    (warning,) = outcome.warnings
    assert f"it counts {COUNT + 3} and sent different ones: {COUNT};" in warning
    assert is_whole(replace(outcome, warnings=[]))


@pytest.mark.parametrize("number", [0, 1, 6, 10**30, -1, "7", None, True, 7.5, [7]])
def test_a_count_that_is_wrong_does_no_harm(number, searcher):
    with scene() as served:
        page = {"features": served.items, "links": [], "numberMatched": number}
        served.api.script("/api/search", answer(page))
        assert is_whole(searcher.run(served.api.root))


def test_items_of_5_mb_are_read(searcher):
    with scene() as served:
        for one in served.items:
            one["properties"]["history"] = "x" * 5_000_000
        assert is_whole(searcher.run(served.api.root))
