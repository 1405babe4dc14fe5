"""ard:search inside QGIS: what it declares, what it gives to scripts, models and the desktop."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRenderer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS

MOON = "IAU_2015:30100"
TUTORIAL = f"3,5,4,6 [{MOON}]"
DECLARED = {
    "API_URL": ("string", "https://stac.astrogeology.usgs.gov/api"),
    "COLLECTIONS": ("string", ", ".join(DEFAULT_COLLECTIONS)),
    "EXTENT": ("extent", None),
    "AREA": ("source", None),
    "START": ("datetime", None),
    "END": ("datetime", None),
    "MIN_INCIDENCE": ("number", None),
    "MAX_INCIDENCE": ("number", None),
    "INCIDENCE_AT": ("enum", "centre"),
    "MAX_ITEMS": ("number", 1000),
    "LABELS": ("boolean", True),
    "ASSET": ("string", "image"),
    "REMOTE": ("string", "s3_noauth"),
    "REFRESH": ("boolean", False),
    "INDEX": ("file", None),
    "ONLINE": ("enum", "auto"),
    "OUTPUT": ("sink", None),
    "MANIFEST": ("fileDestination", None),
}
LIMITS = {"START", "END", "MIN_INCIDENCE", "MAX_INCIDENCE"}
OPTIONAL = {"EXTENT", "AREA", "OUTPUT", "MANIFEST", "INDEX"} | LIMITS
ADVANCED = {"API_URL", "ASSET", "REMOTE", "REFRESH", "INDEX", "ONLINE"}
FIELDS = [
    "incidence_angle",
    "id",
    "collection",
    "body",
    "title",
    "datetime",
    "start_datetime",
    "end_datetime",
    "emission_angle",
    "phase_angle",
    "subsolar_azimuth",
    "local_time",
    "solar_longitude",
    "pixel_resolution",
    "north_azimuth",
    "subspacecraft_azimuth",
    "subsolar_longitude",
    "subsolar_latitude",
    "slant_distance",
    "gsd",
    "coverage",
    "incidence_min",
    "incidence_max",
    "label_status",
    "label_note",
    "image_url",
    "label_url",
    "thumbnail_url",
    "rclone_path",
]

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def algorithm() -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().createAlgorithmById("ard:search")


def having(algorithm: QgsProcessingAlgorithm, flag: QgsProcessingParameterDefinition.Flag) -> set:
    return {each.name() for each in algorithm.parameterDefinitions() if each.flags() & flag}


def test_parameters_are_those_that_scripts_rely_on(algorithm):
    declared = {
        each.name(): (each.type(), each.defaultValue()) for each in algorithm.parameterDefinitions()
    }
    assert declared == DECLARED
    flags = QgsProcessingParameterDefinition.Flag
    assert having(algorithm, flags.FlagOptional) == OPTIONAL
    assert having(algorithm, flags.FlagAdvanced) == ADVANCED
    outputs = {each.name(): each.type() for each in algorithm.outputDefinitions()}
    numbers = ("FOUND", "WITH_INCIDENCE", "WITHOUT_INCIDENCE", "MANIFEST_LINES")
    expected = dict.fromkeys(numbers, "outputNumber")
    assert outputs == expected | {"OUTPUT": "outputVector", "MANIFEST": "outputFile"}


def test_every_parameter_and_the_algorithm_have_help(algorithm):
    for parameter in algorithm.parameterDefinitions():
        assert len(parameter.help()) > 20, parameter.name()
    assert "<strong>solar incidence angle</strong>" in algorithm.shortHelpString()
    assert "*" not in algorithm.shortHelpString()
    assert algorithm.canExecute() == (True, "")


def test_a_script_gets_a_styled_layer_in_the_bodys_crs(planet, feedback):
    result = processing.run(
        "ard:search",
        {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": "memory:"},
        feedback=feedback,
    )
    layer = result["OUTPUT"]
    assert [field.name() for field in layer.fields()] == FIELDS
    assert layer.crs().authid() == MOON
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert layer.featureCount() == result["FOUND"] == result["WITH_INCIDENCE"]
    assert layer.renderer().type() == "graduatedSymbol"
    feature = next(layer.getFeatures())
    assert feature["datetime"].timeSpec() == 1  # UTC
    assert feature["datetime"].isValid()
    assert feature.geometry().isGeosValid()
    assert feature["rclone_path"].endswith(f"/{feature['id']}.tif")
    assert feedback.warnings == []


def test_a_model_can_use_it(planet):
    model = QgsProcessingModelAlgorithm("footprints", "test")
    model.addModelParameter(
        QgsProcessingParameterExtent("view", "view"), QgsProcessingModelParameter("view")
    )
    child = QgsProcessingModelChildAlgorithm("ard:search")
    child.setChildId("search")
    source = QgsProcessingModelChildParameterSource
    child.addParameterSources("EXTENT", [source.fromModelParameter("view")])
    child.addParameterSources("API_URL", [source.fromStaticValue(planet.stac)])
    child.addParameterSources("MAX_ITEMS", [source.fromExpression("2 + 2")])
    output = QgsProcessingModelOutput("footprints", "footprints")
    output.setChildOutputName("OUTPUT")
    output.setChildId("search")
    child.setModelOutputs({"footprints": output})
    model.addChildAlgorithm(child)
    (name,) = [each.name() for each in model.parameterDefinitions() if each.isDestination()]
    result = processing.run(
        model, {"view": TUTORIAL, name: "TEMPORARY_OUTPUT"}, is_child_algorithm=False
    )
    assert result[name].featureCount() == 4


def test_the_desktop_loads_it_styled(planet, feedback, tmp_path):
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    path = str(tmp_path / "loaded.gpkg")
    details = QgsProcessingContext.LayerDetails("Footprints", project, "OUTPUT")
    context.addLayerToLoadOnCompletion(path, details)
    processing.run(
        "ard:search",
        {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": path},
        context=context,
        feedback=feedback,
    )
    # a layer that knows nothing of the style or the CRS, as QGIS may load it
    layer = QgsVectorLayer(path, "Footprints", "ogr")
    layer.setRenderer(QgsFeatureRenderer.defaultRenderer(layer.geometryType()))
    layer.setCrs(QgsCoordinateReferenceSystem())
    processor = context.layerToLoadOnCompletionDetails(path).postProcessor()
    processor.postProcessLayer(layer, context, feedback)
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.crs().authid() == MOON


def test_a_file_opened_later_comes_with_its_style(planet, tmp_path):
    path = str(tmp_path / "later.gpkg")
    processing.run("ard:search", {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": path})
    layer = QgsVectorLayer(path, "later", "ogr")
    assert layer.renderer().type() == "graduatedSymbol"
    assert len(layer.renderer().ranges()) == 11
    assert "thumbnail_url" in layer.mapTipTemplate()
    assert layer.crs().authid() == MOON


def test_many_runs_that_the_desktop_loads(planet, feedback, tmp_path):
    """Runs as a batch does, with several layers to load in one context, and as a session does."""
    project = QgsProject()
    for session in range(2):
        context = QgsProcessingContext()
        context.setProject(project)
        for row in range(2):
            path = str(tmp_path / f"{session}{row}.gpkg")
            details = QgsProcessingContext.LayerDetails("Footprints", project, "OUTPUT")
            context.addLayerToLoadOnCompletion(path, details)
            parameters = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": path}
            processing.run("ard:search", parameters, context=context, feedback=feedback)
            assert context.layerToLoadOnCompletionDetails(path).postProcessor() is not None
        del context


def test_a_table_is_written_again_without_a_question(planet, tmp_path):
    processing.run(
        "ard:search",
        {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": str(tmp_path / "two.gpkg")},
    )
    table = f"ogr:dbname='{tmp_path / 'two.gpkg'}' table=\"other\" (geom)"
    for _ in range(2):
        parameters = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": table}
        assert processing.run("ard:search", parameters)["FOUND"] > 0
    for name in ("two", "other"):
        layer = QgsVectorLayer(f"{tmp_path / 'two.gpkg'}|layername={name}", name, "ogr")
        assert layer.featureCount() > 0
        assert layer.renderer().type() == "graduatedSymbol"


def test_a_shapefile_has_its_colours_though_it_cuts_names(planet, tmp_path):
    path = str(tmp_path / "cut.shp")
    processing.run("ard:search", {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": path})
    layer = QgsVectorLayer(path, "cut", "ogr")
    assert layer.renderer().classAttribute() == 'coalesce("incidence_", -1)'
    assert layer.fields().indexOf("incidence_") >= 0


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "fgb"])
def test_gdal_has_nothing_to_complain_of(planet, tmp_path, ending):
    said = []
    gdal.PushErrorHandler(lambda *error: said.append(error))
    try:
        parameters = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "MAX_ITEMS": 5}
        output = str(tmp_path / f"footprints.{ending}")
        processing.run("ard:search", {**parameters, "OUTPUT": output})
    finally:
        gdal.PopErrorHandler()
    assert [text for kind, _, text in said if kind >= gdal.CE_Failure] == []
