"""Search at size: making the index, making it again after one edit, and the first hit in a browser that has nothing cached.

The words are chosen from the documents: the rarest, the commonest that is searched for at all, two that stand together, and
the commonest with a year chosen. The pages are served as GitHub Pages serves them, texts compressed, over 127.0.0.1: the time
is that of the work, not of a network, so the bytes stand beside it.
"""

import contextlib
import functools
import gzip
import http.server
import json
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, TimeoutError, sync_playwright  # noqa: A004 - theirs

from namndarkivet.searching.words import STOP, words

from .command import Command, Run, installed, run
from .corpus import Documents
from .legs import ROOT, Job, archive_environment
from .results import FirstHit, Indexing, Results
from .serve import edited

ROUNDS = 3
"""Times that each question is asked; the median counts."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip
_LIMIT = 60_000  # milliseconds for one hit to show
_TEXTS = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"}
_SEEN = """
const seen = new MutationObserver(() => {
  if (!document.querySelector(".na-hit a")) return;
  seen.disconnect();
  requestAnimationFrame(() => { globalThis.firstHit = performance.now(); document.documentElement.dataset.firstHit = "1"; });
});
seen.observe(document, { childList: true, subtree: true });
"""
_TIMES = """
[firstHit, performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/sok/sok.json")).startTime]
"""


class SearchError(Exception):
    """A command failed, or no hit showed in time; the message is for the report."""


def measure_search(size: int, documents: Documents, work: Path, results: Results, say: Callable[[str], None]) -> None:
    """Measure the index and the first hits of these documents, and add them to the results."""
    scratch = work / "scratch"
    scratch.mkdir()
    try:
        say(f"search index, {len(documents.decisions):,} documents")
        results.indexings.append(_indexing(size, documents, scratch))
        say(f"first hits, {len(documents.decisions):,} documents")
        site = scratch / "site"
        environment = {**archive_environment(Job(documents, scratch, site)), "NAMNDARKIVET_SITE": str(site)}
        _done(run(Command((installed("mkdocs"), "build"), ROOT, environment), scratch / "log"))
        results.first_hits += _first_hits(size, documents, site)
    except (OSError, SearchError) as error:
        results.failures.append(f"search, {len(documents.decisions):,}: {error}")
    finally:
        shutil.rmtree(scratch)


def _indexing(size: int, documents: Documents, scratch: Path) -> Indexing:
    first, told = _index_once(documents, scratch / "first", None)
    (victim,) = edited(documents.decisions)[:1]
    file = documents.folder / victim
    before = file.read_bytes()
    try:
        file.write_bytes(before + "\nEn mening till, för mätningen.\n".encode())
        _, again = _index_once(documents, scratch / "again", scratch / "first")
    finally:
        file.write_bytes(before)
    stored = [each.stat().st_size for each in (scratch / "first").rglob("*") if each.is_file()]
    shutil.rmtree(scratch / "first")
    shutil.rmtree(scratch / "again")
    return Indexing(
        size=size,
        documents=len(documents.decisions),
        seconds=told["seconds"],
        peak_bytes=first.peak_bytes,
        files=len(stored),
        stored_bytes=sum(stored),
        shards=int(told["shards"]),
        edit_seconds=again["seconds"],
        edit_shards=int(again["made"]),
    )


def _index_once(documents: Documents, out: Path, previous: Path | None) -> tuple[Run, dict[str, float]]:
    script = Path(__file__).with_name("index_once.py")
    arguments = (sys.executable, str(script), str(documents.folder), str(out), *([str(previous)] if previous else []))
    done = _done(run(Command(arguments, ROOT, {"PYTHONPATH": str(ROOT / "hooks")}), out.with_suffix(".log")))
    told: dict[str, float] = json.loads(done.output.splitlines()[-1])
    return done, told


def _done(measured: Run) -> Run:
    if measured.code != 0:
        raise SearchError(measured.output)
    return measured


def questions(documents: Documents) -> dict[str, dict[str, str]]:
    """The questions to ask, by what they are, as the search page's address has them."""
    held: Counter[str] = Counter()
    together: Counter[str] = Counter()
    texts = [set(words((documents.folder / each).read_text(encoding="utf-8"))) - STOP for each in documents.decisions]
    for text in texts:
        held.update(text)
    common = min((word for word in held if word.isalpha()), key=lambda word: (-held[word], word))
    rare = min((word for word in held if word.isalpha() and len(word) > 7), key=lambda word: (held[word], word))
    aim = len(texts) // 20
    one = min(
        (word for word in held if word.isalpha() and len(word) > 4), key=lambda word: (abs(held[word] - aim), word)
    )
    for text in texts:
        together.update(text if one in text else ())
    other = min((w for w in together if w.isalpha() and len(w) > 4 and w != one and held[w] < 3 * aim), key=lambda w: (-together[w], w))  # fmt: skip
    years = sorted({each.parts[3] for each in documents.decisions})
    return {
        f"rare word ({held[rare]} documents)": {"q": rare},
        f"commonest word ({held[common]:,} documents)": {"q": common},
        f"two words ({together[other]:,} documents)": {"q": f"{one} {other}"},
        "commonest word, one year": {"q": common, "ar": years[len(years) // 2]},
    }


def _first_hits(size: int, documents: Documents, site: Path) -> list[FirstHit]:
    found = []
    browser_file = (
        os.environ.get("NAMNDARKIVET_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    with _served(site) as (url, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=FLAGS)
        for name, question in questions(documents).items():
            rounds = sorted(_ask(browser, f"{url}sok/?{urlencode(question)}", sent) for _ in range(ROUNDS))
            found.append(FirstHit(size, len(documents.decisions), name, question["q"], *rounds[ROUNDS // 2]))
        browser.close()
    return found


def _ask(browser: Browser, address: str, sent: Counter[str]) -> tuple[float, float, int, int]:
    """Seconds from the start of the page until its first hit is drawn and those since search asked for its first file, and bytes
    sent until then and those of search alone.
    """
    sent.clear()
    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(_SEEN)
        page.goto(address, wait_until="commit")
        try:
            page.locator("html[data-first-hit]").wait_for(state="attached", timeout=_LIMIT)
        except TimeoutError as error:
            told = page.locator("#na-results").inner_text() if page.locator("#na-results").count() else "no search page"
            raise SearchError(f"{address}: no hit in {_LIMIT // 1000} s; the page says: {told}") from error
        before = dict(sent)
        hit, began = page.evaluate(_TIMES)
        return (
            hit / 1000,
            (hit - began) / 1000,
            sum(before.values()),
            sum(size for path, size in before.items() if "/sok/" in path),
        )
    finally:
        context.close()


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: texts compressed, all else as it is, many files over one connection. Counts what it sends."""

    protocol_version = "HTTP/1.1"
    sent: Counter[str]
    kept: dict[Path, bytes]
    """The site's files as they are sent: compressed once, as a host does."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        if path not in self.kept:
            data = path.read_bytes()
            self.kept[path] = gzip.compress(data, 6) if path.suffix in _TEXTS else data
        data = self.kept[path]
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in _TEXTS:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.sent[self.path] += len(data)


@contextlib.contextmanager
def _served(site: Path) -> Iterator[tuple[str, Counter[str]]]:
    sent: Counter[str] = Counter()
    handler = functools.partial(type("Pages", (_Pages,), {"sent": sent, "kept": {}}), directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()
