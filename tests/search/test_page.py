"""What the search page shows, to all eyes and on all screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from sites import EXAMPLE

from namndarkivet.archive import open_archive
from namndarkivet.pages import Site, search
from search.visits import ENGINE, FIRST, found, hits, query, visit

# What is shown.


def test_a_hit_says_what_it_is_before_what_it_is_called(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        found(page, "64 träffar")
        expect(hits(page)).to_have_count(20)
        told = [re.sub(r"\s+", " ", text.replace("\u00a0", " ")) for text in hits(page).all_inner_texts()[:3]]
        assert told[0].startswith(f"Beslutat antar {FIRST} Habo, Socialnämnden 1 februari 2031 § 1 ")
        assert told[1].startswith("Förslag till kommunstyrelsen Påhittat ärende 2 ")
        assert "dnr SN 2030/2" in told[1]
        assert "dagen saknas i källan" in told[2]
        expect(hits(page).nth(1).locator(".na-badge--proposed")).to_have_css("border-top-style", "dashed")
        expect(hits(page).first.locator("h3 mark")).to_have_text("stödfunktion")
        expect(hits(page).first.locator(".na-hit__passage mark")).to_have_text("stödfunktion")
        link = hits(page).nth(1).get_by_role("link")
        expect(link).to_have_accessible_description(re.compile(r"^Förslag till kommunstyrelsen Håbo, "))
        expect(link).to_have_attribute("href", example_url + "beslut/paahittad/2/")
        assert page.title() == "stödfunktion – Sök – Nämndarkivet"


def test_headings_lead_through_the_page(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        found(page, "64 träffar")
        levels = page.locator("main :is(h1, h2, h3):visible").evaluate_all("all => all.map((one) => one.tagName)")
        assert levels == ["H1", "H2", "H2", *["H3"] * 20, "H2"]


def test_text_of_documents_and_addresses_is_only_text(browser: Browser, example_url: str) -> None:
    hostile = "%3Cimg src=x onerror=alert(1)%3E"
    with visit(browser, f"{example_url}sok/?q=onerror&kommun={hostile}") as page:
        found(page, "Inga träffar")
        page.get_by_role("button", name="Rensa alla filter").click()
        found(page, "1 träff")
        assert "<script>" in hits(page).inner_text()
        assert page.locator("#na-search img, #na-hits script").count() == 0
        assert page.title() == "onerror – Sök – Nämndarkivet"


def test_a_hit_leads_nowhere_but_into_the_archive(browser: Browser, example_url: str) -> None:
    engine = ENGINE.replace(
        "`beslut/paahittad/${index + 1}/`",
        "['javascript:alert(1)', '//elak.invalid/', 'https://elak.invalid/', '../../ut/'][index % 4]",
    )
    assert engine != ENGINE
    with visit(browser, f"{example_url}sok/?q=stödfunktion", engine=engine) as page:
        found(page, "64 träffar")
        for link in hits(page).get_by_role("link").all()[:4]:
            assert (link.get_attribute("href") or "").startswith(example_url)


def test_before_anything_is_searched_for_there_are_examples_and_the_newest(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/") as page:
        expect(hits(page)).to_have_count(20)
        expect(page.locator("#na-sort")).to_have_value("nyast")
        expect(page.locator("#na-sort option[value=relevans]")).to_be_disabled()
        page.get_by_text("Så söker du").click()
        expect(page.get_by_text("Diarienummer går att skriva")).to_be_visible()
        example = page.locator(".na-search__examples a").first
        words = example.inner_text()
        example.click()
        expect(page.locator("#na-q")).to_have_value(words)
        assert query(page) == {"q": [words]}
        expect(page.locator("#na-search-start")).to_be_hidden()


# For all eyes and screens.


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
@pytest.mark.parametrize(
    "address", ["sok/", "sok/?q=stödfunktion&status=Förslag", "sok/?q=xyzzy&kommun=Habo&ar=2031", "sok/?q=trasig"]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, example_url: str, address: str, width: int, scheme: str
) -> None:
    with visit(browser, example_url + address, width=width) as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        expect(page.locator("#na-voice")).not_to_be_empty()
        if width < 1000:
            page.locator("#na-fold").click()
        page.get_by_text("Så söker du").click()
        page.evaluate("document.fonts.ready")
        found_ = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"][:150] for node in v["nodes"][:3]]) for v in found_] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1


def test_at_twice_the_size_and_with_forced_colours_nothing_is_lost(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=påhittat+ärende", width=640) as page:
        found(page, "63 träffar")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        expect(hits(page).nth(1).locator(".na-badge")).to_have_css("border-top-style", "dashed")
        expect(hits(page).nth(0).locator(".na-badge").first).to_have_css("border-top-style", "solid")
        expect(page.locator("#na-q")).not_to_have_css("border-right-width", "0px")


def test_what_is_pressed_is_large_enough_on_a_phone(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion&status=Förslag", width=320) as page:
        page.locator("#na-fold").click()
        small = page.locator(
            "#na-search :is(button, select, label:has(input[type=checkbox]), #na-q):visible"
        ).evaluate_all(
            "all => all.map((one) => [one.textContent.trim().slice(0, 20), one.getBoundingClientRect().height]).filter(([, high]) => high < 24)"
        )
        assert small == []  # WCAG 2.2, 2.5.8


def test_on_paper_only_the_hits_are_left(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion&status=Förslag") as page:
        found(page, "16 träffar")
        page.emulate_media(media="print")
        expect(hits(page).first).to_be_visible()
        expect(hits(page).first.locator(".na-badge")).to_have_css("border-top-style", "dashed")
        for gone in ("#na-search-form", "#na-filters", "#na-sort", "#na-find"):
            expect(page.locator(gone)).to_be_hidden()


def test_the_examples_are_of_the_archive_itself() -> None:
    archive, _ = open_archive(EXAMPLE, shown="example")
    page = search.KIND.page(Site(archive), "sok/")
    examples = {example.kind: example.words for example in page.context["examples"]}
    titles = " ".join(entry.record.title.lower() for entry in archive.documents() if not entry.record.withdrawn)
    assert examples["ett ord"] in titles
    assert examples["ett diarienummer"] in {entry.record.registry_number for entry in archive.decisions}
    assert examples["ett cirkulärs eller brevs nummer"] in {entry.record.number for entry in archive.circulars}
    newest = [entry for entry in archive.decisions if not entry.record.withdrawn][-1].record
    assert examples["en paragraf och ett organ"] == f"§\u00a0{newest.paragraph} {newest.body.lower()}"


def test_an_empty_archive_has_a_search_page_too(tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    archive, _ = open_archive(tmp_path / "decisions", shown="decisions")
    page = search.KIND.page(Site(archive), "sok/")
    assert page.context["examples"] == []
    assert {way.holds for way in page.context["ways"]} == {"inga dokument ännu", "inga ännu"}
