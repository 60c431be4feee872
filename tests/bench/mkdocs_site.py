"""The plain MkDocs + Material site: the very same document files in docs/, none of them in the navigation."""

from pathlib import Path

from .corpus import Documents

_SETTINGS = """\
site_name: Nämndarkivet (MkDocs, mätning)
theme:
  name: material
  language: sv
  font: false
plugins: []
nav:
  - Start: index.md
not_in_nav: "*"
"""


def mkdocs_site(documents: Documents, folder: Path) -> Path:
    """Make the source folder of a MkDocs site of these documents, which stay where they are."""
    source = folder / "mkdocs"
    (source / "docs").mkdir(parents=True)
    (source / "docs/index.md").write_text("# Beslut\n", encoding="utf-8")
    (source / "docs/beslut").symlink_to(documents.folder / "beslut", target_is_directory=True)
    (source / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return source
