"""Drafts: front matter with what the text says and no more, and the source's own words below."""

from __future__ import annotations

from pathlib import Path

import yaml
from archives import Papers, archive, recommendation
from hypothesis import example, given
from hypothesis import strategies as st

from namndarkivet.filing import Registers
from namndarkivet.importers.drafts import Draft, Origin, drafts, private
from namndarkivet.importers.minutes import read_minutes
from namndarkivet.importers.readers import text

from .lines import minutes
from .paper import as_text

ORIGIN = Origin("protokoll.txt", "a" * 64)


def made(origin: Origin = ORIGIN) -> tuple[Draft, ...]:
    """The drafts of the invented minutes."""
    return drafts(read_minutes(text.read(as_text())), origin, Registers({}))


def front(draft: Draft) -> dict[str, object]:
    """The front matter of a draft, every scalar as text."""
    found: dict[str, object] = yaml.load(draft.text.split("---\n")[1], yaml.BaseLoader)  # noqa: S506 - it makes text of everything
    return found


def entries(draft: Draft, key: str) -> list[dict[str, object]]:
    """A list of the front matter."""
    found = front(draft)[key]
    assert isinstance(found, list)
    return found


def test_a_draft_lies_where_it_belongs_and_says_what_the_source_says() -> None:
    first = made()[0]
    assert first.path == "beslut/habo/socialnamnden/2031/12-riktlinjer-for-exempelbidrag.md"
    assert front(first) == {
        "rubrik": "Riktlinjer för exempelbidrag",
        "kommun": "Habo",
        "organ": "Socialnämnden",
        "status": "beslutat",
        "datum": "2031-02-12",
        "paragraf": "12",
        "diarienummer": "SN 2031/45",
        "underlag": [{"rubrik": "Tjänsteskrivelse 2031-01-20"}, {"rubrik": "Riktlinjer, förslag"}],
        "expedieras": ["Ekonomienheten", "Föreningarna"],
        "källa": {"titel": "Protokoll Socialnämnden 2031-02-12", "fil": "protokoll.txt", "sha256": "a" * 64},
    }
    assert first.text.split("---\n", 2)[2] == (
        "## Beslut\n\n1. Riktlinjerna antas.\n2. Kostnaden, 9.500 kr per år, ryms i budget.\n\n## Sammanfattning\n\n"
        "Förvaltningen har tagit fram riktlinjer för bidrag till påhittade föreningar i kommunen.\n\n## Beslutsunderlag\n\n"
        "- Tjänsteskrivelse 2031-01-20\n- Riktlinjer, förslag\n\n## Beslutet skickas till\n\nEkonomienheten\n\nFöreningarna\n"
    )
    assert (first.check, first.missing) == ((), ())


def test_what_may_be_read_wrongly_is_marked_beside_the_value() -> None:
    second = made()[1]
    assert "föreslås_till: Kommunfullmäktige  # kontrollera: vilket organ ska besluta?\n" in second.text
    assert (
        "omröstningar:  # kontrollera: stämmer rösterna, vad gällde omröstningen, och stämmer vad ja och nej betydde?\n"
        in second.text
    )
    (division,) = entries(second, "omröstningar")
    assert (division["ja"], division["nej"], division["ja_betyder"]) == ("4", "7", "avslag")
    assert "reservationer:  # kontrollera: är alla med?\n  - {av: Testa Testsson, parti: M}\n" in second.text
    assert [about.partition(":")[0] for about in second.check] == [
        "föreslås_till",
        "yrkanden",
        "omröstningar",
        "reservationer",
    ]
    assert "avstår" not in second.text.split("---\n")[1]


def test_the_meetings_facts_stand_once() -> None:
    *_, meeting = made()
    assert meeting.path == "beslut/habo/socialnamnden/2031/2031-02-12-sammantrade.md"
    assert front(meeting)["anslag"] == {"uppsatt": "2031-02-20", "nedtaget": "2031-03-14"}
    assert front(meeting)["närvarande"] == ["Exempla Exempelsson (S)"]


