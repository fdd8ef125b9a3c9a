"""Marks the tests of what is known to be open, each with what is wrong; they must not grow."""

from __future__ import annotations

import pytest

# Part of a test's id, and what is wrong. A test that passes again is taken off the list.
OPEN = {
    "test_there_is_one_organiser": "a union named in passing is taken for an organiser too",
    "test_attributions_are_found_with_their_manner[en-Observers": "a bracketed source at a start",
    "which had called it out, at 9,0": "a figure behind a relative clause loses its holder",
    "test_any_text_is_read_and_every_holder_lies_within_it": "a holder at the end of a text",
    "test_half_a_surrogate_pair_is_printed": "what stands for half a surrogate pair",
    "test_escape_is_undone_by_a_browser": "half a surrogate pair, which no report can hold",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the open ones to fail."""
    for item in items:
        for part, why in OPEN.items():
            if part in item.nodeid:
                item.add_marker(pytest.mark.xfail(reason=why, strict=False))
