"""What the search says when a part of its index cannot be fetched: never that there is nothing, and it recovers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

FAILED = "Sökningen fungerar inte just nu"
PARTS = {
    "terms": r"/sok/index/.*/ord/",
    "places": r"/plats/",
    "hits": r"/visa/",
    "facets": r"/val\.json",
    "lexicon": r"/sok/ord/",
    "manifest": r"/sok/sok\.json",
}
"""Each kind of file that a search fetches, by a part of its address."""


@contextmanager
def visit(browser: Browser, address: str, cut: str = "", how: str = "") -> Iterator[Page]:
    """A page with the requests to `cut` made to fail: lost, or answered with a page that says that there is nothing."""
    context = browser.new_context()
    page = context.new_page()

    def fail(route: Route) -> None:
        if how == "lost":
            route.abort()
        else:
            route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>404</title>")

    if cut:
        context.route(re.compile(cut), fail)
    try:
        page.goto(address)
        yield page
    finally:
        context.close()


@pytest.mark.parametrize("how", ["lost", "not found"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_cannot_be_fetched_is_told_and_not_taken_for_nothing(
    browser: Browser, example_url: str, part: str, how: str
) -> None:
    with visit(browser, f"{example_url}sok/?q=%22kronor+per+år%22&typ=Beslut", PARTS[part], how) as page:
        title = page.locator("#na-results-title")
        expect(title).to_have_text(FAILED, timeout=30_000)
        expect(page.locator("#na-none")).to_contain_text("kunde inte hämtas")

        page.context.unroute_all()
        page.get_by_role("button", name="Försök igen").click()

        expect(title).to_contain_text("träff", timeout=30_000)
        expect(page.locator(".na-hit").first).to_be_visible()


def test_an_open_page_takes_the_index_of_a_new_publication(browser: Browser, example_url: str) -> None:
    """What an older index names is gone, and the new manifest names other files."""
    with visit(browser, f"{example_url}sok/?q=budget") as page:
        title = page.locator("#na-results-title")
        expect(title).to_contain_text("träff", timeout=30_000)
        told = {"old": True}

        def older(route: Route) -> None:
            manifest = route.fetch().json()
            if told["old"]:
                manifest["version"] = "older"
                manifest["ordlista"] = [[begin, f"gone-{name}"] for begin, name in manifest["ordlista"]]
            route.fulfill(json=manifest)

        page.context.route(re.compile(PARTS["manifest"]), older)
        page.reload()
        expect(title).to_have_text(FAILED, timeout=30_000)

        told["old"] = False
        page.locator("#na-q").fill("skola")
        page.keyboard.press("Enter")

        expect(title).not_to_have_text(FAILED, timeout=30_000)


def test_a_page_of_an_older_form_asks_to_be_loaded_again(browser: Browser, example_url: str) -> None:
    with visit(browser, f"{example_url}om/") as page:

        def newer(route: Route) -> None:
            route.fulfill(json={**route.fetch().json(), "form": "999"})

        page.context.route(re.compile(PARTS["manifest"]), newer)
        page.goto(f"{example_url}sok/?q=budget")

        expect(page.locator("#na-none")).to_contain_text("Ladda om sidan", timeout=30_000)


def test_hostile_words_are_only_words(browser: Browser, example_url: str) -> None:
    for words in (
        {"q": "\"$'$'$'$'$'$'$'$'$'$'\""},
        {"q": "constructor __proto__ toString"},
        {"q": "<img src=x onerror=alert(1)>"},
        {"q": "a" * 300},
        {"q": "kunskapsstyrning", "kommun": "__proto__", "organ": "constructor"},
    ):
        with visit(browser, f"{example_url}sok/?{urlencode(words)}") as page:
            expect(page.locator("#na-results-title")).to_have_text(re.compile("träff"), timeout=30_000)
            expect(page.locator("#na-voice")).to_contain_text("träff")
            assert page.locator("#na-results script, #na-results img").count() == 0


def test_filters_that_cannot_be_fetched_are_told_of_beside_the_hits(browser: Browser, example_url: str) -> None:
    with visit(browser, f"{example_url}sok/?q=kunskapsstyrning", PARTS["facets"], "not found") as page:
        expect(page.locator("#na-notes")).to_contain_text("Filtren kan inte visas just nu.", timeout=30_000)
        expect(page.locator(".na-hit").first).to_be_visible()


def test_what_is_not_finished_never_mixes_habo_and_haabo(browser: Browser, example_url: str) -> None:
    found = searched(browser, example_url, [{"words": "habo", "typing": True}, {"words": "habo"}])

    assert found[0]["total"] == found[1]["total"] > 0


def test_the_number_beside_a_filter_is_that_of_the_hits_that_it_leaves(browser: Browser, example_url: str) -> None:
    for words in ("socialnämnden kostnad", '"kronor per år"'):
        (asked,) = searched(browser, example_url, [{"words": words}])
        counted = [(facet, value, number) for facet, values in asked["counts"].items() for value, number in values]
        assert len(counted) > 5
        totals = searched(
            browser, example_url, [{"words": words, "filters": {facet: [value]}} for facet, value, _ in counted]
        )
        assert [one["total"] for one in totals] == [number for *_, number in counted]


def searched(browser: Browser, site: str, asked: list[dict[str, object]]) -> list[dict[str, Any]]:
    """What the engine of a site answers: how many hits, and the counts of the filters."""
    with visit(browser, f"{site}om/") as page:
        found: list[dict[str, Any]] = page.evaluate(
            "async ([site, asked]) => { const { open } = await import(`${site}assets/sok/engine.js`);"
            " const engine = await open(site); const told = [];"
            " for (const one of asked) { const answer = await engine.search(one);"
            " told.push({ total: answer.total, counts: await answer.counts() }); } return told; }",
            [site, asked],
        )
    return found


def test_a_paragraph_that_the_archive_lacks_is_not_answered_with_others_as_if_it_were(
    browser: Browser, example_url: str
) -> None:
    """Habo's archive has a § 4 and a socialnämnd, but no § 4 of hers."""
    with visit(browser, f"{example_url}sok/?q=SN+%C2%A7+4+2031") as page:
        note = page.locator("#na-notes")
        expect(note).to_contain_text("Inget dokument som går att söka är «SN § 4 2031».", timeout=30_000)
        expect(note).not_to_contain_text("alla orden")
