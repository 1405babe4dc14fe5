"""Runs the benchmark: one server, one plain process and one QGIS, all measures in turn."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from tests.support.servers.large_catalogue import serve_large_catalogue

from . import floor, label_phase, libraries, memory, plugin, tutorial
from .label_speed import LabelSpeed, label_speeds
from .report import (
    CACHE,
    FLOOR,
    FLOOR_IN_TURN,
    LABEL_FLOOR,
    LABELS,
    LARGE_JOB,
    LEGEND,
    MEASURES,
    PLUGIN,
    RATE,
    RATE_AT_ONCE,
    SMALL_JOB,
    TUTORIAL,
    WARM,
    Case,
    notes,
    table,
    verdicts,
)
from .server import serving

T = TypeVar("T")
_Row = tuple[Any, ...]

_COLLECTIONS = 3
_MEMORY_SIZES = (1_000, 10_000, 100_000)
_MOST_MEMORY = 60  # MB of the largest above the smallest
_QUICK = ((50, 600, 3, 1),)
_RATES = ((50, 10_000, 3, 0, RATE + CACHE), (0, 10_000, 3, 0, RATE_AT_ONCE))
_USUAL = (  # latency in milliseconds, observations, runs, runs of the tutorial's way, targets
    (50, 600, 5, 5),
    (20, 600, 5, 1, SMALL_JOB),
    (200, 600, 5, 1),
    (50, 6000, 3, 0),
    (20, 6000, 3, 0, LARGE_JOB),
    (200, 6000, 3, 0),
    *_RATES,
)
_PURE = ((20, 600, 3, 0, SMALL_JOB), (20, 6000, 3, 0, LARGE_JOB), (0, 10_000, 3, 0, RATE_AT_ONCE))


class Bench:
    """The server and the two processes that use it, a plain one and QGIS; a context manager."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._run = 0
        self._stack = ExitStack()

    def __enter__(self) -> Bench:
        with ExitStack() as stack:
            self.server = stack.enter_context(serving(self._most // _COLLECTIONS))
            self.plain = stack.enter_context(_process())
            profile = stack.enter_context(TemporaryDirectory(prefix="ard-bench-"))
            self.qgis = stack.enter_context(_process(plugin.start_qgis, profile))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def seconds(self, measure: str, observations: int) -> float:
        """Takes one measure once; WARM is of the labels that PLUGIN has read last."""
        size = observations // _COLLECTIONS
        self._run += measure == PLUGIN
        api, fresh = self.server.api(size), self.server.api(size, self._run)
        process, function, *arguments = {
            TUTORIAL: (self.plain, tutorial.seconds, api, size),
            PLUGIN: (self.qgis, plugin.seconds, fresh, size),
            WARM: (self.qgis, plugin.seconds, fresh, size),
            FLOOR: (self.plain, floor.seconds, api, True),
            FLOOR_IN_TURN: (self.plain, floor.seconds, api, False),
            LABELS: (self.plain, label_phase.seconds, api),
            LABEL_FLOOR: (self.plain, floor.label_seconds, api),
        }[measure]
        call(process, gc.collect)  # what others left behind
        return call(process, function, *arguments)


def main() -> None:
    """Measures, and prints tables and verdicts; what is going on goes to the error output."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="600 observations at 50 ms only")
    parser.add_argument("--rates", action="store_true", help="10,000 at 50 and 0 ms only")
    parser.add_argument("--markdown", action="store_true", help="print only the README's part")
    parser.add_argument("--pure", action="store_true", help="libraries as in the offline zip")
    options = parser.parse_args()
    if options.pure:
        libraries.leave_c_out()
    rows = _QUICK * options.quick + _RATES * options.rates or _USUAL
    cases, machine, cold, speeds = _measured(rows)
    peaks = [] if options.markdown or options.quick else ["", *_memory()]
    if rows is _USUAL and not options.pure:
        libraries.leave_c_out()
        cases += _measured(_PURE)[0]
    lines = [*table(cases), "", *_paragraph(LEGEND, notes(cases), machine)]
    if not options.markdown:
        lines += ["", "Targets", *verdicts(cases), "", *_further(cold, speeds)]
    print("\n".join(lines + peaks))


def _measured(rows: Sequence[_Row]) -> tuple[list[Case], str, float, list[LabelSpeed]]:
    """Measures rows; returns them, the machine, the plugin's first run, the label reader."""
    tell("Making the catalogue; starting its server, a plain process and QGIS")
    with Bench(max(row[1] for row in rows)) as bench:
        machine = f"{_machine()}, {call(bench.qgis, plugin.versions)}"
        kinds = {call(each, libraries.kind) for each in (bench.plain, bench.qgis)}
        cases = [Case(*row, libraries=" / ".join(sorted(kinds))) for row in rows]
        cold = _first_run(bench, cases[0])
        for case in cases:
            _measure(bench, case)
        tell("Reading labels one by one")
        return cases, machine, cold, call(bench.plain, label_speeds)


def call(process: ProcessPoolExecutor, function: Callable[..., T], *arguments: object) -> T:
    """Runs a function in another process and waits for what it returns."""
    return process.submit(function, *arguments).result()


def tell(text: str) -> None:
    """Says what is going on."""
    print(text, file=sys.stderr, flush=True)


def _process(
    initializer: Callable[..., None] | None = None, *arguments: object
) -> ProcessPoolExecutor:
    spawned = get_context("spawn")
    begin = (initializer, *arguments)
    return ProcessPoolExecutor(1, spawned, initializer=libraries.prepare, initargs=begin)


def _first_run(bench: Bench, case: Case) -> float:
    """Returns how long the plugin takes for the first time; the other measures are warmed too."""
    bench.server.set_latency(case.latency)
    cold = bench.seconds(PLUGIN, case.observations)
    for measure in MEASURES:
        if measure != TUTORIAL:
            bench.seconds(measure, case.observations)
    return cold


def _measure(bench: Bench, case: Case) -> None:
    bench.server.set_latency(case.latency)
    for run in range(case.runs):
        tell(f"{case.latency} ms, {case.observations:,} observations, {run + 1} of {case.runs}")
        for measure in MEASURES:
            if run < case.runs_of(measure):
                taken = bench.seconds(measure, case.observations)
                case.seconds.setdefault(measure, []).append(taken)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {libraries.versions()}"


def _paragraph(legend: str, runs: Sequence[str], machine: str) -> list[str]:
    return [legend, "", f"Runs: {'; '.join(runs)}. Machine: {machine}."]


def _further(cold: float, speeds: Sequence[LabelSpeed]) -> list[str]:
    lines = [f"The plugin's first run in a QGIS that has just started: {cold:.2f} s"]
    for each in speeds:
        outcome = "met" if each.ratio >= each.target else f"{each.ratio / each.target:.0%} of it"
        lines.append(
            f"One label ({each.kind}, {each.count} labels): {each.plugin:.4f} ms, pvl "
            f"{each.pvl:.1f} ms, ratio {each.ratio:,.0f} (target {each.target:,}: {outcome})"
        )
    return lines


def _memory() -> list[str]:
    """Returns the peaks of memory of searches of several sizes, and how they compare."""
    peaks = []
    with serve_large_catalogue() as root:
        for size in _MEMORY_SIZES:
            tell(f"Memory, {size:,} observations")
            peaks.append(memory.peak(root, size))
    sizes = zip(_MEMORY_SIZES, peaks, strict=True)
    curve = ", ".join(f"{size:,}: {peak:.0f} MB" for size, peak in sizes)
    more = peaks[-1] - peaks[0]
    outcome = "met" if more <= _MOST_MEMORY else "missed"
    return [
        f"Peak memory by observations: {curve}",
        f"Largest above smallest: {more:.0f} MB (target {_MOST_MEMORY}: {outcome})",
    ]
