"""Turns a collection of reports and lists of people's names into the words a gazetteer misreads.

``python gazetteer/guard.py REPORTS.jsonl`` writes ``src/cortege/locate/guarded/LANGUAGE.txt``:
names in the gazetteer that the reports of that language write in small letters (in German: put
an article before), and names that people bear, unless a place of that name has so many
inhabitants that the press means the place. ``guard_by_hand.tsv`` adds what the reports happen
not to show and takes away what they write small although it is a place. Only single words are
kept, never a sentence; their counts are not.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from sources import table  # noqa: E402  the two paths have to stand first

from cortege.locate.fold import fold  # noqa: E402
from cortege.locate.gazetteer import Gazetteer, open_world  # noqa: E402

LOCALES: Final = {
    "en": ("en_US", "en_GB", "en_IN", "es_MX"),
    "fr": ("fr_FR", "fr_BE"),
    "es": ("es_ES", "es_MX", "es_AR"),
    "de": ("de_DE", "de_AT"),
    "it": ("it_IT",),
    "pcm": ("en_NG", "yo_NG"),
}
FAMOUS_FROM: Final = 200_000  # inhabitants; people are called Paris, reports mean the town
TARGET: Final = HERE.parent / "src/cortege/locate/guarded"
WORD: Final = re.compile(r"[^\W\d_]+")
ARTICLES: Final = {
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "ein",
    "eine",
    "einen",
    "einem",
    "einer",
    "eines",
    "im",
    "zum",
    "zur",
    "vom",
    "am",
    "beim",
    "keine",
    "viele",
}


def common_words(reports: Path, language: str) -> Counter[str]:
    """Count the names in the gazetteer that reports use as ordinary words."""
    world = open_world()
    small: Counter[str] = Counter()
    for line in reports.read_text("utf-8").splitlines():
        report = json.loads(line)
        if report["language"] == language:
            words = WORD.findall(report["body"])
            small.update(fold(w) for w in words if w.islower())
            if language == "de":
                pairs = pairwise(words)
                small.update(fold(b) for a, b in pairs if a.lower() in ARTICLES)
    return Counter({word: n for word, n in small.items() if world.lookup(word)})


def borne_names(language: str) -> set[str]:
    """Give the names in the gazetteer that people bear and no famous place does."""
    from faker import Faker

    names = set()
    for locale in LOCALES[language]:
        try:
            provider = Faker(locale).factories[0]
        except AttributeError:
            continue
        for person in provider.get_providers():
            for kind in ("first_names", "last_names"):
                names |= {fold(str(name)) for name in getattr(person, kind, ())}
    return {name for name in names if _is_obscure(name, open_world())}


def _is_obscure(name: str, world: Gazetteer) -> bool:
    rows = world.lookup(name)
    return bool(rows) and not any(
        row.kind in {"country", "demonym"} or row.population >= FAMOUS_FROM for row in rows
    )


def words_of(reports: Path, language: str) -> tuple[set[str], set[str]]:
    """Give a language's guarded words and, apart from them, the names that people bear."""
    world = open_world()
    words = {
        word
        for word in common_words(reports, language)
        if not any(row.kind in {"country", "demonym"} for row in world.lookup(word))
    }
    for row_language, sign, listed in table(HERE / "guard_by_hand.tsv"):
        if row_language in {language, "*"}:
            named = {fold(word) for word in listed.split("|")}
            words = words | named if sign == "+" else words - named
    return words, borne_names(language) - words


def main(reports: Path) -> None:
    """Write the guard of every language that has reports."""
    for language in LOCALES:
        words, names = words_of(reports, language)
        lines = ["# Names that are words", *sorted(words), "# Names that people bear"]
        lines += sorted(names)
        (TARGET / f"{language}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(language, len(words), len(names))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
