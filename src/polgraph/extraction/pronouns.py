"""Pronouns to entities: he, she, it, they by agreement, recency and role; I and we by the speaker of their quote.

In: a resolution that holds names and nominals, and the article's attributions. Out: pronoun links in it. The score
is a simple salience (Lappin and Leass 1994): sentence recency, subjecthood, parallel role; a second candidate close
behind lowers it, and below the threshold the pronoun stays open.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from polgraph.extraction.links import THRESHOLD, Link, Resolution
from polgraph.extraction.nominals import add_description, is_open_description
from polgraph.extraction.titles import gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
__all__ = ["link"]

_THIRD = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THING = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_FIRST = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"}
_WINDOW = 4  # sentences


def link(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> None:
    """Link the pronouns of an article, in order, so that a chain of pronouns carries on.

    A description that no one bears by name ("the Ostland senator") is linked here too: it points back as "he" does.
    """
    sentence_of = {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
    genders = _genders(doc, resolution)
    items = sorted(resolution.links, key=lambda item: item.start)
    for token in doc:
        word = token.lower_
        if token.i in resolution.by_token:
            continue
        described = is_open_description(token)
        if not described and (token.pos_ != "PRON" or word not in {*_THIRD, *_THING, *_PLURAL}):
            continue
        chosen = _choose(token, items, resolution, genders, sentence_of, attributions)
        if chosen is not None and chosen[1] >= THRESHOLD:
            if described:
                made = add_description(token, chosen[0], round(chosen[1] - 0.2, 2), resolution)
            else:
                made = Link(token.i, token.i + 1, token.i, chosen[0], "pronoun", round(chosen[1], 2))
                resolution.add(made)
            items.append(made)
    _first_person(doc, resolution, attributions)


def _choose(  # noqa: PLR0913
    token: Token,
    items: Sequence[Link],
    resolution: Resolution,
    genders: dict[str, str],
    sentence_of: dict[int, int],
    attributions: Sequence[Attribution],
) -> tuple[str, float] | None:
    word = token.lower_
    here = sentence_of[token.i]
    speaker = _own_speaker(token, resolution, attributions)
    said = _said_by(token, attributions)
    scores: dict[str, float] = {}
    for item in reversed(items):
        distance = here - sentence_of[item.start]
        if item.start >= token.i or distance > _WINDOW:
            continue
        entity = resolution.entities[item.entity]
        if (
            not _agrees(word, entity.type, genders.get(item.entity))
            or item.entity == speaker
            or _same_clause_rival(token, item)
        ):
            continue
        head = resolution.doc[item.head]
        if (item.end == token.i - 1 and token.nbor(-1).text == ",") or any(
            start <= head.idx < end for start, end in said
        ):
            continue  # "X, he said, is", "asked about X, he left": he is not X
        salience = 1.0 / (1 + distance)
        salience *= 1.5 if head.dep_ in {"nsubj", "nsubjpass"} else 1.0
        salience *= 0.6 if item.form == "adjective" or head.dep_ in {"compound", "amod", "nmod"} else 1.0
        salience *= 0.8 if head.dep_ == "poss" else 1.0
        salience *= 0.9 if item.form == "pronoun" else 1.0
        salience *= 1.2 if any(child.dep_ == "appos" for child in head.children) else 1.0
        if token.pos_ != "PRON" and distance == 0 and head.dep_ in {"nsubj", "nsubjpass"}:
            salience *= 0.4  # a description in a clause of its own is seldom the subject of the main clause
        salience *= 1.2 if genders.get(item.entity) == _THIRD.get(word, "-") else 1.0
        scores[item.entity] = max(scores.get(item.entity, 0.0), salience) + 0.1 * (item.entity in scores)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    best, top = ranked[0]
    margin = top - (ranked[1][1] if len(ranked) > 1 else 0.0)
    certainty = min(0.9, 0.35 + 0.35 * min(1.0, top) + 0.4 * min(1.0, margin))
    if word in _THING | _PLURAL:
        certainty -= 0.25
    if token.pos_ != "PRON" and top < 0.5:
        return None  # a description without a bearer stands for somebody just named or for nobody here
    return best, certainty


def _agrees(word: str, entity_type: str, known: str | None) -> bool:
    if word in _THIRD:
        return entity_type == "Person" and known in {None, _THIRD[word]}
    if word in _THING:
        return entity_type != "Person"
    if word in _PLURAL:
        return entity_type == "Institution"
    return entity_type == "Person" and (known is None or gender(word) in {None, known})


def _same_clause_rival(token: Token, item: Link) -> bool:
    """ "X met him": the subject of the pronoun's own verb is somebody else; nor is a description its clause's name."""
    head = token.doc[item.head]
    if token.pos_ != "PRON":
        return _clause(head) == _clause(token)
    return (
        token.lower_ in {"him", "her", "it", "them"}
        and token.dep_ in {"dobj", "pobj", "dative"}
        and head.dep_ in {"nsubj", "nsubjpass"}
        and (head.head == token.head or head.head == token.head.head)
    )


def _clause(token: Token) -> int:
    """The verb of the clause that a token stands in."""
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return int(token.i)


def _own_speaker(token: Token, resolution: Resolution, attributions: Sequence[Attribution]) -> str | None:
    """Nobody is "he" inside a quotation of their own."""
    for item in attributions:
        if item.direct and item.head_token is not None and any(start <= token.idx < end for start, end in item.content):
            found = resolution.by_token.get(item.head_token)
            if found is not None:
                return found.entity
    return None


def _said_by(token: Token, attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    """The content that a pronoun is the source of, as spans of characters."""
    return [span for item in attributions if item.head_token == token.i for span in item.content]


def _genders(doc: Doc, resolution: Resolution) -> dict[str, str]:
    votes: dict[str, Counter[str]] = {}
    for item in resolution.links:
        entity = resolution.entities[item.entity]
        if entity.type != "Person":
            continue
        ballot = votes.setdefault(item.entity, Counter())
        words = [entity.name.split()[0], *(token.text for token in doc[max(0, item.start - 2) : item.start])]
        for word in words:
            found = gender(word)
            if found:
                ballot[found] += 1
        for child in doc[item.head].children:
            if child.dep_ == "appos" and (found := gender(child.text)):
                ballot[found] += 1
    return {entity: max(sorted(ballot), key=lambda g: ballot[g]) for entity, ballot in votes.items() if ballot}


def _first_person(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> None:
    ranked = sorted(attributions, key=lambda a: sum(end - start for start, end in a.content))
    for token in doc:
        if token.lower_ not in _FIRST or token.i in resolution.by_token or token.pos_ != "PRON":
            continue
        for item in ranked:
            if item.direct and any(start <= token.idx < end for start, end in item.content):
                found = resolution.by_token.get(item.head_token) if item.head_token is not None else None
                if found is not None:
                    resolution.add(Link(token.i, token.i + 1, token.i, found.entity, "pronoun", 0.85))
                break
