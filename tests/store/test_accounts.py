"""Lists hold the accounts that pass, and ids are understood as far as they are unique."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.store.record_factory import invented, numbered

from cortege.errors import UserError
from cortege.store import articles, ids
from cortege.store.accounts import Wanted, find
from cortege.store.lookup import account_named, named
from cortege.store.session import Record, open_record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of one report: a march in Brest and, as background, a rally in Saint-Malo."""
    path = tmp_path_factory.mktemp("accounts") / "record.db"
    with open_record(path, create=True) as record:
        articles.save(record, invented())
        yield record


BREST, SAINT_MALO = "Brest", "Saint-Malo"


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ({}, [BREST]),
        ({"focal_only": False}, [BREST, SAINT_MALO]),
        ({"focal_only": False, "limit": 1}, [BREST]),
        ({"first": date(2026, 3, 7), "last": date(2026, 3, 7)}, [BREST]),
        ({"first": date(2026, 3, 8)}, []),
        ({"last": date(2026, 3, 6)}, []),
        ({"countries": ("fr",)}, [BREST]),
        ({"countries": ("DE", "FR")}, [BREST]),
        ({"countries": ("DE",)}, []),
        ({"place": "saint-malo", "focal_only": False}, [SAINT_MALO]),
        ({"place": "BRÉST"}, [BREST]),
        ({"place": "bretagne", "focal_only": False}, [BREST, SAINT_MALO]),
        ({"place": "%"}, []),
        ({"forms": ("march", "rally")}, [BREST]),
        ({"forms": ("rally",), "focal_only": False}, [SAINT_MALO]),
        ({"statuses": ("held",)}, [BREST]),
        ({"statuses": ("planned",)}, []),
        ({"min_size": 2400}, [BREST]),
        ({"min_size": 2401}, []),
        ({"min_size": 1, "focal_only": False}, [BREST]),
    ],
)
def test_filters_let_through(record: Record, wanted: dict[str, Any], places: list[str]) -> None:
    """Each filter keeps what it is meant to keep and leaves out the rest."""
    assert [account.place for account in find(record, Wanted(**wanted)).listed] == places


@pytest.mark.parametrize(
    ("wanted", "counts"),
    [
        ({}, (1, 0, 1)),
        ({"focal_only": False}, (2, 0, 0)),
        ({"focal_only": False, "limit": 1}, (2, 0, 0)),
        ({"focal_only": False, "first": date(2026, 1, 1)}, (1, 1, 0)),
        ({"countries": ("DE",)}, (0, 0, 0)),
    ],
)
def test_what_is_left_out_is_counted(
    record: Record, wanted: dict[str, Any], counts: tuple[int, int, int]
) -> None:
    """An account without a date or in the background does not vanish unsaid."""
    found = find(record, Wanted(**wanted))
    assert (found.n_passing, found.n_undated, found.n_background) == counts


def test_a_listed_account_is_the_resolved_one(record: Record) -> None:
    """The list shows the values of the reading, whole numbers as whole numbers."""
    (listed,) = find(record, Wanted()).listed
    resolved = invented().accounts[0].resolved
    assert (listed.date, listed.size, listed.forms) == (
        resolved.date,
        resolved.size,
        resolved.forms,
    )
    assert repr(listed.size) == repr(resolved.size)
    assert listed.size_contested


@pytest.mark.parametrize("ordinal", [1, 2])
@pytest.mark.parametrize("n_digits", [4, ids.SHORT, 64])
def test_an_account_answers_to_a_beginning(record: Record, ordinal: int, n_digits: int) -> None:
    """Any unique beginning of an account's id stands for it, in either case of letters."""
    article = invented().article
    identity = ids.account_id(article.id, ordinal)
    placed = account_named(record, identity[:n_digits].upper())
    assert (placed.id, placed.account) == (identity, invented().accounts[ordinal - 1])


@pytest.mark.parametrize("shorten", [str, ids.bare, ids.short, lambda i: i[:11]])
def test_an_article_answers_to_a_beginning(record: Record, shorten: Any) -> None:
    """An article is found with and without the name of the algorithm before its digest."""
    identity = invented().article.id
    found = named(record, shorten(identity))
    assert (found.kind, found.id) == ("article", identity)


@pytest.mark.parametrize("name", ["ffffffff", "march", "", "sha256:", "%", "a" * 65])
def test_nothing_is_found_under_a_wrong_name(record: Record, name: str) -> None:
    """What is no id, or nobody's, is said not to be there."""
    with pytest.raises(UserError) as refusal:
        named(record, name)
    assert refusal.value.code == "RECORD-NOTFOUND"


def test_a_beginning_of_several_ids_names_them(tmp_path: Path) -> None:
    """Where a beginning fits several, the message shows enough of each to choose."""
    with open_record(tmp_path / "record.db", create=True) as record:
        for number in range(9):  # 27 ids begin with 16 digits: two share one
            articles.save(record, numbered(number))
        known = [ids.bare(one) for one in articles.article_ids(record)]
        known += [account.id for account in find(record, Wanted(focal_only=False)).listed]
        shared = next(digit for digit in "0123456789abcdef" if _count(known, digit) > 1)
        with pytest.raises(UserError) as refusal:
            named(record, shared)
    assert refusal.value.code == "RECORD-AMBIGUOUS"
    shown = [one for one in known if ids.short(one) in refusal.value.message]
    assert len(shown) == min(_count(known, shared), 5)


def test_an_article_of_two_accounts_is_not_one(record: Record) -> None:
    """Asking an article for its only account, when it has two, names both."""
    article_id = invented().article.id
    with pytest.raises(UserError, match="2 accounts") as refusal:
        account_named(record, article_id)
    assert ids.short(ids.account_id(article_id, 2)) in refusal.value.message


def _count(known: list[str], digit: str) -> int:
    return sum(one.startswith(digit) for one in known)
