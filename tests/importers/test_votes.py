"""Counted votes in the forms that minutes have them."""

from __future__ import annotations

import pytest

from namndarkivet.importers.dissents import dissents

from .lines import minutes


def counted(division: str) -> list[tuple[int, int, int | None]]:
    """The votes in a § with this text under Omröstning."""
    (item,) = minutes(f"§ 1\nVal\n\nBeslut\nVal hålls.\n\nOmröstning\n{division}").items
    return [(vote.yes, vote.no, vote.abstain) for vote in item.votes]


@pytest.mark.parametrize(
    ("division", "votes"),
    [
        ("Med 6 ja-röster och 7 nej-röster finner ordföranden att förslaget faller.", [(6, 7, None)]),
        ("Med 31 ja-röster mot 18 nej-röster och 2 ledamöter som avstår beslutas så.", [(31, 18, 2)]),
        ("Med 9 ja-röster mot 1 nej-röst och 3 nedlagda röster beslutas så.", [(9, 1, 3)]),
        ("Omröstningen utfaller med 70 Ja mot 9 Nej. 2 ledamöter är frånvarande.", [(70, 9, None)]),
        ("A Ett (S) och B Två (V) röstar Ja (7).\nC Tre (M) röstar Nej (5).\nD Fyra (SD) avstår från att rösta (1).", [(7, 5, 1)]),
        ("Fem ja-röster och två nej-röster avges.", [(5, 2, None)]),
        ("Ja: 8, Nej: 3, Avstår: 1", [(8, 3, 1)]),
        ("Omröstningen utfaller så att 4 ledamöter röstar ja och 1 ledamot röstar nej.", [(4, 1, None)]),
        ("Med 5 ja mot 3 nej bifalls yrkandet. Testa Testsson (MP) avstår.", [(5, 3, 1)]),
        ("Ja: 7  Nej: 4  Avstår: 1", [(7, 4, 1)]),
        ("Ja: 7\nNej: 4\nAvstår: 1", [(7, 4, 1)]),
        ("Ja: 7, Nej: 4", [(7, 4, None)]),
        ("Första omröstningen: 6 ja och 5 nej. Andra omröstningen: Nej 4, Ja 7, 2 avstår.", [(6, 5, None), (7, 4, 2)]),
        ("6 ja-röster och 7 nej-röster avges. I en annan omröstning: 5 avstår.", [(6, 7, None)]),
        ("Med 7 röster mot 6 avslår nämnden.", []),
        ("Omröstning begärs.", []),
        ("Ja för avslag och Nej för bifall.", []),
    ],
)  # fmt: skip
def test_the_numbers_are_those_of_the_text(division: str, votes: list[tuple[int, int, int | None]]) -> None:
    assert counted(division) == votes


def test_a_list_with_marks_is_counted_by_its_columns_and_is_one_vote_with_its_sentence() -> None:
    table = "Ledamot             Ja       Nej      Avstår\nA Ett (S)           X\nB Två (M)                    X\nC Tre (V)           X"
    assert counted(table) == [(2, 1, 0)]
    assert counted(f"Med 2 ja-röster och 1 nej-röst bifalls förslaget.\n{table}") == [(2, 1, 0)]


def test_two_votes_are_two() -> None:
    assert counted(
        "Med 6 ja-röster mot 5 nej-röster avgörs ärendet i dag.\nMed 8 ja-röster mot 3 nej-röster bifalls det."
    ) == [
        (6, 5, None),
        (8, 3, None),
    ]


def test_a_list_after_the_last_section_is_no_part_of_it_and_one_under_its_heading_ends_nothing() -> None:
    table = "Ledamot             Ja       Nej\nA Ett (S)           X\nB Två (M)                    X"
    (after,) = minutes(
        f"§ 1\nVal\n\nBeslut\nVal hålls.\n\nExpedieras till\nKS\n\nOmröstning om återremiss\n{table}"
    ).items
    assert (after.recipients, [(vote.yes, vote.no) for vote in after.votes]) == (("KS",), [(1, 1)])
    (within,) = minutes(f"§ 1\nVal\n\nOmröstning\n{table}\n\nBeslut\nVal hålls.").items
    assert (within.operative.clauses, [(vote.yes, vote.no) for vote in within.votes]) == (("Val hålls.",), [(1, 1)])


def test_a_vote_of_another_body_is_not_this_ones() -> None:
    (item,) = minutes(
        "§ 1\nVal\n\nYrkanden\nVid omröstningen den 5 mars i kommunstyrelsen avgavs 8 ja-röster och 5 nej-röster.\n\nBeslut\nNämnden beslutar enhälligt att välja."
    ).items
    assert item.votes == ()


def test_a_long_list_of_names_is_read_in_time_that_grows_with_its_length() -> None:
    names = "Anna Ask (S), " * 3000  # took hours when each name was tried in two ways
    (item,) = minutes(f"§ 1\nVal\n\nBeslut\nVal hålls.\n\nReservation\n{names} reserverar sig.").items
    assert len(dissents(item.parts)) == 1


@pytest.mark.parametrize(
    "section",
    [
        "Beslutsgång\nEnkäten gav 45 ja och 12 nej.",
        "Upplysningar\nAv de tillfrågade sa 45 ja och 12 nej.",
        "Anförande\nI kommunstyrelsen avgavs 5 ja-röster och 6 nej-röster.",
    ],
)
def test_what_is_counted_elsewhere_is_no_vote(section: str) -> None:
    (item,) = minutes(f"§ 1\nVal\n\nBeslut\nVal hålls.\n\n{section}").items
    assert item.votes == ()


def test_those_who_abstain_are_counted_as_the_text_says_it() -> None:
    assert counted("Med 5 ja-röster mot 3 nej-röster, en ledamot avstår, beslutas så.") == [(5, 3, 1)]
    assert counted("Med 5 ja mot 3 nej beslutas så. Avstår: Ada Ett (C), Bo Två (M)") == [(5, 3, 2)]
    assert counted("Med 5 ja-röster, 3 nej-röster och 1 nedlagd röst beslutas så.") == [(5, 3, 1)]
