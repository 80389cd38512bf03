"""Graphs and case files of any size with the degree law of real news: few are named often, most hardly ever.

Entities are drawn with probabilities that fall with their rank (rank ** -0.8), which gives hubs, parallel claims and a
long tail; ten claims an article. The same numbers always give the same graph.
"""

from __future__ import annotations

import json
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx

from polgraph.case import Case
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make_case", "make_graph"]

_MODALITIES = ["asserted"] * 7 + ["possible", "planned", "negated"]
_TYPES = ["person"] * 6 + ["institution"] * 3 + ["nation"]
_CLAIMS_PER_ARTICLE = 10
_SENTENCE = "They met late on Tuesday, an official said, and agreed to speak again before the vote in {}."


def make_graph(claims: int) -> nx.MultiDiGraph:
    """Return a graph of that many claims and a fifth as many entities."""
    random = Random(claims)  # noqa: S311  no secret
    graph = nx.MultiDiGraph()
    ids = [f"{random.choice(_TYPES)}:{number}" for number in range(claims // 5)]
    for number, entity in enumerate(ids):
        extra = {"country": "USA"} if number % 3 == 0 else {}
        kind = entity.split(":")[0].capitalize()
        graph.add_node(entity, type=kind, name=f"Name {number}", aliases=[f"N. {number}"], **extra)
    documents: dict[str, dict[str, Any]] = {}
    for number in range(claims // _CLAIMS_PER_ARTICLE):
        identity = f"{number:07}.md"
        published = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        documents[identity] = {
            "id": identity,
            "sha256": f"{number:064}",
            "title": f"Article {number}",
            "publisher": f"Paper {number % 50}",
            "published": published,
        }
    graph.graph |= {"documents": documents, "mentions": {}}
    ranks = list(accumulate((rank + 1) ** -0.8 for rank in range(len(ids))))
    ends = random.choices(ids, cum_weights=ranks, k=2 * claims)
    relations = random.choices(list(RELATIONS.values()), k=claims)
    articles = list(documents.values())
    for number, relation in enumerate(relations):
        subject, target = ends[2 * number], ends[2 * number + 1]
        if subject == target:
            continue
        article = articles[number // _CLAIMS_PER_ARTICLE % len(articles)]
        quote = _SENTENCE.format(number)
        claim: dict[str, Any] = {
            "relation": relation.name,
            "id": f"{number:016x}",
            "document": article["id"],
            "published": article["published"],
            "quote": quote,
            "start": 100 * (number % _CLAIMS_PER_ARTICLE),
            "end": 100 * (number % _CLAIMS_PER_ARTICLE) + len(quote),
            "modality": random.choice(_MODALITIES),
            "sign": relation.sign,
            "confidence": 0.5,
            "rule": "verb",
        }
        if relation.plover is not None:
            claim["plover"] = relation.plover
        if number % 4 == 0:
            claim |= {"speaker": graph.nodes[target]["name"], "speaker_id": target}
        graph.add_edge(subject, target, key=claim["id"], **claim)
        for entity in (subject, target):
            graph.graph["mentions"][entity, article["id"]] = 1
    return graph


def make_case(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write the graph as a case file, article by article as `polgraph ingest` does, but in one transaction."""
    claims = sorted(graph.edges(data=True), key=lambda edge: edge[2]["id"])  # ids tell the order of the articles
    with Case(path, create=True) as case:
        connection = case._connection  # noqa: SLF001  a bench may
        connection.execute("BEGIN")
        keys = {identity: key for key, identity in enumerate(graph.graph["documents"], start=1)}
        connection.executemany(
            "INSERT INTO documents "
            "(key, id, source, text, sha256, digest, body_start, body_end, title, publisher, published) "
            "VALUES (?, ?, ?, '', ?, ?, 0, 0, ?, ?, ?)",
            (
                (
                    keys[name],
                    name,
                    f"/{name}",
                    data["sha256"],
                    name,
                    data["title"],
                    data["publisher"],
                    data["published"],
                )
                for name, data in graph.graph["documents"].items()
            ),
        )
        nodes = graph.nodes
        connection.executemany(
            "INSERT INTO entities (document, id, type, name, aliases, country, collective) "
            "VALUES (?, ?, ?, ?, ?, ?, 0)",
            (
                (
                    *(keys[document], entity, nodes[entity]["type"], nodes[entity]["name"]),
                    *(json.dumps(nodes[entity]["aliases"]), nodes[entity].get("country")),
                )
                for entity, document in graph.graph["mentions"]
            ),
        )
        connection.executemany(
            "INSERT INTO mentions VALUES (?, 0, 4, 'Name', ?, ?, 'name', 1.0)",
            ((keys[document], nodes[entity]["type"], entity) for entity, document in graph.graph["mentions"]),
        )
        connection.executemany(
            "INSERT INTO claims "
            "(document, id, subject, relation, object, quote, start, end, modality, speaker, confidence, rule) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(keys[claim["document"]], claim["id"], subject, claim["relation"], target, claim["quote"]),
                    *(claim["start"], claim["end"], claim["modality"], claim.get("speaker_id")),
                    *(claim["confidence"], claim["rule"]),
                )
                for subject, target, claim in claims
            ),
        )
        connection.execute("COMMIT")
