"""A clerk at the form in the real browser: by mouse or by keyboard alone, up to the address of GitHub's page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize
from sites import DECISIONS

MOST_TABS = 200
"""Presses of Tab from one control to another, at most: the form has not so many."""


@dataclass
class Clerk:
    """Someone at the form. `opened` are the addresses of GitHub's pages that were opened, in order."""

    page: Page
    opened: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open the form and wait until it is there."""
        self.page.goto(address)
        self.page.locator("#na-add:not([hidden])").wait_for()

    def answer(self, label: str, value: str, within: str = "") -> None:
        """Answer a question by mouse: find it by its label, and type or choose."""
        control = self._section(within).get_by_label(label, exact=False).locator("visible=true").first
        if control.evaluate("box => box.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.click()
            control.fill(value)

    def unfold(self, name: str) -> Locator:
        """Open a folded question by mouse; its fieldset."""
        fold = self.page.locator("[data-na-kind]:not([hidden]) details.na-more").filter(has_text=name).first
        fold.locator("summary").click()
        return fold

    def _section(self, within: str) -> Locator:
        section = self.page.locator("[data-na-kind]:not([hidden])")
        return section.locator(f'[data-na-q="{within}"]') if within else section

    def tab_to(self, name: str) -> None:
        """Press Tab until a control whose name begins with this has the focus. Fails when none comes."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(_FOCUSED).startswith(name):
                return
        raise AssertionError(f"Tab never reaches «{name}»; last: {self.page.evaluate(_FOCUSED)}")

    def tab_to_id(self, name: str) -> None:
        """Press Tab until the control with this id has the focus. Fails when it never has."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.id") == name:
                return
        raise AssertionError(f"Tab never reaches {name}")

    def type(self, name: str, value: str) -> None:
        """Answer the next question of this name by keyboard alone."""
        self.tab_to(name)
        self.page.keyboard.type(value)

    def sent(self) -> tuple[str, str]:
        """The name and content that the last opened page of GitHub would show."""
        asked = parse_qs(urlsplit(self.opened[-1]).query, keep_blank_values=True)
        return asked["filename"][0], asked.get("value", [""])[0]


_FOCUSED = """() => {
  const box = document.activeElement;
  const named = box.getAttribute("aria-label") ?? [...(box.labels ?? [])].map((label) => label.textContent).join(" ");
  return (named || box.textContent || "").replace(/\\s+/g, " ").trim();
}"""


@contextmanager
def clerk(browser: Browser, *, width: int = 1280) -> Iterator[Clerk]:
    """A clerk in a window of their own. GitHub is not reached: the address is kept. The console must stay free of errors."""
    context = browser.new_context(viewport=ViewportSize(width=width, height=900))
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened: list[str] = []
    errors: list[str] = []

    def github(route: Route) -> None:
        opened.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>GitHub</title>")

    context.route("https://github.com/**", github)
    page = context.new_page()
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("dialog", lambda dialog: dialog.accept())
    yield Clerk(page, opened)
    context.close()
    assert errors == []


def checked(name: str, content: str, root: Path, *more: tuple[str, str]) -> str:
    """What `namndarkivet check` says when files lie in a copy of the archive under these names; "" when it finds no error
    and no warning in them.
    """
    copy = root / "decisions"
    for path in DECISIONS.rglob("*"):
        if path.is_file():
            there = copy / path.relative_to(DECISIONS)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())
    for file, text in ((name, content), *more):
        assert file.startswith("decisions/")
        there = root / file
        assert not there.exists()
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(text.encode())
    done = subprocess.run(
        [Path(sys.executable).parent / "namndarkivet", "check", *(file for file, _ in ((name, content), *more))],
        cwd=root,
        env={"NAMNDARKIVET_DECISIONS": "decisions", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    return "" if done.returncode == 0 and "fel[" not in said and "varning[" not in said else said
