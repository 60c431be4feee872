"""The command `namndarkivet new`: a document from answers, in the terminal or by options alone, where it belongs."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import click

from namndarkivet import report
from namndarkivet.addresses import slug
from namndarkivet.archive import check_and_index
from namndarkivet.asking.conversation import Conversation
from namndarkivet.asking.draft import Draft, headings, path, place
from namndarkivet.asking.flags import AskingCommand, options, read_options, tidy
from namndarkivet.asking.links import LinkError, Other, next_of, others, replaced_by_new, with_line
from namndarkivet.asking.questions import KINDS
from namndarkivet.entry import Entry, Loaded
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value
from namndarkivet.index import Archive
from namndarkivet.load import load, reread
from namndarkivet.model import Decision
from namndarkivet.problem import Severity, did_you_mean
from namndarkivet.settings import DECISIONS, SettingError, decisions_folder, tolerance
from namndarkivet.swedish import enumerate_
from namndarkivet.terminal import progress, shown
from namndarkivet.writing import write_whole


class _Kind(click.ParamType[Shelf]):
    name = "sort"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Shelf:
        if isinstance(value, Shelf):
            return value
        named = {kind.value: kind for kind in KINDS}
        found = next((kind for kind in KINDS if slug(kind) == slug(str(value))), None)
        if found is None:
            hint = did_you_mean(str(value), named) or f"; välj bland {enumerate_(list(named))}"
            self.fail(f"det finns ingen sorts dokument «{value}»{hint}", param, ctx)
        return found


@click.command(
    "new",
    cls=AskingCommand,
    params=[option for group in options().values() for option in group],
    context_settings={"token_normalize_func": lambda name: unicodedata.normalize("NFC", name)},
)
@click.argument("kind", required=False, type=_Kind(), metavar="[SORT]")
@click.option("--nästa", "after", metavar="ID", help="Nästa steg efter beslutet med detta id; det får raden nästa.")
@click.option(
    "--text", "body", metavar="FIL", help="Filen med dokumentets text, - för det som skickas in; annars tomma rubriker."
)
@click.option("--kort-rubrik", "short", default="", metavar="ORD", help="Orden i filens namn; annars de i rubriken.")
def new(
    kind: Shelf | None,
    after: str | None,
    body: str | None,
    short: str,
    **answers: Any,  # noqa: ANN401 - an option for each question: text, or texts
) -> None:
    """Skriv ett nytt dokument: beslut, cirkulär, rekommendation eller sammanträde.

    Utan val frågar kommandot efter det som behövs. Med val skrivs dokumentet direkt. Det hamnar där det hör hemma, aldrig över en fil som finns, och granskas. Slutkod 1 när granskningen finner fel, 2 när kommandot är felskrivet.

    --nästa ID skriver nästa steg i samma ärende, --ersätter ID en rekommendation som följer på en annan: då får också det äldre dokumentet sin rad.
    """
    try:
        made = _gathered(kind, after, body, short, answers)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nAvbrutet. Inget är skrivet.", err=True)
        sys.exit(130)
    except (LinkError, SettingError) as error:
        raise click.UsageError(f"{error}") from None
    sys.exit(0 if _write(made) else 1)


@dataclass(frozen=True, slots=True)
class _Home:
    """The documents folder, read."""

    loaded: Loaded
    archive: Archive
    name: str

    @classmethod
    def read(cls) -> _Home:
        root = decisions_folder()
        if not root.is_dir():
            raise click.UsageError(f"mappen {root} finns inte; stå i arkivets mapp, eller ange {DECISIONS}")
        with progress("Läser arkivet") as told:
            loaded = load(root, shown=shown(root), bodies=False, progress=told)
        return cls(loaded, check_and_index(loaded, shown(root), tolerance())[0], shown(root))


@dataclass(frozen=True, slots=True)
class _Made:
    """A document that can be written: where, with which text, which lines others get, and what to say when it is done."""

    home: _Home
    path: str
    text: str
    others: tuple[tuple[Other, str], ...]
    unfilled: bool


def _gathered(kind: Shelf | None, after: str | None, body: str | None, short: str, given: Mapping[str, Any]) -> _Made:
    """The document that the options and the answers make; nothing is written yet."""
    talking = at_terminal() and body != "-"
    kind = kind or _implied(after, given) or (_asked_kind() if talking else None)
    if kind is None:
        raise click.UsageError(f"säg vad som ska skrivas: {enumerate_([k.value for k in KINDS])}")
    if after and kind is not Shelf.DECISION:
        raise click.UsageError("--nästa gäller bara beslut")
    answers = read_options(kind, given)
    text = _body(body) if body else None
    home = _Home.read()
    before, suggested = _taken(home.archive, kind, after, answers)
    draft = Draft(kind, {key: value for key, value in answers.items() if value is not None}, short=short)
    taken = {key: value for key, value in suggested.items() if key not in answers}
    talking = talking and bool(_together(draft, taken).missing())
    if talking:
        draft = Conversation(_ask, click.echo, home.archive).document(draft, taken)
        text = _asked_text() if text is None and headings(draft) else text
    else:
        draft = _complete(_together(draft, taken), taken)
    unfilled = text is None and bool(headings(draft))
    draft = replace(draft, body=_with_gap(headings(draft) if text is None else text))
    return _placed(draft, before, home, talking=talking, unfilled=unfilled)


def at_terminal() -> bool:
    """Whether there is someone to ask."""
    return sys.stdin.isatty()


def _implied(after: str | None, given: Mapping[str, Any]) -> Shelf | None:
    if after:
        return Shelf.DECISION
    return Shelf.RECOMMENDATION if given.get("ersätter") else None


def _asked_kind() -> Shelf:
    click.echo("Vad vill du lägga till?")
    for number, kind in enumerate(KINDS, start=1):
        click.echo(f"  {number} {kind.value}")
    while True:
        written = _ask("Nummer eller ord: ").strip()
        if written.isdecimal() and 1 <= int(written) <= len(KINDS):
            return KINDS[int(written) - 1]
        if found := next((kind for kind in KINDS if written and kind.startswith(written.casefold())), None):
            return found
        click.echo(f"  Svara med ett nummer mellan 1 och {len(KINDS)}.")


def _taken(
    archive: Archive, kind: Shelf, after: str | None, answers: Mapping[str, Value | None]
) -> tuple[Entry[Decision] | None, dict[str, Value]]:
    """The decision before, if any, and what is taken over from it or from the recommendation that is replaced."""
    if after:
        return next_of(archive, tidy(after))
    replaced = answers.get("ersätter")
    if kind is Shelf.RECOMMENDATION and isinstance(replaced, str):
        return None, {key: value for key, value in replaced_by_new(archive, replaced).items() if key != "ersätter"}
    return None, {}


def _together(draft: Draft, taken: Mapping[str, Value]) -> Draft:
    return replace(draft, values={**taken, **draft.values})


def _complete(draft: Draft, taken: Mapping[str, Value]) -> Draft:
    """The draft when it has all that it must; what was taken over is told, since nobody was asked."""
    if gaps := draft.missing():
        names = [
            f"--{gap.key}.{next(part.key for part in gap.parts if part.required)}" if gap.parts else f"--{gap.key}"
            for gap in gaps
        ]
        raise click.UsageError(f"uppgifter som måste finnas saknas: {enumerate_(names)}")
    if taken:
        click.echo(f"Övertaget från dokumentet före: {enumerate_(list(taken))}.")
    return draft


def _asked_text() -> str | None:
    while file := _ask("\nFil med källans text (Enter: tomma rubriker att fylla i): ").strip():
        try:
            return _body(file)
        except click.UsageError as error:
            click.echo(f"  Fel: {error.message}.")
    return None


def _ask(prompt: str) -> str:
    answer: str = click.prompt(prompt, default="", show_default=False, prompt_suffix="")
    return answer


def _body(file: str) -> str:
    """The text of a document from a file or from what is sent in."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(f"texten i {file} är inte UTF-8; spara den som UTF-8 och försök igen") from None
    except OSError as error:
        why = "finns inte" if isinstance(error, FileNotFoundError) else "går inte att läsa"
        raise click.UsageError(f"{file} {why}; ange en textfil med --text") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _with_gap(text: str) -> str:
    """A body that begins after an empty line and ends with its last line."""
    lines = text.strip("\n")
    return f"\n{lines}\n" if lines else ""


