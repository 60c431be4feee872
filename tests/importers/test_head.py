"""The head of a §: number, registry number, title."""

from __future__ import annotations

import pytest

from .lines import minutes

FORMS = [
    ("§ 67", "67"),
    ("§ 125/2019", "125/2019"),
    ("§63", "63"),
    ("SN § 13", "13"),
    ("Ks § 123", "123"),
    ("Au §\u00a07", "7"),
    ("§ 12 a", "12a"),
]


@pytest.mark.parametrize(("written", "number"), FORMS)
def test_the_forms_of_a_paragraphs_number(written: str, number: str) -> None:
    (item,) = minutes(f"{written}\nVal av ordförande\n\nBeslut\nVal hålls.").items
    assert (item.paragraph.number, item.paragraph.head.title) == (number, "Val av ordförande")


def test_a_title_glued_to_the_number() -> None:
    (item,) = minutes("§ 9Överlåtelse av mark\n\nBeslut\nMarken överlåts.").items
    assert (item.paragraph.number, item.paragraph.head.title) == ("9", "Överlåtelse av mark")


def test_a_number_without_the_sign() -> None:
    found = minutes("Sn 49\nVal\n\nBeslut\nVal hålls.\n\nSn 50\nBudget\n\nBeslut\nBudgeten antas.").items
    assert [(item.paragraph.number, item.paragraph.head.title) for item in found] == [("49", "Val"), ("50", "Budget")]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("§ 1 SN16/103\nVal", "SN16/103"),
        ("§ 1 Dnr KS25.318\nVal", "KS25.318"),
        ("§ 1 Dnr –\nVal", None),
        ("§ 1 Dnr SN 2019/11\nVal", "SN 2019/11"),
        ("§ 1 2018/0715 KS-7\nVal", "2018/0715 KS-7"),
        ("§ 1 2017.199 SN\nVal", "2017.199 SN"),
        ("§ 1 Ärendenummer SLK-2024-00274\nVal", "SLK-2024-00274"),
        ("§ 1 0120/22\nVal", "0120/22"),
        ("§ 1 1193/22\nVal", "1193/22"),
        ("§ 1\nVal (von/2017:3)", "von/2017:3"),
        ("§ 1\nVal (Dnr 8/16)", "8/16"),
        ("§ 1\nVal (Dnr 31/16)", "31/16"),
        ("KS § 1   Val          KS 2023/00321", "KS 2023/00321"),
        ("§ 1 Val\nDnr KFN 2020/12", "KFN 2020/12"),
        ("§ 1 Diarienummer 00322/2026\nVal", "00322/2026"),
        ("§ 1 2017-000244\nVal", "2017-000244"),
        ("§ 1 Val", None),
    ],
)
def test_the_forms_of_registry_numbers_are_kept_as_written(head: str, number: str | None) -> None:
    (item,) = minutes(f"{head}\n\nBeslut\nVal hålls.").items
    assert (item.paragraph.head.registry_number, item.paragraph.head.title) == (number, "Val")


def test_a_title_goes_on_while_its_line_had_no_room() -> None:
    (item,) = minutes(
        "§ 1\nRapport avseende genomförande av Göteborgs Stads\nInnovationsprogram 2018\nBeslut\nX antas."
    ).items
    assert item.paragraph.head.title == "Rapport avseende genomförande av Göteborgs Stads Innovationsprogram 2018"


def test_what_the_matter_was_elsewhere_and_a_remark_are_no_title() -> None:
    (item,) = minutes(
        "Au § 44 Dnr 2022/58\nSn 12 Au 9\nOmedelbart justerad\nAvgift för larm\n\nBeslut\nAvgiften antas."
    ).items
    assert (item.paragraph.head.title, item.immediate) == ("Avgift för larm", True)


def test_the_contents_list_is_no_second_paragraph() -> None:
    found = minutes(
        "Innehåll\n§ 1 Val\n§ 2 Budget\n\n§ 1 Val\n\nBeslut\nVal hålls.\n\n§ 2 Budget\n\nBeslut\nBudgeten antas."
    ).items
    assert [(item.paragraph.number, item.operative.clauses) for item in found] == [
        ("1", ("Val hålls.",)),
        ("2", ("Budgeten antas.",)),
    ]


