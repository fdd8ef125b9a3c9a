"""The tables of a record, along the nouns.

``articles`` and ``readings`` hold everything; the other tables are an index of each article's
current reading, made for queries, and can be rebuilt from the two (`cortege.store.verify`
does so and compares). A change here needs a migration; a test compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _of(target: str) -> ForeignKey:
    """Refer to a row without which this one means nothing."""
    return ForeignKey(target, ondelete="CASCADE")


articles: Final = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    # What follows is what the current reading knows of the article.
    Column(
        "reading_id",
        Text,
        # An article and its first reading refer to each other and come in one transaction.
        ForeignKey("readings.id", deferrable=True, initially="DEFERRED", use_alter=True),
        nullable=False,
    ),
    Column("title", Text, nullable=False),
    Column("source_id", Text),
    Column("language", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("url", Text),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("published_precision", Text, nullable=False),
    Column("published_origin", Text, nullable=False),
    Column("protest", Text, nullable=False),
    Column("protest_score", Float, nullable=False),
)

readings: Final = Table(
    "readings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, _of("articles.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("cortege", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("known", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("article_id", "ordinal"),
)

campaigns: Final = Table(
    "campaigns",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, _of("articles.id"), nullable=False),
    Column("local_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("places_low", Float),
    Column("places_high", Float),
    Column("unidentified_low", Integer),
    Column("unidentified_high", Integer),
    UniqueConstraint("article_id", "local_id"),
)

accounts: Final = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, _of("articles.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("local_id", Text, nullable=False),
    Column("campaign_id", Text, _of("campaigns.id")),
    Column("focal", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("policy", Text, nullable=False),
    Column("date_first", Date),
    Column("date_last", Date),
    Column("date_precision", Text),
    Column("place_name", Text),
    Column("admin1", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("place_precision", Text),
    Column("site", Text),
    Column("place_key", Text),
    Column("size_low", Float),
    Column("size_high", Float),
    Column("size_qualifier", Text),
    Column("size_words", Text),
    Column("size_contested", Boolean, nullable=False),
    UniqueConstraint("article_id", "ordinal"),
    Index(None, "date_first"),
    Index(None, "country", "date_first"),
    Index(None, "campaign_id"),
)

account_forms: Final = Table(
    "account_forms",
    metadata,
    Column("account_id", Text, _of("accounts.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("form", Text, nullable=False),
    Index(None, "form"),
)

claims: Final = Table(
    "claims",
    metadata,
    Column("key", Text, primary_key=True),
    Column("claim_id", Text, nullable=False),
    Column("account_id", Text, _of("accounts.id")),
    Column("campaign_id", Text, _of("campaigns.id")),
    Column("ordinal", Integer, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("holder_kind", Text, nullable=False),
    Column("holder_name", Text),
    Column("holder_words", Text),
    Column("origin_name", Text, nullable=False),
    Column("origin_version", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("chosen", Boolean, nullable=False),
    CheckConstraint("(account_id IS NULL) <> (campaign_id IS NULL)", name="one_owner"),
    CheckConstraint("score >= 0 AND score <= 1", name="score"),
    Index(None, "account_id", "field"),
    Index(None, "campaign_id"),
    Index(None, "field", "holder_kind"),
)

evidence: Final = Table(
    "evidence",
    metadata,
    Column("claim_key", Text, _of("claims.key"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    CheckConstraint("starts >= 0 AND starts < ends", name="span"),
)

people: Final = Table(
    "people",
    metadata,
    Column("article_id", Text, _of("articles.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Column("organisation", Text),
    Column("present", Boolean),
    Column("reason", Text),
    Column("side", Text, nullable=False),
    Index(None, "name"),
)

quotes: Final = Table(
    "quotes",
    metadata,
    Column("article_id", Text, _of("articles.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("speaker_name", Text),
    Column("speaker_role", Text),
    Column("direct", Boolean, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("exact", Text, nullable=False),
)

figures: Final = Table(
    "figures",
    metadata,
    Column("article_id", Text, _of("articles.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("local_id", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("unit", Text),
    Column("amount", Float),
    Column("currency", Text),
    Column("factor", Float),
    Column("since", Text),
    Column("part_of", Text),
    Column("status", Text, nullable=False),
    Column("holder_kind", Text, nullable=False),
    Column("holder_name", Text),
)

faults: Final = Table(
    "faults",
    metadata,
    Column("article_id", Text, _of("articles.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Index(None, "code"),
)

INDEX: Final = (
    campaigns,
    accounts,
    account_forms,
    claims,
    evidence,
    people,
    quotes,
    figures,
    faults,
)
"""The tables made from current readings, owners before owned."""
