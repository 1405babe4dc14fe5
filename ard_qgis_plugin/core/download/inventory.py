"""What the server has of the files that are wanted: sizes and times, or why it doesn't say."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .outage import LOG_OPTIONS, Outage
from .rclone import CANCELLED, Rclone, Record
from .rclone_messages import explained, http_status, is_network_failure

NOT_THERE = "it is not on the server"

_LIST_OPTIONS = (
    "--recursive",
    "--files-only",
    "--no-mimetype",
    "--no-traverse",
    "--checkers=16",
    "--low-level-retries=1",
)
_TIME = re.compile(r"([^.]+?)(\.\d+)?(Z|[+-]\d\d:\d\d)")
_MAX_RUNS = 64  # of rclone, for the files of one remote


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file on the server: bytes, and when it was modified in seconds since 1970."""

    size: int
    modified: float


@dataclass
class Inventory:
    """What is known of each wanted path: the file, or the problem."""

    found: dict[str, RemoteFile] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    is_cancelled: bool = False


def take_inventory(rclone: Rclone, remote: str, paths: Sequence[str]) -> Inventory:
    """Asks the server for each of some paths (bucket/key) of a remote.

    One rclone process does it, unless the server refuses single files: older rclones give
    up at the first of them, and the rest is asked for in halves.
    """
    inventory = Inventory()
    groups = [list(paths)]
    runs = 0
    while groups and not inventory.is_cancelled:
        group = groups.pop()
        runs += 1
        failure = _ask(rclone, remote, group, inventory)
        if is_network_failure(failure) and not inventory.is_cancelled:  # it may have been a hiccup
            inventory.problems.clear()
            failure = _ask(rclone, remote, group, inventory)
        unknown = [path for path in group if not _is_known(path, inventory)]
        if not failure:
            inventory.problems |= dict.fromkeys(unknown, NOT_THERE)
        elif http_status(failure) and len(unknown) > 1 and runs + len(groups) < _MAX_RUNS:
            half = len(unknown) // 2
            groups += [unknown[half:], unknown[:half]]
        else:
            inventory.problems |= dict.fromkeys(unknown, explained(failure))
    return inventory


def _is_known(path: str, inventory: Inventory) -> bool:
    return path in inventory.found or path in inventory.problems


def _ask(rclone: Rclone, remote: str, paths: Sequence[str], inventory: Inventory) -> str:
    """Notes what one rclone process finds; returns its failure where it did not come to the end."""
    listing, answer = rclone.work / "list", rclone.work / "answer"
    write_list(listing, paths)
    watch = _Watch(inventory)
    arguments = ("lsjson", *_LIST_OPTIONS, *LOG_OPTIONS, "--files-from-raw", str(listing))
    end = rclone.run([*arguments, f"{remote}:"], watch.note, answer)
    inventory.is_cancelled = end.stopped == CANCELLED
    inventory.found |= _entries(answer)
    if end.stopped:
        return watch.last
    if end.code == 0 or watch.named:
        return ""
    return end.words or watch.last or f"rclone ended with status {end.code}"


class _Watch:
    """The errors that rclone names a file for; stops it where the server is gone."""

    def __init__(self, inventory: Inventory) -> None:
        self.last = ""
        self.named = 0
        self._outage = Outage()
        self._inventory = inventory

    def note(self, record: Record) -> str:
        """Notes an error."""
        message = str(record.get("msg", ""))
        if record.get("level") == "error":
            self.last = message
            if path := record.get("object"):
                self.named += 1
                self._inventory.problems[str(path)] = explained(message)
        elif is_network_failure(message):
            self.last = message
        return self._outage.note(record)


def write_list(path: Path, paths: Sequence[str]) -> None:
    """Writes a list for --files-from-raw, which takes each line as it is."""
    path.write_text("".join(f"/{each}\n" for each in paths), encoding="utf-8", newline="\n")


def _entries(answer: Path) -> dict[str, RemoteFile]:
    """Reads what lsjson printed, line by line: it may have been stopped halfway."""
    with answer.open(encoding="utf-8") as lines:
        return dict(filter(None, map(_entry, lines)))


def _entry(line: str) -> tuple[str, RemoteFile] | None:
    try:
        entry = json.loads(line.rstrip().rstrip(","))
        return entry["Path"], RemoteFile(int(entry["Size"]), _seconds(entry["ModTime"]))
    except (ValueError, KeyError, TypeError, AttributeError):  # a bracket, or half a line
        return None


def _seconds(text: str) -> float:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"{text} is no time")
    moment, fraction, zone = found.groups()  # nanoseconds are too much for Python
    whole = datetime.fromisoformat(moment + ("+00:00" if zone == "Z" else zone))
    return whole.timestamp() + float(f"0{fraction or ''}")
