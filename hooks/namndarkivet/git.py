"""What git says of the repository that the documents lie in."""

from __future__ import annotations

import subprocess
from pathlib import Path


def said(*arguments: str, under: Path | None = None, given: bytes = b"") -> bytes | None:
    """What git prints, asked in the folder `under` (else the working folder) and given these bytes; None where it says no, or where
    there is no git. Paths come as they are, and not in git's own escapes for å, ä and ö.
    """
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=under, input=given, capture_output=True, check=False)  # noqa: S603 - git is where the system has it
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
