"""An article: the one frozen text all offsets refer to, and what is known of its origin."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Literal

from cortege.nouns.values import UNKNOWN_DATE, DateValue

PublishedOrigin = Literal["given", "metadata", "dateline", "unknown"]


class EvidenceError(ValueError):
    """Words were claimed to stand where the text has other words."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of an article: code-point offsets, half open, and the words that stand there."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Article:
    """One press report.

    ``text`` is the title, two newlines and the body, in Unicode NFC; it never changes, and
    ``id`` is its digest, so the same text is the same article wherever it comes from.
    ``title_end`` is the offset at which the title ends (0 when there is none).
    ``n_chars_read`` is smaller than ``n_chars`` only when a limit cut the reading.
    """

    id: str
    text: str
    title_end: int = 0
    source_id: str | None = None
    language: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: DateValue = UNKNOWN_DATE
    published_origin: PublishedOrigin = "unknown"
    n_chars_read: int = 0

    @property
    def title(self) -> str:
        """Give the title, empty when the report has none."""
        return self.text[: self.title_end]

    @property
    def n_chars(self) -> int:
        """Give the length of the text in code points."""
        return len(self.text)

    def evidence(self, start: int, end: int) -> Evidence:
        """Give the evidence that stands at these offsets.

        Raises:
            EvidenceError: the offsets do not lie within the text or hold no words.
        """
        exact = self.text[start:end]
        if not 0 <= start < end <= len(self.text) or not exact.strip():
            raise EvidenceError(f"no words at {start}:{end} of a text of {len(self.text)}")
        return Evidence(start, end, exact)

    def holds(self, evidence: Evidence) -> bool:
        """Tell whether the evidence's words are the words of this text at its offsets."""
        return (
            0 <= evidence.start < evidence.end <= len(self.text)
            and self.text[evidence.start : evidence.end] == evidence.exact
        )


def canonical(title: str | None, body: str) -> tuple[str, int]:
    r"""Join title and body into the canonical text, and say where the title ends.

    >>> canonical("A march", "They walked.")
    ('A march\n\nThey walked.', 7)
    """
    heading = _clean(title or "").strip()
    main = _clean(body).strip("\n")
    if not heading:
        return main, 0
    return f"{heading}\n\n{main}", len(heading)


def digest(text: str) -> str:
    """Give the identity of a text: its SHA-256, prefixed with the name of the algorithm."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _clean(text: str) -> str:
    """Normalise to NFC and to plain newlines; lone surrogates become the replacement mark."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return unicodedata.normalize("NFC", plain.encode("utf-8", "replace").decode("utf-8"))
