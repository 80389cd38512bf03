"""Who does what to whom in a parse tree: subjects, objects and prepositional arguments of a predicate.

In: tokens of a parsed article. Out: the tokens that fill a slot, coordination unfolded, control, relative clauses and
participles followed to the noun they are about. Nothing here knows of entities or relations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.coordination import companions, coordinated, possessors, recipients, sides, singled_out
from polgraph.extraction.syntax.forms import (
    RELATIVES,
    SUBJECTS,
    called_in,
    has_auxiliary,
    has_right,
    hyphenated,
    is_finite,
    is_free_relative,
    is_fronted,
    is_object_gap,
    is_passive,
    is_reduced,
    is_said_besides,
    joined_to,
    lemma,
    repairs,
    shares_object,
    spent_on,
)
from polgraph.extraction.syntax.prepositions import JOINTS, has_particle, prepositional
from polgraph.extraction.syntax.relatives import relative_head
from polgraph.extraction.syntax.tree import children, lefts, remembered
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "agents",
    "blamed",
    "companions",
    "coordinated",
    "has_particle",
    "is_passive",
    "lemma",
    "objects",
    "patients",
    "possessors",
    "prepositional",
    "recipients",
    "sides",
    "subjects",
]

_BLAMES = {"of", "for", "with", "in", "on", "over"}
_CAUSING = {"order", "have", "get", "command"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_DEPTH = 6


@remembered
def subjects(verb: Token, depth: int = _DEPTH) -> list[Token]:
    """Return the grammatical subjects of a verb, also where another clause supplies them."""
    if depth == 0:
        return []
    own = [child for child in children(verb) if child.dep_ in SUBJECTS]
    if not own:
        # the parser may hang the subject on the auxiliary
        own = [
            child
            for aux in children(verb)
            if aux.dep_ in {"aux", "auxpass"}
            for child in children(aux)
            if child.dep_ in SUBJECTS or (child.dep_ in {"attr", "acomp"} and verb.i < aux.i and child.pos_ == "PROPN")
        ]  # "leading the charge against Y was X"
    if own:
        return [noun for child in own for noun in _antecedents(child, verb, depth)]
    if verb.dep_ == "conj" and (first := joined_to(verb)) is not None:
        return subjects(first, depth - 1)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.pos_ == "ADJ" and verb.head.dep_ == "attr":
        return subjects(verb.head.head, depth - 1)  # "X is the latest to quit"
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in _NOMINAL:
        # "X's threat to quit": who threatens is who would quit; "the man accused of": the man
        if verb.tag_ == "VB":
            # "X to meet Y", said a headline
            if verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN":
                return [verb.head]
            if verb.head.dep_ == "pobj" and verb.head.head.lower_ == "for":
                return [verb.head]  # "calls for the police to act"
            if _is_singled(verb.head):
                return _one_of(verb.head, depth) + coordinated(verb.head)
            return _owners(verb.head, depth) or _latest(verb.head, depth)
        if verb.dep_ == "acl" and (spending := spent_on(verb)) is not None:
            return agents(spending)
        return _one_of(verb.head, depth) + coordinated(verb.head)
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return _subjects_of_gerund(verb, depth)
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and hyphenated(verb):
        return [verb.head]  # "X-backed rebels"
    if verb.tag_ == "VBD" and verb.dep_ in {"advcl", "ccomp"} and is_reduced(verb.head):
        return subjects(verb.head, depth - 1)  # "hackers linked to X broke into": the parser may begin with "linked"
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX", "ADJ", "ADV"}:
        return _controllers(verb, depth)
    if verb.dep_ == "acomp" and verb.tag_ == "VBN":
        return subjects(verb.head, depth - 1)  # "would be prepared to go"
    return []


def agents(verb: Token) -> list[Token]:
    """Return who acts: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(verb):
        return subjects(verb)
    found = []
    for child in children(verb):
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            nouns = [pobj for pobj in children(child) if pobj.dep_ == "pobj"]
            # "beaten by ten votes by X": the second of two, which the parser may hang on the first
            nouns += [late for noun in nouns for late in prepositional(noun, ("by",))]
            found += [noun for pobj in nouns for noun in coordinated(pobj)]
    found = found or hyphenated(verb) or _late_agents(verb)
    if not found and verb.dep_ in {"ccomp", "xcomp", "oprd"} and lemma(verb.head) in _CAUSING:
        return agents(verb.head)  # "ordered him jailed"
    return found


