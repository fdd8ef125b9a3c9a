"""Turns a language's lists into the sets that reading attributions looks up, once per language.

``NounPhrases`` finds the noun phrase before or behind a token as ``extract.phrase`` does, with all
stop words in one set: attributions ask for several in every sentence.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.languages.pack import load

Span = tuple[int, int]
Words = frozenset[str]

_MAX_TOKENS: Final = 14
_JOINED: Final = frozenset("-‐‑&'’")
_STOPS: Final = frozenset('.!?;:()“”«»"„—–…')
_ASIDE: Final = 14  # tokens of what is said of a name beside it
POSSESSIVES: Final = frozenset({"'s", "'", "’"})
OPENING: Final = frozenset('“„«"‘‚')
CLOSING: Final = frozenset('”“»"’')


class Lexicon(NamedTuple):
    """What attributions need of a language, as sets of words."""

    articles: Words
    inner: Words  # prepositions that stand inside noun phrases
    stops: Words  # words that end a noun phrase, whatever follows
    auxiliaries: Words
    skipped: Words  # words between a subject and its verb
    breaks: Words  # words that end the clause a subject stands in
    leads: Words  # words that may stand right before a subject
    conjunctions: Words
    relatives: Words
    pronouns: Words
    first_person: Words
    numbers: Words
    weak: Words
    by: Words
    to: Words  # before whom one speaks to
    tells: Words  # verbs whose object hears: "police told the mayor"
    states: Words
    explains: Words  # prepositions that say where a source belongs: "of the union", "at AFP"


@cache
def lexicon(code: str) -> Lexicon:
    """Prepare the sets of a language."""
    words = load(code).words
    inner = words["holder_cue.inner"]
    first_person = words["holder_cue.first_person"]
    pronouns = words["quotation.pronoun"] - first_person
    return Lexicon(
        articles=words["function.article"],
        inner=inner,
        stops=frozenset().union(
            *(words[f"function.{name}"] for name in _FUNCTION),
        )
        - inner,
        auxiliaries=words["function.auxiliary"],
        skipped=(
            words["function.auxiliary"]
            | words["function.adverb"]
            | words["function.negation"]
            | words["quotation.clitic"]
        )
        - pronouns
        - first_person,
        breaks=(
            words["function.relative"]
            | words["function.verb_common"]
            | words["cue.say"]
            | words["quotation.that"]
        )
        - words["function.preposition"],
        leads=words["function.conjunction"] | words["function.preposition"],
        conjunctions=words["function.conjunction"],
        relatives=words["function.relative"],
        pronouns=pronouns,
        first_person=first_person,
        numbers=_numbers(code),
        weak=words["holder_cue.weak"],
        by=words["holder_cue.by"],
        to=words["holder_cue.to"],
        tells=words["holder_cue.tells"],
        states=words["holder_cue.states"],
        explains=inner | words["function.preposition"],
    )


_FUNCTION: Final = (
    "conjunction", "preposition", "relative", "pronoun", "auxiliary", "negation", "verb_common",
    "adverb",
)  # fmt: skip


def _numbers(code: str) -> Words:
    rules = grammar(code)
    spelled = {*rules.units, *rules.tens, *rules.scales, *rules.collective}
    spelled.update(phrase[0] for phrase in rules.vague if len(phrase) == 1)
    return frozenset(spelled) - rules.articles


class NounPhrases:
    """Finds noun phrases in one text."""

    def __init__(self, text: Text) -> None:
        """Take a text; its language's words are shared by all texts."""
        self._text = text
        self._words, self._kinds, self._caps = text.words, text.kinds, text.caps
        self.lexicon = lexicon(text.pack.code)

    def first_of(self, token: int) -> int:
        """Give the first token of the sentence a token stands in."""
        text = self._text
        return text.sentences[text.sentence_of[token]].first

    def end_of(self, token: int) -> int:
        """Give the token after the last of the sentence a token stands in."""
        text = self._text
        return text.sentences[text.sentence_of[token]].end

    def is_number(self, token: int) -> bool:
        """Tell whether a token is a numeral or a word for a number."""
        return self._kinds[token] == "n" or self._words[token] in self.lexicon.numbers

    def holds_number(self, span: Span) -> bool:
        """Tell whether a phrase holds a number, and so names what is counted."""
        return any(self.is_number(at) for at in range(*span))

    def before(self, token: int, start: int | None = None) -> Span:
        """Give the noun phrase that ends right before a token, without its article."""
        sentence = self.first_of(min(token, len(self._words) - 1))
        first = max(sentence, token - _MAX_TOKENS, sentence if start is None else start)
        at = token
        while at > first and not self._closes(at - 1, sentence - 1):
            at -= 1
        articles, inner = self.lexicon.articles, self.lexicon.inner
        while at < token and (self._words[at] in articles or self._words[at] in inner):
            at += 1
        return at, token

    def after(self, token: int, stop: int | None = None) -> Span:
        """Give the noun phrase that begins at a token, without its article."""
        if token >= len(self._words):
            return token, token
        end = min(self.end_of(token), token + _MAX_TOKENS)
        end = end if stop is None else min(end, stop)
        articles, inner = self.lexicon.articles, self.lexicon.inner
        while token < end and self._words[token] in articles:
            token += 1
        at = token
        while at < end and not self._ends(at, token):
            at += 1
        while at > token and (
            self._words[at - 1] in inner
            or self._words[at - 1] in articles
            or self._kinds[at - 1] == "p"
        ):
            at -= 1
        return token, at

    def _ends(self, at: int, first: int) -> bool:
        """Tell whether a token ends the phrase begun at ``first``: a numeral, another article."""
        if self._kinds[at] == "n" or self._closes(at, first - 1):
            return True
        if at == first or self._words[at] not in self.lexicon.articles:
            return False
        inner = self.lexicon.inner
        return self._words[at] not in inner and self._words[at - 1] not in inner

    def _closes(self, at: int, opener: int) -> bool:
        """Tell whether a token cannot be inside a noun phrase."""
        word = self._words[at]
        if self._kinds[at] == "p":
            return not (word in _JOINED and (word == "&" or self._text.glued(at)))
        if word in POSSESSIVES and at and self._words[at - 1] not in self.lexicon.pronouns:
            return False
        if self._caps[at] and at > opener + 1:
            return word in self.lexicon.auxiliaries
        return word in self.lexicon.stops

    def aside_end(self, at: int) -> int:
        """Give where what is said of a phrase ending at ``at`` ends: "of the union, its head,"."""
        if not 0 < at < len(self._words) or not self._explains(at):
            return at
        stop = min(self.end_of(at - 1), at + _ASIDE)
        end, n_commas = at, 0
        while end < stop:
            word = self._words[end]
            if word == ",":
                n_commas += 1
                if n_commas > 1 and end > at + 1:
                    break
            elif word in _STOPS or (not n_commas and end > at and word in self.lexicon.relatives):
                break
            end += 1
        return end

    def _explains(self, at: int) -> bool:
        """Tell whether a token can begin what is said of the phrase before it."""
        return self._words[at] in ",(" or self._words[at] in self.lexicon.explains

    def opens_clause(self, first: int, comma_reach: int = 4) -> bool:
        """Tell whether what begins at a token opens its clause, and so speaks of what follows.

        A comma opens a clause only near the head of its sentence, by ``comma_reach`` tokens.
        """
        sentence = self.first_of(first)
        at = first
        while at > sentence and self._words[at - 1] in self.lexicon.articles:
            at -= 1
        if at == sentence:
            return True
        before = self._words[at - 1]
        if before in _OPENS or before in self.lexicon.conjunctions:
            return True
        return before == "," and at - 1 - sentence <= comma_reach


_OPENS: Final = frozenset(";:—–•")
