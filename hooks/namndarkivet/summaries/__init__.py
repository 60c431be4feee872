"""What the archive can say of a recommendation from its own documents, in words and figures that are true."""

from namndarkivet.summaries import conflicts
from namndarkivet.summaries.answers import MunicipalAnswer, Step, answer_to, answers
from namndarkivet.summaries.clauses import ClauseGroup, clause_groups
from namndarkivet.summaries.deadlines import Move, Timeliness, Timing, deadline_history, deadline_in_words, timeliness
from namndarkivet.summaries.positions import Stand, stand_of, whose
from namndarkivet.summaries.shares import Difference, Shares, difference, largest_remainder, per_inhabitant, shares
from namndarkivet.summaries.summary import Change, Line, Summary, Total, changes, summaries, summarise

__all__ = [
    "Change", "ClauseGroup", "Difference", "Line", "Move", "MunicipalAnswer", "Shares", "Stand", "Step", "Summary",
    "Timeliness", "Timing", "Total", "answer_to", "answers", "changes", "clause_groups", "conflicts", "deadline_history",
    "deadline_in_words", "difference", "largest_remainder", "per_inhabitant", "shares", "stand_of", "summaries", "summarise",
    "timeliness", "whose",
]  # fmt: skip
