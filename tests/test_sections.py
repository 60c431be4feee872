"""A body's parts: headings that mean the same, the lines of each section, and the links, tags and code in it."""

from __future__ import annotations

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.sections import Kind, Link, Section, html_tags, kind_of, links, sections, wiki_links

HEADINGS = {
    Kind.DECISION: "Beslut|Socialnämndens beslut|Kommunfullmäktiges beslut|ARBETSUTSKOTTET BESLUTAR|Beslut:|**Beslut**",
    Kind.PROPOSAL: "Förslag till Socialnämnden|Förslag till beslut på sammanträdet|Arbetsutskottets förslag|Beslutsförslag"
    "|Förslag under sammanträdet|Förslag till beslut i kommunfullmäktige",
    Kind.SUMMARY: "Sammanfattning|Sammanfattning av ärendet|Kort sammanfattning",
    Kind.BACKGROUND: "Ärendebeskrivning|Ärendet|Bakgrund",
    Kind.PREPARATION: "Beredning|Tidigare behandling|Ärendets behandling|Dagens sammanträde|Behandling på sammanträdet"
    "|Överläggning i kommunstyrelsen|Föredragning",
    Kind.BASIS: "Beslutsunderlag|Underlag|Handling|Handlingar|Bilagor",
    Kind.MOTIONS: "Yrkanden|Yrkande|Förslag och yrkande",
    Kind.ORDER: "Propositionsordning|Beslutsgång|Proposition",
    Kind.DIVISION: "Omröstning|Omröstningsresultat|Huvudvotering|Votering",
    Kind.DISSENT: "Reservation|Reservationer|Reservation från (S)",
    Kind.DISQUALIFICATION: "Jäv|Anmälan om jäv",
    Kind.NOTE: "Protokollsanteckning|Protokollsanteckningar|Anteckning|Anförande|Särskilt yttrande"
    "|Särskilt yttrande i kommunstyrelsen|Upplysningar",
    Kind.RECIPIENTS: "Expedieras till|Expedieras|Beslut sänds till|Beslutet skickas till|Beslutet ska skickas till"
    "|Protokollsutdrag skickas till|Protokollsutdrag till",
    Kind.OTHER: "Bedömning ur ett barnrättsperspektiv|Ajournering|Beslutsnivå: nämnd|Förslagsställaren|Rubrik|",
}


@pytest.mark.parametrize(
    ("heading", "kind"), [(heading, kind) for kind, all_of in HEADINGS.items() for heading in all_of.split("|")]
)
def test_headings_of_minutes_that_mean_the_same_are_of_one_kind(heading: str, kind: Kind) -> None:
    assert (kind_of(heading), kind_of(heading.upper())) == (kind, kind)


BODY = """\
Inledning

## Socialnämndens beslut ##

1. Nämnden godkänner.

```
## Ingen rubrik
```

### Omröstning
## Expedieras till\t

SKR
"""


def test_each_section_has_its_heading_its_lines_in_the_file_and_its_text() -> None:
    assert sections(BODY, 11) == (
        Section(Kind.OTHER, "", 0, 11, 11, "Inledning"),
        Section(
            Kind.DECISION,
            "Socialnämndens beslut",
            2,
            13,
            15,
            "1. Nämnden godkänner.\n\n```\n## Ingen rubrik\n```",
        ),
        Section(Kind.DIVISION, "Omröstning", 3, 21, 21, ""),
        Section(Kind.RECIPIENTS, "Expedieras till", 2, 22, 24, "SKR"),
    )


@pytest.mark.parametrize("body", ["", "\n\n", " \n\t\n"])
def test_an_empty_body_has_no_sections(body: str) -> None:
    assert sections(body) == ()


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Beslut", "Beslut"),
        ("###### Beslut", "Beslut"),
        ("   ## Beslut", "Beslut"),
        ("## Beslut   #", "Beslut"),
        ("## C#", "C#"),
        ("## a # b", "a # b"),
        ("##\tBeslut\t##\t", "Beslut"),
        ("## Beslut  i  dag", "Beslut  i  dag"),
    ],
)
@pytest.mark.parametrize("code", ["", "\n```\nkod\n```\n"])
def test_a_heading_is_read_as_markdown_has_it(line: str, heading: str, code: str) -> None:
    assert [section.heading for section in sections(f"{line}\n{code}")] == [heading]


@pytest.mark.parametrize("line", ["#Beslut", "    ## Beslut", "####### Beslut", "Text ## Beslut", "\\## Beslut"])
def test_what_markdown_takes_for_text_is_no_heading(line: str) -> None:
    assert [section.heading for section in sections(line)] == [""]


