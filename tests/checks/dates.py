"""Dates in an order that cannot be."""

from namndarkivet.problem import Severity

from .case import CIRCULAR, MEETING, RECOMMENDATION, Case, circular, decision, meeting, recommendation

CASES = (
    Case(
        "ändrad-svarstid",
        {
            CIRCULAR: circular(rekommendation="skr-2030-7", ändrar="{svarstid: 2030-10-01}"),
            RECOMMENDATION: recommendation(),
        },
        (CIRCULAR, 8, 20),
        "ligger före brevet (2030-11-20)",
        right={
            CIRCULAR: circular(rekommendation="skr-2030-7", ändrar="{svarstid: 2030-12-01}"),
            RECOMMENDATION: recommendation(),
        },
    ),
    Case(
        "datumordning",
        decision(justerad="2031-02-11"),
        (9, 11),
        "justeringen (2031-02-11) ligger före sammanträdet (2031-02-12); rätta det ena datumet",
        right=decision(justerad="2031-02-12"),
    ),
    Case(
        "datumordning",
        decision(justerad="2031-02-19", anslag="{uppsatt: 2031-02-18}"),
        (10, 19),
        "anslaget (2031-02-18) ligger före justeringen (2031-02-19)",
        right=decision(justerad="2031-02-19", anslag="{uppsatt: 2031-02-19}"),
    ),
    Case(
        "datumordning",
        {MEETING: meeting(anslag="{uppsatt: 2031-02-20, nedtaget: 2031-02-19}")},
        (MEETING, 5, 41),
        "nedtagandet (2031-02-19) ligger före anslaget (2031-02-20)",
        right={MEETING: meeting(anslag="{uppsatt: 2031-02-20, nedtaget: 2031-02}")},
    ),
    Case(
        "datumordning",
        decision(anslag="{nedtaget: 2031-02-11}"),
        (9, 20),
        "nedtagandet (2031-02-11) ligger före sammanträdet (2031-02-12)",
        right=decision(anslag="{nedtaget: 2031}"),
    ),
    Case(
        "justeringstid",
        decision(justerad="2031-02-27"),
        (9, 11),
        "justerat 15 dagar efter sammanträdet; stämmer båda datumen med källan?",
        right=decision(justerad="2031-02-26"),
        severity=Severity.WARNING,
    ),
    Case(
        "rättelsernas-ordning",
        decision(rättelser="[{datum: 2031-05-02, text: Ett ord.}, {datum: 2031-05-01, text: Ett till.}]"),
        (9, 58),
        "rättelsen 2031-05-01 står efter 2031-05-02; byt plats på dem",
        right=decision(rättelser="[{datum: 2031-05, text: Ett ord.}, {datum: 2031-05-01, text: Ett till.}]"),
    ),
    Case(
        "rekommendationens-tid",
        {RECOMMENDATION: recommendation(svarstid="2030-05-31")},
        (RECOMMENDATION, 7, 11),
        "svarstiden 2030-05-31 ligger före rekommendationen 2030-06-14",
        right={RECOMMENDATION: recommendation(svarstid="2030")},
    ),
    Case(
        "rekommendationens-tid",
        {RECOMMENDATION: recommendation(period="{från: 2033, till: 2031}")},
        (RECOMMENDATION, 7, 28),
        "byt plats på från och till",
        right={RECOMMENDATION: recommendation(period="{från: 2031, till: 2031}")},
    ),
)
