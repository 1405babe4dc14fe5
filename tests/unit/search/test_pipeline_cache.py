"""Searches with the cache: which labels are asked for again, and which are not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.labels import angle_reader as labels
from ard_qgis_plugin.core.labels import cache
from ard_qgis_plugin.core.labels.storage import cache_record
from ard_qgis_plugin.core.model.observation import LabelStatus
from tests.support.caches import CountedSearch
from tests.support.fetches import PATIENT
from tests.support.searches import LABEL, add_labels
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, item

pytestmark = pytest.mark.filterwarnings("error")

KAGUYA = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
PDS3 = b"PDS_VERSION_ID = PDS3\r\nINCIDENCE_ANGLE = 62.643 <deg>\r\nEND\r\n"
DAY = 86_400


def later(monkeypatch, days):
    """Has so many days go by."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + days * DAY)


def test_a_repeated_search_asks_for_no_label_and_finds_the_same(api, path):
    first = CountedSearch(api, path)
    assert (len(first.asked), first.incidences) == (20, [*range(10, 30)])
    second = CountedSearch(api, path)
    assert second.asked == []
    assert second.found == first.found
    assert first.warnings == second.warnings == []


def test_a_repeated_search_filters_by_angle_and_stops_where_it_should(api, path):
    CountedSearch(api, path, max_items=12)
    again = CountedSearch(api, path, min_incidence=15, max_incidence=20)
    assert again.incidences == [15, 16, 17, 18, 19, 20]
    assert again.asked == sorted(f"/a/{number}.pvl" for number in range(12, 20))
    assert CountedSearch(api, path, min_incidence=28).asked == []


def test_refresh_reads_all_again_and_renews(api, path):
    CountedSearch(api, path)
    api.script("/a/3.pvl", faults.ok(LABEL.format(50).encode()))
    assert CountedSearch(api, path).incidences[3] == 13
    renewed = CountedSearch(api, path, refresh=True)
    assert (len(renewed.asked), renewed.incidences[3]) == (20, 50)
    again = CountedSearch(api, path)
    assert (again.asked, again.incidences[3]) == ([], 50)


def test_without_labels_there_is_no_cache(api, path):
    assert CountedSearch(api, path, labels=False).asked == []
    assert not path.exists()


def test_what_the_label_reader_makes_of_labels_is_read_anew_when_it_changes(api, path, monkeypatch):
    CountedSearch(api, path)
    monkeypatch.setattr(
        "ard_qgis_plugin.core.labels.storage.cache_record._reader", lambda: b"another"
    )
    assert len(CountedSearch(api, path).asked) == 20
    assert CountedSearch(api, path).asked == []


def test_a_label_that_drips_is_given_up_and_asked_again(api, path):
    usual = faults.ok(LABEL.format(13).encode())
    api.script("/a/3.pvl", faults.drip(0.05), usual)
    found = CountedSearch(api, path, options=replace(PATIENT, drip_window=0.4))
    assert found.statuses.count(LabelStatus.FAILED) == 1
    assert found.found[3].label_status is LabelStatus.FAILED
    assert "came too slowly" in found.found[3].label_note
    again = CountedSearch(api, path)
    assert (again.asked, again.incidences) == (["/a/3.pvl"], [*range(10, 30)])


def test_labels_kept_for_fewer_numbers_are_read_again_once(api, path, monkeypatch):
    monkeypatch.setattr(cache_record, "_FIELDS", cache_record._FIELDS[:-3])
    CountedSearch(api, path)
    assert CountedSearch(api, path).asked == []
    monkeypatch.undo()
    assert len(CountedSearch(api, path).asked) == 20
    assert CountedSearch(api, path).asked == []


def test_where_they_can_t_be_read_again_the_kept_numbers_stand_in(api, path, monkeypatch):
    monkeypatch.setattr(cache_record, "_FIELDS", cache_record._FIELDS[:-3])
    CountedSearch(api, path)
    monkeypatch.undo()
    api.script("/a/3.pvl", faults.status(503))
    found = CountedSearch(api, path)
    assert found.incidences == [*range(10, 30)]
    assert "503" in found.found[3].label_note


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (faults.status(404), LabelStatus.MISSING),
        (faults.status(403), LabelStatus.FAILED),
        (faults.hang_up, LabelStatus.FAILED),
        (faults.ok(b"<html>Please log in</html>"), LabelStatus.UNREADABLE),
        (faults.ok(LABEL.format(200).encode()), LabelStatus.UNREADABLE),
    ],
)
def test_what_went_wrong_is_asked_for_again(api, path, fault, status):
    api.script("/a/3.pvl", fault)
    first = CountedSearch(api, path)
    assert first.statuses[3] is status
    again = CountedSearch(api, path)
    assert set(again.asked) == {"/a/3.pvl"}
    assert (again.found, again.warnings) == (first.found, first.warnings)
    api.script("/a/3.pvl", faults.ok(LABEL.format(50).encode()))
    assert CountedSearch(api, path).incidences[3] == 50
    assert CountedSearch(api, path).asked == []


@pytest.fixture
def two_labels():
    with StacApi({}) as api:
        assets = {
            key: {"href": api.script(f"/{key}.lbl", behaviour)}
            for key, behaviour in {
                "pds_label": faults.ok(PDS3),
                "caminfo_pvl": faults.status(404),
            }.items()
        }
        api.items[KAGUYA] = [item(KAGUYA, 1, assets=assets)]
        yield api


