"""What ard:index is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.inputs.collections_parameter import collections_parameter
from ..base import ArdAlgorithm, Identity, advanced, explained
from ..inputs import api_input, area_input, file_output, labels_input, refresh_input


class IndexDeclaration(ArdAlgorithm):
    """What users, models and scripts see of ard:index; they rely on the names."""

    API_URL = "API_URL"
    COLLECTIONS = "COLLECTIONS"
    EXTENT = "EXTENT"
    AREA = "AREA"
    LABELS = "LABELS"
    MAX_ITEMS = "MAX_ITEMS"
    REFRESH = "REFRESH"
    PARTS = "PARTS"
    PART = "PART"
    INDEX = "INDEX"
    PARQUET = "PARQUET"
    ADDED = "ADDED"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    GONE = "GONE"
    WITH_INCIDENCE = "WITH_INCIDENCE"
    WITHOUT_INCIDENCE = "WITHOUT_INCIDENCE"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "index",
            title=self.tr("Keep a collection in a file"),
            tip=self.tr("Whole collections with every angle in one file, searched offline"),
            tags=self.tr("planetary,moon,mars,stac,offline,index,geopackage,incidence,kaguya"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.ADDED: self.tr("Observations added"),
            self.CHANGED: self.tr("Observations that had changed"),
            self.UNCHANGED: self.tr("Observations that are as they were"),
            self.GONE: self.tr("Observations that the catalogue has no more"),
            self.WITH_INCIDENCE: self.tr("Observations with an incidence angle"),
            self.WITHOUT_INCIDENCE: self.tr("Observations without an incidence angle"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield explained(
            collections_parameter(self.COLLECTIONS, self.tr("Collections")),
            self.tr("Ids of the collections to keep, separated by commas, all of one body."),
        )
        yield explained(
            QgsProcessingParameterExtent(self.EXTENT, self.tr("Extent"), optional=True),
            self.tr("What to keep, in any CRS of the body; empty is the whole body."),
        )
        yield area_input(
            self.AREA,
            self.tr("Polygons to keep instead of the extent, in any CRS of the body."),
        )
        yield labels_input(
            self.LABELS,
            self.tr("Without it no angle is known; another run can read the labels later."),
        )
        yield from self._advanced_inputs()
        yield from self._destinations()

    def _advanced_inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        title = self.tr("Most observations to read in this run (0 = no limit)")
        number = QgsProcessingParameterNumber
        yield explained(
            advanced(number(self.MAX_ITEMS, title, number.Type.Integer, 0, False, 0)),
            self.tr("At most so many are read now; another run goes on where this one ended."),
        )
        yield api_input(self.API_URL)
        yield refresh_input(
            self.REFRESH,
            self.tr("Without it only labels that are new, or failed before, are read."),
        )
        yield from self._parts_inputs()

    def _parts_inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        title = self.tr("Parts, for a cluster")
        yield explained(
            advanced(number(self.PARTS, title, number.Type.Integer, 1, False, 1)),
            self.tr("More than one: nothing is read now, but a Slurm job is written that does."),
        )
        title = self.tr("The part to read, as the job gives it")
        yield explained(
            advanced(QgsProcessingParameterString(self.PART, title, optional=True)),
            self.tr("3/16 reads the third of 16 parts; all/16 puts the 16 together."),
        )

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield file_output(
            self.INDEX,
            self.tr("Index"),
            self.tr("Index (*.gpkg)"),
            self.tr("A new file, or one to bring up to date; by default one in your profile."),
        )
        parquet = file_output(
            self.PARQUET,
            self.tr("The same as GeoParquet"),
            self.tr("GeoParquet (*.parquet)"),
            self.tr("For other programs; only where the GDAL of this QGIS can write it."),
        )
        yield advanced(parquet)
