"""What the model says of a wrong value, for a browser that finds the value wrong by itself: its own messages, with what depends on
the value left open.

Each is asked of the model about a value that is known to be wrong, so that there is no second definition of a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndarkivet.asking.draft import value_problems
from namndarkivet.asking.questions import KINDS, Form, Question, questions
from namndarkivet.composing import composed
from namndarkivet.dates import MONTHS
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value
from namndarkivet.values import MAX_SHOWN

_NONSENSE = "qx/"
"""Nothing of any kind, and in no closed list."""


def wrong_messages() -> dict[str, Any]:
    """Messages by the form of value that they are about, with the names of what is left open between braces.

    `fel`: it is nothing of the kind. `skrivs`: how it is to be written. `form`: it is a list or has keys, or should be one. `värde`
    is what was written, as the file has it. `månader`: as dates in words have them. `bara_namn`: keys of texts that may not be paths.
    Raises ValueError when the model no longer says what is left open: then this room must learn the new message.
    """
    return {
        **{form.value: {"fel": _said(_first(form), _NONSENSE)} for form in _FIXED},
        Form.DATE.value: _dates(_first(Form.DATE)),
        Form.WHOLE.value: _numbers(_first(Form.WHOLE)),
        Form.AMOUNT.value: _numbers(_first(Form.AMOUNT)),
        Form.CHOICE.value: _choices(next(one for one in _all() if len(one.choices) > 1 and not one.many)),
        Form.TEXT.value: _texts(_first(Form.TEXT)),
        Form.PARTS.value: _parts(next(one for one in _all() if any(part.required for part in one.parts) and not one.many)),
        "lista": _lists(next(one for one in _all() if one.many and not one.parts)),
        "månader": list(MONTHS),
        "bara_namn": sorted({one.key for one in _all() if _is_name(one)}),
    }  # fmt: skip


_FIXED = (Form.YEAR, Form.URL, Form.CHECKSUM, Form.FILE, Form.CODE)
_OR = " eller "


def _dates(one: Question) -> dict[str, str]:
    return {
        "fel": _said(one, _NONSENSE),
        "skrivs": _said(one, f"12 {MONTHS[1]} 2031", rätt="2031-02-12"),
        "finns_inte": _said(one, "2031-02-30", rätt="2031-02-28"),
        "form": _said(one, []),
    }


def _numbers(one: Question) -> dict[str, str]:
    return {"fel": _said(one, _NONSENSE), "skrivs": _said(one, "9 876 kr", rätt="9876")}


def _choices(one: Question) -> dict[str, str]:
    *first, last = one.choices
    listed = f"{', '.join(first)}{_OR}{last}"
    return {
        "fel": _said(one, _NONSENSE, val=listed),
        "menade": _said(one, f"{last}q", val=listed, nära=last),
        "eller": _OR,
    }


def _texts(one: Question) -> dict[str, str]:
    path = next(one for one in _all() if _is_name(one))
    return {"form": _said(one, []), "sökväg": _said(path, "qq/qx", namn="qx")}


def _parts(one: Question) -> dict[str, str]:
    gap = next(part for part in one.parts if part.required)
    return {
        "fel": _said(one, _NONSENSE, nycklar=", ".join(part.key for part in one.parts)),
        "saknas": _said(one, {}, hjälp=gap.help.rstrip(".").lower(), nyckel=gap.key),
    }


def _lists(one: Question) -> dict[str, str]:
    return {
        "form": _said(one, {}),
        "mellanslag": _said(one, "-q"),
        "streck": _said(one, "–q"),
        "inga": _said(one, "inga"),
        "fel": _said(one, "9 q", text="9 q"),
        "lång": _said(one, f"q{MAX_SHOWN * 'q'}"),
    }


def _said(one: Question, value: Value, **left_open: str) -> str:
    """The model's message about a value, with what was written and each of these parts of it left open, by name."""
    message = value_problems(one, value)[0]
    written = composed("", value).removeprefix(": ")
    if len(written) > MAX_SHOWN:
        written = f"{written[:MAX_SHOWN]}…"
    message = message.replace(f"«{written}»", "«{värde}»")
    for name, text in left_open.items():
        if text not in message:
            raise ValueError(f"{written!r} is answered with {message!r}, without {text!r}")
        message = message.replace(text, f"{{{name}}}")
    return message


def _is_name(one: Question) -> bool:
    """Whether a text has to be the name of a file and no path."""
    return one.form is Form.TEXT and one.single and bool(value_problems(one, "q/q"))


def _first(form: Form) -> Question:
    return next(one for one in _all() if one.form is form and one.single)


def _all() -> Iterator[Question]:
    """Every question that has an answer in the file, parts and their parts among them."""
    for kind in (*KINDS, Shelf.REGISTER):
        for one in questions(kind):
            if one.kept:
                yield from _with_parts(one)


def _with_parts(one: Question) -> Iterator[Question]:
    yield one
    for part in one.parts:
        yield from _with_parts(part)
