"""Which frames of the lexicon fit a predicate, and what stands in their slots: candidate pairs with their syntax.

In: a token of a parsed article. Out: `Match`es. Nothing here knows of entities; nouns as predicates are matched in
nominalisations.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polgraph.extraction.events.acts import affected, governed_acts, is_act, is_duty, is_imperative
from polgraph.extraction.events.frames import Frame, PartOfSpeech, Step, frames
from polgraph.extraction.events.labels import complements, is_called
from polgraph.extraction.events.nominalisations import is_one_of, noun_roles, owners
from polgraph.extraction.events.scenes import is_named, scenes
from polgraph.extraction.events.sending import is_own_soil, is_relief
from polgraph.extraction.events.verdicts import judged, written
from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.adjectives import holders
from polgraph.extraction.syntax.stand_ins import deed_before
from polgraph.extraction.syntax.tree import children, lefts
from polgraph.extraction.titles import is_person_noun
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

__all__ = ["Match", "match"]

_LEXICON_POS: dict[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}
# where these are passive and nobody is said to do them, the country they happen in does
_OFFICIAL = {"DETAINED", "PROSECUTED", "EXPELLED", "INVESTIGATED"}
_LATE = {"npadvmod", "appos"}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits: the tokens in its two roles, which may be empty for a clause whose subject is its speaker.

    alternatives: of the objects, only the first that is somebody counts. place: the subject is where it happened.
    """

    frame: Frame
    trigger: Token
    subject: tuple[Token, ...]
    object: tuple[Token, ...]
    alternatives: bool = False
    place: bool = False


def match(token: Token, *, spoken: bool = True) -> Sequence[Match]:
    """Find the frames of the lexicon that fit a predicate, those that ask for more first.

    spoken: the predicate stands in what somebody says; else no clause of a speaker is looked for.
    """
    pos = _LEXICON_POS.get(token.pos_)
    if pos is None or (token.dep_ in {"aux", "auxpass"} and not children(token)):
        return []  # of an auxiliary nothing is said
    lemma = arguments.lemma(token)
    known = frames()
    if pos == "noun" and ("verb", lemma) in known and any(c.dep_ in {"aux", "dobj"} for c in children(token)):
        pos = "verb"  # "urged them to jail him": tagged as a noun, parsed as a verb
    options = known.get((pos, lemma), ())
    if pos == "adjective" and not options and token.tag_ in {"VBN", "VBG"}:
        options = known.get(("verb", lemma), ())
    if pos == "verb" and token.tag_ in {"VBN", "VBG"}:
        options += known.get(("adjective", token.lower_), ())
    if spoken and (token.dep_ in {"amod", "conj"} or token.pos_ == "NOUN"):
        options += known.get(("said", written(token)), ())
    if not options or (pos == "verb" and _is_inverted(token)):
        return []
    hits = []
    passive = pos != "noun" and arguments.is_passive(token)
    below = {child.lower_ for child in children(token)}
    # "stripped X of a title": the parser may hang "of" on X
    below |= {grand.lower_ for child in children(token) if child.dep_ == "dobj" for grand in children(child)}
    for frame in options:
        if frame.pos == "said" and not spoken:
            continue
        if frame.opening and pos == "verb" and token.pos_ != "NOUN" and frame.opening.isdisjoint(below):
            continue
        hit = _match(frame, token, passive=passive)
        # an attack by nobody in particular may be claimed later on
        unsaid = frame.pos == "said" or frame.relation == "ATTACKED"
        if hit is not None and hit.object and (hit.subject or hit.place or unsaid):
            hits.append(hit)
    return sorted(hits, key=lambda hit: -hit.frame.weight)


def _match(frame: Frame, token: Token, *, passive: bool) -> Match | None:
    if frame.is_phrase:
        return Match(frame, token, (), tuple(judged(token)))
    return _match_noun(frame, token) if frame.pos == "noun" else _match_verb(frame, token, passive=passive)


