"""The manifest and its companions: the tutorial's lines, whole or not at all."""

import configparser
import errno
import json
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ard_qgis_plugin.core.manifest import manifest
from ard_qgis_plugin.core.manifest.manifest import ManifestWriter
from ard_qgis_plugin.core.model.errors import InputError, ManifestError
from tests.support.files import contents

ITEMS = Path(__file__).parents[4] / "shared" / "data" / "items" / "kaguya_monoscopic"
HREF = "https://astrogeo-ard.s3-us-west-2.amazonaws.com/moon/{}.tif"
CONF = "[s3_noauth]\ntype = s3\nprovider = AWS\nenv_auth = false\nregion = us-west-2\n"
NAMES = ["m.txt", "m.rclone.conf", "m.download.sh", "m.download.cmd"]
RESOURCES = Path(manifest.__file__).parents[2] / "resources"


def write(path, hrefs, remote="s3_noauth"):
    with ManifestWriter(path, remote) as writer:
        return [writer.add(href) for href in hrefs]


def remotes_of(path):
    conf = configparser.ConfigParser()
    conf.read(path)
    return {name: dict(conf[name]) for name in conf.sections()}


@pytest.mark.skipif(not ITEMS.is_dir(), reason="the real items are not beside the project")
def test_the_real_items_give_the_tutorials_lines(tmp_path):
    items = [json.loads(path.read_text()) for path in sorted(ITEMS.glob("*.json"))]
    hrefs = [item["assets"]["image"]["href"] for item in items]
    assert len(hrefs) == 9
    write(tmp_path / "m.txt", hrefs)
    # the tutorial's way: host up to its first dot, then the path
    lines = [f"s3_noauth:/{h.split('/')[2].split('.')[0]}/{h.split('/', 3)[3]}\n" for h in hrefs]
    assert (tmp_path / "m.txt").read_bytes() == "".join(lines).encode()
    assert (tmp_path / "m.rclone.conf").read_text() == CONF


