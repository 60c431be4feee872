"""A document that was taken down keeps where it stood and nothing of what it said."""

from __future__ import annotations

from pathlib import Path

from namndarkivet.archive import open_archive
from namndarkivet.redaction import GONE

DOCUMENT = """---
rubrik: Hemlig rubrik
kommun: Habo
organ: Socialnämnden
status: beslutat
datum: 2031-02-12
paragraf: 12
ärende: Hemligt ärende
expedieras: [Hemlig mottagare]
ämnen: [hemligt]
anmärkningar: [Hemlig anmärkning]
källa: {titel: Hemlig källa}
tillbakadragen: {datum: 2031-03-01, skäl: personuppgifter}
---
"""
REGISTER = 'kommunkod: "0643"\norgan: [{namn: Socialnämnden, slag: nämnd}]\n'


def test_only_where_a_withdrawn_document_stood_is_left_in_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "beslut/habo/socialnamnden/2031/12-beslut.md"
    path.parent.mkdir(parents=True)
    path.write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "kommuner").mkdir()
    (tmp_path / "kommuner/habo.yml").write_text(REGISTER, encoding="utf-8")
    archive, problems = open_archive(tmp_path, shown="decisions")
    (entry,) = archive.decisions
    assert problems == []
    assert (entry.record.title, entry.record.paragraph, str(entry.record.date)) == (GONE, "12", "2031-02-12")
    assert "emlig" not in repr(entry)
    assert (list(archive.matters), list(archive.subjects)) == ([], [])
