"""The OpenSearch description: what a browser needs in order to search the archive from its own address bar."""

from __future__ import annotations

from xml.sax.saxutils import escape

ADDRESS = "opensearch.xml"
"""Where it lies below the site's root; overrides/main.html links to it."""

_SHORTEST = 16
"""Characters that a ShortName may have (OpenSearch 1.1 Draft 6, «The ShortName element»)."""


def description(name: str, url: str) -> str:
    """The description's XML (OpenSearch 1.1 Draft 6, https://github.com/dewitt/opensearch), or "" without an address:
    the templates of a description must be whole addresses.

    `name` is the site's, `url` its address with a slash at the end.
    """
    if not url:
        return ""
    short = name if len(name) <= _SHORTEST else name[: _SHORTEST - 1].rstrip() + "…"
    at = escape(url, {'"': "&quot;"})
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(short)}</ShortName>\n"
        f"<LongName>{escape(name)}</LongName>\n"
        "<Description>Vad svenska kommuners nämnder har beslutat, och vad som bara föreslogs.</Description>\n"
        f'<Url type="text/html" method="get" template="{at}sok/?q={{searchTerms}}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{at}{ADDRESS}"/>\n'
        f'<Image type="image/svg+xml">{escape(url)}assets/marke.svg</Image>\n'
        "<Language>sv</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "<OutputEncoding>UTF-8</OutputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
