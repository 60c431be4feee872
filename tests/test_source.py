"""The reader of files: it never raises, keeps every value as written, and knows where each key and value stands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from archives import STEADY
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namndarkivet.front_matter import MAX_OPENED
from namndarkivet.oddity import Oddity
from namndarkivet.problem import Key, Mark
from namndarkivet.source import MAX_BYTES, Source, parse, read

RIGHT = """\
---
rubrik: "Ärende: budget" # kontrollera
kommun: Håbo
svar:
  - rekommendation: skr-2030-7
    kostnad: {belopp: 9500, per: år}
expedieras: [SKR, 'Region Uppsala']
text: |
  En rad
  till
källa: {titel: Protokoll}
---
## Beslut

1. Nämnden godkänner.
"""


def of(text: str | bytes, *, yaml_only: bool = False) -> Source:
    """The source of a file with this content."""
    return parse(Path("a.md"), text.encode() if isinstance(text, str) else text, yaml_only=yaml_only)


def front(text: str) -> Source:
    """The source of a document with this front matter."""
    return of(f"---\n{text}\n---\nText.\n")


def kinds(source: Source) -> list[Oddity]:
    """The kinds of a source's oddities, in order."""
    return [odd.kind for odd in source.odd]


def at(source: Source, mark: Mark) -> str:
    """The text that a mark covers."""
    return source.line(mark.line)[mark.column - 1 : mark.end - 1]


def assert_sound(source: Source) -> None:
    """Assert what holds for every source, however odd the file."""
    lines = source.text.split("\n")
    assert source.readable or source.odd
    for odd in source.odd:
        assert 1 <= odd.mark.line <= len(lines), odd
        assert 1 <= odd.mark.column <= len(lines[odd.mark.line - 1]) + 1, odd
        assert odd.mark.end >= odd.mark.column, odd
    if source.body:
        assert source.body == "\n".join(lines[source.body_line - 1 :])
    _assert_plain(source.data)


def _assert_plain(value: Any) -> None:
    if isinstance(value, dict):
        assert all(isinstance(key, str) for key in value)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _assert_plain(item)
    else:
        assert isinstance(value, str)


# It never raises.

YAMLISH = st.text(alphabet="ab:-#&*!|>%@`'\"{}[],?~ \t\n\r0é\u2028\x00\ufeff", max_size=80)


@given(st.binary(max_size=200))
@settings(STEADY, max_examples=400)
def test_any_bytes_become_a_source(data: bytes) -> None:
    assert_sound(of(data))
    assert_sound(of(b"---\n" + data + b"\n---\n"))


@given(st.text(max_size=120), st.text(max_size=40))
@settings(STEADY, max_examples=400)
def test_any_text_as_front_matter_becomes_a_source(text: str, body: str) -> None:
    assert_sound(of(f"---\n{text}\n---\n{body}"))
    assert_sound(of(text, yaml_only=True))


@given(YAMLISH)
@example("a: &a [*a]\nb: *a")
@example("? - a\n: b\n? {}\n: c")
@example("a: x\u2028b: y\nc: [\u2029")
@settings(STEADY, max_examples=800)
def test_any_signs_of_yaml_as_front_matter_become_a_source(text: str) -> None:
    assert_sound(of(f"---\n{text}\n---\n"))


@given(st.integers(0, len(RIGHT)), st.integers(0, 12), YAMLISH)
@settings(STEADY, max_examples=600)
def test_a_right_document_mangled_anywhere_becomes_a_source(start: int, length: int, instead: str) -> None:
    assert_sound(of(RIGHT[:start] + instead + RIGHT[start + length :]))


@given(st.integers(0, len(RIGHT.encode()) - 1), st.integers(0, 255))
@settings(STEADY, max_examples=400)
def test_a_right_document_with_one_byte_changed_becomes_a_source(place: int, byte: int) -> None:
    data = bytearray(RIGHT.encode())
    data[place] = byte
    assert_sound(of(bytes(data)))


@pytest.mark.parametrize("levels", [1_000, 5_000, 100_000, 600_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("[", ""), ("? ", "")])
def test_levels_without_end_are_an_oddity(opening: str, closing: str, levels: int) -> None:
    assert kinds(front(f"a: {opening * levels}{closing * levels}")) == [Oddity.SYNTAX]
    assert_sound(front(f"{opening * levels}x{closing * levels}"))