def _late_agents(verb: Token) -> list[Token]:
    """As in "accused of theft by X", "found guilty of theft by X": the parser may hang the agent on the theft."""
    titles = [child for child in children(verb) if child.dep_ in {"oprd", "acomp"}]
    if found := [agent for title in titles for agent in prepositional(title, ("by",))]:
        return found  # "was made minister by X"
    heads = [verb, *titles]
    return [
        agent
        for head in heads
        for child in children(head)
        if child.dep_ == "prep" and child.i > verb.i
        for noun in children(child)
        if noun.dep_ in {"pobj", "pcomp"}
        for agent in prepositional(noun, ("by",))
    ]


def patients(verb: Token) -> list[Token]:
    """Return who is acted on: the object of an active verb, the subject of a passive one."""
    return subjects(verb) if is_passive(verb) else objects(verb)


@remembered
def objects(verb: Token) -> list[Token]:
    """Return the direct objects of a verb; a relative pronoun leads to its noun."""
    found = []
    for child in children(verb):
        if child.i > verb.i and (child.dep_ in {"dobj", "oprd"} or singled_out(child)):
            found += coordinated(child) + (companions(child) if child.pos_ == "PROPN" else [])
        elif child.dep_ == "dobj" and child.lower_ in RELATIVES and verb.dep_ == "relcl":
            if verb.head.pos_ == "PROPN" and lemma(verb) in repairs("denying"):
                return []  # "Y armed X, which Y denies": it is not X that is denied
            found += [verb.head]
        elif child.dep_ == "dobj" and child.i < verb.head.i < verb.i and is_fronted(child):
            found += coordinated(child)  # "X, whom Y tried to oust", "X, whose plan Y vowed to block"
        elif child.dep_ == "ccomp" and child.tag_ in {"VB", "VBG"} and child.i > verb.i and not is_finite(child):
            # "urged the premier to go": the parser may hang the premier under the infinitive
            found += [noun for grand in children(child) if grand.dep_ == "nsubj" for noun in coordinated(grand)]
        elif child.dep_ == "ccomp" and child.i > verb.i and is_free_relative(child):
            found += called_in(child)  # "likes what X said", "condemned what it called X's plot"
        elif child.dep_ == "ccomp" and child.pos_ in {"ADJ", "NOUN"} and not has_auxiliary(child):
            # "found X guilty": a small clause, whose subject the parser may take for a part of it
            inside = [grand for grand in children(child) if grand.dep_ == "nsubj"]
            inside = inside or [g for g in children(child) if g.dep_ == "compound" and g.pos_ == "PROPN"][-1:]
            found += [noun for grand in inside for noun in coordinated(grand)]
    if all(noun.dep_ == "oprd" for noun in found):
        found += _gap(verb)
    if not found and verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl"} and verb.head.dep_ == "relcl":
        # "X, whom Y has come to loathe": the parser may hang him on the coming
        found += [c for c in children(verb.head) if c.dep_ == "dobj" and c.i < verb.head.i and is_fronted(c)]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i and not has_right(verb):
        return []
    if not found and shares_object(verb):
        found += [noun for other in children(verb) if other.dep_ == "conj" for noun in objects(other)]
    return found


def _gap(verb: Token) -> list[Token]:
    """What a clause with a gap is about: "the claim X denied", "that X denied and that Y called a lie"."""
    if verb.dep_ in {"relcl", "acl"}:
        return coordinated(verb.head) if is_object_gap(verb) else []
    own = verb.dep_ == "conj" and any(child.dep_ == "nsubj" for child in children(verb))
    return coordinated(verb.head.head) if own and is_object_gap(verb.head) else []


