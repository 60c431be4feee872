"""Drafts out of one job's artifact into the documents folder, in the job that may write: names and sizes are looked at, nothing
is read for what it says, and nothing that is there is written over.

The job that made the drafts has met what strangers wrote, so what comes from it is not trusted. This module imports nothing but
Python's own and `writing`, so that it runs from the checkout without anything being installed.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from namndarkivet.writing import write_whole

LETTER = "brev.md"
DRAFTS = "utkast"
MOST = 400
"""Files at most: the import makes up to 300 § and a meeting for each of five files."""
LARGEST = 2_000_000
"""Bytes of one draft at most: above that the check refuses a document (`source.MAX_BYTES`)."""
ALL = 20_000_000
"""Bytes of all drafts at most."""
LONGEST = 260_000
"""Bytes of the letter at most: 65,000 characters of up to four bytes."""
_PATH = re.compile(r"(?:beslut/[a-z0-9-]{1,60}/[a-z0-9-]{1,100}/[0-9]{4}|ofullstandiga)/[a-z0-9-]{1,200}\.md", re.ASCII)
"""Where a decision or a meeting lies (design §2), or a draft that lacks its year."""


class AcceptError(Exception):
    """An artifact that is not what the first job makes; its text is one Swedish sentence that repeats nothing of it."""


def accept(artifact: Path, decisions: Path) -> int:
    """Put the drafts of an artifact into the documents folder, all or none; how many there were. Raises AcceptError."""
    _read(artifact / LETTER, LONGEST)
    drafts = {path: _read(artifact / DRAFTS / path, LARGEST) for path in _paths(artifact / DRAFTS)}
    if sum(len(text.encode()) for text in drafts.values()) > ALL:
        raise AcceptError("utkasten är tillsammans för stora")
    for path in drafts:
        target = decisions / path
        if target.exists() or target.is_symlink() or not target.parent.resolve().is_relative_to(decisions.resolve()):
            raise AcceptError("ett utkast har samma namn som en fil som finns")
    for path, text in drafts.items():
        write_whole(decisions / path, text, new=True)
    return len(drafts)


def _paths(folder: Path) -> Iterator[str]:
    """The drafts' paths in their folder, which need not be there. Links are not followed."""
    number = 0
    for at, folders, files in os.walk(folder):
        for name in (*folders, *files):
            if Path(at, name).is_symlink():
                raise AcceptError("bland utkasten finns en länk")
        for name in sorted(files):
            path = Path(at, name).relative_to(folder).as_posix()
            number += 1
            if number > MOST:
                raise AcceptError("utkasten är för många")
            if not _PATH.fullmatch(path):
                raise AcceptError("ett utkast har ett namn som importen inte ger")
            yield path


def _read(path: Path, most: int) -> str:
    """The text of a plain file."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            raise AcceptError("en fil är för stor eller ingen vanlig fil")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise AcceptError("en fil saknas eller är ingen text") from None


def main(arguments: list[str]) -> int:
    """The program: artifact and documents folder → exit code, 0 or 1."""
    try:
        print(f"{accept(Path(arguments[0]), Path(arguments[1]))} utkast togs emot.")  # noqa: T201 - the step's log
    except AcceptError as error:
        print(f"Inget togs emot: {error}.", file=sys.stderr)  # noqa: T201 - the step's log
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
