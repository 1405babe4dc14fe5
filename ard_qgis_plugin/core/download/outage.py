"""Outage: tells from rclone's log that a server is gone, before rclone has tried every file."""

from __future__ import annotations

from .rclone import Record
from .rclone_messages import is_network_failure

GONE = "the server can't be reached any more"

LOG_OPTIONS = ("--log-level=DEBUG", "--retries=1", "--contimeout=15s", "--timeout=30s")
"""Options with which rclone says each failed request, and doesn't wait for minutes itself."""

_RETRY = "low level retry"
# rclone doubles its pause with each failed request and takes it back with each that succeeds: some
# nine have failed when it comes to this. From then on every file would take so long.
_LONGEST_PAUSE = "increasing sleep to 2s"
_MAX_FILES = 8  # in a row


class Outage:
    """The requests and files that got no answer."""

    def __init__(self) -> None:
        self._files = 0
        self._last = ""

    def note(self, record: Record) -> str:
        """Notes a record of the log; returns GONE where the server doesn't answer any more."""
        message = str(record.get("msg", ""))
        if message.startswith(_RETRY):
            self._last = message
        elif _LONGEST_PAUSE in message and is_network_failure(self._last):
            return GONE
        elif record.get("level") == "error" and is_network_failure(message):
            self._files += 1
        return GONE if self._files >= _MAX_FILES else ""

    def end(self) -> None:
        """Notes that something arrived."""
        self._files = 0
