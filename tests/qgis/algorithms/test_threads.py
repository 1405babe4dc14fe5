"""The threads of QGIS's tasks: what one of them has made is whole when its work is done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.qgis_process import ROOT

# In a process of its own: which thread makes a CRS first is what it is about. Threads would end
# with their work at once, but for the plugin.
RUN = """
import pathlib, sys, threading, time
from qgis.core import *
from qgis.PyQt.QtCore import QThreadPool
app = QgsApplication([], False)
app.initQgis()
from ard_qgis_plugin.plugin import Plugin

class Work(QgsTask):
    def run(self):
        self.layer = QgsVectorLayer(f"Point?crs={CODE}", "made by a task", "memory")
        self.place = pathlib.Path("/proc/self/task", str(threading.get_native_id()))
        return True

CODE = sys.argv[1]
manager = QgsApplication.taskManager()
for pool in (QThreadPool.globalInstance(), *manager.findChildren(QThreadPool)):
    pool.setExpiryTimeout(0)
Plugin(None).initProcessing()
task = Work("a search")
manager.addTask(task)
while not hasattr(task, "place") or manager.countActiveTasks():
    app.processEvents()
end = time.monotonic() + 1
while task.place.exists() and time.monotonic() < end:
    app.processEvents()
crs = task.layer.crs()
assert crs.toWkt(), "the CRS is empty"
assert QgsCoordinateTransform(crs, crs, QgsProject.instance()).isValid()
print("whole")
"""


@pytest.mark.proc
@pytest.mark.parametrize("code", ["IAU_2015:30100", "IAU_2015:60600", "EPSG:32633"])
def test_the_crs_of_a_layer_outlives_the_work_of_the_thread_that_made_it(code):
    done = subprocess.run(
        [sys.executable, "-c", RUN, code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout == "whole\n", done.stderr
