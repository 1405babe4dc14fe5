"""Items as no catalogue should send them: each costs at most itself, and breaks out of nothing."""

from __future__ import annotations

import configparser
import subprocess

import pytest
from qgis.core import QgsExpression, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from tests.support.in_qgis.fault_matrix import COLLECTION, COUNT, scene
from tests.support.servers import faults
from tests.support.servers.stac_api import answer, item

pytestmark = pytest.mark.usefixtures("provider")

GONE = object()
WRONG = {"missing": GONE, "null": None, "a number": 5, "a text": "x", "a list": [1], "a dict": {}}
MEMBERS = ("id", "geometry", "properties", "assets", "links", "collection", "bbox", "type")
PLACES = (*MEMBERS, "datetime", "title", "gsd", "ssys:targets", "href", "asset")
GEOMETRIES = {
    "a point": {"type": "Point", "coordinates": [0, 0]},
    "no coordinates": {"type": "Polygon"},
    "texts": {"type": "Polygon", "coordinates": [[["a", "b"]]]},
    "two vertices": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
    "beyond the globe": {"type": "Polygon", "coordinates": [[[0, 0], [1e9, 0], [0, 99], [0, 0]]]},
    "huge numbers": {"type": "Polygon", "coordinates": [[[10**400, 0], [1, 0], [0, 1]]]},
    "ragged": {"type": "MultiPolygon", "coordinates": [[[[0, 0], 5]]]},
}


def damaged(one: dict, place: str, value: object) -> dict:
    """Returns an item with one member replaced, or taken away."""
    assets = {key: dict(asset) for key, asset in one["assets"].items()}
    one = {**one, "properties": dict(one["properties"]), "assets": assets}
    if place in MEMBERS:
        holder = one
    elif place == "asset":
        holder, place = one["assets"], "caminfo_pvl"
    else:
        holder = one["assets"]["caminfo_pvl"] if place == "href" else one["properties"]
    holder[place] = value
    if value is GONE:
        del holder[place]
    return one


@pytest.mark.parametrize("place", PLACES)
def test_members_that_are_missing_or_of_the_wrong_type_cost_at_most_that_item(place, searcher):
    with scene() as served:
        whole = list(served.items)
        for value in WRONG.values():
            served.items.append(damaged(whole[4], place, value))
        # an id that comes again would be left out
        served.items[COUNT:] = [
            one if place == "id" else {**one, "id": f"odd-{number}"}
            for number, one in enumerate(served.items[COUNT:])
        ]
        served.api.script("/api/search", answer({"features": served.items}))
        outcome = searcher.run(served.api.root)
    ids = outcome.values("id")
    assert ids[:COUNT] == [one["id"] for one in whole]
    assert outcome.values("incidence_angle")[:COUNT] == [10.0 + n for n in range(COUNT)]
    assert outcome.manifest[:COUNT] == outcome.values("rclone_path")[:COUNT]
    kept = len(WRONG) - (place == "collection")  # an item that says it is of "x" was not asked for
    assert len(ids) == COUNT + kept
    assert ("of another collection" in str(outcome.warnings)) == (place == "collection")
    angles = outcome.values("incidence_angle")[COUNT:]
    assert angles == [None if place in ("assets", "asset", "href") else 14.0] * kept
    shapes = outcome.values("shape")[COUNT:]
    assert all((shape is None) == (place == "geometry") for shape in shapes)


def test_items_that_are_none_are_kept_as_empty_rows(searcher):
    with scene() as served:
        odd = [None, 5, "x", [], {}]
        served.api.script("/api/search", answer({"features": [*odd, *served.items]}))
        outcome = searcher.run(served.api.root)
    assert outcome.values("id") == [*[""] * len(odd), *(one["id"] for one in served.items)]
    assert outcome.values("incidence_angle")[len(odd) :] == [10.0 + n for n in range(COUNT)]


@pytest.mark.parametrize("name", GEOMETRIES)
def test_a_geometry_that_is_none_costs_the_footprint_and_says_why(name, searcher):
    with scene() as served:
        served.items[4]["geometry"] = GEOMETRIES[name]
        served.api.script("/api/search", answer({"features": served.items}))
        outcome = searcher.run(served.api.root)
    assert [shape is None for shape in outcome.values("shape")] == [n == 4 for n in range(COUNT)]
    assert outcome.values("incidence_angle") == [10.0 + n for n in range(COUNT)]
    assert outcome.values("label_note")[4].startswith("no footprint: ")


