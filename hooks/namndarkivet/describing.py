"""The command `namndarkivet schema`: what a document holds, for programs and editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from namndarkivet.asking.schema import schemas
from namndarkivet.asking.snippets import snippets
from namndarkivet.writing import write_whole

REGISTER = "register.schema.json"


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen som filerna skrivs i; annars skrivs allt på skärmen.",
)
@click.option("--vscode", "editor", is_flag=True, help="Skriv i stället det som VS Code behöver.")
def schema(out: Path | None, editor: bool) -> None:
    """Skriv JSON Schema (2020-12) för dokumentens uppgifter, ett för varje sort.

    Med --vscode: kodsnuttarna för dokumenten och schemat för registren (namndarkivet schema --vscode --out .vscode).
    """
    files = for_editor() if editor else {name: _text(one) for name, one in schemas().items()}
    if out is None:
        whole = {name: json.loads(text) for name, text in files.items()}
        click.echo(_text(whole), nl=False)
        return
    for name, text in files.items():
        try:
            write_whole(out / name, text)
        except OSError as error:
            raise click.UsageError(f"{out / name} gick inte att skriva ({type(error).__name__})") from None
        click.echo(f"Skrev {out / name}")


def for_editor() -> dict[str, str]:
    """The files of `.vscode/` that are made of the model, by name."""
    return {"markdown.code-snippets": snippets(), REGISTER: _text(schemas()[REGISTER])}


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
