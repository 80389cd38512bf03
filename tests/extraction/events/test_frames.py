"""The grammar of frames: how an entry of the lexicon is read."""

from __future__ import annotations

import pytest

from polgraph.extraction.events.frames import Frame, _compile, frames


def frame(key: str, text: str, relation: str = "ACCUSED") -> Frame:
    return _compile("here", relation, {key: text, "example": "An example."})


@pytest.mark.parametrize(
    ("key", "text", "kinds"),
    [
        ("verb", "SUBJ accuse OBJ", ["role"]),
        ("verb", "SUBJ call on|upon OBJ (to ACT)", ["prep"]),
        ("verb", "SUBJ impose tariff|ban on OBJ", ["noun", "prep"]),
        ("verb", "SUBJ come to aid of OBJ", ["prep noun", "prep"]),
        ("verb", "SUBJ distance self from OBJ", ["self", "prep"]),
        ("verb", "SUBJ threaten to ACT OBJ", ["act"]),
        ("verb", "SUBJ tell OBJ to ACT", ["role", "act"]),
        ("verb", "SUBJ demand that OBJ ACT", ["clause"]),
        ("verb", "SUBJ call OBJ CRIME", ["role", "complement"]),
        ("verb", "SUBJ describe OBJ as CRIME|INSULT", ["role", "complement"]),
        ("verb", "SUBJ summon OBJ's ambassador", ["owned"]),
        ("verb", "SUBJ lead OBJ away", ["role", "particle"]),
        ("said", "OBJ be CRIME", ["complement"]),
        ("adjective", "SUBJ critical of OBJ", ["prep"]),
    ],
)
def test_a_frame_is_read_step_by_step(key: str, text: str, kinds: list[str]) -> None:
    assert [step.kind for step in frame(key, text).steps] == kinds


def test_a_frame_that_asks_for_more_weighs_more() -> None:
    assert frame("verb", "SUBJ pull out of OBJ").weight == frame("verb", "SUBJ pull OBJ").weight
    assert frame("verb", "SUBJ impose tariff on OBJ").weight > frame("verb", "SUBJ impose OBJ").weight
    assert frame("verb", "SUBJ call OBJ CRIME").weight > frame("verb", "SUBJ call OBJ QUOTED").weight


def test_brackets_only_tell_that_an_act_may_follow() -> None:
    assert frame("verb", "SUBJ urge OBJ (to ACT)").embeds
    assert not frame("verb", "SUBJ urge OBJ").embeds


def test_roles_may_be_limited_to_types() -> None:
    assert frame("verb", "SUBJ:Person attack OBJ:Person|Nation").types == {
        "SUBJ": {"Person"},
        "OBJ": {"Person", "Nation"},
    }


def test_a_possessive_owner_is_the_left_role() -> None:
    found = frame("noun", "OBJ's arrest by SUBJ", "DETAINED")
    assert (found.left, found.owner, found.lemmas) == ("OBJ", True, ("arrest",))


def test_an_entry_may_say_its_plover_class_and_its_rule_ends_in_it() -> None:
    row = {"verb": "SUBJ sign treaty with OBJ", "example": "An example.", "plover": "SUPPORT"}
    assert _compile("here", "AGREED_WITH", row).name == "AGREED_WITH:verb:sign=SUPPORT"


def test_frames_are_found_by_predicate() -> None:
    assert {found.relation for found in frames()["verb", "urge"]} >= {"URGED"}
    assert all("criticism" in found.lemmas for found in frames()["noun", "criticism"])
