"""Parse tree and lexicon to candidate claims: which relation a predicate states, between whom.

In: a parsed article, its resolution. Out: `Candidate`s in order of place. Two steps, each on its own: `match` finds the
frames that fit a predicate and the tokens in their slots (candidate pairs with their syntax); `predicate_claims` types
them and turns tokens into entities.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import arguments
from polgraph.extraction.frames import Frame, PartOfSpeech, Step, frames
from polgraph.extraction.lexicon import load
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.model import Modality

__all__ = ["Candidate", "Match", "match", "predicate_claims"]


_LEXICON_POS: dict[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim before it has its quote and speaker. trigger: token index of the predicate."""

    relation: str
    subject: Participant
    object: Participant
    trigger: int
    modality: Modality
    rule: str
    title: str | None = None
    action: str | None = None
    former: bool | None = None
    kin: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits: the tokens in its two roles."""

    frame: Frame
    trigger: Token
    subject: tuple[Token, ...]
    object: tuple[Token, ...]


def predicate_claims(doc: Doc, resolution: Resolution) -> list[Candidate]:
    """Find the claims that verbs, nouns and adjectives of the lexicon state."""
    found: list[Candidate] = []
    for token in doc:
        for hit in match(token):
            found += _typed(hit, resolution, found)
    return found


def match(token: Token) -> Iterator[Match]:
    """Find the frames of the lexicon that fit a predicate; of several for one relation, the most specific."""
    pos = _LEXICON_POS.get(token.pos_)
    if pos is None:
        return
    lemma = token.lemma_.lower()
    options = frames().get((pos, lemma), ())
    if pos == "adjective" and not options and token.tag_ in {"VBN", "VBG"}:
        options = frames().get(("verb", lemma), ())
    best: dict[str, tuple[int, Match]] = {}
    for frame in options:
        hit = _match_noun(frame, token) if frame.pos == "noun" else _match_verb(frame, token)
        if hit is None or not hit.subject or not hit.object:
            continue
        weight = 2 * len(frame.steps) + sum(bool(step.lemmas) for step in frame.steps)
        key = frame.relation
        if key not in best or weight > best[key][0]:
            best[key] = (weight, hit)
    top = max((weight for weight, _ in best.values()), default=0)
    for weight, hit in best.values():
        # "pull out of" is more than "pull"; frames of like weight may both hold
        if weight >= top - 1:
            yield hit


def _match_verb(frame: Frame, verb: Token) -> Match | None:
    adjective = frame.pos == "adjective"
    passive = not adjective and arguments.is_passive(verb)
    if frame.pos == "passive" and not passive:
        return None
    anchors = [verb]
    roles: dict[str, list[Token]] = {}
    promoted = frame.pos == "passive"  # the slot that the passive subject fills is taken
    for step in frame.steps:
        tokens = _fill(step, verb, anchors, passive=passive and not promoted)
        if tokens is None:
            return None
        if passive and step.kind in {"role", "noun"}:
            promoted = True
        if step.role:
            roles[step.role] = tokens
        elif step.kind in {"noun", "prep noun"}:
            anchors += tokens
    if passive and not promoted:
        return None
    if adjective:
        roles[frame.left] = _holders(verb)
    elif frame.pos == "passive" or not passive:
        roles[frame.left] = arguments.subjects(verb)
    else:
        roles[frame.left] = arguments.agents(verb)
    return _reciprocal(frame, verb, roles)


def _fill(step: Step, verb: Token, anchors: Sequence[Token], *, passive: bool) -> list[Token] | None:
    """Return the tokens that fill a step; None where it is not met."""
    if step.kind == "role":
        found = arguments.subjects(verb) if passive else _direct(verb)
        return found or None
    if step.kind == "noun":
        nouns = arguments.subjects(verb) if passive else arguments.objects(verb)
        met = [noun for noun in nouns if _is_one_of(noun, step.lemmas)]
        return met or None
    if step.kind == "act":
        return _objects_of_act(verb)
    if step.kind == "self":
        return [verb] if any(child.lower_.endswith(("self", "selves")) for child in verb.children) else None
    if step.kind == "particle":
        return [verb] if any(child.lower_ == step.words[-1] for child in verb.children) else None
    found = [noun for anchor in anchors for noun in arguments.prepositional(anchor, step.words)]
    if step.kind == "prep noun":
        found = [noun for noun in found if _is_one_of(noun, step.lemmas)]
    return found or None


def _objects_of_act(governor: Token) -> list[Token] | None:
    """What the infinitive under a verb or noun is done to: "threatened to shut down X", "a threat to act against X"."""
    for child in governor.children:
        if child.dep_ in {"xcomp", "acl"} and child.tag_ == "VB":
            found = arguments.objects(child) or [
                noun
                for preposition in child.children
                if preposition.dep_ == "prep"
                for pobj in preposition.children
                if pobj.dep_ == "pobj"
                for noun in arguments.coordinated(pobj)
            ]
            return found or None
    return None


def _direct(verb: Token) -> list[Token]:
    datives = [
        noun
        for child in verb.children
        if child.dep_ == "dative" and child.pos_ != "ADP"
        for noun in arguments.coordinated(child)
    ]
    return datives or arguments.objects(verb)


def _is_one_of(noun: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a noun is the one that a frame asks for, or a pronoun that stands for it."""
    if noun.lemma_.lower() in lemmas or "NOUN" in lemmas:
        return True
    # "he needs no asylum, but we could provide it"
    if noun.lower_ != "it":
        return False
    before = noun.doc[max(0, noun.i - 40) : noun.i]
    return any(token.lemma_.lower() in lemmas and token.pos_ == "NOUN" for token in before)