def _is_inverted(verb: Token) -> bool:
    """Tell "..., warned Ana Ruzhin" from "warned Ana Ruzhin": what looks like an object is the subject of a cue."""
    if arguments.lemma(verb) not in load("support")["inverting"] or verb.i == verb.sent.start:
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in children(verb)):
        return False
    after_pause = verb.nbor(-1).text in {",", '"', "'"}
    joined = verb.dep_ == "conj" and any(child.dep_ == "cc" for child in children(verb.head))
    follows = verb.i + 1 < len(verb.doc) and verb.nbor(1).pos_ == "PROPN"
    return after_pause and follows and not joined and verb.tag_ in {"VBD", "VBZ"}


def _match_noun(frame: Frame, noun: Token) -> Match | None:
    if frame.relation == "ATTACKED" and noun.i and noun.nbor(-1).lower_ == "on":
        return None  # workers are on strike
    roles = noun_roles(frame, noun)
    if roles is not None and roles.get("OBJ") and not roles.get("SUBJ") and frame.relation in _OFFICIAL:
        # "X's arrest in Y", "the arrest of X in Y"
        where = [t for place in (noun, *roles["OBJ"]) for t in arguments.prepositional(place, ("in|at",))]
        return Match(frame, noun, tuple(where), tuple(roles["OBJ"]), place=True) if where else None
    return None if roles is None else _reciprocal(frame, noun, roles)


def _match_verb(frame: Frame, verb: Token, *, passive: bool) -> Match | None:
    adjective = frame.pos == "adjective"
    passive = passive and not adjective
    if (frame.pos == "passive" and not passive) or (frame.pos == "said" and frame.suffered and not passive):
        return None
    done_by = frame.pos == "said" and passive and not frame.suffered
    if done_by and (frame.left != "OBJ" or not any(child.dep_ == "agent" for child in children(verb))):
        return None  # "the vote was rigged" blames nobody, "was rigged by X" does
    anchors = [verb]
    roles: dict[str, list[Token]] = {}
    # the slot that the passive subject fills is taken
    promoted = frame.pos == "passive" or frame.suffered or (done_by and not frame.steps)
    for step in frame.steps:
        tokens = _fill(step, verb, anchors, roles, passive=passive and not promoted)
        if tokens is None and step.role and step.kind == "prep" and verb.lemma_ not in {"call", "push"}:
            tokens = _whose(frame, anchors[1:]) if "of" in step.words[-1].split("|") else None
        if tokens and frame.scenic:
            tokens = scenes(tokens) if step.role else [t for t in tokens if not is_named(t)] or None
        if tokens and passive and step.role and step.kind == "prep" and frame.pos == "verb" and "by" in step.words[-1]:
            # "X was backed by Y" is about no thing by Y
            tokens = [t for t in tokens if t not in arguments.agents(verb)] or None
        if tokens is None:
            both = step.role and step.kind == "prep" and anchors[1:] and RELATIONS[frame.relation].symmetric
            if both and "between" not in step.words[-1].split("|"):
                continue  # both may be before the verb: "X and Y signed a deal"
            return None
        if passive and (step.kind in {"role", "noun", "owned"} or arguments.has_particle(verb, step.words)):
            promoted = True
        if step.role:
            roles[step.role] = tokens
            if step.kind == "role" and any(later.kind == "noun" for later in frame.steps):
                # "granted asylum": the noun of the frame is nobody it is granted to
                nouns = _required(frame, tokens)
                names = [
                    n
                    for noun in nouns
                    for n in lefts(noun)
                    if n.pos_ == "PROPN" and n.dep_ in {"compound", "amod", "nmod"}
                ]
                # "gave her asylum": the parser may take her for whose it is
                names = names or [n for noun in nouns for n in lefts(noun) if n.lower_ == "her"]
                roles[step.role] = [t for t in tokens if t not in nouns] or names[-1:]
                if not roles[step.role]:
                    return None
        elif step.kind in {"noun", "prep noun", "complement"}:
            if step.kind == "noun" and "NOUN" in step.lemmas and _is_all(tokens, roles):
                return None
            anchors += tokens
    if passive and not promoted:
        return None
    if adjective:
        roles[frame.left] = holders(verb)
    elif frame.pos == "passive" or frame.suffered or not passive:
        roles[frame.left] = arguments.subjects(verb)
    else:
        roles[frame.left] = arguments.agents(verb)
    if frame.pos == "said":
        return Match(frame, verb, (), tuple(roles.get("OBJ", ())))
    if passive and not roles[frame.left] and frame.left == "SUBJ" and frame.relation in _OFFICIAL:
        where = arguments.prepositional(verb, ("in|at|before",))
        for noun in arguments.prepositional(verb, ("with|of|on|for",)):
            where += arguments.prepositional(noun, ("in",))  # "charged with theft in X"
        return Match(frame, verb, tuple(where), tuple(roles.get("OBJ", ())), place=True)
    if frame.relation == "MOBILIZED_AGAINST" and (is_relief(anchors) or all(map(is_own_soil, roles.get("OBJ", ())))):
        return None
    return _reciprocal(frame, verb, roles)


