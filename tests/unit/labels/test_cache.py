"""The cache's file: what comes back and what doesn't, how much there is, and how it is cleared."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.cache import CacheOptions, CacheSize, LabelCache
from ard_qgis_plugin.core.labels.storage import cache_record
from ard_qgis_plugin.core.model.errors import OutputError
from ard_qgis_plugin.core.model.observation import Angles
from tests.support.caches import ANGLES, FULL, URLS, filled, kept, known, looked_up

pytestmark = pytest.mark.filterwarnings("error")

MONTH = 31 * 86_400


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "labels.sqlite"


def written(path):
    """Returns all bytes of the cache's folder."""
    return b"".join(one.read_bytes() for one in path.parent.iterdir())


@pytest.mark.parametrize(
    "angles", [FULL, Angles("pds3", incidence=0.1 + 0.2), Angles("caminfo", 0.0, shadow_x=-1e-300)]
)
def test_what_is_kept_comes_back_exactly(path, angles):
    before = time.time()
    assert kept(path, {URLS[0]: angles}, '"abc-1"', "not\nconfirmed") == []
    found = looked_up(path, *URLS)
    assert list(found) == [URLS[0]]
    label = found[URLS[0]]
    assert (label.angles, label.etag, label.remark) == (angles, '"abc-1"', "not\nconfirmed")
    assert before <= label.read_at <= time.time()
    assert label.is_fresh


def test_thousands_are_found_at_once_and_what_comes_later_counts(path):
    filled(path)
    assert known(path, *URLS) == ANGLES
    newer = {URLS[7]: FULL}
    assert kept(path, newer) == []
    assert known(path, *URLS) == ANGLES | newer
    assert cache.size(path).labels == 1000


def test_refresh_finds_nothing_and_keeps_what_is_read(path):
    filled(path)
    assert known(path, *URLS, refresh=True) == {}
    assert kept(path, {URLS[0]: FULL}, refresh=True) == []
    assert known(path, URLS[0]) == {URLS[0]: FULL}


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("https://a:secret@example.org/x.pvl", "https://example.org/x.pvl", True),
        ("https://a:se@cret@example.org/x.pvl", "https://b@example.org/x.pvl#part", True),
        ("https://example.org/x.pvl?file=1", "https://example.org/x.pvl?file=2", False),
        ("https://example.org/x.pvl", "https://example.org/X.pvl", False),
        ("https://example.org/x.pvl", "https://example.com/x.pvl", False),
        ("https://example.org/a@b/x.pvl", "https://example.org/c@b/x.pvl", False),
    ],
)
def test_user_and_password_make_no_difference_but_the_file_does(path, first, second, is_same):
    assert kept(path, {first: FULL}) == []
    assert known(path, second) == ({second: FULL} if is_same else {})


@pytest.mark.parametrize("url", ["", "\ud800", "é\n\0", "x" * 100_000, "http://[::1", "a@b@c"])
def test_any_address_is_a_key(path, url):
    assert kept(path, {url: FULL}) == []
    assert known(path, url) == {url: FULL}


def test_no_address_and_no_password_stands_in_the_file(path):
    url = "https://user:secret@example.org/label.pvl?sig=hidden"
    assert kept(path, {url: FULL}, '"etag"') == []
    found = written(path)
    assert b"etag" in found
    for part in (b"user", b"secret", b"hidden", b"example", b"label.pvl"):
        assert part not in found


@pytest.mark.parametrize(
    "etag", ["", "x", '"a', '"a\nb"', '"é"', '"' + "a" * 9999 + '"', '"a" "b"']
)
def test_what_is_no_etag_is_not_kept(path, etag):
    assert kept(path, {URLS[0]: FULL}, etag) == []
    assert looked_up(path, URLS[0])[URLS[0]].etag == ""


@pytest.mark.parametrize(("later", "is_fresh"), [(-60, False), (29 * 86_400, True), (MONTH, False)])
def test_a_label_is_believed_for_a_month_and_never_from_the_future(
    path, monkeypatch, later, is_fresh
):
    assert kept(path, {URLS[0]: FULL}) == []
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + later)
    assert looked_up(path, URLS[0])[URLS[0]].is_fresh is is_fresh


