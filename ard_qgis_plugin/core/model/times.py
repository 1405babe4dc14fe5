"""Times of a catalogue, in all the forms that people write them, as UTC."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache

# What QGIS reads as it is.
_PLAIN = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII
)
_TIME = re.compile(
    r"(?P<year>\d{4})(?:[-/]?(?P<month>\d\d)[-/]?(?P<day>\d\d)|[-/]?(?P<day_of_year>\d{3}))"
    r"(?:(?:[T_]|\s+)(?P<hour>\d\d):?(?P<minute>\d\d)"
    r"(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?)?"
    r"\s*(?:Z|UTC|GMT|(?P<sign>[+-])(?P<zone_hour>\d\d):?(?P<zone_minute>\d\d)?)?",
    re.IGNORECASE | re.ASCII,
)
_LAST = timedelta(microseconds=1)  # before the next begins
_HOURS, _MINUTES = 24, 60  # 24:00 and a leap second, or a rounded one, belong to what follows
_MICROSECONDS = 6  # digits
_TO_SECONDS = len("2009-06-07T14:43:22")


def span_of(text: str) -> tuple[datetime, datetime] | None:
    """Returns the first and the last moment, UTC, that a time can mean; None where it is none.

    Takes dates with a month or a day of year, with T, t, _ or blanks before the time, seconds up to
    60, any zone; a time without a zone is UTC. A date alone means the whole day.
    """
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    try:
        day = _day(found)
        time = _time(found)
        first = day + (time or timedelta()) - _zone(found)
        length = timedelta(days=1) if time is None else timedelta()
        if time is not None and not found["second"]:
            length = timedelta(minutes=1)
        return first, max(first, first + length - _LAST)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=16)  # an image's time is mostly that of its start
def utc_time(text: str) -> str | None:
    """Returns a time as UTC ISO 8601 text; one that is so already as it is, None for none."""
    if _PLAIN.fullmatch(text):  # nearly all are
        try:
            datetime.fromisoformat(text[:_TO_SECONDS])
        except ValueError:
            pass
        else:
            return text
    span = span_of(text)
    return span[0].isoformat().replace("+00:00", "Z") if span else None


def _day(found: re.Match[str]) -> datetime:
    year = int(found["year"])
    if found["day_of_year"]:
        days = int(found["day_of_year"]) - 1
        day = datetime(year, 1, 1, tzinfo=timezone.utc) + timedelta(days=days)
        if days < 0 or day.year != year:
            raise ValueError(days)
        return day
    return datetime(year, int(found["month"]), int(found["day"]), tzinfo=timezone.utc)


def _time(found: re.Match[str]) -> timedelta | None:
    """Returns the time of the day, None where there is only a date; raises ValueError."""
    if not found["hour"]:
        return None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if hour > _HOURS or (hour == _HOURS and (minute or second)):
        raise ValueError(hour)
    if minute >= _MINUTES or second > _MINUTES:
        raise ValueError(minute)
    fraction = (found["fraction"] or "").ljust(_MICROSECONDS, "0")[:_MICROSECONDS]
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=int(fraction))


def _zone(found: re.Match[str]) -> timedelta:
    hours, minutes = int(found["zone_hour"] or 0), int(found["zone_minute"] or 0)
    zone = timedelta(hours=hours, minutes=minutes)
    return -zone if found["sign"] == "-" else zone
