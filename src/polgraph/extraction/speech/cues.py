"""The cues of speech and thought: `lexicon/speech.yaml`, checked.

In: the lexicon. Out: for a lemma, the frames it takes and the kind of attribution each frame makes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from polgraph.errors import OntologyError
from polgraph.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Part = Literal["verbs", "nouns", "adjectives"]

__all__ = ["PREPOSITIONS", "CueLexicon", "Example", "speech", "speech_examples"]

PREPOSITIONS = frozenset(
    ["about", "after", "against", "as", "at", "behind", "by", "for", "from", "in", "into", "of", "on", "over"]
) | {"regarding", "to", "toward", "upon", "with"}
_FRAMES = frozenset(
    ["quotation", "clause", "that", "infinitive", "object-to", "on-to", "raising", "gerund", "thing", "pair"]
) | {
    *PREPOSITIONS,
    *(f"thing-{preposition}" for preposition in PREPOSITIONS),
}
_PARTS: tuple[Part, ...] = ("verbs", "nouns", "adjectives")


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Cues by part of speech.

    Each maps a lemma to its variants: the words that belong to it ("out" of "point out", "" for none) and, for
    each variant, from frame to kind. kinds: what each means. carriers: verbs whose subject is the source of the noun
    that they carry. labels: words before a colon that name no speaker. interviewers: those
    of whoever asks in a transcript. views: nouns of "in her view".
    """

    verbs: Mapping[str, Mapping[str, Mapping[str, str]]]
    nouns: Mapping[str, Mapping[str, Mapping[str, str]]]
    adjectives: Mapping[str, Mapping[str, Mapping[str, str]]]
    kinds: Mapping[str, str]
    carriers: frozenset[str]
    labels: frozenset[str]
    interviewers: frozenset[str]
    views: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the lexicon: {} around the source, [] around the content."""

    kind: str
    sentence: str


@cache
def speech() -> CueLexicon:
    """Load the cues, once.

    Where two groups give a cue the same frame, the earlier one decides its kind. Raises OntologyError where a group
    lacks something, has an unknown kind or frame, or names a cue twice.
    """
    content = lexicon.load("speech")
    return CueLexicon(
        **{part: _part(content, part) for part in _PARTS},
        kinds=MappingProxyType(content["kinds"]),
        carriers=frozenset(content["carriers"]),
        labels=frozenset(content["labels"]),
        interviewers=frozenset(content["interviewers"]),
        views=frozenset(content["views"]),
    )


def speech_examples() -> list[Example]:
    """Give the examples of every group."""
    groups = _groups(lexicon.load("speech"))
    return [Example(group["kind"], sentence) for _, group in groups for sentence in group["examples"]]


def _groups(content: Mapping[str, Any]) -> Iterator[tuple[Part, dict[str, Any]]]:
    for part in _PARTS:
        for number, group in enumerate(content.get(part, ()), start=1):
            missing = {"kind", "frames", "cues", "examples"} - set(group)
            if missing:
                raise OntologyError(f"lexicon/speech.yaml: {part}, group {number}: add {', '.join(sorted(missing))}")
            yield part, group


def _part(content: Mapping[str, Any], part: Part) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    cues: dict[str, dict[str, dict[str, str]]] = {}
    for group_part, group in _groups(content):
        if group_part != part:
            continue
        where = f"lexicon/speech.yaml: {part}: {group['cues'][:40]}"
        if group["kind"] not in content["kinds"]:
            raise OntologyError(f"{where}: unknown kind {group['kind']!r}; choose one of {', '.join(content['kinds'])}")
        if not isinstance(group["frames"], str):
            raise OntologyError(f"{where}: frames are words; put quotes around a lone 'on', which YAML takes for true")
        unknown = set(group["frames"].split()) - _FRAMES
        if unknown:
            raise OntologyError(f"{where}: unknown frames {', '.join(sorted(unknown))}; see the head of the file")
        words = [cue.strip() for cue in group["cues"].split(",")]
        twice = {cue for cue in words if words.count(cue) > 1}
        if twice:
            raise OntologyError(f"{where}: {', '.join(sorted(twice))}: named twice; keep one")
        for cue in words:
            lemma, _, particle = cue.partition(" ")
            frames = cues.setdefault(lemma, {}).setdefault(particle, {})
            for frame in group["frames"].split():
                frames.setdefault(frame, group["kind"])
    return MappingProxyType(cues)
