"""One rclone process: started, listened to, and ended when it is to end."""

from __future__ import annotations

import json
import subprocess  # nosec B404 (the user's own program)
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from ..model.errors import RcloneError
from .rclone_program import hidden_window

Record = Mapping[str, Any]
"""Is one line of rclone's JSON log."""

OnRecord = Callable[[Record], str]

CANCELLED = "it was cancelled"

_POLL = 0.1  # seconds between two looks at whether to stop
_GRACE = 5.0  # seconds that rclone has to end by itself, before it is killed
_KEPT_LINES = 20
_CHATTER = " DEBUG : "  # rclone 1.60 tells so which variables it sees, with their values


@dataclass(frozen=True, slots=True)
class ProcessEnd:
    """How a process ended: its exit code (negative: the signal), and its last words.

    `stopped` says why it was made to end, and is empty where it ended by itself.
    """

    code: int
    stopped: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rclone:
    """Rclone with a configuration of its own; `environment` is all that it sees of the system's.

    `is_cancelled` is asked several times a second while a process runs. The folder of `conf` is a
    place for its lists too.
    """

    program: str
    conf: Path
    environment: Mapping[str, str]
    is_cancelled: Callable[[], bool]

    @property
    def work(self) -> Path:
        """Returns the folder for lists and answers."""
        return self.conf.parent

    def run(
        self, arguments: Sequence[str], on_record: OnRecord, output: Path | None = None
    ) -> ProcessEnd:
        """Runs rclone to its end, or until it is cancelled or `on_record` says that it shall stop.

        `on_record` gets each line of the log, and returns why to stop, or "". Standard output goes
        to `output`, or nowhere. Whatever happens, the process is gone afterwards. Raises
        RcloneError where it can't start.
        """
        command = [self.program, "--config", str(self.conf), "--use-json-log", *arguments]
        with output.open("wb") if output else nullcontext(subprocess.DEVNULL) as stream:
            process = _start(command, self.environment, stream)
        listener = _Listener(process, on_record)
        try:
            stopped = listener.listen(self.is_cancelled)
        finally:
            _end(process)
        listener.listen_to_the_end()
        return ProcessEnd(process.returncode, stopped, "\n".join(listener.words))


class _Listener:
    """The reader of a process's log, in a thread of its own, so that nobody waits for a line."""

    def __init__(self, process: subprocess.Popen[bytes], on_record: OnRecord) -> None:
        self.words: deque[str] = deque(maxlen=_KEPT_LINES)
        self._on_record = on_record
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()
        self._reader = Thread(target=self._pump, args=(process.stderr,), daemon=True)
        self._reader.start()

    def listen(self, is_cancelled: Callable[[], bool]) -> str:
        """Heeds the log until it ends or the process is to be stopped; returns why."""
        while True:
            if is_cancelled():
                return CANCELLED
            try:
                line = self._lines.get(timeout=_POLL)
            except Empty:
                continue
            if line is None:
                return ""
            if stopped := self._note(line):
                return stopped

    def listen_to_the_end(self) -> None:
        """Heeds what is left of the log of a process that is gone."""
        self._reader.join(_GRACE)
        while not self._lines.empty():
            if line := self._lines.get():
                self._note(line)

    def _pump(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                self._lines.put(line)
        self._lines.put(None)

    def _note(self, line: bytes) -> str:
        text = line.decode(errors="replace").strip()
        try:
            record = json.loads(text)
        except ValueError:
            record = None
        if isinstance(record, dict):
            return self._on_record(record)
        if text and _CHATTER not in text:
            self.words.append(text)
        return ""


def _start(
    command: Sequence[str], environment: Mapping[str, str], output: IO[bytes] | int
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603  # nosec B603 (the user's own program)
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            creationflags=hidden_window(),
        )
    except (OSError, ValueError) as error:
        raise RcloneError(f"{command[0]} can't be started: {error}.") from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """Waits for a process that has nothing more to say, or makes it end."""
    if process.stderr and not process.stderr.closed:
        process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
