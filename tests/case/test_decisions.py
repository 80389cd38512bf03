from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.case import Case
    from polgraph.model import Document

    Ingest = Callable[..., list[str | None]]
    MakeArticle = Callable[..., Document]

MET = ("Jane Okafor", "MET_WITH", "Ben Tallin")
URGED = ("J. Okafor", "URGED", "Cem Orrin")
JANE, J, BEN = "person:jane-okafor", "person:j-okafor", "person:ben-tallin"


def _names(case: Case) -> dict[str, str]:
    return {entity.id: entity.name for entity in case.entities()}


@pytest.fixture(autouse=True)
def _articles(ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET), article("/news/b.txt", URGED), article("/news/c.txt", MET, URGED))


def test_merged_entities_are_one_in_everything_that_is_read(case: Case) -> None:
    decision = case.merge(JANE, J, who="nell", why="same office")
    assert (decision.number, decision.kind, decision.who, decision.why) == (1, "merge", "nell", "same office")
    assert decision.at.endswith("+00:00")
    assert J not in _names(case)
    [jane] = [entity for entity in case.entities() if entity.id == JANE]
    assert (jane.name, jane.aliases) == ("Jane Okafor", ("J. Okafor",))
    assert {claim.subject for claim in case.claims()} == {JANE}
    assert case.mention_counts()[JANE, "c.txt"] == 2
    assert {mention.entity for _, mention in case.mentions("b.txt")} == {JANE, "person:cem-orrin"}
    assert J not in case.graph


def test_the_kept_one_keeps_its_name_though_the_other_is_longer(case: Case) -> None:
    case.merge(J, JANE)
    assert _names(case)[J] == "J. Okafor"


def test_a_merge_is_taken_back_whole(case: Case) -> None:
    before = case.entities(), case.claims(), case.mention_counts()
    case.merge(JANE, J)
    undone = case.undo(who="nell")
    assert (undone.number, undone.undone) == (1, True)
    assert (case.entities(), case.claims(), case.mention_counts()) == before
    assert [decision.undone for decision in case.decisions()] == [True]


def test_an_earlier_decision_can_be_taken_back_by_its_number(case: Case) -> None:
    case.merge(JANE, J)
    case.rename(JANE, "Dr Jane Okafor")
    case.undo(1)
    assert _names(case) == {JANE: "Dr Jane Okafor", J: "J. Okafor", BEN: "Ben Tallin", "person:cem-orrin": "Cem Orrin"}
    with pytest.raises(CaseError, match="no decision 1 that stands"):
        case.undo(1)


def test_a_claim_between_the_two_is_left_out_while_they_are_one(
    case: Case, ingest: Ingest, article: MakeArticle
) -> None:
    ingest(article("/news/d.txt", ("Jane Okafor", "MET_WITH", "J. Okafor")))
    case.merge(JANE, J)
    assert not [claim for claim in case.claims() if claim.document == "d.txt"]
    case.undo()
    assert [claim for claim in case.claims() if claim.document == "d.txt"]


def test_split_documents_speak_of_somebody_else(case: Case) -> None:
    decision = case.split(JANE, ["c.txt"])
    assert decision.other == "person:jane-okafor-2"
    assert {claim.document: claim.subject for claim in case.claims() if claim.relation == "MET_WITH"} == {
        "a.txt": JANE,
        "c.txt": "person:jane-okafor-2",
    }
    assert _names(case)["person:jane-okafor-2"] == "Jane Okafor"
    assert ("person:jane-okafor-2", "c.txt") in case.mention_counts()


def test_a_split_can_name_the_new_one_and_be_merged_and_undone(case: Case) -> None:
    other = case.split(JANE, ["c.txt"], name="Jane Okafor (Lagos)").other
    assert other is not None
    assert _names(case)[other] == "Jane Okafor (Lagos)"
    case.merge(J, other)
    assert {claim.subject for claim in case.claims() if claim.document == "c.txt"} == {J}
    case.undo()
    case.undo()
    assert other not in _names(case)


def test_a_second_split_gets_an_id_of_its_own(case: Case) -> None:
    case.split(JANE, ["c.txt"])
    case.undo()
    assert case.split(JANE, ["c.txt"]).other == "person:jane-okafor-3"


def test_a_renamed_entity_keeps_its_id_and_its_former_name(case: Case) -> None:
    case.rename(JANE, "  Jane N.  Okafor ")
    [jane] = [entity for entity in case.entities() if entity.id == JANE]
    assert (jane.name, jane.aliases) == ("Jane N. Okafor", ("Jane Okafor",))
    assert case.resolve("Jane Okafor") == case.resolve("jane n. okafor") == JANE


def test_decisions_survive_a_new_reading_and_wait_for_what_is_gone(
    case: Case, ingest: Ingest, article: MakeArticle
) -> None:
    case.merge(JANE, J)
    case.split(BEN, ["c.txt"])
    gone = ("Ana Varo", "MET_WITH", "Cem Orrin")
    ingest(*(article(f"/news/{name}.txt", gone, publisher=name) for name in "abc"))
    assert J not in _names(case)
    ingest(article("/news/a.txt", MET), article("/news/b.txt", URGED), article("/news/c.txt", MET, URGED))
    assert set(_names(case)) == {JANE, BEN, "person:ben-tallin-2", "person:cem-orrin"}
