"""The links of a catalogue's documents: of which kind, and where they lead, however written.

People's APIs write addresses for HTML (`&amp;`), lose a slash (`https:/host`) or the scheme
(`undefined://host`) behind a proxy, or give one link where STAC has a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

_REL_END = re.compile(r"[/#:]")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_LOST_SLASH = re.compile(r"(https?):/(?=[^/])", re.IGNORECASE)
_BEGINNINGS = ("https://", "http://")
_LOST_SCHEME = ("", "undefined", "null", "none")


def links_of(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Returns the links of a document: of a list, a single one, or one by the name of each kind."""
    links = document.get("links")
    if isinstance(links, dict):
        links = [links] if "href" in links else list(_by_kind(links))
    return [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []


def _by_kind(links: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for rel, value in links.items():
        for link in value if isinstance(value, list) else [value]:
            yield {"rel": rel, **link} if isinstance(link, dict) else {"rel": rel, "href": link}


def has_rel(link: Mapping[str, Any], rel: str) -> bool:
    """Says whether a link is of a kind: by a word, one word of several, or the end of an address.

    OGC's kinds are addresses, such as http://www.opengis.net/def/rel/ogc/1.0/data.
    """
    given = link.get("rel")
    if given == rel:
        return True
    texts = given if isinstance(given, list) else [given]
    words = [word for text in texts if isinstance(text, str) for word in text.lower().split()]
    return any(_REL_END.split(word.rstrip("/"))[-1] == rel for word in words)


def whole_address(base: str, href: str) -> str:
    """Returns the whole address of a link in a document that was read at `base`.

    What is no address at all stays: that is said when it is the link's turn. So does a relative one
    where there is no base.
    """
    is_odd = " " in href or "\\" in href or "&amp;" in href
    if href.startswith(_BEGINNINGS) and not is_odd and href.isprintable():  # nearly all
        return href
    href = _mended(href, base)
    if not base:
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _mended(href: str, base: str) -> str:
    """Returns an address as its writer must have meant it."""
    href = _LOST_SLASH.sub(r"\1://", href.strip())
    before, mark, query = href.partition("?")
    if _WEB.match(before):
        before = before.replace("\\", "/")
    scheme, colon, rest = before.partition("://")
    if colon and scheme.lower() in _LOST_SCHEME:
        before = f"{urlsplit(base).scheme or 'https'}://{rest}"
    return before + mark + query.replace("&amp;", "&")


def with_whole_links(document: dict[str, Any], url: str) -> dict[str, Any]:
    """Returns a document whose links are whole; `url` is where it came from at last."""
    if "links" not in document:
        return document
    links = [
        {**link, "href": whole_address(url, link["href"])}
        if isinstance(link.get("href"), str)
        else link
        for link in links_of(document)
    ]
    return {**document, "links": links}


def give_base(item: dict[str, Any], url: str) -> None:
    """Sees to it that the address that an item gives as its own is whole, where it gives one.

    Relative addresses of its files count from there; `url` is where the page came from, whose
    scheme is that of a file which names its server alone.
    """
    links = item.get("links")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == "self":
            if str(link.get("href")).startswith("http"):  # nearly all
                return
            break
    known = links_of(item)
    own = (link.get("href") for link in known if has_rel(link, "self"))
    if base := next((whole_address(url, href) for href in own if isinstance(href, str)), ""):
        item["links"] = [{"rel": "self", "href": base}, *known]
        return
    assets = item.get("assets")
    for asset in assets.values() if isinstance(assets, dict) else ():
        if isinstance(asset, dict) and str(asset.get("href")).startswith("//"):
            asset["href"] = whole_address(url, asset["href"])
