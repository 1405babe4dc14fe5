"""Layers that other threads read: what the project does meanwhile ends no QGIS."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.in_qgis.project_changes import ROUNDS


def test_a_filtered_layer_is_read_while_the_project_changes(tmp_path):
    """In a QGIS of its own, for it would crash: from 3.38 on within some ten rounds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.in_qgis.project_changes"],
        env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, [str(ROUNDS)]), done.stderr
