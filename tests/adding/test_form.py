"""The form at /lagg-till/ in the real browser: each kind of document by mouse and by keyboard alone, up to GitHub's address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from adding.forms import Clerk, checked, clerk
from namndarkivet.personal_numbers import find

DECIDED = "## Beslut\n\n1. Socialnämnden antar planen.\n\n## Sammanfattning\n\nFörvaltningen har tagit fram en plan."
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('namndarkivet'))"
NUMBER = "811218-9876"
"""The invented example number of Skatteverket's own pages: its check digit is right."""


@pytest.fixture
def at_form(browser: Browser, archive_url: str) -> Iterator[Clerk]:
    """A clerk before the empty form."""
    with clerk(browser) as someone:
        someone.go(f"{archive_url}lagg-till/")
        yield someone


def send(someone: Clerk) -> None:
    """Tick that the text may be published, and go on to GitHub, by mouse."""
    someone.page.locator("#na-allowed").check()
    with someone.page.expect_popup() as popup:
        someone.page.get_by_role("button", name="Vidare till GitHub").click()
    popup.value.wait_for_load_state()


def send_by_keyboard(someone: Clerk) -> None:
    """The same by keyboard alone."""
    someone.tab_to_id("na-allowed")
    someone.page.keyboard.press("Space")
    someone.tab_to("Vidare till GitHub")
    with someone.page.expect_popup() as popup:
        someone.page.keyboard.press("Enter")
    popup.value.wait_for_load_state()


@contextmanager
def clerk_beside(someone: Clerk) -> Iterator[Page]:
    """Another tab of the same browser."""
    page = someone.page.context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    page.close()


def decision(someone: Clerk) -> None:
    """Fill in a decision by mouse, with a motion, and with no dissents."""
    someone.answer("Rubrik", "Plan för fältarbete")
    someone.answer("Kommun", "Ekerö")
    someone.answer("Organ", "Socialnämnden", within="organ")
    someone.answer("Status", "beslutat")
    someone.answer("Datum", "2031-02-12")
    someone.answer("Paragraf", "12")
    someone.answer("Titel", "Protokoll Socialnämnden 2031-02-12", within="källa")
    someone.answer("Protokollets text", DECIDED)
    someone.answer("Diarienummer", "SN 2031/45")
    motions = someone.unfold("Yrkanden")
    motions.get_by_label("Källan säger:", exact=True).check()
    motions.get_by_label("Av").fill("Ada Exempel")
    motions.get_by_label("Parti").fill("S")
    motions.get_by_role("textbox", name="Yrkande").fill("Bifall: planen ska gälla «från 2032»")
    someone.unfold("Reservationer").get_by_label("inte finns några").check()


def test_a_decision_by_mouse(at_form: Clerk, tmp_path: Path) -> None:
    decision(at_form)
    expect(at_form.page.locator("#na-left")).to_contain_text("ifyllda")
    send(at_form)
    name, content = at_form.sent()
    assert name == "decisions/beslut/ekero/socialnamnden/2031/12-plan-for-faltarbete.md"
    assert at_form.opened[-1].startswith("https://github.com/namndarkivet/namndarkivet/new/main?filename=")
    assert "reservationer: []\n" in content
    assert "jäv" not in content
    assert content.endswith("Förvaltningen har tagit fram en plan.\n")
    assert content == at_form.page.locator("#na-preview").text_content()
    assert checked(name, content, tmp_path) == ""


def test_a_decision_by_keyboard_alone(at_form: Clerk, tmp_path: Path) -> None:
    keys = at_form.page.keyboard
    at_form.type("Rubrik", "Plan för fältarbete")
    at_form.type("Kommun", "Ekerö")
    at_form.type("Organ", "Socialnämnden")
    at_form.tab_to("Status")
    keys.type("besluta")
    at_form.type("Datum", "2031-02-12")
    at_form.type("Paragraf", "12")
    at_form.type("Titel", "Protokoll Socialnämnden 2031-02-12")
    at_form.tab_to("Protokollets text")
    keys.press("Control+A")
    keys.insert_text(DECIDED)
    at_form.tab_to("Jäv")
    keys.press("Enter")  # unfolds
    at_form.tab_to("Källan säger inget")
    keys.press("ArrowDown")  # none
    at_form.tab_to("Ämnen")
    keys.press("Space")
    at_form.tab_to("Källan säger inget")
    keys.press("ArrowUp")  # the last choice: what it says; the first entry takes the focus
    keys.type("socialtjänst")
    at_form.tab_to("Lägg till en till: Ämnen")
    keys.press("Enter")
    keys.type("ungdomar")
    send_by_keyboard(at_form)
    name, content = at_form.sent()
    assert "jäv: []\n" in content
    assert "ämnen:\n  - socialtjänst\n  - ungdomar\n" in content
    assert checked(name, content, tmp_path) == ""


