"""What the import tells its author: what became of each draft, what to check, and what stands in the way of sending it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from namndarkivet import report
from namndarkivet.importers.drafts import Batch
from namndarkivet.importers.shelving import Outcome, Shelved
from namndarkivet.problem import Problem, Severity
from namndarkivet.swedish import count

_COUNTED = {
    Outcome.WRITTEN: "skrivna",
    Outcome.REPLACED: "ersatta",
    Outcome.SAME: "fanns redan, oförändrade",
    Outcome.CLASHES: "krockar med en fil som finns (inget ändrat)",
    Outcome.FAILED: "gick inte att skriva",
    Outcome.DIFFERS: "finns redan och skiljer sig (inget ändrat; --replace ersätter)",
}
_HOW = {
    "rubrik": "skriv rubriken som protokollet har den",
    "kommun": "eller importera med --kommun",
    "organ": "eller importera med --organ",
    "datum": "eller år, och lägg filen i rätt mapp",
}


def heading(one: Batch, there: int) -> str:
    """What a file holds. `there`: how many of its drafts have a file already."""
    known = f", sammanträdet finns redan i arkivet ({count(there, 'fil', 'filer')})" if there else ""
    lines = [f"{one.file}: {one.paragraphs} §{known}"]
    if one.said and one.said != one.paragraphs:
        lines.append(f"  framsidan säger {one.said} §, men {one.paragraphs} hittades; saknas någon?")
    lines += [f"  kontrollera i alla utkast: {check}" for check in common(one)]
    lines += [
        f"  § {number} skrevs inte: {', '.join(masked)} ser ut som ett personnummer; sådant får inte publiceras"
        for number, masked in one.withheld
    ]
    return "\n".join(lines)


def common(one: Batch) -> tuple[str, ...]:
    """What is to be checked in all drafts of a file alike: said once."""
    decisions = [draft.check for draft in one.drafts if draft.number]
    first = decisions[0] if len(decisions) > 1 else ()
    return tuple(check for check in first if all(check in others for others in decisions))


def outcome(shelved: Shelved, out: Path, said: Sequence[str] = ()) -> str:
    """What became of one draft. `said`: what is said of all drafts already."""
    path = shelved.path.relative_to(out).as_posix()
    lines = [f"  {shelved.outcome.value} {path}"]
    if shelved.outcome is Outcome.SAME:
        return lines[0]
    lines += [f"    kontrollera {check}" for check in shelved.draft.check if check not in said]
    lines += [f"    saknas: {word}; lägg till {word} ({_HOW[word]})" for word in shelved.draft.missing]
    lines += [f"    {line}" for line in shelved.difference.splitlines()]
    return "\n".join(lines)


def summary(put: Sequence[Shelved]) -> str:
    """What became of all drafts, and what only their author can know."""
    counted = Counter(shelved.outcome for shelved in put)
    checks = sum(len(shelved.draft.check) for shelved in put if shelved.outcome is not Outcome.SAME)
    lines = [", ".join(f"{counted[outcome]} {_COUNTED[outcome]}" for outcome in Outcome if counted[outcome]) + "."]
    if checks:
        lines.append(
            f"Kontrollera mot protokollet: {count(checks, 'ställe', 'ställen')}, se ovan. Ta bort märket «# kontrollera» när det är gjort; "
            "granskningen stoppar tills dess."
        )
    lines.append("Är protokollet justerat, och får texten publiceras? Beslut om enskilda hör inte hemma i arkivet.")
    return "\n".join(lines)


def to_mend(problems: Sequence[Problem]) -> str:
    """What the check says of the drafts, so that their author sees at once what must be added; the same thing once."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    others = [problem for problem in errors if problem.rule != "kontrollera"]
    if not others:
        marks = " när märkena «# kontrollera» är borta" if errors else " (namndarkivet check)"
        return f"Utkasten klarar granskningen{marks}."
    alike = Counter((problem.rule, problem.message) for problem in others)
    once = {(problem.rule, problem.message): problem for problem in reversed(others)}
    lines = ["\nInnan utkasten kan skickas in:\n" + report.text([once[key] for key in alike])]
    lines += [f"(Samma sak i {number} utkast: {message})" for (_, message), number in alike.items() if number > 1]
    return "\n".join(lines)
