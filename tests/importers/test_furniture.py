"""Page furniture goes, what the § says stays."""

from __future__ import annotations

from namndarkivet.importers.furniture import without_furniture

from .lines import scroll


def kept(written: str) -> list[str]:
    """The lines that are left."""
    return [line.text for line in without_furniture(scroll(written)).scroll.lines]


def test_what_stands_on_every_page_goes_and_is_kept_as_heads() -> None:
    found = without_furniture(
        scroll(
            "Socialnämnden\n2031-02-12\n§ 1\nEn mening som går\n1 (2)\fSocialnämnden\n2031-02-12\növer sidan.\n2 (2)"
        )
    )
    assert [line.text for line in found.scroll.lines] == ["§ 1", "En mening som går", "över sidan."]
    assert found.heads == ("Socialnämnden", "2031-02-12")


def test_a_heading_that_begins_two_pages_stays() -> None:
    assert kept("Beslut\nPlanen antas.\fBeslut\nBudgeten antas.") == [
        "Beslut",
        "Planen antas.",
        "Beslut",
        "Budgeten antas.",
    ]


def test_signatures_page_marks_and_stamps_go_on_a_single_page_too() -> None:
    for phrase in (
        "Justerandes sign Justerandes sign Justerandes sign Utdragsbestyrkande", "Utdragsbestyrkande", "Sida 1 av 3", "Page 1 of 2",
        "1(54)", "2/54", "1[25]", "Justering (sign) Utdragsbestyrkande Expediering", "Paragrafen är justerad", "............",
    ):  # fmt: skip
        assert kept(f"§ 1 Val\n{phrase}\nNämnden väljer.") == ["§ 1 Val", "Nämnden väljer."], phrase


def test_numbers_and_names_of_the_text_are_no_furniture() -> None:
    text = ["§ 1 Val", "Kommunstyrelsen", "2031", "Beslut", "Socialnämnden beslutar", "12 000 kr"]
    assert kept("\n".join(text)) == text


def test_a_recipient_below_a_foot_is_no_head() -> None:
    found = without_furniture(
        scroll(
            "§ 1 Val\nProtokollsutdrag skickas till\nExempelnämnden\n\nEkerö kommun Kommunstyrelsen, protokoll\n\nKommunstyrelsen\n\nProtokoll nr 4"
        )
    )
    assert [line.text for line in found.scroll.lines][-1] == "Exempelnämnden"
    assert "Exempelnämnden" not in found.heads


def test_a_page_head_whose_pages_turn_was_lost_is_known_by_its_page_mark() -> None:
    assert kept("§ 1 Val\nSocialnämnden 2031-02-12 2(4)\nNämnden väljer.\nSocialnämnden 2031-02-12 3(4)\nKlart.") == [
        "§ 1 Val",
        "Nämnden väljer.",
        "Klart.",
    ]


def test_paragraphs_that_begin_their_pages_are_no_heads() -> None:
    assert kept("Ks § 39   Dnr KS 2031/1\nBudget\fKs § 40   Dnr KS 2031/2\nTaxa") == [
        "Ks § 39 Dnr KS 2031/1", "Budget", "Ks § 40 Dnr KS 2031/2", "Taxa",
    ]  # fmt: skip


def test_roles_in_the_text_are_no_signatures() -> None:
    text = ["§ 1 Val", "Ordförande", "Exempla Exempelsson (S)", "Sekreterare"]
    assert kept("\n".join(text)) == text


def test_heads_that_come_back_in_a_format_without_pages_go_and_what_is_from_a_body_stays() -> None:
    assert kept("Socialnämnden 2031-02-12\n§ 1 Val\nEtt.\nSocialnämnden 2031-02-12\nTvå.") == [
        "§ 1 Val",
        "Ett.",
        "Två.",
    ]
    text = [
        "§ 1 Val",
        "Protokoll från arvodesberedningen, 2031-05-21",
        "Beslut",
        "Protokoll från arvodesberedningen, 2031-05-21",
    ]
    assert kept("\n".join(text)) == text


def test_boxes_to_sign_in_go_whatever_their_order_and_sentences_with_their_words_stay() -> None:
    for box in (
        "Ordförandens sign. Justerarens sign.",
        "Ordf. sign / Just. sign",
        "Utdraget bestyrkes",
        "Justering (sign.) Datum Expediering",
        "_____",
    ):
        assert kept(f"§ 1 Val\n{box}\nNämnden väljer.") == ["§ 1 Val", "Nämnden väljer."], box
    assert kept("§ 1 Val\nJusterare och ordförande utses.") == ["§ 1 Val", "Justerare och ordförande utses."]
