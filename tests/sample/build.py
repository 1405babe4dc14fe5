"""Build: writes the sample planet's bucket and catalogue to disk, whole or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .images import write_image, write_thumbnail
from .items import collections, item
from .labels import caminfo, isd, isis_label, pds3, provenance
from .names import BUCKET, Urls, file_names, folder
from .passes import strips
from .planet import Observation, Planet

_STAMP = ".stamp"
_TEXTS = {
    "caminfo_pvl": caminfo,
    "pds_label": pds3,
    "isis_label": isis_label,
    "usgscsm_isd": isd,
    "provenance": provenance,
}


def build(
    directory: Path,
    size: int = 60,
    seed: int = 1,
    urls: Urls | None = None,
    *,
    images: bool = True,
    passes: bool = False,
) -> None:
    """Writes `directory`/bucket and `directory`/stac; does nothing where both are there already.

    With `passes` the strips of known flights are there, too.
    """
    build_bucket(directory, size, seed, images=images, passes=passes)
    build_catalogue(directory, size, seed, urls or Urls(), passes=passes)


def build_bucket(
    directory: Path, size: int, seed: int, *, images: bool = True, passes: bool = False
) -> Path:
    """Writes labels, images and thumbnails; returns the folder whose sub-folders are buckets."""
    stamp = _stamp(size, seed, images, passes)
    with _written_whole(directory / "bucket", stamp) as part:
        if part:
            for observation in _observations(size, seed, passes=passes):
                _write_files(observation, part / BUCKET / folder(observation), images=images)
    return directory / "bucket"


def build_catalogue(
    directory: Path, size: int, seed: int, urls: Urls, *, passes: bool = False
) -> list[Path]:
    """Writes the catalogue as rustac reads it; returns the files to give to `rustac serve`."""
    target = directory / "stac"
    with _written_whole(target, _stamp(size, seed, urls.images, urls.api, passes)) as part:
        if part:
            for document in collections(urls):
                (part / f"{document['id']}.json").write_text(json.dumps(document))
            _write_items(part / "items.json", _observations(size, seed, passes=passes), urls)
    return sorted(target.glob("*.json"))


def _observations(size: int, seed: int, *, passes: bool) -> Iterator[Observation]:
    yield from Planet(size, seed)
    if passes:
        yield from (strip.observation for strip in strips(seed).values())


def _write_files(observation: Observation, target: Path, *, images: bool) -> None:
    target.mkdir(parents=True)
    names = file_names(observation)
    for key, text in _TEXTS.items():
        (target / names[key]).write_text(text(observation), newline="\n")
    if images:
        write_image(observation, target / names["image"])
        write_thumbnail(observation, target / names["thumbnail"])


def _write_items(path: Path, observations: Iterator[Observation], urls: Urls) -> None:
    with path.open("w") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for number, observation in enumerate(observations):
            file.write(",\n" if number else "\n")
            json.dump(item(observation, urls), file)
        file.write("\n]}\n")


def _stamp(*parameters: object) -> str:
    """Returns what the result depends on: the parameters and this package's own code."""
    code = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        code.update(source.read_bytes())
    return json.dumps({"parameters": parameters, "code": code.hexdigest()})


@contextmanager
def _written_whole(target: Path, stamp: str) -> Iterator[Path | None]:
    """Gives a folder to fill, put in the target's place at the end; None where it is up to date.

    One builder at a time: a second one waits for the first and then finds its result.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    with target.with_name(f".{target.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _is_current(target, stamp):
            yield None
            return
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        yield part
        (part / _STAMP).write_text(stamp)
        shutil.rmtree(target, ignore_errors=True)
        part.rename(target)


def _is_current(target: Path, stamp: str) -> bool:
    path = target / _STAMP
    return path.is_file() and path.read_text() == stamp
