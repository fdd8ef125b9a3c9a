"""Fits the weights that say who holds a figure and writes them into the source.

    python -m training.fit_holders [--write]

Each coded figure is one choice among the candidates that
``cortege.extract.rules.holding.features`` describes, "nobody" being one of them: a conditional
logit with an L2 penalty. Where the coder gave the holder's words, the candidates that name them
are right; where only a kind was given, every candidate of that kind is, and their probabilities
add up. Figures that no candidate can answer are left out of the fit and count as wrong in the
report. Sentences of our own (``holder_sentences.toml``) show what the reports show too seldom.

Prints accuracy and the F1 of attributed figures on reports not fitted on, for three ways of
parting the reports; ``--write`` fits all and rewrites ``holding/weights.py``. Deterministic;
needs ``../shared`` and numpy, and about a minute.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from cortege.extract.rules import amounts, holders
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding import features
from cortege.extract.text import Text
from cortege.languages.pack import load
from cortege.nouns.article import Article, canonical, digest
from training.corpus import ROOT, Coded, gold, walks

WEIGHTS: Final = ROOT / "src/cortege/extract/rules/holding/weights.py"
SENTENCES: Final = ROOT / "training/holder_sentences.toml"
FIELDS: Final = ("sizes", "arrests", "injuries", "deaths")
NOBODY: Final = "unattributed"
KINDS: Final = {"participant": "witness", "journalist": "media"}
PENALTY: Final = 1.0  # tried 0.5, 1, 2, 4: F1 of sizes .748 .753 .748 .743 on unseen reports
RAREST: Final = 3  # a feature seen less often is left out
FOLDS: Final = 5
ROUNDS: Final = 300
PARTINGS: Final = ("one", "two", "three")
TOLERANCE: Final = 0.01  # of a coded number


@dataclass(frozen=True)
class Choice:
    """A coded figure: its candidates' features and kinds, and which of them are right."""

    report: str
    group: str
    held: str
    shown: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    right: frozenset[int]


# --------------------------------------------------------------------------- reading


def choices() -> list[Choice]:
    """Read every coded figure of the reports and the walks."""
    parts = (("gold", gold()), ("walks", walks()))
    return [choice for part, reports in parts for coded in reports for choice in _of(coded, part)]


def _of(coded: Coded, part: str) -> Iterator[Choice]:
    text = Text(coded.article, load(coded.article.language or "en"))
    counted = amounts.find(text)
    attributed = holders.find(text)
    for field, figure, amount in _figures(text, counted, coded.coding):
        candidates = features.described(text, amount, attributed, counted)
        held = KINDS.get(figure.get("holder"), figure.get("holder") or NOBODY)
        group = f"{part} {'size' if field == 'sizes' else 'harm'} {coded.article.language}"
        yield Choice(
            report=coded.id,
            group=group,
            held=held,
            shown=tuple(candidate.shown for candidate in candidates),
            kinds=tuple(_kind(candidate) for candidate in candidates),
            right=frozenset(_right(text, candidates, held, figure.get("holder_words"))),
        )


def sentences() -> list[Choice]:
    """Read our own sentences: every number in them, with its holder or none."""
    tables = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return [
        choice
        for language, table in tables.items()
        for number, (body, coded) in enumerate(table["sentences"])
        for choice in _numbers_of(_text(body, language), coded, f"{language} {number}")
    ]


def _text(body: str, language: str) -> Text:
    written, title_end = canonical("", body)
    article = Article(id=digest(written), text=written, title_end=title_end, language=language)
    return Text(article, load(language))


