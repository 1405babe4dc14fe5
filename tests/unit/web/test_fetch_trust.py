"""Fetching from a real server: addresses, redirects, certificates, proxies, and no secret told."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.fetches import PATIENT, QUICK, error_of, label, reply
from tests.support.servers import faults
from tests.support.servers.fault_server import Exchange
from tests.support.servers.faults import FaultServer

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)


def test_redirects_are_followed_without_the_password(server):
    with FaultServer() as other:
        other.script("/there", faults.ok(b"angles"))
        moved = faults.status(302, location=other.url("/there"))
        server.script("/here", moved)
        answer = reply(server.url("/here", user="me:secret"))
        assert (answer.body, answer.url) == (b"angles", other.url("/there"))
        assert "authorization" in server.asked("/here")[0].headers
        assert "authorization" not in other.asked("/there")[0].headers


@pytest.mark.parametrize(
    ("target", "words", "times"),
    [
        ("/label", "redirects more than 10 times", 10),
        ("file:///etc/passwd", "no http or https address", 1),
        ("http://", "no http or https address", 1),
    ],
)
def test_redirects_end(server, target, words, times):
    error = error_of(server.script("/label", faults.status(302, location=target)))
    assert words in str(error)
    assert len(server.asked("/label")) == times


@pytest.mark.parametrize(
    "url",
    [
        "", "label.lbl", "file:///etc/passwd", "ftp://h/x", "s3://bucket/key", "http://", "//h/x",
        "http://h:99999/", "http://[bad/", "http://h/a\nb", "http://me:sec/ret@h/", "data:,x",
    ],
)  # fmt: skip
def test_only_http_addresses_are_read(url):
    message = str(error_of(url))
    assert message.endswith("it is no http or https address.")
    assert "\n" not in message
    assert "ret" not in message


@pytest.mark.parametrize(
    "behaviour",
    [
        faults.status(404),
        faults.status(503),
        faults.hang,
        faults.hang_up,
        faults.reset,
        faults.short_body,
        faults.drip(0.05),
        faults.gzip_garbage,
        faults.not_http,
        faults.endless,
        faults.status(302, location="/label?key=secret"),
        faults.status(302, location="ftp://secret:secret@127.0.0.1/secret"),
        faults.status(302, location="http://secret:secret@127.0.0.1:1/"),
    ],
)
def test_no_message_holds_a_password_or_a_key(server, behaviour):
    server.script("/label?key=secret", behaviour)
    url = server.url("/label?key=secret", user="secret:secret")
    message = str(error_of(url, replace(QUICK, total_timeout=1)))
    assert "127.0.0.1" in message
    assert "secret" not in message


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Makes a certificate for 127.0.0.1 that nobody trusts, with its key, in one PEM file."""
    pem = tmp_path_factory.mktemp("tls") / "server.pem"
    command = "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -days 2"
    subject = ["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(pem), "-out", str(pem)]
    subprocess.run([*command.split(), *subject, *files], check=True, capture_output=True)
    return pem


@pytest.fixture
def tls_server(certificate: Path) -> Iterator[FaultServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with FaultServer(context) as server:
        yield server
        server.wait_until_left()


def test_a_certificate_is_trusted_once_its_authority_is(tls_server, certificate):
    url = tls_server.script("/label", faults.ok(b"angles"))
    error = error_of(url)
    assert "the certificate of 127.0.0.1 is not trusted (self-signed certificate)" in str(error)
    assert not tls_server.requests
    assert label(url, replace(PATIENT, ca_pem=certificate.read_text())) == "angles"


def test_a_certificate_of_another_host_is_not_trusted(tls_server, certificate):
    url = tls_server.script("/label", faults.ok()).replace("127.0.0.1", "localhost")
    error = error_of(url, replace(PATIENT, ca_pem=certificate.read_text()))
    assert "not trusted (Hostname mismatch" in str(error)


def test_https_where_none_is_spoken_is_told(server):
    error = error_of(server.script("/label", faults.ok()).replace("http:", "https:"))
    assert "no secure connection to 127.0.0.1" in str(error)


@pytest.mark.parametrize("pem", ["no certificate", "-----BEGIN CERTIFICATE-----\nMII"])
def test_certificates_that_can_not_be_read_are_not_trusted(tls_server, pem):
    error = error_of(tls_server.url("/label"), replace(PATIENT, ca_pem=pem))
    assert "the certificate of 127.0.0.1 is not trusted" in str(error)


def test_a_redirect_to_https_meets_the_same_trust(server, tls_server, certificate):
    there = tls_server.script("/there", faults.ok(b"angles"))
    here = server.script("/here", faults.status(302, location=there))
    assert label(here, replace(PATIENT, ca_pem=certificate.read_text())) == "angles"


def test_requests_go_through_the_proxy_but_not_the_excluded_ones(server):
    server.script("http://far.invalid/label", faults.ok(b"by proxy"))
    server.script("/near", faults.ok(b"direct"))
    options = replace(
        PATIENT, proxy=server.url("", user="me:secret"), proxy_exclusions=(server.url("/"),)
    )
    assert label("http://far.invalid/label", options) == "by proxy"
    assert label(server.url("/near"), options) == "direct"
    authorization = server.requests[0].headers["proxy-authorization"]
    assert b64decode(authorization.removeprefix("Basic ")) == b"me:secret"
    assert "proxy-authorization" not in server.requests[1].headers


def test_a_secure_request_asks_the_proxy_for_a_tunnel(server):
    server.script("far.invalid:443", faults.status(407))
    error = error_of("https://far.invalid/x", replace(PATIENT, proxy=server.url("", "me:secret")))
    assert "the proxy refused with status 407" in str(error)
    assert error.status is None
    assert server.requests[0].method == "CONNECT"


def test_a_proxy_that_is_not_there_is_told_without_its_password():
    error = error_of("http://far.invalid/x", replace(PATIENT, proxy="http://me:secret@127.0.0.1:1"))
    assert "the proxy 127.0.0.1 can't be reached (Connection refused)" in str(error)
    assert "secret" not in str(error)


def test_headers_that_drip_over_tls_are_given_up_too(tls_server, certificate):
    url = tls_server.script("/label", faults.drip_headers(0.05))
    options = replace(PATIENT, ca_pem=certificate.read_text(), drip_window=0.4)
    assert "it came too slowly (" in str(error_of(url, options))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (faults.hang_up, "closed the connection without an answer"),
        (faults.reset, "the connection to 127"),
        (faults.hang, "sent nothing for 1 s"),
    ],
)
def test_what_ends_while_its_headers_are_watched_over_tls_is_told(
    tls_server, certificate, fault, reason
):
    async def late(exchange: Exchange) -> None:
        await asyncio.sleep(0.2)  # after the first look
        await fault(exchange)

    url = tls_server.script("/label", late)
    pem = certificate.read_text()
    options = replace(PATIENT, ca_pem=pem, drip_window=0.4, read_timeout=1.0, retries=0)
    assert reason in str(error_of(url, options))