def test_what_the_text_does_not_say_is_left_out_and_told() -> None:
    (only,) = drafts(minutes("§ 3\nVal\n\nBeslut\nVal hålls."), ORIGIN, Registers({}))
    assert set(front(only)) == {"rubrik", "status", "paragraf", "källa"}
    assert only.missing == ("kommun", "organ", "datum")
    assert only.path.startswith("ofullstandiga/")


def test_the_caller_can_say_what_the_text_does_not() -> None:
    origin = Origin("x.txt", "a" * 64, municipality="Håbo", body="Barnnämnden")
    (only,) = drafts(minutes("§ 3\nVal\n\nBeslut\nVal hålls."), origin, Registers({}))
    assert (front(only)["kommun"], front(only)["organ"], only.missing) == ("Håbo", "Barnnämnden", ("datum",))


def test_an_answer_is_only_suggested() -> None:
    holds = archive(recommendation(nummer="7/2030"))
    found = minutes("§ 3\nSvar\n\nBeslut\nRekommendationen antas.\n\nÄrendet\nSe meddelande från styrelsen nr 7/2030.")
    (only,) = drafts(found, ORIGIN, holds.registers, holds)
    assert "svar" not in front(only)
    assert "#   - rekommendation: skr-2030-7\n#     ställning: …\n" in only.text


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
@example("null")
@example("ja")
@example("1_000")
@example("§,")
@example("2031-02-30")
@example("'citat': {x}")
def test_any_text_comes_back_from_the_front_matter_as_it_was(written: str) -> None:
    (only,) = drafts(minutes("§ 3 Val\n\nBeslut\nVal hålls."), Origin(written, "a" * 64, body=written), Registers({}))
    assert front(only)["organ"] == written


def test_text_stays_text_in_markdown() -> None:
    (only,) = drafts(minutes("§ 3 Val\n\nBeslut\nNämnden <b>antar</b> *planen* [x](y) _nu_."), ORIGIN, Registers({}))
    assert only.text.endswith("## Beslut\n\nNämnden \\<b>antar\\</b> \\*planen\\* \\[x\\](y) \\_nu\\_.\n")


def test_the_drafts_pass_the_check_when_the_marks_are_gone(tmp_path: Path) -> None:
    papers = Papers(tmp_path)
    for draft in made():
        bare = "\n".join(line.split("  # kontrollera")[0] for line in draft.text.split("\n"))
        papers.write(draft.path, bare)
    papers.open()


def test_a_paragraph_with_a_personal_number_becomes_no_draft() -> None:
    found = minutes("§ 3\nBidrag till 520304-1234\n\nBeslut\nBidraget beviljas.\n\n§ 4\nVal\n\nBeslut\nVal hålls.")
    (only,) = drafts(found, ORIGIN, Registers({}))
    assert only.number == "4"
    assert private(found.items[0]) == ("520304-****",)


def test_that_there_are_none_is_an_empty_list_and_unsaid_is_absent() -> None:
    (none,) = drafts(minutes("§ 3\nVal\n\nBeslut\nVal hålls.\n\nReservationer\nInga."), ORIGIN, Registers({}))
    (unsaid,) = drafts(minutes("§ 3\nVal\n\nBeslut\nVal hålls."), ORIGIN, Registers({}))
    assert (front(none)["reservationer"], front(unsaid).get("reservationer")) == ([], None)


def test_a_municipality_that_the_file_gainsays_is_marked() -> None:
    found = read_minutes(text.read(as_text()))
    first, *_ = drafts(found, Origin("x", "a" * 64, municipality="Håbo"), Registers({}))
    assert "kommun: Håbo  # kontrollera: filen säger Habo\n" in first.text


def test_a_proposal_below_the_decisions_heading_is_its_subheading() -> None:
    (only,) = drafts(minutes("§ 3\nVal\n\nBeslut\n\nFörslag till Socialnämnden\n1. Val hålls."), ORIGIN, Registers({}))
    assert only.text.endswith("## Beslut\n\n### Förslag till Socialnämnden\n\n1. Val hålls.\n")
