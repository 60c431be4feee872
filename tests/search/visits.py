"""A visit to the search page with an engine that is invented, and what the page shows then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

ENGINE = (Path(__file__).parent / "invented_engine.js").read_text(encoding="utf-8")
FIRST = "Påhittat ärende 1 om nationell stödfunktion i Habo"


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    engine: str = ENGINE,
    width: int = 1280,
    errors_expected: bool = False,
) -> Iterator[Page]:
    """A page that has the invented engine, and whose console must stay free of errors."""
    context = browser.new_context(viewport=ViewportSize(width=width, height=800))
    page = context.new_page()
    page.set_default_timeout(30_000)
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.route("**/assets/sok/engine.js", lambda route: answer(route, engine))
    page.goto(address)
    yield page
    context.close()
    assert errors_expected or errors == []


def answer(route: Route, engine: str) -> None:
    """The engine's file, or that there is none."""
    if engine:
        route.fulfill(body=engine, content_type="text/javascript; charset=utf-8")
    else:
        route.fulfill(status=404, body="")


def found(page: Page, count: str) -> None:
    """Wait until the page says that it has found so many."""
    expect(page.locator("#na-results-title")).to_have_text(count.replace(" ", "\u00a0"))


def everything(page: Page) -> None:
    """Wait until the page shows all there is."""
    expect(page.locator("#na-results-title")).to_have_text("Allt i arkivet")


def hits(page: Page) -> Locator:
    """The items of the list of hits."""
    return page.locator("#na-hits > li")


def type_quickly(page: Page, text: str) -> None:
    """Type a text in the field without a rest between its letters, however slow the machine is."""
    page.locator("#na-q").evaluate(
        "(field, text) => { for (const letter of text)"
        " { field.value += letter; field.dispatchEvent(new InputEvent('input', {bubbles: true})); } }",
        text,
    )


def until(page: Page, true: str) -> None:
    """Wait until an expression is true in the page; its policy lets no other way of waiting evaluate text."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {true}")


def query(page: Page) -> dict[str, list[str]]:
    """What the address searches for."""
    return parse_qs(urlsplit(page.url).query)


def steps(page: Page) -> int:
    """How many steps the browser's history has."""
    length: int = page.evaluate("history.length")
    return length
