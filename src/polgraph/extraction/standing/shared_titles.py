"""One plural title for several people: "Sens. X of Utah and Y of Maine", "the ministers X and Y".

In: a parsed article and the link of a person's name that a plural title precedes. Out: tie candidates for every person
of the row, each with the body of its own or with that of the title. The parser gives the title to the first alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.office_relations import relation_of
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.standing.told_before import untold
from polgraph.extraction.titles import written_out
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office

__all__ = ["shared_title"]

_GLUE = {",", "and", "&"}
_MOST, _SEVERAL = 6, 2  # people under one title
_VERBS = {"VERB", "AUX"}
_PHRASE = 14  # tokens of a title that a comma parts from them


def shared_title(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Democratic Sens. X of Utah and Y of Maine"."""
    yield from _after_row(doc, link, resolution)
    before = doc[link.start - 1].text.removesuffix(".") if link.start else "."
    party = resolution.by_token.get(link.start - 1) if before.endswith("s") else None
    if before == ",":
        yield from _before_comma(doc, link, link.start, resolution)
    elif party is not None and party.start > 0 and doc[party.start - 1].text == ",":
        yield from _before_comma(doc, link, party.start, resolution)  # "leaders of X, Democrats Y and Z"
    if before and not before.endswith(("s", "men", "women")):
        return  # most names: no plural before them
    window = list(title_window(doc, link.start))
    offices = offices_in(doc, window, resolution)
    office = offices[-1] if offices else None
    if office is None or office.at != link.start - 1 or "kin" in office.kinds or not _is_plural(office.title):
        return
    parties = [resolution.by_token[i] for i in window if i in resolution.by_token]
    parties = [party for party in parties if gazetteer.party(resolution.entities[party.entity].name)]
    for number, (person, body) in enumerate(_row(doc, link, resolution)):
        yield from _office(person, body or office.body, office, resolution)
        if office.body is None:
            yield from untold(doc, replace(office, title=written_out(office.title)), person, shared=True)
        if number:
            yield from (tie("MEMBER_OF", person, party, "MEMBER_OF:shared title") for party in dict.fromkeys(parties))


def _after_row(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X and Y, directors of the Tidewater Bank,": the titles of all of a row that begins with a name."""
    if link.end + 1 >= len(doc) or doc[link.end].lower_ not in {"and", ","} or doc[link.start - 1].lower_ == "and":
        return
    row = [person for person, _ in _row(doc, link, resolution)]
    first = row[-1].end + 1
    if len(row) < _SEVERAL or first >= len(doc) or doc[first - 1].text != "," or doc[first].lower_ == "and":
        return
    end = first
    while end < min(len(doc), first + _PHRASE) and doc[end].text not in {",", "."} and doc[end].pos_ not in _VERBS:
        end += 1
    for office in offices_in(doc, list(range(first, end)), resolution)[:1]:
        named = office.at + 1 in resolution.by_token  # "senators Z and W", who are others
        if _is_plural(office.title) and "kin" not in office.kinds and not named:
            for person in row:
                yield from _office(person, office.body, office, resolution)


def _before_comma(doc: Doc, link: Link, first: int, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Vermont's two senators, X and Y,", "four members of the Z council, X, Y and Z,"."""
    people = resolution.by_token.get(first - 2)
    if people is not None and _counts_a_people(doc, people, resolution):
        yield from (
            tie("CITIZEN_OF", person, people, "CITIZEN_OF:several") for person, _ in _row(doc, link, resolution)
        )
        return
    start = first - 1
    while start > max(0, first - _PHRASE) and not doc[start].is_sent_start:
        before = doc[start - 1]
        if before.is_punct or before.is_space or before.pos_ in {"VERB", "AUX", "SCONJ", "PRON"}:
            break
        start -= 1
    offices = offices_in(doc, list(range(start, first - 1)), resolution)
    if len(offices) != 1 or "kin" in offices[0].kinds or not _is_plural(offices[0].title) or offices[0].body is None:
        return
    row = list(_row(doc, link, resolution))
    bodies = _bodies(doc, offices[0].body, first, resolution)
    if len(bodies) == len(row) > 1:  # "the presidents of X and Y, A and B"
        row = [(person, body) for (person, _), body in zip(row, bodies, strict=True)]
    if len(row) > 1:
        common = resolution.entities[offices[0].body.entity].type == "Institution"
        for person, body in row:  # "the leaders of the X Caucus, Y of Ohio and Z of Utah"
            where = body is not None and common and resolution.entities[body.entity].type == "Nation"
            yield from _office(person, offices[0].body if where else body or offices[0].body, offices[0], resolution)


def _bodies(doc: Doc, first: Link, end: int, resolution: Resolution) -> list[Link]:
    """The bodies of a row before the comma: "X and Y"."""
    found = [first]
    index = first.end
    while index + 1 < end and doc[index].lower_ in _GLUE:
        index += 1
        index += doc[index].lower_ in {"and", "the"}
        body = resolution.by_token.get(index)
        if body is None or resolution.entities[body.entity].type != resolution.entities[first.entity].type:
            break
        found.append(body)
        index = body.end
    return found


def _counts_a_people(doc: Doc, link: Link, resolution: Resolution) -> bool:
    """As in "two Norwegians, X and Y"."""
    several = doc[link.end - 1].tag_ in {"NNS", "NNPS"} and link.start > 0 and doc[link.start - 1].pos_ == "NUM"
    return several and resolution.entities[link.entity].type == "Nation"


def _is_plural(title: str) -> bool:
    """As in "Sens.", "foreign ministers"."""
    last = title.casefold().removesuffix(".").rsplit(maxsplit=1)[-1]
    return last.endswith(("s", "men", "women")) and not written_out(title).endswith(last)


def _office(person: Link, body: Link | None, office: Office, resolution: Resolution) -> Iterator[Candidate]:
    if body is None:
        return
    entity = resolution.entities[body.entity]
    relation = relation_of(replace(office, body=body), entity.type, entity)
    if relation is not None and RELATIONS[relation].allows("Person", entity.type):
        single = replace(office, title=written_out(office.title), body=body)
        yield tie(relation, person, body, f"{relation}:shared title", office=single)


def _row(doc: Doc, link: Link, resolution: Resolution) -> Iterator[tuple[Link, Link | None]]:
    person: Link | None = link
    for _ in range(_MOST):
        if person is None or resolution.entities[person.entity].type != "Person":
            return
        body, index = _own(doc, person.end, resolution)
        yield person, body
        start = index
        while index < len(doc) and doc[index].lower_ in _GLUE:
            index += 1
        person = resolution.by_token.get(index) if index > start else None


def _own(doc: Doc, index: int, resolution: Resolution) -> tuple[Link | None, int]:
    """The body that "of", "from" or brackets give to one of the row, and the token after it."""
    if index + 1 >= len(doc):
        return None, index
    if doc[index].text == "(":
        end = next((i + 1 for i in range(index, min(index + 9, len(doc))) if doc[i].text == ")"), index)
        return None, end
    if doc[index].lower_ not in {"of", "from"}:
        return None, index
    body = resolution.by_token.get(index + 1 + (doc[index + 1].lower_ == "the"))
    return body, body.end if body is not None else index
