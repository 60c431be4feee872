"""What can be read of a file beside a document: its text and hidden facts, searched for personal identity numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.files import fetch, reader_of
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.readers.wordpackage import BrokenPackageError, facts_of
from namndarkivet.personal_numbers import Found, find

_WORD_FACTS = frozenset(
    {
        "docProps/core.xml",
        "docProps/app.xml",
        "docProps/custom.xml",
        "word/comments.xml",
        "word/footnotes.xml",
        "word/endnotes.xml",
    }
)


_TOGETHER = 50
"""Files that are read in one process: to begin one takes as long as to read several."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The numbers found in a file; or `why` it cannot be read, in words."""

    numbers: tuple[Found, ...] = ()
    why: str = ""


def attached(paths: Sequence[str]) -> dict[str, Attached]:
    """Read files as the import does, whatever their names say they are, in processes with bounds: a file made to harm is told of, and
    the others are read all the same.
    """
    found: dict[str, Attached] = {}
    for start in range(0, len(paths), _TOGETHER):
        some = paths[start : start + _TOGETHER]
        try:
            found |= bounded(partial(_each, some))
        except ImportFileError:  # one of them took the process with it
            found |= {path: _alone(partial(_file, Path(path))) for path in some}
    return found


def in_data(data: bytes) -> Attached:
    """Read a file by its bytes."""
    return _alone(partial(_numbers, data))


def _alone(read: Callable[[], tuple[Found, ...]]) -> Attached:
    try:
        return Attached(bounded(read))
    except ImportFileError as error:
        return Attached(why=str(error))


def _each(paths: Sequence[str]) -> dict[str, Attached]:
    found = {}
    for path in paths:
        try:
            found[path] = Attached(_file(Path(path)))
        except ImportFileError as error:
            found[path] = Attached(why=str(error))
        except Exception:  # noqa: BLE001 - whatever a library thinks of a broken file
            found[path] = Attached(why="den är skadad eller ovanlig")
    return found


def _file(path: Path) -> tuple[Found, ...]:
    return _numbers(fetch(path))


def _numbers(data: bytes) -> tuple[Found, ...]:
    texts = ["\n".join(line.text for line in reader_of(data)(data).lines), *_hidden(data)]
    return tuple({found.masked: found for text in texts for found in find(text)}.values())


def _hidden(data: bytes) -> Iterator[str]:
    """What a file says of itself besides its pages: title, author, comments and notes."""
    if data.startswith(b"PK\x03\x04"):
        try:
            yield from facts_of(data, _WORD_FACTS)
        except BrokenPackageError:
            raise ImportFileError("dess uppgifter om författare och titel går inte att läsa") from None
    elif b"%PDF-" in data[:1024]:
        import pypdfium2 as pdfium  # noqa: PLC0415 - only for files that need it

        yield "\n".join(pdfium.PdfDocument(data).get_metadata_dict().values())
