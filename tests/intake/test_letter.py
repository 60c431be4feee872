"""The text of the pull request: what strangers wrote stays in code spans, and it never grows past what GitHub takes."""

from __future__ import annotations

import re
from pathlib import Path

from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.importers.drafts import Batch, Draft
from namndarkivet.importers.shelving import Outcome, Shelved
from namndarkivet.intake.letter import LONGEST, Made, Refused, answer, code, proposal
from namndarkivet.markup import render

from .sent import HOSTILE


def made(number: int, check: str = "status: rätt?") -> Made:
    """A file that gave so many drafts, each with one thing to check."""
    drafts = tuple(
        Draft(f"beslut/habo/socialnamnden/2031/{n}-sak.md", str(n), str(n), "", (check,), ("rubrik",))
        for n in range(number)
    )
    put = tuple(Shelved(draft, Path(draft.path), Outcome.WRITTEN) for draft in drafts)
    return Made(Batch("p.txt", "", number, drafts, None, ()), put, ())


@given(st.text(max_size=80))
@settings(STEADY, max_examples=300)
def test_any_text_in_a_code_span_stays_in_it(text: str) -> None:
    shown = "".join(render(f"a {code(text)} b {code(HOSTILE)} c").pieces)
    assert re.fullmatch(r"<p>a <code>[^<]*</code> b <code>[^<]*</code> c</p>\s*", shown)


def test_a_code_span_shows_no_personal_number_and_no_sign_that_cannot_be_seen() -> None:
    shown = code("a\x1b[2J\u202eb 19121212-1212")  # the tax agency's own example of a number
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "1212-1212" not in shown
    assert "****" in shown


def test_each_draft_says_what_to_check_and_what_is_missing() -> None:
    text = proposal(12, [made(1)], [], 0)
    assert text.endswith(
        "- `decisions/beslut/habo/socialnamnden/2031/0-sak.md` ur `p.txt`\n  - kontrollera `status: rätt?`\n  - saknas: rubrik\n"
    )


def test_what_did_not_come_along_is_told() -> None:
    text = proposal(12, [made(1)], [Refused("x.exe", "är ingen PDF")], 2)
    assert "- `x.exe` är ingen PDF.\n" in text
    assert "- 2\N{NO-BREAK SPACE}länkar i rutan för filer hämtades inte" in text


def test_the_text_never_grows_past_what_github_takes() -> None:
    text = proposal(12, [made(300, "x" * 5_000)], [], 0)
    assert len(text) < LONGEST + 200
    assert re.search(r"… och \d+\srader till, som det inte finns plats för\.\n\Z", text)


def test_an_answer_closes_nothing() -> None:
    assert "Closes" not in answer(12, [], [], 0, "kommunen finns inte")
    assert "**Varför:** kommunen finns inte." in answer(12, [], [], 0, "kommunen finns inte")