def test_a_second_best_label_does_not_hide_the_best(two_labels, path):
    first = CountedSearch(two_labels, path)
    assert first.asked == ["/caminfo_pvl.lbl", "/pds_label.lbl"]
    again = CountedSearch(two_labels, path)
    assert again.asked == ["/caminfo_pvl.lbl"]
    assert again.found == first.found
    assert again.statuses == [LabelStatus.FALLBACK]
    assert "404" in again.found[0].label_note
    two_labels.script("/caminfo_pvl.lbl", faults.ok(LABEL.format(62.648).encode()))
    best = CountedSearch(two_labels, path)
    assert (best.incidences, best.statuses) == ([62.648], [LabelStatus.OK])
    assert CountedSearch(two_labels, path).asked == []


def test_the_best_label_is_kept_though_its_server_is_gone(two_labels, path):
    two_labels.script("/caminfo_pvl.lbl", faults.ok(LABEL.format(62.648).encode()))
    CountedSearch(two_labels, path)
    two_labels.script("/caminfo_pvl.lbl", faults.status(404))
    again = CountedSearch(two_labels, path)
    assert (again.asked, again.incidences) == ([], [62.648])


def etagged(etag, incidence):
    """Answers 304 to who knows the ETag, otherwise with a label."""

    async def behave(exchange):
        is_known = exchange.request.headers.get("if-none-match") == etag
        body = b"" if is_known else LABEL.format(incidence).encode()
        await exchange.answer(304 if is_known else 200, body, {"ETag": etag})

    return behave


@pytest.mark.parametrize("etag", ['"0123-4"', 'W/"x"'])
def test_after_a_month_the_server_is_asked_whether_labels_are_still_the_same(
    api, path, monkeypatch, etag
):
    for number in range(20):
        api.script(f"/a/{number}.pvl", etagged(etag, number + 10))
    first = CountedSearch(api, path)
    later(monkeypatch, 29)
    assert CountedSearch(api, path).asked == []
    later(monkeypatch, 2)
    api.script("/a/3.pvl", etagged('"other"', 50))
    again = CountedSearch(api, path)
    assert len(again.asked) == 20
    assert {one.headers["if-none-match"] for one in api.asked("/a/3.pvl")[1:]} == {etag}
    assert again.incidences == [*first.incidences[:3], 50, *first.incidences[4:]]
    assert set(again.statuses) == {LabelStatus.OK}
    assert CountedSearch(api, path).asked == []
    later(monkeypatch, 31)
    assert CountedSearch(api, path).incidences == again.incidences
    assert api.asked("/a/3.pvl")[-1].headers["if-none-match"] == '"other"'
    assert all(one.headers["if-none-match"] == etag for one in api.asked("/a/4.pvl")[1:])


def test_without_an_etag_a_label_is_read_again_after_a_month(api, path, monkeypatch):
    CountedSearch(api, path)
    later(monkeypatch, 31)
    api.script("/a/3.pvl", faults.ok(LABEL.format(50).encode()))
    again = CountedSearch(api, path)
    assert (len(again.asked), again.incidences[3]) == (20, 50)
    assert "if-none-match" not in api.asked("/a/3.pvl")[-1].headers
    assert CountedSearch(api, path).asked == []


@pytest.mark.parametrize("fault", [faults.hang_up, faults.status(503), faults.status(403)])
def test_where_the_server_can_t_be_asked_old_angles_stay(api, path, monkeypatch, fault):
    CountedSearch(api, path)
    later(monkeypatch, 40)
    api.script("/a/3.pvl", fault)
    again = CountedSearch(api, path)
    observation = again.found[3]
    assert (observation.incidence, observation.label_status) == (13, LabelStatus.OK)
    assert observation.label_note.startswith("caminfo_pvl: read 40 days ago; Could not read")
    assert {one.label_note for one in again.found} == {"", observation.label_note}
    assert set(CountedSearch(api, path).asked) == {"/a/3.pvl"}


@pytest.mark.parametrize("code", [404, 410])
def test_what_the_server_has_no_more_is_missing_after_a_month(api, path, monkeypatch, code):
    CountedSearch(api, path)
    later(monkeypatch, 31)
    api.script("/a/3.pvl", faults.status(code))
    again = CountedSearch(api, path)
    assert (again.incidences[3], again.statuses[3]) == (None, LabelStatus.MISSING)


def test_no_password_of_a_label_s_address_stands_in_the_file(path):
    with StacApi({}) as api:
        add_labels(api, "a", 3)
        for number, one in enumerate(api.items["a"]):
            target = f"/a/{number}.pvl?sig=hidden{number}"
            api.script(target, etagged('"public"', number + 10))
            one["assets"]["caminfo_pvl"]["href"] = api.url(target, "user:secret")
        assert CountedSearch(api, path).incidences == [10, 11, 12]
        again = CountedSearch(api, path)
        assert (again.incidences, again.asked) == ([10, 11, 12], [])
    data = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert b"public" in data
    for part in (b"user", b"secret", b"hidden", b"127.0.0.1", b".pvl"):
        assert part not in data


def test_labels_that_only_pvl_can_read_are_kept_too(api, path, monkeypatch):
    first = CountedSearch(api, path)
    cache.clear(path)
    monkeypatch.setattr(labels, "read_angles_fast", lambda _text: None)
    assert CountedSearch(api, path).found == first.found
    monkeypatch.setattr(labels, "read_angles", lambda _text: 1 / 0)
    again = CountedSearch(api, path)
    assert (again.found, again.asked) == (first.found, [])