@pytest.mark.parametrize(
    "line",
    ["§ 67 har behandlats av arbetsutskottet.", "§ 70 KSAU Budget", "§ 169/2025 KS.", "§ 5 i reglementet gäller."],
)
def test_a_paragraph_that_the_text_names_is_none_of_this_meeting(line: str) -> None:
    found = minutes(f"§ 80 Val\n\nBeslut\nVal hålls enligt\n{line}\n\n§ 81 Budget\n\nBeslut\nBudgeten antas.").items
    assert [item.paragraph.number for item in found] == ["80", "81"]


@pytest.mark.parametrize(
    "title",
    [
        "Budget 2022-2024",
        "Plan 2020/21",
        "SOU 2024:25 om tillsyn",
        "SFS 2017:725",
        "Årsplan 2031/2032",
        "Detaljplan 2031-17 för Åsen",
        "Bokslut 2031",
        "VA-plan 2031-2040",
        "SKR 2031/4",
    ],
)
def test_a_title_with_figures_is_no_registry_number(title: str) -> None:
    (item,) = minutes(f"§ 3 {title}\n\nBeslut\nX antas.").items
    assert (item.paragraph.head.registry_number, item.paragraph.head.title) == (None, title)


def test_a_title_right_after_the_number_is_none_of_it() -> None:
    (item,) = minutes("§ 3 2031-000411 Budget 2032\n\nBeslut\nBudgeten antas.").items
    assert (item.paragraph.head.registry_number, item.paragraph.head.title) == ("2031-000411", "Budget 2032")


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("KS 345/2019-106\nVal", "KS 345/2019-106"),
        ("22RN14\nVal", "22RN14"),
        ("2022-MBN0311\nVal", "2022-MBN0311"),
        ("BMN 63-2018\nVal", "BMN 63-2018"),
        ("Dnr SN 2023/00071, KS 2023/00190\nVal", "SN 2023/00071"),
        ("Val SN/2020:141", "SN/2020:141"),
    ],
)
def test_more_forms_of_registry_numbers(head: str, number: str) -> None:
    (item,) = minutes(f"§ 1 {head}\n\nBeslut\nVal hålls.").items
    assert (item.paragraph.head.registry_number, item.paragraph.head.title) == (number, "Val")


@pytest.mark.parametrize(
    "title",
    [
        "2025-2027 års budget",
        "2024/25 läsårstider",
        "24/25 läsåret",
        "SFI 2024/25 start",
        "LOU 2016:1145 avtal",
        "VA 2025-2030 plan",
        "AB 2024-01-01 avtal",
        "Plan (2025-2027)",
    ],
)
def test_years_school_years_and_statutes_are_no_registry_numbers(title: str) -> None:
    (item,) = minutes(f"§ 1 {title}\n\nBeslut\nVal hålls.").items
    assert (item.paragraph.head.registry_number, item.paragraph.head.title) == (None, title)


def test_a_sentence_below_a_title_is_none_of_it() -> None:
    (item,) = minutes("§ 1\nVal av justerare (ej verkställt)\nÄrendet utgick.").items
    assert (item.paragraph.head.title, item.status.value) == ("Val av justerare (ej verkställt)", "utgått")
    (other,) = minutes("§ 1\nAnmälan av ordförandebeslut\nNämnden lägger anmälan till protokollet.").items
    assert (other.paragraph.head.title, other.status.value) == ("Anmälan av ordförandebeslut", "antecknat")


def test_the_first_paragraph_after_the_contents_list_is_kept() -> None:
    found = minutes(
        "Innehåll\n§ 1 Upprop\n§ 2 Taxa\n\nKFN § 1\nUpprop\n\nUpprop sker.\n\nKFN § 2\nTaxa\n\nBeslut\nTaxan antas."
    )
    assert [(item.paragraph.number, item.paragraph.head.title) for item in found.items] == [
        ("1", "Upprop"),
        ("2", "Taxa"),
    ]
