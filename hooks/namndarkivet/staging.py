"""A site is made beside the one that stands and takes its place when it is whole.

So a build that fails, or that is killed half-way, leaves the previous site untouched.
"""

from __future__ import annotations

import shutil
from pathlib import Path


class NotASiteError(Exception):
    """The folder that the site should take the place of holds something else."""


def new_site(site: Path) -> Path:
    """The empty folder that the new site is made in, beside `site`. What a killed build left behind is cleared, and a
    site that it had moved aside is put back.

    Raises NotASiteError when `site` is a file or a folder with something else in it: it will be replaced whole.
    """
    if site.exists() and not site.is_dir():
        raise NotASiteError(f"{site} är en fil; ange en annan mapp för sajten")
    if (
        site.is_dir()
        and any(site.iterdir())
        and not (site / "index.html").is_file()
        and not any(site.glob("*/index.html"))
    ):
        raise NotASiteError(
            f"mappen {site} innehåller något annat än en sajt och skulle skrivas över; ange en annan mapp"
        )
    site = site.resolve()  # a link stays, and the folder that it leads to is replaced
    made, old = _beside(site, "ny"), _beside(site, "gammal")
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)
    if made.exists():
        shutil.rmtree(made)
    made.mkdir(parents=True)
    return made


def take_place(made: Path, site: Path) -> None:
    """Put the new site where the previous one stands, and remove that. A folder that cannot be moved (a mount) is
    emptied and filled instead.
    """
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
