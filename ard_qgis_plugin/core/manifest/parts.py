"""A manifest in parts of equal length, and the Slurm array job that downloads each on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from ..model.errors import InputError
from ..model.slurm_job import MAX_PARTS, write_slurm_job

_PART = re.compile(r"\.part-\d{3,}\.txt")


def check_parts(parts: int) -> int:
    """Returns the number of parts if it can be used; raises InputError."""
    if not 1 <= parts <= MAX_PARTS:
        raise InputError(f"PARTS is {parts}: give a number from 1 to {MAX_PARTS}.")
    return parts


def part_sizes(lines: int, parts: int) -> list[int]:
    """Returns the lengths of the parts: as equal as can be, none of them empty."""
    parts = min(lines, parts)
    return [lines * (n + 1) // parts - lines * n // parts for n in range(parts)]


def write_parts(manifest: Path, sizes: list[int]) -> list[Path]:
    """Writes the lines of a manifest as NAME.part-001.txt and so on, and NAME.slurm.sh beside it.

    Raises OSError where one can't be written.
    """
    with manifest.open("rb") as lines:
        written = [
            _write_part(manifest.with_suffix(f".part-{number:03d}.txt"), islice(lines, size))
            for number, size in enumerate(sizes, start=1)
        ]
    job = manifest.with_suffix(".slurm.sh")
    write_slurm_job(job, "download.slurm.sh", manifest.stem, len(sizes))
    return [*written, job]


def parts_beside(manifest: Path) -> list[Path]:
    """Returns the parts and the job of a manifest that are on disk."""
    beside = [
        path
        for path in manifest.parent.iterdir()
        if path.name.startswith(manifest.stem) and _PART.fullmatch(path.name[len(manifest.stem) :])
    ]
    job = manifest.with_suffix(".slurm.sh")
    return [*beside, *([job] if job.exists() else [])]


def _write_part(path: Path, lines: Iterator[bytes]) -> Path:
    with path.open("wb") as part:
        part.writelines(lines)
    return path
