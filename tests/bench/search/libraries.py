"""Which libraries a process fetches with: sped up by C, or pure Python as in the offline zip."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.metadata import version

WITH_C, PURE = "with C", "pure Python"
_COMPILED = {  # what a library loads if it can and may
    "aiohttp": "aiohttp._http_parser",
    "frozenlist": "frozenlist._frozenlist",
    "multidict": "multidict._multidict",
    "propcache": "propcache._helpers_c",
    "yarl": "yarl._quoting_c",
}


def leave_c_out() -> None:
    """Has processes that are started from now on take pure Python, as the offline zip does."""
    os.environ |= {f"{name.upper()}_NO_EXTENSIONS": "1" for name in _COMPILED}


def prepare(begin: Callable[..., None] | None, *arguments: object) -> None:
    """Begins a process, without the libraries that are machine code alone if C is left out."""
    if f"{next(iter(_COMPILED)).upper()}_NO_EXTENSIONS" in os.environ:
        sys.modules["orjson"] = None  # type: ignore[assignment]
    if begin:
        begin(*arguments)


def kind() -> str:
    """Says which ones this process has: all with C, all without, or the names of those with it."""
    import aiohttp  # noqa: F401, PLC0415 (brings the others)

    compiled = [name for name, module in _COMPILED.items() if module in sys.modules]
    if len(compiled) in (0, len(_COMPILED)):
        return WITH_C if compiled else PURE
    return f"C in {', '.join(compiled)}"


def versions() -> str:
    """Returns the versions of the libraries."""
    return ", ".join(f"{name} {version(name)}" for name in (*_COMPILED, "orjson"))
