"""Share: the part of a collection's items that one of many readings takes; each takes as many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from ...model.errors import InputError
from ...model.slurm_job import MAX_PARTS

_FORM = re.compile(r"(\d{1,4}|all)/(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Share:
    """Part `number`, from 1 on, of so many parts.

    An item's id says whose it is, so each item has one part, wherever it lies in the catalogue and
    whatever comes or goes while the parts are read.
    """

    number: int
    parts: int

    def holds(self, identifier: str) -> bool:
        """Says whether an item belongs to this part."""
        return part_of(identifier, self.parts) == self.number


def share_of(text: str) -> Share | int:
    """Returns the share that is written as "3/16", or the number of parts of "all/16".

    Raises InputError.
    """
    found = _FORM.fullmatch(text.strip())
    number, parts = (found[1], int(found[2])) if found else ("0", 0)
    if number == "all" and 1 <= parts <= MAX_PARTS:
        return parts
    if number == "all" or not 1 <= int(number) <= parts <= MAX_PARTS:
        raise InputError(
            f"PART is {text}: give the part's number and how many there are, at most {MAX_PARTS}, "
            "as 3/16, or all/16 to put them together."
        )
    return Share(int(number), parts)


def part_of(identifier: str, parts: int) -> int:
    """Returns the number of the part that an item belongs to, from 1 on."""
    return crc32(identifier.encode("utf-8", "surrogatepass")) % parts + 1


def part_path(index: Path, number: int) -> Path:
    """Returns the file of a part, beside the index that it is of: NAME.part-003.gpkg."""
    return index.with_name(f"{index.stem}.part-{number:03d}{index.suffix}")
