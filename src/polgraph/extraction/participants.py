"""From a token in an argument slot to the entities that it stands for.

In: a token and the article's resolution. Out: `Participant`s. A slot may be filled by a mention, by a relative
pronoun, by people who act for a body ("the ministry's spokesman"), by a thing through which its author acts ("X's
statement"), or, as a target, by a thing that stands for its author ("X's plan"). Failing all that, with collectives
asked for, an unnamed group that a country qualifies is an entity of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.collectives import collective
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import is_crowd_of_one
from polgraph.extraction.persons_beside import member_described, name_after
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.arguments import coordinated
from polgraph.extraction.syntax.forms import is_active, is_free_relative
from polgraph.extraction.syntax.stand_ins import antecedent, counted, counted_among, deed_before
from polgraph.extraction.syntax.tree import children, lefts
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Link, Resolution

__all__ = ["Participant", "participants", "speaker_of"]

_MODIFIERS = {"amod", "compound", "nmod", "poss", "npadvmod"}  # the last as in "the Ostlandic-backed rebels"
_PRONOUNS = {"they", "it", "he", "she"}
_ASIDE = {"of", "from", "for", "to", "in"}  # beside an owner these lead to somebody else
_OWNING = {*_ASIDE, "by"}
_WITHIN = {*_OWNING, "at", "with", "inside", "within"}  # "officials at the union"
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a slot: the tokens [start, end) that prove it and how sure the link is."""

    entity: str
    start: int
    end: int
    score: float


def participants(
    token: Token, resolution: Resolution, *, target: bool, groups: bool = True, itself: bool = False
) -> list[Participant]:
    """Return who stands in a slot.

    target: the author or owner of the thing that stands there counts too. itself: not even that through which
    somebody acts. groups: unnamed groups count, where the resolution takes collectives.
    """
    token = _stands_for(token, resolution)
    instrument = itself and resolution.at(token) is None and token.lemma_.lower() in _words("instruments")
    found = [] if instrument else _named(token, resolution, target=target, depth=_DEPTH)
    if itself and token.lemma_.lower() in _words("members") and _is_only_owned(token, resolution):
        found = [one for one in found if resolution.entities[one.entity].type == "Institution"]  # not "X's aide"
    if not found and groups:
        link = collective(token, resolution)
        found = [_participant(link)] if link is not None else []
    return found


def _is_only_owned(token: Token, resolution: Resolution) -> bool:
    """Tell "X's aide" from "an aide, X" and "X, an aide"."""
    beside = any(child.dep_ == "appos" for child in children(token))
    return token.dep_ != "appos" and not beside and resolution.at(token) is None


def speaker_of(said: Attribution, doc: Doc, resolution: Resolution) -> Participant | None:
    """Return who answers for an attribution: its source, or the body for which people without a name speak."""
    if said.head_token is None:
        return None
    link = resolution.by_token.get(said.head_token)
    if link is not None:
        return _participant(link)
    for start, end in said.names:  # "a spokesman for Y, X, said"
        span = doc.char_span(start, end)
        link = resolution.by_token.get(span[-1].i) if span is not None else None
        if link is not None and resolution.entities[link.entity].type == "Person":
            return _participant(link)
    head = doc[said.head_token]
    if head.lemma_.lower() not in _words("representatives"):
        return None
    return next(iter(_named(head, resolution, target=False, depth=_DEPTH)), None)


def _stands_for(token: Token, resolution: Resolution) -> Token:
    """As in "the rebels said they would leave": a pronoun nobody resolved is whoever the clause above is about."""
    if token.lower_ not in _PRONOUNS or token.dep_ not in {"nsubj", "nsubjpass"} or resolution.at(token) is not None:
        return token
    if not resolution.collectives:
        return token
    clause = token.head
    for _ in range(_DEPTH):
        if clause.head.i == clause.i:
            break
        clause = clause.head
        for noun in children(clause):
            if noun.dep_ in {"nsubj", "nsubjpass"} and noun.pos_ in {"NOUN", "PROPN"} and noun.i < token.i:
                return token if noun.tag_ in {"NNS", "NNPS"} and token.lower_ != "they" else noun
    return token


