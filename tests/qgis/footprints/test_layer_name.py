"""Layers are called after what was searched, and stand in their body's group."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject

from ard_qgis_plugin.bridge.footprints.layer_name import layer_name
from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import split_longitudes
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from tests.support.in_qgis.layer_tree import groups, load_results

TUTORIAL = "3,5,4,6 [IAU_2015:30100]"
NOWHERE = "60,61,40,41 [IAU_2015:30100]"
LOW_SUN = {"min_incidence": 60.0, "max_incidence": 80.0}
FROM_2009 = {"start": datetime(2009, 1, 1, tzinfo=timezone.utc)}
YEAR = {**FROM_2009, "end": datetime(2009, 12, 31, tzinfo=timezone.utc)}


def named(bounds, collections=DEFAULT_COLLECTIONS, body="Moon", place=None, **limits):
    area = Area(body_named(body), split_longitudes(*bounds))
    request = SearchRequest("https://h/api", tuple(collections), area, **limits)
    return layer_name(request, place or {"EXTENT": ""})


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        ((3, 5, 4, 6), "Moon, 5.0° N 4.0° E"),
        ((-5, -3, -6, -4), "Moon, 5.0° S 4.0° W"),
        ((170, 200, -50, 50), "Moon, 0° N 175° W"),
        ((-180, 180, -90, 90), "Moon, all of it"),
        ((-180, 180, 80, 90), "Moon, north pole"),
        ((-180, 180, -90, -80), "Moon, south pole"),
        ((-180, 180, -20, 20), "Moon, 20° S–20° N"),
    ],
)
def test_the_place_is_in_the_name(bounds, text):
    assert named(bounds) == f"{text} · Kaguya Terrain Camera (3)"


def test_collections_limits_and_times_are_in_the_name():
    box = (3, 5, 4, 6)
    hirise = ["mro_hirise_uncontrolled_observations"]
    assert named(box, hirise, "Mars") == "Mars, 5.0° N 4.0° E · MRO HiRISE, images"
    assert named(box, ["mine"]) == "Moon, 5.0° N 4.0° E · mine"
    assert named(box, ["a", "b"]).endswith(" · 2 collections")
    assert named(box, **LOW_SUN).endswith(" · 60°–80°")
    assert named(box, max_incidence=62.5).endswith(" · ≤ 62.5°")
    assert named(box, **FROM_2009).endswith(" · 2009-01-01–…")
    assert named(box, **LOW_SUN, **YEAR).endswith(" · 60°–80° · 2009-01-01–2009-12-31")
    assert named(box, place={"AREA": "craters"}).startswith("Moon, craters · ")


@pytest.fixture
def project():
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def load(planet, name="Footprints", **parameters):
    """Runs a search and loads its layer as the dialog does."""
    project, context = QgsProject.instance(), QgsProcessingContext()
    context.setProject(project)
    output = parameters.pop("OUTPUT")
    details = QgsProcessingContext.LayerDetails(name, project, "OUTPUT")
    if output != "memory:":
        context.addLayerToLoadOnCompletion(output, details)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:search")
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": output, **parameters}
    found = processing.run(algorithm, values, context=context, is_child_algorithm=True)
    load_results(algorithm, context, context.feedback(), values)
    return found


@pytest.mark.usefixtures("provider", "tree_view")
def test_each_search_is_on_top_of_its_bodys_group(planet, project, tmp_path):
    load(planet, OUTPUT=str(tmp_path / "all.gpkg"))
    load(planet, OUTPUT=str(tmp_path / "low.gpkg"), MIN_INCIDENCE=60)
    first = "Moon, 5.0° N 4.0° E · Kaguya Terrain Camera (3)"
    assert groups() == {"Footprints: Moon": [f"{first} · ≥ 60°", first]}
    assert len(project.mapLayers()) == 2


@pytest.mark.usefixtures("provider", "tree_view", "project")
def test_a_name_that_a_model_gives_stays(planet, tmp_path):
    load(planet, "my search", OUTPUT=str(tmp_path / "all.gpkg"))
    assert groups() == {"Footprints: Moon": ["my search"]}


@pytest.mark.usefixtures("provider", "tree_view")
def test_a_search_that_finds_nothing_adds_no_layer(planet, project, tmp_path):
    for name in ("none.gpkg", "none.geojson", "none.csv"):
        found = load(planet, OUTPUT=str(tmp_path / name), EXTENT=NOWHERE)
        assert found["FOUND"] == 0
        assert (tmp_path / name).exists()
    assert project.mapLayers() == {}


@pytest.mark.usefixtures("provider", "tree_view")
def test_a_layer_whose_file_is_written_anew_keeps_its_place_and_its_style(
    planet, project, tmp_path
):
    path = str(tmp_path / "mine.gpkg")
    load(planet, OUTPUT=path)
    (layer,) = project.mapLayers().values()
    layer.renderer().setClassAttribute("emission_angle")
    node = project.layerTreeRoot().findLayer(layer.id())
    project.layerTreeRoot().insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    found = load(planet, OUTPUT=path, MIN_INCIDENCE=60)["FOUND"]
    assert list(project.mapLayers().values()) == [layer]
    assert layer.featureCount() == found
    assert layer.renderer().classAttribute() == "emission_angle"
    assert project.layerTreeRoot().findLayer(layer.id()).parent() == project.layerTreeRoot()
    assert layer.name().endswith("≥ 60°")
