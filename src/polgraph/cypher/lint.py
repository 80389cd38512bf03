"""All checks of a query that is meant for every store, gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.cypher.faults import faults
from polgraph.cypher.guard import harmful
from polgraph.cypher.portable import portable
from polgraph.cypher.results import results
from polgraph.cypher.syntax import Malformed, parse
from polgraph.cypher.vocabulary import vocabulary

if TYPE_CHECKING:
    from polgraph.cypher.findings import Finding

__all__ = ["lint"]

_RULES = (harmful, portable, faults, vocabulary, results)


def lint(text: str) -> list[Finding]:
    """Return what is wrong with a query, in the order of its text."""
    try:
        query = parse(text)
    except Malformed as error:
        return [error.finding]
    return sorted({found for rule in _RULES for found in rule(query)})
