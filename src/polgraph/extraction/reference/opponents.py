"""Who "her opponent" is: of the two people whom an article is about, the other one.

In: a noun with a possessor and the scene. Out: the other person, where the possessor is one of the two named most
and nobody else is named nearly as often; None for anybody else's rival.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.reference.scene import Scene

__all__ = ["opponent"]

_CLEAR = 1.5  # how much oftener the second is named than the third
_MINE = {"my"}


def opponent(noun: Token, scene: Scene) -> str | None:
    """Return whom "her opponent", "X's Republican rival" stands for."""
    if noun.lower_ not in words("anaphora", "opponents") or noun.dep_ in {"compound", "appos", "attr"}:
        return None
    owner = next((child for child in children(noun) if child.dep_ == "poss"), None)
    if owner is None or _has_name(noun, scene):
        return None
    link = scene.resolution.by_token.get(owner.i)
    whose = link.entity if link is not None else scene.speaker(noun) if owner.lower_ in _MINE else None
    protagonists = _protagonists(scene)
    if whose not in protagonists:
        return None
    return next(entity for entity in protagonists if entity != whose)


def _protagonists(scene: Scene) -> list[str]:
    """The two people named most, where they stand out."""
    entities = scene.resolution.entities
    counts = sorted(
        ((scene.named[entity], entity) for entity in entities if entities[entity].type == "Person"), reverse=True
    )
    if len(counts) < 2 or not counts[1][0]:
        return []
    if len(counts) > 2 and counts[1][0] < _CLEAR * counts[2][0]:
        return []
    return [entity for _, entity in counts[:2]]


def _has_name(noun: Token, scene: Scene) -> bool:
    """As in "her rival, X", "her rival X"."""
    after = scene.resolution.by_token.get(noun.i + 1)
    beside = (scene.resolution.headed(child) for child in children(noun) if child.dep_ == "appos")
    return (after is not None and after.form == "name") or any(link is not None for link in beside)
