"""The search index: every page that can be found, by its terms, in shards by time, as `sok/` of a site.

What a word is found by depends on which other words the archive has. So the texts are read twice: once for their words, and
once for their terms. A shard of the site that stands is taken over when its pages, and what their words are found by, are the
same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.searching.findable import Findable, HandWritten, by_hand, document, identities, places
from namndarkivet.searching.language import Language
from namndarkivet.searching.lexicon import FOLDER as LEXICON
from namndarkivet.searching.lexicon import lexicon
from namndarkivet.searching.numbers import dated
from namndarkivet.searching.postings import Pile, compact, facets_file
from namndarkivet.searching.shards import shards
from namndarkivet.searching.standing import Standing, code, sizes, standing, take_over
from namndarkivet.searching.synonyms import Synonyms
from namndarkivet.searching.weighing import shown, weighed
from namndarkivet.searching.words import LIGHT, MENDED, STOP, fold, stem, words
from namndarkivet.workers import Progress, in_workers

FOLDER = "sok/index"
REST = "ovrigt"
"""The shard of all that is no document of a day's: places and pages written by hand."""

TERMS, PLACES, SHOWN, FACETS = "ord", "plats", "visa", "val.json"
"""What lies in a shard's folder: its terms, the places of its words, what each page's hit shows, and what it can be chosen by."""

FORM = "2"
"""Raised when what lies in a shard, the lexicon or the manifest changes its form: a page whose script is of another form says
so (`FORM` in docs/assets/sok/engine.js).
"""


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard as it was indexed: its name, how many pages it has, and whether it was made anew."""

    name: str
    pages: int
    made: bool


Placed = tuple[str, int, str]
"""A shard's name, a page's number in it, and the page's id."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What pages of a shard say: a checksum of each, and how often they have each word."""

    sums: list[str] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Room:
    """What the workers share."""

    site: Site
    rest: Mapping[str, Findable]
    folder: Path
    around: bytes

    def findable(self, identity: str) -> Findable:
        """The page with an id, or of an address where it has none."""
        return self.rest[identity] if identity in self.rest else document(self.site, identity)

    def sum(self, identity: str) -> str:
        """A checksum of all that a page is made of."""
        if identity in self.rest:
            made_of = repr(self.rest[identity])
        else:
            entry = self.site.archive.entries[identity]
            made_of = f"{identity} {entry.record!r} {entry.markup and (entry.markup.pieces, entry.markup.mentions)!r}"
        return hashlib.sha256(self.around + made_of.encode()).hexdigest()[:16]


def build(
    site: Site,
    written: Sequence[HandWritten],
    out: Path,
    previous: Path | None = None,
    progress: Progress | None = None,
) -> Sequence[Shard]:
    """Index everything that can be found into `out`/sok. `previous` is a site to take shards from that have not changed.

    Returns the shards, that of the rest first and then oldest first. Raises OSError.
    """
    rest = {f"={one.address}": one for one in (*places(site), *map(by_hand, written))}
    by_shard = {REST: list(rest), **shards(list(identities(site)))}
    room = _Room(site, rest, out / FOLDER, _around(site))
    room.folder.mkdir(parents=True)
    old = standing(previous / FOLDER if previous else None)
    sums = _sums(room, {name: held for name, held in by_shard.items() if name in old})
    known = {name: old[name] for name, found in sums.items() if found == old[name].pages}
    read = _read(room, {name: held for name, held in by_shard.items() if name not in known})
    counts: Counter[str] = Counter()
    for counted in (*(one.words for one in known.values()), *(one.words for one in read.values())):
        counts.update(counted)
    language = Language(counts, site.synonyms)

    done: dict[str, Standing] = {}
    for name, one in known.items():
        if previous and one.language == language.fingerprint(one.words):
            take_over(previous / FOLDER / one.folder, room.folder / one.folder)
            done[name] = one
    made = {name: held for name, held in by_shard.items() if name not in done}
    read |= {name: _Read(known[name].pages, Counter(known[name].words)) for name in made if name in known}
    for name, pile in _piles(room, language, made, progress):
        done[name] = _write(room.folder / name, pile, read[name], language.fingerprint(read[name].words))

    listed = [done[name] for name in by_shard]
    files = lexicon([one.terms for one in listed], language.forms)
    (out / LEXICON).mkdir()
    for _, name, data in files:
        (out / LEXICON / f"{name}.json").write_bytes(data)
    by_hand_from = len(rest) - len(written)
    manifest = _manifest(listed, by_hand_from, [(begin, name) for begin, name, _ in files], site.synonyms)
    (out / "sok" / "sok.json").write_bytes(manifest)
    return [Shard(name, len(held), name in made) for name, held in by_shard.items()]


def _around(site: Site) -> bytes:
    """A checksum of what a page says of other documents: the bodies' short names, and what recommendations are called."""
    told = hashlib.sha256()
    for slug, register in sorted(site.archive.registers.by_slug.items()):
        told.update(f"{slug} {register!r}".encode())
    for asked in site.archive.recommendations:
        told.update(f"{asked.id} {asked.record!r}".encode())
    return told.digest()


