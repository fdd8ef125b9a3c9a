"""Turns the golden walks into a table of what the reader holds of them, and keeps its gaps.

A walk is a folder with a report of our own writing and its coding by hand. What the reader misses
or makes up today stands in ``gaps.json`` beside the walks; a test fails when a gap opens that is
not listed, and when a listed one has closed, so that the list only shrinks and is always true.

    python -m cortege.evaluate.walks                 the table, and what has changed
    python -m cortege.evaluate.walks NAME...         every fact of these walks that is not held
    python -m cortege.evaluate.walks --pin           write the gaps; refused if any was not there
    python -m cortege.evaluate.walks --pin --allow-worse
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cortege.evaluate.coding import Coding, coding_from
from cortege.evaluate.comparing.facts import compare
from cortege.evaluate.comparing.verdict import Finding
from cortege.flow import read
from cortege.nouns.reading import Reading

WALKS: Final = Path("tests/walk")
GAPS: Final = "gaps.json"

# Of each walk, what is missed and what is spurious, as sorted lists of facts.
Gaps = dict[str, dict[str, list[str]]]


class WalkUnreadError(Exception):
    """A walk's report could not be read, so nothing can be said of its facts."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A report of our own and what a careful person takes from it."""

    name: str
    language: str
    title: str
    body: str
    published: str
    outlet: str
    coding: Coding

    def read(self) -> Reading:
        """Read the report, knowing of it what a reader of the paper knows."""
        return read(self.body, title=self.title, published=self.published, outlet=self.outlet)

    def findings(self) -> list[Finding]:
        """Read the report and compare the reading with the coding.

        Raises:
            WalkUnreadError: the reader gave up, which is no gap but a fault of ours.
        """
        reading = self.read()
        for fault in reading.faults:
            raise WalkUnreadError(f"{self.name} was not read: {fault.code}, {fault.message}")
        return compare(self.coding, reading)


def load_walks(folder: Path = WALKS, names: Sequence[str] = ()) -> list[Walk]:
    """Load all walks of a folder, or those whose names begin as given, by name."""
    return [
        load_walk(path.parent)
        for path in sorted(folder.glob("*/expected.json"))
        if not names or path.parent.name.startswith(tuple(names))
    ]


def load_walk(folder: Path) -> Walk:
    """Load one walk; its report is a title, an empty line and the body."""
    coded = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    title, _, body = (folder / "report.txt").read_text(encoding="utf-8").partition("\n\n")
    return Walk(
        name=folder.name,
        language=coded["language"],
        title=title,
        body=body.strip("\n"),
        published=coded["published"],
        outlet=coded["outlet"],
        coding=coding_from(coded),
    )


def gaps_of(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """List what of a walk is missed and what is made up."""
    gaps: dict[str, list[str]] = {"missed": [], "spurious": []}
    for finding in findings:
        if finding.outcome != "held":
            gaps[finding.outcome].append(str(finding.fact))
    return {outcome: sorted(facts) for outcome, facts in gaps.items()}


def pinned(folder: Path = WALKS) -> Gaps:
    """Give the gaps written down beside the walks; none if there is no list yet."""
    path = folder / GAPS
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def opened(before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> list[str]:
    """List the facts not held now that were not listed before, each with its outcome."""
    return [
        f"{outcome}: {fact}"
        for outcome, facts in now.items()
        for fact in facts
        if fact not in before.get(outcome, ())
    ]


def table(walks: Sequence[Walk], findings: Mapping[str, Sequence[Finding]]) -> str:
    """Draw, per kind of fact and per language, the facts held of all there are, and made up."""
    languages = ["all", *sorted({walk.language for walk in walks})]
    counts: Counter[tuple[str, str, str]] = Counter()
    for walk in walks:
        for finding in findings[walk.name]:
            for language in ("all", walk.language):
                for kind in (finding.fact.kind, "all facts"):
                    counts[kind, language, finding.outcome] += 1
    kinds = sorted({kind for kind, _, _ in counts} - {"all facts"})
    head = "".join(f"{language:>18}" for language in languages)
    lines = [f"{f'{len(walks)} walks':12}{head}", " " * 12 + " held/all made up" * len(languages)]
    for kind in [*kinds, "all facts"]:
        cells = [
            _cell(*(counts[kind, language, outcome] for outcome in ("held", "missed", "spurious")))
            for language in languages
        ]
        lines.append(f"{kind:12}" + "".join(cells))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the gaps are the listed ones or were written, else 1."""
    options = _options(arguments)
    walks = load_walks(options.walks, options.names)
    try:
        findings = {walk.name: walk.findings() for walk in walks}
    except WalkUnreadError as problem:
        _say(f"Nothing was compared: {problem}")
        return 1
    today = {name: gaps_of(found) for name, found in findings.items()}
    if options.json:
        _say(json.dumps(today, ensure_ascii=False, indent=1))
        return 0
    _say(*(_shown(today) if options.names else ()), table(walks, findings))
    before = pinned(options.walks)
    worse, better, new = changes(before, today)
    _say(*(f"worse   {gap}" for gap in worse), *(f"better  {gap}" for gap in better))
    _say(f"{len(worse)} gaps opened, {len(better)} closed, {len(new)} walks not pinned yet")
    if not options.pin:
        return int(bool(worse or better or new))
    if worse and not options.allow_worse:
        _say("Nothing was written: gaps may only close. --allow-worse writes them all the same.")
        return 1
    write_gaps({**before, **today} if options.names else today, options.walks)
    return 0


def changes(before: Gaps, today: Gaps) -> tuple[list[str], list[str], list[str]]:
    """Compare two lists of gaps: those opened, those closed, and walks listed for the first time.

    A walk that was never pinned may come with gaps; walks that were not read today are left out.
    """
    known = [name for name in today if name in before]
    worse = [f"{name}: {gap}" for name in known for gap in opened(before[name], today[name])]
    better = [f"{name}: {gap}" for name in known for gap in opened(today[name], before[name])]
    return worse, better, [name for name in today if name not in before]


def write_gaps(gaps: Gaps, folder: Path = WALKS) -> None:
    """Write the gaps beside the walks, by name, so that two versions can be compared."""
    text = json.dumps(dict(sorted(gaps.items())), ensure_ascii=False, indent=1)
    (folder / GAPS).write_text(text + "\n", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m cortege.evaluate.walks")
    parser.add_argument("names", nargs="*", help="only walks whose names begin like this")
    parser.add_argument("--walks", type=Path, default=WALKS, help="the folder of the walks")
    parser.add_argument("--pin", action="store_true", help="write today's gaps down")
    parser.add_argument("--allow-worse", action="store_true", help="write new gaps down, too")
    parser.add_argument("--json", action="store_true", help="print the gaps and nothing else")
    return parser.parse_args(arguments)


def _cell(held: int, missed: int, spurious: int) -> str:
    return f"{f'{held}/{held + missed}':>12}{f'+{spurious}' if spurious else '':>6}"


def _shown(gaps: Gaps) -> list[str]:
    return [
        f"{name}  {outcome:9} {fact}"
        for name, found in gaps.items()
        for outcome, facts in found.items()
        for fact in facts
    ]


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
