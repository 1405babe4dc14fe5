"""Fetching through real proxies, HTTP and SOCKS5, and from servers of an institute's authority."""

from __future__ import annotations

import asyncio
import select
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest

from ard_qgis_plugin.core.model.errors import MissingDependencyError
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.web.fetch import Fetcher
from tests.support.clock.conditions import until
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT, error_of, label, reply, run
from tests.support.servers import faults
from tests.support.servers.certificates import Authority, make_authority
from tests.support.servers.closed_port import closed_port
from tests.support.servers.faults import FaultServer
from tests.support.servers.proxies import HttpProxy, Proxy, SocksProxy

USER, PASSWORD = "jane@institute", "s3cr:t/%@"

pytestmark = pytest.mark.filterwarnings(
    "error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning"
)
both = pytest.mark.parametrize("kind", [HttpProxy, SocksProxy])


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(params=["http", "https"])
def server(request: pytest.FixtureRequest, authority: Authority) -> Iterator[FaultServer]:
    """Runs a server that knows itself as far.invalid, which nobody but the proxy can find."""
    with FaultServer(authority.server_context() if request.param == "https" else None) as server:
        server.far = f"{request.param}://far.invalid"
        yield server
        server.wait_until_left()


@pytest.fixture
def options(authority: Authority):
    return lambda proxy, **changes: replace(
        PATIENT, proxy=proxy.url, ca_pem=authority.pem, **changes
    )


async def cancelled_when(
    url: str, options: NetworkOptions, condition: Callable[[], object]
) -> None:
    """Cancels a read a moment after something holds, and sees to it that it ends at once."""
    async with Fetcher(options) as fetcher:
        read = asyncio.create_task(fetcher.read_label(url))
        await until(condition)
        await asyncio.sleep(0.05)
        assert not read.done()
        watch = Stopwatch()
        read.cancel()
        with pytest.raises(asyncio.CancelledError):
            await read
    assert watch.seconds() < 1


def through(kind: type[Proxy], server: FaultServer) -> Proxy:
    return kind({"far.invalid": server.port}, USER, PASSWORD)


@both
def test_requests_go_through_with_user_and_password(server, options, kind):
    server.script("/label", faults.ok(b"angles"))
    with through(kind, server) as proxy:
        assert label(f"{server.far}/label", options(proxy)) == "angles"
    assert {host for host, _ in proxy.asked_for} == {"far.invalid"}  # it looks up the hosts
    assert proxy.refused == 0
    assert "proxy-authorization" not in server.requests[0].headers


@both
def test_a_proxy_without_password_will_do(server, options, kind):
    server.script("/label", faults.ok(b"angles"))
    with kind({"far.invalid": server.port}) as proxy:
        assert label(f"{server.far}/label", options(proxy)) == "angles"


@both
def test_what_is_posted_arrives_and_a_fault_that_passes_costs_nothing(server, options, kind):
    server.script("/search", faults.status(503), faults.ok(b"{}"))
    with through(kind, server) as proxy:
        answer = reply(f"{server.far}/search", options(proxy), method="POST", json={"limit": 5})
    assert answer.body == b"{}"
    assert [request.body for request in server.requests] == [b'{"limit": 5}'] * 2


@both
def test_many_at_once_share_connections(server, options, kind):
    for n in range(40):
        server.script(f"/{n}", faults.ok(b"%d" % n))
    with through(kind, server) as proxy:

        async def work(fetcher: Fetcher) -> list[bytes]:
            urls = [f"{server.far}/{n}" for n in range(40)]
            return [read.body for read in await asyncio.gather(*map(fetcher.read_label, urls))]

        assert run(work, options(proxy, concurrency=4)) == [b"%d" % n for n in range(40)]
    assert server.most_connections <= 4


@both
def test_excluded_addresses_go_direct_in_the_same_session(server, options, kind):
    server.script("/near", faults.ok(b"direct"))
    server.script("/far", faults.ok(b"by proxy"))
    with through(kind, server) as proxy:

        async def work(fetcher: Fetcher) -> list[bytes]:
            urls = [server.url("/near"), f"{server.far}/far"]
            return [(await fetcher.read_label(url)).body for url in urls]

        near = (server.url("/near"),)
        assert run(work, options(proxy, proxy_exclusions=near)) == [b"direct", b"by proxy"]
    assert [host for host, _ in proxy.asked_for] == ["far.invalid"]


def test_an_exclusion_holds_for_an_address_with_a_user(server, options):
    server.script("/near", faults.ok(b"direct"))
    with through(HttpProxy, server) as proxy:
        near = options(proxy, proxy_exclusions=(server.url("/"),))
        assert label(server.url("/near", user="me:pw"), near) == "direct"
    assert proxy.asked_for == []


@both
def test_the_system_s_proxy_is_asked_for_where_there_is_no_other(server, options, kind):
    server.script("/far", faults.ok(b"by proxy"))
    server.script("/near", faults.ok(b"direct"))
    with through(kind, server) as proxy:
        of_system = {f"{server.far}/far": proxy.url}.get
        system = replace(options(proxy), proxy=None, system_proxy=of_system)
        assert label(f"{server.far}/far", system) == "by proxy"
        assert label(server.url("/near"), system) == "direct"
    assert len(proxy.asked_for) == 1


@both
def test_a_wrong_password_is_told_at_once_and_not_shown(server, options, kind):
    with through(kind, server) as proxy:
        wrong = proxy.url.replace("s3cr", "s3crX")
        error = error_of(f"{server.far}/label", replace(options(proxy), proxy=wrong))
    assert "proxy" in str(error).lower()
    assert "refused" in str(error) or "407" in str(error)
    assert proxy.refused == 1
    assert not any(part in str(error) for part in ("jane", "s3cr", "institute"))
    assert server.requests == []


