"""NAME.download.sh with real rclone, old and new, against a real S3 server on loopback."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.clock.conditions import wait_until
from tests.support.files import contents
from tests.support.servers.s3 import BUCKET, NEW, put, s3_server

MOON = f"https://{BUCKET}.s3-us-west-2.amazonaws.com/moon/"
IMAGES = {f"moon/strip {n}/ü{n}.tif": bytes([n]) * (1000 + n) for n in range(20)}
ODD = [
    "$(touch pwned)`touch pwned`",
    "'; touch pwned; '",
    '"quoted" & | > < * ? [x] {y}',
    "-rf",
    "--config",
    "# comment",
    "; comment",
    " blanks around ",
    "back\\slash \\n",
    "colon: Copied (new)",
    "100% %s",
]


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    """Yields a server's address and the folder of the bucket that it serves."""
    root = tmp_path_factory.mktemp("s3")
    put(root / BUCKET, IMAGES)
    put(root / BUCKET, {f"odd/{name}/{name}": name.encode() for name in ODD})
    put(root / BUCKET, {"large.tif": os.urandom(12_000_000)})
    with s3_server(root) as endpoint:
        yield endpoint, root / BUCKET


class Download:
    """A manifest in a folder with an awkward name, and the means to run its script."""

    def __init__(self, folder, rclone, endpoint):
        self.manifest = folder / "it's a $folder ü" / "-my images.txt"
        self.manifest.parent.mkdir()
        self.dest = folder / "to: here"
        self.starts = folder / "starts"
        self.starts.touch()
        self.home = folder / "home"
        self.home.mkdir()
        self.rclone = self._counted(folder / "bin" / "rclone", rclone)
        self.env = {
            "PATH": f"{self.rclone.parent}:/usr/bin:/bin",
            "HOME": str(self.home),
            "RCLONE_CONFIG_S3_NOAUTH_PROVIDER": "Other",
            "RCLONE_CONFIG_S3_NOAUTH_ENDPOINT": endpoint,
            "RCLONE_RETRIES": "1",
            "RCLONE_LOW_LEVEL_RETRIES": "1",
        }

    def _counted(self, wrapper, rclone):
        quoted = [shlex.quote(str(path)) for path in (self.starts, rclone)]
        wrapper.parent.mkdir()
        wrapper.write_text(
            f'#!/bin/sh\necho "$$ $*" >>{quoted[0]}\nexec {quoted[1]} "$@"\n', encoding="utf-8"
        )
        wrapper.chmod(0o755)
        return wrapper

    @property
    def processes(self):
        return self.starts.read_text().splitlines()

    @property
    def script(self):
        return self.manifest.with_suffix(".download.sh")

    def write(self, hrefs):
        with ManifestWriter(self.manifest, "s3_noauth") as writer:
            for href in hrefs:
                writer.add(href)

    def run(self, *args, cwd=None, **env):
        command = ["sh", self.script, *(args or [self.dest])]
        return subprocess.run(
            command,
            cwd=cwd,
            env=self.env | env,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def missing(self, ended):
        """Returns the keys that the script named as not downloaded, from its standard error."""
        mark = f"NOT DOWNLOADED: {BUCKET}/"
        keys = [line.split("/", 2)[2] for line in self.manifest.read_text().splitlines()]
        named = [n.removeprefix(mark) for n in ended.stderr.splitlines() if n.startswith(mark)]
        return [max((k for k in keys if n.startswith(f"{k}: ")), key=len) for n in named]

    def arrived(self):
        return contents(self.dest / BUCKET)


@pytest.fixture(params=["/usr/bin/rclone", str(NEW)], ids=["debian", "current"])
def download(request, tmp_path, bucket):
    if not Path(request.param).exists():
        pytest.skip(f"{request.param} is not there")
    return Download(tmp_path, request.param, bucket[0])


def hrefs(keys):
    return [f"s3://{BUCKET}/{key}" for key in keys]


def test_one_process_downloads_every_file(download):
    download.write(hrefs(IMAGES))
    ended = download.run()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert download.arrived() == IMAGES
    assert len(download.processes) == 1
    assert ended.stdout.splitlines()[-1] == f"All 20 files are in {download.dest}."


def test_a_second_run_copies_nothing(download):
    download.write(hrefs(IMAGES))
    download.run()
    changed = {path: path.stat().st_ctime_ns for path in download.dest.rglob("*")}
    assert download.run().returncode == 0
    assert {path: path.stat().st_ctime_ns for path in download.dest.rglob("*")} == changed


def test_missing_keys_and_buckets_are_named(download):
    download.write([MOON + "gone.tif", *hrefs(IMAGES), MOON + "strip%201/gone: too.tif"])
    ended = download.run()
    assert ended.returncode == 1
    assert download.missing(ended) == ["moon/gone.tif", "moon/strip 1/gone: too.tif"]
    assert "20 of 22 files are in" in ended.stderr
    assert download.arrived() == IMAGES

    download.write(["s3://no-such-bucket/a.tif"])
    ended = download.run()
    assert ended.returncode == 1
    assert "NOT DOWNLOADED: no-such-bucket/a.tif: it is not on the server" in ended.stderr


def test_an_old_copy_of_a_file_that_is_gone_does_not_count(download):
    put(download.dest / BUCKET, {"moon/gone.tif": b"half"})
    download.write([MOON + "gone.tif"])
    ended = download.run()
    assert ended.returncode == 1
    assert download.missing(ended) == ["moon/gone.tif"]


def test_a_truncated_file_is_completed(download):
    download.write(hrefs(IMAGES))
    download.run()
    key = next(iter(IMAGES))
    os.truncate(download.dest / BUCKET / key, 10)
    assert download.run().returncode == 0
    assert download.arrived() == IMAGES


def test_a_place_that_cannot_be_written_is_named_with_the_reason(download):
    key, other = list(IMAGES)[:2]
    (download.dest / BUCKET / key / "a folder in the way").mkdir(parents=True)
    download.write(hrefs([key, other]))
    ended = download.run()
    assert ended.returncode == 1
    assert download.missing(ended) == [key]
    assert download.arrived() == {other: IMAGES[other]}


def test_a_server_that_is_gone_ends_with_every_file_named(download):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{unused.getsockname()[1]}"
        keys = list(IMAGES)[:3]
        put(download.dest / BUCKET, dict.fromkeys(keys, b"half"))
        download.write(hrefs(keys))
        ended = download.run(RCLONE_CONFIG_S3_NOAUTH_ENDPOINT=gone)
    assert ended.returncode == 1
    assert "connection refused" in ended.stderr
    assert download.missing(ended) == keys


def test_names_from_a_catalogue_stay_names(download, tmp_path):
    keys = [f"odd/{name}/{name}" for name in ODD]
    forged = "odd/colon"  # the log's line for another key ends like that of a copied one
    download.write(hrefs([*keys, forged]))
    ended = download.run(cwd=tmp_path)
    assert ended.returncode == 1
    assert download.missing(ended) == [forged]
    assert download.arrived() == {key: key.rpartition("/")[2].encode() for key in keys}
    assert not [*tmp_path.rglob("pwned")]


def test_companions_are_found_from_anywhere_and_dest_may_be_relative(download, tmp_path):
    download.write(hrefs(IMAGES))
    for dest in ("-out", "a:b/c d"):
        download.dest = download.manifest.parent / dest
        command = ["sh", f"./{download.script.name}", dest]
        subprocess.run(command, cwd=download.manifest.parent, env=download.env, check=True)
        assert download.arrived() == IMAGES
    download.dest = tmp_path / "out"
    subprocess.run(
        [download.script.relative_to(tmp_path), "out"], cwd=tmp_path, env=download.env, check=True
    )
    assert download.arrived() == IMAGES


def test_a_certificate_bundle_in_the_environment_is_handed_on(download, tmp_path):
    bundle = Path("/etc/ssl/certs/ca-certificates.crt")
    if not bundle.exists():
        pytest.skip("this system has no certificate bundle at the usual place")
    download.write(hrefs(IMAGES))
    assert download.run(AWS_CA_BUNDLE=str(bundle)).returncode == 0
    assert f"--ca-cert={bundle}" in download.processes[0]
    assert download.run(AWS_CA_BUNDLE=str(tmp_path / "nowhere.crt")).returncode == 0
    assert "--ca-cert" not in download.processes[1]


def test_the_users_rclone_conf_is_neither_read_nor_written(download):
    own = download.home / ".config" / "rclone" / "rclone.conf"
    put(own.parent, {own.name: b"[s3_noauth]\ntype = local\n"})
    download.write(hrefs(IMAGES))
    assert download.run().returncode == 0
    assert download.arrived() == IMAGES
    assert [path for path in download.home.rglob("*") if path.is_file()] == [own]
    assert own.read_bytes() == b"[s3_noauth]\ntype = local\n"


def test_each_server_has_one_process_and_needs_no_setting(download, tmp_path, bucket):
    put(tmp_path / "second" / "other", {"b 1.tif": b"1", "b 2.tif": b"2"})
    first = [f"{bucket[0]}/{BUCKET}/{key}" for key in IMAGES]
    with s3_server(tmp_path / "second") as endpoint:
        second = [f"{endpoint}/other/b%20{n}.tif" for n in (1, 2, 3)]
        download.write([*first[:3], *second, *first[3:]])
        for name in ("PROVIDER", "ENDPOINT"):
            del download.env[f"RCLONE_CONFIG_S3_NOAUTH_{name}"]
        ended = download.run()
    assert ended.returncode == 1
    assert "NOT DOWNLOADED: other/b 3.tif: it is not on the server" in ended.stderr
    assert "22 of 23 files are in" in ended.stderr
    assert len(download.processes) == 2
    assert download.arrived() == IMAGES
    assert (download.dest / "other" / "b 2.tif").read_bytes() == b"2"


def test_files_in_many_parts_count_as_downloaded(download, bucket):
    download.write(hrefs(["large.tif"]))
    assert download.run(RCLONE_MULTI_THREAD_CUTOFF="1M").returncode == 0
    assert download.arrived() == {"large.tif": (bucket[1] / "large.tif").read_bytes()}


def test_stopping_the_script_stops_rclone_and_a_second_run_completes(download, bucket):
    download.write(hrefs(["large.tif"]))
    command = ["sh", download.script, download.dest]
    slow = download.env | {"RCLONE_BWLIMIT": "1M"}
    with subprocess.Popen(command, env=slow, stderr=subprocess.PIPE, text=True) as script:
        wait_until(lambda: any(path.is_file() for path in download.dest.rglob("*")))
        script.send_signal(signal.SIGTERM)
        _, said = script.communicate(timeout=300)
    assert script.returncode == 1
    assert "Stopped. Run the script again" in said
    with pytest.raises(ProcessLookupError):
        os.kill(int(download.processes[0].split()[0]), 0)
    assert download.run().returncode == 0
    assert download.arrived() == {"large.tif": (bucket[1] / "large.tif").read_bytes()}


def test_nothing_is_left_in_the_temporary_folder(download, tmp_path):
    (tmp_path / "tmp").mkdir()
    download.write([*hrefs(IMAGES), MOON + "gone.tif"])
    download.run(TMPDIR=str(tmp_path / "tmp"))
    assert not [*(tmp_path / "tmp").iterdir()]


def test_rclone_can_be_named(download, tmp_path):
    download.write(hrefs(IMAGES))
    named = shutil.move(download.rclone, tmp_path / "my rclone")
    ended = download.run(RCLONE=str(named), PATH="/usr/sbin:/usr/bin:/bin")
    assert ended.returncode == 0
    assert len(download.processes) == 1


@pytest.fixture
def offline(tmp_path):
    return Download(tmp_path, "/nonexistent/rclone", "http://127.0.0.1:9")


def test_without_rclone_a_sentence_says_how_to_install_it(offline):
    offline.write(hrefs(IMAGES))
    ended = offline.run(RCLONE="/nonexistent/rclone")
    assert ended.returncode == 2
    assert "rclone was not found. Install it" in ended.stderr


def test_an_rclone_that_does_not_start_is_no_success(offline):
    offline.write(hrefs(IMAGES))
    ended = offline.run()
    assert ended.returncode == 1
    assert len(offline.missing(ended)) == len(IMAGES)
    assert "not found" in ended.stderr


@pytest.mark.parametrize("args", [[""], ["a", "b"]])
def test_without_one_dest_the_usage_is_shown(offline, args):
    offline.write(hrefs(IMAGES))
    ended = offline.run(*args)
    assert ended.returncode == 2
    assert ended.stderr.startswith("Usage: sh -my images.download.sh DEST")


def test_an_empty_manifest_is_no_error(offline):
    offline.write([])
    ended = offline.run()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Nothing to download")
    assert offline.processes == []


@pytest.mark.parametrize("suffix", [".txt", ".rclone.conf"])
def test_a_lost_companion_is_named(offline, suffix):
    offline.write(hrefs(IMAGES))
    lost = offline.manifest.with_suffix(suffix)
    lost.unlink()
    ended = offline.run()
    assert ended.returncode == 2
    assert f"{lost} can't be read" in ended.stderr
