"""The collections widget by itself: text and ticks stay in step, and nothing loads it early."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QLineEdit, QMenu

from ard_qgis_plugin.bridge.desktop import collections_widget
from ard_qgis_plugin.bridge.desktop.collections_widget import (
    CollectionsTree,
    keep_in_step,
    offer_ticks,
)
from ard_qgis_plugin.bridge.inputs.collections_parameter import (
    collections_parameter,
    join_ids,
    split_ids,
)
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS, KNOWN_COLLECTIONS
from tests.support.in_qgis.collections_tree import TICKED, UNTICKED, bodies, leaf

REPO = Path(__file__).parents[3]
BOX = 13  # pixels of a tick
HIRISE = "mro_hirise_uncontrolled_observations"
MARS = [known.id for known in KNOWN_COLLECTIONS if known.body == "Mars"]


@pytest.fixture
def pair():
    text, tree = QLineEdit(), CollectionsTree()
    keep_in_step(text, tree)
    return text, tree


def test_ids_are_read_from_any_list_and_written_as_one():
    assert split_ids("  a,b ;c\n d,,a ") == ["a", "b", "c", "d"]
    assert split_ids("") == []
    assert split_ids(join_ids(["a", "b"])) == ["a", "b"]


def test_every_known_collection_stands_under_its_body(pair):
    _, tree = pair
    for known in KNOWN_COLLECTIONS:
        item = leaf(tree, known.id)
        assert (item.text(0), item.parent().text(0)) == (known.title, known.body)
        assert bool(item.text(1)) is bool(known.labels)


def test_a_text_ticks_what_it_names(pair):
    text, tree = pair
    text.setText(f"{HIRISE}, {DEFAULT_COLLECTIONS[0]}; not_known")
    assert set(tree.ids()) == {HIRISE, DEFAULT_COLLECTIONS[0]}
    text.setText("not_known")
    assert tree.ids() == []


def test_a_tick_adds_its_id_and_keeps_the_unknown_ones(pair):
    text, tree = pair
    text.setText("not_known")
    leaf(tree, HIRISE).setCheckState(0, TICKED)
    assert split_ids(text.text()) == ["not_known", HIRISE]
    leaf(tree, HIRISE).setCheckState(0, UNTICKED)
    assert split_ids(text.text()) == ["not_known"]


def test_ticking_a_body_ticks_all_of_it(pair):
    text, tree = pair
    mars = bodies(tree)["Mars"]
    mars.setCheckState(0, TICKED)
    assert split_ids(text.text()) == MARS == tree.ids()
    leaf(tree, HIRISE).setCheckState(0, UNTICKED)
    assert mars.checkState(0) == Qt.CheckState.PartiallyChecked
    mars.setCheckState(0, TICKED)
    assert sorted(split_ids(text.text())) == sorted(MARS)
    mars.setCheckState(0, UNTICKED)
    assert text.text() == ""


def test_the_button_opens_the_ticks():
    text = QLineEdit(HIRISE)
    text.show()
    tree = offer_ticks(text)
    (button,) = text.actions()
    button.trigger()
    (menu,) = text.findChildren(QMenu)
    assert menu.isVisible()
    assert tree.isVisible()
    assert tree.ids() == [HIRISE]
    menu.close()
    text.close()


def test_making_the_parameter_loads_no_widget():
    code = (
        "import sys; from ard_qgis_plugin.bridge.inputs.collections_parameter import *;"
        "p = collections_parameter('A', 'a');"
        "assert p.defaultValue(); assert p.metadata();"
        "print([m for m in sys.modules if 'collections_widget' in m or m == 'processing'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_path_in_the_metadata_is_that_of_the_widget():
    path = collections_parameter("A", "a").metadata()["widget_wrapper"]["class"]
    assert path == f"{collections_widget.__name__}.CollectionsWrapper"


@pytest.mark.parametrize("points", [9, 18])
def test_in_a_menu_no_title_is_cut(points):
    text = QLineEdit()
    text.setFont(QFont(text.font().family(), points))
    tree = offer_ticks(text)
    tree.setFont(text.font())
    tree.widen()
    tree.resize(tree.minimumWidth(), tree.height())
    tree.expandAll()
    tree.show()
    try:
        for known in KNOWN_COLLECTIONS:
            item = leaf(tree, known.id)
            for column, before in ((0, 2 * tree.indentation() + BOX), (1, 0)):
                needed = tree.fontMetrics().horizontalAdvance(item.text(column))
                assert tree.columnWidth(column) > before + needed, item.text(column)
    finally:
        tree.hide()
