"""A recommendation's page in a real browser: its map and its table by keyboard alone, and without a script."""

from __future__ import annotations

from playwright.sync_api import Browser, Page
from test_browser import visit

HERE = "rekommendationer/skl-2016-10/"


def focused(page: Page) -> str:
    """What the keyboard is on: the name of a link or the text of a button."""
    name: str = page.evaluate(
        "(e => e.getAttribute('aria-label') || e.textContent.trim())(document.activeElement)",
    )
    return name


def tab_to(page: Page, name: str, most: int = 400) -> None:
    """Press Tab until the keyboard is on the thing with this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    raise AssertionError(name)


def rows(page: Page) -> list[str]:
    """The municipalities that the table shows, from above."""
    shown: list[str] = page.locator(".na-answers-table tbody tr:visible th").all_inner_texts()
    return shown


def test_the_map_is_passed_over_or_walked_by_keyboard_and_each_area_leads_to_its_municipality(
    browser: Browser, archive_url: str
) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        tab_to(page, "Hoppa över kartan")
        page.keyboard.press("Tab")
        assert focused(page) == "Ale: ingen uppgift i arkivet"
        tab_to(page, "Ekerö: föreslår anta")
        outlined = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).strokeWidth")
        assert outlined == "4px"
        ring = page.locator("[data-na-ring]").get_attribute("d")
        assert ring == page.evaluate("document.activeElement.querySelector('path').getAttribute('d')")
        assert page.locator("[data-na-said]").inner_text() == "Ekerö: föreslår anta"
        page.keyboard.press("Enter")
        page.wait_for_url("**/kommuner/ekero/")
        assert page.inner_text("h1") == "Ekerö kommun"
        assert "Föreslår anta" in page.inner_text("main")


def test_skipping_the_map_goes_on_after_it(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        tab_to(page, "Hoppa över kartan")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "kommun för kommun"


def test_each_long_part_can_be_passed_over(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        for skip in ("Hoppa över kartan", "Hoppa över rutorna", "Hoppa över tabellen", "Hoppa över att-satserna"):
            link = page.get_by_role("link", name=skip)
            link.focus()
            assert link.bounding_box()["width"] > 40  # type: ignore[index]
            goal = link.get_attribute("href") or ""
            link.press("Enter")
            assert page.evaluate("document.activeElement.id") == goal.removeprefix("#")


def test_on_a_phone_the_page_is_no_wider_than_the_screen(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(f"{archive_url}{HERE}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.locator(".na-tile").first.bounding_box()["width"] >= 24  # type: ignore[index]


def test_every_municipality_is_an_area_a_tile_and_a_row(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        assert page.locator(".na-area").count() == 290
        assert page.locator(".na-tile").count() == 290
        assert len(rows(page)) == 290
        assert page.get_by_role("link", name="Ekerö: föreslår anta").count() == 2


def test_the_table_is_sorted_and_searched_by_keyboard(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        assert rows(page)[:2] == ["Ekerö", "Ale"]
        page.get_by_role("combobox", name="Län").focus()
        tab_to(page, "Andel enligt nyckeln")
        page.keyboard.press("Enter")
        assert rows(page)[:2] == ["Bjurholm", "Sorsele"]
        page.keyboard.press("Enter")
        assert rows(page)[:2] == ["Stockholm", "Göteborg"]
        assert page.locator("th[aria-sort=descending]").inner_text().startswith("Andel enligt nyckeln")
        page.get_by_role("button", name="Kommun", exact=True).press("Enter")
        assert rows(page)[0] == "Ale"
        assert rows(page)[-1] == "Övertorneå"
        page.get_by_label("Sök kommun").press_sequentially("ekerö")
        assert rows(page) == ["Ekerö"]
        assert page.get_by_role("status").inner_text() == "1 av 290 kommuner visas"
        page.get_by_label("Sök kommun").fill("")
        page.get_by_role("combobox", name="Ställning").select_option("Föreslår anta")
        assert rows(page) == ["Ekerö"]
        page.get_by_role("combobox", name="Ställning").select_option("")
        page.get_by_role("combobox", name="Svarstid").select_option("Kan inte avgöras")
        assert rows(page) == ["Ekerö"]
        page.get_by_role("combobox", name="Svarstid").select_option("")
        page.get_by_role("combobox", name="Län").select_option("Gotlands län")
        assert rows(page) == ["Gotland"]


def test_without_a_script_the_table_is_whole(browser: Browser, archive_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{archive_url}{HERE}")
    assert page.locator(".na-answers-table tbody tr").count() == 290
    assert page.locator(".na-filter").count() == 0
    assert page.locator(".na-answers-table tbody tr").last.is_visible()
    context.close()


def test_ekeros_share_and_difference_stand_in_its_row(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        row = " ".join(page.locator(".na-answers-table tbody tr").first.inner_text().split())
        for figure in ("9 313 kr", "9 500 kr per år", "+187 kr", "+2,0 %", "0,35", "kan inte avgöras"):
            assert figure in row
        assert "okänd, senare flyttad till 31 oktober 2016" in " ".join(page.inner_text("main").split())


def test_the_files_lie_where_the_links_say(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        for name in ("CSV för Excel", "JSON"):
            address = page.get_by_role("link", name=name).evaluate("link => link.href")
            assert page.request.get(address).ok


def test_on_paper_the_table_is_there_and_the_controls_are_not(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(f"{archive_url}{HERE}")
        page.emulate_media(media="print")
        assert page.locator(".na-answers-table tbody tr").last.is_visible()
        assert not page.locator(".na-filter").is_visible()
