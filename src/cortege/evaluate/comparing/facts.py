"""Turns a coding and a reading into findings: facts held, facts missed, facts made up.

A fact is one thing the coding says: that there was a protest, its day, one crowd figure, who gave
it, one quote. It is held when the reading says the same of the same protest, and missed
otherwise; what the reading says and the coding does not is spurious. Values must be equal (days,
bounds, codes, amounts); phrases must be alike (``likeness``). Protests are paired first.

What is compared how, kind by kind, is told in ``docs/reference/evaluation.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cortege.evaluate.coded_reading import coding_of, crowd_spans
from cortege.evaluate.coding import COUNTED, Coding, Protest
from cortege.evaluate.comparing.likeness import alike
from cortege.evaluate.comparing.pairing import pair_protests, same_place
from cortege.evaluate.comparing.phrases import facts_of_denials, facts_of_phrases, facts_of_relay
from cortege.evaluate.comparing.verdict import REPORT, Fact, Finding, found, listed, made_up
from cortege.evaluate.comparing.voices import facts_of_figures, facts_of_people, facts_of_quotes
from cortege.nouns.reading import Reading


def compare(coded: Coding, reading: Reading) -> list[Finding]:
    """Compare a reading with a coding; findings come in the order of their facts."""
    findings = {*facts_between(coded, coding_of(reading)), *facts_of_traps(coded, reading)}
    return sorted(findings, key=lambda finding: (finding.fact, finding.outcome))


def facts_between(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare what was read, in the shape of a coding, with what was coded."""
    pairs = pair_protests(coded.protests, read.protests)
    yield from _relevance(coded, read)
    yield from listed("places", REPORT, coded.places, read.places)
    for row, protest in enumerate(coded.protests):
        yield from _facts_of_protest(protest, read.protests[pairs[row]] if row in pairs else None)
    for column, account in enumerate(read.protests):
        if account.focal and column not in pairs.values():
            yield from _facts_of_nothing(account)
    yield from facts_of_phrases(coded, read, pairs)
    yield from facts_of_quotes(coded, read)
    yield from facts_of_relay(coded, read)
    yield from facts_of_people(coded, read)
    yield from facts_of_figures(coded, read)
    yield from facts_of_denials(coded, read)


def facts_of_traps(coded: Coding, reading: Reading) -> Iterator[Finding]:
    """Look whether a number that is not the crowd's was taken for the crowd of the day.

    Where the same words are the crowd's elsewhere in the report, only the other places count.
    """
    text = reading.article.text
    sizes = [size for protest in coded.protests if protest.focal for size in protest.sizes]
    crowd = [span for size in sizes for span in places_of(size.words, text)]
    taken = crowd_spans(reading)
    for phrase in coded.traps or ():
        spots = [spot for spot in places_of(phrase, text) if not _meets(spot, crowd)]
        held = not any(_meets(spot, taken) for spot in spots)
        yield found(Fact("trap", REPORT, phrase), held=held)


def places_of(phrase: str, text: str) -> list[tuple[int, int]]:
    """Find where a phrase stands as a whole, and not within another word or number.

    >>> places_of("500", "1,500 marched, 500 stayed")
    [(15, 18)]
    """
    pattern = rf"(?<![\w.,])(?:{re.escape(phrase)})(?!\w|[.,]\d)"
    return [spot.span() for spot in re.finditer(pattern, text)]


def _relevance(coded: Coding, read: Coding) -> Iterator[Finding]:
    fact = Fact("relevant", REPORT, "a protest" if coded.relevant else "no protest")
    yield found(fact, held=read.relevant == coded.relevant)


def _facts_of_protest(coded: Protest, read: Protest | None) -> Iterator[Finding]:
    """Compare one protest, found by the reader or not."""
    where = _name(coded)
    kind = "protest" if coded.focal else "background"
    held = read is not None and read.focal == coded.focal
    yield found(Fact(kind, where, coded.trigger), held=held)
    if read is not None and read.focal and not coded.focal:
        yield made_up(Fact("protest", where, "as today's news"))
    held = read is not None and same_place(coded.town, read.town)
    yield found(Fact("place", where, f"{coded.town.name}, {coded.town.country}"), held=held)
    held = read is not None and read.days == coded.days
    yield found(Fact("days", where, _days(coded)), held=held)
    held = read is not None and read.status == coded.status
    yield found(Fact("status", where, coded.status), held=held)
    yield from listed("form", where, coded.forms, read.forms if read else ())
    yield from _counts(where, coded, read)
    yield from listed("police", where, coded.police, read.police if read else ())
    yield from _route(where, coded, read)


def _facts_of_nothing(account: Protest) -> Iterator[Finding]:
    """List a protest that the coding does not have, and the numbers given for it."""
    where = f"none {account.town.name or account.town.country or 'nowhere'} {_days(account)}"
    yield made_up(Fact("protest", where, account.trigger))
    yield from _counts(where, None, account)


def _counts(where: str, coded: Protest | None, read: Protest | None) -> Iterator[Finding]:
    """Compare crowd figures, their holders, and the arrested, injured and dead."""
    mine, theirs = (protest.sizes if protest else () for protest in (coded, read))
    yield from listed("size", where, [s.bounds for s in mine], [s.bounds for s in theirs])
    said = {str(s.bounds) for s in mine} & {str(s.bounds) for s in theirs}
    yield from listed(
        "holder",
        where,
        [f"{s.bounds} by {s.holder}" for s in mine],
        # Whose a figure is that is not even there, is no fault on top of the fault.
        [f"{s.bounds} by {s.holder}" for s in theirs if str(s.bounds) in said],
    )
    for name in COUNTED:
        counted, told = (protest.counted[name] if protest else () for protest in (coded, read))
        yield from listed(name, where, counted, told)


def _route(where: str, coded: Protest, read: Protest | None) -> Iterator[Finding]:
    """Compare where a march set out and where it ended; an end left open must stay open."""
    mine, theirs = coded.route, read.route if read else None
    if mine:
        held = theirs is not None and all(
            alike(*ends) or ends == (None, None) for ends in zip(mine, theirs, strict=True)
        )
        yield found(Fact("route", where, _ends(mine)), held=held)
    elif theirs:
        yield made_up(Fact("route", where, _ends(theirs)))


def _name(protest: Protest) -> str:
    return f"{protest.key} {protest.town.name or protest.town.country}"


def _days(protest: Protest) -> str:
    first, last = protest.days
    return (first if first == last else f"{first} to {last}") or "unknown"


def _ends(route: tuple[str | None, str | None]) -> str:
    return " to ".join(end or "…" for end in route)


def _meets(spot: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(spot[0] < end and start < spot[1] for start, end in spans)
