"""Makes the search index of a folder of documents and nothing else: index_once.py DECISIONS OUT [PREVIOUS]

Prints, as JSON, the seconds that the index took once the documents were read, and how many of its shards were made anew.
"""

import json
import sys
import time
from pathlib import Path

from namndarkivet.archive import open_archive
from namndarkivet.pages.page import Site
from namndarkivet.searching import synonyms
from namndarkivet.searching.index import build


def main(decisions: Path, out: Path, previous: Path | None = None) -> None:
    """Read the documents, and time what follows."""
    archive, problems = open_archive(decisions)
    site = Site(archive, synonyms=synonyms.table(Path("docs"), problems))
    start = time.perf_counter()
    shards = build(site, (), out, previous)
    made = sum(shard.made for shard in shards)
    print(json.dumps({"seconds": time.perf_counter() - start, "made": made, "shards": len(shards)}))  # noqa: T201


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
