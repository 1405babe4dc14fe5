"""SearchRequest: what a user asks the catalogue for, as one checked value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from urllib.parse import urlsplit

from ..geometry.area import Area
from ..model.errors import InputError
from ..model.observation import Observation
from .api_url import shown_url


def utc_text(moment: datetime | None) -> str | None:
    """Formats a time as UTC RFC 3339 text; a time without a zone is taken as UTC."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search: where, when, under which light, and how much of it.

    Times are aware or UTC, both ends may be open; incidence limits are in degrees, inclusive, and
    of the image's centre, or of `anywhere` in what is searched; `max_items` 0 means no limit.
    Raises InputError where the parts contradict each other.
    """

    api_url: str
    collections: tuple[str, ...]
    area: Area
    start: datetime | None = None
    end: datetime | None = None
    min_incidence: float | None = None
    max_incidence: float | None = None
    max_items: int = 1000
    labels: bool = True
    anywhere: bool = False

    def __post_init__(self) -> None:
        _check_url(self.api_url)
        if not self.collections:
            raise InputError("COLLECTIONS is empty: name at least one collection.")
        if self.max_items < 0:
            raise InputError(f"MAX_ITEMS is {self.max_items}: give 0 (no limit) or more.")
        self._check_interval()
        self._check_incidence()

    @property
    def interval(self) -> str | None:
        """Returns STAC's datetime interval, "start/end" with ".." for an open end, or None."""
        if self.start is None and self.end is None:
            return None
        return f"{utc_text(self.start) or '..'}/{utc_text(self.end) or '..'}"

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Returns the first and the last moment, aware, that are asked for."""
        start = datetime.min.replace(tzinfo=timezone.utc) if self.start is None else self.start
        end = datetime.max.replace(tzinfo=timezone.utc) if self.end is None else self.end
        return _aware(start), _aware(end)

    @property
    def filters_incidence(self) -> bool:
        """Says whether only observations with a known incidence inside limits are wanted."""
        return self.min_incidence is not None or self.max_incidence is not None

    def keeps(self, observation: Observation) -> bool:
        """Says whether the light of an observation is asked for.

        Where limits are of anywhere, and the incidence is known at the centre alone, that counts.
        """
        least, most = observation.incidence_min, observation.incidence_max
        if not self.anywhere or least is None or most is None:
            return self.wants(observation.incidence)
        return (self.min_incidence is None or most >= self.min_incidence) and (
            self.max_incidence is None or least <= self.max_incidence
        )

    def wants(self, incidence: float | None) -> bool:
        """Says whether an observation with this incidence (degrees or None) is asked for."""
        if not self.filters_incidence:
            return True
        if incidence is None:
            return False
        low = -float("inf") if self.min_incidence is None else self.min_incidence
        high = float("inf") if self.max_incidence is None else self.max_incidence
        return low <= incidence <= high

    def _check_interval(self) -> None:
        start, end = utc_text(self.start), utc_text(self.end)
        if self.start and self.end and _aware(self.start) > _aware(self.end):
            raise InputError(f"START ({start}) is after END ({end}): swap them or clear one.")

    def _check_incidence(self) -> None:
        low, high = self.min_incidence, self.max_incidence
        if low is not None and high is not None and low > high:
            raise InputError(
                f"MIN_INCIDENCE ({low:g}) is above MAX_INCIDENCE ({high:g}): swap or clear them."
            )
        if self.filters_incidence and not self.labels:
            raise InputError(
                "MIN_INCIDENCE and MAX_INCIDENCE need the labels, because the catalogue holds no "
                "incidence: set LABELS to true or clear both limits."
            )


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        # a port that is no number raises ValueError
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise InputError(
            f"API_URL is {shown_url(url)!r}, which is no web address: give the root of a "
            "STAC API, such as https://stac.astrogeology.usgs.gov/api."
        )
