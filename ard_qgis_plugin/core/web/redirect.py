"""Redirects: where a request goes next, with its method and body, and its secrets nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ..model.server import same_server
from .address import target
from .retry import AttemptError, Failure

if TYPE_CHECKING:
    from yarl import URL

MAX_REDIRECTS = 10

_STATUSES = (301, 302, 303, 307, 308)
_HARMLESS = {"accept", "if-none-match"}  # of the headers of a request: goes to other servers too


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request; its address may hold a user and a password, which nothing else shows."""

    method: str
    url: URL
    json: Any = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


def redirected(request: HttpRequest, status: int, headers: Mapping[str, str]) -> HttpRequest | None:
    """Returns what a reply redirects a request to, or None where it is no redirect.

    Method and body stay whatever the status: most servers that send a POST on with 301 or 302
    mean just that (https instead of http), and without its body a search would be another one.
    User, password and headers go to no other server. Raises AttemptError where it leads to no
    address of the web, or the method can't stay.
    """
    if status not in _STATUSES or (location := headers.get("Location")) is None:
        return None
    if status == HTTPStatus.SEE_OTHER and request.method != "GET":
        raise _refused(f"it redirects with 303 what is asked by {request.method}", status)
    url = target(request.url, location)
    if url is None:
        raise _refused("it redirects to what is no http or https address")
    if same_server(str(request.url), str(url)):
        user, password = request.url.user, request.url.password
        return replace(request, url=url.with_user(user).with_password(password))
    kept = {name: text for name, text in request.headers.items() if name.lower() in _HARMLESS}
    return replace(request, url=url, headers=kept)


def _refused(reason: str, status: int | None = None) -> AttemptError:
    return AttemptError(Failure(reason, again=False, status=status))
