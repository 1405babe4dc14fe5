"""NAME.download.cmd in Wine's cmd, with rclone for Windows, from a real S3 server on loopback."""

from __future__ import annotations

import os
import re
import socket
from collections import Counter

import pytest

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.files import contents
from tests.support.servers.certificates import make_authority
from tests.support.servers.s3 import BUCKET, in_front, logged_s3_server, put, s3_server

TLS = {"cert": "server.pem", "key": "server.key"}
# Names on the server. DEST alone has no % here: Wine's cmd leaves it out of %~f1, and in %%~fI it
# gets the name of a folder wrong that isn't there yet; Windows' own does neither.
NAMES = [
    "strip 1/a b.tif",
    "& del x/^caret^.tif",
    "100%/%PATH%.tif",
    "!x!/日本 ü.tif",
    "(a) 'b' ;c,d=e/[x]{y}.tif",
    "~$`.tif",
]
FILES = {f"moon/{name}": name.encode() * 1000 for name in NAMES}


@pytest.fixture
def server(tmp_path):
    with logged_s3_server(tmp_path, FILES) as server:
        yield server


class Download:
    """A manifest in a folder with an awkward name, and the means to run its script."""

    def __init__(self, wine, address):
        self.wine = wine
        self.manifest = wine.folder / "it's 100% a & ^folder ü %TEMP%" / "-my 日本 5% ^images&.txt"
        self.script = self.manifest.with_suffix(".download.cmd")
        self.dest = wine.folder / "to & ^ 日本"
        self.temporary = wine.folder / "R & D"
        for folder in (self.manifest.parent, self.temporary):
            folder.mkdir()
        self.environment = {
            "RCLONE": wine.rclone,
            "TEMP": wine.path(self.temporary),
            "RCLONE_CONFIG_S3_NOAUTH_PROVIDER": "Other",
            "RCLONE_CONFIG_S3_NOAUTH_ENDPOINT": address,
            "RCLONE_RETRIES": "1",
            "RCLONE_LOW_LEVEL_RETRIES": "1",
        }

    def write(self, keys):
        with ManifestWriter(self.manifest, "s3_noauth") as writer:
            for key in keys:
                writer.add(key if ":" in key else f"s3://{BUCKET}/{key}")

    def run(self, *arguments, **environment):
        given = arguments or (self.wine.path(self.dest),)
        return self.wine.run(self.script, *given, **(self.environment | environment))

    def missing(self, ended):
        """Returns the keys that the script named as not downloaded."""
        named = re.compile(
            rf"^NOT DOWNLOADED: {BUCKET}/(.*?)(?:: it is not on the server)?$", re.MULTILINE
        )
        return named.findall(ended.stderr)

    def arrived(self):
        return contents(self.dest / BUCKET)


@pytest.fixture
def download(wine, server):
    return Download(wine, server.address)


def test_one_process_downloads_every_file_and_a_second_run_copies_nothing(download, server):
    download.write(FILES)
    ended = download.run()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert download.arrived() == FILES
    assert ended.stdout.splitlines()[-1].startswith("All 6 files are in ")
    assert server.requests("GET") == server.requests("HEAD") == Counter(list(FILES))

    assert download.run().returncode == 0
    assert server.requests("GET") == Counter(list(FILES))
    assert not [*download.temporary.iterdir()]


def test_missing_keys_are_named_an_old_copy_does_not_count(download):
    gone = ["moon/gone 100% & ü.tif", "moon/日本/gone.tif"]
    put(download.dest / BUCKET, {gone[1]: b"old"})
    download.write([gone[0], *FILES, gone[1]])
    ended = download.run()
    assert ended.returncode == 1
    assert sorted(download.missing(ended)) == gone
    assert "6 of 8 files are in" in ended.stderr
    assert download.arrived() == FILES | {gone[1]: b"old"}
    assert not [*download.temporary.iterdir()]


def test_a_truncated_file_is_completed(download):
    download.write(FILES)
    download.run()
    os.truncate(download.dest / BUCKET / next(iter(FILES)), 10)
    assert download.run().returncode == 0
    assert download.arrived() == FILES


def test_a_file_that_can_not_be_written_is_named_with_the_reason(download):
    key, *others = FILES
    (download.dest / BUCKET / key / "a folder in the way").mkdir(parents=True)
    download.write(FILES)
    ended = download.run()
    assert ended.returncode == 1
    assert f'"object":"{BUCKET}/{key}' in ended.stderr
    assert "Access denied" in ended.stderr
    assert "5 of 6 files are in" in ended.stderr
    assert download.arrived() == {other: FILES[other] for other in others}


