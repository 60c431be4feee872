"""Frames: cut once at their marks, and filled with what no document can break or imitate."""

from __future__ import annotations

import re

import pytest
from archives import BODY, STEADY, PlainFrames, archive, decision
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.frame import HOLES, Frame, mark
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import whole

THEME = "<title>{na-hole:title} – Arkivet</title>{na-hole:head}<main>{na-hole:content}</main><p>{na-hole:title}</p>"


def test_a_frame_is_cut_at_its_marks_and_filled_again() -> None:
    frame = Frame.cut(THEME)
    assert frame.holes == ("title", "head", "content", "title")
    assert frame.fill({"title": "Å", "content": "<p>b</p>", "head": ""}) == (
        "<title>Å – Arkivet</title><main><p>b</p></main><p>Å</p>".encode()
    )


def test_what_is_not_given_stays_empty_and_what_has_no_hole_is_not_shown() -> None:
    assert (
        Frame.cut(THEME).fill({"title": "a", "description": "b"})
        == b"<title>a \xe2\x80\x93 Arkivet</title><main></main><p>a</p>"
    )


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("", "the frame lacks ['content', 'title']"),
        ("{na-hole:title}", "the frame lacks ['content']"),
        ("{na-hole:content}", "the frame lacks ['title']"),
        ("{na-hole:Title}{na-hole:content}", "the frame lacks ['title']"),
        (f"{THEME}{{na-hole:footer}}", "the frame has marks of no hole: ['footer']"),
    ],
)
def test_a_frame_without_its_holes_or_with_others_is_refused(html: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        Frame.cut(html)


@pytest.mark.parametrize("hole", HOLES)
def test_each_hole_has_a_mark_that_is_found_again(hole: str) -> None:
    assert Frame.cut(f"{mark('title')}{mark('content')}{mark(hole)}").holes[-1] == hole


MARKS = st.sampled_from(
    [*map(mark, HOLES), "{na-hole:footer}", "{na-hole:", "}", "{{", "content", "\\g<0>", "%s", "<b>"]
)


@given(st.dictionaries(st.sampled_from(HOLES), st.lists(MARKS, max_size=5).map("".join)))
@settings(STEADY, max_examples=300)
def test_what_goes_into_a_hole_comes_out_as_it_is(values: dict[str, str]) -> None:
    frame = Frame.cut("|".join(["", *map(mark, HOLES), ""]))
    assert frame.fill(values) == "|".join(["", *(values.get(hole, "") for hole in HOLES), ""]).encode()


def test_a_document_that_holds_marks_shows_them_as_text_and_moves_nothing() -> None:
    marks = " ".join(map(mark, HOLES))
    site = Site(archive(decision(f"{BODY}\n{marks} och {{na-hole:footer}}\n", rubrik=marks, organ="Socialnämnden")))
    for kind, at in addresses(site):
        page = KINDS[kind].page(site, at)
        lines = whole(site, page, KINDS[kind].place, PlainFrames()).decode().split("\n")
        assert lines[0] == f"<!-- {KINDS[kind].place} {at.count('/')} -->"
        if at.startswith("beslut/habo/"):
            assert lines[1] == page.title
            assert page.title.startswith(marks)
            assert lines.count(f"<p>{marks} och {{na-hole:footer}}</p>") == 1