def test_a_circular_by_mouse(at_form: Clerk, tmp_path: Path) -> None:
    at_form.page.get_by_label("Ett cirkulär eller brev").check()
    at_form.answer("Rubrik", "Förlängd svarstid: en gång till")
    at_form.answer("Avsändare", "SKL")
    at_form.answer("Slag", "brev")
    at_form.answer("Datum", "2016-10-20")
    at_form.answer("Titel", "Brev från SKL 2016-10-20", within="källa")
    at_form.answer("Nummer", "16:34")
    at_form.answer("Rekommendation", "skl-2016-10")
    changes = at_form.unfold("Ändrar")
    changes.get_by_label("Svarstid").fill("2016-11-30")
    at_form.answer("Brevets text", "Svarstiden är förlängd till den 30 november 2016.")
    send(at_form)
    name, content = at_form.sent()
    assert name == "decisions/cirkular/skl/2016/2016-10-20-forlangd-svarstid-en-gang-till.md"
    assert 'nummer: "16:34"\n' in content
    assert "ändrar:\n  svarstid: 2016-11-30\n" in content
    assert checked(name, content, tmp_path) == ""


def test_a_circular_by_keyboard_alone(at_form: Clerk, tmp_path: Path) -> None:
    keys = at_form.page.keyboard
    at_form.tab_to("Ett beslut eller förslag")
    keys.press("ArrowDown")
    at_form.type("Rubrik", "Nya avgifter")
    at_form.type("Avsändare", "SKR")
    at_form.tab_to("Slag")
    keys.type("cirk")
    at_form.type("Datum", "2031-03-01")
    at_form.type("Titel", "Cirkulär 31:7")
    at_form.type("Brevets text", "Avgifterna är ändrade.")
    at_form.type("Nummer", "31:7")
    send_by_keyboard(at_form)
    name, content = at_form.sent()
    assert name == "decisions/cirkular/skr/2031/2031-03-01-nya-avgifter.md"
    assert checked(name, content, tmp_path) == ""


def test_a_recommendation_by_mouse(at_form: Clerk, tmp_path: Path) -> None:
    at_form.page.get_by_label("En rekommendation").check()
    at_form.answer("Rubrik", "Gemensam utbildning")
    at_form.answer("Avsändare", "SKR")
    at_form.answer("Datum", "2032-02")
    at_form.answer("Riktas till", "kommuner")
    at_form.answer("Titel", "Meddelande nr 4/2032", within="källa")
    at_form.answer("Nummer", "4/2032")
    money = at_form.unfold("Finansiering")
    money.get_by_label("Belopp").fill("2 400 000 kr")
    expect(money.locator("[data-na-q=belopp] .na-q__wrong")).to_contain_text("2400000")
    money.get_by_label("Belopp").fill("2400000")
    money.get_by_label("Per", exact=False).select_option("år")
    send(at_form)
    name, content = at_form.sent()
    assert name == "decisions/rekommendationer/skr-2032-4.md"
    assert 'finansiering:\n  belopp: "2400000"\n  per: år\n' in content
    assert checked(name, content, tmp_path) == ""


def test_a_recommendation_by_keyboard_alone(at_form: Clerk, tmp_path: Path) -> None:
    keys = at_form.page.keyboard
    at_form.tab_to("Ett beslut eller förslag")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    at_form.type("Rubrik", "Gemensam utbildning")
    at_form.type("Avsändare", "SKR")
    at_form.type("Datum", "2032")
    at_form.tab_to("Riktas till")
    keys.type("regio")
    at_form.type("Titel", "Meddelande nr 4/2032")
    send_by_keyboard(at_form)
    name, content = at_form.sent()
    assert name == "decisions/rekommendationer/skr-2032-gemensam-utbildning.md"
    assert checked(name, content, tmp_path) == ""


