"""Every message a person can see when something cannot be done, with its code.

A message says what happened, where, why probably, and what to do. ``UserError`` stops a command
before it has written anything; a `Fault` (see `cortege.nouns.reading`) sets one input aside and
the run goes on. Codes are listed once, in ``CODES``; ``docs/errors.md`` is built from that list.
"""

from __future__ import annotations

from typing import Final

from cortege.nouns.reading import Fault

CODES: Final[dict[str, str]] = {
    "INPUT-MISSING": "A path that was named does not exist or cannot be opened.",
    "INPUT-EMPTY": "A report has no words.",
    "INPUT-ENCODING": "Bytes are not valid UTF-8; they were read as Windows-1252.",
    "INPUT-FORMAT": "A file is not of a kind that can be read, or is damaged.",
    "INPUT-LIMIT": "A report is longer than the limit; only its beginning was read.",
    "INPUT-LINE": "A line of a JSON Lines file is not a report.",
    "LANGUAGE-UNREAD": "The report is in a language without reading rules.",
    "DATE-UNSTATED": "The publication date is unknown, so relative dates stay unresolved.",
    "OPTION-VALUE": "An option has a value that cannot be used.",
    "READ-FAILED": "A rule failed on this report; the rest of the report was read.",
    "RECORD-MISSING": "There is no record at the path given.",
    "RECORD-FORMAT": "The record is not one of Cortège's, or is newer than this version.",
    "RECORD-WRITE": "The record cannot be written where it lies.",
    "RECORD-AMBIGUOUS": "Several things in the record begin with that id.",
    "RECORD-BUSY": "Another process is writing to the record.",
    "RECORD-NOTFOUND": "The record holds nothing under that name.",
}


class CortegeError(Exception):
    """The root of all errors Cortège raises on purpose."""


class UserError(CortegeError):
    """Something the person at the keyboard can put right."""

    def __init__(self, code: str, where: str, message: str, hint: str) -> None:
        """Keep the four parts of the message; ``code`` must be one of ``CODES``."""
        if code not in CODES:
            raise ValueError(f"unknown error code {code!r}")
        self.code, self.where, self.message, self.hint = code, where, message, hint
        super().__init__(f"{message} ({where})")


def fault(code: str, where: str, message: str, hint: str) -> Fault:
    """Build a fault, refusing a code that is not in the list."""
    if code not in CODES:
        raise ValueError(f"unknown error code {code!r}")
    return Fault(code, where, message, hint)