def _placed(draft: Draft, before: Entry[Decision] | None, home: _Home, *, talking: bool, unfilled: bool) -> _Made:
    """The document in its place, and what becomes of those at the other ends of its links."""
    archive, root = home.archive, home.loaded.root
    where, file = place(draft, archive.registers), path(draft, archive.registers)
    if where is None or file is None:
        _stop(
            "uppgifterna räcker inte för att veta var filen hör hemma; se efter kommun, organ och datum", draft, talking
        )
    there = archive.get(where.id)
    if there or archive.pending(where.id) or (root / file).exists():
        _stop(f"{where.id} finns redan: {home.name}/{there.path if there else file}; ändra den filen", draft, talking)
    if not (root / file).resolve().is_relative_to(root.resolve()):
        _stop(f"mappen för {file} är en länk ut ur arkivet", draft, talking)
    try:
        ends = tuple((end, _edited(root, end)) for end in others(draft, where.id, before, archive))
    except LinkError as error:
        if talking:
            _stop(str(error), draft, talking)
        raise
    return _Made(home, file, draft.text(), ends, unfilled)


def _write(made: _Made) -> bool:
    """Write the document and the other ends of its links, and show what the check says; whether it finds no error."""
    root, name = made.home.loaded.root, made.home.name
    try:
        write_whole(root / made.path, made.text, new=True)
        click.echo(f"Skrev {name}/{made.path}")
        for end, text in made.others:
            write_whole(root / end.path, text)
            click.echo(f"Lade till {end.key}: {end.value} i {name}/{end.path}")
    except OSError as error:
        click.echo(f"{made.text}\nDet gick inte att skriva {name}/{made.path} ({type(error).__name__}).", err=True)
        return False
    right = _check(made.home, [made.path, *(end.path for end, _ in made.others)])
    if made.unfilled:
        click.echo("Öppna filen och klistra in källans text under rubrikerna. Granska sedan med namndarkivet check.")
    return right


def _edited(root: Path, end: Other) -> str:
    """The text of the document at the other end with its new line."""
    try:
        text = (root / end.path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise LinkError(f"{end.path} går inte att läsa; rätta den först: namndarkivet check") from None
    return with_line(text, end)


def _stop(why: str, draft: Draft, talking: bool) -> NoReturn:
    """End without a file; what was typed in a conversation is shown, so that it is not lost."""
    if talking:
        click.echo(f"\nDina svar:\n\n{draft.text()}")
    click.echo(f"{why[:1].upper()}{why[1:]}.", err=True)
    sys.exit(1)


def _check(home: _Home, paths: list[str]) -> bool:
    """Show the problems of these documents as `check` does; whether there is no error among them."""
    loaded = reread(home.loaded, home.name, [home.loaded.root / file for file in paths])
    _, problems = check_and_index(loaded, home.name, tolerance(), lambda _path: True)
    names = {f"{home.name}/{file}" for file in paths} | (set(paths) if home.name == "." else set())
    found = [problem for problem in problems if problem.path in names]
    click.echo(report.text(found))
    return not any(problem.severity is Severity.ERROR for problem in found)
