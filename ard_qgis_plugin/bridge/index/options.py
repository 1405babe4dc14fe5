"""Where indices are, and how a search is to use them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsApplication

from ...core.index.choice import IndexOptions, Online
from ...core.model.bodies import Body
from ...core.model.network_options import NetworkOptions
from ...settings import Settings
from .gdal_reader import opened_by_gdal


def index_options(
    given: str, online: Online, settings: Settings, network: NetworkOptions
) -> IndexOptions:
    """Returns how a search is to use the index that is named for it, and those of the settings."""
    return IndexOptions(
        given=given,
        known=settings.indices,
        online=online,
        oldest=settings.index_days,
        unpacked=_folder() / "unpacked",
        elsewhere=partial(opened_by_gdal, network=network),
    )


def default_index(body: Body) -> Path:
    """Returns where a body's index is kept unless the user names another place."""
    _folder().mkdir(parents=True, exist_ok=True)
    return _folder() / f"{body.name.lower().replace(' ', '_')}.gpkg"


def _folder() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath(), "planetary_ard", "indices")
