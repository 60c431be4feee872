"""Minutes dropped on the form: the file shown is the command line's draft, and what it doubts is settled one by one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sites import DECISIONS, REPOSITORY

from adding.forms import Clerk, checked, clerk

SEED = REPOSITORY.parent / "shared" / "seeds" / "ekero-sn16-103-par67.txt"
MINUTES = """Ekerö kommun
Socialnämnden
Sammanträdesprotokoll 2031-02-12

§ 12 Dnr SN 2031/45
Plan för fältarbete

Beslut
Socialnämnden antar planen.

Yrkanden
Ada Exempel (S) yrkar bifall till förslaget.

§ 13 Dnr SN 2031/46
Budget för 2032

Beslut
Socialnämnden godkänner budgeten.
"""
ANOTHER = "Ekerö kommun\nSocialnämnden\n2031-02-12\n\n§ 14\nTillsyn\n\nBeslut\nSocialnämnden lägger informationen till handlingarna.\n"


@pytest.fixture(scope="module")
def at_form(browser: Browser, archive_url: str) -> Iterator[Clerk]:
    """One clerk for all: Python takes some seconds to begin."""
    with clerk(browser) as someone:
        someone.go(f"{archive_url}lagg-till/")
        yield someone


@pytest.fixture(autouse=True)
def _empty(at_form: Clerk) -> None:
    at_form.page.locator("#na-erase").click()


def imported(name: str, text: str, root: Path) -> dict[str, str]:
    """The drafts of `namndarkivet import`, by the number or word that their files begin with."""
    (root / name).write_text(text, encoding="utf-8")
    subprocess.run(
        [Path(sys.executable).with_name("namndarkivet"), "import", root / name, "--out", root / "out"],
        env={**os.environ, "NAMNDARKIVET_DECISIONS": str(DECISIONS)},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_text(encoding="utf-8") for path in (root / "out").rglob("*.md")}


def drop(someone: Clerk, name: str, text: str) -> None:
    """Drop a file on the form with the pointer's own events, and wait until it has been read."""
    transfer = someone.page.evaluate_handle(
        """([name, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], name, { type: "text/plain" }));
          return transfer;
        }""",
        [name, text],
    )
    for event in ("dragenter", "dragover", "drop"):
        someone.page.dispatch_event("#na-minutes", event, {"dataTransfer": transfer})
    read(someone)


def read(someone: Clerk) -> None:
    """Wait until a file has been read."""
    told = someone.page.locator("#na-reading")
    expect(told).to_contain_text("ifyllt", timeout=120_000)


def shown(someone: Clerk) -> str:
    """The file as the form shows it."""
    return someone.page.locator("#na-preview").text_content() or ""


def test_a_dropped_text_gives_the_draft_of_the_command_line(at_form: Clerk, tmp_path: Path) -> None:
    drop(at_form, "protokoll.txt", ANOTHER)
    name, text = next(
        item for item in imported("protokoll.txt", ANOTHER, tmp_path).items() if item[0].startswith("14-")
    )
    assert shown(at_form) == text
    assert (at_form.page.locator("#na-path").text_content() or "").endswith(f"/{name}")


def test_the_name_that_is_sent_is_the_command_lines_also_where_the_title_is_long(
    at_form: Clerk, tmp_path: Path
) -> None:
    long = ANOTHER.replace(
        "Tillsyn", "Tillsyn av verksamheter för stöd och service till vissa funktionshindrade i kommunens regi"
    )
    drop(at_form, "protokoll.txt", long)
    (name,) = (name for name in imported("protokoll.txt", long, tmp_path) if name.startswith("14-"))
    assert (at_form.page.locator("#na-path").text_content() or "").endswith(f"/{name}")


def test_one_of_many_is_chosen_and_the_next_after_it(at_form: Clerk, tmp_path: Path) -> None:
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": MINUTES.encode()}
    )
    found = at_form.page.locator("#na-found")
    expect(found.get_by_role("button", name="§ 13")).to_be_visible(timeout=120_000)
    drafts = imported("protokoll.txt", MINUTES, tmp_path)
    found.get_by_role("button", name="§ 13").click()
    assert shown(at_form) == next(text for name, text in drafts.items() if name.startswith("13-"))
    found.get_by_role("button", name="§ 12").click()
    assert shown(at_form) == next(text for name, text in drafts.items() if name.startswith("12-"))


def test_a_doubt_stops_the_document_until_it_is_settled(at_form: Clerk, tmp_path: Path) -> None:
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": MINUTES.encode()}
    )
    at_form.page.locator("#na-found").get_by_role("button", name="§ 12").click(timeout=120_000)
    assert "# kontrollera" in shown(at_form)
    at_form.page.get_by_label("Protokollet är justerat").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    left = at_form.page.locator("#na-left button")
    while left.count():
        left.first.click()
        at_form.page.locator("[data-na-kind=beslut] .na-q__doubt:not([hidden]) [data-na-sure]").first.click()
    assert "# kontrollera" not in shown(at_form)
    expect(at_form.page.locator("#na-allowed")).not_to_be_checked()  # it was promised of another text
    at_form.page.locator("#na-allowed").check()
    with at_form.page.expect_popup():
        at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    assert checked(*at_form.sent(), tmp_path) == ""


