"""An edit under a server: seconds from writing a changed decision until its page on 127.0.0.1 shows the new text.

The archive's `mkdocs serve` and `hugo server` (its defaults: pages from disk, fast render of pages just visited, which
favours Hugo) serve the same folder of documents, one after the other. Each edit adds a sentence of its own to another
decision, whose page was fetched just before; then the page is asked for every 50 ms. The files are put back afterwards.
"""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote, urlsplit

from .command import LIMIT, Command, installed, running, tail
from .corpus import Documents
from .hugo_site import hugo_site
from .legs import ROOT, Job, archive_environment, archive_page, file_page, fresh_caches
from .results import Edit, Results

EDITS = 3
"""Edits per server."""

EDIT_LIMIT = 180.0
"""Seconds after which an edit counts as not shown."""

_POLL = 0.05  # seconds between two requests
_SETTLE = 1.0  # seconds of rest before an edit: the server may still be busy with the one before
_OK = 200
_HOST = "127.0.0.1"


@dataclass(frozen=True)
class Server:
    """`command` gets the job and the port."""

    name: str
    title: str
    command: Callable[[Job, int], Command]
    page: Callable[[PurePath], PurePath]


def _archive(job: Job, port: int) -> Command:
    return Command((installed("mkdocs"), "serve", "--dev-addr", f"{_HOST}:{port}"), ROOT, archive_environment(job))


def _hugo(job: Job, port: int) -> Command:
    source = hugo_site(job.documents, job.scratch)
    where = ("--bind", _HOST, "--port", str(port), "--baseURL", f"http://{_HOST}:{port}/")
    return Command((installed("hugo"), "server", *where, "--destination", str(job.out)), source, fresh_caches(job))


SERVERS = (
    Server("site", "archive: mkdocs serve", _archive, archive_page),
    Server("hugo", "Hugo: hugo server", _hugo, file_page),
)


class ServerError(Exception):
    """A server ended, or did not show what it was asked for in time; the message is for the report."""


def measure_edits(size: int, documents: Documents, work: Path, results: Results, say: Callable[[str], None]) -> None:
    """Time the edits under each server, and add them to the results."""
    chosen = edited(documents.decisions)
    for server in SERVERS:
        say(f"{server.title}, {len(documents.decisions):,} documents, {len(chosen)} edits")
        scratch = work / "scratch"
        scratch.mkdir()
        before = {path: (documents.folder / path).read_bytes() for path in chosen}
        try:
            results.edits.append(_edits(server, size, Job(documents, scratch, scratch / "out"), chosen))
        except (OSError, ServerError) as error:
            results.failures.append(f"{server.title}, {len(documents.decisions):,}: {error}")
        finally:
            for path, content in before.items():
                (documents.folder / path).write_bytes(content)
            shutil.rmtree(scratch)


def edited(decisions: Sequence[Path]) -> list[Path]:
    """The decisions to edit: spread evenly over the archive, and always the same."""
    number = min(EDITS, len(decisions))
    return [decisions[(2 * index + 1) * len(decisions) // (2 * number)] for index in range(number)]


def _edits(server: Server, size: int, job: Job, chosen: list[Path]) -> Edit:
    port = _free_port()
    log = job.scratch / "log"
    command = server.command(job, port)
    os.sync()
    start = time.perf_counter()
    with running(command, log) as (process, memory):
        base = _first_answer(process, port, log, start)
        pages = {path: f"{base}{quote(server.page(path).as_posix())}/" for path in chosen}
        _wait_for(port, pages[chosen[0]], b"", LIMIT - (time.perf_counter() - start))
        ready = time.perf_counter() - start
        seconds = tuple(_edit(port, pages[path], job.documents.folder / path) for path in chosen)
    return Edit(server.name, size, len(job.documents.decisions), ready, seconds, memory.peak)


def _edit(port: int, page: str, file: Path) -> float:
    _wait_for(port, page, b"", EDIT_LIMIT)
    time.sleep(_SETTLE)
    sentence = f"Mätning {time.time_ns()}."
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{sentence}\n")
    written = time.perf_counter()
    _wait_for(port, page, sentence.encode(), EDIT_LIMIT)
    return time.perf_counter() - written


def _wait_for(port: int, page: str, text: bytes, limit: float) -> None:
    """Ask for the page until it is there with the text in it; raises ServerError after `limit` seconds."""
    end = time.perf_counter() + limit
    while True:
        status, _, content = _get(port, page, limit)
        if status == _OK and text in content:
            return
        if time.perf_counter() > end:
            message = f"{page} (last status {status}) does not show the text after {limit:.0f} s"
            raise ServerError(message)
        time.sleep(_POLL)


def _first_answer(process: subprocess.Popen[bytes], port: int, log: Path, start: float) -> str:
    """Wait for the server; the path under which it serves the site: MkDocs redirects / to that of `site_url`."""
    while time.perf_counter() - start < LIMIT:
        if process.poll() is not None:
            message = f"ended with exit code {process.returncode}\n{tail(log)}"
            raise ServerError(message)
        status, location, _ = _get(port, "/", LIMIT)
        if location:
            return urlsplit(location).path
        if status == _OK:
            return "/"
        time.sleep(_POLL)
    message = f"no answer after {LIMIT:.0f} s\n{tail(log)}"
    raise ServerError(message)


def _get(port: int, page: str, limit: float) -> tuple[int, str, bytes]:
    """Status, redirect and content of a page; status 0 while nobody answers."""
    connection = http.client.HTTPConnection(_HOST, port, timeout=max(limit, _POLL))
    try:
        connection.request("GET", page)
        response = connection.getresponse()
        return response.status, response.getheader("Location") or "", response.read()
    except (OSError, http.client.HTTPException):
        return 0, "", b""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
    return port
