"""Renews the picture of the wings in docs/images."""

from __future__ import annotations

from ..libraries import ROOT
from .imports import uses, wings
from .picture import svg

(ROOT / "docs" / "images" / "wings.svg").write_text(svg(wings(), uses()), encoding="utf-8")
