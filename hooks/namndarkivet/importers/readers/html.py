"""A web page: each block is a line; navigation, scripts and forms are left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from namndarkivet.importers.lines import Cell, ImportFileError, Line, Scroll
from namndarkivet.importers.readers.text import decoded

_LEFT_OUT = {
    "script", "style", "nav", "textarea", "noscript", "template", "svg", "aside", "button", "select", "iframe", "head", "del", "s", "strike", "dialog",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre",
    "section", "summary", "details", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"}
_HEADING = re.compile(r"h[1-6]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DEEPEST = 400
_SHORT = 1500
"""Characters of what is said of a term at most."""


def read(data: bytes) -> Scroll:
    """The lines of a web page. Raises ImportFileError when it has none."""
    parser = lxml_html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(_decoded(data), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ImportFileError("webbsidan är tom eller går inte att läsa") from None
    _open(root)
    writer = _Writer()
    for title in root.iter("title"):
        if text := _clean(title.text or ""):
            writer.lines.append(Line(text, edge=True, whole=True))
    writer.walk(root)
    writer.end()
    if all(line.edge for line in writer.lines):
        raise ImportFileError("webbsidan är tom eller går inte att läsa")
    return Scroll(tuple(writer.lines), styled=any(line.bold for line in writer.lines))


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = decoded(data)
    else:
        text = decoded(data)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")


class _Writer:
    """Collects the text of blocks into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.parts: list[tuple[str, bool]] = []
        self.lead = ""
        self.heading = False

    def walk(self, root: etree._Element) -> None:
        for event, node in _events(root):
            tag = node.tag
            if event == "text":
                self.parts.append((node.text or "", any(up.tag in _BOLD for up in [node, *node.iterancestors()])))
            elif event == "tail":
                self.parts.append((node.tail or "", any(up.tag in _BOLD for up in node.iterancestors())))
            elif tag == "br":
                self.end()
            elif tag == "tr" and event == "start":
                self.end()
                if _is_simple(node):
                    self._row(node)
            elif tag == "dt" and event == "start" and (said := _said(node)):
                self.end()
                self._pair(node, said)
            elif tag in _BLOCKS:
                self.end()
                self.heading = event == "start" and bool(_HEADING.fullmatch(tag))
                if tag == "li" and event == "start":
                    self.lead = _mark(node)

    def end(self) -> None:
        """Close the line that is open."""
        text = _clean("".join(part for part, _ in self.parts))
        if text:
            bold = all(bold for part, bold in self.parts if re.search(r"\w", part))
            self._add(self.lead + text, bold=bold)
            self.lead = ""
        self.parts = []

    def _add(self, text: str, *, bold: bool, cells: tuple[Cell, ...] = ()) -> None:
        self.lines.append(Line(text, gap=0.5, bold=bold, heading=self.heading, whole=True, cells=cells))

    def _pair(self, term: etree._Element, said: list[etree._Element]) -> None:
        """A term and what is said of it beside each other, as most sites show them."""
        values = [text for one in said for line in _lines(one) if (text := _clean(line))]
        cells = (
            Cell(0.0, _clean(" ".join(term.itertext())), bold=True),
            Cell(1.0, " ".join(values), rows=tuple(values) if len(values) > 1 else ()),
        )
        self.heading = False
        self._add(" ".join(cell.text for cell in cells), bold=False, cells=cells)

    def _row(self, row: etree._Element) -> None:
        columns = [(cell, _lines(cell)) for cell in row if cell.tag in {"td", "th"}]
        filled = [lines for _, lines in columns if any(map(_clean, lines))]
        together = len(filled) == 1 or len([True for lines in filled if len(lines) > 1]) > 1
        height = max((len(lines) for _, lines in columns), default=0) if together else 1
        for number in range(height):
            cells = [
                Cell(float(place), text, cell.tag == "th" or _all_bold(cell), () if together else _rows(lines))
                for place, (cell, lines) in enumerate(columns)
                if (
                    text := _clean(lines[number] if number < len(lines) else "")
                    if together
                    else _clean(" ".join(lines))
                )
            ]
            if cells:
                text = " ".join(cell.text for cell in cells)
                self._add(text, bold=all(cell.bold for cell in cells), cells=tuple(cells) if len(cells) > 1 else ())


