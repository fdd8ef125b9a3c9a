"""Turns a text into the names and phrases that may name an organiser or a target, with features.

A candidate is a proper name, a noun phrase behind or before a frame ("against X", "X organised"),
or a noun phrase around a telling noun ("the government", "student groups"). All places where the
same words stand make one candidate; a surname or a name's acronym joins the full name. Each
feature is a named yes or a small number: which words stand before, in and behind the candidate
(the paths of the lexicon), where in the report it stands, how often, beside what.

Nothing is decided here: ``organisers`` and ``targets`` weigh the features.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

Span = tuple[int, int]

_TABLES: Final = ("organiser", "target")
_LEADS: Final = ("organiser.before.by", "organiser.before.call", "target.before")
_FOLLOWS: Final = ("organiser.after.organises", "organiser.after.calls", "organiser.after.leads")
_MAX_LEFT: Final = 4  # words before a telling noun
_MAX_GAP: Final = 5  # words between a cue and the name it points to
_MAX_CLAUSE: Final = 14  # tokens
_MAX_CANDIDATES: Final = 400  # a text with more is no report


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name an organiser or a target: where they stand best, and their features."""

    first: int
    end: int
    cue: Span
    features: Mapping[str, float]


@dataclass(slots=True)
class _Entity:
    """All places where the same words stand."""

    spans: list[Span] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


class _Cues:
    """The frames of a text by the token they end at and by the token they begin at."""

    def __init__(self, text: Text) -> None:
        self.ending: dict[int, list[tuple[str, Span]]] = {}
        self.opening: dict[int, list[tuple[str, Span]]] = {}
        for table in _TABLES:
            for hit in text.found(f"{table}.before"):
                self.ending.setdefault(hit.end, []).append((hit.path, (hit.first, hit.end)))
            for hit in text.found(f"{table}.after"):
                self.opening.setdefault(hit.first, []).append((hit.path, (hit.first, hit.end)))


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[Candidate]:
    """Find the candidates of a text with their features, in order of their best place."""
    entities = _gathered(text, names)
    scene = _Scene(text, triggers, quoted)
    found = [scene.weighed(entity) for entity in entities]
    return sorted(found, key=lambda candidate: candidate.first)


# --------------------------------------------------------------------------- spans


def _gathered(text: Text, names: Sequence[Name]) -> list[_Entity]:
    """Give the candidates' places, those with the same words together."""
    entities: dict[tuple[str, ...], _Entity] = {}
    known = _full_names(text, names)
    for span, kind in _spans(text, names):
        key = tuple(text.words[span[0] : span[1]])
        key = known.get(key, key)
        if key not in entities:
            if len(entities) >= _MAX_CANDIDATES:
                continue
            entities[key] = _Entity()
        entity = entities[key]
        if span not in entity.spans:
            entity.spans.append(span)
        entity.kinds.add(kind)
    return list(entities.values())


