"""Registry numbers in a §'s head, in the forms that municipalities write them; kept as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from namndarkivet.registry_numbers import registry_key

_NAME = (
    r"(?!(?:Dnr|DNR|Dpl|DPL|Nr|NR|Art|Kap|SOU|SFS|Ds|DS|TSFS|HSLF|AFS|EU|KOM|COM|SKR|SKL|OPF|KL|LSS|LOU|LUF|PBL|LVU|LVM|LPT|HSL|OSL|SFI|ISO|OS|AB|Prop|PROP)(?![A-Za-zåäö]))"
    r"(?:[A-ZÅÄÖ]{2,8}(?:-[A-ZÅÄÖ]{1,3})?|[A-ZÅÄÖ][a-zåäö]{1,2})(?![A-Za-zÅÄÖåäö])"
)
"""A body's letters: capitals, or one capital and a letter or two. «Budget 2022-2024» is none, nor is «SOU 2024:25»."""
_LEAD = r"(?:[Dd]nr\.?|[Dd]iarienummer|[Dd]iarienr\.?|[Dd]iarie-?nr\.?|[ÄäE]rendenummer|[Ää]rendenr\.?|DNR|Dnr\.)"
_FORMS = "|".join(
    (
        rf"{_NAME} ?[-/.]? ?(?:19|20)\d\d ?[-/:.] ?(?!(?:19|20)\d\d(?!\d))(?!\d\d-\d\d(?!\d))\d{{1,6}}(?:[-:]\d{{1,4}}(?!\d))?",  # SN 2019/11, SLK-2024-00274, LS 2016-1303
        rf"{_NAME} (?!(?:19|20)\d\d-)\d{{1,5}}-(?:19|20)\d\d(?!\d)",  # BMN 63-2018
        rf"{_NAME} (?!(?:19|20)\d\d/)\d{{1,5}}/(?:19|20)\d\d(?:-\d{{1,4}})?(?!\d)",  # KS 345/2019-106
        r"\d\d[A-ZÅÄÖ]{2,5}\d{1,5}",  # 22RN14
        r"(?:19|20)\d\d-[A-ZÅÄÖ]{2,5}\d{2,6}",  # 2022-MBN0311
        r"[a-zåäö]{2,6}[ /](?:19|20)\d\d[:/]\d{1,5}",  # von/2017:3
        rf"{_NAME} ?\d\d[/:.]\d{{1,5}}",  # SN16/103, KS25.318
        rf"(?:19|20)\d\d[/.:-](?!(?:19|20)\d\d(?!\d))\d{{1,6}} ?{_NAME}(?:-\d{{1,3}})?",  # 2018/0715 KS-7, 2017.199 SN
        rf"(?:19|20)\d\d/{_NAME} ?\d{{1,6}}(?: \d{{3}})?",  # 2011/KS 0206 001
        r"[A-ZÅÄÖ]{2,4}\d{6}",  # RS160570
        r"\d{4,6}/(?:19|20)\d\d",  # 00322/2026
        r"(?:19|20)\d\d-(?!(?:19|20)\d\d(?!\d))\d{4,6}",  # 2017-000244
        r"0\d{3}/\d\d",  # 0120/22
        rf"\d{{1,5}}/(?:19|20)?\d\d[ -]?{_NAME}",  # 45/2019 KS
    )
)
_PLAIN = rf"{_NAME}[/ ](?:19|20)\d\d:\d{{1,5}}|{_NAME}/(?:19|20)\d\d[/-]\d{{1,5}}"
"""So plainly a registry number that it needs no brackets after a title."""
_LOOSE = r"\d[\d./-]*\d(?: ?[A-ZÅÄÖ]{2,6})?"
_AFTER = r"(?:\s*(?:[-–,;]?\s*(?:Dpl|Diariekod|Dplkod|diarieplan)\s*:?\s*[\d.-]+|\s\d+(?:\.\d+){1,4}(?![\d.])|\s-\s\d{3}(?!\d)|\s\d{3}(?!\d|\s*kr)))?"
_WITH_LEAD = re.compile(rf"\(?\s*{_LEAD}\s*:?\s*(?P<number>{_FORMS}|{_LOOSE}){_AFTER}\s*\)?")
_BARE = r"\d{2,5}/\d\d(?!\d)"  # 1193/22: only right after a §'s number
_AT_START = re.compile(
    rf"\s*(?:\(\s*(?P<inner>{_FORMS}){_AFTER}\s*\)|(?P<number>{_FORMS}|{_BARE}){_AFTER})(?=\s|$|[,;])"
)
_AT_END = re.compile(
    rf"\s*(?:[(\[]\s*(?:(?P<inner>{_FORMS})|{_LEAD}\s*:?\s*(?P<loose>{_FORMS}|{_LOOSE})){_AFTER}\s*[)\]]|\s(?P<plain>{_PLAIN})|\s{_LEAD}\s*:?\s*(?P<number>{_FORMS}|{_LOOSE}){_AFTER})\s*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A registry number as written, the text around it without it, and the key that tells whether two are one."""

    written: str
    without: str

    @property
    def key(self) -> str:
        """The key of the number."""
        return registry_key(self.written)


def registry_number(text: str, *, whole: bool = False, trailing: bool = False) -> Found | None:
    """The registry number in a §'s head: after its word («Dnr»), at the start, or in brackets at the end.

    `whole`: only where the text is the number and nothing else. `trailing`: only at the end.
    """
    if not trailing:
        match = _WITH_LEAD.search(text)
        if (
            match
            and (not whole or not _rest(text, match))
            and (whole or match.start() == 0 or match.end() == len(text))
        ):
            return Found(match["number"].strip(), _rest(text, match))
        match = _AT_START.match(text)
        if match and not _is_span(match["inner"] or match["number"]) and (not whole or not _rest(text, match)):
            return Found((match["inner"] or match["number"]).strip(), _rest(text, match))
    if not whole:
        match = _AT_END.search(text)
        if match and not (match["inner"] and _is_span(match["inner"])):
            return Found(
                (match["inner"] or match["loose"] or match["plain"] or match["number"]).strip(),
                text[: match.start()].strip(),
            )
    return None


_YEARS = re.compile(r"(?:[A-ZÅÄÖ]+ ?)?(?:19|20)?(\d\d)[/-](\d\d)|(?:[A-ZÅÄÖ]+ ?)?(?:19|20)\d\d-\d\d-\d\d")


def _is_span(written: str) -> bool:
    """Whether it is a school year or the like («2024/25», «24/25») or a day, and no registry number."""
    match = _YEARS.fullmatch(written)
    return match is not None and (match[1] is None or (int(match[1]) + 1) % 100 == int(match[2]))


_MORE = re.compile(rf"(?:\s*(?:[,;/&]|och)\s*(?:{_LEAD}\s*:?\s*)?(?:{_FORMS})(?![\w/-]))+")
"""The registry numbers of other bodies after the first."""


def _rest(text: str, match: re.Match[str]) -> str:
    after = text[match.end() :]
    more = _MORE.match(after)
    return f"{text[: match.start()].strip()} {after[more.end() if more else 0 :].strip()}".strip()
