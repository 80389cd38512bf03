"""Descriptions that come before the name they stand for: "A judge blocked the law. ... Judge X said".

In: a parsed article and the names already linked. Out: nominal links in the resolution. News opens with what somebody
is and brings the name later; local news opens so with bodies too ("the school board").
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load, words
from polgraph.extraction.reference.anaphors import stands_for_many
from polgraph.extraction.reference.newcomers import link_newcomers
from polgraph.extraction.reference.nominals import add_description, title_window
from polgraph.extraction.syntax.tree import children, lefts, tokens_of
from polgraph.extraction.titles import is_person_noun, title_ending_at, written_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.links import Resolution

__all__ = ["link_late"]

_OPENING = 3  # sentences
_LATEST = 4  # sentences after the description
_LATEST_SAME = 10  # the same where the name comes with the very word
_SERVING = {"sit", "serve", "belong", "work", "speak"}
_PHRASE = 7  # tokens of an apposition after its head
_OF = {"of", "for", "on"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_TOWARDS = {"by", "against", "with", "from", "to", "for", "of", "on"}

Named = tuple[int, str, frozenset[str]]  # where somebody is named with a title, who, the words around it


def link_late(doc: Doc, resolution: Resolution) -> None:
    """Link the descriptions of the opening whose names come later."""
    sentences = list(doc.sents)
    firsts: dict[str, int] = {}
    for link in sorted(resolution.links, key=lambda item: item.start):
        firsts.setdefault(link.entity, link.start)
    titled = _titled(doc, resolution)
    for number, sentence in enumerate(sentences[:_OPENING]):
        described = [token for token in sentence if _describes(token, resolution)]
        unnamed = []
        for token in described:
            last = sentences[min(number + _LATEST_SAME, len(sentences) - 1)].end
            bearer = _with_the_word(token, titled, firsts, last)
            if bearer is not None:
                add_description(token, bearer, 0.7, resolution)
            elif token.dep_ in _SUBJECTS and _article(token) == "a":
                unnamed.append(token)
        if len(unnamed) == 1:
            _link_newcomer(unnamed[0], sentences[number + 1 : number + _LATEST], firsts, resolution)
    link_newcomers(doc, resolution, sentences, firsts)
    for number, sentence in enumerate(sentences[:_OPENING]):
        for token in sentence:
            kinds = load("institutions")["nominals"].get(token.lower_)
            if kinds is None or token.i in resolution.by_token or token.tag_ not in {"NN", "NNP"}:
                continue
            definite = _article(token) == "the" or any(c.dep_ == "poss" and c.tag_ == "NNP" for c in lefts(token))
            if not _takes_part(token, definite=definite) or (definite and _is_vague(token)):
                continue
            last = sentences[min(number + (_LATEST_SAME if definite else _LATEST), len(sentences) - 1)].end
            body = _new_body(token, kinds, doc[token.i + 1 : last], firsts, resolution)
            if body is not None:
                add_description(token, body, 0.6, resolution)


def _describes(token: Token, resolution: Resolution) -> bool:
    """A noun for one person, without a name beside it, that has a place in its clause."""
    return (
        token.tag_ == "NN"
        and token.i not in resolution.by_token
        and is_person_noun(token.lower_)
        and not stands_for_many(token)
        and token.lower_ not in words("anaphora", "anybody") | words("anaphora", "no_people")
        and (token.dep_ in {*_SUBJECTS, "dobj"} or (token.dep_ == "pobj" and token.head.lower_ in _TOWARDS))
        and _article(token) is not None
        and not any(child.dep_ == "appos" for child in children(token))
    )


def _article(noun: Token) -> str | None:
    """Tell "a judge" from "the judge" and "the union's judge"."""
    for child in children(noun):
        if child.dep_ == "det" and child.i < noun.i:
            return {"a": "a", "an": "a", "the": "the"}.get(child.lower_)
        if child.dep_ == "poss" and child.tag_ in {"NN", "NNS"}:
            return "the"
    return None


def _titled(doc: Doc, resolution: Resolution) -> Mapping[str, list[Named]]:
    """The nouns that stand beside names as titles, each with where, who and the words beside them."""
    found: dict[str, list[Named]] = defaultdict(list)
    for link in resolution.links:
        if link.form != "name" or resolution.entities[link.entity].type != "Person":
            continue
        name = doc[link.head]
        near = _own_title([doc[index] for index in title_window(doc, link.start)])
        for child in children(name):
            if child.dep_ == "appos" and is_person_noun(child.lower_):
                near += tokens_of(doc)[child.left_edge.i : min(child.right_edge.i + 1, child.i + _PHRASE)]
        if name.dep_ == "appos" and name.head.pos_ == "NOUN":
            near += [*(child for child in lefts(name.head) if child.dep_ != "poss"), name.head]
        beside = frozenset(token.lower_ for token in near)
        for token in near:
            if is_person_noun(token.lower_) and not _is_first_minister(token):
                found[written_out(token.text)].append((link.start, link.entity, beside))
    return found


def _is_first_minister(token: Token) -> bool:
    """As in "Prime Minister X", who is not meant by "a minister"."""
    return token.lower_ in words("titles", "ministers") and token.i > 0 and token.nbor(-1).lower_ in {"prime", "first"}


def _own_title(window: list[Token]) -> list[Token]:
    """Leave out what somebody is to the bearer: "the lawyer of Mayor" before a name is "Mayor"."""
    for position in range(len(window) - 1, 0, -1):
        rest = window[position + 1 :]
        if window[position].lower_ in {"of", "for", "to"} and any(is_person_noun(token.lower_) for token in rest):
            return rest
    return window


def _with_the_word(
    described: Token, titled: Mapping[str, list[Named]], firsts: Mapping[str, int], last: int
) -> str | None:
    """Who is named for the first time after a description with the very word, if only one is.

    What stands before the noun must stand beside the name too, where the noun is definite: "the union president".
    """
    later = [named for named in titled.get(described.lower_, ()) if described.i < named[0] < last]
    if not later or any(firsts[who] < described.i for _, who, _ in titled[described.lower_]):
        return None
    if _article(described) == "the":
        fields = {child.lower_ for child in lefts(described) if child.dep_ in {"compound", "poss"}}
        if not fields and described.lower_ in words("titles", "national"):
            return None
        later = [named for named in later if fields <= named[2] or len(named[2]) == 1]
    bearers = {who for _, who, _ in later}
    return bearers.pop() if len(bearers) == 1 else None


def _link_newcomer(
    described: Token, following: Sequence[Span], firsts: Mapping[str, int], resolution: Resolution
) -> None:
    """As in "A top Meridian lawmaker has said ... . Ana Ruzhin, deputy chair of ..., floated": the lawmaker is she.

    The first person named after the opening for the first time, with an apposition that tells an office.
    """
    for sentence in following:
        for token in sentence:
            item = resolution.by_token.get(token.i)
            if (
                item is None
                or item.start != token.i
                or resolution.entities[item.entity].type != "Person"
                or item.form != "name"
                or firsts[item.entity] != item.start
            ):
                continue
            name = described.doc[item.head]
            told = any(
                (child.dep_ == "appos" and title_ending_at(name.doc, child.i)) or _serves(child)
                for child in children(name)
            )
            if told and name.dep_ in {"nsubj", "pobj", "dobj", "attr"}:
                add_description(described, item.entity, 0.6, resolution)
                return


def _serves(clause: Token) -> bool:
    """As in "X, who sits on the transport committee"."""
    relative = any(child.lower_ == "who" for child in children(clause))
    return clause.dep_ == "relcl" and relative and clause.lemma_ in words("anaphora", "heading") | _SERVING


def _takes_part(token: Token, *, definite: bool) -> bool:
    """Tell "the school board voted", "sued the board", "by a court" from a body that is no more than mentioned."""
    if token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return _article(token) is not None
    if not definite:
        return False
    return token.dep_ in {"nsubjpass", "dobj", "poss"} or (token.dep_ == "pobj" and token.head.lower_ in _TOWARDS)


def _is_vague(described: Token) -> bool:
    """As in "the party", "the group": there may be several, and one that the article has by another word."""
    alone = not any(child.dep_ in {"compound", "poss"} for child in children(described))
    return described.lower_ == "party" or (alone and described.lower_ in words("anaphora", "vague"))


def _new_body(
    described: Token, kinds: Sequence[str], following: Span, firsts: Mapping[str, int], resolution: Resolution
) -> str | None:
    """The body of a kind that a stretch of text names for the first time; a definite one only if none was before.

    Where its name has the head of the description, it has the nouns before it too: "an appeals court" is no Supreme
    Court; of another head it has one of them: "the teachers' union" is a federation of teachers.
    """
    fields = {child.lower_ for child in lefts(described) if child.dep_ in {"compound", "poss"} and child.is_lower}
    definite = _article(described) == "the"
    if definite and any(
        start < described.i and _is_of(resolution.entities[entity].name, kinds) for entity, start in firsts.items()
    ):
        return None
    for token in following:
        item = resolution.by_token.get(token.i)
        if item is None or item.start != token.i or item.form != "name":
            continue
        entity = resolution.entities[item.entity]
        if entity.type != "Institution" or not _is_of(entity.name, kinds):
            continue
        own = set(entity.name.casefold().split())
        fits = fields <= own if described.lower_ in own else not (definite and fields) or bool(fields & own)
        return item.entity if firsts[item.entity] == item.start and fits else None
    return None


def _is_of(name: str, kinds: Sequence[str]) -> bool:
    """Tell the kind of a body by the head of its name: a "District Court" is no district."""
    parts = name.casefold().split()
    heads = {parts[-1], *(parts[at - 1] for at in range(1, len(parts)) if parts[at] in _OF)}
    return not heads.isdisjoint(kinds)