def _events(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Start, text, end and tail of each element, without recursion; a table's rows, and terms with what is said of them, are
    taken whole.
    """
    stack: list[tuple[str, etree._Element, int]] = [("start", root, 0)]
    while stack:
        event, node, depth = stack.pop()
        yield event, node
        if event != "start":
            continue
        if node is not root:
            stack.append(("tail", node, depth))
        stack.append(("end", node, depth))
        if (node.tag == "tr" and _is_simple(node)) or (node.tag in {"dt", "dd"} and _is_paired(node)):
            continue
        if depth < _DEEPEST:
            stack.extend(("start", child, depth + 1) for child in reversed(node) if _shown(child))
        stack.append(("text", node, depth))


def _is_simple(row: etree._Element) -> bool:
    """Whether a table's row is taken whole: one with paragraphs, lists or tables in its cells is layout, read part by part."""
    return not row.xpath(".//table|.//p[2]|.//h1|.//h2|.//h3|.//li")


_FRAME = {
    "nav", "menu", "meny", "foot", "footer", "sidfot", "cookie", "cookies", "kakor", "sidebar", "breadcrumb", "breadcrumbs", "skip",
    "contact", "kontakt", "feedback", "help", "related", "relaterat", "share", "dela", "noprint", "no-print",
}  # fmt: skip
"""What web sites call the parts around the text, as id or class."""


def _open(root: etree._Element) -> None:
    """Open what a reader opens with the buttons of the text: the headings of an accordion, and the parts that they show. The buttons
    of menus stay shut.
    """
    for button in [*root.iter("button", "a", "summary")]:
        above = next(
            (up for up in button.iterancestors() if isinstance(up.tag, str) and _HEADING.fullmatch(up.tag)), None
        )
        if above is None and "§" not in "".join(button.itertext()):
            continue
        if button.tag == "button":
            button.tag = "div"
        names = [name for key in _TARGETS if (name := (button.get(key) or "").strip("#"))]
        shown = [part for name in names for part in root.xpath("//*[@id=$name]", name=name)]
        beside = (button if above is None else above).getnext()
        for part in shown or ([beside] if beside is not None else []):
            part.attrib.pop("hidden", None)
            part.attrib.pop("style", None)
            part.attrib.pop("aria-hidden", None)


_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
"""Where a button names the part that it opens."""


def _said(term: etree._Element) -> list[etree._Element]:
    """What is said of a term of a list («Justerare»), where that is short; none where it is a text of its own."""
    said = []
    for other in term.itersiblings():
        if other.tag != "dd":
            break
        said.append(other)
    plain = not any(one.xpath(".//p|.//ul|.//ol|.//table|.//h1|.//h2|.//h3|.//h4|.//dl") for one in said)
    words = _clean(" ".join(" ".join(one.itertext()) for one in said))
    return said if plain and 0 < len(words) <= _SHORT and _clean(" ".join(term.itertext())) else []


def _is_paired(node: etree._Element) -> bool:
    """Whether a term, or what is said of one, is taken whole."""
    term = (
        node if node.tag == "dt" else next((one for one in node.itersiblings(preceding=True) if one.tag != "dd"), None)
    )
    return term is not None and term.tag == "dt" and bool(_said(term))


def _shown(node: etree._Element) -> bool:
    if isinstance(node.tag, str) and (
        {node.get("id", "").lower(), *(node.get("class") or "").lower().split()} & _FRAME or node.tag == "footer"
    ):
        return False
    style = (node.get("style") or "").replace(" ", "")
    hidden = (
        "hidden" in node.attrib
        or "display:none" in style
        or "visibility:hidden" in style
        or node.get("aria-hidden") == "true"
    )
    return isinstance(node.tag, str) and node.tag not in _LEFT_OUT and not hidden


def _lines(cell: etree._Element) -> list[str]:
    """The text of a cell, divided at its line breaks: old pages set a whole column of labels beside a column of values."""
    text = ""
    for node in cell.iter():
        if node.tag in {"br", "p", "div"} and node is not cell:
            text += "\n"
        if isinstance(node.tag, str):
            text += node.text or ""
        if node is not cell:
            text += node.tail or ""
    return text.split("\n")


def _rows(lines: list[str]) -> tuple[str, ...]:
    """The lines of a cell's own, where it has several."""
    found = tuple(filter(None, map(_clean, lines)))
    return found if len(found) > 1 else ()


def _mark(item: etree._Element) -> str:
    """The mark of a list's item: its number in an ordered list, else a dash."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    return f"{(int(start) if start.isdecimal() else 1) + before}. "


def _all_bold(cell: etree._Element) -> bool:
    inner = _clean(" ".join(cell.itertext()))
    return bool(inner) and inner == _clean(" ".join(" ".join(b.itertext()) for b in cell.iter("b", "strong")))


_BROKEN = re.compile(r"(?<=[a-zåäö]{2})- (?=(?!(?:och|samt|eller|respektive|till)\b)[a-zåäö]{4})")
"""A hyphen of a line's end that a page was copied with: «in- formationen», and not «vård- och omsorg»."""


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    text = re.sub(r"\s+", " ", text).strip()
    return _BROKEN.sub("", text)
