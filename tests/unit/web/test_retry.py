"""When a request is tried again."""

from __future__ import annotations

import time
from email.utils import formatdate

import pytest

from ard_qgis_plugin.core.web.retry import (
    LONGEST_BACKOFF,
    LONGEST_RETRY_AFTER,
    backoff_delay,
    retry_after_delay,
)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 7 ", 7),
        ("3600", LONGEST_RETRY_AFTER),
        ("9" * 5000, LONGEST_RETRY_AFTER),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 21 Oct 2015 07:28:00 -0000", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_RETRY_AFTER),
        (None, None),
        ("", None),
        ("-1", None),
        ("nan", None),
        ("soon", None),
        ("Wed, 99 Oct 2015 07:28:00 GMT", None),
        ("\u00b2", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_within_bounds(value, seconds):
    assert retry_after_delay(value) == seconds


def test_retry_after_counts_from_now():
    then = time.time() + 30
    delay = retry_after_delay(formatdate(then, usegmt=True))
    assert then - 1 - time.time() <= delay <= 30


def test_the_waiting_doubles_at_random_up_to_a_bound():
    longest = [max(backoff_delay(attempt, 0.5) for _ in range(500)) for attempt in range(12)]
    for attempt, wait in enumerate(longest):
        bound = min(0.5 * 2**attempt, LONGEST_BACKOFF)
        assert bound * 0.9 < wait <= bound
    assert min(backoff_delay(4, 0.5) for _ in range(500)) < 0.8
