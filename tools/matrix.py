"""Runs make targets in other versions of QGIS, each in a Debian release of its own.

A release lives in a folder outside the repository ($ARD_MATRIX_DIR, or the user's cache) and is
kept for the next time; delete the folder for a fresh one. Needs root, for debootstrap and chroot.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .libraries import ROOT

RELEASES = {"bookworm": "3.22", "trixie": "3.40", "unstable": "3.44"}  # and the QGIS they have
_WORK = "work/repo"  # in the release's folder
_CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
_DPKG = "force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n"
_APT = """\
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };
"""
# In name spaces of their own: what is mounted or still runs at the end goes with them.
_INSIDE = """\
mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/dev/shm"
exec chroot "$0" "$@"
"""
_KEPT_VARIABLES = ("PIP_", "CI", "SSL_CERT", "REQUESTS_CA", "CURL_CA", "http_", "https_", "no_")


def home() -> Path:
    """Returns the folder that keeps the releases."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return Path(os.environ.get("ARD_MATRIX_DIR", cache / "planetary-ard-matrix"))


def mirror() -> str:
    """Returns the address of the Debian mirror that this machine's apt uses."""
    form = "$(SITE) $(RELEASE)"
    listed = _output("apt-get", "indextargets", "--no-release-info", "--format", form)
    for site, release in (line.split() for line in listed.splitlines()):
        if site.rstrip("/").endswith("/debian") and "-" not in release:
            return site
    sys.exit("No Debian mirror stands in this machine's apt sources.")


def prepare(release: str) -> Path:
    """Makes the release's folder unless it is there, and gives it names, keys and sources."""
    system = home() / release
    if not system.is_dir():
        _bootstrap(release, system)
    _connect(system)
    _copy_sources(system)
    return system


def _bootstrap(release: str, system: Path) -> None:
    print(f"Making Debian {release} in {system} (log beside it)", flush=True)
    fresh = system.with_name(f"{release}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    program = ["debootstrap", "--variant=minbase", "--include=ca-certificates,make"]
    log = system.with_name(f"{release}.log")
    with log.open("wb") as output:
        done = subprocess.run(
            [*program, release, fresh, mirror()], stdout=output, stderr=output, check=False
        )
    if done.returncode:
        sys.exit(f"Debian {release} could not be made: see {log}.")
    (fresh / "etc/dpkg/dpkg.cfg.d/matrix").write_text(_DPKG)
    (fresh / "etc/apt/apt.conf.d/90matrix").write_text(_APT)
    fresh.rename(system)


def _connect(system: Path) -> None:
    """Gives names, certificates and pip's settings: some machines install nothing without."""
    pip = ".config/pip/pip.conf"
    places = {
        **{Path("/", name): name for name in ("etc/resolv.conf", "etc/hosts", _CERTIFICATES)},
        Path("/etc/pip.conf"): "etc/pip.conf",
        Path.home() / pip: f"root/{pip}",
    }
    for source, name in places.items():
        if source.is_file():
            (system / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, system / name)


def _copy_sources(system: Path) -> None:
    """Copies what git knows and what is new; build/ stays the release's own."""
    work = system / _WORK
    work.mkdir(parents=True, exist_ok=True)
    for old in work.iterdir():
        if old.is_dir() and old.name != "build":
            shutil.rmtree(old)
        elif not old.is_dir():
            old.unlink()
    listed = _output("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, work / name)
    # the real data of some tests, and the libraries of the offline zip: one for all versions
    for source, target in (
        (ROOT.parent / "shared" / "data", work.parent / "shared" / "data"),
        (ROOT / "build" / "extlibs-offline", work / "build" / "extlibs-offline"),
    ):
        shutil.rmtree(target, ignore_errors=True)
        if source.is_dir():
            shutil.copytree(source, target)


def run_inside(system: Path, *command: str) -> int:
    """Runs a command in the release, in the repository's copy; returns its exit code."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(_KEPT_VARIABLES)}
    own = {
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    }
    apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    moved = ["env", "--chdir", f"/{_WORK}", *command]
    return subprocess.run(
        [*apart, "sh", "-ec", _INSIDE, system, *moved], env=kept | own, check=False
    ).returncode


def run(release: str, targets: list[str]) -> str:
    """Runs the make targets in a release; returns a line that says how it ended."""
    start = time.monotonic()
    with _alone(release):
        code = run_inside(prepare(release), "make", "--keep-going", *targets)
    seconds = time.monotonic() - start
    ending = "failed" if code else "passed"
    return f"QGIS {RELEASES[release]} (Debian {release}): {ending} in {seconds:.0f} s"


@contextmanager
def _alone(release: str) -> Iterator[None]:
    """Waits until nobody else uses the release."""
    home().mkdir(parents=True, exist_ok=True)
    with (home() / f"{release}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _output(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Runs the targets in all releases, or in those that --release names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="+")
    parser.add_argument("--release", action="append", choices=RELEASES)
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("Debian in a folder needs root: run make test-matrix as root.")
    endings = [run(release, arguments.targets) for release in arguments.release or RELEASES]
    print(*endings, sep="\n")
    sys.exit(any("failed" in ending for ending in endings))


if __name__ == "__main__":
    main()
