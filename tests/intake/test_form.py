"""The form's text: what each answer is, and that nothing in an answer can be anything but that answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.intake.form import KINDS, LABELS, LARGEST, SubmissionError, read_form

from .sent import HOSTILE, MINUTES, issue

FORM = Path(__file__).resolve().parents[2] / ".github" / "ISSUE_TEMPLATE" / "skicka-in.yml"


def test_every_answer_is_read() -> None:
    sent = read_form(issue(source="https://habo.example/protokoll?id=1", attached="[a.pdf](https://x.invalid/a.pdf)"))
    assert (sent.municipality.name, sent.body, sent.minutes) == ("Habo", "Socialnämnden", True)
    assert sent.source == "https://habo.example/protokoll?id=1"
    assert sent.attached.strip() == "[a.pdf](https://x.invalid/a.pdf)"
    assert sent.text == MINUTES


def test_what_is_not_answered_is_empty() -> None:
    sent = read_form(issue(text=""))
    assert (sent.source, sent.attached, sent.text) == ("", "", "")


def test_the_labels_and_choices_are_those_of_the_form() -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert tuple(field["attributes"]["label"] for field in fields) == LABELS
    (choices,) = [field["attributes"]["options"] for field in fields if field["type"] == "dropdown"]
    assert tuple(choices[:2]) == KINDS


def test_the_form_asks_for_place_kind_and_promise_and_says_that_a_human_reads_first() -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    required = {name for name, field in fields.items() if field.get("validations", {}).get("required")}
    assert required == {"kommun", "organ", "sort"}
    assert [option["required"] for option in fields["personuppgifter"]["attributes"]["options"]] == [True]
    assert form["labels"] == ["inskickat"]
    assert "en människa i projektet läser först" in form["body"][0]["attributes"]["value"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "inte gjort med formuläret"),
        (b"Hej!", "inte gjort med formuläret"),
        (issue(municipality="Ekro"), "menade du «Ekerö»"),
        (issue(municipality="../../etc"), "finns inte"),
        (issue(body="!!!"), "organets namn"),
        (issue(body="Nämnden 19121212-1212"), "organets namn"),  # the tax agency's own example of a number
        (issue(body="x" * 101), "organets namn"),
        (issue(body="Social\nnämnden"), "organets namn"),
        (issue(text="x" * LARGEST), "bifoga protokollet som en fil"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(SubmissionError) as refused:
        read_form(data)
    assert why in str(refused.value)


def test_a_refusal_repeats_nothing_of_what_was_sent_in() -> None:
    for data in (issue(municipality=f"Zz{HOSTILE}"), issue(body=HOSTILE)):
        with pytest.raises(SubmissionError) as refused:
            read_form(data)
        assert not any(sign in str(refused.value) for sign in ("touch", "::", "$", "`", "\n"))


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)",
        "ftp://a.example",
        "https://a b",
        "x",
        "https://a.example/`x`",
        "https://a.example/19121212-1212",
        "https://" + "a" * 600,
    ],
)
def test_an_address_that_is_none_is_left_out(source: str) -> None:
    assert read_form(issue(source=source)).source == ""


def test_headings_in_the_text_do_not_become_other_answers() -> None:
    fake = f"{MINUTES}\n### Organ\n\nKommunstyrelsen\n\n### Innan du skickar\n\n### Kommun\n\nEkerö\n"
    sent = read_form(issue(text=fake))
    assert (sent.municipality.name, sent.body, sent.text) == ("Habo", "Socialnämnden", fake)


@given(st.text(max_size=300).map(lambda text: text + HOSTILE))
@settings(STEADY, max_examples=100)
def test_any_text_stays_the_text(text: str) -> None:
    data = issue(text=text)
    sent = read_form(data)
    assert (sent.municipality.name, sent.body, sent.attached) == ("Habo", "Socialnämnden", "")
    assert "touch bränd" in sent.text
