"""Python in a real browser: loaded when it is first needed, the same drafts and complaints as the commands give, and one Swedish
sentence for everything else.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from importers.paper import as_docx, as_pdf, as_text
from playwright.sync_api import Browser, Page, Route
from sites import DECISIONS, REPOSITORY

from namndarkivet.checks import rules
from namndarkivet.checks.rule import ArchiveRule

SEED = REPOSITORY.parent / "shared" / "seeds" / "ekero-sn16-103-par67.txt"
COMMAND = str(Path(sys.executable).with_name("namndarkivet"))
HOSTILE = (
    "Ekerö kommun\nSocialnämnden\nProtokoll 2031-02-12\n\n§ 12 SN 2031/45\n"
    'Om <img src=x onerror=alert(1)> `x` $(id) ${{ secrets }} \\u202e {{ 7*7 }} "]\n\n'
    "Beslut\nNämnden antar '); drop table; -- </script><script>alert(1)</script>\n"
).encode()

READ = """async ([data, name, given]) => {
  const { readMinutes } = await import(new URL("../assets/lagg-till/python.js", location.href));
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)).buffer;
  const progress = [];
  try {
    const result = await readMinutes({ name, bytes }, given, new URL("../", location.href).href, (part, words) => progress.push([part, words]));
    return { result, progress };
  } catch (error) {
    return { error: error.message, plain: error.constructor === Error, progress };
  }
}"""
EXAMINE = """async ([path, text]) => {
  const { examine } = await import(new URL("../assets/lagg-till/python.js", location.href));
  return examine(path, text, new URL("../", location.href).href);
}"""


@dataclass
class Form:
    """The form's page; the addresses that were asked for when it was opened, below the site's root; and what the first file gave."""

    page: Page
    at_first: list[str]
    first: Any = None

    def read(self, data: bytes, name: str, **given: str) -> Any:
        """What reading a file gives: `result` or `error`, and `progress`."""
        return self.page.evaluate(READ, [base64.b64encode(data).decode(), name, given])

    def examine(self, path: str, text: str) -> Any:
        """What the rules say of a document."""
        return self.page.evaluate(EXAMINE, [path, text])


def _opened(page: Page, url: str) -> Form:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    page.goto(f"{url}lagg-till/")
    page.wait_for_load_state("networkidle")
    return Form(page, list(asked))


@pytest.fixture(scope="module")
def form(browser: Browser, archive_url: str) -> Iterator[Form]:
    """One page for all, that has read one file: Python takes some seconds to begin."""
    page = browser.new_page()
    made = _opened(page, archive_url)
    made.first = made.read(as_text(), "först.txt")
    yield made
    page.close()


@pytest.fixture
def fresh(browser: Browser, archive_url: str) -> Iterator[Form]:
    """A page of its own, without Python."""
    page = browser.new_page()
    page.clock.install()
    yield _opened(page, archive_url)
    page.close()


def run(
    *arguments: str | Path, decisions: Path = DECISIONS, within: Path = REPOSITORY
) -> subprocess.CompletedProcess[str]:
    """The command, with these documents."""
    environment = {**os.environ, "NAMNDARKIVET_DECISIONS": str(decisions)}
    command = [COMMAND, *map(str, arguments)]
    return subprocess.run(command, cwd=within, env=environment, capture_output=True, text=True, check=False)


def by_command(file: Path, out: Path, *options: str) -> dict[str, str]:
    """The drafts that the command writes, by path."""
    done = run("import", file, "--out", out, *options)
    assert done.returncode == 0, done.stderr
    return {path.relative_to(out).as_posix(): path.read_bytes().decode() for path in out.rglob("*.md")}


def drafted(told: Any) -> dict[str, str]:
    """The drafts that the browser made, by path."""
    assert "error" not in told, told
    return {draft["path"]: draft["text"] for draft in told["result"]["drafts"]}


def test_nothing_of_python_is_fetched_when_the_page_is_opened(form: Form) -> None:
    assert form.at_first
    heavy = (".zip", ".whl", ".wasm", ".mjs", "worker.js")
    assert [address for address in form.at_first if address.endswith(heavy) or "assets/python" in address] == []


@pytest.mark.parametrize(
    ("name", "data"), [("påhittat.txt", as_text()), ("påhittat.docx", as_docx()), ("påhittat.pdf", as_pdf())]
)
def test_a_file_gives_the_drafts_of_the_command_to_the_byte(name: str, data: bytes, form: Form, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    expected = by_command(tmp_path / name, tmp_path / "ut")
    assert len(expected) == 5
    assert drafted(form.read(data, name)) == expected


def test_what_the_user_says_of_a_file_is_what_the_options_say(form: Form, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(as_text())
    expected = by_command(tmp_path / "a.txt", tmp_path / "ut", "--kommun", "Ekerö", "--organ", "Socialnämnden")
    assert drafted(form.read(as_text(), "a.txt", municipality="Ekerö", body="Socialnämnden")) == expected


@pytest.mark.skipif(not SEED.is_file(), reason="protokollet i ../shared/seeds finns inte här")
def test_the_archives_first_decision_is_read_alike_and_a_recommendation_is_suggested(
    form: Form, tmp_path: Path
) -> None:
    told = form.read(SEED.read_bytes(), SEED.name)
    assert drafted(told) == by_command(SEED, tmp_path / "ut")
    assert told["result"]["drafts"][0]["number"] == "67"


def test_the_way_there_is_told_in_words_and_parts_of_the_whole(form: Form) -> None:
    parts = [part for part, _ in form.first["progress"]]
    assert parts == sorted(parts)
    assert (parts[-1], all(0 <= part <= 1 for part in parts)) == (1, True)
    words = list(dict.fromkeys(words for _, words in form.first["progress"]))
    assert words == ["Hämtar", "Startar", "Läser filen", "Klart"]
    again = [words for _, words in form.read(as_text(), "a.txt")["progress"]]
    assert again == ["Läser filen", "Klart"]  # nothing is fetched twice


def test_a_hostile_text_is_only_text(form: Form, tmp_path: Path) -> None:
    (tmp_path / "fientlig.txt").write_bytes(HOSTILE)
    told = form.read(HOSTILE, "fientlig.txt")
    assert drafted(told) == by_command(tmp_path / "fientlig.txt", tmp_path / "ut")
    assert told["result"]["drafts"][0]["values"]["rubrik"].startswith("Om <img src=x onerror=alert(1)>")
    name = "'); import os; os.abort() #\n<b>.txt"
    assert form.read(HOSTILE, name)["result"]["file"] == name


@pytest.mark.parametrize("data", [as_docx()[:900], b"%PDF-1.4 trasig", b" ", "Hej på dig".encode()])
def test_a_file_that_cannot_be_read_gives_the_sentence_of_the_command(data: bytes, form: Form, tmp_path: Path) -> None:
    (tmp_path / "trasig.docx").write_bytes(data)
    told = form.read(data, "trasig.docx")
    assert told["error"] == run("import", "trasig.docx", within=tmp_path).stderr.strip()
    assert told["plain"]


def test_a_web_page_is_told_of_since_its_library_is_not_there(form: Form) -> None:
    told = form.read(b"<!doctype html><html><body><h1>Protokoll</h1></body></html>", "a.html")
    assert told["error"] == "a.html: är en webbsida, och den kan inte läsas här; kopiera texten och klistra in den."


FRONT = "rubrik: Budget\nkommun: Ekerö\norgan: Socialnämnden\nstatus: beslutat\ndatum: 2016-02-17\nparagraf: 12\nkälla: {titel: Protokoll}\n"
WRONG = {
    "right": FRONT,
    "a date": FRONT.replace("2016-02-17", "2016-02-30"),
    "a missing key": FRONT.replace("kommun: Ekerö\n", ""),
    "an unknown key": FRONT + "diarienumer: SN 1\n",
    "a colon": FRONT.replace("Budget", "Motion: Budget"),
    "a list without end": FRONT + "ämnen: [skola, vård\n",
    "a quote without end": FRONT.replace("Budget", '"Budget'),
    "indents": FRONT + "expedieras:\n  - SKR\n   - KS\n  två: tre\n",
    "a tab": "\t" + FRONT,
    "a body that is not there": FRONT.replace("Socialnämnden", "Sockelnämnden"),
    "a draft": FRONT.replace("Budget\n", "Budget  # kontrollera: stämmer den?\n"),
    "a bare star": FRONT.replace("Budget", "*Budget"),
}


@pytest.mark.parametrize("front", [pytest.param(front, id=name) for name, front in WRONG.items()])
def test_a_document_is_told_what_the_check_tells_of_it(front: str, form: Form, tmp_path: Path) -> None:
    path = "beslut/ekero/socialnamnden/2016/12-budget.md"
    text = f"---\n{front}---\n## Beslut\n\nFörslag till beslut: <script>alert(1)</script>\n"
    shutil.copytree(DECISIONS, tmp_path / "decisions")
    (tmp_path / "decisions" / path).write_text(text, encoding="utf-8")
    done = run("check", "--format", "json", decisions=tmp_path / "decisions", within=tmp_path)
    of_archive = {rule.id for rule in rules() if isinstance(rule, ArchiveRule)}
    expected = [
        (one["rad"], one["kolumn"], one["regel"], one["meddelande"])
        for one in json.loads(done.stdout)
        if one["fil"] == f"decisions/{path}" and one["regel"] not in of_archive
    ]
    told = form.examine(path, text)
    assert [(one["line"], one["column"], one["rule"], one["message"]) for one in told] == expected
    assert expected


def test_a_file_above_the_bound_is_refused_before_it_is_read(fresh: Form) -> None:
    said = fresh.page.evaluate(
        """async () => {
          const { readMinutes } = await import(new URL("../assets/lagg-till/python.js", location.href));
          const file = { name: "stor.pdf", size: 25000001, arrayBuffer: () => { throw new Error("read"); } };
          return readMinutes(file, {}, new URL("../", location.href).href).catch((error) => error.message);
        }"""
    )
    assert said.startswith("Filen är för stor (26 MB; högst 25 MB läses).")
    assert fresh.page.workers == []


def test_a_read_that_takes_more_than_two_minutes_is_stopped_and_the_next_starts_anew(fresh: Form) -> None:
    answers = ["begun: true", 'result: { drafts: ["från en ny"] }']

    def next_worker(route: Route) -> None:
        script = f"self.onmessage = ({{ data }}) => self.postMessage({{ id: data.id, {answers.pop(0)} }});"
        route.fulfill(content_type="text/javascript", body=script)

    fresh.page.context.route("**/lagg-till/worker.js", next_worker)
    fresh.page.evaluate(
        """async () => {
          const { readMinutes } = await import(new URL("../assets/lagg-till/python.js", location.href));
          const file = { name: "a.txt", bytes: new ArrayBuffer(9) };
          await new Promise((begun) => {
            const read = readMinutes(file, {}, new URL("../", location.href).href, () => begun());
            window.told = read.catch((error) => error.message);
          });
        }"""
    )
    fresh.page.clock.fast_forward(120_001)
    assert fresh.page.evaluate("window.told").startswith("Filen tog mer än två minuter att läsa och avbröts.")
    assert fresh.read(b"x", "a.txt")["result"] == {"drafts": ["från en ny"]}


@pytest.mark.parametrize("lost", ["**/*.whl", "**/pyodide.mjs", "**/pyodide.asm.wasm", "**/lagg-till/worker.js"])
def test_what_cannot_be_fetched_is_told_of_in_one_sentence(lost: str, fresh: Form) -> None:
    fresh.page.context.route(lost, lambda route: route.fulfill(status=404, body=""))
    told = fresh.read(as_text(), "a.txt")
    assert told["error"].startswith("Det som läser filen kunde inte hämtas.")


@pytest.mark.parametrize("listed", [None, {"available": False}, {"available": True, "bytes": 18_500_001}])
def test_the_form_is_told_whether_there_is_python_and_how_large_it_is(listed: Any, fresh: Form) -> None:
    if listed is None:
        fresh.page.context.route("**/python.json", lambda route: route.fulfill(status=404, body=""))
    else:
        fresh.page.context.route("**/python.json", lambda route: route.fulfill(json=listed))
    told = fresh.page.evaluate(
        """async () => {
          const python = await import(new URL("../assets/lagg-till/python.js?again", location.href));
          const base = new URL("../", location.href).href;
          return [await python.pythonAvailable(base), await python.pythonMegabytes(base)];
        }"""
    )
    there = bool(listed and listed["available"])
    assert told == [there, 19 if there else 0]
