"""Every picture's story, by the picture's name."""

from __future__ import annotations

from collections.abc import Mapping

from . import form, github, importing, sending
from .camera import Story

STORIES: Mapping[str, Story] = {
    story.name: story for story in (*form.STORIES, *sending.STORIES, *github.STORIES, *importing.STORIES)
}
