"""The foot of the dock: what it says of the size of images."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QLabel

from ard_qgis_plugin.bridge.desktop.finder.image_actions import ImageActions
from ard_qgis_plugin.bridge.desktop.finder.sizes import Size


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Size(7, octets=1_200_000), "Images: 7, 1.2 MB"),
        (Size(7), "Images: 7, 0 B"),  # files without anything in them
        (Size(7, octets=1_200_000, unknown=2), "Images: 7, ≥ 1.2 MB"),
        (Size(7, unknown=7), "Images: 7, size unknown"),
        (Size(7, waiting=7), "Images: 7, …"),
        (Size(7, octets=500, unknown=2, waiting=3), "Images: 7, ≥ 500 B …"),
    ],
)
def test_the_size_is_said_as_far_as_it_is_known(dock, known, said):
    dock.findChild(ImageActions).sizes.known.emit(known)
    assert dock.findChild(QLabel, "ardFinderSize").text() == said
