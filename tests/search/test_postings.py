"""What a shard's files say of its pages: the browser reads from them what was written, and finds phrases where they stand."""

from __future__ import annotations

import json
from math import log2

from adding.in_browser import evaluate
from archives import STEADY
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from sites import REPOSITORY

from namndarkivet.searching import postings as module
from namndarkivet.searching.findable import Findable
from namndarkivet.searching.language import Language
from namndarkivet.searching.numbers import dated
from namndarkivet.searching.postings import Pile, facets_file, steps
from namndarkivet.searching.synonyms import Synonyms
from namndarkivet.searching.terms import SIGNS, Kind
from namndarkivet.searching.weighing import LEAST, STEPS, Weighed, level, weighed
from namndarkivet.searching.words import fold, words

MODULES = REPOSITORY / "docs" / "assets" / "sok"
PAGES = st.lists(
    st.dictionaries(st.text("aåost=§", min_size=1, max_size=3), st.lists(st.integers(1, 5), max_size=4), min_size=1),
    max_size=12,
)


def piled(pages: list[dict[str, list[int]]], begin: int = 0) -> Pile:
    """A pile of pages, each of its terms with the steps between its places."""
    pile = Pile()
    for number, page in enumerate(pages, begin):
        places = {
            term: [sum(between[: at + 1]) for at in range(len(between))] for term, between in page.items() if between
        }
        pile.add(number, Weighed(dict.fromkeys(page, 7), places), {"typ": sorted(page)})
    return pile


def language(*texts: str) -> Language:
    """The language of an archive of these texts."""
    counts: dict[str, int] = {}
    for word in words(dated(" ".join(texts))):
        counts[word] = counts.get(word, 0) + 1
    return Language(counts, Synonyms({}, ()))


@STEADY
@given(PAGES, st.integers(1, 60))
def test_each_term_has_its_pages_in_the_file_that_its_folded_form_leads_to(
    pages: list[dict[str, list[int]]], size: int
) -> None:
    before, module.SIZE = module.SIZE, size
    try:
        files = list(piled(pages).files())
    finally:
        module.SIZE = before

    for term in {term for page in pages for term in page}:
        file = max((number for number, (begin, *_) in enumerate(files) if begin <= fold(term)), default=0)
        numbers, levels = json.loads(files[file][1])[term]
        having = [number for number, page in enumerate(pages) if term in page]
        assert numbers == steps(having)
        assert levels == [7] * len(having)
        if term[0] not in SIGNS:
            places = json.loads(files[file][2])[term].split(";")
            assert places == [",".join(map(str, pages[number][term])) for number in having]


@STEADY
@given(PAGES, st.integers(0, 12))
def test_piles_that_are_joined_are_as_one(pages: list[dict[str, list[int]]], cut: int) -> None:
    joined = piled(pages[:cut])
    joined.join(piled(pages[cut:], min(cut, len(pages))))
    whole = piled(pages)

    assert list(joined.files()) == list(whole.files())
    assert facets_file(joined) == facets_file(whole)


def test_a_level_is_within_a_twenty_fifth_of_its_weight() -> None:
    for weight in (LEAST, 0.09, 0.5, 1.0, 3.7, 64.0, 700.0):
        assert abs(log2(LEAST * 2 ** ((level(weight) - 1) / STEPS) / weight)) <= 0.5 / STEPS + 1e-9


def test_a_title_weighs_more_than_a_text_and_a_part_less_than_the_word() -> None:
    page = Findable("a/", ((64.0, "Stödfunktion"), (1.0, "Nämnden om funktion, nämnden och funktioner.")))

    found = weighed(language("stödfunktion funktion funktion funktion nämnden om och funktioner stöd stöd stöd"), page)

    assert found.levels["stödfunktion"] > found.levels["funktion"] > found.levels["stöd"]
    assert found.places["funktion"] == [4, 6]


def test_a_number_leads_straight_to_its_page() -> None:
    page = Findable("a/", ((64.0, "Taxa"),), keys=((Kind.REGISTRY, "sn-2031-103"),))

    found = weighed(language("taxa"), page)

    assert found.levels["#sn-2031-103"] > found.levels["tax"]


def test_a_phrase_is_found_where_its_words_follow_one_another(browser: Browser) -> None:
    """In the browser, of the very files: not across two fields, nor in another order."""
    texts = [
        ((64.0, "Böta god"), (1.0, "man eller annan")),
        ((64.0, "Annan"), (1.0, "en god man och en annan god man")),
        ((64.0, "Annan"), (1.0, "man är god")),
        ((64.0, "God man"), (1.0, "inget annat")),
    ]
    spoken = language(*(text for fields in texts for _, text in fields))
    pile = Pile()
    for number, fields in enumerate(texts):
        pile.add(number, weighed(spoken, Findable("a/", fields)), {})
    ((begin, terms, places),) = pile.files()
    served = {"ord": json.loads(terms), "plats": json.loads(places)}

    script = (
        "await (async () => { globalThis.fetch = async (address) => ({ ok: true,"
        " json: async () => given.served[address.split('/').at(-2)] });"
        " const shard = new module.Shard('del/', 100, 4, [given.begin]);"
        " return [[...await shard.phrase(['god', 'man'])], (await shard.all(['god', 'man'])).numbers, await shard.having('saknas')]; })()"
    )
    assert evaluate(browser, "shard.js", script, {"served": served, "begin": begin}, MODULES) == [
        [101, 103],
        [100, 101, 102, 103],
        None,
    ]


def test_levels_are_read_on_the_scale_that_they_were_written_on(browser: Browser) -> None:
    weights = [0.04, 0.5, 1.0, 2.0, 64.0]

    found = evaluate(browser, "ranking.js", "given.map(module.worth)", [level(weight) for weight in weights], MODULES)

    assert all(abs(worth - weight / (weight + 2)) < 0.02 for worth, weight in zip(found, weights, strict=True))
