"""What the algorithms share that begin with a footprint layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ...core.manifest.asset_file import IMAGE
from ...core.model.errors import InputError
from ...settings import load_settings
from ..base import ArdAlgorithm, explained
from ..inputs import api_input

if TYPE_CHECKING:
    from ...core.manifest.asset_file import AssetFile, FootprintRow


class FootprintAlgorithm(ArdAlgorithm):
    """The base of the algorithms that take the footprints of ard:search."""

    INPUT = "INPUT"
    ASSETS = "ASSETS"
    API_URL = "API_URL"

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Notes, on the main thread, which images the project has."""
        from ...bridge.images.presence import present_images  # noqa: PLC0415 (imports GDAL)

        self.present = present_images(context.project())
        self.downloaded: dict[str, str] = {}
        return super().prepareAlgorithm(parameters, context, feedback)

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Has the project's images read from where they were downloaded, on the main thread."""
        from ...bridge.images.presence import read_from  # noqa: PLC0415

        if project := context.project():
            read_from(self.downloaded, project)
        return super().postProcessAlgorithm(context, feedback)

    def assets_input(self) -> QgsProcessingParameterDefinition:
        """Declares the keys of the assets, for those that take several."""
        return explained(
            QgsProcessingParameterString(self.ASSETS, self.tr("Assets"), IMAGE),
            self.tr("Keys of assets, separated by commas: image, thumbnail, dtm and so on."),
        )

    def api_input(self) -> QgsProcessingParameterDefinition:
        """Declares the API that is asked for assets which the layer doesn't know."""
        return api_input(
            self.API_URL,
            self.tr("Asked for the addresses of assets other than image and thumbnail."),
        )

    def footprints(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> list[FootprintRow]:
        """Reads the footprints of the layer, in its order."""
        from ...bridge.inputs.footprint_source import read_footprints  # noqa: PLC0415

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise InputError(self.invalidSourceError(parameters, self.INPUT))
        rows = read_footprints(source)
        if not rows:
            feedback.pushInfo(self.tr("The layer holds no footprint, or none is selected."))
        return rows

    def asset_files(
        self,
        rows: Sequence[FootprintRow],
        keys: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Iterator[AssetFile]:
        """Yields the files of footprints, in their order."""
        from ...bridge.inputs.network import network_options  # noqa: PLC0415
        from ...core.manifest.asset_lookup import asset_files  # noqa: PLC0415 (imports the libraries)

        api_url = self.parameterAsString(parameters, self.API_URL, context).strip()
        network = network_options(load_settings().concurrency)
        return asset_files(rows, keys, api_url, network, feedback.isCanceled)