def _one_of(several: Token, depth: int) -> list[Token]:
    """As in "X was among those who did it", "X is the one who did it", "the person who did it is X"."""
    above = several.head
    if above.lemma_ == "be" and several.lower_ in repairs("whoever"):
        if several.dep_ == "attr":
            return subjects(above, depth - 1)
        return [noun for child in children(above) if child.dep_ == "attr" for noun in coordinated(child)]
    if several.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        return subjects(above.head, depth - 1)
    return []


def _antecedents(subject: Token, verb: Token, depth: int) -> list[Token]:
    if subject.lower_ in RELATIVES and verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in _NOMINAL:
        return [*_one_of(verb.head, depth), relative_head(verb)]
    if subject.lower_ in RELATIVES and verb.dep_ == "conj" and verb.head.dep_ in {"relcl", "acl"}:
        return [relative_head(verb.head)]
    if subject.lower_ in RELATIVES and verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ == "be":
        # "it was X who did it": the parser may take it for a clause of its own
        cleft = [child for child in children(verb.head) if child.dep_ == "attr" and child.i < subject.i]
        return [noun for child in cleft for noun in coordinated(child)]
    together = subject.i + 1 < len(subject.doc) and subject.nbor(1).text == ","
    return coordinated(subject) + (companions(subject) if together else []) + _listed(subject, verb)


def _listed(subject: Token, verb: Token) -> list[Token]:
    """As in "X, Y trade barbs", said a headline: the parser takes one for an apposition, or for an adverb."""
    if verb.tag_ not in {"VBP", "VB"} or subject.pos_ != "PROPN" or subject.i >= verb.i or has_auxiliary(verb):
        return []
    beside = [child for child in children(subject) if child.dep_ == "appos" and child.i == verb.i - 1]
    first = subject.left_edge.i
    beside += [child for child in children(verb) if child.dep_ == "npadvmod" and child.i == first - 2]
    return [
        noun
        for noun in beside
        if noun.pos_ == "PROPN" and noun.doc[noun.left_edge.i - 1 if noun.i > subject.i else noun.i + 1].text == ","
    ]


def _is_singled(noun: Token) -> bool:
    """As in "the first senator to endorse Y", "the only Democrat to": who did it, not whose plan it is."""
    if noun.pos_ != "PROPN" and not is_person_noun(noun.lower_):
        return False
    return any(child.lower_ in repairs("singling") or child.tag_ == "JJS" for child in lefts(noun))


def _latest(several: Token, depth: int) -> list[Token]:
    """As in "X is the latest in a string of mayors to quit": X is who quits."""
    noun = several
    while noun.dep_ in {"pobj", "prep"} and noun.head.i < noun.i:
        noun = noun.head
    return subjects(noun.head, depth - 1) if noun.i != several.i and noun.dep_ == "attr" else []


def _owners(noun: Token, depth: int) -> list[Token]:
    """Whose threat, offer or plan a noun is: its possessor, else the subject of the verb that it completes."""
    owners = [owner for child in children(noun) if child.dep_ == "poss" for owner in coordinated(child)]
    if owners:
        return owners
    by = [
        pobj
        for child in children(noun)
        if child.lower_ in {"by", "from"}
        for pobj in children(child)
        if pobj.dep_ == "pobj"
    ]
    if not by and noun.lemma_.lower() in repairs("undertakings"):
        by = [of for of in prepositional(noun, ("of",)) if of.pos_ in _NOMINAL]  # "the bid of X to join"
    if by:
        return by
    if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"}:
        return subjects(noun.head, depth - 1)
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB" and lemma(noun.head.head) in repairs("grasping"):
        return subjects(noun.head.head, depth - 1)  # "seized on the slip to mock Y"
    return []


