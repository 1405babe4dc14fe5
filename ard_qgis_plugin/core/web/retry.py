"""Whether, and after how long, one HTTP request is sent again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from random import SystemRandom

RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
LONGEST_BACKOFF = 20.0  # seconds
LONGEST_RETRY_AFTER = 60.0  # seconds: what a server may ask for at most

_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Failure:
    """One attempt that came to nothing: why, and whether another one may help.

    `words` are those of `reason` that the server itself has said.
    """

    reason: str
    again: bool
    status: int | None = None
    retry_after: float | None = None  # seconds, where the server named them
    words: str = ""


class AttemptError(Exception):
    """Error: one attempt came to nothing."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


def backoff_delay(attempt: int, base: float) -> float:
    """Returns the seconds to wait after failed attempt 0, 1, 2...: doubling, with full jitter.

    Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
    """
    return _RANDOM.uniform(0.0, min(base * 2**attempt, LONGEST_BACKOFF))


def retry_after_delay(value: str | None) -> float | None:
    """Returns the seconds that a Retry-After header asks for (RFC 9110, 10.2.3), or None.

    At most LONGEST_RETRY_AFTER; None too where the header is neither seconds nor a date.
    """
    value = (value or "").strip()
    if value.isdecimal():
        return float(min(int(value[:9]), LONGEST_RETRY_AFTER))
    try:
        then = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    seconds = (then - datetime.now(timezone.utc)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)
