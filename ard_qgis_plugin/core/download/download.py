"""Files of footprints to a folder: one rclone process a remote, and every file verified."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..manifest.asset_file import AssetFile
from ..manifest.remotes import Remotes
from ..model.errors import CancelledError, ManifestError, OutputError
from ..model.network_options import NetworkOptions
from ..model.object_path import object_path
from .file_outcome import FileOutcome, FileStatus, Transfer
from .inventory import RemoteFile, take_inventory
from .local_files import local_file, remove_pieces
from .rclone import CANCELLED, Rclone
from .rclone_environment import rclone_environment
from .rclone_program import RcloneProgram
from .remote_copy import RemoteCopy
from .verification import is_whole, remove_if_cut, verified


@dataclass(frozen=True, slots=True)
class DownloadOptions:
    """How to download: where to, how many files at once, as which remote, how patiently.

    `patience` is in seconds: how long nothing may come until rclone is stopped.
    """

    folder: Path
    transfers: int = 4
    remote: str = "s3_noauth"
    network: NetworkOptions = field(default_factory=NetworkOptions)
    patience: float = 60.0


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How far a download is: files and bytes that are there and in all, bytes a second."""

    files: int
    files_total: int
    size: int
    size_total: int
    rate: float


class Download:
    """A download of files to folder/bucket/key; what is whole already is not copied again.

    `on_progress` and `is_cancelled` are called from the thread that runs it, several times a
    second.
    """

    def __init__(
        self,
        program: RcloneProgram,
        options: DownloadOptions,
        on_progress: Callable[[DownloadProgress], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._program = program
        self._options = options
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._outcomes: dict[AssetFile, FileOutcome] = {}

    def run(self, files: Sequence[AssetFile]) -> list[FileOutcome]:
        """Downloads the files and says what became of each, in their order.

        A file that is named twice is there once. Raises CancelledError, and OutputError or
        RcloneError where it can't begin.
        """
        remotes = Remotes(self._options.remote)
        wanted = self._planned(files, remotes)
        self._make_folder()
        with tempfile.TemporaryDirectory(prefix="ard-download-") as name:
            conf = Path(name) / "rclone.conf"
            conf.write_text(remotes.conf(), encoding="utf-8", newline="\n")
            rclones = {
                remote: self._rclone(conf, transfers[0].file.href)
                for remote, transfers in wanted.items()
            }
            found = {
                remote: self._found(rclones[remote], remote, transfers)
                for remote, transfers in wanted.items()
            }
            progress = _Progress(found, self._on_progress)
            for remote, transfers in found.items():
                self._copy(rclones[remote], remote, transfers, progress)
        return [self._outcomes[file] for file in dict.fromkeys(files) if file in self._outcomes]

    def _planned(self, files: Sequence[AssetFile], remotes: Remotes) -> dict[str, list[Transfer]]:
        """Returns what to get from each remote; notes what can't be got."""
        wanted: defaultdict[str, list[Transfer]] = defaultdict(list)
        taken: dict[Path, str] = {}
        for file in dict.fromkeys(files):
            try:
                found = object_path(file.href) if not file.problem else None
            except ManifestError as error:
                self._fail(file, str(error))
                continue
            if found is None:
                self._fail(file, file.problem)
                continue
            remote = remotes.name_of(found)
            local = self._options.folder.joinpath(found.bucket, *found.key.split("/"))
            if local not in taken:
                taken[local] = remote
                wanted[remote].append(Transfer(file, f"{found.bucket}/{found.key}", local))
            elif taken[local] != remote:
                self._fail(file, f"{local} is taken by a file of another server")
        return wanted

    def _rclone(self, conf: Path, url: str) -> Rclone:
        environment = rclone_environment(self._options.network, url, conf.parent)
        return Rclone(self._program.path, conf, environment, self._is_cancelled)

    def _found(
        self, rclone: Rclone, remote: str, transfers: Sequence[Transfer]
    ) -> dict[Transfer, RemoteFile]:
        """Returns what the server has of a remote's files; notes what it has not."""
        paths = [each.path for each in transfers]
        inventory = take_inventory(rclone, remote, paths)
        self._end_if_cancelled(inventory.is_cancelled)
        for each in transfers:
            if each.path not in inventory.found:
                self._fail(each.file, inventory.problems[each.path], each.local)
        return {
            each: inventory.found[each.path] for each in transfers if each.path in inventory.found
        }

    def _copy(
        self,
        rclone: Rclone,
        remote: str,
        wanted: Mapping[Transfer, RemoteFile],
        progress: _Progress,
    ) -> None:
        if not wanted:
            return
        before = {each: local_file(each.local) for each in wanted}
        copy = RemoteCopy(progress.show, self._options.patience)
        paths = [each.path for each in wanted]
        options = self._options
        end = copy.run(rclone, remote, paths, options.folder, options.transfers)
        for each, remote_file in wanted.items():
            if each.path not in copy.copied:
                remove_if_cut(each, remote_file, before[each])
        remove_pieces(each.local for each in wanted)
        self._end_if_cancelled(end.stopped == CANCELLED)
        for each, remote_file in wanted.items():
            outcome = verified(each, remote_file, before[each], copy, end)
            self._outcomes[each.file] = outcome
        progress.close_remote(copy)

    def _fail(self, file: AssetFile, reason: str, path: Path | None = None) -> None:
        self._outcomes[file] = FileOutcome(file, path, None, FileStatus.FAILED, reason)

    def _make_folder(self) -> None:
        folder = self._options.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"The folder {folder} can't be made ({error.strerror}): choose another."
            ) from error

    def _end_if_cancelled(self, is_cancelled: bool) -> None:
        if is_cancelled:
            raise CancelledError(
                "The download was cancelled; what is whole stays. Run it again to complete it."
            )


class _Progress:
    """The sum of how far all remotes are."""

    def __init__(
        self,
        wanted: Mapping[str, Mapping[Transfer, RemoteFile]],
        on_progress: Callable[[DownloadProgress], None],
    ) -> None:
        everything = [pair for found in wanted.values() for pair in found.items()]
        there = [
            remote.size for each, remote in everything if is_whole(local_file(each.local), remote)
        ]
        self._on_progress = on_progress
        self._files, self._files_total = len(there), len(everything)
        self._size, self._size_total = sum(there), sum(remote.size for _, remote in everything)
        self._came = 0

    def show(self, came: int, files: int, rate: float) -> None:
        """Tells how far the remote is that is under way: bytes, files, bytes a second."""
        self._came = came
        self._on_progress(
            DownloadProgress(
                min(self._files + files, self._files_total),
                self._files_total,
                min(self._size + came, self._size_total),  # what was sent again counts twice
                self._size_total,
                rate,
            )
        )

    def close_remote(self, copy: RemoteCopy) -> None:
        """Takes note that a remote is done."""
        self._size += self._came
        self._files += len(copy.copied)
        self._came = 0
