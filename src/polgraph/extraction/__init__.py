"""Document to mentions, claims and quotes.

Four seams, each a function with typed input and output, so that one can be replaced alone: mentions
(`entities.find_names`, `coreference.resolve`), attribution (`attribution.find_attributions`), candidate pairs with
their syntax (`predicates.match`), relation typing (`predicates.predicate_claims`, `ties.tie_claims`).
"""

from __future__ import annotations

from polgraph.extraction.pipeline import extract, extract_all

__all__ = ["extract", "extract_all"]
