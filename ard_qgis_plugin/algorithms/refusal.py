"""What is said of a parameter that Processing itself refuses: which, what it is, what to do."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from ..bridge.inputs.parameters import is_empty
from ..translation import tr

_PASSWORD = re.compile(r"(password=)('(?:\\.|[^'\\])*'|[^\s']+)", re.IGNORECASE)
_USER = re.compile(r"//[^/@\s]*@")
_LARGE = 1e9  # above it a limit is none that anybody set


def without_passwords(text: str) -> str:
    """Returns a text without the passwords of databases and of addresses in it."""
    return _USER.sub("//", _PASSWORD.sub(r"\1***", text))


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
                value=repr(without_passwords(value) if isinstance(value, str) else value),
                advice=_advice(definition),
            )
    return ""


def being_edited(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Returns a sentence where an output is a layer that is being edited: edits would be lost."""
    from ..bridge.footprints.destination import written_place  # noqa: PLC0415 (not for the start)
    from ..bridge.footprints.reload import layers_that_show  # noqa: PLC0415

    project = context.project()
    if project is None:
        return ""
    for definition in algorithm.destinationParameterDefinitions():
        place = written_place(parameters.get(definition.name()))
        for layer in layers_that_show(place, project) if place else ():
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                said = tr(
                    "{name} ({title}) is shown by the layer {layer}, which is being edited: save "
                    "or discard its edits, or choose another file."
                )
                title = definition.description()
                return said.format(name=definition.name(), title=title, layer=layer.name())
    return ""


def _advice(definition: QgsProcessingParameterDefinition) -> str:
    """Returns what to do about a parameter that can't be used."""
    if isinstance(definition, QgsProcessingParameterNumber):
        return _range(definition.minimum(), definition.maximum())
    layer = tr("give a layer or the path of one")
    advice = {
        "extent": tr("write it like 3,5,4,6 [IAU_2015:30100] (west, east, south, north)"),
        "datetime": tr("write it like 2009-06-07T14:43:22 (UTC)"),
        "string": tr("it can't be empty"),
        "source": layer,
        "vector": layer,
        "fileDestination": tr("give the path of a file"),
        "folderDestination": tr("give the path of a folder"),
        "sink": tr("give the path of a file, or TEMPORARY_OUTPUT"),
    }
    return advice.get(definition.type(), tr("see the help"))


def _range(lowest: float, highest: float) -> str:
    if highest > _LARGE:
        return tr("write a number, {lowest} or more").format(lowest=f"{lowest:g}")
    text = tr("write a number from {lowest} to {highest}")
    return text.format(lowest=f"{lowest:g}", highest=f"{highest:g}")


def _is_acceptable(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> bool:
    if value is None and definition.flags() & definition.Flag.FlagOptional:
        return True
    if definition.isDestination():
        return not is_empty(value)
    return definition.checkValueIsAcceptable(value, context)
