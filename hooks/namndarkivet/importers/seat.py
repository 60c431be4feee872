"""Whose minutes they are: the municipality, only where the file's own words reveal it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from namndarkivet.register import municipalities

_STAD = {"göteborgs": "Göteborg", "stockholms": "Stockholm", "malmö": "Malmö", "borås": "Borås", "lunds": "Lund", "västerås": "Västerås", "solna": "Solna", "helsingborgs": "Helsingborg",
         "mölndals": "Mölndal", "lidingö": "Lidingö", "sundbybergs": "Sundbyberg", "trollhättans": "Trollhättan", "vaxholms": "Vaxholm", "haparanda": "Haparanda", "landskrona": "Landskrona",
         "hässleholms": "Hässleholm", "norrköpings": "Norrköping"}  # fmt: skip


def municipality(
    heads: Sequence[str], front: Sequence[str], everything: Sequence[str], titles: str
) -> tuple[str | None, bool]:
    """The municipality that the file's own text reveals, and whether a head or the front page does: else it is the only one that
    the text speaks of as «… kommun» in the definite. None where heads or front page name several alike.
    """
    for texts in (heads, front):
        found = named(texts)
        if found:
            (first, number), *others = found.most_common()
            if not others or number > others[0][1]:
                return first, True
            return None, False
    cities = named([re.sub(r"(?i)kommun", "", text) for text in everything])
    found = cities or _seats(front, everything) or _own(" ".join(everything), titles)
    if not found:
        return None, False
    (first, number), *others = found.most_common()
    return (first if not others or number >= 2 * others[0][1] + 1 else None), False


def _seats(front: Sequence[str], everything: Sequence[str]) -> Counter[str]:
    """The municipality whose board or council the text names («Kommunstyrelsen i Alingsås»), or where the front page's rooms are
    («Rådhuset, Alingsås»).
    """
    known = {m.name: m.name for m in municipalities().by_code.values()}
    found: Counter[str] = Counter()
    for text in everything:
        for match in re.finditer(
            r"\b(?:[Kk]ommunstyrelsen|[Kk]ommunfullmäktige|[\wåäö]+nämnden) i ([A-ZÅÄÖ][\wåäö]+)", text
        ):
            if match[1] in known:
                found[match[1]] += 1
    for text in front:
        for match in re.finditer(
            r"\b(?:kommunhuset|rådhuset|stadshuset|kommunalhuset|kommunkontoret) i ([A-ZÅÄÖ][\wåäö]+)",
            text,
            re.IGNORECASE,
        ):
            if match[1] in known:
                found[match[1]] += 1
        room = re.search(r", ([A-ZÅÄÖ][\wåäö]+)(?=\.?$|,? kl|,? \d)", text)
        if room and room[1] in known:
            found[room[1]] += 1
    return found


_PLACE = r"([A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö]+)?)"
_PAPERS = (
    r"(?:budget|riktlinje|tillämpningsanvisning|policy|plan|reglemente|årsredovisning|taxa|delegationsordning|arkiv|anslagstavla|digitala|webbplats|vägnar|del\b|mål\b|kostnad|andel|styrdokument"
    r"|medarbetare|verksamhet|organisation|författningssamling|strategi|program|bolagsordning|medlemskap|ekonomi)"
)
_OWN = re.compile(
    rf"\b[Ff]ör {_PLACE} kommuns? (?=del\b|innebär|uppgår|betyder|blir|är|skulle|motsvarar)|\b{_PLACE} kommuns (?={_PAPERS})|\b[Ii] {_PLACE} kommun\b"
)
_OTHERS = re.compile(
    r"\b(?:från|med|till|mellan|samt|av|hos|och|motsvarande|grannkommunen|remiss\w*|jämfört med)\s+([A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö]+)?)(?:s)? (?:kommun|stad)|, ([A-ZÅÄÖ][\wåäö]+) och|([A-ZÅÄÖ][\wåäö]+) kommuner\b"
)


def _own(text: str, titles: str) -> Counter[str]:
    """The municipality that running text speaks of as its own («för Ekerö kommuns del»), never as somebody else («från»). Where
    something lies («i Härryda kommun») says it only when the §'s title does not: land may lie in another municipality.
    """
    found: Counter[str] = Counter()
    for match in _OWN.finditer(text):
        name = next(group for group in match.groups() if group)
        if match[3] and name in titles:
            continue
        found.update(named([f"{name} kommun"]))
    for match in _OTHERS.finditer(text):
        found.subtract(named([f"{next(group for group in match.groups() if group)} kommun"]))
    return +found


def named(texts: Sequence[str]) -> Counter[str]:
    """The municipalities that texts name as such: «Ekerö kommun», «Göteborgs Stad», and how often."""
    found: Counter[str] = Counter()
    known = {name.casefold(): m.name for m in municipalities().by_code.values() for name in (m.name, _genitive(m.name))}
    for text in texts:
        for match in re.finditer(
            r"(?<!från )(?<!till )(?<!med )(?<!hos )(?<!Från )(?<!Till )([A-ZÅÄÖ][\wåäöéÅÄÖ-]*(?: [A-ZÅÄÖ][\wåäö-]*)?) (?:[Kk]ommuns?|KOMMUN)(?![\wåäö])",
            text,
        ):
            for name in (match[1], match[1].split()[-1]):
                if name.casefold() in known:
                    found[known[name.casefold()]] += 1
                    break
        for match in re.finditer(r"([A-ZÅÄÖ][\wåäö]+) (?:[Ss]tads?|STAD)(?![\wåäö])", text):
            if match[1].casefold() in _STAD:
                found[_STAD[match[1].casefold()]] += 1
    return found


def _genitive(name: str) -> str:
    return name if name.endswith(("s", "x", "z")) else f"{name}s"
