"""Word's styles: what a paragraph's style says of its name, its weight and the list that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from namndarkivet.importers.readers.wordpackage import qn
from namndarkivet.importers.readers.wordxml import is_on, number_in

_LONGEST = 20
"""Styles based on one another at most: a circle ends there."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its shown name, whether its text is bold, and the number and level of its list («» for none)."""

    name: str = ""
    bold: bool = False
    list: str = ""
    level: int = 0


def styles_of(root: Element | None) -> Mapping[str, Style]:
    """The styles of a document by id; under «» the one that paragraphs without a style have."""
    found: dict[str, Style] = {}
    by_id = {} if root is None else {one.get(qn("w:styleId"), ""): one for one in root.iter(qn("w:style"))}
    for name, element in by_id.items():
        chain = _chain(name, by_id)
        found[name] = Style(_name(element), _bold(chain), *_list(chain))
        if element.get(qn("w:type")) == "paragraph" and element.get(qn("w:default")) in {"1", "true"}:
            found[""] = found[name]
    return found


def _chain(name: str, by_id: Mapping[str, Element]) -> list[Element]:
    """A style and those that it is based on, the nearest first."""
    chain: list[Element] = []
    while name in by_id and len(chain) < _LONGEST:
        chain.append(by_id[name])
        based = by_id[name].find(qn("w:basedOn"))
        name = "" if based is None else based.get(qn("w:val"), "")
    return chain


def _name(element: Element) -> str:
    named = element.find(qn("w:name"))
    return "" if named is None else named.get(qn("w:val"), "")


def _bold(chain: list[Element]) -> bool:
    said = (is_on(element.find(f"{qn('w:rPr')}/{qn('w:b')}")) for element in chain)
    return next((bold for bold in said if bold is not None), False)


def _list(chain: list[Element]) -> tuple[str, int]:
    for element in chain:
        place = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if place is not None:
            number = number_in(place, "w:numId", -1)
            return ("", 0) if number < 0 else (str(number), number_in(place, "w:ilvl", 0))
    return "", 0
