"""EarlierTable: a table of a GeoPackage, kept beside the new one until that is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from itertools import chain, count
from pathlib import Path

from osgeo import gdal

from .gdal_errors import without_gdal_errors

_RENAME = 'ALTER TABLE "{}" RENAME TO "{}"'
_DROP = 'DROP TABLE "{}"'
# Styles that a user has saved for the table are those of the new one too.
_MOVE_STYLES = """
    UPDATE layer_styles SET f_table_name = :table, useAsDefault = 0 WHERE f_table_name = :aside
        AND styleName NOT IN (SELECT styleName FROM layer_styles WHERE f_table_name = :table)
"""
_DROP_STYLES = "DELETE FROM layer_styles WHERE f_table_name = ?"


class EarlierTable:
    """A table that a new one is to replace; it has another name meanwhile.

    GDAL renames what belongs to a table too: its index, its entry among the contents, its styles.
    """

    def __init__(self, path: Path, table: str) -> None:
        self._path = path
        self._table = table
        self._earlier = self._aside = ""
        self._is_ours = self._is_new_file = False  # what stands under its name and address now

    def put_aside(self) -> None:
        """Makes room for the new table; a file that can't be changed is left to QGIS."""
        self._is_new_file = not self._path.exists()
        names = _tables(self._path)
        if earlier := self._written_as(names):
            aside = _free(f"{self._table}_earlier", names)
            if not _run(self._path, _RENAME.format(_quoted(earlier), _quoted(aside))):
                return
            self._earlier, self._aside = earlier, aside
        self._is_ours = True

    def put_back(self) -> None:
        """Removes what there is of the new table, and gives the earlier one its name again."""
        if self._is_new_file:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(f"{self._path.name}{ending}").unlink(missing_ok=True)
            return
        if self._is_ours and (unfinished := self._written_as(_tables(self._path))):
            _run(self._path, _DROP.format(_quoted(unfinished)))
        if self._aside:
            _run(self._path, _RENAME.format(_quoted(self._aside), _quoted(self._earlier)))

    def remove(self) -> None:
        """Removes the earlier table; the new one is whole."""
        if not self._aside:
            return
        with suppress(sqlite3.Error), closing(sqlite3.connect(self._path)) as database, database:
            database.execute(_MOVE_STYLES, {"table": self._table, "aside": self._aside})
            database.execute(_DROP_STYLES, (self._aside,))
        _run(self._path, _DROP.format(_quoted(self._aside)))

    def _written_as(self, names: set[str]) -> str:
        """Returns the table's name as the file has it, "" for none; SQLite ignores the case."""
        return next((name for name in names if name.lower() == self._table.lower()), "")


def _tables(path: Path) -> set[str]:
    if not path.exists():
        return set()
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as file:
        return {name for (name,) in file.execute("SELECT table_name FROM gpkg_contents")}
    return set()


def _free(name: str, taken: set[str]) -> str:
    """Returns a name that is not taken."""
    names = chain([name], (f"{name}{number}" for number in count(2)))
    lower = {each.lower() for each in taken}
    return next(each for each in names if each.lower() not in lower)


def _run(path: Path, statement: str) -> bool:
    """Has GDAL change a GeoPackage; says whether it could."""
    with without_gdal_errors(), suppress(RuntimeError):
        data = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if data is not None:
            gdal.ErrorReset()
            data.ExecuteSQL(statement)
            return bool(gdal.GetLastErrorType() < gdal.CE_Failure)
    return False


def _quoted(name: str) -> str:
    return name.replace('"', '""')
