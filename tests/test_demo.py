"""The invented archive of `make demo`: it holds everything that an answer can be, and nobody can take it for real."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from demo.archive import archive as invented
from demo.asked import ALL, FIRST, SECOND, TOTAL, shares
from demo.people import EDITORS, OFFICIALS, PEOPLE
from demo.plot import CONTRADICTS, EARLY, FAR, OLD
from sites import REPOSITORY, Built, build

from namndarkivet.archive import open_archive
from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Answer, Decision, Division
from namndarkivet.problem import Problem, Severity
from namndarkivet.register import municipalities
from namndarkivet.values import Position, Status

BANNER = "Påhittade exempel – inte verkliga beslut"
NOINDEX = '<meta name="robots" content="noindex, nofollow">'


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as `make demo` does."""
    command = [sys.executable, "tests/demo/make_demo.py", str(folder)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents, as the command writes them."""
    made = tmp_path_factory.mktemp("demo") / "dokument"
    done = run(made)
    assert (done.returncode, done.stderr) == (0, "")
    return made


@pytest.fixture(scope="module")
def opened(folder: Path) -> tuple[Archive, list[Problem]]:
    """The archive of the documents, and the problems in it."""
    return open_archive(folder, shown="decisions")


@pytest.fixture(scope="module")
def decisions(opened: tuple[Archive, list[Problem]]) -> tuple[Entry[Decision], ...]:
    """The decisions."""
    return tuple(opened[0].decisions)


@pytest.fixture(scope="module")
def site(folder: Path) -> Built:
    """The site of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAMNDARKIVET_DEMO", "1")
        root = folder.parent / "arkiv"
        done = build(folder, root)
    assert done.returncode == 0, done.stderr
    return Built(root, done.stderr)


def answers(decisions: tuple[Entry[Decision], ...], to: str) -> list[tuple[Entry[Decision], Answer]]:
    """The decisions with an answer to a recommendation, and it."""
    return [(entry, a) for entry in decisions for a in entry.record.answers or () if a.recommendation == to]


def slug_of(entry: Entry[Decision]) -> str:
    """The municipality's part of a decision's address."""
    return entry.id.split("/")[1]


# The documents


def test_two_runs_are_the_same_bytes_and_another_seed_is_another_archive(folder: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "again").returncode == 0
    assert files(tmp_path / "again") == files(folder)
    invented(7).write(tmp_path / "other")
    assert files(tmp_path / "other") != files(folder)


@pytest.mark.parametrize("seed", range(2))
def test_the_archive_of_any_seed_has_no_error(tmp_path: Path, seed: int) -> None:
    invented(seed).write(tmp_path)
    assert [p for p in open_archive(tmp_path, shown="decisions")[1] if p.severity is Severity.ERROR] == []


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "brev.md").write_text("Ett brev.", encoding="utf-8")
    done = run(tmp_path)
    assert (done.returncode, "inte en tom mapp" in done.stderr) == (2, True)
    assert list(files(tmp_path)) == ["brev.md"]


def test_the_check_finds_no_error(opened: tuple[Archive, list[Problem]]) -> None:
    assert [problem for problem in opened[1] if problem.severity is Severity.ERROR] == []


def test_every_municipality_has_a_register_of_four_bodies(folder: Path, opened: tuple[Archive, list[Problem]]) -> None:
    assert {path.stem for path in (folder / "kommuner").iterdir()} == set(municipalities().by_slug)
    registers = opened[0].registers.by_slug
    assert {slug: register.code for slug, register in registers.items()} == {
        slug: municipality.code for slug, municipality in municipalities().by_slug.items()
    }
    assert {len(register.bodies) for register in registers.values()} == {4}


def test_about_25_municipalities_have_no_document(decisions: tuple[Entry[Decision], ...]) -> None:
    assert 290 - len({slug_of(entry) for entry in decisions}) == 25


def test_three_recommendations_follow_on_each_other(opened: tuple[Archive, list[Problem]]) -> None:
    chain = [(e.record.replaces, e.id.split("/")[1], e.record.replaced_by) for e in opened[0].recommendations]
    first, second, third = (asked.id for asked in ALL)
    assert sorted(chain, key=lambda link: link[1]) == [
        (None, first, second),
        (first, second, third),
        (second, third, None),
    ]


