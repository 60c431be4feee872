"""The records of the archive: decision, meeting, circular, recommendation, and a municipality's register of bodies.

One definition of every front matter key: its Swedish name (alias), its type, and what it holds (description). Absent
(None) means that the source does not say; an empty tuple means that the source says there are none. Amounts are in
kronor, dates ISO. Everything is frozen.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from namndarkivet.dates import PartialDate
from namndarkivet.values import (
    Addressees,
    AtMost,
    Ballot,
    BodyKind,
    CircularKind,
    Distribution,
    FileName,
    Kronor,
    ListOf,
    MunicipalityCode,
    Numbering,
    Per,
    Position,
    Sha256,
    SourceFile,
    Status,
    Text,
    Url,
    Whole,
    WithdrawalReason,
    Year,
)


class Record(BaseModel):
    """What every record shares: frozen, and no key that the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reference(Record):
    """Where the document comes from."""

    title: Text = Field(alias="titel", description="Vad källan heter: protokoll, brev eller sida.")
    file: SourceFile | None = Field(None, alias="fil", description="Filens namn hos den som lämnade den.")
    url: Url | None = Field(None, alias="url", description="Webbadressen som den hämtades från.")
    fetched: PartialDate | None = Field(None, alias="hämtad", description="När den hämtades.")
    sha256: Sha256 | None = Field(None, alias="sha256", description="Filens kontrollsumma.")


class Notice(Record):
    """When the approval of the minutes was made known on the notice board (KL 8:12)."""

    posted: PartialDate | None = Field(None, alias="uppsatt", description="När anslaget sattes upp.")
    removed: PartialDate | None = Field(None, alias="nedtaget", description="När anslaget togs ned.")


class Correction(Record):
    """One correction of the document in the archive."""

    date: PartialDate = Field(alias="datum", description="När rättelsen gjordes.")
    text: Text = Field(alias="text", description="Vad som rättades.")


class Withdrawal(Record):
    """The document's text has been taken down; its address stays."""

    date: PartialDate = Field(alias="datum", description="När texten togs bort.")
    reason: WithdrawalReason = Field(alias="skäl", description="Slaget av skäl.")


class Summary(Record):
    """A plain-language summary that an editor has read against the source."""

    text: Text = Field(alias="text", description="Beslutet i ett par meningar på vanlig svenska.")
    reviewed_by: Text = Field(alias="granskad_av", description="Vem som granskat texten mot källan.")
    reviewed: PartialDate = Field(alias="granskad", description="När.")


class Cost(Record):
    """A stated cost, in kronor."""

    amount: Kronor = Field(alias="belopp", description="Kronor, med bara siffror.")
    per: Per | None = Field(None, alias="per", description="Vad beloppet gäller.")


class Answer(Record):
    """How this decision answers one recommendation. A position is an editor's judgement."""

    recommendation: Text = Field(alias="rekommendation", description="Rekommendationens id.")
    position: Position = Field(alias="ställning", description="Hur beslutet svarar på rekommendationen.")
    conditions: Text | None = Field(None, alias="villkor", description="Villkor, med källans ord.")
    cost: Cost | None = Field(None, alias="kostnad", description="Kostnaden som beslutet nämner.")


class BasisDocument(Record):
    """A document that the body had before it."""

    title: Text = Field(alias="rubrik", description="Underlagets rubrik.")
    document: Text | None = Field(None, alias="dokument", description="Dess id, om det finns i arkivet.")
    file: FileName | None = Field(None, alias="fil", description="Namnet på en bilaga i samma mapp.")
    sha256: Sha256 | None = Field(None, alias="sha256", description="Bilagans kontrollsumma.")


class Motion(Record):
    """What a member moved (KL 5:67 p. 1)."""

    by: Text = Field(alias="av", description="Vem som yrkar.")
    party: Text | None = Field(None, alias="parti", description="Parti.")
    motion: Text = Field(alias="yrkande", description="Vad som yrkas.")


class Vote(Record):
    """How one person voted in an open vote (KL 5:67 p. 5)."""

    name: Text = Field(alias="namn", description="Namn.")
    party: Text | None = Field(None, alias="parti", description="Parti.")
    ballot: Ballot = Field(alias="röst", description="Hur hen röstade.")


class Division(Record):
    """One counted vote. A yes can mean yes to a rejection, so each side says what it was for."""

    concerns: Text | None = Field(None, alias="gäller", description="Vad omröstningen gäller.")
    yes_means: Text | None = Field(None, alias="ja_betyder", description="Vad en ja-röst är en röst för.")
    no_means: Text | None = Field(None, alias="nej_betyder", description="Vad en nej-röst är en röst för.")
    yes: Whole | None = Field(None, alias="ja", description="Antal ja-röster.")
    no: Whole | None = Field(None, alias="nej", description="Antal nej-röster.")
    abstaining: Whole | None = Field(None, alias="avstår", description="Antal som avstår.")
    votes: Annotated[tuple[Vote, ...], ListOf] | None = Field(
        None, alias="röster", description="Hur var och en röstade."
    )


