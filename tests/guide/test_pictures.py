"""The guides' pictures are of what is there now, every page says in words what its pictures show, and none is left over.

`make pictures` takes them all anew; look at them before they are committed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sites import REPOSITORY, Built

from .camera import LARGEST, PICTURES, SNAPSHOTS, TAKING, Story, stage, take, told
from .stories import STORIES

_FORM = (
    *(REPOSITORY / "hooks" / "namndarkivet" / "templates").glob("*.html"),
    *(REPOSITORY / "docs" / "assets" / "lagg-till").glob("*.js"),
)
_ISSUE = REPOSITORY / ".github" / "ISSUE_TEMPLATE" / "skicka-in.yml"
_GITHUB = {"Sign in", "Edit", "Submit new issue"}
"""Names on GitHub's pages that no drawing shows."""


@pytest.mark.parametrize("name", STORIES)
def test_the_picture_is_of_what_is_there_now(name: str, browser: Browser, example_url: str, tmp_path: Path) -> None:
    story = STORIES[name]
    with stage(browser, example_url, tmp_path, story.width) as set_up:
        pictured = story.play(set_up)
        if TAKING:
            take(story, pictured)
        assert story.stale(told(pictured)) == ""
    assert story.picture.stat().st_size <= LARGEST


def test_a_picture_of_something_else_is_stale_and_one_that_is_not_there_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("guide.camera.PICTURES", tmp_path)
    monkeypatch.setattr("guide.camera.SNAPSHOTS", tmp_path)
    story = Story("sida", 320, lambda on: on.page.locator("main"))
    assert "saknas; kör make pictures" in story.stale("- heading\n")
    story.picture.write_bytes(b"")
    story.snapshot.write_text("- heading\n", encoding="utf-8")
    assert story.stale("- heading\n") == ""
    assert "är inaktuell; kör make pictures" in story.stale("- button\n")


def test_each_picture_has_a_story_and_each_story_has_a_picture() -> None:
    assert {path.stem for path in PICTURES.glob("*")} == {path.stem for path in SNAPSHOTS.glob("*")} == set(STORIES)


@pytest.mark.parametrize("guide", ["formular", "skicka-in"])
def test_the_names_of_buttons_in_a_guide_are_those_on_the_page_or_in_a_drawing(guide: str) -> None:
    there = "".join(path.read_text(encoding="utf-8") for path in (*SNAPSHOTS.glob("*.txt"), *_FORM, _ISSUE))
    text = (REPOSITORY / "docs" / "lagg-till" / f"{guide}.md").read_text(encoding="utf-8")
    names = re.findall(r"\*\*(.+?)\*\*", text)
    assert len(names) > 5
    assert [name for name in names if name not in there and name not in _GITHUB] == []


@dataclass
class _Images(HTMLParser):
    """The images of a page: their addresses and what they say instead."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an image."""
        given = dict(attrs)
        if tag == "img":
            self.found.append((given.get("src") or "", given.get("alt") or ""))


def _images(site: Built) -> dict[str, list[tuple[str, str]]]:
    """The guides' pictures on each page that has any, by the page's address."""
    found = {}
    for path in sorted(site.root.rglob("*.html")):
        images = _Images()
        images.feed(path.read_text(encoding="utf-8"))
        shown = [(source, alt) for source, alt in images.found if "/guide/" in source]
        if shown:
            found[path.relative_to(site.root).as_posix()] = shown
    return found


def test_every_picture_is_shown_and_said_in_words_and_no_page_shows_another(example_site: Built) -> None:
    pages = _images(example_site)
    assert [(page, source) for page, shown in pages.items() for source, alt in shown if len(alt) < 20] == []
    shown = {Path(source).stem for images in pages.values() for source, _ in images}
    assert shown == set(STORIES)
