"""The archive's pages for another site generator: every page once, with its facts as front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from archives import BODY, archive, circular, decision, recommendation

from namndarkivet.export import export_pages
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import content

TITLE = 'Motion: «bättre» "vägar" # 1\\n --- {{ x }}'


def parted(file: Path) -> tuple[dict[str, Any], str]:
    """A file's front matter and what follows it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    facts: dict[str, Any] = yaml.safe_load(head)
    return facts, body


def test_every_page_is_written_once_with_its_own_html(tmp_path: Path) -> None:
    made = archive(decision(rubrik=TITLE), recommendation(), circular())
    site = Site(made)
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


def test_a_documents_text_is_written_beside_its_page_as_markdown(tmp_path: Path) -> None:
    made = archive(decision(), recommendation(body=""))
    export_pages(made, tmp_path)
    facts, body = parted(tmp_path / "beslut/habo/socialnamnden/2031/12/kalltext.md")
    assert (facts["source"], body) == ("beslut/habo/socialnamnden/2031/12-sak.md", BODY)
    assert len(list(tmp_path.rglob("kalltext.md"))) == 1


def test_the_text_of_a_document_that_was_taken_down_is_not_written(tmp_path: Path) -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    export_pages(archive(decision("Hemligt", tillbakadragen=gone)), tmp_path)
    assert [
        path for path in tmp_path.rglob("*") if path.is_file() and "Hemligt" in path.read_text(encoding="utf-8")
    ] == []
    assert (tmp_path / "beslut/habo/socialnamnden/2031/12/index.html").exists()
