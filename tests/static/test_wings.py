"""The picture of the wings in the documentation shows the code's own imports."""

from __future__ import annotations

from tests.support.qgis_process import ROOT
from tools.wings.imports import uses, wings
from tools.wings.picture import svg

PICTURE = ROOT / "docs" / "images" / "wings.svg"


def test_the_picture_is_up_to_date():
    assert PICTURE.read_text(encoding="utf-8") == svg(wings(), uses()), "run `make picture`"


def test_each_wing_says_what_it_is_for_in_so_few_words_that_they_fit():
    assert "…" not in PICTURE.read_text(encoding="utf-8")
    assert all(text.endswith(".") for text in wings().values())


def test_what_is_used_through_another_has_no_arrow_of_its_own():
    found = uses()
    assert "core/catalog" in found["core/search"]
    assert "core/web" in found["core/catalog"]
    assert "core/web" not in found["core/search"]
