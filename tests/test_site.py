"""Real builds of the archive and of the example: what stands on the pages, and what a build may and may not do."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from sites import DECISIONS, EXAMPLE, REPOSITORY, URL, Built, build

from namndarkivet.archive import open_archive
from namndarkivet.staging import MARKER

SEEDS = REPOSITORY.parent / "shared" / "seeds"
EKERO = "beslut/ekero/socialnamnden/2016/67/"
LETTER = "cirkular/skl/2016/2016-09-30-forlangd-svarstid/"
RECOMMENDATION = "rekommendationer/skl-2016-10/"


@pytest.fixture(params=["archive", "example"])
def site(request: pytest.FixtureRequest) -> Built:
    """Each of the two sites."""
    built: Built = request.getfixturevalue(f"{request.param}_site")
    return built


def test_every_link_and_anchor_leads_somewhere_under_a_base_path(site: Built) -> None:
    # Pages written by hand name the archive's own first documents, which the example does not have.
    own = ("beslut/ekero/", "cirkular/skl/", "rekommendationer/skl-2016-10/", "arenden/ekero/")
    example = not (site.root / EKERO).exists()
    assert [link for link in site.broken_links() if not (example and any(f"../{start}" in link for start in own))] == []


def test_every_page_has_its_own_title_a_canonical_link_and_one_heading(site: Built) -> None:
    titles: dict[str, str] = {}
    for page in site.pages():
        address = site.address(page)
        if address == "404.html" or 'http-equiv="refresh"' in page.path.read_text(encoding="utf-8"):
            continue
        assert page.canonical == URL + address, address
        assert page.title.endswith(" – Nämndarkivet"), address
        assert page.title not in titles or "sida" in address or "Tillbakadraget" in page.title, (
            address,
            titles[page.title],
        )
        titles[page.title] = address
        assert len(page.ids) == len(set(page.ids)), address


def test_no_mark_of_a_frame_is_left_on_a_page(site: Built) -> None:
    assert [
        str(p.path)
        for p in site.pages()
        if "{na-hole:" in p.path.read_text(encoding="utf-8") and "hostile" not in str(p.path)
    ] == []


def test_no_page_fetches_anything_from_elsewhere(site: Built) -> None:
    fetching = re.compile(
        r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=\"(?:https?:)?//|<link\b[^>]*stylesheet[^>]*href=\"https?:|@import|url\(\s*[\"']?https?:"
    )
    files = [*site.root.rglob("*.html"), *site.root.rglob("assets/*.css")]
    assert [str(path) for path in files if fetching.search(path.read_text(encoding="utf-8"))] == []


def test_two_builds_are_the_same_bytes(tmp_path: Path, example_site: Built) -> None:
    again = tmp_path / "arkiv"
    assert build(EXAMPLE, again).returncode == 0
    first = sorted(p.relative_to(example_site.root) for p in example_site.root.rglob("*") if p.is_file())
    second = sorted(p.relative_to(again) for p in again.rglob("*") if p.is_file())
    assert first == second
    _, different, unread = filecmp.cmpfiles(example_site.root, again, [str(p) for p in first], shallow=False)
    assert (different, unread) == ([], [])


def test_the_sitemap_lists_the_listed_pages_and_no_clock(archive_site: Built) -> None:
    tree = ET.parse(archive_site.root / "sitemap.xml")  # noqa: S314 - our own file
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in tree.iter(f"{space}url")}
    assert {URL, URL + EKERO, URL + LETTER, URL + RECOMMENDATION, URL + "om/"} <= set(found)
    assert found[URL + EKERO] is None
    assert found[URL + LETTER] == "2016-09-30"
    assert URL + "kommuner/bjurholm/" not in found


# the two documents


def test_the_two_documents_and_the_recommendation_link_to_each_other_both_ways(archive_site: Built) -> None:
    def leads(here: str, there: str) -> bool:
        page = archive_site.page(here)
        up = "../" * here.count("/")
        return up + there in page.links

    assert leads(EKERO, RECOMMENDATION)
    assert leads(RECOMMENDATION, EKERO)
    assert leads(LETTER, RECOMMENDATION)
    assert leads(RECOMMENDATION, LETTER)
    assert leads(EKERO, "arenden/ekero/sn-2016-103/")
    assert leads("arenden/ekero/sn-2016-103/", EKERO)
    for successor in ("skl-2018-kunskapsstyrning", "skr-2024-kunskapsstyrning"):
        assert leads("rekommendationer/", f"rekommendationer/{successor}/")


def test_ekeros_proposal_is_nowhere_called_a_decision(archive_site: Built) -> None:
    page = archive_site.page(EKERO)
    assert page.title.startswith("Förslag: ")
    assert page.description.startswith("Ett förslag till socialnämnden i Ekerö")
    assert "Det här är ett förslag, inte ett beslut." in page.text
    assert "Föreslår anta" in page.text
    for other in archive_site.pages():
        address = archive_site.address(other)
        if address.startswith(("lasa-beslut", "om/", "lagg-till", "regler")):
            continue
        source = other.path.read_text(encoding="utf-8")
        assert 'na-badge--decided">' not in source, address
        assert "Ekerö antar" not in other.text
        assert "Ekerö har antagit" not in other.text
        assert not re.search(r"\bSocialnämnden i Ekerö (beslutade|antog)", other.text), address


def test_what_ekeros_source_does_not_say_is_not_said(archive_site: Built) -> None:
    text = " ".join(archive_site.page(EKERO).text.split())
    assert "Organ uppgift saknas i källan" in text
    assert "Sammanträde uppgift saknas i källan" in text
    assert "Justerat uppgift saknas i källan" in text
    assert "Anslaget uppgift saknas i källan" in text
    assert "Själva förslaget kan inte överklagas" in text
    assert not (archive_site.root / "sammantraden" / "ekero").exists()


def test_the_deadline_is_told_as_far_as_it_is_known(archive_site: Built) -> None:
    assert "okänd, senare flyttad till 31\u00a0oktober 2016" in archive_site.page(RECOMMENDATION).text


def words(text: str) -> list[str]:
    """The words of a text without the marks of Markdown or of a link."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[#*<>\\\uf0b7]|^- |^\s*- |(?<=\s)- (?=[A-Z])", " ", text, flags=re.MULTILINE).split()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the repository, and here they do not")
