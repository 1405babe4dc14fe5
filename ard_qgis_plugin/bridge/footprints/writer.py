"""Rows into a layer's sink: closed when they are written, and at once when the user cancels."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields, QgsProcessingContext
from qgis.PyQt import sip

from ...core.model.errors import CancelledError, OutputError
from ..gdal_errors import without_gdal_errors
from .layer import Row, feature_of


class LayerWriter:
    """The writer of one layer; where it breaks off, `abandon` is called and nothing is loaded."""

    def __init__(
        self,
        context: QgsProcessingContext,
        is_cancelled: Callable[[], bool],
        abandon: Callable[[], None],
        make: Callable[[Row, QgsFields], QgsFeature] | None = None,
    ) -> None:
        self._context = context
        self._is_cancelled = is_cancelled
        self._abandon = abandon
        self._make = make or feature_of

    def write(
        self, rows: Iterable[Row], fields: QgsFields, sink: QgsFeatureSink, destination: str
    ) -> None:
        """Writes rows as features and closes the sink, so that the style can be stored in its file.

        Raises CancelledError, or OutputError where the layer does not take a feature.
        """
        try:
            self._add(rows, fields, sink)
        except BaseException:
            self._abandon()
            with without_gdal_errors():
                sip.delete(sink)
            do_not_load(destination, self._context)  # newer QGIS would, though the run has failed
            raise
        sip.delete(sink)

    def _add(self, rows: Iterable[Row], fields: QgsFields, sink: QgsFeatureSink) -> None:
        for row in rows:
            if self._is_cancelled():
                raise CancelledError("The writing of the layer was cancelled.")
            if not sink.addFeature(self._make(row, fields), QgsFeatureSink.Flag.FastInsert):
                raise OutputError(
                    f"The footprint of {_name_of(row)} can't be written ({sink.lastError()}): "
                    "check the output's folder and free space."
                )
        if not sink.flushBuffer():
            raise OutputError(f"The footprints can't be written ({sink.lastError()}).")


def do_not_load(destination: str, context: QgsProcessingContext) -> None:
    """Has QGIS not load a layer at the end of the run."""
    wanted = context.layersToLoadOnCompletion()
    wanted.pop(destination, None)
    context.setLayersToLoadOnCompletion(wanted)


def _name_of(row: Row) -> str:
    """Returns a row's first text, which is its id."""
    return next((value for value in row[1:] if isinstance(value, str)), "a feature")
