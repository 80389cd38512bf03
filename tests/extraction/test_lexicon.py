"""The lexicon of predicates: every entry has an example, and the example has the entry's claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import OntologyError
from polgraph.extraction import extract
from polgraph.extraction.events.frames import Frame, _compile, entries
from polgraph.model import Document
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from polgraph.model import Entity

EVENTS = [frame for frame in entries() if not RELATIONS[frame.relation].tie]


def ends(frame: Frame, entities: tuple[Entity, ...]) -> list[tuple[str, str]]:
    """Give the ends that the example's claim must have: those written, or any pair of different entities."""
    if frame.ends:
        return [(frame.ends[0], frame.ends[1])]
    order = sorted(entities, key=lambda entity: frame.example.find(entity.name))
    names = [entity.name for entity in order[:2]]
    return [(names[0], names[1])] if len(names) == 2 else []


@pytest.mark.parametrize("frame", EVENTS, ids=[f"{frame.relation}: {frame.text}" for frame in EVENTS])
def test_the_example_of_an_entry_has_its_claim(frame: Frame) -> None:
    document = Document(id="example", text=frame.example, source="example", body=(0, len(frame.example)))
    found = extract(document)
    names = {entity.id: entity.name for entity in found.entities}
    wanted = ends(frame, found.entities)
    both = [*wanted, *((o, s) for s, o in wanted if RELATIONS[frame.relation].symmetric)]
    assert any(
        claim.relation == frame.relation and (names[claim.subject], names[claim.object]) in both
        for claim in found.claims
    )


def test_there_are_several_hundred_entries_and_every_event_relation_has_some() -> None:
    assert len(EVENTS) > 400
    assert {frame.relation for frame in EVENTS} == {name for name, relation in RELATIONS.items() if not relation.tie}


def test_no_two_examples_are_the_same() -> None:
    examples = [(frame.relation, frame.example) for frame in EVENTS]
    assert len(examples) == len(set(examples))


@pytest.mark.parametrize(
    "row",
    [
        {"verb": "accuse OBJ"},
        {"verb": "SUBJ accuse OBJ SUBJ"},
        {"verb": "SUBJ accuse"},
        {"verb": "SUBJ accuse OBJ", "noun": "SUBJ attack on OBJ"},
        {"verb": "SUBJ call OBJ NICENESS"},
        {"verb": "SUBJ meet OBJ:Planet"},
        {"verb": "SUBJ meet (to OBJ) with"},
        {"verb": "SUBJ talk between SUBJ and OBJ"},
        {"said": "SUBJ be OBJ"},
        {"verb": "SUBJ accuse OBJ", "colour": "red"},
        "SUBJ accuse OBJ",
    ],
)
def test_a_frame_that_does_not_hold_is_refused(row: object) -> None:
    with pytest.raises(OntologyError, match="lexicon"):
        _compile("lexicon/verbal_conflict.yaml: ACCUSED", "ACCUSED", row)  # type: ignore[arg-type]
