"""Where the labels that were read are kept: in the user's QGIS profile."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from ...core.labels.cache import CacheOptions


def cache_path() -> Path:
    """Returns the file of the label cache, which need not be there yet."""
    return Path(QgsApplication.qgisSettingsDirPath(), "planetary_ard", "labels.sqlite")


def cache_options(most: int, *, refresh: bool) -> CacheOptions | None:
    """Returns how a search is to use the cache; None where no label is to be kept."""
    return CacheOptions(cache_path(), most, refresh) if most else None
