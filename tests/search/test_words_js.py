"""words.js makes the words and stems that words.py makes, over the vocabularies and over what can be typed."""

from __future__ import annotations

from adding.in_browser import characters, drawn, evaluate
from hypothesis import strategies as st
from playwright.sync_api import Browser
from sites import REPOSITORY

from namndarkivet.searching.snowball import snowball
from namndarkivet.searching.words import MENDED, fold, stem, words
from search.vocabulary import APART, FAMILIES, MADE, PIECES, corpus, own_words

MODULES = REPOSITORY / "docs" / "assets" / "sok"


def test_words_have_the_same_stems_in_the_browser(browser: Browser) -> None:
    known = own_words().keys() | corpus().keys()
    listed = {*" ".join((*FAMILIES, *APART)).split(), "constructor", "tostring", "proto", "valueof"}
    asked = sorted({*known, *listed, *map(fold, listed), *filter(None, drawn(MADE, 2_000))})
    script = "given.words.map((word) => [module.snowball(word), module.stem(word, given.mended), module.fold(word)])"
    found = evaluate(browser, "words.js", script, {"words": asked, "mended": dict(MENDED)}, MODULES)
    expected = [[snowball(word), stem(word), fold(word)] for word in asked]
    assert [(word, js, py) for word, js, py in zip(asked, found, expected, strict=True) if js != py] == []
    assert len(asked) > 1_500


def test_a_text_has_the_same_words_in_the_browser(browser: Browser) -> None:
    signs = st.text(st.sampled_from("aåäöéüøæßSKL:s’'-–_/ §1 \u00ad\u200b\u0301\u030aİǅſK\x00²½ª"), max_size=12)
    texts = [*(text for text, _ in PIECES), *drawn(st.one_of(st.text(characters(), max_size=30), signs), 3_000)]
    found = evaluate(browser, "words.js", "given.map(module.words)", texts, MODULES)
    assert [(text, js, words(text)) for text, js in zip(texts, found, strict=True) if js != words(text)] == []