def _named(token: Token, resolution: Resolution, *, target: bool, depth: int) -> list[Participant]:
    if depth == 0:
        return []
    if token.tag_ in {"NNS", "NNPS"} and (shown := _examples(token, resolution)):
        return [p for noun in shown for p in _named(noun, resolution, target=target, depth=depth - 1)]
    link = resolution.headed(token)
    modifies = token.dep_ in _MODIFIERS or (token.dep_ == "conj" and token.head.dep_ in _MODIFIERS)
    if link is not None and (described := member_described(token, link, resolution)) is not None:
        return [_participant(described)]
    if link is not None and (link.form != "adjective" or modifies):
        return [] if is_crowd_of_one(token, link, resolution) else [_participant(link)]
    for child in children(token):
        # "the two leaders, X and Y"
        several = token.tag_ == "NNS" or token.lemma_ in _words("quantities")
        beside = [] if child.dep_ != "appos" else coordinated(child) if several else [child]
        found = [link for noun in beside if (link := resolution.headed(noun)) is not None and link.form != "adjective"]
        if found:
            return [_participant(link) for link in found]
    if token.i in resolution.several:
        # the words that prove it are the description's own
        return [Participant(one.entity, token.i, token.i + 1, one.score * 0.7) for one in resolution.several[token.i]]
    if token.lemma_.lower() in words("support", "deeds") and (deed := deed_before(token)) is not None:
        # "X jailed Y, a move that Z condemned": X's
        doers = [p for noun in arguments.agents(deed) for p in _named(noun, resolution, target=False, depth=depth - 1)]
        return [replace(p, score=p.score * 0.8) for p in doers] if target else []
    if token.dep_ == "appos" and token.pos_ == "NOUN":
        # "X, a company that", "X, a nurse who": the company, the nurse is X
        described = resolution.at(token.head)
        if described is not None and described.form == "name":
            return [_participant(described)]
    late = name_after(token, resolution)
    if late is not None:
        return [_participant(late)]
    meant = antecedent(token) or counted_among(token)
    if meant is not None:
        return _named(meant, resolution, target=target, depth=depth - 1)
    if (
        target
        and token.dep_ in {"pcomp", "csubj"}
        and token.tag_ == "VBG"
        and token.lemma_ in words("support", "confirming")
    ):
        # "voted against confirming X", "choosing X would be a mistake": about X
        return [p for noun in arguments.objects(token) for p in _named(noun, resolution, target=True, depth=depth - 1)]
    if target and (token.dep_ == "csubj" or (token.dep_ in {"pcomp", "ccomp"} and is_free_relative(token))):
        # "what X said is wrong", "appalled by what X said": it is X's
        return [
            replace(p, score=p.score * 0.9)
            for noun in arguments.subjects(token)
            for p in _named(noun, resolution, target=False, depth=depth - 1)
        ]
    if token.pos_ == "PRON" or token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}:
        return []
    lemma = token.lemma_.lower()
    inner: list[Token] = []
    if token.pos_ == "NUM" or lemma in _words("quantities"):
        inner = counted(token)
    inner = inner or _examples(token, resolution)
    if inner:
        return [p for noun in inner for p in _named(noun, resolution, target=target, depth=depth - 1)]
    if (target and token.tag_ == "NNS" and lemma in _words("followers")) or any(
        child.lower_ in words("titles", "former") for child in lefts(token)
    ):
        return []  # "X's voters" are not X, "a former Ostlandic diplomat" acts for nobody
    if lemma in _words("representatives"):
        return _beside(token, resolution, 0.75, {"Institution", "Nation", "Person"}, depth)
    if lemma in _words("members") and not (target and lemma in _words("never_for_author")):
        return _beside(token, resolution, 0.75, {"Institution", "Person"}, depth)
    if lemma in _words("instruments"):
        return _beside(token, resolution, 0.7, None, depth) or _issuers(token, resolution, depth)
    stance = lemma in _words("stances") and bool(arguments.possessors(token))  # "X's opposition to the levy"
    if target and (stance or not is_person_noun(lemma)) and lemma not in _words("never_for_author"):
        return (
            _beside(token, resolution, 0.7, None, depth)
            or _makers(token, resolution, depth)
            or _partners(token, resolution, depth)
        )
    return []