@both
def test_a_proxy_that_is_not_there_is_told_without_its_password(server, options, kind):
    url = f"{kind.scheme}://jane:s3cr@127.0.0.1:{closed_port()}"
    with through(kind, server) as proxy:
        error = error_of(f"{server.far}/label", replace(options(proxy), proxy=url))
    assert "the proxy 127.0.0.1 can't be reached (Connection refused)" in str(error)
    assert "(tried 3 times)" in str(error)
    assert "s3cr" not in str(error)


@both
def test_a_proxy_of_an_unknown_name_is_told(kind):
    gone = replace(PATIENT, proxy=f"{kind.scheme}://me:s3cr@no-proxy.invalid:1080", retries=0)
    message = str(error_of("http://far.invalid/label", gone))
    assert "no-proxy.invalid" in message
    assert "s3cr" not in message


def test_what_hangs_up_instead_of_a_proxy_is_told():
    with FaultServer() as no_proxy:
        no_proxy.script("far.invalid:443", faults.hang_up)
        error = error_of(
            "https://far.invalid/x", replace(PATIENT, proxy=no_proxy.url("", "me:s3cr"))
        )
    assert "closed the connection without an answer" in str(error)
    assert "s3cr" not in str(error)


@pytest.mark.parametrize(
    ("reply", "words", "times"),
    [
        (2, "refused (Connection not allowed by ruleset)", 1),
        (4, "refused (Host unreachable)", 3),
        (5, "refused (Connection refused by destination host)", 3),
        (None, "closed the connection without an answer", 3),
    ],
)
def test_a_socks_proxy_says_why_it_did_not_connect(reply, words, times):
    with SocksProxy({}) as proxy:
        proxy.reply = reply
        error = error_of("https://far.invalid/label", replace(PATIENT, proxy=proxy.url))
    assert f"the proxy 127.0.0.1 {words}" in str(error)
    assert ("(tried 3 times)" in str(error)) == (times == 3)


def test_a_tunnel_that_can_not_be_made_is_tried_again():
    with HttpProxy({"far.invalid": 1}) as proxy:  # nobody listens there
        error = error_of("https://far.invalid/label", replace(PATIENT, proxy=proxy.url))
    assert "the proxy refused with status 502 (tried 3 times)" in str(error)


@both
@pytest.mark.parametrize("server", ["https"], indirect=True)
def test_certificates_are_checked_through_a_proxy_too(server, options, kind):
    with kind({"far.invalid": server.port, "false.invalid": server.port}) as proxy:
        untrusted = error_of(f"{server.far}/label", replace(options(proxy), ca_pem=""))
        another = error_of("https://false.invalid/label", options(proxy))
    assert "the certificate of far.invalid" in str(untrusted)
    assert "is not trusted (unable to get local issuer certificate)" in str(untrusted)
    assert "is not trusted (Hostname mismatch" in str(another)
    assert server.requests == []


@pytest.mark.parametrize("server", ["https"], indirect=True)
def test_a_server_s_own_certificate_can_be_trusted(server, authority):
    url = server.script("/label", faults.ok(b"angles"))
    own = (authority.folder / "server.pem").read_text()
    assert label(url, replace(PATIENT, ca_pem=own)) == "angles"


def test_cancelling_a_secure_answer_leaves_no_connection(authority):
    options, begun = replace(PATIENT, ca_pem=authority.pem), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def begin_an_answer_and_hear_nothing() -> None:
            with authority.server_context().wrap_socket(
                listening.accept()[0], server_side=True
            ) as secure:
                secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                begun.set()
                with socket.socket(fileno=secure.detach()) as bare:
                    while bare.recv(1_000):  # and answers no goodbye
                        pass

        async def main() -> None:
            url = f"https://127.0.0.1:{listening.getsockname()[1]}/label"
            await cancelled_when(url, options, begun.is_set)
            await asyncio.to_thread(peer.join, 60)
            assert not peer.is_alive()

        peer = threading.Thread(target=begin_an_answer_and_hear_nothing, daemon=True)
        peer.start()
        asyncio.run(main())


@both
@pytest.mark.parametrize("stage", ["proxy", "server", "answer"])
def test_cancelling_behind_a_proxy_ends_at_once(server, options, kind, stage):
    server.script("/label", faults.hang)
    with socket.create_server(("127.0.0.1", 0)) as deaf, through(kind, server) as proxy:
        slow, is_there = options(proxy), partial(has_caller, deaf)
        if stage == "proxy":
            slow = replace(slow, proxy=f"{kind.scheme}://127.0.0.1:{deaf.getsockname()[1]}")
        if stage == "server":
            proxy.ports["far.invalid"] = deaf.getsockname()[1]
        if stage == "answer":
            is_there = partial(server.asked, "/label")
        asyncio.run(cancelled_when(f"{server.far}/label", slow, is_there))


def has_caller(listening: socket.socket) -> bool:
    """Says whether somebody has connected, and was not let in yet."""
    return bool(select.select([listening], [], [], 0)[0])


def test_a_missing_library_for_socks_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "aiohttp_socks", None)
    monkeypatch.delitem(sys.modules, "ard_qgis_plugin.core.web.socks", raising=False)
    with pytest.raises(MissingDependencyError, match="aiohttp-socks"):
        label("http://far.invalid/", replace(PATIENT, proxy="socks5://127.0.0.1:1"))


def test_options_do_not_show_the_password(authority):
    shown = repr(replace(PATIENT, proxy="http://jane:s3cr@proxy:3128", ca_pem=authority.pem))
    assert "s3cr" not in shown
    assert "CERTIFICATE" not in shown
