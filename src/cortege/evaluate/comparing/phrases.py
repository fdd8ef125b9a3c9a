"""Turns the phrases of a coding and of a reading into findings: who, what for, in whose words.

Organisers, participants, targets, demands and slogans are gathered over the whole report, near
repetitions folded, since a call repeated for twenty towns is one call. But a phrase that the
reading has only of *another* protest than the coding is missed: the counter-protesters' demand is
not the protesters'. Protests of one campaign share their phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cortege.evaluate.coding import WORDED, Coding, Protest
from cortege.evaluate.comparing.likeness import ALIKE, alike, best_pairs, overlap, within
from cortege.evaluate.comparing.verdict import REPORT, Fact, Finding, found, made_up

# A phrase and the protests it is said of, by index.
_Owned = list[tuple[str, set[int]]]


def facts_of_phrases(coded: Coding, read: Coding, pairs: Mapping[int, int]) -> Iterator[Finding]:
    """Compare who organises, takes part and is addressed, the demands and the slogans."""
    paired = set(pairs.values())
    told = [p if p.focal or n in paired else None for n, p in enumerate(read.protests)]
    for field in WORDED:
        mine = _gathered(coded.protests, field)
        theirs = _gathered(told, field)
        matches = _matches([phrase for phrase, _ in mine], [phrase for phrase, _ in theirs])
        for row, (phrase, owners) in enumerate(mine):
            column = matches.get(row)
            held = column is not None and _same_protest(
                owners, theirs[column][1], coded.protests, pairs
            )
            yield found(Fact(field, REPORT, phrase), held=held)
        for column, (phrase, _) in enumerate(theirs):
            if column not in matches.values():
                yield made_up(Fact(field, REPORT, phrase))


def facts_of_relay(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare the outlets and agencies from which the report says it has its facts."""
    yield from _alike("relay", coded.relay, read.relay)


def facts_of_denials(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare what is denied or expressly not asked for; one sentence may deny several things."""
    if coded.denied is None:
        return
    theirs = read.denied or ()
    for phrase in coded.denied:
        held = any(_same_denial(phrase, other) for other in theirs)
        yield found(Fact("denied", REPORT, phrase), held=held)
    for other in theirs:
        if not any(_same_denial(phrase, other) for phrase in coded.denied):
            yield made_up(Fact("denied", REPORT, other))


def _alike(kind: str, coded: Sequence[str], read: Sequence[str]) -> Iterator[Finding]:
    matches = _matches(coded, read)
    for row, phrase in enumerate(coded):
        yield found(Fact(kind, REPORT, phrase), held=row in matches)
    for column, phrase in enumerate(read):
        if column not in matches.values():
            yield made_up(Fact(kind, REPORT, phrase))


def _matches(coded: Sequence[str], read: Sequence[str]) -> dict[int, int]:
    return dict(
        best_pairs(
            lambda row, column: overlap(coded[row], read[column]), len(coded), len(read), ALIKE
        )
    )


def _gathered(protests: Sequence[Protest | None], field: str) -> _Owned:
    """Gather a field's phrases with the protests they are said of, near repetitions folded."""
    owned: _Owned = []
    for index, protest in enumerate(protests):
        for phrase in protest.worded[field] if protest else ():
            known = next((owners for other, owners in owned if alike(phrase, other)), None)
            if known is None:
                owned.append((phrase, {index}))
            else:
                known.add(index)
    return owned


def _same_protest(
    coded_of: set[int], read_of: set[int], protests: Sequence[Protest], pairs: Mapping[int, int]
) -> bool:
    """Tell whether the reading has a phrase of a protest that the coding has it of.

    Where the reader did not find the protest at all, there is nothing to attach it to.
    """
    back = {column: row for row, column in pairs.items()}
    calls = {protests[row].campaign for row in coded_of} - {None}
    right = any(
        back.get(column) in coded_of
        or (column in back and protests[back[column]].campaign in calls)
        for column in read_of
    )
    return right or not coded_of & set(pairs)


def _same_denial(phrase: str, other: str) -> bool:
    return alike(phrase, other) or within(phrase, other)
