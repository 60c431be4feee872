"""The page of a circular, a board notice or a letter from SKL/SKR; and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.addresses import address
from namndarkivet.entry import Entry
from namndarkivet.model import Circular, Recommendation
from namndarkivet.pages.describe import backlinks, reference, woven
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.redaction import GONE
from namndarkivet.swedish import cut


def _addresses(site: Site) -> Iterator[str]:
    for entry in site.archive.circulars:
        yield address(entry.id)


def _page(site: Site, at: str) -> Page:
    entry: Entry[Circular] = site.archive.entries[at.rstrip("/")]
    record = entry.record
    named = site.archive.recommendation(record.recommendation) if record.recommendation else None
    title = GONE if record.withdrawn else record.title
    number = f" nr {record.number}" if record.number else ""
    what = f"{record.sender}, {record.kind.value}{number}, {record.date.swedish}"
    return Page(
        address=at,
        title=f"{title} ({record.sender} {record.date.swedish})",
        description="Texten är borttagen ur arkivet." if record.withdrawn else cut(f"{what}: {record.title}"),
        template="circular.html",
        crumbs=(Crumb("Cirkulär och brev", "cirkular/"), Crumb(f"{record.sender} {record.date.swedish}")),
        context={
            "entry": entry,
            "record": record,
            "heading": title,
            "what": what,
            "recommendation": named,
            "editors_link": named is not None and not _says_itself(site, entry, named),
            "recommendation_address": address(named.id) if named else None,
            "markup": woven(site, entry),
            "reference": reference(record.source),
            "backlinks": backlinks(site, entry.id),
            "citation": f"{record.sender}, {record.kind.value}, {record.date.swedish}."
            + ("" if record.withdrawn else f" «{record.title}».")
            + f" Nämndarkivet, {site.url}{at}",
        },
        source=entry.path,
        listed=record.withdrawn is None,
        changed=str(record.date) if record.date.day else None,
    )


def _says_itself(site: Site, entry: Entry[Circular], named: Entry[Recommendation]) -> bool:
    """Whether the document itself tells which recommendation it is about: by its own number, or by naming it."""
    if entry.record.number and entry.record.number == named.record.number:
        return True
    return any(
        site.archive.target(entry, mention) == named.id for mention in (entry.markup.mentions if entry.markup else ())
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "cirkular/"


def _overview(site: Site, at: str) -> Page:
    entries = list(reversed(site.archive.circulars))
    return Page(
        address=at,
        title="Cirkulär och brev",
        description="Cirkulär, meddelanden från styrelsen och brev från SKL och SKR, med sin ordagranna text.",
        template="circulars.html",
        crumbs=(Crumb("Cirkulär och brev"),),
        context={"rows": [(address(e.id), GONE if e.record.withdrawn else e.record.title, e.record) for e in entries]},
    )


KIND = Kind("cirkulär", _addresses, _page, "cirkular")
OVERVIEW = Kind("cirkulär, alla", _overview_addresses, _overview, "cirkular")