LABEL_PATHS = {
    "spaces": ("/a b/c d.caminfo.pvl", "/a%20b/c%20d.caminfo.pvl"),
    "encoded": ("/a%20b%2Fc/d.caminfo.pvl", "/a%20b%2Fc/d.caminfo.pvl"),
    "unicode": ("/Krater-é-月.caminfo.pvl", "/Krater-%C3%A9-%E6%9C%88.caminfo.pvl"),
    "shell characters": ("/$(id);`id`&|'.caminfo.pvl", "/$(id);%60id%60&%7C'.caminfo.pvl"),
    "two dots": ("/a/../b/d.caminfo.pvl", "/b/d.caminfo.pvl"),
}


@pytest.mark.parametrize("name", LABEL_PATHS)
def test_labels_with_odd_addresses_are_read(name, searcher):
    href, path = LABEL_PATHS[name]
    with scene() as served:
        served.api.script(path, faults.ok(served.text(80)))
        served.items[4]["assets"]["caminfo_pvl"]["href"] = served.api.url(href)
        outcome = searcher.run(served.api.root)
    assert outcome.values("incidence_angle")[4] == 90.0
    assert outcome.values("label_status") == ["ok"] * COUNT


NO_LABELS = (
    "file:///etc/hostname",
    "/etc/hostname",
    "../../etc/hostname",
    "ftp://127.0.0.1/x",
    "javascript:alert(1)",
    "data:text/plain,IncidenceAngle = 5",
    "/vsicurl/http://127.0.0.1/x",
    "\\\\host\\share\\x",
    "http://127.0.0.1/a\nb.caminfo.pvl",
    "http://127.0.0.1:99999/x",
    "http://",
    "s3://",
    "s3://../x",
)


@pytest.mark.parametrize("href", NO_LABELS)
def test_what_is_no_address_on_the_web_is_not_read(href, searcher):
    with scene() as served:
        served.items[4]["assets"]["caminfo_pvl"]["href"] = href
        outcome = searcher.run(served.api.root)
    expected = ["failed" if n == 4 else "ok" for n in range(COUNT)]
    assert outcome.values("label_status") == expected
    assert outcome.values("label_note")[4].startswith("caminfo_pvl: Could not read ")
    assert "\n" not in outcome.warnings[0]


IMAGES = {  # the address of an image, and the line that it makes, if any
    "https://asc-moon.s3-us-west-2.amazonaws.com/a/b c.tif": "s3_noauth:/asc-moon/a/b c.tif",
    "https://asc-moon.s3-us-west-2.amazonaws.com/a/b%20c.tif": "s3_noauth:/asc-moon/a/b c.tif",
    "s3://asc-moon/a/月é.tif": "s3_noauth:/asc-moon/a/月é.tif",
    "s3://asc-moon/$(touch broken-out)/`touch broken-out`.tif": (
        "s3_noauth:/asc-moon/$(touch broken-out)/`touch broken-out`.tif"
    ),
    "s3://asc-moon/';touch broken-out;'.tif": "s3_noauth:/asc-moon/';touch broken-out;'.tif",
    "s3://asc-moon/--config=x/-rf.tif": "s3_noauth:/asc-moon/--config=x/-rf.tif",
    "s3://asc-moon/a/../../etc/passwd": None,
    "https://asc-moon.s3.amazonaws.com/a/%2e%2e/%2e%2e/etc/passwd": None,
    "s3://asc-moon/a\nremote2:/x.tif": None,
    "https://asc-moon.s3.amazonaws.com/a%0Aremote2:/x.tif": None,
    "s3://asc-moon\n[evil]\ntype = local\n/x": None,
    "https://a]\ntype = local/bucket/x.tif": None,
    "https://evil.example:80\nprovider=x/bucket/x.tif": None,
    "file:///etc/passwd": None,
    "/etc/passwd": None,
    "javascript:alert(1)": None,
}


