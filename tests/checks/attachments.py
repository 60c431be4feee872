"""Files beside documents."""

from hashlib import sha256

from namndarkivet.problem import Severity

from .case import DECISION, Case, Files, decision

_BESIDE = "beslut/habo/socialnamnden/2031/bilaga-1.pdf"
_PDF = b"Bilagans text.\n"
_SUM = sha256(_PDF).hexdigest()


def _naming(file: str, checksum: str = _SUM) -> Files:
    return {DECISION: decision(underlag=f"[{{rubrik: Bilaga, fil: {file}, sha256: {checksum}}}]"), _BESIDE: _PDF}


CASES = (
    Case(
        "bilaga-saknas",
        {DECISION: decision(underlag="[{rubrik: Bilaga, fil: bilaga-1.pdf}]")},
        (9, 34),
        "finns inte i mappen decisions/beslut/habo/socialnamnden/2031/; lägg den där, eller ta bort raden",
        right=_naming("bilaga-1.pdf"),
    ),
    Case(
        "bilaga-ändrad",
        _naming("bilaga-1.pdf", "0" * 64),
        (9, 56),
        f"filens är {_SUM}",
        right=_naming("bilaga-1.pdf", _SUM.upper()),
    ),
    Case(
        "lös-bilaga",
        {DECISION: decision(), _BESIDE: _PDF},
        (_BESIDE, 1, 1),
        "ange den där, eller ta bort den",
        right=_naming("bilaga-1.pdf"),
        severity=Severity.WARNING,
    ),
)
