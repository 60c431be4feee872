"""The questions as options of a command: `--rubrik`, `--källa.titel`, `--ämnen` (once for each), `--svar '{…}'`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from namndarkivet.asking.draft import value_problems
from namndarkivet.asking.questions import KINDS, Question, questions
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value
from namndarkivet.problem import did_you_mean
from namndarkivet.source import parse

NONE = frozenset({"-", "inga", "ingen", "inget"})
"""Answers that say that there are none of what a list is for."""
_LINKS = frozenset({"nästa"})
"""A key whose option means something else: the document that the new one comes after."""


def tidy(written: str) -> str:
    """An answer as it is kept: in NFC, without space around. Raises ValueError, for the reader, for what is no text."""
    text = unicodedata.normalize("NFC", written).strip()
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("svaret har tecken som inte går att läsa; skriv dem på nytt") from None
    return text


def options() -> dict[str, list[click.Option]]:
    """The options for all kinds of documents, under the kinds that have them: «beslut, cirkulär»."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    asked: dict[tuple[str, ...], tuple[Question, Question]] = {}
    for kind in KINDS:
        for way, one, top in _leaves(kind):
            asked.setdefault(way, (one, top))
            kinds.setdefault(way, []).append(kind.value)
    groups: dict[str, list[click.Option]] = {}
    for way, (one, top) in asked.items():
        title = "alla sorter" if len(kinds[way]) == len(KINDS) else ", ".join(kinds[way])
        groups.setdefault(title, []).append(_option(way, one, top))
    return dict(sorted(groups.items(), key=lambda group: -group[0].count(",") - 9 * (group[0] == "alla sorter")))


def _leaves(kind: Shelf) -> Iterator[tuple[tuple[str, ...], Question, Question]]:
    """What one option answers: a whole key, or a single part of it; with the way to it, and the key's own question."""
    for top in questions(kind):
        if top.key in _LINKS:
            continue
        if top.parts and not top.many:
            for part in top.parts:
                yield (top.key, part.key), part, top
        else:
            yield (top.key,), top, top


def _option(way: Sequence[str], one: Question, top: Question) -> click.Option:
    name = ".".join(way)
    names = dict.fromkeys([f"--{name.replace('_', '-')}", f"--{name}"])
    told = one.help.rstrip(".")
    if len(way) > 1:
        told = f"{top.label}: {told[:1].lower()}{told[1:]}"
    if one.choices:
        told += f": {', '.join(one.choices)}"
    if one.parts:
        told += f", var och en så här: '{{{', '.join(f'{part.key}: …' for part in one.parts)}}}'"
    if one.many:
        told += ". Flera: en gång för varje. Inga enligt källan: -"
    metavar = "" if one.choices else one.form.value.upper()
    return click.Option([*names, dest(way)], multiple=one.many, metavar=metavar or "VAL", help=f"{told}.")


class AskingCommand(click.Command):
    """A command whose help shows the options for each kind of document by themselves."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, in groups."""
        groups = {title: {option.name for option in group} for title, group in options().items()}
        of_fields = {name for names in groups.values() for name in names}
        own = [one for one in self.get_params(ctx) if isinstance(one, click.Option) and one.name not in of_fields]
        sections = {"Vad som ska skrivas": own} | {
            f"Uppgifter: {title}": [one for one in self.get_params(ctx) if one.name in names]
            for title, names in groups.items()
        }
        for title, listed in sections.items():
            with formatter.section(title):
                formatter.write_dl([row for one in listed if (row := one.get_help_record(ctx))])


def dest(way: Sequence[str]) -> str:
    """The name that an option's value has among a command's arguments."""
    return "__".join(way)


def read_options(kind: Shelf, given: Mapping[str, Any]) -> dict[str, Value | None]:
    """The answers that options give: front matter's values; None for one given as "", which says that the source does not
    say. Raises click.UsageError, with all that is wrong.
    """
    answers: dict[str, Value | None] = {}
    wrong = list(_strangers(kind, given))
    for way, one, top in _leaves(kind):
        written = given.get(dest(way))
        if written is None or written == ():
            continue
        try:
            value = _many(one, written) if one.many else tidy(written) or None
        except ValueError as error:
            wrong.append(f"--{'.'.join(way)}: {error}")
            continue
        if value is not None:
            wrong += [f"--{'.'.join(way)}: {message}" for message in value_problems(one, value)]
        if len(way) == 1:
            answers[top.key] = value
        elif value is not None:
            held = answers.setdefault(top.key, {})
            if isinstance(held, dict):
                held[way[1]] = value
    wrong += _incomplete(kind, answers)
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return answers


def _strangers(kind: Shelf, given: Mapping[str, Any]) -> Iterator[str]:
    """What is said of options that this kind of document does not have."""
    known = {dest(way) for way, _, _ in _leaves(kind)}
    for name, value in given.items():
        if value not in {None, ()} and name not in known:
            shown = name.replace("__", ".")
            hint = did_you_mean(shown, [one.key for one in questions(kind)])
            yield f"{kind.value} har ingen uppgift «{shown}»{hint or '; den hör till en annan sort'}"


def _incomplete(kind: Shelf, answers: Mapping[str, Value | None]) -> Iterator[str]:
    """Of a value with parts, those that it needs and does not have."""
    for one in questions(kind):
        value = answers.get(one.key)
        if one.parts and not one.many and isinstance(value, dict):
            for part in one.parts:
                if part.required and part.key not in value:
                    yield f"--{one.key}.{part.key} saknas ({part.help.rstrip('.').lower()})"


def _many(one: Question, written: Sequence[str]) -> list[Value] | None:
    texts = [tidy(text) for text in written]
    if texts == [""]:
        return None
    if len(texts) == 1 and texts[0].casefold() in NONE:
        return []
    return [_parts(one, text) for text in texts] if one.parts else list(texts)


def _parts(one: Question, written: str) -> Value:
    """A value with keys of its own, as YAML writes it on one line. Raises ValueError."""
    source = parse("", f"---\nx: {written}\n---\n".encode())
    value = source.data.get("x")
    if isinstance(value, dict) and len(source.data) == 1 and not source.odd:
        return value
    needed = [part for part in one.parts if part.required] or list(one.parts[:2])
    example = ", ".join(f"{part.key}: {part.choices[0] if part.choices else '…'}" for part in needed)
    raise ValueError(f"skriv så här: --{one.key} '{{{example}}}'; sätt citattecken om en text med kolon eller komma")