def _full_names(text: Text, names: Sequence[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Map surnames, first words and bracketed acronyms of names to the full name."""
    full: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        key = tuple(text.words[name.first : name.end])
        if len(key) == 1:
            continue
        full.setdefault(key[-1:], key)
        if name.kind == "person":
            full.setdefault(key[:1], key)
        at = name.end
        if at + 2 < len(text) and text.words[at] == "(" and text.words[at + 2] == ")":
            if text.caps[at + 1]:
                full.setdefault((text.words[at + 1],), key)
    single = {tuple(text.words[name.first : name.end]) for name in names if name.end - name.first == 1}
    return {short: key for short, key in full.items() if short in single}


def _spans(text: Text, names: Sequence[Name]) -> Iterator[tuple[Span, str]]:
    for name in names:
        yield (name.first, name.end), f"name.{name.kind}"
    for table in _TABLES:
        for hit in text.found(f"{table}.head"):
            first = _left(text, hit.first)
            yield (first, hit.end), "head"
            _, end = phrase.after(text, hit.first)
            if end > hit.end:
                yield (first, end), "head.long"
    for path in _LEADS:
        for hit in text.found(path):
            first, end = phrase.after(text, hit.end)
            if first < end:
                yield (first, end), "frame"
                longer = _clause_end(text, first)
                if longer > end:
                    yield (first, longer), "frame.clause"
    for path in _FOLLOWS:
        for hit in text.found(path):
            first, end = phrase.before(text, hit.first)
            if first < end:
                yield (first, end), "subject"


def _left(text: Text, head: int) -> int:
    """Give the first word of the noun phrase that ends with a telling noun."""
    floor = max(text.sentence(head).first, head - _MAX_LEFT)
    of = grammar(text.pack.code).of
    first = head
    while first > floor:
        at = first - 1
        if text.words[at] in of or phrase.is_article(text, at) or text.kinds[at] != "w":
            break
        if phrase.closes(text, at, -1, joins=False) and text.words[at] != "'s":
            break
        first = at
    return first


def _clause_end(text: Text, first: int) -> int:
    """Give the end of a long phrase: "plan to remove a statue", "killing of X by Y"."""
    words = text.pack.words
    stop = min(text.sentence(first).end, first + _MAX_CLAUSE)
    for at in range(first, stop):
        if text.kinds[at] == "p" and text.words[at] not in "-‐‑'":
            return at
        word = text.words[at]
        if word in words["function.relative"] or word in words["function.pronoun"]:
            return at
        if at > first and text.hit_at(at, "demand_end"):
            return at
    return stop


# --------------------------------------------------------------------------- features


class _Scene:
    """What one text says around its candidates."""

    def __init__(self, text: Text, triggers: Sequence[Trigger], quoted: frozenset[int]) -> None:
        self.text, self.quoted = text, quoted
        self.cues = _Cues(text)
        self.trigger_tokens = [trigger.first for trigger in triggers]
        self.acted = {text.sentence_of[trigger.first] for trigger in triggers}
        self.heads: dict[int, list[str]] = {}
        for table in _TABLES:
            for hit in text.found(f"{table}.head"):
                self.heads.setdefault(hit.end, []).append(hit.path)
        self.anti = self._anti_words()
        forms = [trigger.form for trigger in triggers]
        self.riot = "riot" in forms
        self.strike = "strike" in forms

    def _anti_words(self) -> set[str]:
        """Give what stands behind "anti-" anywhere in the text."""
        prefixes = tuple(self.text.pack.words["target.anti.prefix"])
        found: set[str] = set()
        for word in self.text.words:
            if prefixes and word.startswith(prefixes):
                for prefix in prefixes:
                    if word.startswith(prefix):
                        found.add(word[len(prefix) :])
        return found

    def weighed(self, entity: _Entity) -> Candidate:
        """Give a candidate with the features of all its places."""
        features: dict[str, float] = {}
        best, best_value, cue = entity.spans[0], -1.0, entity.spans[0]
        n_quoted = n_acted = n_place = 0
        for span in entity.spans:
            here, at = self._around(span)
            in_quote = span[0] in self.quoted
            n_quoted += in_quote
            acted = self.text.sentence_of[span[0]] in self.acted
            n_acted += acted
            n_place += self._placed(span)
            for name in here:
                features[name] = 1.0
                if acted:
                    features[name + "+act"] = 1.0
            value = len(here) + acted + (span[1] - span[0]) * 0.1 - 2 * in_quote
            if value > best_value:
                best, best_value, cue = span, value, at
        n_spans = len(entity.spans)
        features.update(self._standing(entity, n_spans))
        features["quoted"] = n_quoted / n_spans
        features["all quoted"] = float(n_quoted == n_spans)
        features["acted"] = n_acted / n_spans
        features["any acted"] = float(n_acted > 0)
        features["placed"] = n_place / n_spans
        if "name.person" in entity.kinds or "name.unknown" in entity.kinds:
            best = max(entity.spans, key=lambda span: span[1] - span[0])
        features.update(self._inside(best))
        return Candidate(best[0], best[1], cue, features)

    def _standing(self, entity: _Entity, n_spans: int) -> dict[str, float]:
        text = self.text
        sentences = [text.sentence(first) for first, _ in entity.spans]
        body = [sentence.paragraph for sentence in sentences if not sentence.in_title]
        first = min(first for first, _ in entity.spans)
        standing = {
            "often": math.log(n_spans),
            "once": float(n_spans == 1),
            "title": float(any(sentence.in_title for sentence in sentences)),
            "lead": float(bool(body) and min(body) <= 2),
            "late": first / max(len(text), 1),
        }
        for kind in entity.kinds:
            standing[f"kind.{kind}"] = 1.0
        return standing

    def _inside(self, span: Span) -> dict[str, float]:
        """Give what the candidate's own words say."""
        text, (first, end) = self.text, span
        inside: dict[str, float] = {"length": float(end - first), "one word": float(end - first == 1)}
        for path in self.heads.get(end, ()):
            inside[path] = 1.0
        for at in range(first + 1, end):
            for path in self.heads.get(at, ()):
                inside[path + "~"] = 1.0
        words = [text.words[at] for at in range(first, end)]
        inside["anti"] = float(any(word in self.anti for word in words))
        inside["capital"] = float(all(text.caps[at] for at in range(first, end)))
        inside["acronym"] = float(end - first == 1 and text.exact(first, end).isupper())
        lists = text.pack.words
        inside["crowd"] = float(words[-1] in lists["crowd.noun"])
        inside["group"] = float(words[-1] in lists["crowd.group"])
        inside["police"] = float(any(word in lists["not_crowd.police"] for word in words))
        inside["demonym"] = float(all(word in lists["names.demonym"] for word in words))
        inside["trigger"] = float(any(first <= at < end for at in self._triggers(first, end)))
        if self.riot:
            for path in self.heads.get(end, ()):
                inside[path + " in a riot"] = 1.0
        if self.strike:
            for path in self.heads.get(end, ()):
                inside[path + " in a strike"] = 1.0
        return inside

    def _triggers(self, first: int, end: int) -> list[int]:
        at = bisect_left(self.trigger_tokens, first)
        stop = bisect_left(self.trigger_tokens, end)
        return self.trigger_tokens[at:stop]

    def _placed(self, span: Span) -> bool:
        first = span[0]
        return first > 0 and self.text.words[first - 1] in self.text.pack.words["place.within"]

    def _around(self, span: Span) -> tuple[set[str], Span]:
        """Give the frames that point to a place, and the nearest one's tokens."""
        text, (first, end) = self.text, span
        names: set[str] = set()
        cue = span
        floor = text.sentence(first).first
        at, roles = first, text.pack.words
        for _ in range(_MAX_GAP):
            for path, where in self.cues.ending.get(at, ()):
                names.add(path)
                cue = where
            if at <= floor:
                break
            word = text.words[at - 1]
            if word in {"the", "\"", "“", "«", "("} or phrase.is_article(text, at - 1):
                at -= 1
            elif word in roles["names.demonym"] or text.caps[at - 1] and text.kinds[at - 1] == "w":
                at -= 1
            elif self._is_role(at - 1):
                names.add(self._is_role(at - 1))
                at -= 1
            else:
                break
        at, stop = end, text.sentence(end - 1).end
        for _ in range(_MAX_GAP):
            for path, where in self.cues.opening.get(at, ()):
                names.add(path)
                cue = where
            if at >= stop:
                break
            word = text.words[at]
            if word in {",", "(", ")", "\"", "”", "»", "’", "'"} or word in roles["function.auxiliary"]:
                at += 1
            elif word in roles["function.relative"] or word in roles["function.adverb"] or phrase.is_article(text, at):
                at += 1
            elif at > end and text.words[at - 1] == "(":
                at += 1
            else:
                break
        if text.hit_at(end, "cue.say") if end < len(text) else None:
            names.add("said")
        return names, cue

    def _is_role(self, token: int) -> str:
        for path in ("people.government", "people.protest", "people.police", "people.role"):
            if self.text.words[token] in self.text.pack.words[path]:
                return path
        return ""
