"""The reader holds of every walk what it held before, and its list of gaps is true."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from cortege.evaluate.comparing.verdict import Finding
from cortege.evaluate.walks import (
    Walk,
    changes,
    gaps_of,
    load_walk,
    load_walks,
    main,
    opened,
    pinned,
    table,
)

HERE = Path(__file__).parent
NAMES = [path.parent.name for path in sorted(HERE.glob("*/expected.json"))]

# One of each language with several protests, so that pairing has to choose.
CROWDED = ("en-24", "fr-29")


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_has_the_gaps_that_are_listed(name: str) -> None:
    """No fact is lost or made up that is not listed, and none is listed that is in order."""
    listed, today = pinned(HERE).get(name), gaps_of(findings(name))
    assert listed is not None, "not pinned yet: python -m cortege.evaluate.walks --pin"
    lost, closed = opened(listed, today), opened(today, listed)
    assert lost == [], "the reader got worse on this walk"
    assert closed == [], "the reader got better; say: python -m cortege.evaluate.walks --pin"


def test_every_listed_walk_exists() -> None:
    """The list names the walks there are, in their order, and no others."""
    assert list(pinned(HERE)) == NAMES


def test_the_table_counts_every_fact() -> None:
    """The table's last line holds the sum of all kinds; shown with ``pytest -rP``."""
    walks = load_walks(HERE)
    drawn = table(walks, {walk.name: findings(walk.name) for walk in walks})
    print(drawn)  # noqa: T201 - whoever runs the tests wants to see how far we are
    everything = [finding for walk in walks for finding in findings(walk.name)]
    held = sum(finding.outcome == "held" for finding in everything)
    coded = sum(finding.outcome != "spurious" for finding in everything)
    assert f"{held}/{coded}" in drawn.splitlines()[-1]


def test_gaps_depend_on_no_order() -> None:
    """Two runs that hash strings differently list the same gaps in the same order."""
    answers = [_gaps_with(seed) for seed in ("1", "2")]
    assert answers[0] == answers[1]
    assert '"missed"' in answers[0]


@pytest.mark.parametrize(
    ("before", "now", "worse", "better"),
    [
        ([], ["size | e1 | 9"], ["w: missed: size | e1 | 9"], []),
        (["size | e1 | 9"], [], [], ["w: missed: size | e1 | 9"]),
        (["size | e1 | 9"], ["size | e1 | 9"], [], []),
        (
            ["form | e1 | march"],
            ["size | e1 | 9"],
            ["w: missed: size | e1 | 9"],
            ["w: missed: form | e1 | march"],
        ),
    ],
)
def test_changes_are_told_apart(
    before: list[str], now: list[str], worse: list[str], better: list[str]
) -> None:
    """A gap that opens and a gap that closes are two things, even on the same day."""
    found = changes({"w": {"missed": before}}, {"w": {"missed": now}})
    assert found == (worse, better, [])


def test_pinning_only_closes_gaps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New walks are pinned as they are; after that, a new gap is refused unless it is said."""
    _copy(HERE / "en-27-harbour-brief", tmp_path / "w")
    where = ["--walks", str(tmp_path)]
    assert main([*where, "--pin"]) == 0
    listed = pinned(tmp_path)
    assert main(where) == 0

    coding = tmp_path / "w" / "expected.json"
    changed = coding.read_text(encoding="utf-8").replace('"low": 60', '"low": 61')
    coding.write_text(changed, encoding="utf-8")
    assert main([*where, "--pin"]) == 1
    assert pinned(tmp_path) == listed
    assert "worse   w: missed: size | e1 Whitby | 61 to 60" in capsys.readouterr().out
    assert main([*where, "--pin", "--allow-worse"]) == 0
    assert "size | e1 Whitby | 61 to 60" in pinned(tmp_path)["w"]["missed"]


@cache
def findings(name: str) -> tuple[Finding, ...]:
    """Read a walk once for all tests and compare it with its coding."""
    return tuple(walk(name).findings())


@cache
def walk(name: str) -> Walk:
    """Load a walk once."""
    return load_walk(HERE / name)


def _gaps_with(seed: str) -> str:
    command = [
        sys.executable,
        "-m",
        "cortege.evaluate.walks",
        "--json",
        "--walks",
        str(HERE),
        *CROWDED,
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE.parents[1] / "src")}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def _copy(walk_folder: Path, to: Path) -> None:
    to.mkdir()
    for path in walk_folder.iterdir():
        (to / path.name).write_bytes(path.read_bytes())
