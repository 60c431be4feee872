"""The archive's pages for another site generator: HTML with front matter, one file a page (`namndarkivet pages`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from namndarkivet.index import Archive
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import content
from namndarkivet.source import read
from namndarkivet.workers import Progress, in_workers


def export_pages(archive: Archive, out: Path, progress: Progress | None = None) -> int:
    """Write each page's own HTML below `out` as `<address>index.html`, and each document's body as Markdown beside it
    (`kalltext.md`), with title, description, address and template as front matter. Returns the number of pages.
    """
    site = Site(archive)
    return sum(in_workers(partial(_write, site, out), list(addresses(site)), progress))


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
        head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
        folder = out / at
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(f"---\n{head}\n---\n{content(site, page)}", encoding="utf-8")
        entry = site.archive.entries.get(at.rstrip("/"))
        if entry is None or getattr(entry.record, "withdrawn", None):
            continue
        if body := read(site.archive.root / entry.path).body:
            (folder / "kalltext.md").write_text(f"---\n{head}\n---\n{body}", encoding="utf-8")
    return [1] * len(todo)
