"""A Word document's package (ECMA-376 part 2): the parts that its text is in, found by their relationships and parsed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

LARGEST = 80_000_000
"""Bytes that a document may hold unpacked: more is a file made to wear us out."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.strip("{}").encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.strip("{}").encode(),
}
"""The names of the standard's strict form, and those of the form that nearly all files have."""
_TORN = (zipfile.BadZipFile, zipfile.LargeZipFile, ET.ParseError, KeyError, ValueError, OSError, NotImplementedError, EOFError,
         RuntimeError, RecursionError, IndexError)  # fmt: skip
"""What a torn package raises, one part or another."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


BROKEN = "Word-filen är skadad och går inte att läsa; öppna den i Word och spara den på nytt"
"""What is said of a package that is none."""


class BrokenPackageError(Exception):
    """A package that is none: torn, or with parts that cannot be parsed."""


class TooLargeError(Exception):
    """A package that holds more than LARGEST unpacked."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts: the body, the headers and footers in the order that the document names them, the styles and the numbering
    definitions (None where it has none).
    """

    body: Element
    edges: tuple[Element, ...]
    styles: Element | None
    numbering: Element | None


def opened(data: bytes) -> Package:
    """The parts of a document. Raises BrokenPackageError, or TooLargeError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise TooLargeError
            return _package(parts)
    except _TORN as error:
        raise BrokenPackageError from error


def qn(name: str) -> str:
    """A short name in full: «w:p»."""
    return W + name.removeprefix("w:")


def _package(parts: zipfile.ZipFile) -> Package:
    (main,) = [path for kind, path in _related(parts, "").values() if kind == "officeDocument"][:1]
    root = _parsed(parts, main)
    body = root.find(qn("w:body"))
    if body is None:
        raise BrokenPackageError
    related = _related(parts, main)
    named = [
        reference.get(f"{R}id", "")
        for tag in ("w:headerReference", "w:footerReference")
        for reference in body.iter(qn(tag))
    ]
    edges = [related[name][1] for name in dict.fromkeys(named) if name in related]
    return Package(
        body,
        tuple(_parsed(parts, path) for path in edges),
        next((_parsed(parts, path) for kind, path in related.values() if kind == "styles"), None),
        next((_parsed(parts, path) for kind, path in related.values() if kind == "numbering"), None),
    )


def _related(parts: zipfile.ZipFile, path: str) -> Mapping[str, tuple[str, str]]:
    """The parts that a part names, by the names it gives them: what each is, and where it lies. What lies outside is left out."""
    folder, name = posixpath.split(path)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in parts.namelist():
        return {}
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rsplit("/", 1)[-1],
            _placed(folder, relation.get("Target", "")),
        )
        for relation in _parsed(parts, listed).iter(_RELATED)
        if relation.get("TargetMode") != "External"
    }


def _placed(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _parsed(parts: zipfile.ZipFile, path: str) -> Element:
    data = parts.read(path)
    if _DOCTYPE.search(data):  # no part may have one, and entities that stand for one another are made to harm
        raise BrokenPackageError
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return ET.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities


def facts_of(data: bytes, names: frozenset[str]) -> Iterator[str]:
    """The text of other parts of a package, by their paths: what a document says of itself, notes, comments. Raises
    BrokenPackageError.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            for name in sorted({*parts.namelist()} & names):
                yield "\n".join(_parsed(parts, name).itertext())
    except _TORN as error:
        raise BrokenPackageError from error