class Dissent(Record):
    """A dissent noted in the minutes (KL 5:67 p. 6)."""

    by: Text = Field(alias="av", description="Vem som reserverar sig.")
    party: Text | None = Field(None, alias="parti", description="Parti.")
    in_favour_of: Text | None = Field(None, alias="till_förmån_för", description="Till förmån för vad.")


class Disqualification(Record):
    """Someone who took no part because of a conflict of interest (KL 6:28–32)."""

    who: Text = Field(alias="vem", description="Vem som är jävig.")
    party: Text | None = Field(None, alias="parti", description="Parti.")


class Document(Record):
    """What decisions, circulars and recommendations share."""

    title: Text = Field(alias="rubrik", description="Rubriken som källan har den.")
    source: Reference = Field(alias="källa", description="Var dokumentet kommer ifrån.")
    subjects: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="ämnen", description="Ämnen, med små bokstäver."
    )
    summary: Summary | None = Field(None, alias="kort", description="Kort sammanfattning på vanlig svenska.")
    remarks: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="anmärkningar", description="Vad läsaren måste veta om källan."
    )
    corrections: Annotated[tuple[Correction, ...], ListOf] | None = Field(
        None, alias="rättelser", description="Rättelser, äldst först."
    )
    withdrawn: Withdrawal | None = Field(None, alias="tillbakadragen", description="Texten är borttagen.")
    former_ids: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="tidigare_id", description="Id som dokumentet har haft."
    )


class Decision(Document):
    """One § of a body's minutes."""

    municipality: Text = Field(alias="kommun", description="Kommunens namn eller kod.")
    body: Text = Field(alias="organ", description="Organet vars protokoll det är, som i registret.")
    proposed_to: Text | None = Field(
        None, alias="föreslås_till", description="För ett förslag: organet som ska besluta."
    )
    status: Status = Field(alias="status", description="Vad det blev av ärendet i det här organet.")
    date: PartialDate | None = Field(None, alias="datum", description="Sammanträdets dag.")
    year: Year | None = Field(None, alias="år", description="Året, när källan inte säger dagen.")
    paragraph: Text = Field(alias="paragraf", description="Paragrafens nummer som det är skrivet.")
    registry_number: Text | None = Field(None, alias="diarienummer", description="Diarienumret som det är skrivet.")
    matter: Text | None = Field(
        None, alias="ärende", description="Ärendets namn, om diarienumret inte kan hålla ihop stegen."
    )
    answers: Annotated[tuple[Answer, ...], ListOf] | None = Field(
        None, alias="svar", description="Svar på rekommendationer."
    )
    basis: Annotated[tuple[BasisDocument, ...], ListOf] | None = Field(
        None, alias="underlag", description="Beslutsunderlag."
    )
    recipients: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="expedieras", description="Vilka som får beslutet."
    )
    motions: Annotated[tuple[Motion, ...], ListOf] | None = Field(
        None, alias="yrkanden", description="Yrkanden som inte återtagits."
    )
    divisions: Annotated[tuple[Division, ...], ListOf] | None = Field(
        None, alias="omröstningar", description="Omröstningar med räknade röster."
    )
    dissents: Annotated[tuple[Dissent, ...], ListOf] | None = Field(
        None, alias="reservationer", description="Reservationer mot beslutet."
    )
    disqualified: Annotated[tuple[Disqualification, ...], ListOf] | None = Field(
        None, alias="jäv", description="Vilka som inte deltog på grund av jäv."
    )
    approved: PartialDate | None = Field(None, alias="justerad", description="När protokollet justerades.")
    notice: Notice | None = Field(None, alias="anslag", description="Anslag om justeringen.")
    next_step: Text | None = Field(
        None, alias="nästa", description="Id för nästa steg, om diarienumret inte visar det."
    )

    @property
    def proposer_unknown(self) -> bool:
        """Whether the source does not name the proposing body: then the document is filed under the body that the
        proposal goes to (design §3), and must not be read as that body's own.
        """
        return self.status is Status.PROPOSED and self.proposed_to == self.body

    @property
    def year_of_record(self) -> int | None:
        """The year that the decision is filed under."""
        return self.date.year if self.date else self.year


class Meeting(Record):
    """Facts of one meeting, which hold for all its decisions unless a decision says otherwise."""

    body: Text = Field(alias="organ", description="Organet, som i registret.")
    date: PartialDate = Field(alias="datum", description="Sammanträdets dag.")
    place_time: Text | None = Field(None, alias="plats_tid", description="Plats och klockslag, som i protokollet.")
    present: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="närvarande", description="Vilka som var där."
    )
    approved: PartialDate | None = Field(None, alias="justerad", description="När protokollet justerades.")
    approvers: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="justerare", description="Vilka som justerade."
    )
    notice: Notice | None = Field(None, alias="anslag", description="Anslag om justeringen.")
    source: Reference = Field(alias="källa", description="Var uppgifterna kommer ifrån.")
    remarks: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="anmärkningar", description="Vad läsaren måste veta om källan."
    )


