"""Fits the weights of participants and demands on hand-coded reports and writes them.

    python -m training.fit_participants_demands [--write]

A candidate is right when its words overlap those of a coded entry as the scoring tool asks (F1 of
words of a half or more). Weights come from an L2 logistic regression; the two thresholds from
predictions for reports not seen, averaged over seeded splits. Needs ``../shared`` and numpy; takes
half a minute on one core.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from cortege.extract.rules import demands, participants
from cortege.extract.rules.weighing import Weighed, chosen, content
from cortege.extract.stage import Mentions, extract
from cortege.extract.text import Text
from cortege.languages.pack import load
from training.corpus import ROOT, Coded, gold, scorer, walks
from training.linear import LEAST_SEEN, Array, logistic

RULES = ROOT / "src/cortege/extract/rules"
PENALTY = 2.0
FOLDS = 5
SEEDS = (0, 1, 2)
FIRST = (0.13, 0.16, 0.2, 0.25, 0.3, 0.35)
OTHERS = (0.2, 0.25, 0.3, 0.35, 0.4)
# Of thresholds that do as well, the lowest for a report's likeliest candidate (short reports show
# few features, and a report of a protest names somebody) and the highest for any other.
AS_WELL = 0.006


@dataclass(frozen=True, slots=True)
class Measured:
    """One candidate: its features, its words, and what ``chosen`` asks about it."""

    features: Mapping[str, float]
    words: str
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Case:
    """The candidates of one report beside the entries that were coded."""

    coded: Sequence[str]
    candidates: Sequence[Measured]
    lists: bool = False  # whether items of one list stand together


def main() -> None:
    """Fit both tables, say how good they are, and write them if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into the source")
    write = parser.parse_args().write
    apart = [(coded, _apart(coded)) for coded in gold()]
    own = [(coded, _apart(coded)) for coded in walks()]
    digest = hashlib.sha256("".join(coded.id + str(coded.coding) for coded, _ in apart).encode())
    note = f"gold-train ({len(apart)} reports, sha256 {digest.hexdigest()[:12]})"
    for role, (measure, path) in ROLES.items():
        cases = [_case(role, coded, parts, measure) for coded, parts in apart]
        fitted = fit(role, cases, [_case(role, coded, parts, measure) for coded, parts in own])
        if write:
            path.write_text(fitted.replace("CORPUS", note), encoding="utf-8")


# --------------------------------------------------------------------------- candidates


def _apart(coded: Coded) -> Mentions:
    return extract(Text(coded.article, load(coded.article.language or "en")))


def _participants(report: Mentions) -> Iterator[Measured]:
    text = report.text
    found = participants.measured(
        text, report.names, report.triggers, report.amounts, report.quoted
    )
    for kind in found:
        first, end = kind.best.first, kind.best.end
        weighed = Weighed(0.0, first, end, kind.phrase, (first, end))
        yield Measured(kind.features, text.exact(first, end), weighed)


def _demands(report: Mentions) -> Iterator[Measured]:
    text = report.text
    found = demands.measured(text, report.names, report.triggers, report.quoted)
    for candidate, features in found:
        if candidate.stance == "asserted":
            first, end = candidate.first, candidate.end
            phrase = content(text, first, end)
            weighed = Weighed(0.0, first, end, phrase, candidate.cue)
            fitted = {name: v for name, v in features.items() if name not in demands.BY_HAND}
            yield Measured(fitted, text.exact(first, end), weighed)


ROLES: dict[str, tuple[Callable[[Mentions], Iterator[Measured]], Path]] = {
    "participant": (_participants, RULES / "participation/weights.py"),
    "demand": (_demands, RULES / "asking/weights.py"),
}


def _case(
    role: str, coded: Coded, parts: Mentions, measure: Callable[[Mentions], Iterator[Measured]]
) -> Case:
    events = scorer().from_gold(coded.coding)["events"]
    return Case(scorer().pool(events, role), list(measure(parts)), lists=role == "demand")


# --------------------------------------------------------------------------- fitting


