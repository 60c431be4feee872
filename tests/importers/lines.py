"""Short ways to write the lines that stages are tried on."""

from __future__ import annotations

from namndarkivet.importers.lines import Line, Scroll
from namndarkivet.importers.minutes import Minutes, read_minutes
from namndarkivet.importers.readers import text


def rows(written: str) -> tuple[Line, ...]:
    """The lines of a text."""
    return text.read(written.encode()).lines


def scroll(written: str) -> Scroll:
    """The text as a reader gives it."""
    return text.read(written.encode())


def minutes(written: str) -> Minutes:
    """What is read of a text."""
    return read_minutes(scroll(written))
