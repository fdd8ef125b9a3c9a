"""Quotations: which stretches they are, who speaks, and what is only reported."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, quotations_of, text_of

from cortege.extract.rules import names, quotations
from cortege.extract.text import Text


def direct(text: Text) -> list[tuple[str, str | None]]:
    """Give the direct quotations of a text with their speakers."""
    return [
        (text.exact(found.first, found.end), found.name)
        for found in quotations_of(text)
        if found.direct
    ]


def reported(text: Text) -> list[tuple[str, str | None]]:
    """Give the reported clauses of a text with their speakers."""
    return [
        (text.exact(found.first, found.end), found.name)
        for found in quotations_of(text)
        if not found.direct
    ]


@pytest.mark.parametrize(
    ("language", "body", "inside", "closed"),
    [
        ("en", "It was “a mess”, they felt.", ["a mess"], [True]),
        ("en", 'It was "a mess" and "a shame".', ["a mess", "a shame"], [True, True]),
        ("en", "The workers' hall and the drivers' bus.", [], []),
        ("en", "‘The drivers’ bus is late,’ she said.", ["The drivers’ bus is late,"], [True]),
        ("en", "He called it ''a joke'' twice.", ["a joke"], [True]),
        ("en", "“She told me ‘no’ and left.”", ["She told me ‘no’ and left.", "no"], [True] * 2),
        ("en", "A banner read “Bread first.", ["Bread first."], [False]),
        ("en", "“One.\n\n“Two.”", ["One.", "Two."], [False, True]),
        ("en", "“We wait. Nobody came. “We wait again.”", ["We wait. Nobody came.",
                                                          "We wait again."], [False, True]),
        ("fr", "« On reste », dit-elle.", ["On reste"], [True]),
        ("fr", "« Il a dit « non » et voilà »", ["Il a dit « non » et voilà", "non"], [True] * 2),
        ("de", "„Wir bleiben“, sagte sie.", ["Wir bleiben"], [True]),
        ("de", "»Wir bleiben«, sagte sie.", ["Wir bleiben"], [True]),
        ("es", "«Aquí seguimos», dijo.", ["Aquí seguimos"], [True]),
    ],
)  # fmt: skip
def test_spans_are_found(language: str, body: str, inside: list[str], closed: list[bool]) -> None:
    """Stretches between marks of every kind are found, closed or not, and apostrophes are none."""
    text = text_of(language, body)
    spans = quotations.find_spans(text)
    assert [text.exact(span.first, span.end) for span in spans] == inside
    assert [span.closed for span in spans] == closed


def test_inside_tells_tokens_in_marks() -> None:
    """A token is inside if any stretch holds it, however deep."""
    text = text_of("en", "Before “one ‘two’ three” after.")
    spans = quotations.find_spans(text)
    within = [word for at, word in enumerate(text.words) if quotations.inside(spans, at)]
    assert [word for word in within if word.isalpha()] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "“The kitchen is closed today,” said Rosa Petrov, 44, a cook.",
         [("The kitchen is closed today,", "Rosa Petrov")]),
        ("en", "“The kitchen is closed,” Petrov said. Rosa Petrov is a cook.",
         [("The kitchen is closed,", "Rosa Petrov")]),
        ("en", "Rosa Petrov, who cooks for 300, told reporters: “We have no gas left.”",
         [("We have no gas left.", "Rosa Petrov")]),
        ("en", "“We are out of soup,” Rosa Petrov said, “and we are out of bread.”",
         [("We are out of soup,", "Rosa Petrov"), ("and we are out of bread.", "Rosa Petrov")]),
        ("en", "Rosa Petrov stood by the gate. “We have no gas left,” she said. “None at all here.”",
         [("We have no gas left,", "Rosa Petrov"), ("None at all here.", "Rosa Petrov")]),
        ("en", "“We saw smoke over the yard,” said a witness reached by telephone.",
         [("We saw smoke over the yard,", "a witness")]),
        ("en", "“We keep walking north,” said one of the marchers, 17-year-old Ivo Lanz.",
         [("We keep walking north,", "Ivo Lanz")]),
        ("en", "Mayor Tim Ode spoke late. “I hear you all,” the mayor said.",
         [("I hear you all,", "Tim Ode")]),
        ("en", "“My soup is cold again,” laughs Rosa Petrov.",
         [("My soup is cold again,", "Rosa Petrov")]),
        ("en", "According to Rosa Petrov, “the gas ran out on Monday.”",
         [("the gas ran out on Monday.", "Rosa Petrov")]),
        ("en", "@rosa_cooks: We have no gas left in the canteen",
         [("We have no gas left in the canteen", "@rosa_cooks")]),
        ("en", "Rosa Petrov writes:\n\nWe have no gas left in the canteen today.",
         [("We have no gas left in the canteen today.", "Rosa Petrov")]),
        ("fr", "« On n’a plus de gaz ici », a soupiré Rosa Petrov, cuisinière.",
         [("On n’a plus de gaz ici", "Rosa Petrov")]),
        ("fr", "« Le gaz manque, précise Rosa Petrov. La soupe aussi, depuis lundi. »",
         [("Le gaz manque", "Rosa Petrov"), ("La soupe aussi, depuis lundi.", "Rosa Petrov")]),
        ("fr", "Rosa Petrov a parlé la première. « La soupe manque aussi », a-t-elle ajouté.",
         [("La soupe manque aussi", "Rosa Petrov")]),
        ("fr", "« On reste jusqu’au soir », tranche le préfet, Yves Morand.",
         [("On reste jusqu’au soir", "Yves Morand")]),
        ("es", "“No queda gas en la cocina”, dijo Rosa Petrov, cocinera.",
         [("No queda gas en la cocina", "Rosa Petrov")]),
        ("de", "„Wir haben kein Gas mehr“, sagte Rosa Petrov.",
         [("Wir haben kein Gas mehr", "Rosa Petrov")]),
    ],
)  # fmt: skip
def test_speakers_are_found(
    language: str, body: str, expected: list[tuple[str, str | None]]
) -> None:
    """Cues behind, before and inside a quotation, pronouns and offices all lead to the speaker."""
    assert direct(text_of(language, body)) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The minister called it “a matter of taste” on Monday."),
        ("en", "They promised to “keep the kitchen open for the rest of the year”."),
        ("en", "They carried a sign reading “Bread before banners”."),
        ("en", "“Bread and roses now!” they chanted at the gate."),
        ("en", "She sang in “The Long Way Home To Riga” last year."),
        ("fr", "Le ministre a parlé d’une « simple question de goût » lundi."),
        ("fr", "« Du pain et des roses ! » scandaient-ils devant la grille."),
        ("es", "Llevaban una pancarta que decía “Pan y rosas para todas”."),
        ("de", "Unter dem Motto „Brot und Rosen für alle“ zogen sie los."),
    ],
)
def test_fragments_titles_and_slogans_are_no_quotations(language: str, body: str) -> None:
    """What goes on with the sentence, names a work or is chanted is nobody's statement."""
    assert direct(text_of(language, body)) == []


