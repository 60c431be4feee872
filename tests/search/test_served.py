"""The index under serve: made in the background, and only its own files are answered for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from archives import Papers

from namndarkivet.pages.page import Site
from namndarkivet.searching import served as module
from namndarkivet.searching.served import ServedIndex


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of one decision."""
    papers = Papers(tmp_path / "decisions")
    papers.decision()
    return Site(papers.open())


def made(monkeypatch: pytest.MonkeyPatch, change: Callable[[], None]) -> None:
    """Have the index made, and wait until it has been."""
    done = Event()
    told = module._log.info  # noqa: SLF001

    def tell(*given: object, **_more: object) -> None:
        told(*given)
        done.set()

    monkeypatch.setattr(module._log, "info", tell)  # noqa: SLF001
    monkeypatch.setattr(module._log, "warning", tell)  # noqa: SLF001
    change()
    assert done.wait(60), "the index was not made"


def test_nothing_is_answered_before_the_first_index(site: Site) -> None:
    index = ServedIndex()

    assert index.file("sok/sok.json") is None
    assert site.archive.decisions


def test_an_edit_is_found_once_the_index_has_been_made_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    index = ServedIndex()
    made(monkeypatch, lambda: index.refresh(site, ()))
    before = json.loads(index.file("sok/sok.json") or b"{}")

    made(monkeypatch, lambda: index.refresh(replace(site, archive=replace(site.archive, decisions=())), ()))

    after = json.loads(index.file("sok/sok.json") or b"{}")
    assert [folder.partition("-")[0] for folder, *_ in before["delar"]] == ["ovrigt", "0.00"]
    assert [folder.partition("-")[0] for folder, *_ in after["delar"]] == ["ovrigt"]
    assert index.file(f"sok/ord/{after['ordlista'][0][1]}.json") is not None


def test_only_files_of_the_index_are_answered_for(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    index = ServedIndex()
    made(monkeypatch, lambda: index.refresh(site, ()))

    asked = ("sok/index/../../../../../../etc/passwd", "sok/index/", "sok/", "sok/innehall.json", "sok/ord/99.json", "")
    assert [index.file(at) for at in asked] == [None] * len(asked)
    ((folder, *_), *_) = json.loads(index.file("sok/sok.json") or b"{}")["delar"]
    assert index.file(f"sok/index/{folder}/val.json") is not None


def test_an_index_that_fails_leaves_the_one_before(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    index = ServedIndex()
    made(monkeypatch, lambda: index.refresh(site, ()))
    before = index.file("sok/sok.json")

    def fail(*_given: object) -> None:
        raise OSError("no room left")

    monkeypatch.setattr(module, "build", fail)
    made(monkeypatch, lambda: index.refresh(site, ()))

    assert index.file("sok/sok.json") == before