def _numbers_of(text: Text, coded: dict[str, str], name: str) -> Iterator[Choice]:
    counted = amounts.find(text)
    attributed = holders.find(text)
    cores = [text.exact(amount.core, amount.core_end) for amount in counted]
    missing = [words for words in coded if not any(core in words for core in cores)]
    if missing:
        raise ValueError(f"sentence {name}: no number phrases {missing} in {cores}")
    for core, amount in zip(cores, counted, strict=True):
        held = next((kind for words, kind in coded.items() if core in words), NOBODY)
        if coded and held == NOBODY:
            continue
        candidates = features.described(text, amount, attributed, counted)
        yield Choice(
            report=f"sentence {name}",
            group=f"own all {text.pack.code}",
            held=held,
            shown=tuple(candidate.shown for candidate in candidates),
            kinds=tuple(_kind(candidate) for candidate in candidates),
            right=frozenset(_right(text, candidates, held, None)),
        )


def _figures(
    text: Text, counted: Sequence[Amount], coding: Any
) -> Iterator[tuple[str, Any, Amount]]:
    """Give each coded figure with the number phrase that carries it, none twice."""
    coded = [(f, figure) for event in coding["events"] for f in FIELDS for figure in event[f]]
    coded += [("sizes", c["size"]) for c in coding["campaigns"] if c.get("size")]
    used: set[tuple[str, int]] = set()
    for field, figure in coded:
        spots = list(_spots(text, figure["words"]))
        within = [
            (amount, first)
            for first, end in spots
            for amount in counted
            if text.starts[amount.core] < end and text.ends[amount.core_end - 1] > first
        ]
        same = [one for one in within if _agree(one[0], figure, all)]
        same = same or [one for one in within if _agree(one[0], figure, any)]
        fresh = [one for one in same if (field, one[0].core) not in used]
        if fresh:
            named = [first for first, _ in _spots(text, figure.get("holder_words") or "")]
            amount, _ = min(
                fresh, key=lambda one: min((abs(one[1] - at) for at in named), default=0)
            )
            used.add((field, amount.core))
            yield field, figure, amount


def _spots(text: Text, words: str) -> Iterator[tuple[int, int]]:
    at = text.article.text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.article.text.find(words, at + 1)


def _agree(amount: Amount, figure: Any, many: Any) -> bool:
    pairs = ((amount.low, figure["low"]), (amount.high, figure["high"]))
    return bool(many(_near(mine, theirs) for mine, theirs in pairs))


def _near(mine: float | None, theirs: float | None) -> bool:
    if not mine or not theirs:
        return not mine and not theirs
    return abs(mine - theirs) <= TOLERANCE * max(abs(mine), abs(theirs))


def _kind(candidate: features.Candidate) -> str:
    return candidate.attribution.kind if candidate.attribution else NOBODY


def _right(
    text: Text, candidates: Sequence[features.Candidate], held: str, words: str | None
) -> list[int]:
    """Give the candidates that answer the coding."""
    if held == NOBODY:
        return [0]
    spots = list(_spots(text, words or ""))
    named = [
        index
        for index, candidate in enumerate(candidates)
        if candidate.attribution is not None
        and any(
            text.starts[candidate.attribution.source[0]] < end
            and text.ends[candidate.attribution.source[1] - 1] > first
            for first, end in spots
        )
    ]
    alike = [index for index, candidate in enumerate(candidates) if _kind(candidate) == held]
    return [index for index in named if index in alike] or named or alike


# --------------------------------------------------------------------------- fitting


def fit(fitted: Sequence[Choice]) -> dict[str, float]:
    """Fit a conditional logit by gradient ascent (Adam, a fixed number of rounds)."""
    seen = Counter(name for choice in fitted for shown in choice.shown for name in shown)
    names = sorted(name for name, count in seen.items() if count >= RAREST)
    column = {name: index for index, name in enumerate(names)}
    answered = [choice for choice in fitted if choice.right]
    shown = [(index, at) for index, c in enumerate(answered) for at in range(len(c.shown))]
    matrix = np.zeros((len(shown), len(names)))
    for row, (index, at) in enumerate(shown):
        for name in answered[index].shown[at]:
            if name in column:
                matrix[row, column[name]] += 1
    group = np.array([index for index, _ in shown])
    right = np.array([at in answered[index].right for index, at in shown])
    weight, speed, spread = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, ROUNDS + 1):
        slope = matrix.T @ _pull(matrix @ weight, group, right) - PENALTY * weight
        speed = 0.9 * speed + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope * slope
        rate = 0.1 if step < 0.6 * ROUNDS else 0.03
        weight += rate * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, map(float, weight), strict=True))


