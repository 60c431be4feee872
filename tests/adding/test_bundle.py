"""Python as zip files: what is in them, what is not, and that the same is always the same bytes."""

from __future__ import annotations

import importlib.util
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from archives import Papers
from sites import DECISIONS, REPOSITORY, Built, build

from namndarkivet.adding import bundle
from namndarkivet.adding.files import FILES
from namndarkivet.pages.page import Site

GONE = {"datum": "2031-03-01", "skäl": "upphovsrätt"}
ASSETS = REPOSITORY / "docs" / "assets" / "python"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with one register, two recommendations, one of them taken down, and a decision."""
    papers = Papers(tmp_path / "decisions")
    papers.recommendation()
    papers.recommendation("skr-2030-8", body="", tillbakadragen=GONE)
    papers.decision()
    return Site(papers.open())


@pytest.fixture
def fetching() -> Any:
    """The tool `hooks/fetch_runtime.py`, which no module imports."""
    spec = importlib.util.spec_from_file_location("fetch_runtime", REPOSITORY / "hooks" / "fetch_runtime.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def opened(data: bytes) -> dict[str, bytes]:
    """The files of a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_package_is_the_code_that_builds_the_site_without_what_only_the_site_needs(site: Site) -> None:
    files = opened(bundle.code(site))
    assert {name: (bundle.PACKAGE.parent / name).read_bytes() for name in files} == files
    assert {"namndarkivet/adding/browser.py", "namndarkivet/register/kommuner.csv"} <= set(files)
    assert {name.rsplit(".", 1)[1] for name in files} == {"py", "csv"}


def test_the_libraries_are_pure_python_and_bring_their_licences(site: Site) -> None:
    names = set(opened(bundle.libraries(site)))
    assert {"pydantic/__init__.py", "yaml/parser.py", "typing_extensions.py", "annotated_types/__init__.py"} <= names
    assert {"yaml/cyaml.py", "pydantic/v1/__init__.py"} & names == set()
    assert [name for name in names if name.endswith((".so", ".pyc", ".pyd"))] == []
    assert {name.split("-")[0] for name in names if "LICENSE" in name} == {
        name.replace("-", "_") for name in bundle.LIBRARIES
    }


def test_the_archive_has_registers_and_recommendations_but_none_that_was_taken_down(site: Site) -> None:
    files = opened(bundle.archive(site))
    assert set(files) == {"kommuner/habo.yml", "rekommendationer/skr-2030-7.md"}
    assert files["kommuner/habo.yml"] == (site.archive.root / "kommuner" / "habo.yml").read_bytes()


def test_every_zip_is_of_one_date_and_in_order(site: Site) -> None:
    for make in (bundle.code, bundle.libraries, bundle.archive):
        with zipfile.ZipFile(io.BytesIO(make(site))) as packed:
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert packed.namelist() == sorted(packed.namelist())


def test_the_list_tells_what_there_is_and_how_much_of_it(site: Site) -> None:
    told = json.loads(bundle.manifest(site))
    addresses = [*told["wheels"], *(told["index"] + name for name in bundle.CORE)]
    made = [FILES[address](site) for address in (*told["zips"], told["archive"])]
    assert told["available"] is True
    assert told["bytes"] == sum((REPOSITORY / "docs" / at).stat().st_size for at in addresses) + sum(map(len, made))


@pytest.mark.parametrize("lost", ["pyodide.asm.wasm", "pydantic_core-*.whl", "*"])
def test_where_a_part_is_missing_or_of_another_version_there_is_no_python(
    lost: str, site: Site, tmp_path: Path
) -> None:
    shutil.copytree(ASSETS, tmp_path / "python")
    assert json.loads(bundle.manifest(site, tmp_path / "python"))["available"] is True
    for path in (tmp_path / "python").glob(lost):
        path.rename(path.with_name(path.name.replace("2.", "1.", 1) if path.suffix == ".whl" else f"x{path.name}"))
    assert json.loads(bundle.manifest(site, tmp_path / "python"))["available"] is False


def test_two_builds_give_the_same_bytes(archive_site: Built, tmp_path: Path) -> None:
    done = build(DECISIONS, tmp_path / "arkiv")
    assert done.returncode == 0, done.stderr
    again = Built(tmp_path / "arkiv", "")
    names = [*FILES, *(f"assets/python/{path.name}" for path in ASSETS.iterdir() if not path.name.startswith("."))]
    assert len(names) > len(FILES)
    assert [name for name in names if (archive_site.root / name).read_bytes() != (again.root / name).read_bytes()] == []
    assert not (again.root / "assets" / "python" / ".fetched").exists()


def test_what_is_fetched_is_what_the_bundle_asks_for(fetching: Any) -> None:
    assert set(fetching.KEPT) == set(bundle.CORE)
    assert fetching.LIBRARIES == bundle.BUILT
    assert fetching.TARGET == ASSETS
    assert fetching.whole(ASSETS)


@pytest.mark.parametrize("harm", ["lost", "cut", "older"])
def test_what_is_not_whole_or_older_is_fetched_again(harm: str, fetching: Any, tmp_path: Path) -> None:
    copy = tmp_path / "python"
    shutil.copytree(ASSETS, copy)
    assert fetching.whole(copy)
    if harm == "lost":
        (copy / "pyodide.mjs").unlink()
    elif harm == "cut":
        (copy / "pyodide.mjs").write_bytes(b"")
    else:
        (copy / ".fetched").write_text((copy / ".fetched").read_text("utf-8").replace("\n", "0\n", 1), "utf-8")
    assert not fetching.whole(copy)


def test_a_program_that_fails_ends_it_with_one_sentence_and_leaves_what_was_there(
    fetching: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "assets" / "python"
    target.mkdir(parents=True)
    (target / "pyodide.mjs").write_text("förra", "utf-8")
    monkeypatch.setattr(fetching, "TARGET", target)
    monkeypatch.setattr(fetching.shutil, "which", lambda _name: "false")
    assert fetching.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("Python för webbläsaren kunde inte hämtas: npm säger «inget». Försök igen")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["pyodide.mjs"]


def test_an_archive_of_another_checksum_is_refused(
    fetching: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def packed(_command: object, folder: Path, _name: str) -> None:
        (folder / f"pyodide-{fetching.PYODIDE}.tgz").write_bytes(b"annat")

    monkeypatch.setattr(fetching, "_run", packed)
    monkeypatch.setattr(fetching.shutil, "which", lambda _name: "npm")
    with pytest.raises(fetching.FetchError, match="kontrollsumma"):
        fetching.fetch(tmp_path / "python")
    assert list(tmp_path.iterdir()) == []
