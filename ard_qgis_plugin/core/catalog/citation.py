"""What is to be cited: what a catalogue says of its collections, else what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from ..model.known_collections import known_collection
from ..model.text import one_line

_DOI = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_NO_LICENSES = {"", "proprietary", "various", "other"}  # what STAC says where a link says more
_LINKS = {"cite-as": "Citation", "license": "Licence", "about": "About", "describedby": "About"}
_LONGEST = 2000  # characters: citations with many authors are long
_MOST = 20
"""Links, publications and providers of a collection that are looked at."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """An address to read on about a collection; it holds no user, password or query."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Provider:
    """Who made, licensed, processed or hosts a collection, as STAC has it."""

    name: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A collection as it is to be cited; what nobody says is empty.

    `dois` are bare, such as 10.5066/P9SH5YNV; `license` is an SPDX id or the catalogue's own words.
    All texts are one line of foreign text, which may hold HTML.
    """

    id: str
    title: str
    citations: tuple[str, ...] = ()
    dois: tuple[str, ...] = ()
    license: str = ""
    links: tuple[SourceLink, ...] = ()
    providers: tuple[Provider, ...] = ()


def doi_url(doi: str) -> str:
    """Returns the address that a DOI stands for."""
    return f"https://doi.org/{quote(doi, safe='/:;()._-')}"


def source_of(collection: str, document: Any = None) -> Source:
    """Returns what a collection's STAC document says, and where it doesn't, what is known.

    The document is as a server gave it, or None: whatever is not as STAC has it is passed over.
    """
    known = known_collection(collection)
    document = document if isinstance(document, dict) else {}
    license_ = _text(document.get("license"))
    return Source(
        id=collection,
        title=_text(document.get("title")) or (known.title if known else collection),
        citations=_unique(_citations(document)),
        dois=_unique(_stated_dois(document)) or _unique([known.doi] if known else []),
        license="" if license_.lower() in _NO_LICENSES else license_,
        links=_unique(_links(document)),
        providers=_unique(_providers(document)),
    )


def _stated_dois(document: dict[str, Any]) -> Iterator[str]:
    yield _doi(document.get("sci:doi"))
    for link in _objects(document, "links"):
        if link.get("rel") == "cite-as":
            yield _doi(link.get("href"))
    for publication in _objects(document, "sci:publications"):
        yield _doi(publication.get("doi"))


def _citations(document: dict[str, Any]) -> Iterator[str]:
    yield _text(document.get("sci:citation"))
    for publication in _objects(document, "sci:publications"):
        yield _text(publication.get("citation"))


def _links(document: dict[str, Any]) -> Iterator[SourceLink | None]:
    for link in _objects(document, "links"):
        name, url = _LINKS.get(_text(link.get("rel"))), _text(link.get("href"))
        if name and _is_plain(url) and not _doi(url):
            yield SourceLink(_text(link.get("title")) or name, quote(url, safe="/:;()._-~%#,+=[]"))


def _providers(document: dict[str, Any]) -> Iterator[Provider | None]:
    for provider in _objects(document, "providers"):
        roles = provider.get("roles")
        listed = roles[:_MOST] if isinstance(roles, list) else []
        if name := _text(provider.get("name")):
            yield Provider(name, _unique(map(_text, listed)))


def _is_plain(url: str) -> bool:
    """Says whether an address is one of the web that holds no user, password or query."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not (parts.query or "@" in parts.netloc)
        )
    except ValueError:
        return False


def _objects(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    listed = document.get(name)
    first = listed[:_MOST] if isinstance(listed, list) else []
    return [one for one in first if isinstance(one, dict)]


def _doi(value: Any) -> str:
    found = _DOI.fullmatch(_text(value))
    return found[1] if found else ""


def _text(value: Any) -> str:
    return one_line(value, _LONGEST) if isinstance(value, str) else ""


def _unique(values: Any) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
