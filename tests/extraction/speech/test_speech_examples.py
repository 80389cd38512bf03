"""Every group of cues in the lexicon has an example, and every example is found as it is marked."""

from __future__ import annotations

import re

import pytest

from polgraph.extraction.attribution import find_attributions
from polgraph.extraction.language import parse
from polgraph.extraction.speech.cues import Example, speech, speech_examples


@pytest.mark.parametrize("example", speech_examples(), ids=lambda example: example.sentence)
def test_the_example_of_a_group_of_cues_is_found_with_its_source(example: Example) -> None:
    text = re.sub(r"[{}\[\]]", "", example.sentence)
    source = re.search(r"\{(.*?)\}", example.sentence)
    content = re.search(r"\[(.*?)\]", example.sentence)
    assert content is not None
    found = [
        (each.source_text, text[each.start : each.end].strip(","), each.kind)
        for each in find_attributions(parse(text), text)
    ]
    assert (source[1] if source else None, content[1].strip(","), example.kind) in found


def test_every_kind_has_an_example() -> None:
    assert {example.kind for example in speech_examples()} == set(speech().kinds)


def test_the_lexicon_holds_several_hundred_cues() -> None:
    cues = speech()
    assert sum(len(part) for part in (cues.verbs, cues.nouns, cues.adjectives)) > 500
