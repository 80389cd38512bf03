"""All canned queries: our own shelf and the folders a user adds."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from polgraph.errors import QueryError, UnknownQuery
from polgraph.queries.header import CannedQuery, read_query
from polgraph.queries.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["FAMILIES", "catalogue", "files", "find"]

FAMILIES = ("neighbourhood", "paths", "people", "conflict", "cooperation", "stance", "structure", "evidence")
"""The families of our own queries in the order of the list; a user's own follow."""


def catalogue(folders: Sequence[Path] = ()) -> list[CannedQuery]:
    """Return the queries of the shelf and of `folders`, by family and name."""
    known = [read_query(path, own=own) for path, own in files(folders).values()]
    ranks = {family: rank for rank, family in enumerate(FAMILIES)}
    return sorted(known, key=lambda query: (ranks.get(query.family, len(ranks)), query.family, query.name))


def find(name: str, folders: Sequence[Path] = ()) -> CannedQuery:
    """Return the query of that name, reading no other."""
    known = files(folders)
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "`polgraph query` lists them, --queries DIR adds others"
        raise UnknownQuery(f"no query is called {name!r}: {hint}")
    path, own = known[name]
    return read_query(path, own=own)


def files(folders: Sequence[Path] = ()) -> dict[str, tuple[Path, bool]]:
    """Return name → (file, whether it is our own), in order; two files of one name are refused."""
    known = {path.stem: (path, True) for path in _cypher_files(shelf("queries"))}
    for folder in (*folders, *_from_environment()):
        if not folder.is_dir():
            raise QueryError(f"{folder}: no folder of queries: give --queries or POLGRAPH_QUERIES a folder that exists")
        for path in _cypher_files(folder):
            if path.stem in known and known[path.stem][0].resolve() != path.resolve():
                raise QueryError(f"{path}: there is a query {path.stem!r} already: rename the file")
            known.setdefault(path.stem, (path, False))
    return known


def _cypher_files(folder: Path) -> Iterator[Path]:
    yield from sorted((path for path in folder.glob("*.cypher") if path.is_file()), key=lambda path: path.stem)


def _from_environment() -> list[Path]:
    return [Path(folder) for folder in os.environ.get("POLGRAPH_QUERIES", "").split(os.pathsep) if folder]
