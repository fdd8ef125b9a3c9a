"""The import contracts of pyproject.toml hold, and would notice what they forbid."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = "nouns languages ingest extract extract/rules locate assemble store view flow cli".split()
MODULES = "__init__ contract errors relate languages/pack locate/gazetteer view/page".split()


def test_the_package_keeps_its_contracts() -> None:
    """What is imported where agrees with the layers, seams and forbidden libraries."""
    answer = _lint(ROOT / "src")
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("where", "statement", "contract"),
    [
        ("nouns/claim.py", "import cortege.errors", "Rooms import only"),
        ("languages/pack.py", "import cortege.extract", "Rooms import only"),
        ("extract/stage.py", "import cortege.locate", "Rooms import only"),
        ("extract/rules/dates.py", "import cortege.locate.gazetteer", "Rooms import only"),
        ("extract/stage.py", "import cortege.assemble", "Rooms import only"),
        ("locate/stage.py", "def f():\n    import cortege.ingest", "Rooms import only"),
        ("view/page.py", "import cortege.cli", "Rooms import only"),
        ("store/session.py", "import cortege.flow", "Rooms import only"),
        ("attic.py", "", "Rooms import only"),
        ("store/tables.py", "import cortege.languages.pack", "The record knows"),
        ("assemble/stage.py", "import cortege.view.page", "Assembly knows"),
        ("relate.py", "import cortege.view.page", "Assembly knows"),
        ("extract/stage.py", "import sqlalchemy", "SQL stays"),
        ("flow/main.py", "import sqlite3", "SQL stays"),
        ("ingest/fetch.py", "import socket", "Nothing opens"),
        ("ingest/fetch.py", "from urllib.request import urlopen", "Nothing opens"),
    ],
)
def test_a_contract_notices(tmp_path: Path, where: str, statement: str, contract: str) -> None:
    """Each kind of forbidden import breaks the contract that is meant to catch it."""
    package = _empty_package(tmp_path)
    (package / where).write_text(statement, encoding="utf-8")
    answer = _lint(tmp_path)
    assert answer.returncode == 1
    broken = [line for line in answer.stdout.splitlines() if " BROKEN" in line]
    assert [line.startswith(contract) for line in broken] == [True], answer.stdout


@pytest.mark.parametrize(
    ("where", "statement"),
    [
        ("store/tables.py", "import sqlalchemy, sqlite3, alembic"),
        ("extract/rules/places.py", "import cortege.locate.gazetteer"),
        ("assemble/stage.py", "import cortege.extract.rules"),
    ],
)
def test_a_seam_is_open(tmp_path: Path, where: str, statement: str) -> None:
    """What belongs together may be imported."""
    package = _empty_package(tmp_path)
    (package / where).write_text(statement, encoding="utf-8")
    answer = _lint(tmp_path)
    assert answer.returncode == 0, answer.stdout


def _empty_package(parent: Path) -> Path:
    package = parent / "cortege"
    for room in ROOMS:
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").touch()
    for module in MODULES:
        (package / f"{module}.py").touch()
    return package


def _lint(source: Path) -> subprocess.CompletedProcess[str]:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-logo", "--no-cache", "--config", "pyproject.toml"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONSAFEPATH": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
