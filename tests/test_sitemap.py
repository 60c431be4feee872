"""The sitemap: whole, in order, escaped, and in parts when it is large."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from namndarkivet.sitemap import MOST, sitemap

URL = "https://exempel.invalid/arkiv/"


def test_without_the_address_of_the_site_there_is_no_sitemap() -> None:
    assert list(sitemap("", [("om/", None)])) == []


def test_pages_stand_in_order_with_the_dates_that_they_tell() -> None:
    ((name, text),) = sitemap(URL, [("om/", None), ("beslut/habo/a/2031/1/", "2031-02-12"), ("", None)])
    assert (name, text) == (
        "sitemap.xml",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            "<url><loc>https://exempel.invalid/arkiv/</loc></url>\n"
            "<url><loc>https://exempel.invalid/arkiv/beslut/habo/a/2031/1/</loc><lastmod>2031-02-12</lastmod></url>\n"
            "<url><loc>https://exempel.invalid/arkiv/om/</loc></url>\n</urlset>\n"
        ),
    )


def test_signs_that_mean_something_in_xml_are_escaped() -> None:
    ((_, text),) = sitemap("https://exempel.invalid/?a&b=<c>/", [("d&e/", None)])
    (loc,) = (node.text for node in ET.fromstring(text).iter() if node.tag.endswith("loc"))  # noqa: S314 - our own
    assert loc == "https://exempel.invalid/?a&b=<c>/d&e/"


def test_a_large_sitemap_comes_in_parts_that_hold_every_page_once() -> None:
    pages = [(f"p/{number:06}/", None) for number in range(MOST * 2 + 1)]
    made = dict(sitemap(URL, pages))
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [text.count("<url>") for text in made.values()] == [MOST, MOST, 1, 0]
    assert made["sitemap.xml"].count("<sitemap>") == 3
    assert f"<loc>{URL}sitemap-3.xml</loc>" in made["sitemap.xml"]
    assert f"<loc>{URL}p/{MOST * 2:06}/</loc>" in made["sitemap-3.xml"]


def test_as_many_pages_as_one_file_holds_stand_in_one() -> None:
    assert [name for name, _ in sitemap(URL, [(f"{number}/", None) for number in range(MOST)])] == ["sitemap.xml"]