@pytest.mark.parametrize(
    ("seed", "document", "begins"),
    [
        ("ekero-sn16-103-par67.txt", "beslut/ekero/socialnamnden/2016/67-nationell-stodfunktion.md", "Beslut"),
        ("skl-2016-09-30-forlangd-svarstid.txt", "cirkular/skl/2016/2016-09-30-forlangd-svarstid.md", "2016-09-30"),
    ],
)
def test_the_documents_are_their_seeds_word_for_word(seed: str, document: str, begins: str) -> None:
    source = (SEEDS / seed).read_text(encoding="utf-8")
    title = "Förlängd svarstid: Finansiering av nationell stödfunktion på SKL till stöd för utvecklingen av en mer kunskapsbaserad socialtjänst"
    source = source[source.index(begins) :].replace(title, "")
    body = (DECISIONS / document).read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert words(body) == words(source)


def test_the_edit_link_opens_the_documents_own_file(archive_site: Built) -> None:
    edit = "https://github.com/namndarkivet/namndarkivet/edit/main/"
    assert (
        f"{edit}decisions/beslut/ekero/socialnamnden/2016/67-nationell-stodfunktion.md"
        in archive_site.page(EKERO).links
    )
    assert f"{edit}decisions/kommuner/ekero.yml" in archive_site.page("kommuner/ekero/").links
    assert f"{edit}docs/om.md" in archive_site.page("om/").links


def test_the_sums_of_the_quality_page_equal_the_pages(example_site: Built) -> None:
    counted: dict[tuple[str, str], int] = {}
    for page in (example_site.root / "beslut").glob("*/*/*/*/index.html"):
        rows = re.findall(
            r'<tr class="na-gap[^"]*"><th scope="row">([^<]*?)(?: <span.*?)?</th><td>([^<]*)</td>',
            page.read_text("utf-8"),
        )
        for name, state in rows:
            counted[name, state] = counted.get((name, state), 0) + 1
    source = (example_site.root / "kvalitet" / "index.html").read_text(encoding="utf-8")
    states = ("finns", "saknas i källan", "inga", "ej tillämpligt")
    withdrawn = len(
        [1 for p in example_site.pages() if "Texten är borttagen" in p.text and p.path.parts[-6] == "beslut"]
    )
    assert counted
    for row in re.findall(r'<tr><th scope="row">([^<]*?)(?: <span.*?)?</th>(.*?)</tr>', source):
        figures = [int(figure) for figure in re.findall(r'class="na-num">(\d+)<', row[1])]
        # A document that was taken down shows no table: on the quality page it counts as not applicable.
        expected = [
            counted.get((row[0], state), 0) + (withdrawn if state == "ej tillämpligt" else 0) for state in states
        ]
        assert figures == expected, row[0]


# what a build may and may not do


def stands(site: Path) -> None:
    """Put a previous site there."""
    site.mkdir()
    (site / MARKER).touch()
    (site / "index.html").write_text("den förra sajten", encoding="utf-8")


def test_a_build_with_errors_writes_nothing_and_leaves_the_previous_site(tmp_path: Path) -> None:
    decisions, site = tmp_path / "decisions", tmp_path / "arkiv"
    shutil.copytree(EXAMPLE, decisions)
    stands(site)
    broken = next(decisions.rglob("beslut/**/*.md"))
    broken.write_text(broken.read_text(encoding="utf-8").replace("status:", "statuss:"), encoding="utf-8")
    done = build(decisions, site)
    assert done.returncode == 1
    assert "menade du «status»?" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["arkiv", "decisions"]
    assert (site / "index.html").read_text(encoding="utf-8") == "den förra sajten"


