"""The plugin's version, as its metadata says."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

# metadata.txt is in the plugin's folder where it is installed, above it in the repository.
_METADATA = [folder / "metadata.txt" for folder in Path(__file__).parents[1:3]]


@lru_cache
def plugin_version() -> str:
    """Returns the plugin's version, such as 1.2.3."""
    text = next(path.read_text("utf-8") for path in _METADATA if path.is_file())
    found = re.search(r"^version=(\S+)", text, re.MULTILINE)
    return found[1] if found else "unknown"
