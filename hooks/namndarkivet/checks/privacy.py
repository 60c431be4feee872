"""Rules about what may not leave the machine: personal identity numbers, and hints of one person's private life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from namndarkivet.attached import Attached, attached
from namndarkivet.checks.rule import archive_rule, document_rule
from namndarkivet.entry import Reading
from namndarkivet.index import Archive
from namndarkivet.model import Document, Record
from namndarkivet.personal_numbers import Found, Grade, find
from namndarkivet.private_facts import Fact, Hint, hints
from namndarkivet.problem import Finding, Mark, Severity

_SINCE = date(2026, 11, 22)
_TAKE_AWAY = "personnummer får aldrig publiceras; ta bort det. Har filen redan skickats in, läs «Om något privat redan har skickats» i CONTRIBUTING.md"


@document_rule("personnummer", Record, since=_SINCE, everywhere=True)
def personal_number(reading: Reading[Record]) -> Iterator[Finding]:
    """Ett dokument ska inte ha personnummer eller samordningsnummer.

    Personnummer får inte publiceras i arkivet, inte heller i kommentarer eller i ett förslag som ännu inte är godkänt: förslaget kan
    läsas av alla. Ta bort numret. Gäller beslutet en enskild hör det inte hemma i arkivet. Numret känns igen på sin kontrollsiffra,
    och visas aldrig helt i granskningens meddelanden.
    """
    for found, mark in _numbers(reading, Grade.SURE):
        yield Finding(f"{found.masked} är ett personnummer; {_TAKE_AWAY}", mark=mark)


@document_rule("misstänkt-personnummer", Record, severity=Severity.WARNING, since=_SINCE)
def suspected_number(reading: Reading[Record]) -> Iterator[Finding]:
    """Ett nummer bör inte se ut som ett personnummer.

    Kontrollsiffran är fel, eller så säger ordet före att det är något annat. Är det ett felskrivet personnummer ska det bort. Är det
    ett telefonnummer eller ett avtalsnummer kan det stå kvar.
    """
    for found, mark in _numbers(reading, Grade.SUSPECTED):
        yield Finding(f"{found.masked} ser ut som ett personnummer; är det ett, ta bort det", mark=mark)


def _numbers(reading: Reading[Record], grade: Grade) -> Iterator[tuple[Found, Mark]]:
    """The numbers of one grade in a file, with their places. What stands on two lines is marked to the end of the first."""
    text = reading.source.text
    for found in _found(text):
        if found.grade is grade:
            yield found, _mark(text, found)


@lru_cache(maxsize=1)
def _found(text: str) -> tuple[Found, ...]:
    """Several rules ask about the same text, one after the other."""
    return tuple(find(text))


@lru_cache(maxsize=1)
def _hints(text: str) -> tuple[Hint, ...]:
    return tuple(hints(text))


def _mark(text: str, found: Found | Hint) -> Mark:
    """The place of a stretch of a text."""
    before = text.rfind("\n", 0, found.start) + 1
    stretch = text[found.start : found.end].partition("\n")[0]
    column = found.start - before + 1
    return Mark(text.count("\n", 0, found.start) + 1, column, column + len(stretch))


@archive_rule("personnummer-i-filnamn", since=_SINCE, everywhere=True)
def number_in_name(archive: Archive) -> Iterator[Finding]:
    """Ett filnamn ska inte ha personnummer.

    Namnet blir en adress, och följer med i alla listor. Döp om filen.
    """
    for path in (*(entry.path for entry in archive.entries.values()), *archive.attachments):
        for found in find(path):
            yield Finding(
                f"filnamnet har {found.masked}, som är eller ser ut som ett personnummer; döp om filen", path=path
            )


@archive_rule("personnummer-i-bilaga", since=_SINCE, everywhere=True)
def number_in_attachment(archive: Archive) -> Iterator[Finding]:
    """En bilaga ska inte ha personnummer.

    Också PDF- och Word-filer läses, med sina dolda uppgifter om författare och titel. Ett svart streck över en siffra i en PDF döljer den
    bara för ögat. Ta fram bilagan på nytt utan uppgiften.
    """
    for path, found in _attached_numbers(archive, Grade.SURE):
        yield Finding(f"bilagan har personnumret {found.masked}; {_TAKE_AWAY}", path=path)


@archive_rule("misstänkt-personnummer-i-bilaga", severity=Severity.WARNING, since=_SINCE)
def suspected_in_attachment(archive: Archive) -> Iterator[Finding]:
    """En bilaga bör inte ha nummer som ser ut som personnummer."""
    for path, found in _attached_numbers(archive, Grade.SUSPECTED):
        yield Finding(
            f"bilagan har {found.masked}, som ser ut som ett personnummer; är det ett, ta bort det", path=path
        )


@archive_rule("oläst-bilaga", severity=Severity.WARNING, since=_SINCE)
def unread_attachment(archive: Archive) -> Iterator[Finding]:
    """En bilaga bör vara en PDF, ett Word-dokument eller en text, så att den kan granskas.

    En inläst bild, en låst eller en trasig fil kan inte letas igenom efter personuppgifter. Läs igenom den själv, eller ta fram den som
    text.
    """
    for path in archive.attachments:
        if (read := _read(archive, path)).why:
            yield Finding(f"bilagan kan inte granskas: {read.why}; läs igenom den efter personuppgifter", path=path)


def _attached_numbers(archive: Archive, grade: Grade) -> Iterator[tuple[str, Found]]:
    for path in archive.attachments:
        yield from ((path, found) for found in _read(archive, path).numbers if found.grade is grade)


def _read(archive: Archive, path: str) -> Attached:
    """What was read of an attachment; the first question reads all of them."""
    named = tuple((one.sha256, str(archive.root / one.path)) for one in archive.attachments.values())
    return _all(named)[str(archive.root / path)]


@lru_cache(maxsize=2)
def _all(named: tuple[tuple[str, str], ...]) -> Mapping[str, Attached]:
    """What was read of files, by checksum and path: once for as long as they are the same, since serve asks again at every change."""
    return attached([path for _, path in named])


_ABOUT = {
    Fact.BIRTH: "någons födelsedatum; behövs det, och får det publiceras?",
    Fact.HOME: "någons hemadress; behövs den, och får den publiceras?",
    Fact.HEALTH: "någons hälsa eller stöd; gäller det en enskild hör det inte hemma i arkivet",
}


def _told(reading: Reading[Record], fact: Fact) -> Iterator[Finding]:
    text = reading.source.text
    for hint in _hints(text):
        if hint.fact is fact:
            yield Finding(f"texten tycks berätta om {_ABOUT[fact]}", mark=_mark(text, hint))


@document_rule("födelsedatum", Document, severity=Severity.WARNING, since=_SINCE)
def birth(reading: Reading[Record]) -> Iterator[Finding]:
    """En text bör inte ha någons födelsedatum, eller ett personnummer utan de fyra sista.

    Datum och namn tillsammans räcker för att peka ut någon. Ta bort datumet om det inte behövs.
    """
    yield from _told(reading, Fact.BIRTH)


@document_rule("hemadress", Document, severity=Severity.WARNING, since=_SINCE)
def home(reading: Reading[Record]) -> Iterator[Finding]:
    """En text bör inte ha någons hemadress.

    En skolas eller ett stadshus adress kan stå kvar. Var någon bor hör sällan till beslutet.
    """
    yield from _told(reading, Fact.HOME)


@document_rule("hälsouppgift", Document, severity=Severity.WARNING, since=_SINCE)
def health(reading: Reading[Record]) -> Iterator[Finding]:
    """En text bör inte tala om hälsan hos någon som nämns vid namn.

    Beslut om en enskild persons vård, stöd eller bidrag hör inte hemma i arkivet. En plan eller en motion om ohälsa gör det.
    """
    yield from _told(reading, Fact.HEALTH)
