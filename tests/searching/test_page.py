"""The search page and the field of every page, in a real browser, with an engine of invented documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect
from sites import EXAMPLE

from namndarkivet.archive import open_archive
from namndarkivet.pages import Site, search
from namndarkivet.pages.search import FACETS
from namndarkivet.searching import opensearch

ENGINE = (Path(__file__).parent / "invented_engine.js").read_text(encoding="utf-8")
FIRST = "Påhittat ärende 1 om nationell stödfunktion i Habo"


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    engine: str = ENGINE,
    width: int = 1280,
    errors_expected: bool = False,
) -> Iterator[Page]:
    """A page that has the invented engine, and whose console must stay free of errors."""
    context = browser.new_context(viewport=ViewportSize(width=width, height=800))
    page = context.new_page()
    page.set_default_timeout(30_000)
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.route("**/assets/sok/engine.js", lambda route: answer(route, engine))
    page.goto(address)
    yield page
    context.close()
    assert errors_expected or errors == []


def answer(route: Route, engine: str) -> None:
    """The engine's file, or that there is none."""
    if engine:
        route.fulfill(body=engine, content_type="text/javascript; charset=utf-8")
    else:
        route.fulfill(status=404, body="")


def found(page: Page, count: str) -> None:
    """Wait until the page says that it has found so many."""
    expect(page.locator("#na-results-title")).to_have_text(count.replace(" ", "\u00a0"))


def everything(page: Page) -> None:
    """Wait until the page shows all there is."""
    expect(page.locator("#na-results-title")).to_have_text("Allt i arkivet")


def hits(page: Page) -> Locator:
    """The items of the list of hits."""
    return page.locator("#na-hits > li")


def type_quickly(page: Page, text: str) -> None:
    """Type a text in the field without a rest between its letters, however slow the machine is."""
    page.locator("#na-q").evaluate(
        "(field, text) => { for (const letter of text)"
        " { field.value += letter; field.dispatchEvent(new InputEvent('input', {bubbles: true})); } }",
        text,
    )


def until(page: Page, true: str) -> None:
    """Wait until an expression is true in the page; its policy lets no other way of waiting evaluate text."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {true}")


def query(page: Page) -> dict[str, list[str]]:
    """What the address searches for."""
    return parse_qs(urlsplit(page.url).query)


def steps(page: Page) -> int:
    """How many steps the browser's history has."""
    length: int = page.evaluate("history.length")
    return length


# The field of every page.


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


# The address, and the way back.


