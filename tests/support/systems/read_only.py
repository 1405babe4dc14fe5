"""A user who may write nowhere: root, whom most machines of tests have, may write everywhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Has this process be another user until the block ends, if it is root."""
    if os.geteuid():
        yield
        return
    os.setegid(_NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def only_to_read(file: Path, *beside: Path) -> Iterator[Path]:
    """Gives a copy of a file in a folder of its own; nothing can be written there meanwhile."""
    with TemporaryDirectory(prefix="ard-read-only-") as folder:
        copy = Path(shutil.copy(file, folder))
        for each in beside:
            shutil.copy(each, folder)
        for each in copy.parent.iterdir():
            each.chmod(0o444)
        copy.parent.chmod(0o555)
        try:
            with as_nobody():
                yield copy
        finally:
            copy.parent.chmod(0o755)
