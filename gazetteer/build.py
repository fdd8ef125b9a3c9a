"""Turns GeoNames and country tables into the three files that `cortege.locate` maps.

``python gazetteer/build.py PACKAGES`` reads the packages that README.md names from the folder
PACKAGES and writes ``src/cortege/locate/world.{names,labels,rows}`` and
``gazetteer/digests.txt``. The same packages give the same bytes: every list is sorted by values
of its own, and nothing depends on the clock, on hashing order or on the machine.

Rows come in the order countries, demonyms, regions, towns. A row's number is what names point to.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import countries as country_names  # noqa: E402  the two paths have to stand first
import sources  # noqa: E402
from areas import Areas  # noqa: E402
from packing import Area, Entry, Unit, write  # noqa: E402
from sources import Region, Town  # noqa: E402

from cortege.locate.fold import fold  # noqa: E402
from cortege.locate.gazetteer import CONTAINER_MARK, Kind, Seat  # noqa: E402

TARGET: Final = HERE.parent / "src/cortege/locate/world.rows"
ALTERNATES_FROM: Final = 5_000  # inhabitants; below, other languages have no name of their own
# Countries whose second-order regions the press names on their own (counties, departments,
# provinces, districts); elsewhere only those that have an ISO 3166-2 code are kept.
SECOND_ORDER: Final = frozenset({"US", "GB", "FR", "ES", "IT", "DE", "BE", "PT", "IN", "PK", "IE"})
SECOND_ORDER_FROM: Final = 20_000  # inhabitants in its towns
# Towns in Tunisia, the Philippines and elsewhere are called so; no report means them.
CONTINENTS: Final = frozenset(
    fold(name)
    for name in (
        "Africa|Afrique|África|Afrika|Asia|Asie|Asien|Europe|Europa|Oceania|Océanie|Antarctica|"
        "America|Amérique|América|Amerika|Eurasia|South America|North America|Latin America|"
        "Middle East|West Africa|Sudamérica|Latinoamérica|Südamerika|Lateinamerika"
    ).split("|")
)
WHOLE: Final = 0.95  # of a country's people: such a region is the country itself
ARABIC: Final = frozenset(
    "AE BH DZ EG EH IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TD TN YE".split()
)
ARTICLES: Final = frozenset("al el ad ed an en ar er as es ash esh at et az ez".split())
_SEATS: Final[dict[str, Seat]] = {"PPLC": "capital", "PPLA": "region"}


def main(packages: Path) -> None:
    """Build the gazetteer from the packages and say what it holds."""
    towns = sources.towns(packages)
    areas = Areas(towns)
    regions = _kept(sources.regions(packages), areas)
    entries = [
        *country_entries(packages, areas),
        *region_entries(regions, areas),
        *town_entries(towns, {region.code for region in regions}),
    ]
    units = {(region.country, region.code): _unit(region) for region in regions}
    for entry in entries:
        units.setdefault(entry.unit, Unit(entry.unit[0], "", 0, "", None))
    digests = write(entries, units, TARGET)
    (HERE / "digests.txt").write_text(digests, "utf-8")
    print(digests, end="")
    _report(entries)


def country_entries(packages: Path, areas: Areas) -> list[Entry]:
    """Give each country, and beside it the row that its demonyms point to."""
    named, counted = sources.countries(packages)
    names = country_names.names_by_country(named)
    demonyms = country_names.demonyms_by_country(named)
    found: list[Entry] = []
    for code, record in sorted(counted.items()):
        if areas.point(code) is None or code not in names:
            continue
        point = country_names.middle(named, code)
        label = country_names.label(named, code) or record["name"]
        kinds: tuple[tuple[Kind, set[str]], ...] = (
            ("country", names[code] | {label}),
            ("demonym", demonyms[code]),
        )
        for kind, words in kinds:
            if words:
                found.append(
                    Entry(
                        record["geonameid"],
                        label,
                        point[0],
                        point[1],
                        record["population"],
                        (code, ""),
                        kind,
                        radius_km=areas.radius_km(code, *point),
                        names={fold(word) for word in words},
                    )
                )
    return found


def region_entries(regions: Iterable[Region], areas: Areas) -> list[Entry]:
    """Give each region with its names, and its abbreviations as containers only."""
    names: dict[str, set[str]] = defaultdict(set)
    for country, code, listed in sources.table(HERE / "region_names.tsv"):
        names[f"{country}.{code}"] |= {fold(name) for name in listed.split("|")}
    for country, code, listed in sources.table(HERE / "abbreviations.tsv"):
        marked = {CONTAINER_MARK + fold(name) for name in listed.split("|")}
        names[f"{country}.{code}"] |= marked
    found = []
    for region in regions:
        lat, lon, radius_km = areas.point(region.code) or (0.0, 0.0, 0)
        found.append(
            Entry(
                region.geonames_id,
                region.name,
                lat,
                lon,
                areas.population(region.code),
                (region.country, region.code),
                "region",
                radius_km=min(radius_km, 0xFFFF),
                names=names[region.code] | {fold(name) for name in _region_names(region)},
            )
        )
    return found


def town_entries(towns: Iterable[Town], regions: set[str]) -> list[Entry]:
    """Give each town with its names."""
    pressed = {
        int(number): set(names.split("|"))
        for number, names in sources.table(HERE / "press_cities.tsv")
    }
    found = []
    for town in towns:
        names = {town.name, *pressed.get(town.geonames_id, ())}
        if town.population >= ALTERNATES_FROM or town.feature == "PPLC":
            names |= set(town.alternates)
        code = next((code for code in (town.admin2, town.admin1) if code in regions), "")
        found.append(
            Entry(
                town.geonames_id,
                town.name,
                town.lat,
                town.lon,
                town.population,
                (town.country, code),
                "district" if town.feature == "PPLX" else "city",
                _SEATS.get(town.feature, "none"),
                names=_folded(names, town.country) - CONTINENTS,
            )
        )
    return found


def _kept(regions: Iterable[Region], areas: Areas) -> list[Region]:
    kept = {}
    for region in regions:
        people = areas.population(region.code)
        least = 0 if region.country == "US" else SECOND_ORDER_FROM
        second = region.iso or (region.country in SECOND_ORDER and people >= least)
        whole = people >= WHOLE * areas.population(region.country)  # Réunion is no part of Réunion
        if people and not whole and (region.level == 1 or second):
            kept[region.code] = region
    return [kept[code] for code in sorted(kept)]


def _unit(region: Region) -> Unit:
    first = ".".join(region.code.split(".")[:2])
    above: Area | None = (region.country, first) if region.level > 1 else None
    return Unit(region.country, region.code, region.geonames_id, region.name, above)


def _region_names(region: Region) -> set[str]:
    """Give a region's names; a county goes by its full name, since towns share the short one."""
    names = {region.name, *region.alternates}
    if region.country == "US" and region.level == 2:
        return {name for name in names if " " in name}
    return names | {name.split(",")[0] for name in names}


def _folded(names: Iterable[str], country: str) -> set[str]:
    """Fold names; an Arabic article is written in a dozen ways by the press, or left out."""
    folded = {fold(name) for name in names}
    if country in ARABIC:
        for name in tuple(folded):
            article, _, core = name.partition(" ")
            if article in ARTICLES and len(core) >= 4:
                folded |= {core, f"al {core}", f"el {core}"}
    return folded


def _report(entries: Sequence[Entry]) -> None:
    kinds = Counter(entry.kind for entry in entries)
    size = sum(f.stat().st_size for f in TARGET.parent.glob("world.*"))
    print(dict(kinds), f"{size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
