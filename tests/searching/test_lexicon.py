"""The lexicon: every term is found where the browser looks for it, and says which shards have it."""

import json

from archives import STEADY
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.searching import lexicon as module
from namndarkivet.searching.lexicon import FOLDER, lexicon
from namndarkivet.searching.words import fold

TERMS = st.frozensets(st.text("aåoönst", min_size=1, max_size=4), max_size=30)


def test_an_archive_without_terms_has_no_files() -> None:
    assert lexicon([frozenset(), frozenset()]) == ({}, [])


def test_a_term_of_all_shards_is_written_short() -> None:
    files, begins = lexicon([frozenset({"stöd", "ord"}), frozenset({"stöd"}), frozenset({"stöd", "§67"})])

    assert begins == ["ord"]
    assert json.loads(files[f"{FOLDER}/0.json"]) == {"ord": "1", "stöd": "", "§67": "4"}


@STEADY
@given(st.lists(TERMS, min_size=1, max_size=5), st.integers(1, 9))
def test_each_term_lies_in_the_file_that_its_folded_form_leads_to(shards: list[frozenset[str]], rows: int) -> None:
    before, module.ROWS = module.ROWS, rows
    try:
        files, begins = lexicon(shards)
    finally:
        module.ROWS = before

    for term in frozenset().union(*shards):
        file = max((number for number, first in enumerate(begins) if first <= fold(term)), default=0)
        bits = json.loads(files[f"{FOLDER}/{file}.json"])[term]
        have = {number for number, terms in enumerate(shards) if term in terms}
        assert have == {number for number in range(len(shards)) if not bits or int(bits, 16) >> number & 1}
