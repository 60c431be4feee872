"""Word's XML (ECMA-376 part 1) as blocks and words: what is seen on the page with all changes accepted.

Case systems fill templates through content controls, authors track changes, and page heads stand in text boxes: a reader that
sees only the plain runs of plain paragraphs loses numbers and amounts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from namndarkivet.importers.readers.wordpackage import qn

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = {qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:hyperlink",
                                  "w:fldSimple", "w:dir", "w:bdo")} | {f"{_ALTERNATE}AlternateContent", f"{_ALTERNATE}Choice"}  # fmt: skip
"""What wraps contents and has no look of its own."""
_BOX, _FALLBACK = qn("w:txbxContent"), f"{_ALTERNATE}Fallback"
_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
_UNSEEN = ("w:vanish", "w:strike", "w:dstrike")
"""Hidden, and struck out: no longer what the text says."""
_DEEPEST = 40
"""Elements within elements that only wrap at most: more is made to harm."""


def children(element: Element, *names: str, depth: int = 0) -> Iterator[Element]:
    """The children of these names in order, seen through what only wraps them; what has been deleted is not among them."""
    wanted = {qn(name) for name in names}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _THROUGH and depth < _DEEPEST:
            yield from children(child, *names, depth=depth + 1)


def runs(paragraph: Element) -> Iterator[tuple[str, bool | None]]:
    """The text of each run that is seen, with tabs and line breaks, and whether the run itself says that it is bold."""
    for run in children(paragraph, "w:r"):
        look = run.find(qn("w:rPr"))
        if look is not None and any(is_on(look.find(qn(name))) for name in _UNSEEN):
            continue
        text = "".join(_words(run))
        if text:
            yield text, None if look is None else is_on(look.find(qn("w:b")))


def _words(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]


def text_of(paragraph: Element) -> str:
    """The text of a paragraph, with tabs and line breaks."""
    return "".join(text for text, _ in runs(paragraph))


def boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once: older programs' copy of it is left out."""
    waiting = list(paragraph)[::-1]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield element
        elif element.tag != _FALLBACK:
            waiting += list(element)[::-1]


def is_on(element: Element | None) -> bool | None:
    """A property that is on by being there: None where it is not there."""
    return None if element is None else element.get(qn("w:val"), "1") not in {"0", "false", "off"}


def number_in(element: Element | None, name: str, default: int) -> int:
    """The number in an element's child."""
    child = None if element is None else element.find(qn(name))
    written = "" if child is None else child.get(qn("w:val"), "")
    return int(written) if re.fullmatch(r"-?\d{1,9}", written) else default


def pieces(text: str) -> list[str]:
    """The lines of a text, cleaned, without empty ones."""
    return [piece for raw in re.split(r"[\n\v\f]", text) if (piece := clean(raw))]


def clean(text: str) -> str:
    """A text with single spaces, composed letters and no soft hyphens."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("\u00ad", "")).strip()
