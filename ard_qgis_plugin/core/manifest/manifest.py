"""The manifest, the rclone configuration and the download script, written whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..model.errors import ManifestError
from ..model.object_path import object_path
from .parts import check_parts, part_sizes, parts_beside, write_parts
from .rclone_path import format_path
from .remotes import Remotes

# The scripts travel as .txt: QGIS's repository refuses plugins that hold one.
_RESOURCES = Path(__file__).parents[2] / "resources"
_CONF = ".rclone.conf"
_LINE = re.compile(r"[\w.-]+:\S")
_LONGEST = 10_000  # bytes of a line that are looked at
_SCRIPTS = (".download.sh", ".download.cmd")


class ManifestWriter:
    """NAME.txt under way, one rclone path a line, with NAME.rclone.conf and the scripts beside it.

    The scripts are NAME.download.sh and, for Windows, NAME.download.cmd; with more than one part
    also NAME.part-001.txt and so on, and NAME.slurm.sh.
    Lines keep the order in which they are added; an object added before is not repeated. Files of
    one server and region share a remote: the first gets `remote` as its name, further ones get
    `remote`_2, `remote`_3 and so on. Until commit() everything stands in a hidden folder beside
    the final names, so that a run that fails leaves the files of an earlier one as they are.
    As a context manager it commits at the end, or aborts on an exception.
    """

    def __init__(self, path: Path, remote: str, parts: int = 1) -> None:
        self.path = path
        self._remotes = Remotes(remote)
        self._parts = check_parts(parts)
        self._failure: OSError | None = None
        # Hashes of 64 bits instead of the lines, 50 MB for the 200,000 of the largest collection:
        # of so many two are alike once in a billion manifests.
        self._seen: set[int] = set()
        _check_place(path)
        with _sentence(path):
            self._folder = Path(tempfile.mkdtemp(prefix=f".{path.stem}.", dir=path.parent))
            self._work = self._folder / path.name
            self._lines = self._work.open("w", encoding="utf-8", newline="\n")

    def add(self, href: str) -> str:
        """Appends the file at `href` and returns its rclone path.

        Raises ManifestError where `href` names no object of a bucket; nothing is added then. It
        raises for nothing else: a full disk is said by commit().
        """
        found = object_path(href)
        line = format_path(found, self._remotes.name_of(found))
        mark = hash(line)
        if mark not in self._seen:
            self._seen.add(mark)
            try:
                self._lines.write(line + "\n")
            except OSError as error:
                self._failure = error
        return line

    @property
    def line_count(self) -> int:
        """Returns how many lines the manifest has."""
        return len(self._seen)

    def commit(self) -> int:
        """Moves the finished files to their final names; returns the number of lines.

        Raises ManifestError where they can't be written; files of an earlier run are as they were.
        """
        try:
            with _sentence(self.path):
                if self._failure:
                    raise self._failure
                self._lines.close()
                self._publish(self._complete())
        finally:
            self.abort()
        return len(self._seen)

    def abort(self) -> None:
        """Removes what is not committed; does nothing after commit()."""
        with suppress(OSError):  # a full disk can refuse the last flush: what it holds is dropped
            self._lines.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> ManifestWriter:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.abort()
        elif not self._lines.closed:
            self.commit()

    def _complete(self) -> list[Path]:
        """Writes what belongs to the lines; returns all the files in the working folder."""
        conf = self._work.with_suffix(_CONF)
        conf.write_text(self._remotes.conf(), encoding="utf-8", newline="\n")
        written = [self._work, conf]
        for suffix in _SCRIPTS:
            script = self._work.with_suffix(suffix)
            text = (_RESOURCES / f"{suffix[1:]}.txt").read_text(encoding="utf-8")
            line_end = "\r\n" if suffix.endswith(".cmd") else "\n"  # cmd loses labels without
            script.write_text(text, encoding="utf-8", newline=line_end)
            written.append(script)
        if self._parts > 1 and self._seen:
            written += write_parts(self._work, part_sizes(len(self._seen), self._parts))
        for script in written:
            if script.suffix == ".sh":
                script.chmod(script.stat().st_mode | 0o111)
        return written

    def _publish(self, written: list[Path]) -> None:
        undo: list[tuple[Path, Path]] = []
        try:
            for new in written:
                final = self.path.with_name(new.name)
                old = new.with_name(new.name + ".old")
                if final.exists():
                    shutil.copy2(final, old)
                undo.append((old, final))
                new.replace(final)
        except OSError:
            for old, final in undo:
                _put_back(old, final)
            raise
        for stale in parts_beside(self.path):  # of an earlier run, with more parts
            if stale not in {final for _, final in undo}:
                stale.unlink(missing_ok=True)


def _check_place(path: Path) -> None:
    if path.suffix != ".txt":
        raise ManifestError(f"The manifest {path} can't be written: its name must end in .txt.")
    if not path.parent.is_dir():
        raise ManifestError(
            f"The manifest {path} can't be written: the folder {path.parent} doesn't exist; "
            "create it or choose another."
        )
    for final in (path, *(path.with_suffix(suffix) for suffix in (_CONF, *_SCRIPTS))):
        if final.is_dir():
            raise ManifestError(f"{final} can't be written: it is a folder; choose another name.")
    if path.is_file() and not _is_manifest(path):
        raise ManifestError(
            f"The manifest {path} can't be written: a file is there that is no manifest, and would "
            "be lost; choose another name."
        )


def _is_manifest(path: Path) -> bool:
    """Says whether a file is empty or begins with an rclone path."""
    with _sentence(path), path.open("rb") as file:
        first = file.readline(_LONGEST).decode("utf-8", "replace").strip()
    return not first or bool(_LINE.match(first))


def _put_back(old: Path, final: Path) -> None:
    with suppress(OSError):  # the error that led here is the one to report
        if old.exists():
            old.replace(final)
        else:
            final.unlink(missing_ok=True)


@contextmanager
def _sentence(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ManifestError(
            f"The manifest {path} can't be written: {error.strerror or error}; "
            "check the folder's permissions and free space, or choose another."
        ) from error
