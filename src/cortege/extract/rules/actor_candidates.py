"""Turns a text into the bodies, people and things that may be an organiser or a target.

A candidate is a proper name, a telling noun with its modifiers ("the new government", "student
groups"), or whatever a frame points to ("against X", "X organised"). All places that speak of the
same one count together: a surname and an acronym join the full name, an office joins its holder,
nouns for police join each other, other nouns join by their head. Each feature is a named yes or a
small number: what stands before, in and behind the candidate (paths of the lexicon), where in the
report it stands, how often, beside what.

Nothing is decided here: ``organisers`` and ``targets`` weigh the features.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

Span = tuple[int, int]

_TABLES: Final = ("organiser", "target")
_POINTING: Final = (
    "organiser.before.by",
    "organiser.before.call",
    "target.before.against",
    "target.before.protest",
    "target.before.denounce",
    "target.before.anger",
    "target.before.demand",
    "target.before.oust",
    "target.before.clash",
)
_ACTING: Final = ("organiser.after.organises", "organiser.after.calls")
_MAX_LEFT: Final = 4  # words before a telling noun
_MAX_GAP: Final = 5  # words between a cue and the candidate it points to
_MAX_LONG: Final = 12  # tokens
_MAX_MENTIONS: Final = 4_000


@dataclass(slots=True)
class Mention:
    """One place: its words, where a longer reading of it ends, the words of its kind."""

    first: int
    end: int
    long: int
    source: str
    heads: list[str]
    here: int = 0


@dataclass(slots=True)
class Entity:
    """One body, person or thing a report speaks of: its mentions, and what is said around them."""

    key: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[Entity]:
    """Find the candidates of a text with their features, in order of first mention."""
    gathering = _Gathering(text, names)
    scene = _Scene(text, triggers, quoted, gathering)
    for entity in gathering.entities.values():
        scene.weigh(entity)
    top = max((len(e.mentions) for e in gathering.entities.values()), default=1)
    tops: dict[str, int] = {}
    cues: dict[str, float] = {}
    for e in gathering.entities.values():
        e.features["share"] = len(e.mentions) / top
        for c in _classes(e):
            tops[c] = max(tops.get(c, 0), len(e.mentions))
        for table in _TABLES:
            cues[table] = max(cues.get(table, 0), e.features.get("cues " + table, 0.0))
    for e in gathering.entities.values():
        for c in _classes(e):
            if len(e.mentions) == tops[c]:
                e.features["top " + c] = 1.0
            e.features["share " + c] = len(e.mentions) / tops[c]
        for table in _TABLES:
            n = e.features.get("cues " + table, 0.0)
            e.features["cues " + table] = math.log1p(n)
            if n and n == cues[table]:
                e.features["most cues " + table] = 1.0
    return list(gathering.entities.values())


def _classes(e: Entity) -> list[str]:
    named = any(m.source.startswith("name") for m in e.mentions)
    heads = {h.rstrip("~") for m in e.mentions for h in m.heads}
    out = list(heads)
    if "kind.name.person" in e.features:
        out.append("person")
    elif named:
        out.append("named")
    if "people.government" in e.features:
        out.append("governing")
    return out


class _Gathering:
    def __init__(self, text: Text, names: Sequence[Name]) -> None:
        self.text = text
        self.entities: dict[tuple[str, ...], Entity] = {}
        self.covered: dict[int, Mention] = {}  # by last token
        self.named: dict[int, Name] = {}
        for name in names:
            for at in range(name.first, name.end):
                self.named[at] = name
        self.of = grammar(text.pack.code).of
        self.offices: dict[str, tuple[str, ...]] = {}
        self._names(names)
        self._heads()
        self._frames()

    def _add(self, key: tuple[str, ...], mention: Mention) -> None:
        self.entities.setdefault(key, Entity(key)).mentions.append(mention)
        for at in range(mention.first, mention.end):
            self.covered.setdefault(at, mention)

    # names
    def _names(self, names: Sequence[Name]) -> None:
        full = _full_names(self.text, names)
        for name in names:
            key = tuple(self.text.words[name.first : name.end])
            key = full.get(key, key)
            if self.text.words[name.end - 1] in self.text.pack.words["target.head.police"]:
                key = ("#police",)
            self._add(key, Mention(name.first, name.end, name.end, f"name.{name.kind}", []))
            if name.kind in {"person", "unknown"}:
                for at in range(max(0, name.first - 2), name.first):
                    hit = self.text.hit_at(at, "target.head.office")
                    if hit and hit.end == name.first:
                        self.offices.setdefault(self.text.words[hit.end - 1], key)

    def _heads(self) -> None:
        text = self.text
        hits = [hit for table in _TABLES for hit in text.found(f"{table}.head")]
        longest: dict[int, int] = {}
        for hit in hits:
            longest[hit.end] = min(hit.first, longest.get(hit.end, hit.first))
        made: dict[int, Mention] = {}
        for hit in sorted(hits, key=lambda hit: hit.end):
            if hit.first != longest[hit.end]:
                if hit.end in made:
                    made[hit.end].heads.append(hit.path)
                continue
            if hit.end in made:
                made[hit.end].heads.append(hit.path)
                continue
            last = hit.end - 1
            name = self.named.get(last)
            if name is not None:
                self.covered[last].heads.append(hit.path + ("" if name.end == hit.end else "~"))
                continue
            if (
                hit.path == "target.head.office"
                and hit.end < len(text)
                and hit.end in self.named
                and self.named[hit.end].first == hit.end
            ):
                self.covered[hit.end].heads.append(hit.path)
                continue
            first = self._left(hit.first)
            mention = Mention(first, hit.end, self._long(hit.end), "head", [hit.path])
            made[hit.end] = mention
            self._add(self._key(hit.path, first, hit.end), mention)

    def _key(self, path: str, first: int, end: int) -> tuple[str, ...]:
        word = self.text.words[end - 1]
        if path in {"target.head.police", "target.head.military"}:
            return ("#" + path[12:],)
        if path == "target.head.office" and word in self.offices:
            return self.offices[word]
        stem = word.rstrip("s")
        if path == "target.head.wrong" and end - first > 1:
            return ("#", self.text.words[end - 2], stem)
        return ("#", stem)

    def _frames(self) -> None:
        text = self.text
        for path in _POINTING:
            for hit in text.found(path):
                first, end = phrase.after(text, hit.end)
                core = end
                for at in range(first + 1, end):
                    if text.words[at] in self.of or text.words[at] == "'s":
                        core = at
                        break
                if first >= core or self._known(core):
                    continue
                self._add(
                    ("#", text.words[core - 1].rstrip("s")),
                    Mention(first, core, self._long(core), "frame", []),
                )
        for path in _ACTING:
            for hit in text.found(path):
                first, end = phrase.before(text, hit.first)
                if first < end and not self._known(end):
                    self._add(
                        ("#", text.words[end - 1].rstrip("s")),
                        Mention(max(first, end - 5), end, end, "subject", []),
                    )

    def _known(self, end: int) -> bool:
        return end - 1 in self.covered

    def _left(self, head: int) -> int:
        text = self.text
        floor = max(text.sentence(head).first, head - _MAX_LEFT)
        first = head
        while first > floor:
            at = first - 1
            word = text.words[at]
            if word in self.of or phrase.is_article(text, at) or text.kinds[at] != "w":
                break
            if word != "'s" and phrase.closes(text, at, -1, joins=False):
                break
            if any(
                hit.end == at + 1
                for hit in text.hits_at.get(at, ())
                if hit.path.startswith(
                    ("target.before", "organiser.before", "crowd.verb", "cue.say")
                )
            ):
                break
            first = at
        if text.words[first] == "'s":
            first += 1
        return first

    def _long(self, end: int) -> int:
        """Give the end of a long reading: "plan to remove a statue", "killing of X by Y"."""
        text, words = self.text, self.text.pack.words
        if end >= len(text) or text.kinds[end] == "p":
            return end
        if text.words[end] not in words["target.long.opens"] and text.words[end] not in self.of:
            return end
        stop = min(text.sentence(end - 1).end, end + _MAX_LONG)
        for at in range(end + 1, stop):
            if text.kinds[at] == "p" and text.words[at] not in "-‐‑'":
                return at
            word = text.words[at]
            if (
                word in words["function.relative"]
                or word in words["function.pronoun"]
                or word in words["function.auxiliary"]
            ):
                return at
            if text.hit_at(at, "demand_end") or word in words["target.long.closes"]:
                return at
        return stop


def _full_names(text: Text, names: Sequence[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Map surnames, first words and bracketed acronyms of names to the full name."""
    full: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        key = tuple(text.words[name.first : name.end])
        if len(key) == 1:
            continue
        full.setdefault(key[-1:], key)
        full.setdefault(key[:1], key)
        if len(key) > 2:
            full.setdefault(key[1:], key)
            full.setdefault(key[-2:], key)
            full.setdefault(key[:2], key)
        at = name.end
        bracketed = at + 2 < len(text) and text.words[at] == "(" and text.words[at + 2] == ")"
        if bracketed and text.caps[at + 1]:
            full.setdefault((text.words[at + 1],), key)
    return {short: full.get(key, key) for short, key in full.items()}


