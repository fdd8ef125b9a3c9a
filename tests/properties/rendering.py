"""Turns counts into the words a paper would print them in: what the number rules must undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

from cortege.nouns.values import Qualifier

_EN: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_EN_TENS: Final = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()
_FR: Final = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_FR_TENS: Final = (
    ". . vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
)

DIGITS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("", ","),
    "fr": ("", " ", "\u202f", "\u00a0", "."),
    "es": ("", ".", " ", "\u202f"),
    "de": ("", ".", " ", "\u202f"),
}
"""What stands between thousands, by language."""

CROWD: Final = {
    "en": "protesters",
    "fr": "manifestants",
    "es": "manifestantes",
    "de": "Demonstranten",
}
MARCHED: Final = {
    "en": "{} marched through Brighton.",
    "fr": "{} ont défilé dans Brest.",
    "es": "{} marcharon por Burgos.",
    "de": "{} zogen durch Bremen.",
}

_ABOUT: Final = {
    "en": ("about", "around", "some", "roughly"),
    "fr": ("environ", "quelque", "autour de"),
    "es": ("unos", "alrededor de", "aproximadamente"),
    "de": ("etwa", "rund", "ungefähr"),
}
_MORE: Final = {
    "en": ("more than", "over", "at least"),
    "fr": ("plus de", "au moins"),
    "es": ("más de", "al menos"),
    "de": ("mehr als", "über", "mindestens"),
}
_LESS: Final = {
    "en": ("up to", "fewer than"),
    "fr": ("jusqu'à", "moins de"),
    "es": ("hasta", "menos de"),
    "de": ("bis zu", "weniger als"),
}
_NEARLY: Final = {
    "en": ("nearly", "almost"),
    "fr": ("près de", "presque"),
    "es": ("casi", "cerca de"),
    "de": ("knapp", "fast"),
}
_BETWEEN: Final = {
    "en": ("between {} and {}", "from {} to {}", "{} to {}"),
    "fr": ("entre {} et {}", "de {} à {}"),
    "es": ("entre {} y {}", "de {} a {}"),
    "de": ("zwischen {} und {}", "{} bis {}"),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A count in words, the language it is in, and the bounds that a reader must take from it."""

    language: str
    words: str
    low: float | None
    high: float | None
    qualifier: Qualifier


@st.composite
def counts(draw: st.DrawFn) -> Rendered:
    """Draw a crowd's size with or without a modifier, in digits as a language writes them."""
    language = draw(st.sampled_from(sorted(DIGITS)))
    low = draw(_SIZES)
    high = low + 10 * draw(st.integers(1, low // 5))  # "5 to 7,000" may well mean 5,000
    high = high if not 1_700 < high < 2_200 else 2_200
    between = draw(st.sampled_from(DIGITS[language]))
    one, other = grouped(low, between), grouped(high, between)
    ways: list[
        tuple[Mapping[str, tuple[str, ...]] | None, float | None, float | None, Qualifier]
    ] = [
        (None, low, low, "exact"),
        (_ABOUT, low, low, "about"),
        (_MORE, low, None, "at_least"),
        (_LESS, None, low, "at_most"),
        (_NEARLY, round(0.9 * low), low, "about"),
        (_BETWEEN, low, high, "between"),
    ]
    phrases, least, most, qualifier = draw(st.sampled_from(ways))
    words = draw(st.sampled_from(phrases[language])) if phrases else "{}"
    words = words.format(one, other) if "{}" in words else f"{words} {one}"
    return Rendered(language, words, least, most, qualifier)


# Not the years' range: "1,900 to 2,000" may be years where nothing groups the digits.
_SIZES: Final = st.one_of(st.integers(4, 170), st.integers(220, 90_000)).map(lambda tens: 10 * tens)


def grouped(size: int, between: str) -> str:
    """Write a number with a mark between thousands; four digits may go without."""
    return f"{size:,}".replace(",", between)


def english(number: int) -> str:
    """Write a number up to 999,999 in English, the British way."""
    if number >= 1000:
        above, below = divmod(number, 1000)
        joint = " and " if 0 < below < 100 else " "
        return f"{english(above)} thousand" + (f"{joint}{english(below)}" if below else "")
    if number >= 100:
        above, below = divmod(number, 100)
        return f"{_EN[above]} hundred" + (f" and {english(below)}" if below else "")
    if number < 20:
        return _EN[number]
    return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")


def american(number: int) -> str:
    """Write a number up to 999,999 in English without "and"."""
    return english(number).replace(" and ", " ")


def french(number: int) -> str:
    """Write a number up to 999,999 in French, hyphens below a hundred only."""
    if number >= 1000:
        above, below = divmod(number, 1000)
        head = "mille" if above == 1 else f"{_inner(above)} mille"
        return f"{head} {french(below)}" if below else head
    if number >= 100:
        above, below = divmod(number, 100)
        head = "cent" if above == 1 else f"{_FR[above]} cent" + ("" if below else "s")
        return f"{head} {french(below)}" if below else head
    return _french_below_100(number)


def _inner(number: int) -> str:
    """Write what stands before "mille": "deux cent mille", "quatre-vingt mille", without an s."""
    written = french(number)
    plural = written.endswith(("cents", "vingts"))
    return written[:-1] if plural else written


def _french_below_100(number: int) -> str:
    tens, unit = divmod(number, 10)
    if number < 20:
        return _FR[number]
    if number == 80:
        return "quatre-vingts"
    if tens in {7, 9}:
        joint = " et " if number == 71 else "-"
        return f"{_FR_TENS[tens]}{joint}{_FR[unit + 10]}"
    if unit == 0:
        return _FR_TENS[tens]
    joint = " et " if unit == 1 and tens != 8 else "-"
    return f"{_FR_TENS[tens]}{joint}{_FR[unit]}"


def reformed(number: int) -> str:
    """Write a number up to 999,999 in French as the spelling of 1990 has it, hyphens throughout."""
    return french(number).replace(" ", "-")


WAYS: Final[Mapping[str, tuple[str, Callable[[int], str]]]] = {
    "British": ("en", english),
    "American": ("en", american),
    "French": ("fr", french),
    "French of 1990": ("fr", reformed),
}
