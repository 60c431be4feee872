"""Plainly invented decisions of the same shape and length as real ones, for a machine without the corpus.

Every document says in its title and its text that it is invented for measuring. They lie in years to come (2031 on) and
live only in the benchmark's temporary folder. The same number always gives the same files.
"""

from pathlib import Path

_PER_YEAR = 800  # decisions of one body and year: under the 1,000 files that a folder may hold
_PER_MEETING = 40
_FIRST_YEAR = 2031
_BODIES = {"kommunfullmaktige": ("Kommunfullmäktige", "KF"), "kommunstyrelsen": ("Kommunstyrelsen", "KS")}
_STATUSES = ("beslutat", "bordlagt", "beslutat", "antecknat", "beslutat", "återremitterat")
_SUBJECTS = ("skola", "trafik", "miljö", "ekonomi", "kultur", "idrott")
_PARAGRAPHS = (1, 1, 2, 1, 3, 1, 2, 9)  # of text; the real ones have a median of 680 bytes and a mean of 1,230
_WORDS = (
    "Detta är en påhittad text som bara finns för att mäta hur lång tid det tar att bygga arkivet. "
    "Ingen nämnd har fattat något sådant beslut, ingen person nämns och inget belopp är verkligt. "
    "Meningarna är lika långa som i ett vanligt protokoll, så att sidorna blir lika stora som på riktigt."
)
_REGISTER = """\
kommunkod: "0643"
webbplats: https://example.org
organ:
  - {namn: Kommunfullmäktige, förkortning: KF, slag: fullmäktige}
  - {namn: Kommunstyrelsen, förkortning: KS, slag: styrelse, under: Kommunfullmäktige}
"""


def write_invented(folder: Path, number: int) -> None:
    """Write `number` decisions and the register of their municipality into `folder`."""
    register = folder / "kommuner/habo.yml"
    register.parent.mkdir(parents=True, exist_ok=True)
    register.write_text(_REGISTER, encoding="utf-8")
    for index in range(number):
        path, text = _decision(index)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _decision(index: int) -> tuple[str, str]:
    """The path and the text of one decision: the years are filled one by one, body after body."""
    year, within = divmod(index, _PER_YEAR * len(_BODIES))
    body, place = divmod(within, _PER_YEAR)
    slug = list(_BODIES)[body]
    name, short = _BODIES[slug]
    year += _FIRST_YEAR
    paragraph = place + 1
    meeting = place // _PER_MEETING
    date = f"{year}-{meeting // 2 + 1:02}-{10 + meeting % 2 * 10}"
    paragraphs = "\n\n".join([_WORDS] * _PARAGRAPHS[index % len(_PARAGRAPHS)])
    text = f"""\
---
rubrik: "Påhittat ärende {index + 1} för mätning"
kommun: "Habo"
organ: "{name}"
status: "{_STATUSES[index % len(_STATUSES)]}"
datum: "{date}"
paragraf: "{paragraph}"
diarienummer: "{short} {year}/{paragraph:04}"
ämnen: ["{_SUBJECTS[index % len(_SUBJECTS)]}"]
källa: {{"titel": "Påhittat protokoll {name} {date}", "url": "https://example.org/"}}
---
## Beslut

1. Det påhittade ärendet {index + 1} är till för mätning.
2. Det bygger inte på något protokoll.

## Ärendebeskrivning

{paragraphs}

## Handling

Påhittad handling nr {paragraph}.
"""
    return f"beslut/habo/{slug}/{year}/{paragraph}-pahittat-arende-{index + 1}-for-matning.md", text
