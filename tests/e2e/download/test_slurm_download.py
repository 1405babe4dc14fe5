"""The array job NAME.slurm.sh in a real Slurm, with real rclone, from a real S3 server."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.servers.s3 import BUCKET, NEW, OLD, logged_s3_server, put
from tests.support.systems.slurm import Slurm

FILES = {f"moon/strip {n}/ü%{n}.tif": bytes([n]) * 200_000 for n in range(12)}
PARTS = 3


@pytest.fixture
def server(tmp_path):
    with logged_s3_server(tmp_path, FILES) as server:
        yield server


class Job:
    """A manifest in parts in a folder with an awkward name, and what Slurm makes of it."""

    def __init__(self, slurm: Slurm, folder: Path, server: str, rclone: Path) -> None:
        self.slurm = slurm
        self.manifest = folder / "it's a $folder ü 100%" / "-my \\images %a.txt"
        self.manifest.parent.mkdir()
        self.summary = self.manifest.with_suffix(".summary.txt")
        self.dest = folder / "to: here"
        self.starts = folder / "starts"
        wrapper = folder / "rclone"
        wrapper.write_text(f'#!/bin/sh\necho $$ >>"{self.starts}"\nexec "{rclone}" "$@"\n')
        wrapper.chmod(0o755)
        self.environment = {
            "PATH": os.environ["PATH"],
            "RCLONE": str(wrapper),
            "RCLONE_CONFIG_S3_NOAUTH_PROVIDER": "Other",
            "RCLONE_CONFIG_S3_NOAUTH_ENDPOINT": server,
            "RCLONE_RETRIES": "1",
            "RCLONE_TRANSFERS": "1",
            **slurm.environment,
        }

    def write(self, keys):
        with ManifestWriter(self.manifest, "s3_noauth", PARTS) as writer:
            for key in keys:
                writer.add(f"s3://{BUCKET}/{key}")

    def run(self, *options, **environment):
        """Runs the script as a user does; returns how it ended."""
        return subprocess.run(
            ["sh", self.manifest.with_suffix(".slurm.sh"), self.dest, *options],
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def run_to_the_end(self, *options):
        """Runs the script and waits for its summary; returns the job's number and the summary."""
        self.summary.unlink(missing_ok=True)
        started = self.run(*options)
        assert (started.returncode, started.stderr) == (0, "")
        return re.match(r"Job (\d+) ", started.stdout)[1], self.wait_for_summary()

    def start_slowly(self):
        """Starts the job, each file taking a second; returns its number once one is whole."""
        started = self.run(RCLONE_BWLIMIT="200k")
        assert started.returncode == 0, started.stderr
        number = re.match(r"Job (\d+) ", started.stdout)[1]
        self.slurm.until(lambda: 0 < len(self.arrived()) < len(self.all_files()))
        return number  # and the next is under way

    def wait_for_summary(self):
        self.slurm.until(self.summary.exists)
        return self.summary.read_text()

    def arrived(self):
        """Returns the files that are there and whole."""
        root = self.dest / BUCKET
        files = {
            str(path.relative_to(root)): path.read_bytes()
            for path in root.rglob("*.tif")
            if path.is_file()
        }
        return {key: content for key, content in files.items() if content == FILES.get(key)}

    def all_files(self):
        return {path.name for path in self.dest.rglob("*") if path.is_file()}


@pytest.fixture(params=[OLD, NEW], ids=["debian", "current"])
def job(request, slurm, server, tmp_path):
    if not request.param.exists():
        pytest.skip(f"{request.param} is not there")
    yield Job(slurm, tmp_path, server.address, request.param)
    slurm.cancel_all()


def test_each_part_is_a_task_and_each_file_is_fetched_once(job, server):
    job.write(FILES)
    _, said = job.run_to_the_end()
    assert said == f"12 of 12 files are in {job.dest}.\n"
    assert job.arrived() == FILES
    assert server.requests("GET") == Counter(list(FILES))
    assert len(job.starts.read_text().split()) == PARTS

    assert job.run("--wait").returncode == 0
    assert server.requests("GET") == Counter(list(FILES))


def test_a_missing_key_fails_its_task_and_is_named(job, server):
    keys = list(FILES)
    job.write([*keys[:6], "moon/gone 100%.tif", *keys[6:]])
    number, said = job.run_to_the_end()
    tasks = job.slurm.tasks(number)
    assert {n: (task.state, task.code) for n, task in tasks.items()} == {
        1: ("COMPLETED", 0),
        2: ("FAILED", 1),
        3: ("COMPLETED", 0),
    }
    assert said.splitlines() == [
        f"NOT DOWNLOADED: {BUCKET}/moon/gone 100%.tif: it is not on the server",
        f"12 of 13 files are in {job.dest}.",
    ]
    assert job.run("--wait", "--array=2").returncode == 1
    put(server.bucket, {"moon/gone 100%.tif": b"back"})
    _, said = job.run_to_the_end("--array=2")
    assert said == f"13 of 13 files are in {job.dest}.\n"
    assert server.requests("GET") == Counter([*FILES, "moon/gone 100%.tif"])


