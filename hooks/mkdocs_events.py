"""The MkDocs adapter: Material renders the frames, the archive is published into them.

This file only wires; everything it calls is in the package, which knows nothing of MkDocs. (MkDocs loads a hook file by
its path, once per process, with hooks/ on the module path only meanwhile: so the package is imported here, at the top.)
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from namndarkivet import report, staging
from namndarkivet.archive import check_and_index
from namndarkivet.frame import Frame, mark
from namndarkivet.load import load
from namndarkivet.pages import Site
from namndarkivet.problem import Severity
from namndarkivet.publish import publish
from namndarkivet.searching import synonyms
from namndarkivet.searching.hand_written import hand_written
from namndarkivet.searching.index import build
from namndarkivet.serve import Served
from namndarkivet.settings import SettingError, decisions_folder, tolerance
from namndarkivet.terminal import progress, shown
from namndarkivet.timing import Stages
from namndarkivet.trial import tried

_log = logging.getLogger("mkdocs.namndarkivet")

PLACES = ("", "rekommendationer", "kommuner", "beslut", "cirkular", "kvalitet", "regler", "lagg-till")
"""The places in the navigation whose pages the archive makes, by their addresses."""

_INDENT = re.compile(r"\s*\n\s*")
"""Material's templates leave a third of a frame empty, and every one of many thousand pages has a frame."""


@contextmanager
def _stopping(kind: type[Exception]) -> Iterator[None]:
    """Stop the build with what an error of this kind says."""
    try:
        yield
    except kind as error:
        raise Abort(f"{error}.") from error


class _Frames:
    """Frames rendered by Material, each once, when it is first asked for."""

    def __init__(self, env: Any, config: MkDocsConfig, nav: Navigation, files: Files) -> None:  # noqa: ANN401
        self.env, self.config, self.nav, self.files = env, config, nav, files
        self.made: dict[tuple[str, int], Frame] = {}

    def frame(self, place: str, depth: int) -> Frame:
        if (place, depth) not in self.made:
            self.made[place, depth] = self._render(place, depth)
        return self.made[place, depth]

    def _render(self, place: str, depth: int) -> Frame:
        address = "/".join(["x"] * depth + ["index.md"])
        page = Page(mark("title"), File.generated(self.config, address, content=""), self.config)
        in_nav = self.files.src_uris[f"{place}/index.md" if place else "index.md"].page
        in_section = in_nav is not None and in_nav.parent is not None
        page.meta = {
            "title": mark("title"),
            "description": mark("description"),
            "hide": ["toc"] if in_section else ["navigation", "toc"],
            "na_head": mark("head"),
        }
        page.canonical_url = mark("canonical") if self.config.site_url else None
        page.edit_url, page.content = None, mark("content")
        page.toc = get_toc([{"level": 1, "id": "innehall", "name": "", "children": []}])
        if in_nav is not None:
            in_nav.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            html = self.env.get_template("main.html").render(context)
            return Frame.cut(_INDENT.sub("\n", html))
        finally:
            if in_nav is not None:
                in_nav.active = False


class _Events:
    """One run of MkDocs: it makes the frames, then the archive is published into them."""

    def __init__(self) -> None:
        self.serving = False
        self.served: Served | None = None
        self.goal = self.made = Path()

    def on_startup(self, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes both by name
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Have MkDocs build beside the site that stands (`on_post_build` puts the new one in its place)."""
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        config.theme.static_templates.discard("sitemap.xml")
        if not self.serving:
            self.goal = Path(config.site_dir)
            staging.recover(self.goal)
            self.warnings = CountHandler(level=logging.WARNING)
            logging.getLogger("mkdocs").addHandler(self.warnings)

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check the documents; a build with errors stops here, before anything is written."""
        if self.serving and self.served:
            return
        self.stages = Stages()
        root = decisions_folder(Path(config.config_file_path or "").parent)
        if not root.is_dir():
            raise Abort(f"Mappen {root} med dokumenten finns inte. Ange en annan med NAMNDARKIVET_DECISIONS.")
        with _stopping(SettingError):
            deviation = tolerance()
        with progress("Läser dokumenten") as told:
            loaded = load(root, shown=shown(root), progress=told)
        archive, problems = check_and_index(loaded, shown(root), deviation)
        self.synonyms = synonyms.table(Path(config.docs_dir), problems)
        self._site(config, archive, problems)
        self.stages.done()
        if not self.serving and (errors := [each for each in problems if each.severity is Severity.ERROR]):
            raise Abort(f"{report.text(errors)}\nIngen sajt skrevs.")
        if self.serving:
            self.served = Served(loaded, shown(root), self.site, problems)
        else:
            with _stopping(staging.NotASiteError):
                self.made = staging.new_site(self.goal, apart_from=root)
            config.site_dir = str(self.made)

    def _site(self, config: MkDocsConfig, archive: Any, problems: list[Any]) -> None:  # noqa: ANN401
        repository = (config.repo_url or "").rstrip("/")
        edit = f"{repository}/edit/main/decisions/" if repository else ""
        told = report.published(problems, shown(archive.root))
        self.site = Site(archive, told, config.site_url or "", edit, repository, tried, self.synonyms)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The places of the navigation, as empty pages that `on_post_build` writes the archive's own over."""
        if theirs := files.get_file_from_path("sitemap.xml"):
            files.remove(theirs)
        for place in PLACES:
            files.append(File.generated(config, f"{place}/index.md" if place else "index.md", content=" "))
        return files

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ANN401
        self.frames = _Frames(env, config, self.nav, files)
        self.hand_written = [f.url for f in files.documentation_pages() if f.generated_by is None]
        if self.served:
            self.served.frames = self.frames

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - passed by name
        self.nav = nav

    def on_post_build(self, config: MkDocsConfig) -> None:
        if self.served:
            self.served.search(list(hand_written(Path(config.site_dir), self.hand_written)), Path(config.docs_dir))
            return
        self.stages.done()
        with progress("Skriver sidorna") as told:
            pages = publish(self.site, self.frames, self.made, self.hand_written, told)
        self.stages.done()
        with progress("Gör dem sökbara") as told, _stopping(OSError):
            shards = build(self.site, list(hand_written(self.made, self.hand_written)), self.made, self.goal, told)
        self.stages.done()
        if config.strict and self.warnings.get_counts():  # MkDocs counts them only when the site has been replaced
            raise Abort("Varningarna ovan stoppar bygget (--strict). Den förra sajten är kvar.")
        staging.take_place(self.made, self.goal)
        config.site_dir = str(self.goal)
        for line in self.stages.told(len(self.site.archive.entries), len(self.hand_written), pages, shards, self.goal):
            _log.info("%s", line)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002 - passed by name
        if self.made != Path():
            staging.give_up(self.made)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:  # noqa: ANN401, ARG002
        if self.served:
            self.served.attach(server)


_events = _Events()
on_startup, on_config, on_pre_build = _events.on_startup, _events.on_config, _events.on_pre_build
on_files, on_nav, on_env = _events.on_files, _events.on_nav, _events.on_env
on_post_build, on_build_error = _events.on_post_build, _events.on_build_error
on_serve = _events.on_serve
