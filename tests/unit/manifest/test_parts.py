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

    def run(*args, **env):
        own = {"PATH": os.environ["PATH"], "RCLONE": str(rclone), "SLURM_SUBMIT_DIR": str(home)}
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
    ("args", "env", "says"),
    [
        ([], {"SLURM_ARRAY_TASK_ID": "1"}, "Usage: sbatch my images'.slurm.sh DEST"),
        (["out"], {}, "is a Slurm array job"),
        (["out"], {"SLURM_ARRAY_TASK_ID": "1", "SLURM_SUBMIT_DIR": "/nowhere"}, "submit from the"),
    ],
)
def test_a_job_that_can_not_start_says_why(job, args, env, says):
    done = job(*args, **env)
    assert done.returncode == 2
    assert says in done.stderr
