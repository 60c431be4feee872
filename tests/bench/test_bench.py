"""The benchmark measures what it says: a wrong figure is worse than none."""

import sys
from pathlib import Path, PurePath

import pytest

from .command import Command, run
from .corpus import Corpus, make_corpus, subset
from .legs import archive_page
from .memory import session_members
from .report import report
from .results import Cell, Edit, FirstHit, Indexing, Results
from .serve import edited
from .sound import without_errors
from .targets import targets

SHARED = """
import os, time
block = b"x" * 60_000_000
os.fork()
os.fork()
sum(block[::4096])
time.sleep(0.6)
"""


def python(program: str) -> Command:
    return Command((sys.executable, "-c", program), Path.cwd())


def corpus(folder: Path, size: int) -> Corpus:
    """An invented one: there is no ../shared beside a temporary folder."""
    return make_corpus(folder / "repository", folder / "documents", size)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux' /proc")
def test_memory_shared_by_forked_workers_counts_once(tmp_path: Path) -> None:
    """Four processes that share 60 MB take 60 MB and what Python itself takes, not 240 MB."""
    measured = run(python(SHARED), tmp_path / "log")

    assert measured.code == 0, measured.output
    assert 60e6 < measured.peak_bytes < 110e6


def test_command_is_stopped_at_its_limit_with_its_children(tmp_path: Path) -> None:
    program = "import os, subprocess; subprocess.run(['sh', '-c', 'echo $PPID; sleep 60'])"

    stopped = run(python(program), tmp_path / "log", limit=1.0)

    assert stopped.code is None
    assert 1 <= stopped.seconds < 10
    assert session_members(int(stopped.output)) == []


def test_failed_command_keeps_its_code_and_what_it_said(tmp_path: Path) -> None:
    failed = run(python("import sys; sys.exit('så gick det')"), tmp_path / "log")

    assert (failed.code, failed.output) == (1, "så gick det\n")


def test_invented_documents_say_so_and_are_the_same_every_time(tmp_path: Path) -> None:
    first, second = corpus(tmp_path / "a", 900), corpus(tmp_path / "b", 900)

    assert first.origin == "INVENTED documents, because ../shared/corpus is missing"
    assert first.documents.decisions == second.documents.decisions
    assert len({archive_page(path) for path in first.documents.decisions}) == 900
    for path in first.documents.decisions:
        text = (first.documents.folder / path).read_text(encoding="utf-8")
        assert "Påhittat ärende" in text
        assert text == (second.documents.folder / path).read_text(encoding="utf-8")


def test_subset_is_the_first_documents_by_year_with_the_registers(tmp_path: Path) -> None:
    everything = corpus(tmp_path, 1_700).documents

    some = subset(everything, 1_650, tmp_path / "some")

    assert [path.parts[3] for path in some.decisions] == ["2031"] * 1_600 + ["2032"] * 50
    assert {path.parts[2] for path in some.decisions[:1_600]} == {"kommunfullmaktige", "kommunstyrelsen"}
    files = {path.relative_to(some.folder) for path in some.folder.rglob("*.*")}
    assert files == {*some.decisions, Path("kommuner/habo.yml")}


def test_documents_with_errors_are_left_out_and_counted(tmp_path: Path) -> None:
    given = corpus(tmp_path, 20)
    wrong = given.documents.decisions[4]
    file = str(given.documents.folder / wrong)
    check = f"import os; os.path.exists({file!r}) and print('decisions/{wrong}:7:8: fel[datum]')"

    sound = without_errors(given, python(check), tmp_path / "log")

    assert sound.documents.decisions == tuple(path for path in given.documents.decisions if path != wrong)
    assert not (given.documents.folder / wrong).exists()
    assert sound.origin.endswith("(1 left out: check finds errors in them)")


def test_documents_stay_when_too_many_are_wrong(tmp_path: Path) -> None:
    given = corpus(tmp_path, 20)
    check = f"for path in {[str(path) for path in given.documents.decisions]!r}: print(path + ':1:1: fel[datum]')"

    assert without_errors(given, python(check), tmp_path / "log") == given
    assert all((given.documents.folder / path).exists() for path in given.documents.decisions)


