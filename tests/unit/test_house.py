"""The rules of the house, held against the source: what may import what, and how long it may be."""

from __future__ import annotations

import ast
import statistics
import sys
from collections import Counter
from graphlib import CycleError, TopologicalSorter

import pytest

from tools.libraries import ROOT
from tools.wings.sources import PACKAGE, folder, imported, trees, used_files

TREES = trees()
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for place in ("ard_qgis_plugin", "tests", "tools")
    for path in sorted((ROOT / place).rglob("*.py"))
}

# Arrows point down only: a layer imports from itself and from those that stand after it.
LAYERS = ("__init__", "plugin", "provider", "algorithms", "bridge", "core")
# Leaves beside the layers: everything but core may use them, they use nothing but core.
LEAVES = ("settings", "dependencies", "translation")
# What each wing may use besides itself and the files beside the wings, in the order in which the
# data pass through them: it uses none that stands after it, but for wings in itself.
WINGS = {
    "core/model": set(),
    "core/geometry": {"core/model"},
    "core/web": {"core/model"},
    "core/catalog": {"core/model", "core/geometry", "core/web", "core/catalog/pages"},
    "core/catalog/pages": {"core/model", "core/web", "core/catalog"},
    "core/labels": {"core/model", "core/geometry", "core/web", "core/labels/storage"},
    "core/labels/storage": {"core/model"},
    "core/light": {"core/model", "core/geometry"},
    "core/manifest": {
        *("core/model", "core/geometry", "core/web", "core/catalog", "core/catalog/pages"),
    },
    "core/choice": {"core/light"},
    "core/search": {
        *("core/model", "core/geometry", "core/web", "core/catalog", "core/labels", "core/light")
    },
    "core/index": {
        *("core/model", "core/geometry", "core/web", "core/catalog", "core/labels", "core/search"),
        *("core/catalog/pages", "core/index/storage", "core/index/cluster"),
    },
    "core/index/cluster": {"core/model", "core/index", "core/index/storage"},
    "core/index/storage": {
        *("core/model", "core/geometry", "core/catalog", "core/catalog/pages"),
    },
    "core/download": {"core/model", "core/web", "core/manifest"},
    "bridge/inputs": set(),
    "bridge/footprints": set(),
    "bridge/images": set(),
    "bridge/index": {"bridge/footprints"},
    "bridge/light": {"bridge/inputs", "bridge/footprints"},
    "bridge/reports": set(),
    "bridge/desktop": {
        *("bridge/inputs", "bridge/footprints", "bridge/images", "bridge/light"),
        "bridge/reports",
    },
    "bridge/desktop/first_view": {"bridge/footprints", "bridge/desktop"},
    "bridge/desktop/finder": {
        *("bridge/inputs", "bridge/footprints", "bridge/images", "bridge/light"),
        *("bridge/desktop", "bridge/desktop/first_view"),
        *(
            f"bridge/desktop/finder/{each}"
            for each in ("layer", "limits", "images", "search", "map")
        ),
    },
    "bridge/desktop/finder/layer": {"bridge/inputs", "bridge/desktop/finder"},
    "bridge/desktop/finder/limits": {"bridge/desktop/finder", "bridge/desktop/finder/layer"},
    "bridge/desktop/finder/images": {"bridge/desktop/finder", "bridge/desktop/finder/layer"},
    "bridge/desktop/finder/map": {
        *("bridge/inputs", "bridge/images"),
        *("bridge/desktop/finder", "bridge/desktop/finder/layer"),
    },
    "bridge/desktop/finder/search": {
        *("bridge/inputs", "bridge/footprints", "bridge/desktop"),
        *("bridge/desktop/finder", "bridge/desktop/finder/layer"),
    },
    "algorithms/search": set(),
    "algorithms/light": set(),
    "algorithms/download": set(),
}
# Where each library that QGIS does not bring comes in.
HOMES = {
    "pystac_client": "core/catalog/catalog.py",
    "pvl": "core/labels/parser.py",
    "orjson": "core/web/reply.py",
    "aiohttp": "core/web/fetch.py",
    "aiohttp_socks": "core/web/socks.py",
    "yarl": "core/web/address.py",
}
EVERYWHERE = {"numpy", "shapely"}  # shapely where geometry and light are
BY_NAME = {"provider.py", "dependencies.py"}  # what is imported by a name that is a value
OUTSIDE_CORE = ("qgis", "PyQt5", "PyQt6", "processing", "osgeo")
MOST_FILES = 14  # in a folder of code, its __init__.py aside
LISTED_VERBS = 8  # so many functions begin with a word that is a verb, and no class
VERBS = {"Is", "Are", "Was", "Does", "Stands"}


def part(name):
    """Returns the layer or leaf that a file belongs to."""
    return name.partition("/")[0].partition(".")[0]


def outer(wing):
    """Returns the wing that a wing is in, such as "core/index" for all below it, or itself."""
    return "/".join(wing.split("/")[:2])


def allowed_wings(mine):
    """Returns the folders of its own layer that the files of one may use."""
    if "/" not in mine:
        return {mine}
    planned = mine
    while planned not in WINGS:
        planned = planned.rpartition("/")[0]
        assert "/" in planned, f"{mine} is no wing of the plan"
    return {mine, planned, part(mine), *WINGS[planned]}


