"""No file of ours names the machine it was made on, nor where packages were fetched from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written so that this file does not match itself.
FORBIDDEN = {
    "a file URL": re.compile(r"\bfile:/{2,3}[\w.]", re.IGNORECASE),
    "a path of one machine": re.compile(
        r"(?<![\w.~}>)-])/(?:home|root|work|farm|opt|mnt|srv|Users|private)/\w|\b[A-Z]:\\Users\b"
    ),
    "a package registry": re.compile(
        r"\b(?:(?:test\.)?pypi\.(?:org|python\.org)|files\.pythonhosted\.org"
        r"|registry\.(?:npmjs|yarnpkg)\.\w+|proxy\.golang\.org|index\.crates\.io"
        r"|[\w.-]*(?:artifactory|devpi|jfrog|pypiserver|pypi-mirror)[\w-]*\.[a-z]+)\b",
        re.IGNORECASE,
    ),
    "an option naming a package source": re.compile(
        r"--(?:(?:extra-)?index-url|find-links|default-index|trusted-host)[ =]\S"
    ),
}


def test_our_files_hold_none_of_them() -> None:
    """No text file under version control names a machine's path or a package source."""
    assert [
        f"{path.relative_to(ROOT)}: {name}: {found}"
        for path in _our_files()
        for name, found in findings(_text(path))
    ] == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("find-links = file:/" + "//var/wheels", "a file URL"),
        ("cd /" + "home/ada/cortege", "a path of one machine"),
        ('open("/' + 'work/x.txt")', "a path of one machine"),
        ("C:" + "\\Users\\ada", "a path of one machine"),
        ("https://" + "pypi." + "org/simple/rich", "a package registry"),
        ("https://packages.jfrog" + ".io/simple", "a package registry"),
        ("--extra-index-" + "url https://example.org", "an option naming a package source"),
    ],
)
def test_each_is_noticed(line: str, name: str) -> None:
    """Every kind of forbidden string is found where it stands."""
    assert name in dict(findings(line))


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/home/news",
        "#!/usr/bin/env bash",
        "home/work balance, and/or work/life",
        "src/opt/x, ./work/y, ../root/z, ~/home/a",
        "pip install cortege",
    ],
)
def test_ordinary_text_passes(line: str) -> None:
    """Addresses and relative paths that merely resemble a machine's are left alone."""
    assert findings(line) == []


def findings(text: str) -> list[tuple[str, str]]:
    """Find the forbidden strings: what each is, and how it is written."""
    return [
        (name, found[0]) for name, pattern in FORBIDDEN.items() for found in pattern.finditer(text)
    ]


def _our_files() -> list[Path]:
    """List what is under version control or about to be; outside a clone, the sources."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        paths = [*(ROOT / "src").rglob("*"), *(ROOT / "tests").rglob("*"), *ROOT.glob("*")]
    return sorted(path for path in paths if path.is_file())


def _text(path: Path) -> str:
    """Read a file as text; what holds a zero byte is not text."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", "replace")
