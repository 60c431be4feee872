"""Drafts into files: never over another draft, another §, another meeting or an editor's work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from namndarkivet.importers.drafts import Draft
from namndarkivet.importers.shelving import Outcome, Shelf

FOLDER = "beslut/habo/socialnamnden/2031"


def draft(number: str = "12", day: str = "2031-02-12", text: str = "Val hålls.", name: str = "val") -> Draft:
    """A draft of a §."""
    front = f"---\nrubrik: Val\ndatum: {day}\nparagraf: {number}\n---\n"
    return Draft(f"{FOLDER}/{number}-{name}.md", number, number, f"{front}## Beslut\n\n{text}\n", (), ())


def put(out: Path, *drafts: Draft, replace: bool = True) -> list[Outcome]:
    """What becomes of drafts in one run."""
    return [shelved.outcome for shelved in Shelf(out, replace=replace).put(drafts, {})]


def test_a_paragraph_whose_number_begins_alike_is_another(tmp_path: Path) -> None:
    others = [draft("12-14", name="xx"), draft("12 a", name="sak")]
    for number, other in enumerate(others):
        path = tmp_path / FOLDER / f"12-{('14-xx', 'a-sak')[number]}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(other.text, encoding="utf-8")
    assert put(tmp_path, draft()) == [Outcome.WRITTEN]
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == ["12-14-xx.md", "12-a-sak.md", "12-val.md"]


def test_a_title_that_begins_with_a_year_is_met_all_the_same(tmp_path: Path) -> None:
    assert put(tmp_path, draft(name="2031-ars-budget")) == [Outcome.WRITTEN]
    assert put(tmp_path, draft(name="budget", text="Budget antas.")) == [Outcome.REPLACED]
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["12-2031-ars-budget.md"]


def test_one_run_never_writes_twice_to_a_file(tmp_path: Path) -> None:
    assert put(tmp_path, draft(), draft(text="Annat.")) == [Outcome.WRITTEN, Outcome.CLASHES]
    assert "Val hålls." in (tmp_path / FOLDER / "12-val.md").read_text(encoding="utf-8")


def test_another_meetings_paragraph_is_not_replaced(tmp_path: Path) -> None:
    assert put(tmp_path, draft()) == [Outcome.WRITTEN]
    assert put(tmp_path, draft(day="2031-05-20")) == [Outcome.CLASHES]


def test_an_editors_work_is_not_replaced(tmp_path: Path) -> None:
    put(tmp_path, draft())
    path = tmp_path / FOLDER / "12-val.md"
    path.write_text(path.read_text(encoding="utf-8").replace("paragraf:", "ämnen: [val]\nparagraf:"), encoding="utf-8")
    assert put(tmp_path, draft(text="Annat.")) == [Outcome.CLASHES]
    assert "ämnen: [val]" in path.read_text(encoding="utf-8")


def test_what_cannot_be_written_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / FOLDER / "12-val.md").mkdir(parents=True)
    assert put(tmp_path, draft(), draft("13")) == [Outcome.FAILED, Outcome.WRITTEN]


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "annat").mkdir()
    (tmp_path / "ut" / "beslut").symlink_to(tmp_path / "annat")
    assert put(tmp_path / "ut", draft()) == [Outcome.FAILED]
    assert list((tmp_path / "annat").iterdir()) == []


def test_nothing_is_left_beside_what_was_written(tmp_path: Path) -> None:
    put(tmp_path, draft())
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["12-val.md"]


def test_what_the_import_writes_itself_is_no_sign_of_an_editor(tmp_path: Path) -> None:
    with_motions = replace(
        draft(),
        text=draft().text.replace("paragraf: 12\n", "paragraf: 12\nyrkanden:\n  - {av: Ada Ett, yrkande: bifall}\n"),
    )
    assert put(tmp_path, with_motions) == [Outcome.WRITTEN]
    assert put(tmp_path, replace(with_motions, text=with_motions.text.replace("Val hålls", "Val hölls"))) == [
        Outcome.REPLACED
    ]


def test_a_file_that_says_another_body_is_left_alone(tmp_path: Path) -> None:
    first, second = (
        replace(draft(), text=draft().text.replace("rubrik: Val\n", f"rubrik: Val\norgan: {body}\n"))
        for body in ("Socialnämnden", "Omsorgsnämnden")
    )
    assert put(tmp_path, first) == [Outcome.WRITTEN]
    (shelved,) = Shelf(tmp_path, replace=True).put([second], {"12": first.path})
    assert (shelved.outcome, "av organet Socialnämnden" in shelved.difference) == (Outcome.CLASHES, True)


def test_the_same_file_twice_in_a_run_changes_nothing(tmp_path: Path) -> None:
    assert put(tmp_path, draft(), draft()) == [Outcome.WRITTEN, Outcome.SAME]


def test_a_stop_in_the_middle_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, draft())
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == []
