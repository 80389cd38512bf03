"""Whom an anaphor may stand for, and what speaks for each candidate.

In: an anaphor and the `Scene`, which is what the article has said so far. Out: `Candidate`s with the features that
hold of them: how long ago and in what role each was mentioned (Lappin and Leass 1994), agreement, who speaks, and
for descriptions what ties the word to the name. The last candidate is nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.reference.binding import accused, is_named_below, is_rival
from polgraph.extraction.reference.crowd import Crowd, unnamed_before
from polgraph.extraction.reference.modifiers import fitting_words, runs_for_its_party
from polgraph.extraction.syntax.tree import children, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from polgraph.extraction.links import Link
    from polgraph.extraction.reference.anaphors import Anaphor
    from polgraph.extraction.reference.scene import Scene

__all__ = ["Candidate", "candidates", "is_such_a_place"]

_WINDOW = {"he": 6, "it": 4, "they": 4, "person": 40, "body": 40, "nation": 40}  # sentences
_FAR = 3
_SUBJECTS = {"nsubj", "nsubjpass"}
_SAID_OF = {"attr", "acomp", "prep", "ccomp", "advmod"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that an anaphor may stand for, None for nobody, and the features that hold of it."""

    entity: str | None
    features: tuple[str, ...]


def candidates(anaphor: Anaphor, scene: Scene) -> list[Candidate]:
    """Return whom an anaphor may stand for; nobody comes last, unless the clause leaves no choice."""
    token = anaphor.token
    speaker = scene.speaker(token)
    # whom one speaks to is "you", and not "he"
    hearer = scene.listener(token) if token.i in scene.direct and anaphor.kind in {"he", "person"} else None
    found: list[Candidate] = []
    pronoun = anaphor.kind in {"he", "it", "they"}
    ahead = _subject_ahead(token, scene) if pronoun else None
    if ahead is not None and _is_for_ones_part(token) and _agrees(anaphor, scene, ahead):
        return [Candidate(ahead, ("ahead",))]
    denier = accused(token, scene) if pronoun else None
    if denier is not None and _agrees(anaphor, scene, denier):
        return [Candidate(denier, ("ahead",))]
    crowd = unnamed_before(anaphor, scene)
    named = scene.last_named(token, _WINDOW[anaphor.kind])
    for entity in named:
        if entity == hearer or (entity == speaker and anaphor.kind != "body") or not _agrees(anaphor, scene, entity):
            continue
        count, before = scene.before(entity, token)
        if anaphor.kind == "they" and crowd is not None and crowd.people and _stands_before(crowd, before[-1]):
            continue  # "X said voters know what they want"
        if not is_rival(anaphor, before, scene) and not (
            pronoun and is_named_below(token, scene.mentions[entity][count:], scene)
        ):
            features = _features(anaphor, scene, entity, count, before, len(found), crowd)
            found.append(Candidate(entity, (*features, *(["ahead too"] if entity == ahead else []))))
    if ahead is not None and ahead not in named and ahead != speaker and _agrees(anaphor, scene, ahead):
        found.append(Candidate(ahead, ("ahead", *_kind_features(anaphor, scene, ahead))))
    if anaphor.kind in {"person", "body"}:
        fitting = fitting_words(anaphor, scene, [option.entity for option in found if option.entity])
        found = [option for option in found if option.entity in fitting]
        if len(found) == 1 and runs_for_its_party(anaphor, scene, fitting[0]):
            return found
    return [*found, Candidate(None, tuple(_nobody(anaphor, scene, found, crowd)))]


def _stands_before(crowd: Crowd, last: Link) -> bool:
    """Tell whether the unnamed, as a subject, stand between a participant's last mention and the pronoun."""
    return crowd.token.i > last.head and crowd.token.dep_ in _SUBJECTS


def _is_for_ones_part(token: Token) -> bool:
    """As in "For his part, X said": it can be nobody but X."""
    noun = token.head
    owned = token.dep_ == "poss" and noun.lower_ == "part" and noun.i == token.i + 1
    return owned and token.i > 0 and token.nbor(-1).lower_ == "for"


def _agrees(anaphor: Anaphor, scene: Scene, entity: str) -> bool:
    kind = scene.resolution.entities[entity].type
    if anaphor.kind in {"he", "person"}:
        return kind == "Person" and (
            anaphor.gender is None or scene.genders.get(entity, anaphor.gender) == anaphor.gender
        )
    if anaphor.kind == "nation":
        name = scene.resolution.entities[entity].name
        return (kind == "Nation" and is_such_a_place(anaphor.word, entity, scene)) or (
            kind == "Institution" and anaphor.word in _head_words(name)
        )
    return kind == "Institution" or (kind == "Nation" and anaphor.kind != "body")


