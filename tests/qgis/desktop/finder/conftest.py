"""The finder's dock in a window, without the rest of the desktop."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QEvent, Qt

from ard_qgis_plugin.bridge.desktop.finder.dock import FinderDock
from ard_qgis_plugin.settings import GROUP
from tests.support.in_qgis.desk import Desk, wait_until
from tests.support.in_qgis.footprint_layers import footprints


@pytest.fixture
def desk(qgis_app):  # noqa: ARG001
    made = Desk()
    yield made
    made.close()
    QgsApplication.sendPostedEvents(made.mainWindow(), QEvent.Type.DeferredDelete)


@pytest.fixture
def dialogs():
    """Returns a list of the dialogs that were asked for."""
    return []


@pytest.fixture
def dock(desk, dialogs):
    QgsSettings().remove(f"{GROUP}/finder")
    QgsProject.instance().removeAllMapLayers()  # of earlier tests
    made = FinderDock(desk, lambda *asked: dialogs.append(asked))
    desk.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    yield made
    made.end()
    QgsSettings().remove(f"{GROUP}/finder")


@pytest.fixture
def layer(dock):
    """Returns a layer of 200 footprints that the dock has read."""
    made = footprints()
    QgsProject.instance().addMapLayer(made)
    wait_until(lambda: np.isfinite(dock.chooser.columns.boxes).any(), "for the columns and boxes")
    return made
