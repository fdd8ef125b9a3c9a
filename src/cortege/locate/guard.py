"""Turns a name and a language into whether it takes more than the name to be a place.

The gazetteer knows towns called Of, Reading, Police and Ferguson. A list per language holds those
names that its press writes as ordinary words or that people bear; for them the reader should ask
for something in the neighbourhood that only places have, such as a preposition, an apposition or
a dateline. `gazetteer/guard.py` derives the lists.

>>> needs_context("Reading", "en"), needs_context("Reading", "de"), needs_context("US", "en")
(True, False, False)
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from cortege.locate.fold import fold

# Short names that are places as they stand, if they are written in capitals.
_CODES: Final = frozenset(
    "us usa uk gb uae drc rdc rca eeuu eua eau vae nyc dc prc hk nsw cdmx paca nrw".split()
)
_SHORT: Final = 3  # letters; what is no longer and not a code is a word or an abbreviation
_LISTS: Final = Path(__file__).with_name("guarded")


def needs_context(name: str, language: str | None) -> bool:
    """Say whether ``name``, as it is written, is a place only if its neighbourhood says so.

    Languages without a list are guarded by the English one.
    """
    folded = fold(name)
    capitals = "".join(sign for sign in name if sign.isalpha()).isupper()
    if capitals and folded in _CODES:
        return False
    if capitals and len(folded) <= _SHORT + 1 and " " not in folded:
        return True
    return len(folded) < _SHORT or folded in _guarded(language or "en")


@cache
def _guarded(language: str) -> frozenset[str]:
    path = _LISTS / f"{language.split('-', maxsplit=1)[0]}.txt"
    if not path.exists():
        path = _LISTS / "en.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
