"""The archive while it is served: what changes on disk shows at the next request, and errors show in the browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from archives import BODY, Papers, PlainFrames
from watchdog.events import (
    DirDeletedEvent,
    DirModifiedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from namndarkivet import serve
from namndarkivet.archive import check_and_index
from namndarkivet.pages import Site
from namndarkivet.serve import Served

PAGE = "beslut/habo/socialnamnden/2031/12/"
YEAR = "kommuner/habo/socialnamnden/2031/"
FILE = "beslut/habo/socialnamnden/2031/12-budget.md"


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    """A folder with one decision."""
    made = Papers(tmp_path / "decisions")
    made.decision()
    return made


def serving(papers: Papers) -> Served:
    """The folder, read and served."""
    loaded = papers.load()
    archive, problems = check_and_index(loaded, "decisions")
    served = Served(loaded, "decisions", Site(archive), problems)
    served.frames = PlainFrames()
    return served


def page(served: Served, at: str = PAGE) -> str:
    """The page at an address as it is now; "" where the archive has none."""
    return (served.version.html(at, PlainFrames()) or b"").decode()


def test_an_edited_document_shows_its_new_text_on_its_page_and_in_lists(papers: Papers) -> None:
    served = serving(papers)
    assert "godkänner budgeten" in page(served)
    before = served.version
    file = papers.decision(rubrik="Ny rubrik", body=BODY.replace("godkänner", "avslår"))
    served.refresh([file])
    assert "avslår budgeten" in page(served)
    assert "godkänner budgeten" not in page(served)
    assert "Ny rubrik" in page(served, YEAR)
    assert "godkänner budgeten" in (before.html(PAGE, PlainFrames()) or b"").decode(), "a version does not change"


def test_a_broken_document_shows_its_problem_on_every_page_of_the_archive_and_recovers_when_mended(
    papers: Papers,
) -> None:
    served = serving(papers)
    whole = page(served)
    file = papers.decision(status="antagen")
    served.refresh([file])
    for at in (PAGE, YEAR, "", "beslut/", "beslut/habo/socialnamnden/2031/99/"):
        html = page(served, at)
        assert "Fel i dokumenten" in html
        assert f"decisions/{FILE}" in html
        assert "rad 5" in html
        assert "är inget av de värden som finns" in html
    assert page(served, "om/") == ""
    served.refresh([papers.decision()])
    assert page(served) == whole
    assert served.version.errors == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\nrubrik: [\n---\n",
        b"\xff\xfe",
        "---\na: &a [*a]\n---\n",
        "---\nrubrik: <script>alert(1)</script>\n---\n",
    ],
)
def test_a_document_that_cannot_be_read_shows_its_problem_and_recovers(papers: Papers, text: str | bytes) -> None:
    served = serving(papers)
    served.refresh([papers.write(FILE, text)])
    assert "Fel i dokumenten" in page(served)
    assert "<script>" not in page(served)
    served.refresh([papers.decision()])
    assert "godkänner budgeten" in page(served)


def test_a_new_document_has_its_page_and_stands_in_lists(papers: Papers) -> None:
    served = serving(papers)
    assert page(served, "beslut/habo/socialnamnden/2031/13/") == ""
    file = papers.decision(
        "beslut/habo/socialnamnden/2031/13-skola.md", paragraf="13", rubrik="Skolan", body=f"{BODY}\nSe § 12."
    )
    served.refresh([file])
    assert "Skolan" in page(served, "beslut/habo/socialnamnden/2031/13/")
    assert "Skolan" in page(served, YEAR)
    assert "Nämns i" in page(served)


def test_a_deleted_document_has_no_page_and_its_problems_are_gone(papers: Papers) -> None:
    other = papers.decision("beslut/habo/socialnamnden/2031/13-skola.md", paragraf="13", status="antagen")
    served = serving(papers)
    assert "Fel i dokumenten" in page(served)
    other.unlink()
    served.refresh([other])
    assert (page(served, "beslut/habo/socialnamnden/2031/13/"), served.version.errors) == ("", [])
    assert "godkänner budgeten" in page(served)


def test_a_renamed_document_keeps_its_address(papers: Papers) -> None:
    served = serving(papers)
    old, new = papers.root / FILE, papers.root / FILE.replace("budget", "budgeten")
    old.rename(new)
    served.refresh([old, new])
    assert "godkänner budgeten" in page(served)
    assert served.loaded.paths == (FILE.replace("budget", "budgeten"), "kommuner/habo.yml")


def test_a_document_that_moves_leaves_a_way_from_its_old_address(papers: Papers) -> None:
    served = serving(papers)
    (papers.root / FILE).unlink()
    new = papers.decision(FILE.replace("12", "14"), paragraf="14", tidigare_id=[PAGE.rstrip("/")])
    served.refresh([papers.root / FILE, new])
    assert 'url=../../../../../beslut/habo/socialnamnden/2031/14/"' in page(served)
    assert "godkänner budgeten" in page(served, PAGE.replace("12", "14"))


def test_a_folder_that_goes_takes_its_documents_with_it(papers: Papers) -> None:
    served = serving(papers)
    (papers.root / "beslut").rename(papers.root.parent / "bort")
    served.refresh([papers.root / "beslut"])
    assert (page(served), served.loaded.paths) == ("", ("kommuner/habo.yml",))


def test_an_edited_register_shows_on_its_pages_and_in_problems(papers: Papers) -> None:
    served = serving(papers)
    register = papers.root / "kommuner/habo.yml"
    right = register.read_text(encoding="utf-8")
    register.write_text(right.replace("namn: Socialnämnden,", "namn: Omsorgsnämnden,"), encoding="utf-8")
    served.refresh([register])
    assert "Socialnämnden" in page(served)
    assert "Fel i dokumenten" in page(served)
    register.write_text(right, encoding="utf-8")
    served.refresh([register])
    assert "godkänner budgeten" in page(served)


@pytest.mark.parametrize("name", ["README.md", ".12-budget.md.swp", "beslut/.git/x.md", ".#12-budget.md"])
def test_what_editors_leave_behind_is_no_document(papers: Papers, name: str) -> None:
    served = serving(papers)
    served.refresh([papers.write(name, "inget dokument")])
    assert served.version.errors == []
    assert served.loaded.paths == papers.load().paths


def test_a_file_outside_the_folder_changes_nothing(papers: Papers, tmp_path: Path) -> None:
    served = serving(papers)
    outside = tmp_path / "annat.md"
    outside.write_text("inget dokument", encoding="utf-8")
    served.refresh([outside])
    assert (served.version.errors, served.loaded.paths) == ([], papers.load().paths)


def test_what_was_read_again_is_what_would_be_read_anew(papers: Papers) -> None:
    served = serving(papers)
    changed = [
        papers.decision("beslut/habo/socialnamnden/2031/2-a.md", paragraf="2", status="antagen"),
        papers.decision("beslut/habo/kommunstyrelsen/2031/3-b.md", paragraf="3", organ="Kommunstyrelsen"),
        papers.recommendation(),
        papers.root / FILE,
    ]
    (papers.root / FILE).unlink()
    served.refresh(changed)
    anew = papers.load()
    assert served.loaded.paths == anew.paths
    assert served.loaded.entries == tuple(sorted(anew.entries, key=lambda entry: entry.path))
    assert sorted(served.loaded.problems) == sorted(anew.problems)


# Through the server.


class Server:
    """What of MkDocs' server is used."""

    mount_path = "/arkiv/"
    _visible_epoch = 7

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What MkDocs itself answers."""
        start_response("404 Not Found", [])
        return [b"mkdocs: ", environ["PATH_INFO"].encode()]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return content + f"<script>{epoch}</script>".encode()


def asked(served: Served, path: str) -> tuple[str, bytes]:
    """What is answered when a path is asked for."""
    said: list[str] = []

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        said.append(status)
        said.extend(value for name, value in headers if name == "Content-Length")

    encoded = path.encode().decode("latin-1")
    body = b"".join(served.app(Server())({"PATH_INFO": encoded}, start))
    assert said[1:] in ([], [str(len(body))])
    return said[0], body


@pytest.mark.parametrize("path", [f"/arkiv/{PAGE}", f"/arkiv/{PAGE}index.html", "/arkiv/", "/arkiv/index.html"])
def test_the_server_answers_with_the_archives_pages_and_what_makes_them_reload(papers: Papers, path: str) -> None:
    status, body = asked(serving(papers), path)
    assert status == "200 OK"
    assert b"Habo" in body
    assert body.endswith(b"<script>7</script>")


@pytest.mark.parametrize("path", ["/arkiv/om/", "/arkiv/assets/a.css", "/annat/", "/", f"/{PAGE}", "/arkiv/åäö/"])
def test_everything_else_is_for_mkdocs_to_answer(papers: Papers, path: str) -> None:
    status, body = asked(serving(papers), path)
    assert (status, body[:8]) == ("404 Not Found", b"mkdocs: ")


def test_before_there_are_frames_everything_is_for_mkdocs_to_answer(papers: Papers) -> None:
    served = serving(papers)
    served.frames = None
    assert asked(served, f"/arkiv/{PAGE}")[0] == "404 Not Found"


def test_a_file_beside_a_document_is_served_beside_its_page_and_no_other_file_is(papers: Papers) -> None:
    papers.write("beslut/habo/socialnamnden/2031/bilaga.pdf", b"%PDF")
    papers.write("beslut/habo/socialnamnden/hemlig.pdf", b"%PDF")
    served = serving(papers)
    assert asked(served, f"/arkiv/{PAGE}bilaga.pdf") == ("200 OK", b"%PDF")
    for name in ("12-budget.md", "../hemlig.pdf", "../../../../kommuner/habo.yml", "annan.pdf"):
        assert asked(served, f"/arkiv/{PAGE}{name}")[0] == "404 Not Found", name


@pytest.mark.parametrize(
    ("event", "noted"),
    [
        (FileClosedEvent("/a.md"), {"/a.md"}),
        (FileMovedEvent("/a.md", "/b.md"), {"/a.md", "/b.md"}),
        (DirDeletedEvent("/beslut"), {"/beslut"}),
        (DirModifiedEvent("/beslut"), set()),
        (FileOpenedEvent("/a.md"), set()),
        (FileClosedNoWriteEvent("/a.md"), set()),
    ],
)
def test_what_changes_a_file_is_noted_and_what_only_reads_one_is_not(
    papers: Papers, event: FileSystemEvent, noted: set[str]
) -> None:
    served = serving(papers)
    serve._Watch(served).dispatch(event)  # noqa: SLF001 - the observer calls it so
    assert {str(path) for path in served.changed} == noted