STRANGER = (
    "Habo kommun\nSammanträdesprotokoll 2031-03-01\n\n§ 5\nTillsyn\n\nBeslut\nInformationen läggs till handlingarna.\n"
)


def test_the_next_minutes_take_nothing_from_the_ones_before(at_form: Clerk, tmp_path: Path) -> None:
    drop(at_form, "protokoll.txt", ANOTHER)
    drop(at_form, "andra.txt", STRANGER)
    alone = next(
        text
        for name, text in imported("andra.txt", STRANGER, tmp_path).items()
        if "-5-" in name or name.startswith("5-")
    )
    assert shown(at_form) == alone
    assert "Socialnämnden" not in alone


def test_what_a_person_has_written_is_not_overwritten_unasked(at_form: Clerk) -> None:
    at_form.answer("Rubrik", "Min egen rubrik")
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": ANOTHER.encode()}
    )
    expect(at_form.page.locator("#na-reading")).to_contain_text("har redan svar", timeout=120_000)
    assert "Min egen rubrik" in shown(at_form)
    at_form.page.locator("#na-found").get_by_role("button", name="§ 14").click()
    assert "Min egen rubrik" not in shown(at_form)


def test_ones_own_text_is_not_overwritten_unasked(at_form: Clerk) -> None:
    at_form.answer("Protokollets text", "## Beslut\n\nMin egen text.")
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": ANOTHER.encode()}
    )
    expect(at_form.page.locator("#na-reading")).to_contain_text("har redan svar", timeout=120_000)
    assert "Min egen text." in shown(at_form)


def test_what_is_erased_while_it_is_read_does_not_come_back(at_form: Clerk) -> None:
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": ANOTHER.encode()}
    )
    at_form.page.locator("#na-erase").click()
    expect(at_form.page.locator("#na-minutes")).not_to_have_attribute("aria-busy", "true")
    drop(at_form, "andra.txt", STRANGER)  # it is read after the first would have been
    assert "paragraf: 5\n" in shown(at_form)


def test_a_personal_number_fills_in_nothing(at_form: Clerk) -> None:
    secret = ANOTHER.replace("informationen", "ansökan från 811218-9876")
    at_form.page.locator("#na-file").set_input_files(
        {"name": "protokoll.txt", "mimeType": "text/plain", "buffer": secret.encode()}
    )
    told = at_form.page.locator("#na-reading")
    expect(told).to_contain_text("811218-****", timeout=120_000)
    expect(told).not_to_contain_text("811218-9876")
    assert shown(at_form) == "---\n---\n"


def test_pasted_text_has_no_file_as_its_source(at_form: Clerk) -> None:
    at_form.page.get_by_text("Klistra in texten i stället").click()
    at_form.page.get_by_label("Texten ur protokollet").fill(ANOTHER)
    at_form.page.get_by_role("button", name="Läs texten").click()
    read(at_form)
    assert "paragraf: 14\n" in shown(at_form)
    assert "inklistrad" not in shown(at_form)
    assert "sha256" not in shown(at_form)


def test_a_wrong_document_is_told_by_the_rules_themselves(at_form: Clerk) -> None:
    drop(at_form, "protokoll.txt", ANOTHER)
    at_form.answer("Status", "beslutat")
    at_form.answer("Protokollets text", "## Beslut\n\nFörslag till kommunstyrelsen: planen antas.")
    at_form.page.get_by_role("button", name="Granska mot alla regler").click()
    told = at_form.page.locator("#na-examined")
    expect(told.get_by_role("link", name="Om regeln").first).to_be_visible(timeout=120_000)
    expect(told).to_contain_text("Fel")


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seeds saknas")
def test_from_the_seed_to_github(at_form: Clerk, tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    drop(at_form, SEED.name, text)
    assert shown(at_form) == next(iter(imported(SEED.name, text, tmp_path).values()))
    page = at_form.page
    page.get_by_role("button", name="Källan säger inte vem som föreslår").click()
    for key in ("kommun", "föreslås_till"):
        page.locator(f"[data-na-kind=beslut] [data-na-q={key}] [data-na-sure]").click()
    at_form.answer("År", "2016")
    page.locator("#na-left").get_by_role("button", name="Svar").click()
    page.get_by_role("button", name="Ja, det är ett svar").click()
    page.locator("[data-na-q=svar] select").first.select_option("antar")
    expect(page.locator("#na-there")).to_contain_text("finns redan i arkivet")
    at_form.answer("Paragraf", "6700")  # the archive has § 67 already, so that it cannot be sent again
    expect(page.locator("#na-left")).to_contain_text("ifyllda")
    page.locator("#na-allowed").check()
    with page.expect_popup():
        page.get_by_role("button", name="Vidare till GitHub").click()
    name, content = at_form.sent()
    assert name.startswith("decisions/beslut/ekero/socialnamnden/2016/6700-")
    said = checked(name, content or page.evaluate("navigator.clipboard.readText()"), tmp_path)
    assert "fel[" not in said
    assert re.findall(r"varning\[([^]]*)\]", said) == ["förslag-utan-beslut"]  # it is from 2016
