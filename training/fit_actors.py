"""Fits the weights that tell organisers and targets among a report's bodies, people and things.

    python -m training.fit_actors [--write]

A candidate is right when its words overlap a coded entry (token F1 of at least one half, as the
scoring tool counts it). Needs ``../shared`` and numpy; a minute on one core.
"""

from __future__ import annotations

import sys
from collections import Counter

import numpy as np

from cortege.extract.rules import actor_candidates, organisers
from cortege.extract.stage import extract
from cortege.extract.text import Text
from cortege.languages.pack import load
from training import linear
from training.corpus import ROOT, gold, scorer, walks
from training.linear import Array, Fitted, fold_of

WEIGHTS = ROOT / "src/cortege/extract/rules/actor_weights.py"
ALIKE = 0.5
PENALTY = 4.0
ROLES = {"organisers": "ORGANISER", "targets": "TARGET"}
Case = tuple[str, dict[str, float], dict[str, bool]]


def main() -> None:
    """Fit both tables."""
    cases, totals = _cases()
    for role, name in ROLES.items():
        fitted = _fit(cases, role, totals[role])
        quality = f"P {fitted.precision:.3f} R {fitted.recall:.3f} F1 {fitted.f1:.3f}"
        sys.stdout.write(f"{role}: {quality} on unseen reports\n")
        if "--write" in sys.argv:
            linear.write(WEIGHTS, name, fitted)


def _cases() -> tuple[list[Case], Counter[str]]:
    cases: list[Case] = []
    totals: Counter[str] = Counter()
    alike = scorer().tf1
    for coded in (*gold(), *walks()):
        text = Text(coded.article, load(coded.article.language or "en"))
        mentions = extract(text)
        events = coded.coding["events"]
        words = {role: {entry for event in events for entry in event[role]} for role in ROLES}
        for role in ROLES:
            totals[role] += len(words[role])
        entities = actor_candidates.find(text, mentions.names, mentions.triggers, mentions.quoted)
        for entity in entities:
            first, end = organisers.best_words(entity)
            said = text.exact(first, end)
            right = {
                role: any(alike(entry, said) >= ALIKE for entry in words[role]) for role in ROLES
            }
            cases.append((coded.id, entity.features, right))
    return cases, totals


def _fit(cases: list[Case], role: str, total: int) -> Fitted:
    seen = Counter(name for _, features, _ in cases for name in features)
    names = sorted(name for name, times in seen.items() if times >= linear.LEAST_SEEN)
    index = {name: at for at, name in enumerate(names)}
    matrix: Array = np.zeros((len(cases), len(names) + 1))
    matrix[:, -1] = 1
    for at, (_, features, _) in enumerate(cases):
        for name, value in features.items():
            if name in index:
                matrix[at, index[name]] = value
    right = np.array([answers[role] for _, _, answers in cases], float)
    folds = np.array([fold_of(report) for report, _, _ in cases])
    unseen = np.zeros(len(cases))
    for fold in range(linear.FOLDS):
        weights = linear.logistic(matrix[folds != fold], right[folds != fold], PENALTY)
        unseen[folds == fold] = matrix[folds == fold] @ weights
    best, threshold, taken = 0.0, 0.0, unseen > 0
    for step in np.arange(-2.0, 1.0, 0.1):
        chosen = unseen > step
        hits = float((chosen & (right > 0)).sum())
        f1 = 2 * hits / (float(chosen.sum()) + total)
        if f1 >= best:
            best, threshold, taken = f1, float(step), chosen
    weights = linear.logistic(matrix, right, PENALTY)
    hits = float((taken & (right > 0)).sum())
    table = {name: round(float(w), 2) for name, w in zip(names, weights[:-1], strict=True)}
    bias = round(float(weights[-1]) - threshold, 2)
    return Fitted(bias, table, hits / max(float(taken.sum()), 1.0), hits / total, best)


if __name__ == "__main__":
    main()