def at_work(tree):
    """Yields the import statements of a file, those for type checkers alone left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        yield from at_work(node)


def libraries(name):
    """Returns the top names of all that a file imports when it works."""
    nodes = at_work(TREES[name])
    return {one.partition(".")[0] for node in nodes for one in imported(name, node)}


def files_that_import(library):
    return {name for name in TREES if library in libraries(name)}


def nodes(*kinds):
    """Yields where in the sources, and in those of tests and tools, a definition stands."""
    for name, text in TEXTS.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, kinds):
                yield f"{name}:{node.name}", node


def first_word(node):
    return (ast.get_docstring(node) or " ").split(" ")[0].strip(",;:.\n")


def test_the_sources_are_found():
    assert {"plugin.py", "core/model/errors.py", "bridge/__init__.py"} <= set(TREES)
    assert {part(name) for name in TREES} <= {*LAYERS, *LEAVES}


@pytest.mark.parametrize("name", TREES)
def test_arrows_point_one_way(name):
    mine = part(name)
    if mine in LEAVES:
        allowed = {mine, "core"}
    else:
        allowed = {*LAYERS[LAYERS.index(mine) :], *(LEAVES if mine != "core" else ())}
    assert {part(one) for one in used_files(name)} <= allowed


@pytest.mark.parametrize("name", [name for name in TREES if "/" in name])
def test_arrows_between_the_wings_point_one_way(name):
    used = {folder(one) for one in used_files(name) if part(one) == part(name)}
    assert used <= allowed_wings(folder(name))


@pytest.mark.parametrize("mine", WINGS)
def test_a_wing_uses_none_that_the_data_reach_later(mine):
    order = [wing for wing in WINGS if wing == outer(wing)]
    used = {outer(wing) for wing in WINGS[mine]} - {outer(mine)}
    assert used <= set(order[: order.index(outer(mine))])


@pytest.mark.parametrize("mine", WINGS)
def test_each_wing_of_the_plan_stands(mine):
    assert any(folder(name) == mine for name in TREES)


def test_no_files_import_each_other_around_any_corner():
    try:
        TopologicalSorter({name: used_files(name) for name in TREES}).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


@pytest.mark.parametrize("name", [name for name in TREES if name.endswith("/__init__.py")])
def test_a_folder_itself_imports_nothing(name):
    """Or each import from the folder would import that too."""
    assert not used_files(name)


def test_nothing_is_imported_by_a_name_that_no_rule_sees():
    found = {name for name in TREES if libraries(name) & {"importlib", "runpy", "pkgutil"}}
    called = {
        name
        for name, tree in TREES.items()
        if any(getattr(node, "id", "") in {"__import__", "exec", "eval"} for node in ast.walk(tree))
    }
    assert found | called == BY_NAME


@pytest.mark.parametrize("name", [name for name in TREES if name.endswith("_declaration.py")])
def test_a_declaration_knows_no_worker(name):
    workers = {one.replace("_declaration", "") for one in TREES if one.endswith("_declaration.py")}
    assert not used_files(name) & workers
    assert not libraries(name) & {*HOMES, *EVERYWHERE}


def test_a_region_knows_no_area():
    assert "core/geometry/area.py" not in used_files("core/geometry/region.py")


def test_a_folder_reads_as_a_sentence():
    counts = Counter(folder(name) for name in TEXTS if not name.endswith("__init__.py"))
    assert {name: count for name, count in counts.items() if count > MOST_FILES} == {}


@pytest.mark.parametrize("name", [name for name in TREES if part(name) == "core"])
def test_the_core_knows_neither_qgis_nor_qt(name):
    assert not {one.partition(".")[0] for one in imported(name)}.intersection(OUTSIDE_CORE)


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_comes_in_through_one_door(library, home):
    assert files_that_import(library) == {home}


@pytest.mark.parametrize("name", TREES)
def test_no_library_comes_in_without_a_door(name):
    known = {PACKAGE.name, *OUTSIDE_CORE, *HOMES, *EVERYWHERE}
    assert libraries(name) - known <= sys.stdlib_module_names


def test_shapes_are_worked_on_where_geometry_and_light_are():
    used = {outer(folder(name)) for name in files_that_import("shapely")}
    assert used == {"core/geometry", "core/light"}


def test_qt_comes_from_qgis_alone():
    assert not files_that_import("PyQt5") | files_that_import("PyQt6") | files_that_import("sip")


@pytest.mark.parametrize("name", TREES)
def test_nothing_is_called_that_qt6_has_not(name):
    called = {node.attr for node in ast.walk(TREES[name]) if isinstance(node, ast.Attribute)}
    assert not called.intersection({"exec_", "print_"})


def test_a_class_is_called_what_it_is():
    functions = [node for _, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)]
    counts = Counter(word for word in map(first_word, functions) if word.endswith("s"))
    verbs = VERBS | {word for word, count in counts.items() if count >= LISTED_VERBS}
    wrong = {place for place, node in nodes(ast.ClassDef) if first_word(node) in verbs}
    assert wrong == set()


@pytest.mark.parametrize("name", TREES)
def test_a_file_fits_in_the_head(name):
    assert len(TEXTS[f"{PACKAGE.name}/{name}"].splitlines()) <= 250


def test_functions_are_short():
    lengths = sorted(
        (node.end_lineno - node.lineno + 1, place)
        for place, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if place.startswith(PACKAGE.name)
    )
    assert statistics.median(length for length, _ in lengths) <= 12
    longest_tenth = lengths[len(lengths) * 9 // 10 :]
    assert longest_tenth[0][0] <= 30, longest_tenth
