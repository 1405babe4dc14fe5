"""Downloads with real rclone, old and new, from a real S3 server: each way in which they end."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import threading
from contextlib import contextmanager

import pytest

from ard_qgis_plugin.core.download.download import Download, DownloadOptions
from ard_qgis_plugin.core.download.rclone_program import find_rclone
from ard_qgis_plugin.core.manifest.asset_file import AssetFile, FootprintRow
from ard_qgis_plugin.core.model.errors import CancelledError, RcloneError
from tests.support.clock.stopwatch import Stopwatch
from tests.support.files import contents
from tests.support.servers.s3 import BUCKET, NEW, OLD, Connection, in_front, put, s3_server

SMALL = {f"moon/strip {n}/ü{n}.tif": bytes([n]) * (1000 + n) for n in range(20)}
LARGE = {f"large/{n}.tif": os.urandom(12_000_000) for n in range(4)}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yields the address of a server with small and large files."""
    root = tmp_path_factory.mktemp("s3")
    put(root / BUCKET, {**SMALL, **LARGE})
    with s3_server(root) as address:
        yield address


class Job:
    """A download into a folder of its own, that can be run again."""

    def __init__(self, program, folder):
        self.program = find_rclone(str(program))
        self.folder = folder
        self.progress = []
        self._act, self._after = None, 0
        self.cancelled = threading.Event()
        self.patience = 60.0

    def run(self, server, keys):
        files = [AssetFile(FootprintRow(key), "image", f"{server}/{BUCKET}/{key}") for key in keys]
        options = DownloadOptions(self.folder, patience=self.patience)
        job = Download(self.program, options, self._note, self.cancelled.is_set)
        outcomes = job.run(files)
        assert [outcome.file.row.id for outcome in outcomes] == list(dict.fromkeys(keys))
        return {outcome.file.row.id: outcome for outcome in outcomes}

    def act_once(self, act, after=2_000_000):
        """Acts once so many bytes have come."""
        self._act, self._after = act, after

    def _note(self, progress):
        self.progress.append(progress)
        if self._act and progress.size > self._after:
            act, self._act = self._act, None
            act()

    def statuses(self, server, keys):
        return {key: outcome.status.value for key, outcome in self.run(server, keys).items()}

    def content(self):
        return contents(self.folder / BUCKET)


@pytest.fixture(params=[OLD, NEW], ids=["debian", "current"])
def job(request, tmp_path):
    if not request.param.exists():
        pytest.skip(f"{request.param} is not there")
    return Job(request.param, tmp_path / "to: here ü")


def all_are(status, keys):
    return dict.fromkeys(keys, status)


def test_everything_arrives_and_a_second_run_copies_nothing(job, server):
    assert job.statuses(server, SMALL) == all_are("copied", SMALL)
    assert job.content() == SMALL
    changed = {path: path.stat().st_ctime_ns for path in job.folder.rglob("*")}
    assert job.statuses(server, SMALL) == all_are("already_there", SMALL)
    assert {path: path.stat().st_ctime_ns for path in job.folder.rglob("*")} == changed


def test_progress_counts_files_and_bytes_to_the_end(job, server):
    job.run(server, SMALL)
    job.run(server, [*SMALL, *LARGE])
    total = sum(map(len, [*SMALL.values(), *LARGE.values()]))
    *_, last = job.progress
    assert (last.files, last.files_total, last.size, last.size_total) == (24, 24, total, total)
    sizes = [each.size for each in job.progress if each.files_total == 24]
    assert sizes == sorted(sizes)
    assert sizes[0] >= sum(map(len, SMALL.values()))


def test_a_missing_key_and_a_missing_bucket_fail_alone(job, server):
    outcomes = job.run(server, ["moon/gone.tif", *SMALL])
    gone = outcomes.pop("moon/gone.tif")
    assert (gone.status.value, gone.reason, gone.size) == (
        "failed",
        "it is not on the server",
        None,
    )
    assert {outcome.status.value for outcome in outcomes.values()} == {"copied"}
    elsewhere = AssetFile(FootprintRow("x"), "image", f"{server}/no-such-bucket/x.tif")
    options = DownloadOptions(job.folder)
    (x,) = Download(job.program, options, job.progress.append, lambda: False).run([elsewhere])
    assert (x.status.value, x.reason) == ("failed", "it is not on the server")


def test_a_file_named_twice_is_there_once(job, server):
    key = next(iter(SMALL))
    assert job.statuses(server, [key, key]) == {key: "copied"}


def test_a_file_that_is_cut_or_changed_is_copied_again(job, server):
    job.run(server, SMALL)
    cut, changed, *_ = (job.folder / BUCKET / key for key in SMALL)
    os.truncate(cut, 10)
    changed.write_bytes(b"x" * changed.stat().st_size)
    statuses = job.statuses(server, SMALL)
    assert list(statuses.values()).count("copied") == 2
    assert job.content() == SMALL


