"""Files made to harm, cut short or with bits turned: never a traceback, never a hang; one sentence or whatever can be read."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.files import fetch
from namndarkivet.importers.lines import ImportFileError

from .harm import imported, refused
from .paper import as_docx, as_html, as_pdf, as_text

PIECES = (
    "§ 1", "§", "§§ 3-1", "§ 99999/2031", "Sn 49", "Beslut", "Beslut:", "att", "att ", "1.", "1. a", "- ", "•", "Dnr", "Dnr SN 2031/1", "\f", "\t", "   X   ",
    "Ja    Nej   Avstår", "röstar Ja (7)", "Med 6 ja-röster och", "0 nej-röster", "reserverar sig", "den 31 februari 2031", "2031-13-45", "Plats och tid   x",
    "Paragrafer §§ 9-1", "Justerandes sign", "1 (1)", "Kommunfullmäktige föreslår", "vård-", "och", "e-", "cigaretter", "\u00ad", "\u0000", "<b>", "|", "# x",
    "---", "```", "\ufeff", "Omröstning", "Expedieras till", "(", ")", "[", "\\", "\u2028", "é" * 40, "9" * 40, "å" + "\u030a" * 30,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=40).flatmap(
    lambda pieces: st.sampled_from(["\n", " ", "\n\n"]).map(lambda between: between.join(pieces))
)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def said(work: Callable[[], None]) -> str | None:
    """What is said of a file that is not imported; None when it is. Anything but a sentence goes on as an error."""
    try:
        work()
    except ImportFileError as error:
        return str(error)
    return None


@given(TEXTS)
@example("§ 1 Val\n" * 3)
@settings(max_examples=300, deadline=None)
def test_mangled_text_is_read_or_refused_in_words(text: str) -> None:
    assert said(lambda: imported(text.encode("utf-8", "surrogatepass"))) != ""


@given(st.sampled_from([as_text(), as_html()]), st.data())
@settings(max_examples=80, deadline=None)
def test_text_and_pages_with_pieces_changed(data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data)))
    end = draw.draw(st.integers(at, min(len(data), at + 400)))
    changed = data[:at] + draw.draw(st.binary(max_size=20)) + data[end:]
    assert said(lambda: imported(changed)) != ""


PDF, DOCX = as_pdf(), as_docx()


@given(st.sampled_from([PDF, DOCX]), st.data())
@SLOW
def test_turned_bits_and_cut_ends_harm_only_their_own_process(data: bytes, draw: st.DataObject) -> None:
    broken = bytearray(data[: draw.draw(st.integers(10, len(data)))])
    for at in draw.draw(st.lists(st.integers(0, len(broken) - 1), max_size=20)):
        broken[at] ^= 1 << draw.draw(st.integers(0, 7))
    with tempfile.NamedTemporaryFile() as file:
        file.write(broken)
        file.flush()
        told = said(lambda: bounded(lambda: imported(fetch(Path(file.name)))))
        assert told is None or "ovanlig" not in told, "an error of our own"


def zipped(**parts: bytes) -> bytes:
    """A ZIP with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_bomb_of_zeros_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped(**{"word/document.xml": b"0" * 100_000_000, "[Content_Types].xml": b"<Types/>"})
    assert len(bomb) < 200_000
    assert refused(tmp_path, bomb) == "Word-filen är för stor när den packas upp"


def test_billion_laughs_end_in_a_sentence(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><w:document xmlns:w="x">&l9;</w:document>'.encode()
    whole = zipfile.ZipFile(io.BytesIO(DOCX))
    parts = {name: whole.read(name) for name in whole.namelist()}
    assert "Word-filen" in refused(tmp_path, zipped(**(parts | {"word/document.xml": laughs})))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "filen är tom"),
        (b"   \n", "filen är tom"),
        (b"%PDF-1.4\nnothing", "PDF-filen är skadad"),
        (zipped(readme=b"x"), "inget Word-dokument"),
        (b"PK\x03\x04garbage", "Word-filen är skadad"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "äldre Word"),
        (b"{\\rtf1 hej}", "RTF"),
        (b"\x89PNG\r\n" + b"\0" * 100, "bild"),
        (bytes(range(256)) * 20, "ingen text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, data)


def test_a_page_without_text_is_scanned_paper(tmp_path: Path) -> None:
    from .paper import pdf  # noqa: PLC0415

    assert "bara bilder" in refused(tmp_path, pdf([[("", False)]]))


def test_work_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namndarkivet.importers.bounded.SECONDS", 1)

    def forever() -> None:
        while True:
            pass

    with pytest.raises(ImportFileError):
        bounded(forever)


def test_work_without_measure_is_stopped() -> None:
    def greedy() -> int:
        return len(bytearray(3_000_000_000))

    with pytest.raises(ImportFileError, match="minne"):
        bounded(greedy)
