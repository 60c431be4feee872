"""Tries the rules on an example: writes it into a folder of its own, and checks that as any archive."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from namndarkivet.archive import open_archive
from namndarkivet.checks.example import Paper, Saved
from namndarkivet.problem import Problem


def tried(papers: Iterable[Paper]) -> list[Problem]:
    """The problems of an archive of these files, as `namndarkivet check` would tell them of a folder `decisions`. Nothing is
    left on the disk.
    """
    with TemporaryDirectory(prefix="namndarkivet-") as folder:
        for paper in papers:
            for path, content in paper.written():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                if paper.saved is Saved.LINK:
                    with suppress(OSError):  # Windows lets few make links: then there is no problem to show
                        file.symlink_to(content.decode().strip())
                else:
                    file.write_bytes(content)
        return open_archive(Path(folder), shown="decisions", bodies=False)[1]
