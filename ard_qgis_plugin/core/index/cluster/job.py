"""The Slurm job that reads an index in parts: NAME.index.slurm.sh beside NAME.gpkg."""

from __future__ import annotations

from pathlib import Path

from ...model.errors import InputError
from ...model.slurm_job import MAX_PARTS, write_slurm_job


def write_index_job(index: Path, parts: int, parameters: dict[str, str]) -> Path:
    """Writes the job of an index and returns its path; `parameters` are those of ard:index.

    Raises InputError.
    """
    if not 1 < parts <= MAX_PARTS:
        raise InputError(f"PARTS is {parts}: give a number from 1 to {MAX_PARTS}.")
    path = index.with_suffix(".index.slurm.sh")
    try:
        write_slurm_job(path, "index.slurm.sh", index.stem, parts, parameters)
        path.chmod(0o700)  # the API's address may hold a key
    except OSError as error:
        raise InputError(
            f"The job {path} can't be written: {error.strerror or error}; check the folder's "
            "permissions and free space, or choose another."
        ) from error
    return path
