"""Bodies and collections in the widget of collections: finds the one that is meant."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt

TICKED, UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def bodies(tree):
    return {
        tree.topLevelItem(row).text(0): tree.topLevelItem(row)
        for row in range(tree.topLevelItemCount())
    }


def leaf(tree, id_):
    for body in bodies(tree).values():
        for row in range(body.childCount()):
            if body.child(row).toolTip(0) == id_:
                return body.child(row)
    raise LookupError(id_)
