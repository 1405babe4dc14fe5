"""The stereo partners of an image, found beside the interface."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from ...core.model.errors import ArdError
from ...translation import tr
from ..background_task import BackgroundTask, drop, start
from .partners import PartnersFound, PartnersQuestion


class PartnersTask(BackgroundTask):
    """One question; `answered` comes on the main thread with PartnersFound, or `failed` with why.

    Raises InputError where the layer has no such feature.
    """

    answered = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, layer: QgsVectorLayer, fid: int) -> None:
        super().__init__(tr("Finding stereo partners"))
        self._question = PartnersQuestion(layer, fid)

    def run(self) -> bool:
        """Finds them; called in a thread of its own."""
        try:
            found = self._question.answer(None, lambda: self.is_dropped)
        except ArdError as error:
            if not self.is_dropped:
                self.failed.emit(str(error))
            return False
        self.answered.emit(found)
        return True


class PartnersSearch:
    """The questions for partners of one part of the interface: a later one replaces the earlier."""

    def __init__(self) -> None:
        self._task: PartnersTask | None = None

    def ask(
        self,
        layer: QgsVectorLayer,
        fid: int,
        then: Callable[[PartnersFound], None],
        otherwise: Callable[[str], None],
    ) -> None:
        """Has the partners of a feature's image given on, or why there are none."""
        self.stop()
        try:
            task = PartnersTask(layer, fid)
        except ArdError as error:
            otherwise(str(error))
            return
        task.answered.connect(lambda found: then(found) if task is self._task else None)
        task.failed.connect(lambda why: otherwise(why) if task is self._task else None)
        self._task = start(task)

    def stop(self) -> None:
        """Waits for no answer any more."""
        task, self._task = self._task, None
        drop(task)


def partners_sentence(name: str, found: PartnersFound) -> str:
    """Returns what was found for an image, in a sentence for its user."""
    if found.lacking:
        text = tr("{name} can't be one of a stereo pair: too little is known of its view.")
    elif found.outside:
        text = tr("{name} can't be one of a stereo pair: its view or light is beyond the limits.")
    elif not found.partners:
        text = tr("The layer has no stereo partner of {name}.")
    else:
        text = tr("Stereo partners of {name}: {count}; the strongest is {best}.")
        return text.format(name=name, count=len(found.partners), best=found.partners[0].id)
    return text.format(name=name)