def test_a_meeting_by_mouse(at_form: Clerk, tmp_path: Path) -> None:
    at_form.page.get_by_label("Uppgifter om ett sammanträde").check()
    at_form.answer("Kommun", "0125")
    at_form.answer("Organ", "Socialnämnden")
    at_form.answer("Datum", "2031-02-12")
    at_form.answer("Titel", "Protokoll Socialnämnden 2031-02-12", within="källa")
    present = at_form.unfold("Närvarande")
    present.get_by_label("Källan säger:", exact=True).check()
    present.get_by_role("textbox", name="Närvarande 1").fill("Ada Exempel (S), ordförande")
    at_form.page.get_by_role("button", name="Lägg till en till: Närvarande").click()
    present.get_by_role("textbox", name="Närvarande 2").fill("Bo Prov (M)")
    notice = at_form.unfold("Anslag")
    notice.get_by_label("Uppsatt").fill("2031-02-20")
    send(at_form)
    name, content = at_form.sent()
    assert name == "decisions/beslut/ekero/socialnamnden/2031/2031-02-12-sammantrade.md"
    assert "kommun" not in content
    assert checked(name, content, tmp_path) == ""


def test_a_meeting_by_keyboard_alone(at_form: Clerk, tmp_path: Path) -> None:
    at_form.tab_to("Ett beslut eller förslag")
    for _ in range(3):
        at_form.page.keyboard.press("ArrowDown")
    at_form.type("Kommun", "Ekerö")
    at_form.type("Organ", "Socialnämnden")
    at_form.type("Datum", "2031-02-12")
    at_form.type("Titel", "Protokoll Socialnämnden 2031-02-12")
    at_form.type("Justerad", "2031-02-19")
    send_by_keyboard(at_form)
    name, content = at_form.sent()
    assert checked(name, content, tmp_path) == ""


def test_a_long_text_is_copied_and_the_page_opens_empty(at_form: Clerk, tmp_path: Path) -> None:
    decision(at_form)
    at_form.answer("Protokollets text", DECIDED + "\n\n" + "Ett långt stycke om ärendet. " * 300)
    send(at_form)
    name, content = at_form.sent()
    assert content == ""
    assert len(at_form.opened[-1]) < 400
    copied = at_form.page.evaluate("navigator.clipboard.readText()")
    assert copied == at_form.page.locator("#na-preview").text_content()
    expect(at_form.page.locator("#na-sent")).to_contain_text("klistra in")
    assert checked(name, copied, tmp_path) == ""


def test_what_is_missing_is_told_and_reached(at_form: Clerk) -> None:
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    left = at_form.page.locator("#na-left")
    for name in ("Rubrik", "Kommun", "Organ", "Status", "Datum", "Paragraf", "Titel"):
        expect(left).to_contain_text(f"{name}: ")
    assert at_form.opened == []
    left.get_by_role("button", name=re.compile("^Paragraf")).click()
    focused = at_form.page.locator("[data-na-kind=beslut] [data-na-q=paragraf] input")
    expect(focused).to_be_focused()
    expect(focused).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("label", "written", "told"),
    [
        ("Datum", "12 februari 2031", "2031-02-12"),
        ("Datum", "2031-02-30", "2031-02-28"),
        ("Kommun", "Ekro", "Ekro"),
        ("Url", "ekero.se", "https://"),
    ],
)
def test_a_wrong_value_is_told_as_one_types(at_form: Clerk, label: str, written: str, told: str) -> None:
    if label == "Url":
        at_form.page.locator("[data-na-kind=beslut] [data-na-q=källa] summary").click()
    at_form.answer(label, written)
    at_form.page.keyboard.press("End")
    wrong = at_form.page.locator("[data-na-kind]:not([hidden]) .na-q__wrong:visible")
    expect(wrong.filter(has_text=told)).to_be_visible()


def test_a_body_that_numbers_per_year_needs_no_whole_date(at_form: Clerk) -> None:
    decision(at_form)
    for written in ("12 februari 2031", "2031-02"):
        at_form.answer("Datum", written)
        expect(at_form.page.locator("#na-preview")).to_contain_text(f'datum: "{written}"')
        expect(at_form.page.locator("#na-left")).not_to_contain_text("per sammanträde")


