"""values.js says of a value what the model says. All values are made up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import strategies as st
from playwright.sync_api import Browser

from adding.in_browser import characters, drawn, evaluate, form
from namndarkivet.adding.messages import wrong_messages
from namndarkivet.asking.draft import value_problems
from namndarkivet.asking.questions import KINDS, Form, Question, question, questions
from namndarkivet.dates import PartialDate
from namndarkivet.filing import Shelf

ASKED = (*KINDS, Shelf.REGISTER)
DATES = ("2031-02-12", "2031-02", "2031", "12 februari 2031", "den 12 FEBRUARI 2031", "30 februari 2031", "0 mars 2031", "31 april 2031 kl. 9", "12\u00a0mars\x1c2031",
         "20310212", "20311312", "2031-2-1", "2031/02/30", "2031.12.00", "2031 2 3", "2031-02-29", "2032-02-29", "1899-02-29", "2100-02-29", "0000-01-01", "0012-02-30",
         "1799", "1800", "2199", "2200-01-01", "2031-13", "٢٠٣١-٠٢-١٢", "١٢ mars ٢٠٣١", "12 april 0000", "igår", "850709-9805", "2031-02-12T10:00", "12 augusti 2031x1")  # fmt: skip
NUMBERS = ("7", "9500", "9 500", "9 500 kr", "9.500 kronor", "9,500:-", "9500,50", "1,9", "1.95", "1.955", "9 500,50", "12 kr 5", "1" * 15, "1" * 16, "-3", "٣", "9\u00a0500\u00a0kr",
           "9 500\tkr", "kr", ". ,", "0", "00", "1e3", "sju", "9 500 kr\n", "1.95 kr", "850709-9805 kr")  # fmt: skip
ADDRESSES = ("https://www.exempel.se/a?b#c", "http://a.b", "https://exempel", "ftp://a.b", "www.exempel.se", "https://.", "https://@.", "https://a@b.c", "https://:80.", "https://a b.c",
             "https://a.b\ufeffc", "https://a\x1c.b", "https://℀.se", "https://ℂ.se", "https://[::1]/a.b", "https://[::1", "http://[a].b", "https://?a.b", "HTTPS://A.B", "https://a.b'", "https://a..b/%")  # fmt: skip
FILES = ("bilaga.pdf", "Bilaga.pdf", "mapp/bilaga.pdf", "C:\\Dokument\\a.pdf", "c:a", "/", "\\", "a.exe", "bilaga-1.docx", "a.b.csv", ".pdf", "åäö.pdf", "a.tiff", "index.html")  # fmt: skip
CODES = ("0125", "125", "٠١٢٥", "01255", "a" * 64, "A" * 64, "g" * 64, "a" * 63, "å" * 64)
ODD = ("", " ", "\x1c\u3000", "~", "null", "inga", "Inga.", "NEJ..", "-a", "- a", "–a", "• a", "*a", "a: b", "a" * 59, "a" * 60, "a" * 61, "😀" * 70, "a {värde} b", "{rätt}", "no", "a#b", '"', "€ß")  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from((*DATES, *NUMBERS, *ADDRESSES, *FILES, *CODES, *ODD)),
    st.text(characters(), max_size=12),
    st.text(st.sampled_from("0123456789 .,-/kr:"), max_size=12),
    st.builds("{}{}{}".format, st.integers(0, 40), st.sampled_from((" januari ", " Maj ", "-", "  oktober ")), st.integers(0, 2300)),
    st.text(st.sampled_from("https://@[]:.?#a℀\u2100"), max_size=8).map("http://{}".format),
)  # fmt: skip


def misspelt(choices: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A word of a closed list, right or with some of its letters changed."""

    def spoil(word: str, at: int, sign: str, case: int) -> str:
        place = at % (len(word) + 1)
        made = word[:place] + sign + word[place + (case % 3) :]
        return made.upper() if case > 3 else made

    spoilt = st.builds(spoil, st.sampled_from(choices), st.integers(0, 30), st.sampled_from(("", "a", "e", "ß", " t", "ſ", "xyz")), st.integers(0, 5))  # fmt: skip
    return st.one_of(st.sampled_from(choices), spoilt, st.sampled_from(("antaget", "Beslut", "ja ", "avslag")), TEXTS)


