"""The archive under `mkdocs serve`: a page is made when it is asked for, so an edit shows at once at any size.

The server itself is MkDocs'; what is used of it is `set_app`, `serve_request`, and the epoch that tells browsers to reload.
"""

from __future__ import annotations

import gc
import logging
import posixpath
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from namndarkivet import api
from namndarkivet.adding import files as adding
from namndarkivet.archive import check_and_index
from namndarkivet.entry import Loaded
from namndarkivet.frame import Frames
from namndarkivet.load import reread
from namndarkivet.pages import KINDS, Page, Site, addresses
from namndarkivet.problem import Problem, Severity
from namndarkivet.redirects import redirect_page, redirects
from namndarkivet.render import whole
from namndarkivet.searching import files as searching
from namndarkivet.searching import synonyms
from namndarkivet.searching.findable import HandWritten
from namndarkivet.searching.served import ServedIndex

_log = logging.getLogger("mkdocs.namndarkivet")

SETTLE = 0.05
"""Seconds without another change before the changed files are read: an editor writes in several steps."""


_TYPES = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
    "xml": "application/xml",
    "js": "text/javascript; charset=utf-8",
}
_OURS = ("beslut/", "cirkular/", "rekommendationer/", "kommuner/", "sammantraden/", "arenden/", "amnen/", "ar/")
"""Where a page may be missing only because its document has an error."""