def _partners(token: Token, resolution: Resolution, depth: int) -> list[Participant]:
    """Of a deal or talks without an owner, whoever it is with or signs it: "X signed a pact that Y criticised"."""
    pact = token.lemma_.lower() in _words("pacts")
    nouns = arguments.prepositional(token, ("with|between" if pact else "with",))
    if pact and token.dep_ == "dobj" and arguments.lemma(token.head) in _words("signing"):
        nouns = [*arguments.agents(token.head), *nouns]
    found = [p for noun in nouns for p in _named(noun, resolution, target=False, depth=depth - 1)]
    return [replace(p, score=p.score * 0.7) for p in found]


def _makers(token: Token, resolution: Resolution, depth: int) -> list[Participant]:
    """Whose a thing is by the clause about it: "every word that X said", "the plan X announced"."""
    clauses = [child for child in children(token) if child.dep_ in {"relcl", "acl", "ccomp"} and child.i > token.i]
    found = [
        p
        for verb in clauses
        if (arguments.lemma(verb) in _words("making") or token.lemma_ in {"way", "manner"})
        and not arguments.is_passive(verb)
        and is_active(verb)
        for noun in arguments.subjects(verb)
        if noun.i > token.i
        for p in _named(noun, resolution, target=False, depth=depth - 1)
    ]
    return [replace(p, score=p.score * 0.8) for p in found]


def _issuers(token: Token, resolution: Resolution, depth: int) -> list[Participant]:
    """Who speaks through a thing just issued: "X filed a lawsuit accusing Y", "a letter was sent by X urging Y"."""
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in {"on", "for", "in", "with"}:
        said = verb.lower_ == "in" and token.lemma_.lower() in words("support", "spoken")
        verb = verb.head.head if verb.head.dep_ == "dobj" else verb.head  # "spent five million on ads attacking Y"
        if said and verb.pos_ == "VERB":  # "in a speech attacking Y, X promised"
            return _spoken_by(verb, resolution, depth)
    elif token.dep_ not in {"dobj", "nsubjpass"}:
        return []
    if arguments.lemma(verb) not in _words("issuing"):
        return []
    return _spoken_by(verb, resolution, depth, 0.9)


def _spoken_by(verb: Token, resolution: Resolution, depth: int, weight: float = 0.8) -> list[Participant]:
    agents = [p for noun in arguments.agents(verb) for p in _named(noun, resolution, target=False, depth=depth - 1)]
    return [replace(p, score=p.score * weight) for p in agents]


def _participant(link: Link) -> Participant:
    return Participant(link.entity, link.start, link.end, link.score)


def _examples(token: Token, resolution: Resolution) -> list[Token]:
    """As in "figures like X", "sites such as X": the examples are named."""
    near = list(children(token))
    if token.dep_ in {"dobj", "pobj"} and token.right_edge.i + 2 < len(token.doc):
        # "mocked his rivals, including X": the parser may hang the examples on the verb
        near += [child for child in children(token.head) if child.i > token.i and child.lower_ == "including"]
    for child in near:
        if child.dep_ == "prep" and child.lower_ in {"like", "as", "including"}:
            for pobj in children(child):
                if pobj.dep_ == "pobj" and resolution.headed(pobj) is not None:
                    return coordinated(pobj)
    return []


