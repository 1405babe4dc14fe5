"""What ard:stereopairs is called, takes and gives."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

from ..base import Identity, advanced, explained
from ..inputs import area_input, footprint_input
from .images_algorithm import ImagesAlgorithm


class StereoPairsDeclaration(ImagesAlgorithm):
    """What users, models and scripts see of ard:stereopairs; they rely on the names."""

    MIN_INCIDENCE = "MIN_INCIDENCE"
    MAX_INCIDENCE = "MAX_INCIDENCE"
    MAX_EMISSION = "MAX_EMISSION"
    MIN_PHASE = "MIN_PHASE"
    MAX_PHASE = "MAX_PHASE"
    MAX_RESOLUTION_RATIO = "MAX_RESOLUTION_RATIO"
    MIN_PARALLAX = "MIN_PARALLAX"
    MAX_PARALLAX = "MAX_PARALLAX"
    MAX_SHADOW = "MAX_SHADOW"
    MAX_DELTA_AZIMUTH = "MAX_DELTA_AZIMUTH"
    MIN_OVERLAP = "MIN_OVERLAP"
    MAX_DELTA_LS = "MAX_DELTA_LS"
    DTM_SPACING = "DTM_SPACING"
    MAX_PAIRS = "MAX_PAIRS"
    PAIRS = "PAIRS"
    LEFT_OUT = "LEFT_OUT"

    def identity(self) -> Identity:
        """Returns what the algorithm is called."""
        return Identity(
            "stereopairs",
            title=self.tr("Find stereo pairs"),
            tip=self.tr("Images that see the same ground from two sides in like light"),
            tags=self.tr("planetary,stereo,convergence,parallax,dtm,dem,overlap,kaguya,usgs"),
        )

    def counts(self) -> dict[str, str]:
        """Declares the numbers that the algorithm gives."""
        return {
            self.PAIRS: self.tr("Pairs found"),
            self.LEFT_OUT: self.tr("Images without what a pair needs"),
            self.MANIFEST_LINES: self.tr("Lines in the manifest"),
        }

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Declares what the algorithm takes."""
        yield footprint_input(self.INPUT)
        yield area_input(self.AREA, self.tr("Only pairs whose overlap touches it; else all pairs."))
        yield from self._image_limits()
        yield from self._pair_limits()
        yield from self._advanced_limits()
        yield self.layer_output(
            self.OUTPUT,
            self.tr("Stereo pairs"),
            self.tr("A polygon for each pair, where both images see the ground; best first."),
        )
        yield self.manifest_output()

    def _image_limits(self) -> Iterator[QgsProcessingParameterDefinition]:
        sun = self.tr("Of each image; Becker et al. (2015) recommend 40 to 65, best 50.")
        phase = self.tr("Of each image, between sun and spacecraft; 30 and more is best.")
        for name, title, default, text in (
            (self.MIN_INCIDENCE, self.tr("Smallest incidence angle (degrees)"), 40, sun),
            (self.MAX_INCIDENCE, self.tr("Largest incidence angle (degrees)"), 65, sun),
            (
                *(self.MAX_EMISSION, self.tr("Largest emission angle (degrees)"), 45),
                self.tr("Of each image; steep slopes are hidden beyond its complement."),
            ),
            (self.MIN_PHASE, self.tr("Smallest phase angle (degrees)"), 5, phase),
            (self.MAX_PHASE, self.tr("Largest phase angle (degrees)"), 120, phase),
        ):
            yield self.number_input(name, title, default, 180, text)

    def _pair_limits(self) -> Iterator[QgsProcessingParameterDefinition]:
        parallax = self.tr("Parallax per height: 0.1 is about 5 degrees, 0.4 to 0.6 is best.")
        for name, title, default, highest, text in (
            (
                *(self.MAX_RESOLUTION_RATIO, self.tr("Largest ratio of pixel sizes"), 2.5, 100),
                self.tr("The coarser over the finer pixel; beyond 2.5 resample."),
            ),
            (self.MIN_PARALLAX, self.tr("Smallest parallax/height ratio"), 0.1, 100, parallax),
            (self.MAX_PARALLAX, self.tr("Largest parallax/height ratio"), 1, 100, parallax),
            (
                *(self.MAX_SHADOW, self.tr("Largest distance of shadow tips"), 2.58, 100),
                self.tr("Per height; 0 is the same light, which is best."),
            ),
            (
                self.MAX_DELTA_AZIMUTH,
                *(self.tr("Largest difference of sun azimuths (degrees)"), 100, 180),
                self.tr("20 and less is best."),
            ),
            (
                *(self.MIN_OVERLAP, self.tr("Smallest overlap (0 to 1)"), 0.3, 1),
                self.tr("The part of the smaller image that both see; 0.5 and more is best."),
            ),
        ):
            yield self.number_input(name, title, default, highest, text)

    def _advanced_limits(self) -> Iterator[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber
        title = self.tr("Largest difference of solar longitudes (degrees)")
        text = self.tr("On Mars: images of like season; where it is unknown there is no pair.")
        yield advanced(self.number_input(self.MAX_DELTA_LS, title, None, 180, text))
        title = self.tr("Spacing of the terrain model (metres)")
        text = self.tr("Only images whose pixel is at most a third of it, as a DTM needs.")
        yield advanced(self.number_input(self.DTM_SPACING, title, None, 1e9, text))
        title = self.tr("Most pairs (0 = all)")
        yield explained(
            number(self.MAX_PAIRS, title, number.Type.Integer, 0, False, 0),
            self.tr("The best so many."),
        )
