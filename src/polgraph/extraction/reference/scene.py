"""What an article has said so far: who was mentioned where and how, who speaks where, who is a man or a woman.

In: a parsed article, a resolution that holds its names, its attributions. Out: a `Scene`, which grows with every
anaphor that is linked.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.given import given_name_gender
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.syntax.tree import children, lefts, tokens_of
from polgraph.extraction.titles import gender, is_person_noun, title_ending_at, written_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Link, Resolution

__all__ = ["Scene", "company"]

_MANY = 30  # candidates
_REACH = 80  # sentences, those of long quotations included
_LAST = 8  # mentions of one entity that tell how it is spoken of
_SPEAKERS = 4  # sources that are looked back for one with a name
_PHRASE = 60  # tokens on each side of its head
_BRACKET = 6  # tokens of a party and a state in brackets
_SUBJECTS = {"nsubj", "nsubjpass"}
_QUOTES = {'"', "”", "“", "''", "``"}


class Scene:
    """What an article has said so far: the mentions of each entity in order of place, who speaks where."""

    def __init__(self, doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> None:
        self.doc = doc
        self.resolution = resolution
        self.genders = _genders(doc, resolution)
        self.sentence_of = [0] * len(doc)
        self._subjects: list[Token | None] = []  # of each sentence
        for number, sentence in enumerate(doc.sents):
            self.sentence_of[sentence.start : sentence.end] = [number] * len(sentence)
            self._subjects.append(next((c for c in children(sentence.root) if c.dep_ in _SUBJECTS), None))
        self.mentions: dict[str, list[Link]] = defaultdict(list)
        self._in_order: list[Link] = []
        self.named = Counter(link.entity for link in resolution.links if link.form == "name")
        self.described: dict[str, set[str]] = defaultdict(set)
        self.bearers = _bearers(doc, resolution)
        self._beside: dict[str, frozenset[str]] = {}
        self.titled = {bearer for bearers in self.bearers.values() for bearer in bearers}
        self.company = company(doc, resolution)
        for link in sorted(resolution.links, key=lambda item: item.start):
            self.remember(link)
        self.direct: dict[int, int] = {}
        self.indirect: dict[int, int] = {}
        self.cues: dict[int, bool] = {}
        self._heard: dict[int, list[int]] = {}  # by the head of a source, whom its words are said to
        self._read(attributions)
        # sentences that begin outside direct speech, up to each
        self._told = list(accumulate(sentence.start not in self.direct for sentence in doc.sents))

    def _read(self, attributions: Sequence[Attribution]) -> None:
        starts = {token.idx: token.i for token in tokens_of(self.doc)}
        # the widest first, so that the innermost speaker stays
        for found in sorted(attributions, key=lambda a: a.start - a.end):
            if found.head_token is None:
                continue
            place = self.direct if found.direct or found.frame == "label" else self.indirect
            for start, end in found.content:
                place.update((starts[at], found.head_token) for at in range(start, end) if at in starts)
            if found.reports and not found.nested:
                self.cues[found.head_token] = found.direct
            if found.cue is not None and found.cue[0] in starts:
                self._heard[found.head_token] = [noun.i for noun in _listeners(self.doc[starts[found.cue[0]]])]
        self._cue_order = sorted(self.cues)

    def parties(self, entity: str) -> set[str]:
        """Return the parties that a person is named with."""
        beside = self.company.get(entity, ())
        return {body for body in beside if gazetteer.party(self.resolution.entities[body].name)}

    def words_beside(self, entity: str) -> frozenset[str]:
        """Return the words of a participant's name, its titles and appositions."""
        if entity not in self._beside:
            found = set(self.resolution.entities[entity].name.casefold().split())
            for link in self.mentions[entity]:
                if link.form == "name":
                    found.update(self.doc[index].lower_ for index in self._own_title(link))
                    aside = (child for child in children(self.doc[link.head]) if child.dep_ == "appos")
                    found.update(word.lower_ for noun in aside for word in (noun, *lefts(noun)))
            self._beside[entity] = frozenset(found)
        return self._beside[entity]

    def _own_title(self, name: Link) -> list[int]:
        """The words of a title before a name, and none of the name before it: "envoy X and minister Y"."""
        own: list[int] = []
        for index in reversed(title_window(self.doc, name.start)):
            link = self.resolution.by_token.get(index)
            if link is not None and self.resolution.entities[link.entity].type == "Person":
                break
            own.append(index)
        return own

    def remember(self, link: Link) -> None:
        """Take a mention, in order of place."""
        for mentions in (self.mentions[link.entity], self._in_order):
            insort(mentions, link, key=_start)

    def last_named(self, token: Token, window: int) -> list[str]:
        """Return the entities mentioned before a token in so many sentences, the last first."""
        found: dict[str, None] = {}
        for at in range(bisect_left(self._in_order, token.i, key=_start) - 1, -1, -1):
            link = self._in_order[at]
            if len(found) == _MANY or self.sentence_of[token.i] - self.sentence_of[link.start] > _REACH:
                break
            if self.distance(link, token) <= window:
                found.setdefault(link.entity)
        return list(found)

    def before(self, entity: str, token: Token) -> tuple[int, list[Link]]:
        """Return how often an entity is mentioned before a token, and the last of these mentions in order."""
        count = bisect_left(self.mentions[entity], token.i, key=_start)
        return count, self.mentions[entity][max(0, count - _LAST) : count]

    def distance(self, link: Link, token: Token) -> int:
        """Count the sentences from a mention to a token; outside direct speech only those outside it."""
        first, last = self.sentence_of[link.start], self.sentence_of[token.i]
        if token.i in self.direct or link.head in self.direct:
            return last - first
        return self._told[last] - self._told[first]

    def last_subject(self, token: Token) -> str | None:
        """Return the entity that is the subject of the sentence before the one in which a token stands."""
        number = self.sentence_of[token.i]
        subject = self._subjects[number - 1] if number else None
        return self._entity(subject.i) if subject is not None else None

    def speaker(self, token: Token) -> str | None:
        """Return the entity in whose direct speech a token stands."""
        return self._entity(self.direct.get(token.i))

    def source(self, token: Token) -> str | None:
        """Return the entity whose words a token reports without quotation marks."""
        return self._entity(self.indirect.get(token.i))

    def voice(self, index: int) -> int | None:
        """Return the head of whoever speaks at a token, in quotation marks or without, the innermost."""
        return self.direct.get(index, self.indirect.get(index))

    def listener(self, token: Token) -> str | None:
        """Return the entity to which the words are said in which a token stands: "told X", "in an interview with X"."""
        for place in (self.direct, self.indirect):
            if token.i in place:
                return next(filter(None, map(self._entity, self._heard.get(place[token.i], ()))), None)
        return None

    def last_speaker(self, token: Token) -> str | None:
        """Return the entity that was last said to speak before a token."""
        at = bisect_left(self._cue_order, token.i)
        known = (self._entity(head) for head in reversed(self._cue_order[max(0, at - _SPEAKERS) : at]))
        return next((entity for entity in known if entity is not None), None)

    def _entity(self, index: int | None) -> str | None:
        if index is None:
            return None
        # "the premier, X, said"
        beside = (child.i for child in children(self.doc[index]) if child.dep_ == "appos")
        links = (self.resolution.by_token.get(at) for at in (index, *beside))
        return next((link.entity for link in links if link is not None), None)


