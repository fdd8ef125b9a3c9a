"""Reports that mean harm, or that nobody would write, with claims on whatever they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from tests.view.drafts import BY_HAND, Draft, day, town

from cortege.nouns.article import Evidence
from cortege.nouns.claim import FIELDS, Claim, Holder
from cortege.nouns.reading import (
    Fault,
    Figure,
    Person,
    Quote,
    Reading,
    Relay,
    Run,
    Speaker,
    Verdict,
)
from cortege.nouns.values import (
    Actor,
    Casualties,
    Code,
    Issue,
    Quantity,
    Route,
    Slogan,
    Text,
    Value,
)

SNIPPETS = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "--><!--",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "$title ${script} %s {0} {{ x }}",
    "[bold red]markup[/] [link=x]y[/link]",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\u202eover\u2066isolate",
    "\ufeff\u200b\u2028",
    "e\u0301" * 3,
    "漢字かな",
    "🏳️‍🌈",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\0",
    "x" * 150,
)
WORDS = st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=20))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


def value(field: str, words: str) -> Value:
    """Give a value for a field that holds the report's own words wherever it can."""
    values: dict[str, Value] = {
        "date": day(2026, 1, 31),
        "place": replace(town("", "", (1.0, 2.0)), name=words, country=words, site=words),
        "route": Route(words, words, (words,)),
        "form": Code(words),
        "size": Quantity(1, 2, "vague", words),
        "issue": Issue(words, words),
        "slogan": Slogan(words, "banner"),
        "demand": Text(words),
        "damage": Text(words),
        "police_response": Code(words),
    }
    counted = Casualties(1, 2, "police")
    return values.get(field, counted if field in {"arrests", "injuries", "deaths"} else Actor(words, "other"))  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading whose every string may be hostile and whose marks nest and cross."""
    draft = Draft(draw(TEXTS), draw(TEXTS), day(2026, 2, 1), draw(WORDS), draw(WORDS), draw(WORDS))
    text = draft.article.text
    edge = st.integers(0, len(text))
    spans = [sorted(span) for span in draw(st.lists(st.tuples(edge, edge), max_size=12))]
    held = [Evidence(a, b, text[a:b]) for a, b in spans if text[a:b].strip()]
    if held:
        _accounts(draw, draft, held)
    lost = Evidence(3, 9, draw(WORDS))
    _rest(draw, draft, [*held, lost])
    run = Run(draw(WORDS), draw(WORDS), {draw(WORDS): draw(WORDS)})
    return replace(draft.reading(), run=run)


def _accounts(draw: st.DrawFn, draft: Draft, held: list[Evidence]) -> None:
    claims: list[Claim] = []
    for words in held:
        holder = Holder("police", draw(WORDS), draw(st.sampled_from(held)))
        known: dict[str, Any] = {"holder": draw(st.sampled_from([Holder("unattributed"), holder]))}
        field = draw(st.sampled_from(FIELDS))
        said = value(field, words.exact)
        claims.append(Claim(draft.article, field, said, (words,), BY_HAND, **known))
    chosen = [claim for claim in claims if claim.field in {"date", "place", "size", "form"}]
    account = draft.account("", chosen, evidence=held[0], focal=draw(st.booleans()))
    draft.accounts[-1] = replace(account, claims=tuple(claims))


def _rest(draw: st.DrawFn, draft: Draft, words: list[Evidence]) -> None:
    some = st.sampled_from(words)
    says = draw(WORDS)
    speaker = Speaker(says, says, draw(some))
    draft.people.append(Person(says, says, says, None, says, "other", (draw(some),)))
    draft.quotes.append(Quote(speaker, draw(st.booleans()), draw(some), draw(some)))
    draft.figures.append(
        Figure("f1", says, None, None, None, None, says, says, "done", (draw(some),))
    )
    draft.relay.append(Relay(draw(some), "unnamed"))
    draft.faults.append(Fault("READ-FAILED", says, says, says))
    draft.verdict = Verdict(draw(st.sampled_from(["yes", "no", "unsure"])), 0.5, (says,))
