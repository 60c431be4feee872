"""The text of an issue made with the form «Skicka in ett beslut» → what was sent in.

GitHub writes a form as Markdown: each field's label as a heading of the third level, its answer below, `_No response_` for none
(docs.github.com, «Syntax for GitHub's form schema»). Nothing here is trusted: an answer may hold headings, so a field that takes
many lines ends at the last heading of the next field, and what comes out is text that only the import reads.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from namndarkivet.addresses import slug
from namndarkivet.importers.drafts import LONGEST_BODY
from namndarkivet.personal_numbers import personal_numbers
from namndarkivet.problem import did_you_mean
from namndarkivet.register import Municipality, municipalities

LARGEST = 262_144
"""Bytes of an issue's text at most: GitHub takes 65,536 characters, each of them at most four bytes of UTF-8. What is longer
does not come from GitHub."""
LABELS = (
    "Kommun",
    "Organ",
    "Vad skickar du in?",
    "Länk till källan",
    "Bifoga filen",
    "Eller klistra in texten",
    "Innan du skickar",
)
"""The labels of `.github/ISSUE_TEMPLATE/skicka-in.yml` in its order."""
KINDS = ("Ett beslut (en paragraf)", "Ett helt protokoll")
"""The choices of the form that the import makes drafts of."""
_MANY_LINES = frozenset({"Bifoga filen", "Eller klistra in texten"})
_NOTHING = "_No response_"
_FENCED = re.compile(r"\A`{3,}text[ \t]*\n(?P<text>.*?)\n?`{3,}[ \t]*\Z", re.DOTALL)
_LONGEST_URL = 500
_URL = re.compile(r"https?://[^\s<>\"'`\\{}|^\[\]]+", re.IGNORECASE)


class SubmissionError(Exception):
    """Something that was sent in and cannot be used; its text is one Swedish sentence for the sender, without what was sent."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent in: the municipality, the body's name, whether it is minutes that the import reads, the source's address («»
    for none), the field of attachments and the pasted text as they were written.
    """

    municipality: Municipality
    body: str
    minutes: bool
    source: str
    attached: str
    text: str


def read_form(data: bytes) -> Submission:
    """What an issue's text sends in. Raises SubmissionError when it is too long, is not made with the form, or names no
    municipality or body.
    """
    if len(data) > LARGEST:
        raise SubmissionError("ärendets text är för lång; bifoga protokollet som en fil i stället")
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace")).replace("\r\n", "\n").replace("\r", "\n")
    fields = _fields(text)
    named = fields["Kommun"]
    municipality = municipalities().find(named)
    if municipality is None:
        near = did_you_mean(named[:LONGEST_BODY], [one.name for one in municipalities().by_code.values()])
        raise SubmissionError(f"kommunen i rutan «Kommun» finns inte{near}")
    body = fields["Organ"]
    if len(body) > LONGEST_BODY or not body.isprintable() or not slug(body) or personal_numbers(body):
        raise SubmissionError("i rutan «Organ» ska organets namn stå på en rad, till exempel Socialnämnden")
    return Submission(
        municipality,
        body,
        fields["Vad skickar du in?"] in KINDS,
        _address(fields["Länk till källan"]),
        fields["Bifoga filen"],
        _pasted(fields["Eller klistra in texten"]),
    )


def _fields(text: str) -> dict[str, str]:
    """The answers by their labels, which stand in the form's order."""
    found: dict[str, str] = {}
    rest = text
    for label, following in zip(LABELS, (*LABELS[1:], None), strict=True):
        head = re.search(rf"^### {re.escape(label)}[ \t]*$", rest, re.MULTILINE)
        if head is None:
            raise SubmissionError(
                f"ärendet är inte gjort med formuläret «Skicka in ett beslut», eller så är rubriken «{label}» ändrad"
            )
        rest = rest[head.end() :]
        ends = list(re.finditer(rf"^### {re.escape(following)}[ \t]*$", rest, re.MULTILINE)) if following else []
        end = (ends[-1] if label in _MANY_LINES else ends[0]).start() if ends else len(rest)
        answer = rest[:end].strip("\n")
        found[label] = "" if answer.strip() == _NOTHING else answer if label in _MANY_LINES else answer.strip()
        rest = rest[end:]
    return found


def _pasted(answer: str) -> str:
    """The pasted text, out of the fence that the form puts around it."""
    fenced = _FENCED.match(answer.strip())
    return fenced["text"] if fenced else answer


def _address(written: str) -> str:
    """A web address as one was written, or nothing: what is none, or holds a personal identity number."""
    usable = len(written) <= _LONGEST_URL and written.isprintable() and _URL.fullmatch(written)
    return written if usable and not personal_numbers(written) else ""