class Changes(Record):
    """What a letter changes in the recommendation that it is about."""

    deadline: PartialDate | None = Field(None, alias="svarstid", description="Den nya svarstiden.")


class Circular(Document):
    """A circular, a board notice or a letter from SKL/SKR."""

    sender: Text = Field(alias="avsändare", description="Avsändaren, med namnet den hade då.")
    kind: CircularKind = Field(alias="slag", description="Vad avsändaren kallar det.")
    number: Text | None = Field(None, alias="nummer", description="Numret som det är skrivet: 16:34, 10/2016.")
    date: PartialDate = Field(alias="datum", description="Dokumentets dag.")
    registry_number: Text | None = Field(None, alias="diarienummer", description="Avsändarens diarienummer.")
    department: Text | None = Field(None, alias="avdelning", description="Avdelning hos avsändaren.")
    addressees: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="mottagare", description="Vilka det är ställt till."
    )
    signed_by: Annotated[tuple[Text, ...], ListOf] | None = Field(
        None, alias="undertecknat_av", description="Vilka som skrivit under."
    )
    recommendation: Text | None = Field(
        None, alias="rekommendation", description="Id för rekommendationen som det gäller."
    )
    changes: Changes | None = Field(None, alias="ändrar", description="Vad det ändrar i rekommendationen.")
    contact: Text | None = Field(None, alias="kontakt", description="Kontakt enligt dokumentet.")


class Period(Record):
    """First and last year that a recommendation is about."""

    first: Year = Field(alias="från", description="Första året.")
    last: Year = Field(alias="till", description="Sista året.")


class Financing(Record):
    """What a recommendation costs, in kronor, and how it is shared."""

    amount: Kronor = Field(alias="belopp", description="Kronor, med bara siffror.")
    per: Per | None = Field(None, alias="per", description="Vad beloppet gäller.")
    at_most: AtMost | None = Field(None, alias="högst", description="«ja» när källan säger att beloppet är ett tak.")
    distribution: Distribution | None = Field(None, alias="fördelning", description="Hur kostnaden fördelas.")
    population: Year | None = Field(None, alias="folkmängd", description="Året vars folkmängd fördelningen räknas på.")


class ReportedOutcome(Record):
    """What SKL/SKR itself has reported about the answers: numbers of municipalities."""

    date: PartialDate | None = Field(None, alias="datum", description="När det rapporterades.")
    yes: Whole | None = Field(None, alias="ja", description="Antal ja.")
    no: Whole | None = Field(None, alias="nej", description="Antal nej.")
    unanswered: Whole | None = Field(None, alias="obesvarat", description="Antal som inte svarat.")
    source: Text = Field(alias="källa", description="Var uppgiften kommer ifrån.")


class Recommendation(Document):
    """What SKL/SKR asks the municipalities to do."""

    sender: Text = Field(alias="avsändare", description="Avsändaren, med namnet den hade då.")
    number: Text | None = Field(None, alias="nummer", description="Numret som det är skrivet: 10/2016.")
    date: PartialDate = Field(alias="datum", description="När den beslutades, så noga som källan säger.")
    addressed_to: Addressees = Field(alias="riktas_till", description="Vilka den riktas till.")
    deadline: PartialDate | None = Field(None, alias="svarstid", description="Den första svarstiden, om den är känd.")
    period: Period | None = Field(None, alias="period", description="Åren som den gäller.")
    financing: Financing | None = Field(None, alias="finansiering", description="Vad den kostar och hur det fördelas.")
    replaces: Text | None = Field(None, alias="ersätter", description="Id för den som den följer på.")
    replaced_by: Text | None = Field(None, alias="ersätts_av", description="Id för den som följer.")
    reported: Annotated[tuple[ReportedOutcome, ...], ListOf] | None = Field(
        None, alias="rapporterat_utfall", description="Vad avsändaren själv har rapporterat."
    )


class Body(Record):
    """One body of a municipality: any that keeps minutes. A body that no longer exists keeps its pages."""

    name: Text = Field(alias="namn", description="Organets namn, som dokumenten skriver det.")
    abbreviation: Text | None = Field(None, alias="förkortning", description="Förkortning, till exempel SN.")
    kind: BodyKind = Field(alias="slag", description="Slag av organ.")
    prepares_for: Text | None = Field(None, alias="under", description="Organet som det bereder ärenden åt.")
    numbering: Numbering = Field(Numbering.PER_YEAR, alias="paragrafer", description="Hur paragraferna numreras.")
    since: PartialDate | None = Field(None, alias="från", description="När organet bildades.")
    until: PartialDate | None = Field(None, alias="till", description="När det upphörde.")


class Register(Record):
    """The register of one municipality: its bodies and where its own pages are."""

    code: MunicipalityCode = Field(alias="kommunkod", description="Kommunens kod enligt SCB.")
    website: Url | None = Field(None, alias="webbplats", description="Kommunens webbplats.")
    notice_board: Url | None = Field(None, alias="anslagstavla", description="Kommunens anslagstavla på webben.")
    bodies: Annotated[tuple[Body, ...], ListOf] = Field(alias="organ", description="Kommunens organ.")
