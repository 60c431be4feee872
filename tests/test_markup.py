"""A body as HTML: whatever it holds, only allowed tags and attributes come out, whole and with the text kept."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from archives import STEADY
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namndarkivet import markup
from namndarkivet.markup import TAGS, Markup, render
from namndarkivet.mentions import Means

OURS = {"div": {"class", "role", "aria-label", "tabindex"}}
ALLOWED = {
    "a": {"href", "title", "rel", "class"},
    "abbr": {"title"},
    "ol": {"start"},
    "table": {"class"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **OURS,
}
EMPTY = {"br", "hr"}


class _Checked(HTMLParser):
    """Reads HTML and asserts that it is whole, and that it holds nothing but what a body may hold."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS | set(OURS), tag
        for name, value in attrs:
            assert name in ALLOWED.get(tag, set()), (tag, name)
            if name == "href":
                assert re.match(r"(?:https?|mailto|tel):|(?!\w+:)", value or "", re.IGNORECASE), value
            if name == "id":
                self.ids.append(value or "")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def woven(markup: Markup, *, linked: bool = True) -> str:
    """The body's HTML with its mentions as a page writes them: as links, or as text where the archive has no target."""
    out = [markup.pieces[0]]
    for mention, piece in zip(markup.mentions, markup.pieces[1:], strict=True):
        words = mention.text or mention.key
        if mention.means is Means.FILE:
            out.append('<a href="../x/">' if linked else "<a>")
        else:
            out.append(f'<a class="na-mention" href="../x/">{words}</a>' if linked else words)
        out.append(piece)
    return "".join(out)


def checked(markdown: str) -> _Checked:
    """The body, rendered and asserted to be whole and harmless with and without its links."""
    markup = render(markdown)
    _Checked(woven(markup, linked=False))
    found = _Checked(woven(markup))
    assert len(set(found.ids)) == len(found.ids)
    return found


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.se/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1) style='position:fixed'>a</p>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x) [b](file:///etc/passwd)",
    "<a href='javascript:x'>a</a>",
    "<a href='&#106;avascript:x'>a</a>",
    "<a href='java\tscript:x'>a</a>",
    "<a href=' javascript:x'>a</a>",
    "<a href='\x01javascript:x'>a</a>",
    "<javascript:alert(1)>",
    "![a](javascript:x) ![b](https://evil.se/spion.gif)",
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=//evil.se>",
    "<meta http-equiv=refresh content='0;url=//evil.se'>",
    "<base href='//evil.se/'>",
    "<iframe src=//evil.se></iframe>",
    "<object data=x></object><embed src=x>",
    "<svg onload=alert(1)><script>x</script><a xlink:href='javascript:x'>a</a></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form action=//evil.se><input name=a><button>b</button></form>",
    "<video src=x autoplay></video><audio src=x></audio>",
    "<template><script>x</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<title>a</title><textarea><b>c",
    "<plaintext>a",
    "<xmp><b>a",
    "</div></main></body></html><h1>b",
    "</p></td></tr></table></section>a",
    "<div><section><main>a",
    "<table><tr><td>a",
    "<tr><td>a</td></tr>",
    "<b><i>a</b></i>",
    "<ul><li>a<ul><li>b</ul>",
    "<h2>a<h2>b<h3>c",
    "<h2><table><tr><td><h2>a</h2></table></h2>",
    "<a href=x><a href=y>b</a></a>",
    "<a href=x><h2>a</h2></a>",
    "<abbr title='a\"b>c'>d</abbr>",
    '<abbr title="a\'b>c<d">e</abbr>',
    "<a href='x\"y' title='\"><script>x</script>'>b</a>",
    "<td align='\"><img src=x>'>a",
    "<ol start='5\" onx=1'><li>a</ol>",
    "<ol start='[[a|b]] SN16/103 § 5'><li>a</ol>",
    "<table><tr><td colspan='§ 5' rowspan='SN16/103'>a</td></tr></table>",
    "<!-- a",
    "<!-- a --><b>c</b>",
    "<!--><script>x</script>-->",
    "<![CDATA[<script>x</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<a href=",
    "<a href='",
    "<",
    "<p id=innehall class=na-badge>a",
    "<h1 id=x>a</h1>",
    "[[a|<script>x</script>]]",
    "[[a</p>\n\n<p>b]]",
    "[[x|a\n\nb]]",
    "{na-hole:content}",
    "<p>{na-hole:title}</p><!-- {na-hole:head} -->",
    "[a]({na-hole:content}) [[{na-hole:content}]]",
    "# {na-hole:content}",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "`<script>`",
    "```html\n<script>alert(1)</script>\n```",
    "| <b> | </td></table> |\n|---|---|\n| <script> | <!-- |",
    "a\x00b\x1bc\u202ed",
    "[a]: javascript:x\n\n[a]",
    '<https://a.se/"onclick=x>',
]


