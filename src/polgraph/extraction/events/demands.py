"""What somebody demands: action against somebody, or that somebody act.

"Called for X's deportation", "urged Y to seize X", "X should resign"; "said Y must stop".

In: a parsed article, its resolution and attributions. Out: `Candidate`s CALLED_FOR_ACTION_AGAINST, from whoever demands
to whoever would suffer, with the action as a verb (`lexicon/actions.yaml`), and URGED for a duty in somebody's mouth.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.events.acts import is_asked, is_duty, is_imperative
from polgraph.extraction.events.addressees import told
from polgraph.extraction.events.authors import issuer_before
from polgraph.extraction.events.judgements import implied
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants, speaker_of
from polgraph.extraction.predicates import Candidate
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution

__all__ = ["demand_claims", "without_urging"]

_DUTY = {"should", "must", "ought"}
_PRONOUNS = {
    **dict.fromkeys(("his", "him", "her"), frozenset({"Person"})),
    **dict.fromkeys(("its", "it"), frozenset({"Institution", "Nation"})),
    **dict.fromkeys(("their", "them"), frozenset({"Institution"})),
}
_ASKS_NOBODY = {"i", "we", "you", "why", "how", "when", "where", "whether", "yet", "if", "ashamed", "embarrassed"}
_ASKS_WHETHER = {"whether", "if", "why", "when", "how"}
_WAYS = {"step": {"down", "aside", "back"}, "drop": {"out"}, "withdraw": {"from"}}
_WISHED_WAYS = {"behind": "jail", "out": "remove", "back": "return"}
_GUESS = 0.7


def demand_claims(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> list[Candidate]:
    """Find the demands of an article."""
    found: list[Candidate] = []
    for token in tokens_of(doc):
        action, targets = _action(token)
        if action is not None and targets:
            for trigger, by in _demanders(token, resolution, attributions):
                any_act = token.tag_ == "VBN" and action == token.lemma_.lower() and action not in _table("verbs")
                ends = [p for target in targets for p in _targets(target, by, resolution, itself=any_act)]
                if not any_act:
                    ends = ends or implied(token, targets, "ACCUSED", resolution, attributions, by)
                found += _candidates("CALLED_FOR_ACTION_AGAINST", trigger, by, ends, token, action)
        elif token.pos_ in {"VERB", "AUX"} and _is_said_duty(token):
            own = words("anaphora", "first_person")  # "we must do better" asks nobody else
            ends = [
                p
                for noun in arguments.subjects(token)
                if noun.lower_ not in own
                for p in participants(noun, resolution, target=False)
            ]
            for trigger, by in _speakers(token, resolution, attributions):
                found += _candidates("URGED", trigger, by, ends, token, None)
        elif is_imperative(token) and token.lemma_.lower() not in _words("attention"):
            ends = told(token, attributions, resolution)
            for trigger, by in _speakers(token, resolution, attributions) if ends else ():
                found += _candidates("URGED", trigger, by, ends, token, None)
        elif token.tag_ == "VBN" and _is_missed_duty(token):
            ends = [p for noun in arguments.subjects(token) for p in participants(noun, resolution, target=False)]
            for trigger, by in _speakers(token, resolution, attributions):
                found += _candidates("CRITICIZED", trigger, by, ends, token, None)
    return found


def without_urging(candidates: Sequence[Candidate], demands: Sequence[Candidate]) -> list[Candidate]:
    """Leave out that X was urged where what is demanded of X is said: "called on X to resign" is one claim."""
    said = {(one.trigger, one.subject.entity, one.object.entity) for one in demands if one.action is not None}
    return [
        one
        for one in candidates
        if one.relation != "URGED" or (one.trigger, one.subject.entity, one.object.entity) not in said
    ]


def _candidates(  # noqa: PLR0913
    relation: str,
    trigger: Token,
    by: Sequence[Participant],
    ends: Sequence[Participant],
    token: Token,
    action: str | None,
) -> list[Candidate]:
    kind = "duty" if relation in {"URGED", "CRITICIZED"} else token.pos_.lower()
    return [
        Candidate(
            relation=relation,
            subject=subject,
            object=end,
            trigger=trigger.i,
            modality=modality_of(trigger) if trigger.i != token.i else "asserted",  # a demand without a cue is made
            rule=f"{relation}:{kind}",
            action=action,
        )
        for subject in by
        for end in ends
        if subject.entity != end.entity
    ]


def _action(token: Token) -> tuple[str | None, list[Token]]:
    pos = token.pos_
    if pos not in {"VERB", "AUX", "NOUN"}:
        return None, []
    lemma = token.lemma_.lower()
    if pos == "NOUN" and token.dep_ == "ccomp" and any(child.dep_ == "nsubj" for child in children(token)):
        pos = "VERB"  # "demanded that X step down", tagged as a noun
    if pos in {"VERB", "AUX"}:
        if lemma in _words("going") and (found := _way_out(token)):
            return found
        if lemma in _table("verbs"):
            return _table("verbs")[lemma], arguments.subjects(token) if _is_wished(token) else arguments.patients(token)
        if lemma in _words("undergoing") and (found := _fate(token)):
            return found
        if lemma in _table("own_verbs") and _leaves(token):
            return _table("own_verbs")[lemma], _quitters(token)
        if token.tag_ in {"VBN", "VBD"} and _is_demanded_of(token):
            return lemma, [noun for noun in arguments.subjects(token) if noun.lower_ != "it"]
    if pos == "NOUN" and lemma in _table("nouns"):
        owners = [noun for child in children(token) if child.dep_ == "poss" for noun in arguments.coordinated(child)]
        for way in ("of", "into", "on|against"):
            owners = owners or arguments.prepositional(token, (way,))
        return _table("nouns")[lemma], owners or [child for child in children(token) if child.dep_ == "compound"]
    return None, []


def _leaves(verb: Token) -> bool:
    """Tell "step down" and "drop out" from other steps and drops."""
    way = _WAYS.get(verb.lemma_.lower())
    return way is None or any(child.lower_ in way for child in children(verb))


def _way_out(verb: Token) -> tuple[str, list[Token]] | None:
    """As in "X belongs in prison", "should be behind bars", "wants X gone", "X must go"."""
    if verb.lemma_ == "want":
        way = next((c.lower_ for c in children(verb) if c.lower_ in _WISHED_WAYS and c.i > verb.i), None)
        return (_WISHED_WAYS[way], arguments.objects(verb)) if way else None
    if any(place.lemma_.lower() in _words("prisons") for place in arguments.prepositional(verb, ("in|to|behind",))):
        return "jail", arguments.subjects(verb)
    bare = not any(
        child.i > verb.i and child.dep_ not in {"punct", "advmod", "npadvmod"} and not _is_when(child)
        for child in children(verb)
    )
    if verb.lemma_ == "go" and bare:
        if _is_wished(verb):
            return "remove", arguments.subjects(verb)
        if _must(verb):
            return "resign", arguments.subjects(verb)
    return None


def _is_when(preposition: Token) -> bool:
    """As in "has to go in November"."""
    return any(child.ent_type_ == "DATE" for child in children(preposition))


def _is_wished(verb: Token) -> bool:
    """As in "wants X impeached": the participle is no verb of a past."""
    return verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"} and verb.head.lemma_ in {"want", "like"}


def _fate(verb: Token) -> tuple[str, list[Token]] | None:
    """As in "should face trial", "must stand trial": what somebody is to undergo is done to him."""
    things = [*arguments.objects(verb), *arguments.prepositional(verb, ("to|before",))]
    found = next((thing.lemma_.lower() for thing in things if thing.lemma_.lower() in _table("nouns")), None)
    if found is None and any(thing.lemma_.lower() in _words("justice") for thing in things):
        found = "trial"
    wished = _must(verb) or _is_demanded_of(verb)
    return (_table("nouns")[found], arguments.subjects(verb)) if found and wished else None


def _is_demanded_of(verb: Token) -> bool:
    """As in "demanded that X be kept away", "wants X put on trial": who has something done to him has it against him.

    Unless it is a favour: "wants X freed".
    """
    if verb.lemma_.lower() in _words("favours"):
        return False
    if _is_wished(verb):
        return True
    bare = {child.lower_ for child in children(verb) if child.dep_ in {"aux", "auxpass"}}
    return "be" in bare and bare <= {"be", "to", "should", "must"}


def _must(verb: Token) -> bool:
    """Tell a duty: "must go", "has to go", "needs to go"."""
    obliged = (
        verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need", "ought", "get"}
    ) or verb.head.lemma_ == "time"
    return obliged or any(child.lower_ in _DUTY for child in children(verb) if child.dep_ in {"aux", "auxpass"})


def _quitters(verb: Token) -> list[Token]:
    """Who is to resign. "Defied calls from X to resign": not who calls, but who defies them."""
    noun = verb.head
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in children(verb))
    if verb.dep_ in {"acl", "relcl"} and not own and noun.lemma_.lower() in _words("demands"):
        if noun.dep_ == "pobj":
            noun = noun.head
        answered = noun.head.pos_ == "VERB" and noun.head.lemma_.lower() not in _words("making")
        return arguments.subjects(noun.head) if answered else []
    return arguments.subjects(verb)


def _targets(
    target: Token, by: Sequence[Participant], resolution: Resolution, *, itself: bool = False
) -> list[Participant]:
    """Who would suffer. "Called for his arrest" is not about whoever calls: then it is the one named last before."""
    ends = participants(target, resolution, target=not itself, itself=itself)
    types = _PRONOUNS.get(target.lower_)
    if types is None or not by or any(end.entity != one.entity for end in ends for one in by):
        return ends
    own = {one.entity for one in by}
    for index in range(target.i - 1, target.sent.start - 1, -1):
        link = resolution.by_token.get(index)
        if link is not None and link.entity not in own and resolution.entities[link.entity].type in types:
            return [Participant(link.entity, link.start, link.end, link.score * _GUESS)]
    return []


def _is_said_duty(verb: Token) -> bool:
    if verb.tag_ == "VB" and verb.dep_ in {"relcl", "acl", "advcl"} and verb.head.lemma_ == "time":
        return any(child.lower_ == "for" for child in children(verb))  # "it is time for X to act"
    modals = [child.i for child in children(verb) if child.dep_ == "aux" and child.lower_ in _DUTY]
    subject = min((child.i for child in children(verb) if child.dep_ in {"nsubj", "csubj"}), default=verb.i)
    modal = any(place > subject for place in modals)  # "should the quarrel get worse" is a condition
    told = verb.lemma_ == "need" and verb.tag_ == "VBD" and verb.dep_ == "ccomp"  # "said X needed to go"
    if verb.dep_ == "relcl" and verb.lemma_ in {"have", "need"}:
        return False  # "the chance that X has to speak", "the votes that X needs to win"
    if not told and (not is_duty(verb) or not (modal or verb.lemma_ in {"have", "need", "ought"})):
        return False
    words = {child.lower_ for child in children(verb)}
    # "we need to", "why they should go", "has yet to go" ask nobody for anything
    return words.isdisjoint(_ASKS_NOBODY) and not is_asked(verb)


def _is_missed_duty(verb: Token) -> bool:
    """As in "X should have listened": that it was not done tells against X."""
    helpers = {child.lower_ for child in children(verb) if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBN" and "have" in helpers and not {"should", "ought"}.isdisjoint(helpers)


def _demanders(
    token: Token, resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[tuple[Token, list[Participant]]]:
    governor = token if token.lemma_ == "want" else _governor(token)
    if governor is not None:
        who = arguments.agents(governor) if governor.pos_ == "VERB" else _callers(governor)
        by = [p for noun in who for p in participants(noun, resolution, target=False)]
        yield governor, by or [p for noun in who for p in issuer_before(noun, resolution)]
    elif token.pos_ in {"VERB", "AUX"} and (_must(token) or token.lemma_ == "belong" or is_imperative(token)):
        yield from _speakers(token, resolution, attributions)


def _callers(demand: Token) -> list[Token]:
    """Whose a demand is: "X's call", "calls from X", "X joined calls"."""
    found = arguments.possessors(demand) or arguments.prepositional(demand, ("from|by",))
    if not found and demand.dep_ == "dobj" and demand.head.lemma_.lower() in _words("making"):
        found = arguments.agents(demand.head)
    return found


def _speakers(
    token: Token, resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[tuple[Token, list[Participant]]]:
    """The speaker of the words around a duty; the cue is the predicate, for the demand is made, its content is not."""
    said = speaker_at(attributions, token.idx, token.idx + len(token))
    source = speaker_of(said, token.doc, resolution) if said is not None else None
    if said is not None and source is not None:
        cue = next((t for t in token.sent if said.cue is not None and t.idx == said.cue[0]), None)
        yield cue or token, [source]


def _governor(token: Token) -> Token | None:
    """The demanding verb or noun over an action: "called for the arrest", "urged them to arrest", "a demand to"."""
    head = token.head
    if any(child.lower_ in _ASKS_WHETHER for child in children(token) if child.dep_ in {"mark", "advmod"}):
        return None  # "asked whether he would resign"
    if token.dep_ == "pobj" and head.lower_ in {"for", "to", "on"}:
        head = head.head
    elif token.dep_ == "dobj" and head.lemma_.lower() in _words("carrying"):
        outer = _governor(head)  # "urged Y to open an inquiry into X", but "seeks X's extradition" itself demands
        if outer is not None or head.lemma_.lower() not in _words("demanding"):
            return outer
    elif token.dep_ in {"advcl", "relcl"}:
        # "called for X to resign", "for X to be removed", "calls to resign"
        if token.tag_ not in {"VB", "VBN"} or not any(child.lower_ in {"for", "to"} for child in children(token)):
            return None
    elif token.dep_ not in {"xcomp", "ccomp", "dobj", "acl", "conj"}:
        return None
    if token.pos_ == "VERB" and head.dep_ == "pobj" and head.head.lower_ == "for":
        head = head.head.head  # "a call for the police to act"
    elif token.dep_ == "advcl" and head.lemma_.lower() in _words("making"):
        # "repeated his call for the police to act"
        head = next((noun for noun in arguments.objects(head) if noun.lemma_.lower() in _words("demands")), head)
    if token.dep_ == "conj":
        return _governor(head) if head.i != token.i else None
    if head.lemma_ == "order" and (token.pos_ == "NOUN" or any(c.dep_ in {"aux", "auxpass"} for c in children(token))):
        return None  # "ordered the dissolution": a deed, where "ordered the party dissolved" leaves it to others
    if head.lemma_ == "press" and token.lemma_ == "charge":
        return None  # who presses charges demands nothing
    if head.pos_ == "VERB" and head.lemma_.lower() in _words("demanding"):
        return head
    return head if head.pos_ == "NOUN" and head.lemma_.lower() in _words("demands") else None


@cache
def _table(key: str) -> dict[str, str]:
    table: dict[str, Any] = load("actions")[key]
    return table


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("actions")[key])
