"""The vocabulary: entity types and relation types, read once from the YAML files beside this module.

`ENTITY_TYPES` and `RELATIONS` map names to their definitions, in the order of the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from polgraph.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T", "EntityType", "Relation")

__all__ = ["ENTITY_TYPES", "RELATIONS", "EntityType", "Relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityType:
    """A kind of participant. `prefix` begins its ids; `shape` and `colour` draw it."""

    name: str
    gloss: str
    prefix: str
    shape: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A kind of claim between a subject and an object.

    sign: -1 hostile, 0 neutral, +1 friendly. plover: class of the PLOVER manual (2021), None where it has none.
    cameo, goldstein: root code and score of the nearest CAMEO category. tie: a standing bond, not an event.
    properties: names of `Claim` fields that this relation may fill.
    """

    name: str
    label: str
    gloss: str
    subject: frozenset[str]
    object: frozenset[str]
    sign: int
    family: str
    colour: str
    symmetric: bool = False
    tie: bool = False
    plover: str | None = None
    cameo: str | None = None
    goldstein: float | None = None
    properties: tuple[str, ...] = ()

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Tell whether a claim of this relation may join these entity types."""
        return subject_type in self.subject and object_type in self.object


def _load_entity_types() -> Mapping[str, EntityType]:
    return MappingProxyType(
        {name: _build(EntityType, "entities.yaml", name, entry) for name, entry in _read("entities.yaml").items()}
    )


def _load_relations(entity_types: Mapping[str, EntityType]) -> Mapping[str, Relation]:
    relations: dict[str, Relation] = {}
    for name, entry in _read("relations.yaml").items():
        for end in ("subject", "object"):
            unknown = set(entry.get(end, ())) - set(entity_types)
            if unknown or not entry.get(end):
                raise OntologyError(f"relations.yaml: {name}: {end} needs known entity types, not {sorted(unknown)}")
            entry[end] = frozenset(entry[end])
        entry["properties"] = tuple(entry.get("properties", ()))
        relations[name] = _build(Relation, "relations.yaml", name, entry)
        if relations[name].sign not in (-1, 0, 1):
            raise OntologyError(f"relations.yaml: {name}: sign is -1, 0 or 1")
    return MappingProxyType(relations)


def _read(file: str) -> dict[str, dict[str, Any]]:
    # the C loader is ten times faster, and every command reads the vocabulary
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath(file).read_text("utf8")
    content = yaml.load(text, Loader=loader)  # noqa: S506  a safe loader either way
    if not isinstance(content, dict):
        raise OntologyError(f"{file}: expected a mapping from names to entries")
    return content


def _build(kind: type[_T], file: str, name: str, entry: dict[str, Any]) -> _T:
    try:
        return kind(name=name, **entry)
    except TypeError as error:
        raise OntologyError(f"{file}: {name}: {error}") from None


ENTITY_TYPES: Mapping[str, EntityType] = _load_entity_types()
RELATIONS: Mapping[str, Relation] = _load_relations(ENTITY_TYPES)