def test_every_position_and_status_is_among_the_answers_to_the_first(decisions: tuple[Entry[Decision], ...]) -> None:
    found = Counter((entry.record.status, answer.position) for entry, answer in answers(decisions, FIRST.id))
    for position in Position:
        assert found[Status.DECIDED, position] >= 5, position
    statuses = {entry.record.status for entry, _ in answers(decisions, FIRST.id)}
    assert statuses == {Status.DECIDED, Status.PROPOSED, Status.REFERRED_BACK, Status.TABLED, Status.REFERRED}
    assert 0.55 < found[Status.DECIDED, Position.ADOPTS] / 290 < 0.65


def test_fewer_answer_the_second_and_few_the_third(decisions: tuple[Entry[Decision], ...]) -> None:
    held = [len({slug_of(entry) for entry, _ in answers(decisions, asked.id)}) for asked in ALL]
    assert held[0] >= 260
    assert [round(number / 290, 2) for number in held[1:]] == [0.55, 0.15]
    said = [
        {slug_of(e): a.position for e, a in answers(decisions, asked.id) if e.record.status is Status.DECIDED}
        for asked in (FIRST, SECOND)
    ]
    assert len({slug for slug in said[1] if slug in said[0] and said[0][slug] != said[1][slug]}) > 10


def test_answers_are_in_time_within_the_extended_time_late_and_undated(decisions: tuple[Entry[Decision], ...]) -> None:
    final = [e.record for e, _ in answers(decisions, FIRST.id) if e.record.status is Status.DECIDED]
    dates = [str(record.date) for record in final if record.date]
    first, last = str(FIRST.deadline), str(FIRST.closes)
    counted = [sum(d <= first for d in dates), sum(first < d <= last for d in dates), sum(d > last for d in dates)]
    assert min(counted) >= 25, counted
    undated = [record for record in final if record.date is None]
    assert len(undated) >= 10
    assert {record.year for record in undated} <= {2031, 2032}


def test_a_matter_goes_through_all_four_bodies_with_one_number(opened: tuple[Archive, list[Problem]]) -> None:
    whole = [matter for matter in opened[0].matters.values() if len(matter.steps) == 4]
    assert len(whole) >= 20
    assert {tuple(step.record.status for step in matter.steps) for matter in whole} == {
        (Status.PROPOSED, Status.PROPOSED, Status.PROPOSED, Status.DECIDED)
    }
    assert {len({step.record.registry_number for step in matter.steps}) for matter in whole} == {1}


def divisions(decisions: tuple[Entry[Decision], ...]) -> list[Division]:
    """Every counted vote."""
    return [division for entry in decisions for division in entry.record.divisions or ()]


def test_there_are_votes_with_and_without_ballots_dissents_disqualified_empty_lists_and_summaries(
    decisions: tuple[Entry[Decision], ...],
) -> None:
    assert {len(division.votes or ()) for division in divisions(decisions)} == {0, 11}
    for key in ("motions", "divisions", "dissents", "disqualified"):
        assert {bool(getattr(e.record, key)) for e in decisions if getattr(e.record, key) is not None} == {True, False}
    assert sum(entry.record.summary is not None for entry in decisions) >= 20


def test_the_shares_sum_to_the_total() -> None:
    assert (len(shares()), sum(shares().values())) == (290, TOTAL)


def test_costs_equal_the_key_differ_by_a_little_and_in_a_few_by_much(decisions: tuple[Entry[Decision], ...]) -> None:
    off = {}
    for entry, answer in answers(decisions, FIRST.id):
        if answer.cost and entry.record.status is Status.DECIDED:
            share = shares()[slug_of(entry)]
            off[slug_of(entry)] = abs(float(answer.cost.amount) - share) / share
    counted = Counter("lika" if not o else "nära" if o <= 0.05 else "långt" for o in off.values())
    assert counted["lika"] >= 60
    assert counted["nära"] >= 40
    assert counted["långt"] == 6


def test_the_planted_contradictions_are_where_the_command_says(opened: tuple[Archive, list[Problem]]) -> None:
    planted = invented().planted
    assert set(planted) == {CONTRADICTS, EARLY, FAR, OLD}
    by_path = {entry.path: entry.record for entry in opened[0].decisions}
    assert {path for paths in planted.values() for path in paths} <= set(by_path)
    pairs = list(zip(planted[CONTRADICTS][::2], planted[CONTRADICTS][1::2], strict=True))
    assert len(pairs) == 3
    matters = {step.id: matter.id for matter in opened[0].matters.values() for step in matter.steps}
    assert len({matters[e.id] for e in opened[0].decisions if e.path in planted[CONTRADICTS]}) == 6
    for one, other in ((by_path[a], by_path[b]) for a, b in pairs):
        assert (one.municipality, one.status, other.status) == (other.municipality, Status.DECIDED, Status.DECIDED)
        assert one.body != other.body
        assert one.answers
        assert other.answers
        assert one.answers[0].position is not other.answers[0].position
    (early,) = planted[EARLY]
    assert str(by_path[early].date) < str(FIRST.sent)
    last = max(str(entry.record.date) for entry, _ in answers(tuple(opened[0].decisions), FIRST.id))
    for path in planted[OLD]:
        assert by_path[path].status is Status.PROPOSED
        assert f"{int(str(by_path[path].date)[:4]) + 1}{str(by_path[path].date)[4:]}" < last


