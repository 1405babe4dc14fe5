"""The array job NAME.index.slurm.sh in a real Slurm: each task a real qgis_process of its own."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.indices import check, tables
from tests.support.qgis_process import STAGE, QgisProcess, program

PARTS = 3


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "it's a $folder ü"
    found.mkdir()
    return found


@pytest.fixture
def hand_in(slurm, tmp_path, folder):
    """Returns what hands in the job of an index, as a user does, and waits; gives its number."""
    profile = tmp_path / "task's profile"
    QgisProcess(profile)  # enables the plugin there
    own = {
        "QGIS_PROCESS": program(),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(STAGE),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(profile),
    }

    def handed_in(name, *options):
        done = subprocess.run(
            ["sh", folder / f"{name}.index.slurm.sh", *options],
            env=os.environ | own | slurm.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{name}.gpkg is there" in done.stdout
        return re.match(r"Job (\d+) ", done.stdout)[1]

    yield handed_in
    slurm.cancel_all()


def written(qgis, planet, path: Path, **parameters) -> None:
    run = qgis.run("ard:index", API_URL=planet.stac, INDEX=path, **parameters)
    assert run.code == 0, run.output


def last_output(folder, name):
    return (folder / f"{name}.index.slurm-logs" / "last.out").read_text()


def put_together(slurm, folder, name, number):
    """Waits for the last job of a job; returns how its tasks ended."""
    tasks = slurm.wait(number, 300)
    slurm.wait(str(int(number) + 1), 300)
    return tasks, last_output(folder, name)


def test_the_tasks_make_the_index_that_one_process_makes(qgis, planet, slurm, folder, hand_in):
    written(qgis, planet, folder / "the moon.gpkg", PARTS=PARTS)
    assert [path.name for path in folder.iterdir()] == ["the moon.index.slurm.sh"]
    tasks, said = put_together(slurm, folder, "the moon", hand_in("the moon"))
    assert {n: (task.state, task.code) for n, task in tasks.items()} == dict.fromkeys(
        range(1, PARTS + 1), ("COMPLETED", 0)
    )
    assert "read again" not in said

    written(qgis, planet, folder / "alone.gpkg")
    made, alone = (tables(folder / f"{name}.gpkg") for name in ("the moon", "alone"))
    assert len(made["observation"]) == planet.size
    assert made == alone
    check(folder / "the moon.gpkg")


def test_a_task_that_is_cancelled_costs_time_alone(qgis, planet, slurm, folder, hand_in):
    box = "0,180,-60,60 [IAU_2015:30100]"
    written(qgis, planet, folder / "east.gpkg", PARTS=PARTS, EXTENT=box)
    number = hand_in("east", "--begin=now+1hour")
    slurm.call("scancel", f"{number}_2")
    slurm.call("scontrol", "update", f"jobid={number}", "StartTime=now")
    slurm.call("scontrol", "update", f"jobid={int(number) + 1}", "StartTime=now")
    tasks, said = put_together(slurm, folder, "east", number)
    assert {n for n, task in tasks.items() if task.state == "COMPLETED"} == {1, 3}
    assert not (folder / "east.part-002.gpkg").exists()
    assert "these are not there: 2; their labels were read again." in said

    written(qgis, planet, folder / "alone.gpkg", EXTENT=box)
    assert tables(folder / "east.gpkg") == tables(folder / "alone.gpkg")


def test_a_part_whose_own_shell_is_killed_costs_time_alone(qgis, planet, slurm, folder, hand_in):
    box = "-180,0,-60,60 [IAU_2015:30100]"
    written(qgis, planet, folder / "west.gpkg", PARTS=2, EXTENT=box)
    number = hand_in("west")
    slurm.until(lambda: slurm.runs(2, "ard:index"))
    slurm.kill_script(2)
    tasks, _ = put_together(slurm, folder, "west", number)
    assert {n: task.state for n, task in tasks.items()} == {1: "COMPLETED", 2: "FAILED"}

    written(qgis, planet, folder / "alone.gpkg", EXTENT=box)
    assert tables(folder / "west.gpkg") == tables(folder / "alone.gpkg")
