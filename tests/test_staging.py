"""A site takes the place of the previous one when it is whole, and never before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from namndarkivet.staging import MARKER, NotASiteError, give_up, new_site, take_place


def files(folder: Path) -> dict[str, str]:
    """What lies below a folder: text by path, without the marks of sites."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def put(folder: Path, **texts: str) -> None:
    """Write pages into a folder, as a site of the archive's."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).touch()
    for name, text in texts.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "index.html").write_text(text, encoding="utf-8")


def test_the_first_site_is_made_beside_its_place_and_then_put_there(tmp_path: Path) -> None:
    site = tmp_path / "a" / "site"
    made = new_site(site)
    assert (made.parent, files(made), site.exists()) == (site.parent, {}, False)
    put(made, om="ny")
    take_place(made, site)
    assert files(tmp_path / "a") == {"site/om/index.html": "ny"}


def test_a_new_site_takes_the_whole_place_of_the_previous_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="gammal", borta="gammal")
    made = new_site(site)
    put(made, om="ny")
    assert files(site) == {"om/index.html": "gammal", "borta/index.html": "gammal"}
    take_place(made, site)
    assert files(tmp_path) == {"site/om/index.html": "ny"}


def test_a_build_that_fails_leaves_the_previous_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="gammal")
    made = new_site(site)
    put(made, om="halv")
    give_up(made)
    assert files(tmp_path) == {"site/om/index.html": "gammal"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    give_up(made)


def test_what_a_build_that_was_killed_while_making_left_behind_is_cleared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="gammal")
    put(new_site(site), halv="halv")
    made = new_site(site)
    assert files(made) == {}
    assert files(site) == {"om/index.html": "gammal"}


def test_a_site_that_a_killed_build_had_moved_aside_is_put_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="gammal")
    made = new_site(site)
    put(made, om="ny")
    site.rename(tmp_path / ".site-gammal")  # killed between the two moves
    again = new_site(site)
    assert files(again) == {}
    assert files(tmp_path) == {"site/om/index.html": "gammal"}


def test_a_previous_site_that_a_killed_build_had_not_yet_removed_is_cleared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="ny")
    put(tmp_path / ".site-gammal", om="gammal")
    new_site(site)
    assert files(tmp_path) == {"site/om/index.html": "ny"}


def test_a_folder_that_cannot_be_moved_is_emptied_and_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    put(site, om="gammal", borta="gammal")
    (site / "fil.txt").write_text("gammal", encoding="utf-8")
    (site / "link").symlink_to(tmp_path)
    made = new_site(site)
    put(made, om="ny")
    moved = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == site:
            raise OSError(16, "Device or resource busy")
        return moved(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    take_place(made, site)
    assert files(tmp_path) == {"site/om/index.html": "ny"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_new_site_that_cannot_be_moved_fills_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    put(site, om="gammal")
    made = new_site(site)
    put(made, om="ny")
    moved = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == made:
            raise OSError(18, "Invalid cross-device link")
        return moved(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    take_place(made, site)
    assert files(tmp_path) == {"site/om/index.html": "ny"}


def test_a_link_in_the_place_of_a_site_stays_and_the_folder_that_it_leads_to_is_replaced(tmp_path: Path) -> None:
    put(tmp_path / "annan", om="gammal")
    site = tmp_path / "site"
    site.symlink_to(tmp_path / "annan")
    for text in ("ny", "nyare"):
        made = new_site(site)
        put(made, om=text)
        take_place(made, site)
    assert site.is_symlink()
    assert files(tmp_path) == {"annan/om/index.html": "nyare"}


def test_a_folder_with_anything_else_is_not_written_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, om="någon annans")
    (site / MARKER).unlink()
    with pytest.raises(NotASiteError, match="något annat än arkivets sajt"):
        new_site(site)
    assert files(tmp_path) == {"site/om/index.html": "någon annans"}


def test_what_was_put_in_place_may_be_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("ny", "nyare"):
        made = new_site(site)
        (made / "index.html").write_text(text, encoding="utf-8")
        take_place(made, site)
    assert files(tmp_path) == {"site/index.html": "nyare"}


BUILDS = """
import sys
from pathlib import Path
from namndarkivet.staging import new_site
print(new_site(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


def test_two_builds_cannot_make_the_same_site_at_once(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", BUILDS, str(site)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        made = Path(other.stdout.readline().strip())
        (made / "halv.html").touch()
        with pytest.raises(NotASiteError, match="ett annat bygge"):
            new_site(site)
        assert (made / "halv.html").exists()
        new_site(tmp_path / "annan")
        other.communicate("")
    assert files(new_site(site)) == {}
