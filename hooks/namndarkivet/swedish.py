"""How things read in Swedish: amounts, counts, dates, § and the like, with no-break spaces where a line must not end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from namndarkivet.dates import PartialDate

NBSP = "\u00a0"
MISSING = "uppgift saknas i källan"
"""What stands where the source does not say."""


def number(value: Decimal | int) -> str:
    """A number with groups of three: 3 400 000; öre only where there are any: 1,95."""
    whole = value == value.__trunc__()
    text = f"{int(value):,}" if whole else f"{value:,.2f}"
    return text.replace(",", NBSP).replace(".", ",").replace("-", "−")


def kronor(amount: Decimal) -> str:
    """An amount of money: «9 500 kr»."""
    return f"{number(amount)}{NBSP}kr"


def paragraph(written: str) -> str:
    """A § as text has it: «§ 67»."""
    return f"§{NBSP}{written}"


def date(value: PartialDate | None) -> str:
    """A date in words, or that the source does not say."""
    return value.swedish if value else MISSING


def count(amount: int, one: str, many: str) -> str:
    """«1 beslut», «2 kommuner», «inga dokument» is for the caller to say."""
    return f"{number(amount)}{NBSP}{one if amount == 1 else many}"


def enumerate_(words: Sequence[str]) -> str:
    """«a, b och c»."""
    return f"{', '.join(words[:-1])} och {words[-1]}" if len(words) > 1 else "".join(words)


def genitive(name: str) -> str:
    """«Ekerös», «Borås», «SKL:s»: names on s, x and z take none, abbreviations a colon."""
    if name.isupper():
        return f"{name}:s"
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


_ALPHABET = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})


def alphabetical(word: str) -> str:
    """What sorts words as Swedish does: å, ä and ö last, in that order."""
    return word.casefold().translate(_ALPHABET)


def running(name: str) -> str:
    """A body's name in running text: «kommunstyrelsen»."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def cut(text: str, most: int = 155) -> str:
    """The text cut at a word, for a description that search engines show."""
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]).rstrip(" ,;:–-") + " …"


def sentence(text: str) -> str:
    """The text with a capital first, and otherwise as it is."""
    return text[:1].upper() + text[1:]
