"""Manifests in parts, and the Slurm job that downloads them, run as Slurm runs it."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from ard_qgis_plugin.core.manifest.parts import part_sizes
from ard_qgis_plugin.core.model.errors import InputError

HREF = "https://astrogeo-ard.s3-us-west-2.amazonaws.com/moon/{}.tif"


def write(path, count, parts):
    with ManifestWriter(path, "s3_noauth", parts) as writer:
        for number in range(count):
            writer.add(HREF.format(number))


def parts_of(folder, stem="m"):
    return sorted(path.name for path in folder.glob(f"{stem}.part-*.txt"))


@given(st.integers(1, 100_000), st.integers(1, 1000))
def test_parts_are_as_equal_as_can_be_and_none_is_empty(lines, parts):
    sizes = part_sizes(lines, parts)
    assert sum(sizes) == lines
    assert len(sizes) == min(lines, parts)
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= 1


def test_the_parts_in_order_are_the_manifest(tmp_path):
    write(tmp_path / "m.txt", 10, 4)
    names = parts_of(tmp_path)
    assert names == [f"m.part-00{number}.txt" for number in (1, 2, 3, 4)]
    whole = "".join((tmp_path / name).read_text() for name in names)
    assert whole == (tmp_path / "m.txt").read_text()
    assert "#SBATCH --array=1-4\n" in (tmp_path / "m.slurm.sh").read_text()


@pytest.mark.parametrize(("count", "parts"), [(5, 1), (0, 3)])
def test_without_something_to_part_there_are_none(tmp_path, count, parts):
    write(tmp_path / "m.txt", count, parts)
    assert parts_of(tmp_path) == []
    assert not (tmp_path / "m.slurm.sh").exists()


def test_parts_of_an_earlier_run_go_and_others_stay(tmp_path):
    write(tmp_path / "m.txt", 6, 6)
    write(tmp_path / "m.other.txt", 2, 2)
    mine = tmp_path / "m.part-one.txt"
    mine.write_text("mine")
    write(tmp_path / "m.txt", 6, 2)
    assert parts_of(tmp_path) == ["m.part-001.txt", "m.part-002.txt", mine.name]
    assert len(parts_of(tmp_path, "m.other")) == 2
    write(tmp_path / "m.txt", 6, 1)
    assert parts_of(tmp_path) == [mine.name]
    assert not (tmp_path / "m.slurm.sh").exists()


@pytest.mark.parametrize("parts", [0, -1, 1001])
def test_a_number_of_parts_that_makes_no_sense_is_refused(tmp_path, parts):
    with pytest.raises(InputError, match="PARTS"):
        ManifestWriter(tmp_path / "m.txt", "s3_noauth", parts)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def job(tmp_path):
    """Returns what runs a part of a manifest with an awkward name as Slurm does."""
    home = tmp_path / "it's $HOME ü"
    home.mkdir()
    write(home / "my images'.txt", 5, 2)
    spool = tmp_path / "spool"
    spool.mkdir()
    shutil.copy(home / "my images'.slurm.sh", spool / "slurm_script")
    rclone = tmp_path / "rclone"
    rclone.write_text("#!/bin/sh\nexit 3\n")
    rclone.chmod(0o755)
    tools = tmp_path / "bin"
    tools.mkdir()
    scontrol = tools / "scontrol"
    scontrol.write_text(f'#!/bin/sh\necho "$*" >>"{tmp_path}/scontrol"\n')
    scontrol.chmod(0o755)

    def run(*args, **env):
        path = f"{tools}:{os.environ['PATH']}"
        own = {"PATH": path, "RCLONE": str(rclone), "SLURM_SUBMIT_DIR": str(home)}
        return subprocess.run(
            ["sh", str(spool / "slurm_script"), *args],
            env={**own, **env},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize(("task", "keys"), [("1", (0, 1)), ("2", (2, 3, 4))])
def test_each_task_of_the_job_downloads_its_part(job, tmp_path, task, keys):
    done = job(str(tmp_path / "out"), SLURM_ARRAY_TASK_ID=task)
    named = [line for line in done.stderr.splitlines() if line.startswith("NOT DOWNLOADED")]
    assert [line.split(": ")[1] for line in named] == [
        f"astrogeo-ard/moon/{key}.tif" for key in keys
    ]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("restarts", "calls"), [("", ["requeue 7_1\n"]), ("9", ["requeue 7_1\n"]), ("10", [])]
)
def test_a_task_is_put_back_ten_times_at_most(job, tmp_path, restarts, calls):
    (tmp_path / "rclone").write_text("#!/bin/sh\nkill -KILL $$\n")
    task = {"SLURM_ARRAY_JOB_ID": "7", "SLURM_ARRAY_TASK_ID": "1", "SLURM_RESTART_COUNT": restarts}
    done = job(str(tmp_path / "out"), **task)
    assert done.returncode == 128 + 9
    said = tmp_path / "scontrol"
    assert (said.read_text().splitlines(keepends=True) if said.exists() else []) == calls
    assert "it was killed" in done.stderr


def test_output_of_an_earlier_manifest_says_nothing_of_this_one(job, tmp_path):
    home = tmp_path / "it's $HOME ü"
    logs = home / "my images'.slurm-logs"
    logs.mkdir()
    for part, lines in ((1, 2), (2, 3)):
        (logs / f"part-00{part}.out").write_text(f"All {lines} files are in out.\n")
    assert job("out", SLURM_ARRAY_TASK_ID="0").returncode == 0
    summary = home / "my images'.summary.txt"
    assert summary.read_text() == "5 of 5 files are in out.\n"

    write(home / "my images'.txt", 5, 2)
    assert job("out", SLURM_ARRAY_TASK_ID="0").returncode == 1
    assert summary.read_text().splitlines() == [
        "PART 1 DID NOT END: it has not run",
        "PART 2 DID NOT END: it has not run",
        "0 of 5 files are in out.",
        "Go on with: sh my images'.slurm.sh DEST --array=1,2",
    ]


@pytest.mark.parametrize(
    ("args", "env", "says"),
    [
        ([], {"SLURM_ARRAY_TASK_ID": "1"}, "Usage: sh my images'.slurm.sh DEST"),
        ([""], {}, "Usage: sh my images'.slurm.sh DEST"),
        (["out"], {"SLURM_ARRAY_TASK_ID": "1", "SLURM_SUBMIT_DIR": "/nowhere"}, "keep it beside"),
    ],
)
def test_a_job_that_can_not_start_says_why(job, args, env, says):
    done = job(*args, **env)
    assert done.returncode == 2
    assert says in done.stderr


def test_without_slurm_a_sentence_names_the_other_script(tmp_path):
    write(tmp_path / "m.txt", 4, 2)
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "tr").symlink_to(shutil.which("tr"))
    done = subprocess.run(
        [shutil.which("sh"), tmp_path / "m.slurm.sh", "out"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert (
        "sbatch was not found: run this on a cluster with Slurm, or sh m.download.sh" in done.stderr
    )