def test_files_that_are_refused_fail_alone(job, server):
    refused = [key for number, key in enumerate(SMALL) if number in (3, 4, 17)]
    marks = tuple(f"/strip%20{number}/" for number in (3, 4, 17))
    with in_front(server, lambda path: 403 if any(m in path for m in marks) else None) as (at, _):
        outcomes = job.run(at, SMALL)
    assert {key for key, each in outcomes.items() if each.status.value == "failed"} == set(refused)
    for key in refused:
        assert outcomes[key].reason.startswith("no permission on the server (403")
    assert len(job.content()) == 17
    assert job.statuses(server, refused) == all_are("copied", refused)


def test_a_bucket_without_permission_ends_in_a_report(job, tmp_path):
    put(tmp_path / "s3" / BUCKET, SMALL)
    with s3_server(tmp_path / "s3", "--auth-key", "someone,secret") as private:
        outcomes = job.run(private, SMALL)
    assert {each.status.value for each in outcomes.values()} == {"failed"}
    assert {each.reason[:18] for each in outcomes.values()} == {"the server refuses"}
    assert job.content() == {}


def test_a_server_that_is_not_there_ends_soon(job, server):
    job.run(server, list(SMALL)[:2])
    watch = Stopwatch()
    outcomes = job.run("http://127.0.0.1:1", SMALL)
    assert watch.seconds() < 30
    assert {each.reason for each in outcomes.values()} == {
        "the server can't be reached (connection refused)"
    }
    assert len(job.content()) == 2


@contextmanager
def slowly(monkeypatch, rate="4M"):
    monkeypatch.setenv("RCLONE_BWLIMIT", rate)
    yield
    monkeypatch.delenv("RCLONE_BWLIMIT")


def whole_or_absent(job):
    return all(LARGE[key] == content for key, content in job.content().items())


def test_a_network_that_vanishes_leaves_whole_files_and_a_report(job, server, monkeypatch):
    cable = Connection(server)
    watch = Stopwatch()
    with slowly(monkeypatch):
        job.act_once(cable.cut)
        outcomes = job.run(cable.address, [*LARGE])
    assert watch.seconds() < 90
    failed = [each for each in outcomes.values() if each.status.value == "failed"]
    assert failed
    assert all("server can't be reached" in each.reason for each in failed), failed
    assert whole_or_absent(job)
    assert set(job.statuses(server, LARGE).values()) <= {"copied", "already_there"}
    assert job.content() == LARGE


def test_a_network_that_goes_dead_is_given_up(job, server, monkeypatch):
    cable = Connection(server)
    job.patience = 3.0
    watch = Stopwatch()
    with slowly(monkeypatch):
        job.act_once(cable.go_dead)
        outcomes = job.run(cable.address, [*LARGE])
    assert watch.seconds() < 60
    assert "nothing came for 3 s" in {each.reason for each in outcomes.values()}
    assert whole_or_absent(job)
    job.run(server, LARGE)
    assert job.content() == LARGE


