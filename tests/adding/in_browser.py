"""Runs the form's modules in the browser, and draws what they are tried with: the same examples in every run."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from archives import STEADY, registers
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Route
from sites import EXAMPLE, REPOSITORY

from namndarkivet.adding.form import form_data
from namndarkivet.archive import open_archive
from namndarkivet.pages.page import Site

MODULES = REPOSITORY / "docs" / "assets" / "lagg-till"
ORIGIN = "https://modules.invalid/"
T = TypeVar("T")


def evaluate(browser: Browser, module: str, script: str, given_: object, modules: Path = MODULES) -> Any:
    """What an expression about `module`, of the folder `modules`, and `given` is in the browser. Both ways values travel as JSON,
    every sign escaped.
    """
    page = browser.new_page()

    def answer(route: Route) -> None:
        file = modules / Path(route.request.url.removeprefix(ORIGIN)).name
        if file.suffix == ".js":
            route.fulfill(body=file.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html")

    try:
        page.route("**/*", answer)
        page.goto(ORIGIN)
        told = page.evaluate(
            f"async (sent) => {{ const module = await import('{ORIGIN}{module}'); const given = JSON.parse(sent);"
            f" return JSON.stringify({script}); }}",
            json.dumps(given_),
        )
    finally:
        page.close()
    return json.loads(told)


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """So many examples of a strategy."""
    found: list[T] = []

    @settings(STEADY, max_examples=count)
    @given(strategy)
    def gather(one: T) -> None:
        found.append(one)

    gather()
    return found


@cache
def form() -> dict[str, Any]:
    """The form's data, with the registers of `archives` for the example's: one of their bodies numbers § per meeting."""
    archive, _ = open_archive(EXAMPLE, shown="example")
    known: dict[str, Any] = json.loads(form_data(Site(replace(archive, registers=registers()))))
    return known


def characters(**more: Any) -> st.SearchStrategy[str]:
    """Characters that a text can hold. What Python's Unicode has no name for may have one in the browser's."""
    return st.characters(exclude_categories=["Cs", "Cn"], **more)


def units(text: str, place: int) -> int:
    """A place in a text as JavaScript counts: in UTF-16 units."""
    return len(text[:place].encode("utf-16-le")) // 2
