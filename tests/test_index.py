"""The archive: every document by id, place, time, subject and recommendation, and who names whom, both ways."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

import pytest
from archives import BODY, STEADY, archive, circular, decision, meeting, recommendation
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.entry import Entry, meeting_of, paragraph_order, place_of, year_of
from namndarkivet.index import Archive
from namndarkivet.mentions import Means, Mention
from namndarkivet.model import Decision

HERE = "beslut/habo/socialnamnden/2031"


def links(made: Archive) -> set[tuple[str, str]]:
    """Every pair of a document and a page that its text names."""
    return {
        (entry.id, target)
        for entry in made.documents()
        for mention in (entry.markup.mentions if entry.markup else ())
        if (target := made.target(entry, mention))
    }


# By id.


def test_a_document_is_found_by_its_id_with_or_without_slashes_and_ending() -> None:
    entry = decision()
    made = archive(entry)
    for written in (f"{HERE}/12", f"/{HERE}/12/", f"{HERE}/12.md"):
        assert made.get(written) is entry
        assert made.decision(written) is entry
    assert [made.get(written) for written in ("", "/", HERE, f"{HERE}/1", f"{HERE}/12-sak")] == [None] * 5


def test_a_former_id_leads_to_the_document_of_today() -> None:
    entry = decision(tidigare_id=["beslut/habo/socialnamnden/2031/11", "/beslut/habo/socialnamnden/2030/12/"])
    made = archive(entry)
    assert made.get(f"{HERE}/11") is entry
    assert made.find("beslut/habo/socialnamnden/2030/12") == entry.id
    assert dict(made.former) == {f"{HERE}/11": entry.id, "beslut/habo/socialnamnden/2030/12": entry.id}


def test_a_former_id_never_takes_the_place_of_a_document_that_has_it() -> None:
    one, other = decision(), decision(paragraf="13", tidigare_id=[f"{HERE}/12"])
    assert archive(other, one).get(f"{HERE}/12") is one


def test_a_document_of_one_kind_is_not_found_as_another() -> None:
    made = archive(decision(), recommendation(), circular())
    assert made.decision("rekommendationer/skr-2030-7") is None
    assert made.recommendation(f"{HERE}/12") is None
    assert made.recommendation("skr-2030-7") is made.recommendation("rekommendationer/skr-2030-7")


def test_of_two_documents_with_one_id_the_first_holds_it_and_both_are_told() -> None:
    one, other = decision(rubrik="Ett"), decision(rubrik="Två")
    made = archive(one, other)
    assert made.decisions == (one,)
    assert dict(made.clashes) == {one.id: [one.path, other.path]}


def test_a_link_by_id_can_mean_a_meeting_or_a_matter() -> None:
    made = archive(decision(diarienummer="SN 2031/1"))
    assert made.find("sammantraden/habo/socialnamnden/2031-02-12/") == "sammantraden/habo/socialnamnden/2031-02-12"
    assert made.find("arenden/habo/sn-2031-1") == "arenden/habo/sn-2031-1"
    assert made.find("arenden/haabo/sn-2031-1") is None


# Groups.


@st.composite
def decisions(draw: st.DrawFn) -> list[Entry[Decision]]:
    """Some decisions of different places, dates and subjects, each with an id of its own."""
    places = st.tuples(st.sampled_from(["Habo", "Håbo"]), st.sampled_from(["Socialnämnden", "Kommunstyrelsen"]))
    dates = st.sampled_from(["2030", "2031", "2031-02", "2031-02-12", "2031-03-01"])
    subjects = st.none() | st.lists(st.sampled_from(["skola", "Skola", "vård & omsorg"]), max_size=2, unique=True)
    rows = draw(st.lists(st.tuples(places, dates, subjects), max_size=10))
    return [
        decision(kommun=name, organ=body, datum=date, paragraf=str(n), ämnen=given_)
        for n, ((name, body), date, given_) in enumerate(rows, start=1)
    ]


@given(decisions())
@settings(STEADY, max_examples=200)
def test_every_decision_stands_in_exactly_one_place_year_and_body_and_in_its_meeting(
    entries: list[Entry[Decision]],
) -> None:
    made = archive(*entries)
    everyone = Counter(entry.id for entry in entries)
    groupings: list[Any] = [made.by_municipality, made.by_body, made.by_year]
    for groups in groupings:
        assert Counter(entry.id for group in groups.values() for entry in group) == everyone
        assert all(groups.values())
    met = Counter(entry.id for group in made.by_meeting.values() for entry in group)
    assert met == Counter(entry.id for entry in entries if len(str(entry.record.date)) == 10)
    for (municipality, body), group in made.by_body.items():
        assert all(place_of(entry) == (municipality, body) for entry in group)
    for year, group in made.by_year.items():
        assert all(year_of(entry) == year for entry in group)


@given(decisions())
@settings(STEADY, max_examples=100)
def test_decisions_stand_by_date_the_oldest_first_in_every_group(entries: list[Entry[Decision]]) -> None:
    made = archive(*entries)
    groupings: list[Any] = [made.by_municipality, made.by_body, made.by_year, made.by_meeting]
    for group in [made.decisions, *(group for groups in groupings for group in groups.values())]:
        dates = [entry.record.date for entry in group]
        assert dates == sorted(dates)


def test_paragraphs_of_one_day_stand_in_the_order_of_their_numbers() -> None:
    written = ["9", "9 a", "10", "100/2031", "§ 101", "12-14"]
    made = archive(*(decision(paragraf=paragraph) for paragraph in reversed(written)))
    assert [entry.record.paragraph for entry in made.decisions] == ["9", "9 a", "10", "12-14", "100/2031", "§ 101"]
    assert paragraph_order("utan nummer") == (0, "utan nummer")


def test_a_subject_is_one_whatever_its_capitals() -> None:
    made = archive(decision(ämnen=["Vård & omsorg"]), decision(paragraf="13", ämnen=["vård & omsorg", "skola"]))
    assert {key: len(group) for key, group in made.by_subject.items()} == {"vard-omsorg": 2, "skola": 1}
    assert list(made.subjects) == ["skola", "vard-omsorg"]


def test_a_meeting_without_decisions_has_its_place_and_a_decision_without_a_day_has_no_meeting() -> None:
    made = archive(meeting(datum="2031-05-01"), decision(), decision(paragraf="13", datum="2031-02"))
    assert {identity: len(group) for identity, group in made.by_meeting.items()} == {
        "sammantraden/habo/socialnamnden/2031-05-01": 0,
        "sammantraden/habo/socialnamnden/2031-02-12": 1,
    }
    assert meeting_of(decision(datum=None, år="2031")) is None


def test_answers_and_letters_are_grouped_by_the_recommendation_that_they_name() -> None:
    answer = {"rekommendation": "rekommendationer/skr-2030-7", "ställning": "antar"}
    made = archive(
        recommendation(),
        decision(svar=[answer]),
        decision(paragraf="13", svar=[{**answer, "rekommendation": "skr-2030-7"}]),
        decision(paragraf="14", svar=[{**answer, "rekommendation": "skr-1999-1"}]),
        circular("2030-12-01-b", datum="2030-12-01", rekommendation="skr-2030-7"),
        circular("2030-11-20-a", rekommendation="skr-2030-7"),
        circular("2030-10-01-c", datum="2030-10-01"),
    )
    assert {key: [e.id for e in group] for key, group in made.answers.items()} == {
        "rekommendationer/skr-2030-7": [f"{HERE}/12", f"{HERE}/13"]
    }
    assert {key: [e.id[-1] for e in group] for key, group in made.letters.items()} == {
        "rekommendationer/skr-2030-7": ["a", "b"]
    }


# Who names whom.


@pytest.mark.parametrize(
    ("front", "text", "target"),
    [
        ({}, "§ 13", f"{HERE}/13"),
        ({}, "§ 13/2031", f"{HERE}/13"),
        ({}, "§ 13/2030", None),
        ({}, "§ 12", None),
        ({}, "§ 14", None),
        ({"datum": "2031-02-13"}, "§ 13", None),
        ({"datum": "2031-02"}, "§ 13", None),
        ({"organ": "Kommunstyrelsen"}, "§ 13", None),
        ({"kommun": "Håbo"}, "§ 13", None),
        ({}, "SN16/103", "arenden/habo/sn-2016-103"),
        ({}, "(sn/2016:103)", "arenden/habo/sn-2016-103"),
        ({"kommun": "Håbo"}, "SN16/103", None),
        ({}, "SÄN 2016/103", None),
        ({}, "meddelande från styrelsen nr 7/2030", "rekommendationer/skr-2030-7"),
        ({}, "meddelande från styrelsen nr 8/2030", None),
        ({}, "cirkulär 30:12", "cirkular/skr/2030/2030-11-20-cirkular"),
        ({}, "cirkulär 30:13", None),
        ({}, f"[[{HERE}/13|ord]]", f"{HERE}/13"),
        ({}, "[[rekommendationer/skr-2030-8]]", None),
        ({}, "[ord](13-sak.md#beslut)", f"{HERE}/13"),
        ({}, "[ord](../../../../rekommendationer/skr-2030-7.md)", "rekommendationer/skr-2030-7"),
        ({}, "[ord](13)", None),
        ({}, "[ord](../../../../../../etc/passwd.md)", None),
    ],
)
def test_a_mention_leads_to_its_page_only_when_the_archive_has_it(
    front: dict[str, str], text: str, target: str | None
) -> None:
    naming = decision(text, paragraf="12", **front)
    made = archive(
        naming,
        decision(paragraf="13", diarienummer="SN 2016/103"),
        decision(paragraf="99", datum="2031-06-01", diarienummer="SN 2016/103"),
        recommendation(nummer="7/2030"),
        circular("2030-11-20-cirkular", slag="cirkulär", nummer="30:12"),
        circular("2030-11-20-brev", nummer="8/2030"),
    )
    assert naming.markup is not None
    assert [made.target(naming, mention) for mention in naming.markup.mentions] == [target]
    named = {identity for identity, names in made.backlinks.items() if naming.id in names}
    steps = {step.id for step in made.matters[target].steps} if target and target in made.matters else set()
    assert named == ({target} | steps - {naming.id} if target else set())


def test_a_document_does_not_lead_to_itself_nor_a_matter_to_its_only_step() -> None:
    entry = decision(f"§ 12 [[{HERE}/12]] SN 2031/1", diarienummer="SN 2031/1")
    made = archive(entry)
    assert entry.markup is not None
    assert [made.target(entry, mention) for mention in entry.markup.mentions] == [None, None, None]
    assert dict(made.backlinks) == {}


def test_a_paragraph_is_looked_up_by_its_address_whatever_its_form() -> None:
    made = archive(decision("§ 125 och § 9 A"), decision(paragraf="125/2031"), decision(paragraf="9 a"))
    assert links(made) == {(f"{HERE}/12", f"{HERE}/125"), (f"{HERE}/12", f"{HERE}/9-a")}


def test_a_circular_has_no_paragraphs_of_a_meeting_and_no_registry_numbers_of_a_municipality() -> None:
    letter = circular(body="§ 12 SN 2031/1")
    made = archive(letter, decision(diarienummer="SN 2031/1"))
    assert links(made) == set()
    assert made.target(letter, Mention(Means.PARAGRAPH, "12", "§ 12")) is None


def test_links_in_front_matter_are_backlinks_too() -> None:
    made = archive(
        recommendation(ersätter="skr-2024-1", ersätts_av="skr-2034-1"),
        recommendation("skr-2024-1"),
        recommendation("skr-2034-1"),
        circular(rekommendation="skr-2030-7"),
        decision(
            svar=[{"rekommendation": "skr-2030-7", "ställning": "antar"}],
            underlag=[{"rubrik": "Brev", "dokument": "cirkular/skr/2030/2030-11-20-svarstid"}, {"rubrik": "Annat"}],
        ),
    )
    assert dict(made.backlinks) == {
        "rekommendationer/skr-2030-7": [f"{HERE}/12", "cirkular/skr/2030/2030-11-20-svarstid"],
        "rekommendationer/skr-2024-1": ["rekommendationer/skr-2030-7"],
        "rekommendationer/skr-2034-1": ["rekommendationer/skr-2030-7"],
        "cirkular/skr/2030/2030-11-20-svarstid": [f"{HERE}/12"],
    }


def test_the_text_of_a_document_that_was_taken_down_names_nobody() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    made = archive(decision("§ 13", tillbakadragen=gone), decision(paragraf="13"))
    assert dict(made.backlinks) == {}


@given(st.lists(st.lists(st.integers(1, 6), max_size=4), max_size=6))
@settings(STEADY, max_examples=100)
def test_links_and_backlinks_are_the_same_pairs_seen_from_both_ends(named: list[list[int]]) -> None:
    made = archive(
        *(
            decision(BODY + "".join(f"\n\nSe § {other} och [[{HERE}/{other}]]." for other in others), paragraf=str(n))
            for n, others in enumerate(named, start=1)
        )
    )
    back = {(source, target) for target, sources in made.backlinks.items() for source in sources}
    assert back == links(made)
    assert back == {
        (f"{HERE}/{n}", f"{HERE}/{other}")
        for n, others in enumerate(named, start=1)
        for other in others
        if other != n and other <= len(named)
    }


def test_a_document_that_could_not_be_made_out_is_known_by_its_path() -> None:
    made = archive(decision())
    assert made.unread == []
    pending = dataclasses.replace(made, paths=(*made.paths, f"{HERE}/13-sak.md"))
    assert pending.unread == [f"{HERE}/13-sak.md"]
    assert [pending.pending(identity) for identity in (f"{HERE}/13", f"/{HERE}/13/", f"{HERE}/1", f"{HERE}/12")] == [
        *(True, True, False, False)
    ]
