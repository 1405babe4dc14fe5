"""The plugin as the QGIS plugin repository gets it."""

from __future__ import annotations

import configparser
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tools.package import package


@pytest.fixture(scope="session")
def zip_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the zip, packaged anew."""
    return package(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def unpacked(zip_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the folder that holds the zip's one folder."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def metadata(unpacked: Path) -> Mapping[str, str]:
    """Returns the metadata, read the way QGIS and its repository read them."""
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(unpacked / "ard_qgis_plugin" / "metadata.txt", encoding="utf-8")
    return dict(parser.items("general"))
