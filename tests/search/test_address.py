"""A search and its address: what is typed and chosen, the way back, the filters."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, expect

from namndarkivet.pages.search import FACETS
from search.visits import found, hits, query, steps, type_quickly, until, visit


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
