"""Two at once: "the two leaders", "the couple", "both companies" after a sentence that names just two; "each other".

In: a token and the scene. Out, in the resolution: for the head of such a description a mention of each whom it stands
for; for "other" in "each other", those of the subject.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.reference.antecedents import is_such_a_place
from polgraph.extraction.reference.plurals import groups_before
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.reference.scene import Scene

__all__ = ["link_pair"]

_REACH = 3  # sentences
_PEOPLE = {"couple", "newlyweds", "spouses", "men", "women"}
_SIDES = {"former": 0, "latter": -1}
_ALONE = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"}
_PLURALS = {"NNS", "NNPS"}


def link_pair(token: Token, scene: Scene) -> None:
    """Where a token means several at once, keep a mention of each in `Resolution.several`."""
    word, resolution = token.lower_, scene.resolution
    if word in {"other", "another"} and token.i and token.nbor(-1).lower_ in {"each", "one"}:
        _link_each_other(token, resolution)
    if word in _SIDES and token.i and token.nbor(-1).lower_ == "the" and token.dep_ in _ALONE:
        _link_side(token, scene)
    if word == "the" and token.head.tag_ in _PLURALS:
        _link_plural(token.head, scene)
    count = load("anaphora")["pairs"].get(word)
    head = _head(token) if count is not None else None
    if head is None or head.i in resolution.by_token:
        return
    pair = _named_before(head, count, scene)
    if pair is not None:
        resolution.several[head.i] = pair


def _link_each_other(token: Token, resolution: Resolution) -> None:
    """As in "X and Y accused each other": whoever the subject of the clause stands for."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    found = [
        link
        for noun in arguments.subjects(verb)
        for link in (resolution.several.get(noun.i) or _named_by(noun, resolution))
    ]
    if len(found) > 1:
        # of "one another" the parser may take either word for the head
        place = token.head if token.dep_ == "det" and token.head.lower_ == "one" else token
        resolution.several[place.i] = tuple(found)


def _named_by(noun: Token, resolution: Resolution) -> list[Link]:
    """As in "X", "the two senators, X and Y"."""
    link = resolution.headed(noun)
    if link is not None:
        return [link]
    beside = [other for child in children(noun) if child.dep_ == "appos" for other in arguments.coordinated(child)]
    return [link for other in beside if (link := resolution.headed(other)) is not None]


def _link_side(token: Token, scene: Scene) -> None:
    """As in "the former" and "the latter" of the two whom the nearest sentence with names names."""
    pair = _named_before(token, 2, scene)
    if pair is not None and token.i not in scene.resolution.by_token:
        scene.resolution.several[token.i] = (pair[_SIDES[token.lower_]],)


def _link_plural(noun: Token, scene: Scene) -> None:
    """As in "the unions" after "the Dock Union and the Rail Guild": those named side by side, if of the kind."""
    resolution = scene.resolution
    kinds = _types(noun) & {"Institution", "Nation"}
    if len(kinds) != 1 or noun.dep_ not in _ALONE or noun.i in resolution.several or _is_narrowed(noun):
        return
    for _, group in groups_before(noun, scene):
        if {resolution.entities[link.entity].type for link in group} == kinds and _are_such(group, kinds, scene):
            resolution.several[noun.i] = group
            return


def _are_such(group: Sequence[Link], types: set[str], scene: Scene) -> bool:
    """Tell countries from towns."""
    return types != {"Nation"} or all(is_such_a_place("country", link.entity, scene) for link in group)


def _is_narrowed(noun: Token) -> bool:
    """As in "the two of them", "the unions that": others than those just named; not "accused both of lying"."""
    return any(
        child.dep_ in {"relcl", "acl", "amod", "compound"} or (child.dep_ == "prep" and not _opens_a_clause(child))
        for child in children(noun)
    )


