"""Pronouns to entities: he, she, it, they by agreement, recency and role; I and we by the speaker of their quote.

In: a resolution that holds names and nominals, and the article's attributions. Out: pronoun links in it. The score
is a simple salience (Lappin and Leass 1994): sentence recency, subjecthood, parallel role; a second candidate close
behind lowers it, and below the threshold the pronoun stays open. A description that no one bears by name ("the
Ostland senator") points back as "he" does and is linked here too.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
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
    """Link the pronouns of an article, in order, so that a chain of pronouns carries on."""
    scene = _Scene(doc, resolution, attributions)
    for token in doc:
        if token.i in resolution.by_token:
            continue
        described = is_open_description(token)
        third = token.pos_ == "PRON" and token.lower_ in {*_THIRD, *_THING, *_PLURAL}
        chosen = scene.choose(token) if described or third else None
        if chosen is None or chosen[1] < THRESHOLD:
            continue
        entity, score = chosen
        if described:
            made = add_description(token, entity, round(score - 0.2, 2), resolution)
        else:
            made = Link(token.i, token.i + 1, token.i, entity, "pronoun", round(score, 2))
            resolution.add(made)
        scene.remember(made)
    _first_person(doc, resolution, scene)


class _Scene:
    """What has been said so far in an article: the mentions by place, who speaks where, who is a man or a woman."""

    def __init__(self, doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> None:
        self.doc = doc
        self.resolution = resolution
        self.genders = _genders(doc, resolution)
        self.sentence_of = [0] * len(doc)
        self.mentions: list[list[Link]] = []
        for number, sentence in enumerate(doc.sents):
            self.mentions.append([])
            for token in sentence:
                self.sentence_of[token.i] = number
        for item in resolution.links:
            self.remember(item)
        self.contents: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.speaker_token: dict[int, int] = {}
        starts = {token.idx: token.i for token in doc}
        # the widest first, so that the innermost speaker stays
        for found in sorted(attributions, key=lambda a: a.start - a.end):
            if found.head_token is None:
                continue
            self.contents[found.head_token] += found.content
            for start, end in found.content if found.direct else ():
                self.speaker_token.update((starts[at], found.head_token) for at in range(start, end) if at in starts)

    def remember(self, item: Link) -> None:
        """Take a mention into its sentence, in order of place."""
        insort(self.mentions[self.sentence_of[item.start]], item, key=lambda other: other.start)

    def speaker(self, token: Token) -> str | None:
        """Return the entity in whose direct speech a token stands."""
        source = self.speaker_token.get(token.i)
        found = self.resolution.by_token.get(source) if source is not None else None
        return found.entity if found is not None else None

    def choose(self, token: Token) -> tuple[str, float] | None:
        """Return the entity that a pronoun or open description most likely stands for, and how sure that is."""
        scores = self._scores(token)
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        best, top = ranked[0]
        margin = top - (ranked[1][1] if len(ranked) > 1 else 0.0)
        certainty = min(0.9, 0.35 + 0.35 * min(1.0, top) + 0.4 * min(1.0, margin))
        if token.lower_ in _THING | _PLURAL:
            certainty -= 0.25
        if token.pos_ != "PRON" and top < 0.5:
            return None  # a description without a bearer stands for somebody just named or for nobody here
        return best, certainty

    def _scores(self, token: Token) -> dict[str, float]:
        here = self.sentence_of[token.i]
        speaker = self.speaker(token)
        said = self.contents.get(token.i, ())
        scores: dict[str, float] = {}
        for distance in range(min(_WINDOW, here) + 1):
            for item in reversed(self.mentions[here - distance]):
                if item.start >= token.i or item.entity == speaker or not self._may_be(token, item):
                    continue
                head = self.doc[item.head]
                after_comma = item.end == token.i - 1 and token.nbor(-1).text == ","
                if after_comma or any(start <= head.idx < end for start, end in said):
                    continue  # "X, he said, is", "asked about X, he left": he is not X
                salience = self._salience(token, item, distance)
                scores[item.entity] = max(scores.get(item.entity, 0.0), salience) + 0.1 * (item.entity in scores)
        return scores

    def _may_be(self, token: Token, item: Link) -> bool:
        known = self.genders.get(item.entity)
        return _agrees(token.lower_, self.resolution.entities[item.entity].type, known) and not _is_rival(token, item)

    def _salience(self, token: Token, item: Link, distance: int) -> float:
        head = self.doc[item.head]
        subject = head.dep_ in {"nsubj", "nsubjpass"}
        salience = 1.0 / (1 + distance)
        salience *= 1.5 if subject else 1.0
        salience *= 0.6 if item.form == "adjective" or head.dep_ in {"compound", "amod", "nmod"} else 1.0
        salience *= 0.8 if head.dep_ == "poss" else 1.0
        salience *= 0.9 if item.form == "pronoun" else 1.0
        salience *= 1.2 if any(child.dep_ == "appos" for child in head.children) else 1.0
        if token.pos_ != "PRON" and distance == 0 and subject:
            salience *= 0.4  # a description in a clause of its own is seldom the subject of the main clause
        return salience * (1.2 if self.genders.get(item.entity) == _THIRD.get(token.lower_, "-") else 1.0)


def _agrees(word: str, entity_type: str, known: str | None) -> bool:
    if word in _THIRD:
        return entity_type == "Person" and known in {None, _THIRD[word]}
    if word in _THING:
        return entity_type != "Person"
    if word in _PLURAL:
        return entity_type == "Institution"
    return entity_type == "Person" and (known is None or gender(word) in {None, known})


def _is_rival(token: Token, item: Link) -> bool:
    """As in "X met him": the subject of the pronoun's own verb is somebody else; nor names a clause its description."""
    head = token.doc[item.head]
    if token.pos_ != "PRON":
        return _clause(head) == _clause(token)
    return (
        token.lower_ in {"him", "her", "it", "them"}
        and token.dep_ in {"dobj", "pobj", "dative"}
        and head.dep_ in {"nsubj", "nsubjpass"}
        and head.head in {token.head, token.head.head}
    )


def _clause(token: Token) -> int:
    """The verb of the clause that a token stands in."""
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return int(token.i)


def _genders(doc: Doc, resolution: Resolution) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for item in resolution.links:
        entity = resolution.entities[item.entity]
        if entity.type != "Person":
            continue
        words = [entity.name.split(maxsplit=1)[0], *(token.text for token in doc[max(0, item.start - 2) : item.start])]
        words += [child.text for child in doc[item.head].children if child.dep_ == "appos"]
        votes[item.entity].update(found for word in words if (found := gender(word)))
    return {entity: max(sorted(ballot), key=lambda g: ballot[g]) for entity, ballot in votes.items() if ballot}


def _first_person(doc: Doc, resolution: Resolution, scene: _Scene) -> None:
    for token in doc:
        if token.lower_ in _FIRST and token.pos_ == "PRON" and token.i not in resolution.by_token:
            speaker = scene.speaker(token)
            if speaker is not None:
                resolution.add(Link(token.i, token.i + 1, token.i, speaker, "pronoun", 0.85))
