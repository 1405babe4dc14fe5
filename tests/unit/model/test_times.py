"""Times in all the forms that catalogues and archives write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.model.times import span_of, utc_time

NOON = "2009-06-07T14:43:22Z"
TIMES = {
    NOON: NOON,
    "2009-06-07T14:43:22.123Z": "2009-06-07T14:43:22.123Z",
    "2009-06-07T14:43:22.1234567Z": "2009-06-07T14:43:22.1234567Z",
    "2009-06-07T14:43:22+02:00": "2009-06-07T14:43:22+02:00",
    "2009-06-07T14:43:22": "2009-06-07T14:43:22",
    # with a blank
    "2009-06-07 14:43:22+00:00": NOON,
    "2009-06-07 14:43:22": NOON,
    "2009-06-07 14:43:22Z": NOON,
    "2009-06-07 14:43:22 UTC": NOON,
    "2009-06-07  14:43:22 +0000": NOON,
    " 2009-06-07T14:43:22Z ": NOON,
    "2009-06-07_14:43:22": NOON,
    "2009-06-07t14:43:22z": NOON,
    "2009-06-07T16:43:22+02": NOON,
    "2009-06-07T11:13:22-0330": NOON,
    "2009-06-07T14:43:22,5Z": "2009-06-07T14:43:22.500000Z",
    # day of year
    "2009-158T14:43:22": NOON,
    "2009-158T14:43:22.250": "2009-06-07T14:43:22.250000Z",
    "2009-158 14:43:22Z": NOON,
    "2009158T144322": NOON,
    "2008-366T00:00:00": "2008-12-31T00:00:00Z",
    "2009-001": "2009-01-01T00:00:00Z",
    # without colons, with slashes, without seconds
    "20090607T144322Z": NOON,
    "20090607T144322.5Z": "2009-06-07T14:43:22.500000Z",
    "2009/06/07 14:43:22": NOON,
    "2009-06-07T14:43Z": "2009-06-07T14:43:00Z",
    "2009-06-07": "2009-06-07T00:00:00Z",
    "2009-06-07Z": "2009-06-07T00:00:00Z",
    # seconds and hours at the end
    "2016-12-31T23:59:60Z": "2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.5Z": "2017-01-01T00:00:00.500000Z",
    "2009-06-07T14:43:60": "2009-06-07T14:44:00Z",
    "2009-158T14:59:60.000": "2009-06-07T15:00:00Z",
    "2009-06-07T24:00:00Z": "2009-06-08T00:00:00Z",
}
NONE = [
    "",
    "yesterday",
    "2009",
    "2009-06",
    "14:43:22",
    "2009-13-01T00:00:00Z",
    "2009-02-30T00:00:00Z",
    "2009-366T00:00:00",
    "2009-000T00:00:00",
    "0000-01-01T00:00:00Z",
    "9999-12-31T24:00:00Z",
    "2009-06-07T25:00:00Z",
    "2009-06-07T24:00:01Z",
    "2009-06-07T14:60:00Z",
    "2009-06-07T14:43:61Z",
    "2009-06-07T14",
    "2009-06-07T14:43:22Zulu",
    "2009-06-07/2009-06-08",
    "٢٠٠٩-٠٦-٠٧T14:43:22Z",
    "1244385802",
    "UNK",
]


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_understood(text):
    assert utc_time(text) == TIMES[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time_is_none(text):
    assert utc_time(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (NOON, "2009-06-07T14:43:22+00:00", "2009-06-07T14:43:22+00:00"),
        ("2009-06-07", "2009-06-07T00:00:00+00:00", "2009-06-07T23:59:59.999999+00:00"),
        ("2009-158", "2009-06-07T00:00:00+00:00", "2009-06-07T23:59:59.999999+00:00"),
        ("2009-06-07T14:43", "2009-06-07T14:43:00+00:00", "2009-06-07T14:43:59.999999+00:00"),
    ],
)
def test_a_time_means_all_that_it_does_not_say(text, first, last):
    assert [moment.isoformat() for moment in span_of(text)] == [first, last]


@given(st.text() | st.from_regex(r"\d{4}-\d{2,3}(-\d\d)?[T ]\d\d:\d\d:\d\d(\.\d+)?Z?"))
def test_no_text_is_too_strange(text):
    span = span_of(text)
    assert span is None or span[0] <= span[1]
