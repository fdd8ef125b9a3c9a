"""A gazetteer of a few places can be built, mapped and built again to the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cortege.locate.gazetteer import Gazetteer

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from packing import Entry, Unit, write
area = ("XX", "XX.01")
units = {area: Unit("XX", "XX.01", 7, "Upper Part", None), ("XX", ""): Unit("XX", "", 0, "", None)}
entries = [
    Entry(1, "Exland", 1.0, 2.0, 900, ("XX", ""), "country", names={"exland"}),
    Entry(7, "Upper Part", 1.0, 2.0, 500, area, "region", radius_km=30, names={"upper part"}),
    Entry(8, "Bigtown", -45.678, 179.994, 10, area, "city", names={"bigtown", "twin"}),
    Entry(9, "Twin", 0.0, -0.004, 20, ("XX", ""), "district", "capital", names={"twin"}),
]
print(write(entries, units, Path(sys.argv[2]) / "small.rows"))
"""


def _built(folder: Path) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", BUILD, str(ROOT / "gazetteer"), str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return answer.stdout


def test_what_is_packed_is_found(tmp_path: Path) -> None:
    """Every field of a row survives, and namesakes come most populous first."""
    _built(tmp_path)
    small = Gazetteer(tmp_path / "small.rows")
    twin, bigtown = small.lookup("Twin")
    assert (twin.name, twin.kind, twin.seat, twin.admin1, twin.within) == (
        "Twin",
        "district",
        "capital",
        None,
        (),
    )
    assert (bigtown.lat, bigtown.lon, bigtown.population) == (-45.68, 179.99, 10)
    assert (bigtown.admin1, bigtown.admin1_code, bigtown.within) == ("Upper Part", "01", (7,))
    (region,) = small.containers("upper part")
    assert (region.radius_km, region.within, region.admin1) == (30, (), "Upper Part")


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, with hashing of their own, write the same files."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert _built(tmp_path / "a") == _built(tmp_path / "b")
