"""Report: what was measured as a table, and how it stands against the targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

TUTORIAL, PLUGIN, WARM, FLOOR, FLOOR_IN_TURN, LABELS, LABEL_FLOOR = (
    "tutorial",
    "plugin",
    "plugin, all labels in its cache",
    "floor",
    "floor, collections in turn",
    "labels",
    "floor of the labels",
)
EACH = "a thousandth of a second for each observation"
MEASURES = (TUTORIAL, PLUGIN, WARM, FLOOR, FLOOR_IN_TURN, LABELS, LABEL_FLOOR)

_COLUMNS = (
    "latency",
    "observations",
    "libraries",
    "(a) tutorial",
    "(b) plugin",
    "(b') cached",
    "(c) floor",
    "(c') in turn",
    "a/b",
    "b/c",
    "c/b",
    "b/b'",
    "(d) labels",
    "(e) their floor",
    "d/e",
)
LEGEND = """\
Seconds, medians; (a) in plain Python as a notebook runs it, without GeoDataFrame and drawing;
(b) processing.run("ard:search") in QGIS to a styled GeoPackage and a manifest, not its first run;
(b') the same again, all labels in its cache; (c) bare aiohttp: the same pages and labels, 64 at
once, collections side by side as in (b), labels of a page at once with the next page; (c') the
same, the collections in turn; (d) the plugin's label phase, pages read before; (e) bare aiohttp:
the labels alone. Libraries: aiohttp and what it stands on, with C as pip installs them and the
offline zip has them for most systems, or pure Python as it has them for the others (--pure)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that is to be reached."""

    name: str
    above: str
    below: str
    limit: float
    is_least: bool = False


WHOLE_JOB = (
    Target("a/b", TUTORIAL, PLUGIN, 20, is_least=True),
    Target("label phase d/e", LABELS, LABEL_FLOOR, 1.25),
    Target("whole job b/c", PLUGIN, FLOOR, 2),
)
SMALL_JOB = (*WHOLE_JOB[:2], Target("whole job b/c", PLUGIN, FLOOR, 1.6))
LARGE_JOB = (*WHOLE_JOB[:2], Target("whole job b/c", PLUGIN, FLOOR, 1.3))
RATE = (Target("rate c/b", FLOOR, PLUGIN, 0.85, is_least=True),)
RATE_AT_ONCE = (
    Target("rate c/b", FLOOR, PLUGIN, 0.5, is_least=True),
    Target("cached, ms an observation", WARM, EACH, 0.12),
)
CACHE = (Target("cache b/b'", PLUGIN, WARM, 4, is_least=True),)


@dataclass(frozen=True, slots=True)
class Case:
    """One row: latency in milliseconds, observations in all, how often each is run, with what."""

    latency: int
    observations: int
    runs: int
    tutorial_runs: int
    targets: Sequence[Target] = WHOLE_JOB
    libraries: str = ""
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def runs_of(self, measure: str) -> int:
        """Returns how often a measure is to be run."""
        return self.tutorial_runs if measure == TUTORIAL else self.runs

    def median(self, measure: str) -> float | None:
        """Returns the median in seconds, or None where it was not run."""
        taken = self.seconds.get(measure)
        return median(taken) if taken else None

    def ratio(self, above: str, below: str) -> float | None:
        """Returns the ratio of two medians, or of one to EACH; None where one was not run."""
        over = self.median(above)
        under = self.observations / 1000 if below == EACH else self.median(below)
        return over / under if over and under else None

    def verdict(self, target: Target) -> str:
        """Says whether it reaches a target, and else by how much that is missed."""
        ratio = self.ratio(target.above, target.below)
        wanted = f"{target.name} {'>=' if target.is_least else '<='} {target.limit:g}"
        if ratio is None:
            return f"{wanted}: not measured"
        missed = 1 - ratio / target.limit if target.is_least else ratio / target.limit - 1
        outcome = f"missed by {missed:.0%}" if missed > 0 else "met"
        return f"{wanted}: {ratio:.3g}, {outcome}"


def table(cases: Iterable[Case]) -> list[str]:
    """Returns the lines of a Markdown table that reads well as it is too."""
    rows = [_COLUMNS, *map(_row, cases)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    return [lines[0], "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|", *lines[1:]]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(map(str.rjust, row, widths)) + " |"


def _row(case: Case) -> tuple[str, ...]:
    return (
        f"{case.latency} ms",
        f"{case.observations:,}",
        case.libraries,
        *(_number(case.median(name)) for name in (TUTORIAL, PLUGIN, WARM, FLOOR, FLOOR_IN_TURN)),
        _number(case.ratio(TUTORIAL, PLUGIN)),
        _number(case.ratio(PLUGIN, FLOOR)),
        _number(case.ratio(FLOOR, PLUGIN)),
        _number(case.ratio(PLUGIN, WARM)),
        _number(case.median(LABELS)),
        _number(case.median(LABEL_FLOOR)),
        _number(case.ratio(LABELS, LABEL_FLOOR)),
    )


def _number(value: float | None) -> str:
    if value is None:
        return "not run"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def notes(cases: Iterable[Case]) -> list[str]:
    """Returns how often each row was run."""
    return [
        f"{_title(case)}: {case.runs} runs each"
        + (
            f", {case.tutorial_runs} of (a)"
            if case.tutorial_runs
            else ", (a) not run: it would take minutes"
        )
        for case in cases
    ]


def verdicts(cases: Iterable[Case]) -> list[str]:
    """Returns how each case stands against its targets."""
    return [f"{_title(case)}: " + "; ".join(map(case.verdict, case.targets)) for case in cases]


def _title(case: Case) -> str:
    return f"{case.latency} ms, {case.observations:,} observations, {case.libraries}"
