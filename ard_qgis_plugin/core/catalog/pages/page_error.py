"""PageError: why a page could not be read, and what else to try."""

from __future__ import annotations

import re
from http import HTTPStatus

from ...model.errors import CatalogError

_TOO_MUCH = (
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.GATEWAY_TIMEOUT,
)
# What Amazon's gateway says with status 500 too, not least of an answer above 6 MB. The name of
# that status, which stands in every message, is written with other capitals.
_GATEWAY_WORDS = "Internal server error"

_INVALID = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)
_OF_SIZE = re.compile(
    r"limit|page.?size|per.?page|max(imum)?.?(records|items|results)|number of (items|results)"
    r"|too (large|big|many|high)|exceed",
    re.IGNORECASE,
)
# The same in words that may also be about something else, unless they name that.
_OF_BOUND = re.compile(
    r"(<=?|(less|greater|more|higher|larger|fewer) than( or equal to)?|at most|between|range"
    r"|up to|max(imum)?|only)\D{0,20}\d",
    re.IGNORECASE,
)
_OF_OTHER = re.compile(
    r"bbox|box|intersects|geometr|coordinate|polygon|latitude|longitude|datetime|date|interval|collection|field"
    r"|token|filter|sort",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\bdate|datetime|interval|rfc.?3339|iso.?8601|\.\.", re.IGNORECASE)
# Words in which the number of items is named, and that there is a bound to it. A status that may
# mean anything else tells nothing without them; a limit may also be one of requests.
_NAMED = re.compile(
    r"\blimit\b|page.?size|per.?page|\b(number|count) of (items|results|records|features)"
    r"|^count\b|many (items|results|records|features)"
    r"|max(imum)?.?(items|results|records|features)"
    r"|(items|results|records|features) (at once|per )",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"too (large|big|many|high|great)|exceed|out of range|>=? *\d|max(imum)?\b.{0,40}\d",
    re.IGNORECASE,
)
_OF_RATE = re.compile(
    r"\brate|quota|throttl|\d requests|requests? limit|requests per|usage|credit|concurren"
    r"|api.?key|daily|monthly|per (second|minute|hour|day|month)",
    re.IGNORECASE,
)
_NEVER_OF_SIZE = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_OF_METHOD = (
    HTTPStatus.SEE_OTHER,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.NOT_IMPLEMENTED,
)
# Statuses that mean anything, and the words with which they are of the method.
_UNCLEAR = (*_INVALID, HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.LENGTH_REQUIRED)
_OF_METHOD_WORDS = re.compile(r"(?i:\bmethods?\b)|\bPOST\b|\bGET\b")
_OF_ADDRESS = (HTTPStatus.REQUEST_URI_TOO_LONG, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)


class PageError(CatalogError):
    """Error: why a page could not be read.

    `status` is the last answer's, None without any; `words` are the server's own.
    """

    def __init__(
        self, message: str, status: int | None, words: str = "", *, is_too_large: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.words = words
        gave_up = status == HTTPStatus.INTERNAL_SERVER_ERROR and _GATEWAY_WORDS in message
        self.asks_for_less = is_too_large or gave_up or status in _TOO_MUCH

    @property
    def is_answer(self) -> bool:
        """Says whether the API itself refused, which it may do of a collection that it lacks."""
        return self.status is not None and not self.asks_for_less

    @property
    def refuses_size(self) -> bool:
        """Says whether the API calls a number of items invalid that it doesn't send at once."""
        is_bound = bool(_OF_BOUND.search(self.words))
        if self.status in _INVALID:
            is_of_items = is_bound and not _OF_OTHER.search(self.words)
            return is_of_items or bool(_OF_SIZE.search(self.words))
        is_of_size = _NAMED.search(self.words) and not _OF_RATE.search(self.words)
        is_bound = is_bound or bool(_BOUNDED.search(self.words))
        return bool(is_of_size and is_bound and self.status not in _NEVER_OF_SIZE)

    @property
    def is_unexplained(self) -> bool:
        """Says whether the API calls something invalid and doesn't say what, in words known here.

        That may be the number of items, as long as nothing else is named.
        """
        return self.status in _INVALID and not _OF_OTHER.search(self.words)

    @property
    def is_unexplained_failure(self) -> bool:
        """Says whether the API fails at something that may be the number of items."""
        if self.status != HTTPStatus.INTERNAL_SERVER_ERROR:
            return False
        is_of_other = _OF_OTHER.search(self.words) or _OF_RATE.search(self.words)
        return not (is_of_other or self.asks_for_less or self.refuses_size)

    @property
    def refuses_method(self) -> bool:
        """Says whether the API may take the same by another method."""
        may_be = self.status in _OF_METHOD or self.status in _OF_ADDRESS
        is_named = self.status in _UNCLEAR and bool(_OF_METHOD_WORDS.search(self.words))
        return (may_be or is_named) and not self.refuses_size

    @property
    def refuses_open_end(self) -> bool:
        """Says whether the API may take an interval of times whose ends are both named."""
        failed = (*_INVALID, HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR)
        return self.status in failed and bool(_OF_TIME.search(self.words))

    @property
    def refuses_shape(self) -> bool:
        """Says whether the API may take a box where it was asked for a shape."""
        shapeless = (*_INVALID, *_OF_ADDRESS, HTTPStatus.NOT_IMPLEMENTED)
        return self.status in shapeless and not self.refuses_size

    @property
    def may_be_of_shape(self) -> bool:
        """Says whether the API fails at something that may be a shape, as it may be much else."""
        failed = (*_TOO_MUCH, HTTPStatus.INTERNAL_SERVER_ERROR)
        return self.status in failed and not _OF_RATE.search(self.words)
