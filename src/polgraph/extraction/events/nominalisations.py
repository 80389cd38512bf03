"""Nouns as predicates: "X's attack on Y", "talks between X and Y", "launched an investigation into Y".

In: a frame whose predicate is a noun, and the noun. Out: the tokens in its roles. Who makes the noun happen is its
possessor, a by-phrase, the subject of its support verb (`lexicon/support.yaml`) or the adjective before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.events.acts import affected, governed_acts, is_act
from polgraph.extraction.events.relational import bearers, relational_roles
from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.forms import is_object_gap
from polgraph.extraction.syntax.tree import children, lefts
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.events.frames import Frame, Step

__all__ = ["is_one_of", "noun_roles", "owners"]

_MODIFIERS = {"amod", "compound", "nmod"}


def noun_roles(frame: Frame, noun: Token) -> dict[str, list[Token]] | None:
    """Return the tokens in the roles of a frame; None where a noun that has to follow is missing."""
    roles: dict[str, list[Token]] = {}
    anchors = [noun]
    for step in frame.steps:
        if step.kind == "prep":
            tokens = [t for anchor in anchors for t in arguments.prepositional(anchor, step.words)]
            tokens = tokens or _after_support_verb(noun, step) or _after_measure(noun, step)
            tokens = tokens or [t for verb in _made(noun) for t in arguments.prepositional(verb, step.words)]
            if tokens:
                roles[step.role] = tokens
        elif step.kind == "act":
            acts = [act for act in governed_acts(noun) if is_act(step.words[0], act)]
            if not acts:
                return None
            roles[step.role] = [t for act in acts for t in affected(act)]
        elif step.kind == "owned":
            owned = [t for t in arguments.prepositional(noun, step.words) if is_one_of(t, step.lemmas)]
            roles[step.role] = [owner for thing in owned for owner in owners(thing)]
            if not roles[step.role]:
                return None
        elif step.kind == "clause":
            clauses = [
                child for child in children(noun) if child.dep_ in {"acl", "ccomp", "relcl"} and _is_content(child)
            ]
            roles[step.role] = [t for clause in clauses for t in arguments.subjects(clause)]
        elif step.kind == "prep noun":
            met = [t for t in arguments.prepositional(noun, step.words) if is_one_of(t, step.lemmas)]
            if not met and not any(child.lower_ in step.lemmas for child in children(noun) if child.dep_ == "compound"):
                return None
            anchors += met
    if RELATIONS[frame.relation].symmetric or any("between" in step.words for step in frame.steps):
        both = _both(noun, anchors)
        if both is not None:
            return both
    if RELATIONS[frame.relation].symmetric and not roles.get("OBJ") and any(c.lower_ == "with" for c in children(noun)):
        return None  # "X and Y began talks with Z" are no talks between X and Y
    other = "OBJ" if frame.left == "SUBJ" else "SUBJ"
    if frame.owner:
        roles[frame.left] = _owned(noun)
        if not roles.get(other):
            roles[other] = _supporters(noun, "active")
        return roles
    if frame.left == "SUBJ" and noun.lemma_.lower() in _words("relational"):
        if roles.get("OBJ"):
            return roles | {"SUBJ": bearers(noun) or [noun]}
        return roles | relational_roles(noun, mutual=RELATIONS[frame.relation].symmetric)
    if frame.left == "SUBJ" and not roles.get("OBJ") and noun.lemma_.lower() in _words("chosen"):
        names = [t for t in lefts(noun) if t.dep_ == "compound" and t.pos_ == "PROPN"]
        return {"SUBJ": arguments.possessors(noun) or names, "OBJ": bearers(noun)}
    if frame.left == "SUBJ" and (reverse := _receivers(frame, noun, roles)):
        words = "from|by|of" if _is_given(noun) else "from|by"
        sources = [t for anchor in (noun, noun.head) for t in arguments.prepositional(anchor, (words,))]
        sources = sources or arguments.possessors(noun)
        return {"OBJ": reverse, "SUBJ": sources or _modifiers(noun)}
    roles[frame.left] = _makers(noun, frame)
    return roles


def is_one_of(noun: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a noun is the one that a frame asks for, or a pronoun that stands for it."""
    lemma = arguments.lemma(noun)
    if lemma in lemmas or "NOUN" in lemmas or (noun.lower_ in lemmas and lemma == noun.lemma_.lower()):
        return True
    if lemma in _quantities():
        # "some of its troops", "hundreds of soldiers"
        return any(is_one_of(counted, lemmas) for counted in arguments.prepositional(noun, ("of",)))
    if _is_money(noun) and "million" in lemmas:
        return True
    # "he needs no asylum, but we could provide it"
    if noun.lower_ != "it":
        return False
    before = noun.doc[max(0, noun.i - 40) : noun.i]
    return any(token.lemma_.lower() in lemmas and token.pos_ == "NOUN" for token in before)


