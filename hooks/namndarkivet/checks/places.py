"""Rules about which municipality and body a document belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.addresses import slug
from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.filing import Shelf
from namndarkivet.model import Decision, Meeting, Register
from namndarkivet.problem import Finding, Key, Severity, did_you_mean
from namndarkivet.register import municipalities


@document_rule("okänd-kommun", Decision, Meeting)
def unknown_municipality(reading: Reading[Decision | Meeting]) -> Iterator[Finding]:
    """Kommunen ska vara en av Sveriges 290.

    Skriv namnet som SCB gör, utan ordet kommun: `Ekerö`, `Upplands Väsby`. Koden går också bra: `0125`. Habo (0643) och Håbo (0305)
    är två kommuner.
    """
    if isinstance(reading.record, Meeting):
        if reading.municipality is None and reading.shelf is Shelf.MEETING:
            folder = reading.path.split("/")[1]
            hint = did_you_mean(folder, municipalities().by_slug) or "; döp om den efter kommunen"
            yield Finding(f"mappen «{folder}» är ingen kommuns{hint}")
        return
    name = reading.record.municipality
    if municipalities().find(name) is None:
        bare = name.removesuffix(" kommun").removesuffix("s")
        meant = municipalities().by_slug.get(name)  # `haabo` is Håbo's, however near it reads to Habo
        hint = did_you_mean(meant.name if meant else bare, municipalities().by_name)
        hint = hint or "; skriv kommunens namn utan ordet kommun, eller dess kod"
        yield Finding(f"«{name}» är ingen kommun{hint}", key=("kommun",))


@document_rule("okänt-organ", Decision, Meeting)
def unknown_body(reading: Reading[Decision | Meeting]) -> Iterator[Finding]:
    """Organet ska finnas i kommunens register.

    Registret är filen `decisions/kommuner/<kommun>.yml`. Skriv namnet precis som där. Är organet nytt i arkivet, lägg till det i
    registret i samma ändring.
    """
    if reading.municipality is None or reading.municipality.slug in reading.registers.broken:
        return
    wanted: list[tuple[Key, str]] = [(("organ",), reading.record.body)]
    if isinstance(reading.record, Decision) and reading.record.proposed_to:
        wanted.append((("föreslås_till",), reading.record.proposed_to))
    bodies = reading.registers.bodies(reading.municipality)
    for key, name in wanted:
        if name in bodies:
            continue
        file = f"decisions/kommuner/{reading.municipality.slug}.yml"
        if not bodies:
            yield Finding(
                f"{reading.municipality.name} har inget register i arkivet; skapa {file} med organet «{name}»", key=key
            )
            return
        short = {body.abbreviation: body.name for body in bodies.values() if body.abbreviation}
        hint = f"; skriv «{short[name]}»" if name in short else did_you_mean(name, bodies)
        yield Finding(f"«{name}» finns inte bland organen i {file}{hint or '; lägg till det där'}", key=key)


@document_rule("organets-tid", Decision, Meeting, severity=Severity.WARNING)
def body_at_the_time(reading: Reading[Decision | Meeting]) -> Iterator[Finding]:
    """Organet bör ha funnits när det sammanträdde.

    Registret säger när ett organ bildades (`från`) och upphörde (`till`).
    """
    date, body = reading.record.date, reading.body
    if date is None or body is None:
        return
    if body.since and date.before(body.since):
        yield Finding(f"{body.name} bildades {body.since} enligt registret, efter sammanträdet", key=("datum",))
    if body.until and body.until.before(date):
        yield Finding(f"{body.name} upphörde {body.until} enligt registret, före sammanträdet", key=("datum",))


@document_rule("registrets-kommun", Register)
def register_of_whom(reading: Reading[Register]) -> Iterator[Finding]:
    """Ett register ska höra till den kommun som filen heter efter."""
    named = municipalities().by_code.get(reading.record.code)
    if named is None:
        yield Finding(f"{reading.record.code} är ingen kommunkod", key=("kommunkod",))
    elif named.slug != reading.path.rsplit("/", 1)[-1].removesuffix(".yml"):
        yield Finding(f"koden {named.code} är {named.name}; filen ska då heta {named.slug}.yml", key=("kommunkod",))


@document_rule("registrets-organ", Register)
def bodies_of_register(reading: Reading[Register]) -> Iterator[Finding]:
    """Varje organ ska stå en gång i registret, och bereda ärenden åt ett organ som finns där.

    Två organ vars namn blir samma webbadress kan inte båda finnas.
    """
    seen: dict[str, str] = {}
    names = {body.name for body in reading.record.bodies}
    for number, body in enumerate(reading.record.bodies):
        address = slug(body.name)
        if not address:
            yield Finding(f"«{body.name}» har inga bokstäver att göra en webbadress av", key=("organ", number, "namn"))
        if address in seen:
            yield Finding(
                f"«{body.name}» har samma webbadress som «{seen[address]}»; behåll en", key=("organ", number, "namn")
            )
        seen[address] = body.name
        if body.prepares_for and body.prepares_for not in names:
            hint = did_you_mean(body.prepares_for, names) or "; lägg till det i registret"
            yield Finding(f"«{body.prepares_for}» finns inte bland organen{hint}", key=("organ", number, "under"))
        if body.since and body.until and body.until.before(body.since):
            yield Finding("organet upphör innan det bildas; byt plats på från och till", key=("organ", number, "till"))
