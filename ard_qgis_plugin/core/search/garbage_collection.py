"""Python's garbage collection, put off while a search makes many objects that stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# Objects made, less those gone, between two collections of the young, the middle and all ages.
# A page of items makes 75,000: with Python's own 700, 10, 10 each page has all objects of QGIS
# looked through, which took a third of a search's time and held up the interface. With 100,000
# pages side by side still had it look, 60 ms each time and a tenth of a search whose labels are
# kept, for 50 objects in all that nothing else would have freed.
_THRESHOLDS = (500_000, 50, 100)

_lock = Lock()
_usual: list[tuple[int, int, int]] = []  # one entry for each search under way


@contextmanager
def rare_garbage_collection() -> Iterator[None]:
    """Has the collector run seldom until the block ends; where blocks overlap, the last of them."""
    with _lock:
        _usual.append(_usual[0] if _usual else gc.get_threshold())
        gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        with _lock:
            usual = _usual.pop()
            if not _usual:
                gc.set_threshold(*usual)