def is_such_a_place(word: str, entity: str, scene: Scene) -> bool:
    """A country is no town, and a city no country."""
    place = gazetteer.place(scene.resolution.entities[entity].name)
    town = (place is None or place.part) and all(link.form != "adjective" for link in scene.mentions[entity])
    if word in words("anaphora", "towns"):
        return town
    if place is None:
        return not town or any(_acts(scene.doc[link.head]) for link in scene.mentions[entity])
    return not place.part or word == "state"


def _acts(head: Token) -> bool:
    """Tell a place that takes part from one where something happens."""
    return head.dep_ in {*_SUBJECTS, "poss", "dobj"} or (
        head.dep_ == "pobj" and head.head.lower_ in {"of", "by", "with"}
    )


def _features(  # noqa: PLR0913  what a candidate is known by
    anaphor: Anaphor, scene: Scene, entity: str, count: int, before: Sequence[Link], rank: int, crowd: Crowd | None
) -> Iterator[str]:
    token, last = anaphor.token, before[-1]
    head = scene.doc[last.head]
    distance = min(scene.distance(last, token), 6)
    role, own = _role(head), _role(token)
    near = min(distance, _FAR)
    yield f"rank {min(rank, 4)}"
    if anaphor.kind == "nation":  # too rare for more
        yield from _description_features(anaphor, scene, entity)
        return
    yield f"distance {distance}"
    yield f"{role} at {near}"
    yield f"last {last.form}"
    yield f"count {min(count, 5)}"
    if role == own:
        yield f"parallel at {min(distance, 1)}"
    subjects = sum(scene.doc[link.head].dep_ in _SUBJECTS for link in before[-4:])
    yield f"subjects {subjects}"
    if scene.sentence_of[scene.mentions[entity][0].start] == 0:
        yield "headline"
    yield from _kind_features(anaphor, scene, entity)
    yield from _speech_features(anaphor, scene, entity, last)
    if crowd is not None and crowd.token.i > last.head:
        yield f"{crowd.role} between"
    if distance == 0:
        yield from _clause_features(token, head)
    elif anaphor.kind in {"he", "it", "they"} and scene.last_subject(token) == entity:
        yield f"subject of the last sentence, {own}"
    if anaphor.kind in {"person", "body", "nation"}:
        yield from _description_features(anaphor, scene, entity)


def _kind_features(anaphor: Anaphor, scene: Scene, entity: str) -> Iterator[str]:
    known = scene.resolution.entities[entity]
    if anaphor.kind not in {"he", "person"}:
        yield f"type {known.type}"
    elif entity in scene.genders:
        yield "gender"
    elif anaphor.gender is not None:
        yield f"{anaphor.gender} of a name in {_ending(known.name.split()[0].casefold())}"


def _subject_ahead(token: Token, scene: Scene) -> str | None:
    """As in "In her speech, X said": the subject of the sentence, which comes after the pronoun and no colon."""
    for child in children(token.sent.root):
        link = scene.resolution.by_token.get(child.i) if child.dep_ in _SUBJECTS and child.i > token.i else None
        if link is not None and link.head == child.i and ":" not in text_of(scene.doc, token.i, child.i):
            return link.entity
    return None


def _speech_features(anaphor: Anaphor, scene: Scene, entity: str, last: Link) -> Iterator[str]:
    token = anaphor.token
    if scene.source(token) == entity:
        yield f"source of its {_role(token)}"
    if scene.speaker(token) == entity:
        yield "speaker of it"
    if scene.listener(token) == entity:
        yield "listener"
    if token.i in scene.cues:
        how = "in quotation marks" if scene.cues[token.i] else "reported"
        yield f"speaks again, {how}" if scene.last_speaker(token) == entity else f"speaks, {how}"
    if anaphor.kind in {"he", "it", "they"} and scene.direct.get(token.i) != scene.direct.get(last.head):
        yield "another voice"


def _clause_features(token: Token, head: Token) -> Iterator[str]:
    """What the tree says of an antecedent in the same sentence."""
    clause = _clause(token)
    own = _clause(head)
    if head.dep_ in _SUBJECTS:
        if own.i == clause.i:
            yield f"subject of its clause, {_role(token)}"
        elif any(ancestor.i == own.i for ancestor in clause.ancestors):
            yield f"subject above, {clause.dep_}"
        elif clause.dep_ == "conj" or own.dep_ == "conj":
            yield "subject beside"
    elif own.i == clause.i:
        yield f"in its clause, {_role(head)}"
    if token.i > head.i and any(child.i == head.i for child in children(token)):
        yield "its own modifier"
    if any(ancestor.dep_ == "relcl" and ancestor.head.i == head.i for ancestor in (clause, *clause.ancestors)):
        yield "told of it in a relative clause"


