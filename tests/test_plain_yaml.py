"""YAML without libyaml: the same nodes, and complaints that lead to the same advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from archives import STEADY
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet import front_matter
from namndarkivet.plain_yaml import PlainParser
from namndarkivet.source import parse

RIGHT = """\
rubrik: "Motion: bättre vägar"   # en kommentar
kommun: Habo
kostnad: {belopp: 9500, per: år}
yrkanden:
  - {av: Exempla Exempelsson, parti: S, yrkande: bifall}
  - av: Testa Testsson
    yrkande: |
      Två rader,
      båda med.
expedieras: [SKR, 'Ekonomienheten']
jäv: []
"""
WRONG = (
    "rubrik: Motion: bättre vägar\n",
    "rubrik: [ett, två\nkommun: Habo\n",
    "källa: {titel: Protokoll\nkommun: Habo\n",
    'rubrik: "utan slut\nkommun: Habo\n',
    "rubrik: Budget\n  kommun: Habo\n",
    "yrkanden:\n  - ett\n två: tre\n",
    "rubrik: @Budget\n",
    "rubrik: *Budget\n",
    "rubrik: &\n",
    "rubrik: %Budget\n",
    'rubrik: "\\q"\n',
    "\trubrik: Budget\n",
    "rubrik: Budget\n...\nmera: text\n",
    "rubrik\nkommun: Habo\n",
    "- rubrik\nkommun: Habo\n",
    "rubrik: Budget ]\n}\n",
    "? rubrik\n",
    "rubrik: |x\n  text\n",
)


class _Plain(PlainParser):
    """The loader of `front_matter` as it is where there is no libyaml."""

    def __init__(self, stream: str) -> None:
        PlainParser.__init__(self, stream)

    resolve = front_matter._Loader.resolve  # noqa: SLF001 - what it is made with
    descend_resolver = front_matter._Loader.descend_resolver  # noqa: SLF001
    ascend_resolver = front_matter._Loader.ascend_resolver  # noqa: SLF001


def told(text: str) -> Any:
    """What a document with this front matter becomes: its values, its places, and what is odd about it."""
    source = parse("a.md", f"---\n{text}---\nText\n".encode())
    places = [source.mark((key,)) for key in source.data]
    odd = [(one.kind, one.mark.line, one.mark.column) for one in source.odd]
    return source.data, places, odd


def both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """What it becomes with libyaml, and without."""
    with monkeypatch.context() as without:
        with_it = told(text)
        without.setattr(front_matter, "_Loader", _Plain)
        return with_it, told(text)


def test_a_right_front_matter_has_the_same_values_at_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both(RIGHT, monkeypatch)
    assert one == other
    assert one[0]["rubrik"] == "Motion: bättre vägar"


@pytest.mark.parametrize(
    "text", ["rubrik:\tBudget\t2031\t\n", "rubrik: ett\n  två\t\n  tre\n", "lista:\n  - ett\n   - två\n"]
)
def test_blanks_and_line_ends_in_a_text_are_read_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both(text, monkeypatch)
    assert one == other
    assert one[0]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_one_is_odd_in_the_same_way_at_the_same_place(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both(text, monkeypatch)
    assert one == other
    assert one[2], "libyaml finds nothing odd"


def test_the_complaint_is_in_the_words_that_the_advice_is_by() -> None:
    said = {
        "a: [b\n": "did not find expected ',' or ']'",
        "a: {b\nc: d\n": "did not find expected ',' or '}'",
        "a: b\n  - c\nd\n": None,
        "a:\n  - b\n  c: d\n": "did not find expected '-' indicator",
        "a: b\n c: d\n": "mapping values are not allowed here",
    }
    for text, words in said.items():
        with pytest.raises(yaml.MarkedYAMLError) as complaint:
            yaml.compose(text, _Plain)  # type: ignore[arg-type]
        assert words is None or complaint.value.problem == words
        assert "but found" not in str(complaint.value.problem)


@STEADY
@given(
    st.integers(0, len(RIGHT)),
    st.sampled_from(["\t", ": ", "- ", '"', "'", "[", "}", "#", "\n  ", "|", "&a ", ""]),
    st.integers(0, 4),
)
def test_a_front_matter_that_is_changed_anywhere_is_read_alike(at: int, put: str, cut: int) -> None:
    text = f"{RIGHT[:at]}{put}{RIGHT[at + cut :]}"
    with pytest.MonkeyPatch.context() as monkeypatch:
        one, other = both(text, monkeypatch)
    assert other[0] == one[0]
    assert [kind for kind, *_ in other[2]] == [kind for kind, *_ in one[2]]


def test_the_archives_own_documents_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    fronts = [
        path.read_text(encoding="utf-8").split("---\n")[1] for path in (Path(__file__).parent / "example").rglob("*.md")
    ]
    assert fronts
    assert [front for front in fronts if len(set(map(repr, both(front, monkeypatch)))) > 1] == []
