"""The limits and ticks that are kept with a layer, and so with the project."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsVectorLayer

from .....core.choice.choice import Choice
from .....core.choice.limits import Limits
from .....core.choice.quantities import QUANTITIES

LIMITS_KEY, LEFT_OUT_KEY = "planetary_ard/limits", "planetary_ard/left_out"


def has_choice(layer: QgsVectorLayer) -> bool:
    """Says whether anything was ever chosen in a layer, be it that all are shown."""
    return layer.customProperty(LIMITS_KEY) is not None


def stored_limits(layer: QgsVectorLayer) -> dict[str, Limits]:
    """Returns the limits that a layer was left with; none where somebody else wrote them."""
    known = {quantity.name for quantity in QUANTITIES}
    try:
        pairs = dict(_stored(layer, LIMITS_KEY, {}))
        return {name: Limits(float(a), float(b)) for name, (a, b) in pairs.items() if name in known}
    except (TypeError, ValueError):
        return {}


def stored_left_out(layer: QgsVectorLayer) -> frozenset[str]:
    """Returns the names of the images that were ticked off in a layer."""
    return frozenset(str(name) for name in _stored(layer, LEFT_OUT_KEY, []))


def store_choice(layer: QgsVectorLayer, choice: Choice) -> None:
    """Keeps limits and ticks with the layer."""
    limits = {name: (each.low, each.high) for name, each in choice.limits.items()}
    _store(layer, LIMITS_KEY, json.dumps(limits))
    _store(layer, LEFT_OUT_KEY, json.dumps(sorted(choice.left_out)) if choice.left_out else None)


def _stored(layer: QgsVectorLayer, key: str, otherwise: Any) -> Any:
    try:
        found = json.loads(layer.customProperty(key) or "null")
    except (TypeError, ValueError):
        return otherwise
    return found if isinstance(found, type(otherwise)) else otherwise


def _store(layer: QgsVectorLayer, key: str, text: str | None) -> None:
    """Stores a text with the layer, if it differs, for a project is changed by that."""
    if text != layer.customProperty(key):
        if text:
            layer.setCustomProperty(key, text)
        else:
            layer.removeCustomProperty(key)
