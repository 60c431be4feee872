"""The issue form: drawn from the file that GitHub makes it of; and the proposal that comes of an issue, from the code that
writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from intake.sent import issue
from markupsafe import Markup
from playwright.sync_api import Locator
from sites import REPOSITORY

from namndarkivet.intake.command import receive

from .camera import Stage, Story
from .drawing import box, button, field, markdown, note, page

FORM = REPOSITORY / ".github" / "ISSUE_TEMPLATE" / "skicka-in.yml"
DRAWN = 520
FILLED = {"kommun": "Habo", "organ": "Socialnämnden", "sort": "Ett helt protokoll"}
"""What the invented sender answers."""


def _form() -> Mapping[str, Any]:
    form: Mapping[str, Any] = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    return form


def _parts(form: Mapping[str, Any], *, attached: bool) -> list[Markup]:
    """The parts of the form before the files, or from them on."""
    parts = form["body"]
    at = next(number for number, part in enumerate(parts) if part.get("id") == "bilaga")
    return [field(part, FILLED.get(part.get("id", ""), "")) for part in (parts[at:] if attached else parts[:at])]


def asked(stage: Stage) -> Locator:
    """The form's first half: whose minutes they are."""
    form = _form()
    title = box("Add a title *", f"{form['title']}Habo, socialnämnden den 12 februari 2031")
    return stage.drawn(page(title, note("Rubriken: skriv vad du skickar in."), *_parts(form, attached=False)))


def attached(stage: Stage) -> Locator:
    """The form's second half: files or text, what one vouches for, and the button."""
    return stage.drawn(
        page(*_parts(_form(), attached=True), button("Create"), note("Skicka in. Det syns nu för alla."))
    )


def proposed(stage: Stage) -> Locator:
    """The proposal that the archive makes of the invented minutes, as far as its first draft."""
    drafts, letter = receive(issue(), 41, "namndarkivet/namndarkivet", stage.folder / "utkast")
    assert drafts == 3
    return stage.drawn(page(Markup('<div class="box">{}</div>').format(markdown(letter))))


STORIES = (
    Story("skicka-in-fragor", DRAWN, asked),
    Story("skicka-in-text", DRAWN, attached),
    Story("skicka-in-forslag", DRAWN, proposed),
)
