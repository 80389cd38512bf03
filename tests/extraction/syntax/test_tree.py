"""The index of a parsed article says what spaCy says."""

from __future__ import annotations

from polgraph.extraction.language import parse
from polgraph.extraction.syntax.tree import children, indexed, lefts, rights, text_of, tokens_of

_TEXT = "The premier of Ostland, who had met Ana Ruzhin, warned her on Friday that the talks would fail."


def test_the_index_gives_the_children_that_the_parse_has() -> None:
    doc = parse(_TEXT)
    with indexed(doc):
        assert list(tokens_of(doc)) == list(doc)
        for token in doc:
            assert list(children(token)) == list(token.children)
            assert list(lefts(token)) == list(token.lefts)
            assert list(rights(token)) == list(token.rights)


def test_without_an_index_the_parse_itself_answers() -> None:
    doc = parse(_TEXT)
    assert [child.text for child in children(doc[1])] == [child.text for child in doc[1].children]
    assert list(tokens_of(doc)) == list(doc)


def test_an_index_inside_another_leaves_the_outer_one_in_place() -> None:
    doc = parse(_TEXT)
    with indexed(doc):
        once = children(doc[1])
        with indexed(doc):
            pass
        assert children(doc[1]) is once
    assert children(doc[1]) is not once


def test_the_text_of_a_stretch_is_that_of_the_span() -> None:
    doc = parse(_TEXT)
    with indexed(doc):
        for start in range(len(doc)):
            for end in range(start, len(doc) + 2):
                assert text_of(doc, start, end) == doc[start:end].text
