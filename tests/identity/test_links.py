from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from polgraph.identity import link

if TYPE_CHECKING:
    from collections.abc import Iterable


def _link(*found: tuple[str, str, str, str]) -> dict[str, str]:
    """Link (document, id, type, name)."""

    def documents_of(identity: str) -> set[str]:
        return {document for document, other, *_ in found if other == identity}

    return link(((identity, kind, name) for _, identity, kind, name in found), documents_of)


def test_ids_of_one_folded_name_are_one_and_the_shortest_stands_for_them() -> None:
    assert _link(
        ("a", "person:jose-luna", "Person", "José Luna"),
        ("b", "person:xose-luna-2", "Person", "Jose Luna"),
    ) == {"person:jose-luna": "person:jose-luna", "person:xose-luna-2": "person:jose-luna"}


def test_one_id_joins_the_names_it_has() -> None:
    linked = _link(
        ("a", "nation:us", "Nation", "US"),
        ("b", "nation:united-states", "Nation", "United States"),
        ("c", "nation:united-states", "Nation", "U.S."),
    )
    assert set(linked.values()) == {"nation:us"}


def test_types_stay_apart() -> None:
    assert len(set(_link(("a", "person:orlo", "Person", "Orlo"), ("b", "nation:orlo", "Nation", "Orlo")).values())) == 2


def test_surnames_and_variants_are_not_joined() -> None:
    names = ["Jane Okafor", "J. Okafor", "Okafor", "John Okafor"]
    assert len(set(_link(*(("a", f"person:{name}", "Person", name) for name in names)).values())) == 4


def test_two_that_one_article_tells_apart_stay_apart_everywhere() -> None:
    linked = _link(
        ("a", "person:john-smith", "Person", "John Smith"),
        ("a", "person:john-smith-2", "Person", "John Smith"),
        ("b", "person:john-smith", "Person", "John Smith"),
    )
    assert linked == {"person:john-smith": "person:john-smith", "person:john-smith-2": "person:john-smith-2"}


_FOUND = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from("ijklm"),
        st.just("Person"),
        st.sampled_from(["Ana", "Ána", "Ben", "Cem"]),
    ),
    max_size=12,
)


@given(_FOUND, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(found: list[tuple[str, str, str, str]], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert _link(*found) == _link(*shuffled)


@given(_FOUND)
def test_every_id_leads_to_an_id_that_leads_to_itself(found: list[tuple[str, str, str, str]]) -> None:
    linked = _link(*found)
    assert all(linked[target] == target for target in linked.values())


@given(_FOUND)
def test_no_two_ids_of_one_article_are_joined(found: list[tuple[str, str, str, str]]) -> None:
    linked = _link(*found)
    for document in "abc":
        ids = {identity for place, identity, *_ in found if place == document}
        assert len(_groups(linked, ids)) == len(ids)


def _groups(linked: dict[str, str], ids: Iterable[str]) -> set[str]:
    return {linked[identity] for identity in ids}