def test_a_personal_number_does_not_leave_the_browser(at_form: Clerk) -> None:
    assert [found.grade.value for found in find(NUMBER)] == ["säkert"]
    decision(at_form)
    at_form.answer("Protokollets text", f"{DECIDED}\n\nPerson {NUMBER} får stöd.")
    private = at_form.page.locator("#na-private")
    expect(private).to_contain_text("811218-****")
    assert NUMBER not in (private.text_content() or "")
    at_form.page.get_by_label("Protokollet är justerat").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(private.get_by_role("button")).to_be_focused()
    assert at_form.opened == []


def test_the_promise_holds_for_the_text_that_was_read_and_no_other(at_form: Clerk) -> None:
    decision(at_form)
    send(at_form)
    expect(at_form.page.get_by_role("link", name="Öppna GitHub här")).to_be_visible()
    at_form.answer("Paragraf", "13")
    expect(at_form.page.locator("#na-path")).to_contain_text("/13-")
    expect(at_form.page.locator("#na-allowed")).not_to_be_checked()
    expect(at_form.page.get_by_role("link", name="Öppna GitHub här")).to_have_count(0)


def test_names_are_written_as_the_archive_writes_them(at_form: Clerk) -> None:
    at_form.answer("Kommun", "ekerö kommun")
    at_form.answer("Organ", "socialnämnden", within="organ")
    at_form.answer("Rubrik", "Plan")
    preview = at_form.page.locator("#na-preview")
    expect(preview).to_contain_text("kommun: Ekerö\norgan: Socialnämnden")


def test_a_text_of_headings_alone_is_no_text(at_form: Clerk) -> None:
    decision(at_form)
    at_form.answer("Protokollets text", "## Beslut\n\n## Sammanfattning")
    at_form.page.locator("#na-allowed").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.locator("#na-left")).to_contain_text("skriv källans text")
    assert at_form.opened == []


def test_a_list_that_is_said_to_be_there_must_hold_something(at_form: Clerk) -> None:
    decision(at_form)
    divisions = at_form.unfold("Omröstningar")
    divisions.locator("> fieldset > .na-q__says input[value=finns]").check()
    at_form.page.locator("#na-allowed").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.locator("#na-left")).to_contain_text("Omröstningar: fyll i minst en")
    assert at_form.opened == []


@pytest.mark.parametrize(
    "address", ["hej", "https://github.com/exempel/namndarkivet/pull/3", "https://evil.example/a/b/tree/c"]
)
def test_what_is_no_branch_is_told_and_opens_nothing(at_form: Clerk, address: str) -> None:
    decision(at_form)
    at_form.page.get_by_text("Hör fler filer till samma ändringsförslag?", exact=True).click()
    at_form.page.get_by_label("Adressen till din gren").fill(address)
    at_form.page.locator("#na-allowed").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.get_by_text("Det är ingen adress till en gren.")).to_be_visible()
    assert at_form.opened == []


@pytest.mark.parametrize(
    "kept",
    [
        '{"sort": "x", "sorter": {"beslut": null}}',
        '{"sort": "beslut", "sorter": {"beslut": {"values": {"svar": [null], "rubrik": {"a": 1}}, "body": 7, "doubts": []}}}',
        '{"sorter": {"__proto__": {"values": {}}}}',
        "{",
    ],
)
def test_a_broken_draft_breaks_no_form(at_form: Clerk, archive_url: str, kept: str) -> None:
    at_form.page.evaluate(
        "kept => localStorage.setItem(`namndarkivet-utkast:${new URL('..', location.href).pathname}`, kept)", kept
    )
    at_form.go(f"{archive_url}lagg-till/?sort=constructor")
    decision(at_form)
    expect(at_form.page.locator("#na-preview")).to_contain_text("rubrik: Plan för fältarbete\n")
    expect(at_form.page.locator("#na-preview")).not_to_contain_text("object")


