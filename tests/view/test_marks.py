"""Marks that overlap as they like become segments that do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cortege.view.marks import DEEPEST, Mark, paragraphs, segments

LENGTH = 30


@st.composite
def marked(draw: st.DrawFn) -> tuple[Mark, ...]:
    """Draw marks over a text of thirty characters, in text order, no two on the same words."""
    edge = st.integers(0, LENGTH)
    spans = draw(st.sets(st.tuples(edge, edge).filter(lambda span: span[0] < span[1])))
    return tuple(Mark(n, *span, "who", (n,)) for n, span in enumerate(sorted(spans), 1))


@given(marked(), st.sets(st.integers(-3, LENGTH + 3)))
def test_segments_cover_the_text_and_no_mark_ends_within_one(
    marks: tuple[Mark, ...], cuts: set[int]
) -> None:
    """Segments follow one another without gap, and lie wholly within or without each mark."""
    pieces = list(segments(marks, LENGTH, cuts))
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == LENGTH
    assert cuts & set(range(LENGTH)) <= {piece.start for piece in pieces} | {0}
    for piece in pieces:
        covering = [m for m in marks if m.start <= piece.start and piece.end <= m.end]
        apart = [m for m in marks if m.end <= piece.start or piece.end <= m.start]
        assert len(covering) + len(apart) == len(marks)
        shortest = sorted(covering, key=lambda m: (m.length, m.start))[:DEEPEST]
        assert list(piece.marks) == shortest


@given(marked())
def test_every_mark_opens_once_and_closes_once(marks: tuple[Mark, ...]) -> None:
    """However deep marks nest, each has one segment that opens it and one that closes it."""
    pieces = list(segments(marks, LENGTH))
    assert sorted(m.number for p in pieces for m in p.opening) == [m.number for m in marks]
    assert sorted(m.number for p in pieces for m in p.closing) == [m.number for m in marks]


@given(st.text("ab\n", max_size=40), st.integers(0, 5))
def test_paragraphs_leave_out_newlines_only(text: str, title_end: int) -> None:
    """Whatever stands between two paragraphs is newlines, and nothing else is lost."""
    title_end = min(title_end, len(text))
    found = paragraphs(text, title_end)
    inside = {at for start, end in found for at in range(start, end)}
    assert all(text[at] == "\n" for at in set(range(len(text))) - inside)
    assert all(start < end for start, end in found)
    assert found == sorted(found)


def test_paragraphs_take_lines_only_where_none_is_empty() -> None:
    """Lines are paragraphs where nothing else parts them; else an empty line does."""
    assert paragraphs("T\n\none\ntwo", 1) == [(0, 1), (3, 6), (7, 10)]
    assert paragraphs("T\n\none\ntwo\n\nthree", 1) == [(0, 1), (3, 10), (12, 17)]
