"""URLs -> replies, many at once: the one place that speaks HTTP."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import ssl
from collections import defaultdict
from collections.abc import Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Any

import aiohttp
from yarl import URL

from .errors import FetchError
from .network_options import NetworkOptions
from .reply import BodyError, Reply, one_line, server_words, unpacked
from .retry import RETRIED_STATUSES, Failure, Host, retry_after_delay

MAX_LABEL_BYTES = 1_000_000

_MAX_REDIRECTS = 10
_MAX_ERROR_BYTES = 65_536  # of the body of an error reply, which may say what was wrong

# The first kind that fits: why, for the user, and whether another attempt may help.
_KINDS: tuple[tuple[type[BaseException], str, bool], ...] = (
    (aiohttp.TooManyRedirects, f"it redirects more than {_MAX_REDIRECTS} times", False),
    (aiohttp.RedirectClientError, "it redirects to what is no http or https address", False),
    (
        aiohttp.ClientConnectorCertificateError,
        "the certificate of {host} is not trusted ({detail}): see QGIS's trusted authorities",
        False,
    ),
    (aiohttp.ClientSSLError, "no secure connection to {host} ({detail})", False),
    (aiohttp.ClientConnectorDNSError, "the host {host} was not found ({detail})", True),
    (aiohttp.ClientProxyConnectionError, "the proxy {host} can't be reached ({detail})", True),
    (aiohttp.ClientHttpProxyError, "the proxy refused with status {detail}", False),
    (aiohttp.ClientConnectorError, "{host} can't be reached ({detail})", True),
    (aiohttp.ConnectionTimeoutError, "{host} was not reached within {connect:g} s", True),
    (aiohttp.ServerTimeoutError, "{host} sent nothing for {read:g} s", True),
    # What drips would drip again.
    (asyncio.TimeoutError, "the reply was not complete after {total:g} s", False),
    (aiohttp.ClientPayloadError, "{host} broke off in the middle of the reply", True),
    (aiohttp.ServerDisconnectedError, "{host} closed the connection without an answer", True),
    (OSError, "the connection to {host} broke ({detail})", True),
    (aiohttp.ClientConnectionError, "the connection to {host} broke", True),
    (aiohttp.ClientResponseError, "{host} did not answer in valid HTTP", True),
)


class TooLargeError(FetchError):
    """Says that a body is larger than the reader wanted it."""


class Fetcher:
    """Reads URLs over one session with kept-alive connections; an async context manager."""

    def __init__(self, options: NetworkOptions) -> None:
        self._options = options
        self._hosts = defaultdict(lambda: Host(options.concurrency))

    async def __aenter__(self) -> Fetcher:
        options = self._options
        self._session = aiohttp.ClientSession(
            # Host bounds the connections: with a limit here requests would wait inside aiohttp,
            # which counts the waiting towards their timeouts.
            connector=aiohttp.TCPConnector(limit=0, ssl=_ssl_context(options.ca_file)),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": options.user_agent, "Accept-Encoding": "gzip"},
            timeout=aiohttp.ClientTimeout(
                total=options.total_timeout,
                connect=options.connect_timeout,
                sock_read=options.read_timeout,
            ),
            auto_decompress=False,  # aiohttp takes a gzip body that is cut short for a whole one
            trust_env=False,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._session.close()
        await asyncio.sleep(0)  # a transport closes its socket in the next turn of the loop

    async def read_label(self, url: str, etag: str = "") -> Reply:
        """Reads a label; the status is 304 if it still has that ETag.

        Raises FetchError, also where it is larger than 1 MB.
        """
        headers = {"If-None-Match": etag} if etag else None
        try:
            return await self.read(url, max_bytes=MAX_LABEL_BYTES, headers=headers)
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
    ) -> Reply:
        """Reads one URL, again where that may help; raises FetchError, TooLargeError.

        Of a body above `max_bytes` the rest is not downloaded. Statuses other than 2xx and 304 are
        errors. The waiting for a free slot of the host counts towards no timeout.
        """
        target = _http_url(url)
        host = self._hosts[target.host_port_subcomponent]
        request = {"method": method, "url": target, "json": json, "headers": headers}
        if self._options.proxy and not url.startswith(self._options.proxy_exclusions):
            request["proxy"] = self._options.proxy
        attempt = 0
        while True:
            began = await host.begin()
            try:
                outcome = await self._attempt(request, max_bytes)
            finally:
                host.end()
            if isinstance(outcome, Reply):
                host.speed_up()
                return outcome
            if not outcome.again or attempt == self._options.retries:
                tried = f" (tried {attempt + 1} times)" if attempt else ""
                message = f"Could not read {_shown(target)}: {outcome.reason}{tried}."
                raise FetchError(message, outcome.status)
            await host.back_off(outcome, began, attempt, self._options.backoff)
            attempt += 1

    async def _attempt(self, request: Mapping[str, Any], max_bytes: int) -> Reply | Failure:
        status = None
        try:
            async with self._session.request(**request, max_redirects=_MAX_REDIRECTS) as response:
                status = response.status
                if status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.NOT_MODIFIED:
                    body = await _body(response, max_bytes)
                    return Reply(status, body, response.headers, str(response.url))
                return await _refusal(response)
        except BodyError as error:
            return Failure(str(error), again=True, status=status)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as error:
            return self._explained(error, request["url"], status)

    def _explained(self, error: Exception, url: URL, status: int | None) -> Failure:
        """Returns why a request failed, without aiohttp's own text, which may hold credentials."""
        options = self._options
        for kind, pattern, again in _KINDS:
            if isinstance(error, kind):
                reason = pattern.format(
                    host=getattr(error, "host", None) or url.host_port_subcomponent,
                    detail=_detail(error),
                    connect=options.connect_timeout,
                    read=options.read_timeout,
                    total=options.total_timeout,
                )
                return Failure(reason, again, status)
        return Failure("its address or a header can't be sent as it is", again=False)


