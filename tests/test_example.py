"""The invented example municipality: it uses every key there is, and it hangs together as a real one would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from namndarkivet import values
from namndarkivet.archive import open_archive
from namndarkivet.filing import RECORD_OF, shelf_of
from namndarkivet.index import Archive
from namndarkivet.problem import Problem
from namndarkivet.redirects import redirects
from namndarkivet.source import read
from namndarkivet.summaries import deadline_history

EXAMPLE = Path(__file__).parent / "example"
FILES = sorted(path for path in EXAMPLE.rglob("*") if path.suffix in {".md", ".yml"})
HABO, HAABO = "beslut/habo", "beslut/haabo"
MATTER = "arenden/habo/ks-2030-412"


@pytest.fixture(scope="module")
def opened() -> tuple[Archive, list[Problem]]:
    """The example as the site's build reads it."""
    return open_archive(EXAMPLE, shown="tests/example")


@pytest.fixture(scope="module")
def archive(opened: tuple[Archive, list[Problem]]) -> Archive:
    """The example's documents."""
    return opened[0]


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _keys_of(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """Every key of a model and of the models below it, by its name in the front matter."""
    for name, field in model.model_fields.items():
        yield model, field.alias or name
        for inner in _models_in(field.annotation):
            yield from _keys_of(inner)


def _keys_used(model: type[BaseModel], data: Any) -> Iterator[tuple[type[BaseModel], str]]:
    """Every key that a document's front matter holds, with the model that it is a key of."""
    for item in data if isinstance(data, list) else [data]:
        for field in model.model_fields.values():
            if isinstance(item, dict) and field.alias and field.alias in item:
                yield model, field.alias
                for inner in _models_in(field.annotation):
                    yield from _keys_used(inner, item[field.alias])


def _documents() -> Iterator[tuple[type[BaseModel], Any]]:
    for path in FILES:
        yield (
            RECORD_OF[shelf_of(path.relative_to(EXAMPLE).as_posix())],
            read(path, yaml_only=path.suffix == ".yml").data,
        )


def test_every_key_of_every_record_is_used() -> None:
    every = {key for record in RECORD_OF.values() for key in _keys_of(record)}
    used = {key for record, data in _documents() for key in _keys_used(record, data)}
    assert {f"{model.__name__}: {key}" for model, key in every - used} == set()


@pytest.mark.parametrize(
    ("of", "key"),
    [
        (values.Status, "status"),
        (values.Position, "ställning"),
        (values.Ballot, "röst"),
        (values.BodyKind, "slag"),
        (values.CircularKind, "slag"),
        (values.Numbering, "paragrafer"),
    ],
)
def test_every_value_of_the_closed_lists_is_used(of: type[values.Status], key: str) -> None:
    written = {
        word for path in FILES for word in re.findall(rf"\b{key}: ([^,}}\n]+)", path.read_text(encoding="utf-8"))
    }
    assert {value.value for value in of} - written == set()


def test_the_check_gives_no_error_and_just_one_warning(opened: tuple[Archive, list[Problem]]) -> None:
    """The warning is about what the invented source says, so it stays: the pages show that warnings stop nothing."""
    remiss = "tests/example/beslut/habo/kommunstyrelsen/2030/140-remiss-kunskapsstyrning.md"
    assert [(p.path, p.line, p.rule, p.severity.value) for p in opened[1]] == [(remiss, 16, "justeringstid", "varning")]


def test_every_source_says_that_it_is_invented() -> None:
    titles = [data["källa"]["titel"] for _, data in _documents() if "källa" in data]
    assert len(titles) == len(FILES) - 2  # the two registers have none
    assert [title for title in titles if not title.startswith("Påhittat exempel: ")] == []


def test_no_address_is_a_real_one() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    hosts = re.findall(r"https?://([^/\s)]+)", text) + re.findall(r"\S@([\w.-]+\w)", text)
    assert set(hosts) == {"example.org"}
    assert re.findall(r"\btfn|\btel\b|\+46|\b0\d{1,3}-\d{2,3} \d\d", text) == []


def test_a_matter_goes_from_the_board_through_five_bodies_to_the_council(archive: Archive) -> None:
    """One step after another, joined by registry numbers in four forms and by `nästa`."""
    steps = [(step.id, step.record.status.value, step.record.registry_number) for step in archive.matters[MATTER].steps]
    assert steps == [
        (f"{HABO}/kommunstyrelsen/2030/140", "remitterat", "KS 2030/412"),
        (f"{HABO}/kulturnamnden/2030/61", "beslutat", "KUN 30/57"),
        (f"{HABO}/socialnamndens-arbetsutskott/2031/4", "förslag", "SN 2031/45"),
        (f"{HABO}/socialnamnden/2031/12", "förslag", "SN31/45"),
        (f"{HABO}/kommunstyrelsen/2031/31", "förslag", "2030/412 KS-7"),
        (f"{HABO}/kommunfullmaktige/2031/22", "beslutat", "KS-2030-412"),
    ]


def test_a_matter_without_numbers_is_joined_by_its_name(archive: Archive) -> None:
    """The body numbers per meeting: both are § 3, with the day in the id."""
    steps = [step.id for step in archive.matters["arenden/habo/gang-och-cykelvag-langs-exempelvagen"].steps]
    assert steps == [f"{HABO}/bygg-och-miljonamnden/2031/02-05-3", f"{HABO}/bygg-och-miljonamnden/2031/03-12-3"]


def test_habo_and_haabo_never_mix(archive: Archive) -> None:
    """Both have a socialnämnd with a § 12 and a number SN 2031/45 on the same day, in the same words."""
    other = archive.entries[f"{HAABO}/socialnamnden/2031/12"]
    assert other.municipality is not None
    assert other.municipality.name == "Håbo"
    assert [step.id for step in archive.matters["arenden/haabo/sn-2031-45"].steps] == [other.id]
    assert {name: len(decisions) for name, decisions in archive.by_municipality.items()} == {"habo": 16, "haabo": 1}
    assert other.markup is not None
    assert [archive.target(other, mention) for mention in other.markup.mentions] == [None, None]


def test_mentions_lead_where_the_archive_has_the_document_and_nowhere_else(archive: Archive) -> None:
    """In running text, a table and a quotation; the same words in code and in a heading are no mentions at all."""
    entry = archive.entries[f"{HABO}/socialnamnden/2031/15"]
    assert entry.markup is not None
    paragraph, notice = f"{HABO}/socialnamnden/2031/12", "cirkular/skr/2030/2030-03-05-diarieforing"
    assert [(mention.text or mention.key, archive.target(entry, mention)) for mention in entry.markup.mentions] == [
        ("§ 12", paragraph),
        ("SN 2031/45", MATTER),
        ("SN31/45", MATTER),
        ("SN-2031-45", MATTER),
        ("2031/45 SN", MATTER),
        ("KS 2030/412", MATTER),
        ("KS/2030:412", MATTER),
        ("cirkulär 30:12", notice),
        ("cirkulär 29:41", None),
        ("SN 2029/3", None),
        ("§ 99", None),
        ("SN31/45", MATTER),
        ("paragraf 12", paragraph),
        ("2030.412 KS", MATTER),
        (MATTER, MATTER),
        ("cirkuläret 30:12", notice),
        ("meddelande från styrelsen nr 7/2030", "rekommendationer/skr-2030-7"),
        ("rekommendationer/skr-2030-7", "rekommendationer/skr-2030-7"),
        (
            "../../kommunstyrelsen/2030/140-remiss-kunskapsstyrning.md",
            f"{HABO}/kommunstyrelsen/2030/140",
        ),
    ]


def test_code_keeps_its_words_as_text(archive: Archive) -> None:
    entry = archive.entries[f"{HABO}/socialnamnden/2031/15"]
    assert entry.markup is not None
    html = "".join(entry.markup.pieces)
    assert "<code>SN 2031/45</code>" in html
    assert "SN 2031/45;§ 12;cirkulär 30:12;[[rekommendationer/skr-2030-7]];meddelande från styrelsen nr 7/2030" in html


def test_allowed_html_stays(archive: Archive) -> None:
    entry = archive.entries[f"{HABO}/bygg-och-miljonamnden/2031/02-05-3"]
    assert entry.markup is not None
    assert "koldioxid (CO<sub>2</sub>)" in "".join(entry.markup.pieces)


def test_two_letters_move_the_reply_deadline(archive: Archive) -> None:
    recommendation = archive.recommendation("skr-2030-7")
    assert recommendation is not None
    history = [(str(move.to), move.letter and move.letter.id) for move in deadline_history(archive, recommendation)]
    assert history == [
        ("2030-12-15", None),
        ("2031-01-31", "cirkular/skr/2030/2030-11-20-forlangd-svarstid"),
        ("2031-03-31", "cirkular/skr/2031/2031-01-20-ytterligare-forlangd-svarstid"),
    ]


def test_the_old_address_leads_to_the_new(archive: Archive) -> None:
    assert (f"{HABO}/socialnamnden/2031/21/", f"{HABO}/socialnamnden/2031/12/") in set(redirects(archive))


def test_the_attachment_is_the_file_that_its_checksum_says(archive: Archive) -> None:
    [file] = archive.attachments.values()
    data = (EXAMPLE / file.path).read_bytes()
    assert data.startswith(b"%PDF-")
    basis = archive.entries[f"{HABO}/kommunfullmaktige/2031/22"].record.basis
    assert [document.sha256 for document in basis if document.file] == [sha256(data).hexdigest()]
