"""Bodies that a title names by their kind alone: "union president X", "a company spokesman", "board officials".

In: a resolution that holds names, descriptions and pronouns. Out: nominal links of such nouns: the body of that kind
that the article mentioned last, else the only one that it names at all.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["link_bare_bodies"]

_SCORE = 0.7
_OF = {"of", "for", "on"}
_COMPANIES = {"company", "firm"}


def link_bare_bodies(doc: Doc, resolution: Resolution) -> None:
    """Link the nouns for a body that stand right before a title."""
    bare = words("institutions", "bare")
    found = [token for token in tokens_of(doc) if token.lower_ in bare and _is_bare(token)]
    if not found:
        return
    mentions: dict[str, list[int]] = defaultdict(list)
    for link in resolution.links:
        if resolution.entities[link.entity].type == "Institution":
            mentions[link.entity].append(link.start)
    for token in found:
        if token.i in resolution.by_token:
            continue
        body = _meant(token, mentions, resolution)
        if body is not None:
            resolution.add(Link(token.i, token.i + 1, token.i, body, "nominal", _SCORE))


def _is_bare(noun: Token) -> bool:
    """A noun with no possessor and no name before it, and a title or the staff after it: "union leaders"."""
    doc, index = noun.doc, noun.i
    after = index + 1
    while after < len(doc) - 1 and after < index + 3 and doc[after].lower_ in words("titles", "ranks"):
        after += 1
    if noun.dep_ not in {"compound", "amod"} or after >= len(doc) or not is_person_noun(doc[after].lower_):
        return False
    title = doc[after]
    before = doc[index - 1] if index else None
    alone = before is None or (before.dep_ != "compound" and before.tag_ not in {"POS", "NNP"} and before.text != "-")
    staff = title.tag_ == "NNS" and title.lemma_.lower() in _staff()
    return (
        (title.tag_ in {"NN", "NNP"} or staff)
        and (noun.is_lower or (bool(noun.is_sent_start) and title.is_lower))
        and alone
    )


@cache
def _staff() -> frozenset[str]:
    return words("participants", "representatives") | words("institutions", "bare_staff")


def _meant(noun: Token, mentions: dict[str, list[int]], resolution: Resolution) -> str | None:
    kinds = {noun.lower_, *load("institutions")["nominals"].get(noun.lower_, ())}
    fitting = [entity for entity in mentions if _is_of(resolution.entities[entity].name, kinds)]
    if not fitting and noun.lower_ in _COMPANIES:
        fitting = [entity for entity in mentions if _may_be_a_company(resolution.entities[entity].name)]
    before = {entity: max((at for at in mentions[entity] if at < noun.i), default=-1) for entity in fitting}
    last = max(fitting, key=lambda entity: before[entity], default=None)
    if last is None or (before[last] < 0 and len(fitting) > 1):
        return None
    return last


def _is_of(name: str, kinds: set[str]) -> bool:
    parts: Sequence[str] = name.casefold().split()
    heads = {parts[-1], *(parts[at - 1] for at in range(1, len(parts)) if parts[at] in _OF)}
    return not heads.isdisjoint(kinds)


def _may_be_a_company(name: str) -> bool:
    known = gazetteer.is_organ(name) or gazetteer.party(name) or gazetteer.is_outlet(name)
    return not known and not any(gazetteer.is_institution_head(word) for word in name.split())