def _start(link: Link) -> int:
    return link.start


def _listeners(cue: Token) -> Iterator[Token]:
    """Whom a verb of speech names as its hearer."""
    for child in children(cue):
        if child.dep_ in {"dobj", "dative"} and child.lemma_.lower() not in words("anaphora", "occasions"):
            yield from ([child] if child.pos_ != "ADP" else [noun for noun in children(child) if noun.dep_ == "pobj"])
        elif child.dep_ == "prep" and child.lower_ in {"to", "in", "during", "with"}:
            for noun in children(child):
                if noun.dep_ == "pobj" and noun.lemma_.lower() in words("anaphora", "occasions"):
                    yield from (pobj for prep in children(noun) if prep.lower_ == "with" for pobj in children(prep))
                elif noun.dep_ == "pobj" and child.lower_ == "to":
                    yield noun


def _genders(doc: Doc, resolution: Resolution) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for item in resolution.links:
        entity = resolution.entities[item.entity]
        if entity.type != "Person":
            continue
        name = doc[item.head]
        own = given_name_gender(entity.name)
        if own is not None:
            votes[item.entity][own] += 1
        beside = [token.text for token in tokens_of(doc)[max(0, item.start - 2) : item.start]]
        beside += [doc[index].text for index in title_window(doc, item.start)]
        beside += [child.text for child in children(name) if child.dep_ == "appos"]
        beside += [name.head.text] if name.dep_ == "appos" else []
        votes[item.entity].update(found for word in beside if (found := gender(word)))
    return {entity: max(sorted(ballot), key=lambda g: ballot[g]) for entity, ballot in votes.items() if ballot}


