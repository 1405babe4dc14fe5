"""What the matrix of QGIS versions takes from the machine, and how it ends where it can't work."""

from __future__ import annotations

import pytest

from tools.matrix import __main__ as matrix
from tools.matrix import inside, release

LISTED = """\
https://packages.test/debian\tbookworm\tstable\tDocker\tDocker CE
https://packages.test/debian\tbookworm-tools\tmain\tDebian\tDebian
http://mirror.test/security\tbookworm-security\tmain\tDebian\tDebian-Security
http://mirror.test/anything\tbookworm\tmain\tDebian\tDebian
"""
CONFIG = """\
APT::Architecture "amd64";
Acquire::http::Proxy "http://proxy.test:3128";
Acquire::Languages "en";
Acquire::https::CAInfo "/etc/ca.pem";
"""


@pytest.fixture
def says(monkeypatch):
    """Has the machine's apt say something else; gives the dictionary of what each program says."""
    said = {}
    monkeypatch.setattr(release, "_output", lambda program, *_: said[program])
    monkeypatch.setattr(release, "run_apart", lambda *_, **__: 0)
    release.mirror.cache_clear()
    yield said
    release.mirror.cache_clear()


def test_the_mirror_is_that_of_debian_itself(says):
    says["apt-get"] = LISTED
    assert release.mirror() == "http://mirror.test/anything"


def test_a_list_of_mirrors_is_read(says, tmp_path):
    (tmp_path / "mirrors").write_text("https://first.test/debian\nhttps://second.test/debian\n")
    says["apt-get"] = f"mirror+file:{tmp_path}/mirrors\tbookworm\tmain\tDebian\tDebian\n"
    assert release.mirror() == "https://first.test/debian"


def test_no_mirror_is_said(says):
    says["apt-get"] = ""
    with pytest.raises(release.ReleaseError, match="No Debian mirror"):
        release.mirror()


def test_proxies_and_certificates_go_along(says):
    says["apt-config"] = CONFIG
    assert release._apt_settings().splitlines() == CONFIG.splitlines()[1::2]


def test_what_hangs_is_ended():
    assert inside.run_apart(["sleep", "60"], 1) == 124


@pytest.fixture
def able(says, monkeypatch, tmp_path):
    """Has the machine allow all that is needed."""
    says["apt-get"] = LISTED
    monkeypatch.setenv("ARD_MATRIX_DIR", str(tmp_path))
    monkeypatch.setattr(matrix.os, "geteuid", lambda: 0)
    monkeypatch.setattr(matrix, "way", lambda: inside.Way((), ""))
    monkeypatch.setattr(matrix, "_makes_devices", lambda: True)
    monkeypatch.setattr(matrix, "SPACE", 1)


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize(
    ("name", "stand_in", "sentence"),
    [
        ("way", lambda: None, "does not allow chroot"),
        ("_makes_devices", lambda: False, "does not allow device files"),
        ("SPACE", 1e18, "GB free and needs"),
    ],
)
def test_a_machine_that_cannot_have_them_says_so(name, stand_in, sentence, monkeypatch):
    assert matrix.obstacle(["trixie"]) == ""
    monkeypatch.setattr(matrix, name, stand_in)
    assert sentence in matrix.obstacle(["trixie"])


@pytest.mark.parametrize(
    ("package", "left"),
    [
        ("3.22.16+dfsg-2+deb12u1", ["trixie", "unstable"]),
        ("3.40.6+dfsg-2", ["bookworm", "unstable"]),
        ("3.4.1", ["bookworm", "trixie", "unstable"]),
        ("", ["bookworm", "trixie", "unstable"]),
    ],
)
def test_the_version_that_the_machine_has_is_tested_there_alone(package, left, says, capsys):
    says["dpkg-query"] = package
    assert matrix.others(list(release.RELEASES), release.own_version()) == left
    assert ("this machine's own" in capsys.readouterr().out) == (len(left) < 3)


def test_a_machine_without_debians_qgis_has_no_version_of_its_own(monkeypatch):
    monkeypatch.setattr(release, "_QUERY", ("dpkg-query-of-no-machine",))
    assert release.own_version() == ""
