"""Values of parameters: what is taken, and what is refused before anything runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from polgraph.errors import BadParameter
from polgraph.queries.header import CannedQuery, Parameter
from polgraph.queries.parameters import TYPES, bind


def _query(kind: str, *, required: bool = True, default: Any = None) -> CannedQuery:  # noqa: ANN401
    parameter = Parameter(
        name="p", type=kind, help="a value", example="x", required=required, default=default, option="from"
    )
    return CannedQuery(
        name="mine",
        title="Mine",
        text="",
        family="x",
        parameters=(parameter,),
        columns={},
        cypher="",
        path=Path("mine.cypher"),
    )


@pytest.mark.parametrize(
    ("kind", "given", "taken"),
    [
        ("entity", "musk", "id of musk"),
        ("entities", "a, b", ["id of a", "id of b"]),
        ("entities", ("a", "b,c"), ["id of a", "id of b", "id of c"]),
        ("relation", "accused", "ACCUSED"),
        ("relation", "Met with", "MET_WITH"),
        ("relations", ["ACCUSED,met-with"], ["ACCUSED", "MET_WITH"]),
        ("modality", "Possible", "possible"),
        ("entity type", "nation", "Nation"),
        ("sign", "hostile", -1),
        ("sign", "+1", 1),
        ("sign", 0, 0),
        ("since", "2025", "2025-01-01"),
        ("since", "2025-06", "2025-06-01"),
        ("until", "2024-02", "2024-02-29"),
        ("until", 2025, "2025-12-31"),
        ("since", date(2025, 6, 7), "2025-06-07"),
        ("integer", "7", 7),
        ("number", "0.5", 0.5),
        ("boolean", "yes", True),
        ("string", "a, b", "a, b"),
        ("strings", "a, b", ["a", "b"]),
    ],
)
def test_each_type_takes_its_own_form_and_that_of_the_command_line(kind: str, given: Any, taken: Any) -> None:  # noqa: ANN401
    assert bind(_query(kind), {"from": given}, lambda name: f"id of {name}") == {"p": taken}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("relation", "ACUSED"),
        ("relations", "ACCUSED,MENTIONED_IN"),
        ("modality", "maybe"),
        ("entity type", "Dog"),
        ("sign", "2"),
        ("since", "soon"),
        ("since", "2025-13"),
        ("until", "2025-02-30"),
        ("since", "2025-06-01' OR 1=1"),
        ("integer", "1.5"),
        ("integer", str(2**63)),
        ("integer", True),
        ("number", "nan"),
        ("boolean", "perhaps"),
        ("string", 5),
        ("entity", 5),
        ("person", "x"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, given: Any) -> None:  # noqa: ANN401
    with pytest.raises(BadParameter):
        bind(_query(kind), {"p": given}, str)


def test_a_parameter_that_is_missing_is_asked_for_with_an_example() -> None:
    with pytest.raises(BadParameter, match=r"mine needs --from: a value \(for example x\)"):
        bind(_query("string"), {}, str)


def test_a_parameter_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadParameter, match="mine has no parameter 'who': it takes from"):
        bind(_query("string"), {"who": "x"}, str)


def test_a_default_stands_in() -> None:
    assert bind(_query("integer", required=False, default=3), {"p": None}, str) == {"p": 3}
    assert bind(_query("entity", required=False), {}, str) == {"p": None}


@given(
    kind=st.sampled_from(sorted(TYPES)), value=st.text() | st.integers() | st.floats() | st.lists(st.text()) | st.none()
)
def test_no_value_brings_it_down(kind: str, value: Any) -> None:  # noqa: ANN401
    try:
        bind(_query(kind, required=False), {"p": value}, str)
    except BadParameter as error:
        assert "from" in str(error)  # noqa: PT017  most values are refused, and some are not