def _holders(adjective: Token) -> list[Token]:
    """Whom an adjective is said of: "X is critical of Y", "a senator critical of Y"."""
    if adjective.dep_ in {"acomp", "attr", "oprd", "conj", "xcomp", "ccomp"} and adjective.head.pos_ in {
        "VERB",
        "AUX",
        "ADJ",
    }:
        verb = adjective.head
        while verb.pos_ == "ADJ" and verb.head.i != verb.i:
            verb = verb.head
        return arguments.subjects(verb)
    if adjective.dep_ in {"amod", "acl", "relcl", "advcl"}:
        if adjective.head.pos_ in {"NOUN", "PROPN"}:
            return arguments.coordinated(adjective.head)
        return arguments.subjects(adjective.head)
    return []


def _match_noun(frame: Frame, noun: Token) -> Match | None:
    anchors = [noun]
    roles: dict[str, list[Token]] = {}
    for step in frame.steps:
        if step.kind == "prep":
            tokens = [t for anchor in anchors for t in arguments.prepositional(anchor, step.words)]
            tokens = tokens or _after_support_verb(noun, step)
            if tokens:
                roles[step.role] = tokens
        elif step.kind == "prep noun":
            met = [
                t
                for t in arguments.prepositional(noun, step.words)
                if t.lemma_.lower() in step.lemmas or t.lower_ in step.lemmas
            ]
            if not met:
                return None
            anchors += met
    other = "OBJ" if frame.left == "SUBJ" else "SUBJ"
    if RELATIONS[frame.relation].symmetric:
        between = [t for anchor in anchors for t in arguments.prepositional(anchor, ("between|among",))]
        if len(between) > 1:
            return Match(frame, noun, tuple(between[:1]), tuple(between[1:]))
    if frame.owner:
        roles[frame.left] = _owned(noun)
        if not roles.get(other):
            roles[other] = _supporters(noun, "active")
    else:
        reverse = _supporters(noun, "reverse")
        if reverse and frame.left == "SUBJ":
            sources = [t for anchor in (noun, noun.head) for t in arguments.prepositional(anchor, ("from|by",))]
            roles = {"OBJ": reverse, "SUBJ": sources or _modifiers(noun)}
        else:
            roles[frame.left] = _makers(noun, frame)
    return _reciprocal(frame, noun, roles)


