"""A document's body from Markdown to HTML that is safe to publish, with its mentions ready to become links.

Bodies come in by pull request and are untrusted. GitHub's own Markdown (cmark-gfm) renders them, so that a document
looks here as it does in GitHub's preview; then an allow-list (nh3) keeps what minutes need and nothing else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from namndarkivet.addresses import slug
from namndarkivet.mentions import Means, Mention, find

if TYPE_CHECKING:
    import nh3

TAGS = frozenset({
    "p", "br", "hr", "em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "q", "cite", "abbr", "ul", "ol",
    "li", "dl", "dt", "dd", "blockquote", "pre", "code", "a", "table", "thead", "tbody", "tfoot", "tr", "th", "td",
    "caption", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
"""The HTML that a body may hold. Images are not among it: minutes say what they say in words, and a file is attached
under `underlag`."""

_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
for _cell in ("th", "td"):
    _ATTRIBUTES[_cell] = {"align", "colspan", "rowspan"}
_DROPPED_WHOLE = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math"}
# The tags that matter here: what is changed, what is not linked within, and what has text in an attribute. All others stand
# in running text, where no mention can match across them.
_TOKEN = re.compile(r"<(/?)(h[1-6]|a|code|pre|table|abbr|(?:ol|t[hd])(?= ))(?=[\s>])((?:[^<>\"]|\"[^\"]*\")*)>")
# The cleaner's time grows with the square of the depth: a hundred thousand «>» would take a minute.
DEEP = 20
_DEEP = re.compile(rf"^((?:[ \t]{{0,3}}>){{{DEEP}}})([ \t>]+)", re.MULTILINE)
# Clauses on lines of their own, as minutes have them («att …», «a) …», «– …»), stay on lines of their own.
_OWN_LINE = re.compile(r"\n(?=(?:att\s|[a-zåäö]\)\s|[–—•\uf0b7]\s))")
# What can bring a tag or an attribute of the writer's own into the HTML: raw HTML, links, code with a language, entities,
# addresses that become links. Text without any of it becomes paragraphs, lists, headings, emphasis and tables, and the
# cleaner would change nothing (a test compares the two).
_MAY_HOLD_HTML = re.compile(r"[<\[&`~@\x00]|://|www\.")
MAX_DEPTH = 150
"""Tags within tags: a body with more has its raw HTML shown as text, for the same reason. Minutes have at most ten."""

_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = {"br", "hr", "img", "wbr", "input", "col", "source", "area", "base", "embed", "link", "meta", "track"}
_HREF = re.compile(r' href="([^"]*)"')
_UNLINKED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
_HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6", "h6": "h6"}
_TABLE = '<div class="na-scroll" role="region" aria-label="Tabell" tabindex="0"><table class="na-table">'


@dataclass(frozen=True, slots=True)
class Markup:
    """A body's safe HTML in pieces: text that stays as it is, with a mention between each two pieces."""

    pieces: tuple[str, ...]
    mentions: tuple[Mention, ...]


def render(markdown: str) -> Markup:
    """Render a body. Its headings begin at h3, below the page's own; each gets an id."""
    if not markdown:
        return _Weaver().weave("")
    markdown = shallow = _OWN_LINE.sub(_broken, markdown)
    if markdown.count(">") >= DEEP:
        shallow = _DEEP.sub(lambda line: line[1] + line[2].replace(">", r"\>"), markdown)
    if not _MAY_HOLD_HTML.search(markdown):
        return _Weaver().weave(_html(shallow, raw=False).replace("&quot;", '"').replace(" />", ">"))
    rough = _html(shallow, raw=True)
    if markdown.count("<") > MAX_DEPTH and _depth(rough) > MAX_DEPTH:
        rough = _html(shallow.replace("<", "&lt;"), raw=False)
    return _Weaver().weave(_cleaner().clean(rough).replace("&nbsp;", "\u00a0"))


def _broken(end: re.Match[str]) -> str:
    """The end of a line with text, as a break."""
    line = end.string[end.string.rfind("\n", 0, end.start()) + 1 : end.start()]
    return "  \n" if line.strip() else "\n"


def _html(markdown: str, *, raw: bool) -> str:
    render_, plain, unsafe = _github()
    return render_(markdown, options=unsafe if raw else plain, extensions=["table", "strikethrough", "autolink"])


@cache
def _github() -> tuple[Callable[..., str], int, int]:
    """GitHub's Markdown, and its options for text without raw HTML and with it. Imported when the first body is rendered: a
    check in a browser renders none, and a browser does not have it.
    """
    import cmarkgfm  # noqa: PLC0415
    from cmarkgfm.cmark import Options  # noqa: PLC0415

    return cmarkgfm.markdown_to_html_with_extensions, Options.CMARK_OPT_DEFAULT, Options.CMARK_OPT_UNSAFE


def _depth(rough: str) -> int:
    """How deep tags stand within tags at most."""
    deepest = depth = 0
    for match in _ANY_TAG.finditer(rough):
        if match[2].lower() not in _VOID:
            depth = max(0, depth + (-1 if match[1] else 1))
            deepest = max(deepest, depth)
    return deepest


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3  # noqa: PLC0415 - as above

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )


class _Weaver:
    """Goes once through clean HTML: headings get ids, tables room to scroll, and running text its mentions."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.mentions: list[Mention] = []
        self.open: list[str] = []
        self.ids: dict[str, int] = {}

    def weave(self, clean: str) -> Markup:
        at, unlinked = 0, 0
        for token in _TOKEN.finditer(clean):
            if token.start() > at:
                self.text(clean[at : token.start()], linked=not unlinked)
            at = token.end()
            closing, name = token[1], token[2]
            if name in _UNLINKED:
                unlinked += -1 if closing else 1
            self.tag(token, name, closing=bool(closing), clean=clean)
        self.text(clean[at:], linked=not unlinked)
        self.pieces.append("".join(self.open))
        return Markup(tuple(self.pieces), tuple(self.mentions))

    def tag(self, token: re.Match[str], name: str, *, closing: bool, clean: str) -> None:
        if name in _HEADINGS:
            self.open.append(f"</{_HEADINGS[name]}>" if closing else self.heading(token, name, clean))
        elif name == "table":
            self.open.append("</table></div>" if closing else _TABLE)
        elif (
            name == "a"
            and not closing
            and (href := _HREF.search(token[3]))
            and not re.match(r"[a-z]+:", href[1], re.IGNORECASE)
        ):
            self.mention(Mention(Means.FILE, html.unescape(href[1]), ""))
        else:
            self.open.append(token[0])

    def heading(self, token: re.Match[str], name: str, clean: str) -> str:
        words = html.unescape(re.sub(r"<[^>]*>", "", clean[token.end() : clean.find(f"</{name}>", token.end())]))
        base = "p-" + (slug(words)[:60].strip("-") or "rubrik")
        number = self.ids.get(base, 0)
        identity = f"{base}-{number + 1}" if number else base
        while identity in self.ids:
            number += 1
            identity = f"{base}-{number + 1}"
        self.ids[base] = number + 1
        self.ids.setdefault(identity, 1)
        return f'<{_HEADINGS[name]} id="{identity}">'

    def text(self, text: str, *, linked: bool) -> None:
        at = 0
        for start, end, mention in find(text) if linked else _nothing():
            self.open.append(text[at:start])
            self.mention(mention)
            at = end
        self.open.append(text[at:])

    def mention(self, mention: Mention) -> None:
        self.pieces.append("".join(self.open))
        self.open = []
        self.mentions.append(mention)


def _nothing() -> Iterator[tuple[int, int, Mention]]:
    return iter(())