@pytest.mark.parametrize(
    "body",
    [
        "```\n## A\n```",
        "~~~\n## A\n~~~",
        "````\n```\n## A\n````",
        "```text\n## A",
        "```\n~~~\n## A\n```",
    ],
)
def test_a_fence_hides_headings_and_links_until_it_is_closed_by_its_own_kind(body: str) -> None:
    inside = body.replace("## A", "## A [a](b) [[c]] <div>")
    assert [section.heading for section in sections(inside)] == [""]
    assert [*links(inside), *wiki_links(inside), *html_tags(inside)] == []


def test_text_after_a_closed_fence_counts_again() -> None:
    assert [section.heading for section in sections("```\n## A\n```\n## B\n[a](b)")] == ["", "B"]
    assert [link.target for link in links("```\n[x](y)\n```\n[a](b)")] == ["b"]


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("Se [ord](a.md).", Link("ord", "a.md", 5, 4, 15, image=False)),
        ("![bild](a.png)", Link("bild", "a.png", 5, 1, 15, image=True)),
        ("[a](<b>)", Link("a", "b", 5, 1, 9, image=False)),
        ('[a](b "titel")', Link("a", "b", 5, 1, 15, image=False)),
        ("[a](b 'ti\"tel')", Link("a", "b", 5, 1, 16, image=False)),
        ("[a](b (titel))", Link("a", "b", 5, 1, 15, image=False)),
        ("[a [b] c](d)", Link("a [b] c", "d", 5, 1, 13, image=False)),
        ("[a](b(c)d)", Link("a", "b(c)d", 5, 1, 11, image=False)),
        ("[a]()", Link("a", "", 5, 1, 6, image=False)),
        ("[a](#)", Link("a", "#", 5, 1, 7, image=False)),
        ("`[x](y)` [a](b)", Link("a", "b", 5, 10, 16, image=False)),
        ("``[x](`y)`` [a](b)", Link("a", "b", 5, 13, 19, image=False)),
    ],
)
def test_an_inline_link_has_its_words_its_target_and_its_place(line: str, link: Link) -> None:
    assert list(links(line, 5)) == [link]


@pytest.mark.parametrize("line", ["[a] (b)", "[a][b]", "`[a](b)`", "[a](b c)", "(a)[b]"])
def test_what_markdown_takes_for_text_is_no_link(line: str) -> None:
    assert list(links(line)) == []


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("[[a/b]] och [[c|ord]]", [("a/b", 1, 8), ("c", 13, 22)]),
        ("| [[a\\|ord]] |", [("a", 3, 13)]),
        ("`[[a]]` [[ b ]]", [("b", 9, 16)]),
        ("[[a", []),
        ("[[]]", []),
    ],
)
def test_a_link_by_id_has_its_id_and_its_place(line: str, places: list[tuple[str, int, int]]) -> None:
    assert [(link.target, link.column, link.end) for link in wiki_links(line)] == places


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>a</div>", ["div", "div"]),
        ('<IMG src="a" onerror=b>', ["img"]),
        ("<br/>", ["br"]),
        ("<!-- a -->", ["!--"]),
        ("<![CDATA[a]]>", ["!--"]),
        ("<?php ?>", ["!--"]),
        ("<script", ["script"]),
        ("a < b och c > d", []),
        ("<https://www.ekero.se/>", []),
        ("<a@b.se>", []),
        ("`<div>`", []),
        ("1 <2", []),
    ],
)
def test_the_tags_of_html_in_a_body_are_named(line: str, names: list[str]) -> None:
    assert [name for name, *_ in html_tags(line)] == names


def test_a_tag_has_its_place() -> None:
    assert list(html_tags("a\nb <i>c</i>", 10)) == [("i", 11, 3, 6), ("i", 11, 7, 11)]


LONG = 100_000


@pytest.mark.parametrize(
    "line",
    [
        "# a" + " " * LONG + "b",
        "# a" + " #" * LONG + "b",
        '[a](x "' * (LONG // 7),
        "[a](x '" * (LONG // 7),
        "`" * LONG + " ](",
        "[" * LONG + "](",
        "[[a|" * (LONG // 4) + "](",
        "<a " * (LONG // 3),
        "<" * LONG,
    ],
    ids=lambda line: line[:8],
)
def test_a_line_that_never_comes_to_its_end_is_read_all_the_same(line: str) -> None:
    assert "".join(section.heading + section.text for section in sections(line)).strip("# ") in line
    assert [*links(line), *wiki_links(line)] == []
    assert all(name == "a" for name, *_ in html_tags(line))


@given(st.text(alphabet="# \t\n`~ab[]()|<>!-", max_size=120), st.integers(1, 50))
@settings(STEADY, max_examples=800)
def test_the_sections_of_any_body_hold_its_lines_in_order(body: str, first: int) -> None:
    last = first - 1
    for section in sections(body, first):
        assert last < section.line <= section.text_line <= first + body.count("\n")
        assert section.text in body
        last = section.text_line
    for link in [*links(body, first), *wiki_links(body, first)]:
        line = body.split("\n")[link.line - first]
        assert link.target.strip() in line[link.column - 1 : link.end - 1]
