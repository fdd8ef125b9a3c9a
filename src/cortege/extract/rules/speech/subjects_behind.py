"""Turns the words behind a verb of saying into its subject: "said Ahmed", "a dit Ahmed".

Between the two may stand adverbs, days, asides (", for his part,") and whom the words are said
to. A description may be followed by the name it describes ("one of them, Ahmed Ali,"). Behind a
quotation even a verb that nobody listed is one of saying, if a person's name follows it.
"""

from __future__ import annotations

from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.rules.speech.cues import POSSESSIVES, Cue, Cues, Said

_REACH: Final = 9  # tokens between a cue and the name that follows it
_UNHEARD_REACH: Final = 6  # the same, behind a verb that is not known as a cue
_ASIDE: Final = 6  # tokens of ", for his part," behind a cue
_RENAMED_REACH: Final = 7  # tokens of "17-year-old" and the like before a name
_ATTACHED: Final = 3  # noun phrases that may hang on the first: "the head of the office of"
_ACCORDING_REACH: Final = 3  # tokens before "according to"
_PERSON_NOUNS: Final = ("people.role", "crowd.noun")


def behind_cue(cues: Cues, cue: Cue, stop: int) -> Said | None:
    """Read the subject behind a cue, before the token ``stop``."""
    text = cues.text
    said = (cue.first, cue.end)
    near = _past_aside(cues, cue.end, stop)
    if near >= stop or text.kinds[near] == "p" or text.words[near] in cues.that:
        return None
    if text.words[near] in cues.pronouns:
        return Said((near, near + 1), said)
    name = _speaking_name(cues, near, min(stop, near + _REACH))
    if name is not None:
        return Said((name.first, name.end), said)
    near = _past_listener(cues, near, stop)
    first, end, full = _noun_phrase(cues, near, stop)
    if end <= first or text.words[near] in cues.openers:
        return None
    renamed = _renamed(cues, full, stop)
    return Said((renamed.first, renamed.end) if renamed else (first, end), said)


def behind_unheard_verb(cues: Cues, token: int, stop: int) -> Said | None:
    """Read "laughs Ahmed", where the lexicon does not know that one can laugh words."""
    text = cues.text
    if token + 1 >= stop or text.kinds[token] != "w" or text.caps[token]:
        return None
    words = text.pack.words
    if text.words[token] in words["function.article"] | cues.pronouns:
        return None
    name = _speaking_name(cues, token + 1, min(stop, token + 1 + _UNHEARD_REACH))
    if name is None or name.kind == "organisation":
        return None
    if name.kind != "person" and name.end - name.first == 1:
        return None
    other_subjects = words["function.auxiliary"] | cues.pronouns
    if any(text.words[at] in other_subjects for at in range(token + 1, name.first)):
        return None
    return Said((name.first, name.end), (token, token + 1))


def according(cues: Cues, first: int, stop: int) -> Said | None:
    """Read "according to X" at the beginning of some words."""
    text = cues.text
    for at in range(first, min(stop, first + _ACCORDING_REACH)):
        hit = text.hit_at(at, "cue.according") or text.hit_at(at, "quotation.by")
        if hit is None or hit.end >= stop:
            continue
        cue = next(cues.between(hit.end, min(stop, hit.end + 2)), None)
        if cue is not None:
            return behind_cue(cues, cue, stop)
        name = _speaking_name(cues, hit.end, stop)
        if name is not None:
            return Said((name.first, name.end), (hit.first, hit.end))
        begun, end, _ = _noun_phrase(cues, hit.end, stop)
        return Said((begun, end), (hit.first, hit.end)) if end > begun else None
    return None


# --------------------------------------------------------------------------- what may lie between


def _past_aside(cues: Cues, at: int, stop: int) -> int:
    """Give the token behind adverbs, days, and ", for his part,"."""
    text = cues.text
    while at < stop and _passes(cues, at):
        at += 1
    if at < stop and text.words[at] == ",":
        for comma in range(at + 2, min(stop - 1, at + _ASIDE)):
            if text.words[comma] == ",":
                named = text.caps[comma + 1] or phrase.is_article(text, comma + 1)
                return comma + 1 if named else at
    return at


def _passes(cues: Cues, token: int) -> bool:
    """Tell whether a word may stand between a verb and its subject."""
    text = cues.text
    word = text.words[token]
    if phrase.is_article(text, token) and token + 1 < len(text):
        return text.words[token + 1] in cues.weekdays
    return word in cues.weekdays or (word in cues.skipped and not text.caps[token])


def _past_listener(cues: Cues, at: int, stop: int) -> int:
    """Give the token behind "to the agency", where the subject may still follow."""
    text = cues.text
    if at + 1 < stop and text.words[at] in cues.prepositions and text.caps[at + 1]:
        at += 2
        while at < stop and text.caps[at]:
            at += 1
    return at


# --------------------------------------------------------------------------- names and noun phrases


def _speaking_name(cues: Cues, first: int, stop: int) -> Name | None:
    """Give the name that may speak between two tokens, before any comma."""
    text = cues.text
    fallback: Name | None = None
    for name in cues.names_between(first, stop):
        if any(text.words[at] in {",", ";", ":"} for at in range(first, name.first)):
            break
        if name.end < len(text) and text.words[name.end] in POSSESSIVES:
            continue
        if name.kind == "person":
            return name
        if name.kind == "place" or _hangs(cues, first, name):
            continue
        if fallback is None or (name.kind == "unknown" and name.end - name.first > 1):
            fallback = name
    return fallback


def _hangs(cues: Cues, first: int, name: Name) -> bool:
    """Tell whether a name hangs on a preposition: "a spokesman for the X"."""
    at = name.first - 1
    while at >= first and phrase.is_article(cues.text, at):
        at -= 1
    return at >= first and cues.text.words[at] in cues.prepositions


def _renamed(cues: Cues, comma: int, stop: int) -> Name | None:
    """Give the person named right behind a description: "one of them, Ahmed Ali,"."""
    words = cues.text.words
    if comma < stop and words[comma] == "(":
        while comma < stop - 1 and words[comma - 1] != ")":
            comma += 1
    if comma >= stop or words[comma] != ",":
        return None
    for name in cues.names_between(comma + 1, min(stop, comma + _RENAMED_REACH)):
        if "," in words[comma + 1 : name.first]:
            break
        if name.kind in {"person", "unknown"}:
            return name
    return None


def _noun_phrase(cues: Cues, first: int, stop: int) -> tuple[int, int, int]:
    """Give the noun phrase from a token on: first token, end of its head, end with the rest."""
    text = cues.text
    begun = first
    first, end = phrase.after(text, first, stop)
    while first < end < stop - 1 and text.words[end] in POSSESSIVES and text.glued(end):
        end = max(end + 1, phrase.after(text, end + 1, stop)[1])
    head = _head_end(cues, first, end)
    connectors = text.pack.words.get("names.connector", frozenset())
    for _ in range(_ATTACHED):
        if not first < end < stop - 1 or text.words[end] not in connectors:
            break
        _, longer = phrase.after(text, end + 1, stop)
        if longer <= end + 1:
            break
        head, end = (longer if head == end else head), longer
    return (begun if end > first else first), head, end


def _head_end(cues: Cues, first: int, end: int) -> int:
    """Cut a noun phrase behind its last word for a person: "a witness reached by telephone"."""
    text = cues.text
    found = [hit.end for path in _PERSON_NOUNS for hit in text.found_within(path, first, end)]
    last = max(found, default=end)
    return last if last < end and not text.caps[last] else end
