"""Labels of the real form: ISIS caminfo, PDS3, ISIS cube; and the two other text assets."""

from __future__ import annotations

from .caminfo import caminfo
from .isis import isis_label
from .other import isd, provenance
from .pds3 import pds3

__all__ = ["caminfo", "isd", "isis_label", "pds3", "provenance"]
