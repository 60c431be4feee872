"""Text into files, whole or not at all: a stop in between leaves the file that was, or none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str, *, new: bool = False) -> None:
    """Write a file in one step, and the folders that it lies in. Raises OSError; with `new` FileExistsError when there is a
    file of that name already, which is left as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".", suffix=".ny", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, 0o644)  # noqa: PTH101 - as any other document
        if new and _linked(beside, path):
            Path(beside).unlink()
        else:
            os.replace(beside, path)  # noqa: PTH105 - one step
    except BaseException:  # a stop by hand too leaves nothing beside
        Path(beside).unlink(missing_ok=True)
        raise


def _linked(beside: str, path: Path) -> bool:
    """Give a file its name, which only one can have: what came a moment ago stays. False where a file system (a memory
    stick's) has no such links.
    """
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists() or path.is_symlink():
            raise FileExistsError(str(path)) from None
        return False
    return True
