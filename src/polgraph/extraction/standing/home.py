"""Offices of state without a state: "President X", "the former secretary of state Y" in an article about one nation.

In: the ties of an article and its resolution. Out: for each such title that was left without a body, the nation that
the article is at home in. News names the nation of foreign leaders and leaves out its own: whose organs and towns it
speaks of without a word about where they are, that nation is its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.article_places import (
    is_whole,
    nation_of_article,
    owner_of,
    state_of_article,
    town_of_article,
)
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office

__all__ = ["HOME", "STATE", "at_home", "home_of"]

# in the place of an entity, until the article has been read whole: its nation, its federal state, its town
HOME, STATE, TOWN, EITHER = "nation:", "state:", "town:", "either:"
_OF_EITHER = {"attorney general", "solicitor general"}
_AT_HOME = "HOLDS_OFFICE:at home"
_QUOTES = {'"', "“", "”"}
_TOWARDS = {"with", "against", "to", "at", "on", "for", "towards", "from"}


def home_of(doc: Doc, office: Office, resolution: Resolution) -> str | None:
    """Tell a title that a nation gives from one that a federal state gives; "its premier" is another nation's."""
    title = written_out(office.title.casefold())
    first = office.at + 1 - len(office.title.split())
    before = resolution.by_token.get(first - 1)
    if before is None and first > 0 and doc[first - 1].tag_ == "POS":
        return None  # whose it is is told, though nobody knows the name
    led = office.body is not None and resolution.entities[office.body.entity].type == "Person"
    if office.body is None and title in _OF_EITHER and doc[office.at].text[:1].isupper():
        return EITHER if before is None else STATE
    if (office.body is None or led) and _is_national(doc, office, title):  # "his secretary of state"
        return HOME if first < 1 or doc[first - 1].lower_ not in {"its", "their"} else None
    if office.body is None and (title in words("titles", "regional") or _is_of_state_cabinet(doc, office, title)):
        return STATE
    if office.body is None and _is_local(doc, office, title):
        return TOWN
    # "Republican Secretary of State X": a nation's is not called by a party
    party = before is not None and office.body is before and gazetteer.party(resolution.entities[before.entity].name)
    return (
        STATE if party and title in words("titles", "regional") | {"secretary of state", "attorney general"} else None
    )


def _is_of_state_cabinet(doc: Doc, office: Office, title: str) -> bool:
    """As in "the Commissioner for Works": a minister of a federal state."""
    after = office.at + 1
    portfolio = after + 1 < len(doc) and doc[after].lower_ == "for" and doc[after + 1].text[:1].isupper()
    return portfolio and title.endswith("commissioner") and doc[office.at].text[:1].isupper()


def _is_local(doc: Doc, office: Office, title: str) -> bool:
    """As in "Mayor X", "City Attorney X"; in small letters he may be of another town."""
    ranked = " " in title and title.split(maxsplit=1)[0] in words("titles", "local_ranks")
    return (ranked or title in words("titles", "local")) and doc[office.at].text[:1].isupper()


def _is_national(doc: Doc, office: Office, title: str) -> bool:
    """As in "prime minister", "deputy transport minister", "Minister of Transport": no chief minister of a province."""
    parts = title.split()
    while parts[0] in words("titles", "stand_in_ranks") and len(parts) > 1:
        parts = parts[1:]
    if " ".join(parts) in words("titles", "national"):
        return True
    if parts[-1] == "secretary" and len(parts) > 1:  # "the transport secretary, X", "Education Secretary X"
        return words("titles", "departments").issuperset(set(parts[:-1]) - {"and"})
    if parts[-1] != "minister" or {"chief", "first", "shadow"} & set(parts):
        return False
    if len(parts) > 1 or (office.at + 1 < len(doc) and doc[office.at + 1].lower_ in {"of", "for"}):
        return True
    portfolio = doc[office.at - 1] if office.at else doc[office.at]
    return portfolio.i < office.at and portfolio.text[:1].isupper() and portfolio.dep_ in {"compound", "amod", "nmod"}