def test_a_file_that_is_no_manifest_stays(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Crater counts of Tuesday: 12\n")
    with pytest.raises(
        ManifestError, match="a file is there that is no manifest, and would be lost"
    ):
        ManifestWriter(path, "s3_noauth")
    assert path.read_text() == "Crater counts of Tuesday: 12\n"
    assert list(tmp_path.iterdir()) == [path]
    for earlier in ("", "\n", "s3_noauth:/astrogeo-ard/a.tif\n"):
        path.write_text(earlier)
        ManifestWriter(path, "s3_noauth").abort()


def test_add_returns_the_line_and_commit_counts_them(tmp_path):
    with ManifestWriter(tmp_path / "m.txt", "s3_noauth") as writer:
        assert writer.add(HREF.format("a")) == "s3_noauth:/astrogeo-ard/moon/a.tif"
        writer.add("s3://astrogeo-ard/moon/b.tif")
        assert writer.add(HREF.format("a")) == "s3_noauth:/astrogeo-ard/moon/a.tif"
        assert writer.commit() == 2
    assert sorted(contents(tmp_path)) == sorted(NAMES)


def test_lines_keep_their_order_and_are_unique(tmp_path):
    added = write(tmp_path / "m.txt", [HREF.format(name) for name in "cabca"])
    assert added[0] == added[3]
    assert (tmp_path / "m.txt").read_text().splitlines() == added[:3]


def test_no_image_gives_an_empty_manifest_and_a_remote(tmp_path):
    assert ManifestWriter(tmp_path / "m.txt", "s3_noauth").commit() == 0
    assert (tmp_path / "m.txt").read_bytes() == b""
    assert (tmp_path / "m.rclone.conf").read_text() == CONF


def test_each_region_and_server_has_a_remote_of_its_own(tmp_path):
    lines = write(
        tmp_path / "m.txt",
        [
            "s3://astrogeo-ard/a.tif",
            "https://other.s3.eu-central-1.amazonaws.com/b.tif",
            "http://127.0.0.1:9000/local/c.tif",
            "https://asc-moon.s3.us-west-2.amazonaws.com/d.tif",
            "http://127.0.0.1:9000/local/e.tif",
        ],
        remote="usgs",
    )
    assert lines == [
        "usgs:/astrogeo-ard/a.tif",
        "usgs_2:/other/b.tif",
        "usgs_3:/local/c.tif",
        "usgs:/asc-moon/d.tif",
        "usgs_3:/local/e.tif",
    ]
    anonymous = {"type": "s3", "env_auth": "false"}
    assert remotes_of(tmp_path / "m.rclone.conf") == {
        "usgs": {**anonymous, "provider": "AWS", "region": "us-west-2"},
        "usgs_2": {**anonymous, "provider": "AWS", "region": "eu-central-1"},
        "usgs_3": {**anonymous, "provider": "Other", "endpoint": "http://127.0.0.1:9000"},
    }


def test_the_script_can_be_run_and_the_files_be_read_as_the_users_own(tmp_path):
    write(tmp_path / "m.txt", [HREF.format("a")])
    plain = tmp_path / "plain"
    plain.touch()
    modes = {name: stat.S_IMODE((tmp_path / name).stat().st_mode) for name in NAMES}
    usual = stat.S_IMODE(plain.stat().st_mode)
    assert modes.pop("m.download.sh") == usual | 0o111
    assert set(modes.values()) == {usual}


def test_a_run_that_fails_leaves_the_files_of_an_earlier_one(tmp_path):
    write(tmp_path / "m.txt", [HREF.format("old")])
    before = contents(tmp_path)

    def fail_midway():
        with ManifestWriter(tmp_path / "m.txt", "other") as writer:
            writer.add(HREF.format("new"))
            assert {name: contents(tmp_path)[name] for name in NAMES} == before
            raise KeyError

    with pytest.raises(KeyError):
        fail_midway()
    assert contents(tmp_path) == before


def test_a_refused_address_leaves_the_rest_of_the_manifest(tmp_path):
    with ManifestWriter(tmp_path / "m.txt", "s3_noauth") as writer:
        writer.add(HREF.format("a"))
        with pytest.raises(ManifestError):
            writer.add("file:///etc/passwd")
        writer.add(HREF.format("b"))
    assert len((tmp_path / "m.txt").read_text().splitlines()) == 2


def test_abort_removes_everything_and_can_be_repeated(tmp_path):
    writer = ManifestWriter(tmp_path / "m.txt", "s3_noauth")
    writer.add(HREF.format("a"))
    writer.abort()
    writer.abort()
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("failing", NAMES)
@pytest.mark.parametrize("earlier", [[], [HREF.format("old")]])
def test_where_one_file_cannot_be_moved_none_is(tmp_path, monkeypatch, failing, earlier):
    if earlier:
        write(tmp_path / "m.txt", earlier, remote="old")
    before = contents(tmp_path)
    replace = Path.replace

    def locked(self, target):
        if self.name == failing:
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    writer = ManifestWriter(tmp_path / "m.txt", "new")
    writer.add(HREF.format("new"))
    with pytest.raises(ManifestError, match="Permission denied"):
        writer.commit()
    assert contents(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to write to")
@pytest.mark.parametrize("lines", [1, 2000])
def test_a_full_disk_is_said_in_a_sentence(tmp_path, monkeypatch, lines):
    writer = ManifestWriter(tmp_path / "m.txt", "s3_noauth")
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(writer, "_lines", full)
        for number in range(lines):
            writer.add(HREF.format(number))
        with pytest.raises(ManifestError, match="No space left"):
            writer.commit()
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("name", ["m", "m.csv", "m.download.sh", ".txt"])
def test_the_manifests_name_must_end_in_txt(tmp_path, name):
    with pytest.raises(ManifestError, match=r"end in \.txt"):
        ManifestWriter(tmp_path / name, "s3_noauth")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_the_way_is_named(tmp_path, name):
    (tmp_path / name).mkdir()
    with pytest.raises(ManifestError, match=f"{name} can't be written: it is a folder"):
        ManifestWriter(tmp_path / "m.txt", "s3_noauth")


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(ManifestError, match=r"the folder .*nowhere doesn't exist"):
        ManifestWriter(tmp_path / "nowhere" / "m.txt", "s3_noauth")


def test_a_folder_that_cannot_be_written_is_said_before_the_search(tmp_path):
    folder = tmp_path
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):  # root may write anywhere but into the kernel's own files
        folder = Path("/proc/self")
    if not folder.is_dir():
        pytest.skip("this user can write everywhere")
    with pytest.raises(ManifestError, match=r"m\.txt can't be written: .*; check the folder's"):
        ManifestWriter(folder / "m.txt", "s3_noauth")


def test_a_remote_name_that_would_break_the_conf_is_refused(tmp_path):
    with pytest.raises(InputError, match="remote name"):
        ManifestWriter(tmp_path / "m.txt", "x]\n[y")
    assert contents(tmp_path) == {}


HREFS = st.lists(
    st.builds(
        str.__add__,
        st.sampled_from(["s3://b/", "http://127.0.0.1:9/b/", "https://", "https://b.s3."]),
        st.text(st.sampled_from("ab/.%\n\r'\"$`;|\\ -:=?#@[]é\u20280A")) | st.text(),
    )
)


@settings(deadline=None, max_examples=60)
@given(HREFS)
def test_nothing_of_a_catalogue_breaks_out_of_the_files(tmp_path_factory, hrefs):
    folder = tmp_path_factory.mktemp("hostile")
    lines = []
    with ManifestWriter(folder / "m.txt", "r") as writer:
        for href in hrefs:
            with suppress(ManifestError):
                lines.append(writer.add(href))
    assert (folder / "m.txt").read_text(encoding="utf-8").splitlines() == list(dict.fromkeys(lines))
    for name, line_end in (("download.sh", b"\n"), ("download.cmd", b"\r\n")):
        text = (RESOURCES / f"{name}.txt").read_bytes().replace(b"\n", line_end)
        assert (folder / f"m.{name}").read_bytes() == text
    remotes = remotes_of(folder / "m.rclone.conf")
    assert all(conf["type"] == "s3" and len(conf) == 4 for conf in remotes.values())
    assert {line.partition(":")[0] for line in lines} <= set(remotes)
