"""Starting the command loads no library that the command at hand may not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("alembic", "htmldate", "lxml", "numpy", "requests", "sqlalchemy", "trafilatura")


@pytest.mark.parametrize("module", ["cortege", "cortege.cli.main"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    """Heavy libraries are loaded by the functions that use them, not on import."""
    script = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout.split()) == (0, []), answer.stderr
