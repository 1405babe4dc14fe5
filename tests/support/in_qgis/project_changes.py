"""Prints how many rounds a QGIS lived in which threads read layers while its project changed."""

from __future__ import annotations

from threading import Thread

from qgis.core import QgsApplication, QgsExpressionContextUtils, QgsProject

from ard_qgis_plugin.bridge.desktop.finder.layer.feature_columns import Features
from tests.support.in_qgis.footprint_layers import footprints

ROUNDS, LAYERS, CHANGES = 150, 4, 30


def read(features: Features) -> None:
    for _ in range(3):
        for _ids, _names in features.read(["id"]):
            pass


def one_round() -> None:
    layers = [footprints(50) for _ in range(LAYERS)]
    for layer in layers:
        layer.setSubsetString('"emission_angle" < 45')
    threads = [Thread(target=read, args=(Features(layer),)) for layer in layers]
    for thread in threads:
        thread.start()
    project = QgsProject.instance()
    for change in range(CHANGES):
        QgsExpressionContextUtils.setProjectVariable(project, "change", change)
        QgsExpressionContextUtils.projectScope(project)
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    for _ in range(ROUNDS):
        one_round()
    print(ROUNDS)
    application.exitQgis()
