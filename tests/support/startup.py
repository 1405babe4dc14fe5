"""QGIS runs this before anything else: what the plugin uses that is on its way out is an error.

As PYQGIS_STARTUP, in each qgis_process and desktop of the end-to-end tests; pytest's own filters do
the same for the tests in QGIS.
"""

from __future__ import annotations

import warnings

import qgis.utils  # noqa: F401  (sets filters of its own, which must stand behind these)

for category in (DeprecationWarning, PendingDeprecationWarning):
    warnings.filterwarnings("error", category=category, module=r"ard_qgis_plugin(\.|$)")
