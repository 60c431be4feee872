"""The page of rules: every rule with its help, made of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup as Safe
from markupsafe import escape

from namndarkivet.checks import rules
from namndarkivet.markup import render
from namndarkivet.mentions import Means
from namndarkivet.pages.page import Crumb, Kind, Page, Site


def _addresses(_site: Site) -> Iterator[str]:
    yield "regler/"


def _page(_site: Site, at: str) -> Page:
    """The help comes from the code, not from a document, so it needs no links of mentions: its pieces are joined."""
    rows = [(rule, _html(rule.title), _html(rule.help)) for rule in rules()]
    return Page(
        address=at,
        title="Regler för dokumenten",
        description=f"De {len(rows)} regler som varje dokument granskas mot innan det publiceras, med förklaring och råd.",
        template="rules.html",
        crumbs=(Crumb("Om arkivet", "om/"), Crumb("Regler")),
        context={"rows": rows},
    )


def _html(markdown: str) -> Safe:
    made = render(markdown)
    words = [f'<a href="{escape(m.key)}">' if m.means is Means.FILE else m.text for m in made.mentions]
    rest = (word + piece for word, piece in zip(words, made.pieces[1:], strict=True))
    return Safe(made.pieces[0] + "".join(rest))  # noqa: S704 - render has sanitised it


KIND = Kind("regler", _addresses, _page, "regler")
