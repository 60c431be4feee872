"""Python as the form fetches it: this package, the libraries that it needs, and what of the archive an import asks for, as zip files;
and a list of all of it. Made while the site is built, of the very code that builds it.

Python itself and the libraries built for WebAssembly lie among the site's assets (`hooks/fetch_runtime.py`). The same code and the
same documents give the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path

import namndarkivet
from namndarkivet.index import Archive
from namndarkivet.pages.page import Site

PACKAGE = Path(namndarkivet.__file__).parent
RUNTIME = "assets/python/"
"""The address of what `hooks/fetch_runtime.py` puts into `docs/`."""
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
"""What Pyodide fetches to begin."""
BUILT = ("pydantic-core", "pypdfium2")
"""Libraries with a wheel of their own for the browser. It must be of the version that the site is built with."""
LIBRARIES = ("annotated-types", "pydantic", "pyyaml", "typing-extensions", "typing-inspection")
"""Libraries of pure Python (PyYAML has a part in C, which it does without)."""

_UNUSED = ("pydantic/v1/", "pydantic/mypy.py", "yaml/cyaml.py")
_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip: the earliest that one can have."""


def code(_site: Site) -> bytes:
    """The modules of this package and the table of municipalities. Templates and examples are for the site alone."""
    return _code()


def libraries(_site: Site) -> bytes:
    """The libraries of pure Python from the environment, with their licences."""
    return _libraries()


def archive(site: Site) -> bytes:
    """The registers and the recommendations as a small documents folder, so that an import knows each body's numbering and which
    recommendations a text may answer. Those that were taken down are left out: their text may not be published.
    """
    return site.archive.once(_archive)


def manifest(site: Site, runtime: Path | None = None) -> bytes:
    """What the form must know before it fetches anything, as JSON in UTF-8.

    `available`: whether Python can be had here. `index`: where Pyodide's own files are. `wheels`, `zips`, `archive`: what is unpacked,
    by address. `bytes`: how much is fetched in all, at most (a server may send less, compressed). Addresses are below the site's root.
    `runtime`: the folder to look in, instead of `docs/assets/python`.
    """
    folder = runtime or PACKAGE.parent.parent / "docs" / RUNTIME
    wheels = [path for name in BUILT for path in sorted(folder.glob(f"{name.replace('-', '_')}-{version(name)}-*.whl"))]
    there = [folder / name for name in CORE if (folder / name).is_file()]
    made = {"lagg-till/bibliotek.zip": _libraries(), "lagg-till/namndarkivet.zip": _code()}
    documents = archive(site)
    told = {
        "available": len(there) == len(CORE) and len(wheels) == len(BUILT),
        "bytes": sum(path.stat().st_size for path in (*there, *wheels)) + sum(map(len, (*made.values(), documents))),
        "index": RUNTIME,
        "wheels": [RUNTIME + path.name for path in wheels],
        "zips": list(made),
        "archive": "lagg-till/arkivet.zip",
    }
    return json.dumps(told, separators=(",", ":")).encode()


@cache
def _code() -> bytes:
    kept = [*PACKAGE.rglob("*.py"), PACKAGE / "register" / "kommuner.csv"]
    return _zipped((path.relative_to(PACKAGE.parent).as_posix(), path.read_bytes()) for path in kept)


@cache
def _libraries() -> bytes:
    return _zipped(entry for name in LIBRARIES for entry in _files(name))


def _files(name: str) -> Iterator[tuple[str, bytes]]:
    """A library's modules, its metadata and its licence."""
    found = distribution(name)
    for file in found.files or ():
        path = file.as_posix()
        told = ".dist-info/" in path and (path.endswith("/METADATA") or "/licenses/" in path)
        if ".." not in path and (path.endswith(".py") or told) and not path.startswith(_UNUSED):
            yield path, Path(str(found.locate_file(file))).read_bytes()


def _archive(of: Archive) -> bytes:
    paths = [f"kommuner/{slug}.yml" for slug in of.registers.by_slug]
    paths += [entry.path for entry in of.recommendations if not entry.record.withdrawn]
    return _zipped((path, (of.root / path).read_bytes()) for path in paths if (of.root / path).is_file())


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as a zip: in the order of their names, all of one date, so that the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, data in sorted(files):
            entry = zipfile.ZipInfo(path, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()
