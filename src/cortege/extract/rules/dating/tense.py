"""Turns the words around a date into whether its clause looks back or ahead.

The verb that governs a date mostly stands before it in the same clause: the first cue to the left
decides, or, where there is none, the first to the right ("On Saturday they will march"). Cues in
another clause say nothing, and without a cue the answer is ``None``.

The cues are the lists of ``[date_context]`` and the verbs of saying; a present tense ("Saturday
is") counts only beside the date, "for" only before it, and an infinitive ("teachers to strike
Monday") only in a title.
"""

from __future__ import annotations

from typing import Final, Literal

from cortege.extract.text import Text

Direction = Literal["past", "future"]
Mark = Literal["past", "future", "present", "leading"]
_TITLE_CUES: Final = "date_context.headline"
_SAYING: Final = "cue.say"
_CUES: Final[tuple[tuple[str, Mark], ...]] = (
    ("date_context.leading", "leading"),
    ("date_context.present", "present"),
    (_SAYING, "past"),
    ("date_context.past", "past"),
    ("date_context.future", "future"),
    (_TITLE_CUES, "future"),
)
_BESIDE: Final = 1  # words that may stand between "is" and its date
_REACH: Final = 40  # tokens a cue may stand away
_OPENING: Final = 2  # marks of punctuation that may follow a date at the start of its clause
_BOUNDARIES: Final = frozenset({",", ";", ":", "(", ")", "–", "—", '"', "“", "”", "«", "»"})
_JOINTS: Final = ("function.conjunction", "function.relative")


class Tense:
    """The cues of a text, by token, ready to be asked about any of its dates."""

    __slots__ = ("_boundary", "_marks", "_text")

    def __init__(self, text: Text) -> None:
        """Mark the tokens of each cue; of two cues that overlap the longer one counts."""
        self._text = text
        lengths: dict[int, int] = {}
        self._marks: dict[int, Mark] = {}
        for path, mark in _CUES:
            for hit in text.found(path):
                if path == _TITLE_CUES and not text.sentence(hit.first).in_title:
                    continue
                if path == _SAYING and text.hit_at(hit.first, "form") is not None:
                    continue  # "protesta" is a verb of saying, and mostly none
                for token in range(hit.first, hit.end):
                    if hit.end - hit.first >= lengths.get(token, 0):
                        lengths[token] = hit.end - hit.first
                        self._marks[token] = mark
        words = text.pack.words
        joints = frozenset().union(*(words.get(path, frozenset()) for path in _JOINTS))
        self._boundary = _BOUNDARIES | (joints - self._cue_words())

    def _cue_words(self) -> frozenset[str]:
        return frozenset(self._text.words[token] for token in self._marks)

    def direction(self, first: int, end: int) -> Direction | None:
        """Tell whether the clause around the tokens ``first`` to ``end`` looks back or ahead."""
        sentence = self._text.sentence(first)
        for token in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
            mark = self._marks.get(token)
            if mark in {"present", "leading"}:
                if first - token - 1 <= _BESIDE:
                    return "future"
            elif mark == "past" or mark == "future":  # noqa: PLR1714 - narrows the type
                return mark
            elif self._text.words[token] in self._boundary:
                break
        return self._behind(end, min(sentence.end, end + _REACH))

    def _behind(self, end: int, stop: int) -> Direction | None:
        """Ask the cues behind a date that no cue precedes in its clause."""
        for token in range(end, stop):
            mark = self._marks.get(token)
            if mark == "present":
                if token == end:
                    return "future"
            elif mark == "past" or mark == "future":  # noqa: PLR1714 - narrows the type
                return mark
            elif self._text.words[token] in self._boundary and token >= end + _OPENING:
                return None
        return None


__all__ = ["Direction", "Tense"]
