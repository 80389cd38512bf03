"""Several people or bodies behind one plural pronoun: "X and Y spoke. They ...", "X met Y, and they ...".

In: a plural pronoun and the scene. Out: a mention of each whom it stands for, or None where one body ("the council
said they") or the unnamed ("the strikers") stand nearer. Coordinated names make a group, and so do the ends of one
clause where nobody else could be meant. The nearer and the higher in its clause, the likelier (Lappin and Leass 1994).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.reference.crowd import is_crowd
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from polgraph.extraction.links import Link
    from polgraph.extraction.reference.scene import Scene

__all__ = ["group_behind", "groups_before"]

_REACH = 60  # tokens
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "dative", "pobj"}
_PARTING = {"or", "but", "nor"}
_BODY = 0.8  # a body is more often "it"


def group_behind(token: Token, scene: Scene) -> tuple[Link, ...] | None:
    """Return whom "they", "them", "their" stand for where these are several."""
    best, found = 0.0, None
    speaker = scene.speaker(token)  # who is "we", not "they"
    for place, group in groups_before(token, scene):
        weight = _weight(place, token, scene)
        spoken = speaker is not None and any(link.entity == speaker for link in group)
        if weight > best and not spoken and not _is_bound(place, token):
            best, found = weight, group
    if found is None or best <= _rivals(token, scene):
        return None
    return found


def groups_before(token: Token, scene: Scene) -> Iterator[tuple[Token, tuple[Link, ...]]]:
    """Yield the groups before a pronoun or plural, the nearest first, each with the token that has its place."""
    resolution, doc = scene.resolution, scene.doc
    seen: set[int] = set()
    for index in range(token.i - 1, max(-1, token.i - _REACH), -1):
        if scene.sentence_of[token.i] - scene.sentence_of[index] > 1:
            return
        if index in resolution.several:
            yield doc[index], resolution.several[index]
        link = resolution.by_token.get(index)
        if link is None or link.head != index or link.form == "adjective":
            continue
        place = doc[index]
        if place.dep_ == "conj" or place.i in seen:
            continue
        seen.add(place.i)
        group = _coordinated(place, scene)
        if len(group) > 1:
            yield (place.head if place.dep_ == "appos" else place), group
        elif place.dep_ in _SUBJECTS and (other := _met(link, place, scene)) is not None:
            yield doc[other.head], (link, other)


def _coordinated(place: Token, scene: Scene) -> tuple[Link, ...]:
    """Return those named in "X, Y and Z"; none where one of them has no name, or it is X or Y."""
    found: dict[str, Link] = {}
    for noun in arguments.coordinated(place):
        if any(child.dep_ == "cc" and child.lower_ in _PARTING for child in children(noun)):
            return ()
        link = scene.resolution.headed(noun)
        if link is None or link.form == "adjective":
            return ()
        found.setdefault(link.entity, link)
    return tuple(found.values())


def _met(link: Link, place: Token, scene: Scene) -> Link | None:
    """As in "X met Y", "X was joined by Y": the one other person or nation with whom the subject does something."""
    entities, verb = scene.resolution.entities, place.head
    kind = entities[link.entity].type
    ends = [*arguments.objects(verb), *arguments.prepositional(verb, ("with|by|alongside",))]
    found = [other for end in ends if (other := scene.resolution.headed(end)) is not None and other.form != "adjective"]
    alike = [other for other in found if entities[other.entity].type == kind != "Institution"]
    return alike[0] if len(alike) == 1 and alike[0].entity != link.entity else None


def _rivals(token: Token, scene: Scene) -> float:
    """Return how much speaks for the unnamed or for one body."""
    resolution, doc = scene.resolution, scene.doc
    best = 0.0
    for index in range(token.i - 1, max(-1, token.i - _REACH), -1):
        if scene.sentence_of[token.i] - scene.sentence_of[index] > 1:
            break
        other = doc[index]
        link = resolution.by_token.get(index)
        if link is None and index not in resolution.several and is_crowd(other) and not _named_beside(other, scene):
            best = max(best, _weight(other, token, scene))
        elif (
            link is not None
            and link.head == index
            and other.dep_ in _SUBJECTS
            and resolution.entities[link.entity].type != "Person"
            and not any(child.dep_ == "conj" for child in children(other))
            and not _is_bound(other, token)
        ):
            best = max(best, _BODY * _weight(other, token, scene))
    return best


def _named_beside(noun: Token, scene: Scene) -> bool:
    """As in "senators X and Y", "the senators, X and Y": the names say who is meant."""
    beside = [child for child in children(noun) if child.dep_ == "appos"]
    return any(scene.resolution.headed(other) is not None for other in beside)


def _weight(place: Token, token: Token, scene: Scene) -> float:
    distance = scene.sentence_of[token.i] - scene.sentence_of[place.i]
    role = 4.0 if place.dep_ in _SUBJECTS else 2.0 if place.dep_ in _OBJECTS else 1.0
    nearer = place.i / len(scene.doc) / 10  # of two alike, the one nearer by
    return role * (1.0 if distance == 0 else 0.75) + nearer


def _is_bound(place: Token, token: Token) -> bool:
    """As in "X and Y praised them": the subject of the clause is not its object, nor a part of itself."""
    if token.lower_ in words("anaphora", "plural_objects") and token.dep_ in _OBJECTS:
        verb = token.head.head if token.dep_ == "pobj" else token.head
        return place.i in {subject.i for subject in arguments.subjects(verb)}
    return any(ancestor.i == place.i for ancestor in token.ancestors)
