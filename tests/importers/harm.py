"""What becomes of a file that is made to harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from namndarkivet.filing import Registers
from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.drafts import Origin, drafts
from namndarkivet.importers.files import fetch, reader_of
from namndarkivet.importers.labelled import labelled
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.minutes import read_minutes


def imported(data: bytes) -> None:
    """Read a file through all stages, as the command does."""
    minutes = read_minutes(reader_of(data)(data))
    labelled(minutes, "fil")
    drafts(minutes, Origin("fil", "0" * 64), Registers({}))


def refused(tmp_path: Path, data: bytes) -> str:
    """What is said of a file that is not imported."""
    path = tmp_path / "fil.pdf"
    path.write_bytes(data)
    with pytest.raises(ImportFileError) as caught:
        bounded(lambda: imported(fetch(path)))
    return str(caught.value)
