"""What is said of a parameter that Processing itself refuses: which, what it is, what to do."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
)

from ..translation import tr


def refusal(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Returns a sentence for the first parameter that can't be used, or "" where all can."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name(), definition.defaultValue())
        if not _is_acceptable(definition, value, context):
            said = tr("{name} ({title}) is not given: {advice}.")
            if value is not None:
                said = tr("{name} ({title}) is {value}, which can't be used: {advice}.")
            return said.format(
                name=definition.name(),
                title=definition.description(),
                value=repr(value),
                advice=_advice(definition.type()),
            )
    return ""


def _advice(type_: str) -> str:
    """Returns what to do about a parameter of some type."""
    layer = tr("give a layer or the path of one")
    advice = {
        "extent": tr("write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)"),
        "datetime": tr("write it like 2009-06-07T14:43:22 (UTC)"),
        "number": tr("write a number in the range that the help names"),
        "string": tr("it can't be empty"),
        "source": layer,
        "vector": layer,
        "fileDestination": tr("give the path of a file"),
        "sink": tr("give the path of a file, or leave it out for a temporary layer"),
    }
    return advice.get(type_, tr("see the help"))


def _is_acceptable(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> bool:
    if value is None and definition.flags() & definition.Flag.FlagOptional:
        return True
    return definition.isDestination() or definition.checkValueIsAcceptable(value, context)
