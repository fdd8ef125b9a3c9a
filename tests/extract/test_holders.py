"""Holders: who counted, who says so, and which of them each figure of a text belongs to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import amounts, holders, quotation_marks
from cortege.extract.rules.holding.features import described
from cortege.extract.rules.holding.weights import WEIGHTS
from cortege.extract.text import Text

# Words that attribution is made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "police", "organisers", "la CGT", "the union", "préfecture", "Polizei", "sindicatos",
            "said", "counted", "according to", "selon", "laut", "según", "zufolge", "estime", "it",
            "he", "they", "by", "tally", "theirs", "we", "of us", "own count", "12,000", "3 500",
            "hundreds", "people", "(", ")", ":", "/", ",", ";", ".", "and", "et", "“", "”", "«", "»",
            "\n", "Ahmed Ali", "who", "which called", "'s", "-t-il", "estime-t-elle", "quoting", "AFP",
        ]
    ),
    max_size=70,
).map(" ".join)  # fmt: skip


def held(text: Text) -> dict[str, str]:
    """Give the kind of holder of each number of a text, by the number's words."""
    counted = amounts.find(text)
    said_by = holders.find(text)
    return {
        text.exact(amount.core, amount.core_end): holders.attach(text, amount, said_by, counted)[
            0
        ].kind
        for amount in counted
    }


