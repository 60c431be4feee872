"""The command: writes the invented archive into an empty folder and tells what it holds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from demo.archive import SEED, archive


def main() -> int:
    """0 when it is written, 2 when the folder holds something."""
    parser = argparse.ArgumentParser(description="Skriver ett påhittat arkiv för alla 290 kommuner.")
    parser.add_argument("folder", metavar="OUT_DIR", type=Path, help="en tom mapp, eller en som inte finns")
    parser.add_argument("--seed", type=int, default=SEED, help=f"slumptalens frö (annars {SEED})")
    given = parser.parse_args()
    folder: Path = given.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.stderr.write(f"{folder} är inte en tom mapp. Ange en annan, eller töm den.\n")
        return 2
    made = archive(given.seed)
    made.write(folder)
    sys.stdout.write(f"{len(made.papers)} påhittade filer i {folder}/ (frö {given.seed}).\n")
    for what, paths in made.planted.items():
        sys.stdout.write("\n  ".join((f"{what[0].upper()}{what[1:]}:", *paths)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
