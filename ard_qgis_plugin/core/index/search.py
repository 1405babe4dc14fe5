"""IndexSearch: the observations that a request wants, from an index, as the API would give them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..catalog.citation import Source, source_of
from ..catalog.request import SearchRequest
from ..geometry.box import HALF_TURN, POLE
from ..geometry.region import Region
from ..model.errors import CancelledError
from ..model.observation import Observation
from ..search.light import wanted_of
from ..search.pipeline import Progress
from ..search.report import SearchReport
from .open_index import OpenIndex
from .storage.columns import INCIDENCE
from .storage.entry import unread
from .storage.record import interval_of
from .storage.record_reader import AT_ONCE
from .storage.tables import RTREE
from .storage.writable import sentences

_WORLD = (-HALF_TURN, -POLE, HALF_TURN, POLE)

# the index on light holds all that decides, so that no row is looked at in vain
_BY_LIGHT = "observation AS o INDEXED BY observation_light"
_BY_PLACE = "observation AS o NOT INDEXED"
# as a list, for SQLite sorts that: the rows are then read as they lie in the file
_IN_BOX = (
    f"o.fid IN (SELECT id FROM {RTREE} "  # nosec B608
    "WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
)


class IndexSearch:
    """One search in an index: iterate over it, as over a Search, for the observations wanted.

    Those of a place are in the order in which the catalogue gives them, and MAX_ITEMS counts as it
    does there. Incidence limits are left to SQL where nothing is to be counted before.
    """

    def __init__(
        self,
        request: SearchRequest,
        index: OpenIndex,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.report = SearchReport()
        self._request = request
        self._index = index
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._region = request.area.region or Region.of_boxes(request.area.boxes)
        self._times = _interval(request)

    @property
    def sources(self) -> list[Source]:
        """Returns what is to be cited, in the order of the collections."""
        states = [self._index.states.get(each) for each in self._request.collections]
        return [
            (state and state.source) or source_of(name)
            for name, state in zip(self._request.collections, states, strict=True)
        ]

    def __iter__(self) -> Iterator[Observation]:
        with sentences(self._index.shown, "read"):
            for page in self._pages():
                yield from wanted_of(page, self._request, self._region, self.report)

    def _pages(self) -> Iterator[list[Observation]]:
        """Yields those of at most MAX_ITEMS observations that touch what is searched."""
        limit = self._request.max_items
        for found in self._found():
            left = limit - self.report.taken
            self.report.cut = limit > 0 and left < len(found)
            page = found[:left] if self.report.cut else found
            touching = self._region.touching(page)
            self.report.beside += len(page) - len(touching)
            yield touching
            if self.report.cut:
                return

    def _found(self) -> Iterator[list[Observation]]:
        """Yields what an API would, for each collection and place that it is asked for."""
        collections = list(dict.fromkeys(self._request.collections))
        regions = [Region.of_query(query) for query in self._request.area.queries()]
        candidates = [self._candidates(collections, region.box.as_bbox()) for region in regions]
        for collection in collections:
            seen: set[str] = set()
            for region, of_region in zip(regions, candidates, strict=True):
                yield from self._within(region, of_region[collection], seen)

    def _within(
        self, region: Region, fids: Sequence[int], seen: set[str]
    ) -> Iterator[list[Observation]]:
        """Yields those of the candidates that touch a region and were not seen before."""
        for start in range(0, len(fids), AT_ONCE):
            if self._is_cancelled():
                raise CancelledError("The search was cancelled.")
            page = self._index.rows.observations(fids[start : start + AT_ONCE])
            page = [each for each in page if each.id not in seen and self._is_in_time(each)]
            page = region.touching(page)
            seen.update(each.id for each in page if each.id)
            yield page if self._request.labels else [unread(each) for each in page]
            self._on_progress(start + len(page), len(fids))

    def _candidates(self, collections: list[str], bbox: list[float]) -> dict[str, list[int]]:
        """Returns the numbers of what may be wanted of each collection, in the catalogue's order.

        All at once, for the R-tree knows no collections.
        """
        limits, values = self._limits()
        table = _BY_LIGHT
        if tuple(bbox) != _WORLD:
            table = table if limits else _BY_PLACE
            west, south, east, north = bbox
            limits, values = [*limits, _IN_BOX], [*values, west, east, south, north]
        names = self._numbers(collections)
        searched = f"o.searched IN ({','.join(map(str, names))})"
        query = (
            f"SELECT o.searched, o.fid + 0 FROM {table} LEFT JOIN listed ON listed.fid = o.fid "
            f"WHERE {' AND '.join(['o.gone IS NULL', searched, *limits])} "  # nosec B608
            "ORDER BY coalesce(listed.rank, o.fid)"
        )
        found: dict[str, list[int]] = {name: [] for name in collections}
        for number, fid in self._index.select(query, values):
            found[names[number]].append(fid)
        return found

    def _numbers(self, collections: list[str]) -> dict[int, str]:
        """Returns the collections by the numbers that the index has for them."""
        marks = ",".join("?" * len(collections))
        query = f"SELECT id + 0, text FROM word WHERE text IN ({marks})"  # nosec B608
        return dict(self._index.select(query, collections))

    def _limits(self) -> tuple[list[str], list[float]]:
        """Returns the conditions that SQL can decide by, with their values.

        Under MAX_ITEMS it is not for SQL to leave out what the incidence limits leave out; and it
        knows the centre's incidence alone.
        """
        request, limits = self._request, []
        if not (request.max_items or request.anywhere):
            limits += [
                (f"o.{INCIDENCE} >= ?", request.min_incidence),
                (f"o.{INCIDENCE} <= ?", request.max_incidence),
            ]
        limits += zip(("o.ended >= ?", "o.began <= ?"), self._times, strict=True)
        known = [(condition, value) for condition, value in limits if value is not None]
        return [condition for condition, _ in known], [value for _, value in known]

    def _is_in_time(self, observation: Observation) -> bool:
        start, end = self._times
        if start is None and end is None:
            return True
        made = interval_of(observation)
        return (
            made is not None
            and (start is None or made[1] >= start)
            and (end is None or made[0] <= end)
        )


def _interval(request: SearchRequest) -> tuple[float | None, float | None]:
    """Returns the times between which is searched, in seconds since 1970, None where it is open."""
    start, end = request.span
    return (
        start.timestamp() if request.start else None,
        end.timestamp() if request.end else None,
    )
