"""A look at the plugin's page in QGIS's options dialog, through the dialog's own search."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit
from qgis.utils import iface

PAGE = "planetaryArdOptions"
WORDS = (
    "Labels read at the same time",
    "no such setting anywhere",
    "rclone program",
    "Clear label cache",
)


def walk(desk):
    iface.newProject(False)  # leaves the welcome page
    desk.later(lambda: iface.showOptionsDialog(iface.mainWindow(), PAGE))
    yield "the page is shown", shown_page
    page = shown_page()
    dialog = page.window()
    search = dialog.findChild(QLineEdit, "mSearchLineEdit")
    desk.facts["found"] = {}
    for words in WORDS:
        search.setText(words)
        for _ in range(20):  # the search waits until typing has ended
            yield "a moment", lambda: True
        desk.facts["found"][words] = shown_page() is not None
    search.clear()
    yield "the page is shown", shown_page
    desk.picture("options")
    answer = page.findChild(QLabel, "clearLabelsAnswer")
    yield "the labels are counted", lambda: "MB" in answer.text()
    desk.facts["kept"] = answer.text()
    page.findChild(QLineEdit, "remote").setText("mine")
    buttons = dialog.findChild(QDialogButtonBox, "buttonBox")
    desk.later(buttons.button(QDialogButtonBox.StandardButton.Ok).click)
    yield "the options close", lambda: shown_page() is None


def shown_page():
    for widget in QApplication.allWidgets():
        if widget.objectName() == PAGE and widget.isVisible():
            return widget
    return None
