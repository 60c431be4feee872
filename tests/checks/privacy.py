"""Personal identity numbers and private facts, all made up; no number stands whole in this file."""

from namndarkivet.problem import Severity

from .case import BODY, DECISION, Case, Files, decision

_FOLDER = "beslut/habo/socialnamnden/2031"
_DAY, _RIGHT, _WRONG = "850709-", "9805", "9804"


def _with(text: str) -> str:
    """A decision whose line 14 is this text."""
    return decision(f"{BODY}\n{text}\n")


def _beside(name: str, content: bytes) -> Files:
    return {DECISION: decision(underlag=f"[{{rubrik: Bilaga, fil: {name}}}]"), f"{_FOLDER}/{name}": content}


CASES = (
    Case(
        "personnummer",
        _with(f"Ansökan från {_DAY}{_RIGHT}."),
        (14, 14),
        "ta bort det",
        right=_with("Ansökan från AB Exempel, 212000-1355."),
    ),
    Case(
        "misstänkt-personnummer",
        _with(f"Avtal {_DAY}{_WRONG}."),
        (14, 7),
        "är det ett, ta bort det",
        right=_with("Avtal 850799-9804."),
        severity=Severity.WARNING,
    ),
    Case(
        "personnummer-i-filnamn",
        {f"{_FOLDER}/12-{_DAY}{_RIGHT}.md": decision()},
        (f"{_FOLDER}/12-{_DAY}****.md", 1, 1),
        "döp om filen",
        right={DECISION: decision()},
    ),
    Case(
        "personnummer-i-bilaga",
        _beside("bilaga.txt", f"Från {_DAY}{_RIGHT}.".encode()),
        (f"{_FOLDER}/bilaga.txt", 1, 1),
        "bilagan har personnumret 850709-****",
        right=_beside("bilaga.txt", b"Text."),
    ),
    Case(
        "misstänkt-personnummer-i-bilaga",
        _beside("bilaga.txt", f"Tal {_DAY}{_WRONG}.".encode()),
        (f"{_FOLDER}/bilaga.txt", 1, 1),
        "som ser ut som ett personnummer",
        severity=Severity.WARNING,
    ),
    Case(
        "oläst-bilaga",
        _beside("bilaga.pdf", b"%PDF-1.4\n"),
        (f"{_FOLDER}/bilaga.pdf", 1, 1),
        "läs igenom den efter personuppgifter",
        severity=Severity.WARNING,
    ),
    Case(
        "födelsedatum",
        _with("Testa Testsson, född 520303, ansöker."),
        (14, 17),
        "någons födelsedatum",
        right=_with("Barn födda 2031 får plats."),
        severity=Severity.WARNING,
    ),
    Case(
        "hemadress",
        _with("Testa Testsson bor på Exempelgatan 12."),
        (14, 16),
        "någons hemadress",
        right=_with("Skolan på Exempelgatan 12 byggs ut."),
        severity=Severity.WARNING,
    ),
    Case(
        "hälsouppgift",
        _with("Testa Testsson är sjukskriven."),
        (14, 1),
        "hör det inte hemma i arkivet",
        right=_with("Planen gäller sjukskrivna."),
        severity=Severity.WARNING,
    ),
)
