"""Turns a name into the places that bear it.

Three files lie beside this module and are read through the operating system's page cache:
``world.names`` (a MARISA trie of folded names), ``world.labels`` (a MARISA trie of names as they
are written) and ``world.rows`` (packed records, laid out below). `gazetteer/build.py` writes
them. A name's number in the trie picks its head; a head is the number of the only row that bears
the name, or, with its top bit set, the start of a counted list of rows, the most populous first.

Names that only mean a region when they stand after a town ("Ore.", "OR", "Man.") are kept apart,
behind ``CONTAINER_MARK``, and are found by `Gazetteer.containers` alone.

Limits: places under 500 inhabitants, squares, streets, rivers and mountains are not there; points
of regions are the mean of their towns, weighted by population; coordinates are rounded to 0.01°.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from cortege.locate.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Gazetteer", "Kind", "Row", "Seat", "fold", "open_world"]

Kind = Literal["city", "district", "region", "country", "demonym"]
Seat = Literal["capital", "region", "none"]

CONTAINER_MARK: Final = "#"
KINDS: Final[tuple[Kind, ...]] = ("city", "district", "region", "country", "demonym")
SEATS: Final[tuple[Seat, ...]] = ("none", "region", "capital")
MAGIC: Final = b"CORTGAZ1"
# Magic, then how many: rows, units, heads, words in the lists.
HEADER: Final = struct.Struct("<8s4I")
# GeoNames id, latitude and longitude in hundredths of a degree, inhabitants, unit, radius of a
# region in km, and one number holding the label (24 bits), the kind (4) and the seat (4).
RECORD: Final = struct.Struct("<IhhIHHI")
# Country, code, GeoNames id, label, number of the unit above plus one.
UNIT: Final = struct.Struct("<2s10sIIH")
HEAD: Final = struct.Struct("<I")
LISTED: Final = 0x8000_0000
_MOST_KEPT: Final = 4096  # names

_WORLD: Final = Path(__file__).with_name("world.rows")


class _Trie(Protocol):
    """What is used of ``marisa_trie.Trie``, which comes without types."""

    def get(self, key: str, default: int) -> int: ...
    def prefixes(self, key: str) -> list[str]: ...
    def restore_key(self, number: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the gazetteer.

    ``within`` holds the GeoNames ids of the regions that contain it, the smallest first.
    ``radius_km`` bounds how far the place reaches around its point; it is ``None`` for towns.
    A demonym's row is its country's, with the kind ``"demonym"``.
    """

    geonames_id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str | None
    admin1_code: str | None
    population: int
    kind: Kind
    seat: Seat = "none"
    within: tuple[int, ...] = ()
    radius_km: int | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    """A country or a region, as the rows refer to it."""

    country: str
    code: str | None
    name: str | None
    admin1: str | None
    within: tuple[int, ...]


