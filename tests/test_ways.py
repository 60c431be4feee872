"""The ways in without searching: by place with its map, by time, subject and matter; and that each list tells of its gaps."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from archives import archive, decision
from playwright.sync_api import Browser
from sites import EXAMPLE, Built, Html
from test_answers_page import focused, tab_to
from test_browser import visit

from namndarkivet.archive import open_archive
from namndarkivet.pages import KINDS, Page, Site
from namndarkivet.pages.listing import PAGE, months
from namndarkivet.pages.municipality import LATEST
from namndarkivet.register import municipalities
from namndarkivet.render import content

EKERO = "beslut/ekero/socialnamnden/2016/67/"


def made(site: Site, kind: str) -> dict[str, Page]:
    """The pages of one kind, by address."""
    of_kind = next(each for each in KINDS if each.name == kind)
    return {address: of_kind.page(site, address) for address in of_kind.addresses(site)}


def source(site: Built, address: str) -> str:
    """A built page as it was written."""
    return site.page(address).path.read_text(encoding="utf-8")


def rows(html: str) -> list[str]:
    """The addresses of the rows of a page's lists."""
    return re.findall(r'<a class="na-row__title" href="(?:\.\./)*([^"]+)"', html)


# by time


def test_a_month_has_a_page_of_all_bodies_and_months_that_are_not_known_have_none() -> None:
    one, other = decision("", paragraf="1"), decision("", kommun="Ekerö", organ="Kommunstyrelsen", datum="2031-02")
    late = decision("", paragraf="2", datum="2031-03-01")
    unknown = decision("", paragraf="3", datum="2031")
    site = Site(archive(one, other, late, unknown))
    pages = made(site, "månad")
    assert set(pages) == {"ar/2031/02/", "ar/2031/03/"}
    html = content(site, pages["ar/2031/02/"])
    assert rows(html) == [f"{one.id}/", f"{other.id}/"]
    assert "Därtill har arkivet 1\u00a0dokument från 2031 vars månad saknas i källan." in html
    assert 'href="../../../ar/2031/03/">Senare: mars 2031</a>' in html
    assert "Tidigare" not in html


def test_the_months_of_a_year_lead_to_their_pages_and_sum_to_the_year(example_site: Built) -> None:
    for year, number in ((2030, 5), (2031, 12)):
        html = source(example_site, f"ar/{year}/")
        nav = html[
            html.index('<nav class="na-by-month"') : html.index("</nav>", html.index('<nav class="na-by-month"'))
        ]
        found = re.findall(r'href="([^"]+)"><span>([^<]+)</span> <span class="na-count">(\d+)<', nav)
        assert sum(int(count) for _, _, count in found) == number
        for address, words, count in found:
            if "#" in address:
                assert (words, address) == ("Månaden saknas i källan", f"../../ar/{year}/#manad-{year}")
            else:
                assert len(rows(source(example_site, address.removeprefix("../../")))) == int(count)
    assert "Månaden saknas i källan" in source(example_site, "ar/2030/")


def test_a_long_month_and_a_long_year_are_in_parts_and_the_months_lead_to_the_right_one() -> None:
    february = [decision("", paragraf=str(n)) for n in range(1, PAGE + 2)]
    january = [decision("", paragraf=str(n), datum="2031-01-10") for n in range(500, 503)]
    found = archive(*january, *february)
    body = found.by_body_and_year["habo", "socialnamnden", 2031]
    assert [(m.words, m.number, m.address) for m in months(body, "kommuner/habo/socialnamnden/2031/")] == [
        ("Januari", 3, "kommuner/habo/socialnamnden/2031/sida-2/#manad-2031-01"),
        ("Februari", PAGE + 1, "kommuner/habo/socialnamnden/2031/#manad-2031-02"),
    ]
    site = Site(found)
    assert set(made(site, "månad")) == {"ar/2031/01/", "ar/2031/02/", "ar/2031/02/sida-2/"}
    parts = made(site, "organ och år")
    assert 'id="manad-2031-01"' in content(site, parts["kommuner/habo/socialnamnden/2031/sida-2/"])
    second = content(site, made(site, "månad")["ar/2031/02/sida-2/"])
    assert rows(second) == [f"{february[0].id}/"]
    assert "Arkivet har 201\u00a0beslut och förslag från februari 2031" in second


def test_a_bodys_year_leads_to_its_months_within_the_list(example_site: Built) -> None:
    page = example_site.page("kommuner/habo/kulturnamnden/2030/")
    anchors = [link.partition("#")[2] for link in page.links if "#manad-" in link]
    assert anchors == ["manad-2030-11", "manad-2030-12", "manad-2030"]
    assert set(anchors) <= set(page.ids)


# by place


def test_the_map_says_of_all_290_what_the_list_says(example_site: Built) -> None:
    html = source(example_site, "kommuner/")
    areas = dict(re.findall(r'aria-label="([^":]+): ([^"]+)" class="na-area', html))
    assert len(areas) == len(municipalities().by_code)
    held = {name: words for name, words in areas.items() if words != "inga dokument i arkivet"}
    assert held == {"Habo": "16\u00a0dokument", "Håbo": "1\u00a0dokument"}
    listed = dict(re.findall(r'<li class="na-held"><a href="[^"]+">([^<]+)</a> <span class="na-count">(\d+)<', html))
    assert listed == {"Habo": "16", "Håbo": "1"}
    legend = html[html.index('<ul class="na-legend">') : html.index("</ul>", html.index('<ul class="na-legend">'))]
    counts = [int(number) for number in re.findall(r'class="na-quiet">(\d+)\s', legend)]
    assert counts == [1, 1, 288]
    assert "Inga dokument i arkivet" in legend


def test_the_look_of_an_area_follows_how_many_documents_there_are() -> None:
    looks = {}
    for number in (1, 9, 10, 99, 100):
        site = Site(archive(*(decision("", paragraf=str(n)) for n in range(1, number + 1))))
        html = content(site, made(site, "kommuner")["kommuner/"])
        looks[number] = re.findall(r'na-area na-area--([a-z0-9-]+)"><title>Habo:', html)
        assert html.count("na-area--unknown") == len(municipalities().by_code) - 1
    assert looks == {1: ["held-1"], 9: ["held-1"], 10: ["held-2"], 99: ["held-2"], 100: ["held-3"]}


def test_the_map_is_passed_over_or_walked_by_keyboard_and_unknown_is_drawn_empty(
    browser: Browser, example_url: str
) -> None:
    def fill(page: Any, name: str) -> str:
        return str(
            page.locator(f'.na-area[aria-label^="{name}:"] path').evaluate("path => getComputedStyle(path).fill")
        )

    with visit(browser) as page:
        page.goto(f"{example_url}kommuner/")
        tab_to(page, "Hoppa över kartan")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "från A till Ö"
        assert "m-antal-2" in fill(page, "Habo")
        assert "m-antal-1" in fill(page, "Håbo")
        assert fill(page, "Ale") == page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.locator('.na-area[aria-label^="Habo:"]').focus()
        assert page.locator("[data-na-said]").inner_text() == "Habo: 16\u00a0dokument"
        page.keyboard.press("Enter")
        page.wait_for_url("**/kommuner/habo/")


# every way is found, and every list tells of its gaps


def leads(page: Html, here: str) -> set[str]:
    """The addresses that a page leads to, from the site's root."""
    up = "../" * here.count("/") or "./"
    return {link.removeprefix(up) for link in page.links if link.startswith(up)}


def test_all_ways_in_are_found_from_the_start_and_from_beslut(example_site: Built) -> None:
    ways = {"kommuner/", "ar/", "amnen/", "arenden/", "sammantraden/"}
    assert ways | {"beslut/"} <= leads(example_site.page(""), "")
    there = leads(example_site.page("beslut/"), "beslut/")
    assert {"kommuner/", "ar/", "arenden/", "sammantraden/"} <= there
    assert any(way.startswith("amnen/") for way in there)
    assert "ar/2031/02/" in there
    assert {"ar/2030/", "ar/2031/02/"} <= leads(example_site.page("ar/"), "ar/")


