"""Ids of claims in; what each of them rests on out: the sentence, who says it, how firmly, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.stores.base import CheckedQuery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from polgraph.stores.base import Store

__all__ = ["COLUMNS", "evidence"]

COLUMNS = ("subject", "relation", "object", "modality", "speaker", "quote", "document", "title", "publisher", "date")


def evidence(store: Store, claims: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return id → the claim's evidence, under `COLUMNS`, for those of `claims` that the store holds."""
    result = store.run(_CLAIMS, {"claims": sorted(set(claims))})
    return {row[0]: dict(zip(COLUMNS, row[1:], strict=True)) for row in result.rows}


_CLAIMS = CheckedQuery("""
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.id IN $claims
WITH s, r, o, r.document AS document
OPTIONAL MATCH (d:Document {id: document})
RETURN r.id AS id, s.name AS subject, type(r) AS relation, o.name AS object, r.modality AS modality,
       r.speaker AS speaker, r.quote AS quote, document, d.title AS title, d.publisher AS publisher,
       coalesce(r.date, r.published) AS date
ORDER BY id
""")
