"""PDF files whose objects are made to harm: each ends in one sentence, within its bounds."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from .harm import refused

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F1 12 Tf 10 10 Td (x) Tj ET "


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, offsets = b"%PDF-1.5\n", []
    for number, written in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + xref + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))


def page(resources: bytes = b"") -> bytes:
    """A page with the contents of object 5."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> %s >> /Contents 5 0 R >>"
        % resources
    )


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """A stream with more keys of its own."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def form(calls: bytes, named: int) -> bytes:
    """A form that does what `calls` says with /X, which is object `named`."""
    inner = b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 4 0 R >> /XObject << /X %d 0 R >> >>"
    return stream(calls, inner % named)


def unpacked_without_end() -> bytes:
    """A page of 300 MB in a file of less than one."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(TEXT * 100_000) for _ in range(100)) + packer.flush()
    return pdf(CATALOG, ONE_PAGE, page(), FONT, stream(data, b"/Filter /FlateDecode"))


def forms_within_forms() -> bytes:
    """Ten forms in each form, 28 deep: the billion laughs of PDF."""
    forms = [form(b"/X Do " * 10, number + 1) for number in range(6, 33)]
    return pdf(CATALOG, ONE_PAGE, page(b"/XObject << /X 6 0 R >>"), FONT, stream(b"/X Do"), *forms, stream(TEXT))


def form_of_itself() -> bytes:
    """A form that draws itself twice."""
    holds = page(b"/XObject << /X 6 0 R >>")
    return pdf(CATALOG, ONE_PAGE, holds, FONT, stream(b"/X Do"), form(b"/X Do /X Do " + TEXT, 6))


@pytest.mark.parametrize("made", [unpacked_without_end, forms_within_forms, form_of_itself])
def test_contents_without_end_stop_at_the_bound_on_memory(
    made: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("namndarkivet.importers.bounded.MEMORY", 1_000_000_000)
    assert callable(made)
    data = made()
    assert len(data) < 1_000_000
    assert "minne" in refused(tmp_path, data)


def test_a_tree_of_pages_deeper_than_any_is_damage(tmp_path: Path) -> None:
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1) for n in range(2, 20_000)]
    assert "skadad" in refused(tmp_path, pdf(CATALOG, *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"))


def test_a_tree_that_holds_itself_is_damage(tmp_path: Path) -> None:
    tree = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>"
    assert "skadad" in refused(tmp_path, pdf(CATALOG, tree, page(), FONT, stream(TEXT)))


def test_more_pages_than_minutes_have_are_counted_and_not_read(tmp_path: Path) -> None:
    tree = b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % (b"3 0 R " * 100_000)
    assert "100000 sidor" in refused(tmp_path, pdf(CATALOG, tree, page(), FONT, stream(TEXT)))
