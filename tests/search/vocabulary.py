"""Words that the language of search is tried on: those of the archive, the example and the corpus, and tables of our own."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import strategies as st
from sites import DECISIONS, EXAMPLE

from namndarkivet.searching.words import words

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "goteborg.jsonl.gz"
needs_corpus = pytest.mark.skipif(not CORPUS.is_file(), reason="samlingen ../shared/corpus finns inte här")


@cache
def counted(folder: Path) -> Counter[str]:
    """The words of a documents folder, and how often each is seen."""
    papers = sorted(folder.rglob("*.md"))
    return Counter(word for paper in papers for word in words(paper.read_text(encoding="utf-8")))


@cache
def own_words() -> Counter[str]:
    """The words of the archive's documents and of the example's."""
    return counted(DECISIONS) + counted(EXAMPLE)


@cache
def corpus() -> Counter[str]:
    """The words of the corpus; none where it is missing."""
    if not CORPUS.is_file():
        return Counter()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return Counter(word for row in rows for word in words(f"{row['rubrik']} {row['text']}"))


PIECES: tuple[tuple[str, list[str]], ...] = (
    ("EU-projekt", ["eu", "projekt"]),
    ("SKL:s och LSS:s regler", ["skl", "och", "lss", "regler"]),
    ("nämnden’s it's", ["nämnden", "it"]),
    ("kl. 16:34, 2016/103", ["kl", "16", "34", "2016", "103"]),
    ("S:t Eriks väg", ["s", "t", "eriks", "väg"]),
    ("§ 4a covid19", ["4a", "covid19"]),
    ("Kommitté, Müller, Ørsted, Ærø, Straße", ["kommitte", "muller", "örsted", "ärö", "strasse"]),
    ("mål\u00adsätt\u200bning", ["målsättning"]),
    ("a\u030a A\u0308 O\u0308", ["å", "ä", "ö"]),
    ("αβγ привет beslut", ["beslut"]),
    ("snake_case — och/eller «ja»", ["snake", "case", "och", "eller", "ja"]),
    ("İstanbul", ["istanbul"]),
    ("\x00\x01ett\x02", ["ett"]),
    ("", []),
)
"""Texts and their words."""

ENDS = "a ad ade ande anden andet ar are aren arens arna arnas as ast aste at e en ens er erna ernas ern erns es et ets het heten heter ig lig els fullt öst s gd nn kt tt alitet paket".split()  # noqa: SIM905  # fmt: skip
MADE = st.builds("{}{}{}".format, st.text("abdegiklnprstuvxyåäö", max_size=7), st.sampled_from(["", *ENDS]), st.sampled_from(ENDS))  # fmt: skip
"""Words made up of Snowball's endings."""

FAMILIES = tuple(
    """
kostnad kostnader kostnaden kostnaderna kostnads
driftkostnad driftkostnader driftkostnaderna
skolskjuts skolskjutsen skolskjutsar skolskjutsens skolskjutsarna
protokoll protokollet protokollen protokollets
avslå avslår avslag avslås avslaget avslagit avslog avslagna avsla avslar avslas
återremiss återremitteras återremittera återremitterat återremissen återremitterats återremittering aterremitteras
rekommendation rekommenderar rekommenderas rekommendationen rekommendationerna rekommenderat
remiss remittera remitteras remissen remisser
beslut besluta beslutar beslutade beslutet beslutat beslutats besluten beslutas
bordlägga bordläggs bordlagd bordlagt bordlagda bordläggning bordläggningen bordlades
förslag föreslå föreslår föreslås föreslagit förslaget förslagen föreslog föreslagna foreslar foreslas
yttrande yttra yttranden yttrandet yttrandena
motion motionen motioner motionerna motionens
skola skolan skolor skolorna skolans skolornas
förskola förskolan förskolor förskolornas
barn barnen barnet barns barnens
avgift avgifter avgiften avgifterna
nämnd nämnden nämnder nämndens nämndernas nämnders
bidrag bidraget bidragen
upphandling upphandla upphandlas upphandlingar upphandlat upphandlingens
delegation delegera delegeras delegerats delegationen
väg vägar vägen vägarna
stad staden städer stads städerna stadens
hus huset husen
år året åren årets
tjänst tjänster tjänsten
socialtjänst socialtjänsten socialtjänstens
plan planer planen planerna
planera planering planeras planeringen planerats
kommun kommuner kommunens kommunernas kommunen kommuners
kommunal kommunala kommunalt
fråga frågan frågor frågorna frågans
ansökan ansöka ansökningar ansöker ansökt
anmälan anmäla anmälningar anmäler
ärende ärenden ärendet ärendena ärendenas ärendets
projekt projektet projekten projekts projektets
ansvar ansvaret ansvarar
villkor villkoren villkoret
utskott utskottet utskottets utskotten
styrelse styrelsen styrelsens styrelserna styrelsers
kommunstyrelse kommunstyrelsen kommunstyrelsens
fastighet fastigheter fastighetens fastigheterna fastighets
plats platser platsen platserna
insats insatser insatsen insatserna insatsers
ekonomi ekonomin ekonomins
miljö miljön miljöns
miljon miljoner miljonen
regel regler regeln reglerna
genomföra genomförs genomfört genomförd genomförde genomförda
fastställa fastställs fastställd fastställt fastställdes fastställer
anta antar antas antagit antagen antog antagande
godkänna godkänner godkänt godkänd godkännande godkänns
utse utser utses utsett utsedd
välja väljer valde vald valt
öka ökar ökat ökade ökning ökningen
ordförande ordföranden ordförandens ordförandena
utreda utredning utredningen utreds utredningar
granskning granska granskas granskat granskats
finansiering finansiera finansieras finansierats
ledamot ledamöter ledamoten ledamöterna
dokument dokumentet dokumenten
reglemente reglementet reglementena reglementen
hållbar hållbara hållbart hållbarhet
revisor revisorer revisorerna revisorn
sektor sektorn sektorer
månad månader månaden månaderna
bostad bostäder bostaden bostäderna bostäders bostader
område områden området områdena
samverkan samverka samverkar
resultat resultatet resultaten
tillstånd tillståndet tillstånden
medel medlen medlet
program programmet programmen
uppdrag uppdrar uppdraget uppdra
medarbetare medarbetarna medarbetares medarbetaren
yrkande yrkanden yrkandet yrkandena yrkandets
särskild särskilda särskilt
vatten vattnet
rättighet rättigheter rättigheterna
taxa taxan taxor taxorna
budget budgeten budgetar budgetens
direktör direktören direktörer direktörens
samhälle samhället samhällets
förbund förbundet förbundets förbunden
skr skl skrs skls
""".strip().splitlines()
)
"""Words, each with its inflections."""

APART = tuple(
    """
habo håbo
kommun kommunal
motion motionär
val välja
styra styrelse
stift stiftelse
fast fastighet
plan planera
handla handling
tid tidning
ord ordning
led ledning
lägga anläggning
förening förena
miljö miljon
miljön miljonen
man månad
våld valde
avslag avslut
avslag avtal
förslag försäljning
intern internet
revision revidera
städning stad
vår vård
bar innebär
budget bud
arena år
torn tor
plats plåt
regel reglera
nämnd nämna
lag lagt
skatt skata
ansvar svar
del delegera
antal anta
ingå ing
""".strip().splitlines()
)
"""Pairs of words that a search must not take for one."""
