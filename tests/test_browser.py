"""The built site in a real browser: it can be walked, nothing leaves the machine, and axe-core finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sites import EXAMPLE, Built

from namndarkivet.archive import open_archive
from namndarkivet.pages import KINDS, Site
from namndarkivet.render import content

HAND_WRITTEN = (
    "om/", "lasa-beslut/", "lagg-till/formular/", "lagg-till/skicka-in/", "lagg-till/importera/", "lagg-till/github/",
    "personuppgifter/", "tillganglighet/", "404.html",
)  # fmt: skip
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)


@contextmanager
def visit(browser: Browser, *, scheme: str = "light", phone: bool = False) -> Iterator[Page]:
    """A page whose every request must stay on this machine, and whose console must stay free of errors."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport=PHONE if phone else DESKTOP
    )
    page = context.new_page()
    strayed: list[str] = []
    errors: list[str] = []
    page.on("request", lambda r: strayed.append(r.url) if urlsplit(r.url).hostname not in {"127.0.0.1", None} else None)
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    yield page
    context.close()
    assert strayed == []
    assert errors == []


def one_of_each_kind() -> list[str]:
    """The address of the page of each kind of the example that has the most in it, some special ones, and those written
    by hand.
    """
    archive, _ = open_archive(EXAMPLE, shown="example")
    site = Site(archive)
    chosen = []
    for kind in KINDS:
        sizes = {address: len(content(site, kind.page(site, address))) for address in kind.addresses(site)}
        assert sizes, f"the example has no page of the kind {kind.name}"
        chosen.append(max(sizes, key=lambda address: (sizes[address], address)))
    votes = next(e for e in archive.decisions if e.record.divisions)
    gone = next(e for e in archive.decisions if e.record.withdrawn)
    proposal = next(e for e in archive.decisions if e.record.status.value == "förslag")
    special = {f"{entry.id}/" for entry in (votes, gone, proposal)} - set(chosen)
    return [*chosen, *sorted(special), *HAND_WRITTEN]


def test_a_reader_walks_from_the_start_to_the_letter_and_back(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(archive_url)
        page.locator(".na-card").filter(has_text=re.compile(r"10\s+juni 2016")).get_by_role("link").click()
        told = page.get_by_role("main")
        expect(told).to_contain_text("Inget beslut finns i arkivet. En kommun, Ekerö, har ett förslag att anta.")
        page.get_by_role("link", name="Förslag till socialnämnden § 67").click()
        expect(told).to_contain_text("Det här är ett förslag, inte ett beslut.")
        page.locator(".na-paper").get_by_role("link", name="meddelande från styrelsen nr 10/2016").click()
        page.locator("#brev + p + ul").get_by_role("link").click()
        expect(page.locator("h1")).to_contain_text(re.compile("^Förlängd svarstid"))
        page.locator(".na-lead").get_by_role("link").click()
        page.get_by_role("navigation", name="Du är här").get_by_role("link", name="Start").click()
        expect(page).to_have_url(archive_url)


@pytest.mark.parametrize(("scheme", "phone"), [("light", False), ("dark", True)], ids=["desktop-light", "phone-dark"])
@pytest.mark.parametrize("address", one_of_each_kind())
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, example_url: str, address: str, scheme: str, phone: bool
) -> None:
    with visit(browser, scheme=scheme, phone=phone) as page:
        page.goto(example_url + address)
        page.evaluate("document.fonts.ready")
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"][:150] for node in v["nodes"][:3]]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1


def test_no_page_of_the_example_is_wider_than_a_small_phone(
    browser: Browser, example_site: Built, example_url: str
) -> None:
    empty = re.compile(r"kommuner/(?!habo|haabo)[a-z-]+/$")  # the 288 municipalities without documents are all alike
    addresses = [
        address
        for page in example_site.pages()
        if page.canonical and page.headings and not empty.match(address := example_site.address(page))
    ]
    with visit(browser, phone=True) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        wide = []
        for address in addresses:
            page.goto(example_url + address, wait_until="domcontentloaded")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(address)
    assert wide == []


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(archive_url + "beslut/ekero/socialnamnden/2016/67/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#innehall"


def test_pages_are_whole_without_javascript(browser: Browser, archive_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(archive_url + "beslut/ekero/socialnamnden/2016/67/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert "9.500 kr per år" in page.inner_text("main")
    context.close()


def test_the_choice_of_dark_stays_on_the_next_page(browser: Browser, archive_url: str) -> None:
    with visit(browser) as page:
        page.goto(archive_url)
        page.locator("label[for=__palette_1]").click()
        page.goto(archive_url + "kommuner/")
        assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
