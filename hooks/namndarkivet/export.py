"""The archive's pages for another site generator: HTML with front matter, one file a page (`namndarkivet pages`)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from namndarkivet.index import Archive
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.publish import attach, write_api
from namndarkivet.redirects import redirect_page, redirects
from namndarkivet.render import content
from namndarkivet.source import read
from namndarkivet.trial import tried
from namndarkivet.workers import Progress, in_workers


def export_pages(archive: Archive, out: Path, progress: Progress | None = None) -> int:
    """Write each page's own HTML below `out` as `<address>index.html`, and each document's body as Markdown beside it
    (`kalltext.md`), with title, description, address and template as front matter; pages that lead from former addresses
    (`redirect_to`); and attachments. Returns the number of pages.
    """
    site = Site(archive, tried=tried)
    archive.prepare()
    written = sum(in_workers(partial(_write, site, out), list(addresses(site)), progress))
    for old, new in redirects(archive):
        _put(out / old / "index.html", {"url": f"/{old}", "redirect_to": f"/{new}"}, redirect_page(old, new, site.url))
    attach(archive, out)
    write_api(site, out)
    return written


def _write(site: Site, out: Path, todo: Sequence[tuple[int, str]]) -> list[int]:
    for kind, at in todo:
        page = KINDS[kind].page(site, at)
        front = {
            "title": page.title,
            "description": page.description,
            "url": f"/{at}",
            "template": page.template,
            "breadcrumbs": [crumb.text for crumb in page.crumbs],
            "source": page.source,
        }
        _put(out / at / "index.html", front, content(site, page))
        entry = site.archive.entries.get(at.rstrip("/"))
        if entry is None or getattr(entry.record, "withdrawn", None):
            continue
        if body := read(site.archive.root / entry.path).body:
            _put(out / at / "kalltext.md", front, body)
    return [1] * len(todo)


def _put(file: Path, front: Mapping[str, Any], text: str) -> None:
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{head}\n---\n{text}", encoding="utf-8")
