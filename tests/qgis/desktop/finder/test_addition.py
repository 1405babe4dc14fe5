"""Images on their way to the map: what is said of those that don't come."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QLabel, QToolButton

from tests.support.in_qgis.desk import wait_until
from tests.support.in_qgis.footprint_layers import footprints


def test_why_an_image_is_not_added_is_in_sight(dock, provider):  # noqa: ARG001
    QgsProject.instance().addMapLayer(footprints(2))  # nobody serves their images
    wait_until(lambda: len(dock.list.images.rows) == 2)
    dock.findChild(QToolButton, "ardFinderAdd").click()
    notice = dock.findChild(QLabel, "ardFinderNotice")
    wait_until(lambda: "added" in notice.text(), "for the line")
    assert notice.text().startswith("Images added: 0. 2 images can't be read; not added: TC1W2B0")
