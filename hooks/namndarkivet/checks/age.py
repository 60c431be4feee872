"""Rules that are younger than the archive: no document that was there before a rule fails because of it.

A rule has a day, `since`. Up to the archive's first version that is a date like any other: there were no documents. A rule added
later is an error in the files that a change touches, and a warning in all others. What a change touches is what git says that it is
(`touched`): nothing that stands in a document or beside it, so that nobody can make an error of theirs pass for an old one. A document
that nobody touches was there before the change; it either was there before the rule, or has passed the rule once. Whoever corrects
an old document puts it right by the newer rules as well. A rule that protects people (no personal identity number) holds
`everywhere`, in old documents too.

No clock and no history is asked, so a check and a build say the same on a shallow clone, and next year. A build has no change before
it, and takes every file as untouched: the check of the pull request is what stops a new error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from namndarkivet.checks import rules
from namndarkivet.problem import Problem, Severity

Touched = Callable[[str], bool]
"""Whether the change under check touches the file at a path, as problems name it."""


def untouched(_path: str) -> bool:
    """What holds where no change is under check: every document was there before."""
    return False


@cache
def late_rules() -> frozenset[str]:
    """The ids of the rules that were added when there were documents already, and that spare those."""
    return frozenset(rule.id for rule in rules() if rule.late and not rule.everywhere)


def eased(problems: Sequence[Problem], touched: Touched = untouched) -> list[Problem]:
    """The problems, with the errors of late rules as warnings where the file is not touched. `touched` is asked only about those."""
    late = late_rules()
    return [
        replace(problem, severity=Severity.WARNING)
        if problem.severity is Severity.ERROR and problem.rule in late and not touched(problem.path)
        else problem
        for problem in problems
    ]
