"""What Snowball's Swedish algorithm misses in the language of minutes, and what to make of it instead.

How the table was made: the vocabulary of 3,214 real paragraphs was gone through for words that are one another's
inflections (a word, and the same word with each Swedish ending on it) but got different stems, and for different words that
got the same; the rest are the same words in forms that those paragraphs happen not to have. An entry is for a kind of word
where there is a kind (all that end in -skola, in -era), and names single words only where an ending would hit others.

The keys are of three kinds, and the longest of a kind that fits holds. A key with å, ä or ö stands there a second time without
their marks, for words that are typed so, unless it would then be another word's (miljön, miljon).

- ``~skolan``: a word that ends so, before Snowball; it is stemmed as if it ended as the value says. A value that begins
  with ``=`` is the end of a finished stem. The same holds of the word with an s (skolans).
- ``-utredning``: a stem that ends so, after Snowball; the value is the end that it shall have.
- ``ökning``: a whole stem, after Snowball.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

_ET = "ll tt kt ck lk rk sk dd nd rd ld pp pt gg ng rg ss ft lt nt rt rv lv mn gn rn vn lm"
"""Pairs of consonants that the ending «-et» may follow (protokollet, projektet, barnet), which Snowball wants a vowel before.
Not «dg» (budget).
"""
_OWN_END = (
    *("kostnad", "byggnad", "marknad", "månad", "skillnad", "bostad", "innerstad", "huvudstad", "storstad", "småstad"),
    *("plats", "sats", "skjuts", "kurs", "resurs", "krets", "gräns", "analys", "prognos", "instans", "assistans"),
    *("ambulans", "leverans", "balans", "finans", "kompetens", "konferens", "referens", "konkurrens", "licens"),
    *(
        "konsekvens",
        "transparens",
        "remissinstans",
        "ansvar",
        "försvar",
        "villkor",
        "kontor",
        "nummer",
        "revisor",
        "vatten",
    ),
    *("ktor", "bar", "privat", "resultat", "klimat", "mandat", "kandidat", "sekretariat"),
)
"""Words whose own end looks like an ending: kostn-ad, plat-s, ansv-ar."""
_ELSE = ("styrelse", "stiftelse", "rörelse")
"""Words that Snowball takes for forms of another: styr, stift, rör."""
_HET = ("fastighet", "rättighet", "skyldighet", "ledighet")
"""The same: fast, rätt, skyld, led."""
_AN = (
    *("skola", "fråga", "bilaga", "upplaga", "klaga", "taxa", "nytta", "promemoria", "gata", "arena", "bana", "ränta"),
    *(
        "yta",
        "hyra",
        "sida",
        "lista",
        "karta",
        "mässa",
        "styrka",
        "kärna",
        "sträcka",
        "människa",
        "kyrka",
        "vecka",
        "resa",
    ),
    *(
        "ansöka",
        "anmäla",
        "begära",
        "verka",
        "hemställa",
        "framställa",
        "läcka",
        "stuga",
        "flagga",
        "hälsa",
        "pengarna",
    ),
    *("ärva", "inbjuda", "åtgärda"),
)
"""Words whose form on -n Snowball leaves as it is (skolan), while it cuts the -a of the others."""
_N = (
    *(
        "omi",
        "egi",
        "demi",
        "rgi",
        "ogi",
        "ati",
        "industri",
        "garanti",
        "kategori",
        "policy",
        "nivå",
        "miljö",
        "ceremoni",
    ),
    *("ktor", "revisor", "el", "medel"),
)
"""The same of words on another vowel or -el, -or: ekonomin, miljön, artikeln, sektorn."""
_ADJECTIVES = ("ellt", "kommunalt", "socialt", "lokalt", "totalt", "centralt", "regionalt", "neutralt", "digitalt", "maximalt", "optimalt", "ivt", "nsamt", "ternt", "civilt", "allmänt")  # fmt: skip
_GENITIVES = ("kommuners", "personers", "nämnders", "elevers", "regioners", "byggnaders", "gruppers", "parters", "chefers", "seniorers", "myndigheters", "ingars", "skolors")  # fmt: skip
_PARTICIPLES = (
    "erats",
    "ljats",
    "skats",
    "ttats",
    "utats",
    "knats",
    "ordnats",
    "ndrats",
    "varats",
    "övats",
    "ervats",
    "delats",
)
_NOUNS_OF_VERBS = (
    *("upphandling", "utredning", "granskning", "bedömning", "behandling", "utveckling", "avveckling", "samordning"),
    *("utbildning", "prövning", "redovisning", "fördelning", "tilldelning", "utdelning", "tillämpning", "användning"),
    *("ersättning", "ändring", "överföring", "förbättring", "uppföljning", "anslutning", "avyttring", "omvandling"),
    *("ombildning", "förlängning", "beskrivning", "betalning", "upprustning", "bordläggning", "kartläggning"),
    *("handläggning", "planläggning", "nedläggning", "ansökning", "anmälning", "sänkning", "minskning", "höjning"),
    *("förhandling", "inhämtning", "anskaffning", "utformning", "sammanställning", "fördjupning", "styrning"),
    *("finansiering", "ering"),
)
"""Nouns on -ing that say what their verb says: who searches for «upphandla» wants «upphandling» too. Not those that have
become another thing: handling, förvaltning, anläggning, beredning, ledning, ordning, förening.
"""
_VERBS_ON_SLA = {"avsl": "avslag", "föresl": "förslag"}
_VERBS_ON_A = ("ingå", "utgå", "uppgå", "avgå", "pågå", "avstå", "uppnå")
_FORMS_OF_SLA = ("å", "år", "ås", "agit", "agits", "agen", "aget", "agna", "og", "ogs")
_STEMS = {
    # verbs and the nouns of another make that say the same
    "-återremitter": "-återremiss",
    "-återremittering": "-återremiss",
    "-remitter": "-remiss",
    "-remittering": "-remiss",
    "-rekommender": "-rekommendation",
    "-rekommendering": "-rekommendation",
    "-deleger": "-delegation",
    "-delegering": "-delegation",
    "-reserver": "-reservation",
    "-organiser": "-organisation",
    "-organisering": "-organisation",
    "-informer": "-information",
    "-dokumenter": "-dokumentation",
    "-presenter": "-presentation",
    "-kompenser": "-kompensation",
    "uppdr": "uppdrag",
    "uppdragit": "uppdrag",
    "uppdrog": "uppdrag",
    # verbs whose forms differ within
    "ant": "antag",
    "antagit": "antag",
    "antagits": "antag",
    "antagn": "antag",
    "antog": "antag",
    "antogs": "antag",
    "-bifallit": "-bifall",
    "-bordlag": "-bordlägg",
    "-bordl": "-bordlägg",
    "-kartlag": "-kartlägg",
    "-planlag": "-planlägg",
    "-ställd": "-ställ",
    "-ställt": "-ställ",
    "-förd": "-för",
    "-fört": "-för",
    "-genomförd": "-genomför",
    "-genomfört": "-genomför",
    "-godkänd": "-godkän",
    "-godkänt": "-godkän",
    "utset": "uts",
    "utsed": "uts",
    "valj": "välj",
    "vald": "välj",
    "valt": "välj",
    "ökad": "öka",
    "ökar": "öka",
    "ökat": "öka",
    "ökas": "öka",
    "ökand": "öka",
    "ökning": "öka",
    "-utökning": "-utök",
    # other vowels in the plural
    "-ledamöt": "-ledamot",
    "året": "år",
    "åren": "år",
    "broar": "bro",
    "broarn": "bro",
    # an e that is gone before the ending
    "-regl": "-regel",
    "-artikl": "-artikel",
    "-cykl": "-cykel",
    "-exempl": "-exempel",
    "-kapitl": "-kapitel",
    "-medl": "-medel",
    "kommitte": "kommit",
    # one organisation, two names (SKL became SKR on 2019-11-27)
    "skl": "skr",
    "skls": "skr",
    "skrs": "skr",
}


def _endings() -> Iterator[tuple[str, str]]:
    """The entries that hold before Snowball."""
    yield from ((f"{pair}et", pair) for pair in _ET.split())
    yield from ((word, f"={word}") for word in _OWN_END)
    for word in _ELSE:
        yield from ((word + ending, f"={word}") for ending in ("", "n", "r", "rna", "rs"))
    for word in _HET:
        yield from ((word + ending, f"={word}") for ending in ("", "s", "en", "er", "erna", "ers"))
    yield from ((f"{word}n", f"={word}" if word in _OWN_END else word) for word in (*_AN, *_N))
    yield from ((word, word[:-1]) for word in _ADJECTIVES)
    yield ("skilt", "skild")
    yield from ((word, word[:-3]) for word in _GENITIVES)
    yield from ((word, word[:-2]) for word in _PARTICIPLES)
    for verb, noun in _VERBS_ON_SLA.items():
        yield from ((verb + form, f"={noun}") for form in _FORMS_OF_SLA)
    yield from ((f"{verb}r", verb) for verb in _VERBS_ON_A)
    yield from (("avstått", "avstå"), ("avstod", "avstå"), ("uppnås", "uppnå"), ("utgått", "utgå"))
    yield from ((f"{end}na", end) for end in ("ande", "ende", "område", "träde", "arvode", "mente"))
    yield from (("andets", "ande"), ("andens", "ande"), ("endet", "ende"), ("ares", "are"), ("mentena", "ment"))
    # «-andet» and «-anden» that belong to a word are not the ending of a participle
    yield from (
        ("ståndet", "stånd"),
        ("standet", "stånd"),
        ("landet", "land"),
        ("bandet", "band"),
        ("internet", "=internet"),
    )
    yield from ((f"{verb}andet", f"{verb}ande") for verb in ("tal", "handl", "häll", "håll", "samtal", "yrk", "yttr"))
    yield from (
        ("andet", "ande"),
        ("stranden", "strand"),
        ("strand", "=strand"),
        *((f"stadie{ending}", "stadie") for ending in ("t", "ts", "r", "rna", "rs")),
        *((f"vill{ending}", "=villa") for ending in ("a", "an", "or", "orna", "ors", "ornas")),
        ("sambanden", "samband"),
        ("hets", "het"),
    )
    yield from ((f"städer{ending}", "=stad") for ending in ("", "s", "na"))
    yield from ((f"{kind}städer{ending}", f"={kind}stad") for kind in ("bo", "stor") for ending in ("", "s", "na"))
    yield from (
        ("insatsers", "=insats"),
        ("istret", "ister"),
        ("umret", "=ummer"),
        ("emplet", "empel"),
        ("pitlet", "pitel"),
        ("medlet", "=medel"),
    )
    yield from (("medlen", "=medel"), ("vattnet", "=vatten"), ("bart", "=bar"))
    yield from (("mmet", "m"), ("grammen", "gram"), ("rummen", "rum"))


def _table() -> Mapping[str, str]:
    table = {f"~{end}": value for end, value in _endings()}
    for noun in _NOUNS_OF_VERBS:
        table[f"-{noun}"] = "-" + (noun.removesuffix("ning") if noun.endswith("ning") else noun.removesuffix("ing"))
    table |= _STEMS
    plain = {_plain(key): value for key, value in table.items() if key.lstrip("~-") not in _MARKED}
    return MappingProxyType(plain | table)


_MARKED = frozenset(
    {"miljön", "städer", "städers", "städerna", "året", "åren", "förd", "fört", *(f"{verb}r" for verb in _VERBS_ON_A)}
)
"""Ends that are those of other words when their marks are taken off: miljon, stadier, arena, komfort, -ningar."""


def _plain(word: str) -> str:
    return word.translate(str.maketrans("åäö", "aao"))


MENDED: Mapping[str, str] = _table()
"""Key → value, as the head of this module says; a part of `sok/sok.json` too."""
LONGEST_KEY = max(map(len, MENDED)) - 1
"""Letters of the longest end that there is an entry for."""
