from __future__ import annotations

from polgraph.identity import Decision, Resolution, resolve, told_apart
from polgraph.model import Entity

LINKED = {identity: identity for identity in ("p:a", "p:b", "p:c")} | {"p:a-long": "p:a"}
IN = {"1": ["p:a", "p:b"], "2": ["p:a-long", "p:c"]}


def _resolve(*decisions: Decision) -> Resolution:
    return resolve(LINKED, decisions, lambda document: IN.get(document, []))


def _merge(keep: str, other: str, *, number: int = 1, undone: bool = False) -> Decision:
    return Decision(number=number, kind="merge", entity=keep, other=other, undone=undone)


def _person(identity: str, name: str, **known: str) -> Entity:
    return Entity(id=identity, type="Person", name=name, **known)  # type: ignore[arg-type]  # only text fields here


def test_without_decisions_the_links_hold() -> None:
    assert [_resolve().of("1", identity) for identity in ("p:a", "p:a-long", "p:new")] == ["p:a", "p:a", "p:new"]


def test_merges_follow_each_other() -> None:
    resolution = _resolve(_merge("p:b", "p:a"), _merge("p:c", "p:b"))
    assert {resolution.of("1", identity) for identity in LINKED} == {"p:c"}


def test_a_decision_about_a_linked_id_is_one_about_its_group() -> None:
    assert _resolve(_merge("p:b", "p:a-long")).of("1", "p:a") == "p:b"


def test_an_undone_decision_does_nothing() -> None:
    assert _resolve(_merge("p:b", "p:a", undone=True)).of("1", "p:a") == "p:a"


def test_a_split_holds_in_its_documents_only() -> None:
    resolution = _resolve(Decision(number=1, kind="split", entity="p:a", other="p:a-2", documents=("2",)))
    assert (resolution.of("1", "p:a"), resolution.of("2", "p:a-long"), resolution.of("2", "p:c")) == (
        "p:a",
        "p:a-2",
        "p:c",
    )


def test_a_split_after_a_merge_takes_all_the_document_says_of_it() -> None:
    split = Decision(number=2, kind="split", entity="p:a", other="p:a-2", documents=("1",))
    resolution = _resolve(_merge("p:a", "p:b"), split)
    assert (resolution.of("1", "p:a"), resolution.of("1", "p:b"), resolution.of("2", "p:a")) == (
        "p:a-2",
        "p:a-2",
        "p:a",
    )


def test_what_articles_say_is_gathered() -> None:
    found = [
        ("1", _person("p:a", "Ana Varo", country="XKX", description="minister")),
        ("2", _person("p:a-long", "Ana Maria Varo", country="XKX")),
        ("3", Entity(id="p:a", type="Person", name="Ana Varo", aliases=("Varo",), country="FRA")),
    ]
    assert _resolve().entities(found) == [
        Entity(
            id="p:a",
            type="Person",
            name="Ana Maria Varo",
            aliases=("Ana Varo", "Varo"),
            country="XKX",
            description="minister",
        )
    ]


def test_the_order_of_articles_does_not_matter() -> None:
    found = [("1", _person("p:a", "Ána")), ("2", _person("p:a", "Ana")), ("3", _person("p:a", "ANA", country="FRA"))]
    assert _resolve().entities(found) == _resolve().entities(reversed(found))


def test_a_group_is_collective_only_if_all_say_so() -> None:
    found = [("1", Entity(id="p:a", type="Institution", name="Rebels", collective=True)), ("2", _person("p:b", "B"))]
    first, second = _resolve().entities(found)
    assert (first.collective, second.collective) == (True, False)


def test_split_pairs_and_merges_taken_back_are_told_apart() -> None:
    split = Decision(number=1, kind="split", entity="p:a", other="p:a-2", documents=("2",))
    assert told_apart([split, _merge("p:a", "p:b", undone=True), _merge("p:a", "p:c")]) == {
        frozenset({"p:a", "p:a-2"}),
        frozenset({"p:a", "p:b"}),
    }
