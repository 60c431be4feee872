"""A frame: a page of the theme with holes, into which the archive's pages are put.

Whoever brings the frame (today MkDocs with Material) renders an empty page with a mark where each hole is to be. The
frame is cut at its marks once, before any document is near, so no document's text can imitate or break a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

HOLES = ("title", "description", "canonical", "head", "content")
_MARK = re.compile(r"\{na-hole:([a-z]+)\}")


def mark(hole: str) -> str:
    """The mark of a hole, for whoever renders the frame."""
    return f"{{na-hole:{hole}}}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's HTML in pieces, as UTF-8, with the name of the hole after each piece but the last."""

    pieces: tuple[bytes, ...]
    holes: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a rendered page at its marks. Raises ValueError when a hole that every page needs is not there, or when
        there is a mark of no hole.
        """
        parts = _MARK.split(html)
        holes = tuple(parts[1::2])
        if unknown := set(holes) - set(HOLES):
            message = f"the frame has marks of no hole: {sorted(unknown)}"
            raise ValueError(message)
        if missing := {"title", "content"} - set(holes):
            message = f"the frame lacks {sorted(missing)}"
            raise ValueError(message)
        return cls(tuple(part.encode() for part in parts[0::2]), holes)

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The page as UTF-8 with HTML in its holes; what `values` lacks stays empty."""
        out = [self.pieces[0]]
        for hole, piece in zip(self.holes, self.pieces[1:], strict=True):
            out.append(values.get(hole, "").encode("utf-8", "replace"))
            out.append(piece)
        return b"".join(out)


class Frames(Protocol):
    """Who brings frames: one for each place in the navigation and depth of address."""

    def frame(self, place: str, depth: int) -> Frame:
        """The frame for pages at this place and depth."""
        ...
