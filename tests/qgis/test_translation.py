"""The plugin in each language: what people read changes, what scripts rely on doesn't."""

from __future__ import annotations

import re

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.PyQt.QtCore import QCoreApplication

from ard_qgis_plugin import translation
from ard_qgis_plugin.algorithms.search.search_declaration import SearchDeclaration
from ard_qgis_plugin.bridge.body_names import shown_body
from ard_qgis_plugin.bridge.desktop.collections_widget import CollectionsTree
from ard_qgis_plugin.bridge.desktop.finder.search.collections_button import summary
from ard_qgis_plugin.bridge.desktop.first_view.menu import places_menu
from ard_qgis_plugin.bridge.desktop.settings_page import described
from ard_qgis_plugin.bridge.footprints.layer_name import group_name
from ard_qgis_plugin.core.model.bodies import BODIES
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from tools import i18n
from tools.stage import compile_translation

ENGLISH = "Search analysis ready data"


@pytest.fixture(params=i18n.LANGUAGES)
def language(request, tmp_path, monkeypatch, qgis_app):  # noqa: ARG001
    """Has QGIS and the plugin speak a language."""
    name = request.param
    compile_translation(i18n.FOLDER / f"{name}.ts", tmp_path / f"{name}.qm")
    monkeypatch.setattr(translation, "_FOLDER", tmp_path)
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: f"{name}_XX"))
    translator = translation.install_translator()
    yield name
    assert QCoreApplication.removeTranslator(translator)


def relied_on(algorithm: QgsProcessingAlgorithm) -> list:
    """Returns what must be the same in every language."""
    parameters = [
        (one.name(), one.type(), str(one.defaultValue()), int(one.flags()))
        for one in algorithm.parameterDefinitions()
    ]
    outputs = [(one.name(), one.type()) for one in algorithm.outputDefinitions()]
    return [algorithm.id(), algorithm.groupId(), parameters, outputs]


def read(algorithm: QgsProcessingAlgorithm) -> list[str]:
    """Returns what people read in the dialog."""
    return [
        algorithm.displayName(),
        algorithm.group(),
        algorithm.shortDescription(),
        algorithm.shortHelpString(),
        *(one.description() for one in algorithm.parameterDefinitions()),
        *(one.help() for one in algorithm.parameterDefinitions()),
        *(one.description() for one in algorithm.outputDefinitions()),
    ]


def test_no_text_waits_for_a_translation():
    for name in i18n.LANGUAGES:
        known = i18n.translations(name)
        assert [text for text in i18n.texts() if not known.get(text)] == [], "run make i18n"
        assert set(known) == set(i18n.texts()), "run make i18n"


@pytest.mark.parametrize("name", i18n.LANGUAGES)
def test_names_in_braces_and_code_are_the_same(name):
    own_words = r"`[a-z_]+`|\{\w+\}"
    for text, translated in i18n.translations(name).items():
        assert sorted(re.findall(own_words, text)) == sorted(re.findall(own_words, translated))
        assert text.count("**") == translated.count("**")
        assert text.count(",") == translated.count(",") or " " in text  # lists of tags


@pytest.fixture(scope="module")
def english(provider):
    """Returns what is relied on and what is read, by algorithm, before any translation."""
    fresh = [one.create() for one in provider.algorithms()]  # some defaults follow the map
    return {one.id(): (relied_on(one), read(one)) for one in fresh}


def test_ids_and_parameters_stay_the_same(english, language):  # noqa: ARG001
    assert "ard:search" in english
    for id_, (before, said) in english.items():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(id_)
        assert relied_on(algorithm) == before
        same = [text for text, was in zip(read(algorithm), said, strict=True) if text == was]
        assert [text for text in same if text not in ("", "Collections", "Collection")] == []


def test_the_settings_page_speaks_it_too(language):
    assert described()["rclone"][0] != "rclone program"
    names = {"api_url", "remote", "concurrency", "rclone", "labels_kept", "indices", "index_days"}
    assert set(described()) == names
    assert language in i18n.LANGUAGES


def test_without_a_translation_it_is_english(qgis_app):  # noqa: ARG001
    assert translation.install_translator() is None
    assert SearchDeclaration().displayName() == ENGLISH


MOONS = {"es": "Luna", "fr": "Lune", "ja": "月"}


def test_bodies_have_their_names_wherever_they_are_shown(language):
    moon = MOONS[language]
    tree, menu = CollectionsTree(), places_menu(None, None)
    assert moon in [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]
    assert moon in [action.text() for action in menu.actions()]
    assert summary(DEFAULT_COLLECTIONS).startswith(f"{moon} · ")
    assert moon in group_name("Moon")
    assert shown_body("X") == "X"


def test_every_body_has_a_name_to_translate():
    texts = i18n.texts()
    assert [body.name for body in BODIES if body.name not in texts] == []
