"""Errors that a user can read: each message says what happened, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .observation import Angles


class ArdError(Exception):
    """The root of all errors of this plugin; its text is one clear sentence."""


class InputError(ArdError):
    """Error: a parameter can't be used as it is."""


class AreaError(InputError):
    """Error: a map rectangle can't be searched: another body, empty, off the globe."""


class CatalogError(ArdError):
    """Error: the catalogue could not be read, and how far it came."""


class LabelError(ArdError):
    """Error: why a label text yields no angles."""


class ContradictionError(LabelError):
    """Error: a label whose numbers contradict each other.

    `angles` are what it says if the contradiction is none, because another formula was used for
    what repeats them; None where it can't be so.
    """

    def __init__(self, message: str, angles: Angles | None) -> None:
        super().__init__(message)
        self.angles = angles


class FetchError(ArdError):
    """Error: why a URL could not be read.

    `status` is the HTTP status of the last answer, or None where there was none; `words` are the
    server's own, "" where it has none.
    """

    def __init__(self, message: str, status: int | None = None, words: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.words = words


class TooLargeError(FetchError):
    """Error: a body is larger than the reader wanted it."""


class ManifestError(ArdError):
    """Error: a manifest or its companions could not be written."""


class OutputError(ArdError):
    """Error: a result could not be written."""


class IndexFileError(ArdError):
    """An index that can't be read or written, and why."""


class MissingDependencyError(ArdError):
    """Error: which library is missing and how to install it."""


class CancelledError(ArdError):
    """Error: the user stopped the work."""


class RcloneError(ArdError):
    """Error: rclone is not there, too old, or can't be started."""
