"""What is measured: for each leg its command, and the page that a decision must have got from it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from .command import Command, installed
from .corpus import Documents
from .hugo_site import hugo_site
from .mkdocs_site import mkdocs_site

ROOT = Path(__file__).parents[2]
"""The archive's repository."""

DECISIONS = "NAMNDARKIVET_DECISIONS"
"""The variable that tells the archive's commands which documents to read."""


@dataclass(frozen=True)
class Job:
    """One run of a leg: these documents in, `out` out, and `scratch` for what the tool needs besides."""

    documents: Documents
    scratch: Path
    out: Path


@dataclass(frozen=True)
class Leg:
    """`command` prepares a job, untimed; `page` is the folder in `out` of a decision's page, by the decision's path."""

    name: str
    title: str
    command: Callable[[Job], Command]
    page: Callable[[PurePath], PurePath] | None = None


def archive_page(decision: PurePath) -> PurePath:
    """The address in the archive: its path without the slug."""
    return decision.with_name(decision.name.partition("-")[0])


def file_page(decision: PurePath) -> PurePath:
    """The address that Hugo and MkDocs give: the path of the file."""
    return decision.with_suffix("")


def _check(job: Job) -> Command:
    return Command((installed("namndarkivet"), "check"), ROOT, archive_environment(job))


def _site(job: Job) -> Command:
    environment = {**archive_environment(job), "NAMNDARKIVET_SITE": str(job.out)}
    return Command((installed("mkdocs"), "build"), ROOT, environment)


def _hugo(job: Job) -> Command:
    source = hugo_site(job.documents, job.scratch)
    return Command((installed("hugo"), "build", "--destination", str(job.out)), source, fresh_caches(job))


def _mkdocs(job: Job) -> Command:
    source = mkdocs_site(job.documents, job.scratch)
    return Command((installed("mkdocs"), "build", "--site-dir", str(job.out)), source, fresh_caches(job))


def archive_environment(job: Job) -> dict[str, str]:
    """What tells the archive's commands which documents to read."""
    return {**fresh_caches(job), DECISIONS: str(job.documents.folder)}


def fresh_caches(job: Job) -> dict[str, str]:
    """Empty caches for every run, so that a second round costs what the first did, on the same file system."""
    temporary = job.scratch / "tmp"
    temporary.mkdir(exist_ok=True)
    cache = str(job.scratch / "cache")
    return {"TMPDIR": str(temporary), "XDG_CACHE_HOME": cache, "HUGO_CACHEDIR": cache, "NAMNDARKIVET_CACHE": cache}


LEGS = (
    Leg("check", "check", _check),
    Leg("site", "archive", _site, archive_page),
    Leg("hugo", "Hugo", _hugo, file_page),
    Leg("mkdocs", "MkDocs", _mkdocs, file_page),
)
"""In the order in which a round runs them."""
