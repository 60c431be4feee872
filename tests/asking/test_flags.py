"""Options: every question has one, and what they hold comes back from the file as it was."""

from __future__ import annotations

import unicodedata

import click
import pytest
from archives import STEADY
from hypothesis import example, given
from hypothesis import strategies as st

from namndarkivet.asking.draft import Draft
from namndarkivet.asking.flags import dest, options, read_options, tidy
from namndarkivet.asking.questions import KINDS, questions
from namndarkivet.filing import Shelf
from namndarkivet.source import parse

NAMES = {option.name for group in options().values() for option in group}

# What the readers of files keep as it is: text in NFC, without space around and without half characters.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: unicodedata.normalize("NFC", text).strip()
).filter(bool)  # fmt: skip


def read_back(draft: Draft) -> dict[str, object]:
    """What the file of a draft says."""
    source = parse("", draft.text().encode())
    assert source.readable
    return dict(source.data)


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_has_an_option(kind: Shelf) -> None:
    for one in questions(kind):
        ways = [(one.key, part.key) for part in one.parts] if one.parts and not one.many else [(one.key,)]
        assert one.key == "nästa" or {dest(way) for way in ways} <= NAMES


def test_no_option_has_two_meanings() -> None:
    names = [name for group in options().values() for option in group for name in option.opts]
    assert len(names) == len(set(names))
    assert not {"--nästa", "--text", "--kort-rubrik"} & set(names)


def test_a_single_value_a_part_a_list_and_a_list_of_parts() -> None:
    assert read_options(
        Shelf.DECISION,
        {
            "rubrik": " Budget ",
            "källa__titel": "Protokoll",
            "källa__fil": "p.pdf",
            "ämnen": ("skola", "vård"),
            "reservationer": ("-",),
            "jäv": ("inga",),
            "svar": ("{rekommendation: skr-2030-7, ställning: antar, kostnad: {belopp: 9500, per: år}}",),
            "diarienummer": "",
            "ärende": None,
            "yrkanden": (),
        },
    ) == {
        "rubrik": "Budget",
        "källa": {"titel": "Protokoll", "fil": "p.pdf"},
        "ämnen": ["skola", "vård"],
        "reservationer": [],
        "jäv": [],
        "svar": [{"rekommendation": "skr-2030-7", "ställning": "antar", "kostnad": {"belopp": "9500", "per": "år"}}],
        "diarienummer": None,
    }


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"datum": "2016-02-30"}, "--datum: «2016-02-30» är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-02-29"),
        ({"status": "beslutad"}, "--status: «beslutad» är inget av de värden som finns; menade du «beslutat»?"),
        ({"avsändare": "SKR"}, "beslut har ingen uppgift «avsändare»"),
        ({"källa__url": "https://example.org"}, "--källa.titel saknas"),
        ({"svar": ("antar",)}, "--svar: skriv så här: --svar '{rekommendation: …, ställning: antar}'"),
        ({"svar": ("{rekommendation: x, ställning: kanske}",)}, "--svar: «kanske» är inget av de värden som finns"),
        ({"svar": ("{rekommendation: x}",)}, "--svar: uppgiften «ställning» saknas"),
        ({"svar": ("{a: 1}\nrubrik: x",)}, "--svar: skriv så här"),
        ({"rubrik": "\udce5"}, "--rubrik: svaret har tecken som inte går att läsa"),
    ],
)
def test_what_is_wrong_is_told_in_the_rules_own_words(given: dict[str, object], says: str) -> None:
    with pytest.raises(click.UsageError) as told:
        read_options(Shelf.DECISION, given)
    assert says in told.value.message


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(click.UsageError) as told:
        read_options(Shelf.DECISION, {"datum": "igår", "år": "nittio", "slag": "brev"})
    assert len(told.value.message.split("\n")) == 3


@STEADY
@given(text=TEXT, item=TEXT)
@example(text="a\n---\nstatus: beslutat", item="---")
@example(text="Motion: «bättre» vägar #12", item="- a")
@example(text="'\"\\", item="{a: b}")
@example(text="no", item="null")
@example(text="0125", item="1_000")
@example(text="16:34", item="2016-02-30")
@example(text="&a *b !c |", item="? x")
@example(text="a\r\nb\x85c\u2028d", item="\ufeffa")
@example(text="%YAML 1.2", item="@x `y`")
def test_hostile_values_come_back_from_the_file_as_they_were(text: str, item: str) -> None:
    answers = read_options(Shelf.CIRCULAR, {"rubrik": text, "mottagare": (item, text), "källa__titel": item})
    draft = Draft(Shelf.CIRCULAR, {key: value for key, value in answers.items() if value is not None}, body=item)
    assert read_back(draft) == {"rubrik": text, "mottagare": [item, text], "källa": {"titel": item}}
    assert parse("", draft.text().encode()).body.rstrip("\n") == parse(
        "", f"---\na: b\n---\n{item}".encode()
    ).body.rstrip("\n")


@STEADY
@given(text=TEXT)
def test_hostile_parts_of_a_list_come_back_as_they_were(text: str) -> None:
    draft = Draft(Shelf.DECISION, {"yrkanden": [{"av": text, "yrkande": text}], "underlag": [{"rubrik": text}]})
    assert read_back(draft) == {"yrkanden": [{"av": text, "yrkande": text}], "underlag": [{"rubrik": text}]}


def test_an_answer_is_kept_in_one_form_of_unicode() -> None:
    assert tidy(" Ha\u030abo ") == "H\u00e5bo"
