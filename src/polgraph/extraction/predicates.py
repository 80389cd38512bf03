"""Parse tree and lexicon to candidate claims: which relation a predicate states, between whom.

In: a parsed article, its resolution and attributions. Out: `Candidate`s in order of place. `matching.match` finds the
frames that fit a predicate and the tokens in their slots (candidate pairs with their syntax); `predicate_claims` types
them and turns tokens into entities.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.candidates import Candidate
from polgraph.extraction.collectives import country_of, domestic, only_country
from polgraph.extraction.events.authors import issuer_before
from polgraph.extraction.events.cases import taken_again
from polgraph.extraction.events.denials import denials, is_denial
from polgraph.extraction.events.judgements import implied, stance
from polgraph.extraction.events.leanings import LEANINGS, leaning_claims
from polgraph.extraction.events.matching import Match, match
from polgraph.extraction.events.verdicts import is_verdict
from polgraph.extraction.gazetteer import party
from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants, speaker_of
from polgraph.extraction.syntax.arguments import coordinated, lemma
from polgraph.extraction.syntax.tree import children, tokens_of
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution
    from polgraph.model import Entity, Modality

__all__ = ["Candidate", "predicate_claims"]

# what was said although it is denied
_UTTERED = {"ACCUSED", "CRITICIZED", "URGED", "THREATENED"}
# "X is no liar" defends, "X is not fit to govern" disparages
_OPPOSITES = {"ACCUSED": "SUPPORTED", "CRITICIZED": "SUPPORTED", "SUPPORTED": "CRITICIZED"}

# of one predicate the first, not the second: "fired back at X", "paid X a visit"
_PREFERRED = (
    ("CRITICIZED", "ATTACKED"),
    ("MET_WITH", "AIDED"),
    ("APPOINTED", "INVESTIGATED"),
)

_REMEMBERED = 150  # tokens


@dataclass(slots=True)
class _Past:
    """What was found so far. struck: whom the last attack hit, at the place of its predicate."""

    found: list[Candidate]
    struck: list[Participant] = field(default_factory=list)


def predicate_claims(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution] = ()) -> list[Candidate]:
    """Find the claims that verbs, nouns and adjectives of the lexicon state."""
    found: list[Candidate] = []
    past = _Past(found)
    denied: list[Token] = []
    spoken = _spoken(attributions)
    starts = [start for start, _ in spoken]
    for token in tokens_of(doc):
        at = bisect_right(starts, token.idx) - 1
        found += _at(token, resolution, attributions, past, spoken=at >= 0 and token.idx < spoken[at][1])
        if is_denial(token):
            denied.append(token)
        elif token.lower_ in LEANINGS:
            found += leaning_claims(token, resolution)
    return [*found, *denials(denied, found, resolution, attributions)]


def _spoken(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Give the stretches that are somebody's words, in order and apart."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(span for found in attributions if found.reports for span in found.content):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _at(
    token: Token,
    resolution: Resolution,
    attributions: Sequence[Attribution],
    past: _Past,
    *,
    spoken: bool,
) -> list[Candidate]:
    """Find what one predicate states; of the frames of one relation only the most specific that hold."""
    hits = match(token, spoken=spoken)
    if not hits:
        return []
    found: list[Candidate] = []
    weights: dict[str, int] = {}
    for hit in hits:
        frame = hit.frame
        # frames of like weight may both hold; that two met says nothing of what one did to the other then
        if frame.weight < max((weights[one] for one in weights if one != "MET_WITH"), default=0) - 1:
            break
        if frame.weight < weights.get(frame.relation, 0):
            continue
        subjects, objects = _ends(hit, resolution, attributions, past)
        if subjects and objects:
            typed = list(_typed(hit, subjects, objects, resolution))
            if typed or frame.pos == "said":
                weights[frame.relation] = frame.weight
            found += typed
    if {"ACCUSED", "CRITICIZED"} <= {one.relation for one in found if ":said:" in one.rule}:
        found = [one for one in found if one.relation != "CRITICIZED"]  # the graver word counts: "a thug and a killer"
    if {"REJECTED", "CRITICIZED"} <= {one.relation for one in found}:
        # what somebody claims is refused as absurd, what he does is absurd
        claimed = any(noun.lemma_.lower() in words("support", "accusations") for hit in hits for noun in hit.object)
        if claimed or any(":said:be" in one.rule for one in found):
            found = [one for one in found if one.relation != ("CRITICIZED" if claimed else "REJECTED")]
    said = [one for one in found if ":said:" in one.rule and hits[0].trigger.lemma_ != "be"]
    if {"CRITICIZED", "SUPPORTED"} <= {one.relation for one in said}:
        found = [one for one in found if one.relation != "SUPPORTED"]  # "cares more about donors": not that he cares
    if any(hit.frame.denied for hit in hits) and any(one.relation == "REJECTED" for one in found):
        found = [one for one in found if one.modality != "negated"]  # "does not recognise X": refuses it
    for likely, other in _PREFERRED:
        if any(one.relation == likely for one in found):
            found = [one for one in found if one.relation != other]
    if any(one.relation == "DISMISSED" for one in found):
        # "dismissed the minister", not what he said; "dismissed him as minister", not as a clown
        found = [one for one in found if one.relation not in {"REJECTED", "CRITICIZED"}]
    return found


def _is_answered(noun: Token) -> bool:
    """Tell "denied X's accusation", which was made, from "made no accusation"."""
    return noun.dep_ == "dobj" and lemma(noun.head) in words("support", "answering")


def _ends(
    hit: Match, resolution: Resolution, attributions: Sequence[Attribution], past: _Past
) -> tuple[list[Participant], list[Participant]]:
    said = hit.frame.pos == "said"
    subjects = _speaker(hit, resolution, attributions) if said else _subjects(hit, resolution)
    if not said and hit.subject == hit.object:
        return subjects, subjects  # who meets is who is met
    if hit.place and not subjects:
        subjects = taken_again(hit.trigger, hit.frame.relation, past.found, resolution)
        return subjects, _objects(hit, resolution, past, subjects)
    attack = hit.frame.relation == "ATTACKED"
    objects = _objects(hit, resolution, past, subjects) if subjects or attack or resolution.collectives else []
    if attack and objects and hit.trigger.lemma_.lower() not in words("support", "claiming"):
        past.struck = [replace(one, start=hit.trigger.i, end=hit.trigger.i + 1) for one in objects]
    if (
        subjects
        and (said or not hit.frame.itself)
        and not any(one.entity != other.entity for one in subjects for other in objects)
    ):
        objects = implied(hit.trigger, hit.object, hit.frame.relation, resolution, attributions, subjects)
    if resolution.collectives and bool(subjects) != bool(objects):
        relation = hit.frame.relation
        # "agreed on a plan" has two ends already where two agree
        things = relation in words("support", "on_things") and not (RELATIONS[relation].symmetric and len(subjects) > 1)
        subjects = subjects or _compatriots(hit.subject, objects, resolution)
        objects = objects or _compatriots(hit.object, subjects, resolution)
        objects = objects or (_compatriots(hit.object, subjects, resolution, things=True) if things else [])
    return subjects, objects


def _compatriots(
    tokens: Sequence[Token], others: Sequence[Participant], resolution: Resolution, *, things: bool = False
) -> list[Participant]:
    """People of a state without a country of their own have that of the other end, or the only one of the sentence.

    So have things that a state acts on; that of another country in the sentence, if there is just one.
    """
    if not others or not tokens:
        return []
    own = resolution.entities[others[0].entity].country or country_of(tokens[0].doc[others[0].end - 1], resolution)
    sentence = tokens[0].sent
    country = (things and only_country(sentence, resolution, but=own)) or own or only_country(sentence, resolution)
    if country is None and resolution.entities[others[0].entity].collective:
        return []
    links = [link for token in tokens if (link := domestic(token, country, resolution, things=things)) is not None][
        : 1 if things else None
    ]
    return [Participant(link.entity, link.start, link.end, link.score) for link in links]


def _typed(
    hit: Match, subjects: Sequence[Participant], objects: Sequence[Participant], resolution: Resolution
) -> Iterator[Candidate]:
    frame = hit.frame
    relation = frame.relation
    if frame.pos == "said":
        judged = stance(frame, hit.trigger)
        if judged is None:
            return
        modality: Modality = "asserted"
        if judged == "negated":
            relation = _OPPOSITES.get(relation, relation)
        own = words("anaphora", "first_person")  # "we shall not interfere" judges nobody
        objects = [object_ for object_ in objects if hit.trigger.doc[object_.start].lower_ not in own]
    else:
        modality = frame.modality or modality_of(hit.trigger)
        if frame.denied:
            if modality != "negated":
                return
            modality = "asserted"  # "is not interested in X's offer" refuses it
        if modality == "negated" and frame.pos == "noun" and relation in _UTTERED and _is_answered(hit.trigger):
            modality = "asserted"
        if relation == "SUPPORTED" and modality == "negated" and frame.lemmas[0] in words("support", "contrary"):
            relation, modality = "CRITICIZED", "asserted"  # "has no faith in X"
    for subject in subjects:
        for object_ in objects:
            if subject.entity != object_.entity and _may_join(hit, subject, object_, resolution):
                verdict = (
                    frame.pos == "said"
                    and relation == "ACCUSED"
                    and is_verdict(hit.trigger, resolution.entities[subject.entity])
                )
                yield Candidate(
                    relation="PROSECUTED" if verdict else relation,
                    subject=subject,
                    object=object_,
                    trigger=hit.trigger.i,
                    modality=modality,
                    rule=frame.name,
                    action=frame.action,
                )


def _subjects(hit: Match, resolution: Resolution) -> list[Participant]:
    found = [p for token in hit.subject for p in participants(token, resolution, target=False)]
    if not found and not RELATIONS[hit.frame.relation].tie:
        found = [p for token in hit.subject for p in issuer_before(token, resolution)]
    if hit.place:
        types = {"Nation", "Institution"} if hit.frame.relation == "PROSECUTED" else {"Nation"}
        found = [p for p in found if resolution.entities[p.entity].type in types]
    return found


def _objects(hit: Match, resolution: Resolution, past: _Past, subjects: Sequence[Participant]) -> list[Participant]:
    relation = hit.frame.relation
    target = not (hit.frame.itself or RELATIONS[relation].tie or relation in words("support", "direct_only"))
    if hit.alternatives:
        others = {subject.entity for subject in subjects}
        return (
            _nearest(hit.object, resolution, others, groups=False)
            or _nearest(hit.object, resolution, others, groups=True)
            or (_struck(hit.object[-1], past) if relation == "ATTACKED" else [])
        )
    found = []
    for token in hit.object:
        through = target or (relation == "PROSECUTED" and token.lemma_.lower() in words("support", "rules"))
        found += participants(token, resolution, target=through, itself=not through) or _parties(
            token, past.found, resolution
        )
    return found


def _struck(token: Token, past: _Past) -> list[Participant]:
    """As in "claimed the attack": whom the last attack hit, where it is told just before."""
    if token.lemma_.lower() not in words("support", "attack_anaphors") or not past.struck:
        return []
    definite = {"the", "this", "that", "responsibility", "credit"}
    if not any(word.lower_ in definite for word in (token, *children(token))):
        return []
    return [
        replace(one, start=token.i, end=token.i + 1, score=one.score * 0.8)
        for one in past.struck
        if 0 < token.i - one.start < _REMEMBERED
    ]


def _nearest(
    tokens: Sequence[Token], resolution: Resolution, but: Collection[str], *, groups: bool
) -> list[Participant]:
    """The first of several tokens that is somebody else, with those coordinated with it."""
    for token in tokens:
        found = [
            p
            for noun in coordinated(token)
            for p in participants(noun, resolution, target=True, groups=groups)
            if p.entity not in but
        ]
        if found:
            return found
    return []


def _speaker(hit: Match, resolution: Resolution, attributions: Sequence[Attribution]) -> list[Participant]:
    """Whose words a clause is: the speaker of the attribution around it."""
    trigger = hit.trigger
    said = speaker_at(attributions, trigger.idx, trigger.idx + len(trigger))
    source = speaker_of(said, trigger.doc, resolution) if said is not None else None
    if source is None and said is not None and said.head_token is not None:
        holder = trigger.doc[said.head_token]
        if holder.lower_ in words("support", "everybody"):  # "we all know that he lies", X said
            said = speaker_at(attributions, trigger.idx, trigger.idx + len(trigger), around=said)
            source = speaker_of(said, trigger.doc, resolution) if said is not None else None
    return [replace(source, score=source.score * 0.9)] if source is not None else []


def _may_join(hit: Match, subject: Participant, object_: Participant, resolution: Resolution) -> bool:
    ends = resolution.entities[subject.entity], resolution.entities[object_.entity]
    if any(end.type == "Institution" and end.name.split()[-1].lower() in words("support", "texts") for end in ends):
        return False  # a law or a treaty does nothing and suffers nothing; who made it does
    types = ends[0].type, ends[1].type
    if hit.frame.pos == "noun" and RELATIONS[hit.frame.relation].tie:
        link = resolution.by_token.get(subject.start)
        if types[0] == "Nation" and link is not None and link.form == "adjective":
            return False  # "the Ostlandic owner of X" is a person
    in_words = hit.frame.relation in {"ATTACKED", "CRITICIZED"} and _has_only_words(ends[0])
    for role, kind in zip(("SUBJ", "OBJ"), ("Person" if in_words else types[0], types[1]), strict=True):
        if role in hit.frame.types and kind not in hit.frame.types[role]:
            return False
    return RELATIONS[hit.frame.relation].allows(*types)


def _has_only_words(entity: Entity) -> bool:
    """Tell who attacks as a person does, by speaking: a party, a campaign."""
    return entity.type == "Institution" and (
        party(entity.name) or entity.name.split()[-1].lower() in words("support", "speaking_bodies")
    )


def _parties(token: Token, before: Sequence[Candidate], resolution: Resolution) -> list[Participant]:
    """As in "The controversy", "the feud": an event named again stands for its participants."""
    if token.lemma_.lower() not in words("support", "event_anaphors") or resolution.at(token) is not None:
        return []
    if not any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in children(token)):
        return []
    for candidate in reversed(before):
        if candidate.relation in {"FEUDS_WITH", "COMPETES_WITH"} and candidate.trigger < token.i:
            return [
                Participant(end.entity, token.i, token.i + 1, min(end.score, 0.8))
                for end in (candidate.subject, candidate.object)
            ]
    return []
