"""The parts that drawings are made of: pages of GitHub's, said to be drawn, and a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import cmarkgfm
from markupsafe import Markup

DRAWN = Markup('<p class="made">Skiss: GitHubs sida kan se annorlunda ut</p>')


def page(*parts: Markup) -> Markup:
    """A drawing of one of GitHub's pages."""
    return DRAWN + Markup("").join(parts)


def note(text: str) -> Markup:
    """What the part above means, in Swedish."""
    return Markup('<p class="note">{}</p>').format(text)


def button(name: str, *, plain: bool = False) -> Markup:
    """A button, green unless it is plain."""
    return Markup('<button class="button{}">{}</button>').format(" plain" if plain else "", name)


def box(label: str, value: str, *, rows: int = 1) -> Markup:
    """A box with its label and what is written in it."""
    return Markup('<div class="field"><label>{}<textarea rows="{}">{}</textarea></label></div>').format(
        label, rows, value
    )


def tabs(names: Iterable[str], chosen: str) -> Markup:
    """Tabs, one of them chosen."""
    drawn = Markup("").join(
        Markup('<span role="tab" class="tab" aria-selected="{}">{}</span>').format(str(name == chosen).lower(), name)
        for name in names
    )
    return Markup('<div class="row" role="tablist">{}</div>').format(drawn)


def code(lines: Iterable[str], first: int = 1, hit: int = 0) -> Markup:
    """Lines of a file with their numbers; the line `hit` stands out."""
    drawn = Markup("").join(
        Markup('<div class="{}"><i>{}</i>{}</div>').format("hit" if number == hit else "", number, line)
        for number, line in enumerate(lines, first)
    )
    return Markup('<div class="box code" role="group" aria-label="Filens innehåll">{}</div>').format(drawn)


def screen(command: str, output: str) -> Markup:
    """A terminal with a command and what it printed."""
    lines = Markup("").join(Markup("<div>{}</div>").format(line) for line in output.rstrip().split("\n"))
    return Markup('<div class="screen" role="group" aria-label="Terminal"><div class="typed">{}</div>{}</div>').format(
        command, lines
    )


def markdown(text: str) -> Markup:
    """Text as GitHub would show it."""
    return Markup(cmarkgfm.github_flavored_markdown_to_html(text))  # noqa: S704 - the repository's own


def field(part: Mapping[str, Any], value: str = "", rows: int = 3) -> Markup:
    """One part of an issue form (GitHub's form schema: markdown, input, textarea, dropdown, checkboxes), with a value in it."""
    given = part["attributes"]
    if part["type"] == "markdown":
        return Markup('<div class="box">{}</div>').format(markdown(given["value"]))
    must = Markup(' <span class="must">*</span>') if part.get("validations", {}).get("required") else ""
    help_ = Markup('<p class="help">{}</p>').format(given["description"]) if given.get("description") else ""
    label = Markup('<span class="label">{}{}</span>{}').format(given["label"], must, help_)
    return Markup('<div class="field">{}{}</div>').format(label, _control(part, value, rows))


def _control(part: Mapping[str, Any], value: str, rows: int) -> Markup:
    given = part["attributes"]
    if part["type"] == "checkboxes":
        return Markup("").join(
            Markup('<label class="check"><input type="checkbox" checked><span>{}{}</span></label>').format(
                option["label"], Markup(' <span class="must">*</span>') if option.get("required") else ""
            )
            for option in given["options"]
        )
    if part["type"] == "dropdown":
        options = Markup("").join(
            Markup("<option{}>{}</option>").format(" selected" if option == value else "", option)
            for option in given["options"]
        )
        return Markup('<select aria-label="{}">{}</select>').format(given["label"], options)
    named = {"label": given["label"], "hint": given.get("placeholder", ""), "value": value}
    if part["type"] == "textarea":
        return Markup('<textarea aria-label="{label}" rows="{rows}" placeholder="{hint}">{value}</textarea>').format(
            **named, rows=rows
        )
    return Markup('<input aria-label="{label}" placeholder="{hint}" value="{value}">').format(**named)
