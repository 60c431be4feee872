"""What a pull request is told beside its problems: what to look at, the pages that change, and where to see them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from namndarkivet.addresses import address
from namndarkivet.index import Archive
from namndarkivet.personal_numbers import masked
from namndarkivet.problem import shown_path
from namndarkivet.report import as_text, within
from namndarkivet.review import Change, Notice, look_at
from namndarkivet.settings import site_url
from namndarkivet.swedish import count, cut

_BYTES = 100_000
"""Bytes of each of the two tables at most: with the problems' the summary stays below GitHub's 1 MiB."""
_TITLE = 120


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that a proposal makes or changes: its title, its address from the site's root, and whether it is new."""

    title: str
    address: str
    new: bool


def talkbacks(read: Iterable[tuple[Archive, str]], changes: Sequence[Change]) -> Iterator[str]:
    """A part of the summary for each archive that the proposal touches. `read`: archives with their folders' names in the
    repository; `changes` have their paths from its top. Nothing where there is no proposal.
    """
    if not changes:
        return
    for archive, folder in read:
        inside = tuple(_within(folder, changes))
        notices = [notice for change in inside for notice in look_at(change, archive.registers)]
        yield proposal(tuple(pages(archive, inside)), notices, len(changes) - len(inside), site_url(), run_address())


def run_address() -> str:
    """The address of the run that this is a part of; the empty string where there is none."""
    server, repository, run = (os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID"))
    return f"{server}/{repository}/actions/runs/{run}" if server and repository and run else ""


def _within(folder: str, changes: Sequence[Change]) -> Iterator[Change]:
    """The changes below a folder, with their paths in it."""
    start = "" if folder in {"", "."} else f"{folder}/"
    for change in changes:
        if change.path.startswith(start):
            yield replace(change, path=change.path.removeprefix(start), former=change.former.removeprefix(start))


def pages(archive: Archive, changes: Iterable[Change]) -> Iterator[Changed]:
    """The documents' own pages that changes make or change. A meeting's facts are shown on the meeting's page."""
    by_path = {entry.path: entry for entry in archive.entries.values()}
    for change in changes:
        entry = by_path.get(change.path)
        if entry and change.after is not None:
            title = str(getattr(entry.record, "title", "")) or f"Sammanträde {getattr(entry.record, 'date', '')}"
            yield Changed(title, address(entry.id), new=change.before is None)


def proposal(pages: Sequence[Changed], notices: Sequence[Notice], others: int, site: str = "", run: str = "") -> str:
    """The part as Markdown. `others`: how many files outside the documents' folder the proposal changes; `site`: the site's
    address; `run`: that of the run, where the preview lies. Titles and notices are others' words: they stay text.
    """
    return "\n".join([*_look(notices, others), *_pages(pages, site), *_preview(pages, run)])


def _look(notices: Sequence[Notice], others: int) -> Iterator[str]:
    yield "## Titta särskilt på\n"
    rows = [f"| `{as_text(masked(shown_path(notice.path)))}` | {as_text(notice.text)} |" for notice in notices]
    if others:
        files = count(others, "fil", "filer")
        rows.append(
            f"| utanför dokumenten | förslaget ändrar också {files} som inte är dokument; läs dem under *Files changed* |"
        )
    if rows:
        yield "| Fil | Vad |\n|---|---|\n" + within(rows, _BYTES) + "\n"
    else:
        yield "Inget svar, ingen status, ingen svarstid och ingen adress ändras, och ingen text dras tillbaka.\n"


def _pages(pages: Sequence[Changed], site: str) -> Iterator[str]:
    yield "## Sidor som ändras\n"
    if not pages:
        yield "Inget dokument får en ny eller ändrad sida.\n"
        return
    rows = [f"| {as_text(cut(masked(page.title), _TITLE))} | {_where(page, site)} |" for page in pages]
    yield "| Sida | Adress |\n|---|---|\n" + within(rows, _BYTES) + "\n"
    yield "Listor och sammanställningar där dokumenten står ändras också.\n"


def _where(page: Changed, site: str) -> str:
    """A page's address: a link to how it looks today, unless it is new."""
    if page.new:
        return f"`/{page.address}` (ny)"
    return f"[/{page.address}]({site}{page.address}) (som den är nu)" if site else f"`/{page.address}`"


def _preview(pages: Sequence[Changed], run: str) -> Iterator[str]:
    yield "## Så ser du hur det blir\n"
    where = f"[körningens sida]({run}#artifacts)" if run else "körningens sida"
    yield (
        f"1. Vänta tills jobbet «Sajt» är klart. Öppna {where} och hämta `forhandsvisning` längst ned, under *Artifacts*. "
        "Du behöver vara inloggad på GitHub."
    )
    first = f"`{pages[0].address}index.html`" if pages else "`index.html`"
    yield f"2. Packa upp filen och öppna {first} i den uppackade mappen. Länkar mellan sidorna öppnar en mapp; välj `index.html` i den.\n"
    yield "Förhandsvisningen finns i två veckor. Finns det fel i dokumenten byggs den inte.\n"