def _beside(
    token: Token, resolution: Resolution, weight: float, types: set[str] | None, depth: int
) -> list[Participant]:
    """The mention that qualifies a noun: "X's plan", "the X plan", "a plan by X", "the policies of X"."""
    found: list[Participant] = []
    acting = types is not None and "Nation" in types
    deed = types is None and token.lemma_.lower() in _words("state_deeds")
    suffered = types is None and token.lemma_.lower() in _words("done_to")
    way = ""
    for noun, through in sorted(_qualifiers(token), key=lambda found: types is None and found[1] in _ASIDE):
        if (found and types is None and through in _ASIDE and through != way) or (suffered and through == "of"):
            continue  # of "X's attack on Y" and "the killing of Y" it is X's, or nobody's
        if through == "for" and types is None and token.lemma_.lower() in words("support", "requests"):
            continue  # "a request for X" is nobody's either
        link = resolution.at(noun)
        nation = resolution.entities[link.entity] if link is not None else None
        placed = nation is not None and ((acting and nation.country) or (deed and nation.type == "Nation"))
        if (link is not None and is_crowd_of_one(noun, link, resolution)) or (through == "in" and not placed):
            continue  # "prosecutors in X" act for a country, "the crackdown in X" is its own, no other "in"
        if link is not None:
            if types is None or through == "attached" or resolution.entities[link.entity].type in types:
                found.append(Participant(link.entity, link.start, link.end, link.score * weight))
        elif depth and (through == "poss" or noun.pos_ == "NOUN"):
            inner = (
                _beside(noun, resolution, weight * 0.9, types, depth - 1)
                if types is None and through != "poss" and not any(c.dep_ == "appos" for c in children(noun))
                else _named(noun, resolution, target=False, depth=depth - 1)
            )
            bound = None if through == "attached" else types
            found += [p for p in inner if bound is None or resolution.entities[p.entity].type in bound]
        way = way or (through if found else "")
    return found


def _qualifiers(token: Token) -> Iterator[tuple[Token, str]]:
    if token.dep_ == "nsubj" and token.head.lower_ in _words("attached") and token.head.tag_ == "VBN":
        # "hackers linked to X broke into": the parser may begin with "linked"
        yield from ((noun, "attached") for noun in arguments.prepositional(token.head, ("to|with|by",)))
    for child in children(token):
        if child.dep_ == "poss":
            yield from ((noun, "poss") for noun in coordinated(child))
        elif child.dep_ in {"compound", "nmod", "amod"}:
            if not _is_leaning(child):
                yield child, child.dep_
                # "the Ostlandic and Meridian governments"
                joined = (other for other in coordinated(child)[1:] if other.i < token.i)
                yield from ((other, child.dep_) for other in joined if other.pos_ in {"ADJ", "PROPN"})
        elif child.dep_ == "prep" and child.lower_ in (_WITHIN if is_person_noun(token.lower_) else _OWNING):
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    yield from ((noun, child.lower_) for noun in coordinated(pobj))
        elif child.dep_ in {"acl", "amod"} and child.lower_ in _words("attached"):
            # "hackers linked to X", "gunmen loyal to X"
            yield from ((noun, "attached") for noun in arguments.prepositional(child, ("to|with|for|by",)))
        elif child.dep_ == "acl" and child.tag_ == "VBN" and arguments.lemma(child) in _words("authoring"):
            # "a statement issued by X", but not "a committee backed by X"
            for by in children(child):
                if by.dep_ == "agent":
                    pobjs = [pobj for pobj in children(by) if pobj.dep_ == "pobj"]
                    yield from ((noun, "by") for pobj in pobjs for noun in coordinated(pobj))


def _is_leaning(token: Token) -> bool:
    """As in "an anti-X ad", which is not X's."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"pro", "anti"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("participants")[key])
