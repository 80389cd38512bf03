"""What a clause in somebody's mouth judges: whether it holds as a judgement, and whom words mean that name nobody.

In: the predicate of a clause, or a word in its argument slot, with the attribution around it. Out: a stance, and the
`Participant`s that "you", "that" and "he" of a quotation or "the accusation" of a report stand for: the addressee, whom
the speech is about by its cue ("X said of Y's plan"), else whose act it was (authors.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.events.acts import is_asked
from polgraph.extraction.events.addressees import addressed, cue_of, told_by, weighed
from polgraph.extraction.events.authors import author_around, author_before, is_act_again, is_thing_again
from polgraph.extraction.events.labels import helps_foes, listed
from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.arguments import lemma
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.events.frames import Frame
    from polgraph.extraction.links import Resolution
    from polgraph.extraction.participants import Participant

__all__ = ["implied", "stance"]

_FOREIGN = {"he", "him", "she", "her", "they", "them", "his", "their"}
_POINTING = {"that", "this", "it", "such", "those", "these"}
_AGAINST = {"ACCUSED", "CRITICIZED"}
_HEADING = 12  # tokens of a heading before its colon
_JUDGING = {"ACCUSED", "CRITICIZED", "SUPPORTED", "REJECTED"}
_WISHED = {"need", "want", "try", "seek", "hope", "have", "ought", "attempt", "get", "intend", "plan"}
_FORETOLD = {"would", "will", "wo", "'ll", "'d", "’ll", "’d", "ca", "can"}
_ABOUT = {"of", "about", "regarding", "concerning"}
_TO = {"to", "on", "about", "of", "over"}
_CLAUSES = 4  # that are looked up through for a condition
_CERTAIN = 0.8


def stance(frame: Frame, trigger: Token) -> Literal["asserted", "negated"] | None:
    """Tell whether a clause in somebody's mouth judges by a frame, and whether its contrary."""
    if frame.is_phrase:
        return "asserted"  # whatever the clause says of it
    if frame.asked:
        return "asserted" if is_asked(trigger) else None
    if _is_supposed(trigger):
        return None
    if frame.modality == "planned":
        return "asserted" if modality_of(trigger) in {"planned", "possible"} else None
    if frame.relation == "SUPPORTED" and any(helps_foes(child) for child in children(trigger) if child.dep_ == "attr"):
        return None
    if frame.relation == "CRITICIZED" and _says_nothing(frame) and _is_blameless(trigger):
        return "negated"
    judged = "asserted" if frame.modality or _says_nothing(frame) else _stance(trigger)
    if trigger.lemma_ == "think" and any(child.dep_ == "ccomp" for child in children(trigger)):
        return None  # "does not think that it will rain"
    if frame.relation == "SUPPORTED" and trigger.dep_ == "xcomp" and trigger.head.lemma_ in _WISHED:
        return None  # "needs to do the right thing"
    if _is_doubted(trigger):  # "questioned whether X was fit", and "whether X was unfit" just as well
        return None if frame.denied else "negated" if frame.relation == "SUPPORTED" else "asserted"
    if judged == "negated" and frame.left == "OBJ" and trigger.lemma_ == "be" and _is_only_modified(frame, trigger):
        return None  # "is not a radical reformer"
    if trigger.tag_ == "VB" and trigger.lemma_ == "be" and trigger.dep_ == "advcl":
        return None  # "to be fair"
    if frame.denied:
        judged = "asserted" if judged == "negated" and trigger.dep_ != "relcl" else None
    elif judged == "negated" and frame.relation == "ACCUSED" and frame.lemmas[0] != "be":
        judged = None  # that somebody did not steal is no praise
    return None if is_asked(trigger) else judged


def _is_only_modified(frame: Frame, trigger: Token) -> bool:
    """Tell "a radical reformer" from "a radical": the word that judges stands before a noun."""
    lemmas = {lemma_ for step in frame.steps if step.kind == "complement" for lemma_ in step.lemmas}
    nouns = [child for child in children(trigger) if child.dep_ == "attr" and child.pos_ == "NOUN"]
    return bool(lemmas) and bool(nouns) and not any(lemma(noun) in lemmas for noun in nouns)


def _is_supposed(trigger: Token) -> bool:
    """As in "if he is asked what he does not know": what a condition holds judges nobody."""
    verb = trigger
    for _ in range(_CLAUSES):
        if verb.dep_ == "advcl" and any(
            child.dep_ == "mark" and child.lower_ in words("modality", "conditionals") for child in children(verb)
        ):
            return True
        verb = verb.head
    return False


def _is_doubted(trigger: Token) -> bool:
    clause = trigger.head if trigger.dep_ == "xcomp" else trigger
    if clause.dep_ not in {"ccomp", "pcomp"}:
        return False
    above = clause.head if clause.dep_ == "ccomp" else clause.head.head
    whether = any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in children(clause))
    return (whether and lemma(above) in words("support", "questioning")) or lemma(above) == "doubt"


def _is_blameless(verb: Token) -> bool:
    """As in "did nothing wrong", "has nothing to hide"."""
    bad = listed("BAD")
    return any(
        child.lower_ in bad or child.lemma_ in bad
        for noun in arguments.objects(verb)
        if noun.lower_ == "nothing"
        for child in children(noun)
    )


def _says_nothing(frame: Frame) -> bool:
    return any("nothing" in step.lemmas for step in frame.steps)


