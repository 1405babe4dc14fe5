"""What is said of a parameter that Processing itself refuses: which, what it is, what to do."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
)

_HOW = {
    "extent": "write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)",
    "datetime": "write it like 2009-06-07T14:43:22 (UTC)",
    "number": "write a number in the range that the help names",
    "string": "it can't be empty",
    "source": "give a layer or the path of one",
    "vector": "give a layer or the path of one",
    "fileDestination": "give the path of a file",
    "sink": "give the path of a file, or leave it out for a temporary layer",
}


def refusal(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Returns a sentence for the first parameter that can't be used, or "" where all can."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name(), definition.defaultValue())
        if not _is_acceptable(definition, value, context):
            how = _HOW.get(definition.type(), "see the help")
            given = "not given" if value is None else f"{value!r}, which can't be used"
            return f"{definition.name()} ({definition.description()}) is {given}: {how}."
    return ""


def _is_acceptable(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> bool:
    if value is None and definition.flags() & definition.Flag.FlagOptional:
        return True
    return definition.isDestination() or definition.checkValueIsAcceptable(value, context)