def test_the_start_names_only_ways_that_lead_somewhere() -> None:
    site = Site(archive())
    assert "na-ways-in" not in content(site, made(site, "start")[""])


LISTS = (
    "beslut, alla", "kommuner", "kommun", "organ", "organ och år", "alla år", "år", "månad", "ämnen", "ämne", "ärenden",
    "kommunens ärenden", "sammanträden", "organets sammanträden",
)  # fmt: skip


def test_every_list_says_that_the_archive_does_not_know_all() -> None:
    found, _ = open_archive(EXAMPLE, shown="example")
    site = Site(found)
    silent = []
    for kind in LISTS:
        for address, page in made(site, kind).items():
            text = content(site, page)
            if "vet arkivet inte." not in text and "Det säger inget om vad som har beslutats." not in text:
                silent.append(address)
    assert silent == []


def test_an_empty_archive_has_lists_that_say_so() -> None:
    site = Site(archive())
    for kind in ("beslut, alla", "kommuner", "alla år", "ämnen", "ärenden", "sammanträden"):
        (page,) = made(site, kind).values()
        assert "Arkivet har inga beslut eller förslag. Det säger inget om vad som har beslutats." in content(site, page)


def test_ekeros_proposal_has_no_like_in_the_archive_and_is_not_counted_as_the_bodys_own(archive_site: Built) -> None:
    assert "liknande" not in archive_site.page(EKERO).ids
    text = archive_site.page("kommuner/ekero/socialnamnden/2016/").text.replace("\u00a0", " ")
    assert (
        "Arkivet har 1 förslag till socialnämnden i Ekerö 2016; källan säger inte vilket organ som lade fram det."
        in text
    )
    assert "av minst" not in text


def test_the_example_shows_likenesses_of_other_matters_and_none_that_was_taken_down(example_site: Built) -> None:
    found, _ = open_archive(EXAMPLE, shown="example")
    gone = {f"{entry.id}/" for entry in found.decisions if entry.record.withdrawn}
    shown = 0
    for entry in found.decisions:
        html = source(example_site, f"{entry.id}/")
        start = html.find('<section class="na-similar"')
        likes = rows(html[start : html.index("</section>", start)]) if start >= 0 else []
        matter = found.matter_of.get(entry.id)
        own = {f"{step.id}/" for step in matter.steps} if matter else {f"{entry.id}/"}
        assert not set(likes) & (own | gone), entry.id
        shown += len(likes)
    assert shown


# by what became of it


def test_a_body_shows_what_others_have_proposed_to_it_and_that_a_proposal_is_no_decision() -> None:
    asked = {"status": "förslag", "föreslås_till": "Kommunstyrelsen"}
    others = [decision("", paragraf=str(n), **asked) for n in range(1, LATEST + 3)]
    own = decision("", organ="Kommunstyrelsen", paragraf="9")
    elsewhere = decision("", kommun="Ekerö", paragraf="1", **asked)
    site = Site(archive(*others, own, elsewhere))
    pages = made(site, "organ")
    html = content(site, pages["kommuner/habo/kommunstyrelsen/"])
    assert rows(html[html.index('id="forslag"') :]) == [f"{one.id}/" for one in others[: -LATEST - 1 : -1]]
    assert "Ett förslag är inget beslut" in html
    assert 'href="../../../sok/?kommun=Habo&amp;till=Kommunstyrelsen">2 äldre förslag' in html
    assert "Ett förslag är inget beslut" not in content(site, pages["kommuner/habo/socialnamnden/"])


def test_how_many_have_each_status_leads_to_them_in_the_search(example_site: Built) -> None:
    html = source(example_site, "kommuner/habo/socialnamnden/")
    found = re.findall(r'<li><a href="([^"]+)"><span class="na-badge[^>]+>([^<]+)</span>', html)
    assert ("../../../sok/?kommun=Habo&amp;organ=Socialn%C3%A4mnden&amp;status=F%C3%B6rslag", "Förslag") in found
    assert {parse_qs(urlsplit(href.replace("&amp;", "&")).query)["status"][0] for href, _ in found} == {
        word for _, word in found
    }