def at_home(candidates: Sequence[Candidate], resolution: Resolution) -> list[Candidate]:
    """Give the nation or the state to the offices that have none; people whose place is told elsewhere keep that."""
    open_ = {candidate.object.entity for candidate in candidates} & {HOME, STATE, TOWN, EITHER}
    if not open_:
        return list(candidates)
    places = {
        HOME: nation_of_article(resolution) if HOME in open_ else None,
        STATE: state_of_article(resolution) if STATE in open_ else None,
        TOWN: town_of_article(candidates, resolution) if TOWN in open_ else None,
        EITHER: (state_of_article(resolution) or nation_of_article(resolution)) if EITHER in open_ else None,
    }
    closed = [c for c in candidates if c.object.entity not in places and c.title and c.relation == "HOLDS_OFFICE"]
    told = {(c.subject.entity, _post(c)) for c in closed}
    kept = []
    for candidate in candidates:
        if candidate.object.entity not in places:
            kept.append(candidate)
            continue
        place = places[candidate.object.entity]
        if candidate.object.entity == HOME:
            place = _nation_of(candidate, closed, resolution, place)
        if place is not None and _post(candidate) == "premier" and _has_provinces(place, resolution):
            place = state_of_article(resolution)
        if place is not None and (candidate.subject.entity, _post(candidate)) not in told:
            found = replace(candidate, object=replace(candidate.object, entity=place))
            closed.append(found)
            kept.append(found)
    return kept


def _nation_of(
    candidate: Candidate, closed: Sequence[Candidate], resolution: Resolution, home: str | None
) -> str | None:
    """The nation of one office: of the same post elsewhere, of the scene of its sentence, else of the article."""
    if candidate.trigger >= candidate.subject.end:  # else no more than what he is called
        told = _of_the_same_post(candidate, closed, resolution) or _of_the_government(candidate, closed, resolution)
        if told is not None:
            return told
    here = _ruled(candidate, resolution) or _of_the_organ_here(candidate, resolution) or _scene(candidate, resolution)
    if here is not None:
        return here
    post = written_out((candidate.title or "").casefold())
    if post not in words("titles", "national"):
        return home
    acted_on = _acted_on(candidate, resolution)
    others = set() if candidate.former else _governed(candidate, closed, resolution)
    if home is not None and home not in others | acted_on:
        return home
    found = _place_before(candidate, others | acted_on, resolution)
    return found or (nation_of_article(resolution, others) if others and home not in acted_on else None)


def _ruled(candidate: Candidate, resolution: Resolution) -> str | None:
    """As in "Under President X, Ostland left the pact": the nation that the sentence is about."""
    doc = resolution.doc
    sentence = doc[candidate.trigger].sent
    after = candidate.subject.end
    if doc[sentence.start].lower_ != "under" or after + 1 >= sentence.end or doc[after].text != ",":
        return None
    link = resolution.by_token.get(after + 1)
    return link.entity if link is not None and is_whole(resolution.entities[link.entity], resolution) else None


def _governed(candidate: Candidate, closed: Sequence[Candidate], resolution: Resolution) -> set[str]:
    """The nations of which the article says that somebody else has the post: one nation has one president."""
    post = _post(candidate)
    return {
        other.object.entity
        for other in closed
        if other.subject.entity != candidate.subject.entity
        and not other.former
        and other.rule != _AT_HOME
        and _post(other) == post
        and resolution.entities[other.object.entity].type == "Nation"
    }


def _place_before(candidate: Candidate, others: set[str], resolution: Resolution) -> str | None:
    """As in "Peru is leaving Ostland, where soldiers overthrew President X": the last nation, if not another's."""
    sentence = resolution.doc[candidate.trigger].sent
    for index in range(candidate.trigger - 1, sentence.start - 1, -1):
        link = resolution.by_token.get(index)
        if resolution.doc[index].text in _QUOTES:
            return None
        if link is None or link.form == "adjective" or link.entity in others:
            continue
        if resolution.doc[link.head].dep_ == "nsubj" and resolution.doc[candidate.subject.end - 1].dep_ == "dobj":
            continue  # "Ostland sent its envoy to meet President X"
        if is_whole(resolution.entities[link.entity], resolution):
            return link.entity
    return None


def _has_provinces(nation: str, resolution: Resolution) -> bool:
    """As in Canada: its premiers are those of its provinces."""
    return resolution.entities[nation].name.casefold() in words("titles", "with_premiers")


def _nations(resolution: Resolution) -> set[str]:
    """The nations that the article names, without the parts of one."""
    named = {link.entity for link in resolution.links if resolution.entities[link.entity].type == "Nation"}
    places = {entity: gazetteer.place(resolution.entities[entity].name) for entity in named}
    return {entity for entity, place in places.items() if place is None or not place.part}


