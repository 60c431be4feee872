"""§ that begin outside the numbers of their file: told, and never silently part of another."""

from __future__ import annotations

from namndarkivet.filing import Registers
from namndarkivet.importers.drafts import Origin, drafts

from .lines import minutes


def paragraph(number: int, title: str = "Plan") -> str:
    """A § as minutes print it."""
    return f"§ {number}\n{title}\n\nBeslut\n{title}en antas.\n"


def test_a_second_meetings_paragraphs_in_the_file_are_told_on_the_one_that_they_follow() -> None:
    found = minutes("\n".join([paragraph(80), paragraph(81), paragraph(12, "Budget"), paragraph(13, "Policy")]))
    assert [(item.paragraph.number, item.paragraph.swallowed) for item in found.items] == [
        ("12", ("80", "81")),
        ("13", ()),
    ]
    first, _ = drafts(found, Origin("x.txt", "a" * 64), Registers({}))
    assert "paragraf: 12  # kontrollera: i filen tycks också § 80, 81 börja, utanför nummerföljden" in first.text


def test_a_paragraph_amid_another_is_told_with_its_title_beside_it_or_below() -> None:
    for title in (" Budget\n", "\nBudget\n"):
        found = minutes(f"{paragraph(80)}\n§ 12{title}\nBeslut\nBudgeten antas.\n\n{paragraph(81)}{paragraph(82)}")
        assert [(item.paragraph.number, item.paragraph.swallowed) for item in found.items] == [
            ("80", ("12",)),
            ("81", ()),
            ("82", ()),
        ]


def test_a_series_without_gaps_swallows_nothing() -> None:
    found = minutes("\n".join(map(paragraph, range(78, 83))))
    assert [(item.paragraph.number, item.paragraph.swallowed) for item in found.items] == [
        (str(number), ()) for number in range(78, 83)
    ]


def test_a_paragraph_with_its_registry_number_begins_even_after_a_year() -> None:
    found = minutes(
        "§ 8 Val\n\nBeslut\nVal hålls.\nBeslutsunderlag\nSkrivelse den 29 maj 2031\n§ 9 Dnr KS/2031:4\nTaxa\nBeslut\nTaxan antas."
    )
    assert [item.paragraph.number for item in found.items] == ["8", "9"]
