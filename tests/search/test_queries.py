"""The questions of queries.yml, asked of real sites in a real browser: the pages that must be among the first three are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import yaml
from playwright.sync_api import Browser, Page

HOLDS = 0.95
"""The share of the questions that must be answered rightly (issue 6, «Measured»)."""
FIRST = 3
KEYS = {"fråga", "filter", "sort", "finns", "något_av", "först", "inte", "visar", "missar"}
EXPECTED = {"finns", "något_av", "först", "inte"}


@dataclass(frozen=True)
class Question:
    """What is asked, and what must come: addresses within the site, without the slash at their end."""

    text: str
    kind: str
    query: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    first: str | None = None
    none_of: tuple[str, ...] = ()
    shown: str | None = None
    plain: str | None = None
    known_miss: str | None = None

    def missed(self, found: Found) -> str | None:
        """What is wrong with the answer, if anything is."""
        if absent := [address for address in self.all_of if address not in found.addresses]:
            return f"saknar {', '.join(absent)}"
        if self.any_of and not set(self.any_of) & set(found.addresses):
            return f"saknar vart och ett av {', '.join(self.any_of)}"
        if self.first and self.first != next(iter(found.addresses), None):
            return f"först står inte {self.first}"
        if strange := [one for one in found.addresses if one.startswith(self.none_of or "\0")]:
            return f"har {', '.join(strange)}"
        if self.shown and self.shown not in found.text:
            return f"visar inte «{self.shown}» på den första träffen"
        return None


@dataclass(frozen=True)
class Found:
    """What the page showed: the addresses of the first hits, and the text of the very first."""

    addresses: tuple[str, ...]
    text: str


@dataclass
class Held:
    """The questions of one part, and which of them were not answered rightly."""

    questions: list[Question] = field(default_factory=list)
    misses: dict[str, str] = field(default_factory=dict)


def questions(part: str) -> Iterator[Question]:
    """The questions of a part of queries.yml, as they are written there."""
    told = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))[part]
    within = told["under"]
    for kind, several in told["frågor"].items():
        for one in several:
            assert set(one) <= KEYS, f"{one}: okända nycklar"
            assert set(one) & EXPECTED, f"{one}: säger inte vad som ska hittas"
            yield _question(one, kind, within)


def _question(one: dict[str, Any], kind: str, within: str) -> Question:
    filters = one.get("filter", {})
    pairs = [("q", one["fråga"])] if "fråga" in one else []
    pairs += [(key, value) for key, values in filters.items() for value in values]
    pairs += [("sort", one["sort"])] if "sort" in one else []
    return Question(
        text=" · ".join(
            [one.get("fråga", "(bara filter)"), *chain(*filters.values()), *filter(None, [one.get("sort")])]
        ),
        kind=kind,
        query=urlencode(pairs),
        all_of=tuple(within + address for address in one.get("finns", ())),
        any_of=tuple(within + address for address in one.get("något_av", ())),
        first=within + one["först"] if "först" in one else None,
        none_of=tuple(within + address for address in one.get("inte", ())),
        shown=one.get("visar"),
        plain=one["fråga"] if not set(one) & {"filter", "sort"} else None,
        known_miss=one.get("missar"),
    )


def ask(page: Page, site: str, question: Question, *, here: bool) -> Found:
    """Open the search page at the question's address, or with `here` ask in the page that is open, and read what it shows."""
    if here:
        page.locator("#na-search-form").evaluate(
            "(form, words) => {"
            " document.getElementById('na-results').classList.remove('na-results--answered');"
            " document.getElementById('na-q').value = words; form.requestSubmit(); }",
            question.plain,
        )
    else:
        page.goto(f"{site}sok/?{question.query}", wait_until="commit")
    page.locator("#na-results.na-results--answered").wait_for(state="attached")
    hits = page.locator("#na-hits > li")
    links = hits.locator("h3 a").evaluate_all(f"links => links.slice(0, {FIRST}).map((link) => link.href)")
    start = urlsplit(site).path
    addresses = tuple(urlsplit(link).path.removeprefix(start).removesuffix("/") for link in links)
    return Found(addresses, hits.first.inner_text() if links else "")


def held(browser: Browser, site: str, part: str) -> Held:
    """Ask all questions of a part. Prints each miss with what came instead."""
    done = Held()
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(30_000)
        here = False
        for question in questions(part):
            found = ask(page, site, question, here=here and question.plain is not None)
            here = question.plain is not None  # what was chosen by filters stays chosen
            done.questions.append(question)
            if wrong := question.missed(found):
                done.misses[question.text] = wrong
                came = ", ".join(found.addresses) or "inget"
                _say(f"[{question.kind}] {question.text}: {wrong}; kom: {came}")
    _say(f"{part}: {len(done.questions) - len(done.misses)} av {len(done.questions)} frågor håller")
    return done


def _say(line: str) -> None:
    """Among a failing test's output, or at once with `pytest -s`."""
    sys.stdout.write(f"{line}\n")


def assert_held(done: Held) -> None:
    """The misses are those that the file lists, and they are few."""
    listed = {question.text for question in done.questions if question.known_miss}
    assert set(done.misses) == listed, (
        f"missar som filen inte nämner, eller nämner i onödan: {set(done.misses) ^ listed}"
    )
    assert 1 - len(done.misses) / len(done.questions) >= HOLDS


def test_each_question_is_asked_once() -> None:
    """Check that no question stands in the file twice, and that a listed miss says why."""
    for part in ("korpus", "exempel", "arkivet"):
        texts = [question.text for question in questions(part)]
        assert len(texts) == len(set(texts))
        assert all(question.known_miss is None or question.known_miss.strip() for question in questions(part))


def test_questions_to_the_corpus(browser: Browser, corpus_url: str) -> None:
    """Check what is found in 3,214 real paragraphs."""
    assert_held(held(browser, corpus_url, "korpus"))


def test_questions_to_the_example(browser: Browser, example_url: str) -> None:
    """Check what is found in the example archive, where Habo and Håbo both are."""
    assert_held(held(browser, example_url, "exempel"))


def test_questions_to_the_archive(browser: Browser, archive_url: str) -> None:
    """Check that the archive's own documents are found, and that a proposal is shown as one."""
    done = held(browser, archive_url, "arkivet")
    assert done.misses == {}


def test_a_wrong_answer_is_a_miss() -> None:
    """Check that what is told of an answer is what is wrong with it."""
    right = Found(("a", "b", "c"), "Förslag")
    assert Question("", "", "", all_of=("c", "a")).missed(right) is None
    assert Question("", "", "", all_of=("a", "d")).missed(right) == "saknar d"
    assert Question("", "", "", any_of=("d", "e")).missed(right) == "saknar vart och ett av d, e"
    assert Question("", "", "", first="b").missed(right) == "först står inte b"
    assert Question("", "", "", none_of=("b",)).missed(right) == "har b"
    assert Question("", "", "", none_of=("d",)).missed(right) is None
    assert Question("", "", "", shown="Beslutat").missed(right) == "visar inte «Beslutat» på den första träffen"
