"""The subjects, and the documents of each."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.addresses import address, slug
from namndarkivet.index import Archive
from namndarkivet.pages.completeness import Scope, told
from namndarkivet.pages.describe import label
from namndarkivet.pages.listing import part, part_addresses, split_address
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.swedish import count


def _addresses(site: Site) -> Iterator[str]:
    for subject in site.archive.subjects:
        yield from part_addresses(f"amnen/{subject}/", len(site.archive.by_subject.get(subject, ())))


def _page(site: Site, at: str) -> Page:
    base, number = split_address(at)
    key = base.split("/")[1]
    word = site.archive.subjects[key]
    entries = site.archive.by_subject.get(key, ())
    suffix = f", sida {number}" if number > 1 else ""
    others = [
        (address(entry.id), entry.record.title, label(entry))
        for entry in (*site.archive.recommendations, *site.archive.circulars)
        if not entry.record.withdrawn and key in {slug(subject) for subject in entry.record.subjects or ()}
    ]
    return Page(
        address=at,
        title=f"Ämne: {word}{suffix}",
        description=f"Dokument om {word} i arkivet: {_counted(len(entries), site.archive.documents_by_subject[key])}{suffix}.",
        template="list.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("Ämnen", "amnen/"), Crumb(word, base if suffix else None)),
        context={
            "heading": word[:1].upper() + word[1:],
            "intro": told(site.archive, entries, Scope(subject=word, unplaced=site.archive.once(_without))),
            "part": part(entries, at),
            "show_body": True,
            "others": others if number == 1 else [],
        },
    )


def _without(archive: Archive) -> int:
    """How many decisions and proposals have no subject given, so that no subject's list has them."""
    return sum(1 for entry in archive.decisions if not entry.record.subjects)


def _counted(decisions: int, documents: int) -> str:
    """«1 beslut eller förslag, 4 rekommendationer och brev»."""
    others = documents - decisions
    parts = [count(decisions, "beslut eller förslag", "beslut och förslag")] if decisions else []
    parts += [count(others, "rekommendation eller brev", "rekommendationer och brev")] if others else []
    return ", ".join(parts)


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "amnen/"


def _overview(site: Site, at: str) -> Page:
    rows = [
        (key, word, _counted(len(site.archive.by_subject.get(key, ())), site.archive.documents_by_subject[key]))
        for key, word in site.archive.subjects.items()
    ]
    return Page(
        address=at,
        title="Ämnen",
        description="Ämnen som arkivets dokument handlar om.",
        template="subjects.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("Ämnen")),
        context={
            "rows": rows,
            "held": told(site.archive, site.archive.decisions, Scope()),
            "without": site.archive.once(_without),
        },
    )


KIND = Kind("ämne", _addresses, _page, "beslut")
OVERVIEW = Kind("ämnen", _overview_addresses, _overview, "beslut")
