"""A Debian release in a folder outside the repository, kept for the next time.

Its mirror, certificates and proxies are those of this machine; nothing of them is written down in
the repository.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

from ..libraries import ROOT
from .inside import kept_variables, run_apart, run_inside

RELEASES = {"bookworm": "3.22", "trixie": "3.40", "unstable": "3.44"}  # and the QGIS they have
WORK = "work/repo"  # in the release's folder
SPACE = 3.5e9  # bytes that one takes
_ATTEMPTS = 3  # networks fail now and then
_SECONDS = 600  # for an attempt
_PATIENCE = 1500  # seconds for all of them
_CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
_NOT_COPIED = shutil.ignore_patterns(".git", "build", "__pycache__", ".*_cache", ".hypothesis")
_DPKG = "force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n"
_QUERY = ("dpkg-query", "-W", "-f", "${Version}", "qgis")
_APT = """\
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::Retries "5";
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };
"""


class ReleaseError(Exception):
    """Why a release can't be had, in one sentence."""


def home() -> Path:
    """Returns the folder that keeps the releases."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return Path(os.environ.get("ARD_MATRIX_DIR", cache / "planetary-ard-matrix"))


@contextmanager
def alone(release: str) -> Iterator[Path]:
    """Waits until nobody else uses the release; gives its folder, which need not be there yet."""
    home().mkdir(parents=True, exist_ok=True)
    with (home() / f"{release}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield home() / release


def prepare(release: str) -> None:
    """Makes the release unless it is there, and installs in it what all targets need."""
    provide(release, release, "make setup")


def provide(name: str, release: str, installation: str) -> None:
    """Makes a release in the folder `name` unless it is there, and installs by a shell's command.

    Raises ReleaseError.
    """
    log = home() / f"{name}.log"
    end = time.monotonic() + _PATIENCE
    mended = f"dpkg --configure -a && {installation}"  # an attempt may have ended half-way

    with alone(name) as system, log.open("wb") as output:

        def made(seconds: int) -> bool:
            return _bootstrap(system, release, output, seconds)

        def installed(seconds: int) -> bool:
            return run_inside(system, WORK, ["sh", "-c", mended], seconds, output) == 0

        there = system.is_dir() or any(map(made, _attempts(end)))
        if there:
            renew(system)
        if not there or not any(map(installed, _attempts(end))):
            last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
            raise ReleaseError(f"Debian {release} can't be made ready; {log} ends so:\n{last}")


def _attempts(end: float) -> Iterator[int]:
    """Yields how many seconds an attempt may take, while there is time for another."""
    for _ in range(_ATTEMPTS):
        left = int(end - time.monotonic())
        if left > 0:
            yield min(left, _SECONDS)


def renew(system: Path) -> None:
    """Gives the release this machine's settings and the sources as they are now."""
    _connect(system)
    _copy_sources(system)
    shutil.rmtree(system / "tmp", ignore_errors=True)
    (system / "tmp").mkdir(exist_ok=True)
    (system / "tmp").chmod(0o1777)


def version(system: Path) -> str:
    """Returns the version of QGIS that the release has: "3.40.6"."""
    return _upstream(_output("chroot", system, *_QUERY))


def own_version() -> str:
    """Returns the version of QGIS that this machine has; "" where it is no package of Debian's."""
    try:
        return _upstream(_output(*_QUERY))
    except (OSError, subprocess.CalledProcessError):
        return ""


def _upstream(package: str) -> str:
    return re.split(r"[+~-]", package)[0]


def _bootstrap(system: Path, release: str, output: IO[bytes], seconds: int) -> bool:
    fresh = system.with_name(f"{system.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    proxies = dict(re.findall(r'::(https?)::Proxy "(\w+://.+)"', _apt_settings()))
    environment = {f"{scheme}_proxy": address for scheme, address in proxies.items()} | os.environ
    program = ["debootstrap", "--variant=minbase", "--include=ca-certificates,make"]
    command = [*program, release, fresh, mirror()]
    if run_apart(command, seconds, env=environment, stdout=output, stderr=output):
        return False
    (fresh / "etc/dpkg/dpkg.cfg.d/matrix").write_text(_DPKG)
    (fresh / "etc/apt/apt.conf.d/90matrix").write_text(_APT)
    fresh.rename(system)
    return True


@cache
def mirror() -> str:
    """Returns the address of the Debian mirror that this machine's apt uses."""
    sites = list(_sites())
    if not sites:  # some images come without apt's lists
        run_apart(["apt-get", "update", "-qq"], _SECONDS)
        sites = list(_sites())
    if not sites:
        raise ReleaseError("No Debian mirror stands in this machine's apt sources.")
    scheme, _, path = sites[0].partition(":")
    if scheme == "mirror+file":
        return Path(path).read_text().split()[0]
    return sites[0]


def _sites() -> Iterator[str]:
    form = "\t".join(f"$({name})" for name in ("SITE", "RELEASE", "COMPONENT", "ORIGIN", "LABEL"))
    for line in _output("apt-get", "indextargets", "--format", form).splitlines():
        site, release, *kind = line.split("\t")
        if kind == ["main", "Debian", "Debian"] and "-" not in release:  # no bookworm-updates
            yield site


def _apt_settings() -> str:
    """Returns what this machine's apt needs to reach its mirror: proxies, certificates."""
    kept = ("Acquire::http", "Acquire::Check-", "Acquire::Retries")
    lines = _output("apt-config", "dump").splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith(kept))


def _connect(system: Path) -> None:
    """Gives names, certificates and settings: some machines install nothing without."""
    settings = _apt_settings()
    (system / "etc/apt/apt.conf.d/91machine").write_text(settings)
    named = [*re.findall(r'"(/[^"]+)"', settings), *kept_variables().values()]
    own = ("etc/resolv.conf", "etc/hosts", "etc/pip.conf", _CERTIFICATES)
    places = {
        **{Path("/", name): name for name in own},
        **{Path.home() / name: f"root/{name}" for name in (".config/pip/pip.conf", ".netrc")},
        **{path: str(path)[1:] for path in map(Path, named) if path.is_absolute()},
        **{path: str(path)[1:] for path in Path("/usr/local/share/ca-certificates").glob("*.crt")},
    }
    for source, name in places.items():
        if source.is_file():
            target = system / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)  # a link would lead out of the folder
            shutil.copy(source, target)


def _copy_sources(system: Path) -> None:
    """Copies the repository as it is; build/ stays the release's own."""
    work = system / WORK
    work.mkdir(parents=True, exist_ok=True)
    for old in work.iterdir():
        if old.is_dir() and old.name != "build":
            shutil.rmtree(old)
        elif not old.is_dir():
            old.unlink()
    shutil.copytree(ROOT, work, ignore=_NOT_COPIED, dirs_exist_ok=True)
    # the real data of some tests, and the libraries of the offline zip: one for all versions
    for source, target in (
        (ROOT.parent / "shared" / "data", work.parent / "shared" / "data"),
        (ROOT / "build" / "extlibs-offline", work / "build" / "extlibs-offline"),
    ):
        shutil.rmtree(target, ignore_errors=True)
        if source.is_dir():
            shutil.copytree(source, target)


def _output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
