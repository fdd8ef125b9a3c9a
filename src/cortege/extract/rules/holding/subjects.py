"""Turns cues and the sources beside them into attributions: "according to X", "X counted".

A subject stands before its verb ("police said", "the League, which called the march, said") or
behind it (", estime le comité"). There is no parser: a subject ends where its clause begins;
asides between commas, brackets and quotation marks are stepped over, and so is the figure in
verb-final clauses ("die Polizei von 4 000 Teilnehmern sprach"). Sources that no cue marks are
found in ``standing``; pronouns and the like ("it said") are resolved in ``references``.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.rules.holding.attribution import Attribution
from cortege.extract.rules.holding.cues import Cue
from cortege.extract.rules.holding.sources import Kind, Sources
from cortege.extract.rules.holding.words import CLOSING, OPENING, NounPhrases, Span
from cortege.extract.text import Text

_PERSON: Final = 2  # tokens of a person's name
_SUBJECT_REACH: Final = 14  # tokens of a subject before its verb
_ASIDE_REACH: Final = 24  # tokens of an aside between a subject and its verb
_BRACKET: Final = 8  # tokens of a bracket behind a name
_CLAUSE: Final = frozenset('.!?;:()“”«»"„—–…')
_JOINED: Final = frozenset("-‐‑&'’")
_BREAKS: Final = CLOSING | {","}
_ENDS: Final = frozenset(".,;!?…)")
_SURE: Final = frozenset({"word", "organiser", "office"})


class Attributor:
    """Makes attributions of the cues of one text."""

    def __init__(self, text: Text, phrases: NounPhrases, sources: Sources) -> None:
        """Take a text and the sources it names."""
        self._text, self._phrases, self._sources = text, phrases, sources
        self._words = phrases.lexicon

    def of(self, cue: Cue) -> Attribution | None:
        """Make the attribution of a cue whose source is named beside it."""
        if cue.path == "holder_cue.post":
            return self._before(cue, cue.first)
        at = self.verb_start(cue.first)
        if cue.manner == "according":
            made = self._behind(cue)
            return made or (self._before(cue, at) if cue.path == "holder_cue.quoting" else None)
        before = self._text.words[at - 1] if at else ""
        if before in self._words.pronouns or before in self._words.first_person:
            return None
        made = self._before(cue, at)
        if made is not None and before not in _BREAKS:
            return made
        behind = self._behind(cue, inverted=True)
        if before in _BREAKS:
            return self._better(made, behind)
        return behind if behind is not None and behind.basis == "word" else None

    def _better(self, before: Attribution | None, behind: Attribution | None) -> Attribution | None:
        """Choose between "X, …, said" and "…, said X": the one whose kind its words tell."""
        if before is None or behind is None:
            return before or behind
        return behind if behind.basis != "name" and before.basis not in _SURE else before

    def verb_start(self, at: int) -> int:
        """Step back from a verb over auxiliaries, adverbs, clitics and asides such as ", elle,"."""
        words, skipped = self._text.words, self._words.skipped
        first = self._phrases.first_of(at)
        while at > first and words[at - 1] in skipped:
            at -= 1
        if at > first + 1 and words[at - 1] == ",":
            return self._past_tonic(at, first)
        return at

    def _past_tonic(self, at: int, first: int) -> int:
        comma = at - 1
        for begin in range(max(first + 1, comma - 3), comma):
            hit = self._text.hit_at(begin, "holder_cue.tonic")
            if hit is not None and hit.end == comma:
                return begin - 1 if self._text.words[begin - 1] == "," else begin
        return at

    # ------------------------------------------------------------------ behind a cue

    def _behind(self, cue: Cue, *, inverted: bool = False) -> Attribution | None:
        """Read the source behind "according to", or a subject behind its verb."""
        at = self._past_hearer(cue, inverted=inverted)
        source = self._phrases.after(at)
        if source[0] >= source[1]:
            return None
        direct = source[0] == at or self._text.words[at] in self._words.articles
        if inverted and (not direct or self._phrases.holds_number(source)):
            return None
        kind = self._sources.kind(*source, self._phrases.aside_end(source[1]))
        if inverted and (kind is None or not self._is_subject(source, kind)):
            return None
        return self._made(cue, source, kind, inverted=inverted)

    def _past_hearer(self, cue: Cue, *, inverted: bool) -> int:
        """Give where the source may begin: past a verb ("según contó"), a mark, or a hearer."""
        words, at, stop = self._text.words, cue.end, self._phrases.end_of(cue.first)
        if cue.manner == "according":
            while at < stop and (words[at] in self._words.states or words[at] in OPENING):
                at += 1
        if at < stop and words[at] in self._words.to:
            if inverted or (cue.path == "cue.according" and at > cue.end):
                return self._behind_hearer(at + 1)
            return at + 1
        return at

    def _behind_hearer(self, at: int) -> int:
        """Give where a source begins behind a hearer: "a este diario | un vecino"."""
        caps = self._text.caps
        first, end = self._phrases.after(at)
        named = (token for token in range(first + 1, end) if caps[token] and not caps[token - 1])
        return next(named, end)

    def _is_subject(self, source: Span, kind: Kind) -> bool:
        """Tell whether a phrase behind a verb is its subject: nothing but an aside follows it."""
        text, end = self._text, source[1]
        if end >= self._phrases.end_of(source[0]) or text.kinds[end] == "p":
            return True
        return kind.basis != "name" and (
            text.words[end] in self._words.explains or self._phrases.is_number(end)
        )

    # ------------------------------------------------------------------ before a verb

    def _before(self, cue: Cue, at: int) -> Attribution | None:
        source, stop = self._subject(at)
        if source[0] >= source[1] or self._phrases.holds_number(source):
            return None
        return self._made(cue, source, self._sources.kind(*source, stop))

    def _subject(self, at: int) -> tuple[Span, int]:
        """Give the subject of the verb at a token, and where the words end that explain it."""
        words = self._text.words
        first = self._phrases.first_of(min(at, len(words) - 1))
        at = self._past_bracket(at, first)
        if at > first and words[at - 1] == ",":
            return self._before_aside(at - 1, first), at - 1
        return self._clause_subject(at, first)

    def _clause_subject(self, at: int, first: int) -> tuple[Span, int]:
        text = self._text
        if at > first and text.words[at - 1] in CLOSING:
            at -= 1
        segment, least, end = at, max(first, at - _SUBJECT_REACH), at
        while segment > least and not self._ends_clause(segment - 1):
            segment -= 1
            if self._phrases.is_number(segment):
                end = self._before_number(segment, least)
        near = self._phrases.before(at, segment)
        if near[0] >= near[1] or self._phrases.holds_number(near):
            near = self._phrases.before(end, segment)
        else:
            end = at
        if near[0] - 1 > first and text.words[near[0] - 1] in OPENING and near[0] < near[1]:
            near = self._phrases.before(near[0] - 1, first)[0], near[1]
        hits = list(text.found_within("holder", segment, end))
        if hits and near[0] >= hits[0].end:
            near = self._phrases.before(hits[0].end, segment)[0], end
        return self._past_articles(near, hits[0].first if hits else near[0]), end

    def _past_bracket(self, at: int, first: int) -> int:
        """Step back over a bracket: "Human Rights Watch (HRW) said"."""
        if at > first and self._text.words[at - 1] == ")":
            for begin in range(at - 2, max(first, at - _BRACKET) - 1, -1):
                if self._text.words[begin] == "(":
                    return begin
        return at

    def _before_number(self, at: int, least: int) -> int:
        """Step back from a figure over its modifiers: "von etwa", "sogar"."""
        words = self._text.words
        while at > least and (
            words[at - 1] in self._words.skipped or words[at - 1] in self._words.leads
        ):
            at -= 1
        return at

    def _past_articles(self, span: Span, noun: int) -> Span:
        """Begin a phrase behind the last article before its noun: "In Leeds the council"."""
        first, end = span
        for at in range(first, min(noun + 1, end)):
            if self._text.words[at] in self._words.articles:
                first = at + 1
        return first, end

    def _ends_clause(self, at: int) -> bool:
        text = self._text
        word = text.words[at]
        if text.kinds[at] == "p":
            return not (word in _JOINED and text.glued(at))
        return word in self._words.breaks and not text.caps[at]

    def _before_aside(self, comma: int, first: int) -> Span:
        """Read the subject before an aside: "X, who leads the union," or "X, head of Y,"."""
        words = self._text.words
        at, least = self._past_bracket(comma, first), max(first, comma - _ASIDE_REACH)
        while at > least and words[at - 1] != "," and words[at - 1] not in _CLAUSE:
            at = self._past_bracket(at - 1, first)
        if at <= least or words[at - 1] != ",":
            return comma, comma
        source, _ = self._clause_subject(at - 1, first)
        opens = source[0]
        while opens > first and words[opens - 1] in self._words.articles:
            opens -= 1
        leads = opens == first or self._leads(opens - 1)
        return source if leads else (comma, comma)

    def _leads(self, at: int) -> bool:
        """Tell whether a subject may follow a token: punctuation, "and", "as for"."""
        return self._text.kinds[at] == "p" or self._text.words[at] in self._words.leads

    # ------------------------------------------------------------------ making

    def _made(
        self, cue: Cue, source: Span, kind: Kind | None, *, inverted: bool = False
    ) -> Attribution | None:
        if kind is None:
            return None
        if kind.basis == "name":
            if cue.manner == "count" and not self._all_caps(source):
                return None
            if cue.path == "holder_cue.weak" and cue.manner == "count":
                return None
            kind = self._by_cue(cue, source)
        self._sources.learn(*source, kind)
        first, end = min(cue.first, source[0]), max(cue.end, source[1])
        if source[1] < cue.first and self._phrases.holds_number((source[1], cue.first)):
            first, end = source
        forward = not inverted and self._speaks_forward(cue, first, end)
        return Attribution(
            first, end, source, kind.kind, kind.basis, cue.manner,
            self._text.sentence_of[cue.first], forward,
            relays=cue.path == "holder_cue.relayed",
        )  # fmt: skip

    def _by_cue(self, cue: Cue, source: Span) -> Kind:
        """Say what an unknown name is by its verb: outlets report, bodies count, people tell."""
        text = self._text
        person = source[1] - source[0] == _PERSON and self._all_caps(source)
        reports = any(text.found_within("holder_cue.reporting", cue.first, cue.end))
        if reports and not person:
            return Kind("media", "name")
        if cue.path == "cue.count" and not person:
            return Kind("organisers", "name")
        return Kind("witness" if person and cue.manner == "say" else "other", "name")

    def _speaks_forward(self, cue: Cue, first: int, end: int) -> bool:
        """Tell whether an attribution speaks of what follows it."""
        if cue.manner == "according":
            return self._phrases.opens_clause(first)
        if cue.manner == "count" and cue.path != "holder_cue.weak":
            return True
        words = self._text.words
        if end >= self._phrases.end_of(first) or words[end] in _ENDS:
            return False
        before = first - 1
        while before >= 0 and words[before] in self._words.articles:
            before -= 1
        tells = before >= 0 and words[before] in _BREAKS
        return not tells or self._phrases.opens_clause(first)

    def _all_caps(self, source: Span) -> bool:
        text = self._text
        return all(text.caps[at] for at in range(*source) if text.kinds[at] == "w")
