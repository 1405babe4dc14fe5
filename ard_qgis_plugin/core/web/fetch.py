"""URLs -> replies, many at once: the one place that speaks HTTP."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import aiohttp

from ..model.errors import FetchError, MissingDependencyError, TooLargeError
from ..model.network_options import NetworkOptions
from .address import Proxies, http_url, shown
from .attempt import ATTEMPT, Attempt, first_look
from .availability import HostAvailability
from .host import Host
from .pace import Pace, SilenceError, read_body
from .reasons import detail_of, refusal
from .redirect import MAX_REDIRECTS, HttpRequest, redirected
from .reply import BodyError, Reply, unpacked
from .retry import RETRIED_STATUSES, AttemptError, Failure
from .trust import trust

MAX_LABEL_BYTES = 1_000_000
_NO_SOCKS = "A SOCKS proxy needs the Python library aiohttp-socks: install the requirements."
_LABELS = "labels"  # the queue of the labels
_MAX_ERROR_BYTES = 65_536  # of the body of an error reply, which may say what was wrong

# The first kind that fits: why, for the user, and whether another attempt may help.
_KINDS: tuple[tuple[type[BaseException], str, bool], ...] = (
    (
        ssl.SSLCertVerificationError,
        "the certificate of {host} is not trusted ({detail}): see QGIS's trusted authorities",
        False,
    ),
    (ssl.SSLError, "no secure connection to {host} ({detail})", False),
    (aiohttp.ClientConnectorDNSError, "the host {host} was not found ({detail})", True),
    (aiohttp.ClientProxyConnectionError, "the proxy {host} can't be reached ({detail})", True),
    (aiohttp.ClientHttpProxyError, "the proxy refused with status {detail}", False),
    (aiohttp.ClientConnectorError, "{host} can't be reached ({detail})", True),
    (aiohttp.ConnectionTimeoutError, "{host} was not reached within {connect:g} s", True),
    (aiohttp.ServerTimeoutError, "{host} sent nothing for {read:g} s", True),
    (SilenceError, "{host} sent nothing for {read:g} s", True),
    # What drips would drip again.
    (asyncio.TimeoutError, "the reply was not complete after {total:g} s", False),
    (aiohttp.ClientPayloadError, "{host} broke off in the middle of the reply", True),
    (aiohttp.ServerDisconnectedError, "{host} closed the connection without an answer", True),
    (OSError, "the connection to {host} broke ({detail})", True),
    (aiohttp.ClientConnectionError, "the connection to {host} broke", True),
    (aiohttp.ClientResponseError, "{host} did not answer in valid HTTP", True),
)
_ERRORS = (AttemptError, BodyError, aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError)


class _TimedResponse(aiohttp.ClientResponse):
    """An answer that says on which connection it comes."""

    def start(self, connection: Any) -> Coroutine[Any, Any, aiohttp.ClientResponse]:
        """Waits for the headers."""
        ATTEMPT.get().connected(connection.transport)
        return super().start(connection)


class Fetcher:
    """A session with kept-alive connections that reads URLs; an async context manager."""

    def __init__(self, options: NetworkOptions) -> None:
        self._options = options
        self._first_look = first_look(options)
        # Attempt has the whole time, Pace the silence: aiohttp's timers take 9 microseconds a label
        self._timeout = aiohttp.ClientTimeout(None, options.connect_timeout, options.read_timeout)
        self._paced_timeout = aiohttp.ClientTimeout(None, options.connect_timeout)
        self._proxies = Proxies(options)
        self._hosts: dict[tuple[str, str], Host] = {}  # by name and queue
        self._sessions: dict[str, aiohttp.ClientSession] = {}  # by SOCKS proxy, "" for none

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(self, *_error: object) -> None:
        for session in self._sessions.values():
            await session.close()
        for _ in range(3):  # a transport closes its socket in a later turn of the loop
            await asyncio.sleep(0)

    async def read_label(self, url: str, etag: str = "") -> Reply:
        """Reads a label; the status is 304 if it still has that ETag.

        Raises FetchError, also where it is larger than 1 MB.
        """
        headers = {"If-None-Match": etag} if etag else None
        try:
            return await self.read(url, max_bytes=MAX_LABEL_BYTES, headers=headers, queue=_LABELS)
        except TooLargeError as error:
            message = f"{str(error).rstrip('.')}, so it is no label."
            raise TooLargeError(message, error.status) from None

    async def read(
        self,
        url: str,
        *,
        max_bytes: int,
        method: str = "GET",
        json: Any = None,
        headers: Mapping[str, str] | None = None,
        queue: str = "",
    ) -> Reply:
        """Reads one URL, again where that may help; raises FetchError, TooLargeError.

        Of a body above `max_bytes` the rest is not downloaded. Statuses other than 2xx and 304 are
        errors. Waiting for a turn among those of the same `queue` counts towards no timeout.
        """
        target = http_url(url)
        host = self._host(target.host_port_subcomponent or "", queue)
        request = HttpRequest(method, target, json, headers or {})
        outcome = await host.answer(lambda: self._attempt(request, max_bytes, host))
        if isinstance(outcome, Failure):
            message = f"Could not read {shown(target)}: {outcome.reason}."
            raise FetchError(message, outcome.status, outcome.words)
        return outcome

    def _host(self, name: str, queue: str) -> Host:
        """Returns the turns at a host; only labels, which are many, wait while it is silent."""
        if (name, queue) not in self._hosts:
            contact = HostAvailability(name, self._options) if queue == _LABELS else None
            self._hosts[name, queue] = Host(self._options, contact)
        return self._hosts[name, queue]

    async def _attempt(self, request: HttpRequest, max_bytes: int, host: Host) -> Reply | Failure:
        """Sends a request and follows the redirects, all in the time of one attempt."""
        with Attempt(self._options, self._first_look, host.pace) as attempt:
            for _ in range(MAX_REDIRECTS):
                outcome = await self._exchange(request, attempt, max_bytes, host)
                if not isinstance(outcome, HttpRequest):
                    return outcome
                request = outcome
                attempt.asked_elsewhere()
        return Failure(f"it redirects more than {MAX_REDIRECTS} times", again=False)

    async def _exchange(
        self, request: HttpRequest, attempt: Attempt, max_bytes: int, host: Host
    ) -> Reply | Failure | HttpRequest:
        """Sends a request once; returns the one that it is redirected to, if it is."""
        status = None
        socks, proxy = self._proxies.of(request.url)
        try:
            async with self._session(socks).request(
                request.method,
                request.url,
                json=request.json,
                headers=request.headers,
                proxy=proxy,
                allow_redirects=False,
                timeout=self._paced_timeout if host.pace else self._timeout,
            ) as response:
                attempt.begun()
                if further := redirected(request, response.status, response.headers):
                    return further
                status = response.status
                host.heard()
                if status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.NOT_MODIFIED:
                    body = await _body(response, max_bytes, host.pace)
                    return Reply(status, body, response.headers, response.url)
                return await _refusal(response, host.pace)
        except asyncio.CancelledError:
            if (reason := attempt.error()) is None:
                raise
            return self._explained(reason, request, status)
        except _ERRORS as error:
            return self._explained(error, request, status)

    def _session(self, socks: str) -> aiohttp.ClientSession:
        """Returns the session that connects through a SOCKS proxy, or else by itself."""
        if socks not in self._sessions:
            options = self._options
            self._sessions[socks] = aiohttp.ClientSession(
                connector=_connector(socks, options.ca_pem),
                response_class=_TimedResponse,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": options.user_agent, "Accept-Encoding": "gzip"},
                auto_decompress=False,  # aiohttp takes a gzip body cut short for a whole one
            )
        return self._sessions[socks]

    def _explained(self, error: Exception, request: HttpRequest, status: int | None) -> Failure:
        """Returns why a request failed, without aiohttp's own text, which may hold credentials."""
        if isinstance(error, AttemptError):
            return error.failure
        if isinstance(error, BodyError):
            return Failure(str(error), again=True, status=status)
        if type(error) is aiohttp.ClientOSError and isinstance(error.__cause__, ssl.SSLError):
            error = error.__cause__  # from behind a SOCKS proxy, which aiohttp takes for any other
        for kind, pattern, again in _KINDS:
            if isinstance(error, kind):
                reason = pattern.format(
                    host=getattr(error, "host", None) or request.url.host_port_subcomponent,
                    detail=detail_of(error),
                    connect=self._options.connect_timeout,
                    read=self._options.read_timeout,
                    total=self._options.total_timeout,
                )
                # of a proxy, which may not have reached the server just now
                passes = again or getattr(error, "status", None) in RETRIED_STATUSES
                return Failure(reason, passes, status)
        return Failure("its address or a header can't be sent as it is", again=False)


