"""What a clause in somebody's mouth judges, and whom words mean that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from polgraph.extraction import extract
from polgraph.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable


def rows(text: str) -> set[tuple[str, str, str]]:
    found = extract(Document(id="judged", text=text, source="judged", body=(0, len(text))))
    names = {entity.id: entity.name for entity in found.entities}
    return {(names[claim.subject], claim.relation, names[claim.object]) for claim in found.claims}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ('"Daniel Kest would be a disaster," Ana Ruzhin said.', "CRITICIZED"),
        ('"Daniel Kest will be a great mayor," Ana Ruzhin said.', "SUPPORTED"),
        ('"Daniel Kest is trying to rig the vote," Ana Ruzhin said.', "ACCUSED"),
        ('"What Daniel Kest said was disgusting," Ana Ruzhin said.', "CRITICIZED"),
        ('"Nobody is wiser than the mayor," Ana Ruzhin said of Daniel Kest.', "SUPPORTED"),
        ('"Daniel Kest has to go," Ana Ruzhin said.', "CALLED_FOR_ACTION_AGAINST"),
        ('"Daniel Kest has got to go in November," Ana Ruzhin said.', "CALLED_FOR_ACTION_AGAINST"),
        ('"Daniel Kest did not just cross a line," Ana Ruzhin said.', "CRITICIZED"),
        ("Ana Ruzhin called Daniel Kest's bipartisan deal shameful.", "CRITICIZED"),
        ('"Daniel Kest should be in prison," Ana Ruzhin said.', "CALLED_FOR_ACTION_AGAINST"),
        ('"Daniel Kest should have listened," Ana Ruzhin said.', "CRITICIZED"),
        ('"Daniel Kest should listen," Ana Ruzhin said.', "URGED"),
        ('"I do not trust Daniel Kest," Ana Ruzhin said.', "CRITICIZED"),
        ('"We have to stop Daniel Kest," Ana Ruzhin said.', "REJECTED"),
        ("Ana Ruzhin said that she liked what Daniel Kest had done.", "SUPPORTED"),
        ("Ana Ruzhin questioned whether Daniel Kest was fit to govern.", "CRITICIZED"),
        ("Ana Ruzhin wondered whether Daniel Kest was a liar.", "ACCUSED"),
        ("Ana Ruzhin said that she doubted that Daniel Kest was honest.", "CRITICIZED"),
    ],
)
def test_a_clause_in_somebodys_mouth_judges_whom_it_is_about(words: str, relation: str) -> None:
    assert ("Ana Ruzhin", relation, "Daniel Kest") in rows(words)


@pytest.mark.parametrize(
    "words",
    [
        '"If Daniel Kest is a liar, so am I," Ana Ruzhin said.',
        '"If he is asked what Daniel Kest does not understand, he smiles," Ana Ruzhin said.',
        '"Is Daniel Kest a liar?" Ana Ruzhin asked.',
        '"I hope Daniel Kest will be a great mayor," Ana Ruzhin said.',
        '"Daniel Kest did not steal the money," Ana Ruzhin said.',
        '"Daniel Kest does not think that it will rain," Ana Ruzhin said.',
        '"Daniel Kest is not a radical reformer," Ana Ruzhin said.',
        "Daniel Kest spoke. Ana Ruzhin said that it was hard to hear.",
        '"Daniel Kest needs to do the decent thing," Ana Ruzhin said.',
    ],
)
def test_what_is_asked_wished_or_supposed_judges_nobody(words: str) -> None:
    assert not {row for row in rows(words) if row[1] in {"ACCUSED", "CRITICIZED", "SUPPORTED"}}


@pytest.mark.parametrize(
    "words",
    [
        '"You are a disgrace," Ana Ruzhin told Daniel Kest.',
        '"People think you are a disgrace," Ana Ruzhin told Daniel Kest.',
        'Ana Ruzhin asked Daniel Kest about the levy. "You are a disgrace," she said.',
        '"Everybody knows that Daniel Kest is a disgrace," Ana Ruzhin said.',
        "Ana Ruzhin criticised the Lantern Party, and specifically Daniel Kest, over the levy.",
        '"Daniel Kest, you are a disgrace," Ana Ruzhin shouted.',
        '"That was outrageous," Ana Ruzhin said of Daniel Kest\'s speech.',
        '"He is a clown," Ana Ruzhin said, referring to Daniel Kest.',
        "Daniel Kest closed the harbour on Monday. Ana Ruzhin called the decision absurd.",
        'Daniel Kest closed the harbour on Monday. "That was a disgrace," Ana Ruzhin said.',
    ],
)
def test_words_that_name_nobody_mean_whom_the_speech_is_about(words: str) -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in rows(words)


def test_a_denial_rejects_whoever_accused() -> None:
    found = rows("Ana Ruzhin accused Daniel Kest of theft. Kest denied any wrongdoing.")
    assert ("Daniel Kest", "REJECTED", "Ana Ruzhin") in found


@pytest.mark.parametrize(
    "words",
    [
        '"We need to listen," Ana Ruzhin of the Harbour Party said.',
        '"Does Daniel Kest have to listen?" Ana Ruzhin asked.',
        "Ana Ruzhin explained why Daniel Kest should listen.",
        "Ana Ruzhin said Daniel Kest has yet to answer.",
    ],
)
def test_a_duty_that_is_asked_about_or_ones_own_urges_nobody(words: str) -> None:
    assert "URGED" not in {relation for _, relation, _ in rows(words)}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ('"How can anyone trust Daniel Kest?" Ana Ruzhin asked.', "CRITICIZED"),
        ('"What is Daniel Kest hiding?" Ana Ruzhin asked.', "ACCUSED"),
        ('"Daniel Kest is too small for the office," Ana Ruzhin said.', "CRITICIZED"),
        ('"Daniel Kest is not brave enough," Ana Ruzhin said.', "CRITICIZED"),
        ('"Daniel Kest is less honest than his father," Ana Ruzhin said.', "CRITICIZED"),
        ('"It is Daniel Kest\'s fault," Ana Ruzhin said.', "ACCUSED"),
    ],
)
def test_questions_that_want_no_answer_and_degrees_judge(words: str, relation: str) -> None:
    assert ("Ana Ruzhin", relation, "Daniel Kest") in rows(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruzhin called Daniel Kest's decision a victory for Ostland farmers.",
        'Ana Ruzhin called Daniel Kest\'s speech "a great gift" to the town.',
    ],
)
def test_a_kind_label_praises_the_author_and_nobody_inside_it(words: str) -> None:
    judged = {row for row in rows(words) if row[1] in {"CRITICIZED", "SUPPORTED"}}
    assert judged == {("Ana Ruzhin", "SUPPORTED", "Daniel Kest")}


def test_whom_a_deed_was_done_to_is_not_condemned_with_it() -> None:
    found = rows("Ana Ruzhin condemned the killing of Daniel Kest. Ana Ruzhin condemned Ostland's invasion of Meridia.")
    assert {row[2] for row in found if row[1] == "CRITICIZED"} == {"Ostland"}


def test_to_dismiss_somebody_as_something_is_to_criticise_and_a_claim_of_theirs_to_reject() -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in rows("Ana Ruzhin dismissed Daniel Kest as a jilted clerk.")
    assert ("Ana Ruzhin", "REJECTED", "Daniel Kest") in rows("Ana Ruzhin dismissed Daniel Kest's claim as a guess.")


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Ana Ruzhin is not happy with Daniel Kest.", "CRITICIZED"),
        ("Ana Ruzhin has no patience for Daniel Kest.", "CRITICIZED"),
        ("Ana Ruzhin is not interested in Daniel Kest's offer.", "REJECTED"),
        ("Ana Ruzhin wants nothing to do with Daniel Kest.", "DISTANCED_FROM"),
    ],
)
def test_what_one_does_not_feel_or_want_is_a_judgement_too(words: str, relation: str) -> None:
    assert ("Ana Ruzhin", relation, "Daniel Kest") in rows(words)


def test_liking_is_no_judgement_of_that_kind() -> None:
    assert not {row for row in rows("Ana Ruzhin is interested in Daniel Kest's offer.") if row[1] == "REJECTED"}


@pytest.mark.parametrize(
    "words",
    [
        '"The person who tells lies is Daniel Kest," Ana Ruzhin said.',
        '"Daniel Kest is the one who tells lies," Ana Ruzhin said.',
    ],
)
def test_who_does_something_may_be_said_in_the_main_clause(words: str) -> None:
    assert ("Ana Ruzhin", "ACCUSED", "Daniel Kest") in rows(words)


def test_what_is_claimed_is_refused_and_what_is_done_criticised() -> None:
    claim, plan = (rows(f"Ana Ruzhin said that Daniel Kest's {thing} was absurd.") for thing in ("allegation", "plan"))
    assert {row[1] for row in claim} == {"REJECTED"}
    assert {row[1] for row in plan} == {"CRITICIZED"}


def test_what_was_done_by_somebody_is_his_fault(claims: Callable[..., Any]) -> None:
    found = claims("Ana Ruzhin said that the vote was rigged by the Harbour Party.")
    assert [row[:3] for row in found] == [("Ana Ruzhin", "ACCUSED", "Harbour Party")]
    assert not claims("Ana Ruzhin said that the vote was rigged.")


def test_it_may_be_what_the_clause_before_is_about(claims: Callable[..., Any]) -> None:
    found = claims("Daniel Kest unveiled his plan on Monday, but Ana Ruzhin said it would hurt farmers.")
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in {row[:3] for row in found}


@pytest.mark.parametrize("word", ["cruel", "deranged", "two-faced", "unprofessional", "horrific"])
def test_an_adjective_judges_in_any_clause(word: str) -> None:
    for text in (f'"Ana Ruzhin is {word}," Ola Berg said.', f"Ola Berg said Ana Ruzhin was {word}."):
        assert ("Ola Berg", "CRITICIZED", "Ana Ruzhin") in rows(text)


def test_what_is_described_as_cruel_is_judged() -> None:
    assert ("Ola Berg", "CRITICIZED", "Ana Ruzhin") in rows("Ola Berg described Ana Ruzhin's plan as cruel.")


def test_who_did_nothing_wrong_is_defended(claims: Callable[..., list[Any]]) -> None:
    rows = {row[:3] for row in claims("Ana Ruzhin insisted that Daniel Kest had done nothing wrong.")}
    assert rows == {("Ana Ruzhin", "SUPPORTED", "Daniel Kest")}


@pytest.mark.parametrize("whom", ["the other side", "our enemies", "terrorists"])
def test_a_gift_to_foes_is_no_praise(whom: str, claims: Callable[..., list[Any]]) -> None:
    rows = {row[:3] for row in claims(f'Ana Ruzhin said Daniel Kest\'s exit was "a gift to {whom}."')}
    assert rows == {("Ana Ruzhin", "CRITICIZED", "Daniel Kest")}
