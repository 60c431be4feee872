"""The search page: what it shows before anything is searched for, and to a reader without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namndarkivet.entry import Entry, year_of
from namndarkivet.model import Decision
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.swedish import NBSP, count, running

FACETS: tuple[tuple[str, str, str], ...] = (
    ("kommun", "Kommun", "kommuner"),
    ("organ", "Organ", "organ"),
    ("till", "Ska beslutas av", "organ"),
    ("ar", "År", "år"),
    ("typ", "Slag av dokument", "slag"),
    ("status", "Status", "status"),
    ("stallning", "Ställning", "ställningar"),
    ("rekommendation", "Rekommendation", "rekommendationer"),
    ("amne", "Ämne", "ämnen"),
)
"""What a search can be narrowed by, in the page's order: the key in its address, its label, and what a list has of it."""

MODULES = (
    *("start", "address", "engine", "publication", "fetched", "holdings", "swedish", "lexicon", "words", "passages"),
    *("query", "numbers", "terms", "ranking", "shard"),
    *("page", "elements", "facets", "keys", "none", "notes", "results", "trail", "voice"),
)
"""The modules of docs/assets/sok/ that the page and every search need, so that the browser can ask for them before it reads of them."""

_WORD = re.compile(r"[^\W\d_]{6,24}")
"""A word that says something: not so short that it is everywhere, nor so long that it breaks on a phone."""


@dataclass(frozen=True, slots=True)
class Example:
    """A search that finds something: what to search for, and what kind of search it is."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Way:
    """A list that one can find in without searching: its address, its name, and what is in it."""

    address: str
    name: str
    holds: str


def _addresses(_site: Site) -> Iterator[str]:
    yield "sok/"


def _page(site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Sök",
        description="Sök bland beslut, förslag, rekommendationer, cirkulär och brev i arkivet, efter ord, diarienummer, paragraf eller kommun.",
        template="search.html",
        crumbs=(Crumb("Sök"),),
        context={"facets": FACETS, "examples": list(_examples(site)), "ways": list(ways(site))},
        modules=tuple(f"assets/sok/{name}.js" for name in MODULES),
    )


def ways(site: Site) -> Iterator[Way]:
    """The lists of the archive, as ways in without searching."""
    archive = site.archive
    bodies = sum(len({entry.record.body for entry in held}) for held in archive.by_municipality.values())
    years = sorted({str(year_of(entry)) for entry in archive.decisions})
    between = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years) or "inga ännu"
    yield Way("kommuner/", "Kommuner och organ", _held(len(archive.by_municipality), "kommun", "kommuner", bodies))
    yield Way("beslut/", "Beslut och förslag", _some(len(archive.decisions), "dokument", "dokument"))
    yield Way("ar/", "År för år", between)
    yield Way("amnen/", "Ämnen", _some(len(archive.subjects), "ämne", "ämnen"))
    yield Way("arenden/", "Ärenden", _some(len(archive.matters), "ärende", "ärenden"))
    yield Way("sammantraden/", "Sammanträden", _some(len(archive.by_meeting), "sammanträde", "sammanträden"))
    asked = len(archive.recommendations)
    yield Way("rekommendationer/", "Rekommendationer och svar", _some(asked, "rekommendation", "rekommendationer"))
    yield Way("cirkular/", "Cirkulär och brev", _some(len(archive.circulars), "dokument", "dokument"))


def _some(amount: int, one: str, many: str) -> str:
    return count(amount, one, many) if amount else "inga ännu"


def _held(amount: int, one: str, many: str, bodies: int) -> str:
    return f"{count(amount, one, many)} med dokument, {bodies}{NBSP}organ" if amount else "inga dokument ännu"


def _examples(site: Site) -> Iterator[Example]:
    """One search of each kind that the archive has an answer to; never for a person."""
    archive = site.archive
    open_to_all = [entry for entry in reversed(archive.decisions) if not entry.record.withdrawn]
    titles = [entry.record.title for entry in reversed(archive.recommendations) if not entry.record.withdrawn]
    if word := _telling([*titles[:1], *(entry.record.title for entry in open_to_all[:3])]):
        yield Example(word, "ett ord")
    if numbered := _first(open_to_all):
        yield Example(" ".join((numbered.record.registry_number or "").split()), "ett diarienummer")
    if open_to_all:
        newest = open_to_all[0].record
        yield Example(f"§{NBSP}{newest.paragraph} {running(newest.body)}", "en paragraf och ett organ")
    for circular in reversed(archive.circulars):
        if circular.record.number and not circular.record.withdrawn:
            yield Example(circular.record.number, "ett cirkulärs eller brevs nummer")
            break


def _first(entries: Iterable[Entry[Decision]]) -> Entry[Decision] | None:
    return next((entry for entry in entries if entry.record.registry_number), None)


def _telling(titles: Iterable[str]) -> str:
    """The longest word of the first title that has one of more than five letters."""
    found = (_WORD.findall(title) for title in titles)
    return max(next((words for words in found if words), [""]), key=len).lower()


KIND = Kind("sökning", _addresses, _page, "")
