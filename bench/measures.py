"""Turns the reader and reports of our own into measurements: speed, start-up, growth, memory.

Seconds are those the processor spent on this process, so that other work on the machine counts
little, except where said. Each measurement stands beside a baseline taken in the same run: the
counting of words by a regular expression, or a Python that does nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from bench.reports import baseline, bodies, of_chars, of_words

from cortege.flow import read

DAY: Final = date(2026, 3, 15)
WORDS: Final = 400
LENGTHS: Final = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000)  # characters
# What getrusage() says counts the memory of the parent as well, on Linux.
_PEAK: Final = (
    "import pathlib, resource, sys\n"
    "status = pathlib.Path('/proc/self/status')\n"
    "lines = status.read_text().split('\\n') if status.exists() else []\n"
    "peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith('VmHWM')]\n"
    "unit = 2**20 if sys.platform == 'darwin' else 1024\n"
    "print(*peaks or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit])\n"
)
_READ_CHARS: Final = (
    "from bench.reports import of_chars\n"
    "from cortege.flow import read\n"
    "read(of_chars({}), published='2026-03-15', language='en')\n"
)

Measured = dict[str, Any]


def reading(n_rounds: int) -> Measured:
    """Measure reports of 400 words in each language, every one many times."""
    reports = [
        (language, of_words(language, WORDS, start))
        for language in ("en", "fr", "es")
        for start in range(len(bodies(language)))
    ]
    for language, text in reports:
        read(text, published=DAY, language=language)
    spent: dict[str, list[float]] = {}
    counted: list[float] = []
    for _ in range(n_rounds):
        for language, text in reports:
            spent.setdefault(language, []).append(_seconds(_reader(text, language)))
            counted.append(_seconds(_counter(text)))
    each = [seconds for one in spent.values() for seconds in one]
    median = statistics.median(each)
    return {
        "reports": len(reports),
        "rounds": n_rounds,
        "words": WORDS,
        "median_ms": 1000 * median,
        "least_ms": 1000 * min(each),
        "most_ms": 1000 * max(each),
        "median_ms_by_language": {
            language: 1000 * statistics.median(one) for language, one in spent.items()
        },
        "reports_per_second": 1 / median,
        "times_a_word_count": median / statistics.median(counted),
    }


def start_up(n_rounds: int) -> Measured:
    """Measure the whole command on one report of 400 words, by the clock on the wall."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(of_words("en", WORDS), encoding="utf-8")
        command = ["-m", "cortege", "read", str(report), "--published", DAY.isoformat()]
        runs = {
            "read": command,
            "read_json": [*command, "--json"],
            "help": ["-m", "cortege", "--help"],
            "python": ["-c", "pass"],
        }
        compiled = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for words in runs.values():
            _command(words, compiled)  # as after the first run on a machine: compiled modules kept
        spent = {
            name: [_command(words, compiled) for _ in range(n_rounds)]
            for name, words in runs.items()
        }
    least = {f"{name}_s": min(wall for wall, _ in each) for name, each in spent.items()}
    cpu = {f"{name}_cpu_s": min(cpu for _, cpu in each) for name, each in spent.items()}
    return {
        **least,
        **cpu,
        "rounds": n_rounds,
        "times_python": least["read_s"] / least["python_s"],
    }


def growth(lengths: Sequence[int] = LENGTHS) -> Measured:
    """Measure the time per character from a kilobyte to a megabyte of sound text."""
    points = []
    read(of_chars(1_000), published=DAY, language="en")
    for n_chars in lengths:
        text = of_chars(n_chars)
        n_rounds = max(1, min(9, 100_000 // n_chars))
        spent = min(_seconds(_reader(text, "en")) for _ in range(n_rounds))
        counted = min(_seconds(_counter(text)) for _ in range(n_rounds))
        points.append(
            {
                "chars": n_chars,
                "us_per_char": 1e6 * spent / n_chars,
                "times_a_word_count": spent / counted,
            }
        )
    rates = [point["us_per_char"] for point in points]
    return {
        "points": points,
        "largest_to_smallest": max(rates) / min(rates),
        "last_to_first": rates[-1] / rates[0],
    }


def memory() -> Measured:
    """Measure the greatest memory of a process that reads nothing, a report, a megabyte."""
    return {
        "python_mb": _peak(""),
        "imported_mb": _peak("import cortege.flow\n"),
        "report_mb": _peak(_READ_CHARS.format(2_400)),
        "megabyte_mb": _peak(_READ_CHARS.format(1_000_000)),
    }


def screen(n_texts: int) -> Measured:
    """Read random and hostile texts: how many fail, and how slow the slowest is for its length."""
    from tests.hostile.checks import Clock, seconds, wrong
    from tests.hostile.texts import hostile

    clock = Clock()
    failed: dict[int, str] = {}
    slowest = {"times_plain": 0.0, "number": -1, "seconds": 0.0, "chars": 0}
    total = 0.0
    for number in range(n_texts):
        text = hostile(number)
        n_chars = len(text.text) + len(text.title or "")
        spent = seconds(text)
        if spent / clock.plain(n_chars) > slowest["times_plain"]:
            spent = min(spent, seconds(text))
        total += spent
        if spent / clock.plain(n_chars) > slowest["times_plain"]:
            slowest = {
                "times_plain": spent / clock.plain(n_chars),
                "number": number,
                "seconds": spent,
                "chars": n_chars,
            }
        complaint = wrong(text)
        if complaint is not None:
            failed[number] = complaint
    return {
        "texts": n_texts,
        "failed": len(failed),
        "first_failures": dict(list(failed.items())[:5]),
        "mean_ms": 1000 * total / n_texts,
        "slowest": slowest,
    }


def machine() -> Measured:
    """Say where this was measured, as far as it matters, without naming anything."""
    counted = min(_seconds(_counter(of_chars(100_000))) for _ in range(9))
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "word_count_us_per_char": 1e6 * counted / 100_000,
    }


def _reader(text: str, language: str) -> Callable[[], object]:
    return lambda: read(text, published=DAY, language=language)


def _counter(text: str) -> Callable[[], object]:
    return lambda: baseline(text)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _command(words: Sequence[str], variables: Mapping[str, str]) -> tuple[float, float]:
    """Run Python with some words; give seconds by the clock and by the processor."""
    before, began = os.times(), time.perf_counter()
    subprocess.run(
        [sys.executable, *words],
        stdout=subprocess.DEVNULL,
        env={**os.environ, **variables},
        check=True,
    )
    wall, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system
    return wall, cpu - before.children_user - before.children_system


def _peak(script: str) -> float:
    ended = subprocess.run(
        [sys.executable, "-c", script + _PEAK], capture_output=True, text=True, check=True
    )
    return float(ended.stdout)
