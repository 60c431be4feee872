"""The files that the form fetches, by address: they are published beside the pages and answered for under serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from namndarkivet.adding import bundle
from namndarkivet.adding.form import form_data, held
from namndarkivet.pages.page import Site

FILES: Mapping[str, Callable[[Site], bytes]] = {
    "lagg-till/formular.json": form_data,
    "lagg-till/python.json": bundle.manifest,
    "lagg-till/namndarkivet.zip": bundle.code,
    "lagg-till/bibliotek.zip": bundle.libraries,
    "lagg-till/arkivet.zip": bundle.archive,
}
"""What makes each file."""
_BODIES = "lagg-till/organ/"
"""Where the lists of what the archive has lie, one for each body."""


def names(site: Site) -> Iterator[str]:
    """The addresses of all files."""
    yield from FILES
    for municipality, body in site.archive.by_body:
        yield f"{_BODIES}{municipality}/{body}.json"


def file(site: Site, name: str) -> bytes | None:
    """The file at an address; None when there is none."""
    if name in FILES:
        return FILES[name](site)
    municipality, _, body = name.removeprefix(_BODIES).removesuffix(".json").partition("/")
    return held(site, municipality, body) if name.startswith(_BODIES) and name.endswith(".json") else None
