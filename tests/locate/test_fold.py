"""Names fold to one form however the press writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortege.locate.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("ST.-ETIENNE", "saint etienne"),
        ("Ste-Foy", "sainte foy"),
        ("Mt. Vernon", "mount vernon"),
        ("U.S.", "us"),
        ("EE.UU.", "eeuu"),
        ("L’Aquila", "l aquila"),
        ("Göttingen", "gottingen"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing"),
        ("İstanbul", "istanbul"),
        ("  ", ""),
        ("–", ""),
    ],
)
def test_fold_gives_words(written: str, folded: str) -> None:
    """Case, accents, dots, hyphens and apostrophes make no difference."""
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_fold_is_settled_after_once(text: str) -> None:
    """What has been folded stays as it is."""
    assert fold(fold(text)) == fold(text)
