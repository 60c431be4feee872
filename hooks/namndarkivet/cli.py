"""The command `namndarkivet`: the only place, with `publish`, that writes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import click

from namndarkivet import report
from namndarkivet.archive import open_archive
from namndarkivet.command import SwedishGroup
from namndarkivet.index import Archive
from namndarkivet.problem import Problem, Severity
from namndarkivet.proposed import changes
from namndarkivet.searching import synonyms
from namndarkivet.settings import DECISIONS, DEVIATION, TOLERANCE, SettingError, decisions_folder, percent, site_url
from namndarkivet.talkback import talkbacks
from namndarkivet.terminal import progress, shown
from namndarkivet.touched import touched

FOLDERS = ("beslut", "kommuner", "rekommendationer", "cirkular")


@click.group(cls=SwedishGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="namndarkivet", message="%(version)s")
def main() -> None:
    """Nämndarkivet: arkivet över kommunala nämnders beslut."""


class _Percent(click.ParamType[Decimal]):
    name = "procent"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        try:
            return percent(str(value), "--avvikelse")
        except SettingError as error:
            return self.fail(str(error), param, ctx)


def run() -> None:
    """The program: the command, and then the end at once. Python would otherwise first take apart, object by object, what was
    read of tens of thousands of documents.
    """
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            click.echo(end.code, err=True)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[SÖKVÄG]…")
@click.option(
    "--format", "shape", type=click.Choice(["text", "github", "json"]), default="text", help="Hur felen skrivs."
)
@click.option(
    "--avvikelse",
    "tolerance",
    type=_Percent(),
    default=str(TOLERANCE),
    envvar=DEVIATION,
    help="Procent som en kostnad får skilja från andelen enligt nyckeln utan varning.",
)
def check(paths: tuple[Path, ...], shape: str, tolerance: Decimal) -> None:
    """Granska dokumenten: alla fel i alla filer på en gång.

    Utan SÖKVÄG granskas hela arkivet. Slutkod 0: inga fel (varningar stoppar inte), 1: fel, 2: kommandot är felskrivet.
    """
    problems: list[Problem] = []
    read: list[tuple[Archive, str]] = []
    documents = tuple(path for path in paths if path.name != synonyms.FILE)
    for root, name, only in _roots(documents) if documents or not paths else ():
        with progress("Granskar") as told:
            archive, found = open_archive(
                root, shown=name, bodies=False, progress=told, tolerance=tolerance, touched=touched(paths, root)
            )
        read.append((archive, name))
        problems += [p for p in found if only is None or any(_within(p.path, path) for path in only)]
    for docs in {path.parent for path in paths if path.name == synonyms.FILE} if paths else {Path("docs")}:
        synonyms.table(docs, problems)
    if shape == "github":
        proposal = changes()
        changed = {change.path for change in proposal}
        click.echo(report.github(problems, changed))
        _step_summary([report.step_summary(problems, changed, site_url()), *talkbacks(read, proposal)])
    else:
        click.echo(report.as_json(problems) if shape == "json" else report.text(problems))
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _roots(paths: Sequence[Path]) -> list[tuple[Path, str, list[Path] | None]]:
    """The documents folders that the arguments mean, how each is named, and what in it to report (None: all)."""
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"{path} finns inte")
    if not paths:
        root = decisions_folder()
        if not root.is_dir():
            raise click.UsageError(f"mappen {root} finns inte; stå i arkivets mapp, eller ange {DECISIONS}")
        return [(root, shown(root), None)]
    found: dict[Path, list[Path] | None] = {}
    for path in paths:
        root = _root_of(path)
        if root == path:
            found[root] = None
        elif found.get(root, []) is not None:
            found.setdefault(root, [])
            found[root] = [*(found[root] or []), path]
    return [(root, shown(root), only) for root, only in found.items()]


def _root_of(path: Path) -> Path:
    """The documents folder that a path lies in; a folder that is none by its subfolders is taken as one itself."""
    named = decisions_folder().resolve()
    here = path.resolve()
    if here != named and here.is_relative_to(named):
        return decisions_folder()
    folder = path if path.is_dir() else path.parent
    for candidate in (folder, *folder.resolve().parents):
        if candidate.is_dir() and any((candidate / name).is_dir() for name in FOLDERS):
            return candidate
    return folder


def _within(problem_path: str, wanted: Path) -> bool:
    return _placed(Path(problem_path)).is_relative_to(_placed(wanted))


def _placed(path: Path) -> Path:
    """Where a file or folder lies, not where it leads to if it is a link: a link may lead out, or to itself."""
    return path.parent.resolve() / path.name


def _step_summary(parts: Sequence[str]) -> None:
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8", errors="replace") as summary:
            summary.write("\n".join(parts))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Mappen som sidorna skrivs till.")
def pages(out: Path) -> None:
    """Skriv arkivets sidor som HTML och Markdown med huvud, för en annan sajtgenerator."""
    from namndarkivet.export import export_pages  # noqa: PLC0415 - the renderer is not needed for the other commands

    root = decisions_folder()
    if not root.is_dir():
        raise click.UsageError(f"mappen {root} finns inte; stå i arkivets mapp, eller ange {DECISIONS}")
    with progress("Läser") as told:
        archive, problems = open_archive(root, shown=shown(root), progress=told)
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo(report.text(problems), err=True)
        sys.exit(1)
    if out.exists() and any(out.iterdir()):
        raise click.UsageError(f"mappen {out} är inte tom; ange en ny")
    with progress("Skriver") as told:
        count = export_pages(archive, out, told)
    click.echo(f"{count} sidor i {out}")


@main.command()
def publish() -> None:
    """Bygg sajten, som `mkdocs build --strict`."""
    sys.exit(subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], check=False).returncode)
