"""The sample planet built, and served by real servers: what they answer, how they end."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.sample import build as sample_build
from tests.sample import servers as sample_servers
from tests.sample.build import build, build_bucket
from tests.sample.names import BUCKET, Urls, folder
from tests.sample.planet import TUTORIAL_BOX, Planet, collection_id
from tests.sample.servers import SamplePlanetServers, ServerError, serve_stac, tool
from tests.support.clock.conditions import wait_until

REPOSITORY = Path(__file__).parents[3]
COLLECTIONS = [collection_id(mode) for mode in ("stereoscopic", "monoscopic", "spsupport")]


@pytest.fixture(scope="module")
def planet(tmp_path_factory):
    with SamplePlanetServers(tmp_path_factory.mktemp("planet"), size=60, images=False) as running:
        yield running


def ask(url, body=None, **headers):
    """Returns status and body of an answer; posts where there is something to post."""
    with requests.Session() as session:
        session.trust_env = False  # loopback is not behind the machine's proxy
        method = "GET" if body is None else "POST"
        answer = session.request(method, url, json=body, headers=headers, timeout=120)
        return answer.status_code, answer.content


def search(planet, **body):
    """Returns the ids of all pages, and how many pages there were."""
    found, pages = [], 0
    following = body
    while following:
        answer = json.loads(ask(f"{planet.stac}/search", following)[1])
        found += [item["id"] for item in answer["features"]]
        pages += 1
        links = [link for link in answer["links"] if link["rel"] == "next"]
        following = links[0]["body"] if links else None
    return found, pages


def digests(directory):
    """Returns the hash of every file below a directory."""
    files = sorted(path for path in directory.rglob("*") if path.is_file())
    return {str(p.relative_to(directory)): hashlib.sha256(p.read_bytes()).digest() for p in files}


def test_a_search_of_the_tutorials_box_pages_through_36_items(planet):
    found, pages = search(planet, bbox=list(TUTORIAL_BOX), collections=COLLECTIONS)
    assert (len(found), len(set(found)), pages) == (36, 36, 4)
    ours = [o.id for name in COLLECTIONS for o in Planet(60) if o.collection == name]
    assert found == [name for name in ours if name in set(found)]


def test_a_search_by_time_finds_what_lies_in_it(planet):
    found, _ = search(planet, datetime="2008-03-01T00:00:00Z/2008-09-01T00:00:00Z", limit=100)
    expected = [o.id for o in Planet(60) if "2008-03-01" <= o.start.isoformat() < "2008-09-01"]
    assert sorted(found) == sorted(expected) != []


def test_labels_are_where_the_items_say(planet):
    answer = json.loads(ask(f"{planet.stac}/search", {"limit": 3, "collections": COLLECTIONS})[1])
    for item in answer["features"]:
        assert ask(item["assets"]["caminfo_pvl"]["href"])[1].startswith(b"Object = Caminfo")
        assert b"INCIDENCE_ANGLE" in ask(item["assets"]["pds_label"]["href"])[1]


def test_http_answers_a_byte_range_and_404(planet):
    first = Planet(60)[0]
    address = f"{planet.urls.images}/{folder(first)}/{first.id}.caminfo.pvl"
    assert ask(address, Range="bytes=0-5") == (206, b"Object")
    assert ask(f"{address}.gone")[0] == 404


def test_s3_lets_an_anonymous_client_copy(planet, tmp_path):
    first = Planet(60)[0]
    remote = f":s3,provider=Other,env_auth=false,endpoint='{planet.s3}':/{BUCKET}/{folder(first)}"
    environment = {k: v for k, v in os.environ.items() if k != "AWS_CA_BUNDLE"}
    command = [tool("rclone"), "copy", remote, str(tmp_path), "--config", os.devnull]
    subprocess.run(command, check=True, timeout=300, env=environment)
    assert (tmp_path / f"{first.id}.lbl").read_text().startswith("PDS_VERSION_ID")


def test_two_builds_are_the_same_byte_for_byte(tmp_path):
    for name in ("one", "two"):
        build(tmp_path / name, size=20, seed=3, urls=Urls())
    one, two = digests(tmp_path / "one"), digests(tmp_path / "two")
    assert one == two
    assert sum(name.endswith(".tif") for name in one) == 20
    assert sum(name.startswith("bucket/astrogeo-ard/moon/") for name in one) == 20 * 7


def test_a_second_build_does_nothing_and_another_one_replaces(tmp_path):
    bucket = build_bucket(tmp_path, 20, 1, images=False)
    mark = bucket / "mark"
    mark.touch()
    build_bucket(tmp_path, 20, 1, images=False)
    assert mark.exists()
    build_bucket(tmp_path, 21, 1, images=False)
    assert not mark.exists()


def test_a_broken_build_is_not_taken_for_whole(tmp_path, monkeypatch):
    def break_off(_observation):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setitem(sample_build._TEXTS, "provenance", break_off)
        with pytest.raises(KeyboardInterrupt):
            build_bucket(tmp_path, 20, 1, images=False)
    assert not (tmp_path / "bucket").exists()
    build_bucket(tmp_path, 20, 1, images=False)
    assert len(list((tmp_path / "bucket").rglob("*.caminfo.pvl"))) == 20


def test_a_server_that_dies_at_its_start_is_named_with_what_it_said(tmp_path):
    with (
        pytest.raises(ServerError, match=r"(?s)ended with code 1 .*rustac serve.*absent\.json"),
        serve_stac([tmp_path / "absent.json"], tmp_path),
    ):
        pass


def test_a_port_taken_meanwhile_is_left_for_another(planet, tmp_path, monkeypatch):
    taken = int(planet.http.rpartition(":")[2])
    free, first = sample_servers.free_port, [taken]
    monkeypatch.setattr(sample_servers, "free_port", lambda: first.pop() if first else free())
    with sample_servers.serve_http(tmp_path, tmp_path) as url:
        assert not url.endswith(f":{taken}")
        assert ask(url)[0] == 200


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_the_servers_end_with_the_command(tmp_path, end):
    command = [sys.executable, "-m", "tests.sample", "serve", "--size", "20", "--no-images"]
    process = subprocess.Popen(
        [*command, "--dir", str(tmp_path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(tmp_path)},  # what a killed one leaves goes with the test
    )
    try:
        addresses = json.loads(process.stdout.readline())
        assert sorted(addresses) == ["http", "s3", "stac"]
        assert all(ask(address)[0] == 200 for address in addresses.values())
        process.send_signal(end)
        process.wait(timeout=120)
        for address in addresses.values():
            wait_until(lambda address=address: _is_silent(address))
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def _is_silent(address):
    try:
        ask(address)
    except requests.ConnectionError:
        return True
    return False
