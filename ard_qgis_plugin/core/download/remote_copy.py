"""RemoteCopy: the files of one remote: progress, and an end to what doesn't get on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from .inventory import write_list
from .outage import LOG_OPTIONS, Outage
from .rclone import ProcessEnd, Rclone, Record
from .rclone_messages import explained

_COPY_OPTIONS = (
    *("--no-traverse", "--checkers=16", "--stats-log-level=NOTICE"),
    "--stats=500ms",
    "--low-level-retries=2",
    # rclone 1.60 would lay out a large file in full and fill it from several sides: a process that
    # is killed would then leave one of the right size with holes in it
    "--multi-thread-streams=0",
)


class RemoteCopy:
    """One rclone process that copies; says afterwards what it copied and what it could not.

    `on_progress` is told the bytes and the files that have come, and the bytes a second. The
    process is stopped after `patience` seconds in which nothing came.
    """

    def __init__(self, on_progress: Callable[[int, int, float], None], patience: float) -> None:
        self.copied: set[str] = set()
        self.problems: dict[str, str] = {}
        self._on_progress = on_progress
        self._patience = patience
        self._outage = Outage()
        self._state: tuple[object, ...] = ()
        self._moved = monotonic()

    def run(
        self,
        rclone: Rclone,
        remote: str,
        paths: Sequence[str],
        folder: Path,
        transfers: int,
    ) -> ProcessEnd:
        """Copies paths (bucket/key) of a remote to the same paths below a folder."""
        listing = rclone.work / "list"
        write_list(listing, paths)
        arguments = ("copy", *_COPY_OPTIONS, *LOG_OPTIONS, f"--transfers={transfers}")
        places = ("--files-from-raw", str(listing), f"{remote}:", str(folder))
        return rclone.run([*arguments, *places], self._note)

    def _note(self, record: Record) -> str:
        path, message = record.get("object"), str(record.get("msg", ""))
        if isinstance(stats := record.get("stats"), dict):
            came, rate = int(stats.get("bytes") or 0), float(stats.get("speed") or 0.0)
            self._on_progress(came, len(self.copied), rate)
            return self._stall(stats)
        if path and record.get("level") == "error":
            self.problems[str(path)] = explained(message)
        elif path and message.removeprefix("Multi-thread ").startswith("Copied ("):
            self.copied.add(str(path))
            self._outage.end()
        return self._outage.note(record)

    def _stall(self, stats: Record) -> str:
        state = (*(stats.get(key) for key in ("bytes", "checks", "transfers")), len(self.copied))
        now = monotonic()
        if state != self._state:
            self._state, self._moved = state, now
        if now - self._moved > self._patience:
            return f"nothing came for {self._patience:.0f} s"
        return ""
