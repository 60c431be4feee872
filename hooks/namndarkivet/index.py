"""The archive as a whole: every document by id, place, time, subject, matter and recommendation, and who names whom.

Built once from what was read; nothing here reads a file.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from namndarkivet.addresses import paragraph_slug
from namndarkivet.entry import Entry, Loaded, meeting_of, order, year_of
from namndarkivet.holdings import Groups, Holdings, grouped
from namndarkivet.matters import Matter, matters_of
from namndarkivet.mentions import Means, Mention
from namndarkivet.model import Circular, Decision, Document, Meeting, Recommendation, Record
from namndarkivet.settings import TOLERANCE
from namndarkivet.values import CircularKind

R = TypeVar("R", bound=Record)
V = TypeVar("V")


@dataclass(frozen=True)
class Archive(Holdings):
    """All documents and how they hang together: by id, by matter, by recommendation, and who names whom."""

    @cached_property
    def _made(self) -> dict[Callable[[Archive], Any], Any]:
        return {}

    def once(self, make: Callable[[Archive], V]) -> V:
        """What a function makes of the whole archive, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        found: V = self._made[make]
        return found

    def prepare(self) -> None:
        """Make every group below, so that worker processes that fork from here share them."""
        for kind in type(self).__mro__:
            for name, group in vars(kind).items():
                if isinstance(group, cached_property):
                    getattr(self, name)

    @cached_property
    def matters(self) -> Mapping[str, Matter]:
        """The matters by id."""
        return matters_of(self.decisions, self.registers)

    @cached_property
    def matter_of(self) -> Mapping[str, Matter]:
        """The matter of each decision that belongs to one, by the decision's id."""
        return {step.id: matter for matter in self.matters.values() for step in matter.steps}

    @cached_property
    def matters_by_municipality(self) -> Mapping[str, Sequence[Matter]]:
        """The matters of each municipality by its slug, those with the latest step first."""
        groups: dict[str, list[Matter]] = defaultdict(list)
        for matter in sorted(self.matters.values(), key=lambda m: (order(m.steps[-1])[0], m.id), reverse=True):
            groups[matter.municipality.slug].append(matter)
        return dict(groups)

    # by id

    def get(self, identity: str) -> Entry[Any] | None:
        """The document with this id, today's or a former one."""
        identity = identity.strip("/").removesuffix(".md")
        return self.entries.get(identity) or self.entries.get(self.former.get(identity, ""))

    def decision(self, identity: str) -> Entry[Decision] | None:
        """The decision with this id."""
        return _as(self.get(identity), Decision)

    def recommendation(self, written: str) -> Entry[Recommendation] | None:
        """The recommendation that a document means by `skl-2016-10` or its whole id."""
        identity = written if written.startswith("rekommendationer/") else f"rekommendationer/{written}"
        return _as(self.get(identity), Recommendation)

    def find(self, identity: str) -> str | None:
        """The id of the page that `[[identity]]` means: a document, a meeting or a matter; None when there is none."""
        if entry := self.get(identity):
            return entry.id
        identity = identity.strip("/")
        return identity if identity in self.by_meeting or identity in self.matters else None

    def pending(self, identity: str) -> bool:
        """Whether a file that could not be made out has this id, by its name: a reference to it is not known to be wrong,
        and one broken document shall not make errors of all that name it.
        """
        identity = identity.strip("/")
        return any(path == f"{identity}.md" or path.startswith(f"{identity}-") for path in self.unread)

    def beside(self, identity: str) -> list[str]:
        """The ids in the same folder as this one: among them is the one that was meant, if any."""
        folder = identity.rpartition("/")[0] + "/"
        return [known for known in self.entries if known.startswith(folder)]

    def by_link(self, path: str, target: str) -> str | None:
        """The id that a relative link to a file means, written in the document at `path`."""
        target = target.split("#", 1)[0]
        if not target.endswith(".md"):
            return None
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return self.id_of_path.get(joined)

    @cached_property
    def unread(self) -> Sequence[str]:
        """The paths of documents that could not be made out."""
        read = {entry.path for entry in self.entries.values()} | {
            path for paths in self.clashes.values() for path in paths
        }
        return [path for path in self.paths if path.endswith(".md") and path not in read]

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The id of today by each former one."""
        return {old.strip("/"): entry.id for entry in self.documents() for old in entry.record.former_ids or ()}

    @cached_property
    def id_of_path(self) -> Mapping[str, str]:
        """Ids by the document's path."""
        return {entry.path: entry.id for entry in self.entries.values()}

    # recommendations

    @cached_property
    def answers(self) -> Groups[str]:
        """Decisions that answer a recommendation, by its id."""
        return grouped(
            self.decisions,
            lambda e: dict.fromkeys(
                r.id for a in e.record.answers or () if (r := self.recommendation(a.recommendation))
            ),
        )

    @cached_property
    def letters(self) -> Mapping[str, Sequence[Entry[Circular]]]:
        """Circulars, notices and letters about a recommendation, by its id, oldest first."""
        groups: dict[str, list[Entry[Circular]]] = defaultdict(list)
        for entry in self.circulars:
            named = self.recommendation(entry.record.recommendation) if entry.record.recommendation else None
            if named:
                groups[named.id].append(entry)
        return groups

    # who names whom

    def target(self, entry: Entry[Any], mention: Mention) -> str | None:
        """The id of the page that a mention in a document leads to; None when the archive does not have it."""
        found = self._target(entry, mention)
        return None if found == entry.id else found

    def _target(self, entry: Entry[Any], mention: Mention) -> str | None:  # noqa: PLR0911 - one for each meaning
        match mention.means:
            case Means.DOCUMENT:
                return self.find(mention.key)
            case Means.FILE:
                return self.by_link(entry.path, mention.key)
            case Means.NOTICE:
                return self._by_number.get((True, mention.key))
            case Means.CIRCULAR:
                return self._by_number.get((False, mention.key))
            case Means.PARAGRAPH:
                return (
                    self._paragraphs.get((meeting_of(entry), paragraph_slug(mention.key, year_of(entry))))
                    if isinstance(entry.record, Decision)
                    else None
                )
            case Means.REGISTRY:
                if entry.municipality is None:
                    return None
                matter = self._by_registry_key.get((entry.municipality.slug, mention.key))
                alone = matter is not None and [step.id for step in matter.steps] == [entry.id]
                return matter.id if matter and not alone else None

    @cached_property
    def _by_number(self) -> Mapping[tuple[bool, str], str]:
        """Recommendations and circulars by number: (a notice of the board?, number)."""
        numbers: dict[tuple[bool, str], str] = {}
        for circular in self.circulars:
            if circular.record.number and circular.record.kind is not CircularKind.LETTER:
                numbers[circular.record.kind is CircularKind.BOARD_NOTICE, circular.record.number] = circular.id
        for entry in self.recommendations:
            if entry.record.number:
                numbers[True, entry.record.number] = entry.id
        return numbers

    @cached_property
    def _paragraphs(self) -> Mapping[tuple[str | None, str], str]:
        return {
            (identity, paragraph_slug(entry.record.paragraph, year_of(entry))): entry.id
            for identity, entries in self.by_meeting.items()
            for entry in entries
        }

    @cached_property
    def _by_registry_key(self) -> Mapping[tuple[str, str], Matter]:
        return {(matter.municipality.slug, key): matter for matter in self.matters.values() for key in matter.keys}

    @cached_property
    def backlinks(self) -> Mapping[str, Sequence[str]]:
        """For each page's id the documents that name it, in the order of their ids."""
        named: dict[str, set[str]] = defaultdict(set)
        for entry in self.documents():
            for target in self._named_by(entry):
                if target and target != entry.id:
                    named[target].add(entry.id)
        return {target: sorted(sources) for target, sources in named.items()}

    def _named_by(self, entry: Entry[Document]) -> Iterator[str | None]:
        if entry.markup and not entry.record.withdrawn:
            for mention in entry.markup.mentions:
                target = self.target(entry, mention)
                yield target
                if target and target in self.matters:  # who names a matter names its steps
                    yield from (step.id for step in self.matters[target].steps)
        record = entry.record
        if isinstance(record, Decision):
            for answer in record.answers or ():
                yield _id(self.recommendation(answer.recommendation))
            for basis in record.basis or ():
                yield _id(self.get(basis.document)) if basis.document else None
        elif isinstance(record, Recommendation):
            for written in (record.replaces, record.replaced_by):
                yield _id(self.recommendation(written)) if written else None
        elif isinstance(record, Circular) and record.recommendation:
            yield _id(self.recommendation(record.recommendation))


