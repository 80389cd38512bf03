"""Who does what to whom, through the structures of English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RUZHIN, KEST, OSTLAND, MERIDIA = "Ana Ruzhin", "Daniel Kest", "Republic of Ostland", "Kingdom of Meridia"
STRUCTURES = [
    ("passive with agent", "Daniel Kest was sacked by Ana Ruzhin.", (RUZHIN, "DISMISSED", KEST)),
    (
        "passive with a second by-phrase",
        "Daniel Kest was beaten by ten votes by Ana Ruzhin.",
        (RUZHIN, "COMPETES_WITH", KEST),
    ),
    (
        "a participle before the preposition",
        "Ana Ruzhin praised the sanctions imposed on the Kingdom of Meridia by the Republic of Ostland.",
        (OSTLAND, "SANCTIONED", MERIDIA),
    ),
    ("relative clause", "Ana Ruzhin, who sacked Daniel Kest, smiled.", (RUZHIN, "DISMISSED", KEST)),
    ("object gap", "Daniel Kest, whom Ana Ruzhin sacked, smiled.", (RUZHIN, "DISMISSED", KEST)),
    ("participle", "Ana Ruzhin left early, praising Daniel Kest.", (RUZHIN, "SUPPORTED", KEST)),
    ("reduced passive", "Daniel Kest, praised by Ana Ruzhin, smiled.", (RUZHIN, "SUPPORTED", KEST)),
    ("coordinated verbs", "Ana Ruzhin met and praised Daniel Kest.", (RUZHIN, "SUPPORTED", KEST)),
    ("coordinated objects", "Ana Ruzhin praised Piotr Lorne and Daniel Kest.", (RUZHIN, "SUPPORTED", KEST)),
    ("light verb", "Ana Ruzhin gave her backing to Daniel Kest.", (RUZHIN, "SUPPORTED", KEST)),
    ("possessive", "Ana Ruzhin's attack on Daniel Kest drew applause.", (RUZHIN, "CRITICIZED", KEST)),
    (
        "by phrase",
        "An attack by the Republic of Ostland on the Kingdom of Meridia failed.",
        (OSTLAND, "ATTACKED", MERIDIA),
    ),
    ("reverse support verb", "Daniel Kest drew criticism from Ana Ruzhin.", (RUZHIN, "CRITICIZED", KEST)),
    (
        "between",
        "Talks between the Republic of Ostland and the Kingdom of Meridia failed.",
        (OSTLAND, "MET_WITH", MERIDIA),
    ),
    ("two subjects", "Ana Ruzhin and Daniel Kest clashed on Monday.", (RUZHIN, "FEUDS_WITH", KEST)),
    ("two subjects and a noun", "Ana Ruzhin and Daniel Kest signed a deal.", (RUZHIN, "AGREED_WITH", KEST)),
    ("control over an infinitive", "Ana Ruzhin threatened to sue Daniel Kest.", (RUZHIN, "PROSECUTED", KEST)),
    ("order and participle", "Ana Ruzhin ordered Daniel Kest jailed.", (RUZHIN, "DETAINED", KEST)),
    (
        "who is to act in a clause with for",
        "The Republic of Ostland gave its permission for the Kingdom of Meridia to fish in the bay.",
        (OSTLAND, "CONCEDED_TO", MERIDIA),
    ),
    (
        "who has to yield first",
        "The Republic of Ostland will not lift the blockade until the Kingdom of Meridia pays.",
        (OSTLAND, "CONCEDED_TO", MERIDIA),
    ),
    (
        "two sides before one noun",
        "Norwegian and Chilean negotiators reached a deal.",
        ("Norway", "AGREED_WITH", "Chile"),
    ),
    (
        "a noun and the clause that says it",
        "Ana Ruzhin repeated her demand that Daniel Kest wait.",
        (RUZHIN, "URGED", KEST),
    ),
    (
        "a noun at the head of its clause",
        "Norwegian peacekeepers arrived in the Kingdom of Meridia.",
        ("Norway", "AIDED", MERIDIA),
    ),
    ("it-cleft", "It was Ana Ruzhin who accused Daniel Kest of theft.", (RUZHIN, "ACCUSED", KEST)),
    ("headline infinitive", "Ana Ruzhin to meet Daniel Kest in May", (RUZHIN, "MET_WITH", KEST)),
    ("a late agent", "Ana Ruzhin has been accused of theft by Daniel Kest.", (KEST, "ACCUSED", RUZHIN)),
    ("apposition with an object", "Ana Ruzhin, a fierce critic of Daniel Kest, left.", (RUZHIN, "CRITICIZED", KEST)),
    ("in a state with somebody", "Ana Ruzhin, at odds with Daniel Kest, left.", (RUZHIN, "FEUDS_WITH", KEST)),
    ("along with", "Chile, along with Norway, signed the treaty.", ("Chile", "AGREED_WITH", "Norway")),
    ("a topic between", "Talks on fishing between Chile and Norway collapsed.", ("Chile", "MET_WITH", "Norway")),
    ("a counterpart", "Chile's foreign minister met his Norwegian counterpart.", ("Chile", "MET_WITH", "Norway")),
    (
        "hyphenated agent",
        "The Chile-backed Harbour Militia lost the town.",
        ("Chile", "SUPPORTED", "Harbour Militia"),
    ),
    ("a set phrase", "Ana Ruzhin had harsh words for Daniel Kest.", (RUZHIN, "CRITICIZED", KEST)),
    ("any label", "Ana Ruzhin called Daniel Kest a teapot.", (RUZHIN, "CRITICIZED", KEST)),
    ("dative", "The Republic of Ostland gave the Kingdom of Meridia a loan.", (OSTLAND, "AIDED", MERIDIA)),
    ("what belongs to somebody", "Ana Ruzhin rejected Daniel Kest's plan.", (RUZHIN, "REJECTED", KEST)),
    ("what one is called", "Ana Ruzhin called Daniel Kest a crook.", (RUZHIN, "ACCUSED", KEST)),
    (
        "what one is called in quotation marks",
        'Ana Ruzhin called Daniel Kest "a wet match".',
        (RUZHIN, "CRITICIZED", KEST),
    ),
    ("said to be", "Ana Ruzhin said that Daniel Kest is a fraud.", (RUZHIN, "ACCUSED", KEST)),
    ("said to be good", "Ana Ruzhin said that Daniel Kest is the best candidate.", (RUZHIN, "SUPPORTED", KEST)),
    ("said not to be bad", "Ana Ruzhin said that Daniel Kest is not a thief.", (RUZHIN, "SUPPORTED", KEST)),
    ("a duty in somebody's mouth", "Ana Ruzhin said that Daniel Kest must pay.", (RUZHIN, "URGED", KEST)),
    ("a demanded clause", "Ana Ruzhin demanded that Daniel Kest open the port.", (RUZHIN, "URGED", KEST)),
    ("a person by relation", "Ana Ruzhin's rival, Daniel Kest, smiled.", (RUZHIN, "COMPETES_WITH", KEST)),
    ("a place for the agent", "Daniel Kest was jailed in the Republic of Ostland.", (OSTLAND, "DETAINED", KEST)),
    ("an envoy by name", "Kenya expelled Norway's ambassador, Daniel Kest.", ("Kenya", "EXPELLED", KEST)),
    ("an envoy before it", "Kenya met Daniel Kest, the envoy whom it had expelled.", ("Kenya", "EXPELLED", KEST)),
    ("a fronted participle", "Accused by Ana Ruzhin of theft, Daniel Kest resigned.", (RUZHIN, "ACCUSED", KEST)),
]


@pytest.mark.parametrize(("sentence", "wanted"), [row[1:] for row in STRUCTURES], ids=[row[0] for row in STRUCTURES])
def test_structures(sentence: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    found = {(row.subject, row.relation, row.object) for row in claims(sentence)}
    assert wanted in found or (wanted[2], wanted[1], wanted[0]) in found


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ana Ruzhin urged the Kingdom of Meridia to seize control of the Lodestar Company.", "DETAINED"),
        ("Ana Ruzhin asked when Daniel Kest would arrive.", "URGED"),
        ("Ana Ruzhin told Daniel Kest that nobody would question her.", "URGED"),
        ("The Harbour Party began a hunger strike against Daniel Kest.", "ATTACKED"),
        ("The Harbour Party is on strike against Daniel Kest.", "ATTACKED"),
        ("Ana Ruzhin dismissed Daniel Kest as minister of transport.", "CRITICIZED"),
        ("Ana Ruzhin met Daniel Kest's demands.", "MET_WITH"),
        ("Is Daniel Kest a liar, Ana Ruzhin asked?", "ACCUSED"),
    ],
)
def test_what_is_not_said(sentence: str, relation: str, claims: Callable[..., list[Any]]) -> None:
    assert relation not in {row.relation for row in claims(sentence)}


def test_a_particle_makes_another_predicate(claims: Callable[..., list[Any]]) -> None:
    assert [row.relation for row in claims("Ana Ruzhin turned down Daniel Kest.")] == ["REJECTED"]


def test_a_denied_accusation_is_both_told_and_rejected(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin accused Daniel Kest of theft. Daniel Kest denied Ana Ruzhin's accusation.")
    assert {(RUZHIN, "ACCUSED", KEST), (KEST, "REJECTED", RUZHIN)} <= {row[:3] for row in found}


def test_an_event_named_again_stands_for_its_participants(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "Ana Ruzhin is locked in a feud with Daniel Kest. The Harbour Party distanced itself from the controversy."
    )
    assert {row.object for row in found if row.relation == "DISTANCED_FROM"} == {RUZHIN, KEST}


def test_a_noun_before_a_clause_takes_its_ends_from_it(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Republic of Ostland withdrew the offer of asylum that it made in May to Daniel Kest.")
    assert ("Republic of Ostland", "OFFERED_ASYLUM_TO", "Daniel Kest") in {row[:3] for row in found}


def test_who_is_given_something_may_look_like_its_owner(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin was speaking from the Kingdom of Meridia, which offered her asylum in April.")
    assert ("Kingdom of Meridia", "OFFERED_ASYLUM_TO", "Ana Ruzhin") in {row[:3] for row in found}


def test_campaigning_against_somebody_is_no_opposition_to_what_is_his(claims: Callable[..., list[Any]]) -> None:
    found = claims("Campaigning against Daniel Kest in 2012, Ana Ruzhin promised bread.")
    assert {row.relation for row in found} == {"COMPETES_WITH"}


def test_a_word_of_praise_in_quotation_marks_mocks_nobody(claims: Callable[..., list[Any]]) -> None:
    found = claims('Ana Ruzhin called Daniel Kest\'s remarks "a true wake-up call".')
    assert {row.relation for row in found} == {"SUPPORTED"}


def test_all_whose_things_they_are_are_meant(claims: Callable[..., list[Any]]) -> None:
    found = claims("Piet Tavel criticised the policies of Ana Ruzhin and Daniel Kest.")
    assert {row[:3] for row in found} == {("Piet Tavel", "CRITICIZED", RUZHIN), ("Piet Tavel", "CRITICIZED", KEST)}


def test_who_kills_in_an_attack_is_who_attacked(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Kingdom of Meridia was attacked by the Republic of Ostland, killing Daniel Kest.")
    assert (OSTLAND, "ATTACKED", KEST) in {row[:3] for row in found}
    assert (MERIDIA, "ATTACKED", KEST) not in {row[:3] for row in found}


def test_who_spends_time_on_something_does_it(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin spent much of the debate defending Daniel Kest.")
    assert (RUZHIN, "SUPPORTED", KEST) in {row[:3] for row in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin declined to comment on Daniel Kest's criticism.",
        "Ana Ruzhin refused to discuss Daniel Kest's plan.",
    ],
)
def test_who_declines_to_comment_turns_nobody_down(sentence: str, claims: Callable[..., list[Any]]) -> None:
    assert "REJECTED" not in {row.relation for row in claims(sentence)}
