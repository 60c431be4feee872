"""The search index under `mkdocs serve`: made in the background at the start and after each change, while pages are shown."""

from __future__ import annotations

import atexit
import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from namndarkivet.pages.page import Site
from namndarkivet.searching.findable import HandWritten
from namndarkivet.searching.index import FOLDER, build
from namndarkivet.searching.lexicon import FOLDER as LEXICON

_log = logging.getLogger("mkdocs.namndarkivet")


class ServedIndex:
    """The newest index that is whole. Several changes while one is made become one more."""

    def __init__(self) -> None:
        self._current: Path | None = None
        self._wanted: tuple[Site, Sequence[HandWritten]] | None = None
        self._something = threading.Condition()
        self._thread: threading.Thread | None = None

    def refresh(self, site: Site, written: Sequence[HandWritten]) -> None:
        """Have the index made anew of this site."""
        with self._something:
            self._wanted = site, written
            self._something.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._follow, daemon=True)
                self._thread.start()

    def file(self, at: str) -> bytes | None:
        """A file of the index by its address; None when it is none, or the first index is not ready."""
        if self._current is None or not (at == "sok/sok.json" or at.startswith((f"{FOLDER}/", f"{LEXICON}/"))):
            return None
        file = (self._current / at).resolve()
        return file.read_bytes() if file.is_relative_to(self._current.resolve()) and file.is_file() else None

    def _follow(self) -> None:
        home, number = Path(tempfile.mkdtemp(prefix="namndarkivet-serve-")), 0
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        while True:
            with self._something:
                self._something.wait_for(lambda: self._wanted)
                (site, written), self._wanted = self._wanted or (None, ()), None
            if site is None:
                continue
            number += 1
            start, out = time.perf_counter(), home / str(number)
            try:
                shards = build(site, written, out, self._current)
            except Exception as error:  # noqa: BLE001 - the server must outlive whatever a half-written folder does to the index
                _log.warning("Sökningen kunde inte uppdateras: %s", error, exc_info=not isinstance(error, OSError))
                shutil.rmtree(out, ignore_errors=True)
                continue
            old, self._current = self._current, out
            if old:
                shutil.rmtree(old, ignore_errors=True)
            made = sum(shard.made for shard in shards)
            _log.info("Sökningen uppdaterad på %.1f s (%d av %d delar)", time.perf_counter() - start, made, len(shards))
