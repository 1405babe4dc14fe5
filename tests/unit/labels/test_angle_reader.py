"""One observation's label: which one is read, what becomes of it, and what the note says."""

from __future__ import annotations

import asyncio

import pytest

from ard_qgis_plugin.core.labels import angle_reader as labels
from ard_qgis_plugin.core.labels.angle_reader import with_angles
from ard_qgis_plugin.core.model.observation import Angles, Asset, LabelStatus, Observation
from tests.support.clock.conditions import wait_until
from tests.support.fetches import run
from tests.support.searches import LABEL
from tests.support.servers import faults
from tests.support.servers.fault_server import FaultServer

KAGUYA = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"
CAMINFO = faults.ok(LABEL.format(62.648).encode())
PDS3 = faults.ok(b"PDS_VERSION_ID = PDS3\r\nINCIDENCE_ANGLE = 62.643 <deg>\r\nEND\r\n")
HTML = faults.ok(b"<html>Sorry</html>")
NO_SUCH_KEY = faults.status(404, b"<Error><Code>NoSuchKey</Code></Error>")


@pytest.fixture
def server():
    with FaultServer() as server:
        yield server
        server.wait_until_left()


def completed(server, collection=KAGUYA, **scripts):
    """Returns an observation with these labels after they were read, or not."""
    assets = {"image": Asset("image", server.url("/image.tif"), "image/tiff")}
    for key, behaviour in scripts.items():
        url = server.script(f"/{key}.lbl", behaviour)
        assets[key] = Asset(key, url, "text/plain")
    plain = Observation("one", collection, "Moon", title="One", assets=assets)
    result = run(lambda fetcher: with_angles(plain, fetcher))
    assert (result.id, result.title, result.assets) == ("one", "One", assets)
    return result


def test_the_best_label_is_read_and_no_other(server):
    result = completed(server, pds_label=PDS3, caminfo_pvl=CAMINFO)
    assert (result.incidence, result.label_note) == (62.648, "")
    assert result.label_status is LabelStatus.OK
    assert result.label_url == server.url("/caminfo_pvl.lbl")
    assert result.angles.source == "caminfo"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("fault", "note"),
    [
        (None, ""),
        (NO_SUCH_KEY, "404 Not Found"),
        (faults.status(403), "403 Forbidden"),
        (faults.status(503), "503 Service Unavailable (tried 3 times)"),
        (faults.hang_up, "closed the connection"),
        (HTML, "caminfo_pvl: "),
        (faults.ok(b""), "caminfo_pvl: "),
        (faults.endless, "larger than 1 MB"),
    ],
)
def test_the_second_best_label_stands_in_and_the_note_says_why(server, fault, note):
    scripts = {"pds_label": PDS3} | ({"caminfo_pvl": fault} if fault else {})
    result = completed(server, **scripts)
    assert (result.incidence, result.label_status) == (62.643, LabelStatus.FALLBACK)
    assert result.label_url == server.url("/pds_label.lbl")
    assert note in result.label_note
    assert bool(result.label_note) == bool(fault)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (NO_SUCH_KEY, LabelStatus.MISSING),
        (faults.status(410), LabelStatus.MISSING),
        (faults.status(403), LabelStatus.FAILED),
        (faults.status(500), LabelStatus.FAILED),
        (faults.reset, LabelStatus.FAILED),
        (faults.short_body, LabelStatus.FAILED),
        (faults.gzip_garbage, LabelStatus.FAILED),
        (faults.endless, LabelStatus.FAILED),
        (HTML, LabelStatus.UNREADABLE),
        (faults.ok(b"\x00\xff" * 99), LabelStatus.UNREADABLE),
        (faults.ok(LABEL.format(262).encode()), LabelStatus.UNREADABLE),
    ],
)
def test_what_became_of_the_best_label_is_told_where_no_other_helps(server, fault, status):
    result = completed(server, pds_label=HTML, caminfo_pvl=fault)
    assert (result.incidence, result.angles, result.label_status) == (None, None, status)
    first, second = result.label_note.split("; pds_label: ")
    assert first.startswith("caminfo_pvl: ")
    assert second
    assert "\n" not in result.label_note
    assert result.label_url == server.url("/caminfo_pvl.lbl")


@pytest.mark.parametrize(
    ("collection", "assets"),
    [
        (KAGUYA, {}),
        ("unknown", {"isis_label": CAMINFO}),
        ("kaguya_terrain_camera_usgs_dtms", {"caminfo_pvl": CAMINFO}),
    ],
)
def test_without_a_label_that_holds_angles_nothing_is_asked_for(server, collection, assets):
    result = completed(server, collection, **assets)
    assert (result.label_status, result.angles) == (LabelStatus.NO_LABEL, None)
    assert (result.label_url, result.label_note) == ("", "")
    assert server.requests == []


@pytest.mark.parametrize(
    "href",
    [
        "",
        "label.pvl",
        "file:///etc/hostname",
        "http://[x/label",
        "http://a\nb/",
        "http://xn--/label",
        "http://h:99999/label?sig=a",
    ],
)
def test_an_address_that_can_t_be_fetched_is_a_failed_label(href):
    assets = {"caminfo_pvl": Asset("caminfo_pvl", href)}
    plain = Observation("one", KAGUYA, "Moon", assets=assets)
    result = run(lambda fetcher: with_angles(plain, fetcher))
    assert result.label_status is LabelStatus.FAILED
    assert "no http or https address" in result.label_note
    assert "\n" not in result.label_note


def test_where_the_fast_reader_is_not_sure_pvl_decides_off_the_loop(server, monkeypatch):
    ticks = []

    def slow(_text):
        before = len(ticks)
        wait_until(lambda: len(ticks) > before + 3)  # the loop goes on meanwhile
        return Angles("caminfo", incidence=5.0)

    monkeypatch.setattr(labels, "read_angles_fast", lambda _text: None)
    monkeypatch.setattr(labels, "read_angles", slow)
    url = server.script("/caminfo.pvl", CAMINFO)
    plain = Observation("one", KAGUYA, "Moon", assets={"caminfo_pvl": Asset("caminfo_pvl", url)})

    async def work(fetcher):
        reading = asyncio.create_task(with_angles(plain, fetcher))
        while not reading.done():
            ticks.append(None)
            await asyncio.sleep(0.005)
        return reading.result()

    assert run(work).incidence == 5


@pytest.mark.parametrize("reader", ["read_angles_fast", "read_angles"])
def test_an_error_of_a_reader_that_nobody_foresaw_makes_the_label_unreadable(
    server, monkeypatch, reader
):
    def fail(_text):
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr(labels, "read_angles_fast", lambda _text: None)
    monkeypatch.setattr(labels, reader, fail)
    result = completed(server, caminfo_pvl=CAMINFO)
    assert result.label_status is LabelStatus.UNREADABLE
    assert "ZeroDivisionError: unforeseen" in result.label_note


@pytest.mark.parametrize(
    ("name", "key", "incidence"),
    [
        ("caminfo/TC1S2B0_01_07496N077E3020.caminfo.pvl", "caminfo_pvl", 62.601724979125),
        ("pds3/TC1S2B0_01_07496N077E3020.lbl", "pds_label", 62.596),
    ],
)
def test_real_labels_give_their_angles(server, shared_data, name, key, incidence):
    label = faults.ok((shared_data / "labels" / name).read_bytes())
    assert completed(server, **{key: label}).incidence == incidence
