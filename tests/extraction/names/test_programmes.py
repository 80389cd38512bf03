"""Broadcasts in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

Rows = list[Any]


@pytest.mark.parametrize("quoted", ['"State of the Harbour"', "“State of the Harbour”"])
def test_a_programme_is_part_of_its_broadcaster(quoted: str, claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims(f"Ana Ruzhin spoke of the strike on CNN's {quoted} on Sunday.")]
    assert ("State of the Harbour", "PART_OF", "CNN") in rows


def test_who_presents_a_programme_holds_office_in_it(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims('John Tavel, host of CNN\'s "Morning Report," asked about the strike.')]
    assert ("John Tavel", "HOLDS_OFFICE", "Morning Report") in rows


def test_ones_own_show_is_a_programme_too(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims('John Tavel took calls on his "Morning Report" radio show.')]
    assert ("John Tavel", "HOLDS_OFFICE", "Morning Report") in rows


def test_a_book_is_no_programme(extraction: Callable[..., Extraction]) -> None:
    found = extraction('John Tavel wrote "Lamps of the North" in a week.')
    assert {entity.name for entity in found.entities} == {"John Tavel"}


@pytest.mark.parametrize("quoted", ["“Morning Report”", "On CNN's “The Morning Report,”"])
def test_a_host_before_her_name_is_one_of_the_programme_before_that(quoted: str, claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims(f"{quoted} host Laura Benton asked about the strike.")]
    assert ("Laura Benton", "HOLDS_OFFICE", "Morning Report") in rows


def test_a_host_without_a_show_has_the_only_one_named(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin spoke on MSNBC's “Morning Tide.” She told co-host Daniel Kest that she was ready.")
    assert ("Daniel Kest", "HOLDS_OFFICE", "Morning Tide") in [row[:3] for row in rows]


def test_of_two_shows_a_host_has_neither(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin spoke on MSNBC's “Morning Tide” and CNN's “Open Line.” She told host Daniel Kest so.")
    assert "HOLDS_OFFICE" not in {row.relation for row in rows if row.subject == "Daniel Kest"}
