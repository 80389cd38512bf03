"""The lexicon of cues is checked when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from polgraph.errors import OntologyError
from polgraph.extraction import lexicon
from polgraph.extraction.speech import cues

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _forget_the_lexicon() -> Iterator[None]:
    cues.speech.cache_clear()
    yield
    cues.speech.cache_clear()


def _lexicon(**group: str) -> dict[str, Any]:
    whole = {"kind": "say", "frames": "clause", "cues": "say", "examples": ["{She} said [it was over]."]} | group
    return {"kinds": {"say": "states"}, "carriers": [], "labels": [], "views": [], "verbs": [whole]}


def test_the_frame_decides_the_kind() -> None:
    reject = cues.speech().verbs["reject"][""]
    assert reject["thing"] != reject["thing-as"]


def test_a_verb_may_have_a_word_that_belongs_to_it() -> None:
    assert "clause" in cues.speech().verbs["point"]["out"]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ({"kind": "mumble"}, "unknown kind 'mumble'"),
        ({"frames": "clause sideways"}, "unknown frames sideways"),
        ({"cues": "say, add, say"}, "say: named twice"),
    ],
)
def test_a_wrong_group_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, group: dict[str, str], words: str) -> None:
    monkeypatch.setattr(lexicon, "load", lambda _: _lexicon(**group))
    with pytest.raises(OntologyError, match=words):
        cues.speech()


def test_a_group_without_frames_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _lexicon()
    del content["verbs"][0]["frames"]
    monkeypatch.setattr(lexicon, "load", lambda _: content)
    with pytest.raises(OntologyError, match="verbs, group 1: add frames"):
        cues.speech()
