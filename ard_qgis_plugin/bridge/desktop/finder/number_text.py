"""Numbers, sizes and names of quantities as text, in the user's language."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QLocale

from ....translation import tr

UNKNOWN = "–"
_KM = 1000.0  # metres
_LEAST = 0.1  # per cent
_FINE = 10.0  # below it one wants a digit after the point
_SIZES = ("B", "kB", "MB", "GB", "TB")


def number(value: float, digits: int = 0) -> str:
    """Returns a number in the user's own writing."""
    return UNKNOWN if math.isnan(value) else QLocale().toString(float(value), "f", digits)


def count(value: int) -> str:
    """Returns a count, its thousands grouped."""
    return QLocale().toString(int(value))


def percent(share: float) -> str:
    """Returns a share of 0..1 in per cent; one that is little is not taken for nothing."""
    if math.isnan(share):
        return UNKNOWN
    value = 100 * share
    if 0 < value < _LEAST:
        return f"< {number(_LEAST, 1)} %"
    return f"{number(value, 1 if 0 < value < 1 else 0)} %"


def resolution(metres: float) -> str:
    """Returns the size of a pixel."""
    if math.isnan(metres):
        return UNKNOWN
    if metres >= _KM:
        return f"{number(metres / _KM, 1)} km/px"
    return f"{number(metres, 1 if metres >= 1 else 2)} m/px"


def size(octets: float) -> str:
    """Returns a size of files, in powers of a thousand."""
    power = 0
    while octets >= _KM and power < len(_SIZES) - 1:
        octets, power = octets / _KM, power + 1
    return f"{number(octets, 1 if power and octets < _FINE else 0)} {_SIZES[power]}"


def names() -> dict[str, str]:
    """Returns what each quantity is called."""
    return {
        "incidence": tr("Incidence"),
        "emission": tr("Emission"),
        "phase": tr("Phase"),
        "subsolar_azimuth": tr("Sun azimuth"),
        "local_time": tr("Local time"),
        "solar_longitude": tr("Season (Ls)"),
        "time": tr("Acquired"),
        "resolution": tr("Resolution"),
        "coverage": tr("Coverage"),
    }


def units() -> dict[str, str]:
    """Returns the unit of each quantity, as it stands behind a number."""
    degrees = dict.fromkeys(
        ("incidence", "emission", "phase", "subsolar_azimuth", "solar_longitude"), "°"
    )
    return {**degrees, "local_time": " h", "resolution": " m", "coverage": " %", "time": ""}
