"""The libraries that QGIS does not bring: finds them, and says what to do if one is missing."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from .core.model.errors import MissingDependencyError

_FOLDER = Path(__file__).parent
EXTLIBS = _FOLDER / "extlibs"
REQUIREMENTS = _FOLDER / "requirements.txt"

# What pip calls a library, and what Python does.
_MODULES = {
    "pystac-client": "pystac_client",
    "pvl": "pvl",
    "aiohttp": "aiohttp",
    "shapely": "shapely",
}

# The least major version of a library: QGIS's system can bring an older one, which Python finds
# before ours, for ours stand at the end of the path. Shapely 2 works on arrays.
_LEAST = {"shapely": 2}


def enable_extlibs() -> None:
    """Lets Python find the libraries that came with the plugin, after everything QGIS has.

    Below the pure ones the offline package has machine code, in a folder for each Python and
    system, such as cpython-313-linux-x86_64; what stands there goes before the same in pure Python.
    """
    if not EXTLIBS.is_dir():
        return
    import platform  # noqa: PLC0415  (some milliseconds, which only this needs)

    system = f"{sys.implementation.cache_tag}-{sys.platform}-{platform.machine().lower()}"
    for folder in (EXTLIBS / system, EXTLIBS):
        if folder.is_dir() and str(folder) not in sys.path:
            sys.path.append(str(folder))


def missing_libraries() -> list[str]:
    """Returns the pip names of the libraries that can't be found; imports none of them."""
    return [name for name, module in _MODULES.items() if importlib.util.find_spec(module) is None]


def require_libraries() -> None:
    """Imports the libraries, and raises MissingDependencyError where one is missing or broken."""
    if missing := missing_libraries():
        raise MissingDependencyError(how_to_install(missing))
    for name in _MODULES:
        _require(name)


def _require(name: str) -> None:
    try:
        with _own_symbols(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a library says of its future is not for users
            module = importlib.import_module(_MODULES[name])
    except Exception as error:  # a damaged installation can raise anything
        raise MissingDependencyError(how_to_repair(name, error)) from error
    version = str(getattr(module, "__version__", ""))
    if int(version.partition(".")[0] or 0) < _LEAST.get(name, 0):
        raise MissingDependencyError(how_to_replace(name, version, str(module.__file__)))


@contextmanager
def _own_symbols() -> Iterator[None]:
    """Lets libraries that are loaded inside use the C++ code that they bring.

    QGIS is linked to the system's GEOS and shapely brings a newer one with the same symbols; Linux
    would let the first loaded answer for both, which mixes two versions in one call.
    """
    deep = getattr(os, "RTLD_DEEPBIND", 0)  # glibc only; elsewhere libraries are apart anyway
    if not deep:
        yield
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(flags)


def how_to_install(missing: Collection[str]) -> str:
    """Returns one sentence that names the missing libraries and says how to get them."""
    many = len(missing) > 1
    return (
        f"The Python librar{'ies' if many else 'y'} {_listed(missing)} that Planetary ARD needs"
        f" {'are' if many else 'is'} missing: {_remedy()}"
    )


def how_to_repair(name: str, error: BaseException) -> str:
    """Returns one sentence that names the library which can't be imported, and what to do."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return (
        f"The Python library {name} that Planetary ARD needs is installed but can't be loaded"
        f" ({reason}): {_remedy()}"
    )


def how_to_replace(name: str, version: str, place: str) -> str:
    """Returns one sentence about a library that is too old, where it is, and what to do."""
    return (
        f"Planetary ARD needs version {_LEAST[name]} or newer of the Python library {name}, but"
        f" version {version} in {Path(place).parent} is found first: upgrade that one or take it"
        f' out, for instance with "{_python()}" -m pip install --upgrade {name}, and restart QGIS.'
    )


def _remedy() -> str:
    return (
        "let QGIS's plugin manager install the requirements with the qpip plugin, or run"
        f' "{_python()}" -m pip install --upgrade --no-deps --target "{EXTLIBS}"'
        f' -r "{REQUIREMENTS}", and restart QGIS.'
    )


def _listed(names: Collection[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _python() -> str:
    """Returns the interpreter to call.

    Inside QGIS sys.executable can be QGIS itself, or whichever Python stands first on PATH.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = ("python.exe",) if sys.platform == "win32" else (f"bin/python{version}", "bin/python3")
    beside = [path for name in names if (path := Path(sys.exec_prefix, name)).exists()]
    return str(beside[0] if beside else sys.executable)
