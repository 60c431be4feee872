"""Likenesses: what a decision is like, why, and what is never shown."""

from __future__ import annotations

from typing import Any

from archives import archive, decision, recommendation

from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Decision
from namndarkivet.pages import KINDS, Site
from namndarkivet.pages.describe import alike
from namndarkivet.render import content
from namndarkivet.similar import MOST, likenesses

ANSWER = [{"rekommendation": "skr-2030-7", "ställning": "antar"}]
FILLER = [
    decision("", paragraf=str(number), rubrik=f"Sak{chr(97 + number % 26)}{chr(97 + number // 26)}")
    for number in range(300, 340)
]
"""Forty decisions about forty other things, so that one word in two titles is rare."""


def other(**front: Any) -> Entry[Decision]:
    """A decision of another municipality; by default about what no other is about."""
    return decision("", **{"kommun": "Ekerö", "paragraf": "70", "rubrik": "Hyra av lokal", **front})


def like(found: Archive, entry: Entry[Decision]) -> list[tuple[str, str]]:
    """The ids of what is like a decision, and why."""
    return [(row.address.rstrip("/"), why) for row, why in alike(Site(found), entry)]


def ids(found: Archive, entry: Entry[Decision]) -> list[str]:
    """The ids of what is like a decision."""
    return [identity for identity, _ in like(found, entry)]


def test_a_decision_that_is_alone_is_like_nothing() -> None:
    entry = decision()
    assert likenesses(archive(entry)).of(entry) == ()


def test_the_same_recommendation_comes_first_and_a_proposal_is_no_answer() -> None:
    mine = decision("", rubrik="Ett svar", svar=ANSWER, ämnen=["omsorg"])
    settled = other(svar=ANSWER)
    proposal = other(
        paragraf="71", rubrik="Något annat", status="förslag", föreslås_till="Kommunstyrelsen", svar=ANSWER
    )
    handed_on = other(paragraf="72", rubrik="Ännu något", status="remitterat", svar=ANSWER)
    subject = other(paragraf="73", rubrik="Fjärde saken", ämnen=["omsorg"])
    found = archive(recommendation(), mine, settled, proposal, handed_on, subject)
    assert dict(like(found, mine)) == {
        settled.id: "svarar på samma rekommendation",
        proposal.id: "föreslår svar på samma rekommendation",
        handed_on.id: "gäller samma rekommendation",
        subject.id: "samma ämne: omsorg",
    }
    assert ids(found, mine)[-1] == subject.id


def test_subjects_are_named() -> None:
    mine = decision("", ämnen=["skola", "budget", "trafik"])
    assert like(archive(mine, entry := other(ämnen=["budget", "skola"])), mine) == [
        (entry.id, "samma ämnen: budget, skola")
    ]


def test_rare_words_in_a_title_weigh_more_than_common_ones() -> None:
    mine = decision("", rubrik="Yttrande om återvinningscentral i hamnen")
    rare = other(rubrik="Ny återvinningscentral")
    common = [other(paragraf=str(100 + n), rubrik=f"Yttrande om sak{chr(97 + n)}") for n in range(12)]
    found = archive(*FILLER, mine, rare, *common)
    assert like(found, mine) == [(rare.id, "liknande rubrik")]


def test_inflected_words_are_the_same_word() -> None:
    mine = decision("", rubrik="Kostnader för återvinningscentralen")
    assert ids(archive(*FILLER, mine, same := other(rubrik="Återvinningscentralernas kostnad")), mine) == [same.id]


def test_numbers_and_who_moves_a_motion_are_not_what_it_is_about() -> None:
    mine = decision("", rubrik="Motion av Anna Exempelsson (S) om hundrastgård 2031")
    same_person = other(rubrik="Motion av Anna Exempelsson (S) om simhall 2031")
    same_matter = other(paragraf="71", rubrik="Motion av Bo Exempelberg (M) om hundrastgård")
    motions = [other(paragraf=str(80 + n), rubrik=f"Motion om {word}") for n, word in enumerate("abcdefgh")]
    assert ids(archive(*FILLER, *motions, mine, same_person, same_matter), mine) == [same_matter.id]


def test_what_stands_in_every_minutes_is_not_alike() -> None:
    mine = decision("", rubrik="Val av justerare")
    same = [other(paragraf=str(n), rubrik="Val av justerare") for n in range(1, 20)]
    assert ids(archive(*FILLER, mine, *same), mine) == []


