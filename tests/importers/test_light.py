"""What the import needs besides Python itself: little enough to run in a reader's browser too (Pyodide)."""

from __future__ import annotations

import subprocess
import sys

NEEDED = {
    "annotated_types",
    "pydantic",
    "pydantic_core",
    "pypdfium2",
    "pypdfium2_cfg",
    "pypdfium2_raw",
    "typing_extensions",
    "typing_inspection",
    "yaml",
}
"""Libraries of pure Python, and two that are built for the browser: pydantic-core and pypdfium2."""
LOADED = """
import sys
before = set(sys.modules)
import namndarkivet.importers.drafts, namndarkivet.importers.labelled
from namndarkivet.importers.readers import docx, pdf, text
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(names - set(sys.stdlib_module_names)))
"""


def test_text_word_and_pdf_become_drafts_with_few_libraries() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = {
        name
        for name in done.stdout.split()
        if not name.startswith(("_cython", "cython", "_yaml", "_cffi", "_sysconfig"))
    }
    assert loaded - NEEDED == {"namndarkivet"}