def test_mappings_indented_without_end_are_a_syntax_oddity() -> None:
    source = front("\n".join(" " * level + "a:" for level in range(1_500)))
    assert (source.readable, kinds(source)) == (False, [Oddity.SYNTAX])


def test_a_long_text_of_brackets_is_no_nesting_until_it_could_be() -> None:
    text = "[" * (MAX_OPENED - 1)
    assert front(f"a: '{text}'").data == {"a": text}


def test_a_billion_laughs_stay_a_few_values() -> None:
    lines = ["a0: &a0 [ha, ha]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    source = front("\n".join(lines))
    assert source.data["a39"] == ["", ""]
    assert set(kinds(source)) == {Oddity.REFINEMENT}


def test_a_list_within_itself_is_not_followed() -> None:
    source = front("a: &a [*a]")
    assert (source.data, set(kinds(source))) == ({"a": [""]}, {Oddity.REFINEMENT})


# Values stay as written.


@pytest.mark.parametrize(
    "written",
    [
        *("0125", "16:34", "012", "no", "yes", "on", "1_000", "2016-02-30", "0x1f", "0o17", "1e3", ".inf", ".NaN"),
        *("true", "2016-09-30", "2016-09-30 12:00:00", "=", "<<", "9.500", "+46", "-1", "om ~ text", "a#b", "§ 12"),
        *("10/2016", "a:b", "Sn § 67", "nullet", "100 %", "«citat»", "😀", "a, b", "x{y}"),
    ],
)
def test_a_plain_value_is_the_text_that_was_written(written: str) -> None:
    source = front(f"a: {written}")
    assert source.data["a"] == written
    assert source.odd == ()


def test_block_text_keeps_its_lines_and_folded_text_joins_them() -> None:
    source = front("a: |\n  en\n   två\n\n  tre\nb: >-\n  en\n  två\nc: 'en\n  två'\nd: en\n  två")
    assert source.data == {"a": "en\n två\n\ntre\n", "b": "en två", "c": "en två", "d": "en två"}


@pytest.mark.parametrize(
    ("written", "value"),
    [("'it''s'", "it's"), (r'"a\tb\u00e5"', "a\tbå"), ("''' '''", "' '"), ('"#"', "#"), ("'~'", "~")],
)
def test_quoted_text_is_what_the_quotes_hold(written: str, value: str) -> None:
    source = front(f"a: {written}")
    assert (source.data, source.odd) == ({"a": value}, ())


@pytest.mark.parametrize("written", ["", "~", "null", "NULL", "''", "' '"])
def test_an_empty_value_is_kept_as_written_and_noted(written: str) -> None:
    source = front(f"a: {written}\nb: x")
    assert source.data == {"a": written.strip("' "), "b": "x"}
    assert [(odd.kind, odd.mark.line) for odd in source.odd] == [(Oddity.NOTHING, 2)]


def test_of_a_key_written_twice_the_first_value_stands_and_the_second_is_noted() -> None:
    source = front("a: ett\nb: {c: 1, c: 2}\na: två")
    assert source.data == {"a": "ett", "b": {"c": "1"}}
    assert [(odd.kind, odd.mark, odd.detail) for odd in source.odd] == [
        (Oddity.DUPLICATE_KEY, Mark(3, 11, 12), "c"),
        (Oddity.DUPLICATE_KEY, Mark(4, 1, 2), "a"),
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!!int 012", "012"),
        ("!!python/object:os.system ls", "ls"),
        ("!kommun Habo", "Habo"),
        ("&a Habo", "Habo"),
        ("&a [Habo]", ["Habo"]),
    ],
)
def test_a_tag_or_an_anchor_is_noted_where_it_stands(written: str, value: object) -> None:
    source = front(f"a: {written}")
    assert source.data == {"a": value}
    assert [(odd.kind, odd.mark) for odd in source.odd] == [(Oddity.REFINEMENT, Mark(2, 4, 4 + len(written)))]


def test_an_alias_takes_no_value_from_elsewhere() -> None:
    source = front("a: &x Habo\nb: *x")
    assert source.data == {"a": "Habo", "b": ""}
    assert kinds(source) == [Oddity.REFINEMENT, Oddity.REFINEMENT]


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert front("<<: {a: 1}\nb: 2").data == {"<<": {"a": "1"}, "b": "2"}