def test_a_wide_subject_is_no_reason_by_itself() -> None:
    def with_subject(number: int) -> list[Entry[Decision]]:
        return [
            other(paragraf=str(100 + n), rubrik=f"Sak{chr(97 + n % 26)}{chr(97 + n // 26)}", ämnen=["motioner"])
            for n in range(number)
        ]

    mine = decision("", rubrik="Hundrastgård", ämnen=["motioner"])
    assert len(ids(archive(mine, *with_subject(49)), mine)) == MOST
    assert ids(archive(mine, *with_subject(50)), mine) == []


def test_the_steps_of_its_own_matter_are_not_repeated() -> None:
    mine = decision("", diarienummer="SN 2031/45", ämnen=["skola"])
    step = decision("", organ="Kommunstyrelsen", diarienummer="SN 2031/45", ämnen=["skola"])
    assert ids(archive(mine, step), mine) == []


def test_of_another_matter_one_step_is_shown_the_one_that_settles() -> None:
    mine = decision("", svar=ANSWER, rubrik="Svar om kunskapsstyrning")
    proposal = other(
        status="förslag",
        föreslås_till="Kommunstyrelsen",
        diarienummer="KS 1",
        svar=ANSWER,
        rubrik="Svar om kunskapsstyrning",
    )
    settled = other(organ="Kommunstyrelsen", diarienummer="KS 1", svar=ANSWER, rubrik="Kunskap")
    assert ids(archive(recommendation(), mine, proposal, settled), mine) == [settled.id]


def test_what_one_body_does_again_and_again_is_shown_once() -> None:
    mine = decision("", rubrik="Delårsrapport för trafiken")
    again = [other(paragraf=str(70 + n), rubrik="Delårsrapport för trafiken", datum=f"203{n}-05-01") for n in range(4)]
    assert ids(archive(*FILLER, mine, *again), mine) == [again[0].id]  # the nearest in the order of their dates


def test_a_document_that_was_taken_down_is_like_nothing_and_nothing_is_like_it() -> None:
    gone = decision("", ämnen=["skola"], tillbakadragen={"datum": "2031-05-01", "skäl": "personuppgifter"})
    stays = other(ämnen=["skola"])
    found = archive(gone, stays)
    assert ids(found, stays) == []
    assert ids(found, gone) == []


def test_no_more_than_six_and_the_same_in_whatever_order_they_were_read() -> None:
    mine = decision("", ämnen=["skola", "trafik"])
    others = [
        other(paragraf=str(100 + n), rubrik=f"Sak {chr(97 + n)}", ämnen=["skola", "trafik"][: 1 + n % 2])
        for n in range(20)
    ]
    found = ids(archive(mine, *others), mine)
    assert len(found) == MOST
    assert found == ids(archive(*reversed(others), mine), mine)
    assert all(why == "samma ämnen: skola, trafik" for _, why in like(archive(mine, *others), mine))


def test_among_equals_the_nearest_in_time_come_first() -> None:
    mine = decision("", ämnen=["skola"], datum="2031-02-12")
    others = [other(rubrik=f"Sak {chr(97 + n)}", ämnen=["skola"], datum=f"{2011 + n}-02-12") for n in range(40)]
    years = [identity.split("/")[3] for identity in ids(archive(mine, *others), mine)]
    assert sorted(years) == ["2029", "2030", "2031", "2032", "2033", "2034"]


def page_of(found: Archive, entry: Entry[Decision]) -> str:
    """A decision's page."""
    kind = next(kind for kind in KINDS if kind.name == "beslut")
    site = Site(found)
    return content(site, kind.page(site, f"{entry.id}/"))


def test_a_page_shows_what_it_is_like_with_body_day_paragraph_and_status() -> None:
    mine = decision("", ämnen=["skola"])
    html = page_of(archive(mine, other(ämnen=["skola"])), mine)
    section = html[html.index('<section class="na-similar"') :]
    section = section[: section.index("</section>")]
    for part in (
        '<h2 id="liknande">Liknande beslut</h2>',
        '<a class="na-row__title" href="../../../../../beslut/ekero/socialnamnden/2031/70/">Hyra av lokal</a>',
        '<span class="na-badge na-badge--decided">Beslutat</span>',
        "Ekerö, Socialnämnden §\u00a070",
        "12\u00a0februari 2031",
        "Samma ämne: skola",
    ):
        assert part in section


def test_a_heading_does_not_call_proposals_decisions_and_without_likes_there_is_none() -> None:
    mine = decision("", ämnen=["skola"])
    proposal = other(ämnen=["skola"], status="förslag", föreslås_till="Kommunstyrelsen")
    assert '<h2 id="liknande">Liknande beslut och förslag</h2>' in page_of(archive(mine, proposal), mine)
    assert "liknande" not in page_of(archive(mine), mine)