def fitting(one: Question) -> st.SearchStrategy[str]:
    """Texts for a question, of its own kind more often than not."""
    if one.choices:
        return misspelt(one.choices)
    own = {Form.DATE: DATES, Form.YEAR: DATES, Form.WHOLE: NUMBERS, Form.AMOUNT: NUMBERS, Form.URL: ADDRESSES, Form.FILE: FILES,
           Form.CHECKSUM: CODES, Form.CODE: CODES}  # fmt: skip
    return st.one_of(st.sampled_from(own.get(one.form, FILES)), TEXTS)


def answers(one: Question) -> st.SearchStrategy[Any]:
    """Values of the shape that a question asks for, with parts that may be missing."""
    single: st.SearchStrategy[Any] = fitting(one)
    if one.parts:
        single = st.fixed_dictionaries({}, optional={part.key: answers(part) for part in one.parts})
    return st.lists(single, max_size=3) if one.many else single


def misshapen(one: Question) -> st.SearchStrategy[Any]:
    """Values of another shape. What pydantic says of a list where a word of a closed list belongs is not held to."""
    texts = st.sampled_from((*ODD, "Skola", "2031-02-12", "850709-9805"))
    mapping = st.dictionaries(st.sampled_from(("av", "parti", "text")), st.one_of(texts, st.lists(texts, max_size=2)), max_size=3)  # fmt: skip
    if one.many:
        entries = [texts] if one.parts else [mapping] if not one.choices else [texts]
        return st.one_of(texts, mapping, st.lists(st.one_of(*entries), max_size=2))
    if one.choices:
        return texts
    return st.one_of(texts, st.lists(texts, max_size=2), *([] if one.parts else [mapping]))


def every(one: Question) -> Iterator[Question]:
    """A question and those about its parts."""
    yield one
    for part in one.parts:
        yield from every(part)


def said(browser: Browser, cases: list[tuple[Question, Any]]) -> list[list[str]]:
    """What JavaScript says of each value."""
    asked = [one.as_json() for one, _ in cases]
    sent = {"cases": list(zip(asked, (value for _, value in cases), strict=True)), "data": form()}
    script = "given.cases.map(([question, value]) => module.wrongWith(question, value, given.data))"
    found: list[list[str]] = evaluate(browser, "values.js", script, sent)
    return found


def differing(browser: Browser, cases: list[tuple[Question, Any]]) -> list[Any]:
    """The values of which the two say something else."""
    expected = [value_problems(one, value) for one, value in cases]
    found = said(browser, cases)
    return [(one.key, value, js, py) for (one, value), js, py in zip(cases, found, expected, strict=True) if js != py]


@pytest.mark.parametrize("kind", ASKED)
def test_every_question_of_a_kind_takes_and_refuses_what_the_model_does(browser: Browser, kind: Shelf) -> None:
    cases = [(one, value) for top in questions(kind) for one in every(top) for value in drawn(answers(one), 25)]
    assert differing(browser, cases) == []
    told = [bool(messages) for messages in said(browser, cases)]
    assert 50 < sum(told) < len(told) - 50


@pytest.mark.parametrize("kind", ASKED)
def test_a_value_of_another_shape_is_told_as_the_model_tells_it(browser: Browser, kind: Shelf) -> None:
    cases = [(one, value) for top in questions(kind) for one in every(top) for value in drawn(misshapen(one), 8)]
    assert differing(browser, cases) == []


