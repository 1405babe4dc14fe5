"""The outputs of all algorithms: qgis_process refuses to run without those that aren't optional."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition

OPTIONAL = QgsProcessingParameterDefinition.FlagOptional
ITS_RESULT = {
    "cover": "OUTPUT",
    "coverage": "OUTPUT",
    "lightgroups": "OUTPUT",
    "looks": "OUTPUT",
    "manifest": "MANIFEST",
    "stereopairs": "OUTPUT",
}
"""What an algorithm is run for; all else can be left out, and in the others everything."""


def test_an_output_is_optional_unless_it_is_what_the_algorithm_is_run_for(provider):
    needed = [
        (algorithm.name(), each.name())
        for algorithm in provider.algorithms()
        for each in algorithm.parameterDefinitions()
        if each.isDestination() and not each.flags() & OPTIONAL
    ]
    assert sorted(needed) == sorted(ITS_RESULT.items())


def test_what_an_algorithm_is_run_for_is_made_unless_told_otherwise(provider):
    for algorithm in provider.algorithms():
        if name := ITS_RESULT.get(algorithm.name()):
            assert algorithm.parameterDefinition(name).createByDefault()