def fit(role: str, cases: Sequence[Case], own: Sequence[Case]) -> str:
    """Fit one table, print its quality, and give the module that holds it."""
    columns = _columns(cases)
    features, report = _matrix(cases, columns)
    right = np.array([_is_right(case, one) for case in cases for one in case.candidates], float)
    unseen = [_unseen(features, right, report, seed) for seed in SEEDS]
    first, others, f1 = _thresholds(cases, report, unseen)
    weights = np.round(logistic(features, right, PENALTY), 2)
    seen = _quality(cases, report, _chance(features @ weights), (first, others))
    there, owner = _matrix(own, columns)
    walked = _quality(own, owner, _chance(there @ weights), (first, others))
    sys.stdout.write(
        f"{role}: F1 {f1:.3f} on unseen reports, P {seen[0]:.3f} R {seen[1]:.3f} F1 {seen[2]:.3f} "
        f"on seen ones, P {walked[0]:.3f} R {walked[1]:.3f} F1 {walked[2]:.3f} on walks; "
        f"{len(right)} candidates, {int(right.sum())} right, {len(columns)} features\n"
    )
    table = "".join(
        f'    "{name}": {weight},\n' for name, weight in zip(columns, weights[:-1], strict=True)
    )
    return MODULE.format(role=role, bias=weights[-1], first=first, others=others, f1=f1,
                         penalty=PENALTY, table=table)  # fmt: skip


MODULE = '''"""The weights of the features of {role}s: log-odds that a coder names a candidate.

Written by `training/fit_participants_demands.py`. Fitted on:
CORPUS;
L2 penalty {penalty}; F1 {f1:.3f} on reports not seen (5 folds over reports, 3 seeds). Thresholds:
of the pairs that do best on reports not seen, the lowest first one and the highest other.
"""

from __future__ import annotations

from typing import Final

FIRST_LEAST: Final = {first}  # probability from which a report's likeliest is kept
LEAST: Final = {others}  # probability from which any other is
BIAS: Final = {bias}
WEIGHTS: Final[dict[str, float]] = {{
{table}}}
'''


def _is_right(case: Case, one: Measured) -> bool:
    return any(scorer().tf1(entry, one.words) >= scorer().T for entry in case.coded)


def _columns(cases: Sequence[Case]) -> list[str]:
    seen = Counter(
        name for case in cases for one in case.candidates for name, v in one.features.items() if v
    )
    return sorted(name for name, times in seen.items() if times >= LEAST_SEEN)


def _matrix(cases: Sequence[Case], columns: Sequence[str]) -> tuple[Array, Array]:
    """Give the features of all candidates, the bias last, and the report of each."""
    index = {name: at for at, name in enumerate(columns)}
    features = np.zeros((sum(len(case.candidates) for case in cases), len(columns) + 1))
    features[:, -1] = 1
    report = np.zeros(len(features))
    row = 0
    for number, case in enumerate(cases):
        for one in case.candidates:
            report[row] = number
            for name, value in one.features.items():
                if name in index:
                    features[row, index[name]] = value
            row += 1
    return features, report


def _chance(odds: Array) -> Array:
    chance: Array = 1 / (1 + np.exp(-odds))
    return chance


def _unseen(features: Array, right: Array, report: Array, seed: int) -> Array:
    """Give each candidate's probability by weights fitted without its report."""
    n_reports = int(report.max()) + 1
    folds = np.random.default_rng(seed).permutation(n_reports) % FOLDS
    fold = folds[report.astype(int)]
    chance = np.zeros(len(right))
    for number in range(FOLDS):
        weights = logistic(features[fold != number], right[fold != number], PENALTY)
        chance[fold == number] = _chance(features[fold == number] @ weights)
    return chance


def _thresholds(
    cases: Sequence[Case], report: Array, unseen: Sequence[Array]
) -> tuple[float, float, float]:
    quality = {
        pair: float(np.mean([_quality(cases, report, chance, pair)[2] for chance in unseen]))
        for pair in itertools.product(FIRST, OTHERS)
        if pair[0] <= pair[1]
    }
    best = max(quality.values())
    pair = min(
        (pair for pair, f1 in quality.items() if f1 >= best - AS_WELL),
        key=lambda pair: (pair[0], -pair[1]),
    )
    return *pair, quality[pair]


def _quality(
    cases: Sequence[Case], report: Array, chance: Array, least: tuple[float, float]
) -> tuple[float, float, float]:
    """Give precision, recall and F1 of what would be kept."""
    hits = n_coded = n_kept = 0
    alike = partial(_alike)
    for number, case in enumerate(cases):
        scores = chance[report == number]
        weighed = [
            replace(one.weighed, score=float(score))
            for score, one in zip(scores, case.candidates, strict=True)
        ]
        if case.lists:
            weighed = demands.together(weighed)
        words = {(one.weighed.first, one.weighed.end): one.words for one in case.candidates}
        kept = [words[one.first, one.end] for one in chosen(weighed, *least)]
        hits += scorer().match(case.coded, kept, alike)
        n_coded += len(case.coded)
        n_kept += len(kept)
    return hits / max(n_kept, 1), hits / max(n_coded, 1), 2 * hits / max(n_kept + n_coded, 1)


def _alike(one: str, other: str) -> bool:
    return bool(scorer().tf1(one, other) >= scorer().T)


if __name__ == "__main__":
    main()
