"""The search page by the keyboard and by ear, and what it says where there is nothing to show."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from search.visits import ENGINE, answer, everything, found, hits, query, type_quickly, visit


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
        page.get_by_role("button", name="Sök utan filtret år 2016").click()
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
