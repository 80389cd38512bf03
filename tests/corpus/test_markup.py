from __future__ import annotations

import pytest
from corpus.compiler.markup import parse
from hypothesis import given, strategies as st

TREES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_characters="[]{}<>\\*"), min_size=1, max_size=8).map(lambda t: (t, t)),
    lambda inner: st.tuples(
        st.sampled_from(["[a:%s]", "[b/name@3:%s]", "{3:%s}", "<3:%s>"]), st.lists(inner, min_size=1, max_size=3)
    ).map(lambda node: (node[0] % "".join(m for m, _ in node[1]), "".join(p for _, p in node[1]))),
    max_leaves=8,
)


@given(st.lists(TREES, max_size=5))
def test_taking_the_marks_out_leaves_the_plain_text(pieces: list[tuple[str, str]]) -> None:
    marked = parse("".join(raw for raw, _ in pieces))
    assert marked.faults == []
    assert marked.text == "".join(plain for _, plain in pieces)


@given(st.text())
def test_any_text_is_read_without_failing_and_spans_lie_inside(raw: str) -> None:
    marked = parse(raw)
    assert all(0 <= mark.start < mark.end <= len(marked.text) for mark in marked.marks)


def test_marks_nest_and_outer_ones_come_first() -> None:
    marked = parse("{1:[reb:[rua:Ruan] rebels] left}")
    assert [(m.bracket, m.entity, marked.text[m.start : m.end]) for m in marked.marks] == [
        ("{", None, "Ruan rebels left"),
        ("[", "reb", "Ruan rebels"),
        ("[", "rua", "Ruan"),
    ]


def test_a_mention_may_be_the_source_of_two_attributions() -> None:
    [mark] = parse("[liv@1,2:Liv]").marks
    assert (mark.entity, mark.sources) == ("liv", (1, 2))


def test_a_backslash_keeps_a_bracket_of_the_text() -> None:
    assert parse(r"a \[sic\] b").text == "a [sic] b"


@pytest.mark.parametrize("raw", ["[a:x", "x]", "[a:{1:x]}", "[x]", "[a:]", "a * b", "[:x]", "{x}"])
def test_what_cannot_be_read_is_a_fault(raw: str) -> None:
    assert parse(raw).faults
