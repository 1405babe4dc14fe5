"""The user's settings: each is declared once, with its default and what it accepts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsSettings

from .core.manifest.rclone_path import check_remote
from .core.model.errors import InputError

GROUP = "planetary_ard"
MOST_LABELS = 10_000_000  # about 2 GB
MOST_DAYS = 36_500


def _url(value: Any) -> str:
    text = str(value).strip().rstrip("/")
    address = urlsplit(text)  # raises ValueError for a broken IPv6 host
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ValueError("is no http or https address")
    return text


def _remote(value: Any) -> str:
    text = str(value).strip().removesuffix(":")
    try:
        return check_remote(text)
    except InputError:
        raise ValueError("is no rclone remote name: use letters, digits, _ - and .") from None


def _connections(value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise ValueError("is no whole number") from None
    if not 1 <= number <= 256:  # noqa: PLR2004  (more than that many sockets helps no server)
        raise ValueError("is not between 1 and 256")
    return number


def _labels(value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise ValueError("is no whole number") from None
    if not 0 <= number <= MOST_LABELS:
        raise ValueError(f"is not between 0 and {MOST_LABELS:,}")
    return number


def _program(value: Any) -> str:
    return str(value or "").strip()


def _paths(value: Any) -> tuple[str, ...]:
    lines = value.splitlines() if isinstance(value, str) else map(str, value or ())
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _days(value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise ValueError("is no whole number") from None
    if not 0 <= number <= MOST_DAYS:
        raise ValueError(f"is not between 0 and {MOST_DAYS:,}")
    return number


def _setting(default: Any, title: str, read: Callable[[Any], Any]) -> Any:
    return field(default=default, metadata={"title": title, "read": read})


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; raises InputError for a value that can't be used."""

    api_url: str = _setting("https://stac.astrogeology.usgs.gov/api", "Catalogue address", _url)
    remote: str = _setting("s3_noauth", "rclone remote", _remote)
    concurrency: int = _setting(64, "Labels read at the same time", _connections)
    rclone: str = _setting("", "rclone program", _program)
    labels_kept: int = _setting(500_000, "Labels kept for later searches", _labels)
    indices: tuple[str, ...] = _setting((), "Indices", _paths)
    index_days: int = _setting(30, "Days that an index is new", _days)

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            try:
                object.__setattr__(self, one.name, one.metadata["read"](value))
            except ValueError as error:
                title = one.metadata["title"]
                raise InputError(f"The setting “{title}” can't be {value!r}: it {error}.") from None


def load_settings() -> Settings:
    """Returns the stored settings; where a stored value can't be used the default stands in."""
    store = QgsSettings()
    good: dict[str, Any] = {}
    for one in fields(Settings):
        stored = store.value(f"{GROUP}/{one.name}", one.default)
        try:
            good[one.name] = one.metadata["read"](stored)
        except ValueError:
            continue
    return Settings(**good)


def save_settings(settings: Settings) -> None:
    """Stores the settings in the user's profile."""
    store = QgsSettings()
    for one in fields(settings):
        value = getattr(settings, one.name)
        stored = "\n".join(value) if isinstance(value, tuple) else value
        store.setValue(f"{GROUP}/{one.name}", stored)


def remember_index(path: str) -> None:
    """Adds an index to those that searches look into."""
    settings = load_settings()
    if path not in settings.indices:
        save_settings(replace(settings, indices=(*settings.indices, path)))
