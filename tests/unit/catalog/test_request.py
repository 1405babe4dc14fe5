"""SearchRequest: what contradicts itself is refused in one sentence; the rest is STAC's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from ard_qgis_plugin.core.catalog.api_url import shown_url
from ard_qgis_plugin.core.catalog.request import SearchRequest
from ard_qgis_plugin.core.geometry.area import Area
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.errors import InputError
from ard_qgis_plugin.core.model.observation import Angles, Observation

MOON = Area(body_named("Moon"), (Box(3, 4, 5, 6),))
PLAIN = SearchRequest("https://example.org/api", ("a",), MOON)
NOON = datetime(2008, 1, 2, 12, 30)  # noqa: DTZ001 (a time without a zone is the point)
CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("start", "end", "interval"),
    [
        (None, None, None),
        (NOON, None, "2008-01-02T12:30:00Z/.."),
        (None, NOON.replace(microsecond=5000), "../2008-01-02T12:30:00.005000Z"),
        (NOON.replace(tzinfo=CET), NOON, "2008-01-02T11:30:00Z/2008-01-02T12:30:00Z"),
        (NOON, NOON, "2008-01-02T12:30:00Z/2008-01-02T12:30:00Z"),
    ],
)
def test_times_are_utc_and_may_be_open(start, end, interval):
    assert replace(PLAIN, start=start, end=end).interval == interval


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside"),
    [
        (None, None, (0.0, 95.0, None), ()),
        (60.0, None, (60.0, 120.0), (59.999, None)),
        (None, 60.0, (0.0, 60.0), (60.001, None)),
        (40.0, 40.0, (40.0,), (39.9, 40.1, None)),
    ],
)
def test_incidence_limits_are_inclusive_and_want_a_known_angle(low, high, inside, outside):
    request = replace(PLAIN, min_incidence=low, max_incidence=high)
    assert [angle for angle in (*inside, *outside) if request.wants(angle)] == list(inside)


@pytest.mark.parametrize(
    ("low", "high", "anywhere", "kept"),
    [
        (None, None, True, True),
        (61.0, None, False, False),
        (61.0, None, True, True),
        (62.5, None, True, False),
        (None, 58.5, True, True),
        (None, 57.5, True, False),
        (58.2, 58.3, True, True),
        (50.0, 90.0, True, True),
        (62.0, 62.0, True, True),
    ],
)
def test_limits_can_be_of_anywhere_in_what_is_searched(low, high, anywhere, kept):
    request = replace(PLAIN, min_incidence=low, max_incidence=high, anywhere=anywhere)
    one = Observation("a", "a", "Moon", angles=Angles("caminfo", 60.0))
    assert request.keeps(one._replace(incidence_min=58.0, incidence_max=62.0)) is kept
    # where no more than the centre is known, the centre counts
    assert request.keeps(one) is request.wants(60.0)
    assert request.keeps(one._replace(angles=None)) is not request.filters_incidence


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"collections": ()}, "COLLECTIONS is empty"),
        ({"max_items": -1}, "MAX_ITEMS is -1"),
        ({"start": NOON, "end": NOON.replace(tzinfo=CET)}, "START (2008-01-02T12:30:00Z) is after"),
        ({"min_incidence": 50.0, "max_incidence": 49.5}, "MIN_INCIDENCE (50) is above"),
        ({"min_incidence": 50.0, "labels": False}, "need the labels"),
        ({"max_incidence": 0.0, "labels": False}, "need the labels"),
    ],
)
def test_what_contradicts_itself_is_refused(changes, words):
    with pytest.raises(InputError) as caught:
        replace(PLAIN, **changes)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/api",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://user:secret@",
        "user:secret@example.org",
        "htps://user:secret@example.org/api?key=secret",
        "https://user:sec/ret@example.org/secret",
        "https://example.org:port\n/",
    ],
)
def test_what_is_no_web_address_is_refused_without_its_password(url):
    with pytest.raises(InputError, match="which is no web address") as caught:
        replace(PLAIN, api_url=url)
    assert "secret@" not in str(caught.value)
    assert "user" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/api", "https://example.org/api"),
        ("https://user:pass@example.org:8080/api?key=1#2", "https://example.org:8080/api"),
        ("https://user:p@ss/w?rd@example.org/api", "https://example.org/api"),
        ("user:pass//@example.org", "example.org"),
        ("https://example.org/\na", "https://example.org/ a"),
    ],
)
def test_addresses_are_shown_without_secrets(url, shown):
    assert shown_url(url) == shown