def test_a_server_that_is_gone_ends_with_every_file_named(download):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{unused.getsockname()[1]}"
        put(download.dest / BUCKET, dict.fromkeys(FILES, b"half"))
        download.write(FILES)
        ended = download.run(RCLONE_CONFIG_S3_NOAUTH_ENDPOINT=gone, RCLONE_RETRIES="2")
    assert ended.returncode == 1
    assert "0 of 6 files are in" in ended.stderr
    assert "refused" in ended.stderr
    assert download.missing(ended) == list(FILES)


def test_a_server_that_goes_in_between_is_not_said_to_lack_all(download, server):
    gone = "moon/gone.tif"
    seen = []

    def refuse(path):
        seen.append(path)
        return 503 if len(seen) > 2 * len(FILES) + 1 else None  # what the copying asks

    with in_front(server.address, refuse) as (address, _):
        download.write([*FILES, gone])
        ended = download.run(RCLONE_CONFIG_S3_NOAUTH_ENDPOINT=address)
    assert ended.returncode == 1
    assert "6 of 7 files are in" in ended.stderr
    assert "The server did not answer when it was asked for the names" in ended.stderr
    assert not download.missing(ended)


def test_each_server_is_asked_for_its_own(download, server, tmp_path):
    put(tmp_path / "second" / "other", {"b 1.tif": b"1", "b 2.tif": b"2"})
    first = [f"{server.address}/{BUCKET}/moon/strip%201/a%20b.tif"]
    with s3_server(tmp_path / "second") as address:
        download.write([*first, *(f"{address}/other/b%20{n}.tif" for n in (1, 2, 3))])
        for name in ("PROVIDER", "ENDPOINT"):
            del download.environment[f"RCLONE_CONFIG_S3_NOAUTH_{name}"]
        ended = download.run()
    assert ended.returncode == 1
    assert "NOT DOWNLOADED: other/b 3.tif: it is not on the server" in ended.stderr
    assert "3 of 4 files are in" in ended.stderr
    assert list(download.arrived()) == ["moon/strip 1/a b.tif"]
    assert (download.dest / "other" / "b 2.tif").read_bytes() == b"2"


def test_the_institutes_authorities_are_trusted(wine, server, tmp_path):
    (tmp_path / "authority").mkdir()
    authority = make_authority(tmp_path / "authority")
    tls = [f"--{kind}={authority.folder / name}" for kind, name in TLS.items()]
    bundle = wine.folder / "ca bundle.pem"
    bundle.write_text(authority.pem)
    with s3_server(server.bucket.parent, *tls) as address:
        download = Download(wine, address.replace("http:", "https:"))
        download.write(FILES)
        assert "unknown authority" in download.run().stderr
        assert download.run(AWS_CA_BUNDLE=wine.path(bundle)).returncode == 0
    assert download.arrived() == FILES


@pytest.fixture
def offline(wine):
    return Download(wine, "http://127.0.0.1:9")


def test_without_rclone_a_sentence_says_how_to_install_it(offline):
    offline.write(FILES)
    ended = offline.run(RCLONE=r"C:\nowhere\rclone.exe")
    assert ended.returncode == 2
    assert "rclone was not found. Install it" in ended.stderr


@pytest.mark.parametrize("arguments", [("",), ("a", "b")])
def test_without_one_dest_the_usage_is_shown(offline, arguments):
    offline.write(FILES)
    ended = offline.run(*arguments)
    assert ended.returncode == 2
    assert re.match(r'Usage: "-my .+ 5% \^images&\.download\.cmd" DEST', ended.stderr)


def test_a_backslash_at_the_end_does_no_harm(download):
    download.write(FILES)
    assert download.run(download.wine.path(download.dest) + "\\").returncode == 0
    assert download.arrived() == FILES


def test_an_empty_manifest_is_no_error(offline):
    offline.write([])
    ended = offline.run()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Nothing to download")


@pytest.mark.parametrize("suffix", [".txt", ".rclone.conf"])
def test_a_lost_companion_is_named(offline, suffix):
    offline.write(FILES)
    offline.manifest.with_suffix(suffix).unlink()
    ended = offline.run()
    assert ended.returncode == 2
    assert f"^images&{suffix}\" can't be read" in ended.stderr
