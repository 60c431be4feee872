"""What the browser makes of what was typed when the archive has none of it."""

from __future__ import annotations

import pytest
from adding.in_browser import evaluate
from playwright.sync_api import Browser
from sites import REPOSITORY

MODULES = REPOSITORY / "docs" / "assets" / "sok"
NUMBERS = (*("SN16/103", "sn 2016/103", "dnr SN 2016-103", "SLK-2024-00274", "KS 2024:17", "diarienummer BMN 2031/44"),)
OTHERS = (
    "budget 2025-2027",
    "plan 2025/2026",
    "kl 16:30",
    "öppettider 10-16",
    "3/4 av kostnaden",
    "covid19",
    "skolskjuts",
)
_EMPTY = (
    "{ everywhere: 1n, where: async () => 0n, folded: async () => new Map(), beginning: async () => new Map(),"
    " near: async () => [], word: (term) => term }"
)
_TABLES = "{ stammar: {}, stoppord: ['av'], 'lätta': [], skilda: [], grupper: {}, fraser: [] }"


@pytest.fixture(scope="module")
def notes(browser: Browser) -> dict[str, list[str]]:
    """The kinds of notes that each text gets in an archive of nothing."""
    script = (
        f"await Promise.all(given.map(async (text) => (await module.understand(text, {_TABLES}, {_EMPTY}, false))"
        ".notes.map(({ kind }) => kind)))"
    )
    texts = [*NUMBERS, *OTHERS]
    return dict(zip(texts, evaluate(browser, "query.js", script, texts, MODULES), strict=True))


@pytest.mark.parametrize("typed", NUMBERS)
def test_a_registry_number_that_no_document_has_is_told_of(notes: dict[str, list[str]], typed: str) -> None:
    assert "unnumbered" in notes[typed]


@pytest.mark.parametrize("typed", ["§ 99", "SN § 99 2031", "paragraf 99"])
def test_a_paragraph_that_no_document_has_is_told_of_and_its_number_is_no_word(browser: Browser, typed: str) -> None:
    script = f"await module.understand(given, {_TABLES}, {_EMPTY}, false).then(({{ notes }}) => notes)"
    notes = evaluate(browser, "query.js", script, typed, MODULES)
    assert "unparagraphed" in [note["kind"] for note in notes]
    assert "99" not in [note.get("word") for note in notes]


def test_each_way_of_finding_a_word_takes_in_those_before_it(browser: Browser) -> None:
    """So that «dagis stödfunk» finds what has förskola and stödfunktion."""
    lexicon = _EMPTY.replace(
        "beginning: async () => new Map()",
        "beginning: async () => new Map([['stödfunktion', 1n], ['stödfunktionär', 1n]])",
    )
    script = f"await module.understand(given, {_TABLES}, {lexicon}, true).then(({{ concepts }}) => concepts.map((one) => one.ways.map((way) => way.terms)))"

    assert evaluate(browser, "query.js", script, "stödfunk", MODULES) == [[[["stödfunktion", "stödfunktionär"]]]]


@pytest.mark.parametrize("typed", OTHERS)
def test_years_and_times_are_no_registry_numbers(notes: dict[str, list[str]], typed: str) -> None:
    assert "unnumbered" not in notes[typed]
