"""CacheStore: labels by URL in a cache file; a file that is damaged or locked costs only time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event
from typing import TypeVar

from .cache_file import CacheFile, is_busy, is_damage, set_aside
from .cache_record import KeptLabel, key_maker, packed, unpacked

T = TypeVar("T")

_TURN = 0.5  # seconds to wait for another process that writes, before looking around
_TURNS = 10


class CacheStore:
    """The labels in a cache file, for one thread; what is wrong with the file ends no search.

    Where the file is damaged it is set aside and a new one begun; where it can't be read or
    written, nothing is found or put any more. `warnings` gets a sentence for each of these.
    """

    def __init__(self, path: Path, most: int, warnings: list[str]) -> None:
        self.is_closing = Event()  # another thread sets it to end the waiting
        self._warnings = warnings
        self._path = path
        self._most = most
        self._key_of = key_maker()
        self._file: CacheFile | None = None
        self._is_writable = True
        self._is_renewed = False

    def open(self) -> None:
        """Opens the file, or makes it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._patiently(lambda: CacheFile(self._path, _TURN))
        except (sqlite3.Error, OSError) as error:
            self._recover(error)

    def close(self) -> None:
        """Closes the file."""
        if self._file:
            self._file.close()
            self._file = None

    def find(self, urls: Collection[str]) -> dict[str, KeptLabel]:
        """Returns those of the labels that are there, by URL."""
        keys = {self._key_of(url): url for url in urls}
        try:
            found = self._patiently(lambda: self._file.find(list(keys)) if self._file else {})
        except sqlite3.Error as error:
            self._recover(error)
            return {}
        # a damaged index may lead to others than those that were asked for
        labels = {url: unpacked(key, found.get(key)) for key, url in keys.items()}
        return {url: label for url, label in labels.items() if label}

    def put(self, labels: Collection[tuple[str, KeptLabel]]) -> None:
        """Writes labels with their URLs, in place of what was there of them."""
        file = self._file
        if not file or not self._is_writable:
            return
        keyed = ((self._key_of(url), label) for url, label in labels)
        rows = [(key, packed(key, label)) for key, label in keyed]
        try:
            self._patiently(lambda: file.put(rows, self._most))
        except sqlite3.Error as error:
            if is_damage(error):
                self._recover(error)
                self.put(labels)
                return
            self._is_writable = False
            self._warn(f"can't be written ({error}): what is read now will be read again next time")

    def _patiently(self, work: Callable[[], T]) -> T:
        """Does something, again while another process writes; raises sqlite3.Error."""
        turn = 1
        while True:
            try:
                return work()
            except sqlite3.OperationalError as error:
                if not is_busy(error) or turn == _TURNS or self.is_closing.is_set():
                    raise
            turn += 1

    def _recover(self, error: sqlite3.Error | OSError) -> None:
        """Goes on with a new file where this one is damaged, else without any."""
        self.close()
        try:
            if not is_damage(error) or self._is_renewed:
                raise error
            self._is_renewed = True
            self._renew()
        except (sqlite3.Error, OSError) as reason:
            self._warn(f"can't be used ({reason}): all labels are read from their servers")

    def _renew(self) -> None:
        """Opens the file where another process has renewed it meanwhile, else renews it."""
        try:
            self._file = CacheFile(self._path, _TURN)
            self._file.check()
        except sqlite3.DatabaseError as error:
            self.close()
            if not is_damage(error):
                raise
            there = set_aside(self._path)
            self._file = CacheFile(self._path, _TURN)
            self._warn(f"was damaged ({error}): it is now {there.name}, and a new one is begun")

    def _warn(self, what: str) -> None:
        self._warnings.append(f"The label cache {self._path} {what}.")
