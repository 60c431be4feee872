"""From a page's values to HTML: everything escaped wherever it lands, and each page in the frame of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import jinja2
import pytest
from archives import PlainFrames, archive, circular, decision, meeting, recommendation

from namndarkivet.addresses import to_root
from namndarkivet.pages import KINDS, Page, Site, addresses
from namndarkivet.problem import Problem, Severity
from namndarkivet.render import content, environment, whole

URL = "https://exempel.invalid/arkiv/"
HOSTILE = "'\"></a></title><img src=x onerror=alert(1)><script>alert(1)</script>{{ 7*7777 }}{% raw %}&amp;"
EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


OURS = re.compile(
    r'<script src="(?:\.\./)+assets/svar\.js" defer></script>|<script type="module"(?: async)? src="\.\./assets/(?:lagg-till/form|sok/page)\.js"></script>'
)
"""The scripts that a page brings itself: the table's, the form's and the search page's."""


class _Whole(HTMLParser):
    """Reads a page's HTML and asserts that every element is closed and none is one that the archive does not make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "style", "iframe"}, tag
        self.attributes |= {name for name, _ in attrs}
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def page(site: Site, at: str) -> Page:
    """The page at an address."""
    return next(KINDS[kind].page(site, at) for kind, address in addresses(site) if address == at)


def own(site: Site) -> Iterator[tuple[int, str]]:
    """The pages without those of the municipalities that the archive has nothing from."""
    for kind, at in addresses(site):
        if not at.startswith("kommuner/") or at.startswith(("kommuner/habo/", "kommuner/haabo/")):
            yield kind, at


def hostile_archive() -> Site:
    """An archive whose every free text tries to break out of where it lands."""
    h = HOSTILE
    correction = {"datum": "2031-03-01", "text": h}
    shared: dict[str, Any] = {
        "rubrik": h,
        "ämnen": [h],
        "anmärkningar": [h],
        "rättelser": [correction],
        "kort": {"text": h, "granskad_av": h, "granskad": "2031-03-01"},
        "källa": {"titel": h, "fil": re.sub(r"[/\\]|^\w:", "", h), "url": "https://a.se/?b&c"},
    }
    full = decision(
        f"## {h}\n\n{h}\n\n[[rekommendationer/skr-2030-7]] [[{h}|{h}]]\n",
        **shared,
        status="förslag",
        föreslås_till=h,
        diarienummer=h,
        ärende=h,
        svar=[{"rekommendation": "skr-2030-7", "ställning": "antar", "villkor": h, "kostnad": {"belopp": "1"}}],
        underlag=[{"rubrik": h, "dokument": "rekommendationer/skr-2030-7"}, {"rubrik": h}],
        expedieras=[h, h],
        yrkanden=[{"av": h, "parti": h, "yrkande": h}],
        omröstningar=[
            {"gäller": h, "ja_betyder": h, "nej_betyder": h, "röster": [{"namn": h, "parti": h, "röst": "ja"}]}
        ],
        reservationer=[{"av": h, "parti": h, "till_förmån_för": h}],
        jäv=[{"vem": h, "parti": h}],
    )
    plain = decision(f"{h}\n\n§ 12", paragraf=f"13 {h}", rubrik=h)
    facts = meeting(plats_tid=h, närvarande=[h], justerare=[h], anmärkningar=[h], källa={"titel": h})
    letter = circular(
        **shared, body=h, rekommendation="skr-2030-7", ändrar={"svarstid": "2031"}, nummer=h, diarienummer=h, avdelning=h,
        mottagare=[h], undertecknat_av=[h], kontakt=h,
    )  # fmt: skip
    asked = recommendation(
        body=h, **shared, nummer=h, rapporterat_utfall=[{"ja": "1", "källa": h}], finansiering={"belopp": "3400000"}
    )
    warning = Problem(f"{h}.md", 1, 1, 2, Severity.WARNING, "radslut", h, h)
    return Site(archive(full, plain, facts, letter, asked), (warning,), URL, "https://a.se/edit/", "https://a.se")


def test_no_text_of_a_document_can_break_out_of_where_it_lands_on_any_page() -> None:
    site = hostile_archive()
    assert {kind for kind, _ in addresses(site)} == set(range(len(KINDS)))
    for kind, at in own(site):
        html = OURS.sub("", content(site, KINDS[kind].page(site, at)))
        assert not {name for name in _Whole(html).attributes if name.startswith("on")}, at
        assert "<img" not in html
        assert "<script" not in html
        assert "54439" not in html


def test_a_whole_page_has_its_title_description_canonical_link_and_content_escaped_in_its_frame() -> None:
    site = hostile_archive()
    for kind, at in own(site):
        made = KINDS[kind].page(site, at)
        lines = whole(site, made, KINDS[kind].place, PlainFrames()).decode().split("\n")
        assert lines[0] == f"<!-- {KINDS[kind].place} {at.count('/')} -->"
        title, description, canonical, head = lines[1:5]
        assert not {"<", ">", '"'} & set(title + description + canonical)
        assert canonical == URL + at
        up = to_root(at)
        expected = [] if made.listed else ['<meta name="robots" content="noindex">']
        expected += [f'<script type="module" async src="{up}{one}"></script>' for one in made.modules[:1]]
        expected += [f'<link rel="modulepreload" href="{up}{one}">' for one in made.modules[1:]]
        assert head == "".join(expected)


def test_a_document_that_was_taken_down_is_for_no_search_engine() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    site = Site(archive(decision("Hemligt innehåll", rubrik="Hemlig rubrik", tillbakadragen=gone)))
    for kind, at in own(site):
        html = whole(site, KINDS[kind].page(site, at), KINDS[kind].place, PlainFrames()).decode()
        assert "Hemlig" not in html, at
        assert ('content="noindex"' in html) == at.startswith("beslut/habo/"), at


def test_links_on_a_page_go_up_to_the_root_from_its_own_depth() -> None:
    site = Site(archive(decision("[[rekommendationer/skr-2030-7|den]]"), recommendation()))
    html = content(site, page(site, "beslut/habo/socialnamnden/2031/12/"))
    assert '<a href="../../../../../rekommendationer/skr-2030-7/">den</a>' in html
    assert 'href="/' not in html
    assert 'href="http' not in html.replace('href="https://www.riksdagen.se', "")


def test_a_name_that_a_template_does_not_know_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ okänd }}").render()


def test_text_put_into_a_template_is_escaped() -> None:
    assert environment().from_string("{{ a }}").render(a="<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"