def _stance(trigger: Token) -> Literal["asserted", "negated"] | None:
    """Tell whether a clause judges, and whether its contrary; None for what is only asked, wished or supposed.

    "X would be a disaster" and "X is trying to rig the vote" judge X as much as "X is" and "X rigs".
    """
    modality = modality_of(trigger)
    if modality in {"asserted", "negated"}:
        return "negated" if modality == "negated" else "asserted"
    clause = trigger
    if clause.dep_ == "xcomp" and lemma(clause.head) in words("support", "attempting"):
        clause = clause.head
        if modality_of(clause) == "negated":
            return "negated"
        if modality_of(clause) == "asserted":
            return "asserted"
    if any(child.dep_ == "mark" and child.lower_ in words("modality", "conditionals") for child in children(clause)):
        return None
    if clause.dep_ == "ccomp" and lemma(clause.head) in words("modality", "opening_clauses"):
        return None
    own = [child.lower_ for child in children(clause) if child.dep_ in {"aux", "auxpass"} and child.tag_ == "MD"]
    return "asserted" if own and own[0] in _FORETOLD else None


def implied(  # noqa: PLR0913
    trigger: Token,
    tokens: Sequence[Token],
    relation: str,
    resolution: Resolution,
    attributions: Sequence[Attribution],
    subjects: Sequence[Participant],
) -> list[Participant]:
    """Return whom the words in a slot mean that name nobody by themselves."""
    but = {subject.entity for subject in subjects}
    for token in tokens:
        owners = {child.lower_ for child in children(token) if child.dep_ == "poss"}
        foreign = token.lower_ in _FOREIGN or not owners.isdisjoint(_FOREIGN) or _is_somebody(token)
        if token.i in resolution.by_token and not foreign:
            continue
        said = speaker_at(attributions, token.idx, token.idx + len(token))
        found = addressed(token, said, resolution, but)
        if found:
            return found
        if relation not in _JUDGING:
            continue
        if token.lower_ in _POINTING and token.pos_ == "PRON" and lemma(trigger) in words("support", "labelling"):
            return author_around(token, trigger, resolution, attributions, but)  # "..., calling it a farce"
        points = token.lower_ in _POINTING and token.pos_ in {"PRON", "DET"} and token.dep_ == "nsubj"
        points = points and not (token.lower_ == "it" and _is_extraposed(trigger))
        refers = points or is_act_again(token)
        if refers or foreign:
            cue = cue_of(said, token.doc) if said is not None else trigger
            found = found or (_topics(cue, resolution, but) if cue is not None else [])
            if foreign and cue is not None and relation in _AGAINST and lemma(cue) == "tell":
                found = found or [p for p in told_by(cue, resolution) if p.entity not in but]  # "told X he was lying"
        if (refers and (relation != "SUPPORTED" or not points)) or is_thing_again(token):
            found = found or author_before(token, resolution, attributions, but)
        if found:
            return found
    return []


def _is_extraposed(verb: Token) -> bool:
    """Tell of "it is hard to go", "it is sad that X went": "it" is what the clause says, nobody's act."""
    heads = [verb, *(child for child in children(verb) if child.dep_ in {"acomp", "attr"})]
    return any(
        child.dep_ in {"xcomp", "ccomp", "csubj", "advcl", "relcl", "acl"} and child.i > verb.i
        for head in heads
        for child in children(head)
        if child.dep_ != "relcl" or any(grand.lower_ in {"that", "to"} for grand in children(child))
    )


def _topics(cue: Token, resolution: Resolution, but: Collection[str]) -> list[Participant]:
    """Return whom a speech is about by the words around its cue: "said of Y", "said, referring to Y's plan"."""
    if cue.text == ":":
        nouns = _headed(cue)
    else:
        nouns = [noun for child in children(cue) if child.dep_ == "prep" for noun in _about(child)]
    if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.head.pos_ == "VERB":
        # "attacked X, saying he"
        nouns += [*arguments.objects(cue.head), *arguments.prepositional(cue.head, ("on|at|with|to|against",))]
    for child in children(cue):
        if child.dep_ in {"advcl", "acl", "prep"} and lemma(child) in words("support", "referring"):
            nouns += [
                noun
                for prep in children(child)
                if prep.dep_ == "prep" and prep.lower_ in _TO
                for noun in children(prep)
                if noun.dep_ == "pobj"
            ]
    return [found for found in weighed(nouns, resolution, _CERTAIN, target=True) if found.entity not in but]


def _headed(colon: Token) -> list[Token]:
    """As in "X on Y: ..." at the head of an article."""
    before = colon.doc[max(0, colon.i - _HEADING) : colon.i]
    at = next((token.i for token in before if token.lower_ == "on"), None)
    return [] if at is None else [token for token in before if token.i > at]


def _is_somebody(noun: Token) -> bool:
    """As in '"The minister has no shame," X said of Y'."""
    return is_person_noun(noun.lower_) and any(child.lower_ in {"the", "this", "that"} for child in children(noun))


def _about(preposition: Token) -> Iterator[Token]:
    for noun in children(preposition):
        if noun.dep_ != "pobj":
            continue
        if preposition.lower_ in _ABOUT:
            yield noun
        elif preposition.lower_ == "in" and noun.lemma_ in words("support", "referring_nouns"):
            yield from arguments.prepositional(noun, ("to",))
