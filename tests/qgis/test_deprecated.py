"""What QGIS means to take away is an error where the plugin's own code uses it."""

from __future__ import annotations

from types import FunctionType

import pytest
from qgis.core import QgsCoordinateReferenceSystem


def planted(crs):
    crs.createFromSrid(4326)  # said to be on its way out in all versions


def within(module):
    """Returns `planted` as if it stood in a module."""
    return FunctionType(planted.__code__, {**globals(), "__name__": module})


@pytest.mark.parametrize("module", ["ard_qgis_plugin", "ard_qgis_plugin.bridge.footprints.layer"])
def test_our_own_use_of_it_is_an_error(module):
    with pytest.raises(DeprecationWarning, match="createFromSrid"):
        within(module)(QgsCoordinateReferenceSystem())


def test_that_of_others_is_none():
    with pytest.warns(DeprecationWarning, match="createFromSrid"):
        within("processing")(QgsCoordinateReferenceSystem())
