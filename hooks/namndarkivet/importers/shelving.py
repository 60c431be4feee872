"""Drafts into files: new ones are written, those already there are compared and left alone unless they are to be replaced."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from namndarkivet.addresses import slug
from namndarkivet.importers.drafts import Draft
from namndarkivet.importers.files import said
from namndarkivet.writing import write_whole


class Outcome(StrEnum):
    """What became of a draft."""

    WRITTEN = "skrev"
    REPLACED = "ersatte"
    SAME = "oförändrad"
    DIFFERS = "skiljer sig"
    CLASHES = "krockar"
    FAILED = "gick inte att skriva"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A draft, the file that it became or met, and where the two differ, line by line (or why nothing was written)."""

    draft: Draft
    path: Path
    outcome: Outcome
    difference: str = ""


class Shelf:
    """A documents folder that drafts are put into. It never writes one draft over another, nor over a § of another meeting."""

    def __init__(self, out: Path, *, replace: bool) -> None:
        self.out, self.replace = out, replace
        self.taken: set[Path] = set()

    def put(self, drafts: Iterable[Draft], known: Mapping[str, str]) -> Iterator[Shelved]:
        """Put drafts in. Of a § that has a file already nothing is written, unless they are to be replaced. `known`: the paths of
        the documents made from the same source before, by number of §.
        """
        for draft in drafts:
            try:
                yield self._put(draft, known.get(draft.number))
            except OSError as error:
                yield Shelved(draft, self.out / draft.path, Outcome.FAILED, said(error))

    def _put(self, draft: Draft, known: str | None) -> Shelved:
        target = self.out / draft.path
        if not target.parent.resolve().is_relative_to(self.out.resolve()):
            return Shelved(draft, target, Outcome.FAILED, "mappen är en länk ut ur arkivet")
        there = [self.out / known] if known else met(draft, target)
        path = there[0] if there else target
        if (
            path in self.taken
            and path.exists()
            and _unmarked(path.read_text(encoding="utf-8")) == _unmarked(draft.text)
        ):
            return Shelved(draft, path, Outcome.SAME)
        if len(there) > 1 or path in self.taken:
            others = ", ".join(sorted(other.name for other in there)) or path.name
            return Shelved(draft, path, Outcome.CLASHES, f"samma § finns redan: {others}; inget ändrat")
        self.taken.add(path)
        if there:
            return self._compare(draft, path, path.read_text(encoding="utf-8", errors="replace"))
        write_whole(target, draft.text)
        return Shelved(draft, target, Outcome.WRITTEN)

    def _compare(self, draft: Draft, path: Path, old: str) -> Shelved:
        """What becomes of a draft whose § has a file already."""
        if _unmarked(old) == _unmarked(draft.text):
            return Shelved(draft, path, Outcome.SAME)
        difference = _difference(old, draft.text)
        if why := _why_not(old, draft.text):
            return Shelved(draft, path, Outcome.CLASHES, why)
        if not self.replace:
            return Shelved(draft, path, Outcome.DIFFERS, difference)
        edited = [key for key in _BY_HAND if re.search(rf"^{key}:", old, re.MULTILINE)]
        if edited:
            why = f"någon har skrivit {', '.join(edited)} i filen; ändra den för hand:"
            return Shelved(draft, path, Outcome.CLASHES, f"{why}\n{difference}")
        write_whole(path, draft.text)
        return Shelved(draft, path, Outcome.REPLACED, difference)


def _why_not(old: str, new: str) -> str:
    """Why a file is another §'s, or nothing."""
    days = _value(old, "datum"), _value(new, "datum")
    if all(days) and days[0] != days[1]:
        return f"filen är från sammanträdet {days[0]}; börjar organet om på § 1 vid varje sammanträde ska registret säga «paragrafer: per sammanträde»"
    bodies = _value(old, "organ"), _value(new, "organ")
    if all(bodies) and slug(bodies[0] or "") != slug(bodies[1] or ""):
        return f"filen är ur samma protokoll men av organet {bodies[0]}; ändra den för hand, eller ta bort den och importera på nytt"
    return ""


_BY_HAND = (
    "svar",
    "ämnen",
    "rättelser",
    "kort",
    "nästa",
    "ärende",
    "tillbakadragen",
    "tidigare_id",
    "anmärkningar",
)
"""What the import never writes: a file that has it is an editor's work."""


_MARK = re.compile(r"[ \t]+# kontrollera\b[^\n]*|^#(?!#)[^\n]*\n", re.MULTILINE)


def _unmarked(text: str) -> str:
    """A document without the marks that its author takes away: they are no difference."""
    front, dashes, rest = text.partition("\n---\n")
    if not rest.strip():  # a meeting's facts: another extract of the same minutes has another file
        front = front.partition("\nkälla:")[0]
    return _MARK.sub("", front + "\n") + dashes + rest


def met(draft: Draft, target: Path) -> list[Path]:
    """The files that the § has already, whatever its title was then: told by what they say, not by their names."""
    if not target.parent.is_dir():
        return []
    if not draft.number:
        return [target] if target.exists() else []
    same = [
        path
        for path in sorted(target.parent.glob(f"{draft.stem}-*.md"))
        if _value(path.read_text(encoding="utf-8", errors="replace"), "paragraf") == draft.number
    ]
    return same or ([target] if target.exists() else [])


def _value(text: str, key: str) -> str | None:
    """The value of a key in a document's front matter, as written."""
    match = re.search(
        rf"^{key}:[ \t]*[\"']?([^\"'#\n]*?)[\"']?[ \t]*(?:#.*)?$", text.partition("\n---\n")[0], re.MULTILINE
    )
    return match[1].strip() if match else None


def _difference(old: str, new: str) -> str:
    return "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "finns", "utkast", lineterm="", n=1))
