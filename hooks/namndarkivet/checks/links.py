"""Rules about links in the text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from namndarkivet.checks.rule import archive_rule, document_rule
from namndarkivet.entry import Entry, Reading
from namndarkivet.index import Archive
from namndarkivet.model import Document
from namndarkivet.problem import Finding, Mark, did_you_mean
from namndarkivet.sections import Link, has_scheme, lacks_scheme, links

_ALLOWED = re.compile(r"(?:https?://[^\s/]+|mailto:[^\s@]+@|tel:\+?\d)", re.IGNORECASE)


def _at(link: Link) -> Mark:
    return Mark(link.line, link.column, link.end)


def _unread(archive: Archive, entry: Entry[Document], link: Link) -> bool:
    """Whether a link leads to a document that could not be made out: then it is not known to be wrong."""
    there = posixpath.join(posixpath.dirname(entry.path), link.target.split("#", 1)[0])
    return posixpath.normpath(there) in archive.unread


@document_rule("tom-länk", Document)
def empty_link(reading: Reading[Document]) -> Iterator[Finding]:
    """En länk ska leda någonstans.

    En länk till `#` eller till ingenting följer ofta med när man kopierar från en webbsida. Behåll orden, ta bort länken, och säg det
    under `anmärkningar` om källan hade den.
    """
    for link in links(reading.source.body, reading.source.body_line):
        if link.target in {"", "#"}:
            yield Finding(
                f"länken «{link.text}» leder ingenstans; behåll orden och ta bort []({link.target})", mark=_at(link)
            )


@document_rule("olämplig-länk", Document)
def improper_link(reading: Reading[Document]) -> Iterator[Finding]:
    """En länk ska vara en webbadress, en e-postadress eller ett telefonnummer.

    Länkar av andra slag (`javascript:`, `file:`) tas bort på sidan. En webbadress börjar med https:// eller http://.
    """
    for link in links(reading.source.body, reading.source.body_line):
        if link.image:
            continue
        if lacks_scheme(link.target):
            yield Finding(f"skriv hela webbadressen: https://{link.target}", mark=_at(link))
        elif has_scheme(link.target) and not _ALLOWED.match(link.target):
            yield Finding(
                "länken är varken webbadress, e-post eller telefon; ta bort länken eller skriv https://…",
                mark=_at(link),
            )


@archive_rule("bruten-länk")
def broken_link(archive: Archive) -> Iterator[Finding]:
    """En länk inom arkivet ska leda till ett dokument som finns.

    Skriv `[[id]]` eller `[ord](sökväg till filen.md)`. Finns dokumentet inte i arkivet, skriv orden utan länk.
    """
    for entry in archive.documents():
        for link in entry.links:
            identity = link.target.strip("/").removesuffix(".md")
            if link.by_id:
                if archive.find(identity) is None and not archive.pending(identity):
                    hint = (
                        did_you_mean(identity, archive.beside(identity)) or "; rätta id, eller skriv orden utan [[ ]]"
                    )
                    yield Finding(f"«{identity}» finns inte i arkivet{hint}", mark=_at(link), path=entry.path)
            elif archive.by_link(entry.path, link.target) is None and not _unread(archive, entry, link):
                yield Finding(
                    f"länken till «{link.target}» leder inte till något i arkivet; skriv [[id]] eller hela webbadressen",
                    mark=_at(link),
                    path=entry.path,
                )
