"""compose.js writes front matter to the byte as Python does, and it is read back as it was. All names and texts are made up."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import strategies as st
from playwright.sync_api import Browser

from adding.in_browser import characters, drawn, evaluate, form
from namndarkivet.asking.draft import Draft
from namndarkivet.asking.flags import tidy
from namndarkivet.asking.questions import KINDS, Question, questions
from namndarkivet.composing import composed, scalar
from namndarkivet.creating import _with_gap
from namndarkivet.filing import Shelf
from namndarkivet.source import parse

AWKWARD = "\0\x07\b\t\n\v\f\r\x1b\"\\'\x85\xa0\u00ad\u200b\u2028\u2029\ufeff\ufffe\uffff\U0001f600\U0010ffff\x7f#:-?{}[],&*!|>%@`~=§–— aBåÄ9²٣e\u0301"
WORDS = ("true", "FALSE", "yes", "No", "on", "off", "o\ufb00", "fal\u017fe", "null", "y", "N", "~", "2031-02-12", "٢٠٣١-٠٢-١٢",
         "12", "1234567", "0125", "16:34", "Budget 2032", "§ 12", "a ", " a", "a\u00a0b", "Å-ö", "", "12 a", "- a", "a: b", "a #b",
         "a\n\u0301", "a\n\n\u0301b", "\\n\u0301:", "\t\u0327\U00011083")  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from(AWKWARD), max_size=12),
    st.text(characters(), max_size=12),
    st.text(st.sampled_from("abåÖé 0()/.§+–—-_"), max_size=70),
)
KEYS = st.sampled_from(("rubrik", "av", "källa", "ja_betyder", "ämnen", "text"))
SCALARS = TEXTS
MAPPINGS = st.recursive(st.dictionaries(KEYS, SCALARS, max_size=4), lambda inner: st.dictionaries(KEYS, st.one_of(SCALARS, inner, st.lists(st.one_of(SCALARS, inner), max_size=3)), max_size=4))  # fmt: skip
VALUES = st.one_of(SCALARS, MAPPINGS, st.lists(st.one_of(SCALARS, MAPPINGS), max_size=4))


def test_every_character_is_written_as_python_writes_it(browser: Browser) -> None:
    codes = [*range(0x3100), *range(0x3100, 0x110000, 211), *range(0xFFF0, 0x10010), 0xD7FF, 0xE000, 0xFEFF]
    signs = [chr(code) for code in codes if unicodedata.category(chr(code)) not in {"Cs", "Cn"}]
    texts = [text for sign in signs for text in (sign, f"a{sign}b")]
    written = evaluate(browser, "compose.js", "given.map(module.scalar)", texts)
    assert [(t, w, scalar(t)) for t, w in zip(texts, written, strict=True) if w != scalar(t)] == []


def test_words_that_yaml_takes_for_something_else_are_quoted_and_others_are_not(browser: Browser) -> None:
    texts = [*WORDS, *drawn(TEXTS, 2000)]
    assert evaluate(browser, "compose.js", "given.map(module.scalar)", texts) == [scalar(text) for text in texts]


def test_nested_values_are_laid_out_as_python_lays_them_out(browser: Browser) -> None:
    pairs = drawn(st.tuples(KEYS, VALUES), 1500)
    written = evaluate(browser, "compose.js", "given.map(([key, value]) => module.composed(key, value))", pairs)
    assert written == [composed(key, value) for key, value in pairs]
    assert any("  - {" in one for one in written)
    assert any(one.endswith(": []") for one in written)


def test_an_entry_stands_on_one_line_as_long_as_it_does_in_python(browser: Browser) -> None:
    pairs = [
        ("yrkanden", [{"av": "Ö" * length, "yrkande": mark}]) for length in range(60, 110) for mark in ("ja", "😀", "")
    ]
    written = evaluate(browser, "compose.js", "given.map(([key, value]) => module.composed(key, value))", pairs)
    assert written == [composed(key, value) for key, value in pairs]
    assert {one.count("\n") for one in written} == {1, 2}


def answers(one: Question, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Values of the shape that a question asks for."""
    single = (
        st.fixed_dictionaries({}, optional={part.key: answers(part, texts) for part in one.parts})
        if one.parts
        else texts
    )
    return st.lists(single, max_size=3) if one.many else single


