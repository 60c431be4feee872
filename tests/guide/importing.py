"""The import of minutes: the real command, tried on the invented minutes of the import's own tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from importers.paper import as_pdf
from markupsafe import Markup
from playwright.sync_api import Locator
from sites import EXAMPLE

from .camera import Stage, Story
from .command import run
from .drawing import code, screen

MINUTES = "socialnamnden-2031-02-12.pdf"
SCREEN = 640
INVENTED = Markup('<p class="made">Protokollet är påhittat</p>')


def _archive(folder: Path) -> Path:
    """A folder with an archive that has Habo's bodies and the invented minutes in a folder beside it; the minutes."""
    for name in ("kommuner", "rekommendationer"):
        shutil.copytree(EXAMPLE / name, folder / "decisions" / name)
    minutes = folder / "protokoll" / MINUTES
    minutes.parent.mkdir()
    minutes.write_bytes(as_pdf())
    return minutes


def imported(stage: Stage) -> Locator:
    """What the import of minutes tells."""
    _archive(stage.folder)
    told = run(stage.folder, "import", f"protokoll/{MINUTES}")
    return stage.drawn(INVENTED + screen(f".venv/bin/namndarkivet import protokoll/{MINUTES}", told))


def draft(stage: Stage) -> Locator:
    """The front matter of a draft with marks."""
    _archive(stage.folder)
    run(stage.folder, "import", f"protokoll/{MINUTES}")
    made = next((stage.folder / "decisions" / "beslut").rglob("13-*.md")).read_text(encoding="utf-8")
    front, _, _ = made.partition("\nkälla:")
    return stage.drawn(INVENTED + code([*front.split("\n"), "…"]))


def stopped(stage: Stage) -> Locator:
    """What the check says of a mark that is left."""
    _archive(stage.folder)
    run(stage.folder, "import", f"protokoll/{MINUTES}")
    told = run(stage.folder, "check").split("\n\n")
    one = next(
        problem for problem in told if "| reservationer:" in problem
    )  # short: its marks stand below what they mark
    return stage.drawn(INVENTED + screen("make check", f"…\n\n{one}\n\n…"))


def explained(stage: Stage) -> Locator:
    """What each step made of the minutes, as far as the first §."""
    _archive(stage.folder)
    told = run(stage.folder, "import", "--explain", f"protokoll/{MINUTES}")
    before, found, after = told.partition("   § 12 ")
    first, _, _ = after.partition("   § 13 ")
    return stage.drawn(
        INVENTED + screen(f".venv/bin/namndarkivet import --explain protokoll/{MINUTES}", f"{before}{found}{first}   …")
    )


STORIES = (
    Story("import-protokoll", SCREEN, imported),
    Story("import-utkast", SCREEN, draft),
    Story("import-granskning", SCREEN, stopped),
    Story("import-forklara", SCREEN, explained),
)
