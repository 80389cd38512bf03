"""What a cue is about: the complement that its frames allow.

In: a token of the parse and the frames its lemma takes. Out: the frame that fits and the token span of the content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from polgraph.extraction.speech.cues import PREPOSITIONS
from polgraph.extraction.speech.sources import agent
from polgraph.extraction.syntax.tree import children, lefts, rights, tokens_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

__all__ = ["Complement", "complement", "nominal_complement"]

_OBJECTS = ("dobj", "dative")
_CLAUSES = ("ccomp", "xcomp")
# what stands between a clause and the cue after it
_FRONTERS = frozenset([",", "'", '"', "-", "--", "?", "!"])
_ROLES = ("after", "at", "against", "of", "on")
_MAX_CHILDREN = 64
_MAX_DEPTH = 8


class Complement(NamedTuple):
    """The frame that fits, and the content as token spans [first, last] with both ends included."""

    frame: str
    spans: tuple[tuple[int, int], ...]


def complement(verb: Token, frames: Collection[str]) -> Complement | None:
    """Find what a verb or adjective takes, the fullest frame first; None where the parse shows none of them."""
    below = [child for child in children(verb) if child.dep_ != "punct"][:_MAX_CHILDREN]
    after = [child for child in below if child.i > verb.i]
    return (
        _clause(after, frames)
        or _fronted(verb, below, frames)
        or _parenthesis(verb, frames)
        or _directive(below, frames)
        or _pair(after, frames)
        or _passive(verb, below, frames)
        or _object_with_phrase(after, frames)
        or _infinitive(below, frames)
        or _object(below, frames)
        or _phrase(after, frames)
    )


def nominal_complement(noun: Token, frames: Collection[str]) -> Complement | None:
    """Find what a noun takes: the clause, infinitive or phrase after it."""
    for child in rights(noun):
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl"):
            infinitive = _is_infinitive(child)
            if "infinitive" in frames and infinitive and child.dep_ != "relcl":
                return Complement("infinitive", (_edges(child),))
            if "clause" in frames and not infinitive and _has_marker(child):
                return Complement("clause", (_edges(child),))
    # "the message is that ..."
    if "clause" in frames and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in rights(noun.head):
            if child.dep_ == "ccomp" and _has_marker(child):
                return Complement("clause", (_edges(child),))
    # the parser may hang the phrase on the verb: "cast doubt on the figures"
    carried = [child for child in rights(noun.head) if child.i > noun.i] if noun.dep_ == "dobj" else []
    return _phrase(rights(noun), frames) or _phrase(carried[:1], frames)


def _clause(after: Sequence[Token], frames: Collection[str]) -> Complement | None:
    if "clause" not in frames and "that" not in frames:
        return None
    for child in after:
        if child.dep_ == "ccomp" and not _is_infinitive(child) and (child.tag_ != "VBG" or _is_finite(child)):
            small = "pair" in frames and not _is_finite(child)
            if ("clause" in frames and not small) or _has_marker(child):
                return Complement("clause", (_edges(child),))
    return None


def _fronted(verb: Token, below: Sequence[Token], frames: Collection[str]) -> Complement | None:
    """Find the clause before its cue: "The deal is dead, she said"."""
    if "quotation" not in frames:
        return None
    for child in below:
        if child.dep_ == "ccomp" and child.i < verb.i:
            first, last = _edges(child)
            last = min(last, verb.i - 1)
            if any(token.text in _FRONTERS for token in tokens_of(verb.doc)[last : min(last + 3, verb.i)]):
                return Complement("clause", ((first, last),))
    return None


def _parenthesis(verb: Token, frames: Collection[str]) -> Complement | None:
    """Find the clause that a cue interrupts: "The deal, she said, is dead", "The deal, as she said, is dead"."""
    host = verb.head
    if "quotation" not in frames or host == verb or host.pos_ not in ("VERB", "AUX"):
        return None
    as_clause = verb.dep_ == "advcl" and any(child.lower_ == "as" for child in lefts(verb))
    if verb.dep_ != "parataxis" and not as_clause:
        return None
    first, last = _edges(host)
    own_first, own_last = _edges(verb)
    spans = tuple(span for span in ((first, own_first - 1), (own_last + 1, last)) if span[1] > span[0])
    return Complement("clause", spans) if spans else None


def _directive(below: Sequence[Token], frames: Collection[str]) -> Complement | None:
    """Find the infinitive of "urged her to go", however the parser splits it."""
    wanted = {"object-to", "on-to"} & set(frames)
    if not wanted:
        return None
    addressed = False
    for child in below:
        if child.dep_ in (*_OBJECTS, "nsubjpass") or (
            child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "with") and "on-to" in wanted
        ):
            addressed = True
        elif child.dep_ in ("xcomp", "ccomp", "advcl") and _is_infinitive(child):
            subject = next((left for left in lefts(child) if left.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None or addressed:
                marker = next(left for left in lefts(child) if left.tag_ == "TO")
                return Complement("object-to", ((marker.i, child.right_edge.i),))
    return None


def _pair(after: Sequence[Token], frames: Collection[str]) -> Complement | None:
    """Find "the plan a farce", "prices to fall"."""
    if "pair" in frames:
        thing = next((child for child in after if child.dep_ in _OBJECTS), None)
        named = next((child for child in after if child.dep_ in ("oprd", "acomp", "attr")), None)
        if thing is not None and named is not None and thing.i < named.i:
            return Complement("pair", ((thing.left_edge.i, named.right_edge.i),))
        for child in after:
            if child.dep_ == "ccomp" and child.pos_ not in ("VERB", "AUX") and _subject(child) is not None:
                return Complement("pair", (_edges(child),))
    if "raising" in frames:
        thing = None
        for child in after:
            if child.dep_ in _OBJECTS:
                thing = child
            elif child.dep_ in _CLAUSES and _is_infinitive(child):
                subject = _subject(child)
                if subject is not None or thing is not None:
                    first = thing.left_edge.i if thing is not None else child.left_edge.i
                    return Complement("raising", ((first, child.right_edge.i),))
    return None


def _passive(verb: Token, below: Sequence[Token], frames: Collection[str]) -> Complement | None:
    """Find the thing as the subject of a passive: "the plan was rejected by the board", "he was mocked for it"."""
    thing = next((child for child in below if child.dep_ == "nsubjpass" and child.i < verb.i), None)
    if thing is None:
        return None
    # "he is said to have left"
    infinitive = next((child for child in below if child.dep_ == "xcomp" and _is_infinitive(child)), None)
    if infinitive is not None and ("clause" in frames or "raising" in frames):
        return Complement("clause", ((thing.left_edge.i, thing.right_edge.i), _edges(infinitive)))
    span = (thing.left_edge.i, min(thing.right_edge.i, verb.i - 1))
    by = agent(verb)
    for child in below:
        if child.i > verb.i and child.dep_ == "prep" and f"thing-{child.lower_}" in frames:
            last = child.right_edge.i if by is None or by.i < child.i else min(child.right_edge.i, by.i - 1)
            return Complement(f"thing-{child.lower_}", (span, (child.i, last)))
    if ("thing" in frames or "pair" in frames) and by is not None:
        return Complement("thing" if "thing" in frames else "pair", (span,))
    return None


def _object_with_phrase(after: Sequence[Token], frames: Collection[str]) -> Complement | None:
    thing = next((child for child in after if child.dep_ in _OBJECTS), None)
    if thing is None:
        return None
    # the parser may hang "of theft" on the object itself
    within = next(
        (right for right in rights(thing) if right.dep_ == "prep" and f"thing-{right.lower_}" in frames), None
    )
    if within is not None:
        return Complement(f"thing-{within.lower_}", (_edges(thing),))
    for child in after:
        if child.i > thing.i and child.dep_ in ("prep", "advcl", "agent") and f"thing-{_opener(child)}" in frames:
            return Complement(f"thing-{_opener(child)}", ((thing.left_edge.i, child.right_edge.i),))
    return None


def _infinitive(below: Sequence[Token], frames: Collection[str]) -> Complement | None:
    if any(child.dep_ == "nsubjpass" for child in below):
        return None  # "she was authorised to speak"
    for child in below:
        if child.dep_ not in ("xcomp", "ccomp"):
            continue
        if "infinitive" in frames and _is_infinitive(child) and _subject(child) is None:
            return Complement("infinitive", (_edges(child),))
        if "gerund" in frames and _is_gerund(child):
            return Complement("gerund", (_edges(child),))
    return None


def _object(below: Sequence[Token], frames: Collection[str]) -> Complement | None:
    if "thing" not in frames or any(child.dep_ == "nsubjpass" for child in below):
        return None
    thing = next((child for child in below if child.dep_ == "dobj"), None)
    return Complement("thing", (_restricted(thing),)) if thing is not None else None


def _phrase(after: Sequence[Token], frames: Collection[str]) -> Complement | None:
    for child in after:
        preposition = child.lower_
        if child.dep_ in ("prep", "agent") and preposition in frames and preposition in PREPOSITIONS:
            inner = next((right for right in rights(child) if right.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not _is_date(preposition, inner):
                first, last = inner.left_edge.i, max(_restricted(inner)[1], inner.i)
                # "went after the bankers as leeches"
                role = next((other for other in after if other.i > child.i and other.lower_ == "as"), None)
                if role is not None and role.dep_ == "prep" and preposition in _ROLES:
                    last = role.right_edge.i
                return Complement(preposition, ((first, last),))
    return None


def _is_date(preposition: str, noun: Token) -> bool:
    return preposition in ("on", "in", "at", "by") and noun.ent_type_ in ("DATE", "TIME")


def _restricted(noun: Token) -> tuple[int, int]:
    """Give the edges of a noun phrase without the comma and "who" or "where" by which the article goes on."""
    first, last = _edges(noun)
    node = noun
    for _ in range(_MAX_DEPTH):
        below = rights(node)
        for child in below:
            opening = child.left_edge.i
            if child.dep_ == "relcl" and opening > noun.i + 1 and noun.doc[opening - 1].text in (",", "-", "--"):
                return first, opening - 2
        if not below or below[-1].dep_ not in ("prep", "pobj", "pcomp", "dobj", "conj"):
            break
        node = below[-1]
    return first, last


def _opener(child: Token) -> str:
    return child.lower_ if child.dep_ in ("prep", "agent") else child.left_edge.lower_


def _subject(verb: Token) -> Token | None:
    return next((left for left in lefts(verb) if left.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")), None)


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(left.tag_ == "VBG" for left in lefts(verb) if left.dep_ in ("aux", "auxpass"))


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(left.dep_ in ("aux", "auxpass") for left in lefts(verb))


def _is_infinitive(verb: Token) -> bool:
    return any(left.tag_ == "TO" and left.dep_ == "aux" for left in lefts(verb))


def _has_marker(verb: Token) -> bool:
    """Tell a content clause ("that", "whether", "how") from a relative one."""
    return any(_is_marker(left) for left in lefts(verb))


def _is_marker(token: Token) -> bool:
    if token.dep_ == "mark":
        return token.lower_ in ("that", "whether")
    return token.dep_ == "advmod" and token.lower_ in ("how", "why", "whether", "where")


def _edges(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i
