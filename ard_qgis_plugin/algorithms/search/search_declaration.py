"""What ard:search is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.inputs.canvas import canvas_extent
from ...bridge.inputs.collections_parameter import collections_parameter
from ...settings import load_settings
from ..base import ArdAlgorithm, Identity, advanced, explained
from ..inputs import api_input, area_input, labels_input, manifest_output, refresh_input

ONLINE = ("auto", "always", "never")
"""When the catalogue is asked, never translated: see core's Online."""

CENTRE, ANYWHERE = "centre", "anywhere"
"""Where the incidence limits are held against: values of INCIDENCE_AT."""


class SearchDeclaration(ArdAlgorithm):
    """What users, models and scripts see of ard:search; they rely on the names."""

    API_URL = "API_URL"
    COLLECTIONS = "COLLECTIONS"
    EXTENT = "EXTENT"
    AREA = "AREA"
    START = "START"
    END = "END"
    MIN_INCIDENCE = "MIN_INCIDENCE"
    MAX_INCIDENCE = "MAX_INCIDENCE"
    INCIDENCE_AT = "INCIDENCE_AT"
    MAX_ITEMS = "MAX_ITEMS"
    LABELS = "LABELS"
    REFRESH = "REFRESH"
    INDEX = "INDEX"
    ONLINE = "ONLINE"
    ASSET = "ASSET"
    REMOTE = "REMOTE"
    OUTPUT = "OUTPUT"
    MANIFEST = "MANIFEST"
    FOUND = "FOUND"
    WITH_INCIDENCE = "WITH_INCIDENCE"
    WITHOUT_INCIDENCE = "WITHOUT_INCIDENCE"
    MANIFEST_LINES = "MANIFEST_LINES"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "search",
            title=self.tr("Search analysis ready data"),
            tip=self.tr("Footprints of planetary images, coloured by solar incidence angle"),
            tags=self.tr(
                "planetary,moon,mars,europa,stac,usgs,kaguya,hirise,incidence,footprints,rclone"
            ),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the search gives."""
        return {
            self.FOUND: self.tr("Observations found"),
            self.WITH_INCIDENCE: self.tr("Observations with an incidence angle"),
            self.WITHOUT_INCIDENCE: self.tr("Observations without an incidence angle"),
            self.MANIFEST_LINES: self.tr("Lines in the manifest"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the search takes."""
        yield from self._searched()
        yield from self._advanced_inputs()
        yield from self._destinations()

    def _searched(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield explained(
            collections_parameter(self.COLLECTIONS, self.tr("Collections")),
            self.tr("Ids of the collections to search, separated by commas, all of one body."),
        )
        yield explained(
            QgsProcessingParameterExtent(
                self.EXTENT, self.tr("Extent"), canvas_extent(), optional=True
            ),
            self.tr("What to search, in any CRS of the body; by default what the map shows."),
        )
        yield area_input(
            self.AREA,
            self.tr("Polygons to search instead of the extent, in any CRS of the body."),
        )
        for name, description in (
            (self.START, self.tr("Acquired after (UTC)")),
            (self.END, self.tr("Acquired before (UTC)")),
        ):
            yield explained(
                QgsProcessingParameterDateTime(name, description, optional=True),
                self.tr("Acquisition time in UTC, such as 2009-06-07T14:43:22; empty is open."),
            )
        yield from self._limits()
        yield labels_input(
            self.LABELS,
            self.tr("Without it the search is faster and no angle is known."),
        )

    def _limits(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        for name, description in (
            (self.MIN_INCIDENCE, self.tr("Smallest incidence angle (degrees)")),
            (self.MAX_INCIDENCE, self.tr("Largest incidence angle (degrees)")),
        ):
            yield explained(
                number(name, description, number.Type.Double, None, True, 0, 180),
                self.tr("Keeps only observations whose incidence is known and inside the limits."),
            )
        yield explained(
            QgsProcessingParameterEnum(
                self.INCIDENCE_AT,
                self.tr("Incidence limits are of"),
                options=[CENTRE, ANYWHERE],
                defaultValue=CENTRE,
                usesStaticStrings=True,
            ),
            self.tr(
                "The image's centre, or anywhere in what is searched: then an image counts if any "
                "place of it there is inside the limits."
            ),
        )
        title = self.tr("Most observations to read (0 = no limit)")
        yield explained(
            number(self.MAX_ITEMS, title, number.Type.Integer, 1000, False, 0),
            self.tr("At most so many are read from the catalogue in all; a warning says so."),
        )

    def _advanced_inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield api_input(self.API_URL)
        for name, description, default, help_text in (
            (
                self.ASSET,
                self.tr("Asset that goes into the manifest"),
                "image",
                self.tr("The asset's key: image, or dtm, orthoimage, thumbnail and so on."),
            ),
            (
                self.REMOTE,
                self.tr("Name of the rclone remote"),
                load_settings().remote,
                self.tr("The manifest's lines begin with it; the file beside it defines it."),
            ),
        ):
            parameter = QgsProcessingParameterString(name, description, default)
            yield explained(advanced(parameter), help_text)
        yield from self._index_inputs()
        yield refresh_input(
            self.REFRESH,
            self.tr("Without it, labels that were read in the last 30 days are not read again."),
        )

    def _index_inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        file = QgsProcessingParameterFile(
            self.INDEX,
            self.tr("Index that is searched first"),
            optional=True,
            # the second for addresses, which may end in a query
            fileFilter=f"{self.tr('Index (*.gpkg *.zip)')};;{self.tr('All files (*)')}",
        )
        yield explained(
            advanced(file),
            self.tr("A file, zip or web address that ard:index made; those of the settings too."),
        )
        choices = list(ONLINE)
        online = QgsProcessingParameterEnum(
            self.ONLINE,
            self.tr("Ask the catalogue"),
            choices,
            defaultValue=choices[0],
            usesStaticStrings=True,
        )
        yield explained(
            advanced(online),
            self.tr("auto: for what no index holds, or only an old one; always; or never."),
        )

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield explained(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                self.tr("Footprints"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
            ),
            self.tr("The footprints, in the body's own longitude/latitude CRS, with their style."),
        )
        yield manifest_output(
            self.MANIFEST,
            self.tr(
                "NAME.txt; NAME.rclone.conf, NAME.download.sh and NAME.download.cmd are written "
                "beside it."
            ),
        )
