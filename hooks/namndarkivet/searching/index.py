"""The search index: every page that can be found, as terms, in shards, through Pagefind's command, into `sok/` of a site.

Twice through all texts: first to count the archive's words, for what a word is found by depends on which others there are;
then to write what each page is found by. A shard whose terms and texts are the same as in the site that stands is taken
from there, once its files have been found whole.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.searching.findable import MOST, Findable, HandWritten, by_hand, document, identities, places
from namndarkivet.searching.language import Language
from namndarkivet.searching.lexicon import FOLDER as LEXICON
from namndarkivet.searching.lexicon import lexicon
from namndarkivet.searching.numbers import dated
from namndarkivet.searching.pagefind import LANGUAGE, VERSION, index
from namndarkivet.searching.shards import shards
from namndarkivet.searching.synonyms import Synonyms
from namndarkivet.searching.tokens import Kind, token
from namndarkivet.searching.words import LIGHT, MENDED, STOP, fold, stem, words
from namndarkivet.workers import Progress, in_workers

FOLDER = "sok/index"
REST = "ovrigt"
"""The shard of all that is no document of a day's: places and pages written by hand. What the browser runs lies with it."""

FORM = "1"
"""Raised when what lies in a shard, the lexicon or the manifest changes its form: then no shard of an older site is taken over,
and a page whose script is of another form says so (`FORM` in docs/assets/sok/engine.js).
"""

_SUM = "summa.json"
_KEY = 10.0
"""What a number that leads straight to a document weighs: as much as Pagefind allows."""
_GROUPS, _PARTS = 0.7, 0.3
"""What a word weighs that is found by its group or as a part of another, beside one that stands there itself."""
LEXICON_SIGNS = {Kind.REGISTRY: "#", Kind.PARAGRAPH: "§", Kind.CIRCULAR: "@"}
"""What stands before a number in the lexicon, so that it is no word there; `SIGN` in numbers.js is the same."""
_LIGHTEST = 1 / 24
"""The least that Pagefind tells from nothing."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard as it was indexed: its name, how many pages it has, and whether it was made anew."""

    name: str
    pages: int
    made: bool


@dataclass(frozen=True, slots=True)
class _Written:
    """Part of a shard as a worker wrote it: a checksum of each page, and the terms in them."""

    shard: str
    sums: tuple[bytes, ...]
    terms: frozenset[str]


@dataclass(frozen=True)
class _Room:
    """What the workers share."""

    site: Site
    rest: Mapping[str, Findable]
    folder: Path

    def findable(self, identity: str) -> Findable:
        """The page with an id, or of an address where it has none."""
        return self.rest[identity] if identity in self.rest else document(self.site, identity)


def build(
    site: Site,
    written: Sequence[HandWritten],
    out: Path,
    previous: Path | None = None,
    progress: Progress | None = None,
) -> Sequence[Shard]:
    """Index everything that can be found into `out`/sok. `previous` is a site to take shards from that have not changed.

    Returns the shards, that of the rest first and then oldest first. Raises PagefindError.
    """
    rest = {f"={one.address}": one for one in (*places(site), *map(by_hand, written))}
    by_shard = {REST: list(rest), **shards(list(identities(site)))}
    placed = [(name, number, identity) for name, held in by_shard.items() for number, identity in enumerate(held)]
    (out / FOLDER).mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="namndarkivet-sok-") as folder:
        room = _Room(site, rest, Path(folder))
        counts: Counter[str] = Counter()
        for some in in_workers(partial(_count, room), [identity for *_, identity in placed]):
            counts.update(some)
        language = Language(counts, site.synonyms)
        for name in by_shard:
            (room.folder / name).mkdir()
        parts: dict[str, list[_Written]] = {name: [] for name in by_shard}
        for part in in_workers(partial(_write, room, language), placed, progress):
            parts[part.shard].append(part)
        made = [shard for shard in parts.items() if not _taken(shard, out, previous)]
        for _ in in_workers(partial(_index, room.folder, out), made, chunk=1):
            pass
    held = [frozenset[str]().union(*(part.terms for part in several)) for several in parts.values()]
    files = lexicon(held, language.forms)
    (out / LEXICON).mkdir()
    for _, name, data in files:
        (out / LEXICON / f"{name}.json").write_bytes(data)
    anew = {name for name, _ in made}
    listed = [Shard(name, len(held), name in anew) for name, held in by_shard.items()]
    (out / "sok" / "sok.json").write_bytes(
        _manifest(listed, len(rest) - len(written), [each[:2] for each in files], parts, site.synonyms)
    )
    return listed


def _count(room: _Room, identities_: Sequence[str]) -> list[Counter[str]]:
    counts: Counter[str] = Counter()
    for identity in identities_:
        for _, text in room.findable(identity).fields:
            counts.update(words(dated(text)))
    return [counts]