def test_another_tab_does_not_bring_an_erased_draft_back(at_form: Clerk, archive_url: str) -> None:
    decision(at_form)
    expect(at_form.page.locator("#na-preview")).to_contain_text("reservationer: []")
    with clerk_beside(at_form) as other:
        other.goto(f"{archive_url}lagg-till/")
        other.get_by_role("button", name="Radera utkastet", exact=True).click()
    expect(at_form.page.locator("#na-kept")).to_contain_text("raderades i en annan flik")
    at_form.answer("Rubrik", "Annan rubrik")
    expect(at_form.page.locator("#na-preview")).to_contain_text("Annan rubrik")
    assert at_form.page.evaluate(KEPT) == []


def test_an_empty_tab_does_not_erase_what_another_keeps(at_form: Clerk, archive_url: str) -> None:
    with clerk_beside(at_form) as other:
        other.goto(f"{archive_url}lagg-till/")
        other.get_by_label("Rubrik").first.fill("Skrivet i den andra fliken")
        expect(at_form.page.locator("#na-kept")).to_contain_text("i en annan flik")
        expect(at_form.page.get_by_role("button", name="Spara det som står här")).to_have_count(0)
    at_form.page.get_by_role("button", name="Ladda om sidan").click()
    expect(at_form.page.get_by_label("Rubrik").first).to_have_value("Skrivet i den andra fliken")


def test_what_is_only_filled_in_by_an_address_is_no_draft(at_form: Clerk, archive_url: str) -> None:
    at_form.go(f"{archive_url}lagg-till/?sort=beslut&kommun=Ekerö")
    at_form.go(f"{archive_url}lagg-till/?sort=beslut&kommun=Habo")
    expect(at_form.page.locator("#na-kept")).to_be_hidden()
    expect(at_form.page.get_by_label("Kommun").first).to_have_value("Habo")


def test_only_what_was_sent_is_erased(at_form: Clerk) -> None:
    at_form.page.get_by_label("Ett cirkulär").check()
    at_form.answer("Rubrik", "Ett halvskrivet brev")
    at_form.page.get_by_label("Ett beslut eller förslag").check()
    decision(at_form)
    send(at_form)
    at_form.page.get_by_role("button", name="Jag har skickat det").click()
    expect(at_form.page.locator("[data-na-kind=beslut] [data-na-q=rubrik] textarea")).to_have_value("")
    at_form.page.get_by_label("Ett cirkulär").check()
    expect(at_form.page.locator("[data-na-kind=cirkulär] [data-na-q=rubrik] textarea")).to_have_value(
        "Ett halvskrivet brev"
    )


def test_an_address_leads_nowhere_but_to_documents(at_form: Clerk, archive_url: str) -> None:
    at_form.go(f"{archive_url}lagg-till/?sort=beslut&efter=../../../../../evil/repo/wiki%3Fx")
    decision(at_form)
    send(at_form)
    links = at_form.page.locator("#na-sent a").evaluate_all("all => all.map((one) => one.href)")
    assert [link for link in links if "evil" in link] == []


def test_nothing_is_opened_before_it_is_said_that_the_text_may_be_published(at_form: Clerk) -> None:
    decision(at_form)
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.locator("#na-allowed")).to_be_focused()
    assert at_form.opened == []


def test_a_proposal_asks_for_the_body_that_is_to_decide(at_form: Clerk) -> None:
    to = at_form.page.locator("[data-na-kind=beslut] [data-na-q=föreslås_till]")
    expect(to).to_be_hidden()
    at_form.answer("Status", "förslag")
    expect(to).to_be_visible()
    at_form.answer("Föreslås till", "Socialnämnden")
    at_form.page.get_by_role("button", name="Källan säger inte vem som föreslår").click()
    preview = at_form.page.locator("#na-preview")
    expect(preview).to_contain_text("organ: Socialnämnden\nföreslås_till: Socialnämnden")
    expect(preview).to_contain_text("Källan säger inte vilket organ som lade förslaget")
    at_form.answer("Status", "beslutat")
    expect(to).to_be_hidden()
    expect(preview).not_to_contain_text("föreslås_till")


def test_the_headings_follow_the_status_until_something_is_written(at_form: Clerk) -> None:
    text = at_form.page.get_by_label("Protokollets text")
    at_form.answer("Status", "förslag")
    expect(text).to_have_value(re.compile("^## Förslag till beslut"))
    at_form.answer("Status", "beslutat")
    expect(text).to_have_value(re.compile("^## Beslut"))
    at_form.answer("Protokollets text", "## Beslut\n\nBifall.")
    at_form.answer("Status", "förslag")
    expect(text).to_have_value("## Beslut\n\nBifall.")


