"""Turns places within an article into the ids the record gives them.

Inside a reading accounts are called a1, a2, …; across articles that will not do. The record's
ids are digests of the article's id and the ordinal, so two machines that read the same report
agree, and reading it again with a newer version keeps the id of the first account, the second,
and so on. Limit: a version that finds one more account early in the text shifts those behind it.
"""

from __future__ import annotations

import hashlib
from typing import Final

SHORT: Final = 10
"""How many hexadecimal digits of an id are shown; any unique beginning is understood."""


def account_id(article_id: str, ordinal: int) -> str:
    """Give the id of an article's account; ordinals begin at 1."""
    return _digest(article_id, "account", ordinal)


def campaign_id(article_id: str, ordinal: int) -> str:
    """Give the id of an article's campaign; ordinals begin at 1."""
    return _digest(article_id, "campaign", ordinal)


def claim_key(owner_id: str, ordinal: int) -> str:
    """Give the key of a claim within its account or campaign.

    A claim's own id will not do as a key: five towns of one call share the claim of the date.
    """
    return _digest(owner_id, "claim", ordinal)[:32]


def short(identity: str) -> str:
    """Give the beginning of an id that is shown to people.

    >>> short("sha256:0123456789abcdef")
    '0123456789'
    """
    return bare(identity)[:SHORT]


def bare(identity: str) -> str:
    """Give an id without the name of its algorithm."""
    return identity.removeprefix("sha256:").removeprefix("rd_")


def _digest(owner: str, kind: str, ordinal: int) -> str:
    return hashlib.sha256(f"{owner}\n{kind}\n{ordinal}".encode()).hexdigest()