def attributed(language: str, body: str) -> list[tuple[str, str, str]]:
    """Give the manner, kind and source of each attribution of a text that has a cue."""
    text = text_of(language, body)
    return [
        (found.manner, found.kind, text.exact(*found.source))
        for found in holders.find(text)
        if found.manner != "bare"
    ]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "According to the interior ministry, 40 were hurt.", [("according", "authorities", "interior ministry")]),
        ("en", "Police said the road was shut.", [("say", "police", "Police")]),
        ("en", "The Tram Drivers' League, which called the strike, counted 900.", [("count", "organisers", "Tram Drivers' League")]),
        ("en", "Some 3,000 people (police) came.", [("bracket", "police", "police")]),
        ("en", "By the police tally it was 300.", [("tally", "police", "police")]),
        ("fr", "Ils étaient 300 d’après la gendarmerie.", [("according", "police", "gendarmerie")]),
        ("fr", "« Bravo à tous les présents », a lancé la préfète.", [("voice", "authorities", "préfète")]),
        ("fr", "La CGT, elle, en revendiquait 40 000.", [("count", "organisers", "CGT")]),
        ("es", "Según los sindicatos, acudieron 300.", [("according", "organisers", "sindicatos")]),
        ("es", "Eran 300, indicaron testigos.", [("say", "witness", "testigos")]),
        ("de", "Nach Polizeiangaben kamen 300 Menschen.", [("tally", "police", "Polizeiangaben")]),
        ("de", "Rund 4000 Beschäftigte waren Verdi zufolge gekommen.", [("according", "organisers", "Verdi")]),
    ],
)  # fmt: skip
def test_attributions_are_found_with_their_manner(
    language: str, body: str, expected: list[tuple[str, str, str]]
) -> None:
    """Each way of attributing is told apart, and its source is the phrase that names it."""
    assert attributed(language, body) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        # The nearest source on the right side, not merely the nearest.
        ("en", "Police put the crowd at 3,500 and organisers at 9,000.", {"3,500": "police", "9,000": "organisers"}),
        ("en", "There were 3,500 people, police said.", {"3,500": "police"}),
        ("en", "About 3,500 people marched on Sunday (police); the union said 9,000.", {"3,500": "police", "9,000": "organisers"}),
        ("fr", "Ils étaient 1 300 selon la police, 2 700 selon les organisateurs.", {"1 300": "police", "2 700": "organisers"}),
        ("es", "Acudieron 2.000 personas según la policía y 5.000 según los convocantes.", {"2.000": "police", "5.000": "organisers"}),
        ("de", "Die Polizei sprach von 4.000 Teilnehmern, die Veranstalter zählten 9.000.", {"4.000": "police", "9.000": "organisers"}),
        # Verbs at the end, and subjects behind their verbs.
        ("de", "Während die Polizei von 4.000 Teilnehmern sprach, blieb es ruhig.", {"4.000": "police"}),
        ("fr", "Quelque 900 personnes, estime la préfecture, ont bloqué le pont.", {"900": "authorities"}),
        # Elliptic turns.
        ("fr", "La préfecture a compté 6 800 personnes et la CGT 22 000.", {"6 800": "authorities", "22 000": "organisers"}),
        ("en", "The council counted 450 and Fair Fares Now 700.", {"450": "authorities", "700": "organisers"}),
        ("en", "City hall put the crowd at 6,200; the Medics' Federation, which had called it out, at 9,000.", {"6,200": "authorities", "9,000": "organisers"}),
        # Tallies and possessives.
        ("en", "The march drew 1,900 by the police tally and 4,000 by the union's.", {"1,900": "police", "4,000": "organisers"}),
        ("fr", "Ils étaient 1 800 selon la préfecture, 3 500 selon leur propre pointage.", {"1 800": "authorities", "3 500": "organisers"}),
        # Lists of sources and of numbers.
        ("fr", "Police / organisateurs : 3 500 / 12 000", {"3 500": "police", "12 000": "organisers"}),
        ("en", "Organisers / police: 12,000 / 3,500", {"12,000": "organisers", "3,500": "police"}),
    ],
)  # fmt: skip
def test_figures_of_one_sentence_find_their_own_holder(
    language: str, body: str, expected: dict[str, str]
) -> None:
    """Where several sources and several figures share a sentence, each figure gets its own."""
    assert held(text_of(language, body)) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        # A pronoun or a possessive stands for the last source.
        ("en", "The Hill Farmers' League said it was content. At the rally it claimed 5,500.", {"5,500": "organisers"}),
        ("en", "The police chief said the day was calm. He put the crowd at 700.", {"700": "police"}),
        ("fr", "La police a parlé de 9 000 personnes. Samedi dernier, elle en avait compté 12 600.", {"9 000": "police", "12 600": "police"}),
        # Words in quotation marks are held by who speaks them.
        ("en", "“We were 800 at the gate,” said Rosa Cole, who chairs the Tenants' Union.", {"800": "organisers"}),
        ("fr", "« Plus de 800 », rectifient les syndicats.", {"800": "organisers"}),
        ("en", "Alliance chair Una Reid, hoarse already: “We have 8,000 here.”", {"8,000": "organisers"}),
        # Whoever counted holds it; who passes it on does not.
        ("en", "Reuters, quoting police, reported 38 detained.", {"38": "police"}),
        # The newsletter's own count, and the reporter's.
        ("en", "When 1,800 of you filled the square we cheered.", {"1,800": "organisers"}),
        ("en", "Our photographer, watching from a roof, made it 5,800.", {"5,800": "media"}),
    ],
)  # fmt: skip
def test_holders_carry_over(language: str, body: str, expected: dict[str, str]) -> None:
    """A source named before, or one that speaks the words, holds the figure."""
    assert held(text_of(language, body)) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Hundreds of students marched through the town on Friday."),
        ("fr", "Des centaines de lycéens ont défilé vendredi dans le calme."),
        ("es", "Miles de personas marcharon el viernes por el centro."),
        ("de", "Tausende Menschen zogen am Freitag durch die Stadt."),
        ("en", "The police closed the bridge. Later, about 300 people sang in the square."),
        ("en", "Thousands marched. “It was a fine day,” said the mayor."),
    ],
)
def test_figures_nobody_claims_stay_unattributed(language: str, body: str) -> None:
    """A source that is merely near does not hold a figure."""
    assert set(held(text_of(language, body)).values()) <= {"unattributed"}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Clean Coast, which called the march, said 400 came.", "organisers"),
        ("Captain Ada Reyes of the state police spoke. Reyes said 400 came.", "police"),
        ("The Harbour Gazette reported that 400 people came.", "media"),
        ("The human rights activist said 400 people came.", "other"),
        ("A police union said 400 people came.", "organisers"),
        ("The school district said 400 people came.", "authorities"),
        ("Shopkeepers said 400 people came.", "witness"),
    ],
)
def test_the_words_of_a_source_tell_its_kind(body: str, kind: str) -> None:
    """A kind is read from the source's own words, and else from what the report says of it."""
    assert held(text_of("en", body))["400"] == kind


