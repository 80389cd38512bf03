"""Names of bodies of which the model saw the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The People's Concord said it would not support Carl Benson.", "People's Concord"),
        ("On Monday the Women's March accused Carl Benson of lying.", "Women's March"),
        (
            "The Central and East Meridian Council said it would support Carl Benson.",
            "Central and East Meridian Council",
        ),
        ("Friends of the Valley campaigner Ana Ruzhin accused Carl Benson of lying.", "Friends of the Valley"),
        ("Carl Benson was sued by Parents for Open Schools.", "Parents for Open Schools"),
        ("ACLU of Ohio director Ana Ruzhin praised Carl Benson.", "ACLU of Ohio"),
        ("The Tavel School District fired Carl Benson.", "Tavel School District"),
    ],
)
def test_a_name_begins_where_the_article_says(text: str, name: str, extraction: Callable[..., Extraction]) -> None:
    assert name in {entity.name for entity in extraction(text).entities if entity.type == "Institution"}
