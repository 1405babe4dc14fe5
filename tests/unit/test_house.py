"""The rules of the house, held against the source: what may import what, and how long it may be."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

import pytest

REPO = Path(__file__).parents[2]
PACKAGE = REPO / "ard_qgis_plugin"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TREES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text()) for path in SOURCES}

# Arrows point down only: a layer imports from itself and from those that stand after it.
LAYERS = ("__init__", "plugin", "provider", "algorithms", "bridge", "core")
# Leaves beside the layers: everything but core may use them, they use nothing but core.
LEAVES = ("settings", "dependencies", "translation")
# What each wing may use besides itself, in the order in which the data passes through them.
WINGS = {
    "core/model": set(),
    "core/geometry": {"core/model"},
    "core/web": {"core/model"},
    "core/catalog": {"core/model", "core/geometry", "core/web"},
    "core/labels": {"core/model", "core/geometry", "core/web"},
    "core/light": {"core/model", "core/geometry"},
    "core/manifest": {"core/model", "core/geometry", "core/web", "core/catalog"},
    "core/choice": {"core/light"},
    "core/search": {
        *("core/model", "core/geometry", "core/web", "core/catalog", "core/labels", "core/light")
    },
    "core/index": {
        *("core/model", "core/geometry", "core/web", "core/catalog", "core/labels", "core/search"),
        *("core/index/storage", "core/index/cluster"),
    },
    "core/index/cluster": {"core/model", "core/index", "core/index/storage"},
    "core/index/storage": {"core/model", "core/geometry", "core/catalog"},
    "core/download": {"core/model", "core/web", "core/manifest"},
    "bridge/inputs": {"bridge"},
    "bridge/footprints": {"bridge"},
    "bridge/images": {"bridge"},
    "bridge/index": {"bridge", "bridge/footprints"},
    "bridge/light": {"bridge", "bridge/inputs", "bridge/footprints"},
    "bridge/reports": {"bridge"},
    "bridge/desktop": {
        *("bridge", "bridge/inputs", "bridge/footprints", "bridge/images", "bridge/light"),
        "bridge/reports",
    },
    "bridge/desktop/first_view": {"bridge", "bridge/footprints", "bridge/desktop"},
    "bridge/desktop/finder": {
        *("bridge", "bridge/inputs", "bridge/footprints", "bridge/images", "bridge/light"),
        *("bridge/desktop", "bridge/desktop/first_view"),
        *(
            f"bridge/desktop/finder/{each}"
            for each in ("layer", "limits", "images", "search", "map")
        ),
    },
    "bridge/desktop/finder/layer": {"bridge", "bridge/inputs", "bridge/desktop/finder"},
    "bridge/desktop/finder/limits": {"bridge/desktop/finder", "bridge/desktop/finder/layer"},
    "bridge/desktop/finder/images": {"bridge/desktop/finder", "bridge/desktop/finder/layer"},
    "bridge/desktop/finder/map": {
        *("bridge", "bridge/inputs", "bridge/images"),
        *("bridge/desktop/finder", "bridge/desktop/finder/layer"),
    },
    "bridge/desktop/finder/search": {
        *("bridge", "bridge/inputs", "bridge/footprints", "bridge/desktop"),
        *("bridge/desktop/finder", "bridge/desktop/finder/layer"),
    },
    "algorithms/search": {"algorithms"},
    "algorithms/light": {"algorithms"},
    "algorithms/download": {"algorithms"},
}
# Where each library that QGIS does not bring comes in.
HOMES = {
    "pystac_client": "core/catalog/catalog.py",
    "pvl": "core/labels/parser.py",
    "aiohttp": "core/web/fetch.py",
    "aiohttp_socks": "core/web/socks.py",
}
OUTSIDE_CORE = ("qgis", "PyQt5", "PyQt6", "processing", "osgeo")
MOST_FILES = 14  # in a folder of code, its __init__.py aside


def imports(name):
    """Yields what a file imports, in full; inside functions and for type checkers too."""

    package = Path(name).parent.parts
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1]
            start = [PACKAGE.name, *above, *([node.module] if node.module else [])]
            yield from (".".join([*start, alias.name]) for alias in node.names)


def own_files(name) -> Iterator[str]:
    """Yields the files of the package that a file imports."""
    for one in imports(name):
        if one.startswith(f"{PACKAGE.name}."):
            path = PurePosixPath(*one.split(".")[1:])
            places = (
                path.with_suffix(".py"),
                path.parent.with_suffix(".py") if path.name else path,
            )
            packages = (path / "__init__.py", path.parent / "__init__.py")
            yield next(str(each) for each in (*places, *packages) if str(each) in TREES)


def part(name):
    """Returns the layer or leaf that a file belongs to."""
    return name.partition("/")[0].partition(".")[0]


def wing(name):
    """Returns the wing that a file of core, bridge or algorithms belongs to."""
    return PurePosixPath(name).parent.as_posix()


def allowed_wings(mine):
    """Returns the wings that one may use; a wing in a wing may use what that may, and itself."""
    outer = mine
    while outer not in WINGS:
        outer = PurePosixPath(outer).parent.as_posix()
        assert outer != ".", f"{mine} is no wing of the plan"
    return {mine, outer, *WINGS[outer]}


def files_that_import(library):
    return {
        name for name in TREES if any(one.partition(".")[0] == library for one in imports(name))
    }


def functions():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}:{node.name}", node.end_lineno - node.lineno + 1


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
    assert {part(one) for one in own_files(name)} <= allowed


@pytest.mark.parametrize("name", [name for name in TREES if name.count("/") > 1])
def test_arrows_between_the_wings_point_one_way(name):
    layer = part(name)
    used = {wing(one) for one in own_files(name) if part(one) == layer}
    assert used <= allowed_wings(wing(name))


@pytest.mark.parametrize("mine", WINGS)
def test_each_wing_of_the_plan_stands(mine):
    assert any(wing(name) == mine for name in TREES)


def test_no_files_import_each_other_around_any_corner():
    graph = {name: {one for one in own_files(name) if one != name} for name in TREES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def test_a_folder_reads_as_a_sentence():
    folders = [wing(name) for name in TREES if not name.endswith("__init__.py")]
    tests = [
        path.parent.relative_to(REPO).as_posix()
        for path in (REPO / "tests").rglob("*.py")
        if path.name != "__init__.py"
    ]
    crowded = {
        folder for folder in [*folders, *tests] if [*folders, *tests].count(folder) > MOST_FILES
    }
    assert not crowded


@pytest.mark.parametrize("name", [name for name in TREES if part(name) == "core"])
def test_the_core_knows_neither_qgis_nor_qt(name):
    assert not {one.partition(".")[0] for one in imports(name)}.intersection(OUTSIDE_CORE)


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_comes_in_through_one_door(library, home):
    assert files_that_import(library) == {home}


def imports_at_work(tree):
    """Yields the import statements of a file, those for type checkers alone left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        yield from imports_at_work(node)


def test_shapes_are_worked_on_where_geometry_and_light_are():
    used = set()
    for name in files_that_import("shapely"):
        lines = [ast.unparse(node) for node in imports_at_work(TREES[name])]
        if any(line.startswith(("import shapely", "from shapely")) for line in lines):
            used.add("/".join(wing(name).split("/")[:2]))
    assert used == {"core/geometry", "core/light"}


def test_qt_comes_from_qgis_alone():
    assert not files_that_import("PyQt5") | files_that_import("PyQt6") | files_that_import("sip")


@pytest.mark.parametrize("name", TREES)
def test_nothing_is_called_that_qt6_has_not(name):
    called = {node.attr for node in ast.walk(TREES[name]) if isinstance(node, ast.Attribute)}
    assert not called.intersection({"exec_", "print_"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_fits_in_the_head(path):
    assert len(path.read_text().splitlines()) <= 250


def test_functions_are_short():
    lengths = sorted((length, name) for name, length in functions())
    assert statistics.median(length for length, _ in lengths) <= 12
    longest_tenth = lengths[len(lengths) * 9 // 10 :]
    assert longest_tenth[0][0] <= 30, longest_tenth