def test_addresses_of_images_stay_what_they_are(searcher, tmp_path):
    """Each is one line of the manifest or left out; script and configuration don't change by it."""
    with scene() as served:
        images = [
            item(COLLECTION, n, id=f"image\n{n}", assets={"image": {"href": href}})
            for n, href in enumerate(IMAGES)
        ]
        served.api.script("/api/search", answer({"features": images}))
        outcome = searcher.run(served.api.root)
    lines = [line for line in IMAGES.values() if line]
    assert outcome.manifest == list(dict.fromkeys(lines))
    assert outcome.values("rclone_path") == list(IMAGES.values())
    left_out = len(IMAGES) - len(lines)
    (warning,) = [each for each in outcome.warnings if "rclone can't use" in each]
    assert warning.startswith(f"{left_out} ")
    assert "\n" not in warning
    conf = configparser.ConfigParser()
    conf.read(searcher.manifest.with_suffix(".rclone.conf"))
    assert {name: dict(conf[name]) for name in conf.sections()} == {
        "s3_noauth": {
            "type": "s3", "provider": "AWS", "env_auth": "false", "region": "us-west-2"
        }
    }  # fmt: skip
    _run_with_a_listening_rclone(searcher, tmp_path)
    assert not list(tmp_path.rglob("*broken-out*"))


def _run_with_a_listening_rclone(searcher, folder):
    """Runs the download script with a program in rclone's place that takes all and does nothing."""
    programs = folder / "programs"
    programs.mkdir()
    rclone = programs / "rclone"
    rclone.write_text("#!/bin/sh\necho 'rclone v1.75'\nexit 0\n")
    rclone.chmod(0o755)
    script = searcher.manifest.with_suffix(".download.sh")
    done = subprocess.run(
        [str(script), str(folder / "downloads")],
        env={"PATH": f"{programs}:/usr/bin:/bin"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "syntax" not in done.stderr


HTML = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def test_html_in_titles_and_addresses_stays_text_in_the_map_tip(searcher):
    with scene() as served:
        one = served.items[4]
        one["id"], one["properties"]["title"] = HTML, HTML
        one["assets"]["thumbnail"] = {"href": f'https://host/x.jpg"{HTML}'}
        one["assets"]["caminfo_pvl"]["href"] = f"http://127.0.0.1/{HTML}"
        outcome = searcher.run(served.api.root)
    assert outcome.values("title")[4] == HTML
    layer = QgsVectorLayer(str(searcher.layer), "footprints", "ogr")
    layer.loadDefaultStyle()
    (feature,) = [each for each in layer.getFeatures() if each["title"] == HTML]
    context = layer.createExpressionContext()
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "&lt;script&gt;" in tip
    assert "<script" not in tip
    assert "onerror=alert(1)>" not in tip
    assert tip.count("<img") == 1


TIMES = {  # as catalogues write them, and what the layer has
    "2009-06-07T14:43:22Z": "2009-06-07T14:43:22.000Z",
    "2009-06-07 14:43:22+00:00": "2009-06-07T14:43:22.000Z",
    "2009-158T14:43:22": "2009-06-07T14:43:22.000Z",
    "2016-12-31T23:59:60Z": "2017-01-01T00:00:00.000Z",
    "2009-06-07T14:43:60": "2009-06-07T14:44:00.000Z",
    "2009-06-07": "2009-06-07T00:00:00.000Z",
    "yesterday": None,
}


def test_times_of_any_form_are_read_or_a_note_says_that_they_are_none(searcher):
    with scene() as served:
        for one, text in zip(served.items, TIMES, strict=True):
            one["properties"]["datetime"] = text
        outcome = searcher.run(served.api.root)
    utc = [
        None if time is None else time.toUTC().toString(Qt.DateFormat.ISODateWithMs)
        for time in outcome.values("datetime")
    ]
    assert utc == list(TIMES.values())
    notes = outcome.values("label_note")
    assert notes == [None] * 6 + ["its datetime is no time (yesterday)"]


@pytest.mark.parametrize(
    ("ending", "has_outlines"), [("csv", False), ("xlsx", False), ("fgb", True)]
)
def test_a_format_without_geometry_says_so(searcher, ending, has_outlines):
    with scene() as served:
        searcher.layer = searcher.folder / f"footprints.{ending}"
        outcome = searcher.run(served.api.root)
    assert len(outcome.rows) == COUNT
    said = [each for each in outcome.warnings if "holds no outlines" in each]
    assert len(said) == (not has_outlines)
    if said:
        assert said[0].startswith(f"footprints.{ending} holds no outlines, because files of its")
