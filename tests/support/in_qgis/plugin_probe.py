"""Loads the plugin in a QGIS of its own, the way QGIS does, and prints what it saw as JSON.

Run as `python plugin_probe.py WHAT`, where WHAT is `startup`, `bare` or `reload`. A process of its
own, because what is loaded at start-up can only be seen where nothing was loaded before.
"""
# ruff: noqa: N802 (QGIS gives the names)

from __future__ import annotations

import gc
import json
import sys
import threading
import time
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsGui, QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QMenu, QToolBar

PLUGIN = "ard_qgis_plugin"
LIBRARIES = ("pystac_client", "pystac", "pvl", "aiohttp", "shapely", "orjson", "numpy")
RELOADS = 20


class Desktop(QObject):
    """What the plugin sees of the desktop: a window with map, Web menu and Web toolbar."""

    currentLayerChanged = pyqtSignal(object)  # noqa: N815

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        root = QgsProject.instance().layerTreeRoot()
        self.bridge = QgsLayerTreeMapCanvasBridge(root, self.canvas, self.window)
        self.bar = QgsMessageBar(self.window)
        self.menu = QMenu("Web", self.window)
        self.toolbar = QToolBar("Web", self.window)
        self.submenus = {}
        self.layer_actions = []
        self.pages = []

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def webToolBar(self):
        return self.toolbar

    def layerTreeCanvasBridge(self):
        return self.bridge

    def messageBar(self):
        return self.bar

    def addPluginToWebMenu(self, name, action):
        if name not in self.submenus:
            self.submenus[name] = self.menu.addMenu(name)
        self.submenus[name].addAction(action)

    def removePluginWebMenu(self, name, action):
        submenu = self.submenus[name]
        submenu.removeAction(action)
        if not submenu.actions():
            self.menu.removeAction(self.submenus.pop(name).menuAction())
            submenu.deleteLater()

    def registerOptionsWidgetFactory(self, factory):
        self.pages.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.pages.remove(factory)

    def activeLayer(self):
        return None

    def addCustomActionForLayerType(self, action, *_):
        self.layer_actions.append(action)

    def addCustomActionForLayer(self, action, _):
        assert action in self.layer_actions

    def removeCustomActionForLayerType(self, action):
        self.layer_actions.remove(action)
        return True

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def setActiveLayer(self, layer):
        self.currentLayerChanged.emit(layer)

    def addWebToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeWebToolBarIcon(self, action):
        self.toolbar.removeAction(action)


def census(desktop):
    """Counts what a plugin can leave behind."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    providers = QgsApplication.processingRegistry().providers()
    return {
        "providers": sorted(provider.id() for provider in providers),
        "buttons": len(desktop.toolbar.actions()),
        "submenus": len(desktop.menu.actions()),
        "pages": len(desktop.pages),
        "actions": len(desktop.window.findChildren(QAction)),
        "layer_actions": len(desktop.layer_actions),
        "feature_actions": len(QgsGui.mapLayerActionRegistry().findChildren(QAction)),
        "docks": len(desktop.window.findChildren(QDockWidget)),
        "timers": len(desktop.window.findChildren(QTimer)),
        "threads": threading.active_count(),
        "modules": modules(),
        "classes": sum(
            isinstance(thing, type) and thing.__name__ == "ArdProvider"
            for thing in gc.get_objects()
        ),
    }


def modules():
    """Returns the names of the plugin's files that are imported; QGIS keeps the packages."""
    return sorted(
        name
        for name, module in sys.modules.items()
        if name.startswith(PLUGIN) and not hasattr(module, "__path__")
    )


def load(desktop):
    qgis.utils.iface = desktop
    loaded = qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN)
    assert loaded, "QGIS could not load the plugin"


def startup():
    """Loads the plugin; says which modules that added, and how many milliseconds of work it was."""
    desktop = Desktop()
    before = set(sys.modules)
    began = time.process_time()  # what else the machine does doesn't count
    load(desktop)
    took = (time.process_time() - began) * 1000
    added = set(sys.modules) - before
    tops = {name.partition(".")[0] for name in added}
    return {
        "libraries": sorted(tops.intersection(LIBRARIES)),
        "processing": "processing" in tops,
        "own": sorted(name.partition(".")[2] for name in added if name.startswith(f"{PLUGIN}.")),
        "milliseconds": took,
    }


def bare():
    """Starts what qgis_process starts, where none of the libraries can be imported."""
    for name in LIBRARIES:
        sys.modules[name] = None
    qgis.utils.iface = None
    assert qgis.utils.loadPlugin(PLUGIN)
    assert qgis.utils.startProcessingPlugin(PLUGIN)
    provider = QgsApplication.processingRegistry().providerById("ard")
    algorithms = [(one.id(), *one.canExecute()) for one in provider.algorithms()]
    return {"name": provider.name(), "algorithms": algorithms}


def use(desktop):
    """Opens the dock, and makes what would run."""
    desktop.window.findChild(QAction, "ardFinderAction").trigger()
    for algorithm in QgsApplication.processingRegistry().providerById("ard").algorithms():
        assert algorithm.create()


def reload():
    """Loads the plugin, uses all of it, unloads it, again and again; counts after each round."""
    desktop = Desktop()
    before = census(desktop)
    after = []
    for _ in range(RELOADS):
        load(desktop)
        use(desktop)
        loaded = census(desktop)
        assert qgis.utils.unloadPlugin(PLUGIN)
        after.append(census(desktop))
    return {"before": before, "loaded": loaded, "after": after}


def main():
    sys.path[0] = str(Path(__file__).parents[3])
    qgis.utils.available_plugins.append(PLUGIN)
    application = QgsApplication([], True)
    application.initQgis()
    print(json.dumps({"startup": startup, "bare": bare, "reload": reload}[sys.argv[1]]()))
    application.exitQgis()


if __name__ == "__main__":
    main()
