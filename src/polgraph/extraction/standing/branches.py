"""Branches of a body that each have a name: "the Z Department's Rights Division", "the X Institute at Y University".

In: a parsed article and the link of an institution. Out: PART_OF candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["arm_before_comma", "body_of_state", "branch_of"]

_OF_THE_STATE = {"state", "official", "government", "national", "federal", "public"}
_REACH = 5  # words between a nation and the name of its body
_POSSESSIVES = {"'s", "’s", "'", "’"}


def branch_of(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Y University's School of Z", "the Z Center at Y University", "the Z Department's Harbour Division"."""
    name = [token.lower_ for token in tokens_of(doc)[link.start : link.end] if token.text[:1].isupper()]
    if not words("institutions", "branches").intersection(name):
        return
    whole = None
    if link.start > 1 and doc[link.start - 1].lower_ in _POSSESSIVES:
        whole = resolution.by_token.get(link.start - 2)
    elif link.end + 1 < len(doc) and doc[link.end].lower_ == "at":
        first = link.end + 1 + (doc[link.end + 1].lower_ == "the")
        after = resolution.by_token.get(first)
        if after is not None and after.end + 1 < len(doc) and doc[after.end].lower_ in _POSSESSIVES:
            first = after.end + 1  # "at X University's School of Y": the school
            after = resolution.by_token.get(first)
        whole = after if after is not None and after.start == first and _teaches(doc, after) else None
    if whole is None or whole.form == "pronoun" or whole.entity == link.entity:
        return
    if resolution.entities[whole.entity].type == "Institution":
        yield tie("PART_OF", link, whole, "PART_OF:branch")


def arm_before_comma(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the UN's refugee agency, X,", "the Harbour Party's youth wing, X", "Ostland's ruling party X"."""
    index = link.start - 1
    index -= index > 0 and doc[index].lower_ == "the"
    apart = doc[index].text == ","
    noun = doc[index - 1 if apart else index].lower_
    party = noun in {"party", "union"}
    if index < 2 or not (party or (apart and noun in words("institutions", "arms"))):
        return
    index += not apart
    index -= 2
    while index > max(0, link.start - 2 - _REACH) and doc[index].pos_ in {"NOUN", "ADJ"} and doc[index].tag_ != "POS":
        index -= 1
    if doc[index].tag_ != "POS":
        return
    whole = resolution.by_token.get(index - 1)
    if whole is not None and whole.form == "name":
        kind = "Nation" if party else "Institution"
        if resolution.entities[whole.entity].type == kind and whole.entity != link.entity:
            yield tie("PART_OF", link, whole, "PART_OF:arm")


def body_of_state(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Ostland's state broadcaster X", "the Ostlandic official news agency X"."""
    index = link.start - 1
    index -= index > 1 and doc[index].text == ","
    speaks = index > 0 and doc[index].lower_ in words("institutions", "mouthpieces")
    if index < 1 or not (speaks or doc[index].lower_ in words("institutions", "possessions")):
        return
    said = False
    while index > max(0, link.start - 1 - _REACH) and index not in resolution.by_token:
        said = said or doc[index].lower_ in _OF_THE_STATE
        if doc[index].pos_ not in {"NOUN", "ADJ", "PROPN", "PUNCT"} and doc[index].tag_ not in {"POS", "VBN"}:
            return
        index -= 1
    nation = resolution.by_token.get(index)
    owned = doc[index + 1].tag_ == "POS" or (nation is not None and doc[nation.end - 1].tag_ == "POS")
    said = said or (speaks and owned)
    if nation is not None and said and resolution.entities[nation.entity].type == "Nation":
        if speaks:
            yield tie("PART_OF", link, nation, "PART_OF:body of state")
        else:  # "Ostland's state oil company, X"
            yield tie("CONTROLS", nation, link, "CONTROLS:state company")


def _teaches(doc: Doc, body: Link) -> bool:
    """As in "at Y University": at other bodies one only meets."""
    return any(token.lower_ in words("institutions", "learning") for token in tokens_of(doc)[body.start : body.end])