def test_a_key_that_is_no_text_is_noted_and_passed_over() -> None:
    source = front("? [a, b]\n: x\nc: y")
    assert (source.data, kinds(source)) == ({"c": "y"}, [Oddity.KEY_NOT_TEXT])


@pytest.mark.parametrize("between", ["...", "--- x", "%YAML 1.1"])
def test_a_second_document_in_the_front_matter_is_a_syntax_oddity(between: str) -> None:
    source = front(f"a: 1\n{between}\nb: 2")
    assert (source.readable, kinds(source)) == (False, [Oddity.SYNTAX])


def test_text_after_a_number_sign_is_noted_with_its_place() -> None:
    source = front("a: Ärende #12\nb: x#y\nc: '#z'\nd: x  # kontrollera: dagen")
    assert source.data == {"a": "Ärende", "b": "x#y", "c": "#z", "d": "x"}
    assert [(odd.kind, odd.mark, odd.detail) for odd in source.odd] == [
        (Oddity.COMMENT, Mark(2, 11, 14), "12"),
        (Oddity.COMMENT, Mark(5, 7, 27), "kontrollera: dagen"),
    ]


# Every key and value has its place.

WORD = st.text(alphabet="abcåäö", min_size=1, max_size=6)


@st.composite
def _scalars(draw: st.DrawFn) -> tuple[str, str]:
    """A value as written and what it is."""
    value = draw(st.lists(WORD, min_size=1, max_size=3).map(" ".join))
    return draw(st.sampled_from([(value, value), (f"'{value}'", value), (f'"{value}"', value)]))


@given(
    st.lists(st.tuples(_scalars(), st.lists(_scalars(), max_size=3), _scalars(), st.booleans()), min_size=1, max_size=5)
)
@settings(STEADY, max_examples=150)
def test_the_mark_of_every_key_and_value_covers_what_was_written(
    rows: list[tuple[tuple[str, str], list[tuple[str, str]], tuple[str, str], bool]],
) -> None:
    lines: list[str] = []
    wanted: list[tuple[Key, str, str]] = []
    for number, (scalar, items, nested, in_flow) in enumerate(rows):
        lines += [f"v{number}: {scalar[0]}"]
        wanted += [((f"v{number}",), f"v{number}", scalar[0])]
        if in_flow:
            lines += [f"l{number}: [{', '.join(raw for raw, _ in items)}]", f"m{number}: {{nyckel: {nested[0]}}}"]
        else:
            lines += [f"l{number}:", *(f"  - {raw}" for raw, _ in items), f"m{number}:", f"    nyckel:   {nested[0]}"]
        wanted += [((f"l{number}", n), raw, raw) for n, (raw, _) in enumerate(items)]
        wanted += [((f"m{number}", "nyckel"), "nyckel", nested[0])]
    source = front("\n".join(lines))
    assert source.readable
    for key, name, raw in wanted:
        assert at(source, source.mark(key)) == raw
        assert at(source, source.mark(key, on_key=True)) == name


def test_a_key_that_is_not_there_has_the_place_of_what_is_around_it() -> None:
    source = front("a: 1\nb:\n  - {c: 2}")
    assert [source.mark(key) for key in [(), ("x",), ("b", 0, "x"), ("b", 7), ("a", "x")]] == [
        Mark(2),
        Mark(2),
        Mark(4, 5, 11),
        Mark(4, 3, 4),
        Mark(2, 4, 5),
    ]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1b", "\x00"])
def test_a_sign_that_only_yaml_takes_for_the_end_of_a_line_moves_no_line(sign: str) -> None:
    source = front(f"a: 'x{sign}y'\nb: z")
    assert source.data == {"a": "x y", "b": "z"}
    assert source.mark(("b",)) == Mark(3, 4, 5)
    assert kinds(source) == ([] if sign == "\x0c" else [Oddity.CONTROL])


def test_columns_count_characters_and_not_bytes() -> None:
    source = front("å: 'ö😀' \nb: {åäö: 'é'}")
    assert at(source, source.mark(("b", "åäö"))) == "'é'"


# Bytes become text.


