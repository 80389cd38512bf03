"""The case as a graph in memory, and the two walks over it: who stands near, and what leads from one to the other.

`build` makes a `networkx.MultiDiGraph` from entities and claims. Its documented shape:

nodes: entity ids; attributes `type, name, aliases (list), country?, description?, wikidata_id?, collective?`
edges: one per claim, key = claim id; attributes `relation, id, document, published?, quote, start, end, speaker? (a
    name, or the words of an unnamed source), speaker_id? (entity id), modality, sign, plover?, date?,
    date_precision?, confidence, rule, title?, action?, former?, kin?`
`graph.graph["documents"]`: document id → `{id, title?, publisher?, url?, published?, sha256}`
`graph.graph["mentions"]`: (entity id, document id) → count
`graph.graph["merged"]`: id that articles gave an entity that is part of another one now → the id of that one

What is unknown is absent, never None. Dates are ISO strings. A graph is read, not changed: the case builds a new one.
"""

from polgraph.graph.filters import MODALITIES, STATED, Filter
from polgraph.graph.names import fold, names, resolve, resolve_among
from polgraph.graph.neighbours import Hop, neighbourhood
from polgraph.graph.paths import Path, paths
from polgraph.graph.projection import build

__all__ = [
    "MODALITIES",
    "STATED",
    "Filter",
    "Hop",
    "Path",
    "build",
    "fold",
    "names",
    "neighbourhood",
    "paths",
    "resolve",
    "resolve_among",
]
