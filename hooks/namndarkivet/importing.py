"""The command `namndarkivet import`: minutes in, drafts out."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from namndarkivet import report
from namndarkivet.addresses import slug
from namndarkivet.archive import open_archive
from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.drafts import Draft, Origin, drafts, private
from namndarkivet.importers.explain import explain
from namndarkivet.importers.files import fetch, reader_of
from namndarkivet.importers.labelled import labelled
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.minutes import Minutes, read_minutes
from namndarkivet.importers.shelving import Outcome, Shelf, Shelved
from namndarkivet.index import Archive
from namndarkivet.problem import Severity, did_you_mean
from namndarkivet.register import municipalities
from namndarkivet.settings import decisions_folder
from namndarkivet.swedish import count
from namndarkivet.terminal import progress, shown


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read: its name, SHA-256, and what is in it."""

    path: Path
    sha256: str
    minutes: Minutes


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL…")
@click.option("--kommun", "municipality", help="Kommunen, om filen inte säger den.")
@click.option("--organ", "body", help="Organet, om filen inte säger det.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["md", "json"]),
    default="md",
    help="Utkast som filer, eller uppgifterna som JSON.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen som utkasten skrivs i; annars arkivets egen.",
)
@click.option("--replace", is_flag=True, help="Ersätt dokument som redan finns och skiljer sig.")
@click.option("--explain", "explained", is_flag=True, help="Visa vad varje steg gjorde av filen, och skriv inget.")
def import_minutes(  # noqa: PLR0913, PLR0917 - the options of a command
    files: tuple[Path, ...],
    municipality: str | None,
    body: str | None,
    shape: str,
    out: Path | None,
    replace: bool,
    explained: bool,
) -> None:
    """Gör utkast av protokoll: PDF, Word (DOCX), webbsida eller text, ett beslut eller ett helt protokoll.

    Bara det som texten säger följer med. Det som kan vara fel läst står med «# kontrollera». Slutkod 1 när någon fil inte gick att läsa; de andra importeras ändå.
    """
    if municipality and municipalities().find(municipality) is None:
        names = [m.name for m in municipalities().by_code.values()]
        raise click.UsageError(f"det finns ingen kommun {municipality}{did_you_mean(municipality, names)}")
    if body and not 0 < len(slug(body)) <= _LONGEST_BODY:
        raise click.UsageError(f"--organ är organets namn, till exempel Socialnämnden; «{body[:60]}» är det inte")
    found, failed = _read_all(files)
    if explained:
        for one in found:
            click.echo(f"{one.path.name}\n" + "\n".join(explain(one.minutes)))
    elif shape == "json":
        click.echo(
            json.dumps(
                [entry for one in found for entry in labelled(one.minutes, one.path.name)], ensure_ascii=False, indent=1
            )
        )
    elif found:
        _write(found, municipality, body, out or decisions_folder(), replace=replace)
    sys.exit(1 if failed else 0)


def _read_all(files: tuple[Path, ...]) -> tuple[list[_Read], int]:
    found: list[_Read] = []
    failed = 0
    with progress("Läser protokollen") as told:
        for number, path in enumerate(files):
            try:
                found.append(_read(path))
            except ImportFileError as error:
                failed += 1
                click.echo(f"{path}: {str(error).rstrip('.?')}{'?' if str(error).endswith('?') else '.'}", err=True)
            if told:
                told(number + 1, len(files))
    return found, failed


def _read(path: Path) -> _Read:
    sha256, minutes = bounded(_work, path)
    if not minutes.items:
        raise ImportFileError("innehåller ingen paragraf (§); är det ett protokoll?")
    return _Read(path, sha256, minutes)


def _work(path: Path) -> tuple[str, Minutes]:
    data = fetch(path)
    return hashlib.sha256(data).hexdigest(), read_minutes(reader_of(data)(data))


