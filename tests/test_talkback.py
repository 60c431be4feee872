"""What a pull request is told beside its problems; and the whole summary as the check writes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from archives import STEADY, Papers, archive, decision, meeting
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from test_proposed import Repository

from namndarkivet.cli import main
from namndarkivet.markup import render
from namndarkivet.review import Change, Notice
from namndarkivet.talkback import Changed, pages, proposal

SITE, RUN = "https://arkiv.example/", "https://github.com/a/b/actions/runs/7"


def test_nothing_to_look_at_is_said_in_words() -> None:
    assert proposal([], [], 0) == (
        "## Titta särskilt på\n\n"
        "Inget svar, ingen status, ingen svarstid och ingen adress ändras, och ingen text dras tillbaka.\n\n"
        "## Sidor som ändras\n\nInget dokument får en ny eller ändrad sida.\n\n"
        "## Så ser du hur det blir\n\n"
        "1. Vänta tills jobbet «Sajt» är klart. Öppna körningens sida och hämta `forhandsvisning` längst ned, under *Artifacts*. "
        "Du behöver vara inloggad på GitHub.\n"
        "2. Packa upp filen och öppna `index.html` i den uppackade mappen. Länkar mellan sidorna öppnar en mapp; välj `index.html` i den.\n\n"
        "Förhandsvisningen finns i två veckor. Finns det fel i dokumenten byggs den inte.\n"
    )


def test_what_to_look_at_and_the_pages_stand_in_tables() -> None:
    made = [Changed("Budget", "beslut/habo/socialnamnden/2031/12/", new=True), Changed("Sak", "cirkular/x/", new=False)]
    text = proposal(made, [Notice("beslut/a.md", "nytt svar på skr-2030-7: antar")], 2, SITE, RUN)
    assert "| `beslut/a.md` | nytt svar på skr-2030-7: antar |\n" in text
    assert "| utanför dokumenten | förslaget ändrar också 2\N{NO-BREAK SPACE}filer som inte är dokument" in text
    assert "| Budget | `/beslut/habo/socialnamnden/2031/12/` (ny) |\n" in text
    assert "| Sak | [/cirkular/x/](https://arkiv.example/cirkular/x/) (som den är nu) |\n" in text
    assert f"[körningens sida]({RUN}#artifacts)" in text
    assert "`beslut/habo/socialnamnden/2031/12/index.html`" in text


def test_without_the_sites_address_there_are_no_links_to_it() -> None:
    assert "| Sak | `/x/` |\n" in proposal([Changed("Sak", "x/", new=False)], [], 0)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(STEADY, max_examples=200)
def test_what_strangers_wrote_stays_text(title: str, sentence: str) -> None:
    hostile = "`a | [x](https://evil.invalid) <b>@ledare</b> ![y](z)"
    text = proposal([Changed(hostile + title, "x/", new=True)], [Notice(hostile, sentence + hostile)], 0, SITE, RUN)
    shown = "".join(render(text).pieces)
    assert not re.search(r"<(?:b|img|script)\b", shown)
    assert ">x</a>" not in shown
    assert "@ledare" not in text
    assert shown.count("<tr>") == 4


def test_the_tables_never_grow_past_what_github_takes() -> None:
    many = [Changed("t" * 100, f"beslut/{number}/", new=True) for number in range(5_000)]
    notices = [Notice("p" * 100, "x" * 100) for _ in range(5_000)]
    text = proposal(many, notices, 0, SITE, RUN)
    assert len(text.encode()) < 300_000
    assert len(re.findall(r"… och \d+ till", text)) == 2


def test_the_pages_are_those_of_the_documents_that_change() -> None:
    kept, gone, met = decision(), decision(paragraf="13"), meeting()
    changed = (
        Change(kept.path, b"", b""),
        Change(gone.path, b"", None),
        Change(met.path, None, b""),
        Change("x.pdf", None, b""),
    )
    assert list(pages(archive(kept, gone, met), changed)) == [
        Changed("Budget", "beslut/habo/socialnamnden/2031/12/", new=False),
        Changed("Sammanträde 2031-02-12", "sammantraden/habo/socialnamnden/2031-02-12/", new=True),
    ]


def test_of_a_text_that_is_taken_down_not_even_the_title_is_shown(tmp_path: Path) -> None:
    papers = Papers(tmp_path)
    papers.decision(body="", rubrik="Hemlig sak", tillbakadragen={"datum": "2031-03-01", "skäl": "personuppgifter"})
    path = "beslut/habo/socialnamnden/2031/12-budget.md"
    (page,) = pages(papers.open(), [Change(path, b"", b"")])
    assert page.title == "Tillbakadraget dokument"


def test_the_check_of_a_pull_request_writes_problems_what_to_look_at_and_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("BASE_REF", "main"), ("STEP_SUMMARY", str(tmp_path / "summary.md")), ("SERVER_URL", "https://github.com"),
                        ("REPOSITORY", "a/b"), ("RUN_ID", "7")):  # fmt: skip
        monkeypatch.setenv(f"GITHUB_{name}", value)
    monkeypatch.setenv("NAMNDARKIVET_URL", SITE)
    monkeypatch.delenv("NAMNDARKIVET_DECISIONS", raising=False)
    (tmp_path / "repo").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    repository = Repository(tmp_path / "repo")
    papers = Papers(tmp_path / "repo" / "decisions")
    papers.recommendation()
    papers.decision()
    repository.commit({})
    papers.decision(status="förslag", föreslås_till="Kommunstyrelsen")
    papers.decision(
        "beslut/habo/socialnamnden/2031/13-svar.md",
        rubrik="Svar",
        paragraf="13",
        datum="2031-02-30",
        svar=[{"rekommendation": "skr-2030-7", "ställning": "antar"}],
    )
    repository.commit({"README.md": b"x"})
    done = CliRunner().invoke(main, ["check", "--format", "github"])
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert done.exit_code == 1, done.output
    assert re.search(
        r"\| fel \| `decisions/beslut/habo/socialnamnden/2031/13-svar\.md` \| \d+ \| \[datum\]\(https://arkiv\.example/regler/datum/\) \|",
        summary,
    )
    assert "| `beslut/habo/socialnamnden/2031/12-budget.md` | status ändras från beslutat till förslag |" in summary
    assert "| `beslut/habo/socialnamnden/2031/13-svar.md` | nytt svar på skr-2030-7: antar |" in summary
    assert "| utanför dokumenten | förslaget ändrar också 1\N{NO-BREAK SPACE}fil som inte är dokument" in summary
    assert (
        "| Budget | [/beslut/habo/socialnamnden/2031/12/](https://arkiv.example/beslut/habo/socialnamnden/2031/12/)"
        in summary
    )
    assert f"[körningens sida]({RUN}#artifacts)" in summary
