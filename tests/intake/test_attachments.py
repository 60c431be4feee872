"""Attached files: which addresses are fetched, where one is sent on to, how much is taken, and what it must be."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from typing import Any

import pytest
from importers.paper import as_pdf, as_text

from namndarkivet.importers.lines import ImportFileError
from namndarkivet.intake.attachments import LARGEST, MOST, Link, fetch, links, reader, secure
from namndarkivet.intake.form import SubmissionError

ATTACHED = "https://github.com/user-attachments/files/123/protokoll.pdf"
STORED = "https://objects.githubusercontent.com/github-production-repository-file-5c1aeb/1/2?X-Amz-Date=3"
OLDER = "https://github.com/namndarkivet/namndarkivet/files/9/a.docx"
REPO = "namndarkivet/namndarkivet"


class Net:
    """GitHub as a table: address → status, where it sends one on, bytes. It notes what was asked for."""

    def __init__(self, answers: Mapping[str, tuple[int, str, bytes]]) -> None:
        self.answers, self.asked, self.headers = answers, list[str](), list[Mapping[str, str]]()

    def connect(self, host: str) -> Any:
        """A connection to a host of the table."""
        return _Connection(self, host)


class _Connection:
    def __init__(self, net: Net, host: str) -> None:
        self.net, self.host, self.url = net, host, ""

    def request(self, method: str, path: str, headers: Mapping[str, str]) -> None:
        assert method == "GET"
        self.url = f"https://{self.host}{path}"
        self.net.asked.append(self.url)
        self.net.headers.append(headers)

    def getresponse(self) -> _Response:
        if self.url not in self.net.answers:
            raise OSError("no such host")
        return _Response(*self.net.answers[self.url])

    def close(self) -> None:
        self.url = ""


class _Response:
    def __init__(self, status: int, location: str, data: bytes) -> None:
        self.status, self.location, self.data = status, location, data

    def read(self, most: int) -> bytes:
        return self.data[:most]

    def getheader(self, name: str) -> str | None:
        return self.location if name == "Location" else None


def test_files_that_github_holds_are_found_once_each_with_their_names() -> None:
    found = links(f"[a b]({ATTACHED}) {ATTACHED} och [c]({OLDER})", REPO)
    assert found.files == (Link(ATTACHED, "protokoll.pdf"), Link(OLDER, "a.docx"))
    assert found.passed == 0


@pytest.mark.parametrize(
    "url",
    [
        "http://github.com/user-attachments/files/1/a.pdf",
        "https://github.com.evil.invalid/user-attachments/files/1/a.pdf",
        "https://evil.invalid/github.com/user-attachments/files/1/a.pdf",
        "https://user@github.com/user-attachments/files/1/a.pdf",
        "https://github.com:444/user-attachments/files/1/a.pdf",
        "https://github.com/user-attachments/files/1/../../../x",
        "https://github.com/user-attachments/files/x/a.pdf",
        "https://github.com/user-attachments/assets/1",
        "https://github.com/other/repo/files/1/a.pdf",
        "https://raw.githubusercontent.com/a/b/main/c.pdf",
        "https://169.254.169.254/latest/meta-data/",
        "https://objects.githubusercontent.com/x",
    ],
)
def test_no_other_address_is_taken(url: str) -> None:
    found = links(f"[a]({url})", REPO)
    assert (found.files, found.passed) == ((), 1)


def test_no_more_than_five_are_taken() -> None:
    urls = " ".join(f"https://github.com/user-attachments/files/{number}/a.pdf" for number in range(9))
    found = links(urls, REPO)
    assert (len(found.files), found.passed) == (MOST, 4)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a%2F..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("..%5C..%5Cboot.ini", "boot.ini"),
        ("%24%28touch%20x%29.pdf", "_(touch x).pdf"),
        ("%60x%60%0A%3A%3Aerror%3A%3Ay.pdf", "_x____error__y.pdf"),
        ("%C3%A5.pdf", "å.pdf"),
        ("%ff%00.pdf", "__.pdf"),
        ("..", "bilaga"),
        ("beslut_19121212-1212.pdf", "bilaga"),  # the tax agency's own example of a number
        ("a" * 200 + ".pdf", "a" * 100),
    ],
)
def test_a_files_name_is_a_plain_name(written: str, name: str) -> None:
    (link,) = links(f"https://github.com/user-attachments/files/1/{written}", REPO).files
    assert link.name == name


def test_a_file_is_fetched_where_github_sends_one_on_to_and_no_token_goes_along() -> None:
    net = Net({ATTACHED: (302, STORED, b""), STORED: (200, "", b"%PDF-1.7")})
    assert fetch(Link(ATTACHED, "a"), net.connect) == b"%PDF-1.7"
    assert net.asked == [ATTACHED, STORED]
    assert [set(headers) for headers in net.headers] == [{"User-Agent"}, {"User-Agent"}]


@pytest.mark.parametrize(
    "to",
    [
        "http://objects.githubusercontent.com/x",
        "https://evil.invalid/x",
        "https://objects.githubusercontent.com.evil.invalid/x",
        "https://objects.githubusercontent.com:8443/x",
        "https://a:b@objects.githubusercontent.com/x",
        "//evil.invalid/x",
        "https://github.com/login",
        "file:///etc/passwd",
        "https://169.254.169.254/latest",
        "https://[::1]/x",
        "https://[x/y",
        "",
    ],
)
def test_nothing_is_fetched_from_elsewhere(to: str) -> None:
    net = Net({ATTACHED: (302, to, b"")})
    with pytest.raises(SubmissionError, match=r"annan plats|för många gånger"):
        fetch(Link(ATTACHED, "a"), net.connect)
    assert set(net.asked) == {ATTACHED}


def test_what_never_ends_is_too_large_gone_or_silent_is_refused_in_words() -> None:
    for answer, why in (
        ((302, ATTACHED, b""), "leder vidare för många gånger"),
        ((200, "", b"x" * (LARGEST + 1)), "för stor; högst 25 MB"),
        ((404, "", b""), "GitHub svarade 404"),
    ):
        with pytest.raises(SubmissionError, match=why):
            fetch(Link(ATTACHED, "a"), Net({ATTACHED: answer}).connect)
    with pytest.raises(SubmissionError, match="gick inte att hämta"):
        fetch(Link(ATTACHED, "a"), Net({}).connect)


def test_a_connection_is_encrypted_and_ends_in_time() -> None:
    connection = secure("github.com")
    assert isinstance(connection, http.client.HTTPSConnection)
    assert connection.timeout == 30


@pytest.mark.parametrize("data", [as_pdf(), as_text()])
def test_minutes_are_known_by_their_bytes(data: bytes) -> None:
    assert len(reader(data)(data).lines) > 10


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><html><body><p>x</p></body></html>",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04 no Word file",
        b"MZ\x00\x01\x00\x00",
        b"\x7fELF\x00\x00",
        b"{\\rtf1 x}",
    ],
)
def test_all_else_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFileError):
        reader(data)(data)
