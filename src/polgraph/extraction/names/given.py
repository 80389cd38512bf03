"""Whether a given name is a man's or a woman's, from `lexicon/given_names.yaml`."""

from __future__ import annotations

from functools import cache

from anyascii import anyascii

from polgraph.extraction.lexicon import load
from polgraph.extraction.titles import gender

__all__ = ["given_name_gender"]


@cache
def given_name_gender(name: str) -> str | None:
    """Return "m" or "f" where the first word of a person's name tells it."""
    first = name.split(maxsplit=1)[0]
    return gender(first) or _table().get(anyascii(first).casefold())


@cache
def _table() -> dict[str, str]:
    names = load("given_names")
    return {name: letter for letter, key in (("m", "masculine"), ("f", "feminine")) for name in names[key].split()}
