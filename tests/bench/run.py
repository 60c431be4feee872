"""Starts the benchmark when it is called by its path: python tests/bench/run.py."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])  # the folder of tests/, as `python -m tests.bench` has it
    runpy.run_module("tests.bench", run_name="__main__", alter_sys=True)
