"""Offices, membership, nationality, organs, kin: where English puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Former Senate clerk Ana Ruzhin left early.", ("Ana Ruzhin", "HOLDS_OFFICE", "Senate")),
        ("French President Louis Tavel arrived on Monday.", ("Louis Tavel", "HOLDS_OFFICE", "France")),
        ("Kremlin spokesman Boris Ruzhin shrugged.", ("Boris Ruzhin", "SPEAKS_FOR", "Kremlin")),
        (
            "Ana Ruzhin, chairwoman of the Tidewater Committee, spoke first.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Committee"),
        ),
        (
            "Ana Ruzhin is the director of the Tidewater Institute.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Institute"),
        ),
        ("Ana Ruzhin was sworn in as prime minister of Norway.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        ("Spain's foreign minister, Ana Ruzhin, will travel.", ("Ana Ruzhin", "HOLDS_OFFICE", "Spain")),
        ("Ana Ruzhin of the Harbour Party abstained.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("Republican Senator John Tavel abstained.", ("John Tavel", "MEMBER_OF", "Republicans")),
        ("Senator John Tavel (D-Ohio) abstained.", ("John Tavel", "MEMBER_OF", "D")),
        ("A Russian lawmaker, Boris Ruzhin, objected.", ("Boris Ruzhin", "CITIZEN_OF", "Russia")),
        ("Tidewater Bank, owned by Piet Tavel, closed.", ("Piet Tavel", "CONTROLS", "Tidewater Bank")),
        ("Ana Ruzhin and her husband, Piet Tavel, flew home.", ("Piet Tavel", "RELATED_TO", "Ana Ruzhin")),
        ("British Home Secretary Ana Ruzhin resigned.", ("Ana Ruzhin", "HOLDS_OFFICE", "United Kingdom")),
        ("Ana Ruzhin, a writer for The Atlantic, objected.", ("Ana Ruzhin", "HOLDS_OFFICE", "Atlantic")),
        ("Ana Ruzhin, whose Harbour Party won the vote, smiled.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("Ana Ruzhin of the far-right Harbour Party smiled.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("Ana Ruzhin, a spokeswoman for Ohio Gov. John Tavel, objected.", ("Ana Ruzhin", "SPEAKS_FOR", "John Tavel")),
        ("Ana Ruzhin, the daughter of John Tavel and Maria Kest, left.", ("Ana Ruzhin", "RELATED_TO", "Maria Kest")),
        ("Ana Ruzhin, sister of Norwegian leader John Tavel, left.", ("Ana Ruzhin", "RELATED_TO", "John Tavel")),
        ("Ana Ruzhin, sister of Norwegian leader John Tavel, left.", ("John Tavel", "HOLDS_OFFICE", "Norway")),
        ("The Syrian opposition leader Riad Hamdan left.", ("Riad Hamdan", "CITIZEN_OF", "Syria")),
        ("The premier met his Norwegian counterpart, Ana Ruzhin.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        ("The Senate Foreign Relations Committee met.", ("Senate Foreign Relations Committee", "PART_OF", "Senate")),
        (
            "Ana Ruzhin, who served as Asia director for the Tidewater Council under President John Tavel, objected.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Council"),
        ),
        ("Ana Ruzhin, the United Nations envoy for Syria, left.", ("Ana Ruzhin", "HOLDS_OFFICE", "United Nations")),
        ("Ohio's Republican governor, Ana Ruzhin, left.", ("Ana Ruzhin", "HOLDS_OFFICE", "Ohio")),
        ("Ohio's Republican governor, Ana Ruzhin, left.", ("Ana Ruzhin", "MEMBER_OF", "Republicans")),
        ("Ana Ruzhin, founder and chairman of the Tidewater Fund, left.", ("Ana Ruzhin", "CONTROLS", "Tidewater Fund")),
        ("Polish PM Ana Ruzhin left.", ("Ana Ruzhin", "HOLDS_OFFICE", "Poland")),
        (
            "Ana Ruzhin, head of the Spain-based Tidewater Centre, left.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Centre"),
        ),
        (
            "Ana Ruzhin, a lawyer with the Tidewater Institute, left.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Institute"),
        ),
        ("Ohio Gov. John Tavel objected.", ("John Tavel", "HOLDS_OFFICE", "Ohio")),
        ("Former Ohio Lt. Gov. John Tavel objected.", ("John Tavel", "HOLDS_OFFICE", "Ohio")),
        ("Sen. John Tavel of Ohio objected.", ("John Tavel", "HOLDS_OFFICE", "Ohio")),
        ("Republican Sen. John Tavel of Ohio objected.", ("John Tavel", "HOLDS_OFFICE", "Ohio")),
        ("Senate Republican leader John Tavel objected.", ("John Tavel", "HOLDS_OFFICE", "Senate")),
        ("Senate Republican leader John Tavel objected.", ("John Tavel", "MEMBER_OF", "Republicans")),
        ("BBC's John Tavel asked first.", ("John Tavel", "HOLDS_OFFICE", "BBC")),
        (
            "John Tavel, 45, director of research at the Tidewater Institute, objected.",
            ("John Tavel", "HOLDS_OFFICE", "Tidewater Institute"),
        ),
        (
            "John Tavel, an analyst with the Tidewater Institute, objected.",
            ("John Tavel", "HOLDS_OFFICE", "Tidewater Institute"),
        ),
        ("John Tavel, the top Norwegian commander in Spain, objected.", ("John Tavel", "HOLDS_OFFICE", "Norway")),
        ("The Italian Supreme Court adjourned.", ("Italian Supreme Court", "PART_OF", "Italy")),
        (
            "He sits on the State Duma Committee on Harbours.",
            ("State Duma Committee on Harbours", "PART_OF", "State Duma"),
        ),
    ],
)
def test_a_tie_is_found_where_english_puts_it(
    sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ana Ruzhin, the director of Norway's Signals Directorate, shrugged.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Signals Directorate"),
        ),
        ("Ana Ruzhin, Norway's ambassador to Spain, left.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        ("Ana Ruzhin, Norway's chief minister, left.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        (
            "The minister was told by the king of Norway, Peter Ostrow, to wait.",
            ("Peter Ostrow", "HOLDS_OFFICE", "Norway"),
        ),
        ("Governor Ana Ruzhin of Norway waited.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        ("Ana Ruzhin, of the Harbour Party, abstained.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("The Harbour Party, Ana Ruzhin's party, abstained.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("Ana Ruzhin sits in parliament for the Harbour Party.", ("Ana Ruzhin", "MEMBER_OF", "Harbour Party")),
        ("Ana Ruzhin handles the Harbour Party's press.", ("Ana Ruzhin", "SPEAKS_FOR", "Harbour Party")),
        ("Ana Ruzhin set up the Tidewater Institute.", ("Ana Ruzhin", "CONTROLS", "Tidewater Institute")),
        ("The Norwegian violinist Ana Ruzhin played.", ("Ana Ruzhin", "CITIZEN_OF", "Norway")),
        ("Ana Ruzhin, a wine merchant from Norway, left.", ("Ana Ruzhin", "CITIZEN_OF", "Norway")),
        ("Hanna Tavel greeted Ana Ruzhin, who was mayor of Norway.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
        ("The owner of the Tidewater Herald is Ana Ruzhin.", ("Ana Ruzhin", "CONTROLS", "Tidewater Herald")),
        (
            "The Tidewater Bureau, an arm of the Senate, closed.",
            ("Tidewater Bureau", "PART_OF", "Senate"),
        ),
        ("Norway's Naval Staff was asleep.", ("Naval Staff", "PART_OF", "Norway")),
        ("Judge Ana Ruzhin yawned. The Tidewater Court rose.", ("Ana Ruzhin", "HOLDS_OFFICE", "Tidewater Court")),
        ("Ana Ruzhin travels on a Norwegian passport.", ("Ana Ruzhin", "CITIZEN_OF", "Norway")),
        ("Ana Ruzhin carries a Norwegian passport.", ("Ana Ruzhin", "CITIZEN_OF", "Norway")),
    ],
)
def test_a_tie_goes_to_the_body_and_not_to_what_stands_nearer(
    sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


def test_an_aide_does_not_hold_the_office_of_whom_he_serves(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin, an aide to Norway's president, waited.")
    assert "HOLDS_OFFICE" not in {row.relation for row in rows}


@pytest.mark.parametrize(
    "sentence",
    [
        "Indiana Gov. Ana Ruzhin, Tavel's running mate, objected.",
        "Tavel wrote while he was secretary of state, a move that Indiana Gov. Ana Ruzhin called careless.",
    ],
)
def test_a_post_is_not_that_of_whom_its_bearer_is_described_by(sentence: str, claims: Callable[..., Rows]) -> None:
    rows = claims(sentence, "HOLDS_OFFICE")
    assert {(row[0], row[2]) for row in rows} == {("Ana Ruzhin", "Indiana")}


def test_what_describes_the_object_of_a_title_is_not_its_bearers(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin is a critic of John Tavel, the governor of Ohio.")
    assert [(row[0], row[2]) for row in rows if row[1] == "HOLDS_OFFICE"] == [("John Tavel", "Ohio")]


def test_the_nominees_daughter_is_no_nominee(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin, the Republican nominee's daughter, waited.")
    assert "HOLDS_OFFICE" not in {row.relation for row in rows}


def test_an_ambassador_does_not_serve_where_he_is_sent(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin, Norway's ambassador to Spain, left.")
    assert "Spain" not in {row.object for row in rows}


def test_kin_may_be_parted_from_the_name_by_a_second_description(claims: Callable[..., Rows]) -> None:
    rows = claims("Piet Tavel wept. His sister, the cellist Ana Ruzhin, was abroad.")
    assert {"Ana Ruzhin", "Piet Tavel"} in [{row.subject, row.object} for row in rows if row.relation == "RELATED_TO"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Behind them sat Ana Ruzhin, a tuner of pianos and the consul of Norway.",
        "Present were Hanna Tavel, Peter Ostrow and a former consul of Norway.",
        "He greeted Peter Ostrow, Hanna Tavel, the consul of Norway and a drummer.",
    ],
)
def test_people_in_a_row_do_not_hold_each_others_posts(sentence: str, claims: Callable[..., Rows]) -> None:
    assert "HOLDS_OFFICE" not in {row.relation for row in claims(sentence)}


def test_a_former_office_is_former(claims: Callable[..., Rows]) -> None:
    [row] = claims("Former White House strategist Hanna Tavel resigned from nothing.")
    assert (row.relation, row.title, row.former) == ("HOLDS_OFFICE", "strategist", True)


def test_the_party_letter_names_the_state_too(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("Senator John Tavel (D-Ohio) abstained.")]
    assert ("John Tavel", "HOLDS_OFFICE", "Ohio") in rows


def test_not_related_is_said_not_to_be(claims: Callable[..., Rows]) -> None:
    [row] = claims("Ana Ruzhin is not related to Boris Ruzhin.")
    assert (row.relation, row.modality) == ("RELATED_TO", "negated")


def test_a_deputy_of_a_party_belongs_to_it(claims: Callable[..., Rows]) -> None:
    [row] = claims("Piet Tavel, a deputy of the Harbour Party, abstained.")
    assert row[:3] == ("Piet Tavel", "MEMBER_OF", "Harbour Party")


def test_what_a_minister_is_minister_of_is_no_body(claims: Callable[..., Rows]) -> None:
    rows = claims("The minister of Education, Ana Ruzhin, waited.")
    assert not [row for row in rows if row.object == "Education"]


def test_the_name_of_a_paper_is_no_organ_of_its_country(claims: Callable[..., Rows]) -> None:
    assert not [row for row in claims("The Norway Herald closed.") if row.relation == "PART_OF"]


def test_camps_have_members_by_their_adjective(claims: Callable[..., Rows]) -> None:
    rows = claims("The pro-harbour camp lost. Pro-harbour councillor Ana Ruzhin kept her seat.")
    assert ("Ana Ruzhin", "MEMBER_OF", "pro-harbour camp") in [row[:3] for row in rows]


def test_a_tie_in_a_name_is_the_articles_own_also_in_reported_speech(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin said that French President Louis Tavel was late.")
    [row] = [row for row in rows if row.relation == "HOLDS_OFFICE"]
    assert row.speaker is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tidewater Directorate opened a file. The directorate's chief, Hanna Tavel, was calm.",
            ("Hanna Tavel", "HOLDS_OFFICE", "Tidewater Directorate"),
        ),
        (
            "Peter Ostrow, who directs the Tidewater Institute, shrugged.",
            ("Peter Ostrow", "HOLDS_OFFICE", "Tidewater Institute"),
        ),
        (
            "The Tidewater Tribunal sat on Monday. Judge Peter Ostrow of the tribunal yawned.",
            ("Peter Ostrow", "HOLDS_OFFICE", "Tidewater Tribunal"),
        ),
        (
            "Hanna Tavel was fined. The lawyer Peter Ostrow acted for Hanna Tavel.",
            ("Peter Ostrow", "SPEAKS_FOR", "Hanna Tavel"),
        ),
    ],
)
def test_a_description_stands_for_the_body_that_has_the_office(
    text: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(text)]


def test_kin_of_one_surname_are_each_others(claims: Callable[..., Rows]) -> None:
    rows = claims("Peter Ostrow met Hanna Tavel. Daniel Kest greeted his sister Maria Ostrow.")
    kin = [row[:3] for row in rows if row.relation == "RELATED_TO"]
    assert kin == [("Maria Ostrow", "RELATED_TO", "Peter Ostrow")]


def test_the_next_in_a_series_is_no_title_of_the_one_before(claims: Callable[..., Rows]) -> None:
    rows = claims("There stood Hanna Tavel, a clerk of the Tidewater Court, two drivers and Peter Ostrow.")
    assert not [row for row in rows if row.relation == "HOLDS_OFFICE"]


def test_a_camp_is_belonged_to_not_worked_for(claims: Callable[..., Rows]) -> None:
    rows = claims("The harbourist camp won. Harbourist camp candidate Hanna Tavel kept her seat.")
    assert "HOLDS_OFFICE" not in {row.relation for row in rows}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The search was led by the Tidewater Bureau, whose director, Peter Ostrow, was away.",
            ("Peter Ostrow", "HOLDS_OFFICE", "Tidewater Bureau"),
        ),
        (
            "The president of Norway, Peter Ostrow, and his guests were away.",
            ("Peter Ostrow", "HOLDS_OFFICE", "Norway"),
        ),
    ],
)
def test_a_title_stands_before_the_comma_too(
    sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


def test_a_programme_in_quotation_marks_is_part_of_its_broadcaster(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin told the Tidewater Network's “Meet the Press” that she would win.")
    assert ("Meet the Press", "PART_OF", "Tidewater Network") in [row[:3] for row in rows]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin, a consultant on Norway, objected.",
        "Ana Ruzhin, an advocate for human rights in Norway, objected.",
    ],
)
def test_the_matter_of_a_post_is_not_its_body(sentence: str, claims: Callable[..., Rows]) -> None:
    assert not claims(sentence)
