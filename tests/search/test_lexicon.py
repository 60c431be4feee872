"""The lexicon: every term is found where the browser looks for it, and says which shards have it."""

import json

from archives import STEADY
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.searching import lexicon as module
from namndarkivet.searching.lexicon import lexicon
from namndarkivet.searching.words import fold

TERMS = st.dictionaries(st.text("aåoönst", min_size=1, max_size=4), st.integers(1, 99), max_size=30)


def test_an_archive_without_terms_has_no_files() -> None:
    assert lexicon([{}, {}]) == []


def test_a_term_of_all_shards_is_written_short() -> None:
    ((begin, _, data),) = lexicon([{"stöd": 3, "skol": 2}, {"stöd": 1}, {"stöd": 4, "§67": 1}], {"skol": "skola"})

    assert begin == "skol"
    assert json.loads(data) == {"skol": "1 2 skola", "stöd": " 8", "§67": "4 1"}


def test_a_file_that_holds_something_else_has_another_name() -> None:
    ((_, one, _),) = lexicon([{"stöd": 1}, {"skol": 1}])
    ((_, other, _),) = lexicon([{"stöd": 1, "skol": 1}, {}])

    assert one != other


@STEADY
@given(st.lists(TERMS, min_size=1, max_size=5), st.integers(1, 9))
def test_each_term_lies_in_the_file_that_its_folded_form_leads_to(shards: list[dict[str, int]], rows: int) -> None:
    before, module.ROWS = module.ROWS, rows
    try:
        files = lexicon(shards)
    finally:
        module.ROWS = before

    for term in set().union(*shards):
        file = max((number for number, (first, *_) in enumerate(files) if first <= fold(term)), default=0)
        bits, pages = json.loads(files[file][2])[term].split(" ")
        have = {number for number, terms in enumerate(shards) if term in terms}
        assert have == {number for number in range(len(shards)) if not bits or int(bits, 16) >> number & 1}
        assert int(pages) == sum(terms.get(term, 0) for terms in shards)
