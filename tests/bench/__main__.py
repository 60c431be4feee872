"""The command line: measure, print the report, and fail only when a command failed."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from .command import Command, installed
from .corpus import ALL, Corpus, make_corpus, subset
from .legs import DECISIONS, LEGS, ROOT
from .report import report
from .results import SEARCH, SERVE, Results
from .rounds import Rounds
from .search import measure_search
from .serve import measure_edits
from .sound import without_errors
from .targets import targets

_PARTS = (*(leg.name for leg in LEGS), SERVE, SEARCH)

_SEARCHED = 3_000
"""Documents from which on search is measured: fewer lie in one shard."""


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> list[int]:
    try:
        sizes = sorted({int(each.replace("_", "")) for each in value.split(",")})
    except ValueError as error:
        message = f"{value}: not numbers with commas between, like 1000,3000"
        raise click.BadParameter(message) from error
    if sizes[0] < 1:
        message = f"{sizes[0]}: a size is at least 1"
        raise click.BadParameter(message)
    return sizes


def _parts(_context: click.Context, _option: click.Parameter, value: str) -> list[str]:
    parts = value.split(",")
    for unknown in set(parts) - set(_PARTS):
        message = f"{unknown}: not one of {', '.join(_PARTS)}"
        raise click.BadParameter(message)
    return parts


@click.command()
@click.option(
    "--sizes",
    default="1000,3000,10000,30000",
    show_default=True,
    callback=_sizes,
    help=f"Numbers of documents; {ALL} means all that the corpus gives.",
)
@click.option("--only", "parts", default=",".join(_PARTS), show_default=True, callback=_parts, help="What to measure.")
@click.option(
    "--rounds", default=2, show_default=True, type=click.IntRange(1), help="Rounds per size; the fastest counts."
)
@click.option(
    "--tmp",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where documents and output go, e.g. /dev/shm: a disk's own pace then stays out of the ratios.",
)
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write every figure here too."
)
def main(sizes: list[int], parts: list[str], rounds: int, tmp: Path | None, json_file: Path | None) -> None:
    """Measure the archive beside Hugo and plain MkDocs on the same documents, in one run."""
    work = Path(tempfile.mkdtemp(prefix="namndarkivet-bench-", dir=tmp))
    try:
        results = _measure(sizes, parts, rounds, work)
    finally:
        shutil.rmtree(work)
    click.echo(report(results))
    if json_file:
        verdicts = [{"target": t.wording, "figure": t.figure, "reached": t.reached} for t in targets(results)]
        text = json.dumps({**results.as_json(), "targets": verdicts}, ensure_ascii=False, indent=2)
        json_file.write_text(f"{text}\n", encoding="utf-8")
    sys.exit(1 if results.failures else 0)


def _measure(sizes: list[int], parts: list[str], rounds: int, work: Path) -> Results:
    """Measure in `work`, which the caller deletes."""
    _say("writing the documents")
    corpus = make_corpus(ROOT, work / "documents", sizes[-1])
    if {"site", SERVE, SEARCH} & set(parts) and Path(installed("namndarkivet")).is_file():
        _say("leaving out documents that check finds errors in")
        check = Command((installed("namndarkivet"), "check"), ROOT, {DECISIONS: str(corpus.documents.folder)})
        corpus = without_errors(corpus, check, work / "check.log")
    results = Results(_about(corpus, work))
    measuring = Rounds(work, results, _say)
    legs = [leg for leg in LEGS if leg.name in parts]
    for size in sizes:
        documents = subset(corpus.documents, size, work / str(size))
        measuring.measure(legs, size, documents, rounds)
        if SEARCH in parts and size >= _SEARCHED:
            measure_search(size, documents, work, results, _say)
    if SERVE in parts:
        measure_edits(size, documents, work, results, _say)
    return results


def _about(corpus: Corpus, work: Path) -> dict[str, str]:
    """What a reader must know to compare two runs."""
    system = subprocess.run(["stat", "--file-system", "--format", "%T", str(work)], capture_output=True, check=False)
    packages = ("hugo", "mkdocs", "mkdocs-material", "markdown", "namndarkivet")
    return {
        "documents": f"{corpus.origin}, {len(corpus.documents.decisions):,} documents",
        "machine": f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {platform.platform()}",
        "versions": ", ".join(
            [f"Python {platform.python_version()}", *(f"{each} {_version(each)}" for each in packages)]
        ),
        "output": f"{work.parent}, file system {system.stdout.decode().strip()}; documents warm in the page cache",
        "memory": "peak over time of the sum of PSS over all processes of a command, sampled about every 100 ms",
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _say(text: str) -> None:
    click.echo(f"… {text}", err=True)


if __name__ == "__main__":
    main()
