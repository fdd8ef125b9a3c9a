"""Fits small linear models on named features and writes them as tables into the source.

Logistic regression and conditional logit with an L2 penalty, by Newton's method in numpy: no
randomness, the same input gives the same bytes. Folds go by report, so that no report stands on
both sides.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
FOLDS = 5
STEPS = 60
FLAT = 0.006  # F1 points that make no difference
LEAST_SEEN = 8  # a feature rarer than this gets no weight


@dataclass(frozen=True, slots=True)
class Row:
    """One decision: the report it is from, the features shown, and the right answer."""

    report: str
    shown: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table of weights, its bias (the threshold taken off), and how it does on unseen reports."""

    bias: float
    weights: dict[str, float]
    precision: float
    recall: float
    f1: float


def fold_of(report: str) -> int:
    """Give the fold of a report, the same on every machine."""
    return zlib.crc32(report.encode()) % FOLDS


def logistic(features: Array, right: Array, penalty: float) -> Array:
    """Fit a logistic regression; the last column is the bias and is hardly penalised."""
    weights = np.zeros(features.shape[1])
    ridge = penalty * np.eye(len(weights))
    ridge[-1, -1] = 0.01
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - right) + ridge @ weights
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fit(rows: Sequence[Row], n_right: int | None = None, penalty: float = 3.0) -> Fitted:
    """Fit a table and choose its threshold for the best F1 across folds.

    Args:
        rows: the decisions.
        n_right: how many right answers there are in all, those without a row included.
        penalty: the L2 penalty.
    """
    names = _names(rows)
    features = _matrix(rows, names)
    right = np.array([row.right for row in rows], float)
    folds = np.array([fold_of(row.report) for row in rows])
    unseen = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = logistic(features[folds != fold], right[folds != fold], penalty)
        unseen[folds == fold] = features[folds == fold] @ weights
    total = n_right if n_right is not None else int(right.sum())
    tried = [(_f1(unseen > step, right, total), float(step)) for step in np.arange(-2.0, 0.8, 0.1)]
    best = max(tried)[0]
    # The curve is flat at its top; of steps that do equally well, the strictest is taken.
    threshold = max(step for f1, step in tried if f1 >= best - FLAT)
    taken = unseen > threshold
    weights = logistic(features, right, penalty)
    hits = float((taken & (right > 0)).sum())
    return Fitted(
        bias=round(float(weights[-1] - threshold), 2),
        weights={name: round(float(w), 2) for name, w in zip(names, weights[:-1], strict=True)},
        precision=hits / max(float(taken.sum()), 1.0),
        recall=hits / total,
        f1=_f1(taken, right, total),
    )


def conditional(groups: Sequence[tuple[str, list[tuple[str, ...]], int]]) -> tuple[Fitted, float]:
    """Fit a choice among candidates: (report, features of each candidate, the right one).

    Returns:
        The table, whose scores are accuracies, and the accuracy on unseen reports.
    """
    names = sorted({name for _, candidates, _ in groups for shown in candidates for name in shown})
    index = {name: at for at, name in enumerate(names)}
    choices = []
    for _, candidates, _ in groups:
        matrix = np.zeros((len(candidates), len(names)))
        for row, shown in enumerate(candidates):
            matrix[row, [index[name] for name in shown]] = 1
        choices.append(matrix)
    right = [answer for _, _, answer in groups]
    folds = [fold_of(report) for report, _, _ in groups]
    hits = 0
    for fold in range(FOLDS):
        weights = _choose(choices, right, [at for at, f in enumerate(folds) if f != fold])
        hits += sum(
            int(np.argmax(choices[at] @ weights)) == right[at]
            for at, f in enumerate(folds)
            if f == fold
        )
    unseen = hits / len(groups)
    weights = _choose(choices, right, list(range(len(groups))))
    table = {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}
    return Fitted(0.0, table, unseen, unseen, unseen), unseen


def _choose(choices: Sequence[Array], right: Sequence[int], taken: Sequence[int]) -> Array:
    n_names = choices[0].shape[1]
    weights = np.zeros(n_names)
    for _ in range(STEPS):
        slope, curve = -weights, np.eye(n_names)
        for at in taken:
            odds = choices[at] @ weights
            chance = np.exp(odds - odds.max())
            chance /= chance.sum()
            mean = chance @ choices[at]
            slope = slope + choices[at][right[at]] - mean
            curve = curve + (choices[at] * chance[:, None]).T @ choices[at] - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-7:
            break
    return weights


def write(path: Path, name: str, fitted: Fitted, *, with_bias: bool = True) -> None:
    """Put a table into a module in place of the one of that name (``NAME_WEIGHTS``, ``_BIAS``)."""
    source = path.read_text(encoding="utf-8")
    table = "".join(f'    "{key}": {value},\n' for key, value in sorted(fitted.weights.items()))
    new = f"{name}_WEIGHTS: Final[dict[str, float]] = {{\n{table}}}\n"
    old = re.compile(rf"{name}_WEIGHTS: Final\[dict\[str, float\]\] = \{{.*?\}}\n", re.DOTALL)
    source = old.sub(lambda _: new, source)
    if with_bias:
        bias = re.compile(rf"{name}_BIAS: Final = [-\d.]+")
        source = bias.sub(f"{name}_BIAS: Final = {fitted.bias}", source)
    path.write_text(source, encoding="utf-8")


def _names(rows: Sequence[Row]) -> list[str]:
    seen = Counter(name for row in rows for name in set(row.shown))
    return sorted(name for name, times in seen.items() if times >= LEAST_SEEN)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Array:
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names) + 1))
    features[:, -1] = 1
    for at, row in enumerate(rows):
        for name in row.shown:
            if name in index:
                features[at, index[name]] = 1
    return features


def _f1(taken: NDArray[np.bool_], right: Array, total: int) -> float:
    hits = float((taken & (right > 0)).sum())
    return 2 * hits / max(float(taken.sum()) + total, 1.0)
