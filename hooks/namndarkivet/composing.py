"""Front matter as text, as a person would write it: plain words where YAML lets them be plain, one entry on each line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import yaml

_PLAIN = re.compile(r"[A-ZÅÄÖa-zåäö§](?:[^\W_]|[ ()/.§+–—-])*(?<!\s)")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n", "~"}
"""Plain words that YAML 1.1 or a reader may take for something else than text."""
_ESCAPE = re.compile(r"(\\(?:x..|u.{4}|U.{8}|.))([^\x00-\u02ff]*)")
"""An escape of YAML's, and what may be signs that join the letter before them (none that does has a lower number)."""
_BMP = 0xFFFF
"""The last character that YAML's short escape can name."""
_SHORT = 100
"""Characters of a mapping in a list that stands on one line at most."""


def composed(key: str, value: object) -> str:
    """A key with its value: text, a number, a mapping, or a list of those. An empty list is «[]», which means none."""
    if isinstance(value, list | tuple | Mapping):
        return f"{key}: []" if not value else "\n".join([f"{key}:", *_indented(_lines(value))])
    return f"{key}: {scalar(value)}"


def _lines(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, one in value.items() for line in composed(str(key), one).split("\n")]
    rows: list[str] = []
    for entry in value if isinstance(value, list | tuple) else ():
        first, *rest = _entry(entry)
        rows += [f"- {first}", *_indented(rest)]
    return rows


def _entry(entry: object) -> list[str]:
    if not isinstance(entry, Mapping):
        return [scalar(entry)]
    lines = _lines(entry)
    flow = "{" + ", ".join(lines) + "}"
    deep = any(isinstance(one, list | tuple | Mapping) for one in entry.values())
    return lines if len(lines) == 1 or deep or len(flow) > _SHORT else [flow]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def scalar(value: object) -> str:
    """One value: plain where it can be, quoted where YAML or a reader could take it for something else."""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,6}", text):
        return text
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    written = yaml.dump(text, allow_unicode=True, default_style='"', width=10**9).strip()
    return _ESCAPE.sub(_apart, written)


def _apart(match: re.Match[str]) -> str:
    """An escape, and the signs after it that join the letter before them, escaped as well: in NFC, which a document is read in, the n or
    the E that an escape ends with and an accent would be another letter, and no escape.
    """
    after = match[2]
    marks = next((n for n, char in enumerate(after) if not unicodedata.category(char).startswith("M")), len(after))
    return match[1] + "".join(map(_coded, after[:marks])) + after[marks:]


def _coded(char: str) -> str:
    return f"\\u{ord(char):04X}" if ord(char) <= _BMP else f"\\U{ord(char):08X}"