def test_the_check_warns_of_what_was_planted(opened: tuple[Archive, list[Problem]]) -> None:
    planted = invented().planted
    found: dict[str, set[str]] = defaultdict(set)
    for problem in opened[1]:
        found[problem.rule].add(problem.path.removeprefix("decisions/"))
    assert len(found["två-slutliga-svar"] & set(planted[CONTRADICTS])) >= 3
    assert found["två-slutliga-svar"] <= set(planted[CONTRADICTS])
    assert found["svar-före-rekommendation"] == set(planted[EARLY])
    assert found["kostnad-mot-nyckel"] >= set(planted[FAR])
    assert found["förslag-utan-beslut"] >= set(planted[OLD])


# Plainly invented


def test_every_name_is_on_the_list_of_invented_ones(folder: Path, decisions: tuple[Entry[Decision], ...]) -> None:
    known = {person.name for person in PEOPLE}
    named = set()
    for record in (entry.record for entry in decisions):
        named |= {m.by for m in record.motions or ()} | {d.by for d in record.dissents or ()}
        named |= {d.who for d in record.disqualified or ()}
    named |= {vote.name for division in divisions(decisions) for vote in division.votes or ()}
    assert named
    assert named - known == set()
    text = "\n".join(data.decode() for data in files(folder).values())
    assert set(re.findall(r"(\w+ \w+) \([A-ZÅÄÖ]{1,2}\)", text)) - known == set()
    assert set(re.findall(r"granskad_av: ([^,}\n]+)", text)) == {EDITORS}
    signed = {name.strip(" ']").split(",")[0] for name in re.findall(r"undertecknat_av: \['?([^\]]+)", text)}
    assert signed - set(OFFICIALS) == set()


def test_every_source_says_that_it_is_invented_and_no_address_is_a_real_one(folder: Path) -> None:
    text = {path: data.decode() for path, data in files(folder).items()}
    for path, written in text.items():
        if path.endswith(".md"):
            assert re.search(r"källa:\s+\{?titel: '?Påhittat exempel: ", written), path
    everything = "\n".join(text.values())
    assert set(re.findall(r"https?://([^/\s')]+)", everything)) == {"example.org"}
    assert set(re.findall(r"\S@([\w.-]+\w)", everything)) == {"example.org"}


def test_every_date_lies_between_2031_and_2038(folder: Path) -> None:
    years = set()
    for path, data in files(folder).items():
        if path.endswith(".md"):
            years |= {int(year) for year in re.findall(r"\b(20\d\d)-\d\d-\d\d\b", data.decode())}
    assert (min(years), max(years)) == (2031, 2038)


# The site


def framed(site: Built) -> dict[str, str]:
    """The pages that are no mere redirects, by their addresses."""
    pages = {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8") for path in site.root.rglob("*.html")
    }
    return {address: html for address, html in pages.items() if 'http-equiv="refresh"' not in html}


def test_every_page_of_the_demo_says_that_it_is_invented_and_asks_not_to_be_indexed(site: Built) -> None:
    pages = framed(site)
    assert len(pages) > 1000
    assert {"404.html", "index.html", "om/index.html"} <= set(pages)
    assert [address for address, html in pages.items() if BANNER not in html.partition("<body")[2]] == []
    assert [address for address, html in pages.items() if NOINDEX not in html.partition("</head>")[0]] == []
    assert [
        address for address, html in pages.items() if '<div class="na-demo-mark" aria-hidden="true">' not in html
    ] == []


def test_no_page_of_the_archive_itself_has_a_trace_of_it(archive_site: Built) -> None:
    pages = framed(archive_site)
    assert [address for address, html in pages.items() if "Påhittade exempel" in html or "na-demo" in html] == []
    assert [address for address, html in pages.items() if NOINDEX in html] == []
