"""Chooses the forms a protest took among the forms its triggers name, by scored features.

A noun in the lead names the form better than a verb far down; "clashes" beside a "march" do not
make the march disappear. For each form the features say how it is named for this protest and in
the whole report; forms that pass are kept. When nothing specific passes, bare "protest" stands
for what the guide codes it as: a rally when people gathered in one place, else ``other``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cortege.assemble.weights import FORM_BIAS, FORM_WEIGHTS

FORMS: Final[tuple[str, ...]] = (
    "march", "rally", "vigil", "sit_in", "picket", "strike", "blockade", "occupation", "riot",
    "counter_protest", "boycott", "hunger_strike", "symbolic", "other",
)  # fmt: skip
_MOST: Final = 3


@dataclass(slots=True)
class Named:
    """How one form is named for one protest: how often by nouns and by verbs, and where."""

    nouns: int = 0
    verbs: int = 0
    title: bool = False
    lead: bool = False
    first: int = 10**9


@dataclass(slots=True)
class Naming:
    """How forms are named for a protest and, whoever's they are, in its report."""

    own: dict[str, Named] = field(default_factory=dict)
    report: dict[str, int] = field(default_factory=dict)
    crowd: bool = False
    police: bool = False


def features(form: str, naming: Naming) -> list[str]:
    """Name what speaks for and against a form."""
    named = naming.own.get(form, Named())
    total = sum(n.nouns + n.verbs for f, n in naming.own.items() if f != "other")
    mine = named.nouns + named.verbs
    strongest = max((n.nouns + n.verbs for f, n in naming.own.items() if f != "other"), default=0)
    first = min((n.first for f, n in naming.own.items() if f != "other"), default=10**9)
    says = {
        "by a noun": named.nouns > 0,
        "by nouns": named.nouns > 1,
        "by a verb": named.verbs > 0,
        "by verbs": named.verbs > 1,
        "in the title": named.title,
        "in the lead": named.lead,
        "named most": mine > 0 and mine == strongest,
        "named first": mine > 0 and named.first == first,
        "named alone": mine > 0 and mine == total,
        "one of many": mine == 1 and total > 4,
        "elsewhere in the report": mine == 0 and naming.report.get(form, 0) > 0,
        "often in the report": naming.report.get(form, 0) > 2,
        "nothing specific": total == 0,
        "a crowd": naming.crowd,
        "police": naming.police,
    }
    shown = [name for name, true in says.items() if true]
    return [*shown, *(f"{form}: {name}" for name in shown if name in _BY_FORM), f"is {form}"]


_BY_FORM: Final = frozenset(
    {"nothing specific", "a crowd", "by a noun", "by a verb", "elsewhere in the report", "police"}
)


def odds(form: str, naming: Naming) -> float:
    """Give the log-odds that a protest took a form."""
    weights: Mapping[str, float] = FORM_WEIGHTS
    shown = features(form, naming)
    return FORM_BIAS + sum(weights.get(name, 0.0) for name in shown)


def choose(naming: Naming) -> list[str]:
    """Give the forms of a protest, the likeliest first; there is always at least one."""
    scored = sorted(((odds(form, naming), form) for form in FORMS), key=lambda s: (-s[0], s[1]))
    kept = [form for value, form in scored if value > 0][:_MOST]
    return kept or [scored[0][1]]
