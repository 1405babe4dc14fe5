"""The images that one asks for by another one: in like light, in other light, stereo partners."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.choice.like_light import ELSEWHERE, LIKE, lit_from_elsewhere, lit_like
from ....translation import tr
from ...light.partners import PartnersFound
from ...light.partners_task import PartnersSearch, partners_sentence
from .layer.chooser import Chooser
from .number_text import number

_LIGHT = ("incidence", "subsolar_azimuth")


class RelatedImages(QObject):
    """What narrows the list to images that have to do with one of them, and says so."""

    narrowed = pyqtSignal(str)  # to what the list is narrowed
    said = pyqtSignal(str)  # a line for the dock

    def __init__(self, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self._search = PartnersSearch()
        chooser.layer_changed.connect(self.stop)

    def list_like(self, row: int | None) -> None:
        """Lists the images that are lit from the same direction."""
        if (name := self._lit_name(row, _LIGHT)) is not None and row is not None:
            text = tr("Lit like {name}, within {angle}°.")
            self._chooser.narrow(lit_like(self._chooser.columns, row))
            self.narrowed.emit(text.format(angle=number(LIKE), name=name))

    def list_elsewhere(self, row: int | None) -> None:
        """Lists the images that are lit from another side."""
        if (name := self._lit_name(row, _LIGHT[1:])) is not None and row is not None:
            text = tr("The sun stands {angle}° or more elsewhere than in {name}.")
            found = lit_from_elsewhere(self._chooser.columns, row)
            self._chooser.narrow(found)
            self.narrowed.emit(text.format(angle=number(ELSEWHERE), name=name))

    def list_partners(self, row: int | None) -> None:
        """Lists an image and those that make a stereo pair with it, once they are found."""
        layer, name = self._chooser.layer, self._name(row)
        if layer is None or name is None or row is None:
            return
        fid = int(self._chooser.columns.fids[row])
        self.said.emit("")
        self._search.ask(layer, fid, lambda found: self._take(found, name, fid), self.said.emit)

    def stop(self) -> None:
        """Waits for no answer any more."""
        self._search.stop()

    def _take(self, found: PartnersFound, name: str, fid: int) -> None:
        text = partners_sentence(name, found)
        if not found.partners:
            self.said.emit(text)
            return
        columns = self._chooser.columns
        among = np.zeros(len(columns), np.bool_)
        among[columns.rows_of([fid, *(each.fid for each in found.partners)])] = True
        self._chooser.narrow(among)
        self.narrowed.emit(text)

    def _name(self, row: int | None) -> str | None:
        if row is None:
            self.said.emit(tr("Choose an image in the list first."))
            return None
        return self._chooser.columns.ids[row]

    def _lit_name(self, row: int | None, angles: tuple[str, ...]) -> str | None:
        """Returns the name of an image of which some angles of the sun are known."""
        name, columns = self._name(row), self._chooser.columns
        if name is None:
            return None
        known = all(np.isfinite(columns.of(each)[row]) for each in angles)
        text = tr("Where the sun stood in {name} is not known.")
        self.said.emit("" if known else text.format(name=name))
        return name if known else None
