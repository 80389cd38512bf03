"""The graph with attributes that XML formats can carry.

In: the graph. Out: a copy in which every value is a string, number or boolean; lists are joined with " | ", what is
absent stays absent, characters that XML cannot write become U+FFFD, and every edge carries its article's title,
publisher and address. Four names are changed, because the formats keep them for themselves: `type` is `kind`,
`name` is `label`, `start` and `end` are `quote_start` and `quote_end`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

__all__ = ["flatten", "writable"]

_UNWRITABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_RENAMED = {"type": "kind", "name": "label", "start": "quote_start", "end": "quote_end"}
_OF_ARTICLE = {"title": "document_title", "publisher": "publisher", "url": "url"}


def flatten(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the flat copy; edges keep their keys, ids that would fall together are told apart by a number."""
    flat = type(graph)()
    ids = _distinct(graph)
    for entity, node in graph.nodes(data=True):
        flat.add_node(ids[entity], **_flat(node))
    articles = graph.graph.get("documents", {})
    keys = _distinct(key for _, _, key in graph.edges(keys=True))
    for subject, object_, key, claim in graph.edges(keys=True, data=True):
        article = articles.get(claim["document"], {})
        known = {name: article[field] for field, name in _OF_ARTICLE.items() if field in article}
        flat.add_edge(
            ids[subject],
            ids[object_],
            key=keys[key],
            **_flat({**known, **claim, "symmetric": RELATIONS[claim["relation"]].symmetric, "id": keys[key]}),
        )
    return flat


def writable(text: str) -> str:
    """Return the text with Unix line ends and U+FFFD for each character that XML cannot write."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def _distinct(ids: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identity in ids:
        name = base = writable(identity)
        number = 2
        while name in taken:
            name, number = f"{base}~{number}", number + 1
        taken.add(name)
        names[identity] = name
    return names


def _flat(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        _RENAMED.get(name, name): _value(value)
        for name, value in attributes.items()
        if value is not None and value not in ([], "")
    }


def _value(value: Any) -> str | int | float | bool:  # noqa: ANN401  any attribute of the graph
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return " | ".join(writable(str(part)) for part in value)
    return writable(str(value))
