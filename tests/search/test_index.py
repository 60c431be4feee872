"""The index of a whole archive: complete, the same every time, and made anew only where something has changed."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from archives import Papers
from sites import EXAMPLE, REPOSITORY

from namndarkivet.archive import open_archive
from namndarkivet.pages.page import Site
from namndarkivet.searching import synonyms
from namndarkivet.searching.findable import HandWritten
from namndarkivet.searching.index import FOLDER, REST, SHOWN, TERMS, Shard, build
from namndarkivet.searching.words import stem, words

WRITTEN = (HandWritten("om/", "Om arkivet", "Arkivet är öppet för alla."),)


def site_of(decisions: Path) -> Site:
    archive, _ = open_archive(decisions)
    table, _ = synonyms.read(REPOSITORY / "docs" / synonyms.FILE)
    return replace(Site(archive, url="https://exempel.invalid/arkiv/"), synonyms=table)


def indexed(decisions: Path, out: Path, previous: Path | None = None) -> list[Shard]:
    return list(build(site_of(decisions), WRITTEN, out, previous))


def files(out: Path) -> dict[str, str]:
    """Every file below a folder with a checksum."""
    return {
        file.relative_to(out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file()
    }


def hits(out: Path) -> Mapping[str, dict[str, object]]:
    """What a hit shows of each page in the index, by the page's address."""
    found = {}
    for file in (out / FOLDER).glob(f"*/{SHOWN}/*.json"):
        told = json.loads(file.read_bytes())
        found[told["address"]] = told
    return found


def folder(out: Path, shard: str) -> Path:
    """Where a shard lies."""
    (found,) = (out / FOLDER).glob(f"{shard}-*")
    return found


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the invented example municipality."""
    out = tmp_path_factory.mktemp("index")
    indexed(EXAMPLE, out)
    return out


def test_every_document_that_is_not_taken_down_is_in_the_index(example: Path) -> None:
    archive = site_of(EXAMPLE).archive
    expected = {f"{entry.id}/" for entry in archive.documents() if not entry.record.withdrawn}

    found = set(hits(example))
    assert expected - found == set()
    assert {f"{entry.id}/" for entry in archive.documents() if entry.record.withdrawn} & found == set()


def test_places_and_pages_written_by_hand_are_in_the_index(example: Path) -> None:
    found = hits(example)

    assert found["om/"]["text"] == "Arkivet är öppet för alla."
    assert sum(address.startswith("kommuner/") and address.count("/") == 2 for address in found) == 290


def test_two_indexes_of_the_same_documents_are_the_same_bytes(example: Path, tmp_path: Path) -> None:
    indexed(EXAMPLE, tmp_path)

    assert files(tmp_path) == files(example)


def test_nothing_is_indexed_anew_when_nothing_has_changed(example: Path, tmp_path: Path) -> None:
    again = indexed(EXAMPLE, tmp_path, example)

    assert [shard.name for shard in again if shard.made] == []
    assert files(tmp_path) == files(example)


def test_an_edit_has_only_its_own_shard_indexed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namndarkivet.searching.shards.MOST", 10)
    decisions = shutil.copytree(EXAMPLE, tmp_path / "decisions")
    before = indexed(decisions, tmp_path / "before")
    edited = min(decisions.rglob("beslut/**/*.md"))
    edited.write_text(edited.read_text(encoding="utf-8") + "\nNämnden nämnden.\n", encoding="utf-8")

    after = indexed(decisions, tmp_path / "after", tmp_path / "before")

    assert len(before) > 3
    assert sum(shard.made for shard in after) == 1
    old, new = files(tmp_path / "before" / FOLDER), files(tmp_path / "after" / FOLDER)
    assert {file: new[file] for file in old.keys() & new.keys()} == {
        file: old[file] for file in old.keys() & new.keys()
    }
    assert len({file.partition("/")[0] for file in old.keys() - new.keys()}) == 1  # the browser keeps what a name held
    indexed(decisions, tmp_path / "fresh")
    assert files(tmp_path / "after") == files(tmp_path / "fresh")


@pytest.mark.parametrize("other", ["kommuner/habo.yml", "rekommendationer/skr-2030-7.md"])
def test_what_documents_say_of_others_is_theirs_too(tmp_path: Path, other: str) -> None:
    """A body's short name and a recommendation's title are found with every decision that they are about."""
    decisions = shutil.copytree(EXAMPLE, tmp_path / "decisions")
    indexed(decisions, tmp_path / "before")
    edited = decisions / other
    text = edited.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)(förkortning: |^rubrik: )", r"\g<1>Xyz", text)
    assert changed != text
    edited.write_text(changed, encoding="utf-8")

    indexed(decisions, tmp_path / "after", tmp_path / "before")

    indexed(decisions, tmp_path / "fresh")
    assert files(tmp_path / "after") == files(tmp_path / "fresh")


def test_a_word_that_has_got_other_parts_has_all_its_shards_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the edit nothing in the archive tells what «igelvadet» is put together of."""
    monkeypatch.setattr("namndarkivet.searching.shards.MOST", 1)
    papers = Papers(tmp_path / "decisions")
    body = "## Beslut\n\nIgelvadet rensas.\n"
    papers.decision("beslut/habo/socialnamnden/2030/3-sak.md", body, datum="2030-02-01", paragraf="3")
    edited = papers.decision()
    indexed(tmp_path / "decisions", tmp_path / "before")
    edited.write_text(
        edited.read_text(encoding="utf-8") + "\nIgel, igel, igel. Vadet, vadet, vadet.\n", encoding="utf-8"
    )

    after = indexed(tmp_path / "decisions", tmp_path / "after", tmp_path / "before")

    assert [shard.name for shard in after if not shard.made] == [REST]
    indexed(tmp_path / "decisions", tmp_path / "fresh")
    assert files(tmp_path / "after") == files(tmp_path / "fresh")


