"""Says which protest a mention belongs to, by scored and explained attachment.

Every mention is offered to every protest of the report. What counts is how near the protest's
own place stands to the mention - in the sentence, before or after it, further back -, whether its
date stands beside it, whether it is the report's main protest, and whether it agrees with the
light of the sentence (a look back belongs to a past protest). The features' weights are fitted on
figures whose protest was coded by hand; the best protest takes the mention, and the features that
spoke for it are its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.assemble.weights import ATTACH_WEIGHTS
from cortege.extract.text import Text

# Tokens between a mention and a place in its sentence, and how such a gap is called.
_GAPS: Final = ((4, "beside"), (10, "near"), (10**9, "in the sentence"))
_BACK: Final = ((1, "one sentence back"), (3, "a few sentences back"), (10**9, "far back"))


@dataclass(frozen=True, slots=True)
class Attachment:
    """The protest a mention belongs to, the score, and the features that spoke for it."""

    protest: Protest
    score: float
    reasons: tuple[str, ...]


class Attacher:
    """Attaches mentions of one report to its protests."""

    def __init__(self, text: Text, protests: Sequence[Protest], scenes: Sequence[Scene]) -> None:
        """Note where each protest's place is named, so that each question is quick."""
        self._text, self._protests, self._scenes = text, list(protests), scenes
        self._named: dict[int, list[tuple[int, str]]] = {}
        for key, spots in {p.key: p.spots for p in protests}.items():
            for spot in spots:
                sentence = text.sentence_of[spot.first]
                self._named.setdefault(sentence, []).append((spot.first, key))
        self._last = self._last_named()

    def owner(self, token: int, *, past: bool = False) -> Attachment:
        """Give the protest that the mention at a token belongs to."""
        best, best_score = self._protests[0], float("-inf")
        best_shown: tuple[str, ...] = ()
        for protest in self._protests:
            shown = self.features(protest, token, past=past)
            score = sum(ATTACH_WEIGHTS.get(name, 0.0) for name in shown)
            if score > best_score:
                best, best_score, best_shown = protest, score, tuple(shown)
        spoke = tuple(name for name in best_shown if ATTACH_WEIGHTS.get(name, 0.0) > 0)
        return Attachment(best, best_score, spoke)

    def _last_named(self) -> list[tuple[int, str] | None]:
        """Give, for each sentence, the last sentence before it that names a protest's place."""
        last: list[tuple[int, str] | None] = []
        known: tuple[int, str] | None = None
        for sentence in range(len(self._text.sentences)):
            last.append(known)
            named = self._named.get(sentence)
            if named:
                several = len({key for _, key in named}) > 1
                known = (sentence, "" if several else named[0][1])
        return last

    def features(self, protest: Protest, token: int, *, past: bool) -> list[str]:
        """Name how a protest stands to the mention at a token."""
        sentence = self._text.sentence_of[token]
        scene = self._scenes[sentence]
        back = past or scene.background
        dated = self._date_at(protest, sentence)
        says = {
            "its date in the sentence": dated,
            "another date in the sentence": not dated and bool(scene.dates),
            "its sentence": sentence in protest.scenes,
            "the main protest": protest.main,
            "the report's news": protest.focal,
            "a further day": protest.further_day,
            "looked back at, and past": back and not protest.focal,
            "looked back at, and news": back and protest.focal,
            "in the title, and main": scene.title and protest.main,
            "surest by focus": protest.focus == max(p.focus for p in self._protests),
        }
        shown = [name for name, true in says.items() if true]
        shown.extend(self._nearness(protest, token, sentence))
        return shown

    def _date_at(self, protest: Protest, sentence: int) -> bool:
        mention = protest.date_mention
        if mention is None:
            return False
        if self._text.sentence_of[mention.first] == sentence:
            return True
        return any(other.value == mention.value for other in self._scenes[sentence].dates)

    def _nearness(self, protest: Protest, token: int, sentence: int) -> list[str]:
        """Say how near the protest's place is named."""
        named = self._named.get(sentence, ())
        own = [at for at, key in named if key == protest.key]
        if own:
            gap, after = min((abs(at - token), at > token) for at in own)
            word = next(name for bound, name in _GAPS if gap <= bound)
            side = "after" if after else "before"
            alone = [] if len({key for _, key in named}) > 1 else ["the only place in the sentence"]
            return [f"its place {word}, {side}", *alone]
        if named:
            return ["another place in the sentence"]
        last = self._last[sentence]
        if last is None:
            return []
        if not last[1]:
            return ["several places named last"]
        if last[1] != protest.key:
            return ["another place named last"]
        here, there = self._text.sentences[sentence], self._text.sentences[last[0]]
        word = next(name for bound, name in _BACK if sentence - last[0] <= bound)
        same = "same paragraph" if here.paragraph == there.paragraph else "earlier paragraph"
        return [f"its place named last, {word}, {same}"]
