from __future__ import annotations

from typing import Any

import pytest

from polgraph.errors import GoldError
from polgraph.evaluation.events import EventRecord, event_tallies, parse_event
from polgraph.evaluation.records import Record
from polgraph.evaluation.tallies import Tally
from polgraph.model import Claim, Document, Entity, Extraction

CODES = {"Velmark": "VMK", "Tanzur": "TZR", "Ostland": "OST", "Grey Union": None}


def record(source: Any, target: Any, plover: str, text: str = "A sentence.", **fields: Any) -> EventRecord:  # noqa: ANN401  as JSON has it
    if isinstance(source, list):
        source, target = ([{"text": "-", "code": code} for code in codes] for codes in (source, target))
    known: dict[str, Any] = {"id": text, "text": text, "source": source, "target": target, "plover": plover}
    return parse_event(Record(known | {"reciprocal": False} | fields, "here"))


def claims(*rows: tuple[str, str, str], text: str = "A sentence.") -> Extraction:
    entities = tuple(Entity(id=name, type="Nation", name=name, country=code) for name, code in CODES.items())
    made = tuple(
        Claim(id=str(at), document=text, subject=subject, relation=relation, object=object_, quote="A", start=0, end=1)
        for at, (subject, relation, object_) in enumerate(rows)
    )
    document = Document(id=text, text=text, source="-", body=(0, len(text)))
    return Extraction(document=document, entities=entities, mentions=(), claims=made, quotes=())


def test_an_event_is_who_did_what_to_whom() -> None:
    gold = [record(["VMK"], ["TZR"], "ACCUSE")]
    counted, with_claim, _ = event_tallies(
        gold, [claims(("Velmark", "CRITICIZED", "Tanzur"), ("Tanzur", "REJECTED", "Velmark"))]
    )
    assert counted == {"class": Tally(1, 2, 1, 1), "dyad": Tally(1, 2, 1, 1), "event": Tally(1, 2, 1, 1)}
    assert with_claim == 1


def test_reciprocal_records_and_symmetric_claims_count_both_ways() -> None:
    gold = [record(["VMK", "TZR"], [], "CONSULT", reciprocal=True)]
    counted, _, missed = event_tallies(gold, [claims(("Velmark", "MET_WITH", "Tanzur"))])
    assert counted["event"] == Tally(2, 2, 2, 2)
    assert missed == []


def test_several_actors_act_each_upon_each() -> None:
    assert {(actor, other) for actor, _, other in record(["VMK", "OST"], ["TZR"], "AID").events} == {
        ("VMK", "TZR"),
        ("OST", "TZR"),
    }


def test_actors_that_are_no_country_make_no_event() -> None:
    gold = [record(["IGO", None, "VMK"], ["TZR", "NGO"], "AID")]
    assert gold[0].events == {("VMK", "AID", "TZR")}


def test_a_claim_about_somebody_without_a_country_counts_for_its_class_only() -> None:
    gold = [record(["VMK"], ["TZR"], "ACCUSE")]
    counted, _, missed = event_tallies(gold, [claims(("Velmark", "ACCUSED", "Grey Union"))])
    assert (counted["class"].right, counted["dyad"].predicted) == (1, 0)
    assert (missed[0].wanted, missed[0].found) == (("VMK ACCUSE TZR",), ("ACCUSE",))


def test_ties_are_no_events() -> None:
    counted, with_claim, _ = event_tallies(
        [record(["VMK"], ["TZR"], "ACCUSE")], [claims(("Grey Union", "PART_OF", "Velmark"))]
    )
    assert (counted["class"].predicted, with_claim) == (0, 0)


def test_the_records_of_one_sentence_are_judged_together() -> None:
    gold = [record(["VMK"], ["TZR"], "ACCUSE", id="1"), record(["TZR"], ["VMK"], "REJECT", id="2")]
    one, other = claims(("Velmark", "ACCUSED", "Tanzur"), text="1"), claims(("Velmark", "ACCUSED", "Tanzur"), text="2")
    counted, _, _ = event_tallies(gold, [one, other])
    assert counted["event"] == Tally(2, 1, 1, 1)


@pytest.mark.parametrize("relation", ["CONCEDED_TO", "LEFT"])
def test_sets_without_countries_know_one_class_of_yielding(relation: str) -> None:
    gold = [record("the premier", "the rebels", "YIELD")]
    counted, _, missed = event_tallies(gold, [claims(("Velmark", relation, "Tanzur"))])
    assert counted["class"] == Tally(1, 1, 1, 1)
    assert missed == []


def test_claims_of_texts_that_are_not_in_the_set_are_passed_over() -> None:
    counted, _, _ = event_tallies(
        [record(["VMK"], ["TZR"], "AID")], [claims(("Velmark", "AIDED", "Tanzur"), text="other")]
    )
    assert counted["class"] == Tally(1, 0, 0, 0)


def test_a_record_without_a_class_is_refused_with_its_place() -> None:
    with pytest.raises(GoldError, match='here: "plover" is missing: it should be text'):
        parse_event(Record({"id": "1", "text": "x", "source": "a"}, "here"))
