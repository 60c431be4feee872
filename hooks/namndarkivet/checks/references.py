"""Rules about references by id in the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.checks.rule import archive_rule, document_rule
from namndarkivet.entry import Reading
from namndarkivet.index import Archive
from namndarkivet.model import Circular, Decision, Recommendation
from namndarkivet.problem import Finding, Key, did_you_mean


@archive_rule("okänd-rekommendation")
def unknown_recommendation(archive: Archive) -> Iterator[Finding]:
    """En rekommendation som ett dokument hänvisar till ska finnas i arkivet.

    Skriv dess id, till exempel `skl-2016-10`: namnet på filen i mappen `rekommendationer` utan `.md`.
    """
    known = [entry.id.removeprefix("rekommendationer/") for entry in archive.recommendations]
    for path, key, given in _recommendations(archive):
        written = given.removeprefix("rekommendationer/")
        if archive.recommendation(written) is None and not archive.pending(f"rekommendationer/{written}"):
            hint = did_you_mean(written, known) or f"; lägg till decisions/rekommendationer/{written}.md eller rätta id"
            yield Finding(f"rekommendationen «{written}» finns inte i arkivet{hint}", key=key, path=path)


def _recommendations(archive: Archive) -> Iterator[tuple[str, Key, str]]:
    for entry in archive.decisions:
        for number, answer in enumerate(entry.record.answers or ()):
            yield entry.path, ("svar", number, "rekommendation"), answer.recommendation
    for circular in archive.circulars:
        if circular.record.recommendation:
            yield circular.path, ("rekommendation",), circular.record.recommendation
    for entry_ in archive.recommendations:
        for key, written in (("ersätter", entry_.record.replaces), ("ersätts_av", entry_.record.replaced_by)):
            if written:
                yield entry_.path, (key,), written


@archive_rule("okänt-dokument")
def unknown_document(archive: Archive) -> Iterator[Finding]:
    """Ett dokument som det hänvisas till med id ska finnas i arkivet.

    Id är sökvägen utan slug: `beslut/ekero/socialnamnden/2016/67`. Finns dokumentet inte i arkivet, skriv dess namn i texten utan
    hänvisning.
    """
    for entry in archive.decisions:
        wanted: list[tuple[Key, str]] = []
        if entry.record.next_step:
            wanted.append((("nästa",), entry.record.next_step))
        for number, basis in enumerate(entry.record.basis or ()):
            if basis.document:
                wanted.append((("underlag", number, "dokument"), basis.document))
        for key, identity in wanted:
            found = archive.get(identity)
            if found is not None and key == ("nästa",) and not isinstance(found.record, Decision):
                yield Finding(
                    f"«{identity}» är inget beslut; nästa steg är ett beslut, skriv dess id", key=key, path=entry.path
                )
            elif found is None and not archive.pending(identity):
                hint = did_you_mean(identity, archive.beside(identity)) or "; rätta id eller ta bort hänvisningen"
                yield Finding(f"dokumentet «{identity}» finns inte i arkivet{hint}", key=key, path=entry.path)


@document_rule("dubbelt-svar", Decision, given=("svar",))
def answered_twice(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut svarar en gång på varje rekommendation."""
    seen: set[str] = set()
    for number, answer in enumerate(reading.record.answers or ()):
        short = answer.recommendation.strip("/").removeprefix("rekommendationer/")
        if short in seen:
            yield Finding(f"{short} har redan ett svar här; behåll ett", key=("svar", number, "rekommendation"))
        seen.add(short)


@document_rule("ändrar-utan-rekommendation", Circular, given=("ändrar",))
def changes_nothing(reading: Reading[Circular]) -> Iterator[Finding]:
    """Ett brev som ändrar en svarstid ska säga vilken rekommendation det gäller."""
    if reading.record.changes and not reading.record.recommendation:
        yield Finding("vilken rekommendation ändras? lägg till raden rekommendation: id", key=("ändrar",), on_key=True)


@archive_rule("ersätter-åt-ett-håll")
def replaced_one_way(archive: Archive) -> Iterator[Finding]:
    """Två rekommendationer som följer på varandra ska säga det båda två.

    Den äldre har `ersätts_av`, den nyare `ersätter`.
    """
    for entry in archive.recommendations:
        yield from _other_end(archive, entry.path, entry.id, entry.record, "ersätter", "ersätts_av")
        yield from _other_end(archive, entry.path, entry.id, entry.record, "ersätts_av", "ersätter")


def _other_end(  # noqa: PLR0913, PLR0917 - both ends of one link
    archive: Archive, path: str, identity: str, record: Recommendation, here: str, there: str
) -> Iterator[Finding]:
    written = record.replaces if here == "ersätter" else record.replaced_by
    other = archive.recommendation(written) if written else None
    if other is None:
        return
    back = other.record.replaced_by if there == "ersätts_av" else other.record.replaces
    short = identity.removeprefix("rekommendationer/")
    if back is None or archive.recommendation(back) is not archive.entries[identity]:
        yield Finding(
            f"decisions/{other.path} säger inte {there}: {short}; lägg till raden där", key=(here,), path=path
        )
