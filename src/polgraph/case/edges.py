"""The claims of a case file in; edges (subject, object, attributes) of the graph out, by document and place.

The documents come in the order of their ids, whatever the order in which they were read.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, Any

from polgraph.errors import CaseError
from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from polgraph.identity.resolution import Resolution
    from polgraph.model import Modality

    Edge = tuple[str, str, dict[str, Any]]

__all__ = ["edges"]

_CLAIMS = (
    "SELECT document, start, end, id, subject, object, relation, modality, rule, quote, confidence, speaker, "
    "speaker_text, date, date_precision, title, action, former, kin FROM claims ORDER BY document"
)
_EXTRAS = ("date", "date_precision", "title", "action", "former", "kin")
_NO_EXTRAS = [None] * len(_EXTRAS)


def edges(
    connection: sqlite3.Connection,
    documents: Mapping[int, Mapping[str, Any]],
    resolution: Resolution,
    names: Mapping[str, str],
    path: Path,
) -> Iterator[Edge]:
    """Yield the edges.

    documents: key → attributes, in order. names: of the entities. path: to name in errors.
    """
    of = resolution.of
    alike: dict[tuple[str, str, str], dict[str, Any]] = {}
    for rows in _in_order(connection, list(documents)):
        document = documents[rows[0][0]]
        place, published = document["id"], document.get("published")
        for _, start, end, key, one, other, word, modality, rule, quote, confidence, who, text, *extras in rows:
            subject, target = of(place, one), of(place, other)
            if subject == target:
                continue
            common = alike.get((word, modality, rule))
            if common is None:
                common = alike[word, modality, rule] = _common(word, modality, rule, f"{path}: {place}")
            # a copy has room for all of these; one that grows from nothing is moved three times
            edge = common.copy()
            edge["id"], edge["document"], edge["quote"] = key, place, quote
            edge["start"], edge["end"], edge["confidence"] = start, end, confidence
            if published is not None:
                edge["published"] = published
            if who is not None:
                speaker = of(place, who)
                edge["speaker_id"], edge["speaker"] = speaker, names.get(speaker, speaker)
            elif text is not None:
                edge["speaker"] = text
            if extras != _NO_EXTRAS:
                edge |= _known(extras)
            yield subject, target, edge


def _common(word: str, modality: Modality, rule: str, place: str) -> dict[str, Any]:
    """Return what claims of one relation, modality and rule share; what is their own is None and to be filled in."""
    if word not in RELATIONS:
        raise CaseError(
            f"{place}: the relation {word} is not in the vocabulary any more: "
            "read the articles once more with `polgraph ingest --again`"
        )
    relation = RELATIONS[word]
    plover = plover_class(relation, modality, rule)
    return {
        "relation": relation.name,
        **dict.fromkeys(("id", "document", "quote", "start", "end")),
        # strings of our own where we can, not a copy for every row
        "modality": intern(modality),
        "sign": relation.sign,
        "confidence": None,
        "rule": intern(rule),
    } | ({} if plover is None else {"plover": plover})


def _known(extras: Iterable[Any]) -> dict[str, Any]:
    return {
        name: bool(value) if name == "former" else value
        for name, value in zip(_EXTRAS, extras, strict=True)
        if value is not None
    }


def _in_order(connection: sqlite3.Connection, keys: list[int]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the claims of each document by place, the documents in the order of `keys`."""
    found = groupby(connection.execute(_CLAIMS), key=itemgetter(0))
    groups = ((key, sorted(rows, key=itemgetter(1, 2, 3))) for key, rows in found)
    if keys == sorted(keys):
        # what SQLite gives without sorting is the order we want
        yield from (rows for _, rows in groups)
        return
    waiting = dict(groups)
    yield from (waiting.pop(key) for key in keys if key in waiting)