def test_what_is_typed_is_searched_for_when_the_typing_rests(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/") as page:
        expect(hits(page)).to_have_count(20)
        before = steps(page)
        type_quickly(page, "cirkulär")
        found(page, "1 träff")
        assert query(page) == {"q": ["cirkulär"]}
        assert steps(page) == before
        asked = page.evaluate("invented.asked.map(({words, typing}) => [words, typing])")
        assert asked == [["", False], ["cirkulär", True]]


def test_a_late_answer_to_an_earlier_search_is_dropped(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/") as page:
        expect(hits(page)).to_have_count(20)
        page.locator("#na-q").fill("sen")
        expect(page.locator("#na-results")).to_have_attribute("aria-busy", "true")
        page.locator("#na-q").fill("cirkulär")
        found(page, "1 träff")
        expect(page.locator("html")).to_have_attribute("data-late", "answered")
        found(page, "1 träff")  # and not the 65 of the late answer


def test_back_leads_through_what_was_meant_and_not_what_was_typed(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/") as page:
        field = page.locator("#na-q")
        field.fill("budget")
        field.press("Enter")
        expect(page).to_have_title(re.compile("^budget – "))
        page.locator("#na-q").press_sequentially("en", delay=10)
        expect(page).to_have_title(re.compile("^budgeten – "))
        field.fill("cirkulär")
        field.press("Enter")
        found(page, "1 träff")
        page.locator("#na-sort").select_option("äldst")
        assert query(page) == {"q": ["cirkulär"], "sort": ["aldst"]}
        page.go_back()
        expect(page.locator("#na-sort")).to_have_value("relevans")
        page.go_back()
        expect(field).to_have_value("budget")
        page.go_back()
        expect(field).to_have_value("")
        assert page.url == f"{example_url}sok/"
        page.go_forward()
        expect(field).to_have_value("budget")


def test_a_shared_address_shows_the_same(browser: Browser, example_url: str) -> None:
    address = "sok/?q=stödfunktion&kommun=Habo&kommun=Ekerö&status=Beslutat&status=Avslaget&sort=aldst"
    with visit(browser, example_url + address) as page:
        expect(page.locator("#na-sort")).to_have_value("äldst")
        chips = page.get_by_role("group", name="Valda filter").get_by_role("button")
        expect(chips).to_have_text(["Habo", "Ekerö", "Beslutat", "Avslaget", "Rensa alla"])
        checked = page.get_by_role("checkbox", checked=True)
        expect(checked).to_have_count(4)
        assert {box.input_value() for box in checked.all()} == {"Habo", "Ekerö", "Beslutat", "Avslaget"}
        assert page.evaluate("invented.asked") == [
            {
                "words": "stödfunktion",
                "filters": {"kommun": ["Habo", "Ekerö"], "status": ["Beslutat", "Avslaget"]},
                "sort": "äldst",
                "typing": False,
            }
        ]


def test_more_hits_keep_the_focus_and_are_there_after_a_visit_to_one(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        expect(hits(page)).to_have_count(20)
        before = steps(page)
        page.get_by_role("button", name="Visa 20 fler").click()
        expect(hits(page)).to_have_count(40)
        expect(hits(page).nth(20).get_by_role("link")).to_be_focused()
        assert query(page)["visa"] == ["40"]
        assert steps(page) == before
        page.evaluate("scrollTo(0, 3000)")
        until(page, "history.state?.scroll === 3000")  # how far one has read is noted when the scrolling rests
        page.route(
            "**/beslut/paahittad/**", lambda r: r.fulfill(body="<title>Beslut</title>", content_type="text/html")
        )
        page.locator("#na-hits a").nth(30).evaluate("link => link.click()")
        expect(page).to_have_title("Beslut")
        page.go_back()
        expect(hits(page)).to_have_count(40)
        expect(page.locator("#na-more")).to_be_visible()
        until(page, "Math.abs(scrollY - 3000) < 5")


def test_a_hit_that_is_opened_makes_what_was_typed_a_step(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=budget") as page:
        page.route(
            "**/cirkular/paahittat/**", lambda r: r.fulfill(body="<title>Brev</title>", content_type="text/html")
        )
        page.locator("#na-q").fill("cirkulär")
        found(page, "1 träff")
        hits(page).get_by_role("link").click()
        expect(page).to_have_title("Brev")
        page.go_back()
        expect(page.locator("#na-q")).to_have_value("cirkulär")
        page.go_back()
        expect(page.locator("#na-q")).to_have_value("budget")


# Filters.


def test_a_filter_keeps_its_focus_and_its_place(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        found(page, "64 träffar")
        box = page.get_by_role("checkbox", name=re.compile("^Kommunstyrelsen"))
        box.focus()
        place = box.bounding_box()
        page.keyboard.press("Space")
        expect(page.locator("#na-results-title")).not_to_have_text(re.compile("^64"))
        assert query(page) == {"q": ["stödfunktion"], "organ": ["Kommunstyrelsen"]}
        expect(box).to_be_checked()
        expect(box).to_be_focused()
        assert box.bounding_box() == place
        # A second box of the same group is more of the same, not less.
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
        assert len(query(page)["organ"]) == 2


def test_counts_of_a_facet_take_no_notice_of_its_own_choice(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?status=Förslag") as page:
        found(page, "16 träffar")
        rows = page.locator("[data-na-facet=status] li")
        expect(rows).to_have_text([re.compile(r"\b16$")] * 4)
        years = page.locator("[data-na-facet=ar] .na-facet__value").all_inner_texts()
        assert years == sorted(years, reverse=True)


def test_a_chosen_value_that_no_document_has_can_be_taken_away(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=cirkulär&kommun=Habo") as page:
        found(page, "Inga träffar")
        box = page.get_by_role("checkbox", name=re.compile("^Habo"))
        expect(box).to_be_checked()
        box.focus()
        page.keyboard.press("Space")
        found(page, "1 träff")
        expect(box).to_be_focused()  # it stays while it has the focus, though nothing has it
        page.keyboard.press("/")
        expect(box).to_have_count(0)


def test_chips_take_filters_away_and_hand_the_focus_on(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?kommun=Habo&status=Beslutat&ar=2031") as page:
        page.get_by_role("button", name="Ta bort filtret År: 2031").press("Enter")
        expect(page.get_by_role("button", name="Ta bort filtret Status: Beslutat")).to_be_focused()
        assert query(page) == {"kommun": ["Habo"], "status": ["Beslutat"]}
        page.get_by_role("button", name="Rensa alla filter").press("Enter")
        expect(page.locator("#na-chips")).to_be_hidden()
        expect(page.locator("#na-results-title")).to_be_focused()
        assert page.url == f"{example_url}sok/"


def test_a_long_list_is_shortened_and_can_be_searched(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        group = page.locator("[data-na-facet=kommun]")
        expect(group.locator("li")).to_have_count(6)
        more = group.get_by_role("button", name="Visa alla (14)")
        more.click()
        expect(group.locator("li")).to_have_count(14)
        expect(group.get_by_role("button", name="Visa färre")).to_have_attribute("aria-expanded", "true")
        expect(group.locator("li input").nth(6)).to_be_focused()
        box = group.get_by_label("Sök i listan med kommuner")
        box.fill("habo")
        expect(group.locator(".na-facet__value")).to_have_text(["Habo", "Håbo"])
        box.fill("håbo")
        expect(group.locator(".na-facet__value")).to_have_text(["Håbo"])
        box.press("Escape")
        expect(group.locator("li")).to_have_count(14)
        expect(box).to_be_focused()


def test_on_a_phone_the_filters_fold_behind_a_button(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion&status=Förslag&ar=2031", width=320) as page:
        fold = page.get_by_role("button", name="Filter (2)")
        expect(page.locator("#na-filters")).to_be_hidden()
        fold.click()
        expect(fold).to_have_attribute("aria-expanded", "true")
        page.get_by_role("checkbox", name="2029").check()
        expect(page.get_by_role("button", name="Filter (3)")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name=re.compile(r"^Visa \d+\sträff")).click()
        expect(page.locator("#na-filters")).to_be_hidden()
        expect(page.locator("#na-results-title")).to_be_focused()


# The keyboard, and what is heard.


def test_the_whole_page_goes_by_the_keyboard(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        found(page, "64 träffar")
        links, field = hits(page).get_by_role("link"), page.locator("#na-q")
        for key, there in [
            ("/", field),
            ("ArrowDown", links.nth(0)),
            ("ArrowDown", links.nth(1)),
            ("ArrowUp", links.nth(0)),
            ("ArrowUp", field),
            ("ArrowDown", links.nth(0)),
            ("End", page.locator("#na-more button")),
            ("ArrowUp", links.nth(19)),
            ("Home", links.nth(0)),
            ("Escape", field),
        ]:
            page.keyboard.press(key)
            expect(there).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_have_value("")
        everything(page)
        expect(field).to_be_focused()


def test_every_control_shows_that_it_has_the_focus(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion&ar=2031") as page:
        expect(page.locator("[data-na-facet=status] li")).to_have_count(4)
        page.locator("#na-q").focus()
        seen, bare = set(), []
        for _ in range(60):
            page.keyboard.press("Tab")
            name, width, inside = page.evaluate(
                "(() => { const one = document.activeElement, style = getComputedStyle(one);"
                " return [one.outerHTML.slice(0, 90), style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),"
                " Boolean(one.closest('#na-search'))]; })()"
            )
            seen.add(name)
            if inside and width < 2:
                bare.append(name)
        assert len(seen) > 40
        assert bare == []


def test_a_screen_reader_hears_one_sentence_of_each_search(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=stödfunktion") as page:
        heard = page.locator("#na-voice")
        expect(heard).to_have_attribute("role", "status")
        expect(heard).to_have_text("64\u00a0träffar. Sorterade efter relevans.")
        page.locator("#na-sort").select_option("nyast")
        expect(heard).to_have_text("64\u00a0träffar. Nyast först.")
        page.locator("#na-q").fill("finns inte alls")
        expect(heard).to_have_text("Inga träffar. Arkivet har 12 påhittade beslut.")
        page.locator("#na-q").fill("sen")
        expect(heard).to_have_text("Söker …")
        expect(heard).to_have_text("65\u00a0träffar. Nyast först.")


def test_a_search_that_is_quick_never_says_that_it_searches(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/") as page:
        expect(page.locator("#na-voice")).to_have_text("Allt i arkivet. Nyast först.")
        page.evaluate(
            "window.heard = []; new MutationObserver(() => heard.push(document.getElementById('na-voice').textContent))"
            ".observe(document.getElementById('na-voice'), {childList: true})"
        )
        type_quickly(page, "cirkulär")
        expect(page.locator("#na-voice")).to_have_text(re.compile("^1\u00a0"))
        assert page.evaluate("heard") == ["1\u00a0träff."]


# No hit, notes, and no engine.


def test_no_hit_is_not_no_decision(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=finns+inte&kommun=Ekerö&ar=2016") as page:
        found(page, "Inga träffar")
        told = page.locator("#na-none").inner_text()
        assert "Arkivet har inget dokument som stämmer med «finns inte» och filtren kommunen Ekerö och år 2016." in told
        assert "Det betyder inte att inget har beslutats." in told
        assert "Arkivet har 12 påhittade beslut från Ekerö." in told
        page.get_by_role("button", name="Sök utan år: 2016").click()
        assert query(page) == {"q": ["finns inte"], "kommun": ["Ekerö"]}
        expect(page.locator("#na-results-title")).to_be_focused()
        expect(page.locator("#na-none")).not_to_contain_text("2016")
        page.get_by_role("link", name="gå genom listorna").click()
        assert page.url.endswith("#na-lists-title")
        found(page, "Inga träffar")


@pytest.mark.parametrize(
    ("words", "told", "way"),
    [
        ("xyzzy", "Inget dokument har ordet «xyzzy». Menade du stödfunktion eller budget?", ("budget", "budget")),
        ("flera xyzzy", "Inget dokument har ordet «xyzzy». Det räknas inte i sökningen.", None),
        ("Habo kommun", "Det finns också dokument med håbo, som bara skiljer sig i å, ä eller ö från «habo».", ("håbo", "håbo kommun")),
        ("flera ord", "Inget dokument har alla orden. Här är de som har flest av dem. Det som saknas är «flera» eller «ord».", None),
        ("och", "Ordet «och» är för vanligt att söka på och räknas inte.", None),
    ],
)  # fmt: skip
def test_notes_are_sentences_with_links(
    browser: Browser, example_url: str, words: str, told: str, way: tuple[str, str] | None
) -> None:
    with visit(browser, f"{example_url}sok/?q={words}&sort=nyast") as page:
        expect(page.locator(".na-note")).to_have_text([told])
        expect(page.locator("#na-voice")).to_contain_text(told)
        if way:
            page.locator(".na-note").get_by_role("link", name=way[0], exact=True).click()
            expect(page.locator("#na-q")).to_have_value(way[1])
            assert query(page) == {"q": [way[1]], "sort": ["nyast"]}
            expect(page.locator("#na-results-title")).to_be_focused()


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        ("", "Sökningen kunde inte hämtas. Kontrollera att du är ansluten till internet."),
        ("export async function open() { throw new Error('Påhittat fel i sökningen.'); }", "Påhittat fel i sökningen."),
    ],
    ids=["no engine", "engine that cannot be opened"],
)
def test_a_search_that_cannot_begin_leads_to_the_lists(
    browser: Browser, example_url: str, engine: str, told: str
) -> None:
    with visit(browser, example_url + "sok/?q=påhittat+ärende", engine=engine, errors_expected=True) as page:
        expect(page.locator("#na-none")).to_contain_text(told)
        expect(page.locator("#na-voice")).to_have_text(told)
        expect(page.get_by_role("navigation", name="Hitta utan att söka")).to_be_visible()
        page.unroute("**/assets/sok/engine.js")
        page.route("**/assets/sok/engine.js", lambda route: answer(route, ENGINE))
        page.get_by_role("button", name="Försök igen").click()
        found(page, "63 träffar")


def test_a_search_that_fails_can_be_tried_again(browser: Browser, example_url: str) -> None:
    with visit(browser, example_url + "sok/?q=påhittat+ärende") as page:
        found(page, "63 träffar")
        page.locator("#na-q").fill("trasig")
        again = page.get_by_role("button", name="Försök igen")
        expect(again).to_be_visible()
        asked = page.evaluate("invented.asked.length")
        again.click()
        expect(again).to_be_visible()
        expect(page.locator("#na-results-title")).to_be_focused()
        assert page.evaluate("invented.asked.length") == asked + 1
        page.locator("#na-q").fill("påhittat ärende")
        found(page, "63 träffar")
        expect(again).to_be_hidden()


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


# The page's modules, and what Python makes.


def evaluated(browser: Browser, site: str, module: str, script: str, given: object) -> Any:
    """What an expression about a module of the page is in the browser."""
    with visit(browser, site + "om/") as page:
        return page.evaluate(
            f"async ([at, given]) => {{ const module = await import(at); return {script}; }}",
            [f"{site}assets/sok/{module}", given],
        )


def test_an_address_and_its_search_are_two_forms_of_one_thing(browser: Browser, example_url: str) -> None:
    tried = [
        "",
        "?q=nationell+st%C3%B6dfunktion",
        "?q=%C2%A7+67&kommun=Eker%C3%B6&kommun=Habo&organ=Socialn%C3%A4mnden&ar=2016&typ=Beslut&status=F%C3%B6rslag&sort=nyast&visa=60",
        "?stallning=antar&rekommendation=7%2F2030&amne=budget&sort=aldst",
    ]
    assert (
        evaluated(browser, example_url, "address.js", "given.map((one) => module.write(module.read(one)))", tried)
        == tried
    )
    for strange, plain in {
        "?q=++&kommun=&sort=upp&visa=-3": "",
        "?q=a&kommun=Habo&kommun=Habo&okänd=1": "?q=a&kommun=Habo",
        "?visa=21": "?visa=40",
        "?visa=99999": "?visa=1000",
        "?sort=äldst": "?sort=aldst",
        f"?q={'a' * 400}": f"?q={'a' * 300}",
    }.items():
        assert evaluated(browser, example_url, "address.js", "module.write(module.read(given))", strange) == plain


def test_the_page_and_its_modules_have_the_same_facets(browser: Browser, example_url: str) -> None:
    assert evaluated(browser, example_url, "address.js", "module.FACETS", None) == [key for key, _, _ in FACETS]


def test_a_word_is_exchanged_whole(browser: Browser, example_url: str) -> None:
    tried = {
        ("Habo och thabo", "habo", "håbo"): "håbo och thabo",
        ("a+b (c", "(c", "$&"): "a+b $&",
        ("helt annat", "habo", "håbo"): "håbo",
        ("ma\u030abo", "måbo", "x"): "x",
    }
    done = evaluated(
        browser, example_url, "notes.js", "given.map((one) => module.replaced(...one))", [list(one) for one in tried]
    )
    assert done == list(tried.values())


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
