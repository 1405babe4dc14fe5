"""What the threads of QGIS share: a CRS that one of them has made is whole when it is gone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.qgis_process import ROOT

# In a process of its own: which thread makes a CRS first is what it is about.
RUN = """
import pathlib, sys, threading
from qgis.core import *
from qgis.PyQt.QtCore import QThreadPool
app = QgsApplication([], False)
app.initQgis()
from ard_qgis_plugin.algorithms.search.search_declaration import SearchDeclaration

class Work(QgsTask):
    def run(self):
        self.crs = QgsCoordinateReferenceSystem(CODE)
        self.place = pathlib.Path("/proc/self/task", str(threading.get_native_id()))
        return True

CODE = sys.argv[1]
context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
assert SearchDeclaration().prepareAlgorithm({}, context, feedback)
QThreadPool.globalInstance().setExpiryTimeout(0)
task = Work("a search")
QgsApplication.taskManager().addTask(task)
while not hasattr(task, "place"):
    app.processEvents()
while task.place.exists():
    app.processEvents()
assert task.crs.toWkt()
assert QgsCoordinateTransform(task.crs, task.crs, context.transformContext()).isValid()
print("whole")
"""


@pytest.mark.proc
@pytest.mark.parametrize("code", ["IAU_2015:30100", "IAU_2015:49900"])
def test_the_crs_of_a_layer_outlives_the_thread_that_made_it(code):
    done = subprocess.run(
        [sys.executable, "-c", RUN, code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "whole\n", done.stderr
