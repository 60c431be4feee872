"""The table of words that mean the same: what it says, and what its editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import REPOSITORY

from namndarkivet import report
from namndarkivet.problem import Problem, Severity
from namndarkivet.searching.synonyms import Synonyms, read, table
from namndarkivet.searching.words import stem

TABLE = REPOSITORY / "docs" / "synonymer.yml"


def told(tmp_path: Path, text: str) -> str:
    """What the editor of a table is told of it."""
    return report.text(made(tmp_path, text)[1])


def made(tmp_path: Path, text: str) -> tuple[Synonyms, tuple[Problem, ...]]:
    """A table, read."""
    path = tmp_path / "synonymer.yml"
    path.write_text(text, encoding="utf-8")
    return read(path, "docs/synonymer.yml")


def test_all_words_of_a_group_share_the_key_of_the_first(tmp_path: Path) -> None:
    found, problems = made(
        tmp_path, "# ord\n- [förskola, dagis, daghem]\n- [försörjningsstöd, ekonomiskt bistånd]  # i lagen\n"
    )
    assert problems == ()
    assert [found.canon(stem(word)) for word in ("förskolorna", "dagis", "daghemmet")] == ["förskol"] * 3
    assert found.canon(stem("ekonomiskt")) is None
    assert found.phrases == (((stem("ekonomiskt"), stem("bistånd")), "försörjningsstöd"),)


def test_a_group_may_begin_with_a_phrase_and_function_words_count_for_nothing(tmp_path: Path) -> None:
    found, problems = made(tmp_path, "- [vatten och avlopp, va]\n- - god man\n  - godman\n")
    assert problems == ()
    assert found.keys == {"va": "vatten-avlopp", "godman": "god-man"}
    assert found.phrases == ((("vatten", "avlopp"), "vatten-avlopp"), (("god", "man"), "god-man"))


def test_no_table_is_a_table_without_words_and_an_empty_one_is_warned_of(tmp_path: Path) -> None:
    assert read(tmp_path / "finns-inte.yml") == (Synonyms(), ())
    for text in ("", "\n", "# bara en kommentar\n"):
        found, (problem,) = made(tmp_path, text)
        assert (found, problem.severity) == (Synonyms(), Severity.WARNING)
        assert "ordlistan har inga ord" in problem.message


WRONG = (
    ("- [sopor, avfall]\n[dagis, förskola]\n- [a1, b2]\n", "2:1: fel[synonymer]\n  2 | [dagis, förskola]\n    | ^ raden börjar inte med bindestreck och mellanslag; skriv - [dagis, förskola]"),
    ("- [sopor, avfall]\n-[dagis, förskola]  # snart\n", "2:1: fel[synonymer]\n  2 | -[dagis, förskola]  # snart\n    | ^ raden börjar inte med bindestreck och mellanslag; skriv - [dagis, förskola]"),
    ("- [förskola, dagis", "fel[yaml]\n  1 | - [förskola, dagis\n    |   ^ listan tar inte slut; skriv ] efter det sista, och komma mellan"),
    ("- [sopor, , avfall]", "1:11: fel[synonymer]\n  1 | - [sopor, , avfall]\n    |           ^ här står ett komma utan ord före; skriv ordet, eller ta bort kommat"),
    ("- ['', sopor, avfall]", "1:4: fel[synonymer]\n  1 | - ['', sopor, avfall]\n    |    ^^ ordet är tomt; skriv det, eller ta bort kommat före"),
    ("förskola: [dagis]", "ordlistan ska vara rader som börjar med bindestreck och mellanslag; skriv - [förskola, dagis, daghem]"),
    ("- förskola, dagis", "1:3: fel[synonymer]\n  1 | - förskola, dagis\n    |   ^^^^^^^^^^^^^^^ raden är ingen lista; sätt orden inom hakparenteser"),
    ("- [ensam]", "raden har för få ord; skriv minst två"),
    ("- []", "raden har för få ord; skriv minst två"),
    ("- [sopor, avfall]\n- [skräp, avfallet]", "2:11: fel[synonymer]\n  2 | - [skräp, avfallet]\n    |           ^^^^^^^^ «avfallet» står redan på rad 1; ett ord får stå i en enda rad"),
    ("- [lön, lönen]", "«lönen» står redan i raden, eller är en böjning av ett ord där; ta bort det"),
    ("- [i tid, sopor, avfall]", "av «i tid» söks bara «tid»; skriv det ordet, om det betyder samma sak"),
    ("- [och, sopor, avfall]", "«och» är inget ord att söka på"),
    ("- ['–', sopor, avfall]", "«–» är inget ord att söka på"),
    ("- [[sopor], avfall]", "här ska ett ord stå, ingen lista och inget med kolon"),
    ("- [sopor: x, avfall]", "här ska ett ord stå, ingen lista och inget med kolon"),
    ("- [sopor, avfall]\nhej hopp\n- [a, b]", "2:1: fel[synonymer]"),
    ("\t- [sopor, avfall]", "fel[tabb]"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[text for text, _ in WRONG])
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(tmp_path: Path, text: str, expected: str) -> None:
    found = told(tmp_path, text)
    assert expected in found
    assert found.endswith("\n1 fel.")
    assert found.startswith("docs/synonymer.yml:")


def test_bytes_that_are_no_text_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "synonymer.yml"
    path.write_bytes("- [förskola, dagis]\n".encode("latin-1"))
    found, problems = read(path, "docs/synonymer.yml")
    assert (found, [problem.rule for problem in problems]) == (Synonyms(), ["utf-8"])


def test_a_table_by_another_name_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "synonymer.yaml").write_text("- [förskola, dagis]\n", encoding="utf-8")
    problems: list[Problem] = []
    assert table(tmp_path, problems) == Synonyms()
    assert [(problem.path, problem.severity) for problem in problems] == [
        (f"{tmp_path.name}/synonymer.yaml", Severity.WARNING)
    ]
    assert "filen ska heta synonymer.yml" in problems[0].message


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    found, problems = made(tmp_path, "- [ensam]\n- [sopor, avfall]\n- fel\n- [dagis, avfall, daghem]\n")
    assert len(problems) == 3
    assert found.keys == {"ensam": "ensam", stem("sopor"): stem("sopor"), stem("avfall"): stem("sopor"), "dagis": "dagis", "daghem": "dagis"}  # fmt: skip


def test_the_archive_s_own_table_is_right_and_large_enough() -> None:
    found, problems = read(TABLE, "docs/synonymer.yml")
    assert report.text(problems) == "Inga fel."
    groups = {*found.keys.values(), *(key for _, key in found.phrases)}
    assert len(groups) >= 60


SAME = (("dagis", "förskola"), ("fritids", "fritidshem"), ("hemhjälp", "hemtjänst"), ("socialbidrag", "försörjningsstöd"),
        ("sopor", "avfall"), ("plogning", "snöröjning"), ("handikapp", "funktionsnedsättning"), ("skolbuss", "skolskjuts"),
        ("kf", "kommunfullmäktige"), ("ks", "kommunstyrelsen"), ("ålderdomshem", "äldreboende"), ("soc", "socialtjänsten"))  # fmt: skip


@pytest.mark.parametrize(("everyday", "official"), SAME)
def test_everyday_words_are_those_of_the_minutes(everyday: str, official: str) -> None:
    found, _ = read(TABLE)
    assert found.canon(stem(everyday)) == found.canon(stem(official)) != None  # noqa: E711 - neither is without a key


def test_skr_has_the_key_of_both_its_names() -> None:
    found, _ = read(TABLE)
    named = {phrase: key for phrase, key in found.phrases if phrase[0] == stem("Sveriges".lower())}
    assert len(named) == 2
    assert set(named.values()) == {found.canon(stem("skl"))} == {found.canon(stem("skr"))}
