"""The sitemap: every page that search engines should have, with the dates that the documents themselves tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(site_url: str, pages: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """The files of the sitemap, name and text, of pages given as address and date; none without a known site address."""
    if not site_url:
        return
    rows = [
        f"<url><loc>{escape(site_url + at)}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}</url>"
        for at, changed in sorted(pages)
    ]
    if len(rows) <= MOST:
        yield "sitemap.xml", _set(rows)
        return
    names = []
    for number, start in enumerate(range(0, len(rows), MOST), start=1):
        names.append(f"sitemap-{number}.xml")
        yield names[-1], _set(rows[start : start + MOST])
    index = "\n".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>" for name in names)
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{index}\n</sitemapindex>\n"


def _set(rows: list[str]) -> str:
    return f"{_HEAD}<urlset {_SPACE}>\n" + "\n".join(rows) + "\n</urlset>\n"
