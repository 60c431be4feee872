"""References in running text: what is one, what is none, and which words are its own."""

from __future__ import annotations

import pytest
from archives import STEADY
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namndarkivet.markup import render
from namndarkivet.mentions import Means, Mention, find


def found(text: str) -> list[tuple[str, str, str]]:
    """What a text mentions: meaning, key and the words as they stand."""
    mentions = list(find(text))
    for start, end, mention in mentions:
        assert mention.text in {text[start:end], ""} or mention.means is Means.DOCUMENT
    return [(mention.means.value, mention.key, mention.text) for _, _, mention in mentions]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("§ 67", "67"),
        ("§67", "67"),
        ("§\u00a067", "67"),
        ("enligt § 67.", "67"),
        ("(§ 67)", "67"),
        ("Se § 67", "67"),
        ("Enligt § 67 ska", "67"),
        ("Jfr § 67", "67"),
        ("§ 67 a", "67-a"),
        ("§ 67 att nämnden", "67"),
        ("§ 67/2016", "67-2016"),
        ("Nämnden beslutade i § 67 att", "67"),
        ("§ 67 samma dag", "67"),
        ("§ 67 i protokollet", "67"),
    ],
)
def test_a_paragraph_with_nothing_else_around_it_is_of_the_same_meeting(text: str, key: str) -> None:
    assert [(means, of) for means, of, _ in found(text)] == [("§", key)]


@pytest.mark.parametrize(
    "text",
    [
        # a statute's
        "4 kap. 1 §",
        "5 kap. 4 § KL",
        "§ 12 i socialtjänstlagen",
        "§ 12 i skollagen",
        "§ 12, kommunallagen",
        "§ 12 andra stycket kommunallagen",
        "§ 12 i reglementet",
        "§ 3 i delegationsordningen",
        "KL § 5",
        "SoL § 5",
        "4 kap. § 5",
        "§ 5 KL",
        "§ 5 LSS",
        "enligt 5 § kommunallagen",
        # another body's
        "KS § 214",
        "Ks § 123",
        "Kf §30",
        "SON/Au § 2",
        "Au § 84",
        "§28 BUN AU",
        "§70 KSAU",
        "§ 169/2025 KS",
        "§ 67 i KS",
        "§ 67 i kommunstyrelsen",
        "§ 67 vid kommunfullmäktiges sammanträde",
        "kommunstyrelsen § 5",
        "Socialnämnden § 5",
        "arbetsutskottet § 5",
        "kommunstyrelsens protokoll § 5",
        "kommunfullmäktiges beslut § 5",
        # another day's
        "§ 67 den 3 maj 2016",
        "§ 67, den 3 maj 2016",
        "§ 67 från den 3 maj",
        "§ 67 (2016-05-03)",
        "§ 67, 2016-05-03",
        "§ 67 2016",
        "2016-05-03 § 67",
        "2016-05-03, § 67",
        # several, or none
        "§§ 67–69",
        "§§ 3 och 4",
        "§ 12345",
        "§ ett",
        "§",
    ],
)
def test_a_paragraph_of_a_statute_another_body_or_another_day_is_no_mention(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("SN16/103", "sn-2016-103"),
        ("SN 2019/11", "sn-2019-11"),
        ("2018/0715 KS-7", "ks-2018-715"),
        ("2017.199 SN", "sn-2017-199"),
        ("SLK-2024-00274", "slk-2024-274"),
        ("KSN-2017-1724", "ksn-2017-1724"),
        ("von/2017:3", "von-2017-3"),
        ("ON/2018:21 - 700", "on-2018-21"),
        ("KS18/13", "ks-2018-13"),
        ("RS160570", "rs-2016-570"),
        ("SN 18/0098", "sn-2018-98"),
        ("KS 2018/14", "ks-2018-14"),
        ("KS\u00a02018/14", "ks-2018-14"),
        ("0120/22", "0120-22"),
        ("SÄN/2012:3", "saen-2012-3"),
        ("SN-2017-50", "sn-2017-50"),
        ("2011/KS 0206 001", "ks-2011-206"),
        ("LS 2016-1303", "ls-2016-1303"),
        ("00322/2026", "2026-322"),
        ("AKK2016/402", "akk-2016-402"),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Ärendet ({}) utreds.", "Dnr {}", "KS § 214, {}", "enligt 4 kap. 1 § och {}."]
)
def test_a_registry_number_is_a_mention_in_every_form_and_wherever_it_stands(
    written: str, key: str, around: str
) -> None:
    assert found(around.format(written)) == [("dnr", key, written)]


