"""Writes the archive's pages into a site: the last step, and with the command line the only one that writes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from namndarkivet import api
from namndarkivet.adding import files as adding
from namndarkivet.addresses import depth
from namndarkivet.frame import Frames
from namndarkivet.index import Archive
from namndarkivet.pages import KINDS, Page, Site, addresses
from namndarkivet.redirects import redirect_page, redirects
from namndarkivet.render import whole
from namndarkivet.searching import files as searching
from namndarkivet.sitemap import sitemap
from namndarkivet.workers import Progress, in_workers


def publish(site: Site, frames: Frames, out: Path, extra: Sequence[str] = (), progress: Progress | None = None) -> int:
    """Write every page, redirect and attachment of the archive below `out`, and the sitemap. Returns the number of pages.

    `extra` are addresses of pages that others have written there and that the sitemap should list. The frames are made
    before the workers fork, so that each is made once.
    """
    todo = list(addresses(site))
    _make_frames(frames, todo)
    listed: list[tuple[str, str | None]] = [(at, None) for at in extra]
    site.archive.prepare()
    _ = site.summaries, site.conflicts, site.likenesses
    for at, in_sitemap, changed in in_workers(partial(_write, site, frames, out), todo, progress):
        if in_sitemap:
            listed.append((at, changed))
    for old, new in redirects(site.archive):
        _put(out, old, redirect_page(old, new, site.url).encode())
    for name, text in sitemap(site.url, listed):
        (out / name).write_text(text, encoding="utf-8")
    attach(site.archive, out)
    write_api(site, out)
    return len(todo)


def _make_frames(frames: Frames, todo: Sequence[tuple[int, str]]) -> None:
    """Have every frame made, one for each place and depth."""
    for place, level in dict.fromkeys((KINDS[kind].place, depth(at)) for kind, at in todo):
        frames.frame(place, level)


def _write(
    site: Site, frames: Frames, out: Path, todo: Sequence[tuple[int, str]]
) -> list[tuple[str, bool, str | None]]:
    written = []
    for kind, at in todo:
        page: Page = KINDS[kind].page(site, at)
        _put(out, at, whole(site, page, KINDS[kind].place, frames))
        written.append((at, page.listed, page.changed))
    return written


def _put(out: Path, at: str, html: bytes) -> None:
    folder = f"{out}/{at}"
    try:
        os.mkdir(folder)  # noqa: PTH102 - for tens of thousands of pages, most of which lie in folders that are there
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(f"{folder}index.html", "wb", buffering=0) as file:  # noqa: PTH123
        file.write(html)


def write_api(site: Site, out: Path) -> None:
    """Write the files for machines below `out`."""
    for source in (api, adding, searching):
        for name in source.names(site):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(source.file(site, name) or b"")


def attach(archive: Archive, out: Path) -> None:
    """Copy the files that decisions name as basis documents beside their pages below `out`."""
    for entry in archive.decisions:
        if entry.record.withdrawn:
            continue
        for basis in entry.record.basis or ():
            path = f"{entry.path.rsplit('/', 1)[0]}/{basis.file}" if basis.file else ""
            if path in archive.attachments:
                shutil.copyfile(archive.root / path, out / entry.id / str(basis.file))
