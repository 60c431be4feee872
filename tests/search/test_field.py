"""The field of every page, and the archive among a browser's search engines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from namndarkivet.searching import opensearch
from search.visits import everything, visit


@pytest.mark.parametrize("address", ["", "kommuner/", "om/", "404.html"])
def test_every_page_has_a_field_that_searches(browser: Browser, example_url: str, address: str) -> None:
    with visit(browser, example_url + address) as page:
        if address != "404.html":  # its links are for where the site is published
            field = page.get_by_role("search", name="Sök från sidhuvudet").get_by_label("Sök i arkivet")
            field.fill("stödfunktion")
            field.press("Enter")
            expect(page.locator("#na-q")).to_have_value("stödfunktion")
            assert page.url == f"{example_url}sok/?q=st%C3%B6dfunktion"
        else:
            expect(page.locator("#na-find-field")).to_be_visible()


def test_a_slash_goes_to_the_field_and_escape_leaves_it(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "kommuner/") as page:
        page.locator(".na-page a").first.focus()
        page.keyboard.press("/")
        expect(page.locator("#na-find-field")).to_be_focused()
        page.keyboard.type("a/b")
        expect(page.locator("#na-find-field")).to_have_value("a/b")
        page.keyboard.press("Escape")
        expect(page.locator(".na-page a").first).to_be_focused()
        page.keyboard.press("Control+/")
        expect(page.locator(".na-page a").first).to_be_focused()


def test_the_start_page_has_a_field_of_its_own_and_a_slash_goes_there(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url) as page:
        page.keyboard.press("/")
        expect(page.locator("#na-hero-field")).to_be_focused()
        page.keyboard.type("budget")
        page.keyboard.press("Enter")
        expect(page.locator("#na-q")).to_have_value("budget")


def test_an_empty_field_leads_to_the_search_page(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "kommuner/") as page:
        page.locator("#na-find-field").press("Enter")
        everything(page)
        assert page.url == f"{example_url}sok/"


def test_on_a_phone_a_magnifier_unfolds_the_field(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "kommuner/", width=320) as page:
        expect(page.locator("#na-find")).to_be_hidden()
        page.get_by_role("link", name="Sök i arkivet").click()
        expect(page.locator("#na-find-field")).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Escape")
        expect(page.locator("#na-find")).to_be_hidden()
        expect(page.get_by_role("link", name="Sök i arkivet")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_without_javascript_the_field_and_the_magnifier_lead_to_the_lists(
    browser: Browser, example_url: str, width: int
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=ViewportSize(width=width, height=800))
    page = context.new_page()
    page.goto(example_url + "kommuner/")
    if width > 1000:
        page.locator("#na-find-field").fill("budget")
        page.locator("#na-find-field").press("Enter")
    else:
        page.get_by_role("link", name="Sök i arkivet").click()
    expect(page.locator("#na-scriptless")).to_be_visible()
    expect(page.locator("#na-scriptless")).to_contain_text("Sökningen behöver JavaScript")
    expect(page.locator("#na-search-form")).to_be_hidden()
    expect(page.locator("#na-search-body")).to_be_hidden()
    ways = page.get_by_role("navigation", name="Hitta utan att söka").get_by_role("link")
    for name in (
        "Kommuner och organ",
        "År för år",
        "Ämnen",
        "Ärenden",
        "Rekommendationer och svar",
        "Cirkulär och brev",
    ):
        expect(ways.filter(has_text=name)).to_be_visible()
    ways.filter(has_text="Ämnen").click()
    assert page.url == f"{example_url}amnen/"
    context.close()


def test_a_browser_can_add_the_archive() -> None:
    written = ET.fromstring(opensearch.description("Nämnd & arkiv i Habo", "https://exempel.invalid/a&b/"))  # noqa: S314 - ours
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert written.tag == f"{space}OpenSearchDescription"
    assert len(written.findtext(f"{space}ShortName") or "") <= 16
    assert written.findtext(f"{space}LongName") == "Nämnd & arkiv i Habo"
    ways = {way.get("type"): way.get("template") for way in written.iter(f"{space}Url")}
    assert ways == {
        "text/html": "https://exempel.invalid/a&b/sok/?q={searchTerms}",
        "application/opensearchdescription+xml": "https://exempel.invalid/a&b/opensearch.xml",
    }
    assert opensearch.description("Nämndarkivet", "") == ""


def test_every_page_tells_browsers_where_the_description_is(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "kommuner/") as page:
        link = page.locator("link[rel=search]")
        assert link.get_attribute("title") == "Nämndarkivet"
        assert link.evaluate("link => link.href") == f"{example_url}{opensearch.ADDRESS}"
        assert link.get_attribute("type") == "application/opensearchdescription+xml"