def test_continued_quotation_keeps_its_speaker() -> None:
    """Every paragraph of a continued quotation is one, spoken by whoever began."""
    text = text_of(
        "en", "“We came at dawn,” said Ivo Lanz. “The gate was shut.\n\n“Then the rain began.”"
    )
    assert direct(text) == [
        ("We came at dawn,", "Ivo Lanz"),
        ("The gate was shut.", "Ivo Lanz"),
        ("Then the rain began.", "Ivo Lanz"),
    ]


def test_a_womans_pronoun_is_not_a_mans() -> None:
    """Somebody introduced with "Mr." is not who "she" goes back to."""
    text = text_of(
        "en", "Ms. Ana Ruiz opened the hall. Mr. Ivo Lanz shut it. “It stays open,” she said."
    )
    assert direct(text) == [("It stays open,", "Ana Ruiz")]


def test_the_titles_quotation_is_not_counted_twice() -> None:
    """A quotation that the title takes from the report is one quotation."""
    text = text_of(
        "en", "“The gate stays shut,” said Ivo Lanz.", "“The gate stays shut”: a day in Brno"
    )
    assert direct(text) == [("The gate stays shut,", "Ivo Lanz")]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Rosa Petrov said that the kitchen would reopen on Monday.",
         [("the kitchen would reopen on Monday", "Rosa Petrov")]),
        ("en", "Rosa Petrov, a cook, said her team had joined to feed the marchers.",
         [("her team had joined to feed the marchers", "Rosa Petrov")]),
        ("en", "“We cook for all,” Petrov said, adding that the gas was gone. Rosa Petrov is a cook.",
         [("the gas was gone", "Rosa Petrov")]),
        ("en", "The gate would stay shut until Friday, officials said.",
         [("The gate would stay shut until Friday", "officials")]),
        ("fr", "Rosa Petrov a assuré que la cuisine rouvrirait lundi.",
         [("la cuisine rouvrirait lundi", "Rosa Petrov")]),
        ("es", "Rosa Petrov aseguró que la cocina abrirá el lunes.",
         [("la cocina abrirá el lunes", "Rosa Petrov")]),
        ("de", "Rosa Petrov sagte, dass die Küche am Montag öffnet.",
         [("die Küche am Montag öffnet", "Rosa Petrov")]),
        ("de", "Rosa Petrov sagte, die Küche habe kein Gas mehr.",
         [("die Küche habe kein Gas mehr", "Rosa Petrov")]),
        ("de", "Auf Anfrage erklärte Rosa Petrov, dass die Küche geschlossen bleibt.",
         [("die Küche geschlossen bleibt", "Rosa Petrov")]),
        ("en", "She said little and left.", []),
    ],
)  # fmt: skip
def test_reported_clauses_are_found(
    language: str, body: str, expected: list[tuple[str, str | None]]
) -> None:
    """A clause behind a verb of saying is reported speech, with "that" or without."""
    assert reported(text_of(language, body)) == expected


def test_role_and_cue_are_stretches_of_the_text() -> None:
    """A quotation says what its speaker is, and which words attribute it."""
    text = text_of("en", "“The gate is shut,” said Ivo Lanz, 51, head of the porters' guild.")
    found = quotations_of(text)[0]
    assert found.role is not None
    assert found.cue is not None
    assert text.exact(*found.role) == "head of the porters' guild"
    assert text.exact(*found.cue) == "said"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_any_text_is_read(language: str, body: str) -> None:
    """No text makes the reader fail, and whatever it finds lies within the text."""
    text = text_of(language, body)
    spans = quotations.find_spans(text)
    for span in spans:
        assert lies_within(text, (span.first, span.end))
        assert span.start < span.first
        assert span.end <= span.stop <= len(text)
    for found in quotations.find(text, spans, names.find(text)):
        for stretch in ((found.first, found.end), found.speaker, found.role, found.cue):
            assert stretch is None or lies_within(text, stretch)
