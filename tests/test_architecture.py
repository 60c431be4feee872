"""What keeps the house in order: who imports whom, who writes, how large a module is, and that none keeps state."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "namndarkivet"
ADAPTER = HOOKS / "mkdocs_events.py"
MODULES = {
    ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
FOREIGN = {"mkdocs", "material", "pymdownx"}
WRITERS = {
    *("namndarkivet.cli", "namndarkivet.publish", "namndarkivet.staging", "namndarkivet.export"),
    "namndarkivet.writing",
    *("namndarkivet.searching.index", "namndarkivet.searching.standing"),
    "namndarkivet.searching.served",  # into a folder of its own, for as long as the server runs
    "namndarkivet.trial",  # into a folder that is gone again: a rule's example
}

STATE = {"namndarkivet.workers._work": "in a forked worker: what it was forked to do"}
"""The only state at module level, and why."""


@cache
def tree(path: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"), path.name)


def nodes(body: ast.AST, *, at_import: bool = False) -> Iterator[ast.AST]:
    """Every node of a module, or only those that run when it is imported: no bodies of functions, no TYPE_CHECKING."""
    for node in ast.iter_child_nodes(body):
        if at_import and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if at_import and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from nodes(node, at_import=at_import)


def imports(path: Path, *, at_import: bool = False) -> set[str]:
    """The modules that a module imports, as dotted names."""
    found = set()
    for node in nodes(tree(path), at_import=at_import):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import fails in a hook"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & set(MODULES)) or {node.module or ""}
    return found


# Who imports whom.


@pytest.mark.parametrize("name", MODULES)
def test_no_module_of_the_package_imports_mkdocs_or_its_theme(name: str) -> None:
    assert {module for module in imports(MODULES[name]) if module.split(".")[0] in FOREIGN} == set()


def test_the_package_can_be_imported_and_used_where_there_is_no_mkdocs(tmp_path: Path) -> None:
    script = (
        "import importlib, sys\n"
        f"sys.modules.update(dict.fromkeys({sorted(FOREIGN)!r}))\n"
        f"for name in {list(MODULES)!r}: importlib.import_module(name)\n"
        f"loaded = [name for name in sys.modules if name.split('.')[0] in {sorted(FOREIGN)!r} and sys.modules[name]]\n"
        "assert loaded == [], loaded\n"
        "from pathlib import Path\n"
        "from namndarkivet.archive import open_archive\n"
        "assert open_archive(Path())[1] == []\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(HOOKS), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_only_the_adapter_imports_mkdocs_and_it_stays_short() -> None:
    importers = [
        path.name
        for path in sorted(HOOKS.rglob("*.py"))
        if any(module.split(".")[0] in FOREIGN for module in imports(path))
    ]
    assert importers == [ADAPTER.name]
    assert len(ADAPTER.read_text(encoding="utf-8").splitlines()) < 200


def test_the_adapter_has_no_callable_that_mkdocs_would_take_for_an_event_that_it_is_not() -> None:
    known = {"startup", "shutdown", "serve", "config", "pre_build", "files", "nav", "env", "post_build", "build_error"}
    known |= {f"{when}_template" for when in ("pre", "post")} | {"template_context", "pre_page", "page_read_source"}
    known |= {"page_markdown", "page_content", "page_context", "post_page"}
    bound = {node.id for node in nodes(tree(ADAPTER), at_import=True) if isinstance(node, ast.Name)}
    assert {name.removeprefix("on_") for name in bound if name.startswith("on_")} <= known


def test_modules_import_one_way() -> None:
    graph = {name: imports(path, at_import=True) & (set(MODULES) - {name}) for name, path in MODULES.items()}
    order = list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle
    assert set(order) >= set(MODULES) - {"namndarkivet"}


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("source", {"model", "load", "index", "pages", "render", "publish"}),
        ("model", {"source", "load", "index", "checks", "pages", "render", "publish"}),
        ("problem", {"source", "model", "load", "index", "checks", "pages", "render", "publish"}),
        ("index", {"load", "checks", "pages", "render", "publish", "serve", "cli"}),
        ("summaries", {"load", "checks", "pages", "render", "publish", "serve", "cli"}),
        ("frame", {"load", "index", "checks", "pages", "render", "publish", "serve", "cli"}),
        ("render", {"load", "publish", "serve", "cli", "export", "staging"}),
        ("publish", {"load", "serve", "cli"}),
    ],
)
def test_content_flows_one_way_and_no_stage_reaches_forward(below: str, above: set[str]) -> None:
    seen: set[str] = set()
    todo = [f"namndarkivet.{below}"]
    while todo:
        name = todo.pop()
        seen.add(name)
        todo += (imports(MODULES[name]) & set(MODULES)) - seen
    assert {name.split(".")[1] for name in seen if "." in name} & above == set()


def test_no_page_writes_and_none_reaches_for_another_kinds_template() -> None:
    for name, path in MODULES.items():
        if name.startswith("namndarkivet.pages."):
            reached = {
                module.removeprefix("namndarkivet.") for module in imports(path) if module.startswith("namndarkivet")
            }
            assert reached.isdisjoint({"render", "publish", "serve", "export", "load", "cli", "archive"}), name


# Who writes.

CALLS = {
    *("write_text", "write_bytes", "mkdir", "makedirs", "rename", "unlink", "rmdir", "rmtree", "touch"),
    *(
        "copyfile",
        "copytree",
        "copy2",
        "move",
        "symlink_to",
        "hardlink_to",
        "removedirs",
        "symlink",
        "chmod",
        "truncate",
    ),
}
WRITING = re.compile(r"(?=.*[wax+])[rwaxbt+]{1,4}")


def writes(path: Path) -> Iterator[str]:
    """The calls in a module that write files, with their lines."""
    for node in nodes(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        modes = [*node.args[:2], *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
        opens = name == "open" and any(
            isinstance(mode, ast.Constant) and WRITING.fullmatch(str(mode.value)) for mode in modes
        )
        if name in CALLS or opens:
            yield f"{path.name}:{node.lineno}: {name}"


@pytest.mark.parametrize("name", sorted(set(MODULES) - WRITERS))
def test_only_the_last_steps_write(name: str) -> None:
    assert list(writes(MODULES[name])) == []


def test_the_search_for_what_writes_finds_what_writes() -> None:
    assert {name for name in MODULES if list(writes(MODULES[name]))} == WRITERS


# Sizes and state.


@pytest.mark.parametrize("name", MODULES)
def test_a_module_ends_before_it_is_too_large(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 350


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(tree(MODULES[name]))


@pytest.mark.parametrize("name", MODULES)
def test_no_module_is_called_after_nothing_in_particular(name: str) -> None:
    assert name.rsplit(".", 1)[-1] not in {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}


MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"}


def state(name: str) -> Iterator[str]:
    """What a module binds at its own level that could change: a list, mapping or set under a name that is no constant's."""
    for node in tree(MODULES[name]).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            made = isinstance(node.value, MUTABLE) or (
                isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") in MAKERS
            )
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (
                f"{name}.{target.id}"
                for target in targets
                if made and isinstance(target, ast.Name) and not target.id.isupper() and target.id != "__all__"
            )


def test_no_module_keeps_state() -> None:
    assert {found for name in MODULES for found in state(name)} == set(STATE)


@pytest.mark.parametrize("name", MODULES)
def test_no_function_changes_a_name_of_its_module(name: str) -> None:
    assert [node.lineno for node in nodes(tree(MODULES[name])) if isinstance(node, ast.Global)] == []
    constants = {
        target.id
        for node in tree(MODULES[name]).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and f"{name}.{target.id}" not in STATE
    }
    changing = {
        "append",
        "extend",
        "insert",
        "add",
        "update",
        "setdefault",
        "pop",
        "popitem",
        "clear",
        "remove",
        "discard",
    }
    changed = [
        f"{node.lineno}: {ast.unparse(node.func)}"
        for function in nodes(tree(MODULES[name]))
        if isinstance(function, ast.FunctionDef)
        for node in nodes(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in changing
        if isinstance(node.func.value, ast.Name) and node.func.value.id in constants
    ]
    assert changed == []
