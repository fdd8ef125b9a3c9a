"""Turns the reader's scores on reports coded by hand into a verdict: none is under its floor.

The reports are real and not ours to ship; where they stand beside the checkout, they are read
with ``cortege read``, scored by the tool that stands with them, and the score of every row that
makes up the headline is held against ``floors.json``, per language. Floors belong to one state of
the reports, by digest. They only rise, unless it is said that they may fall.

    python -m cortege.evaluate.floors                measure, print, compare
    python -m cortege.evaluate.floors --pin          and raise the floors that were passed
    python -m cortege.evaluate.floors --pin --allow-lower
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

SHARED: Final = Path("../shared")
FLOORS: Final = Path(__file__).with_name("floors.json")

# The rows whose mean is the headline, as the score tool names them.
ROWS: Final = (
    "event strict", "form", "size", "size+holder", "organiser", "participant", "target",
    "demand", "slogan", "police", "arrests", "injuries", "deaths", "quote+speaker",
)  # fmt: skip
LANGUAGES: Final = ("all", "en", "fr", "de", "es")
HEADLINE: Final = "headline"

_SECTION: Final = re.compile(r"^(?:(?P<language>\w+): )?\d+ reports$")
_ROW: Final = re.compile(
    r"^(?P<row>\S.*?) +\d\.\d+ +\d\.\d+ +(?P<f1>\d\.\d+) +(?P<n_gold>\d+) +\d+$"
)
_HEADLINE: Final = re.compile(r"^headline .*\s(?P<f1>\d\.\d+)$")
_FAULTS_NOTED: Final = 3  # the exit code of a command that finished with faults

# Per language and row, the F1 as the score tool prints it, to three decimals.
Scores = dict[str, dict[str, float]]


class NotScoredError(Exception):
    """Reading or scoring failed, so that there is nothing to compare."""


def scores_in(printed: str) -> Scores:
    r"""Take the scores out of what the score tool prints; rows without a coded fact are left out.

    >>> scores_in("2 reports\nform  0.500 0.250 0.333  4 2\nheadline (mean) 0.333\n")
    {'all': {'form': 0.333, 'headline': 0.333}}
    """
    scores: Scores = {}
    language = "all"
    for line in printed.splitlines():
        if section := _SECTION.match(line):
            language = section["language"] or "all"
        elif headline := _HEADLINE.match(line):
            scores.setdefault(language, {})[HEADLINE] = float(headline["f1"])
        elif (row := _ROW.match(line)) and row["row"] in ROWS and int(row["n_gold"]):
            scores.setdefault(language, {})[row["row"]] = float(row["f1"])
    return {language: scores[language] for language in LANGUAGES if language in scores}


def fallen(floors: Scores, scores: Scores) -> list[str]:
    """List the rows under their floor, the rows that are gone included."""
    return [
        f"{language:4} {row:14} {scores.get(language, {}).get(row, 0.0):.3f}, floor {floor:.3f}"
        for language, rows in floors.items()
        for row, floor in rows.items()
        if scores.get(language, {}).get(row, 0.0) < floor
    ]


def raised(floors: Scores, scores: Scores, *, allow_lower: bool = False) -> Scores:
    """Give the floors after a measurement: the higher of both, or the new ones where allowed.

    >>> raised({"all": {"size": 0.5}}, {"all": {"size": 0.4, "form": 0.6}})
    {'all': {'size': 0.5, 'form': 0.6}}
    """
    if allow_lower:
        return scores
    higher = {language: dict(rows) for language, rows in floors.items()}
    for language, rows in scores.items():
        known = higher.setdefault(language, {})
        for row, score in rows.items():
            known[row] = max(known.get(row, 0.0), score)
    return higher


def measure(shared: Path) -> str:
    """Read the reports that are coded by hand and give what the score tool prints of it.

    Raises:
        NotScoredError: a command failed; its last words are the message.
    """
    coded = shared / "data" / "gold-dev"
    names = {path.stem for path in coded.glob("*.json")}
    with TemporaryDirectory() as folder:
        reports, readings = Path(folder, "reports.jsonl"), Path(folder, "readings.jsonl")
        with (shared / "data" / "reports" / "reports.jsonl").open(encoding="utf-8") as lines:
            kept = [line for line in lines if json.loads(line)["id"] in names]
        reports.write_text("".join(kept), encoding="utf-8")
        read = _run(["-m", "cortege", "read", "--json", str(reports)], (0, _FAULTS_NOTED))
        readings.write_text(read, encoding="utf-8")
        tool = shared / "tools" / "score_reading.py"
        return _run([str(tool), str(coded), str(readings), "--reports", str(reports)], (0,))


def digest(shared: Path) -> str:
    """Give the identity of the codings that are measured with."""
    digested = hashlib.sha256()
    for path in sorted((shared / "data" / "gold-dev").glob("*.json")):
        digested.update(path.name.encode() + b"\0" + path.read_bytes())
    return "sha256:" + digested.hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every score reaches its floor or there is nothing to score."""
    options = _options(arguments)
    shared: Path = options.shared
    if not (shared / "data" / "gold-dev").is_dir():
        _say(f"Nothing was scored: {shared} is absent. Reports coded by hand are not ours to ship.")
        return 0
    try:
        printed = measure(shared)
    except NotScoredError as problem:
        _say(f"Nothing was scored: {problem}")
        return 1
    scores, pinned, corpus = scores_in(printed), _pinned(options.floors), digest(shared)
    floors: Scores = pinned.get("floors", {})
    under = fallen(floors, scores)
    _say(printed.rstrip(), "", *(f"under its floor: {row}" for row in under))
    known = pinned.get("corpus") in {None, corpus}
    if not known:
        _say("The codings have changed since: --pin --allow-lower sets the floors anew.")
    if options.pin and (known or options.allow_lower):
        kept = raised(floors, scores, allow_lower=options.allow_lower)
        _write(options.floors, {"corpus": corpus, "floors": kept})
        under = fallen(kept, scores)
    elif not known:
        return 1
    _say(f"{len(under)} scores under their floor")
    return int(bool(under))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m cortege.evaluate.floors")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the codings are")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="where the floors are kept")
    parser.add_argument("--pin", action="store_true", help="raise the floors to today's scores")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors, too")
    return parser.parse_args(arguments)


def _run(arguments: list[str], fine: tuple[int, ...]) -> str:
    # Our own interpreter and files named on our own command line; no shell.
    done = subprocess.run(  # noqa: S603
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in fine:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotScoredError(f"{' '.join(arguments[:3])} ended with {done.returncode}: {last}")
    return done.stdout


def _pinned(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def _write(path: Path, pinned: dict[str, Any]) -> None:
    path.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
