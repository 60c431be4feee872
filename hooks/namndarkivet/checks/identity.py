"""Rules about a document's path and id."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from namndarkivet.addresses import slug
from namndarkivet.checks.rule import archive_rule, document_rule, file_rule
from namndarkivet.entry import Reading
from namndarkivet.filing import Shelf
from namndarkivet.index import Archive
from namndarkivet.model import Circular, Decision, Document, Meeting, Record
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Finding, Severity, nearest
from namndarkivet.register import municipalities
from namndarkivet.values import Numbering

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PATH = re.compile(rf"(?:{_NAME.pattern}/)*{_NAME.pattern}\.(?:md|yml)")
_ID = re.compile(r"(?:beslut/[a-z0-9-]+/[a-z0-9-]+/\d{4}|cirkular/[a-z0-9-]+/\d{4}|rekommendationer)/[a-z0-9-]+")
MAX_FILES = 1_000
"""Files in one folder: above this GitHub's own list of the folder is cut short."""


@file_rule("fel-ändelse", Oddity.WRONG_ENDING)
def wrong_ending(odd: Odd) -> Iterator[Finding]:
    """Ett dokument ska heta något som slutar på .md, och ett register på .yml.

    Filer med andra ändelser (`.MD`, `.markdown`, `.md.txt`, `.yaml`) läses inte, och skulle annars saknas på sajten utan att någon
    märkte det. Windows döljer ibland slutet av ett filnamn: slå på «Filnamnstillägg» i Utforskaren.
    """
    yield Finding(f"filen läses inte på grund av sin ändelse; döp om den till {odd.detail}", mark=odd.mark)


@file_rule("okänd-fil", Oddity.STRAY, severity=Severity.WARNING)
def stray_file(odd: Odd) -> Iterator[Finding]:
    """En fil i arkivet bör ligga i en mapp där arkivet läser.

    Bilagor ligger i samma mapp som sitt dokument. Andra filer publiceras inte.
    """
    yield Finding("filen ligger där arkivet inte läser och publiceras inte; flytta eller ta bort den", mark=odd.mark)


@document_rule("filnamn", Record)
def file_name(reading: Reading[Record]) -> Iterator[Finding]:
    """Filer och mappar ska ha namn av bara a–z, 0–9 och bindestreck.

    Namnet blir en webbadress. Skriv å och ä som a, ö som o, och bindestreck mellan orden: `67-nationell-stodfunktion.md`.
    """
    if _PATH.fullmatch(reading.path):
        return
    for part in reading.path.split("/"):
        stem = part.removesuffix(".md").removesuffix(".yml")
        if not _NAME.fullmatch(stem):
            named = nearest(unicodedata.normalize("NFC", stem), municipalities().by_name)
            exact = (
                municipalities().by_name[named].slug
                if named and named.casefold() == unicodedata.normalize("NFC", stem).casefold()
                else ""
            )
            better = f"{exact or slug(stem) or 'dokument'}{part[len(stem) :]}"
            yield Finding(f"namnet «{part}» har andra tecken än a–z, 0–9 och bindestreck; döp om till {better}")


@document_rule("fel-mapp", Record)
def wrong_folder(reading: Reading[Record]) -> Iterator[Finding]:
    """En fil ska ligga i den mapp som hör till dess slag.

    Beslut: `beslut/<kommun>/<organ>/<år>/`. Cirkulär: `cirkular/<avsändare>/<år>/`. Rekommendationer: `rekommendationer/`. Register:
    `kommuner/`.
    """
    if reading.shelf is Shelf.NOWHERE:
        place = reading.filed
        where = f"decisions/{place.folder}/" if place else "decisions/beslut/<kommun>/<organ>/<år>/"
        yield Finding(f"filen ligger i en mapp där arkivet inte läser; flytta den till {where}")


