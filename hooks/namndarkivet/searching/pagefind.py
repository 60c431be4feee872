"""Pagefind's command over one shard's files, and what it wrote made into what the browser needs of it.

Pagefind 1.5 writes a file for each document («fragment») with the words that it indexed. Ours hold what a hit shows in
their place: those words are for the index alone, and as metadata what a hit shows would be indexed a second time.
"""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import version
from pathlib import Path

import pagefind_bin

from namndarkivet.searching.canonical import in_order, packed, unpacked

VERSION = version("pagefind-bin")
LANGUAGE = "zxx"
"""«No linguistic content» (ISO 639-2): Pagefind shall not stem; the terms are stems already."""

RUNTIME = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""What the browser runs. One copy serves all shards; the rest that Pagefind writes is a user interface that is not used."""

_KEPT = tuple(
    f"console.error(`Failed to load the {what}:\n${{e?.toString()}}`);" for what in ("index chunk ${url}", "meta index")
)
"""Where Pagefind's script tells the console alone that a file could not be fetched."""


class PagefindError(Exception):
    """Pagefind's command failed; its text is what it said."""


def index(files: Path, out: Path, tag: str, *, runtime: bool = False) -> None:
    """Index the HTML files in a folder into the folder `out`. Beside each lies the JSON of what its hit shows. `tag` begins the
    pages' ids (see `in_order`). With `runtime` what the browser runs is kept. Raises PagefindError.
    """
    command = [str(pagefind_bin.get_executable()), "--site", str(files), "--output-path", str(out)]
    command += ["--force-language", LANGUAGE, "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own dependency's command
    if done.returncode or not (out / "pagefind-entry.json").is_file():
        said = done.stderr.strip() or done.stdout.strip() or f"slutade med kod {done.returncode}"
        raise PagefindError(f"sökningens index kunde inte göras: {said}")
    for written in out.iterdir():
        if (
            written.is_file()
            and written.suffix in {".js", ".css", ".pagefind"}
            and not (runtime and written.name in RUNTIME)
        ):
            written.unlink()
    names = {}
    for fragment in (out / "fragment").iterdir():
        name = json.loads(unpacked(fragment))["url"].rpartition("/")[2]
        names[fragment.stem] = name
        fragment.write_bytes(packed((files / name).with_suffix(".json").read_bytes()))
    in_order(out, names, tag)
    for script in (out / name for name in RUNTIME if runtime and name.endswith(".js")):
        script.write_text(_outspoken(script.read_text(encoding="utf-8")), encoding="utf-8")


def _outspoken(script: str) -> str:
    """Pagefind's script, passing on what it otherwise keeps to itself: that a file could not be fetched. A search that goes on
    without it finds too little, and «no hit» would be read as «no decision».
    """
    for told in _KEPT:
        if script.count(told) != 1:
            raise PagefindError("Pagefinds skript är inte som det var i version 1.5.2; läs searching/pagefind.py")
        script = script.replace(told, f"{told}throw e;")
    return script