def _write(room: _Room, language: Language, placed: Sequence[tuple[str, int, str]]) -> list[_Written]:
    """Write the files that Pagefind reads, and beside each what its hit shows. They are named so that their order is that of
    time.
    """
    found: dict[str, tuple[list[bytes], set[str]]] = {}
    for shard, number, identity in placed:
        page = room.findable(identity)
        data, terms = _page(language, page)
        shown = _fragment(page)
        for kind, content in (("html", data), ("json", shown)):
            with open(f"{room.folder}/{shard}/{number:06}.{kind}", "wb", buffering=0) as file:  # noqa: PTH123 - tens of thousands
                file.write(content)
        sums, all_terms = found.setdefault(shard, ([], set()))
        sums.append(hashlib.sha256(data + shown).digest())
        all_terms |= terms
    return [_Written(shard, tuple(sums), frozenset(terms)) for shard, (sums, terms) in found.items()]


def _page(language: Language, page: Findable) -> tuple[bytes, set[str]]:
    """A page as Pagefind reads it, and its terms as the lexicon has them."""
    seen: set[str] = set()
    body = []
    for weight, text in page.fields:
        terms = language.terms(text)
        seen |= terms.seen
        for share, said in ((1.0, terms.plain), (_GROUPS, terms.groups), (_PARTS, terms.parts)):
            if said:
                body.append(f'<p data-pagefind-weight="{max(weight * share, _LIGHTEST):g}">{said}</p>')
    if page.keys:
        body.append(f'<p data-pagefind-weight="{_KEY:g}">{" ".join(token(key, kind) for kind, key in page.keys)}</p>')
        seen |= {f"{LEXICON_SIGNS[kind]}{key}" for kind, key in page.keys}
    facets = "".join(
        f'<i data-pagefind-filter="{name}[data-v]" data-v="{html.escape(value)}"></i>'
        for name, values in page.facets.items()
        for value in values
    )
    return (
        f'<!doctype html><html lang="{LANGUAGE}">{facets}<body data-pagefind-body>{"".join(body)}</body></html>'.encode(),
        seen,
    )


def _fragment(page: Findable) -> bytes:
    """What a hit shows, as Pagefind's script reads it."""
    told = {
        "url": f"/{page.address}",
        "content": page.text[:MOST],
        "word_count": 0,
        "filters": {},
        "meta": dict(page.shown),
        "anchors": [],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _taken(shard: tuple[str, Sequence[_Written]], out: Path, previous: Path | None) -> bool:
    """Take a shard over from the previous site that was made of the same and whose files are whole; tells whether."""
    if previous is None:
        return False
    old, goal = previous / FOLDER / shard[0], out / FOLDER / shard[0]
    try:
        said = json.loads((old / _SUM).read_bytes())
        if said["av"] != _made_of(shard[1]) or said["filer"] != dict(_sums(old)):
            return False
        shutil.copytree(old, goal, copy_function=_linked)
    except (OSError, ValueError, KeyError, TypeError):
        shutil.rmtree(goal, ignore_errors=True)
        return False
    return True


def _index(folder: Path, out: Path, some: Sequence[tuple[str, Sequence[_Written]]]) -> list[str]:
    """Index shards into the new site."""
    for name, parts in some:
        goal = out / FOLDER / name
        made_of = _made_of(parts)
        index(folder / name, goal, f"{name}-{made_of[:6]}", runtime=name == REST)
        said = {"av": made_of, "filer": dict(_sums(goal))}
        (goal / _SUM).write_text(json.dumps(said), encoding="utf-8")
    return [name for name, _ in some]


def _made_of(parts: Sequence[_Written]) -> str:
    return _sum([FORM.encode(), VERSION.encode(), *(each for part in parts for each in part.sums)])


def _sum(pieces: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(pieces)).hexdigest()


def _linked(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _sums(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != _SUM:
            yield file.relative_to(folder).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _manifest(
    listed: Sequence[Shard],
    places_: int,
    files: Sequence[tuple[str, str]],
    parts: Mapping[str, Sequence[_Written]],
    synonyms: Synonyms,
) -> bytes:
    """What the browser must know before it can search: the shards, how many pages of the first are places, the lexicon, and the
    tables of the language.
    """
    told = {
        "form": FORM,
        "delar": [[shard.name, shard.pages] for shard in listed],
        "platser": places_,
        "ordlista": list(files),
        "stammar": dict(MENDED),
        "stoppord": sorted(STOP),
        "lätta": sorted(LIGHT),
        "skilda": sorted(_kept_apart()),
        "grupper": dict(sorted(synonyms.keys.items())),
        "fraser": [[list(phrase), key] for phrase, key in synonyms.phrases],
    }
    pages = (each for several in parts.values() for part in several for each in part.sums)
    told["version"] = _sum([json.dumps(told).encode(), *pages])[:12]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _kept_apart() -> Iterator[str]:
    """The folded forms of municipalities' names that only å, ä and ö tell apart: Habo and Håbo. They never stand in for each
    other.
    """
    forms = Counter(fold(stem(word)) for one in municipalities().by_slug.values() for word in words(one.name))
    yield from (form for form, number in forms.items() if number > 1)
