"""A model that searches and asks all that the group Light answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis import processing
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterExtent,
    QgsRasterLayer,
)

from tests.sample.passes import strips
from tests.sample.servers import SamplePlanetServers
from tests.support.in_qgis.light_layers import rows
from tests.support.qgis_process import ROOT

pytestmark = pytest.mark.usefixtures("provider")
CHILDREN: dict[str, dict[str, Any]] = {
    "stereopairs": {"MIN_OVERLAP": 0.9},
    "looks": {"POINT": "60,-20 [IAU_2015:30100]"},
    "cover": {"SHARE": 0.5},
    "coverage": {"CELL": 0.1},
    "lightgroups": {"TOLERANCE": 5},
}
source = QgsProcessingModelChildParameterSource


@pytest.fixture
def flights() -> Iterator[SamplePlanetServers]:
    """Serves the sample planet with its strips of known flights."""
    folder = ROOT / "build" / "sample-passes"
    with SamplePlanetServers(folder, 20, images=False, passes=True) as servers:
        yield servers


def _child(algorithm: str, inputs: dict[str, source]) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm(f"ard:{algorithm}")
    child.setChildId(algorithm)
    for name, value in inputs.items():
        child.addParameterSources(name, [value])
    output = QgsProcessingModelOutput(algorithm, algorithm)
    output.setChildId(algorithm)
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({algorithm: output})
    return child


def test_a_model_asks_all_of_them(flights: SamplePlanetServers) -> None:
    model = QgsProcessingModelAlgorithm("light", "test")
    model.addModelParameter(
        QgsProcessingParameterExtent("view", "view"), QgsProcessingModelParameter("view")
    )
    where = {
        "EXTENT": source.fromModelParameter("view"),
        "API_URL": source.fromStaticValue(flights.stac),
    }
    model.addChildAlgorithm(_child("search", where))
    for algorithm, values in CHILDREN.items():
        inputs = {name: source.fromStaticValue(value) for name, value in values.items()}
        inputs["INPUT"] = source.fromChildOutput("search", "OUTPUT")
        model.addChildAlgorithm(_child(algorithm, inputs))
    outputs = [each.name() for each in model.parameterDefinitions() if each.isDestination()]
    run = dict.fromkeys(outputs, "TEMPORARY_OUTPUT")
    results = processing.run(
        model, {"view": "58,62,-22,-18 [IAU_2015:30100]", **run}, is_child_algorithm=False
    )
    found = {name.split(":")[0].lower(): results[name] for name in outputs}
    names = {strip.observation.id: name for name, strip in strips().items()}
    pairs = rows(found["stereopairs"])
    first = {frozenset((names[each["id_a"]], names[each["id_b"]])) for each in pairs}
    assert frozenset(("plain fore", "plain aft")) in first
    assert {names[each["id"]] for each in rows(found["looks"])} >= {"plain fore", "plain aft"}
    assert len(rows(found["cover"])) >= 1
    assert QgsRasterLayer(found["coverage"]).bandCount() == 5
    assert {each["light_group"] for each in rows(found["lightgroups"])} == {1, 2}
