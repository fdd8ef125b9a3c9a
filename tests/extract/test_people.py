"""People: one entry each, with office, organisation, side, and whether they came and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, quotations_of, text_of

from cortege.extract.rules import names, people, quotations
from cortege.extract.rules.people import PersonMention
from cortege.extract.text import Text


def people_of(text: Text) -> list[PersonMention]:
    """Find the people of a text."""
    return people.find(text, names.find(text), quotations_of(text))


def words(text: Text, stretch: tuple[int, int] | None) -> str | None:
    """Give the words of a stretch, if there is one."""
    return text.exact(*stretch) if stretch is not None else None


@pytest.mark.parametrize(
    ("language", "body", "name", "role", "organisation", "side"),
    [
        ("en", "Ivo Lanz, zonal secretary of the SNIPO union of porters, was there.",
         "Ivo Lanz", "zonal secretary", "SNIPO union", "protest"),
        ("en", "French Soup Minister Ana Ruiz spoke.",
         "Ana Ruiz", "French Soup Minister", None, "government"),
        ("en", "Ana Ruiz, director of the Soupe Verte collective, spoke.",
         "Ana Ruiz", "director", "Soupe Verte collective", "protest"),
        ("en", "A spokesman for the agency, Ivo Lanz, spoke.", "Ivo Lanz", "spokesman", "agency",
         "other"),
        ("en", "Police Chief Ivo Lanz spoke.", "Ivo Lanz", "Police Chief", None, "police"),
        ("en", "“The soup is cold,” said Ivo Lanz, 51.", "Ivo Lanz", None, None, "protest"),
        ("en", "“The soup is cold,” said Ivo Lanz of the Cooks' Federation.",
         "Ivo Lanz", None, "Cooks' Federation", "protest"),
        ("fr", "Le préfet, Yves Morand, a parlé.", "Yves Morand", "préfet", None, "government"),
        ("fr", "« La soupe est froide », dit Ana Ruiz, infirmière à Metz.",
         "Ana Ruiz", "infirmière à Metz", None, "protest"),
    ],
)  # fmt: skip
def test_offices_and_sides_are_read(
    language: str,
    body: str,
    name: str,
    role: str | None,
    organisation: str | None,
    side: str,
) -> None:
    """The words beside a name say what somebody is, of what, and on whose side."""
    text = text_of(language, body)
    [person] = people_of(text)
    assert person.name == name
    assert words(text, person.role) == role
    assert words(text, person.organisation) == organisation
    assert person.side == side


@pytest.mark.parametrize(
    ("language", "body", "present", "reason"),
    [
        ("en", "Ivo Lanz, a nurse, was among the participants.", True, None),
        ("en", "Ana Ruiz, a cook, said her group joined to express thanks to the porters.",
         True, "to express thanks to the porters"),
        ("en", "Mayor Ana Ruiz did not attend the rally, citing rules of the town hall.",
         False, "citing rules of the town hall"),
        ("en", "Mayor Ana Ruiz did not come out; she was in Brno for a hearing.",
         False, "she was in Brno for a hearing"),
        ("en", "Ana Ruiz, a cook, said hundreds of people attended.", None, None),
        ("en", "Ana Ruiz, a cook, spoke of soup.", None, None),
        ("fr", "La préfète, Ana Ruiz, avait choisi de ne pas venir, pour laisser la place.",
         False, "pour laisser la place"),
        ("fr", "Le maire, Yves Morand, a participé à la marche.", True, None),
    ],
)  # fmt: skip
def test_attendance_is_read(
    language: str, body: str, present: bool | None, reason: str | None
) -> None:
    """Who came, who stayed away and why is read from the sentence; silence stays silence."""
    text = text_of(language, body)
    [person] = people_of(text)
    assert person.present is present
    assert words(text, person.reason) == reason


def test_all_mentions_are_one_person() -> None:
    """A surname, a title's surname and the full name are one entry, with all that is said."""
    text = text_of(
        "en",
        "Mayor Ana Ruiz spoke first. Ruiz left early. She had soup.\n\nMs. Ruiz did not attend.",
        "Ruiz leaves early",
    )
    [person] = people_of(text)
    assert person.name == "Ana Ruiz"
    assert person.present is False


def test_bylines_and_the_quoted_are_left_out() -> None:
    """Who wrote the report, and who is only spoken of in quotations, are not its people."""
    text = text_of(
        "en", "By Ivo Lanz\n\n“I asked Minister Yves Morand for soup,” said Ana Ruiz, 51."
    )
    assert [person.name for person in people_of(text)] == ["Ana Ruiz"]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_any_text_is_read(language: str, body: str) -> None:
    """No text makes the rule fail, and all it points at lies within the text."""
    text = text_of(language, body)
    found = names.find(text)
    quoted = quotations.find(text, quotations.find_spans(text), found)
    for person in people.find(text, found, quoted):
        stretches = [*person.evidence, person.role, person.organisation, person.reason]
        assert all(lies_within(text, stretch) for stretch in stretches if stretch is not None)
        assert person.evidence
