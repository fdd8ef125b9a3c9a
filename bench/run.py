"""Turns measurements into a table, or with ``--json`` into one JSON object: ``make bench``.

``--quick`` measures less of everything. Targets are those of the project; what is over one is
marked, and nothing fails, since a busy machine is no fault of the reader.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench import measures

Found = dict[str, dict[str, Any]]


class Row(NamedTuple):
    """A line of the table: what was measured, how much it is, and the target, if it has one."""

    what: str
    value: float
    unit: str
    target: float | None = None
    note: str = ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object, no table")
    parser.add_argument("--quick", action="store_true", help="measure less of everything")
    asked = parser.parse_args()
    found = measured(quick=asked.quick)
    if asked.json:
        print(json.dumps(found, indent=2))
        return
    print_table(found)


def measured(*, quick: bool) -> Found:
    """Take all measurements."""
    lengths = measures.LENGTHS[:4] if quick else measures.LENGTHS
    return {
        "machine": measures.machine(),
        "reading": measures.reading(3 if quick else 15),
        "start_up": measures.start_up(3 if quick else 9),
        "growth": measures.growth(lengths),
        "memory": measures.memory(),
        "screen": measures.screen(500 if quick else 10_000),
    }


def print_table(found: Found) -> None:
    """Print what was found, one line per measurement."""
    machine = found["machine"]
    load = f", load {machine['load']:.1f}" if machine["load"] is not None else ""
    print(f"Python {machine['python']}, {machine['cores']} cores{load}; one core is used.")
    print("Times are the processor's, start-up by the clock; x is times the baseline.\n")
    for row in rows(found):
        mark = "" if row.target is None else "ok" if row.value <= row.target else "OVER"
        target = "" if row.target is None else f"{row.target:g}"
        print(f"{row.what:<44}{row.value:>10.2f} {row.unit:<8}{target:>7} {mark:<5}{row.note}")
    for number, complaint in found["screen"]["first_failures"].items():
        print(f"  hostile text {number}: {complaint}")


def rows(found: Found) -> Iterator[Row]:
    """Give the lines of the table."""
    reading, start, growth = found["reading"], found["start_up"], found["growth"]
    memory, screen = found["memory"], found["screen"]
    note = f"{reading['reports']} reports, {reading['rounds']} rounds"
    yield Row("a report of 400 words, median", reading["median_ms"], "ms", 25, note)
    for language, median in reading["median_ms_by_language"].items():
        yield Row(f"  in {language}", median, "ms")
    yield Row("  least", reading["least_ms"], "ms")
    yield Row("  reports in a second", reading["reports_per_second"], "/s")
    yield Row("  against counting its words", reading["times_a_word_count"], "x")
    yield Row("start-up, cortege read on a report", start["read_s"], "s", 0.6, "least of several")
    yield Row("  the same with --json", start["read_json_s"], "s", 0.6)
    yield Row("  of the processor", start["read_cpu_s"], "s")
    yield Row("  cortege --help", start["help_s"], "s")
    yield Row("  against a Python that does nothing", start["times_python"], "x")
    for point in growth["points"]:
        note = f"{point['times_a_word_count']:.0f} x counting words"
        what = f"per character of {point['chars']:,}"
        yield Row(what, point["us_per_char"], "us", None, note)
    yield Row("  largest to smallest", growth["largest_to_smallest"], "x", 1.5)
    yield Row("  longest to shortest text", growth["last_to_first"], "x", 1.2)
    yield Row("memory, reading a report", memory["report_mb"], "MB")
    yield Row("  reading a megabyte", memory["megabyte_mb"], "MB")
    yield Row("  Python alone", memory["python_mb"], "MB")
    yield Row("hostile texts that fail", screen["failed"], "texts", 0, f"of {screen['texts']:,}")
    slowest = screen["slowest"]
    note = f"{slowest['seconds']:.3f} s for {slowest['chars']:,} characters"
    yield Row("  slowest against a sound report", slowest["times_plain"], "x", 40, note)
    yield Row("  mean", screen["mean_ms"], "ms")


if __name__ == "__main__":
    main()
