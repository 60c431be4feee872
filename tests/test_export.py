"""The archive's pages for another site generator: every page once, with its facts as front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from archives import BODY, Papers, archive, circular, decision, recommendation

from namndarkivet.export import export_pages
from namndarkivet.index import index
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import content
from namndarkivet.trial import tried

TITLE = 'Motion: «bättre» "vägar" # 1\\n --- {{ x }}'


def parted(file: Path) -> tuple[dict[str, Any], str]:
    """A file's front matter and what follows it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    facts: dict[str, Any] = yaml.safe_load(head)
    return facts, body


def test_every_page_is_written_once_with_its_own_html(tmp_path: Path) -> None:
    made = archive(decision(rubrik=TITLE), recommendation(), circular())
    site = Site(made, tried=tried)
    assert export_pages(made, tmp_path) == len(list(addresses(site))) == len(list(tmp_path.rglob("index.html")))
    for kind, at in addresses(site):
        page = KINDS[kind].page(site, at)
        assert parted(tmp_path / at / "index.html") == (
            {
                "title": page.title,
                "description": page.description,
                "url": f"/{at}",
                "template": page.template,
                "breadcrumbs": [crumb.text for crumb in page.crumbs],
                "source": page.source,
            },
            content(site, page),
        )


def exported(papers: Papers, out: Path) -> Path:
    loaded = papers.load()
    assert loaded.problems == ()
    export_pages(index(loaded), out)
    return out


def test_a_documents_text_is_written_beside_its_page_as_markdown(tmp_path: Path) -> None:
    papers = Papers(tmp_path / "decisions")
    papers.decision()
    papers.recommendation(body="")
    out = exported(papers, tmp_path / "out")
    facts, body = parted(out / "beslut/habo/socialnamnden/2031/12/kalltext.md")
    assert (facts["source"], body) == ("beslut/habo/socialnamnden/2031/12-budget.md", BODY)
    assert len(list(out.rglob("kalltext.md"))) == 1


def unpacked(path: Path) -> bytes:
    """What a file says, also when it is packed."""
    if path.suffix != ".zip":
        return path.read_bytes()
    with ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def test_the_text_of_a_document_that_was_taken_down_is_not_written(tmp_path: Path) -> None:
    papers = Papers(tmp_path / "decisions")
    papers.decision(body="Hemligt", tillbakadragen={"datum": "2031-03-01", "skäl": "personuppgifter"})
    out = tmp_path / "out"
    export_pages(index(papers.load()), out)  # the check says that the text is still in the file
    assert [path for path in out.rglob("*") if path.is_file() and b"Hemligt" in unpacked(path)] == []
    assert (out / "beslut/habo/socialnamnden/2031/12/index.html").exists()


def test_former_addresses_and_attachments_come_along(tmp_path: Path) -> None:
    papers = Papers(tmp_path / "decisions")
    papers.decision(
        tidigare_id=["beslut/habo/socialnamnden/2031/11"], underlag=[{"rubrik": "Bilaga", "fil": "bilaga.pdf"}]
    )
    papers.write("beslut/habo/socialnamnden/2031/bilaga.pdf", b"%PDF")
    out = exported(papers, tmp_path / "out")
    facts, _ = parted(out / "beslut/habo/socialnamnden/2031/11/index.html")
    assert facts == {"url": "/beslut/habo/socialnamnden/2031/11/", "redirect_to": "/beslut/habo/socialnamnden/2031/12/"}
    assert (out / "beslut/habo/socialnamnden/2031/12/bilaga.pdf").read_bytes() == b"%PDF"