def owners(noun: Token) -> list[Token]:
    """Return whose a noun is in any way: "X's envoy", "the X envoy", "the envoy of X"."""
    return [*arguments.possessors(noun), *_modifiers(noun), *arguments.prepositional(noun, ("of|from|by|for|to",))]


def _both(noun: Token, anchors: list[Token]) -> dict[str, list[Token]] | None:
    """Both sides at once: "between X and Y", "the X-Y talks", "X's and Y's quarrel"."""
    between = [t for anchor in anchors for t in arguments.prepositional(anchor, ("between|among",))]
    if not between:
        # "talks on fishing between X and Y": the parser hangs them on the fishing
        topics = arguments.prepositional(noun, ("on|over|about|for|of|in|at",))
        between = [t for topic in topics for t in arguments.prepositional(topic, ("between|among",))]
    if not between and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        # "tensions have risen between X and Y"
        between = arguments.prepositional(noun.head, ("between",))
    if len(between) == 1:
        between = arguments.sides(between[0]) or _named_beside(noun, between[0]) or between
    if len(between) > 1 or (between and between[0].tag_ == "NNS"):  # "between X and Y", "between the two rivals"
        return {"SUBJ": between, "OBJ": between}
    pair = [t for t in lefts(noun) if t.dep_ in _MODIFIERS]
    for token in pair:
        # "Ostland-Meridia talks": the first hangs on the second
        joined = [
            t for t in lefts(token) if t.dep_ in _MODIFIERS and t.i + 1 < token.i and token.doc[t.i + 1].text == "-"
        ]
        if joined:
            return {"SUBJ": joined, "OBJ": [token]}
    return None


def _named_beside(noun: Token, people: Token) -> list[Token]:
    """As in "a flap between old allies X and Y": the parser may hang the names on the flap."""
    beside = [child for child in children(noun) if child.dep_ == "appos" and child.left_edge.i == people.i + 1]
    return arguments.coordinated(beside[0]) if beside and people.tag_ == "NNS" else []


def _is_content(clause: Token) -> bool:
    """Tell "the demand that X yield" from "the demand that X made"."""
    return clause.dep_ in {"acl", "ccomp", "relcl"} and any(
        child.dep_ == "mark" and child.lower_ == "that" for child in children(clause)
    )