def _placed(shards_: Mapping[str, Sequence[str]]) -> list[Placed]:
    return [(name, number, identity) for name, held in shards_.items() for number, identity in enumerate(held)]


def _sums(room: _Room, shards_: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """A checksum of each page of these shards."""
    sums: dict[str, list[str]] = {name: [] for name in shards_}
    for name, one in in_workers(partial(_sum_some, room), _placed(shards_)):
        sums[name].append(one)
    return sums


def _sum_some(room: _Room, some: Sequence[Placed]) -> list[tuple[str, str]]:
    return [(name, room.sum(identity)) for name, _, identity in some]


def _read(room: _Room, shards_: Mapping[str, Sequence[str]]) -> dict[str, _Read]:
    """What each of these shards says."""
    read = {name: _Read() for name in shards_}
    for name, part in in_workers(partial(_read_some, room), _placed(shards_)):
        read[name].sums.extend(part.sums)
        read[name].words.update(part.words)
    return read


def _read_some(room: _Room, some: Sequence[Placed]) -> list[tuple[str, _Read]]:
    read: dict[str, _Read] = {}
    for name, _, identity in some:
        page = room.findable(identity)
        part = read.setdefault(name, _Read())
        part.sums.append(room.sum(identity))
        for _, text in page.fields:
            part.words.update(words(dated(text)))
    return list(read.items())


def _piles(
    room: _Room, language: Language, made: Mapping[str, Sequence[str]], progress: Progress | None
) -> Iterator[tuple[str, Pile]]:
    """The shards to make, each as soon as all its pages are known."""
    for name in made:
        (room.folder / name / SHOWN).mkdir(parents=True)
    pile, of = Pile(), next(iter(made), "")
    for name, part in in_workers(partial(_pile_some, room, language), _placed(made), progress):
        if name != of:
            yield of, pile
            pile, of = Pile(), name
        pile.join(part)
    if of:
        yield of, pile


def _pile_some(room: _Room, language: Language, some: Sequence[Placed]) -> list[tuple[str, Pile]]:
    """Write what the hits of pages show, and pile up what the pages are found by."""
    piles: dict[str, Pile] = {}
    for name, number, identity in some:
        page = room.findable(identity)
        with open(f"{room.folder}/{name}/{SHOWN}/{number}.json", "wb", buffering=0) as file:  # noqa: PTH123 - tens of thousands
            file.write(shown(page))
        piles.setdefault(name, Pile()).add(number, weighed(language, page), page.facets)
    return list(piles.items())


def _write(folder: Path, pile: Pile, read: _Read, found_by: str) -> Standing:
    """Write a shard's files into the folder of its name, which then is called by what it was made of too: a file of it never
    changes.
    """
    begins = []
    for each in (TERMS, PLACES):
        (folder / each).mkdir()
    for number, (begin, terms, places_) in enumerate(pile.files()):
        begins.append(begin)
        (folder / TERMS / f"{number}.json").write_bytes(terms)
        (folder / PLACES / f"{number}.json").write_bytes(places_)
    (folder / FACETS).write_bytes(facets_file(pile))
    made_of = hashlib.sha256("".join((code(), found_by, *read.sums)).encode()).hexdigest()[:8]
    called = f"{folder.name}-{made_of}"
    one = Standing(called, read.sums, dict(read.words), found_by, pile.counts(), begins, sizes(folder), code())
    one.write(folder)
    folder.rename(folder.with_name(called))
    return one


def _manifest(
    listed: Sequence[Standing], by_hand_from: int, files: Sequence[tuple[str, str]], synonyms: Synonyms
) -> bytes:
    """What the browser must know before it can search: the shards, with how many pages each has and what its files begin with;
    where in the first the pages written by hand begin; the lexicon; and the tables of the language.
    """
    told = {
        "form": FORM,
        "delar": [[one.folder, len(one.pages), one.begins] for one in listed],
        "platser": by_hand_from,
        "ordlista": list(files),
        "stammar": dict(MENDED),
        "stoppord": sorted(STOP),
        "lätta": sorted(LIGHT),
        "skilda": sorted(_kept_apart()),
        "grupper": dict(sorted(synonyms.keys.items())),
        "fraser": [[list(phrase), key] for phrase, key in synonyms.phrases],
    }
    told["version"] = hashlib.sha256(compact(told)).hexdigest()[:12]
    return compact(told)


def _kept_apart() -> Iterator[str]:
    """The folded forms of municipalities' names that only å, ä and ö tell apart: Habo and Håbo. They never stand in for each
    other.
    """
    stems = {stem(word) for one in municipalities().by_slug.values() for word in words(one.name)}
    forms = Counter(map(fold, stems))
    yield from (form for form, number in forms.items() if number > 1)
