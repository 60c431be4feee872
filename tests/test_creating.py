"""`namndarkivet new`: by options alone, in conversation, and with both ends of a link."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from archives import Papers
from click.testing import CliRunner, Result

from namndarkivet import creating
from namndarkivet.cli import main

PLACE = "beslut/habo/socialnamnden/2031"
LEAST = {
    "--rubrik": "Budget: «2032» #1",
    "--kommun": "Habo",
    "--organ": "Socialnämnden",
    "--status": "beslutat",
    "--datum": "2031-02-12",
    "--paragraf": "13",
    "--källa.titel": "Protokoll",
}


def new(*arguments: str, typed: str | bytes = "") -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["new", *arguments], input=typed)


def least(**changed: str | None) -> list[str]:
    """The options that a decision needs; one that is None is left out."""
    given = {**LEAST, **{f"--{name}": value for name, value in changed.items()}}
    return ["beslut", *(word for name, value in given.items() if value is not None for word in (name, value))]


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """An archive that knows Habo, and nobody at the terminal."""
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path / "decisions"))
    monkeypatch.setattr(creating, "at_terminal", lambda: False)
    return Papers(tmp_path / "decisions")


@pytest.fixture
def talking(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """The same, with somebody at the terminal."""
    monkeypatch.setattr(creating, "at_terminal", lambda: True)
    return papers


def files(papers: Papers) -> dict[str, bytes]:
    """Every file of the archive, hidden ones too."""
    return {
        path.relative_to(papers.root).as_posix(): path.read_bytes() for path in papers.root.rglob("*") if path.is_file()
    }


def text(tmp_path: Path, words: str = "## Beslut\n\nNämnden antar budgeten.\n") -> str:
    """A file with the text of a decision."""
    path = tmp_path / "text.txt"
    path.write_text(words, encoding="utf-8")
    return str(path)


# By options alone.


def test_options_alone_make_a_document_that_passes_the_check(papers: Papers, tmp_path: Path) -> None:
    papers.recommendation()
    done = new(
        *least(),
        *("--reservationer", "-", "--ämnen", "skola", "--ämnen", "vård", "--källa.hämtad", "2031-03-01"),
        *("--svar", "{rekommendation: skr-2030-7, ställning: antar, kostnad: {belopp: 9500, per: år}}"),
        *("--text", text(tmp_path)),
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{PLACE}/13-budget-2032-1.md\nInga fel.\n")
    assert files(papers)[f"{PLACE}/13-budget-2032-1.md"].decode() == (
        '---\nrubrik: "Budget: «2032» #1"\nkommun: Habo\norgan: Socialnämnden\nstatus: beslutat\ndatum: 2031-02-12\n'
        "paragraf: 13\nsvar:\n  - rekommendation: skr-2030-7\n    ställning: antar\n    kostnad:\n      belopp: 9500\n"
        "      per: år\nreservationer: []\nkälla:\n  titel: Protokoll\n  hämtad: 2031-03-01\nämnen:\n  - skola\n  - vård\n---\n"
        "\n## Beslut\n\nNämnden antar budgeten.\n"
    )
    checked = CliRunner().invoke(main, ["check", str(papers.root)])
    assert (checked.exit_code, checked.stdout) == (0, "Inga fel.\n")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (
            ["cirkulär", "--rubrik", "Längre tid", "--avsändare", "SKR", "--slag", "brev", "--datum", "2030-11-20",
             "--rekommendation", "skr-2030-7", "--ändrar.svarstid", "2031-04-30", "--mottagare", "Kommunerna"],
            "cirkular/skr/2030/2030-11-20-langre-tid.md",
        ),
        (
            ["rekommendation", "--rubrik", "Stöd", "--avsändare", "SKR", "--datum", "2033-01-10", "--nummer", "1/2033",
             "--riktas-till", "kommuner", "--period.från", "2034", "--period.till", "2035"],
            "rekommendationer/skr-2033-1.md",
        ),
        (
            ["sammantrade", "--kommun", "Habo", "--organ", "Socialnämnden", "--datum", "2031-02-12", "--justerare", "Ada Ett"],
            f"{PLACE}/2031-02-12-sammantrade.md",
        ),
    ],
)  # fmt: skip
def test_each_kind_of_document_passes_the_check(
    papers: Papers, tmp_path: Path, arguments: list[str], path: str
) -> None:
    papers.recommendation()
    body = [] if "sammantrade" in path else ["--text", text(tmp_path, "Tiden blir längre.\n")]
    done = new(*arguments, "--källa.titel", "Källan", *body)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "Inga fel."), done.output
    assert path in files(papers)
    assert [problem.rule for problem in papers.problems()] == []


def test_what_is_missing_is_told_in_one_sentence_and_nothing_is_written(papers: Papers) -> None:
    before = files(papers)
    done = new(*least(organ=None, datum=None, **{"källa.titel": None}))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == (
        "Kommandot är felskrivet: uppgifter som måste finnas saknas: --organ, --datum och --källa.titel"
    )
    assert files(papers) == before


def test_without_a_kind_and_a_terminal_the_kinds_are_told(papers: Papers) -> None:
    done = new()
    assert done.exit_code == 2
    assert "säg vad som ska skrivas: beslut, cirkulär, rekommendation och sammanträde" in done.stderr
    assert "menade du «beslut»" in new("beslutt").stderr
    assert files(papers).keys() == {"kommuner/habo.yml"}


def test_a_year_is_enough_where_the_day_is_not_known(papers: Papers, tmp_path: Path) -> None:
    assert new(*least(datum=None, år="2031"), "--text", text(tmp_path)).exit_code == 0
    assert b"\xc3\xa5r: 2031\n" in files(papers)[f"{PLACE}/13-budget-2032-1.md"]


def test_without_a_text_there_are_headings_to_fill_in_and_the_check_says_so(papers: Papers) -> None:
    done = new(*least())
    assert done.exit_code == 1
    assert "fel[utan-att-sats]" in done.stdout
    assert "Öppna filen och klistra in källans text under rubrikerna." in done.stdout
    assert files(papers)[f"{PLACE}/13-budget-2032-1.md"].endswith(b"---\n\n## Beslut\n\n\n## Sammanfattning\n")


def test_the_text_may_be_sent_in(papers: Papers) -> None:
    done = new(*least(), "--text", "-", typed="\ufeff## Beslut\r\n\r\nJa.\r\n---\r\nNej.".encode())
    assert done.exit_code == 0, done.output
    assert files(papers)[f"{PLACE}/13-budget-2032-1.md"].endswith(b"---\n\n## Beslut\n\nJa.\n---\nNej.\n")


@pytest.mark.parametrize(("data", "says"), [(b"\xe5", "är inte UTF-8"), (None, "finns inte")])
def test_a_text_that_cannot_be_read_is_told(papers: Papers, tmp_path: Path, data: bytes | None, says: str) -> None:
    file = tmp_path / "text.txt"
    if data is not None:
        file.write_bytes(data)
    done = new(*least(), "--text", str(file))
    assert (done.exit_code, says in done.stderr) == (2, True)
    assert files(papers).keys() == {"kommuner/habo.yml"}


@pytest.mark.parametrize("name", ["13-budget-2032-1.md", "13-annan-rubrik.md"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_paragraph_that_is_there_already_is_never_written_over(
    papers: Papers, tmp_path: Path, name: str, *, broken: bool
) -> None:
    if broken:
        papers.write(f"{PLACE}/{name}", "inget huvud")
    else:
        papers.decision(f"{PLACE}/{name}", paragraf="13")
    before = files(papers)
    done = new(*least(), "--text", text(tmp_path))
    assert done.exit_code == 1
    assert "Beslut/habo/socialnamnden/2031/13 finns redan: " in done.stderr
    assert files(papers) == before


def test_the_words_of_the_files_name_may_be_chosen(papers: Papers, tmp_path: Path) -> None:
    new(*least(), "--kort-rubrik", "Årets plan", "--text", text(tmp_path))
    assert f"{PLACE}/13-arets-plan.md" in files(papers)


def test_a_body_that_is_not_in_the_register_is_written_and_the_check_says_so(papers: Papers, tmp_path: Path) -> None:
    done = new(*least(organ="Barnnämnden"), "--text", text(tmp_path))
    assert (done.exit_code, "fel[okänt-organ]" in done.stdout) == (1, True)
    assert "beslut/habo/barnnamnden/2031/13-budget-2032-1.md" in files(papers)


def test_other_documents_problems_are_not_this_ones(papers: Papers, tmp_path: Path) -> None:
    papers.decision(organ="Barnnämnden")
    assert new(*least(), "--text", text(tmp_path)).exit_code == 0


def test_a_folder_that_leads_out_of_the_archive_is_not_written_in(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "ute").mkdir()
    (papers.root / "beslut").symlink_to(tmp_path / "ute")
    done = new(*least(), "--text", text(tmp_path))
    assert (done.exit_code, "är en länk ut ur arkivet" in done.stderr) == (1, True)
    assert list((tmp_path / "ute").iterdir()) == []


def test_without_an_archive_the_folder_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path / "ingen"))
    done = new(*least(), "--text", text(tmp_path))
    assert (done.exit_code, "stå i arkivets mapp" in done.stderr) == (2, True)


def test_help_shows_what_each_kind_has_by_itself() -> None:
    done = CliRunner().invoke(main, ["new", "--help"])
    titles = re.findall(r"^(\S.*):$", done.stdout, re.MULTILINE)
    assert titles[:2] == ["Vad som ska skrivas", "Uppgifter: alla sorter"]
    assert {f"Uppgifter: {kind}" for kind in ("beslut", "cirkulär", "rekommendation", "sammanträde")} <= set(titles)


# Both ends of a link.


def first_step(papers: Papers) -> Path:
    """A proposal with a comment, an order of its own and a body with dashes, to the byte."""
    return papers.write(
        f"{PLACE}/12-budget.md",
        "---\n# vår anteckning\nparagraf: 12\nrubrik: >-\n  Budget\n  2032\nkommun: Habo\norgan: Socialnämnden\n"
        "föreslås_till: Kommunstyrelsen\nstatus: förslag\ndatum: 2031-02-12\ndiarienummer: 'SN 2031/45'\nkälla: {titel: P}\n---\n"
        "## Förslag till beslut\n\nBudgeten antas.  \n\n---\nkälla: inte här\n",
    )


NEXT = (
    "--nästa",
    f"{PLACE}/12",
    "--status",
    "beslutat",
    "--datum",
    "2031-03-20",
    "--paragraf",
    "40",
    "--källa.titel",
    "P",
)


def test_a_next_step_takes_over_the_matter_and_changes_one_line_of_the_step_before(
    papers: Papers, tmp_path: Path
) -> None:
    file = first_step(papers)
    before = file.read_bytes().split(b"\n")
    done = new(*NEXT, "--text", text(tmp_path))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Övertaget från dokumentet före: rubrik, kommun, organ och diarienummer." in done.stdout
    after = file.read_bytes().split(b"\n")
    line = "nästa: beslut/habo/kommunstyrelsen/2031/40".encode()
    assert after.count(line) == 1
    after.remove(line)
    assert after == before
    archive = papers.open()
    matter = archive.matter_of["beslut/habo/kommunstyrelsen/2031/40"]
    assert [step.id for step in matter.steps] == [f"{PLACE}/12", "beslut/habo/kommunstyrelsen/2031/40"]
    assert matter.steps[1].record.title == "Budget 2032"


def test_what_is_taken_over_may_be_given_or_left_out(papers: Papers, tmp_path: Path) -> None:
    first_step(papers)
    done = new(*NEXT, "--organ", "Kommunfullmäktige", "--diarienummer", "", "--text", text(tmp_path))
    assert done.exit_code == 0, done.output
    (made,) = (data for path, data in files(papers).items() if path.startswith("beslut/habo/kommunfullmaktige/2031/40"))
    assert b"diarienummer" not in made
    matter = papers.open().matter_of[f"{PLACE}/12"]
    assert len(matter.steps) == 2


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--nästa", f"{PLACE}/13"], f"det finns inget dokument «{PLACE}/13»; menade du «{PLACE}/12»?"),
        (["--nästa", "skr-2030-7"], "«skr-2030-7» är inget beslut"),
        (["cirkulär", "--nästa", f"{PLACE}/12"], "--nästa gäller bara beslut"),
        (["--ersätter", "skr-2030-8"], "det finns inget dokument «skr-2030-8»; menade du «skr-2030-7»?"),
        (["--ersätter", f"{PLACE}/12"], "är ingen rekommendation"),
        (["beslut", "--ersätter", f"{PLACE}/12"], "beslut har ingen uppgift «ersätter»"),
    ],
)
def test_a_link_to_the_wrong_thing_is_told_and_nothing_is_written(papers: Papers, given: list[str], says: str) -> None:
    first_step(papers)
    papers.recommendation()
    before = files(papers)
    done = new(*given)
    assert (done.exit_code, says in done.stderr) == (2, True), done.stderr
    assert files(papers) == before


def test_a_recommendation_that_replaces_another_is_named_by_it_in_one_line(papers: Papers, tmp_path: Path) -> None:
    old = papers.recommendation(ämnen=["socialtjänst"])
    before = old.read_text(encoding="utf-8").split("\n")
    done = new(
        *("--ersätter", "skr-2030-7", "--rubrik", "Stöd", "--avsändare", "SKR", "--datum", "2034-01-10", "--nummer", "2/2034"),
        *("--riktas-till", "kommuner", "--källa.titel", "M", "--text", text(tmp_path, "Kommunerna rekommenderas.\n")),
    )  # fmt: skip
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "Inga fel."), done.output
    after = old.read_text(encoding="utf-8").split("\n")
    after.remove("ersätts_av: skr-2034-2")
    assert after == before
    archive = papers.open()
    made = archive.recommendation("skr-2034-2")
    assert made is not None
    assert (made.record.replaces, made.record.subjects) == ("skr-2030-7", ("socialtjänst",))
    assert papers.problems() == []


def test_a_document_whose_other_end_takes_no_line_is_not_written_at_all(papers: Papers, tmp_path: Path) -> None:
    papers.write(
        f"{PLACE}/12-budget.md",
        "---\n{rubrik: Budget, kommun: Habo, organ: Socialnämnden, status: beslutat, datum: 2031-02-12, paragraf: 12, källa: {titel: P}}\n---\n## Beslut\n\nJa.\n",
    )
    before = files(papers)
    done = new(*NEXT, "--organ", "Kommunstyrelsen", "--text", text(tmp_path))
    assert done.exit_code == 2
    assert "skriv den själv: nästa: beslut/habo/kommunstyrelsen/2031/40" in done.stderr
    assert files(papers) == before


# In conversation.


def typed(*answers: str) -> str:
    """Lines as they are typed."""
    return "".join(f"{answer}\n" for answer in answers)


def test_a_conversation_makes_a_document_that_passes_the_check(talking: Papers, tmp_path: Path) -> None:
    answers = ("1", "Budget", "Habo", "1", "1", "igår", "2031-02-12", "13", "Protokoll", "", "", "", "", "8", "-", "")
    done = new(typed=typed(*answers, "ingen.txt", text(tmp_path)))
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "Inga fel."), done.output
    assert "är inget datum; skriv ÅÅÅÅ-MM-DD" in done.stdout
    assert "ingen.txt finns inte" in done.stdout
    assert b"reservationer: []\n" in files(talking)[f"{PLACE}/13-budget.md"]


def test_only_what_is_missing_is_asked_for(talking: Papers, tmp_path: Path) -> None:
    done = new(*least(paragraf=None), "--text", text(tmp_path), typed=typed("13", ""))
    assert done.exit_code == 0, done.output
    assert "Rubrik: " not in done.stdout
    assert f"{PLACE}/13-budget-2032-1.md" in files(talking)


def test_what_is_whole_is_not_talked_about(talking: Papers, tmp_path: Path) -> None:
    assert new(*least(), "--text", text(tmp_path)).exit_code == 0
    assert len(files(talking)) == 2


def test_a_next_step_is_offered_what_is_taken_over(talking: Papers, tmp_path: Path) -> None:
    first_step(talking)
    answers = ("", "", "", "1", "2031-03-20", "40", "P", "", "", "", "", "", "", text(tmp_path))
    done = new("--nästa", f"{PLACE}/12", typed=typed(*answers))
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "Inga fel."), done.output
    assert "Enter: Kommunstyrelsen    punkt: lämna bort" in done.stdout
    assert len(talking.open().matter_of[f"{PLACE}/12"].steps) == 2


def test_a_stop_by_hand_ends_with_a_sentence_and_writes_nothing(
    talking: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(talking)
    asked = iter(["1", "Budget"])

    def stopped(*_: object, **__: object) -> str:
        try:
            return next(asked)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("click.termui.visible_prompt_func", stopped)
    done = new()
    assert (done.exit_code, done.stderr.strip()) == (130, "Avbrutet. Inget är skrivet.")
    assert files(talking) == before


def test_the_end_of_what_is_typed_is_a_stop_by_hand(talking: Papers) -> None:
    done = new(typed=typed("1", "Budget"))
    assert (done.exit_code, done.stderr.strip()) == (130, "Avbrutet. Inget är skrivet.")
    assert files(talking).keys() == {"kommuner/habo.yml"}


def test_answers_are_shown_when_they_cannot_be_written(talking: Papers) -> None:
    talking.decision(f"{PLACE}/13-budget.md", paragraf="13")
    answers = ("Budget", "Habo", "1", "1", "2031-02-12", "13", "Protokoll", "", "", "", "", "", "")
    done = new("beslut", typed=typed(*answers))
    assert done.exit_code == 1
    assert "Dina svar:\n\n---\nrubrik: Budget\n" in done.stdout
    assert "finns redan: " in done.stderr


def test_answers_are_shown_when_the_other_end_takes_no_line(talking: Papers, tmp_path: Path) -> None:
    talking.write(
        f"{PLACE}/12-budget.md",
        "---\n{rubrik: Budget, kommun: Habo, organ: Socialnämnden, status: beslutat, datum: 2031-02-12, paragraf: 12, källa: {titel: P}}\n---\n## Beslut\n\nJa.\n",
    )
    answers = ("", "", "Kommunstyrelsen", "1", "2031-03-20", "40", "P", "", "", "", "", "", text(tmp_path))
    done = new("--nästa", f"{PLACE}/12", typed=typed(*answers))
    assert done.exit_code == 1, done.output
    assert "Dina svar:\n\n---\nrubrik: Budget\n" in done.stdout
    assert "skriv den själv: nästa: beslut/habo/kommunstyrelsen/2031/40" in done.stderr


def test_a_disk_that_refuses_is_told_with_the_text_that_was_not_written(
    papers: Papers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(creating, "write_whole", full)
    done = new(*least(), "--text", text(tmp_path))
    assert done.exit_code == 1
    assert done.stderr.startswith("---\nrubrik: ")
    assert "Det gick inte att skriva" in done.stderr
    assert files(papers).keys() == {"kommuner/habo.yml"}


def test_a_stop_while_the_archive_is_read_is_told_too(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(creating, "load", stopped)
    done = new(*least())
    assert (done.exit_code, done.stderr.strip()) == (130, "Avbrutet. Inget är skrivet.")
    assert files(papers).keys() == {"kommuner/habo.yml"}


def test_someone_is_asked_only_at_a_terminal() -> None:
    with open(os.devnull, encoding="utf-8") as nothing, pytest.MonkeyPatch.context() as patch:  # noqa: PTH123
        patch.setattr("sys.stdin", nothing)
        assert not creating.at_terminal()
