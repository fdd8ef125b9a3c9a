"""Scores are taken out of what the score tool prints, and held against floors that only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from cortege.evaluate.floors import Scores, fallen, main, raised, scores_in

PRINTED = """\
12 reports
                     P     R    F1   n_gold n_pred
event            0.500 0.500 0.500     20    20
event strict     0.400 0.600 0.480     20    20
size+holder      0.500 0.250 0.333      4     2
arrests          0.000 0.000 0.000      0     3
headline (mean F1 of 14 rows) 0.271

fr: 3 reports
                     P     R    F1   n_gold n_pred
slogan           1.000 1.000 1.000      2     2
headline (mean F1 of 14 rows) 0.071

it: 1 reports
headline (mean F1 of 14 rows) 0.900
"""


def test_scores_are_taken_out_of_the_table() -> None:
    """Headline rows of the languages we read; a row with nothing coded has no score."""
    assert scores_in(PRINTED) == {
        "all": {"event strict": 0.48, "size+holder": 0.333, "headline": 0.271},
        "fr": {"slogan": 1.0, "headline": 0.071},
    }


@pytest.mark.parametrize(
    ("floors", "under"),
    [
        ({}, []),
        ({"all": {"headline": 0.271}}, []),
        ({"all": {"headline": 0.272}}, ["all  headline       0.271, floor 0.272"]),
        ({"de": {"size": 0.1}}, ["de   size           0.000, floor 0.100"]),
    ],
)
def test_a_score_under_its_floor_is_told(floors: Scores, under: list[str]) -> None:
    """Equal is enough; a row that is gone counts as nought."""
    assert fallen(floors, scores_in(PRINTED)) == under


def test_floors_rise_and_fall_only_when_it_is_said() -> None:
    """Each row keeps the higher of both, unless lowering is allowed."""
    before, today = {"all": {"size": 0.5, "form": 0.5}}, {"all": {"size": 0.4, "form": 0.6}}
    assert raised(before, today) == {"all": {"size": 0.5, "form": 0.6}}
    assert raised(before, today, allow_lower=True) == today
    assert before == {"all": {"size": 0.5, "form": 0.5}}


def test_without_codings_nothing_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the codings are absent, that is said, and it is no failure."""
    assert main(["--shared", str(tmp_path / "absent")]) == 0
    assert "Nothing was scored" in capsys.readouterr().out


def test_a_score_tool_that_fails_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No table is no success."""
    (tmp_path / "data" / "gold-dev").mkdir(parents=True)
    (tmp_path / "data" / "reports").mkdir()
    (tmp_path / "data" / "reports" / "reports.jsonl").touch()
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "score_reading.py").write_text("raise SystemExit('no gold')")
    assert (
        main(["--shared", str(tmp_path), "--floors", str(tmp_path / "floors.json"), "--pin"]) == 1
    )
    assert "no gold" in capsys.readouterr().out
    assert not (tmp_path / "floors.json").exists()
