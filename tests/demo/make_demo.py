"""Writes the invented archive when it is called by its path: python tests/demo/make_demo.py OUT_DIR [--seed N]."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])  # the folder of this package, as pytest has it
    runpy.run_module("demo", run_name="__main__", alter_sys=True)
