"""The parameter that says which collections to search: ids in a text, with a tick-box widget."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qgis.core import QgsProcessingParameterString

from ...core.model.known_collections import DEFAULT_COLLECTIONS, collections_of
from .canvas import map_body

_SEPARATORS = re.compile(r"[\s,;]+")


def split_ids(text: str) -> list[str]:
    """Returns the ids in a text, each once, in the order in which they stand."""
    return list(dict.fromkeys(id_ for id_ in _SEPARATORS.split(text) if id_))


def join_ids(ids: Iterable[str]) -> str:
    """Returns the text that stands for the ids."""
    return ", ".join(ids)


_BRIDGE = __package__.rpartition(".")[0]
_WIDGET = f"{_BRIDGE}.desktop.collections_widget.CollectionsWrapper"


def collections_parameter(
    name: str, description: str, default: Iterable[str] | None = None
) -> QgsProcessingParameterString:
    """Returns a text parameter for collection ids that dialogs show with tick boxes.

    By default those of the body that the map shows.
    """
    ids = map_collections() if default is None else default
    parameter = QgsProcessingParameterString(name, description, join_ids(ids))
    parameter.setMetadata(widget_metadata())
    return parameter


def map_collections() -> tuple[str, ...]:
    """Returns what to search on the body that the map shows; on the Moon where it shows none."""
    return collections_of(map_body()) or DEFAULT_COLLECTIONS


def widget_metadata() -> dict[str, dict[str, str]]:
    """Returns what makes dialogs use the widget; a path, so that nothing of it is loaded before."""
    return {"widget_wrapper": {"class": _WIDGET}}
