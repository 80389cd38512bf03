"""Which of several the words before a description choose: "the Republican nominee", "the appeals court".

In: an anaphor that is a description, the scene, and the entities it may stand for. Out: those that its words fit. What
the words say of nobody in the article rules nobody out, but for parties: who is of another party is not meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from polgraph.extraction.reference.anaphors import Anaphor
    from polgraph.extraction.reference.scene import Scene

__all__ = ["fitting_words", "runs_for_its_party"]


def fitting_words(anaphor: Anaphor, scene: Scene, entities: Sequence[str]) -> list[str]:
    """Return whom the words of a description fit, in the order given."""
    fitting = list(entities)
    wanted = _parties_beside(anaphor, scene) if anaphor.kind == "person" else set()
    if wanted:  # "the Republican nominee": nobody who is named with another party only
        fitting = [entity for entity in fitting if scene.parties(entity) in (wanted, set())]
    if anaphor.kind == "body" and anaphor.token.lemma_.lower() == "party":  # "her party": the one she is named with
        own = _of_owner(anaphor.token, scene)
        fitting = [entity for entity in fitting if entity in own] or fitting
    if anaphor.kind == "body" and anaphor.token.lower_ in words("institutions", "campaigns"):
        fitting = _campaigns_of(anaphor.token, scene, fitting)
    for word in _modifiers(anaphor.token, scene):
        fitting = [entity for entity in fitting if word in scene.words_beside(entity)] or fitting
    return fitting


def _campaigns_of(noun: Token, scene: Scene, entities: Sequence[str]) -> list[str]:
    """As in "her campaign", "Ruzhin's campaign": none that is called after somebody else."""
    owner = next((child for child in children(noun) if child.dep_ == "poss"), None)
    link = scene.resolution.by_token.get(owner.i) if owner is not None else None
    if link is None or scene.resolution.entities[link.entity].type != "Person":
        return list(entities)
    surname = scene.resolution.entities[link.entity].name.rpartition(" ")[2]
    return [entity for entity in entities if surname in scene.resolution.entities[entity].name]


def _of_owner(noun: Token, scene: Scene) -> set[str]:
    owner = next((child for child in children(noun) if child.dep_ == "poss"), None)
    link = scene.resolution.by_token.get(owner.i) if owner is not None else None
    return set(scene.company.get(link.entity, ())) if link is not None else set()


def runs_for_its_party(anaphor: Anaphor, scene: Scene, entity: str) -> bool:
    """As in "the Tide Party nominee" where one person of the article is of that party: nobody else can be meant."""
    running = anaphor.kind == "person" and anaphor.token.lower_ in words("anaphora", "running")
    return running and bool(_parties_beside(anaphor, scene) & scene.parties(entity))


def _parties_beside(anaphor: Anaphor, scene: Scene) -> set[str]:
    entities = scene.resolution.entities
    beside = [scene.resolution.by_token.get(child.i) for child in children(anaphor.token) if child.i < anaphor.token.i]
    return {link.entity for link in beside if link is not None and gazetteer.party(entities[link.entity].name)}


def _modifiers(token: Token, scene: Scene) -> Iterator[str]:
    """The small words that say which: "appeals" and "district" of courts; names have features of their own."""
    for child in children(token):
        if child.dep_ in {"compound", "amod", "nmod"} and child.i < token.i:
            if child.i not in scene.resolution.by_token and child.lower_ not in words("titles", "former"):
                yield child.lower_
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1:
            yield from (noun.lower_ for noun in children(child) if noun.i == child.i + 1 and noun.is_lower)
