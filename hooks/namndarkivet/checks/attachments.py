"""Rules about files that lie beside a document."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.checks.rule import archive_rule
from namndarkivet.index import Archive
from namndarkivet.problem import Finding, Severity, did_you_mean


@archive_rule("bilaga-saknas")
def missing_attachment(archive: Archive) -> Iterator[Finding]:
    """En bilaga som ett beslut anger ska ligga i samma mapp som beslutet."""
    for entry in archive.decisions:
        folder = entry.path.rsplit("/", 1)[0]
        for number, basis in enumerate(entry.record.basis or ()):
            if basis.file and f"{folder}/{basis.file}" not in archive.attachments:
                near = did_you_mean(
                    basis.file, (path.rsplit("/", 1)[1] for path in archive.attachments if path.startswith(folder))
                )
                yield Finding(
                    f"bilagan «{basis.file}» finns inte i mappen decisions/{folder}/{near or '; lägg den där, eller ta bort raden'}",
                    key=("underlag", number, "fil"),
                    path=entry.path,
                )


@archive_rule("bilaga-ändrad")
def changed_attachment(archive: Archive) -> Iterator[Finding]:
    """En bilagas kontrollsumma ska stämma med filen.

    Stämmer den inte är filen en annan än den som lades in, eller så är kontrollsumman felskriven.
    """
    for entry in archive.decisions:
        folder = entry.path.rsplit("/", 1)[0]
        for number, basis in enumerate(entry.record.basis or ()):
            found = archive.attachments.get(f"{folder}/{basis.file}") if basis.file else None
            if found and basis.sha256 and basis.sha256 != found.sha256:
                yield Finding(
                    f"kontrollsumman stämmer inte med filen {basis.file}; filens är {found.sha256}",
                    key=("underlag", number, "sha256"),
                    path=entry.path,
                )


@archive_rule("lös-bilaga", severity=Severity.WARNING)
def loose_attachment(archive: Archive) -> Iterator[Finding]:
    """En fil i arkivet bör höra till ett dokument.

    Filer som inget dokument anger under `underlag` publiceras inte. Ta bort filen, eller ange den.
    """
    used = {
        f"{entry.path.rsplit('/', 1)[0]}/{basis.file}"
        for entry in archive.decisions
        for basis in entry.record.basis or ()
        if basis.file
    }
    for path in archive.attachments:
        if path not in used:
            yield Finding("inget dokument anger filen under underlag; ange den där, eller ta bort den", path=path)
