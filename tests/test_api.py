"""The files for machines: the same figures as the page, missing as missing, and a CSV that a Swedish Excel opens right."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import Any

from archives import archive, decision, recommendation

from namndarkivet import api
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import content
from namndarkivet.swedish import kronor, number

HERE = "rekommendationer/skr-2030-7"
MONEY = {"belopp": "3400000", "per": "år", "fördelning": "invånare", "folkmängd": "2015"}


def site(**front: Any) -> Site:
    """A site with one answer of Ekerö with a cost, a proposal of Habo, and nothing of the others."""
    cost = {"belopp": "9500", "per": "år"}
    answer = {"rekommendation": "skr-2030-7", "ställning": "antar med villkor", "villkor": "=CMD()", "kostnad": cost}
    proposal = {"rekommendation": "skr-2030-7", "ställning": "avstår"}
    return Site(
        archive(
            recommendation(finansiering=MONEY, **front),
            decision(kommun="Ekerö", svar=[answer], diarienummer="SN 2031/4"),
            decision(status="förslag", svar=[proposal], datum=None, år="2031"),
        ),
        url="https://exempel.invalid/",
    )


def as_json(made: Site) -> dict[str, Any]:
    """The JSON file."""
    found: dict[str, Any] = json.loads(api.file(made, f"api/v1/{HERE}.json") or b"{}")
    return found


def test_every_recommendation_has_both_files_and_nothing_else_is_one() -> None:
    made = site()
    assert list(api.names(made)) == [f"api/v1/{HERE}.json", f"api/v1/{HERE}.csv"]
    for name in (f"api/v1/{HERE}.xml", f"api/v1/{HERE}", f"{HERE}.json", "api/v1/rekommendationer/skr-2030-8.json", ""):
        assert api.file(made, name) is None


def test_json_tells_what_is_known_and_null_where_it_is_not() -> None:
    lines = {line["kommun"]: line for line in as_json(site())["kommuner"]}
    assert len(lines) == 290
    ekero, habo, ale = lines["Ekerö"], lines["Habo"], lines["Ale"]
    assert (ekero["ställning"], ekero["slutligt"], ekero["kostnad"]) == ("antar med villkor", True, 9500)
    assert (ekero["andel_enligt_nyckeln"], ekero["skillnad"], ekero["skillnad_procent"]) == (9313, 187, 2.0)
    assert (habo["ställning"], habo["slutligt"], habo["datum"]) == ("föreslår avstå", False, None)
    assert (habo["år"], habo["svarstid"], habo["svarstid_skäl"]) == (
        2031,
        "kan inte avgöras",
        "ett förslag är inget svar",
    )
    assert (ale["ställning"], ale["beslut"], ale["kostnad"]) == ("ingen uppgift i arkivet", None, None)


def name(row: str) -> str:
    """The municipality of a row of the table."""
    return html.unescape(re.sub(r"<[^>]*>", "", row.split("</th>", 1)[0])).strip()


def test_every_number_on_the_page_is_that_of_the_file() -> None:
    made = site()
    data = as_json(made)
    kind, at = next((kind, at) for kind, at in addresses(made) if at == f"{HERE}/")
    page = content(made, KINDS[kind].page(made, at))
    rows = re.findall(r'<tr data-look="[^"]*" data-county="[^"]*">(.*?)</tr>', page, re.DOTALL)
    assert len(rows) == len(data["kommuner"]) == 290
    texts = {name(row): html.unescape(re.sub(r"<[^>]*>", " ", row)) for row in rows}
    for line in data["kommuner"]:
        text = texts[line["kommun"]]
        assert line["ställning"].casefold() in text.casefold()
        assert kronor(line["andel_enligt_nyckeln"]) in text
        if line["kostnad"] is not None:
            assert kronor(line["kostnad"]) in text
            assert f"+{kronor(line['skillnad'])}" in text
            assert f"+{line['skillnad_procent']:.1f}".replace(".", ",") in text
            assert f"{line['kr_per_invånare']:.2f}".replace(".", ",") in text
    totals = re.search(r'<table class="na-table na-totals">(.*?)</table>', page, re.DOTALL)
    assert totals
    figures = re.findall(
        r'</span>([^<]+)</th><td class="na-num">(\d+)</td><td class="na-num">([\d,]+)\u00a0%', totals[1]
    )
    assert [(word.casefold(), int(amount)) for word, amount, _ in figures] == [
        (total["ställning"], total["kommuner"]) for total in data["antal"]
    ]
    shares = [f"{100 * total['invånare'] / data['invånare']:.1f}".replace(".", ",") for total in data["antal"]]
    assert [share for _, _, share in figures] == shares
    assert number(data["invånare"]) in page
    assert kronor(data["summa_enligt_nyckeln"]) in page


def test_the_csv_is_the_same_table_for_a_swedish_excel() -> None:
    made = site()
    raw = api.file(made, f"api/v1/{HERE}.csv") or b""
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 291
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    lines = as_json(made)["kommuner"]
    assert [row["kommunkod"] for row in rows] == [f'="{line["kommunkod"]}"' for line in lines]
    (ekero,) = (row for row in rows if row["kommun"] == "Ekerö")
    assert (ekero["kostnad"], ekero["skillnad_procent"], ekero["slutligt"]) == ("9500", "2,0", "ja")
    assert ekero["kr_per_invånare"] == "0,35"
    assert ekero["villkor"] == "'=CMD()"  # no spreadsheet may take it for a formula
    assert ekero["diarienummer"] == '="SN 2031/4"'  # nor a number or a date
    (ale,) = (row for row in rows if row["kommun"] == "Ale")
    assert (ale["ställning"], ale["kostnad"], ale["datum"]) == ("ingen uppgift i arkivet", "", "")


def test_a_recommendation_that_was_taken_down_has_no_file() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    made = Site(archive(recommendation(tillbakadragen=gone)))
    assert list(api.names(made)) == []
    assert api.file(made, f"api/v1/{HERE}.json") is None
