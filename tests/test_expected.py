"""What minutes should hold: finns, saknas i källan, inga and ej tillämpligt are four answers and never merged."""

from __future__ import annotations

from typing import Any

import pytest
from archives import BODY, STEADY, archive, decision, meeting
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet import expected as elements
from namndarkivet.entry import Entry
from namndarkivet.expected import ELEMENTS, Element, State, expected
from namndarkivet.model import Decision, Meeting
from namndarkivet.pages import Site
from namndarkivet.pages.quality import gaps
from namndarkivet.values import Status

HERE, MISSING, NONE, NOT = State.PRESENT, State.MISSING, State.NONE, State.NOT_APPLICABLE

LISTS = {
    "yrkanden": (elements.MOTIONS, {"av": "A", "yrkande": "bifall"}),
    "omröstningar": (elements.DIVISIONS, {"ja": "1", "nej": "0"}),
    "reservationer": (elements.DISSENTS, {"av": "A"}),
    "jäv": (elements.DISQUALIFIED, {"vem": "A"}),
    "underlag": (elements.BASIS, {"rubrik": "Skrivelse"}),
    "expedieras": (elements.RECIPIENTS, "SKR"),
}


def states(entry: Entry[Decision], of: Entry[Meeting] | None = None) -> dict[Element, State]:
    """The state of each element."""
    return dict(expected(entry, of))


def test_a_document_that_says_the_least_lacks_the_rest() -> None:
    assert states(decision(datum=None, år="2031")) == {
        elements.DATE: MISSING,
        elements.PARAGRAPH: HERE,
        elements.REGISTRY_NUMBER: MISSING,
        elements.CLAUSES: HERE,
        elements.NEXT: NOT,
        elements.PRESENT: MISSING,
        elements.MOTIONS: MISSING,
        elements.DIVISIONS: MISSING,
        elements.DISSENTS: MISSING,
        elements.DISQUALIFIED: MISSING,
        elements.APPROVAL: MISSING,
        elements.NOTICE: MISSING,
        elements.BASIS: MISSING,
        elements.RECIPIENTS: MISSING,
    }


def test_a_document_and_its_meeting_that_say_everything_lack_nothing() -> None:
    full = decision(
        **{key: [item] for key, (_, item) in LISTS.items()},
        status="förslag",
        föreslås_till="Kommunstyrelsen",
        diarienummer="SN 2031/1",
    )
    facts = meeting(närvarande=["A"], justerad="2031-02-13", anslag={"uppsatt": "2031-02-14"})
    assert set(states(full, facts).values()) == {HERE}


@pytest.mark.parametrize("key", LISTS)
def test_absent_empty_and_filled_lists_are_three_different_states(key: str) -> None:
    name, item = LISTS[key]
    assert [states(decision(**{key: value}))[name] for value in (None, [], [item])] == [MISSING, NONE, HERE]


def test_the_present_are_those_of_the_meeting_and_may_be_none_or_unknown() -> None:
    assert [states(decision(), meeting(närvarande=value))[elements.PRESENT] for value in (None, [], ["A"])] == [
        *(MISSING, NONE, HERE)
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Yrkande", elements.MOTIONS),
        ("Omröstningsresultat", elements.DIVISIONS),
        ("Reservation", elements.DISSENTS),
        ("Jäv", elements.DISQUALIFIED),
        ("Handlingar", elements.BASIS),
        ("Beslutet skickas till", elements.RECIPIENTS),
    ],
)
def test_a_section_of_the_text_is_there_too_and_an_empty_one_is_not(heading: str, name: Element) -> None:
    assert states(decision(f"{BODY}\n## {heading}\n\nText.\n"))[name] is HERE
    assert states(decision(f"{BODY}\n## {heading}\n"))[name] is MISSING


@pytest.mark.parametrize("key", sorted(set(LISTS)))
def test_a_list_that_says_none_is_not_overruled_by_a_section_of_the_text(key: str) -> None:
    name, _ = LISTS[key]
    body = f"{BODY}\n## Yrkanden\n\nx\n\n## Omröstning\n\nx\n\n## Reservation\n\nx\n\n## Jäv\n\nx\n\n## Underlag\n\nx\n\n## Expedieras\n\nx\n"
    assert states(decision(body, **{key: []}))[name] is NONE


@pytest.mark.parametrize("status", list(Status))
def test_only_a_matter_that_was_dealt_with_should_have_clauses(status: Status) -> None:
    told = [states(decision(body, status=status.value))[elements.CLAUSES] for body in (BODY, "Text.")]
    assert told == ([HERE, MISSING] if status.has_clauses else [NOT, NOT])


@pytest.mark.parametrize("status", list(Status))
def test_only_a_proposal_should_say_who_is_to_decide(status: Status) -> None:
    told = [states(decision(status=status.value, föreslås_till=to))[elements.NEXT] for to in ("KS", None)]
    assert told == ([HERE, MISSING] if status is Status.PROPOSED else [NOT, NOT])


def test_what_the_meeting_says_holds_unless_the_decision_says_otherwise() -> None:
    facts = meeting(justerad="2031-02-13", anslag={"uppsatt": "2031-02-14"})
    assert states(decision(), facts)[elements.APPROVAL] is HERE
    assert states(decision(), facts)[elements.NOTICE] is HERE
    own = decision(anslag={"nedtaget": "2031-03-14"}, justerad="2031-02")
    assert states(own, facts)[elements.NOTICE] is HERE
    assert states(own)[elements.NOTICE] is MISSING
    assert states(own)[elements.APPROVAL] is MISSING


@pytest.mark.parametrize(("written", "state"), [("2031-02-12", HERE), ("2031-02", MISSING), ("2031", MISSING)])
def test_a_date_is_there_when_its_day_is_known(written: str, state: State) -> None:
    made = states(decision(datum=written, justerad=written, anslag={"uppsatt": written}))
    assert [made[element] for element in (elements.DATE, elements.APPROVAL, elements.NOTICE)] == [state] * 3


def test_of_a_document_that_was_taken_down_nothing_is_asked() -> None:
    gone = decision(tillbakadragen={"datum": "2031-03-01", "skäl": "sekretess"})
    assert set(states(gone).values()) == {NOT}


VALUES = st.fixed_dictionaries(
    {key: st.sampled_from([None, [], [item]]) for key, (_, item) in LISTS.items()}
    | {"status": st.sampled_from([status.value for status in Status]), "datum": st.sampled_from(["2031", "2031-02-12"])}
)


@given(st.lists(VALUES, max_size=5))
@settings(STEADY, max_examples=100)
def test_every_decision_answers_for_every_element_once_and_the_sums_equal_the_pages(
    fronts: list[dict[str, Any]],
) -> None:
    entries = [decision(paragraf=str(n), **front) for n, front in enumerate(fronts, start=1)]
    for entry in entries:
        assert [element for element, _ in expected(entry, None)] == list(ELEMENTS)
    for element, (name, _, counts) in zip(ELEMENTS, gaps(Site(archive(*entries))), strict=True):
        assert name == element.name
        assert counts == {state: sum(states(entry)[element] is state for entry in entries) for state in State}
