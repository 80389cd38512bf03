"""The words of the language, in YAML beside this module: rules of language live there, not in Python conditionals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from polgraph.errors import OntologyError

__all__ = ["load", "words"]


@cache
def load(name: str) -> dict[str, Any]:
    """Read `lexicon/NAME.yaml`, once.

    Raises OntologyError where the file is no mapping.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text("utf8"), Loader=loader)  # noqa: S506
    if not isinstance(content, dict):
        raise OntologyError(f"lexicon/{name}.yaml: expected a mapping")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a list of words of `lexicon/NAME.yaml` as a set."""
    return frozenset(load(name)[key])
