"""Taking down: what is left of a document once its text has been withdrawn."""

from __future__ import annotations

from namndarkivet.model import Document, Reference

GONE = "Tillbakadraget dokument"
"""What a document that was taken down is called."""

_KEPT = {
    "withdrawn", "source", "former_ids", "municipality", "body", "status", "date", "year", "paragraph", "registry_number",
    "sender", "kind", "number", "addressed_to",
}  # fmt: skip


def redacted(record: Document) -> Document:
    """A document that was taken down, with nothing left of what it said but where it stood: once here, so that no page,
    list or download has to remember it.
    """
    cleared = dict.fromkeys(set(type(record).model_fields) - _KEPT)
    return record.model_copy(update={**cleared, "title": GONE, "source": Reference(titel=GONE)})
