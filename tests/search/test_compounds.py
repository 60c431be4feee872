"""A compound is found by its parts, and a word that is none by nothing else. How well, on words that were judged by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from sites import DECISIONS, EXAMPLE

from namndarkivet.searching.compounds import LONGEST, SEEN, Compounds, fixed_parts
from namndarkivet.searching.words import STOP, stem, words
from search.vocabulary import corpus, counted, needs_corpus

JUDGED = yaml.safe_load(Path(__file__).with_name("compounds.yml").read_text(encoding="utf-8"))
WHOLE: dict[str, list[str]] = {word: parts.split() for word, parts in JUDGED["delade"].items()}
NOT: dict[str, list[str]] = {word: parts.split() for word, parts in JUDGED["odelade"].items()}


@dataclass(frozen=True, slots=True)
class Measured:
    """How well the judged words are split: shares of heads and of all parts that are found, of given parts that are right,
    and the words that are split wrongly.
    """

    heads: float
    parts: float
    right: float
    wrong: dict[str, tuple[str, ...]]


def measured(counts: Mapping[str, int]) -> Measured:
    """The judged words, split by this vocabulary."""
    compounds = Compounds(counts)
    given = {word: {stem(part) for part in compounds.parts(word)} for word in WHOLE}
    wanted = {word: [stem(part) for part in parts] for word, parts in WHOLE.items()}
    heads = sum(parts[0] in given[word] for word, parts in wanted.items())
    found = sum(len(given[word] & set(parts)) for word, parts in wanted.items())
    least = sum(len(given[word] & set(parts[:2])) for word, parts in wanted.items())
    wrong = {}
    for word, never in NOT.items():
        parts = compounds.parts(word)
        if parts and (never == ["alla"] or {stem(part) for part in parts} & set(map(stem, never))):
            wrong[word] = parts
    return Measured(heads / len(WHOLE), least / sum(len(p[:2]) for p in wanted.values()), found / sum(map(len, given.values())), wrong)  # fmt: skip


def test_enough_words_are_judged() -> None:
    assert (len(WHOLE) >= 120, len(NOT) >= 60, WHOLE.keys() & NOT.keys()) == (True, True, set())


@pytest.mark.parametrize("folder", [None, DECISIONS, EXAMPLE], ids=["no documents", "archive", "example"])
def test_a_small_archive_is_carried_by_the_fixed_parts(folder: Path | None) -> None:
    found = measured(counted(folder) if folder else {})
    assert found.heads >= 0.98
    assert found.parts >= 0.98
    assert found.right >= 0.99
    assert found.wrong == {}


@needs_corpus
def test_a_large_archive_splits_by_its_own_words_too() -> None:
    found = measured(corpus())
    assert found.heads >= 0.98
    assert found.parts >= 0.98
    assert found.right >= 0.99
    assert found.wrong == {}


MUST = (
    ("stödfunktion", {"funktion", "stöd"}),
    ("stödfunktionen", {"funktion", "stöd"}),
    ("kunskapsstyrning", {"styrning", "kunskap"}),
    ("kunskapsstyrningens", {"styrning", "kunskap"}),
    ("driftbudget", {"budget", "drift"}),
    ("driftbudgeten", {"budget", "drift"}),
    ("socialtjänst", {"social", "tjänst"}),
    ("socialnämnden", {"social", "nämnd"}),
    ("arbetsutskott", {"arbete", "utskott"}),
    ("fastighetsägare", {"fastighet", "ägare"}),
    ("bygglov", {"lov", "bygga"}),
)


@pytest.mark.parametrize(("word", "parts"), MUST)
def test_parts_are_found_without_any_document(word: str, parts: set[str]) -> None:
    assert {stem(part) for part in Compounds({}).parts(word)} == set(map(stem, parts))


def test_a_word_of_the_archive_is_a_part_when_it_is_seen_often_enough() -> None:
    assert Compounds({"zebra": SEEN - 1}).parts("zebrataxa") == ()
    assert Compounds({"zebra": SEEN}).parts("zebraavgift") == ("avgift", "zebra")
    assert Compounds({"zebra": SEEN}).parts("zebrasavgifter") == ("avgifter", "zebra")
    assert Compounds({"zebra": SEEN}).parts("zebrataxa") == ("taxa", "zebra")


def test_a_long_last_part_carries_a_word_whose_first_part_no_document_has() -> None:
    assert Compounds({}).parts("leksaksbibliotek") == ("bibliotek", "leksak")
    assert Compounds({}).parts("elnätsavgiften") == ("avgiften", "elnät")
    assert Compounds({"demokraterna": SEEN}).parts("kristdemokraterna") == ()
    assert Compounds({}).parts("xxxxavgift") == ()


def test_a_noun_by_its_ending_is_a_first_part_though_no_document_has_it_alone() -> None:
    assert Compounds({}).parts("simuleringsbidraget") == ("bidraget", "simulering")


def test_a_word_of_three_parts_is_found_by_each() -> None:
    assert Compounds({}).parts("vårdkostnadsnämnd") == ("nämnd", "kostnad", "vård")


@pytest.mark.parametrize("word", ["", "a", "2016", "nämnd", "4a", "sn16", "budget" * LONGEST, "xyzzyxyzzy"])
def test_what_is_no_compound_has_no_parts(word: str) -> None:
    assert Compounds({"budget": 9}).parts(word) == ()


@needs_corpus
def test_a_part_is_a_part_of_the_word_and_never_the_word_itself() -> None:
    compounds = Compounds(corpus())
    forms = fixed_parts().forms
    for word in corpus():
        for part in compounds.parts(word):
            assert part in word or any(form in word for form, of in forms.items() if of == part), (word, part)
            assert stem(part) != stem(word)
            assert part not in STOP


def test_the_fixed_parts_are_words_in_their_own_room() -> None:
    fixed = fixed_parts()
    assert len(fixed.words) > 300
    every = [*fixed.words, *fixed.prefixes, *fixed.endings, *fixed.forms, *fixed.forms.values()]
    assert [word for word in every if words(word) != [word]] == []


def test_a_word_that_is_often_only_an_ending_is_a_first_part_and_no_last_one() -> None:
    assert Compounds({}).parts("dagverksamhet") == ("verksamhet", "dag")
    assert Compounds({}).parts("vårddagen") == ()