def _description_features(anaphor: Anaphor, scene: Scene, entity: str) -> Iterator[str]:
    word, lemma = anaphor.word, anaphor.token.lemma_.lower()
    titled = scene.bearers.get(word) or scene.bearers.get(anaphor.token.lower_, set())
    if entity in titled:
        yield "title" if len(titled) == 1 else "title of several"
    elif titled:
        yield "title of another"
    if entity not in titled and entity in scene.titled:
        yield "title like it" if _is_like_a_title(word, entity, scene) else "other titles"
    if lemma in scene.described[entity]:
        yield "described so before"
    name = scene.resolution.entities[entity].name
    heads = _head_words(name)
    if {word, lemma} & heads:
        yield "name word"
    elif heads & set(load("institutions")["nominals"].get(lemma, ())):
        yield "name of its kind"
    elif anaphor.kind == "body":
        told = any(_is_kind(word) for word in heads)
        yield "name of another kind" if told else "name of no kind"
    owner = next((child for child in children(anaphor.token) if child.dep_ == "poss"), None)
    if owner is not None:
        link = scene.resolution.by_token.get(owner.i)
        if link is None:
            yield "somebody's"
        elif link.entity == entity:
            yield "its own owner"
        else:
            yield "of its company" if entity in scene.company.get(link.entity, ()) else "of another's"
    modifiers = [child for child in children(anaphor.token) if child.dep_ in {"amod", "compound", "nmod"}]
    for child in modifiers:
        link = scene.resolution.by_token.get(child.i)
        if link is not None:
            own = link.entity in scene.company.get(entity, ()) or link.entity == entity
            yield "modifier of its own" if own else "modifier of another"
        elif child.lower_ in {word.casefold() for word in name.split()}:
            yield "modifier in name"


def _is_kind(word: str) -> bool:
    return gazetteer.is_institution_head(word) or word in load("institutions")["nominals"]


def _is_like_a_title(word: str, entity: str, scene: Scene) -> bool:
    """As in "the nominee" of who was called a candidate: one may be both."""
    groups = load("anaphora")["alike_titles"]
    return any(entity in scene.bearers.get(other, ()) for group in groups if word in group for other in group)


def _nobody(anaphor: Anaphor, scene: Scene, found: Sequence[Candidate], crowd: Crowd | None) -> Iterator[str]:
    token = anaphor.token
    yield "nobody"
    yield f"candidates {min(len(found), 4)}"
    yield f"role {_role(token)}"
    if anaphor.kind in {"it", "they", "body"}:
        yield _part(token)
    if scene.speaker(token) is not None or token.i in scene.direct:
        yield "in quotation marks"
    if anaphor.kind in {"he", "it", "they"}:
        yield f"word {anaphor.word}"
        if crowd is not None:
            yield f"{crowd.role} at {crowd.distance}"
            if crowd.people:
                yield f"people, {crowd.role} at {crowd.distance}"
            if crowd.above:
                yield "unnamed subject above" + (", people" if crowd.people else "")
        if anaphor.word == "it" and token.dep_ in _SUBJECTS and token.head.lemma_ == "be":
            said = (c.dep_ for c in children(token.head) if c.i > token.head.i and c.dep_ in _SAID_OF)
            yield f"is {next(said, 'other')}"
        return
    deps = {child.dep_ for child in children(token)}
    for dep in ("prep", "relcl", "acl", "amod", "compound", "nummod"):
        if dep in deps:
            yield f"with {dep}"
    if any(child.dep_ == "poss" for child in children(token)):
        yield "of somebody"
    if scene.sentence_of[token.i] <= 1:
        yield "at the start"
    if token.text[:1].isupper() and not token.is_sent_start:
        yield "capital"
    if token.tag_ in {"NNS", "NNPS"}:
        yield "plural"
    if anaphor.kind == "nation":
        yield f"word {anaphor.word}"


def _part(token: Token) -> str:
    """Whether only somebody does or suffers what an anaphor does or suffers."""
    verb = token.head.lemma_.lower()
    acts = token.dep_ == "nsubj" and verb in words("anaphora", "deeds")
    suffers = token.dep_ in {"dobj", "nsubjpass"} and verb in words("anaphora", "dealings")
    return "takes part" if acts or suffers else "takes no part"


def _ending(name: str) -> str:
    return name[-1] if name[-1] in "aeiou" else "consonant"


def _role(token: Token) -> str:
    dep = token.dep_
    if dep in _SUBJECTS:
        return "subject"
    if dep in {"dobj", "dative", "iobj"}:
        return "object"
    if dep == "poss":
        return "owner"
    if dep == "pobj":
        return "agent" if token.head.dep_ == "agent" else "oblique"
    if dep == "conj":
        return _role(token.head) if token.head.i < token.i else "other"
    return "modifier" if dep in {"compound", "amod", "nmod", "appos"} else "other"


def _clause(token: Token) -> Token:
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


@cache
def _head_words(name: str) -> frozenset[str]:
    """The words of an institution's name that say what it is: the first, the last, and the last before "of"."""
    parts = name.casefold().split()
    heads = {parts[0], parts[-1]}
    heads |= {parts[i - 1] for i in range(1, len(parts)) if parts[i] in {"of", "for", "on"}}
    return frozenset(heads)
