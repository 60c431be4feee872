"""The archive's command, run as a person would run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(folder: Path, *arguments: str) -> str:
    """What `namndarkivet` prints in a folder that holds an archive in `decisions`. Exit codes are 0 and 1: done, and problems
    found.
    """
    environment = {**os.environ, "NAMNDARKIVET_DECISIONS": "decisions"}
    command = [str(Path(sys.executable).with_name("namndarkivet")), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout
