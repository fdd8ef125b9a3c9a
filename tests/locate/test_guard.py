"""Names that are words or people ask for more than themselves."""

from __future__ import annotations

import pytest

from cortege.locate.gazetteer import open_world
from cortege.locate.guard import needs_context


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Reading", "en", True),
        ("Reading", "de", False),
        ("Nice", "en", True),
        ("Nice", "fr", False),
        ("March", "en", True),
        ("Police", "en", True),
        ("Lens", "fr", True),
        ("Mars", "fr", True),
        ("Manifestation", "fr", True),
        ("Réunion", "fr", True),
        ("Essen", "de", True),
        ("Hof", "de", True),
        ("Los", "es", True),
        ("Victoria", "es", True),
        ("Ferguson", "en", True),
        ("Paris", "fr", False),
        ("London", "en", False),
        ("Berlin", "de", False),
        ("Madrid", "es", False),
        ("Madrid", "it", False),
        ("US", "en", False),
        ("U.S.", "en", False),
        ("us", "en", True),
        ("Us", "fr", True),
        ("CGT", "fr", True),
        ("Of", "en", True),
        ("Man", None, True),
        ("Man", "xx", True),
    ],
)
def test_guarded_names(name: str, language: str | None, expected: bool) -> None:
    """Each language guards its own words; one without a list is guarded by the English one."""
    assert needs_context(name, language) is expected


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it"])
def test_no_great_city_is_guarded_by_chance(language: str) -> None:
    """Capitals that protests are reported from every week are places as they stand."""
    for name in ("London", "Paris", "Berlin", "Madrid", "Rome", "Tehran", "Hong Kong", "Tunis"):
        assert open_world().lookup(name)
        assert not needs_context(name, language), name
