"""What the environment sets: where the documents lie, and what is warned of."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from pathlib import Path

DECISIONS = "NAMNDARKIVET_DECISIONS"
DEVIATION = "NAMNDARKIVET_AVVIKELSE"
SITE_URL = "NAMNDARKIVET_URL"

TOLERANCE = Decimal(5)
"""Per cent that a stated cost may differ from the expected share without a warning, where nothing else is set."""


class SettingError(ValueError):
    """A setting that cannot be read; its text is for the reader."""


def decisions_folder(beside: Path = Path()) -> Path:
    """The documents folder: the one that the environment names, else `decisions` in the folder `beside`."""
    return Path(os.environ.get(DECISIONS) or beside / "decisions")


def site_url() -> str:
    """The site's address with one slash at its end, where the environment names it; else the empty string."""
    written = os.environ.get(SITE_URL, "").strip()
    return written.rstrip("/") + "/" if re.fullmatch(r"https?://[^\s()<>\[\]|`\\]+", written) else ""


def tolerance() -> Decimal:
    """The per cent that a stated cost may differ from the expected share without a warning. Raises SettingError."""
    written = os.environ.get(DEVIATION)
    return percent(written, DEVIATION) if written else TOLERANCE


def percent(written: str, name: str) -> Decimal:
    """A number of per cent as written, with comma or point. Raises SettingError, which says `name`."""
    if re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", written, re.ASCII):
        return Decimal(written.replace(",", "."))
    raise SettingError(f"{name} är ett antal procent, till exempel 5 eller 2,5; «{written}» är det inte")