@pytest.mark.parametrize("markdown", HOSTILE)
@pytest.mark.parametrize(
    "around", ["{}", "## {}", "- {}\n- b", "> {}", "| a |\n|---|\n| {} |", "Text {} *text*", "§ 5 {} § 6"]
)
def test_hostile_text_comes_out_whole_and_harmless(markdown: str, around: str) -> None:
    checked(around.replace("{}", markdown))


@given(
    st.lists(st.sampled_from([*HOSTILE, " ", "\n", "\n\n", "§ 5", "[[a]]", "**", "<td>", "</a>", "</h2>"]), max_size=8)
)
@settings(STEADY, max_examples=500)
def test_hostile_texts_together_come_out_whole_and_harmless(parts: list[str]) -> None:
    checked("".join(parts))


@given(st.text(alphabet="<>/\"'= abhpt123!-[]()|&;#:`*_\n", max_size=80))
@example("<h1 a='\n<h2>'>")
@settings(STEADY, max_examples=800)
def test_any_signs_come_out_whole_and_harmless(markdown: str) -> None:
    checked(markdown)


@pytest.mark.parametrize(
    "sign",
    [
        *(
            "[",
            "]",
            ">",
            "> ",
            "*",
            "_",
            "`",
            "<",
            "(",
            "[[",
            "![",
            "<a ",
            "<b>",
            "&",
            "|",
            "~~",
            "- ",
            "#",
            "[a](",
            "*a_",
        ),
        *("<!--", "§", "§ 1 ", "0/1 ", "SN16/103 ", "# a\n", "<h2>", "<h2>a", "<td>", "<p>", "\t", "a\n\n", "> - "),
    ],
)
def test_a_hundred_thousand_signs_are_rendered(sign: str) -> None:
    _Checked(woven(render(sign * (100_000 // len(sign)))))


def test_quotes_within_quotes_beyond_what_anyone_writes_are_shown_as_text() -> None:
    text = html.unescape(_Checked(woven(render(">" * 25 + " a"))).text)
    assert text.split() == [">>>>>", "a"]
    assert woven(render("> > > a")).count("<blockquote>") == 3


# What minutes need comes through.


@pytest.mark.parametrize(
    ("markdown", "out"),
    [
        ("a **b** *c* ~~d~~", "<p>a <strong>b</strong> <em>c</em> <del>d</del></p>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a\\\nb  \nc", "<p>a<br>\nb<br>\nc</p>\n"),
        ("---", "<hr>\n"),
        ("    a < b", "<pre><code>a &lt; b\n</code></pre>\n"),
        ("9\u00a0500 kr", "<p>9\u00a0500 kr</p>\n"),
        ("[a](https://a.se/?b&c)", '<p><a href="https://a.se/?b&amp;c" rel="nofollow noopener">a</a></p>\n'),
        ("[a](HTTPS://a.se)", '<p><a href="HTTPS://a.se" rel="nofollow noopener">a</a></p>\n'),
        ("https://a.se", '<p><a href="https://a.se" rel="nofollow noopener">https://a.se</a></p>\n'),
        ("[a](mailto:b@c.se)", '<p><a href="mailto:b@c.se" rel="nofollow noopener">a</a></p>\n'),
        ("a<sub>2</sub> <u>b</u>", "<p>a<sub>2</sub> <u>b</u></p>\n"),
        ('<abbr title="b">a</abbr>', '<p><abbr title="b">a</abbr></p>\n'),
        ("", ""),
    ],
)
def test_what_minutes_need_is_rendered(markdown: str, out: str) -> None:
    assert woven(render(markdown)) == out


def test_a_table_can_scroll_and_be_reached_with_the_keyboard() -> None:
    out = woven(render("| a | b |\n|---|--:|\n| 1 | 2 |"))
    assert out == (
        '<div class="na-scroll" role="region" aria-label="Tabell" tabindex="0"><table class="na-table">\n<thead>\n<tr>\n'
        '<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align="right">2</td>\n'
        "</tr>\n</tbody>\n</table></div>\n"
    )


def ids(body: str) -> list[str]:
    """The ids of a body's headings, in their order."""
    return re.findall(r"<h\d id=\"([^\"]*)\">", woven(render(body)))


def test_headings_begin_below_the_pages_own_and_keep_their_order() -> None:
    out = woven(render("# a\n## b\n### c\n#### d\n##### e\n###### f"))
    assert re.findall(r"<(h\d) id=\"([^\"]*)\">", out) == [
        *(("h3", "p-a"), ("h3", "p-b"), ("h4", "p-c"), ("h5", "p-d"), ("h6", "p-e"), ("h6", "p-f"))
    ]


def test_headings_have_ids_of_their_own_even_when_their_words_are_the_same() -> None:
    body = "## Beslut\n## Beslut 2\n## Beslut\n## Beslut\n## Åäö § 5\n## <em>&amp;</em>\n## !\n## " + "å" * 90
    assert ids(body) == [
        "p-beslut", "p-beslut-2", "p-beslut-3", "p-beslut-4", "p-aao-5", "p-rubrik", "p-rubrik-2", "p-" + "a" * 60
    ]  # fmt: skip


@given(st.lists(st.sampled_from(["a", "a 2", "a-2", "a 3", "A", "b", "!", "a 2 2"]), max_size=12))
@settings(STEADY, max_examples=300)
def test_headings_of_any_words_have_different_ids(words: list[str]) -> None:
    found = ids("\n".join(f"## {word}" for word in words))
    assert len(set(found)) == len(found) == len(words)


def test_a_link_within_the_archive_has_no_address_until_the_archive_gives_it_one() -> None:
    markup = render("[a](../67.md) [b](/etc) [c](#) [d](//evil.se) [e]()")
    assert [mention.key for mention in markup.mentions] == ["../67.md", "/etc", "#", "//evil.se", ""]
    assert woven(markup, linked=False) == "<p><a>a</a> <a>b</a> <a>c</a> <a>d</a> <a>e</a></p>\n"


WORDS = st.lists(st.text(alphabet="abcåäöABC0123456789,.;:%§–«»éÅ", min_size=1, max_size=10), min_size=1, max_size=30)


@given(WORDS, st.sampled_from(["{}", "## {}", "- {}", "> {}", "1. {}", "*{}*", "| |\n|---|\n| {} |"]))
@settings(STEADY, max_examples=500)
def test_the_words_that_go_in_come_out(words: list[str], around: str) -> None:
    text = " ".join(["x", *words, "x"])
    assert checked(around.replace("{}", text)).text.split() == text.split()


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
@settings(STEADY, max_examples=500)
def test_any_text_written_as_code_comes_out_as_it_is(text: str) -> None:
    plain = re.sub(r"[\x00\r\n\t\ud800-\udfff]", " ", text)
    assert checked(f"~~~~\n~ {plain}|\n~~~~").text == f"~ {plain}|\n\n"


def test_raw_html_nested_without_end_is_shown_as_text() -> None:
    made = render("<div>" * 1000 + "Nämnden godkänner." + "</div>" * 1000)
    assert "&lt;div&gt;" in "".join(made.pieces)
    assert "Nämnden godkänner." in "".join(made.pieces)


MARKS = [
    "## ",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "*",
    "**",
    "_",
    "\n",
    "\n\n",
    "    ",
    "  \n",
    "|",
    "|---|\n",
    "|:-:|\n",
    "---\n",
    "\\",
]
WRITTEN = st.lists(
    st.sampled_from([*MARKS, "att ", "§ 12", "å", '"', "'", ">", "a", " ", "\t", "\u00a0", "!", "]", "(", ")"])
)


@given(st.one_of(WRITTEN.map("".join), st.text(max_size=60)))
@settings(STEADY, max_examples=1500)
def test_text_without_html_comes_out_as_if_it_had_been_cleaned(body: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "_MAY_HOLD_HTML", re.compile(""))
        cleaned = render(body)
    assert render(body) == cleaned
