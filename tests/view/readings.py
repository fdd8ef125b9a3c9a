"""Readings to look at: our own reports in English, French and Arabic, and one of no protest."""

from __future__ import annotations

from datetime import date

from tests.view.drafts import Draft, day, town

from cortege.nouns.reading import Fault, Reading, Relay, Verdict
from cortege.nouns.values import (
    Actor,
    Casualties,
    Code,
    DateValue,
    Issue,
    Money,
    Route,
    Slogan,
    Text,
)

LEEDS_TITLE = "Rent marchers fill Leeds city centre, and nobody agrees how many"
LEEDS_BODY = """\
LEEDS – Thousands of tenants walked from Woodhouse Moor to City Square on Saturday, asking for \
a cap on rent rises and an end to no-fault evictions.

West Yorkshire Police put the crowd at 4,000. The Leeds Tenants' Federation, which called the \
march, said at least 12,000 had come, and a Courier reporter counted some 6,500 people passing \
the Town Hall in forty minutes.

Under a banner reading “Homes before yields”, nurses walked beside students, and the back rows \
chanted “Cap it, don't swap it”. About 200 of them lay down on the Headrow for ten minutes.

Officers arrested three people for obstructing the highway; the Federation speaks of five. Two \
police officers were treated for bruises.

“We are not asking for lower rents. We are asking for rents that stay put,” said Miriam Okafor, \
the Federation's secretary. Dale Hartwell, the councillor for housing, stayed away because of a \
court case that is still open. He said later that the council shared the marchers' worry.

The march was one of about 30 called across the north of England for the same afternoon, among \
them Hull, Bradford and Gateshead. A second march in Leeds is planned for 11 April. The last \
one, in October, drew fewer than 900.

The council has set aside £2.5 million ($3.2 million) for an advice line and has licensed 1,150 \
homes since 2023, the Northern Wire reported. It wants to license 800 more, 300 of them in Harehills.
"""
LEEDS = (53.797, -1.543)


def leeds() -> Reading:
    """A march with three rival counts, a campaign, a plan and a past march."""
    draft = Draft(
        LEEDS_TITLE, LEEDS_BODY, day(2026, 3, 15), "Aire Valley Courier", byline="Nell Thackray"
    )
    draft.relay.append(Relay(draft.at("the Northern Wire"), "agency"))
    _leeds_march(draft)
    for name, point in (
        ("Hull", (53.745, -0.336)),
        ("Bradford", (53.795, -1.759)),
        ("Gateshead", (54.963, -1.602)),
    ):
        where = draft.claim("place", town(name, "GB", point), name)
        when = draft.claim("date", day(2026, 3, 14), "the same afternoon")
        draft.account("about 30 called", [when, where], campaign="c1")
    _leeds_others(draft)
    _leeds_campaign(draft)
    _leeds_people(draft)
    _leeds_figures(draft)
    return draft.reading()


def _leeds_march(draft: Draft) -> None:
    federation = draft.holder(
        "organisers", "The Leeds Tenants' Federation", "Leeds Tenants' Federation"
    )
    police = draft.holder("police", "West Yorkshire Police put", "West Yorkshire Police")
    paper = draft.holder("media", "a Courier reporter counted")
    okafor = draft.holder("organisers", "said Miriam Okafor", "Miriam Okafor")
    counted = draft.size((4000, 4000), "exact", "4,000", holder=police)
    claims = [
        draft.claim("form", Code("march"), "walked"),
        draft.claim("date", day(2026, 3, 14), "Saturday"),
        draft.claim("place", town("Leeds", "GB", LEEDS, admin1="England"), "LEEDS"),
        draft.claim(
            "route", Route("Woodhouse Moor", "City Square"), "from Woodhouse Moor to City Square"
        ),
        draft.size((2000, 9999), "vague", "Thousands"),
        counted,
        draft.size((12000, None), "at_least", "at least 12,000", holder=federation),
        draft.size((6500, 6500), "about", "some 6,500 people", holder=paper),
        draft.size((200, 200), "about", "About 200 of them", scope="part"),
        draft.claim("organiser", Actor(federation.name or "", "ngo"), "Leeds Tenants' Federation"),
        draft.claim("participant", Actor("tenants", "other"), "tenants"),
        draft.claim("participant", Actor("nurses", "professional"), "nurses"),
        draft.claim("participant", Actor("students", "student"), "students"),
        draft.claim("demand", Text("a cap on rent rises"), "a cap on rent rises"),
        draft.claim("demand", Text("an end to no-fault evictions"), "an end to no-fault evictions"),
        draft.claim("demand", Text("lower rents"), "lower rents", stance="denied", holder=okafor),
        draft.claim("demand", Text("rents that stay put"), "rents that stay put", holder=okafor),
        draft.claim("issue", Issue("housing", "housing and rents"), "rent rises", "evictions"),
        draft.claim("slogan", Slogan("Homes before yields", "banner"), "Homes before yields"),
        draft.claim("slogan", Slogan("Cap it, don't swap it", "chant"), "Cap it, don't swap it"),
        draft.claim("police_response", Code("arrests"), "Officers arrested"),
        draft.claim("arrests", Casualties(3, 3, "protesters"), "three people"),
        draft.claim(
            "arrests",
            Casualties(5, 5, "protesters"),
            "the Federation speaks of (five)",
            holder=draft.holder("organisers", "the Federation speaks of"),
        ),
        draft.claim("injuries", Casualties(2, 2, "police"), "Two police officers"),
    ]
    draft.account("Rent marchers", claims, size=counted, contested=True, campaign="c1")


