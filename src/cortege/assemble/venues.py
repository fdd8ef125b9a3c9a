"""Chooses the site at which each protest stood among the sites a report names, by scored features.

A site behind "outside" with a word of protest right before it is likely the protest's; one whose
sentence looks back, or towards which police moved, is not. Each site is offered to the protest it
is attached to; the features of the pair add up to log-odds and each protest takes its best site,
if that passes. The weights are fitted by `training/fit_sites.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.assemble.attach import Attacher
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.assemble.venue_weights import VENUE_BIAS, VENUE_WEIGHTS
from cortege.extract.rules.sites import Site
from cortege.extract.stage import Mentions
from cortege.extract.text import Text

_MOST: Final = 120  # sites that are looked at
_SHORTLY: Final = 6  # tokens
# Tokens between a site and the nearest words of protest, and how such a gap is called.
_GAPS: Final = ((1, "at once"), (4, "near"), (9, "close"), (10**9, "in the sentence"))


@dataclass(frozen=True, slots=True)
class Offered:
    """A site, the protest it is attached to, and what speaks for and against the pair."""

    site: Site
    protest: Protest
    shown: tuple[str, ...]


def choose(
    mentions: Mentions, attacher: Attacher, scenes: Sequence[Scene], sites: Sequence[Site]
) -> dict[int, Site]:
    """Give each protest's site by the protest's ``id()``; most protests have none."""
    best: dict[int, tuple[float, Site]] = {}
    for offered in offers(mentions, attacher, scenes, sites):
        odds = VENUE_BIAS + sum(VENUE_WEIGHTS.get(name, 0.0) for name in offered.shown)
        known = best.get(id(offered.protest))
        if odds > 0 and (known is None or odds > known[0]):
            best[id(offered.protest)] = odds, offered.site
    return {protest: site for protest, (_, site) in best.items()}


def offers(
    mentions: Mentions, attacher: Attacher, scenes: Sequence[Scene], sites: Sequence[Site]
) -> list[Offered]:
    """Describe each site with the protest it is attached to, in the order of the text."""
    text = mentions.text
    named = Counter(" ".join(text.words[site.first : site.end]) for site in sites)
    met: set[int] = set()
    found = []
    for site in sites[:_MOST]:
        scene = scenes[text.sentence_of[site.first]]
        attachment = attacher.owner(site.first, past=scene.background)
        protest = attachment.protest
        times = named[" ".join(text.words[site.first : site.end])]
        shown = [
            *_of_site(mentions, scene, site, times),
            *_of_scene(mentions, scene, site, protest),
        ]
        if attachment.score > 1.0:
            shown.append("surely attached")
        if id(protest) not in met:
            shown.append("its first site")
        met.add(id(protest))
        found.append(Offered(site, protest, tuple(shown)))
    return found


def _of_site(mentions: Mentions, scene: Scene, site: Site, times: int) -> list[str]:
    """Name what the site is made of and what led to it."""
    text = mentions.text
    made = (
        "a name" if site.named and not site.noun else "a plain noun" if not site.named else "both"
    )
    says = {
        "a street or square": any(
            text.hit_at(at, "site.open") for at in range(site.first, site.end)
        ),
        "named twice": times == 2,
        "named often": times > 2,
        "long": site.end - site.first > 4,
        "a single word": site.end - site.first == 1,
        "begins the sentence": site.first <= scene.sentence.first + 2,
        "a name goes on": site.end < scene.sentence.end and text.caps[site.end],
        "somebody of it": _near(text, "people.role", site) or _near(text, "names.outside", site),
        "police before": _near(text, "not_crowd.police", site),
        "harm before": _near(text, "casualty", site),
    }
    shown = [made, f"cue: {site.cue}", f"{made}, cue: {site.cue}"]
    shown.extend(name for name, true in says.items() if true)
    shown.extend(f"{made}, {name}" for name in ("a single word", "named often") if says[name])
    over = [spot for spot in scene.spots if spot.first < site.end and site.first < spot.end]
    if over and not site.noun:
        shown.append(
            "a town"
            if any(spot.end - spot.first >= site.end - site.first for spot in over)
            else "part of it a town"
        )
    return shown


def _near(text: Text, path: str, site: Site) -> bool:
    """Tell whether a phrase stands shortly before a site."""
    begin = max(site.first - _SHORTLY, text.sentence(site.first).first)
    return any(text.found_within(path, begin, site.first))


def _of_scene(mentions: Mentions, scene: Scene, site: Site, protest: Protest) -> list[str]:
    """Name how the site's sentence speaks of the protest."""
    says = {
        "title": scene.title,
        "lead": scene.lead,
        "background": scene.background,
        "quoted": site.first in mentions.quoted,
        "its sentence": scene.index in protest.scenes,
        "a crowd before": any(0 <= site.first - c.amount.core < 14 for c in scene.crowds),
        "its date": protest.date_mention is not None
        and any(date.value == protest.date for date in scene.dates),
        "the main protest": protest.main,
        "the report's news": protest.focal,
    }
    shown = [name for name, true in says.items() if true]
    before = [site.first - t.end for t in scene.triggers if t.end <= site.first]
    behind = [t.first - site.end for t in scene.triggers if t.first >= site.end]
    for gaps, side in ((before, "before"), (behind, "behind")):
        if gaps:
            word = next(name for bound, name in _GAPS if min(gaps) <= bound + 2)
            shown.append(f"words of protest {side}, {word}")
    if not before and not behind:
        shown.append("no words of protest")
    if before and min(before) <= _GAPS[1][0] + 2 and site.cue != "none":
        shown.append(f"words of protest before, cue: {site.cue}")
    return shown
