"""What several test files share: sites that are built once, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from sites import DECISIONS, EXAMPLE, REPOSITORY, Built, build

expect.set_options(timeout=30_000)  # milliseconds: a machine that does other things shall not fail a test

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def _built(decisions: Path, root: Path) -> Built:
    site = root / "arkiv"
    done = build(decisions, site)
    assert done.returncode == 0, done.stderr
    return Built(site, done.stderr)


@pytest.fixture(scope="session")
def archive_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the archive's own documents."""
    return _built(DECISIONS, tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the invented example municipality."""
    return _built(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of 3,214 real paragraphs, which lie beside the repository and never in it."""
    script = REPOSITORY.parent / "shared" / "corpus" / "to_decisions.py"
    if not script.is_file():
        pytest.skip("korpusen ../shared/corpus finns inte här")
    decisions = tmp_path_factory.mktemp("corpus") / "decisions"
    subprocess.run([sys.executable, str(script), str(decisions)], check=True, capture_output=True)
    return _built(decisions, tmp_path_factory.mktemp("corpus-site"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        pass


class _Patient(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that is closed while it fetches."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _served(built: Built) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(built.root.parent))
    with _Patient(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/arkiv/"
        server.shutdown()


@pytest.fixture(scope="session")
def archive_url(archive_site: Built) -> Iterator[str]:
    """Where the archive's site is served."""
    yield from _served(archive_site)


@pytest.fixture(scope="session")
def example_url(example_site: Built) -> Iterator[str]:
    """Where the example's site is served."""
    yield from _served(example_site)


@pytest.fixture(scope="session")
def corpus_url(corpus_site: Built) -> Iterator[str]:
    """Where the corpus' site is served."""
    yield from _served(corpus_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium (or another that the environment names), headless."""
    names = (
        os.environ.get("NAMNDARKIVET_CHROMIUM", ""),
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    )
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "no Chromium: `make test` installs one"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
