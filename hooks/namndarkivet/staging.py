"""A site is made beside the one that stands and takes its place when it is whole.

So a build that fails, or that is killed half-way, leaves the previous site untouched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from pathlib import Path

MARKER = ".namndarkivet"
"""A file in a site's folder that tells that the next site may take its place."""


class NotASiteError(Exception):
    """The folder that the site should take the place of holds something else."""


def recover(site: Path) -> None:
    """Put back a site that a killed build had moved aside."""
    old = _beside(site, "gammal")
    if old.exists() and not site.exists():
        old.rename(site)


def new_site(site: Path, apart_from: Path | None = None) -> Path:
    """The empty folder that the new site is made in, beside `site`. What a killed build left behind is cleared.

    Raises NotASiteError when `site` is a file, a folder with anything but a site of the archive's in it, or overlaps the
    documents folder `apart_from`: it will be replaced whole. Also when another build is under way there.
    """
    if site.exists() and not site.is_dir():
        raise NotASiteError(f"{site} är en fil; ange en annan mapp för sajten")
    if apart_from and _overlap(site.resolve(), apart_from.resolve()):
        raise NotASiteError(
            f"sajten ({site}) och dokumenten ({apart_from}) kan inte ligga i varandra; ange en annan mapp"
        )
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).is_file():
        raise NotASiteError(
            f"mappen {site} innehåller något annat än arkivets sajt och skulle skrivas över; ange en annan mapp eller töm den"
        )
    made, old = _beside(site, "ny"), _beside(site, "gammal")
    made.parent.mkdir(parents=True, exist_ok=True)
    _alone(_beside(site, "bygge"), site)
    recover(site)
    for left in (made, old):
        if left.exists():
            shutil.rmtree(left)
    made.mkdir()
    return made


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _alone(lock: Path, site: Path) -> None:
    """Hold the lock of this site until the process ends. Where the system has none (Windows) nothing is held."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    handle = os.open(
        tempfile.gettempdir() + "/" + f"namndarkivet-{zlib.crc32(str(lock.absolute()).encode())}",
        os.O_CREAT | os.O_RDWR,
    )
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise NotASiteError(f"ett annat bygge av {site} pågår; vänta tills det är klart") from None


def take_place(made: Path, site: Path) -> None:
    """Put the new site where the previous one stands, and remove that. A folder that cannot be moved (a mount) is
    emptied and filled instead.
    """
    (made / MARKER).write_text("Nästa bygge ersätter allt i den här mappen.\n", encoding="utf-8")
    site = site.resolve()
    old = _beside(site, "gammal")
    try:
        if site.exists():
            site.rename(old)
        made.rename(site)
    except OSError:
        if old.exists() and not site.exists():
            old.rename(site)
        site.mkdir(parents=True, exist_ok=True)
        for child in site.iterdir():
            shutil.rmtree(child) if child.is_dir() and not child.is_symlink() else child.unlink()
        for child in made.iterdir():
            shutil.move(child, site / child.name)
        made.rmdir()
    if old.exists():
        shutil.rmtree(old)


def give_up(made: Path) -> None:
    """Remove a site that will not be finished."""
    shutil.rmtree(made, ignore_errors=True)


def _beside(site: Path, what: str) -> Path:
    return site.parent / f".{site.name}-{what}"
