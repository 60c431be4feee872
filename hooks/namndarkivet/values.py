"""The kinds of values that front matter holds, and the closed lists.

Every scalar comes as the text that was written. A type here reads that text or refuses it with a `PydanticCustomError`
whose type is the id of a rule (`checks/fields.py`) and whose message says what to write instead.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"\d{1,15}", re.ASCII)
_AMOUNT = re.compile(r"\d{1,15}(?:[.,]\d{1,2})?", re.ASCII)
_SPACED = re.compile(r"[\d .,\u00a0]+(?:\s*(?:kr|kronor|:-))?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_URL = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")
# Only files that a browser shows or saves and never runs: an `index.html` would take the page's own place.
ATTACHMENT_NAME = re.compile(
    r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|png|jpe?g|tiff?)"
)


def _text(value: object) -> object:
    if isinstance(value, (list, dict)):
        raise PydanticCustomError(
            "fel-typ", "ska vara en text; har texten ett kolon eller börjar med ett streck, sätt citattecken om den"
        )
    return value


def _whole(value: object) -> object:
    text = _text(value)
    if not isinstance(text, str):
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    raise PydanticCustomError("tal", "ska vara ett heltal, skrivet med bara siffror{t}", {"t": _digits_of(text)})


def _amount(value: object) -> object:
    text = _text(value)
    if not isinstance(text, str):
        return text
    if _AMOUNT.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise PydanticCustomError(
        "tal", "ska vara ett belopp i kronor, skrivet med bara siffror{t}", {"t": _digits_of(text)}
    )


def _digits_of(text: str) -> str:
    """A suggestion for a number written with spaces, points or a unit; `9.500` is nine thousand five hundred."""
    digits = re.sub(r"\D", "", text)
    if digits and _SPACED.fullmatch(text) and not re.search(r"[.,]\d{1,2}$", text):
        return f": {digits}"
    return ", till exempel 9500"


def _year(value: object) -> object:
    text = _text(value)
    if not isinstance(text, str):
        return text
    if re.fullmatch(r"(1[89]|20|21)[0-9]{2}", text):
        return int(text)
    raise PydanticCustomError("datum", "är inget årtal; skriv fyra siffror, till exempel 2016")


def _sha256(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not _SHA256.fullmatch(text.lower()):
        raise PydanticCustomError("sha256", "är ingen kontrollsumma; SHA-256 är 64 tecken, 0–9 och a–f")
    return text.lower() if isinstance(text, str) else text


def _url(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not (_URL.fullmatch(text) and _has_host(text)):
        raise PydanticCustomError("webbadress", "är ingen webbadress; den ska börja med https:// eller http://")
    return text


def _has_host(text: str) -> bool:
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _file(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not ATTACHMENT_NAME.fullmatch(text):
        raise PydanticCustomError(
            "bilagans-namn",
            "kan inte vara en bilagas namn; skriv a–z, 0–9, punkt, - och _ utan mapp, med en ändelse som pdf, docx, xlsx, odt, csv, txt "
            "eller png, till exempel bilaga-1.pdf",
        )
    return text


def _source_file(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and re.search(r"[/\\]|^[A-Za-z]:", text):
        raise PydanticCustomError(
            "källans-fil", "skriv bara filens namn, utan mappar: {n}", {"n": re.split(r"[/\\]", text)[-1]}
        )
    return text


def _code(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"[0-9]{4}", text):
        raise PydanticCustomError("tal", "ska vara kommunens kod med fyra siffror, till exempel 0125")
    return text


def _items(value: object) -> object:
    """A list; a single value where a list belongs is a frequent slip that deserves its own message."""
    if isinstance(value, (str, dict)):
        raise PydanticCustomError("fel-typ", "ska vara en lista; {m}", {"m": _as_list(value)})
    return tuple(value) if isinstance(value, list) else value


def _as_list(value: str | dict[str, object]) -> str:
    """What to write instead of a single value where a list belongs."""
    if isinstance(value, dict):
        return "sätt bindestreck och mellanslag före den första uppgiften under den: - namn: värde"
    if re.match(r"-\S", value):
        return "skriv mellanslag efter bindestrecket"
    if re.match(r"[–—•*]", value):
        return "skriv bindestreck (-) och mellanslag före, på egna rader"
    if value.casefold().rstrip(".") in {"inga", "ingen", "inget", "nej"}:
        return "när källan säger att det inte finns några skrivs []"
    return (
        f"skriv [{value}]"
        if len(value) < MAX_SHOWN and ":" not in value
        else "sätt [ ] omkring, eller - före på egen rad"
    )


MAX_SHOWN = 60
"""Characters of a value that a message repeats."""

Text = Annotated[str, BeforeValidator(_text), Field(min_length=1)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Kronor = Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number", "minimum": 0})]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1800, "maximum": 2199})]
Sha256 = Annotated[str, BeforeValidator(_sha256), WithJsonSchema({"type": "string", "pattern": "^[0-9a-fA-F]{64}$"})]
Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "pattern": f"^{_URL.pattern}$"})]
SourceFile = Annotated[str, BeforeValidator(_source_file)]
FileName = Annotated[
    str, BeforeValidator(_file), WithJsonSchema({"type": "string", "pattern": f"^{ATTACHMENT_NAME.pattern}$"})
]
MunicipalityCode = Annotated[str, BeforeValidator(_code), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}$"})]
ListOf = BeforeValidator(_items)


class Status(StrEnum):
    """What became of a matter in this body. PROPOSED wins over every other value (design §3)."""

    DECIDED = "beslutat"
    PROPOSED = "förslag"
    REJECTED = "avslaget"
    ANSWERED = "besvarat"
    REFERRED_BACK = "återremitterat"
    TABLED = "bordlagt"
    REFERRED = "remitterat"
    NOTED = "antecknat"
    DROPPED = "utgått"
    NO_DECISION = "utan beslut"

    @property
    def settles(self) -> bool:
        """Whether the body has settled the matter, so that its decision can be appealed (KL 13:2)."""
        return self in {Status.DECIDED, Status.REJECTED, Status.ANSWERED}

    @property
    def has_clauses(self) -> bool:
        """Whether minutes with this status hold an operative sentence."""
        return self not in {Status.DROPPED, Status.NO_DECISION}


class Position(StrEnum):
    """How one decision answers one recommendation."""

    ADOPTS = "antar"
    ADOPTS_WITH_CONDITIONS = "antar med villkor"
    DECLINES = "avstår"
    TAKES_NO_POSITION = "tar inte ställning"


class BodyKind(StrEnum):
    """What kind of body keeps the minutes."""

    COMMITTEE = "nämnd"
    SUBCOMMITTEE = "utskott"
    BOARD = "styrelse"
    COUNCIL = "fullmäktige"


class Numbering(StrEnum):
    """How a body numbers its paragraphs."""

    PER_YEAR = "per år"
    PER_MEETING = "per sammanträde"


class CircularKind(StrEnum):
    """What SKL/SKR calls what it sent."""

    CIRCULAR = "cirkulär"
    BOARD_NOTICE = "meddelande från styrelsen"
    LETTER = "brev"


class Addressees(StrEnum):
    """Whom a recommendation asks."""

    MUNICIPALITIES = "kommuner"
    REGIONS = "regioner"
    BOTH = "kommuner och regioner"


class Ballot(StrEnum):
    """How one person voted."""

    YES = "ja"
    NO = "nej"
    ABSTAINS = "avstår"


class Per(StrEnum):
    """What an amount of kronor is for."""

    YEAR = "år"
    ONCE = "engång"
    INHABITANT = "invånare"
    INHABITANT_AND_YEAR = "invånare och år"


class AtMost(StrEnum):
    """That an amount is a ceiling: the source says «högst»."""

    YES = "ja"


class Distribution(StrEnum):
    """How a recommendation shares its cost among the municipalities."""

    BY_POPULATION = "invånare"
    EQUAL = "lika"


class WithdrawalReason(StrEnum):
    """Why a document's text was taken down."""

    PERSONAL_DATA = "personuppgifter"
    SECRECY = "sekretess"
    COPYRIGHT = "upphovsrätt"
    MISTAKE = "publicerad av misstag"
