"""What came of something that was sent in, as the text of a pull request or an answer on the issue.

What strangers wrote stands in code spans alone: there GitHub makes nothing of a person's name, an issue's number, an address or
markup, and no word closes an issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from namndarkivet.importers.drafts import UNKNOWN, Batch
from namndarkivet.importers.shelving import Outcome, Shelved
from namndarkivet.personal_numbers import masked
from namndarkivet.report import as_text
from namndarkivet.swedish import count, enumerate_

LONGEST = 60_000
"""Characters of a text at most: GitHub takes 65,536."""
_SHOWN = 200
"""Characters of one thing that strangers wrote at most."""


@dataclass(frozen=True, slots=True)
class Made:
    """What one file or text gave: its drafts' batch, what became of each draft, and the paths of those that the archive has."""

    batch: Batch
    put: tuple[Shelved, ...]
    there: tuple[str, ...]

    @property
    def drafts(self) -> tuple[Shelved, ...]:
        """The drafts that were written."""
        return tuple(shelved for shelved in self.put if shelved.outcome is Outcome.WRITTEN)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that gave nothing, and why: a sentence that goes on after the file's name."""

    file: str
    why: str


def code(text: str) -> str:
    r"""Text as a code span in which it can do nothing, without personal identity numbers.

    >>> code("a`b\n@c")
    '`a´b @c`'
    """
    flat = " ".join(masked(text).split()).replace("`", "´")
    safe = "".join(sign if sign.isprintable() else "\ufffd" for sign in flat)
    return f"`{safe if len(safe) <= _SHOWN else safe[:_SHOWN] + '…'}`" if safe else "`–`"


def proposal(issue: int, made: Sequence[Made], refused: Sequence[Refused], passed: int) -> str:
    """The text of the pull request with drafts of an issue. `passed`: addresses of attachments that were passed over."""
    drafts = [(one, shelved) for one in made for shelved in one.drafts]
    lines = [
        f"Utkast ur det som skickades in i ärende #{issue}. {_drafts(len(drafts))} gjordes av importen, och ingen har läst mot källan än.",
        "",
        f"Closes #{issue}",
        "",
        "## Innan det kan tas in",
        "",
        "- [ ] Granskningen är startad. Förslaget är gjort av ett arbetsflöde, så den väntar på dig: klicka på «Approve workflows to run» längst ned. Syns inte knappen, stäng förslaget och öppna det igen.",
        "- [ ] Protokollet är justerat och får publiceras, och inget av det rör en enskild.",
        "- [ ] Utkasten är lästa mot källan, som den som skickade in har angett. Ingen har kontrollerat att filen kommer från kommunen.",
        "- [ ] Varje märke «# kontrollera» är prövat och borttaget. Granskningen stoppar tills dess.",
        "- [ ] Det som saknas är ifyllt, eller så säger källan inget om det.",
        "",
        "Rätta i fliken *Files changed*: klicka på de tre prickarna vid filen och välj *Edit file*.",
        "",
    ]
    return _bounded(lines, [*_apart(made, refused, passed), "## Utkasten", "", *_each(drafts)])


def answer(issue: int, made: Sequence[Made], refused: Sequence[Refused], passed: int, why: str = "") -> str:
    """The answer on an issue that gave no draft. `why`: what the whole of it is refused for."""
    lines = [f"Tack! Det som skickades in i ärende #{issue} gav inget utkast.", ""]
    if why:
        lines += [f"**Varför:** {why}.", ""]
    rest = list(_apart(made, refused, passed))
    after = "Ändra i ärendet och säg till här, så startar någon det på nytt. Gäller det annat än ett protokoll läggs det in för hand."
    return _bounded(lines, [*rest, after])


def _apart(made: Sequence[Made], refused: Sequence[Refused], passed: int) -> Iterator[str]:
    """What gave no draft, and why."""
    rows = [f"- {code(one.file)} {as_text(one.why)}." for one in refused]
    for one in made:
        rows += [f"- {code(path)} finns redan i arkivet, och inget ändrades." for path in one.there]
        rows += [
            f"- {code(one.batch.file)}: {code(put.draft.path)} skrevs inte ({put.outcome.value})."
            for put in one.put
            if put not in one.drafts
        ]
        rows += [
            f"- § {code(number)} skrevs inte: {enumerate_([code(hidden) for hidden in numbers])} ser ut som ett personnummer. "
            "**Ärendet är offentligt: ta bort det som skickades in.** Så gör man: «Om något privat redan har skickats» i CONTRIBUTING.md."
            for number, numbers in one.batch.withheld
        ]
        if one.batch.said and one.batch.said != one.batch.paragraphs:
            rows.append(
                f"- {code(one.batch.file)}: framsidan säger {one.batch.said} §, men {one.batch.paragraphs} hittades. Saknas någon?"
            )
    if passed:
        rows.append(
            f"- {count(passed, 'länk', 'länkar')} i rutan för filer hämtades inte: bara filer som dragits in i rutan tas emot, och högst fem."
        )
    if rows:
        yield from ("## Det här kom inte med", "", *rows, "")


def _each(drafts: Iterable[tuple[Made, Shelved]]) -> Iterator[str]:
    """Each draft with what to check and what is missing."""
    for one, shelved in drafts:
        parts = [f"- {code(f'decisions/{shelved.draft.path}')} ur {code(one.batch.file)}"]
        parts += [f"  - kontrollera {code(check)}" for check in shelved.draft.check]
        parts += [f"  - saknas: {word}" for word in shelved.draft.missing]
        if shelved.draft.path.startswith(f"{UNKNOWN}/"):
            parts.append(
                "  - texten säger inte vilket år det är, så filen ligger fel; skriv in datum eller år och flytta den till `decisions/beslut/<kommun>/<organ>/<år>/`"
            )
        yield "\n".join(parts)


def _drafts(number: int) -> str:
    return count(number, "utkast", "utkast")


def _bounded(head: Sequence[str], rest: Sequence[str]) -> str:
    """The lines that there is room for, and how many there is none for."""
    text = "\n".join(head)
    for number, line in enumerate(rest):
        if len(text) + len(line) > LONGEST:
            return f"{text}\n\n… och {count(len(rest) - number, 'rad', 'rader')} till, som det inte finns plats för.\n"
        text += f"\n{line}"
    return text + "\n"
