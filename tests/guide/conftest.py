"""Pictures that a page shows already and that no story has taken yet."""

from __future__ import annotations

import pytest

from .camera import TAKING
from .stories import STORIES


@pytest.fixture(scope="session", autouse=True)
def _room_for_new_pictures() -> None:
    """Before the site is built, an empty file for each picture that is still to be taken: a page may show it already, and the
    site is not built with a file missing.
    """
    for story in STORIES.values() if TAKING else ():
        story.picture.parent.mkdir(parents=True, exist_ok=True)
        story.picture.touch()