def _is_all(things: Sequence[Token], roles: Mapping[str, list[Token]]) -> bool:
    """As in "sold Ostlandic secrets" where a frame sells somebody something: the one noun is not both."""
    return len(things) == 1 and things[0].pos_ == "NOUN" and any(things == tokens for tokens in roles.values())


def _objects(verb: Token) -> list[Token]:
    found = arguments.objects(verb)
    if not found and verb.lemma_ == "be":
        found = [noun for child in children(verb) if child.dep_ == "attr" for noun in arguments.coordinated(child)]
    return found


def _acted_on(verb: Token) -> list[Token]:
    """Of "called the ruling a win" the ruling: a win is what it is called."""
    found = _objects(verb)
    if found and found[0].dep_ == "dobj":
        return [noun for noun in found if noun.dep_ != "oprd"]
    return found


def _leading(verb: Token) -> list[Token]:
    """What stands in the place of the subject: "there" and "it" too."""
    return [child for child in children(verb) if child.dep_ in {"nsubj", "expl", "nsubjpass"}] or arguments.subjects(
        verb
    )


def _required(frame: Frame, tokens: Sequence[Token]) -> list[Token]:
    return [
        t
        for t in tokens
        for step in frame.steps
        if step.kind == "noun" and "NOUN" not in step.lemmas and is_one_of(t, step.lemmas)
    ]


def _reciprocal(frame: Frame, trigger: Token, roles: dict[str, list[Token]]) -> Match | None:
    """Two subjects of a symmetric predicate are its two ends: "X and Y clashed"."""
    left, right = roles.get("SUBJ", []), roles.get("OBJ", [])
    if RELATIONS[frame.relation].symmetric:
        if not right and len(left) == 1:
            left = arguments.sides(left[0]) or [*left, *arguments.companions(left[0])]
        if not left and trigger.pos_ == "NOUN" and any(step.words[-1:] == ("with",) for step in frame.steps):
            return None  # "talks with leaders of X and Y" are none between X and Y
        # one noun may stand for both: "officials of X and Y met"
        left, right = left or right, right or left
    if (not left and frame.relation != "ATTACKED") or not right:
        return None
    alternatives = any(step.kind == "owned" or (step.kind == "act" and step.role) for step in frame.steps)
    return Match(frame, trigger, tuple(left), tuple(right), alternatives=alternatives)