def _write(found: list[_Read], municipality: str | None, body: str | None, out: Path, *, replace: bool) -> None:
    home = decisions_folder()
    archive: Archive | None = None
    if home.is_dir():
        with progress("Läser arkivet") as told:
            archive, _ = open_archive(home, shown=shown(home), bodies=False, progress=told)
    shelf = Shelf(out, replace=replace)
    counted = dict.fromkeys(Outcome, 0)
    written: list[Path] = []
    checks = 0
    for one in found:
        name = unicodedata.normalize("NFC", one.path.name.encode("utf-8", "replace").decode())
        origin = Origin(name, one.sha256, municipality, body)
        made = _drafts(one, origin, archive)
        click.echo(f"{name}: {len(one.minutes.items)} §{_known(made, archive, out)}")
        for item in one.minutes.items:
            if numbers := private(item):
                click.echo(
                    f"  § {item.paragraph.number} skrevs inte: {', '.join(numbers)} ser ut som ett personnummer; sådant får inte publiceras"
                )
        for shelved in shelf.put(made, _before(archive, one.sha256) if out == home else {}):
            counted[shelved.outcome] += 1
            checks += len(shelved.draft.check)
            written.append(shelved.path)
            click.echo(_told(shelved, out))
    click.echo(", ".join(f"{number} {_COUNTED[outcome]}" for outcome, number in counted.items() if number) + ".")
    if checks:
        click.echo(
            f"Kontrollera mot protokollet: {count(checks, 'ställe', 'ställen')}, se ovan. Ta bort märket «# kontrollera» när det är gjort; "
            "granskningen stoppar tills dess."
        )
    click.echo("Är protokollet justerat, och får texten publiceras? Beslut om enskilda hör inte hemma i arkivet.")
    _checked(out, written)


def _before(archive: Archive | None, sha256: str) -> dict[str, str]:
    """The documents that were made from the same file, by number of §."""
    entries = archive.decisions if archive else ()
    return {entry.record.paragraph: entry.path for entry in entries if entry.record.source.sha256 == sha256}


_LONGEST_BODY = 100
"""Characters of a body's name at most: it becomes a folder's."""
_COUNTED = {
    Outcome.WRITTEN: "skrivna",
    Outcome.REPLACED: "ersatta",
    Outcome.SAME: "fanns redan, oförändrade",
    Outcome.CLASHES: "krockar med en fil som finns (inget ändrat)",
    Outcome.FAILED: "gick inte att skriva",
    Outcome.DIFFERS: "finns redan och skiljer sig (inget ändrat; --replace ersätter)",
}


def _drafts(one: _Read, origin: Origin, archive: Archive | None) -> tuple[Draft, ...]:
    from namndarkivet.filing import Registers  # noqa: PLC0415 - only where there is no archive

    return drafts(one.minutes, origin, archive.registers if archive else Registers({}), archive)


def _known(made: tuple[Draft, ...], archive: Archive | None, out: Path) -> str:
    there = sum(1 for draft in made if any((out / draft.path).parent.glob(f"{draft.stem}*.md"))) if out.is_dir() else 0
    return f", sammanträdet finns redan i arkivet ({count(there, 'fil', 'filer')})" if archive and there else ""


def _told(shelved: Shelved, out: Path) -> str:
    path = shelved.path.relative_to(out).as_posix()
    lines = [f"  {shelved.outcome.value} {path}"]
    if shelved.outcome is Outcome.SAME:
        return lines[0]
    lines += [f"    kontrollera {check}" for check in shelved.draft.check]
    lines += [f"    saknas: {word}; lägg till {word} ({_HOW[word]})" for word in shelved.draft.missing]
    lines += [f"    {line}" for line in shelved.difference.splitlines()]
    return "\n".join(lines)


_HOW = {
    "rubrik": "skriv rubriken som protokollet har den",
    "kommun": "eller importera med --kommun",
    "organ": "eller importera med --organ",
    "datum": "eller år, och lägg filen i rätt mapp",
}


def _checked(out: Path, written: list[Path]) -> None:
    """Run the check over what was written, so that the author sees at once what must be added."""
    _, problems = open_archive(out, shown=shown(out), bodies=False)
    names = {f"{shown(out)}/{path.relative_to(out).as_posix()}" for path in written}
    errors = [problem for problem in problems if problem.path in names and problem.severity is Severity.ERROR]
    marked = sum(1 for problem in errors if problem.rule == "kontrollera")
    others = [problem for problem in errors if problem.rule != "kontrollera"]
    alike = Counter((problem.rule, problem.message) for problem in others)
    shown_once = [
        problem
        for number, problem in enumerate(others)
        if (problem.rule, problem.message) not in {(p.rule, p.message) for p in others[:number]}
    ]
    if shown_once:
        click.echo("\nInnan utkasten kan skickas in:\n" + report.text(shown_once))
        for (_, message), number in alike.items():
            if number > 1:
                click.echo(f"(Samma sak i {number} utkast: {message})")
    elif not marked:
        click.echo("Utkasten klarar granskningen (namndarkivet check).")
    else:
        click.echo("Utkasten klarar granskningen när märkena «# kontrollera» är borta.")
