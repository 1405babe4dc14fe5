"""The names of the bodies in the user's language; ids, fields and files have them in English."""

from __future__ import annotations

from ..core.model.bodies import body_named
from ..translation import tr


def shown_body(name: str) -> str:
    """Returns what a body is called in the user's language; a name that is not known stays."""
    body = body_named(name)
    return tr(name) if body and body.name == name else name
