"""Reads the documents folder: every file once, in worker processes when there are many, all problems together."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from namndarkivet import markup
from namndarkivet.checks import check_document, check_fields, check_file
from namndarkivet.entry import Attachment, Entry, Loaded, Reading
from namndarkivet.filing import RECORD_OF, Registers, Shelf, filed, municipality_of, shelf_by_keys, shelf_of
from namndarkivet.model import Decision, Document, Meeting, Record, Register
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Mark, Problem, shown_path
from namndarkivet.redaction import redacted
from namndarkivet.register import Municipality, municipalities
from namndarkivet.sections import Kind, sections, within_archive
from namndarkivet.source import Source, read
from namndarkivet.values import ATTACHMENT_NAME, Numbering, Status
from namndarkivet.workers import Progress, in_workers


@dataclass(frozen=True, slots=True)
class Reader:
    """What is the same for every document of one reading: the folder, the registers, and whether bodies become HTML.

    `shown` is how the folder is named in messages.
    """

    root: Path
    shown: str
    registers: Registers = field(default_factory=lambda: Registers({}))
    bodies: bool = True

    def name(self, path: str) -> str:
        """A document's path as messages show it."""
        return f"{self.shown}/{path}" if self.shown not in {"", "."} else path

    def document(self, path: str) -> tuple[Entry[Record] | None, list[Problem]]:
        """One document: its entry (None when it cannot be made out) and its own problems."""
        yaml_only = shelf_of(path) is Shelf.REGISTER
        return self.made(path, read(f"{self.root}/{path}", yaml_only=yaml_only))

    def made(self, path: str, source: Source) -> tuple[Entry[Record] | None, list[Problem]]:
        """What a source makes as the document at this path, as `document` does, whether it lies there yet or not."""
        shelf = shelf_of(path)
        problems = list(check_file(source, self.name(path))) if source.odd else []
        if not source.readable:
            return None, problems
        kind = _kind(shelf, source)
        try:
            record = kind.model_validate(source.data)
        except ValidationError as error:
            problems += check_fields(source, self.name(path), kind, error)
            return None, problems
        reading = self._reading(path, shelf, source, record)
        problems += check_document(reading, self.name(path))
        return self._entry(reading), problems

    def _reading(self, path: str, shelf: Shelf, source: Source, record: Record) -> Reading[Record]:
        municipality, body = self._place(path, record), None
        if municipality and isinstance(record, (Decision, Meeting)):
            body = self.registers.body(municipality, record.body)
        parts = sections(source.body, source.body_line) if isinstance(record, Decision) else ()
        numbering = body.numbering if body else Numbering.PER_YEAR
        place = filed(record, municipality, numbering, path)
        return Reading(path, source, record, self.registers, municipality, body, parts, place, shelf)

    @staticmethod
    def _place(path: str, record: Record) -> Municipality | None:
        if isinstance(record, Decision):
            return municipalities().find(record.municipality)
        return municipality_of(path) if isinstance(record, Meeting) else None

    def _entry(self, reading: Reading[Record]) -> Entry[Record] | None:
        record, path, source = reading.record, reading.path, reading.source
        place = reading.filed
        if place is None:
            return None
        if isinstance(record, Document) and record.withdrawn:
            return Entry(place.id, path, redacted(record), reading.municipality, markup.render(""))
        html = markup.render(source.body) if self.bodies else None
        inward = tuple(within_archive(source.body, source.body_line))
        denied = frozenset(section.kind for section in reading.sections if section.says_none)
        kinds = frozenset(section.kind for section in reading.sections if section.text) - denied
        deciding = reading.sections if self.bodies else ()
        wanted = {Kind.DECISION, Kind.PROPOSAL} if _proposes(record) else {Kind.DECISION}
        operative = (section.text for section in deciding if section.kind in wanted and section.text)
        return Entry(place.id, path, record, reading.municipality, html, kinds, denied, next(operative, ""), inward)


def _proposes(record: Record) -> bool:
    return isinstance(record, Decision) and record.status is Status.PROPOSED


def _kind(shelf: Shelf, source: Source) -> type[Record]:
    """What a file is: by where it lies, and by its keys where that says nothing or where a meeting has a decision's name."""
    if shelf is Shelf.NOWHERE:
        return RECORD_OF[shelf_by_keys(set(source.data))]
    if shelf is Shelf.DECISION and shelf_by_keys(set(source.data)) is Shelf.MEETING:
        return Meeting
    return RECORD_OF[shelf]


def load(root: Path, *, shown: str | None = None, bodies: bool = True, progress: Progress | None = None) -> Loaded:
    """Read the documents folder `root`. `bodies` tells whether bodies become HTML (a check needs none).

    Never raises for what a file holds; what is wrong is among the problems.
    """
    documents, attached, strays = _scan(root)
    registers_at = [path for path in documents if shelf_of(path) is Shelf.REGISTER]
    reader = Reader(root, str(root) if shown is None else shown, bodies=bodies)
    registers, problems = _registers(reader, registers_at)
    for stray in strays:
        problems += check_file(stray, reader.name(str(stray.path)))
    reader = Reader(root, reader.shown, registers, bodies)
    of_registers = set(registers_at)
    paths = [path for path in documents if path not in of_registers]
    entries: list[Entry[Record]] = []
    for entry, found in in_workers(partial(_documents, reader), paths, progress):
        problems += found
        if entry is not None:
            entries.append(entry)
    files = tuple(file for path in attached if (file := _attachment(root, path)))
    return Loaded(root, registers, tuple(entries), files, tuple(documents), tuple(problems))


