"""GitHub's pages on the way from a text to a proposal. They cannot be pictured from here, and a copy of their looks would go
stale unseen: they are drawn, and what stands in them is the repository's own: the guide's example, the templates, the check.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Locator
from sites import EXAMPLE, REPOSITORY

from .camera import Stage, Story, framed
from .command import run
from .drawing import box, button, code, markdown, note, page, tabs

GUIDE = REPOSITORY / "docs" / "lagg-till" / "github.md"
TEMPLATES = REPOSITORY / ".github"
DRAWN = 520


def example() -> tuple[str, str]:
    """The invented decision of the guide: its path in the repository, and its text."""
    guide = GUIDE.read_text(encoding="utf-8")
    path = re.search(r"```text\n(decisions/beslut/habo/\S+\.md)\n```", guide)
    text = re.search(r"```yaml\n(---\n.*?)```", guide, re.DOTALL)
    assert path
    assert text
    return path[1], text[1]


def template(name: str) -> str:
    """The text of a template for proposals, without what only its writer reads."""
    return re.sub(r"<!--.*?-->\s*", "", (TEMPLATES / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def copy(stage: Stage) -> Locator:
    """The first time: GitHub wants a copy of one's own."""
    return stage.drawn(
        page(
            Markup("<h1>You need to fork this repository to propose changes.</h1>"),
            note("Du behöver en egen kopia av projektet för att kunna föreslå ändringar."),
            button("Fork this repository"),
            note("Kopiera projektet. Frågan kommer bara första gången."),
        )
    )


def new_file(stage: Stage) -> Locator:
    """The page for a new file, with the guide's example in it."""
    path, text = example()
    _, above, rest = path.partition("decisions/beslut/")
    lines = text.split("\n")
    return stage.drawn(
        page(
            Markup('<div class="field"><label><span class="path">namndarkivet / {} / </span>').format(
                above.strip("/").replace("/", " / ")
            )
            + Markup('<textarea class="path" rows="1" aria-label="Name your file…">{}</textarea></label></div>').format(
                rest
            ),
            note("Filens namn. Ett snedstreck gör en mapp."),
            tabs(("Edit", "Preview"), "Edit"),
            note("Edit: skriv. Preview: se hur det blir."),
            code([*lines[:9], "…"]),
            note("Innehållet: skriv det, eller klistra in det."),
            button("Commit changes…"),
            note("Spara ändringen. Inget är skickat än."),
        )
    )


def propose(stage: Stage) -> Locator:
    """The dialogue in which the change is described."""
    return stage.drawn(
        page(
            Markup("<h1>Propose changes</h1>"),
            box("Commit message", "Habo: socialnämnden § 12/2031, nytt beslut"),
            note("Beskriv ändringen kort."),
            box("Extended description", ""),
            note("Behövs inte."),
            button("Propose changes"),
            note("Föreslå ändringen. Den syns nu för alla, men är inte skickad till granskning."),
        )
    )


def request(stage: Stage) -> Locator:
    """The page on which the proposal is sent, with the template for a new decision as far as its first headings."""
    told = template("PULL_REQUEST_TEMPLATE/nytt-beslut.md")
    start, _, _ = told.partition("### Stämmer det?")
    return stage.drawn(
        page(
            Markup("<h1>Open a pull request</h1>"),
            box("Add a title", "Habo: socialnämnden § 12/2031, nytt beslut"),
            note("Rubriken kommer från förra steget."),
            tabs(("Write", "Preview"), "Preview"),
            note("Write: skriv. Preview: se hur det blir."),
            Markup('<div class="box">{}<p>…</p></div>').format(markdown(start)),
            note("Mallen för ett nytt beslut."),
            button("Create pull request"),
            note("Skicka förslaget till granskning."),
        )
    )


def answered(stage: Stage) -> Locator:
    """A remark of the check at its line, from the real check of the guide's example with a day that does not exist."""
    path, text = example()
    wrong = text.replace("datum: 2031-02-12", "datum: 2031-02-30", 1)
    file = stage.folder / path
    file.parent.mkdir(parents=True)
    file.write_text(wrong, encoding="utf-8")
    problems = json.loads(run(stage.folder, "check", path, "--format", "json"))
    said = next(problem for problem in problems if problem["regel"] == "datum")
    line = int(said["rad"])
    lines = wrong.split("\n")
    name = Path(path).name
    return stage.drawn(
        page(
            tabs(("Conversation", "Commits", "Checks", "Files changed"), "Files changed"),
            note("Ändrade filer"),
            Markup('<p class="path">{}</p>').format(name),
            code(lines[line - 3 : line], line - 2, line),
            Markup('<div class="remark" role="note"><p><strong>{}</strong></p><p>{}</p></div>').format(
                f"{said['allvar']}[{said['regel']}]", said["meddelande"]
            ),
            note("Kontrollens anmärkning, vid raden den gäller."),
        )
    )


def mend(stage: Stage) -> Locator:
    """The end of a decision's page, with the links by which a mistake is mended or told of."""
    decision = next((EXAMPLE / "beslut" / "habo" / "socialnamnden" / "2031").glob("14-*.md"))
    stage.page.goto(f"{stage.site}beslut/habo/socialnamnden/2031/{decision.name.split('-', 1)[0]}/")
    return framed(stage.page.locator("section", has=stage.page.get_by_role("heading", name="Citera och rätta")))


STORIES = (
    Story("github-kopia", DRAWN, copy),
    Story("github-ny-fil", DRAWN, new_file),
    Story("github-spara", DRAWN, propose),
    Story("github-skicka", DRAWN, request),
    Story("github-kontrollen", DRAWN, answered),
    Story("ratta-lankar", DRAWN, mend),
)