async def _body(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """Reads and unpacks a body, and nothing more once it is larger than `limit` bytes."""
    parts, size = [], response.content_length or 0
    if size <= limit:
        size = 0
        while size <= limit and (part := await response.content.readany()):
            parts.append(part)
            size += len(part)
    body = b"".join(parts)
    if size <= limit:
        body = unpacked(body, response.headers.get("Content-Encoding", ""), limit)
        size = len(body)
    if size > limit:
        response.close()
        message = f"{_shown(response.url)} is larger than {limit / 1e6:g} MB."
        raise TooLargeError(message, response.status)
    return body


async def _refusal(response: aiohttp.ClientResponse) -> Failure:
    """Returns what a reply says that is an error, in the server's own words where it has some."""
    try:
        words = server_words(await _body(response, _MAX_ERROR_BYTES))
    except (TooLargeError, BodyError, aiohttp.ClientPayloadError):
        words = ""
    status = response.status
    phrase = next((f" {known.phrase}" for known in HTTPStatus if known == status), "")
    return Failure(
        f"the server answered {status}{phrase}" + (words and f": {words}"),
        again=status in RETRIED_STATUSES,
        status=status,
        retry_after=retry_after_delay(response.headers.get("Retry-After")),
    )


def _detail(error: Exception) -> str:
    """Returns the system's word for a failure: of a certificate, of TLS, of a socket."""
    if isinstance(error, aiohttp.ClientResponseError):
        return str(error.status)
    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause.verify_message
    if isinstance(cause, ssl.SSLError):
        return (cause.reason or "TLS error").replace("_", " ").lower()
    number, text = getattr(cause, "errno", None), getattr(cause, "strerror", None)
    if number and not isinstance(cause, socket.gaierror):
        return os.strerror(number)  # asyncio's own text repeats the address
    return one_line(text or "it gives no reason")


def _http_url(url: str) -> URL:
    """Returns the parsed URL; raises FetchError where it is no http or https address."""
    try:
        parsed = URL(url)
    except ValueError:
        parsed = URL()
    if parsed.scheme not in {"http", "https"} or not parsed.host or not url.isprintable():
        # It can't be taken apart, so all up to the last @ might be a password.
        shown = one_line(re.sub(r"//.*@", "//", url, flags=re.DOTALL))
        raise FetchError(f"Could not read {shown}: it is no http or https address.")
    return parsed


def _shown(url: URL) -> str:
    """Returns an address for a message: without user, password and query, which may hold a key."""
    return one_line(str(url.with_user(None).with_query(None).with_fragment(None)))


def _ssl_context(ca_file: str | None) -> ssl.SSLContext | bool:
    """Returns trust in the system's authorities and those in a PEM file; raises FetchError."""
    if not ca_file:
        return True  # aiohttp has one ready
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(ca_file)
    except OSError as error:
        message = f"The certificates in {ca_file} can't be read ({_detail(error)})."
        raise FetchError(message) from error
    return context
