"""Thumbnails and sizes over a real server that is slow, broken, or gone."""

from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from ard_qgis_plugin.bridge.desktop.finder.images import thumbnails as module
from ard_qgis_plugin.bridge.desktop.finder.images.thumbnails import SIDE, Thumbnails
from ard_qgis_plugin.bridge.desktop.finder.sizes import ImageFile, Sizes
from tests.support.in_qgis.desk import settle, wait_until
from tests.support.servers.faults import FaultServer, hang, ok, status


def serving(routes):
    server = FaultServer()
    for path, behaviour in routes.items():
        server.script(path, behaviour)
    return server


def long(octets):
    """Says how long a body would be, as an answer to HEAD does."""

    async def behave(exchange):
        await exchange.answer(200, b"", {}, octets)

    return behave


def picture(colour="#c04000", width=300, height=200):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def thumbnails(qgis_app, tmp_path):  # noqa: ARG001
    made = Thumbnails(tmp_path / "kept")
    yield made
    made.stop()
    settle()


def test_a_thumbnail_becomes_a_square_tile_in_memory_and_on_the_disk(thumbnails, tmp_path):
    with serving({"/a.png": ok(picture())}) as server:
        url = server.url("/a.png")
        thumbnails.want([url])
        wait_until(lambda: thumbnails.tile(url) is not None)
        tile = thumbnails.tile(url).toImage()
        assert (tile.width(), tile.height()) == (SIDE, SIDE)
        assert abs(tile.pixelColor(60, 60).red() - 0xC0) < 8
    again = Thumbnails(tmp_path / "kept")  # the server is gone
    again.want([url])
    assert again.tile(url) is not None
    assert not list((tmp_path / "kept").glob("*.part"))


@pytest.mark.parametrize(
    "behaviour", [status(404), status(500), ok(b"<html>no image</html>"), ok(b"")]
)
def test_a_broken_one_is_broken_and_nothing_is_kept(thumbnails, tmp_path, behaviour):
    with serving({"/a.png": behaviour}) as server:
        url = server.url("/a.png")
        thumbnails.want([url])
        wait_until(lambda: thumbnails.is_broken(url))
        assert thumbnails.tile(url) is None
        assert not list(tmp_path.glob("kept/*"))
        asked = len(server.requests)
        thumbnails.want([url])
        settle()
        assert len(server.requests) == asked, "it is not asked for again at once"


def test_a_server_that_is_not_there_is_no_more_than_that(thumbnails):
    url = "http://127.0.0.1:9/a.png"
    thumbnails.want([url, "", "file:///etc/passwd"])
    wait_until(lambda: thumbnails.is_broken(url))
    assert thumbnails.is_broken("file:///etc/passwd")


def test_a_few_at_once_and_only_what_is_in_sight(thumbnails):
    first = [f"/{number}.png" for number in range(20)]
    later = [f"/{number}.png" for number in range(25, 28)]
    routes = dict.fromkeys(first, hang) | dict.fromkeys(later, ok(picture()))
    with serving(routes) as server:
        thumbnails.want([server.url(name) for name in first])
        wait_until(lambda: len(server.requests) == module._AT_ONCE)
        settle()
        in_sight = [server.url(name) for name in later]
        thumbnails.want(in_sight)  # one has scrolled on
        wait_until(lambda: all(thumbnails.tile(url) for url in in_sight))
        assert {request.target for request in server.requests} == {
            *first[: module._AT_ONCE],
            *later,
        }


def test_a_silent_server_does_not_hold_up_the_others(thumbnails):
    routes = {"/slow.png": hang, "/a.png": ok(picture())}
    with serving(routes) as server:
        thumbnails.want([server.url("/slow.png"), server.url("/a.png")])
        wait_until(lambda: thumbnails.tile(server.url("/a.png")) is not None)
        thumbnails.stop()


def test_the_oldest_tiles_go_where_there_are_too_many(thumbnails, tmp_path, monkeypatch):
    names = [f"/{number}.png" for number in range(8)]
    with serving({name: ok(picture()) for name in names}) as server:
        urls = [server.url(name) for name in names]
        thumbnails.want(urls)
        wait_until(lambda: all(thumbnails.tile(url) for url in urls))
    size = sum(each.stat().st_size for each in tmp_path.glob("kept/*"))
    monkeypatch.setattr(module, "_ON_DISK", size // 2)
    thumbnails.tidy()
    assert len(list(tmp_path.glob("kept/*"))) == 4


def asked(files, images):
    """Returns the last that was said of some files' sizes."""
    said = []
    sizes = Sizes()
    sizes.known.connect(said.append)
    sizes.ask(files, images)
    wait_until(lambda: said and not said[-1].waiting)
    return said[-1]


def test_sizes_are_added_up_and_what_nobody_tells_is_unknown(qgis_app):  # noqa: ARG001
    with serving({"/a": long(1000), "/b": long(234), "/c": status(404)}) as server:
        files = [ImageFile(server.url(path), server.url("/item")) for path in ("/a", "/b", "/c")]
        said = asked([*files, ImageFile("")], 7)
        methods = {request.method for request in server.requests}
    assert (said.images, said.octets, said.unknown) == (7, 1234, 5)
    assert methods == {"HEAD"}


def test_where_a_server_does_not_tell_the_size_the_catalogue_does(qgis_app):  # noqa: ARG001
    assets = {"image": {"href": "../a.tif", "file:size": 500}}
    routes = {"/a.tif": status(403), "/b.tif": status(405), "/none": status(500)}
    routes["/item"] = ok(json.dumps({"assets": assets}).encode())
    with serving(routes) as server:
        item, none = server.url("/item"), server.url("/none")
        files = [
            ImageFile(server.url("/a.tif"), item),
            ImageFile("s3://bucket/a.tif", item),
            ImageFile(server.url("/b.tif"), item),
            ImageFile("s3://bucket/b.tif", none),
        ]
        said = asked(files, 4)
    assert (said.octets, said.unknown) == (1000, 2)