def test_text_is_composed_and_places_are_those_of_the_composed_text() -> None:
    source = front("a\u030a: e\u0301 {nej}\nb: [o\u0308, x]")
    assert source.data == {"å": "é {nej}", "b": ["ö", "x"]}
    assert source.mark(("b", 1)) == Mark(3, 8, 9)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_alike_and_noted_once(ends: str) -> None:
    source = of(RIGHT.replace("\n", ends))
    assert (source.data, source.body, source.body_line) == (of(RIGHT).data, of(RIGHT).body, of(RIGHT).body_line)
    assert [odd.mark for odd in source.odd if odd.kind is Oddity.LINE_ENDS] == [Mark(1)]


def test_one_foreign_line_end_is_noted_on_its_line() -> None:
    source = of(RIGHT.replace("Håbo\n", "Håbo\r\n"))
    assert source.odd[0] == source.odd[0].__class__(Oddity.LINE_ENDS, Mark(3))
    assert source.data == of(RIGHT).data


def test_a_byte_order_mark_is_noted_and_passed_over() -> None:
    source = of(b"\xef\xbb\xbf" + RIGHT.encode())
    assert source.data == of(RIGHT).data
    assert kinds(source)[0] is Oddity.BOM


def test_bytes_that_are_not_utf8_are_noted_where_the_first_of_them_stands() -> None:
    source = of("---\nrubrik: Å\u00e4rende\n---\n".replace("\u00e4", "\udce4").encode("utf-8", "surrogateescape"))
    assert [(odd.kind, odd.mark) for odd in source.odd] == [(Oddity.NOT_UTF8, Mark(2, 10, 11))]
    assert source.line(2) == "rubrik: Ã…ärende"


def test_characters_that_turn_the_reading_order_are_noted_one_by_one() -> None:
    source = of("---\na: x\u202ey\n---\nb\u2066c\n")
    assert [(odd.kind, odd.mark, odd.detail) for odd in source.odd] == [
        (Oddity.CONTROL, Mark(2, 5, 6), "U+202E"),
        (Oddity.CONTROL, Mark(4, 2, 3), "U+2066"),
    ]


# Front matter and body are parted.


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", Oddity.EMPTY, 1),
        (" \n\n", Oddity.EMPTY, 1),
        ("## Beslut\n", Oddity.NO_FRONT_MATTER, 1),
        ("\n---\na: 1\n---\n", Oddity.NO_FRONT_MATTER, 1),
        ("---\n---\n", Oddity.NO_FRONT_MATTER, 2),
        ("---\nbara text\n---\n", Oddity.NO_FRONT_MATTER, 2),
        ("---\n- a\n---\n", Oddity.NO_FRONT_MATTER, 2),
        ("---\na: 1\nb: 2\n\n## Beslut\n", Oddity.NOT_CLOSED, 3),
        ("---\na: 1\n## Beslut\n", Oddity.NOT_CLOSED, 2),
        ("---\n\ta: 1\n---\n", Oddity.TAB, 2),
        ("---\na: 1\nb: c: d\n---\n", Oddity.SYNTAX, 3),
        ("---\na: [1, 2\n---\n", Oddity.SYNTAX, 2),
        ("---\na: 'x\n---\n", Oddity.SYNTAX, 2),
    ],
)
def test_a_file_without_readable_front_matter_says_why_and_on_which_line(text: str, kind: Oddity, line: int) -> None:
    source = of(text)
    assert (source.readable, source.data) == (False, {})
    assert [(odd.kind, odd.mark.line) for odd in source.odd] == [(kind, line)]


def test_the_body_begins_after_the_closing_line_and_may_hold_such_lines_itself() -> None:
    source = of("--- \na: 1\n---\t\nText\n---\nb: 2\n---\n")
    assert (source.data, source.body, source.body_line) == ({"a": "1"}, "Text\n---\nb: 2\n---\n", 4)


def test_a_register_is_front_matter_from_its_first_line() -> None:
    source = of('kommunkod: "0643"\norgan: []\n', yaml_only=True)
    assert (source.data, source.body) == ({"kommunkod": "0643", "organ": []}, "")
    assert source.mark(("organ",)) == Mark(2, 8, 10)


# Files.


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(RIGHT, encoding="utf-8")
    assert read(tmp_path / "a.md").data == of(RIGHT).data


def test_what_is_no_file_of_its_own_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("link.md", "pipe.md", "absent.md", ".", "a.md/b.md"):
        source = read(tmp_path / name)
        assert (source.readable, kinds(source)) == (False, [Oddity.NOT_FILE]), name


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert kinds(read(tmp_path / "a.md")) == [Oddity.TOO_LARGE]
