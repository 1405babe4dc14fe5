"""What the map shows of a footprint layer: by its style while one drags, then by its filter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsGraduatedSymbolRenderer, QgsVectorLayer

from .....core.choice.expressions import Dialect, both, only_where

_OURS = "planetary_ard/filter"
_ATTRIBUTE = "planetary_ard/class_attribute"
_SQLITE = (".gpkg", ".sqlite", ".db")


class LayerFilter:
    """The filter of one layer: `own` is the user's part of it, which is kept.

    Ours is stored with the layer, so that the two are told apart when a project is opened again.
    `is_working` says that a change of the layer is from here.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        self.is_working = False
        self.own = self.ours = ""
        self.understand()

    def understand(self) -> bool:
        """Takes the layer's filter apart; says whether ours is still what it was."""
        before = self.ours
        ours = str(self._layer.customProperty(_OURS) or "")
        text = self._layer.subsetString()
        head, tail = "(", f") AND ({ours})"
        if ours and text == ours:
            self.own, self.ours = "", ours
        elif ours and text.startswith(head) and text.endswith(tail):
            self.own, self.ours = text[len(head) : -len(tail)], ours
        else:
            self.own, self.ours = text, ""
            self._layer.removeCustomProperty(_OURS)
        return self.ours == before

    @property
    def dialect(self) -> Dialect:
        """Returns the language of the layer's filter."""
        provider = self._layer.providerType()
        if provider == "ogr":
            file = self._layer.source().partition("|")[0].lower()
            return Dialect.SQLITE if file.endswith(_SQLITE) else Dialect.OGR
        return {"memory": Dialect.QGIS, "spatialite": Dialect.SQLITE}.get(
            provider, Dialect.POSTGRES
        )

    def preview(self, condition: str) -> None:
        """Has the map draw what fulfils a condition of QGIS's, at once; the legend stays."""
        if not self._dim(condition):
            return
        if self.ours and not self._layer.isEditable():
            self._set_subset("")
        self._layer.triggerRepaint()

    def apply(self, condition: str, preview: str) -> None:
        """Has the layer hold only what fulfils a condition in its own dialect.

        While the layer is edited its filter can't be changed; the style does it then, by `preview`.
        """
        if self._layer.isEditable() or (condition != self.ours and not self._set_subset(condition)):
            self.preview(preview)
            return
        if self._dim(""):
            self._layer.triggerRepaint()

    @contextmanager
    def without_ours(self) -> Iterator[None]:
        """Has the layer give all features but those that the user has filtered out."""
        provider = self._layer.dataProvider()
        if not self.ours or self._layer.isEditable():
            yield
            return
        provider.blockSignals(True)  # nobody draws this
        try:
            provider.setSubsetString(self.own, False)
            yield
        finally:
            provider.setSubsetString(both(self.own, self.ours), False)
            provider.blockSignals(False)

    def _set_subset(self, condition: str) -> bool:
        """Sets our part of the filter, keeping the selection; says whether the layer took it."""
        selected = self._layer.selectedFeatureIds()
        self.is_working = True
        try:
            if condition:
                self._layer.setCustomProperty(_OURS, condition)
            taken = self._layer.setSubsetString(both(self.own, condition))
            if taken:
                self.ours = condition
            if not self.ours:
                self._layer.removeCustomProperty(_OURS)
            elif not taken:
                self._layer.setCustomProperty(_OURS, self.ours)
            if selected:
                self._layer.selectByIds(selected)
        finally:
            self.is_working = False
        return bool(taken)

    def _dim(self, condition: str) -> bool:
        """Has the style leave out what doesn't fulfil a condition; says whether it changed."""
        renderer = self._layer.renderer()
        if not isinstance(renderer, QgsGraduatedSymbolRenderer):
            return False
        kept = self._layer.customProperty(_ATTRIBUTE)
        attribute = str(kept) if kept else renderer.classAttribute()
        wanted = only_where(condition, attribute)
        if wanted == renderer.classAttribute():
            return False
        if condition:
            self._layer.setCustomProperty(_ATTRIBUTE, attribute)
        else:
            self._layer.removeCustomProperty(_ATTRIBUTE)
        renderer.setClassAttribute(wanted)
        return True