def _of_the_same_post(candidate: Candidate, closed: Sequence[Candidate], resolution: Resolution) -> str | None:
    """As in "Y, who replaced X as transport minister", where X was Ostland's."""
    post = written_out((candidate.title or "").casefold())
    nations = {
        other.object.entity
        for other in closed
        if written_out((other.title or "").casefold()) == post
        and resolution.entities[other.object.entity].type == "Nation"
    }
    return nations.pop() if len(nations) == 1 else None


def _of_the_government(candidate: Candidate, closed: Sequence[Candidate], resolution: Resolution) -> str | None:
    """As in "Y sacked X as transport minister", where Y governs Ostland."""
    sentence = resolution.doc[candidate.trigger].sent
    here = {
        link.entity
        for index in range(sentence.start, sentence.end)
        if (link := resolution.by_token.get(index)) is not None
    }
    nations = {
        other.object.entity
        for other in closed
        if other.subject.entity in here - {candidate.subject.entity}
        and written_out((other.title or "").casefold()) in words("titles", "national")
        and resolution.entities[other.object.entity].type == "Nation"
    }
    return nations.pop() if len(nations) == 1 else None


def _scene(candidate: Candidate, resolution: Resolution) -> str | None:
    """As in "a Thai court", "police in Kenya", "In Kenya, President X": whose public life the sentence is about."""
    doc = resolution.doc
    sentence = doc[candidate.trigger].sent
    nations = set()
    for index in range(sentence.start, sentence.end):
        link = resolution.by_token.get(index)
        if link is None or link.start != index or not is_whole(resolution.entities[link.entity], resolution):
            continue
        after = doc[link.end].lemma_.lower() if link.end < len(doc) else ""
        if link.form == "adjective" and link.end + 1 < len(doc) and doc[link.end].pos_ == "ADJ":
            after = doc[link.end + 1].lemma_.lower()
        before = doc[link.start - 1].lower_ if link.start > sentence.start else ""
        noun = doc[link.start - 2].lemma_.lower() if link.start - 1 > sentence.start else ""
        if (link.form == "adjective" and after in words("titles", "domestic")) or (
            before == "in" and (noun in words("titles", "domestic") or link.start - 1 == sentence.start)
        ):
            nations.add(link.entity)
    return nations.pop() if len(nations) == 1 else None


def _acted_on(candidate: Candidate, resolution: Resolution) -> set[str]:
    """The nations that the bearer of an office does something to, or goes to: they are not his."""
    doc = resolution.doc
    name = doc[candidate.subject.end - 1]
    verb = name.head
    if name.dep_ != "nsubj" or verb.pos_ != "VERB":
        return set()
    said = [child for child in children(verb) if child.dep_ == "ccomp"]  # "President X said he would face Ostland"
    found = set()
    for child in [below for one in (verb, *said) for below in children(one)]:
        nouns = [child] if child.dep_ == "dobj" else []
        if child.dep_ == "prep" and child.lower_ in _TOWARDS:
            nouns = [noun for noun in children(child) if noun.dep_ == "pobj"]
        found |= {link.entity for noun in nouns if (link := resolution.headed(noun)) is not None}
    return found


def _post(candidate: Candidate) -> str:
    return written_out((candidate.title or "").casefold()).rsplit(maxsplit=1)[-1]


def _of_the_organ_here(candidate: Candidate, resolution: Resolution) -> str | None:
    """As in "Peru's Congress removed President X": the nation whose organ has to do with the title's bearer."""
    sentence = resolution.doc[candidate.trigger].sent
    owners = set()
    for index in range(sentence.start, sentence.end):
        link = resolution.by_token.get(index)
        if link is not None and link.start == index and resolution.entities[link.entity].type == "Institution":
            owners.add(owner_of(link, resolution) or _in_name(link, resolution))
    nations = [entity for entity in owners if entity is not None and is_whole(resolution.entities[entity], resolution)]
    return nations[0] if len(nations) == 1 else None


def _in_name(body: Link, resolution: Resolution) -> str | None:
    """As in "the Thai army", "a Turkish court": in small letters, an organ at home."""
    doc = resolution.doc
    place = gazetteer.place(doc[body.start].text) if body.end - body.start > 1 else None
    if (
        place is None
        or place.part
        or place.capital
        or doc[body.end - 1].lemma_.lower() not in words("titles", "domestic")
    ):
        return None
    return next((e.id for e in resolution.entities.values() if e.type == "Nation" and e.name == place.name), None)