def test_page_in_the_archive_is_the_path_without_the_slug() -> None:
    path = PurePath("beslut/habo/kommunstyrelsen/2031/12-pahittat-arende.md")

    assert archive_page(path) == PurePath("beslut/habo/kommunstyrelsen/2031/12")


def test_edited_decisions_are_spread_over_the_archive() -> None:
    decisions = [Path(str(index)) for index in range(600)]

    assert edited(decisions) == [Path("100"), Path("300"), Path("500")]
    assert edited(decisions[:2]) == [Path("0"), Path("1")]


def cell(leg: str, size: int, seconds: float, *, peak: int = 300_000_000) -> Cell:
    return Cell(leg, size, size, (seconds + 1, seconds), 1.0, peak, size + 2, 5_000_000)


def test_targets_are_judged_on_30000_documents_alone() -> None:
    results = Results({"documents": "invented"})
    results.cells = [cell("check", 10_000, 4.0), cell("check", 30_000, 9.9, peak=10**9), cell("site", 30_000, 15.0)]
    results.cells += [cell("site", 10_000, 3.0), cell("hugo", 30_000, 10.0)]
    results.edits = [Edit("site", 10_000, 10_000, 9.0, (0.1,), 1)]
    results.indexings = [Indexing(30_000, 32_140, 40.0, 10**9, 9, 10**8, 11, 6.1, 1)]
    results.first_hits = [
        FirstHit(30_000, 32_140, "rare word (10 documents)", "påhittat", 0.5, 0.2, 500_000, 351_000),
        FirstHit(3_000, 3_000, "commonest word (3,000 documents)", "beslut", 9.0, 8.0, 1, 1),
    ]

    assert [(target.figure, target.reached) for target in targets(results)] == [
        ("9.90 s for 30,000", True),
        ("1.00 GB", False),
        ("1.50 × Hugo", True),
        ("0.30 GB", True),
        ("0.82 ×", True),
        ("1.67 ×", False),
        ("not measured", None),
        ("1.00 GB", True),
        ("6.10 s", False),
        ("0.50 s", True),
        ("351.00 kB", False),
        ("not measured", None),
    ]


def test_report_gives_seconds_ratios_memory_output_and_failures() -> None:
    results = Results({"documents": "påhittade"}, failures=["MkDocs, 1,000: exit code 1"])
    results.cells = [cell("site", 1_000, 3.0), cell("hugo", 1_000, 2.0)]
    results.edits = [Edit("hugo", 1_000, 1_000, 2.5, (0.5, 0.3, 9.0), 200_000_000)]

    text = report(results)

    assert text.partition("\n## Targets")[0] == REPORT
    assert text.endswith("\n## FAILED\n\n- MkDocs, 1,000: exit code 1")


REPORT = """\
Benchmark of Nämndarkivet: påhittade


## Wall seconds, fastest round

| documents | check | archive | Hugo | MkDocs | archive/Hugo | archive/MkDocs |
|----------:|------:|--------:|-----:|-------:|-------------:|---------------:|
|     1,000 |     – |    3.00 | 2.00 |      – |         1.50 |              – |

## Seconds per 1,000 documents

| documents | check | archive | Hugo | MkDocs |
|----------:|------:|--------:|-----:|-------:|
|     1,000 |     – |    3.00 | 2.00 |      – |

## Peak memory in MB, sum of PSS

| documents | check | archive | Hugo | MkDocs |
|----------:|------:|--------:|-----:|-------:|
|     1,000 |     – |     300 |  300 |      – |

## HTML files / MB of HTML

| documents | check |   archive |      Hugo | MkDocs |
|----------:|------:|----------:|----------:|-------:|
|     1,000 |     – | 1,002 / 5 | 1,002 / 5 |      – |

## An edit under a server, seconds

| server | documents | start to first page | edit, median |      each edit | peak MB |
|--------|----------:|--------------------:|-------------:|---------------:|--------:|
| Hugo   |     1,000 |                 2.5 |         0.50 | 0.50 0.30 9.00 |     200 |
"""
