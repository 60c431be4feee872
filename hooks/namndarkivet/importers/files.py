"""A file as its bytes are, whatever its name says: what it is, and whether it can be read at all."""

from __future__ import annotations

import errno
import importlib
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from namndarkivet.importers.lines import ImportFileError, Scroll
from namndarkivet.importers.readers.wordpackage import BROKEN

LARGEST = 200_000_000
"""Bytes of the largest file that is read."""
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|table|div|p|h1)\b", re.IGNORECASE)
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "filen är ett äldre Word- eller Excel-dokument; öppna den i Word och spara som DOCX",
    b"{\\rtf": "filen är i formatet RTF; öppna den i Word och spara som DOCX",
    b"\x89PNG": "filen är en bild; låt ett program för textigenkänning (OCR) läsa den först",
    b"\xff\xd8\xff": "filen är en bild; låt ett program för textigenkänning (OCR) läsa den först",
    b"II*\x00": "filen är en bild; låt ett program för textigenkänning (OCR) läsa den först",
    b"MM\x00*": "filen är en bild; låt ett program för textigenkänning (OCR) läsa den först",
    b"\x1f\x8b": "filen är ett arkiv (gzip); packa upp den först",
    b"7z\xbc\xaf": "filen är ett arkiv (7z); packa upp den först",
    b"Rar!": "filen är ett arkiv (RAR); packa upp den först",
}


def fetch(path: Path) -> bytes:
    """The bytes of a file. Raises ImportFileError when there is none to read."""
    try:
        if path.is_dir():
            raise ImportFileError("är en mapp; ange filerna i den, till exempel mappen/*.pdf")
        if not path.exists():
            raise ImportFileError("finns inte")
        if not path.is_file():
            raise ImportFileError("är ingen vanlig fil")
        size = path.stat().st_size
        if size > LARGEST:
            raise ImportFileError(f"är för stor ({size // 1_000_000} MB; högst {LARGEST // 1_000_000} MB läses)")
        data = path.read_bytes()
    except OSError as error:
        raise ImportFileError(f"går inte att läsa ({said(error)})") from None
    if not data.strip():
        raise ImportFileError("filen är tom")
    return data


def reader_of(data: bytes) -> Callable[[bytes], Scroll]:
    """The reader for what the bytes are; the file's name may be wrong. Raises ImportFileError for formats that are not read."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if b"%PDF-" in data[:1024]:
        return _reader("pdf")
    if start.startswith(b"PK\x03\x04"):
        return _reader("docx") if _is_word(data) else _refuse(_packed(data))
    for mark, why in _OTHERS.items():
        if data.startswith(mark):
            return _refuse(why)
    return _reader("html" if _HTML.search(data[:20_000]) and b"</" in data else "text")


def _reader(name: str) -> Callable[[bytes], Scroll]:
    """The reader of a format. Its library is read with it: not all of them are there where the import runs in a browser."""
    read: Callable[[bytes], Scroll] = importlib.import_module(f"namndarkivet.importers.readers.{name}").read
    return read


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "word/document.xml" in parts.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ImportFileError(BROKEN) from None


_OFFICE = re.compile(rb"mimetypeapplication/vnd\.oasis|xl/workbook|ppt/presentation")
_FORBIDDEN = {errno.EACCES: "du får inte läsa den", errno.ENAMETOOLONG: "namnet är för långt", errno.ENOTDIR: "en del av sökvägen är ingen mapp",
              errno.ELOOP: "länken leder till sig själv"}  # fmt: skip


def _packed(data: bytes) -> str:
    """Why a packed file that is no Word document is not read."""
    if _OFFICE.search(data):
        return "filen är ett kalkylark, en presentation eller ett OpenDocument-dokument; spara den som DOCX eller PDF"
    return "filen är ett arkiv (ZIP) men inget Word-dokument; packa upp den först"


def said(error: OSError) -> str:
    """What the system says of a file, in Swedish."""
    return _FORBIDDEN.get(error.errno or 0, "systemet säger nej")


def _refuse(why: str) -> Callable[[bytes], Scroll]:
    def read(_data: bytes) -> Scroll:
        raise ImportFileError(why)

    return read