class Gazetteer:
    """A read-only index of places, opened once and shared."""

    def __init__(self, path: Path) -> None:
        """Map the files whose common stem ``path`` has, such as ``world.rows``."""
        from marisa_trie import Trie  # costs 3 ms, and most commands look nothing up

        self._names: _Trie = Trie().mmap(str(path.with_suffix(".names")))
        self._labels: _Trie = Trie().mmap(str(path.with_suffix(".labels")))
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, self._n_rows, n_units, n_heads, _ = HEADER.unpack_from(self._bytes, 0)
        if magic != MAGIC:
            raise ValueError(f"{path.name} is not a gazetteer of this version")
        self._units_at = HEADER.size + self._n_rows * RECORD.size
        self._heads_at = self._units_at + n_units * UNIT.size
        self._lists_at = self._heads_at + n_heads * HEAD.size
        self._units: dict[int, _Unit] = {}
        # A report comes back to its names: the second look-up costs a hundredth of the first.
        self._rows = lru_cache(maxsize=_MOST_KEPT)(self._read)

    def lookup(self, name: str) -> tuple[Row, ...]:
        """Give the places called ``name``, the most populous first.

        >>> open_world().lookup("Londres")[0].country
        'GB'
        """
        return self._rows(fold(name))

    def containers(self, name: str) -> tuple[Row, ...]:
        """Give the regions and countries that ``name`` can mean right after a town's name.

        Beside full names these are the abbreviations of the press and the post, which alone
        would be taken for words ("Ore.", "Miss.", "IN").
        """
        full = self._rows(fold(name))
        return self.abbreviated(name) + tuple(r for r in full if r.kind in {"region", "country"})

    def abbreviated(self, name: str) -> tuple[Row, ...]:
        """Give the regions that press or post abbreviate as ``name``."""
        return self._rows(CONTAINER_MARK + fold(name))

    def longest(
        self, words: Sequence[str], start: int, limit: int = 6
    ) -> tuple[int, tuple[Row, ...]]:
        """Give the longest run of folded words from ``start`` on that is a name, and its places.

        Args:
            words: words that `fold` has given, one each.
            start: where the run begins.
            limit: how many words it may have at most.

        Returns:
            The number of words, and the places; ``(0, ())`` when no name begins there.
        """
        window = words[start : start + limit]
        found = self._names.prefixes(" ".join(window))
        if not found:
            return 0, ()
        keys = set(found)
        for n_words in range(len(window), 0, -1):
            name = " ".join(window[:n_words])
            if name in keys:
                return n_words, self._rows(name)
        return 0, ()

    def country_of_demonym(self, word: str) -> str | None:
        """Give the country whose people or things ``word`` denotes, if it is a demonym.

        >>> open_world().country_of_demonym("Français")
        'FR'
        """
        for row in self.lookup(word):
            if row.kind == "demonym":
                return row.country
        return None

    def _read(self, folded: str) -> tuple[Row, ...]:
        number = self._names.get(folded, -1) if folded else -1
        if number < 0:
            return ()
        (head,) = HEAD.unpack_from(self._bytes, self._heads_at + number * HEAD.size)
        if not head & LISTED:
            return (self._row(head),)
        start = self._lists_at + (head ^ LISTED) * HEAD.size
        (n_rows,) = HEAD.unpack_from(self._bytes, start)
        numbers = struct.unpack_from(f"<{n_rows}I", self._bytes, start + HEAD.size)
        return tuple(self._row(number) for number in numbers)

    def _row(self, number: int) -> Row:
        geonames_id, lat, lon, population, unit_number, radius_km, packed = RECORD.unpack_from(
            self._bytes, HEADER.size + number * RECORD.size
        )
        unit = self._units.get(unit_number) or self._unit(unit_number)
        return Row(
            geonames_id=geonames_id,
            name=self._labels.restore_key(packed >> 8),
            lat=lat / 100,
            lon=lon / 100,
            country=unit.country,
            admin1=unit.admin1,
            admin1_code=unit.code,
            population=population,
            kind=KINDS[packed & 15],
            seat=SEATS[packed >> 4 & 15],
            within=tuple(i for i in unit.within if i != geonames_id),
            radius_km=radius_km or None,
        )

    def _unit(self, number: int) -> _Unit:
        country, code, geonames_id, label, above = UNIT.unpack_from(
            self._bytes, self._units_at + number * UNIT.size
        )
        if not geonames_id:
            unit = _Unit(country.decode(), None, None, None, ())
        else:
            name = self._labels.restore_key(label)
            outer = self._unit(above - 1) if above else None
            unit = _Unit(
                country=country.decode(),
                code=outer.code if outer else code.rstrip(b"\0").decode(),
                name=name,
                admin1=outer.name if outer else name,
                within=(geonames_id, *(outer.within if outer else ())),
            )
        self._units[number] = unit
        return unit


@cache
def open_world() -> Gazetteer:
    """Open the gazetteer that Cortège ships, once per process."""
    return Gazetteer(_WORLD)