def put_back(job, number):
    job.slurm.call("scontrol", "requeue", f"{number}_1")


def kill_rclone(job, _):
    job.slurm.kill(int(job.starts.read_text().split()[0]))


@pytest.mark.parametrize("kill", [put_back, kill_rclone])
def test_a_task_that_is_killed_is_put_back_and_completes(kill, job, server):
    job.write(FILES)
    number = job.start_slowly()
    whole = job.arrived()
    kill(job, number)
    tasks = job.slurm.wait(number)
    assert {task.state for task in tasks.values()} == {"COMPLETED"}
    assert sum(task.restarts for task in tasks.values()) == 1
    assert job.wait_for_summary() == f"12 of 12 files are in {job.dest}.\n"
    assert job.arrived() == FILES
    assert job.all_files() == {Path(key).name for key in FILES}
    fetched = server.requests("GET")
    assert {key: fetched[key] for key in whole} == dict.fromkeys(whole, 1)
    assert fetched.total() <= len(FILES) + 1  # what was under way


@pytest.mark.parametrize("job", [NEW], indirect=True)
def test_a_task_whose_time_is_up_is_put_back_before(job, server):
    job.write(FILES)
    # 8 s for each of four files; Slurm looks at the time every 30 s
    started = job.run("--array=1", "--time=1", RCLONE_BWLIMIT="25k")
    number = re.match(r"Job (\d+) ", started.stdout)[1]
    task = job.slurm.wait(number, 300)[1]
    assert task.state == "COMPLETED"
    assert task.restarts >= 1
    assert len(job.arrived()) == 4
    assert server.requests("GET").total() <= 4 + task.restarts  # what was under way


@pytest.mark.parametrize("job", [NEW], indirect=True)
def test_a_node_that_reboots_takes_its_tasks_up_again(job, server):
    job.write(FILES)
    number = job.start_slowly()
    job.slurm.cut_power()
    whole = job.arrived()
    job.slurm.until(lambda: job.slurm.node_state() == "down*")
    job.slurm.start_node()
    assert not all(task.ended for task in job.slurm.tasks(number).values())
    tasks = job.slurm.wait(number)
    assert {task.state for task in tasks.values()} == {"COMPLETED"}
    assert sum(task.restarts for task in tasks.values()) == 2  # one on each processor
    assert job.wait_for_summary() == f"12 of 12 files are in {job.dest}.\n"
    assert job.arrived() == FILES
    assert job.all_files() == {Path(key).name for key in FILES}
    fetched = server.requests("GET")
    assert {key: fetched[key] for key in whole} == dict.fromkeys(whole, 1)
    assert fetched.total() <= len(FILES) + 2  # what was under way


def test_a_part_that_did_not_end_is_named(job):
    job.write(FILES)
    number = job.start_slowly()
    job.slurm.call("scancel", f"{number}_1", f"{number}_3")
    job.slurm.wait(number)
    said = job.wait_for_summary().splitlines()
    assert said[0].startswith("PART 1 DID NOT END: ")
    assert said[1] == "PART 3 DID NOT END: it has not run"
    assert said[2] == f"4 of 12 files are in {job.dest}."
    script = job.manifest.with_suffix(".slurm.sh").name
    assert said[3] == f"Go on with: sh {script} DEST --array=1,3"
    _, said = job.run_to_the_end("--array=1,3")
    assert said == f"12 of 12 files are in {job.dest}.\n"
    assert job.arrived() == FILES


@pytest.mark.parametrize("job", [NEW], indirect=True)
def test_a_part_whose_own_shell_is_killed_is_named(job, server):
    job.write(FILES)
    number = job.start_slowly()
    job.slurm.kill_script(1)
    whole = job.arrived()
    tasks = job.slurm.wait(number)
    assert {n: task.state for n, task in tasks.items()} == {
        1: "FAILED",
        2: "COMPLETED",
        3: "COMPLETED",
    }
    named, count, go_on = job.wait_for_summary().splitlines()
    assert named.startswith("PART 1 DID NOT END: ")
    assert count == f"8 of 12 files are in {job.dest}."
    assert go_on.endswith(" DEST --array=1")
    assert job.run("--wait", "--array=1").returncode == 0
    assert job.arrived() == FILES
    fetched = server.requests("GET")
    assert {key: fetched[key] for key in whole} == dict.fromkeys(whole, 1)
    assert fetched.total() <= len(FILES) + 1  # what was under way
