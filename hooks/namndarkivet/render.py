"""From a page's values to HTML: the archive's own Jinja templates, and the frame around."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup as Safe
from markupsafe import escape

from namndarkivet import swedish
from namndarkivet.addresses import depth, rule_page, to_root
from namndarkivet.frame import Frames
from namndarkivet.pages import Page, Site
from namndarkivet.pages.answers import per_in_words
from namndarkivet.pages.listing import Row
from namndarkivet.pages.page import Crumb
from namndarkivet.templating import templates


@cache
def badge(word: str, kind: str) -> Safe:
    """A status in a word, with the look of its kind."""
    return Safe('<span class="na-badge na-badge--{}">{}</span>').format(kind, word)


@lru_cache(maxsize=4096)
def way(above: tuple[Crumb, ...], root: str) -> Safe:
    """The steps above a page. Many thousand pages have a few hundred ways, so each is made once."""
    macro: Safe = environment().get_template("parts.html").module.way(above, root)  # type: ignore[attr-defined]
    return macro


@lru_cache(maxsize=4096)
def like(row: Row, root: str) -> Safe:
    """A decision as one of those that another is like. Those near in time are like the same, so that each is made once or twice."""
    macro: Safe = environment().get_template("parts.html").module.like(row, root)  # type: ignore[attr-defined]
    return macro


@cache
def environment() -> Environment:
    """The templates with what they share: how things read in Swedish, and parts that are made once for many pages."""
    env = templates()
    env.filters.update(
        kronor=swedish.kronor,
        number=swedish.number,
        date=swedish.date,
        paragraph=swedish.paragraph,
        enumerate=swedish.enumerate_,
        sentence=swedish.sentence,
        running=swedish.running,
    )
    env.globals.update(
        badge=badge, way=way, like=like, MISSING=swedish.MISSING, count=swedish.count, genitive=swedish.genitive
    )
    env.globals.update(per=per_in_words, rule_page=rule_page)
    return env


def content(site: Site, page: Page) -> str:
    """A page's own HTML, without the frame."""
    template = environment().get_template(page.template)
    values: dict[str, Any] = dict(page.context)
    values.update(page=page, site=site, root=to_root(page.address))
    return template.render(values)


def whole(site: Site, page: Page, place: str, frames: Frames) -> bytes:
    """A whole page as UTF-8: its content in the frame of its place in the navigation and its depth."""
    frame = frames.frame(place, depth(page.address))
    return frame.fill(
        {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "canonical": str(escape(site.url + page.address)),
            "head": "".join(_head(page)),
            "content": content(site, page),
        }
    )


def _head(page: Page) -> Iterator[str]:
    """What a page's own part of the head says."""
    if not page.listed:
        yield '<meta name="robots" content="noindex">'
    root = to_root(page.address)
    for first in page.modules[:1]:
        yield f'<script type="module" async src="{root}{first}"></script>'
    for module in page.modules[1:]:
        yield f'<link rel="modulepreload" href="{root}{module}">'
