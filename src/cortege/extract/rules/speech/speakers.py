"""Turns the words around a quotation into the words for its speaker, and the cue.

Three questions: who speaks in the words behind a quotation, who in those that lead up to it, and
who says anything at all in a sentence. Cues lie behind or before their subjects, or hold it; see
``subjects_behind``, ``subjects_before`` and ``cues``.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from cortege.extract.rules.speech.cues import (
    CLAUSE_BREAKS,
    CUE_REACH,
    TRIED,
    Cue,
    Cues,
    Said,
    Stretch,
)
from cortege.extract.rules.speech.subjects_before import clause_subject, subject
from cortege.extract.rules.speech.subjects_behind import (
    according,
    behind_cue,
    behind_unheard_verb,
)

_TRAILING: Final = frozenset(",:—–-‑")
_COLON_REACH: Final = 4  # tokens between a cue and the colon that makes it a quotation's own


def behind(cues: Cues, first: int, stop: int) -> Said | None:
    """Read who speaks from the words behind a quotation."""
    text = cues.text
    while first < stop and text.words[first] in _TRAILING:
        first += 1
    begun = first
    while begun < stop and text.words[begun] in cues.skipped:
        begun += 1
    if first >= stop or text.words[first] in cues.openers:
        return according(cues, first, stop)
    cue = next(cues.between(first, min(stop, first + CUE_REACH)), None)
    if cue is not None and cue.pronoun:
        return Said((cue.first, cue.end), (cue.first, cue.end))
    if cue is not None and cue.first <= begun:
        return behind_cue(cues, cue, stop)
    unheard = behind_unheard_verb(cues, begun, stop)
    if unheard is not None or cue is None:
        return unheard or according(cues, first, stop)
    found = subject(cues, first, cue.first)
    return Said(found, (cue.first, cue.end)) if found is not None else None


def before(cues: Cues, first: int, stop: int) -> Said | None:
    """Read who speaks from the words that lead up to a quotation."""
    text = cues.text
    end = stop
    while end > first and text.words[end - 1] in _TRAILING:
        end -= 1
    colon = ":" in text.words[end:stop]
    while end > first and text.words[end - 1] in cues.that:
        end -= 1
    for cue in reversed(list(cues.between(max(first, end - CUE_REACH), end))):
        said = subject_of(cues, first, end, cue)
        if said is not None:
            near = end - cue.end
            return said._replace(adjacent=near == 0 or (colon and near <= _COLON_REACH))
    if colon:
        found = clause_subject(cues, first, end)
        if found is not None:
            return Said(found, None, adjacent=True)
    return according(cues, first, end)


def spoken(cues: Cues, first: int, stop: int) -> Stretch | None:
    """Give who says something between two tokens, unless only a pronoun does."""
    for cue in islice(cues.between(first, stop), TRIED):
        said = subject_of(cues, first, stop, cue)
        if said is not None and not cues.is_pronoun(said.speaker):
            return said.speaker
    return None


def subject_of(cues: Cues, first: int, end: int, cue: Cue) -> Said | None:
    """Read the subject of one cue, before it or behind it, between two tokens."""
    said = (cue.first, cue.end)
    if cue.pronoun:
        return Said(said, said)
    if _opens_clause(cues, first, cue.first):
        return behind_cue(cues, cue, end) if cue.end < end else None
    if _is_second_verb(cues, cue.first):
        found = clause_subject(cues, first, cue.first)
    else:
        found = subject(cues, first, cue.first)
    if cue.end < end and _is_fronted(cues, found):
        return behind_cue(cues, cue, end)
    return Said(found, said) if found is not None else None


def _is_fronted(cues: Cues, found: Stretch | None) -> bool:
    """Tell whether what stands before a verb is no subject: "Auf Anfrage sagte X"."""
    if not cues.text.pack.traits.get("verb_second"):
        return False
    return found is None or cues.text.words[found[0]] in cues.prepositions | cues.skipped


def _opens_clause(cues: Cues, first: int, token: int) -> bool:
    """Tell whether no subject can stand before a verb: "as X said", "“…”, a dit X"."""
    words = cues.text.words
    while token > first and words[token - 1] in cues.skipped:
        token -= 1
    if token == first or words[token - 1] in CLAUSE_BREAKS:
        return True
    if words[token - 1] == "," and token - 1 > first:
        return bool(cues.quoted[token - 2]) or words[token - 2] in CLAUSE_BREAKS
    return words[token - 1] in cues.prepositions


def _is_second_verb(cues: Cues, token: int) -> bool:
    """Tell whether a verb has its subject earlier on: "stood up and said", "…, saying"."""
    words = cues.text.words
    if words[token] in cues.participles:
        return True
    at = token - 1
    while at > 0 and words[at] in cues.skipped:
        at -= 1
    return words[at] in cues.conjunctions