def _pull(scores: Any, group: Any, right: Any) -> Any:
    """Give how far each candidate's probability is from what the codings ask for."""
    n_groups = int(group.max()) + 1
    highest = np.full(n_groups, -np.inf)
    np.maximum.at(highest, group, scores)
    odds = np.exp(scores - highest[group])
    among_all = np.bincount(group, odds, n_groups)
    among_right = np.bincount(group, odds * right, n_groups)
    return odds * right / np.maximum(among_right, 1e-12)[group] - odds / among_all[group]


def chosen(choice: Choice, weight: dict[str, float]) -> str:
    """Give the kind of the candidate that scores highest."""
    scores = [sum(weight.get(name, 0.0) for name in shown) for shown in choice.shown]
    return choice.kinds[scores.index(max(scores))]


def crossed(all_choices: Sequence[Choice], parting: str) -> list[str]:
    """Give each figure's kind by weights fitted on the reports of the other folds."""
    folds = [zlib.crc32(f"{parting} {choice.report}".encode()) % FOLDS for choice in all_choices]
    given = [""] * len(all_choices)
    for held_out in range(FOLDS):
        both = list(zip(all_choices, folds, strict=True))
        weight = fit([choice for choice, fold in both if fold != held_out])
        for index, (choice, fold) in enumerate(both):
            if fold == held_out:
                given[index] = chosen(choice, weight)
    return given


# --------------------------------------------------------------------------- reporting


def report(all_choices: Sequence[Choice], given: Sequence[str], title: str) -> None:
    """Print accuracy and the F1 of the attributed, per group and language."""
    tables: dict[str, Counter[str]] = defaultdict(Counter)
    for choice, kind in zip(all_choices, given, strict=True):
        whole = choice.group.rpartition(" ")[0]
        for group in (whole, choice.group):
            tables[group]["all"] += 1
            tables[group]["right"] += kind == choice.held
            tables[group]["coded"] += choice.held != NOBODY
            tables[group]["given"] += kind != NOBODY
            tables[group]["both"] += kind == choice.held != NOBODY
    sys.stdout.write(f"{title}\n")
    for group, table in sorted(tables.items()):
        f1 = 2 * table["both"] / max(table["coded"] + table["given"], 1)
        accuracy = table["right"] / table["all"]
        counts = f"n {table['all']:4d}  held {table['coded']:4d}  given {table['given']:4d}"
        sys.stdout.write(f"  {group:16s} {counts}  accuracy {accuracy:.3f}  F1 {f1:.3f}\n")


def write(weight: dict[str, float], n_choices: int, n_reports: int) -> None:
    """Rewrite the table of weights, leaving out what weighs nothing."""
    told = (
        f'    "{name}": {value:.2f},'
        for name, value in sorted(weight.items())
        if abs(value) >= 0.005
    )
    lines = [
        '"""The weights of the features that tell who holds a figure; see ``features``.',
        "",
        "Written by ``training/fit_holders.py``: a conditional logit with an L2 penalty, fitted on",
        f"{n_choices} coded figures of {n_reports} reports",
        "and",
        "sentences: gold-train, walks and our own, in English, Spanish, French and German.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "WEIGHTS: Final[dict[str, float]] = {",
        *told,
        "}",
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report, and write where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into the source")
    asked = parser.parse_args()
    read = [*choices(), *sentences()]
    for parting in PARTINGS:
        report(read, crossed(read, parting), f"reports not fitted on, parting {parting}")
    if asked.write:
        write(fit(read), len(read), len({choice.report for choice in read}))


if __name__ == "__main__":
    main()