class Version:
    """The site as it was after one change: its pages by address."""

    def __init__(self, site: Site, problems: list[Problem]) -> None:
        self.site = site
        self.errors = [problem for problem in problems if problem.severity is Severity.ERROR]

    @cached_property
    def kinds(self) -> Mapping[str, int]:
        """The number of the kind of page at each address."""
        return {at: kind for kind, at in addresses(self.site)}

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Old addresses and where they lead."""
        return dict(redirects(self.site.archive))

    def html(self, at: str, frames: Frames) -> bytes | None:
        """The page at an address; None when it is not the archive's. While documents have errors every page of the
        archive shows them, since a site with errors is not published: all but the pages that tell what to do about them.
        """
        if at in self.moved:
            return redirect_page(at, self.moved[at], self.site.url).encode()
        if at not in self.kinds and not (self.errors and at.startswith(_OURS)):
            return None
        if self.errors and not at.startswith("regler/"):
            return whole(self.site, _problem_page(at, self.errors), "", frames)
        kind = KINDS[self.kinds[at]]
        return whole(self.site, kind.page(self.site, at), kind.place, frames)


def _problem_page(at: str, errors: list[Problem]) -> Page:
    return Page(
        address=at,
        title="Fel i dokumenten",
        description="",
        template="problems.html",
        context={"problems": errors[:50], "total": len(errors)},
        listed=False,
    )


class Served:
    """Keeps what was read, reads again what changes, and answers for the archive's addresses."""

    def __init__(self, loaded: Loaded, name: str, site: Site, problems: list[Problem]) -> None:
        self.loaded, self.name = loaded, name
        self.version = Version(site, problems)
        self.frames: Frames | None = None
        self.index = ServedIndex()
        self.written: Sequence[HandWritten] | None = None
        self.docs: Path | None = None
        self.changed: set[Path] = set()
        self.something = threading.Condition()

    def attach(self, server: Any) -> None:  # noqa: ANN401 - MkDocs' server; the package imports no mkdocs
        """Answer for the archive through MkDocs' server, and watch the documents."""
        server.set_app(self.app(server))
        observer = Observer()
        observer.schedule(_Watch(self), str(self.loaded.root), recursive=True)
        observer.daemon = True
        observer.start()
        threading.Thread(target=self._follow, args=(server,), daemon=True).start()

    def app(self, server: Any) -> Callable[..., Iterable[bytes]]:  # noqa: ANN401
        """The WSGI application: the archive's pages here, everything else as MkDocs serves it."""
        others = server.serve_request

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            at = path[len(server.mount_path) :] if path.startswith(server.mount_path) else None
            if at is None or self.frames is None:
                return others(environ, start_response)  # type: ignore[no-any-return]
            if (data := self._file(at)) is not None:
                kind = _TYPES.get(at.rpartition(".")[2], "application/octet-stream")
                start_response("200 OK", [("Content-Type", kind)])
                return [data]
            if (attachment := self._attachment(at)) is not None:
                start_response("200 OK", [("Content-Type", "application/octet-stream")])
                return [attachment]
            version = self.version
            html = version.html(at.removesuffix("index.html"), self.frames)
            if html is None:
                return others(environ, start_response)  # type: ignore[no-any-return]
            data = server._inject_js_into_html(html, server._visible_epoch)  # noqa: SLF001 - as MkDocs itself
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(data)))])
            return [data]

        return answer

    def _file(self, at: str) -> bytes | None:
        made = (source.file(self.version.site, at) for source in (api, adding, searching))
        return next((data for data in made if data is not None), None) or self.index.file(at)

    def search(self, written: Sequence[HandWritten], docs: Path | None = None) -> None:
        """Make the site searchable, with these pages of docs/ and the table of synonyms there: in the background."""
        self.written, self.docs = written, docs
        if docs:
            wrong: list[Problem] = []
            table = synonyms.table(docs, wrong)
            known = [error for error in self.version.errors if error.rule != synonyms.RULE]
            self.version = Version(replace(self.version.site, synonyms=table), [*known, *wrong])
        if not self.version.errors:
            self.index.refresh(self.version.site, written)

    def _attachment(self, at: str) -> bytes | None:
        identity, file = posixpath.split(at)
        entry = self.version.site.archive.entries.get(identity)
        if not file or entry is None:
            return None
        found = self.version.site.archive.attachments.get(f"{posixpath.dirname(entry.path)}/{file}")
        return (self.loaded.root / found.path).read_bytes() if found else None

    def note(self, path: Path) -> None:
        """A file of the documents folder has changed."""
        with self.something:
            self.changed.add(path)
            self.something.notify_all()

    def _follow(self, server: Any) -> None:  # noqa: ANN401
        while True:
            with self.something:
                self.something.wait_for(lambda: self.changed)
                while self.something.wait(timeout=SETTLE):
                    pass
                changed, self.changed = self.changed, set()
            try:
                self.refresh(changed)
            except Exception:  # noqa: BLE001 - the server must outlive whatever a half-written folder does to the reading
                _log.exception("Ändringen kunde inte läsas; spara igen")
                continue
            with server._epoch_cond:  # noqa: SLF001 - MkDocs has no other way to say that browsers should reload
                server._wanted_epoch = server._visible_epoch = round(time.monotonic() * 1000)  # noqa: SLF001
                server._epoch_cond.notify_all()  # noqa: SLF001

    def refresh(self, changed: Iterable[Path]) -> None:
        """Read changed files again, and make the next version of the site."""
        start = time.perf_counter()
        gc.freeze()  # what is kept from before need not be looked through for garbage
        self.loaded = reread(self.loaded, self.name, changed)
        archive, problems = check_and_index(self.loaded, self.name, self.version.site.archive.tolerance)
        old = self.version.site
        warnings = tuple(problem for problem in problems if problem.severity is Severity.WARNING)
        self.version = Version(replace(old, archive=archive, warnings=warnings), problems)
        if self.written is not None:
            self.search(self.written, self.docs)
        errors = len(self.version.errors)
        state = f"{errors} fel, som visas i webbläsaren" if errors else "inga fel"
        _log.info("Ändringen läst på %.2f s: %s", time.perf_counter() - start, state)


class _Watch(FileSystemEventHandler):
    """Passes on what changes a file, and not what only reads one."""

    def __init__(self, served: Served) -> None:
        self.served = served

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"}:
            return
        if event.is_directory and event.event_type == "modified":
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self.served.note(Path(path if isinstance(path, str) else path.decode()))