class _Scene:
    """What one text says around its candidates."""

    def __init__(
        self, text: Text, triggers: Sequence[Trigger], quoted: frozenset[int], gathering: _Gathering
    ) -> None:
        self.text, self.quoted, self.gathering = text, quoted, gathering
        self.ending: dict[int, list[tuple[str, Span]]] = {}
        self.opening: dict[int, list[tuple[str, Span]]] = {}
        for table in _TABLES:
            for hit in text.found(f"{table}.before"):
                self.ending.setdefault(hit.end, []).append((hit.path, (hit.first, hit.end)))
            for hit in text.found(f"{table}.after"):
                self.opening.setdefault(hit.first, []).append((hit.path, (hit.first, hit.end)))
        self.acted = {text.sentence_of[trigger.first] for trigger in triggers}
        self.trigger_tokens = [trigger.first for trigger in triggers]
        self.crowds = [hit.first for hit in text.found("crowd.noun")]
        self.near: dict[int, list[tuple[int, str]]] = {}
        for end, found in self.ending.items():
            for path, where in found:
                if path.startswith("target.before") or path in (
                    "organiser.before.by",
                    "organiser.before.call",
                ):
                    self.near.setdefault(text.sentence_of[where[0]], []).append((end, path))
        self.anti = self._anti_words()
        forms = [trigger.form for trigger in triggers]
        n = max(len(forms), 1)
        self.setting = [name for name in ("riot", "strike") if forms.count(name) / n >= 0.25]

    def _anti_words(self) -> set[str]:
        prefixes = tuple(self.text.pack.words["target.anti.prefix"])
        found: set[str] = set()
        for word in self.text.words:
            if prefixes and word.startswith(prefixes):
                for prefix in prefixes:
                    if word.startswith(prefix):
                        found.add(word[len(prefix) :])
        return found

    def weigh(self, entity: Entity) -> None:
        text, f = self.text, entity.features
        n = len(entity.mentions)
        n_quoted = n_acted = n_placed = 0
        for m in entity.mentions:
            here = self._around((m.first, m.end)) | set(m.heads)
            acted = text.sentence_of[m.first] in self.acted
            number = text.sentence_of[m.first]
            sentence = text.sentences[number]
            for end, path in self.near.get(number, ()):
                if end <= m.first <= end + 10 and path not in here:
                    f["near " + path] = 1.0
            at = bisect_left(self.crowds, sentence.first)
            if at < len(self.crowds) and self.crowds[at] < m.first:
                f["crowd before"] = 1.0
            elif at < len(self.crowds) and m.end <= self.crowds[at] < sentence.end:
                f["crowd after"] = 1.0
            at = bisect_left(self.trigger_tokens, sentence.first)
            if at < len(self.trigger_tokens) and self.trigger_tokens[at] < m.first:
                f["trigger before"] = 1.0
            elif at < len(self.trigger_tokens) and m.end <= self.trigger_tokens[at] < sentence.end:
                f["trigger after"] = 1.0
            if sentence.in_title and "trigger before" in f:
                f["title after trigger"] = 1.0
            if m.first in self.quoted:
                n_quoted += 1
            for name in here:
                f[name] = f.get(name, 0) + 1
                if ".before." in name and name != "target.before.over":
                    table = name.partition(".")[0]
                    f["cues " + table] = f.get("cues " + table, 0) + 1 + acted
                if acted and ".head." not in name:
                    f[name + "+act"] = 1.0
            n_acted += acted
            n_placed += self._placed(m.first)
            f["kind." + m.source] = 1.0
        for name in list(f):
            if not name.endswith("+act") and not name.startswith(("kind.", "cues ")):
                k = f[name]
                f[name] = 1.0
                if k > 1 and ".head." not in name:
                    f[name + "+2"] = 1.0
        sentences = [text.sentence(m.first) for m in entity.mentions]
        body = [s.paragraph for s in sentences if not s.in_title]
        f.update(
            often=math.log(n),
            once=float(n == 1),
            title=float(any(s.in_title for s in sentences)),
            lead=float(bool(body) and min(body) <= 2),
            late=min(m.first for m in entity.mentions) / max(len(text), 1),
            quoted=n_quoted / n,
            acted=n_acted / n,
            placed=n_placed / n,
        )
        f["all quoted"] = float(n_quoted == n)
        f["any acted"] = float(n_acted > 0)
        words = {text.words[at] for m in entity.mentions for at in range(m.first, m.end)}
        f["anti"] = float(bool(words & self.anti))
        best = max(entity.mentions, key=lambda m: m.end - m.first)
        capital = all(text.caps[at] for at in range(best.first, best.end))
        f["capital"] = float(capital)
        f["one word"] = float(best.end - best.first == 1)
        f["acronym"] = float(
            best.end - best.first == 1 and text.exact(best.first, best.end).isupper()
        )
        lists = text.pack.words
        last = text.words[best.end - 1]
        f["crowd"] = float(last in lists["crowd.noun"])
        f["group"] = float(last in lists["crowd.group"])
        f["demonym"] = float(
            all(text.words[at] in lists["names.demonym"] for at in range(best.first, best.end))
        )
        named = any(m.source.startswith("name") for m in entity.mentions)
        for name in list(f):
            if ".head." in name:
                f[name + (" named" if named else " plain")] = 1.0
                for setting in self.setting:
                    f[name + " " + setting] = 1.0
            elif name.startswith("organiser.") and named:
                f[name + " named"] = 1.0
        if not named:
            f["plain"] = 1.0

    def _placed(self, first: int) -> bool:
        return first > 0 and self.text.words[first - 1] in self.text.pack.words["place.within"]

    def _around(self, span: Span) -> set[str]:
        text, (first, end) = self.text, span
        names: set[str] = set()
        floor = text.sentence(first).first
        at, roles = first, text.pack.words
        for _ in range(_MAX_GAP):
            for path, _where in self.ending.get(at, ()):
                names.add(path)
            if at <= floor:
                break
            word = text.words[at - 1]
            if word in {'"', "“", "«", "("} or phrase.is_article(text, at - 1):
                at -= 1
            elif word in roles["names.demonym"] or (
                text.caps[at - 1] and text.kinds[at - 1] == "w"
            ):
                role = self._is_role(at - 1)
                if role:
                    names.add(role)
                at -= 1
            elif self._is_role(at - 1):
                names.add(self._is_role(at - 1))
                at -= 1
            else:
                break
        at, stop = end, text.sentence(end - 1).end
        if at < stop and text.hit_at(at, "cue.say"):
            names.add("said")
        for _ in range(_MAX_GAP):
            for path, _where in self.opening.get(at, ()):
                names.add(path)
            if at >= stop:
                break
            word = text.words[at]
            if (
                (
                    word in {",", "(", ")", '"', "”", "»", "’", "'"}
                    or word in roles["function.auxiliary"]
                )
                or (
                    word in roles["function.relative"]
                    or word in roles["function.adverb"]
                    or phrase.is_article(text, at)
                )
                or (at > end and text.words[at - 1] == "(")
            ):
                at += 1
            else:
                break
        return names

    def _is_role(self, token: int) -> str:
        for path in ("people.government", "people.protest", "people.police", "people.role"):
            if self.text.words[token] in self.text.pack.words[path]:
                return path
        return ""
