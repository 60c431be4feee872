"""How pages speak of documents: labels, bodies with their links, backlinks, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup as Safe
from markupsafe import escape

from namndarkivet.addresses import address, to_root
from namndarkivet.entry import Entry, year_of
from namndarkivet.index import Archive
from namndarkivet.mentions import Means
from namndarkivet.model import Circular, Decision, Recommendation, Reference
from namndarkivet.pages.listing import STATUS_WORDS, Row, row
from namndarkivet.pages.page import Site
from namndarkivet.redaction import GONE
from namndarkivet.similar import Like
from namndarkivet.summaries import whose
from namndarkivet.swedish import paragraph
from namndarkivet.values import Status


def label(entry: Entry[Any]) -> str:
    """A document in a few words: what it is, of whom, when."""
    record = entry.record
    if isinstance(record, Decision):
        name = entry.municipality.name if entry.municipality else ""
        when = record.date.swedish if record.date else str(year_of(entry))
        return f"{name}, {whose(record)} {paragraph(record.paragraph)}, {when}"
    if isinstance(record, Circular):
        return f"{record.sender}, {record.kind.value} {record.date.swedish}"
    if isinstance(record, Recommendation):
        number = f" {record.number}" if record.number else ""
        return f"{record.sender}, rekommendation{number}, {record.date.swedish}"
    return str(entry.id)


def title_of(archive: Archive, identity: str) -> str:
    """What a link by id says when its author wrote no words: the document's title."""
    entry = archive.get(identity)
    if entry and getattr(entry.record, "withdrawn", None):
        return GONE
    if entry and hasattr(entry.record, "title"):
        return str(entry.record.title)
    matter = archive.matters.get(identity)
    return matter.title if matter else identity


def woven(site: Site, entry: Entry[Any]) -> Safe:
    """A body's HTML with its mentions as links where the archive has what they name, and as plain text where not."""
    markup = entry.markup
    if markup is None:
        return Safe("")
    root, archive = to_root(address(entry.id)), site.archive
    out = [markup.pieces[0]]
    for mention, piece in zip(markup.mentions, markup.pieces[1:], strict=True):
        target = archive.target(entry, mention)
        href = f"{root}{address(target)}" if target else None
        if mention.means is Means.FILE:  # the link's own words and its end stand in the pieces
            out.append(f'<a href="{href}">' if href else "<a>")
        elif mention.means is Means.DOCUMENT:
            words = mention.text or (escape(title_of(archive, target)) if target else mention.key)  # the key is HTML
            out.append(f'<a href="{href}">{words}</a>' if href else str(words))
        else:
            out.append(f'<a class="na-mention" href="{href}">{mention.text}</a>' if href else mention.text)
        out.append(piece)
    return Safe("".join(out))  # noqa: S704 - the pieces are sanitised, what is woven in is escaped


def backlinks(site: Site, identity: str, shown: Collection[str] = ()) -> list[tuple[str, str, str, str]]:
    """The documents that name this one: address, title, label, and a decision's status. Those whose ids are in `shown`
    stand on the page already.
    """
    rows = []
    for source in site.archive.backlinks.get(identity, ()):
        if source in shown:
            continue
        entry = site.archive.entries[source]
        status = STATUS_WORDS[entry.record.status] if isinstance(entry.record, Decision) else ""
        rows.append((address(source), title_of(site.archive, source), label(entry), status))
    return rows


def alike(site: Site, entry: Entry[Decision]) -> list[tuple[Row, str]]:
    """The decisions and proposals most like this one, and why each is shown."""
    return [(row(like.entry), "; ".join(_reasons(like))) for like in site.likenesses.of(entry)]


def _reasons(like: Like) -> Iterator[str]:
    """Why a decision is shown as like another. A proposal is not an answer to a recommendation."""
    status = like.entry.record.status
    if like.recommendation and status is Status.PROPOSED:
        yield "föreslår svar på samma rekommendation"
    elif like.recommendation:
        yield "svarar på samma rekommendation" if status.settles else "gäller samma rekommendation"
    if like.subjects:
        yield f"{'samma ämne' if len(like.subjects) == 1 else 'samma ämnen'}: {', '.join(like.subjects)}"
    if like.title:
        yield "liknande rubrik"


def reference(source: Reference) -> dict[str, Any]:
    """Where a document comes from, as its page shows it."""
    return {"source": source, "host": urlsplit(source.url).hostname if source.url else None}