@pytest.mark.parametrize("harm", ["cut", "gone", "added", "sums", "no sums", "sums are no object"])
def test_a_damaged_index_is_made_anew(example: Path, tmp_path: Path, harm: str) -> None:
    old = shutil.copytree(example, tmp_path / "old")
    shard = folder(old, REST)
    victim = shard / TERMS / "0.json"
    sums = shard / "summa.json"
    if harm == "cut":
        victim.write_bytes(victim.read_bytes()[:-7])
    elif harm == "gone":
        victim.unlink()
    elif harm == "added":
        (shard / TERMS / "extra").write_text("x", encoding="utf-8")
    elif harm == "sums":
        sums.write_text("{", encoding="utf-8")
    elif harm == "no sums":
        sums.unlink()
    else:
        sums.write_text("[]", encoding="utf-8")

    made = indexed(EXAMPLE, tmp_path / "new", old)

    assert [shard.name for shard in made if shard.made] == [REST]
    assert files(tmp_path / "new") == files(example)


def test_every_word_of_a_document_leads_to_its_shard(example: Path) -> None:
    told = json.loads((example / "sok" / "sok.json").read_text(encoding="utf-8"))
    lexicon: dict[str, str] = {}
    for _, name in told["ordlista"]:
        lexicon |= json.loads((example / "sok" / "ord" / f"{name}.json").read_text(encoding="utf-8"))
    shards = [name for name, *_ in told["delar"]]
    stop = set(told["stoppord"])

    lost = []
    for name in shards:
        for file in (example / FOLDER / name / SHOWN).iterdir():
            for word in words(json.loads(file.read_bytes())["title"]):
                bits = lexicon.get(stem(word), "0").partition(" ")[0]
                here = not bits or int(bits, 16) >> shards.index(name) & 1
                if word not in stop and not here:
                    lost.append((name, word))
    assert lost == []


def test_a_title_of_markup_stays_text(tmp_path: Path) -> None:
    title = '<script>alert(1)</script> "&amp; onload='
    Papers(tmp_path / "decisions").decision(rubrik=title)

    indexed(tmp_path / "decisions", tmp_path / "index")

    assert hits(tmp_path / "index")["beslut/habo/socialnamnden/2031/12/"]["title"] == title
