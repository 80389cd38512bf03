"""Title phrases: "former US President", "First Deputy Chairman of X and a member of Y", "his wife".

In: the tokens of a phrase. Out: `Office`s: the title, its kinds of tie, the body, nation or person beside it, former
or acting. Used before a name, in an apposition and after "is" alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.extraction.titles import is_person_noun, kinds, title_ending_at, written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution

__all__ = ["Office", "offices_in"]

_TIES = {"of", "for", "at", "in", "to", "on", "from", "with", "'s", "’s"}
_JOINED = {"based", "backed", "born", "led", "run", "controlled", "style", "wide"}
_STANCES = {"pro", "anti", "non", "ex"}
_GOVERNING = {"governor", "senator", "mayor", "lieutenant governor", "representative", "congressman", "congresswoman"}
_CHAMBERS = {"house", "senate", "assembly", "parliament", "commons", "lords", "council", "congress"}
_SENT = {"ambassador", "envoy", "consul", "attaché", "attache", "representative", "delegate", "commissioner"}
_WHERE = {"to", "in", "at", "for"}
_TITLE = 6  # tokens between a body and the name of who holds a post there
_POSSESSIVES = {"'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Office:
    """A title in a phrase.

    title: as the text has it. at: token index of its last word. body: the link beside it. by: the word that joins a
    body after the title, "for" in "member for X".
    """

    title: str
    kinds: frozenset[str]
    at: int
    body: Link | None
    former: bool = False
    by: str = ""


def offices_in(doc: Doc, tokens: Sequence[int], resolution: Resolution) -> list[Office]:
    """Find the titles among `tokens` (indices in order), each with the body named nearest to it.

    A body before the title ("Kremlin spokesman") is preferred to one after it ("chairman of the Duma").
    """
    found: list[Office] = []
    inside = set(tokens)
    index = len(tokens) - 1
    former_here = any(_is_former(doc[i].lower_) for i in tokens)
    while index >= 0:
        titled = title_ending_at(doc, tokens[index]) if tokens[index] not in resolution.by_token else None
        linked = resolution.by_token.get(tokens[index])
        if titled is None and linked is not None and linked.form == "nominal":
            titled = title_ending_at(doc, tokens[index])
        if titled is not None and titled[0] not in inside:  # "co-founder" that the parser has cut
            titled = (tokens[index], doc[tokens[index]].lower_) if kinds(doc[tokens[index]].text) else None
        if titled is None:
            index -= 1
            continue
        start, words = titled
        if words == "head" and "at" in {doc[max(0, start - 1)].lower_, doc[max(0, start - 2)].lower_}:
            index -= 1  # "at the head of the march"
            continue
        own = resolution.by_token.get(start) if start < tokens[index] else None  # "U.S. attorney"
        start = _with_modifiers(doc, start, inside, resolution)
        text = "".join(doc[i].text_with_ws for i in range(start, tokens[index] + 1)).strip()
        before = _body_before(doc, start, inside, resolution)
        if before is None or not (
            _is_sent(doc, words, tokens[index]) or _is_posted(doc, before, tokens[index], resolution)
        ):
            after = _body_after(doc, tokens[index], inside, resolution)
            body = before if after is None or _is_where(doc, before, after, tokens[index], resolution) else after
        else:
            body = before
        if body is not None and _is_field(doc, words, body, resolution):
            body = None
        if own is not None and resolution.entities[own.entity].type == "Nation":
            body = own
        joint = doc[tokens[index] + 1].lower_ if body is not None and body.start > tokens[index] else ""
        found.append(Office(text, kinds(words), tokens[index], body, former_here, joint))
        index = tokens.index(start) - 1
    return _sharing(doc, _outermost(doc, found[::-1], resolution))


def _sharing(doc: Doc, found: list[Office]) -> list[Office]:
    """As in "founder and chairman of the Tidewater Fund": founder of the fund too."""
    for number in range(len(found) - 1, 0, -1):
        first, second = found[number - 1], found[number]
        between = doc[first.at + 1 : second.at - len(second.title.split()) + 1]
        after = second.body is not None and second.body.start > second.at
        if first.body is None and after and [token.lower_ for token in between] == ["and"]:
            found[number - 1] = replace(first, body=second.body)
    return found


def _outermost(doc: Doc, found: list[Office], resolution: Resolution) -> list[Office]:
    """Leave out what is somebody else's: in "aide to Ostland's president" the presidency, and Ostland for the aide."""
    kept: list[Office] = []
    for number, office in enumerate(found):
        before = found[number - 1] if number else None
        last = number + 1 == len(found)
        owns = last and before is None and doc[min(office.at + 1, len(doc) - 1)].lower_ in _POSSESSIVES
        if owns and office.at not in resolution.by_token:
            continue  # "the premier's ex"; but "the Tide Party nominee's stance" tells whose nominee is meant
        if before is not None and kept and _is_possessor(doc, before, office):
            kept.pop()  # "the nominee's daughter"
        elif before is not None and _within(doc, before, office):
            if (
                kept
                and kept[-1] is before
                and before.body is not None
                and before.at < before.body.start < before.body.end <= office.at
                and not any(token.pos_ == "ADP" for token in tokens_of(doc)[before.body.end : office.at])
            ):
                kept[-1] = replace(before, body=None)
            continue
        kept.append(office)
    return kept


