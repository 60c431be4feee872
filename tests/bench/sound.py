"""Leaves out documents that `namndarkivet check` finds errors in, for every tool alike.

A build with errors publishes nothing, so one wrong document among 32,140 would leave the archive without a figure. The
corpus is read off minutes by simple rules and was never proofread.
"""

import re
from dataclasses import replace
from pathlib import Path

from .command import Command, Run, run
from .corpus import Corpus, Documents

MOST = 0.1
"""Share of the documents that may be left out. When more are wrong, the fault is not theirs: they all stay, and the
archive's build fails and is reported."""

_PASSES = 3  # a document that is gone can make another one wrong, which linked to it
_ERROR = re.compile(r"(beslut/\S+\.md):\d+:\d+: fel\[")  # the first line of an error, as style.md draws it


def without_errors(corpus: Corpus, check: Command, log: Path) -> Corpus:
    """Delete the documents that the command `check`, run on all of them, reports; say how many in `origin`."""
    documents = corpus.documents
    for _ in range(_PASSES):
        wrong = _wrong(run(check, log), log)
        if not wrong:
            break
        right = tuple(path for path in documents.decisions if path.as_posix() not in wrong)
        if len(right) < (1 - MOST) * len(corpus.documents.decisions):
            return corpus
        for path in wrong:
            (documents.folder / path).unlink(missing_ok=True)
        documents = Documents(documents.folder, right)
    out = len(corpus.documents.decisions) - len(documents.decisions)
    if not out:
        return corpus
    return replace(corpus, documents=documents, origin=f"{corpus.origin} ({out} left out: check finds errors in them)")


def _wrong(checked: Run, log: Path) -> set[str]:
    """The paths in the output of a check that came to its end."""
    if checked.code is None:
        return set()
    return set(_ERROR.findall(log.read_text(encoding="utf-8", errors="replace")))
