"""Generated graphs for hypothesis: small, and as awkward as articles can make them.

Parallel claims, self loops, entities nobody speaks of, missing properties, several entities of one name, names with
quotes, backslashes, blanks and letters of many scripts.
"""

from __future__ import annotations

from random import Random
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from polgraph.graph import MODALITIES
from polgraph.ontology import ENTITY_TYPES, RELATIONS

__all__ = ["days", "dense_graph", "graphs", "names"]

_AWKWARD = (
    "Ann",
    "O'Neil",
    'Joe "X" Roe',
    "back\\slash",
    "Łukasz Żółć",
    "Дмитрий",
    "王芳",
    "a  b",
    "-- x",
    "{n}",
    "$a",
    "`t`",
)

# beyond the Basic Multilingual Plane the engines sort by different units
_letters = st.characters(min_codepoint=32, max_codepoint=0xD7FF, blacklist_categories=["Cc", "Cs"])
names = st.sampled_from(_AWKWARD) | st.text(_letters, min_size=1, max_size=6)
days = st.dates().map(lambda day: day.replace(year=2024 + day.year % 2).isoformat()) | st.sampled_from(
    ["2024-12-31", "2025-01-01", "2025-06-01", "2025-06-30"]
)


@st.composite
def graphs(draw: st.DrawFn, *, min_entities: int = 2, max_entities: int = 6, max_claims: int = 24) -> nx.MultiDiGraph:
    """Draw a graph as `polgraph.graph.build` makes them."""
    graph = nx.MultiDiGraph()
    for number in range(draw(st.integers(min_entities, max_entities))):
        kind = draw(st.sampled_from(list(ENTITY_TYPES)))
        graph.add_node(f"{kind.lower()}:{number}", **draw(_entity), type=kind)
    documents = [f"{number}.md" for number in range(draw(st.integers(1, 3)))]
    graph.graph["documents"] = {name: {"id": name, "sha256": "0" * 64} | draw(_document) for name in documents}
    graph.graph["mentions"] = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(sorted(graph)), st.sampled_from(documents)), st.integers(1, 9), max_size=6
        )
    )
    relations = draw(_relations)
    for number in range(draw(st.integers(0, max_claims))):
        subject, target = (draw(st.sampled_from(sorted(graph))) for _ in range(2))
        _add_claim(draw, graph, (subject, target), f"c{number:02}", draw(st.sampled_from(relations)))
    return graph


def dense_graph(seed: int, *, entities: int = 7, claims: int = 300) -> nx.MultiDiGraph:
    """Make a graph in which all relations occur between the same few entities, always the same one for a seed."""
    random = Random(seed)  # noqa: S311  no secret
    graph = nx.MultiDiGraph()
    for number in range(entities):
        kind = random.choice(list(ENTITY_TYPES))
        graph.add_node(f"{kind.lower()}:{number}", type=kind, name=random.choice(_AWKWARD), aliases=[])
    documents: dict[str, dict[str, Any]] = {
        f"{number}.md": {"id": f"{number}.md", "published": f"2025-0{number + 1}-15", "sha256": "0" * 64}
        | ({"publisher": random.choice(["Wire", "Post"])} if number else {})
        for number in range(6)
    }
    graph.graph |= {"documents": documents, "mentions": {(node, "0.md"): 2 for node in graph}}
    for number in range(claims):
        name, document = random.choice(list(RELATIONS)), random.choice(list(documents))
        speaker = random.choice([None, *graph])
        extras = {"title": random.choice(["Mayor", "envoy"]), "former": random.random() < 0.5, "kin": "wife"}
        subject, target = random.choices(list(graph), k=2)
        graph.add_edge(
            subject,
            target,
            key=f"c{number:03}",
            relation=name,
            id=f"c{number:03}",
            document=document,
            published=documents[document]["published"],
            quote="so they say",
            start=number,
            end=number + 11,
            modality=random.choice(MODALITIES),
            sign=RELATIONS[name].sign,
            confidence=0.5,
            rule="verb",
            **({"speaker": graph.nodes[speaker]["name"], "speaker_id": speaker} if speaker else {}),
            **{extra: value for extra, value in extras.items() if extra in RELATIONS[name].properties},
        )
    return graph


def _add_claim(draw: st.DrawFn, graph: nx.MultiDiGraph, ends: tuple[str, str], key: str, name: str) -> None:
    relation = RELATIONS[name]
    quote = draw(names)
    document = draw(st.sampled_from(sorted(graph.graph["documents"])))
    claim: dict[str, Any] = {
        "relation": name,
        "id": key,
        "document": document,
        "quote": quote,
        "start": draw(st.integers(0, 3)),
        "modality": draw(st.sampled_from(MODALITIES)),
        "sign": relation.sign,
        "confidence": draw(st.sampled_from([0.25, 0.5, 1.0])),
        "rule": "verb",
    }
    claim["end"] = claim["start"] + len(quote)
    if relation.plover is not None:
        claim["plover"] = relation.plover
    published = graph.graph["documents"][document].get("published")
    if published is not None:
        claim["published"] = published
    if draw(st.booleans()):
        claim |= {"date": draw(days), "date_precision": "day"}
    speaker = draw(st.none() | st.just("an official") | st.sampled_from(sorted(graph)))
    if speaker in graph:
        claim |= {"speaker": graph.nodes[speaker]["name"], "speaker_id": speaker}
    elif speaker is not None:
        claim["speaker"] = speaker
    for extra, values in _EXTRAS.items():
        if extra in relation.properties and draw(st.integers(0, 3)):
            claim[extra] = draw(values)
    graph.add_edge(*ends, key=key, **claim)


# few at a time, and such as canned queries ask for together, so that claims meet
_relations = st.sampled_from(
    [
        ["HOLDS_OFFICE", "LEFT", "MEMBER_OF", "SPEAKS_FOR", "RELATED_TO"],
        ["HOLDS_OFFICE", "MEMBER_OF"],
        ["ACCUSED", "CRITICIZED", "FEUDS_WITH", "COMPETES_WITH", "SUPPORTED"],
        ["ACCUSED", "SUPPORTED", "CITIZEN_OF"],
        ["URGED", "THREATENED", "SANCTIONED", "INVESTIGATED", "DISTANCED_FROM"],
        ["MET_WITH", "ALLIED_WITH", "OFFERED_ASYLUM_TO", "SUPPORTED", "AIDED"],
    ]
) | st.lists(st.sampled_from(list(RELATIONS)), min_size=1, max_size=5, unique=True)

_EXTRAS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["Mayor", "mayor", "envoy"]),
    "former": st.booleans(),
    "action": st.just("deported"),
    "kin": st.sampled_from(["wife", "brother"]),
}

_entity = st.fixed_dictionaries(
    {"name": names, "aliases": st.lists(names, max_size=2)},
    optional={"country": st.just("USA"), "description": names, "wikidata_id": st.just("Q1")},
)
_document = st.fixed_dictionaries(
    {}, optional={"title": names, "publisher": st.sampled_from(["Wire", "Post"]), "published": days, "url": names}
)