def test_the_draft_is_kept_until_it_is_erased(at_form: Clerk, archive_url: str) -> None:
    decision(at_form)
    expect(at_form.page.locator("#na-preview")).to_contain_text("reservationer: []")
    before = at_form.page.locator("#na-preview").text_content()
    at_form.go(f"{archive_url}lagg-till/")
    expect(at_form.page.locator("#na-kept")).to_contain_text("utkast från förra gången")
    assert at_form.page.locator("#na-preview").text_content() == before
    at_form.page.get_by_role("button", name="Radera utkastet", exact=True).click()
    assert at_form.page.evaluate(KEPT) == []
    at_form.go(f"{archive_url}lagg-till/")
    expect(at_form.page.locator("#na-kept")).to_be_hidden()
    assert at_form.page.locator("#na-preview").text_content() == "---\n---\n"


def test_a_filled_address_does_not_overwrite_an_older_draft(at_form: Clerk, archive_url: str) -> None:
    at_form.answer("Rubrik", "Det första")
    expect(at_form.page.locator("#na-preview")).to_contain_text("Det första")
    at_form.go(f"{archive_url}lagg-till/?sort=beslut&rubrik=Det+andra")
    expect(at_form.page.get_by_label("Rubrik").first).to_have_value("Det andra")
    at_form.page.get_by_role("button", name="Fortsätt med utkastet").click()
    expect(at_form.page.get_by_label("Rubrik").first).to_have_value("Det första")


def test_a_municipality_that_is_new_gets_its_register(at_form: Clerk, tmp_path: Path) -> None:
    decision(at_form)
    at_form.answer("Kommun", "Håbo")
    box = at_form.page.locator("#na-register")
    expect(box).to_contain_text("Håbo finns inte i arkivet ännu")
    with at_form.page.expect_popup() as popup:
        box.get_by_role("link", name="Skapa registret").click()
    popup.value.wait_for_load_state()
    register = at_form.sent()
    assert register == (
        "decisions/kommuner/haabo.yml",
        'kommunkod: "0305"\norgan:\n  - {namn: Socialnämnden, slag: nämnd}\n',
    )
    at_form.page.get_by_label("Protokollet är justerat").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.locator("#na-left")).to_contain_text("register ska in först")
    assert len(at_form.opened) == 1  # the register; the decision waits for it
    box.get_by_label("Det är gjort").check()
    expect(at_form.page.locator("#na-left")).to_contain_text("grenen där registret ligger")
    at_form.page.get_by_text("Hör fler filer till samma ändringsförslag?", exact=True).click()
    at_form.page.get_by_label("Adressen till din gren").fill("https://github.com/exempel/namndarkivet/tree/patch-1")
    send(at_form)
    assert at_form.opened[-1].startswith("https://github.com/exempel/namndarkivet/new/patch-1?filename=")
    name, content = at_form.sent()
    assert checked(name, content, tmp_path, register) == ""


def test_what_the_archive_has_already_is_told_and_not_sent_again(at_form: Clerk) -> None:
    decision(at_form)
    at_form.answer("Datum", "2016-06-15")
    at_form.answer("Paragraf", "67")
    there = at_form.page.locator("#na-there")
    expect(there.get_by_role("link").first).to_have_attribute(
        "href", re.compile("/beslut/ekero/socialnamnden/2016/67/$")
    )
    at_form.page.get_by_label("Protokollet är justerat").check()
    at_form.page.get_by_role("button", name="Vidare till GitHub").click()
    expect(at_form.page.locator("#na-left")).to_contain_text("finns redan i arkivet")
    assert at_form.opened == []
    at_form.answer("Paragraf", "68")
    expect(there).to_be_hidden()


def test_a_reload_keeps_what_an_address_filled_in(at_form: Clerk, archive_url: str) -> None:
    at_form.go(f"{archive_url}lagg-till/?sort=beslut&kommun=Ekerö&svar.rekommendation=skl-2016-10")
    expect(at_form.page.locator("#na-from")).to_contain_text("Kommun, Svar")
    at_form.answer("Rubrik", "Plan")
    expect(at_form.page.locator("#na-preview")).to_contain_text("rubrik: Plan")
    at_form.page.reload()
    expect(at_form.page.get_by_label("Rubrik").first).to_have_value("Plan")
    expect(at_form.page.locator("#na-preview")).to_contain_text("skl-2016-10")


