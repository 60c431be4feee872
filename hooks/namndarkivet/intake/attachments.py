"""Files that were dropped into an issue: found by their addresses, fetched from GitHub alone, within bounds.

No token goes with a request, so nothing can be fetched that not everyone can see. An address that leads elsewhere is not
followed: a job in GitHub's cloud reaches services that the outside does not.
"""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from namndarkivet.importers.files import reader_of
from namndarkivet.importers.lines import ImportFileError, Scroll
from namndarkivet.intake.form import SubmissionError
from namndarkivet.personal_numbers import personal_numbers

LARGEST = 25_000_000
"""Bytes of one file at most: GitHub takes no larger ones in an issue (docs.github.com, «Attaching files»)."""
MOST = 5
"""Files of one issue at most."""
SECONDS = 30
"""Seconds of silence from GitHub at most."""
_REDIRECTS = 3
_HOSTS = frozenset({"objects.githubusercontent.com", "github-production-repository-file-5c1aeb.s3.amazonaws.com"})
"""Where github.com sends one on to for the bytes of an attached file."""
_WEB = re.compile(r"https?://[^\s()<>\[\]\"'`]{1,500}", re.IGNORECASE)
_FILE = re.compile(
    r"https://github\.com/(?P<where>user-attachments|[\w.-]{1,100}/[\w.-]{1,100})/files/\d{1,20}/(?P<name>[\w.%+~-]{1,255})",
    re.ASCII,
)
_SAFE = re.compile(r"[^\w .,()§+-]")
_OK = 200
_MOVED = frozenset({301, 302, 303, 307, 308})

Connect = Callable[[str], http.client.HTTPConnection]
"""What opens a connection to a host."""


@dataclass(frozen=True, slots=True)
class Link:
    """An attached file: its address and its name, which can be shown and written but is still a stranger's."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Links:
    """The attached files of an issue; and how many addresses were passed over, because they are not GitHub's for attached files,
    or too many.
    """

    files: tuple[Link, ...]
    passed: int


def links(text: str, repository: str) -> Links:
    """The attached files that a text links to, each once. `repository` («owner/name»): whose older kind of attachments is taken."""
    allowed = {"user-attachments", repository.lower()} - {""}
    found: dict[str, Link] = {}
    passed = 0
    for match in _WEB.finditer(text):
        url = match[0]
        file = _FILE.fullmatch(url)
        if file is None or file["where"].lower() not in allowed or (url not in found and len(found) == MOST):
            passed += 1
        else:
            found[url] = Link(url, _name(file["name"]))
    return Links(tuple(found.values()), passed)


def _name(written: str) -> str:
    """A file's name as it can be shown and written: the last part alone, without signs that mean something anywhere. A name with
    a personal identity number is not shown.
    """
    last = unquote(written, errors="replace").replace("\\", "/").rsplit("/", 1)[-1]
    clean = _SAFE.sub("_", last).strip(" .")[:_NAME]
    return "bilaga" if not clean or personal_numbers(clean) else clean


_NAME = 100


def secure(host: str) -> http.client.HTTPConnection:
    """A connection to a host over TLS, with its certificate checked."""
    return http.client.HTTPSConnection(host, timeout=SECONDS)


def fetch(link: Link, connect: Connect = secure) -> bytes:
    """The bytes of an attached file. Raises SubmissionError, which does not repeat the file's name, when it cannot be had."""
    url = link.url
    for _ in range(_REDIRECTS + 1):
        parts = urlsplit(url)
        try:
            status, location, data = _get(connect(parts.hostname or ""), parts.path, parts.query)
        except (OSError, http.client.HTTPException, ValueError):
            raise SubmissionError("gick inte att hämta från GitHub; försök igen, eller klistra in texten") from None
        if status == _OK:
            if len(data) > LARGEST:
                raise SubmissionError(f"är för stor; högst {LARGEST // 1_000_000} MB tas emot")
            return data
        if status not in _MOVED:
            raise SubmissionError(f"gick inte att hämta (GitHub svarade {status}); är filen borttagen?")
        url = _onward(url, location)
    raise SubmissionError("leder vidare för många gånger, och hämtades inte")


def _onward(url: str, location: str) -> str:
    """Where GitHub sends one on to from an address. Raises SubmissionError when it is not one of the known places."""
    try:
        onward = urljoin(url, location)
        parts = urlsplit(onward)
        plain = parts.scheme == "https" and parts.port is None and parts.username is None
    except ValueError:
        plain = False
    if plain and (parts.hostname in _HOSTS or _FILE.fullmatch(onward)):
        return onward
    raise SubmissionError("leder till en annan plats än GitHubs, och hämtades inte")


def _get(connection: http.client.HTTPConnection, path: str, query: str) -> tuple[int, str, bytes]:
    """What a host answers: its status, where it sends one on, and the bytes, one more than the most when there are too many."""
    try:
        connection.request("GET", f"{path}?{query}" if query else path, headers={"User-Agent": "namndarkivet"})
        response = connection.getresponse()
        data = response.read(LARGEST + 1) if response.status == _OK else b""
        return response.status, response.getheader("Location") or "", data
    finally:
        connection.close()


def reader(data: bytes) -> Callable[[bytes], Scroll]:
    """The reader of a file by what its bytes are: PDF, Word and plain text. Raises ImportFileError for all else, web pages too:
    GitHub does not take them as attachments, so what looks like one was meant as something else.
    """
    from namndarkivet.importers.readers import docx, pdf, text  # noqa: PLC0415 - their libraries are needed here alone

    chosen = reader_of(data)
    if chosen in {docx.read, pdf.read, text.read} or chosen.__module__ == reader_of.__module__:  # the last say why not
        return chosen
    raise ImportFileError("är varken en PDF, en Word-fil (DOCX) eller ren text")
