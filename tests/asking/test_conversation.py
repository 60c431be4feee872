"""The conversation: what is asked, what an answer means, and what is asked again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from archives import archive, recommendation, registers

from namndarkivet.asking.conversation import Conversation
from namndarkivet.asking.draft import Draft, headings, path
from namndarkivet.asking.flags import options
from namndarkivet.asking.judging import answer_problems
from namndarkivet.asking.questions import question
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value

ARCHIVE = archive(recommendation(ämnen=["socialtjänst"]))
LEAST: dict[str, Value] = {
    "rubrik": "Budget",
    "kommun": "Habo",
    "organ": "Socialnämnden",
    "status": "beslutat",
    "datum": "2031-02-12",
    "paragraf": "12",
    "källa": {"titel": "Protokoll"},
}


class Clerk:
    """Someone who gives these answers in turn, and what was said to them."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.prompts: list[str] = []
        self.heard: list[str] = []

    def ask(self, prompt: str) -> str:
        """The next answer; when there is none left, the test is wrong."""
        self.prompts.append(prompt)
        return next(self.answers)

    def talk(self, draft: Draft, suggested: dict[str, Value] | None = None) -> dict[str, Any]:
        """What the conversation about a draft ends in. Every answer must have been asked for."""
        done = Conversation(self.ask, self.heard.append, ARCHIVE).document(draft, suggested or {})
        assert list(self.answers) == []
        return dict(done.values)


def about(key: str, *answers: str, kind: Shelf = Shelf.DECISION) -> tuple[Any, Clerk]:
    """What answers to one question come to beside a whole decision, and who gave them."""
    clerk = Clerk(*answers)
    one = question(kind, key)
    assert one is not None
    values = {known: value for known, value in LEAST.items() if known != key}
    made = Conversation(clerk.ask, clerk.heard.append, ARCHIVE).answer(one, Draft(kind, values), None)
    assert list(clerk.answers) == []
    return made.values.get(key), clerk


def test_a_decision_from_empty_asks_for_what_must_be_there_and_no_more() -> None:
    clerk = Clerk("Budget", "Habo", "1", "1", "2031-02-12", "12", "Protokoll", "", "", "", "", "")
    assert clerk.talk(Draft(Shelf.DECISION)) == LEAST
    asked = [prompt.rstrip(": ") for prompt in clerk.prompts]
    assert asked == ["Rubrik", "Kommun", "Organ", "Status", "Datum", "Paragraf", "Titel", "Fil", "Url", "Hämtad", "Sha256",
                     "Nummer"]  # fmt: skip


def test_a_proposal_is_asked_where_it_goes_and_a_day_that_is_not_known_for_its_year() -> None:
    clerk = Clerk("Budget", "Habo", "1", "förslag", "Kommunstyrelsen", "", "", "2031", "12", "P", "", "", "", "", "")
    values = clerk.talk(Draft(Shelf.DECISION))
    assert (values["föreslås_till"], values["år"], "datum" in values) == ("Kommunstyrelsen", "2031", False)
    assert any("måste finnas" in line for line in clerk.heard)


def test_what_is_given_is_not_asked_for() -> None:
    clerk = Clerk("12", "")
    assert clerk.talk(Draft(Shelf.DECISION, {k: v for k, v in LEAST.items() if k != "paragraf"})) == LEAST


def test_more_is_chosen_by_number() -> None:
    clerk = Clerk("99", "1", "SN 2031/45", "")
    assert clerk.talk(Draft(Shelf.DECISION, LEAST))["diarienummer"] == "SN 2031/45"
    assert "   1 Diarienummer: Diarienumret som det är skrivet." in clerk.heard
    assert any(line.startswith("  Skriv nummer mellan 1 och") for line in clerk.heard)


def test_what_a_document_that_is_new_cannot_have_is_not_offered() -> None:
    clerk = Clerk("")
    clerk.talk(Draft(Shelf.DECISION, LEAST))
    assert not [line for line in clerk.heard if "Rättelser" in line or "Tillbakadragen" in line]