def children_named(name):
    """Returns the processes that this one has started, by the program's name."""
    said = subprocess.run(
        ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return [int(line.split()[0]) for line in said.splitlines() if line.split()[1] == name]


def kill_rclone(servers):
    for pid in set(children_named("rclone")) - servers:
        os.kill(pid, signal.SIGKILL)


@pytest.mark.proc
def test_an_rclone_killed_three_times_ends_with_every_byte_right(job, server, monkeypatch):
    servers = set(children_named("rclone"))
    for after in (3_000_000, 15_000_000, 28_000_000):
        with slowly(monkeypatch, "6M"):
            job.act_once(lambda: kill_rclone(servers), after)
            outcomes = job.run(server, LARGE)
        reasons = {each.reason for each in outcomes.values() if each.status.value == "failed"}
        assert reasons == {"rclone was killed (signal 9)"}
        assert whole_or_absent(job)
        job.progress.clear()
    assert set(job.statuses(server, LARGE).values()) <= {"copied", "already_there"}
    sums = {key: hashlib.sha256(content).digest() for key, content in job.content().items()}
    assert sums == {key: hashlib.sha256(content).digest() for key, content in LARGE.items()}


def test_cancelling_ends_at_once_and_leaves_nothing_cut(job, server, monkeypatch):
    servers = set(children_named("rclone"))
    with slowly(monkeypatch):
        watches = []
        job.act_once(lambda: (job.cancelled.set(), watches.append(Stopwatch())))
        with pytest.raises(CancelledError, match="Run it again to complete it"):
            job.run(server, LARGE)
    assert watches[0].seconds() < 5
    assert set(children_named("rclone")) == servers
    assert whole_or_absent(job)
    job.cancelled.clear()
    job.run(server, LARGE)
    assert job.content() == LARGE


@pytest.fixture
def small_disk(tmp_path):
    """Returns a disk of 20 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=20m", "none", place], capture_output=True, check=False
    ).returncode:
        pytest.skip("this user can't mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.proc  # umount finds the disk there
def test_a_full_disk_is_said_and_room_completes_the_download(job, server, small_disk):
    job.folder = small_disk / "images"
    outcomes = job.run(server, [*SMALL, *LARGE])
    failed = {each.reason for each in outcomes.values() if each.status.value == "failed"}
    assert failed == {"the disk is full"}
    content = job.content()
    assert SMALL.items() <= content.items()
    assert all({**SMALL, **LARGE}[key] == value for key, value in content.items())
    subprocess.run(["mount", "-o", "remount,size=100m", small_disk], check=True)
    job.run(server, [*SMALL, *LARGE])
    assert job.content() == {**SMALL, **LARGE}


def test_a_place_that_can_not_be_written_is_said(job, server):
    key, other = list(SMALL)[:2]
    (job.folder / BUCKET / key / "in the way").mkdir(parents=True)
    outcomes = job.run(server, [key, other])
    assert outcomes[key].status.value == "failed"
    assert outcomes[key].reason
    assert outcomes[other].status.value == "copied"


def test_the_users_own_variables_and_conf_spoil_nothing(job, server, monkeypatch, tmp_path):
    own = {"VERBOSE": "2", "DRY_RUN": "true", "EXCLUDE": "*", "LOG_FILE": str(tmp_path / "log")}
    for name, value in {**own, "CONFIG": "/nowhere", "USE_JSON_LOG": "false"}.items():
        monkeypatch.setenv(f"RCLONE_{name}", value)
    monkeypatch.setenv("AWS_CA_BUNDLE", "/etc/ssl/certs/ca-certificates.crt")
    monkeypatch.setenv("TZ", "America/New_York")
    assert job.statuses(server, SMALL) == all_are("copied", SMALL)
    assert job.statuses(server, SMALL) == all_are("already_there", SMALL)
    assert not (tmp_path / "log").exists()


def test_a_remote_can_be_sent_to_another_server(job, server, monkeypatch):
    monkeypatch.setenv("RCLONE_CONFIG_S3_NOAUTH_PROVIDER", "Other")
    monkeypatch.setenv("RCLONE_CONFIG_S3_NOAUTH_ENDPOINT", server)
    aws = f"https://{BUCKET}.s3-us-west-2.amazonaws.com"
    (outcome,) = Download(
        job.program, DownloadOptions(job.folder), job.progress.append, lambda: False
    ).run([AssetFile(FootprintRow("a"), "image", f"{aws}/moon/strip%201/%C3%BC1.tif")])
    assert outcome.status.value == "copied"


def test_two_servers_and_addresses_of_no_bucket(job, server, tmp_path):
    put(tmp_path / "second" / "other", {"b 1.tif": b"1"})
    key = next(iter(SMALL))
    with s3_server(tmp_path / "second") as second:
        hrefs = (
            f"{server}/{BUCKET}/{key}",
            "ftp://example.org/a.tif",
            f"{second}/other/b%201.tif",
            f"{second}/{BUCKET}/{key}",
        )
        files = [AssetFile(FootprintRow(str(n)), "image", href) for n, href in enumerate(hrefs)]
        files.append(AssetFile(FootprintRow("4"), "dtm", problem="it has no asset 'dtm'"))
        options = DownloadOptions(job.folder)
        outcomes = Download(job.program, options, job.progress.append, lambda: False).run(files)
    assert [each.status.value for each in outcomes] == [
        *("copied", "failed", "copied", "failed", "failed")
    ]
    assert "only http, https and s3" in outcomes[1].reason
    assert "taken by a file of another server" in outcomes[3].reason
    assert outcomes[4].reason == "it has no asset 'dtm'"


def program_that_says(path, text):
    path.write_text(f"#!/bin/sh\necho '{text}'\n")
    path.chmod(0o755)
    return path


def test_rclone_is_the_one_of_the_setting_or_the_first_that_will_do(tmp_path, monkeypatch):
    old = program_that_says(tmp_path / "rclone", "rclone v1.53.3-DEV")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    if OLD.exists():
        assert find_rclone().path == str(OLD)
        assert find_rclone().version >= (1, 60)
    assert find_rclone(str(NEW)).path == str(NEW)
    with pytest.raises(RcloneError, match=r"is rclone 1\.53, at least 1\.60 is needed: install it"):
        find_rclone(str(old))
    with pytest.raises(RcloneError, match="doesn't say that it is rclone"):
        find_rclone(str(program_that_says(tmp_path / "other", "hello")))
    with pytest.raises(RcloneError, match=r"can't be run \(No such file.*apt install rclone"):
        find_rclone("/nowhere/rclone")