def documents(kind: Shelf, texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Some answers to the questions of a kind, in any order."""
    every = st.fixed_dictionaries({}, optional={one.key: answers(one, texts) for one in questions(kind)})
    return st.builds(lambda held, back: dict(reversed(held.items())) if back else held, every, st.booleans())


BODIES = st.one_of(
    st.sampled_from(("", "\n\n", "## Beslut\n\n1. Nämnden godkänner.\n", "a\r\nb\rc", "\n\n a \n\n", "---\nx")),
    st.text(st.sampled_from("a\n \r#"), max_size=8),
)


def written(browser: Browser, cases: list[Any]) -> list[str]:
    """Documents as JavaScript writes them."""
    asked = {kind.value: [one.as_json() for one in questions(kind)] for kind in KINDS}
    script = "given.cases.map(([kind, values, body, doubts]) => module.documentText(given.asked[kind], values, body, doubts))"
    found: list[str] = evaluate(browser, "compose.js", script, {"asked": asked, "cases": cases})
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_the_same_file_as_pythons(browser: Browser, kind: Shelf) -> None:
    cases: list[Any] = [
        (kind, values, body, {}) for values, body in drawn(st.tuples(documents(kind, TEXTS), BODIES), 150)
    ]
    expected = [
        Draft(kind, values, _with_gap(body.replace("\r\n", "\n").replace("\r", "\n"))).text()
        for _, values, body, _ in cases
    ]
    assert written(browser, cases) == expected
    assert any(text.endswith("\n---\n") for text in expected)


def test_a_doubt_stands_on_the_first_line_of_its_key_and_breaks_no_line(browser: Browser) -> None:
    doubts = {"ämnen": "är alla med?", "datum": "filen säger\nannat\u2028nej", "jäv": "", "status": "saknas här"}
    values = {"datum": "2031-02-12", "ämnen": ["skola", "vård"], "jäv": [], "rubrik": "Budget"}
    (text,) = written(browser, [(Shelf.DECISION, values, "", doubts)])
    assert text == (
        "---\nrubrik: Budget\ndatum: 2031-02-12  # kontrollera: filen säger annat nej\njäv: []\n"
        "ämnen:  # kontrollera: är alla med?\n  - skola\n  - vård\n---\n"
    )
    assert parse("", text.encode()).data == values


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read_back_as_it_was(browser: Browser, kind: Shelf) -> None:
    tidied = TEXTS.map(tidy)
    drawn_ = drawn(documents(kind, tidied), 150)
    texts = written(browser, [(kind, values, "", {}) for values in drawn_])
    kept = {one.key for one in questions(kind) if one.kept}
    read = 0
    for values, text in zip(drawn_, texts, strict=True):
        assert unicodedata.is_normalized("NFC", text)
        held = {key: none_if_empty(value) for key, value in values.items() if key in kept}
        assert parse("", text.encode()).data == held
        read += bool(held)
    assert read > 100


def none_if_empty(value: Any) -> Any:
    """A value as a file can hold it: keys without any are an empty list, but not as one of a list."""
    if isinstance(value, dict):
        return {key: none_if_empty(one) for key, one in value.items()} or []
    return [one and none_if_empty(one) for one in value] if isinstance(value, list) else value


def test_the_forms_questions_are_those_that_were_tried_here() -> None:
    assert {kind: data["frågor"] for kind, data in form()["sorter"].items()} == {
        kind.value: [one.as_json() for one in questions(kind)] for kind in KINDS
    }
