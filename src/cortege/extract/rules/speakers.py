"""Turns the words around a quotation into its speaker, the speaker's office and the cue.

A cue is a verb of saying. Its subject stands before it ("Ahmed, a witness, said"), behind it
("said Ahmed, a witness"), or inside it where the language inverts with a hyphen ("dit-il"). The
subject is a name where there is one, else the noun phrase ("a senior official"). A pronoun, a
surname or an office alone is resolved to a person the report has named.

No parser: the subject before a cue ends where the clause begins, and an aside between commas is
skipped by looking for the name that stands right before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.text import Text

Stretch = tuple[int, int]

_DASHES: Final = frozenset("—–-‑")
_CLAUSE_BREAKS: Final = frozenset(";:—–…()“”«»\"„.!?")
_CUE_REACH: Final = 22  # tokens of subject before a cue
_INVERTED_REACH: Final = 9  # tokens between a cue and the name that follows it
_MAX_SUBJECT: Final = 12  # tokens of a subject that is no name


class Cue(NamedTuple):
    """A verb of saying: its tokens, and whether its subject is a pronoun joined to it."""

    first: int
    end: int
    pronoun: str = ""
    according: bool = False


class Said(NamedTuple):
    """Who says something: the words for the speaker, and the cue."""

    speaker: Stretch
    cue: Stretch | None


class Speakers:
    """Finds the subjects of cues in one text."""

    def __init__(self, text: Text, names: Sequence[Name]) -> None:
        """Prepare to look for subjects among the names of a text."""
        self.text, self.names = text, names
        self._firsts = [name.first for name in names]
        self._ends = [name.end for name in names]
        words = text.pack.words
        nothing = frozenset[str]()
        self._pronouns = words.get("quotation.pronoun", nothing)
        self._that = words.get("quotation.that", nothing)
        self._participles = words.get("quotation.participle", nothing)
        self._relatives = words["function.relative"]
        self._skipped = (
            words["function.auxiliary"] | words["function.adverb"] | words["function.negation"]
        ) - self._pronouns
        self._dates = frozenset(text.pack.dates.get("weekdays", ()))

    # ---------------------------------------------------------------- cues

    def cues(self, first: int, stop: int) -> Iterator[Cue]:
        """Give the cues between two tokens, in order."""
        text = self.text
        for at in range(first, stop):
            hit = text.hit_at(at, "cue.say")
            if hit is not None and hit.end <= stop:
                yield Cue(hit.first, hit.end)
                continue
            inverted = self._inverted(at)
            if inverted:
                yield Cue(at, at + 1, inverted)

    def _inverted(self, token: int) -> str:
        """Give the pronoun joined to a verb of saying by a hyphen: "explique-t-elle"."""
        word = self.text.words[token]
        if "-" not in word or self.text.kinds[token] != "w":
            return ""
        verb, _, rest = word.partition("-")
        pronoun = rest.rpartition("-")[2]
        if pronoun not in self._pronouns:
            return ""
        words = self.text.pack.words
        if verb in words["cue.say"] or verb in words["function.auxiliary"]:
            return pronoun
        return ""

    # ---------------------------------------------------------------- behind a quotation

    def behind(self, first: int, stop: int) -> Said | None:
        """Read who speaks from the words behind a quotation."""
        text = self.text
        while first < stop and text.words[first] in {",", *_DASHES}:
            first += 1
        begun = first
        while begun < stop and text.words[begun] in self._skipped:
            begun += 1
        for cue in self.cues(first, min(stop, first + _CUE_REACH)):
            if cue.pronoun:
                return Said((cue.first, cue.end), (cue.first, cue.end))
            if cue.first <= begun:
                return self._inverted_subject(cue, stop)
            subject = self.subject(first, cue.first)
            return Said(subject, (cue.first, cue.end)) if subject is not None else None
        return self._according(first, stop)

    def _inverted_subject(self, cue: Cue, stop: int) -> Said | None:
        """Read the subject behind a cue: "said Ahmed", "a lancé sous les vivats Ahmed"."""
        text = self.text
        said = (cue.first, cue.end)
        near = cue.end
        while near < stop and (
            text.words[near] in self._skipped or text.words[near] in self._dates
        ):
            near += 1
        if near >= stop or text.kinds[near] == "p":
            return None
        if text.words[near] in self._pronouns:
            return Said((near, near + 1), said)
        name = self._name_from(near, min(stop, near + _INVERTED_REACH))
        if name is not None:
            return Said((name.first, name.end), said)
        first, end = self._noun_phrase(near, stop)
        if end <= first:
            return None
        renamed = self._renamed(end, stop)
        return Said((renamed.first, renamed.end) if renamed else (first, end), said)

    def _renamed(self, comma: int, stop: int) -> Name | None:
        """Give the person named right behind a description: "one of them, Ahmed Ali,"."""
        if comma >= stop or self.text.words[comma] != ",":
            return None
        for name in self._within(comma + 1, min(stop, comma + 4)):
            if name.kind == "person" or name.end - name.first > 1:
                return name
        return None

    def _name_from(self, first: int, stop: int) -> Name | None:
        """Give the first name that may speak between two tokens, before any comma."""
        text = self.text
        fallback = None
        for number in range(bisect_left(self._firsts, first), len(self.names)):
            name = self.names[number]
            if name.first >= stop:
                break
            if any(text.words[at] in {",", ";", ":"} for at in range(first, name.first)):
                break
            if name.kind == "person":
                return name
            if fallback is None and name.kind != "place" and not self._governed(first, name):
                fallback = name
        return fallback

    def _governed(self, first: int, name: Name) -> bool:
        """Tell whether a name hangs on a preposition: "a spokesman for X"."""
        prepositions = self.text.pack.words["function.preposition"]
        return any(self.text.words[at] in prepositions for at in range(first, name.first))

    def _is_governed(self, name: Name) -> bool:
        """Tell whether a preposition stands right before a name."""
        before = self.text.words[name.first - 1] if name.first else ""
        return before in self.text.pack.words["function.preposition"]

    def _noun_phrase(self, first: int, stop: int) -> Stretch:
        """Give the noun phrase from a token on, with one that hangs on it."""
        text = self.text
        begun = first
        first, end = phrase.after(text, first, stop)
        prepositions = text.pack.words["function.preposition"]
        if first < end < stop - 1 and text.words[end] in prepositions:
            _, longer = phrase.after(text, end + 1, stop)
            if longer > end + 1:
                end = longer
        return (begun if end > first else first), end

    def _according(self, first: int, stop: int) -> Said | None:
        """Read "according to X" in the words behind a quotation."""
        text = self.text
        hit = text.hit_at(first, "cue.according") if first < stop else None
        if hit is None or hit.end >= stop:
            return None
        name = self._name_from(hit.end, stop)
        if name is not None:
            return Said((name.first, name.end), (hit.first, hit.end))
        subject = self._noun_phrase(hit.end, stop)
        return Said(subject, (hit.first, hit.end)) if subject[1] > subject[0] else None

    # ---------------------------------------------------------------- before a quotation

    def before(self, first: int, stop: int) -> Said | None:
        """Read who speaks from the words that lead up to a quotation."""
        text = self.text
        end = stop
        while end > first and (text.words[end - 1] in {",", ":"} or text.words[end - 1] in _DASHES):
            end -= 1
        colon = stop > end and ":" in text.words[end:stop]
        while end > first and text.words[end - 1] in self._that:
            end -= 1
        cues = list(self.cues(max(first, end - _CUE_REACH), end))
        for cue in reversed(cues):
            said = self._before_by(first, end, cue)
            if said is not None:
                return said
        if colon:
            subject = self.clause_subject(first, end)
            if subject is not None:
                return Said(subject, None)
        return self._according(first, end)

    def _before_by(self, first: int, end: int, cue: Cue) -> Said | None:
        """Read the subject of one cue before a quotation."""
        said = (cue.first, cue.end)
        if cue.pronoun:
            return Said(said, said)
        if cue.first == first or self._begins_clause(cue.first):
            return self._inverted_subject(cue, end) if cue.end < end else None
        if self._is_coordinated(cue.first):
            subject = self.clause_subject(first, cue.first)
        else:
            subject = self.subject(first, cue.first)
        return Said(subject, said) if subject is not None else None

    def _begins_clause(self, token: int) -> bool:
        return self.text.words[token - 1] in _CLAUSE_BREAKS

    def _is_coordinated(self, token: int) -> bool:
        """Tell whether a verb has its subject earlier on: "stood up and said", "…, saying"."""
        text = self.text
        if text.words[token] in self._participles:
            return True
        at = token - 1
        while at > 0 and text.words[at] in self._skipped:
            at -= 1
        return text.words[at] in text.pack.words["function.conjunction"]

    def clause_subject(self, first: int, end: int) -> Stretch | None:
        """Give what a sentence is about: its first person, its first speaker, or its first noun."""
        text = self.text
        while first < end and text.kinds[first] == "p":
            first += 1
        if first >= end:
            return None
        if text.words[first] in self._pronouns:
            return (first, first + 1)
        name = self._leading_name(first, end)
        if name is not None:
            return (name.first, name.end)
        for cue in self.cues(first, end):
            subject = self.subject(first, cue.first)
            if subject is not None:
                return subject
        among = self._within(first, end)
        if among and among[0].kind != "place":
            return (among[0].first, among[0].end)
        return None

    def _within(self, first: int, end: int) -> Sequence[Name]:
        low = bisect_left(self._firsts, first)
        high = bisect_left(self._firsts, end)
        return self.names[low:high]

    # ---------------------------------------------------------------- subjects

    def subject(self, first: int, end: int) -> Stretch | None:
        """Give the subject of a verb that begins at ``end``, looking back to ``first``."""
        text = self.text
        while end > first and text.words[end - 1] in self._skipped:
            end -= 1
        if end <= first:
            return None
        if text.words[end - 1] in self._pronouns:
            return (end - 1, end)
        if text.words[end - 1] in self._relatives:
            return self._before_relative(first, end - 1)
        if text.words[end - 1] in {",", ")"}:
            return self._before_aside(first, end - 1)
        name = self._ending_at(end)
        if name is not None and not self._hangs(first, name):
            return (name.first, name.end)
        return self._phrase_before(first, end)

    def _ending_at(self, end: int) -> Name | None:
        at = bisect_left(self._ends, end)
        return self.names[at] if at < len(self.names) and self._ends[at] == end else None

    def _hangs(self, first: int, name: Name) -> bool:
        """Tell whether a name only completes another noun: "the leader of X"."""
        at = name.first - 1
        while at >= first and phrase.is_article(self.text, at):
            at -= 1
        if name.kind == "person" or at <= first:
            return False
        return self.text.words[at] in self.text.pack.words["function.preposition"]

    def _before_aside(self, first: int, comma: int) -> Stretch | None:
        """Give the name or noun phrase before an aside that ends at a comma."""
        text = self.text
        best: Name | None = None
        for name in reversed(self._within(first, comma)):
            if text.words[name.end] in {",", "("} and name.end < comma:
                best = name
                if name.kind == "person":
                    break
            elif best is None and name.end == comma and name.kind == "person":
                best = name
                if name.first > first and text.words[name.first - 1] == ",":
                    break
        if best is not None:
            return (best.first, best.end)
        for at in range(comma - 1, first, -1):
            if text.words[at] == ",":
                return self._phrase_before(first, at)
        return None

    def _before_relative(self, first: int, end: int) -> Stretch | None:
        """Give what "who said" or ", which said" goes back to."""
        while end > first and self.text.words[end - 1] == ",":
            end -= 1
        name = self._ending_at(end)
        if name is not None:
            return (name.first, name.end)
        return self._phrase_before(first, end)

    def _phrase_before(self, first: int, end: int) -> Stretch | None:
        """Give the noun phrase that ends before a token, back to its clause's beginning."""
        text = self.text
        conjunctions = text.pack.words["function.conjunction"]
        at = end
        while at > first and end - at < _CUE_REACH:
            word = text.words[at - 1]
            if word in _CLAUSE_BREAKS or word == "," or word in conjunctions:
                break
            at -= 1
        if at >= end:
            return None
        name = self._leading_name(at, end)
        if name is not None:
            return (name.first, name.end)
        return (max(at, end - _MAX_SUBJECT), end)

    def _leading_name(self, first: int, end: int) -> Name | None:
        """Give the first person of a clause that owns nothing and hangs on nothing."""
        for name in self._within(first, end):
            if name.kind == "person" and not self._is_governed(name):
                follows = self.text.words[name.end] if name.end < len(self.text) else ""
                if follows not in {"'s", "'", "’"}:
                    return name
        return None
