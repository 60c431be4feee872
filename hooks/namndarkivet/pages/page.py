"""What a page is before it is HTML: its address, what a frame needs to know, and the values for its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote

from namndarkivet.checks.example import Paper
from namndarkivet.index import Archive
from namndarkivet.problem import Problem
from namndarkivet.searching.synonyms import Synonyms
from namndarkivet.similar import Likenesses, likenesses
from namndarkivet.summaries import Summary, summaries
from namndarkivet.summaries.conflicts import Marks, marks


@dataclass(frozen=True)
class Site:
    """The archive as it is published: where, with which warnings, and where its files are edited.

    `url` is the site's own address with a slash at the end, or "" when it is not known; `edit` what a document's path in
    the documents folder is put after to edit it on GitHub, and `repository` the project's page there, or "". `tried` tells the
    problems of an example of a rule (`trial.tried`); without it the pages of rules show examples without what the check says. `synonyms` are the words that search takes for the same.
    """

    archive: Archive
    warnings: tuple[Problem, ...] = ()
    url: str = ""
    edit: str = ""
    repository: str = ""
    tried: Callable[[Iterable[Paper]], Sequence[Problem]] | None = None
    synonyms: Synonyms = field(default_factory=Synonyms)

    @cached_property
    def summaries(self) -> Mapping[str, Summary]:
        """What the archive knows of the answers to each recommendation, by its id; not of those taken down."""
        return summaries(self.archive)

    @cached_property
    def conflicts(self) -> Mapping[str, Marks]:
        """For each of those recommendations, by its id, what an editor must see about the answers."""
        return marks(self.archive)

    @cached_property
    def likenesses(self) -> Likenesses:
        """Which decisions are like which."""
        return likenesses(self.archive)

    @cached_property
    def quoted_url(self) -> str:
        """The site's address as a part of another address."""
        return quote(self.url)


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way to a page; the last has no address."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `source` is the path of its document in the documents folder, for the edit link; `listed` whether search
    engines and the sitemap should have it; `changed` its date for the sitemap; `modules` the addresses of its JavaScript modules, of which the
    first runs at once and the others are asked for before the browser has read of them.
    """

    address: str
    title: str
    description: str
    template: str
    crumbs: tuple[Crumb, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    listed: bool = True
    changed: str | None = None
    modules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: the addresses of all its pages, how one of them is made, and its place in the navigation."""

    name: str
    addresses: Callable[[Site], Iterator[str]]
    page: Callable[[Site, str], Page]
    place: str
