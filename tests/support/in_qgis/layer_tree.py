"""The project's layer tree: results are loaded into it, and it is read."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProject

_ROUNDS = 10  # of events; what is loaded last is put in its place by the next ones


def load_results(algorithm, context, feedback, parameters):
    """Loads the layers of a run, as the dialog does."""
    gui = pytest.importorskip("processing.gui.Postprocessing")
    gui.handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    for _ in range(_ROUNDS):
        QgsApplication.processEvents()


def groups():
    """Returns the names of the layers in each group, by its name."""
    root = QgsProject.instance().layerTreeRoot()
    return {
        group.name(): [node.name() for node in group.findLayers()] for group in root.findGroups()
    }
