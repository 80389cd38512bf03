"""Bodies and nations right after a name: "X of the Harbour Party", "X, from Y,", "X, for Z, said", "Governor X of Y".

In: a parsed article and the link of a person's name. Out: tie candidates, whatever the parser hangs the preposition on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.office_relations import relation_of
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.series import past_age
from polgraph.extraction.standing.tie import has_posts, tie
from polgraph.extraction.titles import is_person_noun, written_out
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["body_after_name", "is_elected_there"]

_CLOSING = {",", ")", ".", ";", ":"}
_DESCRIBING = {"ADJ", "ADV", "NOUN"}
_EPITHETS = 8  # tokens from the name in which the body's own name begins


def body_after_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Find what a person is "of"; "for" needs commas around it, for verbs take it too."""
    index = past_age(doc, link.end) if link.end < len(doc) else link.end
    apart = index < len(doc) and doc[index].text in {",", "("}
    index += apart + (apart and index + 1 < len(doc) and doc[index + 1].lower_ == "also")
    if index + 1 >= len(doc) or doc[index].lower_ not in ({"of", "from", "for", "with"} if apart else {"of", "from"}):
        return
    preposition = doc[index].lower_
    index += 2 if doc[index + 1].lower_ == "the" and index + 1 not in resolution.by_token else 1
    while index < min(len(doc), link.end + _EPITHETS) and index not in resolution.by_token and _is_epithet(doc, index):
        index += 1
    body = resolution.by_token.get(index)
    if body is None or body.start != index or body.form not in {"name", "nominal"} or body.entity == link.entity:
        return
    if apart and (body.end >= len(doc) or doc[body.end].text not in _CLOSING):
        return
    if body.end < len(doc) and doc[body.end].lower_ in {"constituency", "district", "ward", "riding"}:
        return
    kind = resolution.entities[body.entity].type
    if kind == "Institution" and is_elected_there(doc, link, resolution.entities[body.entity].name, resolution):
        return
    if preposition == "with" and not (kind == "Institution" and has_posts(resolution.entities[body.entity].name)):
        return
    origin = kind == "Nation" or gazetteer.party(resolution.entities[body.entity].name)
    if preposition == "from" and not apart and (not origin or _is_moved(doc[link.head])):
        return  # "a warrant for X from the Court", "the extradition of X from Ostland"
    titled = _titled(doc, link, body, resolution)
    if titled is not None:
        yield titled
    elif kind == "Nation" and _in_titled_row(doc, link, resolution):
        return
    elif kind == "Institution":
        relation = "HOLDS_OFFICE" if has_posts(resolution.entities[body.entity].name) else "MEMBER_OF"
        yield tie(relation, link, body, f"{relation}:name of")
    elif kind == "Nation" and preposition != "for":
        yield tie("CITIZEN_OF", link, body, "CITIZEN_OF:name of")
    elif kind == "Person" and preposition == "for":
        yield tie("SPEAKS_FOR", link, body, "SPEAKS_FOR:name for")


def _is_moved(name: Token) -> bool:
    """As in "the removal of X from", where something is done to X."""
    if name.dep_ != "pobj" or name.head.lower_ != "of":
        return False
    return name.head.head.pos_ == "NOUN" and not is_person_noun(name.head.head.lower_)


def _is_epithet(doc: Doc, index: int) -> bool:
    """As in "of the far-right Harbour Party", "of the opposition Tidewater Union"."""
    token = doc[index]
    return token.text == "-" or (token.is_lower and (token.pos_ in _DESCRIBING or token.tag_ in {"VBG", "VBN"}))


def _in_titled_row(doc: Doc, link: Link, resolution: Resolution) -> bool:
    """As in "Y" of "Sens. X of Utah and Y of Maine": what Y is says the title before X (`shared_titles`)."""
    index = link.start - 1
    while index > 0 and doc[index].lower_ in {"and", ","}:
        index -= 1
    state = resolution.by_token.get(index)
    if state is None or index == link.start - 1 or doc[state.start - 1].lower_ not in {"of", "from"}:
        return False
    other = resolution.by_token.get(state.start - 2)
    if other is None or resolution.entities[other.entity].type != "Person":
        return False
    return bool(offices_in(doc, list(title_window(doc, other.start)), resolution)) or _in_titled_row(
        doc, other, resolution
    )


def is_elected_there(doc: Doc, link: Link, name: str, resolution: Resolution) -> bool:
    """As in "Rep. X of Tavel": where he was elected, unless a word of the name tells a body."""
    body = gazetteer.is_organ(name) or gazetteer.party(name) or name.isupper()
    if body or any(gazetteer.is_institution_head(word) for word in name.split()):
        return False
    offices = offices_in(doc, list(title_window(doc, link.start)), resolution)
    return bool(offices) and written_out(offices[-1].title).rsplit(maxsplit=1)[-1] in words("titles", "seats")


def _titled(doc: Doc, link: Link, body: Link, resolution: Resolution) -> Candidate | None:
    """As in "Governor X of Y", "the former minister X of Y": the title's body stands after the name."""
    offices = offices_in(doc, list(title_window(doc, link.start)), resolution)
    if not offices or "kin" in offices[-1].kinds:
        return None
    beside = offices[-1].body
    if beside is not None and not gazetteer.party(resolution.entities[beside.entity].name):
        return None  # "Republican Sen. X of Utah" has the state after the name
    office = replace(offices[-1], body=body)
    entity = resolution.entities[body.entity]
    relation = relation_of(office, entity.type, entity)
    if relation is None or not RELATIONS[relation].allows("Person", entity.type):
        return None
    return tie(relation, link, body, f"{relation}:title and name of", office=office)
