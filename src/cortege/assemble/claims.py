"""Turns mentions that belong to a protest into claims with holder, stance and scope."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cortege.assemble import forms, responses, venues
from cortege.assemble.attach import Attacher
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.extract.rules import holders, issues
from cortege.extract.rules.actors import ActorMention
from cortege.extract.rules.amounts import words_of
from cortege.extract.rules.casualties import CasualtyMention
from cortege.extract.rules.sites import Site
from cortege.extract.rules.triggers import Trigger
from cortege.extract.stage import Mentions
from cortege.extract.voices import speakers
from cortege.nouns.article import Evidence
from cortege.nouns.claim import UNATTRIBUTED, Claim, Field, Holder, Scope, Stance
from cortege.nouns.values import (
    Actor,
    ActorKind,
    Casualties,
    Code,
    Issue,
    Origin,
    Place,
    Route,
    Slogan,
    Text,
    Value,
)

VERSION: Final = "1"


@dataclass(frozen=True, slots=True)
class _Response:
    """A police response named somewhere, and the protest it was attached to."""

    protest: Protest
    sentence: int
    words: Evidence
    score: float


class Claims:
    """The claims of one report, gathered protest by protest."""

    def __init__(
        self, mentions: Mentions, protests: Sequence[Protest], scenes: Sequence[Scene]
    ) -> None:
        """Take the mentions of a report and the protests they are to be shared out among."""
        self._mentions, self._text = mentions, mentions.text
        self._protests, self._scenes = protests, scenes
        self._attacher = Attacher(mentions.text, protests, scenes)
        self._claims: dict[int, list[Claim]] = {id(protest): [] for protest in protests}
        self._said_by = speakers(mentions)
        self._police_told: dict[str, list[_Response]] = {}

    def of(self, protest: Protest) -> tuple[Claim, ...]:
        """Give a protest's claims in the order of the text, none twice."""
        seen: dict[str, Claim] = {}
        for claim in self._claims[id(protest)]:
            seen.setdefault(claim.id, claim)
        return tuple(sorted(seen.values(), key=lambda c: (c.evidence[0].start, c.field, c.id)))

    def gather(self, sites: Sequence[Site]) -> None:
        """Make every claim there is."""
        self._dates_and_places(sites)
        self._forms()
        self._sizes()
        self._casualties()
        self._police()
        self._actors()
        self._slogans()
        self._routes()
        self._issues()

    # ------------------------------------------------------------------ making

    def _add(  # noqa: PLR0913 - what a claim has beside its evidence, each with its default
        self,
        protest: Protest,
        field: Field,
        value: Value,
        evidence: Evidence,
        *,
        rule: str,
        holder: Holder = UNATTRIBUTED,
        stance: Stance = "asserted",
        scope: Scope = "event",
        score: float = 1.0,
        further: tuple[Evidence, ...] = (),
    ) -> None:
        if holder is UNATTRIBUTED:
            holder = self._said_by.get(self._text.token_at(evidence.start), UNATTRIBUTED)
        claim = Claim(
            article=self._text.article,
            field=field,
            value=value,
            evidence=(evidence, *further),
            origin=Origin(f"rules.{rule}", VERSION),
            holder=holder,
            stance=stance,
            scope=scope,
            relay=self._relayed(evidence),
            score=round(min(max(score, 0.0), 1.0), 3),
        )
        self._claims[id(protest)].append(claim)

    def _owner(self, token: int, *, past: bool = False) -> tuple[Protest, float]:
        attachment = self._attacher.owner(token, past=past)
        return attachment.protest, 1 / (1 + math.exp(-attachment.score))

    def _relayed(self, evidence: Evidence) -> tuple[int, ...]:
        """Give the sources that the claim's own sentence credits."""
        sentence = self._text.sentence_of[self._text.token_at(evidence.start)]
        return tuple(
            at
            for at, relay in enumerate(self._mentions.relay)
            if self._text.sentence_of[relay.first] == sentence
        )

    # ------------------------------------------------------------------ when and where

    def _dates_and_places(self, sites: Sequence[Site]) -> None:
        chosen = venues.choose(self._mentions, self._attacher, self._scenes, sites)
        for protest in self._protests:
            if protest.date_mention is not None:
                mention = protest.date_mention
                self._add(
                    protest, "date", mention.value,
                    self._text.evidence(mention.first, mention.end), rule="dates",
                )  # fmt: skip
            if protest.place is not None and protest.spots:
                spot = min(protest.spots, key=lambda s: s.first)
                self._add(
                    protest, "place", self._with_site(protest.place, chosen.get(id(protest))),
                    self._text.evidence(spot.first, spot.end), rule="places", score=spot.score,
                )  # fmt: skip

    def _with_site(self, place: Place, site: Site | None) -> Place:
        """Add the words of the site, when one is the protest's."""
        if site is None or place.precision not in ("city", "district"):
            return place
        words = self._text.exact(site.first, site.end)
        return replace(place, precision="site", site=words)

    # ------------------------------------------------------------------ what was done

    def _forms(self) -> None:
        evidence: dict[int, dict[str, list[Evidence]]] = {id(p): {} for p in self._protests}
        for trigger in self._named_actions():
            scene = self._scenes[self._text.sentence_of[trigger.first]]
            protest, _ = self._owner(trigger.first, past=scene.background)
            named = protest.naming.own.setdefault(trigger.form, forms.Named())
            named.nouns += trigger.sort == "noun"
            named.verbs += trigger.sort == "verb"
            named.title |= scene.title
            named.lead |= scene.lead
            named.first = min(named.first, trigger.first)
            words = self._text.evidence(trigger.first, trigger.end)
            evidence[id(protest)].setdefault(trigger.form, []).append(words)
        counts = Counter(trigger.form for trigger in self._named_actions())
        for protest in self._protests:
            told = [self._scenes[index] for index in protest.scenes]
            protest.naming.report = dict(counts)
            protest.naming.crowd = any(scene.crowds for scene in told)
            own = evidence[id(protest)]
            trigger = protest.trigger
            plain = self._text.evidence(trigger.first, trigger.end)
            for form in forms.choose(protest.naming):
                words, *more = own.get(form, [plain])
                by_words = {piece.exact.lower(): piece for piece in reversed(more)}
                by_words.pop(words.exact.lower(), None)
                further = sorted(by_words.values(), key=lambda piece: piece.start)
                self._add(protest, "form", Code(form), words, rule="forms", further=tuple(further))

    def _named_actions(self) -> list[Trigger]:
        return [
            trigger
            for trigger in self._mentions.triggers
            if trigger.sort != "people" and trigger.first not in self._mentions.quoted
        ]

    # ------------------------------------------------------------------ how many

    def _sizes(self) -> None:
        amounts = self._mentions.amounts
        for mention in self._mentions.crowds:
            amount = mention.amount
            holder, _ = holders.attach(self._text, amount, self._mentions.attributions, amounts)
            protest, score = self._owner(amount.core, past=mention.past)
            first, end = words_of(amount)
            stance: Stance = "planned" if protest.status == "planned" else "asserted"
            self._add(
                protest, "size", amount.quantity(self._text), self._text.evidence(first, end),
                rule="crowds", holder=holder, stance=stance, scope=mention.scope, score=score,
            )  # fmt: skip

    # ------------------------------------------------------------------ harm and police

    def _casualties(self) -> None:
        attributions, amounts = self._mentions.attributions, self._mentions.amounts
        for mention in self._mentions.casualties:
            holder = UNATTRIBUTED
            if mention.amount is not None:
                holder, _ = holders.attach(self._text, mention.amount, attributions, amounts)
            if mention.first in self._mentions.quoted or not self._harms_here(mention):
                continue
            protest, score = self._owner(mention.first)
            self._add(
                protest, mention.kind, Casualties(mention.low, mention.high, mention.who),
                self._text.evidence(mention.first, mention.end), rule="casualties",
                holder=holder, score=mention.score * score,
            )  # fmt: skip

    def _harms_here(self, mention: CasualtyMention) -> bool:
        """Tell whether casualties are the protest's own, not the cause people protest about."""
        text, sentence = self._text, self._text.sentence(mention.first)
        if mention.kind == "arrests":
            return self._near_action(mention.first)
        scene = self._scenes[text.sentence_of[mention.first]]
        if self._is_cause(mention):
            return False
        violent = any(text.found_within("cause.violence", sentence.first, sentence.end))
        before = self._scenes[scene.index - 1] if scene.index else scene
        if mention.kind == "deaths":
            return violent or (before.acts and not scene.background)
        return violent or self._near_action(mention.first)

    def _is_cause(self, mention: CasualtyMention) -> bool:
        """Tell whether casualties are what people protest about: "a march after the killing of"."""
        text, sentence = self._text, self._text.sentence(mention.first)
        acted = [t.first for t in self._scenes[text.sentence_of[mention.first]].triggers]
        return any(
            any(at < hit.first for at in acted) or hit.first == sentence.first
            for hit in text.found_within("cause.before", sentence.first, mention.first)
        )

    def _near_action(self, token: int) -> bool:
        """Tell whether a sentence or its neighbours speak of protest."""
        here = self._text.sentence_of[token]
        near = self._scenes[max(here - 2, 0) : here + 2]
        return any(scene.triggers for scene in near)

    def _police(self) -> None:
        """Share out the police responses; denied ones stay with the protest they are denied of."""
        for first, end, code, stance in self._responses():
            protest, score = self._owner(first)
            words = self._text.evidence(first, end)
            if stance == "denied":
                self._add(
                    protest, "police_response", Code(code), words, rule="policing",
                    stance=stance, score=min(score, 1.0),
                )  # fmt: skip
                continue
            sentence = self._text.sentence_of[first]
            self._police_told.setdefault(code, []).append(
                _Response(protest, sentence, words, score)
            )
        for protest in self._protests:
            for code, told in self.responses_told(protest):
                self._respond(protest, code, told)

    def responses_told(self, protest: Protest) -> Iterator[tuple[str, responses.Told]]:
        """Give how each response the report names is told of for a protest."""
        for code, mentions in self._police_told.items():
            own = [m for m in mentions if m.protest is protest]
            near = [m for m in mentions if m.sentence in protest.scenes]
            yield code, self._told(protest, mentions, own, near)

    def _respond(self, protest: Protest, code: str, told: responses.Told) -> None:
        """Claim a response of a protest, when what is told of it makes that likely."""
        value = responses.odds(code, told)
        if value <= 0:
            return
        mentions = self._police_told[code]
        own = [m for m in mentions if m.protest is protest]
        near = [m for m in mentions if m.sentence in protest.scenes]
        words = (own or near or mentions)[0].words
        score = 1 / (1 + math.exp(-value))
        self._add(protest, "police_response", Code(code), words, rule="policing", score=score)

    def _told(
        self,
        protest: Protest,
        mentions: list[_Response],
        own: list[_Response],
        near: list[_Response],
    ) -> responses.Told:
        named = protest.naming.own
        return responses.Told(
            attached=len(own),
            own=len(near),
            report=len(mentions),
            main=protest.main,
            focal=protest.focal,
            n_protests=len(self._protests),
            riot="riot" in named,
            best_score=max((m.score for m in own), default=0.0),
        )

    def _responses(self) -> Iterator[tuple[int, int, str, Stance]]:
        """Give the responses the text names, and the arrests its casualties imply."""
        for mention in self._mentions.police:
            if mention.first not in self._mentions.quoted and self._near_action(mention.first):
                yield mention.first, mention.end, mention.code, mention.stance
        for harm in self._mentions.casualties:
            if harm.kind == "arrests" and harm.low and self._near_action(harm.first):
                yield harm.first, harm.end, "arrests", "asserted"

    # ------------------------------------------------------------------ who and what for

    def _owner_of_words(self, token: int) -> tuple[Protest, float]:
        """Give whose organisers, demands and slogans these are.

        They are the main protest's, unless the sentence names the place of another.
        """
        scene = self._scenes[self._text.sentence_of[token]]
        keys = {spot.key for spot in scene.spots}
        if any(protest.key in keys for protest in self._protests):
            return self._owner(token)
        main = next((p for p in self._protests if p.main), self._protests[0])
        return main, _CARRIED

    def _actors(self) -> None:
        for mention in self._mentions.actors:
            protest, score = self._owner_of_words(mention.first)
            words = self._text.evidence(mention.first, mention.end)
            value: Value
            if mention.role == "demand":
                value = Text(words.exact)
            else:
                value = Actor(words.exact, self._kind(mention))
            self._add(
                protest, mention.role, value, words, rule="actors",
                stance=mention.stance, score=min(mention.score, score + 0.5),
            )  # fmt: skip

    def _kind(self, mention: ActorMention) -> ActorKind:
        hits = self._text.found_within("actor_kind", mention.first, mention.end)
        named = {hit.path.rpartition(".")[2] for hit in hits}
        for kind in _ACTOR_KINDS:  # a "police union" is a union, an "Alliance ... union" too
            if kind in named:
                return kind
        return "informal" if mention.role == "participant" else "other"

    def _slogans(self) -> None:
        for mention in self._mentions.slogans:
            protest, score = self._owner_of_words(mention.first)
            words = self._text.evidence(mention.first, mention.end)
            self._add(
                protest, "slogan", Slogan(words.exact, mention.carrier), words,
                rule="slogans", score=score,
            )  # fmt: skip

    def _routes(self) -> None:
        text = self._text
        for mention in self._mentions.routes:
            protest, score = self._owner(mention.first)
            value = Route(
                text.exact(*mention.start) if mention.start else None,
                text.exact(*mention.goal) if mention.goal else None,
                tuple(text.exact(*via) for via in mention.via),
            )
            words = text.evidence(mention.first, mention.end)
            self._add(protest, "route", value, words, rule="routes", score=score)

    def _issues(self) -> None:
        """Say what the report's news is about; background protests get no issue of their own."""
        acting = {scene.index for scene in self._scenes if scene.triggers}
        framed = [(m.first, m.end) for m in self._mentions.actors if m.role in ("demand", "target")]
        found = issues.find(self._text, acting, framed)
        for protest in self._protests:
            if not protest.focal:
                continue
            for mention in found:
                value = Issue(mention.category.code, mention.category.label)
                self._add(
                    protest, "issue", value, self._text.evidence(mention.first, mention.end),
                    rule="issues", score=mention.score,
                )  # fmt: skip


_CARRIED: Final = 0.6  # the score of words that go to the main protest for want of another
_ACTOR_KINDS: Final[tuple[ActorKind, ...]] = (
    "union", "party", "ngo", "religious", "student", "professional", "government", "company",
    "informal", "person", "other",
)  # fmt: skip
