"""ard:addimages: footprints in, their images on the map out."""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.asset_file import IMAGE, FootprintRow, split_keys
from ..core.errors import InputError
from ..core.image_groups import GroupBy, Stretch
from ..core.left_out import LeftOut
from .base import explained
from .footprints import FootprintAlgorithm

if TYPE_CHECKING:
    from ..bridge.adding import AddOptions


class AddImagesAlgorithm(FootprintAlgorithm):
    """Adds the images of footprints to the map, streamed or from a folder."""

    ASSET = "ASSET"
    FOLDER = "FOLDER"
    LIMIT = "LIMIT"
    GROUP_BY = "GROUP_BY"
    STRETCH = "STRETCH"
    VRT_FOLDER = "VRT_FOLDER"
    ADDED = "ADDED"
    LEFT_OUT = "LEFT_OUT"
    FAILED = "FAILED"

    def name(self) -> str:
        """Returns the id, never translated."""
        return "addimages"

    def displayName(self) -> str:
        """Returns the name in the Toolbox."""
        return self.tr("Add images to the map")

    def tags(self) -> list[str]:
        """Returns further words under which the Toolbox finds the algorithm."""
        return self.tr("planetary,raster,stream,vsicurl,cog,vrt,mosaic,stretch,usgs").split(",")

    def shortDescription(self) -> str:
        """Returns the tool tip."""
        return self.tr("The footprints' images as layers, streamed or from a folder")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declares what the algorithm takes and gives."""
        for parameter in (*self._inputs(), *self._looks(), *self._destinations()):
            self.addParameter(parameter)
        for name, description in (
            (self.ADDED, self.tr("Images added")),
            (self.LEFT_OUT, self.tr("Images beyond the limit")),
            (self.FAILED, self.tr("Images that can't be read")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def _inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        yield self.footprint_input()
        yield explained(
            QgsProcessingParameterString(self.ASSET, self.tr("Asset"), IMAGE),
            self.tr("The key of the asset to show: image, or dtm, orthoimage and so on."),
        )
        behavior = QgsProcessingParameterFile.Behavior.Folder
        title = self.tr("Folder of downloaded images")
        yield explained(
            QgsProcessingParameterFile(self.FOLDER, title, behavior, optional=True),
            self.tr("Where “Download images” put them; what is not there is streamed."),
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
                self.tr("Layers by collection, by classes of incidence, or in no group."),
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

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Adds the images, and says which are left out."""
        from ..bridge.adding import add_images  # noqa: PLC0415 (imports numpy, for nobody else)

        (key, *more) = split_keys(self.parameterAsString(parameters, self.ASSET, context))
        if more:
            raise InputError(f"ASSET names several assets, {key} and {more[0]}: name one.")
        options = self._options(parameters, context)
        if options.vrt_folder is None and context.project() is None:
            raise InputError("There is no map to add images to: name a VRT_FOLDER to write to.")
        every = self.footprints(parameters, context, feedback)
        limit = self.parameterAsInt(parameters, self.LIMIT, context) or len(every)
        _tell_left_out(every[limit:], len(every), feedback)
        files = list(self.asset_files(every[:limit], [key], parameters, context, feedback))
        result = add_images(files, options, self.displayName(), context, feedback)
        results = {
            self.ADDED: result.added,
            self.LEFT_OUT: len(every[limit:]),
            self.FAILED: result.failed,
        }
        if options.vrt_folder:
            results[self.VRT_FOLDER] = str(options.vrt_folder)
        return results

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> AddOptions:
        from ..bridge.adding import AddOptions  # noqa: PLC0415

        folder = self.parameterAsFile(parameters, self.FOLDER, context)
        if folder and not Path(folder).is_dir():
            raise InputError(f"FOLDER is {folder}, which is no folder: choose another or clear it.")
        vrt_folder = self.parameterAsFileOutput(parameters, self.VRT_FOLDER, context)
        return AddOptions(
            folder=Path(folder) if folder else None,
            vrt_folder=Path(vrt_folder) if vrt_folder else None,
            group_by=GroupBy(self.parameterAsEnumString(parameters, self.GROUP_BY, context)),
            stretch=Stretch(self.parameterAsEnumString(parameters, self.STRETCH, context)),
        )


def _tell_left_out(rows: list[FootprintRow], total: int, feedback: QgsProcessingFeedback) -> None:
    if not rows:
        return
    left_out = LeftOut()
    for row in rows:
        left_out.add(row.id)
    feedback.pushWarning(
        f"LIMIT left out {left_out.count} of {total} images: {left_out.names}. Raise LIMIT "
        "(0 = no limit) or select the footprints that you want."
    )
