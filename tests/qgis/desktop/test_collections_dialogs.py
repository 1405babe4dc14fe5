"""The collections widget in QGIS's own dialogs: algorithm, batch and Model Designer."""
# ruff: noqa: N802 (QGIS gives the names)
# ruff: noqa: PLC0415 (`processing` is found once QGIS has started)

from __future__ import annotations

import gc

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterString,
    QgsProcessingProvider,
)
from qgis.PyQt import sip

from ard_qgis_plugin.bridge.desktop.collections_widget import CollectionsTree, CollectionsWrapper
from ard_qgis_plugin.bridge.inputs.collections_parameter import (
    collections_parameter,
    join_ids,
    split_ids,
)
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from tests.support.in_qgis.collections_tree import TICKED, UNTICKED, leaf

HIRISE = "mro_hirise_uncontrolled_observations"
CTX = "mro_ctx_controlled_usgs_dtms"


class Echo(QgsProcessingAlgorithm):
    """An algorithm that gives back the collections that it was asked for."""

    def name(self):
        return "echo"

    def displayName(self):
        return "Echo"

    def createInstance(self):
        return Echo()

    def initAlgorithm(self, _configuration=None):
        self.addParameter(collections_parameter("COLLECTIONS", "Collections"))

    def processAlgorithm(self, parameters, context, _feedback):
        return {"SAID": self.parameterAsString(parameters, "COLLECTIONS", context)}


class EchoProvider(QgsProcessingProvider):
    def id(self):
        return "echotest"

    def name(self):
        return "Echo"

    def loadAlgorithms(self):
        self.addAlgorithm(Echo())


@pytest.fixture
def echo(qgis_processing, qgis_iface, monkeypatch):  # noqa: ARG001 (starts Processing)
    # the stand-in for the desktop has no browser, and a dialog insists on a real one
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)
    provider = EchoProvider()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(provider)
    yield registry.createAlgorithmById("echotest:echo")
    registry.removeProvider(provider)


@pytest.fixture
def dialogs():
    """Deletes the dialogs that it is given, before the provider of their algorithm goes."""
    given = []

    def keep(dialog):
        given.append(dialog)
        gc.collect()  # what Python forgets of a widget, it forgets now
        return dialog

    yield keep
    for dialog in given:
        dialog.close()
        sip.delete(dialog)


@pytest.fixture
def algorithm_dialog(echo, dialogs):
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    return dialogs(AlgorithmDialog(echo))


def test_the_dialog_starts_with_the_default_and_gives_back_what_was_ticked(algorithm_dialog):
    panel = algorithm_dialog.mainWidget()
    wrapper = panel.wrappers["COLLECTIONS"]
    assert type(wrapper) is CollectionsWrapper
    assert split_ids(wrapper.parameterValue()) == list(DEFAULT_COLLECTIONS)
    tree = panel.findChild(CollectionsTree)
    assert sorted(tree.ids()) == sorted(DEFAULT_COLLECTIONS)
    for id_ in DEFAULT_COLLECTIONS:
        leaf(tree, id_).setCheckState(0, UNTICKED)
    leaf(tree, HIRISE).setCheckState(0, TICKED)
    assert algorithm_dialog.createProcessingParameters() == {"COLLECTIONS": HIRISE}


def test_the_dialog_shows_the_values_of_an_earlier_run(algorithm_dialog):
    algorithm_dialog.setParameters({"COLLECTIONS": f"{HIRISE},private_one"})
    tree = algorithm_dialog.mainWidget().findChild(CollectionsTree)
    assert tree.ids() == [HIRISE]
    assert algorithm_dialog.createProcessingParameters()["COLLECTIONS"] == f"{HIRISE},private_one"


def test_the_dialog_says_that_its_value_has_changed(algorithm_dialog):
    wrapper = algorithm_dialog.mainWidget().wrappers["COLLECTIONS"]
    said = []
    wrapper.widgetValueHasChanged.connect(lambda sender: said.append(sender.parameterValue()))
    tree = algorithm_dialog.mainWidget().findChild(CollectionsTree)
    leaf(tree, HIRISE).setCheckState(0, TICKED)
    assert said == [join_ids([*DEFAULT_COLLECTIONS, HIRISE])]


def test_each_row_of_a_batch_has_its_own_collections(echo, dialogs):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialog = dialogs(BatchAlgorithmDialog(echo))
    panel = dialog.mainWidget()
    panel.addRow()
    first, second = (row[0] for row in panel.wrappers)
    assert type(first) is type(second) is CollectionsWrapper
    second.setParameterValue(HIRISE, QgsProcessingContext())
    assert split_ids(first.parameterValue()) == list(DEFAULT_COLLECTIONS)
    assert second.parameterValue() == HIRISE
    tree = second.wrappedWidget().findChild(CollectionsTree)
    leaf(tree, CTX).setCheckState(0, TICKED)
    assert panel.valueForParameter(1, "COLLECTIONS") == join_ids([HIRISE, CTX])


@pytest.fixture
def model():
    model = QgsProcessingModelAlgorithm()
    model.initAlgorithm({})
    model.addModelParameter(
        QgsProcessingParameterString("chosen", "Chosen"), QgsProcessingModelParameter("chosen")
    )
    return model


@pytest.fixture
def model_dialog(echo, model, dialogs):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    return dialogs(ModelerParametersDialog(echo, model))


def source_in_step(dialog):
    return dialog.createAlgorithm().parameterSources()["COLLECTIONS"][0]


def test_a_step_of_a_model_is_ticked(model_dialog):
    tree = model_dialog.findChild(CollectionsTree)
    assert sorted(tree.ids()) == sorted(DEFAULT_COLLECTIONS)
    leaf(tree, HIRISE).setCheckState(0, TICKED)
    source = source_in_step(model_dialog)
    assert source.staticValue() == join_ids([*DEFAULT_COLLECTIONS, HIRISE])


def test_a_step_of_a_model_takes_an_input_of_the_model(model_dialog):
    chosen = QgsProcessingModelChildParameterSource.fromModelParameter("chosen")
    model_dialog.widget.widget.wrappers["COLLECTIONS"].setWidgetValue(chosen)
    assert source_in_step(model_dialog).parameterName() == "chosen"
