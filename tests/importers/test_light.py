"""What the import needs besides Python itself: little enough to run in a reader's browser too (Pyodide)."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
READERS = "namndarkivet.importers.readers.docx namndarkivet.importers.readers.pdf namndarkivet.importers.readers.text"
LOADED = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1].split(): importlib.import_module(name)
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(names - set(sys.stdlib_module_names)))
"""


@pytest.mark.parametrize(
    "modules",
    [
        pytest.param(f"namndarkivet.importers.drafts namndarkivet.importers.labelled {READERS}", id="the import"),
        pytest.param(f"namndarkivet.adding.browser {READERS}", id="what the form in the browser asks"),
    ],
)
def test_text_word_and_pdf_become_drafts_with_few_libraries(modules: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, modules], capture_output=True, text=True, check=True)
    loaded = {
        name
        for name in done.stdout.split()
        if not name.startswith(("_cython", "cython", "_yaml", "_cffi", "_sysconfig", "__mp_main__"))
    }
    assert loaded - NEEDED == {"namndarkivet"}
