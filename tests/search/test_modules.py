"""The modules of the search page: the browser is told of each that it needs, and of no other."""

from __future__ import annotations

import re

from sites import REPOSITORY

from namndarkivet.pages.search import MODULES

FOLDER = REPOSITORY / "docs" / "assets" / "sok"


def imported(module: str) -> set[str]:
    """The modules that one imports, at once or later."""
    return set(
        re.findall(r"""(?:from|import)\s*\(?\s*["']\./(\w+)\.js["']""", (FOLDER / f"{module}.js").read_text("utf-8"))
    )


def test_the_page_names_every_module_that_it_loads() -> None:
    reached, left = set(), {"page"}
    while left:
        one = left.pop()
        reached.add(one)
        left |= imported(one) - reached

    assert reached == set(MODULES)
    assert len(MODULES) == len(set(MODULES))


def test_no_module_lies_there_unused() -> None:
    assert {file.stem for file in FOLDER.glob("*.js")} == {*MODULES, "box"} | imported("box")
