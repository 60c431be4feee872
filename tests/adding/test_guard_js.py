"""guard.js finds what Python finds, with Python's patterns. Numbers and persons are made up."""

from __future__ import annotations

import gzip
import json
import random
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import strategies as st
from playwright.sync_api import Browser
from test_personal_numbers import (
    CORPUS,
    FORMS,
    synthetic,
    test_what_is_one_what_may_be_and_what_is_something_else,
)
from test_private_facts import test_a_hint_is_told_by_its_kind

from adding.in_browser import characters, drawn, evaluate, form, units
from namndarkivet import personal_numbers, private_facts
from namndarkivet.adding.patterns import guard_rules, javascript
from namndarkivet.personal_numbers import find, masked
from namndarkivet.private_facts import hints

test_what_is_one_what_may_be_and_what_is_something_else.__test__ = False  # type: ignore[attr-defined]
test_a_hint_is_told_by_its_kind.__test__ = False  # type: ignore[attr-defined]

WORDS = ("pnr ", "Personnummer: ", "personid-nr ", "tel ", "mobil\n", "dnr ", "ref. ", "bankgiro ", "SE45 5000 0000 0583 9825 7466", "AB12",
         "850709", "19850709", "-9805", "+9805", "- 9804", "9805", "–9805", "\u00a09805", "\u202f9805", " 98 05", "８５０７０９", "٨٥٠٧٠٩-٩٨٠٥", "850769", "0701154240",
         "1985-07-09-9805", "85.07.09", "/", ":", "-", ".", "1", " ", "\n", "\u200b", "\u00ad", "\U0001f600", "\U0001d7d8\U0001d7de", "KS 2031-", "a", "Å",
         "född ", "FÖDELSEDATUM: ", "den 3 Mars 1952", "520303", "520303-XXXX", "3:e maj 2001", "\u017f", "Testa Testsson", "Anna-Lena Prov-Test", "s diagnos", " bor på ",
         "Exempelgatan 12", "Exempelvägen 3 B, 123 45 Ort", ", ", " är sjukskriven", " (S)", "missbruk för ", " av ", "Försörjningsstöd till ", "ADHD", "autiſm ", "omhändertagande ")  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map("".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(characters(), max_size=4)), max_size=10).map("".join),
    st.builds(lambda pad, a, b, c: "\U0001f600" * pad + a + " ord" * (pad // 7) + b + c, st.integers(0, 170), *[st.sampled_from(WORDS)] * 3),
)  # fmt: skip


def numbers_in_forms() -> list[str]:
    """The 200 numbers in their ten written forms."""
    texts = []
    for name, written in FORMS.items():
        chance = random.Random(name)  # noqa: S311 - the same numbers in every run
        texts += [f"Ansökan från {written(*synthetic(chance))}, bifalles." for _ in range(200)]
    return texts


def parameters(test: Any) -> list[str]:
    """The texts that another test is run with."""
    return [given[0] for mark in test.pytestmark for given in mark.args[1]]


LOOK_ALIKES = parameters(test_what_is_one_what_may_be_and_what_is_something_else)
HINTED = parameters(test_a_hint_is_told_by_its_kind)


def in_python(text: str) -> list[Any]:
    """What Python finds in a text, its places counted as JavaScript counts."""
    numbers = [[units(text, n.start), units(text, n.end), n.masked, n.grade.value] for n in find(text)]
    facts = [[units(text, h.start), units(text, h.end), h.fact.value] for h in hints(text)]
    return [numbers, masked(text), facts]


def in_browser(browser: Browser, texts: list[str]) -> list[Any]:
    """What JavaScript finds in each text, with the form's own rules."""
    script = """given.texts.map((text) => [
        module.findNumbers(text, given.rules).map((one) => [one.start, one.end, one.masked, one.grade]),
        module.mask(text, given.rules),
        module.findHints(text, given.rules).map((one) => [one.start, one.end, one.fact]),
    ])"""
    found: list[Any] = evaluate(browser, "guard.js", script, {"texts": texts, "rules": form()["vakt"]})
    return found


def compared(browser: Browser, texts: list[str]) -> list[Any]:
    """What Python finds in each text, which JavaScript has to find too."""
    expected = [in_python(text) for text in texts]
    found = in_browser(browser, texts)
    assert [(t, js, py) for t, js, py in zip(texts, found, expected, strict=True) if js != py] == []
    return expected


def test_none_of_200_numbers_in_ten_forms_is_missed_and_each_is_masked_the_same(browser: Browser) -> None:
    texts = numbers_in_forms()
    found = compared(browser, texts)
    assert [text for text, (numbers, _, _) in zip(texts, found, strict=True) if not numbers] == []


def test_what_looks_like_a_number_and_what_hints_at_a_person_is_judged_the_same(browser: Browser) -> None:
    compared(browser, LOOK_ALIKES)
    before = [
        f"{'1' * digits}{mark}{end}850709-9805" for digits in range(6) for mark in ("", *"-./: ") for end in ("", "\n")
    ]
    assert {bool(numbers) for numbers, _, _ in compared(browser, before)} == {True, False}
    assert [text for text, (_, _, facts) in zip(HINTED, compared(browser, HINTED), strict=True) if not facts] == []


def test_any_text_is_judged_the_same(browser: Browser) -> None:
    texts = drawn(TEXTS, 3000)
    expected = compared(browser, texts)
    assert sum(bool(numbers) for numbers, _, _ in expected) > 100
    assert sum(bool(facts) for _, _, facts in expected) > 100


def test_of_two_places_that_begin_together_the_longer_is_told(browser: Browser) -> None:
    texts = [f"Testa Testsson demensdiagnos{'x' * n}" for n in (0, 100, 150, 155, 160, 200)]
    assert all(len(facts) == 1 for _, _, facts in compared(browser, texts))


def test_a_word_and_what_it_tells_of_may_stand_as_far_apart_as_in_python(browser: Browser) -> None:
    around = private_facts.AROUND
    fills = [
        sign * n for sign in ("x", "\U0001d431") for n in range(around - 40, around + 4)
    ]  # the second is two units long
    before = [f"😀 {name} {fill} diagnos" for fill in fills for name in ("Testa Testsson", "xTesta Testsson")]
    behind = [f"😀 diagnos {fill} av Testa Testsson 😀" for fill in fills]
    for texts in (before, behind):
        assert {bool(facts) for _, _, facts in compared(browser, texts)} == {True, False}


@pytest.mark.skipif(not CORPUS.is_file(), reason="samlingen ../shared/corpus finns inte här")
def test_every_paragraph_of_the_corpus_is_judged_the_same(browser: Browser) -> None:
    texts = [json.loads(line)["text"] for line in gzip.decompress(CORPUS.read_bytes()).decode().splitlines()]
    assert len(texts) > 1000
    private = (
        " Testa Testsson, född 3 mars 1952 (520303-XXXX), pnr 850709-9805, bor på Exempelgatan 12 och är sjukskriven. "
    )
    within = [text[: len(text) // 2] + private + text[len(text) // 2 :] for text in texts]
    compared(browser, texts)
    assert all(numbers and facts for numbers, _, facts in compared(browser, within))


def test_the_form_has_the_rules_that_python_has() -> None:
    assert form()["vakt"] == guard_rules()
    assert guard_rules()["nummer"]["dagar"] == list(personal_numbers.DAYS)
    assert {one["fakta"] for one in guard_rules()["uppgifter"]} == {fact.value for fact in private_facts.Fact}


def test_digits_of_every_script_are_the_same_numbers(browser: Browser) -> None:
    digits = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd"]
    found = evaluate(browser, "guard.js", "given.map(module.asciiDigits)", [*digits, "a²½x"])
    assert found == [*(str(unicodedata.decimal(digit)) for digit in digits), "a²½x"]


PATTERNS = [
    (r"\bå\w+\b", 0), (r"\w+$", 0), (r"\A\S*", 0), (r"^\s*\d+\s*\Z", 0), (r"[\w.-]+", 0), (r"[^\d\s]+", 0), (r"[^a-cÅ]{2,3}?", 0), (r"a{,2}b", 0),
    (r"(?P<one>ab|a)(?:c|$)", 0), (r"(?i:sk)\W", 0), (r"(?i:[x-z]+)k", 0), (r"stråk|İ", re.IGNORECASE), (r"[^k]å", re.IGNORECASE), (r"(?<=\d)\D(?!\d)", 0),
    (r"(?<!å)\.", 0), (r".+", 0), (r"[\]\[\\^-]", 0), (r"[]a]", 0), (r"[a-]", 0), (r"\x41\u00e5\n|\t", 0), (r"-\-|/", 0), (r"\bk\b", re.IGNORECASE),
]  # fmt: skip
SAMPLES = st.text(
    st.sampled_from("aAbBcxyzkKKsSſiİıåÅÄ \n\r\x1c\x85\ufeff\u2028.-/^\\[]01٣²_\t\U0001f600"), max_size=10
)


def test_a_pattern_finds_the_same_in_both_languages(browser: Browser) -> None:
    texts = drawn(SAMPLES, 600)
    made = [re.compile(source, flags) for source, flags in PATTERNS]
    script = """given.sources.map((source) => given.texts.map((text) =>
        [...text.matchAll(new RegExp(source, "gu"))].map((match) => [match.index, match.index + match[0].length])))"""
    sent = {"sources": [javascript(one) for one in made], "texts": texts}
    for pattern, found in zip(made, evaluate(browser, "guard.js", script, sent), strict=True):
        expected = [[[units(t, m.start()), units(t, m.end())] for m in pattern.finditer(t)] for t in texts]
        assert found == expected, pattern.pattern
        assert any(expected), pattern.pattern


@pytest.mark.parametrize(
    ("source", "flags"),
    [(r"a b # c", re.VERBOSE), (r"^a", re.MULTILINE), (r".", re.DOTALL), (r"\w", re.ASCII), (r"(?i)a", 0), (r"[\W]", 0), (r"[\S]", 0),
     (r"(a)\1", 0), (r"(?P<a>a)(?P=a)", 0), (r"(?>a)", 0), (r"a++", 0), (r"(a)?(?(1)b|c)", 0), (r"\Ba", 0), (r"[\b]", 0), ("a{b", 0), ("(?#b)a", 0)],
)  # fmt: skip
def test_a_pattern_that_has_no_translation_stops_the_build(source: str, flags: int) -> None:
    with pytest.raises(ValueError, match=r"translation|flags"):
        javascript(re.compile(source, flags))
