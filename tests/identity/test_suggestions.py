from __future__ import annotations

import pytest

from polgraph.identity import Suggestion, suggest
from polgraph.model import Claim, Entity


def _entity(name: str, kind: str = "Person", *, country: str | None = None, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(id=f"{kind.lower()}:{name}", type=kind, name=name, country=country, aliases=aliases)


def _claim(subject: Entity, relation: str, object_: Entity) -> Claim:
    return Claim(
        id="0", document="a", subject=subject.id, relation=relation, object=object_.id, quote="x", start=0, end=1
    )


def _best(one: Entity, other: Entity) -> Suggestion | None:
    return next(iter(suggest([one, other], [], {})), None)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Jane Okafor", "J. Okafor", "an initial for the first name"),
        ("Jane Okafor", "Okafor", "a surname alone"),
        ("Jane Okafor", "Jane Adaeze Okafor", "a middle name more"),
        ("Jane A. Okafor", "Jane Adaeze Okafor", "the same name"),
        ("Okafor Jane", "Jane Okafor", "the same words in another order"),
        ("Alex Varo", "Alexander Varo", "a short form of the first name"),
        ("Sergei Orlovsky", "Sergey Orlovskiy", "spelt differently"),
        ("Yevgeny Tal", "Evgenii Tal", "spelt differently"),
        ("Aleksandr Tal", "Alexander Tal", "spelt differently"),
        ("Mohammed Sahl", "Muhammad Sahl", "spelt differently"),
        ("Juri Wolkow", "Yuri Volkov", "spelt differently"),
        ("Jane Okafor Jr", "Jane Okafor Sr.", "the same name"),
    ],
)
def test_variants_of_a_persons_name_are_suggested_with_the_reason(one: str, other: str, reason: str) -> None:
    suggestion = _best(_entity(one), _entity(other))
    assert suggestion is not None
    assert reason in suggestion.reasons[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Okafor", "John Okafor"),
        ("Jane Okafor", "B. Okafor"),
        ("Jane Okafor", "Jane Obafor"),
        ("Jane B. Okafor", "Jane C. Okafor"),
        ("Jane Okafor", "Jane"),
        ("Martin Tal", "Morton Tal"),
        ("Ana Novak", "Ana Novik"),
    ],
)
def test_two_people_are_not_suggested(one: str, other: str) -> None:
    assert _best(_entity(one), _entity(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("ODL", "Ostland Defence League", "ODL may stand for Ostland Defence League"),
        ("BoO", "Bank of Ostland", "BoO may stand for Bank of Ostland"),
        ("Ministry of Defence of Ostland", "Ostland Defence Ministry", "the same words"),
        ("Meadow Party", "Meadow", "one has “party” more"),
        ("Blackfin Shipping", "Blackfin Shiping", "spelt differently"),
    ],
)
def test_variants_of_an_institutions_name_are_suggested(one: str, other: str, reason: str) -> None:
    suggestion = _best(_entity(one, "Institution"), _entity(other, "Institution"))
    assert suggestion is not None
    assert suggestion.reasons[0] == reason


@pytest.mark.parametrize(
    ("one", "other"), [("Meadow Party", "Harvest Party"), ("Ostland Union", "Ostland"), ("Bank of Ostland", "Bank")]
)
def test_different_institutions_are_hardly_suggested(one: str, other: str) -> None:
    suggestion = _best(_entity(one, "Institution"), _entity(other, "Institution"))
    assert suggestion is None or suggestion.score < 0.6


def test_a_shared_name_counts_and_a_shared_description_does_not() -> None:
    one = _entity("Ostland Broadcasting", "Institution", aliases=("OBS", "The party"))
    other = _entity("Second Channel", "Institution", aliases=("OBS",))
    third = _entity("Harvest Union", "Institution", aliases=("the party",))
    [suggestion] = suggest([one, other, third], [], {})
    assert suggestion.reasons == ("both are also called “obs”",)


def test_one_name_under_two_types_is_suggested() -> None:
    suggestion = _best(_entity("Orlo", "Nation"), _entity("Orlo"))
    assert suggestion is not None
    assert suggestion.reasons == ("the same name, taken for Nation and for Person",)


def test_country_office_and_neighbours_speak_for_it() -> None:
    jane, j = _entity("Jane Okafor", country="NGA"), _entity("J. Okafor", country="NGA")
    senate, ben = _entity("Senate", "Institution"), _entity("Ben Tallin")
    claims = [
        _claim(person, relation, end)
        for person in (jane, j)
        for relation, end in (("HOLDS_OFFICE", senate), ("MET_WITH", ben))
    ]
    [suggestion] = suggest([jane, j, senate, ben], claims, {(jane.id, "a"): 3, (j.id, "b"): 1})
    assert (suggestion.keep, suggestion.other) == (jane.id, j.id)
    assert suggestion.reasons == (
        "an initial for the first name",
        "both of NGA",
        "both in Senate",
        "both near Ben Tallin",
    )
    assert suggestion.score == 0.99


def test_another_country_speaks_against_it() -> None:
    jane = _entity("Jane Okafor", country="NGA")
    [same], [other] = (suggest([jane, _entity("Jane A. Okafor", country=land)], [], {}) for land in ("NGA", "GHA"))
    assert same.score > other.score
    assert "but NGA and GHA" in other.reasons or "but GHA and NGA" in other.reasons


def test_an_article_that_tells_them_apart_speaks_against_it() -> None:
    one, other = _entity("Jane Okafor"), _entity("Jane A. Okafor")
    [suggestion] = suggest([one, other], [], {(one.id, "a"): 1, (other.id, "a"): 1})
    assert suggestion.reasons[-1] == "but told apart in one article"
    assert suggestion.score < 0.5


def test_a_surname_that_fits_two_is_worth_half_to_each() -> None:
    people = [_entity(name) for name in ("Jane Okafor", "John Okafor", "Okafor")]
    found = suggest(people, [], {}, min_score=0)
    assert {suggestion.other for suggestion in found} == {"person:Okafor"}
    assert [suggestion.reasons[-1] for suggestion in found] == ["but the name fits 2"] * 2


def test_two_that_a_claim_joins_are_two() -> None:
    one, other = _entity("Jane Okafor"), _entity("J. Okafor")
    assert suggest([one, other], [_claim(one, "RELATED_TO", other)], {}) == []


def test_two_that_a_person_told_apart_are_two() -> None:
    one, other = _entity("Jane Okafor"), _entity("J. Okafor")
    assert suggest([one, other], [], {}, apart=[frozenset({one.id, other.id})]) == []
