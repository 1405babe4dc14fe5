"""The commands of docs/cluster.md as they stand, over a real S3 server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest

from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from tests.support.indices import tables
from tests.support.qgis_process import ROOT, STAGE, QgisProcess, program
from tests.support.servers.s3 import BUCKET, NEW, put, s3_server

FILES = {f"moon/{n}.tif": bytes([n]) * 1000 for n in range(20)}


def command(start, dest):
    """Returns the page's example that begins so, with another folder."""
    found = example(start)
    assert "/scratch/kaguya" in found
    return found.replace("/scratch/kaguya", str(dest))


def example(start):
    """Returns the page's example that begins so."""
    page = (ROOT / "docs" / "cluster.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if block.startswith(start))
    return found


@pytest.fixture
def run(tmp_path):
    """Returns what runs a shell's command in the folder that holds the parts."""
    put(tmp_path / "s3" / BUCKET, FILES)
    folder = tmp_path / "parts"
    folder.mkdir()
    with ManifestWriter(folder / "kaguya.txt", "s3_noauth", 4) as manifest:
        for key in FILES:
            manifest.add(f"s3://{BUCKET}/{key}")
    (folder / "kaguya.txt").unlink()  # only the parts are needed there

    with s3_server(tmp_path / "s3", "--dir-cache-time=0s") as address:
        own = {
            "HOME": str(tmp_path),
            "RCLONE": str(NEW),
            "RCLONE_CONFIG_S3_NOAUTH_PROVIDER": "Other",
            "RCLONE_CONFIG_S3_NOAUTH_ENDPOINT": address,
        }

        def running(text, **more):
            return subprocess.run(
                ["sh", "-ec", text],
                cwd=folder,
                env=os.environ | own | more,
                capture_output=True,
                text=True,
                timeout=300,
                check=False,
            )

        yield running


def arrived(dest):
    root = dest / BUCKET
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.tif")}


def test_slurm_downloads_all_parts(run, slurm, tmp_path):
    dest = tmp_path / "out"
    ended = run(command("sh kaguya.slurm.sh", dest).strip() + " --wait", **slurm.environment)
    assert ended.returncode == 0, ended.stderr
    assert arrived(dest) == FILES
    summary = tmp_path / "parts" / "kaguya.summary.txt"
    assert summary.read_text() == f"20 of 20 files are in {dest}.\n"


def test_gnu_parallel_downloads_all_parts_and_tells_of_what_is_missing(run, tmp_path):
    if not shutil.which("parallel"):
        pytest.skip("GNU PARALLEL WAS NOT TESTED: it is not installed (make setup-slurm).")
    dest = tmp_path / "out"
    ended = run(command("parallel --jobs", dest))
    assert ended.returncode == 0, ended.stderr
    assert arrived(dest) == FILES

    (tmp_path / "s3" / BUCKET / "moon" / "7.tif").unlink()
    ended = run(command("parallel --jobs", tmp_path / "again"))
    assert ended.returncode == 1
    assert f"NOT DOWNLOADED: {BUCKET}/moon/7.tif: it is not on the server" in ended.stderr
    assert len(arrived(tmp_path / "again")) == len(FILES) - 1


def test_gnu_parallel_reads_an_index_in_parts(planet, tmp_path):
    if not shutil.which("parallel"):
        pytest.skip("GNU PARALLEL WAS NOT TESTED: it is not installed (make setup-slurm).")
    profile = tmp_path / "profile"
    qgis = QgisProcess(profile)
    (tmp_path / "qgis_process").symlink_to(program())
    done = subprocess.run(
        ["sh", "-ec", example("parallel 'qgis").replace("ard:index", f"ard:index {api(planet)}")],
        cwd=tmp_path,
        env=os.environ
        | {
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "QGIS_CUSTOM_CONFIG_PATH": str(profile),
            "QGIS_PLUGINPATH": str(STAGE),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "read again" not in done.stdout + done.stderr
    alone = tmp_path / "alone.gpkg"
    assert qgis.run("ard:index", API_URL=planet.stac, INDEX=alone).code == 0
    assert tables(tmp_path / "moon.gpkg") == tables(alone)


def api(planet):
    return f"--API_URL={planet.stac}"
