"""The questions as snippets for VS Code: a new document of each kind with its closed lists to choose from, and every key
that may be added to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from namndarkivet.addresses import slug
from namndarkivet.asking.draft import Draft, headings
from namndarkivet.asking.questions import KINDS, Form, Question, questions
from namndarkivet.filing import Shelf

_EXAMPLES = {Form.DATE: "ÅÅÅÅ-MM-DD", Form.YEAR: "ÅÅÅÅ"}


def snippets() -> str:
    """The file `markdown.code-snippets`."""
    found: dict[str, dict[str, object]] = {}
    for kind in KINDS:
        found[f"Nytt dokument: {kind}"] = {
            "prefix": [f"nytt-{slug(kind)}", f"nytt {kind}"],
            "description": f"Ett nytt dokument: {kind}, med de uppgifter som måste finnas.",
            "body": _document(kind),
        }
    for one, kinds in _additions():
        found[f"Uppgift: {one.key}{_apart(found, one, kinds)}"] = {
            "prefix": sorted({f"uppgift-{one.key}", f"uppgift-{slug(one.key)}"}),
            "description": f"{one.help} ({', '.join(kinds)})",
            "body": _Stops().lines(one, indent=""),
        }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _additions() -> Iterator[tuple[Question, list[Shelf]]]:
    """The questions that need no answer, each once with the kinds of documents that have it."""
    kinds: dict[tuple[str, str, tuple[str, ...]], list[Shelf]] = {}
    first: dict[tuple[str, str, tuple[str, ...]], Question] = {}
    for kind in KINDS:
        for one in questions(kind):
            if not one.required:
                name = (one.key, one.help, one.choices)
                first.setdefault(name, one)
                kinds.setdefault(name, []).append(kind)
    for name, one in first.items():
        yield one, kinds[name]


def _apart(found: dict[str, dict[str, object]], one: Question, kinds: list[Shelf]) -> str:
    """What tells two keys of one name apart."""
    return f" ({', '.join(kinds)})" if f"Uppgift: {one.key}" in found else ""


def _document(kind: Shelf) -> list[str]:
    stops = _Stops()
    lines = ["---"]
    for one in questions(kind):
        if one.kept and (one.required or one.instead):
            lines += stops.lines(one, indent="")
    body = headings(Draft(kind)).strip("\n")
    return [*lines, "---", *([""] if body else []), *body.split("\n"), "$0"]


@dataclass(slots=True)
class _Stops:
    """The places that the cursor stops at, counted from 1."""

    count: int = 0

    def lines(self, one: Question, indent: str) -> list[str]:
        """The lines of a key: what it needs, and of its parts those that it needs or, where it needs none, all."""
        if one.parts:
            needed = [part for part in one.parts if part.required] or [part for part in one.parts if not part.parts]
            deeper = indent + ("    " if one.many else "  ")
            rows = [line for part in needed for line in self.lines(part, deeper)]
            if one.many:
                rows[0] = f"{indent}  - {rows[0].strip()}"
            return [f"{indent}{one.key}:", *rows]
        if one.many:
            return [f"{indent}{one.key}:", f"{indent}  - {self.stop(one)}"]
        return [f"{indent}{one.key}: {self.stop(one)}"]

    def stop(self, one: Question) -> str:
        """A place to write in: a list to choose from, or what shall be written."""
        self.count += 1
        if one.choices:
            choices = ",".join(re.sub(r"([,|])", r"\\\1", choice) for choice in one.choices)
            return f"${{{self.count}|{choices}|}}"
        return f"${{{self.count}:{_EXAMPLES.get(one.form, one.label.lower())}}}"
