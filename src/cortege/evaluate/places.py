"""Turns tasks of marked place names into answers: which place each of them is.

``python -m cortege.evaluate.places tasks.jsonl > answers.jsonl``. A task is a document with
``doc``, ``text`` and ``places`` (``start``, ``end``, ``name``); an answer has ``doc``, ``start``,
``geonames_id``, ``lat`` and ``lon``, the last three null where no place was found. Regions are
answered with the mean of their towns, which is what such tasks ask for and no claim ever gets.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cortege.locate.candidates import mention_at
from cortege.locate.gazetteer import open_world
from cortege.locate.stage import Hints, locate

if TYPE_CHECKING:
    from collections.abc import Iterator


def answers(task: dict[str, Any], language: str = "en") -> Iterator[dict[str, Any]]:
    """Give the answers to the names of one document, in their order."""
    gazetteer = open_world()
    text: str = task["text"]
    starts = [_found_at(text, place["name"], place["start"]) for place in task["places"]]
    mentions = [
        mention_at(text, start, start + len(place["name"]), gazetteer=gazetteer)
        for place, start in zip(task["places"], starts, strict=True)
    ]
    located_mentions = locate(mentions, Hints(language=language))
    for place, located in zip(task["places"], located_mentions, strict=True):
        row = located.row
        yield {
            "doc": task["doc"],
            "start": place["start"],
            "geonames_id": row.geonames_id if row else None,
            "lat": row.lat if row else None,
            "lon": row.lon if row else None,
        }


def _found_at(text: str, name: str, start: int) -> int:
    """Give where a name really stands; some collections count from one."""
    near = [at for at in (start, start - 1, start + 1) if at >= 0 and text.startswith(name, at)]
    return near[0] if near else start


def main(path: Path) -> None:
    """Print the answers to the tasks of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for answer in answers(json.loads(line)):
                sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
