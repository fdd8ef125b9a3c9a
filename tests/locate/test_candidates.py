"""Mentions take from their neighbourhood what it says about where they lie."""

from __future__ import annotations

import pytest

from cortege.locate.candidates import mention_at
from cortege.locate.gazetteer import open_world

WORLD = open_world()


@pytest.mark.parametrize(
    ("text", "name", "container"),
    [
        ("About 300 marched in Salem, Ore., on Friday.", "Salem", "Oregon"),
        ("A vigil in Springfield, Illinois, drew 200.", "Springfield", "Illinois"),
        ("Un défilé à Sélestat (Bas-Rhin) dimanche.", "Sélestat", "Bas-Rhin"),
        ("Un rassemblement à Dakar au Sénégal.", "Dakar", "Senegal"),
        ("Una marcha en Córdoba, Argentina, el lunes.", "Córdoba", "Argentina"),
        ("Ein Streik in Izmir in der Türkei.", "Izmir", "Türkiye"),
        ("Un corteo a Lugano in Svizzera.", "Lugano", "Switzerland"),
        ("They met in Paris, Texas.", "Paris", "Texas"),
        ("They met in Miami, Oklahoma City and Boise.", "Miami", None),
        ("They met in Leeds, then in Hull.", "Leeds", None),
        ("They met in Leeds.", "Leeds", None),
    ],
)
def test_apposition_is_read(text: str, name: str, container: str | None) -> None:
    """The words right after a name that say where it lies become its containers."""
    start = text.index(name)
    mention = mention_at(text, start, start + len(name), gazetteer=WORLD)
    names = {row.name for row in mention.containers}
    assert (container in names) if container else not names


@pytest.mark.parametrize(
    ("text", "name", "title_end", "standing"),
    [
        ("CHICAGO (AP) — Teachers walked out.", "CHICAGO", 0, "dateline"),
        ("Paris, 3 mars (Agence) - Les syndicats défilent.", "Paris", 0, "dateline"),
        ("March in Leeds\n\nLEEDS, England – Hundreds came.", "LEEDS", 14, "dateline"),
        ("March in Leeds\n\nHundreds came.", "Leeds", 14, "title"),
        ("Hundreds came to Leeds on Sunday.", "Leeds", 0, "body"),
        ("Hundreds came.\nLeeds – a city of the north.", "Leeds", 0, "body"),
    ],
)
def test_standing_is_seen(text: str, name: str, title_end: int, standing: str) -> None:
    """A name is in the title, opens the report as its dateline, or stands in the body."""
    start = text.index(name)
    mention = mention_at(text, start, start + len(name), gazetteer=WORLD, title_end=title_end)
    assert mention.standing == standing


@pytest.mark.parametrize(
    ("surface", "country", "kind"),
    [
        ("northern Iraq", "IQ", "country"),
        ("Greater Manchester area", "GB", "city"),
        ("the Bronx", "US", "city"),
        ("Chicago's", "US", "city"),
        ("Pa.", "US", "region"),
        ("L.A.", "US", "city"),
        ("Nowhere Whatsoever", None, None),
    ],
)
def test_surroundings_are_peeled_off(surface: str, country: str | None, kind: str | None) -> None:
    """A name the gazetteer lacks is found without the words that merely surround it."""
    rows = mention_at(surface, 0, len(surface), gazetteer=WORLD).rows
    found = {(row.country, row.kind) for row in rows}
    assert ((country, kind) in found) if country else not found
