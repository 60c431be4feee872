"""Which terms the archive has, and in which shards: so that the browser fetches only the shards that have what is sought.

The terms lie in small files in the order of their folded forms, so that «stodfunktion» leads to the file that has
«stödfunktion». What cannot be found is known before any index is fetched, and what was nearly typed right lies near.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from namndarkivet.searching.postings import compact
from namndarkivet.searching.words import fold

ROWS = 1500
"""Terms in one file: some ten kilobytes as they are sent."""

FOLDER = "sok/ord"


def lexicon(
    shards: Sequence[Mapping[str, int]], forms: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[str, str, bytes]]:
    """The files of the lexicon, each with the folded form that it begins with and its name, of how many pages of each shard have
    each term. `forms` has words for stems that are none. The names come of what the files hold: a page that was opened before a
    new publication asks for the old ones, finds none, and knows.

    A file maps each term to the shards that have it, how many pages have it, and the word that stands for a stem: {"skol":
    "3 117 skola"}. Bit n of the hexadecimal number is shard n of `shards`; "" is all of them.
    """
    where: dict[str, int] = {}
    held: dict[str, int] = {}
    for number, counts in enumerate(shards):
        bit = 1 << number
        for term, pages in counts.items():
            where[term] = where.get(term, 0) | bit
            held[term] = held.get(term, 0) + pages
    everywhere = (1 << len(shards)) - 1
    ordered = sorted((fold(term), term) for term in where)
    files: list[tuple[str, str, bytes]] = []
    at = 0
    while at < len(ordered):
        end = min(at + ROWS, len(ordered))
        while end < len(ordered) and ordered[end][0] == ordered[end - 1][0]:  # forms that fold into one stay together
            end += 1
        rows = {
            term: f"{'' if where[term] == everywhere else format(where[term], 'x')} {held[term]} {forms.get(term, '')}".rstrip()
            for _, term in ordered[at:end]
        }
        data = compact(rows)
        files.append((ordered[at][0], hashlib.sha256(data).hexdigest()[:12], data))
        at = end
    return files