@document_rule("sökväg", Record)
def path_contradicts(reading: Reading[Record]) -> Iterator[Finding]:
    """Filens mapp och namn ska stämma med vad dokumentet säger.

    Mappen följer av kommun, organ och år, och filnamnet börjar med paragrafens nummer eller datumet. Annars hamnar dokumentet på en
    adress som säger något annat än det självt.
    """
    if reading.shelf is Shelf.NOWHERE:
        return
    place = reading.filed
    if place is None or (isinstance(reading.record, (Decision, Meeting)) and reading.body is None):
        return  # where it belongs is not known until the body is
    folder, name = reading.path.rsplit("/", 1)
    stem = name.removesuffix(".md")
    fits = stem == place.stem if place.whole_stem else stem == place.stem or stem.startswith(f"{place.stem}-")
    if folder != place.folder:
        what = "avsändare eller datum" if isinstance(reading.record, Circular) else "kommun, organ eller år"
        yield Finding(f"enligt uppgifterna hör filen hemma i decisions/{place.folder}/; flytta den, eller rätta {what}")
    elif not fits:
        rest = "" if place.whole_stem else "-…"
        yield Finding(
            f"enligt uppgifterna ska filnamnet börja med {place.stem}: {place.stem}{rest}.md; rätta det som är fel"
        )


