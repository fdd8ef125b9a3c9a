"""Says which protest a mention belongs to, by scored and explained attachment.

Every mention is offered to every protest of the report. A protest scores by how near its own
place stands to the mention - in the clause, the sentence, the paragraph, further back -, by its
date standing beside it, by being the report's main protest, and by agreeing with the light of the
sentence (a look back belongs to a past protest). The best takes the mention; the reason is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.extract.text import Text

SAME_SENTENCE: Final = 3.0
PLACE_AFTER: Final = 0.4  # taken off when the place stands behind the mention, not before it
PER_TOKEN: Final = 0.06
CARRIED: Final = 2.0  # the last place named before, in the same paragraph
PER_SENTENCE: Final = 0.35
CARRIED_FAR: Final = 1.0  # the last place named before, in an earlier paragraph
SAME_DATE: Final = 1.2
MAIN: Final = 0.9
FOCAL: Final = 0.4
LIGHT: Final = 1.0  # a past protest in a sentence that looks back


@dataclass(frozen=True, slots=True)
class Attachment:
    """The protest a mention belongs to, the score, and the reason in words."""

    protest: Protest
    score: float
    reason: str


class Attacher:
    """Attaches mentions of one report to its protests."""

    def __init__(self, text: Text, protests: Sequence[Protest], scenes: Sequence[Scene]) -> None:
        """Note where each protest's place is named, so that each question is quick."""
        self._text, self._protests, self._scenes = text, list(protests), scenes
        self._named: dict[int, list[tuple[int, str]]] = {}
        for protest in protests:
            for spot in protest.spots:
                sentence = text.sentence_of[spot.first]
                self._named.setdefault(sentence, []).append((spot.first, protest.key))
        self._last = self._last_named()

    def owner(self, token: int, *, past: bool = False) -> Attachment:
        """Give the protest that the mention at a token belongs to."""
        scored = [self._score(protest, token, past=past) for protest in self._protests]
        best = max(range(len(scored)), key=lambda at: (scored[at][0], -at))
        return Attachment(self._protests[best], *scored[best])

    def _last_named(self) -> list[tuple[int, str] | None]:
        """Give, for each sentence, the last sentence before it that names a protest's place."""
        last: list[tuple[int, str] | None] = []
        known: tuple[int, str] | None = None
        for sentence in range(len(self._text.sentences)):
            last.append(known)
            named = self._named.get(sentence)
            if named:
                known = (sentence, max(named)[1])
        return last

    def _score(self, protest: Protest, token: int, *, past: bool) -> tuple[float, str]:
        sentence = self._text.sentence_of[token]
        scene = self._scenes[sentence]
        score, reason = self._nearness(protest, token, sentence)
        if protest.date_mention and self._text.sentence_of[protest.date_mention.first] == sentence:
            score += SAME_DATE
            reason += ", its date in the sentence"
        if protest.main:
            score += MAIN
        if protest.focal:
            score += FOCAL
        if (past or scene.background) and not protest.focal:
            score += LIGHT
        return score, reason.strip(", ")

    def _nearness(self, protest: Protest, token: int, sentence: int) -> tuple[float, str]:
        named = [at for at, key in self._named.get(sentence, ()) if key == protest.key]
        if named:
            gap, after = min((abs(at - token), at > token) for at in named)
            value = SAME_SENTENCE - PER_TOKEN * gap - PLACE_AFTER * after
            return value, "its place in the sentence"
        last = self._last[sentence]
        if last is not None and last[1] == protest.key and not self._named.get(sentence):
            here, there = self._text.sentences[sentence], self._text.sentences[last[0]]
            base = CARRIED if here.paragraph == there.paragraph else CARRIED_FAR
            value = max(base - PER_SENTENCE * (sentence - last[0] - 1), 0.2)
            return value, "the last place named before"
        return 0.0, ""