def _after_support_verb(noun: Token, step: Step) -> list[Token]:
    """In "imposed sanctions last week on X" the preposition may hang on the verb."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB":
        return arguments.prepositional(noun.head, step.words)
    if noun.dep_ == "nsubj" and arguments.lemma(noun.head) in _words("arriving"):
        return arguments.prepositional(noun.head, step.words)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        found = arguments.prepositional(noun.head.head, step.words)
        # "wanted by X for the killing of Y": who wants him is no killer
        return [end for end in found if end.i != noun.i and not (end.head.dep_ == "agent" and end.i < noun.i)]
    return []


def _made(noun: Token) -> list[Token]:
    """As in "the offer that X made to Y": the clause says whose it is and to whom."""
    clauses = [child for child in children(noun) if child.dep_ == "relcl" and child.i > noun.i]
    return [verb for verb in clauses if arguments.lemma(verb) in _words("active") and is_object_gap(verb)]


def _after_measure(noun: Token, step: Step) -> list[Token]:
    """As in "a lead of four points over X": the preposition hangs on the points."""
    measures = [t for t in arguments.prepositional(noun, ("of",)) if t.lemma_.lower() in _words("measures")]
    return [t for measure in measures for t in arguments.prepositional(measure, step.words)]


def _owned(noun: Token) -> list[Token]:
    """Whose arrest, whose deportation: possessor or of-phrase."""
    found = arguments.possessors(noun)
    return found or arguments.prepositional(noun, ("of",))


def _makers(noun: Token, frame: Frame) -> list[Token]:
    """Whose threat, attack or offer: possessor, by-phrase, support verb, or the adjective of a nation."""
    owners = [t for t in arguments.possessors(noun) if t.ent_type_ != "DATE"]  # "Monday's debate with X"
    if (
        frame.relation in {"ACCUSED", "PROSECUTED"}
        and noun.dep_ == "dobj"
        and arguments.lemma(noun.head) in _words("ending")
    ):
        return owners  # "the court threw out charges against X"
    taken = {word for step in frame.steps for group in step.words for word in group.split("|")}
    told = "by" in taken or any(child.lower_ in {"by", "from"} and child.i > noun.i for child in children(noun))
    found = (
        owners
        or ([] if told else arguments.blamed(noun))
        or [
            t
            for word in ("by", "from", "of")
            if word not in taken
            for t in arguments.prepositional(noun, (word,))
            if t.lemma_.lower() not in _words("measures")
        ]
    )
    found = found or [t for verb in _made(noun) for t in arguments.subjects(verb)]
    found = found or _ahead(noun) or _supporters(noun, "active") or arguments.blamed(noun)
    return found or _visitors(noun) or _modifiers(noun)


def _ahead(noun: Token) -> list[Token]:
    """Who has a lead by what somebody shows: "polls show X with a lead over Y", "X, with an edge over Y"."""
    if arguments.lemma(noun) not in _words("leads"):
        return []
    if noun.dep_ == "dobj":
        return arguments.recipients(noun.head)  # "gives X a lead over Y"
    if noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return []
    holder = noun.head.head
    return arguments.objects(holder) if holder.pos_ == "VERB" else [holder] if holder.pos_ == "PROPN" else []


def _visitors(noun: Token) -> list[Token]:
    """Whose visit it is that is the occasion of something: "during a trip to Y, X said", "X is on a visit to"."""
    clause = noun.head.head
    if noun.dep_ != "pobj" or clause.pos_ not in {"VERB", "AUX", "PROPN"}:
        return []
    if clause.pos_ == "PROPN":
        # "X, in an attack on Y, said"
        pause = noun.head.nbor(-1).text == "," or arguments.lemma(noun) in _words("encounters")
        apart = noun.head.lower_ == "in" and pause and clause.dep_ == "nsubj"
        return [clause] if apart and arguments.lemma(noun) in _words("occasions") else []
    if noun.head.lower_ == "in" and arguments.lemma(noun) in _words("stances"):
        return arguments.subjects(clause)  # "came out in support of Y"
    if arguments.lemma(noun) not in _words("occasions"):
        return []
    return arguments.subjects(clause) if noun.head.lower_ in _words("occasional") else []


def _receivers(frame: Frame, noun: Token, roles: dict[str, list[Token]]) -> list[Token]:
    """Who gets what the noun says from somebody else: "brushed off criticism from X", "with the backing of X"."""
    found = _supporters(noun, "reverse")
    verb = noun.head
    given = _is_given(noun) and not any(child.lower_ in {"for", "to"} for child in children(noun))
    given = given and not (roles.get("OBJ") and arguments.possessors(noun))  # "X's endorsement of Y"
    if found or (roles.get("OBJ") and not given) or RELATIONS[frame.relation].symmetric:
        return found
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        # who denies a petition is not whom it is brought against
        filed = arguments.lemma(noun) in _words("filings") and frame.relation != "URGED"
        answered = not filed and frame.relation not in {"PROSECUTED", "INVESTIGATED"}
        if arguments.lemma(verb) in _words("getting" if given else "answering" if answered else "reverse"):
            found = arguments.subjects(verb)
    elif noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in {"VERB", "AUX"}:
        way = noun.head.lower_
        replied = arguments.lemma(noun.head.head) in _words("replying") and noun.lemma_ not in _words("unaddressed")
        answered = way == "to" and replied
        # "after X's threat to leave Y" it is Y who is threatened
        despite = way in _words("in_spite") and not given and not governed_acts(noun)
        if way == "under" or answered or despite or (way in {"with", "at"} and given):
            # "X was arrested at the request of Y": whoever arrested him was asked
            asked = way == "at" and arguments.is_passive(noun.head.head)
            found = (arguments.agents if asked else arguments.subjects)(noun.head.head)
    hit = noun.dep_ == "pobj" and noun.head.lower_ == "by" and noun.head.head.tag_ in {"VBN", "VBD"}
    if not found and hit and arguments.lemma(noun.head.head) in _words("stinging"):
        found = arguments.subjects(noun.head.head)  # "stung by criticism from X"
    return found


def _is_given(noun: Token) -> bool:
    """Tell what one has from somebody: "the support of X" that somebody has is X's, as is "the urging of X"."""
    lemma = noun.lemma_.lower()
    return lemma in _words("given") or (lemma in _words("promptings") and noun.head.lower_ == "at")


