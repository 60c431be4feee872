"""Files are written whole or not at all, and a new one never over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from namndarkivet.writing import write_whole


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("först", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_whole(path, "sedan", new=True)
    assert path.read_text(encoding="utf-8") == "först"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("new", [True, False])
def test_nothing_is_left_beside_what_was_written_and_line_ends_are_kept(tmp_path: Path, new: bool) -> None:
    write_whole(tmp_path / "mapp" / "a.md", "ett\ntvå\r\n", new=new)
    assert (tmp_path / "mapp" / "a.md").read_bytes() == "ett\ntvå\r\n".encode()
    assert [file.name for file in (tmp_path / "mapp").iterdir()] == ["a.md"]


def test_where_files_cannot_be_linked_a_new_one_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    write_whole(tmp_path / "a.md", "först", new=True)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a.md", "sedan", new=True)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "först"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_a_stop_in_the_middle_leaves_the_file_that_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.md"
    write_whole(path, "först")
    monkeypatch.setattr("os.replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "sedan")
    assert path.read_text(encoding="utf-8") == "först"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
