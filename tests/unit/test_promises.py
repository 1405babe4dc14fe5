"""docs/promises.md names the tests that prove it: each of them is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

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