def _subjects_of_gerund(verb: Token, depth: int) -> list[Token]:
    """As in "accused X of lying": X; "insisted on meeting X", "after meeting X": the subject of the clause."""
    preposition = verb.head
    governor = preposition.head if preposition.head.lower_ != "short" else preposition.head.head  # "stopped short of"
    if governor.pos_ in {"VERB", "AUX"}:
        if preposition.i and preposition.nbor(-1).lower_ == "instead":
            return subjects(governor, depth - 1)
        if preposition.lower_ in {"of", "for", "from", "with"} and (found := patients(governor)):
            return found
        if preposition.lower_ == "in" and lemma(governor) in repairs("joining"):
            return [*subjects(governor, depth - 1), *objects(governor)]  # "X joined Y in saying": both said
        return subjects(governor, depth - 1)
    if governor.pos_ == "ADJ" and governor.head.pos_ in {"VERB", "AUX"}:
        # "pleaded guilty to killing", "was found guilty of killing": who is guilty
        found = patients(governor.head) if lemma(governor.head) in repairs("blaming") else []
        return found or subjects(governor.head, depth - 1)
    if governor.pos_ == "NOUN":
        found = _owners(governor, depth) or blamed(governor)
        if not found and governor.dep_ == "pobj" and governor.head.head.pos_ == "VERB":
            return subjects(governor.head.head, depth - 1)  # "after months of attacking Y, X resigned"
        return found
    return []


def blamed(noun: Token) -> list[Token]:
    """Whose deed it is said to be: "blamed X for the killing", "X was charged with murder", "held on charges of"."""
    preposition = noun.head
    if noun.dep_ not in {"pobj", "pcomp"} or preposition.dep_ not in JOINTS:
        return []
    above = preposition.head
    if above.pos_ == "NOUN" and above.lemma_.lower() in repairs("charges"):
        return blamed(above)
    if above.pos_ != "VERB" or preposition.lower_ not in _BLAMES or lemma(above) not in repairs("blaming"):
        return []
    return patients(above)


def _controllers(verb: Token, depth: int) -> list[Token]:
    governor = verb.head
    if governor.pos_ in {"ADJ", "ADV"}:  # "went so far as to"
        governor = governor.head
    if verb.tag_ == "VB" and governor.pos_ == "VERB":
        tried = [c for c in children(governor) if c.dep_ == "dobj" and c.lemma_.lower() in repairs("undertakings")]
        whose = [noun for child in tried for noun in (*possessors(child), *prepositional(child, ("of",)))]
        if whose:
            return whose  # "vetoed the bid of X to join": the parser may hang the infinitive on the verb
    if verb.dep_ == "xcomp" and governor.pos_ == "VERB":
        found = [child for child in children(governor) if child.dep_ in {"dobj", "dative"} and child.i < verb.i]
        if found and lemma(governor) in repairs("control")["object"]:
            return [noun for child in found for noun in coordinated(child)]
        called = [
            pobj
            for child in children(governor)
            if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to", "with", "for"} and child.i < verb.i
            for pobj in children(child)
            if pobj.dep_ == "pobj"
        ]
        if called and lemma(governor) in repairs("calling"):
            return [noun for child in called for noun in coordinated(child)]
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
        return []
    if verb.dep_ == "advcl" and verb.tag_ not in {"VBG", "VB", "VBN"}:
        return []
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and (found := _called_for(governor, verb)):
        return found
    if verb.dep_ == "advcl" and verb.i > governor.i and is_passive(governor) and lemma(verb) in repairs("wounding"):
        return agents(governor)  # "X was attacked by Y, killing Z"
    if is_said_besides(verb):
        return subjects(governor.head, depth - 1)
    return subjects(governor, depth - 1)


def _called_for(governor: Token, act: Token) -> list[Token]:
    """As in "called for the police to act", "repeated his call for them to": wherever the parser hangs the acting."""
    calls = [governor, *(child for child in children(governor) if child.dep_ == "dobj")]
    whom = [p for call in calls if lemma(call) in repairs("calling") for p in children(call) if p.lower_ == "for"]
    return [noun for p in whom for child in children(p) if child.i < act.i for noun in coordinated(child)]