def _leeds_others(draft: Draft) -> None:
    place = town("Leeds", "GB", LEEDS)
    planned = [
        draft.claim("form", Code("march"), "A second (march)", stance="planned"),
        draft.claim("place", place, "in (Leeds) is planned"),
        draft.claim("date", day(2026, 4, 11), "11 April", stance="planned"),
    ]
    draft.account("A second march", planned, status="planned")
    october = DateValue(date(2025, 10, 1), date(2025, 10, 31), "month")
    past = [
        draft.claim("date", october, "in October"),
        draft.claim("place", place, "in (Leeds) is planned", score=0.4),
        draft.size((0, 899), "at_most", "fewer than 900"),
    ]
    draft.account("The last one", past, focal=False)


def _leeds_campaign(draft: Draft) -> None:
    when = draft.claim("date", day(2026, 3, 14), "the same afternoon")
    draft.campaign("rent marches in the north of England", 30, "about 30", 26, when)


def _leeds_people(draft: Draft) -> None:
    okafor, hartwell = "Miriam Okafor", "Dale Hartwell"
    federation, role = "Leeds Tenants' Federation", "councillor for housing"
    draft.person(okafor, "the Federation's secretary", role="secretary", organisation=federation)
    draft.person(
        hartwell,
        "the councillor for housing",
        role=role,
        present=False,
        reason="a court case that is still open",
        side="government",
    )
    draft.quote(
        draft.speaker(okafor, "secretary", okafor), "We are not asking[^”]*", cue="said Miriam"
    )
    later = draft.speaker(hartwell, role, "He said later")
    draft.quote(later, "the council shared the marchers' worry", direct=False)


def _leeds_figures(draft: Draft) -> None:
    money = Money(2.5e6, "GBP", 3.2e6, "USD")
    draft.figure("advice line for tenants", r"£2\.5 million \(\$3\.2 million\)", money)
    draft.figure("licensed homes", "1,150 homes since 2023", 1150, since="2023")
    draft.figure("homes to be licensed", "800 more", 800, status="planned")
    draft.figure(
        "homes in Harehills", "300 of them in Harehills", 300, part_of="f3", status="planned"
    )


NANTES_TITLE = "Nantes\u00a0: les soignants occupent le pont Anne-de-Bretagne"
NANTES_BODY = """\
Près de 1\u202f800 soignants selon la préfecture, 5\u202f000 d’après la CGT, ont défilé jeudi \
à Nantes avant d’occuper deux heures durant le pont Anne-de-Bretagne.

«\u00a0Nous ne réclamons pas de prime, nous réclamons des collègues\u00a0», a lancé Solène \
Le Guern, infirmière au CHU et déléguée CGT. Sur une pancarte, on lisait\u00a0: «\u00a0Soigner \
n’est pas trier\u00a0».

Vers 17\u00a0heures, les forces de l’ordre ont fait usage de gaz lacrymogène. Huit personnes ont \
été interpellées, selon le parquet\u00a0; aucun blessé n’est à déplorer.

L’intersyndicale appelait à manifester dans une trentaine de villes, dont Rennes et Brest, \
rapporte l’AFP. Le taux de grévistes aurait atteint 31\u00a0% dans les blocs opératoires.
"""


