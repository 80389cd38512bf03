"""A name, alias or id in; one entity of the graph out, or an error that lists who may be meant.

Three rounds, the first that finds anybody decides: the id; the whole name or alias; whole words of a name, then of
an alias. Case, diacritics and the shape of apostrophes and dashes do not count.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from polgraph.errors import AmbiguousEntity, UnknownEntity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

__all__ = ["fold", "names", "resolve"]

# letters that Unicode does not take apart
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
    }
    | dict.fromkeys("‐‑‒–—−", "-")
)
_SHOWN = 10
_folded_names: WeakKeyDictionary[nx.MultiDiGraph, tuple[int, dict[str, list[str]]]] = WeakKeyDictionary()


def resolve(graph: nx.MultiDiGraph, name: str) -> str:
    """Return the id of the one entity that `name` (an id, name, alias or part of one) stands for."""
    if name in graph:
        return name
    index = _index(graph)
    wanted = fold(name)
    found = index.get(wanted) or _by_words(graph, wanted)
    if not found:
        raise _unknown(graph, index, name)
    if len(found) > 1:
        shown = sorted(found, key=lambda entity: (graph.nodes[entity]["name"], entity))
        raise AmbiguousEntity(
            f"{name!r} may be {_listed(graph, shown)}: give the full name or the id", candidates=shown
        )
    return found[0]


def fold(name: str) -> str:
    """Return the form under which names are compared: no case, no diacritics, single spaces."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(character for character in decomposed if not unicodedata.combining(character))
        return " ".join(name.casefold().translate(_LETTERS).split())
    return " ".join(name.casefold().split())


def names(graph: nx.MultiDiGraph) -> Iterable[str]:
    """Yield every name an entity argument may be: ids, names and aliases, for completion in the shell."""
    for entity, data in graph.nodes(data=True):
        yield from (data["name"], *data["aliases"], entity)


def _index(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    # a graph is built once and read often; its size tells if a caller has grown it since
    size, index = _folded_names.get(graph, (-1, {}))
    if size != len(graph):
        index = {}
        for entity, data in graph.nodes(data=True):
            for form in {fold(data["name"]), *map(fold, data["aliases"])}:
                index.setdefault(form, []).append(entity)
        _folded_names[graph] = len(graph), index
    return index


def _by_words(graph: nx.MultiDiGraph, wanted: str) -> list[str]:
    words = " ".join(_words(wanted))
    if not words:
        return []
    pattern = f" {words} "
    in_name = [entity for entity, data in graph.nodes(data=True) if pattern in _spaced(data["name"])]
    return in_name or [
        entity for entity, data in graph.nodes(data=True) if any(pattern in _spaced(alias) for alias in data["aliases"])
    ]


def _spaced(name: str) -> str:
    return f" {' '.join(_words(fold(name)))} "


def _words(folded: str) -> list[str]:
    return re.findall(r"\w+", folded)


def _unknown(graph: nx.MultiDiGraph, index: dict[str, list[str]], name: str) -> UnknownEntity:
    wanted = fold(name)
    by_word: dict[str, list[str]] = {}
    for form, entities in index.items():
        for part in {form, *form.split()}:
            by_word.setdefault(part, []).extend(entities)
    near = list(
        dict.fromkeys(
            entity for form in get_close_matches(wanted, by_word, n=5, cutoff=0.75) for entity in by_word[form]
        )
    )
    hint = f"did you mean {_listed(graph, near)}?" if near else "`polgraph entities list` shows who is in it"
    return UnknownEntity(f"no entity is called {name!r}: {hint}", candidates=near)


def _listed(graph: nx.MultiDiGraph, entities: Sequence[str]) -> str:
    shown = [f"{graph.nodes[entity]['name']} ({entity})" for entity in entities[:_SHOWN]]
    more = f", and {len(entities) - _SHOWN} more" if len(entities) > _SHOWN else ""
    return ", ".join(shown) + more
