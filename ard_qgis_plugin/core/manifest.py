"""The manifest, the rclone configuration and the download script, written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ManifestError
from .rclone_path import DEFAULT_REGION, check_remote, format_path, object_path

if TYPE_CHECKING:
    from types import TracebackType

SCRIPT = Path(__file__).parents[1] / "resources" / "download.sh.txt"  # repository takes no .sh


class ManifestWriter:
    """Writes NAME.txt, one rclone path a line, with NAME.rclone.conf and NAME.download.sh.

    Lines keep the order in which they are added; an object added before is not repeated. Files of
    one server and region share a remote: the first gets `remote` as its name, further ones get
    `remote`_2, `remote`_3 and so on. Until commit() everything stands in a hidden folder beside
    the final names, so that a run that fails leaves the files of an earlier one as they are.
    As a context manager it commits at the end, or aborts on an exception.
    """

    def __init__(self, path: Path, remote: str) -> None:
        self.path = path
        self._remote = check_remote(remote)
        self._remotes: dict[tuple[str, str], str] = {}
        self._failure: OSError | None = None
        # 16 bytes a line instead of the line: some 20 MB for the 200,000 of the largest collection
        self._seen: set[bytes] = set()
        self._final = _final_paths(path)
        with _sentence(path):
            self._folder = Path(tempfile.mkdtemp(prefix=f".{path.stem}.", dir=path.parent))
            self._work = [self._folder / final.name for final in self._final]
            self._lines = self._work[0].open("w", encoding="utf-8", newline="\n")

    def add(self, href: str) -> str:
        """Appends the file at `href` and returns its rclone path.

        Raises ManifestError where `href` names no object of a bucket; nothing is added then. It
        raises for nothing else: a full disk is said by commit().
        """
        found = object_path(href)
        line = format_path(found, self._remote_of(found.region, found.endpoint))
        digest = blake2b(line.encode(), digest_size=16).digest()
        if digest not in self._seen:
            self._seen.add(digest)
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
        _, conf, script = self._work
        try:
            with _sentence(self._final[0]):
                if self._failure:
                    raise self._failure
                self._lines.close()
                conf.write_text(self._conf(), encoding="utf-8", newline="\n")
                script.write_bytes(SCRIPT.read_bytes())
                script.chmod(script.stat().st_mode | 0o111)
                self._publish()
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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self.abort()
        elif not self._lines.closed:
            self.commit()

    def _remote_of(self, region: str, endpoint: str) -> str:
        count = len(self._remotes)
        name = f"{self._remote}_{count + 1}" if count else self._remote
        return self._remotes.setdefault((region, endpoint), name)

    def _conf(self) -> str:
        remotes = self._remotes or {(DEFAULT_REGION, ""): self._remote}
        return "\n".join(
            _section(name, region, endpoint) for (region, endpoint), name in remotes.items()
        )

    def _publish(self) -> None:
        undo: list[tuple[Path, Path]] = []
        try:
            for new, final in zip(self._work, self._final, strict=True):
                old = new.with_name(new.name + ".old")
                if final.exists():
                    shutil.copy2(final, old)
                undo.append((old, final))
                new.replace(final)
        except OSError:
            for old, final in undo:
                _put_back(old, final)
            raise


def _final_paths(path: Path) -> list[Path]:
    if path.suffix != ".txt":
        raise ManifestError(f"The manifest {path} can't be written: its name must end in .txt.")
    if not path.parent.is_dir():
        raise ManifestError(
            f"The manifest {path} can't be written: the folder {path.parent} doesn't exist; "
            "create it or choose another."
        )
    paths = [path, path.with_suffix(".rclone.conf"), path.with_suffix(".download.sh")]
    for final in paths:
        if final.is_dir():
            raise ManifestError(f"{final} can't be written: it is a folder; choose another name.")
    return paths


def _section(name: str, region: str, endpoint: str) -> str:
    provider = "Other" if endpoint else "AWS"
    place = f"endpoint = {endpoint}" if endpoint else f"region = {region}"
    return f"[{name}]\ntype = s3\nprovider = {provider}\nenv_auth = false\n{place}\n"


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
