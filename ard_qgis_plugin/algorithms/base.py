"""What all algorithms of the provider share: identity, help, errors, cancellation."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..bridge.guide import guide_url
from ..core.model.bodies import Body
from ..core.model.errors import ArdError, CancelledError, MissingDependencyError
from ..core.model.text import one_line
from ..dependencies import require_libraries
from ..translation import tr
from .refusal import being_edited, refusal, without_passwords

_RESOURCES = Path(__file__).parents[1] / "resources"
_ICON = _RESOURCES / "icon.svg"
_LONGEST = 1000  # characters of QGIS's own words


class Identity(NamedTuple):
    """What an algorithm is called: the id is never translated, the rest is.

    `tip` is the tool tip, `tags` are further words, separated by commas, that the Toolbox finds it
    under.
    """

    id: str
    title: str
    tip: str
    tags: str


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Moves a parameter to the advanced ones and returns it."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def explained(
    parameter: QgsProcessingParameterDefinition, text: str
) -> QgsProcessingParameterDefinition:
    """Gives a parameter its help, shown as a tool tip, and returns it."""
    parameter.setHelp(text)
    return parameter


def _html(markdown: str) -> str:
    """Translates the little Markdown of the help files into HTML: paragraphs, bold, code.

    Qt can do this too, but not in qgis_process, which has no GUI. The dialog's own style has <b>
    black, which can't be read on a dark ground.
    """
    paragraphs = [tr(each) for each in re.split(r"\n\s*\n", markdown.strip())]
    text = "".join(f"<p>{html.escape(each, quote=False)}</p>\n" for each in paragraphs)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"`(.+?)`", r"<code>\1</code>", text)


class ArdAlgorithm(QgsProcessingAlgorithm):
    """The base of the algorithms.

    Each is declared in one class, which QGIS lists when it starts, and works in a child of that, in
    `execute`; what the work needs is imported when somebody wants to run it.
    """

    def __init__(self, worker: Callable[[], type[ArdAlgorithm]] | None = None) -> None:
        """Takes what imports and returns the class that does the work: by default this one."""
        super().__init__()
        self._worker = worker or (lambda: type(self))
        self._results: dict[str, Any] = {}
        self._map_crs: QgsCoordinateReferenceSystem | None = None

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        raise NotImplementedError

    def inputs(self) -> Iterable[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes, the files that it writes among it."""
        raise NotImplementedError

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives, with their titles."""
        raise NotImplementedError

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Does the work and returns the outputs; raises ArdError with a sentence for the user."""
        raise NotImplementedError

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> bool:
        """Has the project's variables made, on the main thread.

        QGIS 3.22 makes them where they are first asked for, and crashes where the run and the layer
        tree ask at once.
        """
        if project := context.project():
            project.createExpressionContextScope()
            self._map_crs = project.crs()
        return True

    def map_warnings(
        self,
        body: Body | None,
        context: QgsProcessingContext,
        *others: QgsCoordinateReferenceSystem,
    ) -> list[str]:
        """Returns what to know before layers of a body come to the project's map, or to others."""
        from ..bridge.inputs.map_crs import drawing_warning  # noqa: PLC0415 (not for QGIS's start)

        maps = others if self._map_crs is None else (self._map_crs, *others)
        found = [drawing_warning(crs, body, context.transformContext()) for crs in maps if body]
        return [warning for warning in dict.fromkeys(found) if warning]

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Runs `execute`; the one place where the core's errors become Processing's."""
        try:
            require_libraries()
            self._results = self.execute(parameters, context, feedback)
        except CancelledError as error:
            feedback.pushInfo(str(error))
            return {}
        except ArdError as error:
            raise QgsProcessingException(str(error)) from error
        except QgsProcessingException as error:  # QGIS itself repeats what a database was opened by
            said = one_line(without_passwords(str(error)), _LONGEST)
            raise QgsProcessingException(said) from None
        return self._results

    def postProcessAlgorithm(
        self,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Has layers of the project read their files anew, where these were written."""
        from ..bridge.footprints.reload import reload_layers  # noqa: PLC0415 (not for QGIS's start)

        if project := context.project():
            reload_layers(self._results.values(), project)
        return {}

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Says whether Processing can use the parameters, and else which one is wrong and how."""
        usable, message = super().checkParameterValues(parameters, context)
        if not usable:
            return False, refusal(self, parameters, context) or message
        edited = being_edited(self, parameters, context)
        return not edited, edited or message

    def canExecute(self) -> tuple[bool, str]:
        """Says whether the libraries can be used, and else what to do."""
        try:
            require_libraries()
        except MissingDependencyError as error:
            return False, str(error)
        return True, ""

    def createInstance(self) -> ArdAlgorithm:
        """Makes a fresh instance, as Processing wants for each run."""
        return self._worker()()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declares what the algorithm takes and gives."""
        for parameter in self.inputs():
            self.addParameter(parameter)
        for name, title in self.counts().items():
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def name(self) -> str:
        """Returns the id, never translated."""
        return self.identity().id

    def displayName(self) -> str:
        """Returns the name in the Toolbox."""
        return self.identity().title

    def group(self) -> str:
        """Returns the group in the Toolbox."""
        titles = {"search": tr("Search"), "light": tr("Light"), "download": tr("Download")}
        return titles[self.groupId()]

    def groupId(self) -> str:
        """Returns the group's id, never translated: the folder that the algorithm is in."""
        return type(self).__module__.split(".")[-2]

    def shortDescription(self) -> str:
        """Returns the tool tip."""
        return self.identity().tip

    def tags(self) -> list[str]:
        """Returns further words under which the Toolbox finds the algorithm."""
        return self.identity().tags.split(",")

    def icon(self) -> QIcon:
        """Returns the plugin's icon."""
        return QIcon(str(_ICON))

    def svgIconPath(self) -> str:
        """Returns the path of the plugin's icon."""
        return str(_ICON)

    def shortHelpString(self) -> str:
        """Returns the help of the algorithm's dialog, from resources/help/<id>.md."""
        return _html((_RESOURCES / "help" / f"{self.name()}.md").read_text(encoding="utf-8"))

    def helpUrl(self) -> str:
        """Returns where the user guide tells of the algorithm: a file that came with the plugin."""
        return guide_url(self.name())

    def tr(self, text: str) -> str:
        """Translates a text of the plugin."""
        return tr(text)
