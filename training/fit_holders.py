"""Turns coded reports into the weights that say who holds a figure.

Each coded figure with a holder is one choice among the candidates that
``cortege.extract.rules.holding.features`` describes: a conditional logit with an L2 penalty,
"nobody" being one of the candidates. Where the coder gave the holder's words, the candidates that
name them are right; where only a kind was given, every candidate of that kind is, and their
probabilities add up. Coded figures that no candidate can answer are left out of the fit and
counted as wrong in the report.

    python training/fit_holders.py --gold DIR --reports FILE --walks DIR [--write]

Prints accuracy and the F1 of attributed figures, cross-validated by report; ``--write`` fits all
and rewrites ``holding/weights.py``. Seeded and deterministic; numpy only.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from cortege.extract.rules import amounts, holders
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding import features, weights
from cortege.extract.text import Text
from cortege.languages.pack import AVAILABLE, load
from cortege.nouns.article import Article, canonical, digest

FIELDS: Final = ("sizes", "arrests", "injuries", "deaths")
NOBODY: Final = "unattributed"
KINDS: Final = {"participant": "witness", "journalist": "media"}
PENALTY: Final = 1.0  # tried 0.5, 1, 2, 4
RAREST: Final = 3  # a feature seen less often is left out
FOLDS: Final = 5
ROUNDS: Final = 300
SEEDS: Final = (7, 8, 9)
TOLERANCE: Final = 0.01  # of a coded number


@dataclass(frozen=True)
class Choice:
    """A coded figure: its candidates' features and kinds, and which of them are right."""

    report: str
    group: str
    gold: str
    shown: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    right: frozenset[int]


# --------------------------------------------------------------------------- reading


def choices(arguments: argparse.Namespace) -> list[Choice]:
    """Read every coded figure of the reports and the walks."""
    found: list[Choice] = []
    for coding, title, body, language, walk in [*_gold(arguments), *_walks(arguments)]:
        if language not in AVAILABLE:
            continue
        written, title_end = canonical(title, body)
        article = Article(
            id=digest(written), text=written, title_end=title_end, language=language
        )
        text = Text(article, load(language))
        counted = amounts.find(text)
        attributed = holders.find(text)
        for field, coded, amount in _figures(text, counted, coding):
            candidates = features.described(text, amount, attributed, counted)
            gold = KINDS.get(coded.get("holder"), coded.get("holder") or NOBODY)
            group = f"{'walks' if walk else 'gold'} {'size' if field == 'sizes' else 'harm'}"
            found.append(
                Choice(
                    report=coding["id"],
                    group=f"{group} {language}",
                    gold=gold,
                    shown=tuple(candidate.shown for candidate in candidates),
                    kinds=tuple(_kind(candidate) for candidate in candidates),
                    right=frozenset(_right(text, candidates, gold, coded.get("holder_words"))),
                )
            )
    return found


def _gold(arguments: argparse.Namespace) -> Iterator[tuple[Any, str, str, str, bool]]:
    with Path(arguments.reports).open(encoding="utf-8") as lines:
        reports = {report["id"]: report for report in map(json.loads, lines)}
    for path in sorted(Path(arguments.gold).glob("*.json")):
        coding = json.loads(path.read_text(encoding="utf-8"))
        report = reports[coding["id"]]
        yield coding, report.get("title") or "", report["body"], report["language"], False


def _walks(arguments: argparse.Namespace) -> Iterator[tuple[Any, str, str, str, bool]]:
    for path in sorted(Path(arguments.walks).glob("*/expected.json")):
        coding = json.loads(path.read_text(encoding="utf-8"))
        written = (path.parent / "report.txt").read_text(encoding="utf-8")
        title, _, body = written.partition("\n")
        yield coding, title, body.strip("\n"), coding["language"], True


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
    text: Text, candidates: Sequence[features.Candidate], gold: str, words: str | None
) -> list[int]:
    """Give the candidates that answer the coding."""
    if gold == NOBODY:
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
    alike = [index for index, candidate in enumerate(candidates) if _kind(candidate) == gold]
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


def crossed(all_choices: Sequence[Choice], seed: int) -> list[str]:
    """Give each figure's kind by weights fitted on the reports of the other folds."""
    reports = sorted({choice.report for choice in all_choices})
    random.Random(seed).shuffle(reports)
    fold = {report: index % FOLDS for index, report in enumerate(reports)}
    given = [""] * len(all_choices)
    for held_out in range(FOLDS):
        weight = fit([choice for choice in all_choices if fold[choice.report] != held_out])
        for index, choice in enumerate(all_choices):
            if fold[choice.report] == held_out:
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
            tables[group]["right"] += kind == choice.gold
            tables[group]["coded"] += choice.gold != NOBODY
            tables[group]["given"] += kind != NOBODY
            tables[group]["both"] += kind == choice.gold != NOBODY
    print(title)
    for group, table in sorted(tables.items()):
        f1 = 2 * table["both"] / max(table["coded"] + table["given"], 1)
        accuracy = table["right"] / table["all"]
        counts = f"n {table['all']:4d}  held {table['coded']:4d}  given {table['given']:4d}"
        print(f"  {group:16s} {counts}  accuracy {accuracy:.3f}  F1 {f1:.3f}")


def write(weight: dict[str, float], n_choices: int, n_reports: int) -> None:
    """Rewrite the table of weights, leaving out what weighs nothing."""
    lines = [
        '"""The weights of the features that tell who holds a figure; see ``features``.',
        "",
        "Written by ``training/fit_holders.py``: a conditional logit with an L2 penalty, fitted on",
        f"{n_choices} coded figures (crowd sizes, arrests, injuries, deaths) of {n_reports} coded",
        "reports and walks in English, Spanish, French and German.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "WEIGHTS: Final[dict[str, float]] = {",
        *(f'    "{name}": {value:.2f},' for name, value in sorted(weight.items())
          if abs(value) >= 0.005),
        "}",
    ]  # fmt: skip
    Path(str(weights.__file__)).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report, and write where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", required=True)
    parser.add_argument("--reports", required=True)
    parser.add_argument("--walks", required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    read = choices(arguments)
    for seed in SEEDS:
        report(read, crossed(read, seed), f"cross-validated by report, seed {seed}")
    if arguments.write:
        write(fit(read), len(read), len({choice.report for choice in read}))
        print(f"written: {weights.__name__}")


if __name__ == "__main__":
    main()
