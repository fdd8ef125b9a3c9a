"""The locks hold what pyproject.toml asks for: pinned, hashed, and from no named place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>.+))?$")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}$")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_hashed_pin(lock: str) -> None:
    """A lock is pins with hashes and nothing else: no address, no path, no option."""
    entries = _entries(lock)
    assert entries
    for pin, *hashes in entries:
        assert PIN.match(pin), pin
        assert hashes, f"{pin} has no hash"
        assert [line for line in hashes if not HASH.match(line)] == []


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements.txt", PROJECT["dependency-groups"]["build"]),
        ("requirements.txt", PROJECT["build-system"]["requires"]),
        ("requirements-dev.txt", PROJECT["project"]["dependencies"]),
        (
            "requirements-dev.txt",
            [one for one in PROJECT["dependency-groups"]["dev"] if isinstance(one, str)],
        ),
    ],
)
def test_what_pyproject_asks_for_is_locked(lock: str, asked: list[str]) -> None:
    """Each dependency of pyproject.toml has its pin; if one is missing, run ``make lock``."""
    assert {_normal(re.split(r"[<>=!~\[; ]", one)[0]) for one in asked} - set(_pins(lock)) == set()


def test_the_locks_agree() -> None:
    """Whoever develops runs on the very versions that users get."""
    users, developers = (_pins(lock) for lock in LOCKS)
    assert users.items() <= developers.items()


def _entries(lock: str) -> list[list[str]]:
    """Split a lock into its entries: the pin, then its hashes."""
    lines = (ROOT / lock).read_text(encoding="utf-8").replace(" \\\n", "\n").splitlines()
    entries: list[list[str]] = []
    for line in lines:
        if line.lstrip().startswith("#"):
            continue
        if line.startswith(" "):
            entries[-1].append(line.strip())
        else:
            entries.append([line])
    return entries


def _pins(lock: str) -> dict[str, str]:
    found = (PIN.match(entry[0]) for entry in _entries(lock))
    return {pin["name"]: pin["version"] for pin in found if pin}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