def test_what_another_label_reader_has_read_is_not_found(tmp_path):
    core = tmp_path / "copied"
    shutil.copytree(Path(cache.__file__).parents[1], core)
    command = (
        "from copied.labels.storage.cache_record import key_maker; print(key_maker()('x').hex())"
    )

    def key():
        return subprocess.run(
            [sys.executable, "-c", command], cwd=tmp_path, capture_output=True, check=True
        ).stdout

    first = key()
    assert key() == first
    with (core / "labels" / "statements.py").open("a") as source:
        source.write("# changed\n")
    assert key() != first


def test_a_label_kept_for_fewer_numbers_is_read_again_and_stands_in(path, monkeypatch):
    fewer = cache_record._FIELDS[:-3]
    monkeypatch.setattr(cache_record, "_FIELDS", fewer)
    assert kept(path, {URLS[0]: FULL}, '"etag"') == []
    assert looked_up(path, URLS[0])[URLS[0]].is_fresh
    monkeypatch.undo()
    label = looked_up(path, URLS[0])[URLS[0]]
    assert label.angles == FULL._replace(**dict.fromkeys(cache_record._FIELDS[-3:]))
    assert (label.is_fresh, label.known_etag) == (False, "")


def test_a_label_kept_before_remarks_were_is_read_again():
    key, label = b"key", cache_record.KeptLabel(FULL, '"etag"', time.time())
    head = cache_record._HEAD
    content = cache_record.packed(key, label)[head.size :].removesuffix(b"\n")
    record = head.pack(cache_record._checksum(key, content), len(FULL) - 1, label.read_at)
    assert cache_record.unpacked(key, record + content) == label._replace(is_whole=False)


def test_a_label_kept_for_more_numbers_is_believed(path, monkeypatch):
    assert kept(path, {URLS[0]: FULL}, '"etag"') == []
    monkeypatch.setattr(cache_record, "_FIELDS", cache_record._FIELDS[:-3])
    label = looked_up(path, URLS[0])[URLS[0]]
    last = Angles._fields[-3:]
    assert label.angles == FULL._replace(**dict.fromkeys(last))
    assert (label.is_fresh, label.known_etag) == (True, '"etag"')


def test_the_oldest_are_dropped_where_there_are_too_many(path):
    for start in range(0, 1000, 100):
        some = {url: ANGLES[url] for url in URLS[start : start + 100]}
        assert kept(path, some, most=250) == []
    assert kept(path, {URLS[760]: FULL}, most=250) == []
    assert list(known(path, *URLS)) == [*URLS[750:]]
    assert cache.size(path).labels == 250
    assert kept(path, {URLS[0]: FULL}, most=250) == []
    assert URLS[750] not in known(path, *URLS)


def test_room_of_what_was_dropped_is_used_again(path):
    for start in range(0, 1000, 100):
        kept(path, {url: ANGLES[url] for url in URLS[start : start + 100]}, most=100)
        if start == 200:
            size = cache.size(path).bytes
    assert cache.size(path).bytes < size * 1.5


def test_size_and_clear(path):
    assert cache.size(path) == CacheSize(0, 0)
    cache.clear(path)
    assert not path.parent.exists()
    filled(path)
    assert cache.size(path) == CacheSize(1000, path.stat().st_size)
    cache.clear(path)
    assert cache.size(path).labels == 0
    assert cache.size(path).bytes < 20_000
    assert known(path, *URLS) == {}
    filled(path)


def test_a_cache_that_is_in_use_can_be_cleared(path):
    filled(path)

    async def work():
        async with LabelCache(CacheOptions(path), warnings) as labels:
            assert len((await labels.page(URLS)).kept) == 1000
            cache.clear(path)
            assert (await labels.page(URLS)).kept == {}
            labels.keep(URLS[0], FULL, "", "")

    warnings = []
    asyncio.run(work())
    assert warnings == []
    assert known(path, *URLS) == {URLS[0]: FULL}


def test_what_can_t_be_cleared_is_told(path):
    path.mkdir(parents=True)
    (path.parent / "labels.sqlite.damaged").mkdir()
    with pytest.raises(OutputError, match=r"labels\.sqlite can't be cleared"):
        cache.clear(path)
