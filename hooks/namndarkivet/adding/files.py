"""The files that the form fetches, by address: they are published beside the pages and answered for under serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from namndarkivet.adding import bundle
from namndarkivet.adding.form import form_data
from namndarkivet.pages.page import Site

FILES: Mapping[str, Callable[[Site], bytes]] = {
    "lagg-till/formular.json": form_data,
    "lagg-till/python.json": bundle.manifest,
    "lagg-till/namndarkivet.zip": bundle.code,
    "lagg-till/bibliotek.zip": bundle.libraries,
    "lagg-till/arkivet.zip": bundle.archive,
}
"""What makes each file."""


def names(_site: Site) -> Iterator[str]:
    """The addresses of all files."""
    yield from FILES


def file(site: Site, name: str) -> bytes | None:
    """The file at an address; None when there is none."""
    return FILES[name](site) if name in FILES else None
