"""The pages of docs/ as search reads them: from the HTML that MkDocs has made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import lxml.html

from namndarkivet.searching.findable import HandWritten

_NOT_TEXT = "|".join(f".//{tag}" for tag in ("script", "style", "template", "nav", "svg", "a[@class='headerlink']"))
_BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
    "dd",
    "pre",
    "summary",
    "figcaption",
    "blockquote",
}


def hand_written(out: Path, addresses: Iterable[str]) -> Iterator[HandWritten]:
    """The pages at these addresses of a built site, as title and text. One that cannot be made out is passed over: it is found
    by its links.
    """
    for address in sorted(addresses):
        file = out / address / "index.html"
        if not file.is_file():
            continue
        tree = lxml.html.document_fromstring(file.read_bytes().decode("utf-8"))
        article = next(iter(tree.xpath("//article")), None)
        heading = next(iter(article.xpath(".//h1")), None) if article is not None else None
        if article is None or heading is None:
            continue
        for part in article.xpath(_NOT_TEXT):
            part.drop_tree()
        title = " ".join(heading.text_content().split())
        heading.drop_tree()
        text = "\n".join(line for block in article.iter() for line in _own(block) if line)
        yield HandWritten(address, title, text)


def _own(block: lxml.html.HtmlElement) -> Iterator[str]:
    """The text of a block that no other block within it has."""
    if block.tag in _BLOCKS and not any(child.tag in _BLOCKS for child in block.iterdescendants()):
        yield " ".join(block.text_content().split())
