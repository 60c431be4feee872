"""Takes the guides' pictures, and tells which are stale.

Beside each picture lies a text with its accessibility snapshot (Playwright's `aria_snapshot`): roles, names, values and words.
The texts are compared, never the pixels: fonts and their smoothing differ between machines, words do not.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Browser, Locator, Page, ViewportSize
from sites import REPOSITORY

from .few_colours import few_colours

PICTURES = REPOSITORY / "docs" / "assets" / "guide"
SNAPSHOTS = Path(__file__).parent / "pictures"
LARGEST = 120_000
"""Bytes of one picture at most: a page of the guides has up to six of them."""
SHARPNESS = 2
"""Pixels of a picture for each that a page counts in: sharp on a phone."""
HEIGHT = 900
TAKING = os.environ.get("NAMNDARKIVET_BILDER") == "ta"
"""Whether the pictures are taken (make pictures), not only looked after."""
TODAY = "2031-03-01T10:00:00"
"""What the clock says while a picture is taken: the day of the guides' invented example."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a story plays: a window, the address of the site of the invented example, and an empty folder."""

    page: Page
    site: str
    folder: Path

    def drawn(self, body: Markup) -> Locator:
        """A drawing, shown in the archive's own fonts; the locator of all of it."""
        style = (Path(__file__).parent / "drawing.css").read_text(encoding="utf-8")
        html = Markup(
            "<!doctype html><html lang=sv><meta charset=utf-8><title>Skiss</title><style>{}</style>{}"
        ).format(
            Markup(style),  # noqa: S704 - this folder's own
            Markup("<body><main>{}</main>").format(body),
        )
        address = f"{self.site}skiss.html"
        self.page.route(address, lambda route: route.fulfill(body=str(html), content_type="text/html; charset=utf-8"))
        self.page.goto(address)
        return self.page.locator("main")


@dataclass(frozen=True, slots=True)
class Story:
    """One picture: its name, the width of the window in CSS pixels, and what brings about the state that is pictured."""

    name: str
    width: int
    play: Callable[[Stage], Locator]

    @property
    def picture(self) -> Path:
        """The file of the picture."""
        return PICTURES / f"{self.name}.png"

    @property
    def snapshot(self) -> Path:
        """The file of what is pictured, in words."""
        return SNAPSHOTS / f"{self.name}.txt"

    def stale(self, told: str) -> str:
        """Why the picture is not one of what the story now tells; the empty string when it is."""
        if not self.picture.is_file() or not self.snapshot.is_file():
            return f"bilden {self.name} saknas; kör make pictures och titta på den"
        if self.snapshot.read_text(encoding="utf-8") != told:
            return f"bilden {self.name} är inaktuell; kör make pictures och titta på den"
        return ""


@contextmanager
def stage(browser: Browser, site: str, folder: Path, width: int) -> Iterator[Stage]:
    """A window of this width: light, in Swedish, at a clock that stands."""
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=HEIGHT),
        device_scale_factor=SHARPNESS,
        color_scheme="light",
        reduced_motion="reduce",
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    yield Stage(page, site, folder)
    context.close()


def framed(pictured: Locator) -> Locator:
    """A part of a page with room and a line around it: a reader must not take its picture for the part itself."""
    pictured.evaluate("""part => {
        Object.assign(part.style, { padding: "14px", margin: "0", border: "1px solid #a9a596" });
        if (part.firstElementChild) part.firstElementChild.style.marginTop = "0";
    }""")
    return pictured


def told(pictured: Locator) -> str:
    """What is pictured, in words: the accessibility snapshot, without the port that the tests' server happened to get."""
    pictured.page.evaluate("document.fonts.ready")
    return re.sub(r"http://127\.0\.0\.1:\d+/", "http://127.0.0.1/", pictured.aria_snapshot()) + "\n"


def take(story: Story, pictured: Locator) -> None:
    """Write the picture and its words."""
    for folder in (PICTURES, SNAPSHOTS):
        folder.mkdir(parents=True, exist_ok=True)
    png = pictured.screenshot(animations="disabled", caret="hide")
    story.picture.write_bytes(few_colours(pictured.page, png))
    story.snapshot.write_text(told(pictured), encoding="utf-8")
