"""The body beside a title: "Kremlin spokesman", "chairman of the Duma", "TFU Ohio chairwoman".

In: a title in a phrase and the links of the article. Out: the link of the body, nation or person whose the title is,
before it or after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.names.portfolios import is_field
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.extraction.titles import is_person_noun, title_ending_at, written_out

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution

__all__ = ["POSSESSIVES", "TIES", "body_after", "body_before", "is_about_field", "is_portfolio"]

POSSESSIVES = {"'s", "’s", "'", "’"}
TIES = {"of", "for", "at", "in", "to", "on", "from", "with", "'s", "’s"}
_JOINED = {"based", "backed", "born", "led", "run", "controlled", "style", "wide"}
_STANCES = {"pro", "anti", "non", "ex"}
_GOVERNING = {"governor", "senator", "mayor", "lieutenant governor", "representative", "congressman", "congresswoman"}
_CHAMBERS = {"house", "senate", "assembly", "parliament", "commons", "lords", "council", "congress"}
_TITLE = 6  # tokens between a body and the name of who holds a post there


def body_before(doc: Doc, start: int, inside: set[int], resolution: Resolution, title: str) -> Link | None:
    """Find the body before a title that begins at `start`, within the phrase."""
    index = start - 1
    while index in inside:
        link = resolution.by_token.get(index)
        # "presidential" of "presidential nominee"
        own = link is not None and link.form == "nominal" and link.end > start
        if link is not None and not own and not _qualifies_only(doc, link) and not is_portfolio(doc, title, link):
            return (
                _beyond_party(doc, link, inside, resolution)
                or _beyond_place(doc, link, inside, resolution, title)
                or link
            )
        if doc[index].text == ")" and index - 2 in inside and doc[index - 2].text == "(":
            index -= 3  # "Tidewater Union (TU) leader"
            continue
        if doc[index].text in {",", "and", ";", "(", ")"} or doc[index].lower_ == "of":
            return None  # also "the Harbour Party of former president X"
        index -= 1
    return None


def body_after(doc: Doc, end: int, inside: set[int], resolution: Resolution) -> Link | None:
    """Find the body after a title whose last word is at `end`, within the phrase."""
    index = end + 1
    if index not in inside or doc[index].lower_ not in TIES:
        return None
    if doc[index].lower_ == "in" and index + 1 in inside and doc[index + 1].lower_ in {"charge", "chief"}:
        index += 2
    while index in inside and index < end + 14:
        link = resolution.by_token.get(index)
        if link is not None and not _qualifies_only(doc, link):
            own = _apposed(doc, link, inside, resolution) or _titled_person(doc, link, resolution)
            return own or _works_at(doc, link, inside, resolution) or _possessed(doc, link, inside, resolution)
        if (
            doc[index].text in {",", ";", "(", ")", "who", "which"}
            or (doc[index].pos_ in {"VERB", "AUX"} and doc[index].lower_ not in _JOINED and doc[index].dep_ != "amod")
            or (doc[index].lower_ == "and" and not _joins_fields(doc, index))
        ):
            return None
        index += 1
    return None


def is_about_field(doc: Doc, title: str, body: Link, resolution: Resolution) -> bool:
    """As in "Minister of Education": what a minister is minister of may look like a name and is none."""
    entity = resolution.entities[body.entity]
    if doc[body.start - 1].lower_ == "the":
        return False
    if (
        title.rsplit(maxsplit=1)[-1] not in {"minister", "secretary", "undersecretary", "commissioner"}
        or entity.type != "Institution"
    ):
        return False
    return not gazetteer.is_organ(entity.name) and not any(
        gazetteer.is_institution_head(word) for word in entity.name.split()
    )


def is_portfolio(doc: Doc, title: str, body: Link | None) -> bool:
    """As in "Ostland's Minister of Foreign Affairs", where the article names a Ministry of Foreign Affairs too."""
    fields = tokens_of(doc)[body.start : body.end] if body is not None and title.endswith("minister") else ()
    return bool(fields) and all(is_field(token.lower_) for token in fields)


def _beyond_party(doc: Doc, party: Link, inside: set[int], resolution: Resolution) -> Link | None:
    """As in "Senate Republican leader", "Ohio's Republican governor": the post is one of the chamber, of the state."""
    if not gazetteer.party(resolution.entities[party.entity].name):
        return None
    index = party.start - 1
    index -= index in inside and index not in resolution.by_token and doc[index].lower_ in POSSESSIVES
    body = resolution.by_token.get(index) if index in inside else None
    if body is None or resolution.entities[body.entity].type == "Person":
        return None
    parts = resolution.entities[body.entity].name.casefold().split()
    after = written_out(doc[party.end].text) if party.end < len(doc) else ""
    governs = resolution.entities[body.entity].type == "Nation" and after in _GOVERNING
    return body if parts[-1] in _CHAMBERS or governs else None


def _beyond_place(doc: Doc, place: Link, inside: set[int], resolution: Resolution, title: str) -> Link | None:
    """As in "TFU Ohio chairwoman": the post is one of the union in that place."""
    if resolution.entities[place.entity].type == "Nation" and title in words("titles", "sent"):
        index = place.start - 1  # "Ostland's visiting Meridia envoy"
        while index in inside and index not in resolution.by_token and doc[index].pos_ in {"ADJ", "VERB", "PART"}:
            index -= 1
        sender = resolution.by_token.get(index) if index in inside and doc[index + 1].tag_ == "POS" else None
        if sender is not None and resolution.entities[sender.entity].type == "Nation":
            return sender
    body = resolution.by_token.get(place.start - 1) if place.start - 1 in inside else None
    if body is None or place.form == "adjective" or resolution.entities[place.entity].type != "Nation":
        return None
    return body if body.form == "name" and resolution.entities[body.entity].type == "Institution" else None


def _qualifies_only(doc: Doc, link: Link) -> bool:
    """As in "the Ostland-based Tidewater Centre", "the pro-Ostland councillor": where, not what of."""
    if link.start > 1 and doc[link.start - 1].text == "-" and doc[link.start - 2].lower_ in _STANCES:
        return True
    return link.end + 1 < len(doc) and doc[link.end].text == "-" and doc[link.end + 1].lower_ in _JOINED


def _joins_fields(doc: Doc, index: int) -> bool:
    """As in "professor of law and public policy at X": an "and" inside what the post is about."""
    following = doc[index + 1] if index + 1 < len(doc) else None
    return (
        following is not None
        and following.is_lower
        and following.pos_ in {"NOUN", "ADJ"}
        and title_ending_at(doc, index + 1) is None
        and (index + 2 >= len(doc) or title_ending_at(doc, index + 2) is None)
    )


def _apposed(doc: Doc, nation: Link, inside: set[int], resolution: Resolution) -> Link | None:
    """As in "leader of the Ostlandic group Y", "head of the Ostlandic oil giant Y": the body, not where it is."""
    index = nation.end
    while index in inside and index not in resolution.by_token and doc[index].pos_ in {"ADJ", "NOUN"}:
        index += 1
    body = resolution.by_token.get(index)
    if nation.form != "adjective" or index == nation.end or body is None or body.start != index:
        return None
    named = doc[index - 1].pos_ == "NOUN" and not is_person_noun(doc[index - 1].lower_)
    return body if named and resolution.entities[body.entity].type == "Institution" else None


def _titled_person(doc: Doc, link: Link, resolution: Resolution) -> Link | None:
    """As in "an aide to Ohio Gov. X": the governor, not his state."""
    index = link.end
    while index < min(len(doc), link.end + _TITLE) and index not in resolution.by_token:
        token = doc[index]
        if not (token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.text in {".", "-"}) or token.is_sent_start:
            return None
        index += 1
    person = resolution.by_token.get(index)
    if index == link.end or person is None or resolution.entities[person.entity].type != "Person":
        return None
    return person if title_ending_at(doc, index - 1) is not None else None


def _works_at(doc: Doc, field: Link, inside: set[int], resolution: Resolution) -> Link | None:
    """As in "head of Data Privacy at the Tidewater Bank": a name without a word for a body tells the field."""
    if field.end not in inside or doc[field.end].lower_ != "at":
        return None
    first = field.end + 1 + (doc[field.end + 1].lower_ == "the")
    body = resolution.by_token.get(first) if first in inside else None
    name = resolution.entities[field.entity].name
    is_body = gazetteer.is_organ(name) or any(gazetteer.is_institution_head(word) for word in name.split())
    return None if is_body or body is None or resolution.entities[body.entity].type != "Institution" else body


def _possessed(doc: Doc, link: Link, inside: set[int], resolution: Resolution) -> Link | None:
    """As in "director of Ostland's Signals Directorate": the body, not whose it is; nobody in "Ostland's history"."""
    index = link.end if doc[link.end - 1].lower_ in POSSESSIVES else link.end + 1
    if index < len(doc) and index in inside and doc[index - 1].lower_ in POSSESSIVES:
        index += doc[index].text == '"' and index + 1 in inside  # "host of Tidewater News' “Morning Call”"
        owned = resolution.by_token.get(index)
        nation = resolution.entities[link.entity].type == "Nation"
        return owned if owned is not None or nation else link
    return link
