"""Fits the weights by which a protest's site is chosen, on hand-coded reports.

    python -m training.fit_sites [--write]

A site that is attached to a protest is right when its words match the coded site of the event the
protest is paired with. Prints the quality on reports it has not seen, for single sites and for
the best site of each protest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import numpy as np

from cortege.assemble import venues
from cortege.assemble.attach import Attacher
from cortege.extract.rules import sites
from training import linear
from training.corpus import ROOT, Apart, apart, gold, scorer, walks
from training.linear import Row

WEIGHTS = ROOT / "src/cortege/assemble/venue_weights.py"
SAME_WORDS = 0.5  # token F1


def main() -> None:
    """Fit, say how well it does, and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into the source")
    asked = parser.parse_args()
    rows, groups, n_right = [], [], 0
    for coded in (*gold(), *walks()):
        case = apart(coded)
        n_right += sum(bool(event["site"]) for event in case.events if event["focal"])
        for row, protest in _rows(case):
            rows.append(row)
            groups.append((coded.id, protest))
    fitted = linear.fit(rows, n_right=n_right)
    bias, best = _threshold(rows, groups, n_right)
    sys.stdout.write(
        f"sites: single F1 {fitted.f1:.3f}, best of each protest F1 {best:.3f} on unseen reports\n"
    )
    if asked.write:
        chosen = linear.Fitted(bias, fitted.weights, 0.0, 0.0, best)
        linear.write(WEIGHTS, "VENUE", chosen)


def _rows(case: Apart) -> Iterator[tuple[Row, int]]:
    """Give the decision on each site of a report with the protest it is attached to."""
    if not case.protests:
        return
    text = case.mentions.text
    attacher = Attacher(text, case.protests, case.scenes)
    coded = {
        id(case.order[account]): case.events[event]["site"] for account, event in case.mates.items()
    }
    offered = venues.offers(case.mentions, attacher, case.scenes, sites.find(text))
    for offer in offered:
        words = coded.get(id(offer.protest))
        spoken = text.exact(offer.site.first, offer.site.end)
        right = bool(words) and scorer().tf1(words, spoken) >= SAME_WORDS
        yield Row(case.coded.id, offer.shown, right), id(offer.protest)


def _threshold(rows: list[Row], groups: list[tuple[str, int]], n_right: int) -> tuple[float, float]:
    """Choose the bias at which the best site of each protest does best on unseen reports."""
    names = sorted({name for row in rows for name in row.shown})
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names) + 1))
    features[:, -1] = 1
    for at, row in enumerate(rows):
        features[at, [index[name] for name in row.shown]] = 1
    right = np.array([row.right for row in rows], float)
    folds = np.array([linear.fold_of(row.report) for row in rows])
    unseen = np.zeros(len(rows))
    for fold in range(linear.FOLDS):
        weights = linear.logistic(features[folds != fold], right[folds != fold], 3.0)
        unseen[folds == fold] = features[folds == fold] @ weights
    best: dict[tuple[str, int], int] = {}
    for at, group in enumerate(groups):
        if group not in best or unseen[at] > unseen[best[group]]:
            best[group] = at
    taken = list(best.values())
    tried = []
    for step in np.arange(-2.5, 0.6, 0.1):
        kept = [at for at in taken if unseen[at] > step]
        hits = sum(right[at] for at in kept)
        tried.append((2 * hits / max(len(kept) + n_right, 1), float(step)))
    best_f1 = max(tried)[0]
    step = max(step for f1, step in tried if f1 >= best_f1 - linear.FLAT)  # the strictest
    weights = linear.logistic(features, right, 3.0)
    return round(float(weights[-1] - step), 2), best_f1


if __name__ == "__main__":
    main()