def _fill(
    step: Step, verb: Token, anchors: Sequence[Token], roles: Mapping[str, list[Token]], *, passive: bool
) -> list[Token] | None:
    """Return the tokens that fill a step; None where it is not met."""
    found: list[Token] = []
    if step.kind == "role":
        found = arguments.subjects(verb) if passive else arguments.recipients(verb) or _acted_on(verb)
    elif step.kind == "subject":
        found = [noun for noun in _leading(verb) if noun.lemma_.lower() in step.lemmas or noun.lower_ in step.lemmas]
        if not found and "imperative" in step.lemmas and is_imperative(verb):
            found = [verb]
    elif step.kind == "owned":
        nouns = arguments.subjects(verb) if passive else _objects(verb)
        nouns = [*nouns, *(arguments.prepositional(verb, step.words) if step.words else [])]
        if "NOUN" in step.lemmas or verb.lemma_ in {"leave", "quit", "abandon", "exit"}:
            # "campaigned against X" is about nothing of X's, who leaves the Alliance of Y leaves the alliance
            nouns = [noun for noun in nouns if noun.pos_ not in {"PROPN", "PRON"} and not is_person_noun(noun.lower_)]
        found = [end for noun in nouns if is_one_of(noun, step.lemmas) for end in (*_names(noun), *owners(noun), noun)]
    elif step.kind == "noun":
        nouns = arguments.subjects(verb) if passive else _objects(verb)
        if passive and verb.dep_ == "acl" and verb.head.dep_ in {"pobj", "conj"}:
            nouns = nouns if any(is_one_of(noun, step.lemmas) for noun in nouns) else _over(verb.head)
        # "gave X, the envoy, two days": the parser may take the days for a time, or for X
        late = [] if "NOUN" in step.lemmas else [c for at in (verb, *nouns) for c in children(at) if c.dep_ in _LATE]
        found = [noun for noun in (*nouns, *late) if is_one_of(noun, step.lemmas)]
    elif step.kind == "act":
        acts = [act for anchor in anchors for act in governed_acts(anchor) if is_act(step.words[0], act)]
        found = [noun for act in acts for noun in affected(act)] if step.role else acts
    elif step.kind == "clause":
        clauses = [c for c in children(verb) if c.dep_ == "ccomp" and (not step.words or _is_wanted(c, step.words))]
        if not step.words:  # "looking into whether X did"
            clauses += [c for p in children(verb) if p.dep_ == "prep" for c in children(p) if c.dep_ == "pcomp"]
        if "ACT" in step.words:  # "called for X to act"
            clauses += [c for c in children(verb) if c.dep_ == "advcl" and c.tag_ == "VB" and _is_wish(c)]
        found = [noun for clause in clauses for noun in arguments.subjects(clause)]
    elif step.kind == "self":
        found = [verb] if any(child.lower_.endswith(("self", "selves")) for child in children(verb)) else []
    elif step.kind == "particle":
        found = [verb] if any(child.lower_ in step.words[-1].split("|") for child in children(verb)) else []
    elif step.kind == "complement":
        found = [word for word in complements(verb, step.words) if is_called(word, step.lemmas)]
        found += [child for word in found for child in children(word) if child.dep_ == "amod" and child.i > word.i]
    else:
        found = [noun for anchor in anchors for noun in arguments.prepositional(anchor, step.words)]
        if not found and arguments.has_particle(verb, step.words):
            # "turned down the offer", "the offer was turned down"
            found = arguments.subjects(verb) if passive else arguments.objects(verb)
        if step.kind == "prep noun":
            if "NOUN" in step.lemmas:  # "attacked X on Monday" says over what as little as "attacked X"
                found = [noun for noun in found if noun.ent_type_ not in {"DATE", "TIME"}]
            found = [noun for noun in found if is_one_of(noun, step.lemmas)] or [
                # "stripped X of a title": the parser may hang "of" on X
                noun
                for end in (token for tokens in roles.values() for token in tokens)
                for noun in arguments.prepositional(end, step.words)
                if is_one_of(noun, step.lemmas)
            ]
            # "a no-confidence motion" is one of confidence
            found = found or [word for noun in anchors[1:] for word in lefts(noun) if word.lower_ in step.lemmas]
    return found or None


def _whose(frame: Frame, nouns: Sequence[Token]) -> list[Token] | None:
    """As in "cut X's supplies", "broke up an X rally", where a frame has "supplies of X"."""
    if any(step.kind == "noun" and "NOUN" in step.lemmas for step in frame.steps):
        return None
    return [
        owner
        for noun in nouns
        for owner in (
            *arguments.possessors(noun),
            *(word for word in lefts(noun) if word.dep_ in {"compound", "nmod"} and word.tag_ == "NNP"),
        )
    ] or None


def _over(noun: Token) -> list[Token]:
    """As in "the truce between X and Y, brokered by Z": the parser may hang the participle on Y."""
    while noun.dep_ == "conj":
        noun = noun.head
    return [noun.head.head] if noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" else []


def _names(noun: Token) -> list[Token]:
    """As in "the Ostlandic ambassador, X", "X, the Ostlandic envoy": who it is comes before whose."""
    if deed_before(noun) is not None:
        return []  # "armed X, a charge that Y denies"
    beside = [child for child in children(noun) if child.dep_ == "appos"] + [noun.head] * (noun.dep_ == "appos")
    return [word for word in beside if word.pos_ == "PROPN"]


def _is_wanted(clause: Token, words: Sequence[str]) -> bool:
    return is_act("WIN", clause) if "WIN" in words else is_duty(clause)


def _is_wish(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "for" for child in children(clause))