async def _body(response: aiohttp.ClientResponse, limit: int, pace: Pace | None = None) -> bytes:
    """Reads and unpacks a body, and nothing more once it is larger than `limit` bytes."""
    content = response.content
    size = 0 if content.is_eof() else response.content_length or 0
    if size <= limit:
        body = content.read_nowait()  # all of most labels: to wait costs a task each time
        if len(body) <= limit and not content.at_eof():
            body += await read_body(content.readany, limit - len(body), pace)
        size = len(body)
    if size <= limit and (encoding := response.headers.get("Content-Encoding")):
        body = unpacked(body, encoding, limit)
        size = len(body)
    if size > limit:
        response.close()
        message = f"{shown(response.url)} is larger than {limit / 1e6:g} MB."
        raise TooLargeError(message, response.status)
    return body


async def _refusal(response: aiohttp.ClientResponse, pace: Pace | None) -> Failure:
    """Returns what an error reply says; one whose body drips would drip again."""
    try:
        body = await _body(response, _MAX_ERROR_BYTES, pace)
    except AttemptError:
        return replace(refusal(response.status, response.headers, b""), again=False)
    except (TooLargeError, BodyError, aiohttp.ClientPayloadError):
        body = b""
    return refusal(response.status, response.headers, body)


def _connector(socks: str, ca_pem: str) -> aiohttp.TCPConnector:
    """Returns what makes the connections; Host bounds them, since waiting here would time out."""
    if not socks:
        return aiohttp.TCPConnector(limit=0, ssl=trust(ca_pem))
    try:
        from .socks import socks_connector  # noqa: PLC0415 (few need the library)
    except ImportError as error:
        raise MissingDependencyError(_NO_SOCKS) from error
    return socks_connector(socks, limit=0, ssl=trust(ca_pem))
