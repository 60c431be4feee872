"""A document as it lies in the folder: its path, its front matter and its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

WIDEST = 1_000_000
"""Characters of a line: none is broken."""


class _AsWritten(yaml.CSafeDumper):
    """Writes a text plainly wherever YAML lets it: the archive reads `0643` and `2031-02-12` as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML declares it so


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the documents folder. A value of None leaves its key out; without a body it is a register."""

    path: str
    front: Mapping[str, Any]
    body: str | None = None

    @property
    def id(self) -> str:
        """The decision's id: its path without the slug."""
        folder, name = self.path.rsplit("/", 1)
        return f"{folder}/{name.split('-', 1)[0]}"

    def text(self) -> str:
        """The file's text."""
        given = {key: value for key, value in self.front.items() if value is not None}
        front = yaml.dump(
            given, Dumper=_AsWritten, allow_unicode=True, sort_keys=False, width=WIDEST, default_flow_style=None
        )
        return front if self.body is None else f"---\n{front}---\n{self.body.strip()}\n"