@pytest.mark.parametrize(
    ("key", "texts"),
    [("datum", DATES), ("år", DATES), ("status", ()), ("rubrik", ODD)],
)
def test_each_written_form_is_judged_as_the_model_judges_it(browser: Browser, key: str, texts: tuple[str, ...]) -> None:
    one = question(Shelf.DECISION, key)
    assert one
    wanted = [*texts, *drawn(fitting(one), 500)]
    assert differing(browser, [(one, text) for text in wanted]) == []


def test_numbers_addresses_and_files_are_judged_as_the_model_judges_them(browser: Browser) -> None:
    asked = {one.form: one for kind in ASKED for top in questions(kind) for one in every(top) if one.single}
    assert set(asked) == set(Form) - {Form.PARTS}
    cases = [(one, text) for one in asked.values() for text in (*NUMBERS, *ADDRESSES, *FILES, *CODES, *DATES, *ODD)]
    assert differing(browser, cases) == []


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("status", ("besvrslag", "beslutadat", "avslagetbesvarat", "BESLUTAT", "utan")),
        ("per", ("enåge", "årråen och år", "eenångåe", "invånare och")),
        ("ställning", ("antsttaällning", "antar medvillkor", "inte")),
    ],
)
def test_words_on_the_edge_of_being_like_another_are_taken_as_difflib_takes_them(
    browser: Browser, key: str, texts: tuple[str, ...]
) -> None:
    one = next(one for top in questions(Shelf.DECISION) for one in every(top) if one.key == key)
    assert differing(browser, [(one, text) for text in texts]) == []


def test_what_a_clerk_writes_is_answered_with_what_to_write_instead(browser: Browser) -> None:
    asked = {one.key: one for top in questions(Shelf.DECISION) for one in every(top)}
    (name,) = (part for part in asked["källa"].parts if part.key == "fil")
    typed = [
        (asked["hämtad"], "12 februari 2031"),
        (asked["belopp"], "9 500 kr"),
        (asked["ställning"], "antaget"),
        (asked["röst"], "Jaa"),
        (name, "C:\\Protokoll\\a.pdf"),
    ]
    assert said(browser, typed) == [
        ['«"12 februari 2031"» ska skrivas ÅÅÅÅ-MM-DD: 2031-02-12'],
        ['«"9 500 kr"» ska vara ett belopp i kronor, skrivet med bara siffror: 9500'],
        [
            "«antaget» är inget av de värden som finns; välj bland antar, antar med villkor, avstår eller tar inte ställning"
        ],
        ["«Jaa» är inget av de värden som finns; menade du «ja»? Välj bland ja, nej eller avstår"],
        ["skriv bara filens namn, utan mappar: a.pdf"],
    ]


def test_nothing_is_said_of_what_is_not_there_or_stands_outside_the_file(browser: Browser) -> None:
    place = question(Shelf.MEETING, "kommun")
    date = question(Shelf.MEETING, "datum")
    assert place
    assert date
    script = "[module.wrongWith(given.place, '', given.data), module.wrongWith(given.date, undefined, given.data)]"
    sent = {"place": place.as_json(), "date": date.as_json(), "data": form()}
    assert evaluate(browser, "values.js", script, sent) == [[], []]


def test_dates_are_those_of_pythons_calendar(browser: Browser) -> None:
    texts = [f"{year}-{month:02}-{day:02}" for year in (1799, 1800, 1900, 2000, 2031, 2032, 2100, 2199, 2200) for month in range(14) for day in range(33)]  # fmt: skip
    found = evaluate(browser, "values.js", "given.map((text) => module.partialDate(text))", texts)

    def read(text: str) -> dict[str, int] | None:
        try:
            date = PartialDate.parse(text)
        except ValueError:
            return None
        return {"year": date.year, "month": date.month, "day": date.day}

    assert found == [read(text) for text in texts]


def test_the_messages_are_the_models_with_what_depends_on_the_value_left_open() -> None:
    assert form()["besked"] == wrong_messages()
    assert wrong_messages()["datum"]["skrivs"] == "«{värde}» ska skrivas ÅÅÅÅ-MM-DD: {rätt}"
    assert wrong_messages()["bara_namn"] == ["fil"]
