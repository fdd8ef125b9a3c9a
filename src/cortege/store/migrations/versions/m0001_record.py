"""Step 1: the record's first tables.

Spelled out, not taken from `cortege.store.tables`: a step says what the schema was on its day.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_INDEXES = (
    ("accounts", ("date_first",)),
    ("accounts", ("country", "date_first")),
    ("accounts", ("campaign_id",)),
    ("account_forms", ("form",)),
    ("claims", ("account_id", "field")),
    ("claims", ("campaign_id",)),
    ("claims", ("field", "holder_kind")),
    ("people", ("name",)),
    ("faults", ("code",)),
)


def upgrade() -> None:
    """Create the tables, owners before owned."""
    _create_articles()
    _create_readings()
    _create_campaigns()
    _create_accounts()
    _create_account_forms()
    _create_claims()
    _create_evidence()
    _create_people()
    _create_quotes()
    _create_figures()
    _create_faults()
    for table, columns in _INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def downgrade() -> None:
    """Drop the tables, owned before owners, and everything in them."""
    for table in ("faults", "figures", "quotes", "people", "evidence", "claims"):
        op.drop_table(table)
    for table in ("account_forms", "accounts", "campaigns"):
        op.drop_table(table)
    # The two refer to each other; an article goes with all its readings.
    op.execute("DELETE FROM articles")
    op.drop_table("readings")
    op.drop_table("articles")


def _create_articles() -> None:
    op.create_table(
        "articles",
        _text("id", required=True),
        _text("text", required=True),
        _text("reading_id", required=True),
        _text("title", required=True),
        _text("source_id"),
        _text("language"),
        _text("outlet"),
        _text("byline"),
        _text("url"),
        sa.Column("published_first", sa.Date()),
        sa.Column("published_last", sa.Date()),
        _text("published_precision", required=True),
        _text("published_origin", required=True),
        _text("protest", required=True),
        sa.Column("protest_score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["readings.id"],
            name=op.f("fk_articles_reading_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def _create_readings() -> None:
    op.create_table(
        "readings",
        _text("id", required=True),
        _text("article_id", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("cortege", required=True),
        _text("codebook", required=True),
        sa.Column("known", sa.Integer(), nullable=False),
        _text("added_at", required=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_readings_article_id_ordinal")),
        _owned("readings", "article_id", "articles.id"),
    )


def _create_campaigns() -> None:
    op.create_table(
        "campaigns",
        _text("id", required=True),
        _text("article_id", required=True),
        _text("local_id", required=True),
        _text("name", required=True),
        sa.Column("places_low", sa.Float()),
        sa.Column("places_high", sa.Float()),
        sa.Column("unidentified_low", sa.Integer()),
        sa.Column("unidentified_high", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint(
            "article_id", "local_id", name=op.f("uq_campaigns_article_id_local_id")
        ),
        _owned("campaigns", "article_id", "articles.id"),
    )


def _create_accounts() -> None:
    op.create_table(
        "accounts",
        _text("id", required=True),
        _text("article_id", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("local_id", required=True),
        _text("campaign_id"),
        sa.Column("focal", sa.Boolean(), nullable=False),
        _text("status", required=True),
        _text("policy", required=True),
        sa.Column("date_first", sa.Date()),
        sa.Column("date_last", sa.Date()),
        _text("date_precision"),
        _text("place_name"),
        _text("admin1"),
        _text("country"),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        _text("place_precision"),
        _text("site"),
        _text("place_key"),
        sa.Column("size_low", sa.Float()),
        sa.Column("size_high", sa.Float()),
        _text("size_qualifier"),
        _text("size_words"),
        sa.Column("size_contested", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_accounts_article_id_ordinal")),
        _owned("accounts", "article_id", "articles.id"),
        _owned("accounts", "campaign_id", "campaigns.id"),
    )


def _create_account_forms() -> None:
    op.create_table(
        "account_forms",
        _text("account_id", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("form", required=True),
        sa.PrimaryKeyConstraint("account_id", "ordinal", name=op.f("pk_account_forms")),
        _owned("account_forms", "account_id", "accounts.id"),
    )


def _create_claims() -> None:
    op.create_table(
        "claims",
        _text("key", required=True),
        _text("claim_id", required=True),
        _text("account_id"),
        _text("campaign_id"),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("field", required=True),
        _text("value", required=True),
        _text("stance", required=True),
        _text("scope", required=True),
        _text("holder_kind", required=True),
        _text("holder_name"),
        _text("holder_words"),
        _text("origin_name", required=True),
        _text("origin_version", required=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claims")),
        sa.CheckConstraint(
            "(account_id IS NULL) <> (campaign_id IS NULL)", name=op.f("ck_claims_one_owner")
        ),
        sa.CheckConstraint("score >= 0 AND score <= 1", name=op.f("ck_claims_score")),
        _owned("claims", "account_id", "accounts.id"),
        _owned("claims", "campaign_id", "campaigns.id"),
    )


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        _text("claim_key", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        _text("exact", required=True),
        sa.PrimaryKeyConstraint("claim_key", "ordinal", name=op.f("pk_evidence")),
        sa.CheckConstraint("starts >= 0 AND starts < ends", name=op.f("ck_evidence_span")),
        _owned("evidence", "claim_key", "claims.key"),
    )


def _create_people() -> None:
    op.create_table(
        "people",
        *_numbered("people"),
        _text("name", required=True),
        _text("role"),
        _text("organisation"),
        sa.Column("present", sa.Boolean()),
        _text("reason"),
        _text("side", required=True),
    )


def _create_quotes() -> None:
    op.create_table(
        "quotes",
        *_numbered("quotes"),
        _text("speaker_name"),
        _text("speaker_role"),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        _text("exact", required=True),
    )


def _create_figures() -> None:
    op.create_table(
        "figures",
        *_numbered("figures"),
        _text("local_id", required=True),
        _text("what", required=True),
        sa.Column("low", sa.Float()),
        sa.Column("high", sa.Float()),
        _text("unit"),
        sa.Column("amount", sa.Float()),
        _text("currency"),
        sa.Column("factor", sa.Float()),
        _text("since"),
        _text("part_of"),
        _text("status", required=True),
        _text("holder_kind", required=True),
        _text("holder_name"),
    )


def _create_faults() -> None:
    op.create_table(
        "faults",
        *_numbered("faults"),
        _text("code", required=True),
        _text("location", required=True),
        _text("message", required=True),
        _text("hint", required=True),
    )


def _text(name: str, *, required: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not required)


def _owned(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [owner], name=name, ondelete="CASCADE")


def _numbered(table: str) -> tuple[Any, ...]:
    """Give the columns and constraints of a table whose rows are counted within an article."""
    return (
        _text("article_id", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f(f"pk_{table}")),
        _owned(table, "article_id", "articles.id"),
    )
