"""After a copy: every file held against the server's, and pieces of files taken away."""

from __future__ import annotations

from .file_outcome import FileOutcome, FileStatus, Transfer
from .inventory import RemoteFile
from .local_files import LocalFile, local_file, remove_file
from .rclone import ProcessEnd
from .rclone_messages import explained
from .remote_copy import RemoteCopy

_SAME_TIME = 2.0  # seconds; coarser file systems keep no more


def is_whole(local: LocalFile | None, remote: RemoteFile) -> bool:
    """Says whether a file is the server's: rclone sets its time when it is."""
    if local is None or local.size != remote.size:
        return False
    return abs(local.modified - remote.modified) <= _SAME_TIME


def remove_if_cut(transfer: Transfer, remote: RemoteFile, before: LocalFile | None) -> None:
    """Removes a file that the copy began and didn't finish; one that it left alone stays."""
    now = local_file(transfer.local)
    if now is not None and now != before and now.size != remote.size:
        remove_file(transfer.local)


def verified(
    transfer: Transfer,
    remote: RemoteFile,
    before: LocalFile | None,
    copy: RemoteCopy,
    end: ProcessEnd,
) -> FileOutcome:
    """Says what became of a file; there is only what has the size that it has on the server."""
    status, reason = _judged(transfer, remote, before, copy, end)
    return FileOutcome(transfer.file, transfer.local, remote.size, status, reason)


def _judged(
    transfer: Transfer,
    remote: RemoteFile,
    before: LocalFile | None,
    copy: RemoteCopy,
    end: ProcessEnd,
) -> tuple[FileStatus, str]:
    failed = FileStatus.FAILED
    if transfer.path in copy.problems:
        return failed, copy.problems[transfer.path]
    now = local_file(transfer.local)
    has_size = now is not None and now.size == remote.size
    if has_size and transfer.path in copy.copied:
        return FileStatus.COPIED, ""
    if has_size and (is_whole(before, remote) or not _broke_off(end)):
        return FileStatus.ALREADY_THERE, ""
    if _broke_off(end):
        return failed, _why(end)
    if end.code:
        return failed, explained(end.words) or f"rclone ended with status {end.code}"
    here = "nothing is" if now is None else f"{now.size} bytes are"
    return failed, f"{here} here, {remote.size} bytes are on the server"


def _broke_off(end: ProcessEnd) -> bool:
    """Says whether rclone ended before it had looked at all files."""
    return bool(end.stopped) or end.code < 0


def _why(end: ProcessEnd) -> str:
    return end.stopped or f"rclone was killed (signal {-end.code})"