def _bearers(doc: Doc, resolution: Resolution) -> dict[str, set[str]]:
    """Nouns that stand beside a name as its title or description, each with its bearers."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for item in resolution.links:
        if item.form != "name" or resolution.entities[item.entity].type == "Nation":
            continue
        for word in _party_words(doc, item):
            bearers[word].add(item.entity)
        for head in _describing(doc, item):
            if head.pos_ in {"NOUN", "PROPN"} and head.i not in resolution.by_token:
                titled = title_ending_at(doc, head.i)
                ranks = {child.lower_ for child in lefts(head) if is_person_noun(child.lower_)}  # "deputy chairman"
                found = {head.lower_, head.lemma_.lower()}
                if titled:
                    title = written_out(titled[1])
                    # "secretary of state": the secretary, and no state
                    found = {title, title.partition(" of ")[0].split()[-1]} | (set() if " of " in title else found)
                for word in found | ranks:
                    bearers[word].add(item.entity)
    return bearers


def _party_words(doc: Doc, link: Link) -> list[str]:
    """As in "Republican X", "X (D-Ohio)", "X, a Democrat": the word for the members of the party."""
    members = load("anaphora")["members_of"]
    beside = [doc[index].lower_ for index in title_window(doc, link.start)]
    beside += [child.lower_ for child in children(doc[link.head]) if child.dep_ == "appos"]
    if link.end + 1 < len(doc) and doc[link.end].text in {"(", ","}:
        letter = doc[link.end + 1].text
        if letter in {"R", "D", "I"} or letter[:2] in {"R-", "D-", "I-"}:
            beside.append(letter[0])
    return [members[word] for word in beside if word in members]


def _describing(doc: Doc, link: Link) -> list[Token]:
    """Return what stands beside a name: "minister X", "X, a dentist", "a dentist, X", "X is a dentist"."""
    name = doc[link.head]
    window = [doc[index] for index in title_window(doc, link.start)]
    found = [t for t in window if (t.i == link.start - 1 and _goes_with(t, name)) or is_person_noun(t.lower_)]
    found += [child for child in children(name) if child.dep_ == "appos" and _is_indefinite(child)]
    if name.dep_ == "appos" and (_is_indefinite(name.head) or is_person_noun(name.head.lower_)):
        found.append(name.head)
    if name.dep_ in _SUBJECTS and name.head.lemma_ == "be":
        found += [child for child in children(name.head) if child.dep_ == "attr"]
    return found


def _goes_with(noun: Token, name: Token) -> bool:
    """Tell "the oil firm X" from "the date X had set" and "the crowd X's win": only the first noun describes X."""
    return noun.head.i == name.i or (name.dep_ == "appos" and name.head.i == noun.i)


def _is_indefinite(noun: Token) -> bool:
    """A description and no other name: "a dentist", "the owner of"."""
    return any(child.dep_ in {"det", "poss"} for child in children(noun)) or is_person_noun(noun.lower_)


def _bodies_of(name: Token, resolution: Resolution) -> list[str]:
    """As in "X of the Tide Party": where she belongs."""
    nouns = [
        noun
        for child in children(name)
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}
        for noun in children(child)
    ]
    links = (resolution.headed(noun) for noun in nouns)
    return [
        link.entity for link in links if link is not None and resolution.entities[link.entity].type == "Institution"
    ]


def _follows_a_body(name: Link, resolution: Resolution) -> bool:
    """As in "in a talk with the Ostland Herald Ruzhin said": the body before is no title; a party's name would be."""
    link = resolution.by_token.get(name.start - 1)
    if link is None or link.form != "name" or resolution.entities[link.entity].type != "Institution":
        return False
    return not gazetteer.party(resolution.entities[link.entity].name)


def _heads_a_body(clause: Token) -> bool:
    """As in "X, who chairs the guild"."""
    if clause.dep_ != "relcl":
        return False
    if clause.lemma_ == "speak":  # "X, who speaks for the guild"
        return any(child.lower_ == "for" for child in children(clause))
    named = clause.lemma_ == "be" and any(
        child.dep_ == "attr" and is_person_noun(child.lower_) for child in children(clause)
    )
    return named or clause.lemma_ in words("anaphora", "heading")


def company(doc: Doc, resolution: Resolution) -> dict[str, list[str]]:
    """The bodies and nations that each person is named with: "Ostland's minister X", "X, chair of the Tide Party"."""
    company: dict[str, list[str]] = defaultdict(list)
    for item in sorted(resolution.links, key=lambda other: other.start):
        if item.form != "name" or resolution.entities[item.entity].type != "Person":
            continue
        name = doc[item.head]
        beside = [] if _follows_a_body(item, resolution) else [doc[index] for index in title_window(doc, item.start)]
        beside += [token for child in children(name) if child.dep_ == "appos" for token in _phrase(child)]
        before = [token for token in _phrase(name.head) if token.i < item.start] if name.dep_ == "appos" else []
        if all(token.text not in _QUOTES for token in before):  # else words that have just been spoken
            beside += before
        beside += [token for child in children(name) if _heads_a_body(child) for token in _phrase(child)]
        if item.end < len(doc) and doc[item.end].text == "(":
            # the brackets of a party and its state
            beside += [token for token in tokens_of(doc)[item.end + 1 : item.end + _BRACKET] if token.text != ")"]
        company[item.entity] += _bodies_of(name, resolution)
        for token in beside:
            link = resolution.by_token.get(token.i)
            if link is not None and resolution.entities[link.entity].type != "Person":
                company[item.entity].append(link.entity)
    return company


def _phrase(head: Token) -> Sequence[Token]:
    """The words of a phrase, of an endless one those around its head."""
    start, end = max(head.left_edge.i, head.i - _PHRASE), min(head.right_edge.i, head.i + _PHRASE)
    return tokens_of(head.doc)[start : end + 1]
