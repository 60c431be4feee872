"""The pages of rules: an overview that old links still lead into, and for each rule its help, its example, what the check says."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from archives import Papers, PlainFrames, archive, decision
from lxml import html as tree

from namndarkivet import report
from namndarkivet.addresses import rule_page
from namndarkivet.archive import check_and_index
from namndarkivet.checks import rules
from namndarkivet.checks.example import example
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.problem import Problem, Severity
from namndarkivet.render import content
from namndarkivet.serve import Served
from namndarkivet.trial import tried

SITE = Site(archive(), tried=tried)
DATE = rule_page("datum")


def made(at: str, site: Site = SITE) -> str:
    """The content of a page of rules."""
    kind = next(number for number, address in addresses(site) if address == at)
    return content(site, KINDS[kind].page(site, at))


def text(page: str) -> str:
    """What a reader reads."""
    return " ".join(tree.fromstring(page).text_content().split())


def test_each_rule_has_a_row_that_leads_to_its_page_and_that_an_old_link_still_finds() -> None:
    rows = tree.fromstring(made("regler/")).xpath("//tbody/tr")
    found = [(row.get("id"), row.xpath("th/a/@href")[0], row.xpath("td")[1].text) for row in rows]
    assert found == [(rule.anchor, f"../{rule_page(rule.id)}", rule.severity.value) for rule in rules()]
    pages = {address for _, address in addresses(SITE)}
    assert {rule_page(rule.id) for rule in rules()} <= pages


def test_a_rules_page_shows_what_the_check_says_of_its_wrong_example() -> None:
    rule = next(rule for rule in rules() if rule.id == "datum")
    shown = example(rule)
    assert shown is not None
    page = tree.fromstring(made(DATE))
    said = [told.text_content() for told in page.xpath("//div[@role='region']//code")]
    assert said == [report.text(tried(shown.whole(shown.wrong)))]
    assert "fel[datum]" in said[0]
    assert page.xpath("//a[@href='../../regler/#datum']")


def test_a_rules_page_shows_the_files_of_its_example_with_what_differs_marked() -> None:
    page = tree.fromstring(made(DATE))
    wrong, right = page.xpath("//section[@aria-labelledby='fel' or @aria-labelledby='ratt']")
    assert wrong.xpath(".//mark/text()") == ["datum: 2031-02-30"]
    assert right.xpath("./figure//mark/text()") == ["datum: 2031-02-28"]
    assert wrong.xpath(".//figcaption")[0].text_content() == "decisions/beslut/habo/socialnamnden/2031/12-riktlinjer.md"


@pytest.mark.parametrize("rule", [pytest.param(rule.id, id=rule.anchor) for rule in rules()])
def test_every_rules_page_can_be_made_and_says_why_and_what_to_do(rule: str) -> None:
    page = made(rule_page(rule), Site(archive()))  # without the trial of its example, which other tests make
    found = next(known for known in rules() if known.id == rule)
    words = re.sub(r"[`*]|\]\([^)]*\)|\[", "", html.unescape(found.title)).split()
    assert " ".join(words) in text(page)
    assert "Så säger granskningen" not in page
    assert "Exemplet är påhittat." in page


def test_a_personal_number_in_an_example_is_masked_on_the_page() -> None:
    page = made(rule_page("personnummer"))
    assert "19121212-****" in page
    assert not re.search(r"1212-?1212", page)


def test_links_in_help_lead_from_the_page_and_from_the_overview() -> None:
    assert 'href="../../lasa-beslut/#status"' in made(rule_page("okänt-värde"))


def test_since_when_a_rule_holds_stands_on_its_page() -> None:
    assert "har funnits sedan arkivets första version, 21 november 2026" in text(made(DATE))
    assert "Regeln varnar sedan 22 november 2026." in text(made(rule_page("kostnad-mot-nyckel")))
    assert "också för dokument som fanns före den" in text(made(rule_page("personnummer")))


def test_the_quality_page_leads_to_the_pages_of_the_rules_that_warn() -> None:
    warning = Problem("decisions/a.md", 1, 1, 2, Severity.WARNING, "justeringstid", "…")
    assert f'href="../{rule_page("justeringstid")}"' in made("kvalitet/", Site(archive(decision()), (warning,)))


def test_while_documents_have_errors_the_pages_of_rules_are_still_served(tmp_path: Path) -> None:
    papers = Papers(tmp_path)
    papers.decision(datum="2031-02-30")
    loaded = papers.load()
    made_of, problems = check_and_index(loaded, "decisions")
    version = Served(loaded, "decisions", Site(made_of, tried=tried), problems).version
    other = (version.html("kvalitet/", PlainFrames()) or b"").decode()
    assert "Fel i dokumenten" in other
    assert f'href="../{DATE}"' in other
    assert "Så säger granskningen" in (version.html(DATE, PlainFrames()) or b"").decode()
