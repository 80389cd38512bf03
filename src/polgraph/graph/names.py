"""A name, alias or id in; one entity of the graph out, or an error that lists who may be meant.

Three rounds, the first that finds anybody decides: the id, also that of an entity that was merged into this one; the
whole name or alias; whole words of a name, then of an alias. Case, diacritics and the shape of apostrophes and dashes
do not count.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from polgraph.errors import AmbiguousEntity, UnknownEntity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    import networkx as nx

__all__ = ["fold", "names", "resolve", "resolve_among", "spaced"]

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


def resolve(graph: nx.MultiDiGraph, name: str) -> str:
    """Return the id of the one entity that `name` (an id, name, alias or part of one) stands for."""
    found = _by_id(name, graph, graph.graph.get("merged", {}))
    return _table(graph).resolve(name) if found is None else found


def resolve_among(
    entities: Mapping[str, tuple[str, Sequence[str]]], name: str, merged: Mapping[str, str] | None = None
) -> str:
    """Do the same where there is no graph: `entities` maps an id to its name and aliases.

    merged: id of an entity that is part of another one → that one.
    """
    found = _by_id(name, entities, merged or {})
    return _Table(entities).resolve(name) if found is None else found


def fold(name: str) -> str:
    """Return the form under which names are compared: no case, no diacritics, single spaces."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(character for character in decomposed if not unicodedata.combining(character))
        return " ".join(name.casefold().translate(_LETTERS).split())
    return " ".join(name.casefold().split())


def spaced(name: str) -> str:
    """Return the words of the folded name with a space around each: another name's words stand in it, or do not."""
    return f" {' '.join(_words(fold(name)))} "


def names(graph: nx.MultiDiGraph) -> Iterable[str]:
    """Yield every name an entity argument may be: ids, names and aliases, for completion in the shell."""
    for entity, data in graph.nodes(data=True):
        yield from (data["name"], *data["aliases"], entity)


class _Table:
    """Names and aliases of entities, folded once."""

    def __init__(self, entities: Mapping[str, tuple[str, Sequence[str]]]) -> None:
        self.names = {entity: name for entity, (name, _) in entities.items()}
        self.size = len(entities)
        self._by_form: dict[str, list[str]] = {}
        self._entities = entities
        for entity, (name, aliases) in entities.items():
            for form in {fold(name), *map(fold, aliases)}:
                self._by_form.setdefault(form, []).append(entity)

    def resolve(self, name: str) -> str:
        wanted = fold(name)
        found = self._by_form.get(wanted) or self._by_words(wanted)
        if not found:
            raise self._unknown(name, wanted)
        if len(found) > 1:
            found = sorted(found, key=lambda entity: (self.names[entity], entity))
            raise AmbiguousEntity(f"{name!r} may be {self._listed(found)}: give the full name or the id", found)
        return found[0]

    def _by_words(self, wanted: str) -> list[str]:
        words = " ".join(_words(wanted))
        if not words:
            return []
        part = f" {words} "
        in_name = [entity for entity, name in self.names.items() if part in spaced(name)]
        return in_name or [
            entity for entity, (_, aliases) in self._entities.items() if any(part in spaced(alias) for alias in aliases)
        ]

    def _unknown(self, name: str, wanted: str) -> UnknownEntity:
        by_word: dict[str, list[str]] = {}
        for form, entities in self._by_form.items():
            for part in {form, *form.split()}:
                by_word.setdefault(part, []).extend(entities)
        forms = get_close_matches(wanted, by_word, n=5, cutoff=0.75)
        near = list(dict.fromkeys(entity for form in forms for entity in by_word[form]))
        hint = f"did you mean {self._listed(near)}?" if near else "`polgraph entities list` shows who is in it"
        return UnknownEntity(f"no entity is called {name!r}: {hint}", near)

    def _listed(self, entities: Sequence[str]) -> str:
        shown = [f"{self.names[entity]} ({entity})" for entity in entities[:_SHOWN]]
        more = f", and {len(entities) - _SHOWN} more" if len(entities) > _SHOWN else ""
        return ", ".join(shown) + more


def _by_id(name: str, known: Container[str], merged: Mapping[str, str]) -> str | None:
    for identity in (name, name.casefold()):
        for entity in (merged.get(identity), identity):
            if entity in known:
                return entity
    return None


def _table(graph: nx.MultiDiGraph) -> _Table:
    # a graph is built once and read often; its size tells if a caller has grown it since
    table = _tables.get(graph)
    if table is None or table.size != len(graph):
        table = _Table({entity: (data["name"], data["aliases"]) for entity, data in graph.nodes(data=True)})
        _tables[graph] = table
    return table


def _words(folded: str) -> list[str]:
    return re.findall(r"\w+", folded)


_tables: WeakKeyDictionary[nx.MultiDiGraph, _Table] = WeakKeyDictionary()
