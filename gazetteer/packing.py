"""Turns entries into the three files that `cortege.locate.gazetteer` maps.

The layout is that module's; this one only writes it. Every list is sorted by values of its own,
so the same entries give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import marisa_trie

HERE: Final = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "src")]

from cortege.locate import gazetteer as layout  # noqa: E402  the path has to stand first

if TYPE_CHECKING:
    from collections.abc import Sequence

Area = tuple[str, str]  # a country's code, and the code of a region in it or ""


@dataclass(slots=True)
class Entry:
    """A row to be, with the names it is found by."""

    geonames_id: int
    label: str
    lat: float
    lon: float
    population: int
    unit: Area  # country, code of the region or ""
    kind: layout.Kind
    seat: layout.Seat = "none"
    radius_km: int = 0
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Unit:
    """A country or a region that rows lie in."""

    country: str
    code: str
    geonames_id: int
    label: str
    above: Area | None


def write(entries: Sequence[Entry], units: dict[Area, Unit], target: Path) -> str:
    """Write the three files beside ``target`` and give their digests, a line each."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for name in entry.names - {""}:
            holders[name].append(number)
    names = marisa_trie.Trie(sorted(holders))
    written = {entry.label for entry in entries} | {unit.label for unit in units.values()}
    labels = marisa_trie.Trie(sorted(written))
    names.save(str(target.with_suffix(".names")))
    labels.save(str(target.with_suffix(".labels")))
    target.write_bytes(_packed(entries, units, holders, (names, labels)))
    files = [target.with_suffix(suffix) for suffix in (".names", ".labels", ".rows")]
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


def _packed(
    entries: Sequence[Entry],
    units: dict[Area, Unit],
    holders: dict[str, list[int]],
    tries: tuple[marisa_trie.Trie, marisa_trie.Trie],
) -> bytes:
    names, labels = tries
    order = {key: number for number, key in enumerate(sorted(units))}
    heads, lists = _index(entries, holders, names)
    return b"".join(
        (
            layout.HEADER.pack(layout.MAGIC, len(entries), len(units), len(heads), len(lists)),
            *(_record(entry, order, labels) for entry in entries),
            *(_packed_unit(units[key], order, labels) for key in sorted(units)),
            *(layout.HEAD.pack(number) for number in (*heads, *lists)),
        )
    )


def _index(
    entries: Sequence[Entry], holders: dict[str, list[int]], names: marisa_trie.Trie
) -> tuple[list[int], list[int]]:
    """Give each name's head, and the lists that the heads of shared names point into."""
    heads: list[int] = [0] * len(holders)
    lists: list[int] = []
    for name, numbers in sorted(holders.items()):
        if len(numbers) == 1:
            heads[names[name]] = numbers[0]
            continue
        heads[names[name]] = layout.LISTED | len(lists)
        numbers.sort(key=lambda n: (-entries[n].population, entries[n].geonames_id, n))
        lists += [len(numbers), *numbers]
    return heads, lists


def _record(entry: Entry, order: dict[Area, int], labels: marisa_trie.Trie) -> bytes:
    return layout.RECORD.pack(
        entry.geonames_id,
        round(entry.lat * 100),
        round(entry.lon * 100),
        entry.population,
        order[entry.unit],
        entry.radius_km,
        labels[entry.label] << 8
        | layout.SEATS.index(entry.seat) << 4
        | layout.KINDS.index(entry.kind),
    )


def _packed_unit(unit: Unit, order: dict[Area, int], labels: marisa_trie.Trie) -> bytes:
    above = order[unit.above] + 1 if unit.above in order else 0
    short = unit.code.split(".")[1] if unit.code else ""
    return layout.UNIT.pack(
        unit.country.encode(), short.encode(), unit.geonames_id, labels[unit.label], above
    )
