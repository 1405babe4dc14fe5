"""Values of Processing parameters that may be left empty."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.errors import InputError, OutputError


def is_empty(value: Any) -> bool:
    """Says whether a parameter was left out, in any of the ways that Processing has for it."""
    return value is None or value == "" or (hasattr(value, "isNull") and value.isNull())


def check_folder(destination: Any) -> None:
    """Raises OutputError where a layer is to go into a folder that does not exist.

    `destination` is what an output parameter was given; only plain paths are looked at. Without
    this the search would run and its result be lost.
    """
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    if not isinstance(text, str) or ":" in text.partition("|")[0][2:] or not Path(text).suffix:
        return
    folder = Path(text.partition("|")[0]).parent
    if not folder.is_dir():
        raise OutputError(
            f"The layer {text} can't be written: the folder {folder} doesn't exist; "
            "create it or choose another."
        )


def optional_number(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> float | None:
    """Returns a number, or None where it was left out."""
    if is_empty(parameters.get(name)):
        return None
    return algorithm.parameterAsDouble(parameters, name, context)


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
    return moment.toUTC().toPyDateTime().replace(tzinfo=timezone.utc)
