"""Old addresses that lead to today's: `tidigare_id`, and the other registry numbers of a matter."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from namndarkivet.addresses import address, slug, to_root
from namndarkivet.index import Archive


def redirects(archive: Archive) -> Iterator[tuple[str, str]]:
    """Each old address with the one that it leads to."""
    taken = {*archive.entries, *archive.matters, *archive.by_meeting}
    for old, identity in archive.former.items():
        if old not in taken:
            yield address(old), address(identity)
    for matter in archive.matters.values():
        names = {slug(step.record.matter) for step in matter.steps if step.record.matter}
        joined = any(step.record.next_step for step in matter.steps)
        unnamed = {"-".join(step.id.split("/")[2:]) for step in matter.steps if joined}  # before it had number or name
        for part in sorted({*matter.keys, *names, *unnamed} - {""}):
            other = f"arenden/{matter.municipality.slug}/{part}"
            if other != matter.id and other not in taken:
                yield address(other), address(matter.id)


def redirect_page(at: str, to: str, site_url: str) -> str:
    """A page that leads on, for browsers without scripts too."""
    target = escape(to_root(at) + to)
    canonical = f'<link rel="canonical" href="{escape(site_url + to)}">' if site_url else ""
    return (
        '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n<title>Sidan har flyttat</title>\n'
        f'<meta name="robots" content="noindex">\n{canonical}\n<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
        f'<body>\n<p>Sidan har flyttat till <a href="{target}">{escape(to)}</a>.</p>\n</body>\n</html>\n'
    )