def _is_possessor(doc: Doc, owner: Office, owned: Office) -> bool:
    between = doc[owner.at + 1 : owned.at]
    return (
        len(between) > 0 and between[0].lower_ in _POSSESSIVES and all(token.pos_ != "PUNCT" for token in between[1:])
    )


def _within(doc: Doc, outer: Office, inner: Office) -> bool:
    between = doc[outer.at + 1 : inner.at]
    return (
        (len(between) > 1 or (len(between) == 1 and between[0].lower_ in {"for", "to"}))
        and between[0].lower_ in _TIES - _POSSESSIVES
        and not any(token.text in {",", ";", "(", ")"} or token.lower_ == "and" for token in between)
    )


def _is_sent(doc: Doc, title: str, at: int) -> bool:
    """As in "Ostland's ambassador to Meridia": what follows is where one is sent, not who sends."""
    return title.rsplit(maxsplit=1)[-1] in _SENT and at + 1 < len(doc) and doc[at + 1].lower_ in _WHERE


def _is_posted(doc: Doc, sender: Link, at: int, resolution: Resolution) -> bool:
    """As in "the top Ostlandic commander in Meridia": whoever has sent him."""
    return at + 1 < len(doc) and doc[at + 1].lower_ in _WHERE and resolution.entities[sender.entity].type == "Nation"


def _is_where(doc: Doc, before: Link | None, after: Link, at: int, resolution: Resolution) -> bool:
    """As in "the Tidewater Agency's coordinator in Ostland": the agency's, who works in Ostland."""
    return (
        before is not None
        and doc[at + 1].lower_ in _WHERE
        and resolution.entities[before.entity].type == "Institution"
        and resolution.entities[after.entity].type == "Nation"
    )


def _is_field(doc: Doc, title: str, body: Link, resolution: Resolution) -> bool:
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


def _with_modifiers(doc: Doc, start: int, inside: set[int], resolution: Resolution) -> int:
    """Take the words of rank before a title into it: "First Deputy" Chairman."""
    while start - 1 in inside and start - 1 not in resolution.by_token and doc[start - 1].lower_ in _ranks():
        start -= 1
    return start


def _body_before(doc: Doc, start: int, inside: set[int], resolution: Resolution) -> Link | None:
    index = start - 1
    while index in inside:
        link = resolution.by_token.get(index)
        # "presidential" of "presidential nominee"
        own = link is not None and link.form == "nominal" and link.end > start
        if link is not None and not own and not _qualifies_only(doc, link):
            return _beyond_party(doc, link, inside, resolution) or link
        if doc[index].text == ")" and index - 2 in inside and doc[index - 2].text == "(":
            index -= 3  # "Tidewater Union (TU) leader"
            continue
        if doc[index].text in {",", "and", ";", "(", ")"}:
            return None
        index -= 1
    return None


def _beyond_party(doc: Doc, party: Link, inside: set[int], resolution: Resolution) -> Link | None:
    """As in "Senate Republican leader", "Ohio's Republican governor": the post is one of the chamber, of the state."""
    if not gazetteer.party(resolution.entities[party.entity].name):
        return None
    index = party.start - 1
    index -= index in inside and index not in resolution.by_token and doc[index].lower_ in _POSSESSIVES
    body = resolution.by_token.get(index) if index in inside else None
    if body is None or resolution.entities[body.entity].type == "Person":
        return None
    words = resolution.entities[body.entity].name.casefold().split()
    after = written_out(doc[party.end].text) if party.end < len(doc) else ""
    governs = resolution.entities[body.entity].type == "Nation" and after in _GOVERNING
    return body if words[-1] in _CHAMBERS or governs else None


def _qualifies_only(doc: Doc, link: Link) -> bool:
    """As in "the Ostland-based Tidewater Centre", "the pro-Ostland councillor": where, not what of."""
    if link.start > 1 and doc[link.start - 1].text == "-" and doc[link.start - 2].lower_ in _STANCES:
        return True
    return link.end + 1 < len(doc) and doc[link.end].text == "-" and doc[link.end + 1].lower_ in _JOINED


def _body_after(doc: Doc, end: int, inside: set[int], resolution: Resolution) -> Link | None:
    index = end + 1
    if index not in inside or doc[index].lower_ not in _TIES:
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
    index = link.end if doc[link.end - 1].lower_ in _POSSESSIVES else link.end + 1
    if index < len(doc) and index in inside and doc[index - 1].lower_ in _POSSESSIVES:
        index += doc[index].text == '"' and index + 1 in inside  # "host of Tidewater News' “Morning Call”"
        owned = resolution.by_token.get(index)
        nation = resolution.entities[link.entity].type == "Nation"
        return owned if owned is not None or nation else link
    return link


def _is_former(word: str) -> bool:
    return word in _former() or word.startswith("ex-")


@cache
def _former() -> frozenset[str]:
    return frozenset(load("titles")["former"])


@cache
def _ranks() -> frozenset[str]:
    return frozenset(load("titles")["ranks"]) | frozenset(load("titles")["local_ranks"])