@pytest.mark.parametrize(
    ("kind", "words"), [("Ett cirkulär", "återges oförändrat"), ("En rekommendation", "stöd i källan")]
)
def test_one_vouches_for_what_the_kind_of_document_asks(at_form: Clerk, kind: str, words: str) -> None:
    at_form.page.get_by_label(kind).check()
    expect(at_form.page.locator("#na-allowed + label")).to_contain_text(words)
    expect(at_form.page.locator('[data-na-for="beslut"]')).to_be_hidden()


def test_every_body_has_its_own_filled_form(browser: Browser, archive_url: str) -> None:
    with clerk(browser) as someone:
        someone.page.goto(f"{archive_url}kommuner/ekero/socialnamnden/")
        someone.page.get_by_role("link", name="Lägg till ett beslut från Socialnämnden").click()
        expect(someone.page.get_by_label("Kommun").first).to_have_value("Ekerö")
        expect(someone.page.locator("[data-na-kind=beslut] [data-na-q=organ] input")).to_have_value("Socialnämnden")


def test_every_decision_has_its_next_step_and_its_correction(browser: Browser, archive_url: str) -> None:
    with clerk(browser) as someone:
        someone.page.goto(f"{archive_url}beslut/ekero/socialnamnden/2016/67/")
        correction = someone.page.get_by_role("link", name="Föreslå rättelse")
        expect(correction).to_have_attribute(
            "href", re.compile(r"/edit/main/decisions/beslut/ekero/socialnamnden/2016/67-")
        )
        someone.page.get_by_role("link", name="Lägg till nästa steg").click()
        preview = someone.page.locator("#na-preview")
        expect(preview).to_contain_text("diarienummer: SN16/103")
        expect(preview).to_contain_text("organ: Socialnämnden")
        expect(preview).to_contain_text("ämnen:\n  - socialtjänst\n  - kunskapsstyrning")


def test_a_recommendation_leads_to_an_answer_to_it(browser: Browser, archive_url: str) -> None:
    with clerk(browser) as someone:
        someone.page.goto(f"{archive_url}rekommendationer/skl-2016-10/")
        someone.page.get_by_role("link", name=re.compile("Saknas din kommun")).click()
        expect(someone.page.locator("#na-preview")).to_contain_text("svar:\n  - rekommendation: skl-2016-10")


HOSTILE = '"><img src=x onerror=alert(1)>{{ 7*7 }}${{ secrets.X }} `id` \\" #: - ---'


def test_hostile_text_is_only_text(at_form: Clerk, archive_url: str, tmp_path: Path) -> None:
    at_form.go(
        f"{archive_url}lagg-till/?sort=beslut&rubrik={quote(HOSTILE)}&kommun={quote(HOSTILE)}&finns_inte=1&sort=x"
    )
    expect(at_form.page.get_by_label("Rubrik").first).to_have_value(HOSTILE)
    assert at_form.page.locator("#na-add img").count() == 0
    decision(at_form)
    at_form.answer("Rubrik", HOSTILE)
    send(at_form)
    name, content = at_form.sent()
    assert name == "decisions/beslut/ekero/socialnamnden/2031/12-img-src-x-onerror-alert-1-7-7-secrets-x-id.md"
    assert checked(name, content, tmp_path) == ""


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_the_form_fits_the_screen(browser: Browser, archive_url: str, width: int) -> None:
    with clerk(browser, width=width) as someone:
        someone.go(f"{archive_url}lagg-till/")
        for fold in someone.page.locator("[data-na-kind=beslut] details.na-more").all():
            fold.evaluate("fold => { fold.open = true; }")
        sizes: Any = someone.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert sizes[0] <= sizes[1]


def test_without_javascript_the_page_leads_on(browser: Browser, archive_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{archive_url}lagg-till/")
    expect(page.locator("#na-add")).to_be_hidden()
    expect(page.get_by_text("Formuläret behöver JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="skriva filen själv på GitHub").first).to_be_visible()
    context.close()
