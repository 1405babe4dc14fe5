"""Downloads over TLS: rclone trusts the authorities of QGIS and those of the environment."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ard_qgis_plugin.core.download.download import Download, DownloadOptions
from ard_qgis_plugin.core.download.rclone_environment import rclone_environment
from ard_qgis_plugin.core.download.rclone_program import find_rclone
from ard_qgis_plugin.core.manifest.asset_file import AssetFile, FootprintRow
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from tests.support.servers.certificates import Authority, make_authority
from tests.support.servers.s3 import BUCKET, NEW, OLD, put, s3_server

URL = "https://astrogeo-ard.s3-us-west-2.amazonaws.com/a.tif"


@pytest.fixture(scope="module")
def authorities(tmp_path_factory) -> list[Authority]:
    """Returns two authorities that nobody trusts."""
    return [make_authority(tmp_path_factory.mktemp("authority")) for _ in range(2)]


@pytest.fixture(scope="module")
def server(authorities, tmp_path_factory):
    """Serves a file under a certificate of the first authority."""
    root = tmp_path_factory.mktemp("s3")
    put(root / BUCKET, {"a.tif": b"image"})
    folder = authorities[0].folder
    tls = ("--cert", str(folder / "server.pem"), "--key", str(folder / "server.key"))
    with s3_server(root, *tls) as address:
        yield address.replace("http:", "https:")


@pytest.fixture(autouse=True)
def no_bundle(monkeypatch):
    for name in ("AWS_CA_BUNDLE", "RCLONE_CA_CERT"):
        monkeypatch.delenv(name, raising=False)


def trusted(pem: str, work: Path) -> str:
    """Returns the certificates that rclone is given where QGIS knows those of `pem`."""
    network = NetworkOptions(ca_pem=pem)
    return Path(rclone_environment(network, URL, work)["RCLONE_CA_CERT"]).read_text()


@pytest.mark.parametrize("name", ["AWS_CA_BUNDLE", "RCLONE_CA_CERT"])
def test_those_of_qgis_come_to_those_of_the_environment(name, authorities, monkeypatch, tmp_path):
    qgis, own = authorities
    bundle = tmp_path / "bundle.pem"
    bundle.write_text(own.pem.rstrip())  # without a last line's end
    without = trusted(qgis.pem, tmp_path)
    monkeypatch.setenv(name, str(bundle))
    both = trusted(qgis.pem, tmp_path)
    assert own.pem not in without
    assert both.replace(own.pem, "", 1) == without
    everyone = tmp_path / "everyone.pem"
    everyone.write_text(both)
    for authority in authorities:
        command = ["openssl", "verify", "-CAfile", everyone, authority.folder / "server.pem"]
        subprocess.run(command, check=True, capture_output=True)


def test_a_bundle_that_is_not_there_does_no_harm(authorities, monkeypatch, tmp_path):
    pem = authorities[0].pem
    without = trusted(pem, tmp_path)
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "nowhere.pem"))
    assert trusted(pem, tmp_path) == without
    assert "RCLONE_CA_CERT" not in rclone_environment(NetworkOptions(), URL, tmp_path)


@pytest.fixture(params=[OLD, NEW], ids=["debian", "current"])
def program(request):
    """Returns an rclone."""
    if not request.param.exists():
        pytest.skip(f"{request.param} is not there")
    return find_rclone(str(request.param))


def outcome_of(program, server, pem, folder):
    """Downloads the file where QGIS knows the authorities in `pem`."""
    file = AssetFile(FootprintRow("a"), "image", f"{server}/{BUCKET}/a.tif")
    options = DownloadOptions(folder, network=NetworkOptions(ca_pem=pem))
    (outcome,) = Download(program, options, lambda _: None, lambda: False).run([file])
    return outcome.status.value, outcome.reason


@pytest.mark.parametrize("known_to", ["QGIS", "the environment"])
def test_what_either_trusts_is_downloaded(program, known_to, authorities, server, tmp_path):
    qgis, environment = authorities if known_to == "QGIS" else reversed(authorities)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_CA_BUNDLE", str(environment.folder / "ca.pem"))
        assert outcome_of(program, server, qgis.pem, tmp_path) == ("copied", "")


def test_what_nobody_trusts_is_told_without_the_environment(
    program, authorities, server, monkeypatch, tmp_path
):
    for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY"):
        monkeypatch.setenv(f"RCLONE_S3_{name}", "hush")
    status, reason = outcome_of(program, server, authorities[1].pem, tmp_path)
    assert status == "failed"
    assert reason == (
        "the server's certificate is not trusted (certificate signed by unknown authority)"
    )
