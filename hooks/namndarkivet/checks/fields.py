"""Rules about single values of the front matter: what the model refused, in words."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterator

from pydantic import BaseModel

from namndarkivet.checks.rule import FieldError, field_rule
from namndarkivet.problem import Finding, Key, did_you_mean, nearest

_SURE = 0.7
"""How like a value of a closed list must be to be suggested. Below it «antaget» would be taken for «avslaget»."""


def _model_at(record: type[BaseModel], key: Key) -> type[BaseModel] | None:
    """The model whose keys stand at this place of the front matter."""
    model: type[BaseModel] | None = record
    for step in key:
        if isinstance(step, int) or model is None:
            continue
        field = next((f for f in model.model_fields.values() if f.alias == step), None)
        model = _model_in(field.annotation) if field else None
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        for part in typing.get_args(annotation):
            if (model := _model_in(part)) is not None:
                return model
    return None


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


@field_rule("saknad-uppgift", "missing")
def missing(wrong: FieldError) -> Iterator[Finding]:
    """De uppgifter som behövs för att hitta och förstå ett dokument ska finnas.

    Ett beslut har alltid `rubrik`, `kommun`, `organ`, `status`, `paragraf` och `källa`, och `datum` eller `år`. Allt annat
    får saknas när källan inte säger det.
    """
    model = _model_at(wrong.record, wrong.key[:-1])
    name = str(wrong.key[-1])
    field = next((f for f in model.model_fields.values() if f.alias == name), None) if model else None
    what = f" ({field.description.rstrip('.').lower()})" if field and field.description else ""
    yield Finding(f"uppgiften «{name}» saknas{what}; lägg till raden {name}: …", key=wrong.key[:-1], on_key=True)


@field_rule("okänd-uppgift", "extra_forbidden")
def unknown_key(wrong: FieldError) -> Iterator[Finding]:
    """Namnet på en uppgift ska vara ett som arkivet känner till.

    Namnen är desamma i alla dokument, så att de kan sökas och räknas. Passar ingen uppgift, skriv det i texten eller under
    `anmärkningar`.
    """
    keys = _keys(_model_at(wrong.record, wrong.key[:-1]))
    name = str(wrong.key[-1])
    hint = did_you_mean(name, keys) or f"; här kan stå {', '.join(keys)}"
    yield Finding(f"«{name}» är ingen uppgift som arkivet känner till{hint}", key=wrong.key, on_key=True)


@field_rule("okänt-värde", "enum")
def not_in_list(wrong: FieldError) -> Iterator[Finding]:
    """Ett värde ur en sluten lista ska vara ett av listans.

    Vad varje status betyder står på sidan [Så läser du ett beslut](../lasa-beslut/#status).
    """
    options = re.findall(r"'([^']*)'", str(wrong.context.get("expected", "")))
    near = nearest(str(wrong.value), options)
    if near and difflib.SequenceMatcher(None, str(wrong.value).casefold(), near.casefold()).ratio() < _SURE:
        near = None
    hint = f"; menade du «{near}»? Välj" if near else "; välj"
    yield Finding(
        f"«{_short(wrong.value)}» är inget av de värden som finns{hint} bland {_list(options)}", key=wrong.key
    )


@field_rule("datum", "datum")
def no_date(wrong: FieldError) -> Iterator[Finding]:
    """Ett datum ska finnas i almanackan och skrivas ÅÅÅÅ-MM-DD.

    Säger källan bara månaden eller året, skriv `2018-12` eller `2018`. Då visas och sorteras det så, och inget räknas ut
    av den del som saknas.
    """
    yield Finding(wrong.message, key=wrong.key)


@field_rule("tal", "tal")
def no_number(wrong: FieldError) -> Iterator[Finding]:
    """Ett tal ska skrivas med bara siffror.

    Belopp skrivs i kronor: `9500`, inte `9.500 kr` eller `9 500`. Ören skrivs med komma eller punkt: `1,95`.
    """
    yield Finding(wrong.message, key=wrong.key)


@field_rule("fel-typ", "fel-typ", "model_type", "model_attributes_type", "dict_type", "tuple_type", "*")
def wrong_type(wrong: FieldError) -> Iterator[Finding]:
    """En uppgift ska ha den form som arkivet väntar sig: en text, en lista eller uppgifter under uppgiften."""
    if wrong.error in {"model_type", "model_attributes_type", "dict_type"}:
        keys = ", ".join(_keys(_model_at(wrong.record, wrong.key)))
        yield Finding(f"ska ha uppgifter under sig, indragna på egna rader: {keys}", key=wrong.key)
    elif wrong.error == "tuple_type":
        yield Finding("ska vara en lista: [ett, två]", key=wrong.key)
    elif wrong.error == "fel-typ":
        yield Finding(wrong.message, key=wrong.key)
    else:
        yield Finding("har en form som arkivet inte kan läsa", key=wrong.key)


@field_rule("sha256", "sha256")
def no_checksum(wrong: FieldError) -> Iterator[Finding]:
    """En kontrollsumma ska vara SHA-256, 64 tecken.

    Den visar att filen är densamma som den som lästes. Räkna ut den med `sha256sum fil.pdf` (Linux), `shasum -a 256 fil.pdf` (Mac)
    eller `certutil -hashfile fil.pdf SHA256` (Windows), eller utelämna uppgiften.
    """
    yield Finding(wrong.message, key=wrong.key)


@field_rule("webbadress", "webbadress")
def no_url(wrong: FieldError) -> Iterator[Finding]:
    """En webbadress ska vara hel och börja med https:// eller http://."""
    yield Finding(wrong.message, key=wrong.key)


@field_rule("källans-fil", "källans-fil")
def source_file(wrong: FieldError) -> Iterator[Finding]:
    """Källans fil ska vara bara filens namn.

    En sökväg på den egna datorn säger ingenting för läsaren och kan röja ett användarnamn.
    """
    yield Finding(wrong.message, key=wrong.key)


@field_rule("bilagans-namn", "bilagans-namn")
def attachment_name(wrong: FieldError) -> Iterator[Finding]:
    """En bilagas namn ska ha bara a–z, 0–9, punkt, - och _, och en ändelse som arkivet tar emot.

    Filen ligger i samma mapp som dokumentet, så namnet har ingen mapp i sig. Ändelserna är pdf, doc, docx, xls, xlsx, ppt, pptx, odt,
    ods, odp, csv, txt, rtf, png, jpg, jpeg, tif och tiff.
    """
    yield Finding(wrong.message, key=wrong.key)


def _short(value: object) -> str:
    text = value if isinstance(value, str) else "…"
    return text if len(text) < 60 else text[:57] + "…"  # noqa: PLR2004 - what fits on a line


def _list(words: list[str]) -> str:
    return ", ".join(words[:-1]) + " eller " + words[-1] if len(words) > 1 else "".join(words)
