"""Text as words, and words as stems: what the search compares. The twin in the browser is `docs/assets/sok/words.js`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from namndarkivet.searching.mended import LONGEST_KEY, MENDED
from namndarkivet.searching.snowball import snowball

__all__ = ["LIGHT", "MENDED", "STOP", "fold", "stem", "words"]

_STOP = """
    och att i som på en ett av för den det de till med är om har inte sig så han hon vi ni jag du men eller samt vid
    från ur inom utan mot under efter över mellan även också där här då när hur vad vilken vilket vilka vars denna detta
    dessa dess deras sin sina sitt kan ska skall bör blir bli blev var vara varit hade ha enligt genom hos än ej dem nu
"""
STOP = frozenset(_STOP.split())
"""Words that say nothing of what a text is about. Not «alla», «nya», «inga», «man» (god man): somebody may search for those."""

_LIGHT = """
    ny nya nytt fler flera få får fått fick man alla mer många vill ville finns fanns gör göra angående rörande gällande
    några något någon
"""
LIGHT = frozenset(_LIGHT.split())
"""Words that people put in a sentence and that the document they look for need not have: who asks for «fler hundrastgårdar»
wants a matter of hundrastgårdar. Beside other words they only tell which document comes first.
"""

_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPELLED = str.maketrans({"ø": "ö", "æ": "ä", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe"})
_KEPT = {"å": "\x00", "ä": "\x01", "ö": "\x02"}
_HIDE = str.maketrans(_KEPT)
_SHOW = str.maketrans({hidden: letter for letter, hidden in _KEPT.items()})
_ACCENTS = re.compile("[\u0300-\u036f]")
_ACCENTED = re.compile("[\u00c0-\u00c3\u00c6-\u00d5\u00d7-\u00e3\u00e6-\u00f5\u00f7-\u024f\u0300-\u036f\u1e00-\u1eff]")
"""Letters with other marks than those of å, ä and ö. Few texts have any, and the rest need not be taken apart."""
_WORD = re.compile(r"[a-zåäö0-9]+")
_GENITIVE = re.compile(r"(?<=[^\W_])[:'’]s(?![^\W_])")
_PLAIN = str.maketrans("åäö", "aao")


def words(text: str) -> list[str]:
    """The words of a text, in its order: runs of [a-zåäö0-9] in lower case. Other accents are taken off, letters of other
    alphabets and all signs separate, and the s of a genitive after a colon or an apostrophe is no word.

    >>> words("EU-projekt enligt SKL:s idé 16:34")
    ['eu', 'projekt', 'enligt', 'skl', 'ide', '16', '34']
    """
    # A capital is taken down before NFC and after: «İ» becomes an i with a dot above, which is an accent.
    lower = unicodedata.normalize("NFC", _HIDDEN.sub("", text).lower())
    if ":s" in lower or "'s" in lower or "’s" in lower:
        lower = _GENITIVE.sub(" ", lower)
    if _ACCENTED.search(lower):
        lower = re.sub("[\x00-\x02]", " ", lower).translate(_HIDE)
        lower = _ACCENTS.sub("", unicodedata.normalize("NFD", lower)).translate(_SPELLED).translate(_SHOW)
    return _WORD.findall(lower)


def fold(word: str) -> str:
    """A word of `words` as it is typed without å, ä and ö."""
    return word.translate(_PLAIN)


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """What the inflections of a word of `words` have in common: Snowball's stem, mended. A number is its own.

    >>> [stem(word) for word in ("kostnad", "kostnaderna", "skolskjutsar", "återremitteras", "skl")]
    ['kostnad', 'kostnad', 'skolskjuts', 'återremiss', 'skr']
    """
    if word[:1].isdigit():
        return word
    mended = _mended_end(word, "~") or (_mended_end(word[:-1], "~") if word.endswith("s") else None)
    if mended is not None:
        start, end = mended
        if end.startswith("="):
            return word[:start] + end[1:]
        word = word[:start] + end
    found = snowball(word)
    if found in MENDED:
        return MENDED[found]
    mended = _mended_end(found, "-")
    return found if mended is None else found[: mended[0]] + mended[1].removeprefix("-")


def _mended_end(word: str, kind: str) -> tuple[int, str] | None:
    """Where the longest end of the word begins that the table has an entry of this kind for, and what it says."""
    for start in range(max(0, len(word) - LONGEST_KEY), len(word)):
        found = MENDED.get(kind + word[start:])
        if found is not None:
            return start, found
    return None
