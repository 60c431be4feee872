"""Builds real sites for the tests, and reads what was built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

REPOSITORY = Path(__file__).parent.parent
EXAMPLE = REPOSITORY / "tests" / "example"
DECISIONS = REPOSITORY / "decisions"
URL = "https://exempel.invalid/arkiv/"


def build(decisions: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` as a user would, with these documents, into this folder."""
    environment = {
        **os.environ,
        "NAMNDARKIVET_DECISIONS": str(decisions),
        "NAMNDARKIVET_SITE": str(site),
        "NAMNDARKIVET_URL": URL,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)


@dataclass
class Html(HTMLParser):
    """One page of a built site: its links, ids, title, description, canonical link and text."""

    path: Path
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    title: str = ""
    description: str = ""
    canonical: str = ""
    text: str = ""
    headings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.feed(self.path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag tells."""
        given = {name: value or "" for name, value in attrs}
        self.text += "" if tag in {"a", "em", "strong", "span"} else " "
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif tag == "meta" and given.get("name") == "description":
            self.description = given["content"]
        else:
            self.links += [given[name] for name in ("href", "src") if name in given]
        if tag in {"title", "h1", "script", "style", "svg"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note that a title, heading or script has ended."""
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        within = self._open[-1] if self._open else ""
        if within == "title" and "svg" not in self._open:
            self.title += data
        elif within not in {"script", "style"}:
            if within == "h1":
                self.headings.append(data)
            self.text += data


@dataclass(frozen=True)
class Built:
    """A built site below the base path `/arkiv/`."""

    root: Path
    log: str

    def page(self, address: str) -> Html:
        """The page at an address."""
        return Html(self.root / address / "index.html")

    def pages(self) -> Iterator[Html]:
        """Every page of the site."""
        for path in sorted(self.root.rglob("*.html")):
            yield Html(path)

    def address(self, page: Html) -> str:
        """A page's address below the base path."""
        return page.path.relative_to(self.root).as_posix().removesuffix("index.html")

    def broken_links(self) -> list[str]:
        """Links within the site that lead to no file or no anchor, seen from under the base path."""
        broken, anchors = [], {}
        pages = {self.address(page): page for page in self.pages()}
        for address, page in pages.items():
            anchors[address] = set(page.ids)
        for address, page in pages.items():
            for link in page.links:
                target = urlsplit(urljoin(f"http://site/arkiv/{address}", link))
                if target.hostname != "site" or target.scheme not in {"http", "https"}:
                    continue
                path = unquote(target.path)
                inside = path.removeprefix("/arkiv/").removesuffix("index.html")
                file = self.root / inside / ("index.html" if path.endswith("/") else "")
                if not path.startswith("/arkiv/") or not file.is_file():
                    broken.append(f"{address}: {link}")
                elif target.fragment and unquote(target.fragment) not in anchors.get(inside, set()):
                    broken.append(f"{address}: {link} (no such anchor)")
        return broken
