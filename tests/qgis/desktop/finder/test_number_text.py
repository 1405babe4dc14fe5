"""Numbers as the dock writes them."""

from __future__ import annotations

import math

import pytest

from ard_qgis_plugin.bridge.desktop.finder.number_text import percent


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0 %"),
        (1e-5, "< 0.1 %"),
        (0.0009999, "< 0.1 %"),
        (0.001, "0.1 %"),
        (0.0044, "0.4 %"),
        (0.0099, "1.0 %"),
        (0.01, "1 %"),
        (0.174, "17 %"),
        (1.0, "100 %"),
        (math.nan, "–"),
    ],
)
def test_a_little_is_not_nothing(share, text):
    assert percent(share) == text