def test_a_warning_of_mkdocs_stops_a_strict_build_and_leaves_the_previous_site(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    shutil.copytree(REPOSITORY / "docs", docs)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        f"INHERIT: {REPOSITORY / 'mkdocs.yml'}\ndocs_dir: {docs}\nhooks: [{REPOSITORY / 'hooks' / 'mkdocs_events.py'}]\n"
        f"theme: {{custom_dir: {REPOSITORY / 'overrides'}}}\n",
        encoding="utf-8",
    )
    assert build(DECISIONS, site, "--config-file", str(settings)).returncode == 0
    (docs / "om.md").write_text("# Om\n\n[En sida](som-inte-finns.md)\n", encoding="utf-8")
    before = (site / "om" / "index.html").read_bytes()
    done = build(DECISIONS, site, "--config-file", str(settings))
    assert done.returncode == 1
    assert "Den förra sajten är kvar" in done.stdout + done.stderr
    assert (site / "om" / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_a_build_without_a_documents_folder_leaves_the_previous_site(tmp_path: Path) -> None:
    site = tmp_path / "arkiv"
    stands(site)
    done = build(tmp_path / "finns-inte", site)
    assert done.returncode == 1
    assert "med dokumenten finns inte" in done.stdout + done.stderr
    assert (site / "index.html").read_text(encoding="utf-8") == "den förra sajten"


def test_a_folder_that_holds_something_else_than_a_site_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "papper"
    site.mkdir()
    (site / "uppsats.txt").write_text("viktigt", encoding="utf-8")
    done = build(EXAMPLE, site)
    assert done.returncode == 1
    assert "innehåller något annat än arkivets sajt" in done.stdout + done.stderr
    assert (site / "uppsats.txt").read_text(encoding="utf-8") == "viktigt"


def test_a_build_that_is_killed_leaves_the_previous_site_and_the_next_clears_up(tmp_path: Path) -> None:
    site = tmp_path / "arkiv"
    stands(site)
    staging = tmp_path / ".arkiv-ny"
    environment = {**os.environ, "NAMNDARKIVET_DECISIONS": str(EXAMPLE), "NAMNDARKIVET_SITE": str(site)}
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        while running.poll() is None and not staging.exists():
            time.sleep(0.005)
        running.kill()
    assert (site / "index.html").read_text(encoding="utf-8") == "den förra sajten"
    assert build(EXAMPLE, site).returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["arkiv"]
    assert (site / "beslut" / "index.html").is_file()


def test_a_documents_text_can_neither_imitate_nor_break_a_frame(tmp_path: Path) -> None:
    decisions, site = tmp_path / "decisions", tmp_path / "arkiv"
    shutil.copytree(DECISIONS, decisions)
    path = decisions / "beslut/ekero/socialnamnden/2016/67-nationell-stodfunktion.md"
    text = path.read_text(encoding="utf-8")
    hostile = "{na-hole:content} {na-hole:title} {{ 7*7 }} {% raw %} &lt;/main&gt;&lt;/body&gt; [[x]](y) `</script>`"
    text = text.replace("## Sammanfattning", f"## Sammanfattning {{na-hole:canonical}}\n\n{hostile}\n")
    text = text.replace(
        "rubrik: >-\n  Rekommendation",
        'rubrik: >-\n  </title><script>alert(1)</script>" onload="x {na-hole:head} Rekommendation',
        1,
    )
    text = text.replace("[[x]](y)", "")
    path.write_text(text, encoding="utf-8")
    done = build(decisions, site)
    assert done.returncode == 0, done.stderr
    page = Built(site, "").page(EKERO)
    source = page.path.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in source
    assert "{na-hole:content} {na-hole:title} {{ 7*7 }} {% raw %} </main></body>" in page.text
    assert '</title><script>alert(1)</script>" onload="x {na-hole:head} Rekommendation' in page.title
    assert source.count("</body>") == 1
    assert source.count("</main>") == 1


def test_a_withdrawn_document_keeps_its_address_and_nothing_of_its_text(example_site: Built) -> None:
    archive, _ = open_archive(EXAMPLE, shown="")
    gone = next(entry for entry in archive.decisions if entry.record.withdrawn)
    page = example_site.page(gone.id)
    assert "Texten är borttagen" in page.text
    title = re.search(r"^rubrik: (.*)$", (EXAMPLE / gone.path).read_text(encoding="utf-8"), re.MULTILINE)
    assert title
    for other in example_site.pages():
        assert title[1] not in other.text, example_site.address(other)