@document_rule("datum-eller-år", Decision)
def date_or_year(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut ska ha `datum`, eller `år` när källan inte säger dagen.

    Året behövs för adressen. Står båda ska de säga samma sak.
    """
    record = reading.record
    if record.date is None and record.year is None:
        yield Finding("varken datum eller år finns; skriv datum: ÅÅÅÅ-MM-DD, eller år: ÅÅÅÅ om källan inte säger dagen")
    elif record.date and record.year and record.date.year != record.year:
        yield Finding(f"året är {record.year} men datumet {record.date}; ta bort raden år", key=("år",))


@document_rule("paragraf", Decision)
def paragraph_number(reading: Reading[Decision]) -> Iterator[Finding]:
    """En paragraf ska skrivas som sitt nummer, utan tecknet § och utan organets förkortning.

    `67`, `125/2031` och `12 a` går bra. Sidan sätter själv dit tecknet.
    """
    written = reading.record.paragraph
    number = re.search(r"\d[^§.]*", written)
    if not number:
        yield Finding(f"«{written}» har inget nummer; skriv till exempel 12", key=("paragraf",))
    elif number[0].strip() != written:
        yield Finding(f"skriv bara numret: {number[0].strip()}", key=("paragraf",))


@document_rule("diarienummer", Decision, given=("diarienummer",))
def registry_number(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett diarienummer ska vara ett enda nummer, skrivet som i källan men utan ordet Dnr.

    Säger källan inget diarienummer, utelämna raden. Har paragrafen två nummer, skriv det som hör till organet och nämn det andra i
    texten.
    """
    written = reading.record.registry_number or ""
    if written and not re.search(r"\d", written):
        yield Finding(
            f"«{written}» är inget diarienummer; ta bort raden om källan inte har något", key=("diarienummer",)
        )
    elif re.match(r"(?:dnr|diarienummer|diarienr)\b", written, re.IGNORECASE):
        bare = re.sub(r"^(?:dnr|diarienummer|diarienr)[.:]?\s*", "", written, flags=re.IGNORECASE)
        yield Finding(f"skriv utan Dnr: {bare}", key=("diarienummer",))
    elif re.search(r"\d\s*(?:[,;]|\boch\b).*\d", written):
        yield Finding("skriv ett nummer; nämn det andra i texten", key=("diarienummer",))


MAX_PART = 80
"""Characters of one part of an address: no real name or number is longer, and file systems end at 255."""


@document_rule("för-långt", Decision)
def too_long(reading: Reading[Decision]) -> Iterator[Finding]:
    """Diarienummer, ärende och ämnen ska vara korta: de blir delar av en webbadress."""
    record = reading.record
    named = [
        (("diarienummer",), record.registry_number),
        (("ärende",), record.matter),
        (("paragraf",), record.paragraph),
    ]
    named += [(("ämnen", number), subject) for number, subject in enumerate(record.subjects or ())]  # type: ignore[misc]
    for key, text in named:
        if text and len(text) > MAX_PART:
            yield Finding(
                f"texten är {len(text)} tecken och gränsen är {MAX_PART}; skriv bara numret eller ordet", key=key
            )


@document_rule("ämne", Document, given=("ämnen",))
def subject_word(reading: Reading[Document]) -> Iterator[Finding]:
    """Ett ämne ska vara ett ord eller några, med små bokstäver.

    Samma ämne ska skrivas lika i alla dokument, så att de hamnar på samma sida.
    """
    for number, subject in enumerate(reading.record.subjects or ()):
        if not slug(subject):
            yield Finding("ett ämne ska ha bokstäver", key=("ämnen", number))
        elif subject != subject.lower():
            yield Finding(f"skriv ämnet med små bokstäver: {subject.lower()}", key=("ämnen", number))


@document_rule("dag-i-adressen", Decision)
def day_in_address(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett organ som numrerar sina paragrafer per sammanträde behöver hela datumet.

    Registret säger `paragrafer: per sammanträde`. Då finns samma § flera gånger på ett år, och adressen skiljer dem åt med
    månad och dag.
    """
    date = reading.record.date
    if reading.body and reading.body.numbering is Numbering.PER_MEETING and (date is None or date.exact is None):
        yield Finding(f"{reading.body.name} numrerar per sammanträde, så hela datumet behövs; skriv datum: ÅÅÅÅ-MM-DD")


@archive_rule("dubbelt-id")
def duplicate_id(archive: Archive) -> Iterator[Finding]:
    """Två dokument ska inte ha samma id.

    Id är adressen: kommun, organ, år och paragraf. Ett av dokumenten har fel uppgift, eller så är det samma beslut två
    gånger.
    """
    for identity, paths in archive.clashes.items():
        for path in paths:
            others = ", ".join(f"decisions/{other}" for other in paths if other != path)
            yield Finding(
                f"id {identity} finns också i {others}; rätta paragraf, datum eller organ, eller ta bort en av dem",
                path=path,
            )


@archive_rule("tidigare-id")
def former_id_taken(archive: Archive) -> Iterator[Finding]:
    """Ett tidigare id ska vara ett id, och inte höra till ett annat dokument.

    Den gamla adressen leder till dokumentet. Då kan ingen annan sida ligga där.
    """
    claimed: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for entry in archive.documents():
        for number, identity in enumerate(entry.record.former_ids or ()):
            claimed[identity.strip("/")].append((entry.path, number))
    for identity, places in claimed.items():
        for path, number in places:
            if not _ID.fullmatch(identity):
                yield Finding(
                    f"«{identity}» är inget id; skriv det som beslut/<kommun>/<organ>/<år>/<§>, utan .md",
                    key=("tidigare_id", number),
                    path=path,
                )
            elif identity in archive.entries:
                owner = archive.entries[identity].path
                yield Finding(
                    f"id {identity} hör till decisions/{owner}; ta bort raden", key=("tidigare_id", number), path=path
                )
            elif len(places) > 1:
                yield Finding(
                    f"id {identity} står som tidigare id i flera dokument; behåll ett",
                    key=("tidigare_id", number),
                    path=path,
                )


@archive_rule("full-mapp", severity=Severity.WARNING)
def crowded_folder(archive: Archive) -> Iterator[Finding]:
    """En mapp bör ha högst 1 000 filer.

    Över det visar GitHub inte hela mappen.
    """
    paths = [*archive.paths, *archive.attachments]
    folders = Counter(path.rsplit("/", 1)[0] for path in paths)
    first: dict[str, str] = {}
    for path in paths:
        first.setdefault(path.rsplit("/", 1)[0], path)
    for folder, count in folders.items():
        if count > MAX_FILES:
            yield Finding(
                f"mappen har {count} filer och gränsen är {MAX_FILES}; dela upp den per år", path=first[folder]
            )