def index(loaded: Loaded, tolerance: Decimal = TOLERANCE) -> Archive:
    """Make the archive of what was read. Where two documents claim one id, the first by path holds it."""
    entries: dict[str, Entry[Any]] = {}
    claims: dict[str, list[str]] = defaultdict(list)
    for entry in loaded.entries:
        claims[entry.id].append(entry.path)
        entries.setdefault(entry.id, entry)
    decisions = sorted(_of(entries.values(), Decision), key=order)
    return Archive(
        root=loaded.root,
        registers=loaded.registers,
        entries=entries,
        decisions=tuple(decisions),
        circulars=tuple(sorted(_of(entries.values(), Circular), key=lambda e: (e.record.date, e.id))),
        recommendations=tuple(sorted(_of(entries.values(), Recommendation), key=lambda e: (e.record.date, e.id))),
        meetings={entry.id: entry for entry in _of(entries.values(), Meeting)},
        attachments={attachment.path: attachment for attachment in loaded.attachments},
        paths=loaded.paths,
        tolerance=tolerance,
        clashes={identity: paths for identity, paths in claims.items() if len(paths) > 1},
    )


def _id(entry: Entry[Any] | None) -> str | None:
    return entry.id if entry else None


def _as(entry: Entry[Any] | None, record: type[R]) -> Entry[R] | None:
    return entry if entry and isinstance(entry.record, record) else None


def _of(entries: Iterable[Entry[Any]], record: type[R]) -> list[Entry[R]]:
    return [entry for entry in entries if isinstance(entry.record, record)]