def test_organisers_that_are_known_are_believed() -> None:
    """A name that the caller says organises is no longer a name of unknown kind."""
    text = text_of("en", "A spokesman for Blue Lantern said 400 people came.")
    counted = amounts.find(text)
    name = text.words.index("blue")
    plain = holders.attach(text, counted[0], holders.find(text), counted)[0]
    told = holders.find(text, organisers=[(name, name + 2)])
    assert plain.kind != "organisers"
    assert holders.attach(text, counted[0], told, counted)[0].kind == "organisers"


def test_the_holder_is_named_with_the_words_that_attribute() -> None:
    """The holder's name is the source; its words are source and cue, as they stand."""
    text = text_of("fr", "Samedi, la préfecture du Cher a compté 1 800 manifestants.")
    counted = amounts.find(text)
    holder, score = holders.attach(text, counted[0], holders.find(text), counted)
    assert holder.name == "préfecture du Cher"
    assert holder.words is not None
    assert holder.words.exact == "préfecture du Cher a compté"
    assert 0.5 < score <= 1.0


def test_statements_without_a_number_have_holders_too() -> None:
    """What counts nothing is held by whoever says it."""
    text = text_of("en", "No arrests were made, police said.")
    holder, _ = holders.attach_words(text, (0, 2), holders.find(text), amounts.find(text))
    assert holder.kind == "police"


def test_every_weight_is_for_a_feature_that_can_be_shown() -> None:
    """The table holds no weight for a feature that the code no longer shows."""
    reports = [
        "Police said 300 came. Organisers (CGT): 900. “We were 40,” said Ann Lee, a resident.",
        "They counted 300 by the police tally; 20 were hurt, he said. Theirs was 90.",
    ]
    shown = set()
    for body in reports:
        text = text_of("en", body)
        counted = amounts.find(text)
        for amount in counted:
            for candidate in described(text, amount, holders.find(text), counted):
                shown.update(candidate.shown)
    words = {word for name in shown for word in name.replace(",", "").replace(":", "").split()}
    assert shown & set(WEIGHTS)
    assert {"nobody", "police", "here", "say", "ahead", "behind"} <= words


@settings(deadline=None, max_examples=150)
@given(body=st.one_of(anything, pieces), language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_every_holder_lies_within_it(body: str, language: str) -> None:
    """No text raises; attributions are in order, and their tokens lie in the text."""
    text = text_of(language, body)
    counted = amounts.find(text)
    found = holders.find(text, quotes=quotation_marks.find_spans(text))
    assert [source.first for source in found] == sorted(source.first for source in found)
    for source in found:
        assert lies_within(text, source.span)
        assert lies_within(text, source.source)
        assert source.sentence in range(len(text.sentences))
    for amount in counted:
        weighed = holders.weighed(text, amount, found, counted)
        assert weighed[0][0].attribution is None
        assert abs(sum(probability for _, probability in weighed) - 1) < 1e-9


@settings(deadline=None, max_examples=30)
@given(body=pieces, language=st.sampled_from(LANGUAGES))
def test_the_same_text_has_the_same_holders(body: str, language: str) -> None:
    """Reading twice gives the same attributions."""
    assert holders.find(text_of(language, body)) == holders.find(text_of(language, body))


def test_long_texts_take_time_in_proportion() -> None:
    """A text ten times as long takes about ten times as long, whatever it is made of."""
    for piece in (
        "police said 300 , organisers counted 900 and it said ",
        "« 300 » , ( police ) : selon la CGT , / ",
        "Ada Reyes , who said of us , by the tally ",
    ):
        seconds = []
        for n_times in (300, 3000):
            text = text_of("en", piece * n_times)
            counted = amounts.find(text)
            assert text.hits is not None
            started = time.perf_counter()
            found = holders.find(text)
            for amount in counted:
                holders.attach(text, amount, found, counted)
            seconds.append(time.perf_counter() - started)
        assert seconds[1] < 40 * max(seconds[0], 0.01)
