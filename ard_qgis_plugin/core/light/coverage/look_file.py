"""Look file: looks at cells on their way through a file, so that memory doesn't grow with them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile, gettempdir

import numpy as np
import numpy.typing as npt

from ...model.errors import OutputError
from ..vectors import Floats, Indices

_LOOK = np.dtype([("cell", np.int64), ("sun", np.float64, 3)])


@dataclass(frozen=True, eq=False)
class _Segment:
    """Looks that were added at once: where they begin in the file, and where each row of cells."""

    offset: int
    rows: npt.NDArray[np.int32]  # rows of the grid + 1


class LookFile:
    """Looks at the cells of a grid, added in any order and read row by row.

    A context manager. `counts` are the looks at each row of cells, shape (rows,).
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.counts = np.zeros(rows, dtype=np.intp)
        self._edges = np.arange(rows + 1) * columns
        self._segments: list[_Segment] = []
        self._end = 0

    def __enter__(self) -> LookFile:
        self._file = TemporaryFile()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # of a full disk, which has been told
            self._file.close()

    def add(self, cells: Indices, suns: Floats) -> None:
        """Adds looks: the number of the cell of each, row by row, and the sun, shape (n, 3).

        Raises OutputError where the disk is full.
        """
        order = np.argsort(cells, kind="stable")
        looks = np.empty(len(cells), dtype=_LOOK)
        looks["cell"], looks["sun"] = cells[order], suns[order]
        rows = np.searchsorted(looks["cell"], self._edges).astype(np.int32)
        self.counts += np.diff(rows)
        self._segments.append(_Segment(self._end, rows))
        try:
            self._file.write(looks.tobytes())
            self._file.flush()
        except OSError as error:
            raise OutputError(
                f"The looks don't fit into the temporary folder {gettempdir()} ({error.strerror}): "
                "free space there or choose a larger cell."
            ) from error
        self._end += looks.nbytes

    def looks(self, first: int, last: int) -> tuple[Indices, Floats]:
        """Returns the cells, numbered from row `first` on, and the suns of looks at some rows."""
        found = [np.empty(0, dtype=_LOOK)]
        for segment in self._segments:
            begin, end = int(segment.rows[first]), int(segment.rows[last])
            if end > begin:
                self._file.seek(segment.offset + begin * _LOOK.itemsize)
                data = self._file.read((end - begin) * _LOOK.itemsize)
                found.append(np.frombuffer(data, dtype=_LOOK))
        looks = np.concatenate(found)
        return looks["cell"] - self._edges[first], looks["sun"]