def test_suggestions_are_taken_by_enter_changed_or_dropped() -> None:
    suggested: dict[str, Value] = {"rubrik": "Förra", "kommun": "Habo", "diarienummer": "SN 1/2031", "ämnen": ["skola"]}
    clerk = Clerk("", "Håbo", "1", "1", "2031-02-12", "12", "P", "", "", "", "", ".", "", "")
    values = clerk.talk(Draft(Shelf.DECISION), suggested)
    assert (values["rubrik"], values["kommun"], values["ämnen"]) == ("Förra", "Håbo", ["skola"])
    assert "diarienummer" not in values
    assert "  Enter: Förra    punkt: lämna bort" in clerk.heard


@pytest.mark.parametrize(
    ("key", "wrong", "right", "says"),
    [
        ("datum", "2031-02-30", "2031-02-28", "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2031-02-28"),
        ("status", "beslutad", "beslutat", "menade du «beslutat»?"),
        ("kommun", "Haboo", "Habo", "«Haboo» är ingen kommun; menade du «Habo»?"),
        ("organ", "Socialnämden", "Socialnämnden", "menade du «Socialnämnden»?"),
        ("paragraf", "§ 12", "12", "skriv bara numret: 12"),
        ("diarienummer", "Dnr SN 1", "SN 1", "skriv utan Dnr: SN 1"),
        ("rubrik", "inga", "Val", "här går det inte att svara «inga»"),
        ("rubrik", "\udce5", "Val", "tecken som inte går att läsa"),
    ],
)
def test_a_wrong_answer_is_told_at_once_with_the_rules_words_and_asked_again(
    key: str, wrong: str, right: str, says: str
) -> None:
    value, clerk = about(key, wrong, right)
    assert value == right
    assert any(says in line for line in clerk.heard), clerk.heard


def test_a_reference_to_what_is_not_there_is_told() -> None:
    value, clerk = about("svar", "j", "skr-2030-8", "antar", "", "", "j", "skr-2030-7", "1", "", "")
    assert value == [{"rekommendation": "skr-2030-7", "ställning": "antar"}]
    assert any("rekommendationen «skr-2030-8» finns inte i arkivet; menade du «skr-2030-7»?" in h for h in clerk.heard)


def test_a_warning_is_told_and_the_answer_stands() -> None:
    value, clerk = about("justerad", "2031-04-30")
    assert value == "2031-04-30"
    assert any(line.startswith("  Obs: justerat 77 dagar efter sammanträdet") for line in clerk.heard)


def test_the_same_answer_again_stands_for_what_only_a_rule_refuses() -> None:
    value, clerk = about("organ", "Barnnämnden", "Barnnämnden")
    assert value == "Barnnämnden"
    assert sum("finns inte bland organen" in line for line in clerk.heard) == 2


def test_the_same_answer_again_does_not_make_a_date_of_what_is_none() -> None:
    value, _ = about("datum", "igår", "igår", "2031-02-12")
    assert value == "2031-02-12"


def test_a_list_tells_missing_none_and_some_apart() -> None:
    assert about("expedieras", "")[0] is None
    assert about("expedieras", "-")[0] == []
    assert about("expedieras", "Inga")[0] == []
    assert about("expedieras", "SKR", "akten", "")[0] == ["SKR", "akten"]
    assert about("reservationer", "")[0] is None
    assert about("reservationer", "-")[0] == []


def test_entries_of_a_list_have_what_they_need_and_nothing_that_was_not_said() -> None:
    value, _ = about("yrkanden", "j", "", "Ada Ett", "bifall", "S", "j", "Bo Två", "avslag", "", "")
    assert value == [{"av": "Ada Ett", "parti": "S", "yrkande": "bifall"}, {"av": "Bo Två", "yrkande": "avslag"}]


def test_conditions_are_asked_for_where_the_answer_has_any() -> None:
    value, _ = about("svar", "j", "1", "antar med villkor", "Högst 9 500 kronor.", "9500", "år", "")
    assert value == [
        {
            "rekommendation": "skr-2030-7",
            "ställning": "antar med villkor",
            "villkor": "Högst 9 500 kronor.",
            "kostnad": {"belopp": "9500", "per": "år"},
        }
    ]


