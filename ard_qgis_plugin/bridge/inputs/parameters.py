"""Values of Processing parameters that may be left empty."""

from __future__ import annotations

import math
from datetime import datetime, timezone
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.PyQt.QtCore import QDateTime, Qt

from ...core.model.errors import InputError


def is_empty(value: Any) -> bool:
    """Says whether a parameter was left out, in any of the ways that Processing has for it."""
    return value is None or value == "" or (hasattr(value, "isNull") and value.isNull())


def optional_number(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> float | None:
    """Returns a number, or None where it was left out.

    Raises InputError where a text is no number, which Processing itself would take for 0.
    """
    value: Any = parameters.get(name)
    if is_empty(value):
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    except TypeError:  # an expression or a property of a layer
        number = algorithm.parameterAsDouble(parameters, name, context)
    if not math.isfinite(number):
        raise InputError(f"{name} is {value!r}, which is no number: write it like 62.5.")
    return number


def optional_time(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> datetime | None:
    """Returns a time in UTC, or None where it was left out.

    What says no zone is taken as UTC, as acquisition times are. Raises InputError where a text is
    no time, which Processing itself would take for an open end.
    """
    value = parameters.get(name)
    if is_empty(value):
        return None
    if isinstance(value, str):
        moment = QDateTime.fromString(value.strip(), Qt.DateFormat.ISODateWithMs)
    else:
        moment = algorithm.parameterAsDateTime(parameters, name, context)
    if not moment.isValid():
        raise InputError(
            f"{name} is {value!r}, which is no time: write it like 2009-06-07T14:43:22 (UTC)."
        )
    if moment.timeSpec() == Qt.TimeSpec.LocalTime:
        moment.setTimeSpec(Qt.TimeSpec.UTC)
    written = moment.toUTC().toPyDateTime()
    return written.replace(tzinfo=timezone.utc)
