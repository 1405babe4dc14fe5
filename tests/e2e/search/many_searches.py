"""An algorithm for qgis_process that runs ard:search many times, as a user's script does.

Starting QGIS takes 3 s, a search far less. Installed into a profile by the tests.
"""
# ruff: noqa: N802 (QGIS gives the names)

import json
from pathlib import Path

from qgis import processing
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFile


class ManySearches(QgsProcessingAlgorithm):
    """The searches in a JSON file; what each found is written beside it."""

    def initAlgorithm(self, configuration=None):  # noqa: ARG002
        self.addParameter(QgsProcessingParameterFile("JOBS", "Searches"))

    def processAlgorithm(self, parameters, context, feedback):
        path = Path(self.parameterAsString(parameters, "JOBS", context))
        answers = {}
        for name, job in json.loads(path.read_text()).items():
            result = processing.run(
                "ard:search", {**job, "OUTPUT": "memory:"}, context=context, feedback=feedback
            )
            layer = result["OUTPUT"]
            found = {each["id"]: each["coverage"] for each in layer.getFeatures()}
            answers[name] = {
                "found": found,
                "count": result["FOUND"],
                "crs": layer.crs().authid(),
            }
        path.with_suffix(".answers.json").write_text(json.dumps(answers))
        return {}

    def name(self):
        return "manysearches"

    def displayName(self):
        return "Many searches"

    def createInstance(self):
        return ManySearches()
