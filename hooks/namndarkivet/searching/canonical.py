"""A shard as Pagefind wrote it, in one order and in smaller pieces: the same documents give the same content on every machine
(and the same bytes where the same zlib packs them), and a search fetches less.

Pagefind 1.5 numbers pages in the order that the file system lists them, and writes filters in that of a random hash. Here
the pages are numbered anew by their names, and filters and their values sorted. Its files of words hold some 20,000 places
each, which no option of its command changes; they are cut to a quarter. Its ids of pages are hashes, which do not compress;
here they are numbers. The format is Pagefind's own and internal (CBOR of `pagefind/src/index/`, version 1.5.2): the
dependency is pinned, and the tests search what comes out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import cbor2

PLACES = 5000
"""Places of words in one file: some seven kilobytes as they are sent."""

_SIGNATURE = b"pagefind_dcd"
_LEVEL = 6


def packed(data: bytes) -> bytes:
    """Data as Pagefind's script reads it from a file."""
    return gzip.compress(_SIGNATURE + data, _LEVEL, mtime=0)


def unpacked(file: Path) -> bytes:
    """The data of a file of Pagefind's."""
    return gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)


def in_order(out: Path, names: Mapping[str, str], tag: str) -> None:
    """Rewrite a shard. `names` gives each page's name by its id; the order of the names, which is that of time, becomes that of
    the pages, and the new ids end in it. They begin with `tag`, which must be another for every shard and for everything else
    that a shard may hold: browsers keep what an id was.
    """
    entry = json.loads((out / "pagefind-entry.json").read_bytes())
    ((language, told),) = entry["languages"].items()
    meta_file = out / f"pagefind.{told['hash']}.pf_meta"
    version, pages, chunks, filters, sorts, fields = cbor2.loads(unpacked(meta_file))
    order = sorted(range(len(pages)), key=lambda number: names[pages[number][0]])
    new = [0] * len(order)
    for number, old in enumerate(order):
        new[old] = number
        (out / "fragment" / f"{pages[old][0]}.pf_fragment").rename(out / "fragment" / f"{tag}-{number}.pf_fragment")
    words = [word for _, _, chunk in chunks for word in _words(out, chunk, new)]
    meta = [
        version,
        [[f"{tag}-{number}", pages[old][1]] for number, old in enumerate(order)],
        [
            [chunk[0][0], chunk[-1][0], _written(out / "index", "pf_index", language, [chunk])]
            for chunk in _pieces(words)
        ],
        sorted(
            [name, _written(out / "filter", "pf_filter", language, _filter(out, one, new))] for name, one in filters
        ),
        sorts,
        fields,
    ]
    data: bytes = cbor2.dumps(meta)
    meta_file.unlink()
    told["hash"] = _name(language, data)
    (out / f"pagefind.{told['hash']}.pf_meta").write_bytes(packed(data))
    (out / "pagefind-entry.json").write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _words(out: Path, name: str, new: Sequence[int]) -> list[list[Any]]:
    """The words of a file of Pagefind's, their pages numbered anew. The file is gone then."""
    file = out / "index" / f"{name}.pf_index"
    (words,) = cbor2.loads(unpacked(file))
    file.unlink()
    return [[word, _postings(pages, new), *rest] for word, pages, *rest in words]


def _pieces(words: Sequence[list[Any]]) -> Iterator[list[list[Any]]]:
    """The words in their order, in pieces of some `PLACES` places."""
    piece: list[list[Any]] = []
    size = 0
    for word in words:
        piece.append(word)
        size += sum(len(page[1]) + 1 for page in word[1])
        if size >= PLACES:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _postings(pages: Sequence[Sequence[Any]], new: Sequence[int]) -> list[list[Any]]:
    """The pages that have a word, each with the places in it: numbered anew, each number as what it is more than the last."""
    number, known = 0, []
    for step, *places in pages:
        number += step
        known.append((new[number], places))
    known.sort(key=lambda one: one[0])
    return list(_steps(known))


def _steps(known: Sequence[tuple[int, list[Any]]]) -> Iterator[list[Any]]:
    last = 0
    for number, places in known:
        yield [number - last, *places]
        last = number


def _filter(out: Path, name: str, new: Sequence[int]) -> Any:  # noqa: ANN401 - CBOR
    """A file of a filter's values, sorted and numbered anew. The file is gone then."""
    file = out / "filter" / f"{name}.pf_filter"
    facet, values = cbor2.loads(unpacked(file))
    file.unlink()
    return [facet, sorted([value, sorted(new[page] for page in pages)] for value, pages in values)]


def _written(folder: Path, suffix: str, language: str, content: Any) -> str:  # noqa: ANN401 - CBOR
    """Write a file under the name that its content gives it."""
    data: bytes = cbor2.dumps(content)
    name = _name(language, data)
    (folder / f"{name}.{suffix}").write_bytes(packed(data))
    return name


def _name(language: str, data: bytes) -> str:
    return f"{language}_{hashlib.sha256(data).hexdigest()[:12]}"
