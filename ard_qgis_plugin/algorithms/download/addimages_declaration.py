"""What ard:addimages is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.images.groups import GroupBy, Stretch
from ...bridge.inputs.download_folder import images_folder
from ...core.manifest.asset_file import IMAGE
from ..base import Identity, explained
from ..inputs import footprint_input
from .footprints import FootprintAlgorithm


class AddImagesDeclaration(FootprintAlgorithm):
    """What users, models and scripts see of ard:addimages; they rely on the names."""

    ASSET = "ASSET"
    FOLDER = "FOLDER"
    LIMIT = "LIMIT"
    GROUP_BY = "GROUP_BY"
    STRETCH = "STRETCH"
    VRT_FOLDER = "VRT_FOLDER"
    ADDED = "ADDED"
    LEFT_OUT = "LEFT_OUT"
    FAILED = "FAILED"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "addimages",
            title=self.tr("Add images to the map"),
            tip=self.tr("The footprints' images as layers, streamed or from a folder"),
            tags=self.tr("planetary,raster,stream,vsicurl,cog,vrt,mosaic,stretch,usgs"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.ADDED: self.tr("Images added"),
            self.LEFT_OUT: self.tr("Images beyond the limit"),
            self.FAILED: self.tr("Images that can't be read"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield from self._images()
        yield from self._looks()
        yield from self._destinations()

    def _images(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        yield footprint_input(self.INPUT)
        yield explained(
            QgsProcessingParameterString(self.ASSET, self.tr("Asset"), IMAGE),
            self.tr("The key of the asset to show: image, or dtm, orthoimage and so on."),
        )
        behavior = QgsProcessingParameterFile.Behavior.Folder
        title = self.tr("Folder of downloaded images")
        yield explained(
            QgsProcessingParameterFile(
                self.FOLDER, title, behavior, defaultValue=images_folder(), optional=True
            ),
            self.tr(
                "Where “Download images” put them, by default the last time; what is not there is "
                "streamed."
            ),
        )
        title = self.tr("Most images to add (0 = no limit)")
        yield explained(
            number(self.LIMIT, title, number.Type.Integer, 50, False, 0),
            self.tr("The first so many of the layer; a warning says how many were left out."),
        )

    def _looks(self) -> Iterator[QgsProcessingParameterDefinition]:
        for name, title, kind, default, help_text in (
            (
                *(self.GROUP_BY, self.tr("Groups of layers"), GroupBy, GroupBy.COLLECTION),
                self.tr("By collection, by classes of incidence, by like light, or in no group."),
            ),
            (
                *(self.STRETCH, self.tr("Stretch"), Stretch, Stretch.SHARED),
                self.tr("Shared: images under like light have the same black and white."),
            ),
        ):
            parameter = QgsProcessingParameterEnum(
                name,
                title,
                options=[each.value for each in kind],
                defaultValue=default.value,
                usesStaticStrings=True,
            )
            yield explained(parameter, help_text)

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield self.api_input()
        title = self.tr("Folder for VRTs")
        yield explained(
            QgsProcessingParameterFolderDestination(
                self.VRT_FOLDER, title, optional=True, createByDefault=False
            ),
            self.tr("Gets a VRT for each image and one mosaic for each group, with their style."),
        )
