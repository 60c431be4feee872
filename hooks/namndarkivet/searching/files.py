"""The files that search needs beside its index, by address: published beside the pages and answered for under serve."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from namndarkivet.entry import year_of
from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.searching.opensearch import ADDRESS, description


def holdings(site: Site) -> bytes:
    """How many decisions the archive has by municipality, body and year, and the names of all municipalities, as JSON. Those taken
    down are not counted.
    """
    held: dict[str, dict[str, dict[str, int]]] = {}
    total = 0
    for entry in site.archive.decisions:
        if entry.record.withdrawn or not entry.municipality:
            continue
        years = held.setdefault(entry.municipality.name, {}).setdefault(entry.record.body, {})
        years[str(year_of(entry))] = years.get(str(year_of(entry)), 0) + 1
        total += 1
    names = sorted(one.name for one in municipalities().by_code.values())
    told = {"total": total, "municipalities": len(held), "of": len(names), "places": held, "names": names}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


FILES: Mapping[str, Callable[[Site], bytes]] = {
    "sok/innehall.json": holdings,
    ADDRESS: lambda site: description("Nämndarkivet", site.url).encode(),
}
"""What makes each file."""


def names(site: Site) -> Iterator[str]:
    """The addresses of all files."""
    yield from (name for name in FILES if site.url or name != ADDRESS)  # its templates are whole addresses


def file(site: Site, name: str) -> bytes | None:
    """The file at an address; None when there is none."""
    return FILES[name](site) if name in FILES else None
