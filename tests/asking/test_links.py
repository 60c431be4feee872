"""Both ends of a link: one line more in the other document, and nothing else."""

from __future__ import annotations

import re

import pytest
from archives import archive, decision, recommendation

from namndarkivet.asking.draft import Draft
from namndarkivet.asking.links import LinkError, Other, next_of, others, replaced_by_new, with_line
from namndarkivet.filing import Shelf

NEXT = Other("beslut/habo/socialnamnden/2031/12-budget.md", "nästa", "beslut/habo/kommunstyrelsen/2031/40")
LINE = f"nästa: {NEXT.value}"

FILES = {
    "plain": "---\nrubrik: Budget\nparagraf: 12\nkälla: {titel: Protokoll}\n---\n## Beslut\n\nJa.\n",
    "comments": "---\n# överst\nrubrik: Budget # sist på raden\n# om källan\nkälla:\n  titel: P\n  # inuti\nanmärkningar: []\n---\n\nJa.\n",
    "folded": "---\nkälla:\n  titel: >-\n    källa: inuti\n    texten\nrubrik: >-\n  Budget\n  2031\n---\nJa.\n",
    "no source": "---\nrubrik: Budget\nämnen: [skola]\n---\nJa.\n",
    "carriage returns": "---\r\nrubrik: Budget\r\nkälla: {titel: P}\r\n---\r\nJa.\r\n",
    "no end of line": "---\nrubrik: Budget\nkälla: {titel: P}\n---",
    "dashes in the body": "---\nrubrik: Budget\nkälla: {titel: P}\n---\nJa.\n\n---\nkälla: nej\n---\n",
    "quoted over lines": '---\nrubrik: "Budget\n\nkälla: inuti"\nkälla: {titel: P}\n---\nJa.\n',
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_one_line_is_added_and_every_other_byte_is_kept(text: str) -> None:
    made = with_line(text, NEXT).encode().split(b"\n")
    old = text.encode().split(b"\n")
    added = [number for number, line in enumerate(made) if line.strip() == LINE.encode()]
    assert len(added) == 1
    assert made[: added[0]] + made[added[0] + 1 :] == old


def test_the_line_stands_before_the_source_and_what_is_said_of_it() -> None:
    made = with_line(FILES["comments"], NEXT).split("\n")
    assert made[made.index(LINE) + 1] == "# om källan"


def test_a_document_that_says_so_already_is_kept() -> None:
    text = with_line(FILES["plain"], NEXT)
    assert with_line(text, NEXT) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\nrubrik: B\nnästa: beslut/a/b/2031/1\n---\n", "har redan nästa: beslut/a/b/2031/1"),
        ("---\nrubrik: [\n---\n", "går inte att läsa"),
        ("---\n{rubrik: Budget}\n---\n", f"skriv den själv: {LINE}"),
    ],
)
def test_a_document_that_takes_no_line_is_told_of(text: str, says: str) -> None:
    with pytest.raises(LinkError, match=re.escape(NEXT.path)) as told:
        with_line(text, NEXT)
    assert says in str(told.value)


def test_a_next_step_takes_over_what_tells_the_matter_and_the_body_that_was_proposed_to() -> None:
    first = decision(status="förslag", föreslås_till="Kommunstyrelsen", diarienummer="SN 2031/45", ämnen=["skola"],
                     justerad="2031-02-13")  # fmt: skip
    entry, taken = next_of(archive(first), first.id)
    assert entry == first
    assert taken == {
        "rubrik": "Budget",
        "kommun": "Habo",
        "organ": "Kommunstyrelsen",
        "diarienummer": "SN 2031/45",
        "ämnen": ["skola"],
    }


def test_what_the_first_step_does_not_say_is_not_taken_over() -> None:
    _, taken = next_of(archive(decision()), decision().id)
    assert taken == {"rubrik": "Budget", "kommun": "Habo"}


def test_the_title_of_a_document_that_was_taken_down_is_not_taken_over() -> None:
    gone = decision(tillbakadragen={"datum": "2031-03-01", "skäl": "personuppgifter"})
    assert "rubrik" not in next_of(archive(gone), gone.id)[1]


@pytest.mark.parametrize(
    ("identity", "says"),
    [
        ("beslut/habo/socialnamnden/2031/13", "det finns inget dokument «beslut/habo/socialnamnden/2031/13»; menade du «beslut/habo/socialnamnden/2031/12»?"),
        ("xyz", "det finns inget dokument «xyz»; id är sidans adress"),
        ("skr-2030-7", "«skr-2030-7» är inget beslut"),
    ],
)  # fmt: skip
def test_a_wrong_id_is_told_with_the_one_that_was_meant(identity: str, says: str) -> None:
    with pytest.raises(LinkError) as told:
        next_of(archive(decision(), recommendation()), identity)
    assert str(told.value).startswith(says)


def test_a_step_that_has_its_next_gets_no_other() -> None:
    first, then = decision(nästa="beslut/habo/socialnamnden/2031/13"), decision(paragraf="13")
    with pytest.raises(LinkError, match="har redan ett nästa steg: beslut/habo/socialnamnden/2031/13"):
        next_of(archive(first, then), first.id)


def test_a_recommendation_that_replaces_another_is_named_by_it() -> None:
    held = archive(recommendation(ämnen=["socialtjänst"]))
    taken = replaced_by_new(held, "rekommendationer/skr-2030-7")
    assert taken == {"ersätter": "skr-2030-7", "ämnen": ["socialtjänst"]}
    draft = Draft(Shelf.RECOMMENDATION, taken)
    assert others(draft, "rekommendationer/skr-2034-1", None, held) == [
        Other("rekommendationer/skr-2030-7.md", "ersätts_av", "skr-2034-1")
    ]


@pytest.mark.parametrize(
    ("identity", "says"),
    [
        ("skr-2030-8", "det finns inget dokument «skr-2030-8»; menade du «skr-2030-7»?"),
        ("beslut/habo/socialnamnden/2031/12", "är ingen rekommendation"),
    ],
)
def test_what_is_no_recommendation_cannot_be_replaced(identity: str, says: str) -> None:
    with pytest.raises(LinkError) as told:
        replaced_by_new(archive(decision(), recommendation()), identity)
    assert says in str(told.value)
