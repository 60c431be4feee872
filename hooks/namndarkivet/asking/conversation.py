"""The conversation about a document: one question after another in Swedish, each answer tried at once.

What is asked with and said with is handed in, so that this room knows no terminal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from namndarkivet.asking.draft import Draft, value_problems
from namndarkivet.asking.flags import NONE, tidy
from namndarkivet.asking.judging import answer_problems
from namndarkivet.asking.offers import offered
from namndarkivet.asking.questions import Form, Question, questions
from namndarkivet.front_matter import Value
from namndarkivet.index import Archive
from namndarkivet.problem import Severity
from namndarkivet.report import whole_message

DROP = "."
"""The answer that leaves out what was filled in beforehand."""
_HINTS = {
    Form.DATE: "ÅÅÅÅ-MM-DD, eller bara månad eller år om källan inte säger mer",
    Form.YEAR: "fyra siffror",
    Form.AMOUNT: "kronor, med bara siffror",
    Form.WHOLE: "med bara siffror",
}

GREETING = """Enter: källan säger det inte.  - : källan säger att det inte finns några (listor).  Ctrl-C: sluta utan att spara.
Där det finns en numrerad lista går det bra att svara med numret."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who answers: `ask` puts a prompt and gives what was typed, `say` shows a line."""

    ask: Callable[[str], str]
    say: Callable[[str], None]
    archive: Archive

    def document(self, draft: Draft, suggested: dict[str, Value]) -> Draft:
        """The draft with everything answered that must be, and what more the source has. `suggested`: answers to take or
        leave, by key.
        """
        self.say(GREETING)
        asked = set(draft.values)
        while one := next((q for q in questions(draft.kind) if q.key not in asked and _at_once(q, draft)), None):
            asked.add(one.key)
            draft = self.answer(one, draft, suggested.get(one.key))
            if one.instead and one.key not in draft.values and one.instead not in draft.values:
                draft = self.answer(_asked(draft, one.instead), draft, None, needed=True)
        for key, value in suggested.items():
            if key not in asked:
                draft = self.answer(_asked(draft, key), draft, value)
        return self._more(draft)

    def _more(self, draft: Draft) -> Draft:
        """What else the source may say: chosen from a list, until there is no more."""
        while True:
            left = [one for one in questions(draft.kind) if _may_follow(one, draft)]
            self.say("\nVilka fler uppgifter har källan? Skriv deras nummer, eller Enter när du är klar.")
            for number, one in enumerate(left, start=1):
                self.say(f"  {number:2} {one.label}: {one.help}")
            written = self.ask("Nummer: ").replace(",", " ").split()
            if not written:
                return draft
            chosen = [word for word in written if word.isdecimal() and 1 <= int(word) <= len(left)]
            if len(chosen) < len(written):
                self.say(f"  Skriv nummer mellan 1 och {len(left)}, med mellanslag emellan.")
                continue
            for word in dict.fromkeys(chosen):
                draft = self.answer(left[int(word) - 1], draft, None)

    def answer(self, one: Question, draft: Draft, suggested: Value | None, *, needed: bool = False) -> Draft:
        """The draft with one key answered, or without it. What a rule finds wrong is asked anew; the same answer again stands,
        and the check will tell of it: a body may not be in the register yet.
        """
        before: Value | None = None
        while True:
            value = self._value(one, draft, suggested, required=one.required or needed)
            made = draft.with_answer(one.key, value)
            if value is None:
                return made
            errors = False
            for problem in answer_problems(made, one.key, self.archive):
                wrong = problem.severity is Severity.ERROR
                if wrong or not any(later.when and later.when[0] == one.key for later in questions(draft.kind)):
                    errors |= wrong
                    self.say(f"  {'Fel' if wrong else 'Obs'}: {whole_message(problem)}")
            if not errors or value == before:
                return made
            self.say("  Svara på nytt (samma svar igen behåller det ändå).")
            before = value

    def _value(self, one: Question, draft: Draft, suggested: Value | None, *, required: bool) -> Value | None:
        if one.many:
            return self._list(one, draft, suggested)
        if one.parts:
            self.say(f"\n{one.label}: {one.help}")
            return self._parts(one.parts, draft, required=required)
        return self._single(one, draft, suggested, required=required)

    def _single(self, one: Question, draft: Draft, suggested: Value | None, *, required: bool) -> str | None:
        options = self._show(one, draft, suggested)
        while True:
            try:
                written = tidy(self.ask(f"{one.label}: "))
            except ValueError as error:
                self.say(f"  Fel: {error}.")
                continue
            if not written and isinstance(suggested, str):
                return suggested
            if not written or (written == DROP and suggested is not None):
                if not required:
                    return None
                self.say("  Fel: den här uppgiften måste finnas.")
            elif written.casefold() in NONE:
                self.say("  Fel: här går det inte att svara «inga»; tryck Enter om källan inte säger något.")
            else:
                value = _picked(written, options)
                wrong = value_problems(one, value)
                if not wrong:
                    return value
                for message in wrong:
                    self.say(f"  Fel: {message}")

    def _list(self, one: Question, draft: Draft, suggested: Value | None) -> list[Value] | None:
        """A list: None when the source does not say, empty when it says that there are none."""
        if one.parts:
            return self._entries(one, draft)
        options = self._show(one, draft, suggested)
        self.say("  En i taget; Enter när det inte är fler.")
        found: list[Value] = []
        while True:
            try:
                written = tidy(self.ask(f"{one.label} {len(found) + 1}: "))
            except ValueError as error:
                self.say(f"  Fel: {error}.")
                continue
            if not written:
                return found or (list(suggested) if isinstance(suggested, list) else None)
            if not found and written == DROP and suggested is not None:
                return None
            if not found and written.casefold() in NONE:
                return []
            value = _picked(written, options)
            if wrong := value_problems(one, [value]):
                for message in wrong:
                    self.say(f"  Fel: {message}")
            else:
                found.append(value)

    def _entries(self, one: Question, draft: Draft) -> list[Value] | None:
        self.say(f"\n{one.label}: {one.help}")
        found: list[Value] = []
        while True:
            more = (
                self.ask(f"{one.label}: finns det {'fler' if found else 'någon'}? (j, -, Enter): ").strip().casefold()
            )
            if not more or (found and more in {*NONE, "n", "nej"}):
                return found or None
            if more in NONE:
                return []
            if more not in {"j", "ja"}:
                self.say("  Svara j för ja, - om källan säger att det inte finns några, Enter om den inte säger något.")
                continue
            if entry := self._parts(one.parts, draft, required=True):
                found.append(entry)

    def _parts(self, parts: tuple[Question, ...], draft: Draft, *, required: bool) -> dict[str, Value] | None:
        """A value with keys of its own. Where it may be missing, no answer to the first part that it needs leaves it out."""
        found: dict[str, Value] = {}
        for part in sorted(parts, key=lambda one: not one.required):
            if part.when and found.get(part.when[0]) != part.when[1]:
                continue
            needed = part.required and (required or bool(found))
            value = self._value(part, draft, None, required=needed or bool(part.when))
            if value is not None:
                found[part.key] = value
            elif part.required:
                return None
        return {part.key: found[part.key] for part in parts if part.key in found} or None

    def _show(self, one: Question, draft: Draft, suggested: Value | None) -> tuple[str, ...]:
        """Show what is asked, and give the values that can be picked by number."""
        hint = f" ({_HINTS[one.form]})" if one.form in _HINTS else ""
        self.say(f"\n{one.help.rstrip('.')}{hint}.")
        options = offered(one, draft, self.archive)
        for number, (value, title) in enumerate(options, start=1):
            self.say(f"  {number:2} {value}{f' · {title}' if title else ''}")
        if suggested is not None:
            shown = ", ".join(map(str, suggested)) if isinstance(suggested, list) else suggested
            self.say(f"  Enter: {shown}    punkt: lämna bort")
        return tuple(value for value, _ in options)


def _picked(written: str, options: tuple[str, ...]) -> str:
    """The answer that a number means, or what was written."""
    if written.isdecimal() and 1 <= int(written) <= len(options):
        return options[int(written) - 1]
    return written


def _at_once(one: Question, draft: Draft) -> bool:
    """Whether a question is put without being chosen: what must be there, and what another answer makes expected."""
    if one.when:
        return draft.values.get(one.when[0]) == one.when[1]
    return one.required or (bool(one.instead) and one.instead not in draft.values)


def _may_follow(one: Question, draft: Draft) -> bool:
    """Whether a question is among those that one may choose."""
    asked = {known.key for known in questions(draft.kind) if known.required} | _either(draft)
    return not (one.key in asked or one.key in draft.values or one.later or (one.when and not _at_once(one, draft)))


def _either(draft: Draft) -> set[str]:
    """The keys of which one stands in the other's place, once one of them is answered."""
    return {key for one in questions(draft.kind) if one.instead for key in (one.key, one.instead)}


def _asked(draft: Draft, key: str) -> Question:
    return next(one for one in questions(draft.kind) if one.key == key)