def _modifiers(noun: Token) -> list[Token]:
    return [child for child in children(noun) if child.dep_ in _MODIFIERS]


def _supporters(noun: Token, kind: str) -> list[Token]:
    """The subject of a support verb: "launched an attack" (active), "drew criticism" (reverse)."""
    verb = noun.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _supporters(noun.head, kind)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        verb = noun.head.head
        if kind == "active" and noun.head.lower_ in {"at", "in"} and verb.pos_ == "PROPN":
            return [verb] if arguments.lemma(noun) in _words("states") else []  # "X, at odds with Y"
        if kind == "active" and noun.head.lower_ == "with" and arguments.lemma(verb) in _words("framing"):
            return arguments.agents(verb)  # "ended the speech with an attack on Y"
        if noun.head.lower_ not in {"in", "into", "under", "at", "on", "with"} or verb.pos_ == "NOUN":
            return []
        if kind == "reverse" and noun.head.lower_ in {"at", "in", "on"}:
            return []  # "met with criticism", "came under attack", but "met him on a trip", "came out in support"
    elif noun.dep_ not in {"dobj", "attr"}:
        if noun.dep_ == "nsubjpass" and kind == "active" and arguments.lemma(verb) in _words("active"):
            return arguments.agents(verb)
        return []
    if kind == "active" and noun.dep_ == "pobj" and arguments.lemma(verb) in _words("setting"):
        # "put X at odds with Y"
        moved = [end for end in arguments.objects(verb) if not end.lower_.endswith(("self", "selves"))]
        if moved and arguments.lemma(noun) in _words("states"):
            return moved
    return arguments.agents(verb) if arguments.lemma(verb) in _words(kind) else []


def _is_money(token: Token) -> bool:
    """As in "$5,000"."""
    return token.pos_ == "NUM" and any(child.text in {"$", "£", "€"} for child in children(token))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])


@cache
def _quantities() -> frozenset[str]:
    return frozenset(load("participants")["quantities"])
