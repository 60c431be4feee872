"""The Hugo site: the theme in hugo_theme/, and the very same document files mounted as its content.

Hugo reads the Swedish front matter as it is (`.Params.källa.titel`). Two things it cannot take from the files are added
beside them: an `_index.md` per folder, without which Hugo makes no list page for a body or a year, and the mounts.
"""

import json
import shutil
from pathlib import Path

from .corpus import Documents

_THEME = Path(__file__).parent / "hugo_theme"
_MOUNT = "\n[[module.mounts]]\nsource = {source}\ntarget = {target}\n"


def hugo_site(documents: Documents, folder: Path) -> Path:
    """Make the source folder of a Hugo site of these documents, which stay where they are."""
    source = folder / "hugo"
    shutil.copytree(_THEME, source)
    sections = folder / "sections"
    for section in sorted({parent for path in documents.decisions for parent in path.parents if parent.name}):
        (sections / section).mkdir(parents=True, exist_ok=True)
        (sections / section / "_index.md").write_text(f"---\ntitle: {section.name}\n---\n", encoding="utf-8")
    mounts = _mount(documents.folder / "beslut", "content/beslut") + _mount(sections, "content")
    with (source / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(mounts)
    return source


def _mount(source: Path, target: str) -> str:
    return _MOUNT.format(source=json.dumps(str(source)), target=json.dumps(target))
