"""Tasks of marked place names are answered in the form that the scoring tool reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cortege.evaluate.places import answers, main


@pytest.mark.parametrize("shift", [0, 1, -1])
def test_a_task_is_answered(shift: int) -> None:
    """Collections that count from one are answered at their own offsets."""
    text = "A rally in Lyon and one in Qwertzuiop."
    places = [
        {"start": text.index(name) + shift, "end": 0, "name": name}
        for name in ("Lyon", "Qwertzuiop")
    ]
    lyon, unknown = answers({"doc": "d", "text": text, "places": places}, language="fr")
    assert lyon["start"] == text.index("Lyon") + shift
    assert (lyon["doc"], lyon["geonames_id"]) == ("d", 2996944)
    assert (lyon["lat"], lyon["lon"]) == (45.75, 4.85)
    assert (unknown["geonames_id"], unknown["lat"], unknown["lon"]) == (None, None, None)


def test_a_file_of_tasks_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line comes out for every name that goes in."""
    task = {"doc": "7", "text": "Oslo.", "places": [{"start": 0, "end": 4, "name": "Oslo"}]}
    (tmp_path / "tasks.jsonl").write_text(json.dumps(task) + "\n", encoding="utf-8")
    main(tmp_path / "tasks.jsonl")
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["geonames_id"] == 3143244
