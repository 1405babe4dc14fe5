"""Area: what a search asks for on a body, as lon/lat boxes or as a region."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.bodies import Body
from .box import Box

if TYPE_CHECKING:
    from .region import Region


@dataclass(frozen=True, slots=True)
class Area:
    """What is searched on one body: boxes, a region, or boxes that hold more than the region."""

    body: Body
    boxes: tuple[Box, ...]
    region: Region | None = field(default=None, compare=False)

    def queries(self) -> list[dict[str, Any]]:
        """Returns where to search, as the members of one or more requests to a STAC API."""
        if self.boxes:
            return [{"bbox": box.as_bbox()} for box in self.boxes]
        return [{"intersects": self.region.intersects()}] if self.region else []
