"""Turns a number into a hostile text: what a crawler, a broken export or ill will may send.

The same number gives the same text on every machine. Families take turns, so that any stretch of
numbers holds all of them; most draw on the reader's own phrase lists, since a text made of cues
reaches further into the rules than noise does. `giants` are the few texts of a given length that
grow where a reader's patience usually does not: one line, one mark, one phrase.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from cortege.languages import pack

EXAMPLES: Final = Path(__file__).parents[2] / "examples"

_DAYS: Final = (
    None,
    date(2026, 2, 1),
    date(2024, 2, 29),
    date.min,
    date.max,
    date(1900, 1, 1),
    date(2100, 12, 31),
)
_MARKS: Final = "\"'“”„‟‘’‚‛«»‹›「」『』〝〞＂`´"
_BRACKETS: Final = "()[]{}<>⟨⟩【】（）❨❩"
_HYPHENS: Final = "-‐‑‒–—―−⸺_/:·"
_BLANKS: Final = "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\u00a0\u1680\u2003\u2009\u202f\u3000 "
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u061c\u180e"
_BIDI: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
_DIGITS: Final = "0123456789٠١٢٣٤٥٦٧٨٩०१२३४५६७८९０１２３４５²³¹½¼⅔Ⅷ①𝟙𝟚𝟛"
_AWKWARD: Final = "ǅİıſẞﬁŉΐ\U00010400🏳️‍🌈👩‍👩‍👧‍👦\U0010ffff\ufffd\ufffe\ud800\udfff"
_MARKUP: Final = (
    "<p>", "</p>", "<br/>", "<script>alert(1)</script>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
    "&#0;", "&lt;", "<img src=x onerror=alert(1)>", "<!DOCTYPE html>", "<?xml version='1.0'?>",
    "[bold red]", "[/]", "{{ x }}", "${x}", "%s", "%n", "{0}", "$(id)", "'; DROP TABLE x; --", "\\",
)  # fmt: skip
_ESCAPES: Final = (
    "\x1b[2J", "\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;x\x1b\\", "\x9b31m", "\x07", "\x08", "\x7f",
    "\x00", "\x00\x00", "\x1b", "\r", "\x0c",
)  # fmt: skip
_NUMBERS: Final = (
    "999999999999999999999", "1e400", "1e-400", "9" * 400, "9" * 5000, "0", "-0", "00000", "007",
    "1,000,000,000,000,000,000,000", "1.000.000,00", "1,2,3", "1.2.3.4", "12,34,56", "1 000 000",
    "1\u202f000", "1'000", "1’000’000", "0,5", ".5", "5.", "½", "²", "3²", "٣٠٠", "１２３", "Ⅷ",
    "NaN", "inf", "-inf", "0x7f", "1_000", "100%", "1/2", "1/0", "12:30", "24:61", "5k", "5K", "2m",
    "10-15-20,000", "2-3 million", "between 10 and 5", "1990-2000", "20,000-15,000", "$1e9", "€-5",
    "99/99/9999", "31/02/2026", "2026-02-30", "0000-00-00", "29.02.2025", "9999-12-31", "00.00.",
    "hundred " * 9, "million " * 40, "thousand million billion trillion " * 9, "zero", "minus one",
    "hunderttausend" * 30 + "x", "einundzwanzig" * 30, "quatre-vingt-" * 40, "twenty-" * 60 + "one",
    "cent mille millions de milliards", "one and " * 30, "dozens of dozens of dozens", "half half",
    "several several hundred", "about about nearly 5", "more than less than up to 10", "mil millones " * 20,
)  # fmt: skip
_NAMES: Final = (
    "Paris", "PARIS", "paris", "New York", "Bad Neustadt an der Saale", "St. Louis", "A", "Y", "Of",
    "Nice", "Reading", "Batman", "Georgia", "Maria da Silva", "O'Neill-O’Brien", "Jean-Paul de la Tour",
    "M.", "Mme.", "Dr.", "U.S.", "J. K. R. R.", "March", "May", "Monday", "samedi", "Sonntag", "lunes",
    "CGT", "the Police", "Ministry of the Interior of the Republic of the Union of the", "(AFP)", "PARIS (AP) -",
)  # fmt: skip
_DATES: Final = (
    "31 February", "29 February 2025", "February 30, 2026", "0 January", "Monday 32 May", "next last Monday",
    "31 de febrero de 0000", "le 99 mars 99999", "am 1.1.0001", "31 December 9999", "1 January 0001",
    "last year last year last year", "in 9999", "since 1000", "9999 days ago", "99999999999 years ago",
    "three weeks ago", "il y a 400000 ans", "vor 99999999 Tagen", "hace 5000000 semanas", "tomorrow night",
    "Easter 2299", "Christmas", "1 May to 32 May", "from Monday to Sunday to Monday", "overnight",
)  # fmt: skip
_SENTENCE_ENDS: Final = (
    ". ",
    "! ",
    "? ",
    "… ",
    ".\n",
    "\n\n",
    "; ",
    ": ",
    ", ",
    " ",
    "",
    " - ",
    "—",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text to be read, with what a caller may say of it."""

    family: str
    text: str
    title: str | None
    language: str
    published: date | None