def _after_support_verb(noun: Token, step: Step) -> list[Token]:
    """ "Imposed sanctions last week on X": the preposition may hang on the verb."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB":
        return arguments.prepositional(noun.head, step.words)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        return arguments.prepositional(noun.head.head, step.words)
    return []


def _owned(noun: Token) -> list[Token]:
    """Whose arrest, whose deportation: possessor or of-phrase."""
    found = [owner for child in noun.children if child.dep_ == "poss" for owner in arguments.coordinated(child)]
    return found or arguments.prepositional(noun, ("of",))


def _makers(noun: Token, frame: Frame) -> list[Token]:
    """Whose threat, attack or offer: possessor, by-phrase, support verb, or the adjective of a nation."""
    owners = [owner for child in noun.children if child.dep_ == "poss" for owner in arguments.coordinated(child)]
    taken = {word for step in frame.steps for group in step.words for word in group.split("|")}
    found = owners or [
        t for word in ("by", "from", "of") if word not in taken for t in arguments.prepositional(noun, (word,))
    ]
    return found or _supporters(noun, "active") or _modifiers(noun)


def _modifiers(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"} and child.ent_type_]


def _supporters(noun: Token, kind: str) -> list[Token]:
    """The subject of a support verb: "launched an attack" (active), "drew criticism" (reverse)."""
    verb = noun.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _supporters(noun.head, kind)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        verb = noun.head.head
        if noun.head.lower_ not in {"in", "into", "under", "at", "on", "with"}:
            return []
        if verb.pos_ == "NOUN" and noun.dep_ == "pobj":
            return []
    elif noun.dep_ not in {"dobj", "attr"}:
        if noun.dep_ == "nsubjpass" and kind == "active" and verb.lemma_ in _words("active"):
            return arguments.agents(verb)
        return []
    return arguments.agents(verb) if verb.lemma_.lower() in _words(kind) else []


def _reciprocal(frame: Frame, trigger: Token, roles: dict[str, list[Token]]) -> Match | None:
    """Two subjects of a symmetric predicate are its two ends: "X and Y clashed"."""
    left, right = roles.get("SUBJ", []), roles.get("OBJ", [])
    if RELATIONS[frame.relation].symmetric:
        if not right and len(left) > 1:
            left, right = left[:1], left[1:]
        elif not left and len(right) > 1:
            left, right = right[:1], right[1:]
    return Match(frame, trigger, tuple(left), tuple(right)) if left and right else None


def _typed(hit: Match, resolution: Resolution, before: Sequence[Candidate]) -> Iterator[Candidate]:
    frame = hit.frame
    relation = RELATIONS[frame.relation]
    subjects = [p for token in hit.subject for p in participants(token, resolution, target=False)]
    objects = [
        p
        for token in hit.object
        for p in participants(token, resolution, target=not relation.tie) or _parties(token, before, resolution)
    ]
    modality = frame.modality or modality_of(hit.trigger)
    for subject in subjects:
        for object_ in objects:
            types = resolution.entities[subject.entity].type, resolution.entities[object_.entity].type
            if subject.entity == object_.entity or not relation.allows(*types):
                continue
            yield Candidate(
                relation=frame.relation,
                subject=subject,
                object=object_,
                trigger=hit.trigger.i,
                modality=modality,
                rule=frame.name,
                action=frame.action,
            )


def _parties(token: Token, before: Sequence[Candidate], resolution: Resolution) -> list[Participant]:
    """ "The controversy", "the feud": an event named again stands for its participants."""
    if token.lemma_.lower() not in _words("event_anaphors") or resolution.at(token) is not None:
        return []
    if not any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in token.children):
        return []
    for candidate in reversed(before):
        if candidate.relation in {"FEUDS_WITH", "COMPETES_WITH"} and candidate.trigger < token.i:
            return [
                Participant(end.entity, token.i, token.i + 1, min(end.score, 0.8))
                for end in (candidate.subject, candidate.object)
            ]
    return []


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
