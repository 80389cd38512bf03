"""The shelf of canned queries: find one, check its parameters, run it on a graph or a store, read the rows.

    from polgraph import queries
    rows = queries.run(case.graph, "path", a="musk", b="peskov")

A query is a file `NAME.cypher` whose comment header says what it answers (see `header`). Our own stand in `queries/`;
folders of a user's own join them.
"""

from polgraph.queries.catalogue import FAMILIES, catalogue, find
from polgraph.queries.evidence import evidence
from polgraph.queries.header import CannedQuery, Parameter
from polgraph.queries.rows import Rows
from polgraph.queries.running import run, store_of
from polgraph.queries.shelf import shelf

__all__ = [
    "FAMILIES",
    "CannedQuery",
    "Parameter",
    "Rows",
    "catalogue",
    "evidence",
    "find",
    "run",
    "shelf",
    "store_of",
]
