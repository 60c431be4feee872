"""What the form asks of Python in the visitor's browser: minutes → drafts as the command `namndarkivet import` makes them, and a document
→ what `namndarkivet check` says of it. Text in, JSON out; nothing leaves the browser.

It runs in Pyodide, with the few libraries that tests/importers/test_light.py allows.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from namndarkivet.addresses import rule_page, slug
from namndarkivet.checks.fields import missing
from namndarkivet.filing import Shelf, shelf_of
from namndarkivet.importers import telling
from namndarkivet.importers.drafts import LONGEST_BODY, Draft, Origin, batch
from namndarkivet.importers.files import reader_of
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.minutes import some_minutes
from namndarkivet.index import Archive, index
from namndarkivet.load import Reader, load
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Mark, Problem
from namndarkivet.register import municipalities
from namndarkivet.report import whole_message
from namndarkivet.source import MAX_BYTES, Source, parse

SHOWN = "decisions"
"""How messages name the documents folder: as in the repository."""


def drafts_of(  # noqa: PLR0913, PLR0917 - what the form knows of a file
    data: bytes, name: str, municipality: str | None, body: str | None, url: str | None, root: str
) -> str:
    """The drafts of one file, with the same text to the byte as `namndarkivet import` writes.

    `name`: the file's. `municipality`, `body`, `url`: what the form's user says of it, or None. `root`: a documents folder with the
    registers and recommendations. The JSON has `file`, `sha256`, `paragraphs` (how many § there are), `said` (how many the front page
    says, or null), `withheld` (pairs of the number of a § and the masked personal identity numbers in it: no draft is made of it), `common`
    (what is to be checked in all drafts alike), and `drafts`. A draft has `path`, `stem`, `number`, `kind` («beslut» or «sammanträde»), `text`,
    `values` (the front matter, every scalar as text), `body`, `doubts` (why a value must be checked, by its key, also for keys that
    are not there), `check`, `missing` and `answers` (ids of the recommendations that it may answer). A file that cannot be read gives `fel`, a Swedish sentence, alone.
    """
    name = unicodedata.normalize("NFC", PurePosixPath(name.encode("utf-8", "replace").decode()).name)
    try:
        told = _drafts(bytes(data), name, municipality, body, url, root)
    except ImportFileError as error:
        told = {"fel": _sentence(name, str(error))}
    except ModuleNotFoundError:  # lxml, the only library of a reader that a browser does not have
        told = {"fel": _sentence(name, "är en webbsida, och den kan inte läsas här; kopiera texten och klistra in den")}
    except MemoryError:
        told = {"fel": _sentence(name, "kräver för mycket minne; är den hel?")}
    except Exception as error:  # noqa: BLE001 - whatever a library thinks of a broken file is one sentence to the reader
        told = {"fel": _sentence(name, f"går inte att läsa; den är skadad eller ovanlig ({type(error).__name__})")}
    return json.dumps(told, ensure_ascii=False)


def examined(path: str, text: str, root: str) -> str:
    """What the rules for a file, its values and one document say of a text, were it the document at `path` of the documents folder.

    Rules about the archive as a whole (references to other documents, clashes of ids, attachments) are left out: the browser does not
    have the archive. The pull request's check has them. The JSON is a list, sorted by place, of `line`, `column`, `end`, `severity`
    («fel» or «varning»), `rule`, `message`, `key` (the front matter's key that it is about, or null) and `page` (the rule's page, below the site's root).
    """
    source = _source(path, text)
    reader = Reader(Path(root), SHOWN, _archive(root).registers, bodies=False)
    _, problems = reader.made(path, source)
    return json.dumps([_told(problem, source) for problem in sorted(problems)], ensure_ascii=False)


@lru_cache(maxsize=1)
def _archive(root: str) -> Archive:
    """The registers and recommendations, read once: they are the same for as long as the page is open."""
    return index(load(Path(root), shown=SHOWN, bodies=False))


def _drafts(  # noqa: PLR0913, PLR0917 - as above
    data: bytes, name: str, municipality: str | None, body: str | None, url: str | None, root: str
) -> dict[str, Any]:
    if municipality and municipalities().find(municipality) is None:
        raise ImportFileError(f"det finns ingen kommun {municipality}; välj kommunen i listan")
    if body and not 0 < len(slug(body)) <= LONGEST_BODY:
        raise ImportFileError("organet är organets namn, till exempel Socialnämnden")
    if not data.strip():
        raise ImportFileError("filen är tom")
    archive = _archive(root)
    origin = Origin(name, hashlib.sha256(data).hexdigest(), municipality or None, body or None, url or None)
    one = batch(some_minutes(reader_of(data)(data)), origin, archive.registers, archive)
    return {
        "file": one.file,
        "sha256": one.sha256,
        "paragraphs": one.paragraphs,
        "said": one.said,
        "withheld": one.withheld,
        "common": telling.common(one),
        "drafts": [_draft(draft) for draft in one.drafts],
    }


def _draft(draft: Draft) -> dict[str, Any]:
    source = parse(draft.path, draft.text.encode())
    doubts: dict[str, list[str]] = defaultdict(list)
    for check in draft.check:  # «key: why», also of keys that the text has only in a comment
        key, _, why = check.partition(": ")
        doubts[key].append(why)
    return {
        "path": draft.path,
        "stem": draft.stem,
        "number": draft.number,
        "kind": (Shelf.DECISION if draft.number else Shelf.MEETING).value,
        "text": draft.text,
        "values": source.data,
        "body": source.body,
        "doubts": {key: "; ".join(whys) for key, whys in doubts.items()},
        "check": draft.check,
        "missing": draft.missing,
        "answers": draft.answers,
    }


def _sentence(name: str, why: str) -> str:
    """What the command line says of a file that it cannot read."""
    return f"{name}: {why.rstrip('.?')}{'?' if why.endswith('?') else '.'}"


def _source(path: str, text: str) -> Source:
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        return Source(path, odd=(Odd(Oddity.TOO_LARGE, Mark(1), str(len(data))),))
    return parse(path, data, yaml_only=shelf_of(path) is Shelf.REGISTER)


def _told(problem: Problem, source: Source) -> dict[str, Any]:
    return {
        "line": problem.line,
        "column": problem.column,
        "end": problem.end,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": whole_message(problem),
        "key": _key(problem, source),
        "page": rule_page(problem.rule),
    }


def _key(problem: Problem, source: Source) -> str | None:
    """The key of the front matter whose lines a problem is in; that of a missing value is the one that its message names."""
    if not isinstance(source.root, yaml.MappingNode) or not source.first_line <= problem.line < source.body_line - 1:
        return None
    named = re.search(r"«([^»]*)»", problem.message)
    if problem.rule == missing.id and named and named[1] not in source.data and problem.line == source.first_line:
        return named[1]
    above = [name.value for name, _ in source.root.value if name.start_mark.line + source.first_line <= problem.line]
    return str(above[-1]).strip() if above else None
