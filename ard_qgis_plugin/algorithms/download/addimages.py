"""ard:addimages: footprints in, their images on the map out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.images.groups import GroupBy, Stretch
from ...bridge.images.placement import AddOptions, add_images
from ...core.manifest.asset_file import FootprintRow, split_keys
from ...core.model.bodies import body_named
from ...core.model.errors import InputError
from ...core.model.omissions import Omissions
from ...translation import tr
from .addimages_declaration import AddImagesDeclaration


class AddImagesAlgorithm(AddImagesDeclaration):
    """The images of footprints on the map, streamed or from a folder."""

    def execute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Adds the images, and says which are left out."""
        (key, *more) = split_keys(self.parameterAsString(parameters, self.ASSET, context))
        if more:
            raise InputError(f"ASSET names several assets, {key} and {more[0]}: name one.")
        options = self._options(parameters, context)
        if options.vrt_folder is None and context.project() is None:
            raise InputError("There is no map to add images to: name a VRT_FOLDER to write to.")
        every = self.footprints(parameters, context, feedback)
        limit = self.parameterAsInt(parameters, self.LIMIT, context) or len(every)
        for warning in self.map_warnings(body_named(every[0].body if every else ""), context):
            feedback.pushWarning(warning)
        _report_omissions(every[limit:], len(every), feedback)
        files = list(self.asset_files(every[:limit], [key], parameters, context, feedback))
        result = add_images(files, options, self.displayName(), context, feedback)
        self.downloaded.update(result.downloaded)
        results: dict[str, Any] = {
            self.ADDED: result.added,
            self.LEFT_OUT: len(every[limit:]),
            self.FAILED: result.failed,
        }
        if options.vrt_folder:
            results[self.VRT_FOLDER] = str(options.vrt_folder)
        return results

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> AddOptions:
        folder = self.parameterAsFile(parameters, self.FOLDER, context)
        if folder and not Path(folder).is_dir():
            raise InputError(f"FOLDER is {folder}, which is no folder: choose another or clear it.")
        vrt_folder = self.parameterAsFileOutput(parameters, self.VRT_FOLDER, context)
        return AddOptions(
            folder=Path(folder) if folder else None,
            vrt_folder=Path(vrt_folder) if vrt_folder else None,
            group_by=GroupBy(self.parameterAsEnumString(parameters, self.GROUP_BY, context)),
            stretch=Stretch(self.parameterAsEnumString(parameters, self.STRETCH, context)),
            present=self.present,
        )


def _report_omissions(
    rows: list[FootprintRow], total: int, feedback: QgsProcessingFeedback
) -> None:
    if not rows:
        return
    omissions = Omissions()
    for row in rows:
        omissions.add(row.id)
    text = tr(
        "LIMIT left out {count} of {total} images: {names}. Raise LIMIT (0 = no limit) or select "
        "the footprints that you want."
    )
    feedback.pushWarning(text.format(count=omissions.count, total=total, names=omissions.names))