def reread(loaded: Loaded, shown: str, changed: Iterable[Path]) -> Loaded:
    """What lies in the folder after these files have changed (made, edited, moved or removed), reading only them; all
    of it when a register or a folder is among them.
    """
    root = loaded.root.resolve()
    paths = [path.relative_to(root).as_posix() for path in map(Path.resolve, changed) if path.is_relative_to(root)]
    paths = [path for path in paths if "/." not in f"/{path}" and path.rsplit("/", 1)[-1] != "README.md"]  # as in _scan
    paths = [path for path in paths if _is_read(loaded, path)]
    if any(not path.endswith(".md") for path in paths):
        return load(loaded.root, shown=shown)
    reader = Reader(loaded.root, shown, loaded.registers)
    gone = set(paths)
    entries = [entry for entry in loaded.entries if entry.path not in gone]
    names = {shown_path(reader.name(path)) for path in paths}
    problems = [problem for problem in loaded.problems if problem.path not in names]
    documents = [path for path in loaded.paths if path not in gone]
    for path in sorted(gone):
        if (loaded.root / path).exists():
            entry, found = reader.document(path)
            problems += found
            entries += [entry] if entry else []
            documents.append(path)
    entries.sort(key=lambda entry: entry.path)
    return Loaded(
        loaded.root, loaded.registers, tuple(entries), loaded.attachments, tuple(sorted(documents)), tuple(problems)
    )


def _is_read(loaded: Loaded, path: str) -> bool:
    """Whether anything is read from this path: a document, a register, an attachment, or a folder of them. Editors write
    other files beside the one that is saved, and those shall not have the whole folder read again.
    """
    if path.endswith((".md", ".yml")) or ATTACHMENT_NAME.fullmatch(path.rsplit("/", 1)[-1]):
        return True
    return (loaded.root / path).is_dir() or any(known.startswith(f"{path}/") for known in loaded.paths)


def _documents(reader: Reader, paths: Sequence[str]) -> list[tuple[Entry[Record] | None, list[Problem]]]:
    return [reader.document(path) for path in paths]


def _registers(reader: Reader, paths: Iterable[str]) -> tuple[Registers, list[Problem]]:
    found: dict[str, Register] = {}
    problems: list[Problem] = []
    broken: set[str] = set()
    for path in paths:
        slug = path.rsplit("/", 1)[-1].removesuffix(".yml")
        source = read(reader.root / path, yaml_only=True)
        problems += check_file(source, reader.name(path))
        broken.add(slug)
        if not source.readable:
            continue
        try:
            record = Register.model_validate(source.data)
        except ValidationError as error:
            problems += check_fields(source, reader.name(path), Register, error)
            continue
        broken.remove(slug)
        reading = Reading(path, source, record, reader.registers, shelf=Shelf.REGISTER)
        problems += check_document(reading, reader.name(path))
        found[slug] = record
    return Registers(found, frozenset(broken)), problems


_ENDINGS = re.compile(r"\.(?:md|markdown|mdown|mkd)(?:\.txt)?|\.ya?ml(?:\.txt)?", re.IGNORECASE)


def _is_document(path: Path) -> bool:
    """Whether a file without an ending, or with .txt, begins as a document does."""
    if path.suffix not in {"", ".txt"}:
        return False
    try:
        with path.open("rb") as file:
            return file.read(8).lstrip(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def _scan(root: Path) -> tuple[list[str], list[str], list[Source]]:
    """The documents and the attachments below `root`, sorted, and what is passed over; hidden files and folders are
    passed over without a word.
    """
    documents: list[str] = []
    attached: list[str] = []
    strays: list[Source] = []
    for folder, folders, files in os.walk(root):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        above = Path(folder).relative_to(root).as_posix()
        for name in sorted([*files, *links]):
            path = name if above == "." else f"{above}/{name}"
            if name.startswith(".") or path == "README.md":
                continue
            if name.endswith((".md", ".yml")) or name in links:
                documents.append(path)
            elif ending := _ENDINGS.search(name):
                better = name[: ending.start()] + (".yml" if "y" in ending[0].lower() else ".md")
                strays.append(Source(Path(path), odd=(Odd(Oddity.WRONG_ENDING, Mark(1), better),)))
            elif _is_document(Path(folder) / name):
                strays.append(
                    Source(Path(path), odd=(Odd(Oddity.WRONG_ENDING, Mark(1), name.removesuffix(".txt") + ".md"),))
                )
            elif shelf_of(path) is Shelf.ATTACHMENT and not (Path(folder) / name).is_symlink():
                attached.append(path)
            else:
                strays.append(Source(Path(path), odd=(Odd(Oddity.STRAY, Mark(1)),)))
    return documents, attached, strays


def _attachment(root: Path, path: str) -> Attachment | None:
    """A file beside a document; None when it is gone before it could be read, or cannot be (its document then says so)."""
    try:
        with (root / path).open("rb") as file:
            return Attachment(path, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return None