def nantes() -> Reading:
    """A French report: two counts, tear gas, a campaign, a strike rate, a fault."""
    draft = Draft(NANTES_TITLE, NANTES_BODY, day(2026, 2, 6), "L’Estuaire", "fr")
    draft.relay.append(Relay(draft.at("l’AFP"), "agency"))
    prefecture = draft.holder("authorities", "selon la préfecture", "préfecture")
    union = draft.holder("organisers", "d’après la CGT", "CGT")
    site = "le pont Anne-de-Bretagne"
    bridge = town("Nantes", "FR", (47.218, -1.554), site=site, precision="site", radius_km=0.3)
    court = draft.holder("authorities", "selon le parquet", "parquet")
    eight = Casualties(8, 8, "unspecified")
    small = draft.size((1620, 1800), "about", "Près de 1\u202f800 soignants", holder=prefecture)
    claims = [
        draft.claim("form", Code("march"), "ont défilé"),
        draft.claim("form", Code("occupation"), "d’occuper"),
        draft.claim("date", day(2026, 2, 5), "jeudi"),
        draft.claim("place", bridge, "à (Nantes)", "le pont Anne-de-Bretagne"),
        small,
        draft.size((5000, 5000), "exact", "5\u202f000", holder=union),
        draft.claim(
            "organiser", Actor("L’intersyndicale", "union"), "L’intersyndicale", relay=(0,)
        ),
        draft.claim("participant", Actor("soignants", "professional"), "soignants"),
        draft.claim("demand", Text("prime"), "prime", stance="denied"),
        draft.claim("demand", Text("des collègues"), "des collègues"),
        draft.claim("slogan", Slogan("Soigner n’est pas trier", "sign"), "Soigner n’est pas trier"),
        draft.claim("police_response", Code("tear_gas"), "gaz lacrymogène"),
        draft.claim("arrests", eight, "Huit personnes", holder=court),
        draft.claim("injuries", Casualties(0, 0, "unspecified"), "aucun blessé"),
    ]
    draft.account("occupent", claims, size=small, contested=True, campaign="c1")
    for name, point in (("Rennes", (48.11, -1.68)), ("Brest", (48.39, -4.486))):
        place = draft.claim("place", town(name, "FR", point), name, relay=(0,))
        draft.account("appelait à manifester", [place], campaign="c1", status="hypothetical")
    _nantes_rest(draft)
    return draft.reading()


def _nantes_rest(draft: Draft) -> None:
    draft.campaign("appel de l’intersyndicale", 30, "une trentaine de villes", 27)
    name = "Solène Le Guern"
    draft.person(name, role="infirmière", organisation="CHU, CGT", present=True)
    speaker = draft.speaker(name, "infirmière au CHU", name)
    draft.quote(speaker, "Nous ne réclamons.*collègues", cue="a lancé")
    draft.figure("grévistes dans les blocs opératoires", "31\u00a0%", 31, unit="percent")
    draft.faults.append(
        Fault(
            "READ-FAILED",
            "rules.routes",
            "A rule failed on this report; the rest was read.",
            "Report the text to the developers, if it may be shared.",
        )
    )


def harbour() -> Reading:
    """A report of no protest."""
    draft = Draft(
        "Harbour board signs off dredging budget",
        "The board met for three hours on Tuesday and passed the budget by nine votes to two.",
        day(2026, 1, 21),
        "Tidewater Post",
    )
    draft.verdict = Verdict("no", 0.97, ("no word for a protest", "no crowd"))
    return draft.reading()


def cairo() -> Reading:
    """A short report written from right to left, of a date that is known only to the week."""
    draft = Draft(
        "وقفة في الإسكندرية",
        "تجمع المئات من العمال أمام المصنع الأسبوع الماضي، وطالبوا بصرف الأجور.",
        day(2026, 5, 10),
        "النشرة",
        "ar",
    )
    week = DateValue(date(2026, 5, 3), date(2026, 5, 9), "week")
    claims = [
        draft.claim("form", Code("sit_in"), "وقفة"),
        draft.claim("date", week, "الأسبوع الماضي"),
        draft.claim("place", town("Alexandria", "EG", (31.2, 29.92)), "الإسكندرية"),
        draft.size((200, 999), "vague", "المئات من العمال"),
        draft.claim("demand", Text("صرف الأجور"), "صرف الأجور", stance="hedged"),
    ]
    draft.account("وقفة", claims)
    return draft.reading()


ALL = (leeds, nantes, cairo, harbour)