@pytest.mark.parametrize("written", ["31/16", "12/5840", "1.6-0463/2011"])
def test_a_bare_number_is_a_registry_number_only_after_that_word(written: str) -> None:
    assert [text for _, _, text in found(f"Dnr {written}")] == [written]
    assert found(f"se {written}") == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2016-10-31",
            "åren 2016/17",
            "2016/2017",
            "tel. 08-560 391 00",
            "3/4",
            "kl. 08.30-14.35",
            "ISO 9001",
            "9.500 kr",
        ),
        *("SN 2016-05-03", "prop. 2016/17:171", "den 31 oktober 2016", "1 500 kr/kvm", "E4/E6"),
    ],
)
def test_dates_times_and_amounts_are_no_registry_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("meddelande från styrelsen nr 10/2016", "10/2016"),
        ("Meddelande från styrelsen 24/2020", "24/2020"),
        ("meddelandet\nfrån styrelsen nr.\u00a010/2016", "10/2016"),
    ],
)
def test_a_notice_of_the_board_is_a_mention_by_its_number(text: str, key: str) -> None:
    assert [(means, of) for means, of, _ in found(text)] == [("meddelande", key)]


@pytest.mark.parametrize(
    ("text", "key"),
    [("cirkulär 16:34", "16:34"), ("Cirkuläret nr 1999:16", "1999:16"), ("cirkulär nr. 16:34.", "16:34")],
)
def test_a_circular_is_a_mention_by_its_number(text: str, key: str) -> None:
    assert [(means, of) for means, of, _ in found(text)] == [("cirkulär", key)]


@pytest.mark.parametrize(
    "text", ["Det cirkulär som publiceras", "cirkulär 16", "kl. 16:34", "meddelande från styrelsen"]
)
def test_a_circular_or_notice_without_a_number_is_no_mention(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("[[beslut/ekero/socialnamnden/2016/67]]", "beslut/ekero/socialnamnden/2016/67", ""),
        ("[[rekommendationer/skl-2016-10|den här]]", "rekommendationer/skl-2016-10", "den här"),
        ("[[ /rekommendationer/skl-2016-10.md | ord ]]", "rekommendationer/skl-2016-10", "ord"),
    ],
)
def test_a_link_by_id_has_its_id_and_its_words(text: str, key: str, words: str) -> None:
    assert found(text) == [("id", key, words)]


@pytest.mark.parametrize("text", ["[[]]", "[[|ord]]", "[[a", "[a]", "[[a]b]]", "[[a</p>\n<p>b]]", "[[a|b</em>]]"])
def test_what_is_not_closed_or_reaches_over_a_tag_is_no_link_by_id(text: str) -> None:
    assert found(text) == []


def test_several_mentions_are_found_in_their_order_and_none_twice() -> None:
    text = "Se § 12 och § 13 (SN 2019/11, KS § 5), cirkulär 16:34 och [[rekommendationer/skl-2016-10]]."
    assert [words or key for _, key, words in found(text)] == [
        *("§ 12", "§ 13", "SN 2019/11", "cirkulär 16:34", "rekommendationer/skl-2016-10")
    ]


@given(st.text(max_size=200))
@example("§" * 100)
@example("[[" * 100)
@example("SN 2019/11" * 20)
@settings(STEADY, max_examples=500)
def test_mentions_of_any_text_stand_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for start, end, mention in find(text):
        assert at <= start < end <= len(text)
        assert mention.text in text
        at = end


# In a rendered body.


def mentions(markdown: str) -> list[Mention]:
    """What a rendered body mentions."""
    return list(render(markdown).mentions)


@pytest.mark.parametrize(
    "markdown",
    [
        "## Se § 67",
        "Se § 67\n=======",
        "`§ 67`",
        "``SN 2019/11``",
        "```\n§ 67 [[a/b]]\n```",
        "    cirkulär 16:34",
        "<pre>§ 67</pre>",
        "<code>§ 67 <b>SN 2019/11</b></code>",
        "<h2>SN 2019/11</h2>",
        "[§ 67](https://www.ekero.se/)",
        "<a>§ 67</a>",
        "https://www.ekero.se/SN2019/11",
        '<abbr title="§ 67 SN 2019/11">a</abbr>',
        '[a](https://www.ekero.se/ "§ 67")',
        '<ol start="SN 2019/11"><li>a</li></ol>',
        '<table><tr><td align="§ 67">a</td><th colspan="[[a/b]]">b</th></tr></table>',
    ],
)
def test_nothing_is_a_mention_in_code_links_headings_or_attributes(markdown: str) -> None:
    assert mentions(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "§ 67",
        "§&nbsp;67",
        "&sect; 67",
        "- § 67",
        "> § 67",
        "**§ 67**",
        "| a |\n|---|\n| § 67 |",
        "## Rubrik\n§ 67",
        "`kod` § 67",
        "[länk](https://a.se) § 67",
    ],
)
def test_running_text_has_its_mentions_wherever_it_stands(markdown: str) -> None:
    assert [mention for mention in mentions(markdown) if mention.means is Means.PARAGRAPH] == [
        Mention(Means.PARAGRAPH, "67", mentions(markdown)[0].text)
    ]
    assert mentions(markdown)[0].text in {"§ 67", "§\u00a067"}


def test_a_relative_link_is_a_mention_of_a_file_and_keeps_its_own_words() -> None:
    markup = render("Se [§ 67](../2016/67-sak.md#beslut).")
    assert markup.mentions == (Mention(Means.FILE, "../2016/67-sak.md#beslut", ""),)
    assert markup.pieces == ("<p>Se ", "§ 67</a>.</p>\n")
