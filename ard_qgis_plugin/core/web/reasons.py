"""Why a request came to nothing: in the words of the server, of its certificate, of the system."""

from __future__ import annotations

import json
import os
import re
import ssl
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from itertools import islice
from typing import Any

from ..model.text import one_line
from .retry import RETRIED_STATUSES, Failure, retry_after_delay

# Where a JSON body has its sentence: STAC's and OGC's, AWS's, FastAPI's and RFC 9457's, others'.
_SENTENCES = (
    *("description", "message", "Message", "detail", "error_description", "msg", "reason"),
    *("error", "title", "text"),
)
_LISTS = (
    *("detail", "errors", "error", "details", "invalid-params", "invalid_params", "exceptions"),
    "violations",
)
_PLACES = ("loc", "name", "parameter", "field", "path")
_SECRET = re.compile(r"\?[^\s?\"'<>]*=[^\s\"'<>]*|(?<=//)[^\s/@]+@")
_MOST = 3  # reasons of a list that are repeated
_DEEPEST = 4
_LONGEST = 300  # characters of a plain text that is a sentence


def refusal(status: int, headers: Mapping[str, str], body: bytes) -> Failure:
    """Returns why a reply of another status than 2xx and 304 came to nothing."""
    words = server_words(body, headers.get("Content-Type", ""))
    phrase = next((f" {known.phrase}" for known in HTTPStatus if known == status), "")
    return Failure(
        f"the server answered {status}{phrase}" + (words and f": {words}"),
        again=status in RETRIED_STATUSES,
        status=status,
        retry_after=retry_after_delay(headers.get("Retry-After")),
        words=words,
    )


def server_words(body: bytes, content_type: str = "") -> str:
    """Returns the sentence in an error body of the usual forms, or nothing.

    These are JSON with one sentence or a list of reasons (FastAPI's `detail` with the place of
    each, CMR's `errors`), and a short plain text. Addresses that they repeat lose their user and
    their query, which may hold a key.
    """
    try:
        members = json.loads(body)
    except (ValueError, RecursionError):
        is_plain = content_type.startswith("text/plain") and len(body) <= _LONGEST
        members = body.decode("utf-8", "replace") if is_plain else None
    words = members if isinstance(members, str) else "; ".join(_said(members))
    return one_line(_SECRET.sub("", words)).rstrip(".")


def detail_of(error: Exception) -> str:
    """Returns a status, or else the system's word for a failure of a request."""
    if status := getattr(error, "status", None):
        return str(status)
    return system_words(
        getattr(error, "certificate_error", None) or getattr(error, "os_error", error)
    )


def system_words(error: object) -> str:
    """Returns the word for a failure of a certificate, of TLS, of a socket.

    Without the address, which asyncio repeats and which may hold a password.
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError):
        return (error.reason or "TLS error").replace("_", " ").lower()
    number, text = getattr(error, "errno", None), getattr(error, "strerror", None)
    if number and number > 0:  # it is negative where a host was not found
        return os.strerror(number)
    return one_line(text or "it gives no reason")


def _said(members: Any) -> Iterator[str]:
    """Yields the sentence of an error document, then the reasons in its list."""
    if not isinstance(members, dict):
        yield from _reasons(members)
        return
    texts = (members.get(name) for name in _SENTENCES)
    sentence = next((text for text in texts if isinstance(text, str) and text.strip()), "")
    if sentence:
        yield sentence.rstrip(".")
    for name in _LISTS:
        if reasons := [each for each in _reasons(members.get(name), depth=1) if each != sentence]:
            yield from reasons[:_MOST]
            return
    if not sentence:  # a list of reasons for each parameter
        lists = {name: each for name, each in members.items() if _are_texts(each)}
        yield from islice(_reasons(lists), _MOST)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _reasons(value: Any, place: str = "", depth: int = 0) -> Iterator[str]:
    """Yields the reasons in a list of any form, each with the place that it is about."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str) and value.strip():
        yield f"{place}: {value}" if place else value
    elif isinstance(value, list):
        for each in value:
            yield from _reasons(each, place, depth + 1)
    elif isinstance(value, dict):
        texts = (value.get(name) for name in _SENTENCES)
        text = next((text for text in texts if isinstance(text, str)), None)
        if text is not None:
            places = (_place(value.get(name)) for name in _PLACES)
            yield from _reasons(text, next(filter(None, places), place))
            return
        for name, each in value.items():  # a reason, or a list of them, for each parameter
            if isinstance(each, (list, dict)) or depth:
                yield from _reasons(each, name, depth + 1)


def _place(loc: Any) -> str:
    """Returns FastAPI's place of a reason, such as ["body", "limit"], in words."""
    steps = loc if isinstance(loc, list) else [loc]
    return " ".join(str(step) for step in steps if isinstance(step, (str, int)))
