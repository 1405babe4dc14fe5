"""What the pages for developers name is there: tests that prove promises, and files."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]
PROMISES = (REPO / "docs" / "promises.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)


def named_in(path):
    tree = ast.parse((REPO / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_exists():
    missing = [f"{path}::{name}" for path, name in NAMED if name not in named_in(path)]
    assert missing == []


def test_every_promise_names_a_test():
    rows = [line for line in PROMISES.splitlines() if line.startswith("| ")]
    promises = [row for row in rows if not row.rstrip(" |").endswith("proved by")]
    assert len(promises) > 20
    assert [row for row in promises if "::test_" not in row] == []


@pytest.mark.parametrize(
    "page", ["docs/how-it-works.md", "docs/add-a-collection.md", "CONTRIBUTING.md"]
)
def test_every_file_that_is_named_exists(page):
    text = (REPO / page).read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+\.(?:py|pyi|txt|toml))`", text)
    below = ("ard_qgis_plugin", "tools", "tests")
    there = [*REPO.iterdir(), *(path for each in below for path in (REPO / each).rglob("*.*"))]
    ends = {f"/{path.relative_to(REPO)}" for path in there}
    missing = [name for name in named if not any(end.endswith(f"/{name}") for end in ends)]
    assert named
    assert missing == []
