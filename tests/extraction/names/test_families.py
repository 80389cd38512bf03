"""Surnames that several people share in one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


def _people(found: Extraction) -> set[str]:
    return {entity.name for entity in found.entities if entity.type == "Person"}


@pytest.mark.parametrize("text", ["Tom and Paul Akers are farmers.", "Tom and Paul Akers sold the farm on Monday."])
def test_the_first_of_two_with_one_surname_bears_it_too(text: str, extraction: Callable[..., Extraction]) -> None:
    assert _people(extraction(text)) == {"Tom Akers", "Paul Akers"}


def test_who_has_a_surname_takes_no_other(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Anne Whitlock is a nurse. Whitlock and Paul Akers left on Monday.")
    assert _people(found) == {"Anne Whitlock", "Paul Akers"}


def test_a_family_is_everybody_of_its_name(claims: Callable[..., list[Any]]) -> None:
    found = claims("Tom Akers and Mary Akers are farmers. The Akerses accused Carl Benson of fraud.")
    accusers = {row.subject for row in found if row.relation == "ACCUSED"}
    assert accusers == {"Tom Akers", "Mary Akers"}


def test_a_family_is_no_person(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Whitlocks flew to Paris. Anne Whitlock and Mark Whitlock met the mayor.")
    assert _people(found) == {"Anne Whitlock", "Mark Whitlock"}


def test_two_surnames_are_two_people(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The thinkers George and Weigel wrote a letter. Robert George and Paul Weigel signed it.")
    assert _people(found) == {"Robert George", "Paul Weigel"}


def test_a_creed_is_nobody(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Paul Whitlock rubbed his Catholicism in our faces, and Catholics were angry.")
    assert {entity.name for entity in found.entities} == {"Paul Whitlock"}