def hostile(number: int) -> Hostile:
    """Give the hostile text of a number."""
    rng = Random(f"hostile {number}")
    names = sorted(FAMILIES)
    family = names[number % len(names)]
    language = pack.AVAILABLE[number // len(names) % len(pack.AVAILABLE)]
    text = FAMILIES[family](rng, language)
    if rng.random() < 0.1:
        text = _mixed(rng, text, FAMILIES[rng.choice(names)](rng, language))
    title = rng.choice([None, None, text[: rng.randrange(1, 80)], _salad(rng, language, 8)])
    return Hostile(family, text, title, language, rng.choice(_DAYS))


def giants(n_chars: int) -> dict[str, Hostile]:
    """Give texts of a given length, each of one kind throughout, by the names of their kinds."""
    units = {name: ("en", unit) for name, unit in {**_UNITS, **_SENTENCES}.items()}
    units["German number words"] = ("de", "hunderttausend")
    units["spaced digits"] = ("fr", "1 000 ")
    units["elisions"] = ("fr", "l'")
    rng = Random("giants")
    for language in pack.AVAILABLE:
        units[f"salad in {language}"] = (language, _salad(rng, language, 400) + "\n")
        units[f"salad on one line in {language}"] = (language, _salad(rng, language, 400, " "))
        units[f"one cue in {language}"] = (language, f"{_cue(rng, language)} ")
    texts = {name: (language, _filled(unit, n_chars)) for name, (language, unit) in units.items()}
    half = n_chars // 2
    texts["marks opened, then closed"] = ("en", "“" * half + "”" * half)
    texts["brackets opened, then closed"] = ("en", "(" * half + ")" * half)
    return {
        name: Hostile("giant", text, None, language, date(2026, 2, 1))
        for name, (language, text) in texts.items()
    }


_UNITS: Final = {
    "letters without blanks": "abcdefghij",
    "capitals without blanks": "ABCDEFGHIJ",
    "digits": "1234567890",
    "grouped digits": "1,000,",
    "straight marks": '"',
    "straight marks and words": '"a ',
    "opening marks": "“a ",
    "apostrophes": "'",
    "words with apostrophes": "'a",
    "brackets": "(",
    "hyphens": "-",
    "hyphenated word": "a-",
    "dotted letters": "A.",
    "full stops": ".",
    "newlines": "\n",
    "blanks": " ",
    "blanks and newlines": " \n",
    "combining marks": "\u0301",
    "letters with marks": "a\u0301\u0323",
    "astral letters": "\U00010400",
    "invisible marks": "\u200b",
    "number words": "one ",
    "hundred": "hundred ",
    "and": "and ",
    "of the": "of the ",
    "Capitals": "A ",
    "Capitals with commas": "Ab, ",
}
_SENTENCES: Final = {
    "towns": "Paris, London, Berlin, Madrid, Rome and ",
    "towns in brackets": "Paris (Texas) ",
    "marches": "march ",
    "protesters": "5,000 protesters and ",
    "ranges": "between 5 and 10 and ",
    "weekdays": "Monday ",
    "months": "March 1 ",
    "dates": "on 1 March 2026, ",
    "police said": "police said ",
    "said he said": 'he said "',
    "quotations": '"We march," said Ann Lee. ',
    "long quotation": '"We march and we march and we march. ',
    "persons": "Ann Lee, Bob Ray, ",
    "ministers": "Minister Ann Lee of the Ministry of ",
    "arrested": "police arrested 5 people and ",
    "money": "$5 million (€4 million) ",
    "demands": "demanding that ",
    "organisers": "organised by the Union of the ",
    "slogans": 'a banner reading "no" ',
    "routes": "from the Park to the Square ",
    "by-lines": "By Ann Lee\n",
    "datelines": "PARIS (AP) - ",
    "title after title": "Thousands march in Paris\n\n",
    "campaigns": "in 20 cities including Paris, ",
}


def _filled(unit: str, n_chars: int) -> str:
    return (unit * (n_chars // len(unit) + 1))[:n_chars]


# --------------------------------------------------------------------------- families


def _characters(rng: Random, language: str) -> str:
    """Any code points whatever, surrogates without partners among them."""
    del language
    planes = ((0x20, 0x7F), (0, 0x250), (0x300, 0x370), (0x590, 0x700), (0x2000, 0x2070),
              (0xD800, 0xE000), (0xFF00, 0x10000), (0x10000, 0x10FFFF), (0x1F300, 0x1F700))  # fmt: skip
    chosen = rng.sample(planes, rng.randrange(1, len(planes)))
    return "".join(chr(rng.randrange(*rng.choice(chosen))) for _ in range(rng.randrange(400)))


def _directions(rng: Random, language: str) -> str:
    return _sprinkled(rng, _salad(rng, language, 30), _BIDI + _INVISIBLE)


def _accents(rng: Random, language: str) -> str:
    marks = [chr(code) for code in range(0x300, 0x370)]
    spread = "".join(
        c + "".join(rng.choices(marks, k=rng.randrange(9))) for c in _salad(rng, language, 20)
    )
    return spread + "e" + "".join(rng.choices(marks, k=rng.choice((0, 500))))


def _unbroken(rng: Random, language: str) -> str:
    return _salad(rng, language, 60, rng.choice(("", "-", "'", "’", ".", "/", "\u200b", "_")))


def _quoted(rng: Random, language: str) -> str:
    return _sprinkled(rng, _salad(rng, language, 40), _MARKS, rng.choice((0.05, 0.5, 3)))


def _bracketed(rng: Random, language: str) -> str:
    return _sprinkled(rng, _salad(rng, language, 40), _BRACKETS, rng.choice((0.05, 0.5, 3)))


def _hyphenated(rng: Random, language: str) -> str:
    return _sprinkled(rng, _salad(rng, language, 40), _HYPHENS, rng.choice((0.05, 0.5, 3)))


def _nested(rng: Random, language: str) -> str:
    pairs = ("“”", "‘’", "«»", '""', "''", "„“", "()", "[]")
    text = _salad(rng, language, 3)
    for _ in range(rng.randrange(2, 40)):
        pair = rng.choice(pairs)
        opening, closing = pair[0], pair[1]
        said = _salad(rng, language, 2)
        text = rng.choice(
            (f"{said} {opening}{text}{closing}", f"{opening}{text}{closing} {said}", opening + text)
        )
    return text


def _digit_runs(rng: Random, language: str) -> str:
    del language
    return "".join(rng.choice(_DIGITS + " .,-/:%$€+") for _ in range(rng.randrange(800)))


def _counted(rng: Random, language: str) -> str:
    """Impossible numbers before the very nouns that crowds, arrests and money are counted in."""
    pieces = []
    for _ in range(20):
        joint = rng.choice((" ", " ", " ", "", "-"))
        counted = rng.choice(_lists(language, "crowd", "not_crowd", "casualty", "form", "police"))
        pieces.append(f"{_cue(rng, language)} {rng.choice(_NUMBERS)}{joint}{rng.choice(counted)}")
    return " ".join(pieces)


def _dated(rng: Random, language: str) -> str:
    joint = rng.choice((" ", ", "))
    return joint.join(f"{_cue(rng, language)} {rng.choice(_DATES)}" for _ in range(20))


def _repeated(rng: Random, language: str) -> str:
    phrase = rng.choice(
        (_cue(rng, language), rng.choice(_NAMES), rng.choice(_NUMBERS), rng.choice(_DATES))
    )
    return rng.choice(_SENTENCE_ENDS).join([phrase] * min(300, 2_000 // (len(phrase) + 1) + 2))


def _cued(rng: Random, language: str) -> str:
    return _salad(rng, language, rng.choice((5, 50, 200)))


def _paired(rng: Random, language: str) -> str:
    """Two phrases in turn: what is open at one of them is looked for up to the other."""
    one, other = _salad(rng, language, 1, ""), _salad(rng, language, 1, "")
    return rng.choice(_SENTENCE_ENDS).join([one, other] * 40)


def _blank(rng: Random, language: str) -> str:
    del language
    return "".join(rng.choices(rng.choice((_BLANKS, "\n", " ", _INVISIBLE)), k=rng.randrange(400)))


def _marked_up(rng: Random, language: str) -> str:
    return " ".join(rng.choice((rng.choice(_MARKUP), _cue(rng, language))) for _ in range(60))


def _escaped(rng: Random, language: str) -> str:
    return "".join(rng.choice((rng.choice(_ESCAPES), f"{_cue(rng, language)} ")) for _ in range(60))


def _cased(rng: Random, language: str) -> str:
    text = _salad(rng, language, 60)
    return rng.choice((str.upper, str.lower, str.title, str.swapcase, str.casefold))(text)


def _named(rng: Random, language: str) -> str:
    return rng.choice((" ", ", ", ". ", " and ", "-", " of ")).join(
        rng.choice((*_NAMES, _cue(rng, language), _cue(rng, language))) for _ in range(60)
    )


def _damaged(rng: Random, language: str) -> str:
    """A sound report with letters lost, doubled, swapped and replaced."""
    del language
    letters = list(rng.choice(reports()))
    for _ in range(rng.randrange(1, 80)):
        at = rng.randrange(len(letters))
        letters[at] = rng.choice(
            ("", letters[at] * 2, letters[at - 1], rng.choice(_MARKS + _DIGITS + _AWKWARD))
        )
    return "".join(letters)


def _shuffled(rng: Random, language: str) -> str:
    """The sentences or words of sound reports in any order, in whatever language."""
    del language
    mark = rng.choice((". ", " ", "\n"))
    pieces = [piece for report in rng.sample(reports(), 2) for piece in report.split(mark)]
    rng.shuffle(pieces)
    return mark.join(pieces[:400])


def _cut(rng: Random, language: str) -> str:
    del language
    report = rng.choice(reports())
    start = rng.randrange(len(report))
    return report[start : start + rng.randrange(1, 600)]


FAMILIES: Final[dict[str, Callable[[Random, str], str]]] = {
    "accents": _accents,
    "blank": _blank,
    "bracketed": _bracketed,
    "cased": _cased,
    "characters": _characters,
    "counted": _counted,
    "cued": _cued,
    "cut": _cut,
    "damaged": _damaged,
    "dated": _dated,
    "digit runs": _digit_runs,
    "directions": _directions,
    "escaped": _escaped,
    "hyphenated": _hyphenated,
    "marked up": _marked_up,
    "named": _named,
    "nested": _nested,
    "paired": _paired,
    "quoted": _quoted,
    "repeated": _repeated,
    "shuffled": _shuffled,
    "unbroken": _unbroken,
}


# --------------------------------------------------------------------------- ingredients


@cache
def reports() -> tuple[str, ...]:
    """Give the texts of the examples, which are of our own invention."""
    lines = (EXAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    plain = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    told = [json.loads(line) for line in lines]
    return (*plain, *(f"{one['title']}\n\n{one['body']}" for one in told))


@cache
def _lists(language: str, *roots: str) -> tuple[tuple[str, ...], ...]:
    """Give a language's lists below some roots, or all, with phrases as a writer writes them."""
    words = pack.load(language).words
    paths = [path for path in words if not roots or path.partition(".")[0] in roots]
    spelled = (sorted({_written(phrase) for phrase in words[path]} - {""}) for path in paths)
    return tuple(tuple(listed) for listed in spelled if listed)


def _written(phrase: str) -> str:
    """Give the first spelling of a phrase: "take|takes part*" becomes "take part"."""
    words = (word.split("|")[0].rstrip("*?") for word in phrase.split())
    return " ".join(words).replace("#", "1,000").strip()


def _cue(rng: Random, language: str) -> str:
    """Give a phrase: any list is as likely as any other, so that short ones come up too."""
    return rng.choice(rng.choice(_lists(language)))


def _salad(rng: Random, language: str, n_phrases: int, joint: str | None = None) -> str:
    """Give phrases of a language with names, numbers and dates between them."""
    others = (_NAMES, _DATES, _NUMBERS)
    pieces = []
    for _ in range(n_phrases):
        piece = _cue(rng, language) if rng.random() < 0.7 else rng.choice(rng.choice(others))
        piece = piece.capitalize() if rng.random() < 0.15 else piece
        pieces.append(piece[:120])
        pieces.append(rng.choice(_SENTENCE_ENDS) if joint is None else joint)
    return "".join(pieces)


def _sprinkled(rng: Random, text: str, marks: str, rate: float = 0.2) -> str:
    out = []
    for letter in text:
        out.append(letter)
        n_marks = int(rate) if rate > 1 else int(rng.random() < rate)
        out.extend(rng.choices(marks, k=n_marks))
    return "".join(out)


def _mixed(rng: Random, one: str, other: str) -> str:
    at = rng.randrange(len(one) + 1)
    return one[:at] + other + one[at:]
