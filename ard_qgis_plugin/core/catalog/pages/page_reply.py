"""The reply for one page: asked for from a thread, read on the event loop."""

from __future__ import annotations

from collections.abc import Callable

from ...model.errors import FetchError, TooLargeError
from ...web.fetch import Fetcher
from ...web.loop_threads import LoopThreads
from ...web.reply import Reply
from ..api_url import with_user_of
from .page_error import PageError
from .page_request import PageRequest

_LARGEST_PAGE = 64 * 1024 * 1024
"""Bytes of one page at most; the USGS API itself fails above about 6 MB."""

_ACCEPTED = "application/json, application/geo+json, */*;q=0.5"
"""The types that are wanted: some APIs have pages for people where none is named."""


def ask_in_threads(
    request: PageRequest, api_url: str, fetcher: Fetcher, threads: LoopThreads
) -> Callable[[], Reply]:
    """Asks for one answer, from one of the threads; what it returns waits for it.

    A link's own header for signing in counts before the user in the API's address.
    """
    signs_in = any(name.lower() == "authorization" for name in request.headers)
    reading = fetcher.read(
        request.url if signs_in else with_user_of(api_url, request.url),
        max_bytes=_LARGEST_PAGE,
        method=request.method,
        json=request.body,
        headers={"Accept": _ACCEPTED, **request.headers},
    )
    wait = threads.begin(reading)

    def reply() -> Reply:
        try:
            return wait()
        except FetchError as error:
            is_too_large = isinstance(error, TooLargeError)
            raise PageError(
                str(error), error.status, error.words, is_too_large=is_too_large
            ) from error

    return reply
