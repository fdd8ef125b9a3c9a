"""Turns the words around a quotation into the words for its speaker, and the cue.

A cue is a verb of saying. Its subject stands before it ("Ahmed, a witness, said"), behind it
("said Ahmed, a witness"), or inside it where the language inverts with a hyphen ("dit-il"). The
subject is a name where there is one, else the noun phrase ("a senior official").

No parser: the subject before a cue ends where the clause begins; an aside between commas is
skipped by looking for the name right before it; a second verb ("stood up and said") and a
participle ("…, saying") take the subject of their sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text

Stretch = tuple[int, int]

_DASHES: Final = frozenset("—–-‑")
_TRAILING: Final = frozenset({",", ":"}) | _DASHES
_CLAUSE_BREAKS: Final = frozenset(";:—–…()“”«»\"„.!?")
_POSSESSIVES: Final = frozenset({"'s", "'", "’"})
_CUE_REACH: Final = 24  # tokens of subject before a cue
_INVERTED_REACH: Final = 9  # tokens between a cue and the name that follows it
_UNHEARD_REACH: Final = 6  # the same, behind a verb that is not known as a cue
_ASIDE: Final = 6  # tokens of ", for his part," behind a cue
_COLON_REACH: Final = 4  # tokens between a cue and the colon that makes it a quotation's own
_RENAMED_REACH: Final = 7  # tokens of "17-year-old" and the like before a name
_ATTACHED: Final = 3  # noun phrases that may hang on the first: "the head of the office of"
_TRIED: Final = 8  # cues or names of one sentence that are looked at
_MAX_SUBJECT: Final = 12  # tokens of a subject that is no name


class Cue(NamedTuple):
    """A verb of saying: its tokens, and the pronoun joined to it, if any."""

    first: int
    end: int
    pronoun: str = ""


class Said(NamedTuple):
    """Who says something: the words for the speaker, and the cue."""

    speaker: Stretch
    cue: Stretch | None
    adjacent: bool = False


class Speakers:
    """Finds the subjects of cues in one text."""

    def __init__(
        self, text: Text, names: Sequence[Name], spans: Sequence[QuotedSpan]
    ) -> None:
        """Prepare to look for subjects among the names that stand outside quotations."""
        self.text = text
        self.quoted = bytearray(len(text))
        for span in spans:
            self.quote(span.first, span.end)
        self.opens = bytearray(len(text))
        for span in spans:
            self.opens[span.start] = 1
        self.names = [name for name in names if not self.quoted[name.first]]
        self._firsts = [name.first for name in self.names]
        self._ends = [name.end for name in self.names]
        words = text.pack.words
        nothing = frozenset[str]()
        self._pronouns = words.get("quotation.pronoun", nothing)
        self._that = words.get("quotation.that", nothing)
        self._participles = words.get("quotation.participle", nothing)
        self._skipped = (
            words["function.auxiliary"]
            | words["function.adverb"]
            | words["function.negation"]
            | words.get("quotation.clitic", nothing)
        ) - self._pronouns
        self._ambiguous = words.get("quotation.ambiguous", nothing)
        self._cues = sorted(self._all_cues())
        self._dates = frozenset(text.pack.dates.get("weekdays", ()))
        self._openers = (
            words["function.conjunction"] | words["function.relative"] | words["function.preposition"]
        )

    def quote(self, first: int, end: int) -> None:
        """Take tokens for somebody's words, in which the reporter speaks of nobody."""
        self.quoted[first:end] = b"\1" * (end - first)

    # ---------------------------------------------------------------- cues

    def _all_cues(self) -> Iterator[Cue]:
        """Give the cues of the text that stand outside quotations."""
        text = self.text
        ends: dict[int, int] = {}
        for hit in text.found("cue.say"):
            ends[hit.first] = max(hit.end, ends.get(hit.first, 0))
        for at, end in ends.items():
            if not self.quoted[at] and not (text.words[at] in self._ambiguous and self._is_noun(at)):
                yield Cue(at, end)
        for at, word in enumerate(text.words):
            if "-" in word and at not in ends and not self.quoted[at]:
                pronoun = self._joined_pronoun(at)
                if pronoun:
                    yield Cue(at, at + 1, pronoun)

    def _is_noun(self, token: int) -> bool:
        """Tell whether "states" or "reports" has no name or pronoun before it to be its subject."""
        if token == 0:
            return True
        at = token - 1
        while at > 0 and self.text.words[at] in self._skipped:
            at -= 1
        if self.text.kinds[at] == "p" or self.text.caps[at]:
            return False
        return not (
            self.text.words[at] in self._pronouns
            or self._ending_at(at + 1) is not None
            or any(hit.end == at + 1 for hit in self.text.found_within("people.role", at - 1, at + 1))
        )

    def _joined_pronoun(self, token: int) -> str:
        """Give the pronoun joined to a verb of saying by a hyphen: "explique-t-elle"."""
        if self.text.kinds[token] != "w":
            return ""
        verb, _, rest = self.text.words[token].partition("-")
        pronoun = rest.rpartition("-")[2]
        words = self.text.pack.words
        if pronoun not in self._pronouns:
            return ""
        return pronoun if verb in words["cue.say"] or verb in words["function.auxiliary"] else ""

    def cues(self, first: int, stop: int) -> Iterator[Cue]:
        """Give the cues between two tokens that stand outside quotations, in order."""
        for number in range(bisect_left(self._cues, (first,)), len(self._cues)):
            cue = self._cues[number]
            if cue.first >= stop:
                break
            if cue.end <= stop and not self.quoted[cue.first]:
                yield cue

    def spoken(self, first: int, stop: int) -> Stretch | None:
        """Give who says something between two tokens, unless only a pronoun does."""
        for cue in islice(self.cues(first, stop), _TRIED):
            said = self.subject_of(first, stop, cue)
            if said is not None and not self.is_pronoun(said.speaker):
                return said.speaker
        return None

    def takes_over(self, token: int) -> bool:
        """Tell whether a participle of saying begins here: ", adding that"."""
        return token < len(self.text) and self.text.words[token] in self._participles

    def is_pronoun(self, speaker: Stretch) -> bool:
        """Tell whether a speaker is no more than a pronoun."""
        if speaker[1] - speaker[0] > 1:
            return False
        return self.text.words[speaker[0]].rpartition("-")[2] in self._pronouns

    # ---------------------------------------------------------------- around a quotation

    def behind(self, first: int, stop: int) -> Said | None:
        """Read who speaks from the words behind a quotation."""
        text = self.text
        while first < stop and text.words[first] in _TRAILING:
            first += 1
        begun = first
        while begun < stop and text.words[begun] in self._skipped:
            begun += 1
        if first >= stop or text.words[first] in self._openers:
            return self._according(first, stop)
        cue = next(self.cues(first, min(stop, first + _CUE_REACH)), None)
        if cue is not None and cue.pronoun:
            return Said((cue.first, cue.end), (cue.first, cue.end))
        if cue is not None and cue.first <= begun:
            return self._inverted_subject(cue, stop)
        unheard = self._unheard_verb(begun, stop)
        if unheard is not None:
            return unheard
        subject = self.subject(first, cue.first) if cue is not None else None
        return Said(subject, cue[:2]) if cue is not None and subject is not None else None

    def _unheard_verb(self, token: int, stop: int) -> Said | None:
        """Read "laughs Ahmed", where the lexicon does not know that one can laugh words."""
        text = self.text
        if token + 1 >= stop or text.kinds[token] != "w" or text.caps[token]:
            return None
        words = text.pack.words
        if text.words[token] in words["function.article"] | self._pronouns:
            return None
        name = self._name_from(token + 1, min(stop, token + 1 + _UNHEARD_REACH))
        if name is None or (name.kind != "person" and name.end - name.first == 1):
            return None
        if name.kind == "organisation":
            return None
        between = range(token + 1, name.first)
        if any(text.words[at] in words["function.auxiliary"] | self._pronouns for at in between):
            return None
        return Said((name.first, name.end), (token, token + 1))

    def before(self, first: int, stop: int) -> Said | None:
        """Read who speaks from the words that lead up to a quotation."""
        text = self.text
        end = stop
        while end > first and text.words[end - 1] in _TRAILING:
            end -= 1
        colon = ":" in text.words[end:stop]
        while end > first and text.words[end - 1] in self._that:
            end -= 1
        for cue in reversed(list(self.cues(max(first, end - _CUE_REACH), end))):
            said = self.subject_of(first, end, cue)
            if said is not None:
                near = end - cue.end
                return said._replace(adjacent=near == 0 or (colon and near <= _COLON_REACH))
        if colon:
            subject = self.clause_subject(first, end)
            if subject is not None:
                return Said(subject, None, adjacent=True)
        return self._according(first, end)

    def subject_of(self, first: int, end: int, cue: Cue) -> Said | None:
        """Read the subject of one cue between two tokens."""
        said = (cue.first, cue.end)
        if cue.pronoun:
            return Said(said, said)
        if self._opens_clause(first, cue.first):
            return self._inverted_subject(cue, end) if cue.end < end else None
        if self._is_second_verb(cue.first):
            subject = self.clause_subject(first, cue.first)
        else:
            subject = self.subject(first, cue.first)
        return Said(subject, said) if subject is not None else None

    def _opens_clause(self, first: int, token: int) -> bool:
        """Tell whether no subject can stand before a verb: "as X said", "“…”, a dit X"."""
        words = self.text.words
        while token > first and words[token - 1] in self._skipped:
            token -= 1
        if token == first or words[token - 1] in _CLAUSE_BREAKS:
            return True
        if words[token - 1] == "," and token - 1 > first:
            return bool(self.quoted[token - 2]) or words[token - 2] in _CLAUSE_BREAKS
        return words[token - 1] in self.text.pack.words["function.preposition"]

    def _is_second_verb(self, token: int) -> bool:
        """Tell whether a verb has its subject earlier on: "stood up and said", "…, saying"."""
        text = self.text
        if text.words[token] in self._participles:
            return True
        at = token - 1
        while at > 0 and text.words[at] in self._skipped:
            at -= 1
        return text.words[at] in text.pack.words["function.conjunction"]

    def _according(self, first: int, stop: int) -> Said | None:
        """Read "according to X" at the beginning of some words."""
        text = self.text
        for at in range(first, min(stop, first + 3)):
            hit = text.hit_at(at, "cue.according") or text.hit_at(at, "quotation.by")
            if hit is None or hit.end >= stop:
                continue
            cue = next(self.cues(hit.end, min(stop, hit.end + 2)), None)
            if cue is not None:
                return self._inverted_subject(cue, stop)
            name = self._name_from(hit.end, stop)
            if name is not None:
                return Said((name.first, name.end), (hit.first, hit.end))
            begun, end, _ = self._noun_phrase(hit.end, stop)
            return Said((begun, end), (hit.first, hit.end)) if end > begun else None
        return None

    # ---------------------------------------------------------------- subjects behind a cue

    def _inverted_subject(self, cue: Cue, stop: int) -> Said | None:
        """Read the subject behind a cue: "said Ahmed", "a lancé sous les vivats Ahmed"."""
        text = self.text
        said = (cue.first, cue.end)
        near = self._past_aside(cue.end, stop)
        if near >= stop or text.kinds[near] == "p" or text.words[near] in self._that:
            return None
        if text.words[near] in self._pronouns:
            return Said((near, near + 1), said)
        name = self._name_from(near, min(stop, near + _INVERTED_REACH))
        if name is not None:
            return Said((name.first, name.end), said)
        near = self._past_object(near, stop)
        first, end, full = self._noun_phrase(near, stop)
        if end <= first or text.words[near] in self._openers:
            return None
        renamed = self._renamed(full, stop)
        return Said((renamed.first, renamed.end) if renamed else (first, end), said)

    def _past_aside(self, at: int, stop: int) -> int:
        """Give the token behind adverbs, days, and ", for his part,"."""
        text = self.text
        while at < stop and self._passes(at):
            at += 1
        if at < stop and text.words[at] == ",":
            for comma in range(at + 2, min(stop - 1, at + _ASIDE)):
                if text.words[comma] == ",":
                    named = text.caps[comma + 1] or phrase.is_article(text, comma + 1)
                    return comma + 1 if named else at
        return at

    def _past_object(self, at: int, stop: int) -> int:
        """Give the token behind "to the agency", where the subject may still follow."""
        if at + 1 >= stop or self.text.words[at] not in self.text.pack.words["function.preposition"]:
            return at
        if self.text.caps[at + 1]:
            at += 2
            while at < stop and self.text.caps[at]:
                at += 1
            return at
        return at

    def _passes(self, token: int) -> bool:
        """Tell whether a word may stand between a verb and its subject."""
        word = self.text.words[token]
        if phrase.is_article(self.text, token) and token + 1 < len(self.text):
            return self.text.words[token + 1] in self._dates
        return word in self._dates or (word in self._skipped and not self.text.caps[token])

    def _name_from(self, first: int, stop: int) -> Name | None:
        """Give the name that may speak between two tokens, before any comma."""
        text = self.text
        fallback: Name | None = None
        for name in self._within(first, stop):
            if any(text.words[at] in {",", ";", ":"} for at in range(first, name.first)):
                break
            if name.end < len(text) and text.words[name.end] in _POSSESSIVES:
                continue
            if name.kind == "person":
                return name
            if name.kind == "place" or self._governed(first, name):
                continue
            if fallback is None or (name.kind == "unknown" and name.end - name.first > 1):
                fallback = name
        return fallback

    def _governed(self, first: int, name: Name) -> bool:
        """Tell whether a name hangs on a preposition: "a spokesman for the X"."""
        at = name.first - 1
        while at >= first and phrase.is_article(self.text, at):
            at -= 1
        return at >= first and self.text.words[at] in self.text.pack.words["function.preposition"]

    def _renamed(self, comma: int, stop: int) -> Name | None:
        """Give the person named right behind a description: "one of them, Ahmed Ali,"."""
        words = self.text.words
        if comma < stop and words[comma] == "(":
            while comma < stop - 1 and words[comma - 1] != ")":
                comma += 1
        if comma >= stop or words[comma] != ",":
            return None
        for name in self._within(comma + 1, min(stop, comma + _RENAMED_REACH)):
            if "," in self.text.words[comma + 1 : name.first]:
                break
            if name.kind in {"person", "unknown"}:
                return name
        return None

    def _noun_phrase(self, first: int, stop: int) -> tuple[int, int, int]:
        """Give the noun phrase from a token on: first token, end of its head, end with the rest."""
        text = self.text
        begun = first
        first, end = phrase.after(text, first, stop)
        while first < end < stop - 1 and text.words[end] in _POSSESSIVES and text.glued(end):
            end = max(end + 1, phrase.after(text, end + 1, stop)[1])
        head = self._head_end(first, end)
        connectors = text.pack.words.get("names.connector", frozenset())
        for _ in range(_ATTACHED):
            if not first < end < stop - 1 or text.words[end] not in connectors:
                break
            _, longer = phrase.after(text, end + 1, stop)
            if longer <= end + 1:
                break
            head, end = (longer if head == end else head), longer
        return (begun if end > first else first), head, end

    def _head_end(self, first: int, end: int) -> int:
        """Cut a noun phrase behind its word for a person: "a witness" of "a witness reached"."""
        for at in range(first, end):
            for path in ("people.role", "crowd.noun"):
                hit = self.text.hit_at(at, path)
                if hit is not None and hit.end < end and not self.text.caps[hit.end]:
                    return hit.end if self._is_last_role(hit.end, end) else end
        return end

    def _is_last_role(self, first: int, end: int) -> bool:
        return not any(
            True
            for path in ("people.role", "crowd.noun")
            for _ in self.text.found_within(path, first, end)
        )

    # ---------------------------------------------------------------- subjects before a cue

    def subject(self, first: int, end: int) -> Stretch | None:
        """Give the subject of a verb that begins at ``end``, looking back to ``first``."""
        text = self.text
        while end > first and text.words[end - 1] in self._skipped:
            end -= 1
        if end <= first:
            return None
        word = text.words[end - 1]
        if word in self._pronouns:
            return (end - 1, end)
        if word in text.pack.words["function.relative"]:
            return self._before_relative(first, end - 1)
        if word in {",", ")"}:
            return self._before_aside(first, end - 1)
        name = self._ending_at(end)
        if name is not None and not self._hangs(first, name):
            return (name.first, name.end)
        return self._phrase_before(first, end)

    def clause_subject(self, first: int, end: int) -> Stretch | None:
        """Give what a sentence is about: its first person, its first speaker, its first name."""
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
        for cue in islice(self.cues(first, end), _TRIED):
            subject = self.subject(first, cue.first)
            if subject is not None:
                return subject
        among = self._within(first, end)
        if among and among[0].kind != "place":
            return (among[0].first, among[0].end)
        return None

    def _within(self, first: int, end: int) -> Sequence[Name]:
        low = bisect_left(self._firsts, first)
        return self.names[low : bisect_left(self._firsts, end)]

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

    def _before_relative(self, first: int, end: int) -> Stretch | None:
        """Give what "who said" or ", which said" goes back to."""
        while end > first and self.text.words[end - 1] == ",":
            end -= 1
        name = self._ending_at(end)
        return (name.first, name.end) if name is not None else self._phrase_before(first, end)

    def _before_aside(self, first: int, comma: int) -> Stretch | None:
        """Give the name or noun phrase before an aside that ends at a comma."""
        text = self.text
        first = max(first, comma - _CUE_REACH)
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
        at = max(at, end - _MAX_SUBJECT)
        auxiliaries = text.pack.words["function.auxiliary"]
        return None if any(text.words[within] in auxiliaries for within in range(at, end)) else (at, end)

    def _leading_name(self, first: int, end: int) -> Name | None:
        """Give the first person of a clause that owns nothing and hangs on nothing."""
        prepositions = self.text.pack.words["function.preposition"]
        for name in islice(self._within(first, end), _TRIED):
            before = self.text.words[name.first - 1] if name.first else ""
            follows = self.text.words[name.end] if name.end < len(self.text) else ""
            if (
                name.kind == "person"
                and before not in prepositions
                and follows not in _POSSESSIVES
            ):
                return name
        return None