def test_a_value_with_parts_that_is_not_begun_is_left_out() -> None:
    assert about("kort", "")[0] is None
    assert about("anslag", "", "")[0] is None
    assert about("anslag", "2031-02-20", "")[0] == {"uppsatt": "2031-02-20"}


def test_subjects_and_senders_of_the_archive_are_offered() -> None:
    assert about("ämnen", "1", "")[0] == ["socialtjänst"]
    assert about("avsändare", "1", kind=Shelf.RECOMMENDATION)[0] == "SKR"


def test_a_meeting_is_asked_for_its_municipality() -> None:
    value, clerk = about("kommun", "Haboo", "Habo", kind=Shelf.MEETING)
    assert value == "Habo"
    assert any("menade du «Habo»?" in line for line in clerk.heard)


@pytest.mark.parametrize(
    ("draft", "where"),
    [
        (Draft(Shelf.DECISION, LEAST), "beslut/habo/socialnamnden/2031/12-budget.md"),
        (Draft(Shelf.DECISION, LEAST, short="Årets plan"), "beslut/habo/socialnamnden/2031/12-arets-plan.md"),
        (
            Draft(Shelf.DECISION, {**LEAST, "rubrik": "ord " * 40}),
            f"beslut/habo/socialnamnden/2031/12{'-ord' * 15}.md",
        ),
        (Draft(Shelf.DECISION, {**LEAST, "organ": "Byggnämnden"}), "beslut/habo/byggnamnden/2031/02-12-12-budget.md"),
        (Draft(Shelf.DECISION, {**LEAST, "rubrik": "§§"}), "beslut/habo/socialnamnden/2031/12.md"),
        (
            Draft(Shelf.MEETING, {"kommun": "Håbo", "organ": "Socialnämnden", "datum": "2031-02-12", "källa": {"titel": "P"}}),
            "beslut/haabo/socialnamnden/2031/2031-02-12-sammantrade.md",
        ),
        (
            Draft(Shelf.CIRCULAR, {"rubrik": "Längre tid", "avsändare": "SKR", "slag": "brev", "datum": "2030-11-20", "källa": {"titel": "B"}}),
            "cirkular/skr/2030/2030-11-20-langre-tid.md",
        ),
        (
            Draft(Shelf.RECOMMENDATION, {"rubrik": "Stöd", "avsändare": "SKR", "datum": "2030-06-10", "nummer": "7/2030",
                                         "riktas_till": "kommuner", "källa": {"titel": "M"}}),
            "rekommendationer/skr-2030-7.md",
        ),
        (
            Draft(Shelf.RECOMMENDATION, {"rubrik": "Stöd", "avsändare": "SKR", "datum": "2030", "riktas_till": "kommuner",
                                         "källa": {"titel": "M"}}),
            "rekommendationer/skr-2030-stod.md",
        ),
        (Draft(Shelf.DECISION, {"rubrik": "Budget"}), None),
    ],
)  # fmt: skip
def test_a_document_has_its_place(draft: Draft, where: str | None) -> None:
    assert path(draft, registers()) == where


def test_a_whole_decision_has_no_problem_at_any_of_its_answers() -> None:
    draft = Draft(Shelf.DECISION, LEAST)
    assert [problem for key in LEAST for problem in answer_problems(draft, key, ARCHIVE)] == []


@pytest.mark.parametrize(
    ("status", "first"),
    [("beslutat", "## Beslut"), ("förslag", "## Förslag till beslut"), ("utan beslut", "## Ärendet")],
)
def test_the_headings_to_fill_in_are_those_of_the_status(status: str, first: str) -> None:
    assert headings(Draft(Shelf.DECISION, {**LEAST, "status": status})).split("\n")[0] == first


def test_options_are_grouped_by_the_kinds_that_have_them() -> None:
    groups = {title: {option.name for option in group} for title, group in options().items()}
    assert "källa__titel" in groups["alla sorter"]
    assert groups["rekommendation"] >= {"ersätter", "svarstid", "riktas_till"}
    assert groups["beslut"] >= {"paragraf", "status"}
