"""The form at /lagg-till/ of the invented example's site, driven as a clerk would drive it: minutes are read, a question is answered
wrongly, another with «none», and the file goes on to GitHub (which is not opened).
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from importers.paper import as_pdf
from playwright.sync_api import FilePayload, Locator
from sites import EXAMPLE

from namndarkivet.adding.browser import drafts_of

from .camera import Stage, Story, framed

WIDTH = 520
READING = 180_000
"""Milliseconds that the reading may take: Python itself starts first, and the tests' machines are slow."""
MINUTES = FilePayload(name="socialnamnden-2031-02-12.pdf", mimeType="application/pdf", buffer=as_pdf())


def _opened(stage: Stage) -> None:
    """The form, ready to be filled."""
    stage.page.add_init_script("window.open = () => null")
    stage.page.goto(f"{stage.site}lagg-till/")
    stage.page.locator("#na-add").wait_for()


def _question(stage: Stage, key: str) -> Locator:
    """A question about the decision itself."""
    return stage.page.locator(f'[data-na-kind="beslut"] [data-na-q="{key}"]').first


def _continued(stage: Stage, number: str) -> None:
    """The form on the day after: it takes up its draft of a § of the minutes. The draft is made by the code that the form runs, so
    that only one story waits for Python to start in the browser.
    """
    read = json.loads(drafts_of(as_pdf(), MINUTES["name"], None, None, None, str(EXAMPLE)))
    made = next(draft for draft in read["drafts"] if draft["number"] == number)
    values = made["values"] | {"paragraf": f"1{number}"}  # the example archive has some of the § of these minutes
    one = {"values": values, "body": made["body"].strip(), "doubts": made["doubts"]}
    kept = json.dumps({"sort": "beslut", "sorter": {"beslut": one}})
    key = f"namndarkivet-utkast:{urlsplit(stage.site).path}"
    stage.page.add_init_script(f"localStorage.setItem({json.dumps(key)}, {json.dumps(kept)})")
    _opened(stage)
    stage.page.get_by_text("Här är ditt utkast från förra gången.").wait_for()


def minutes(stage: Stage) -> Locator:
    """The minutes' § to choose from."""
    _opened(stage)
    stage.page.locator("#na-file").set_input_files(MINUTES)
    stage.page.locator("#na-found li").first.wait_for(timeout=READING)
    return framed(stage.page.locator("#na-minutes"))


def doubt(stage: Stage) -> Locator:
    """A question that the reading filled in and is not sure of."""
    _continued(stage, "13")
    return framed(_question(stage, "föreslås_till"))


def wrong(stage: Stage) -> Locator:
    """A day that does not exist."""
    _opened(stage)
    question = _question(stage, "datum")
    question.get_by_role("textbox").fill("2031-02-30")
    question.get_by_role("textbox").blur()
    question.locator(".na-q__wrong").wait_for()
    return framed(question)


def none(stage: Stage) -> Locator:
    """The source says that nobody dissented."""
    _opened(stage)
    question = _question(stage, "reservationer")
    folded = question.locator("xpath=ancestor::details[1]")
    folded.locator("summary").first.click()
    question.get_by_label("Källan säger att det inte finns några").check()
    return framed(folded)


def file(stage: Stage) -> Locator:
    """The file beside the questions, ready to go on."""
    _continued(stage, "12")
    stage.page.locator("#na-allowed").check()
    stage.page.add_style_tag(content=".md-header { position: static !important; }")  # it would lie over the top
    return framed(stage.page.get_by_role("complementary", name="Filen som skapas"))


def sent(stage: Stage) -> Locator:
    """What the form says when GitHub has been opened."""
    _continued(stage, "12")
    stage.page.locator("#na-allowed").check()
    stage.page.get_by_role("button", name="Vidare till GitHub").click()
    stage.page.locator("#na-sent ol").wait_for()
    return framed(stage.page.locator("#na-sent"))


STORIES = (
    Story("formular-protokoll", WIDTH, minutes),
    Story("formular-fel", WIDTH, wrong),
    Story("formular-kontrollera", WIDTH, doubt),
    Story("formular-inga", WIDTH, none),
    Story("formular-filen", WIDTH, file),
    Story("formular-skicka", WIDTH, sent),
)
