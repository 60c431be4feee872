"""Text becomes words, and a word's inflections one stem."""

from __future__ import annotations

import re

import pytest
import snowballstemmer  # type: ignore[import-untyped]
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.searching.snowball import snowball
from namndarkivet.searching.words import MENDED, STOP, fold, stem, words
from search.vocabulary import APART, FAMILIES, MADE, PIECES, corpus, needs_corpus, own_words

# Words.


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
@settings(STEADY)
def test_a_word_is_of_the_letters_and_digits_of_the_index_and_stays_as_it_is(text: str) -> None:
    found = words(text)
    assert all(re.fullmatch("[a-zåäö0-9]+", word) for word in found)
    assert words(" ".join(found)) == found
    assert all(re.fullmatch("[a-zåäö0-9]+", stem(word)) and re.fullmatch("[a-z0-9]+", fold(word)) for word in found)


def test_words_that_say_nothing_are_few_and_are_words() -> None:
    assert 60 <= len(STOP) <= 110
    assert all(words(word) == [word] for word in STOP)
    assert STOP.isdisjoint({"alla", "nya", "inga", "barn", "val", "nej", "ja", "år"})


# Stems: the algorithm.


def differing(vocabulary: frozenset[str]) -> list[tuple[str, str, str]]:
    """The words of which the package and the archive's own Snowball say something else."""
    theirs = snowballstemmer.stemmer("swedish")
    ordered = sorted(vocabulary)
    pairs = zip(ordered, theirs.stemWords(ordered), strict=True)
    return [(word, their, snowball(word)) for word, their in pairs if their != snowball(word)]


def test_the_algorithm_is_the_package_s_over_the_archive_s_own_words() -> None:
    assert len(frozenset(own_words())) > 500
    assert differing(frozenset(own_words())) == []


@needs_corpus
def test_the_algorithm_is_the_package_s_over_the_words_of_the_corpus() -> None:
    assert len(frozenset(corpus())) > 9_000
    assert differing(frozenset(corpus())) == []


def test_the_algorithm_is_the_package_s_over_words_made_up_of_its_endings() -> None:
    made: set[str] = set()

    @given(MADE)
    @settings(STEADY, max_examples=3_000)
    def gather(word: str) -> None:
        made.add(word)

    gather()
    assert len(made) > 1_000
    assert differing(frozenset(made)) == []


# Stems: what is mended.


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.split()[0])
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert {form: stem(form) for form in family.split()} == dict.fromkeys(
        family.split(), stem(family.split(maxsplit=1)[0])
    )


@pytest.mark.parametrize("pair", APART)
def test_different_words_have_different_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_no_two_families_have_the_same_stem() -> None:
    stems = [stem(family.split()[0]) for family in FAMILIES]
    assert sorted(set(stems)) == sorted(stems)


@needs_corpus
def test_a_word_and_its_genitive_have_one_stem_but_for_few() -> None:
    seen = frozenset(corpus())
    pairs = [word for word in seen if f"{word}s" in seen and len(word) > 4 and word[-1] not in "sxz"]
    apart = [word for word in pairs if stem(word) != stem(f"{word}s")]
    assert len(pairs) > 400
    assert len(apart) / len(pairs) < 0.05


@needs_corpus
def test_a_number_is_its_own_stem_and_a_stem_is_never_longer_than_the_word_by_much() -> None:
    for word in frozenset(corpus()):
        found = stem(word)
        assert found == word if word[0].isdigit() else 0 < len(found) <= len(word) + 8


@pytest.mark.parametrize("word", ["1", "2016", "4a", "00274", "eu", "x", "å", "xyzzy"])
def test_a_number_and_a_word_without_endings_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_every_entry_of_the_table_is_of_the_letters_of_a_word() -> None:
    assert all(
        re.fullmatch("[~-]?[a-zåäö]+", key) and re.fullmatch("[=-]?[a-zåäö]+", value) for key, value in MENDED.items()
    )
    assert all(value.startswith("-") == key.startswith("-") for key, value in MENDED.items())


def test_a_mended_stem_is_mended_no_further() -> None:
    """Else the stem of a word that is written as a stem is would not be found by it."""
    finished = {value for key, value in MENDED.items() if key[0] not in "~-"}
    assert {value: MENDED[value] for value in finished if MENDED.get(value, value) != value} == {}