def _head(token: Token) -> Token | None:
    """The head of "the two leaders", "both leaders", "the couple", "the two"; None for other twos."""
    word = token.lower_
    if word in {"two", "both", "three", "four"}:
        noun = token.head
        if token.dep_ in {"nummod", "det", "predet", "amod"} and noun.i > token.i and noun.tag_ in _PLURALS:
            bare = any(
                child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and not _opens_a_clause(child))
                for child in children(noun)
            )
            definite = word == "both" or any(
                child.lower_ in {"the", "these", "those", "all"} for child in children(noun)
            )
            return noun if definite and not bare else None
        alone = word == "both" and token.pos_ == "PRON" and all(_opens_a_clause(child) for child in children(token))
        articled = word != "both" and token.i > 0 and token.nbor(-1).lower_ in {"the", "these", "all"}
        return token if (alone or articled) and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} else None
    articled = any(child.lower_ == "the" for child in children(token))
    owned = any(child.dep_ == "prep" and not _opens_a_clause(child) for child in children(token))
    return token if articled and not owned else None


def _opens_a_clause(preposition: Token) -> bool:
    """As in "accused both of lying": the verb's, whatever the parser hung it on."""
    return preposition.dep_ == "prep" and any(
        child.dep_ == "pcomp" or child.tag_ == "VBG" for child in children(preposition)
    )


def _types(head: Token) -> set[str]:
    word, lemma = head.lower_, head.lemma_.lower()
    if word in _PEOPLE or (is_person_noun(lemma) and lemma not in words("anaphora", "pairs_of_any")):
        return {"Person"}
    if lemma in words("anaphora", "countries"):
        return {"Nation"}
    if lemma in load("institutions")["nominals"] or gazetteer.is_institution_head(lemma):
        return {"Institution"}
    if lemma in words("anaphora", "pairs_of_any") | {
        "two",
        "former",
        "latter",
        "both",
        "pair",
        "duo",
        "three",
        "trio",
        "threesome",
        "four",
        "quartet",
    }:
        return {"Person", "Nation", "Institution"}
    return set()


def _named_before(head: Token, count: int, scene: Scene) -> tuple[Link, ...] | None:
    """The only two (three) of one type that the nearest sentence with names names, pronouns included."""
    types, resolution = _types(head), scene.resolution
    if head.lemma_.lower() == "party":
        return _both_parties(count, resolution)
    others = _acting_on(head, scene)
    named: dict[int, dict[str, Link]] = defaultdict(dict)  # by sentence
    for index in range(head.i - 1, -1, -1):
        number = scene.sentence_of[index]
        if scene.sentence_of[head.i] - number >= _REACH:
            break
        link = resolution.by_token.get(index)
        if link is None or link.form == "adjective" or link.entity in others:
            continue
        if resolution.entities[link.entity].type in types and _are_such((link,), types, scene):
            named[number][link.entity] = link
    together: dict[str, Link] = {}
    for number in sorted(named, reverse=True):
        together |= named[number]
        # who are sides may each have a sentence of their own
        for found in (named[number], together) if head.lemma_.lower() == "side" else (named[number],):
            pair = _alike(list(found.values())[::-1], count, resolution)
            if pair is not None:
                return pair
        if len(named[number]) > 1:
            return None
    return None


def _acting_on(head: Token, scene: Scene) -> set[str]:
    """Who is none of the two: "he urged both leaders", "both sides, X said"."""
    speaker = scene.speaker(head)
    verb = head.head.head if head.dep_ == "pobj" else head.head
    subjects = arguments.subjects(verb) if head.dep_ in {"dobj", "pobj", "dative"} and verb.pos_ == "VERB" else []
    beside = [child for noun in subjects for child in children(noun) if child.dep_ == "appos"]  # "its president, X"
    links = (scene.resolution.headed(noun) for noun in (*subjects, *beside))
    return {link.entity for link in links if link is not None} | ({speaker} if speaker is not None else set())


def _alike(found: list[Link], count: int, resolution: Resolution) -> tuple[Link, ...] | None:
    for kind in ("Person", "Nation", "Institution"):
        alike = tuple(link for link in found if resolution.entities[link.entity].type == kind)
        if len(alike) == count:
            return alike
    return None


def _both_parties(count: int, resolution: Resolution) -> tuple[Link, ...] | None:
    """The parties of an article, where they are as many; the other two of a sentence may be anything."""
    found: dict[str, Link] = {}
    for link in resolution.links:
        name = resolution.entities[link.entity].name
        if gazetteer.party(name) or name.casefold().endswith(" party"):
            found.setdefault(link.entity, link)
    return tuple(found.values()) if len(found) == count else None
