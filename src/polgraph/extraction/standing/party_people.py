"""Who is of a party because a party's name describes them: "X, a Republican", "X, a top Utah Democrat", "X is a Tory".

In: a parsed article and the link of a person. Out: MEMBER_OF candidates, and HOLDS_OFFICE in the state beside the
party where the person has a seat: "Sen. X, a Utah Republican". News writes so more often than it says "belongs to".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import Link
from polgraph.extraction.modality import modality_of
from polgraph.extraction.reference.anaphors import is_party_member
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.predicated_titles import said_to_be
from polgraph.extraction.standing.series import past_age
from polgraph.extraction.standing.tie import has_posts, named, tie
from polgraph.extraction.syntax.tree import children, text_of
from polgraph.extraction.titles import is_person_noun, written_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["described_by_party", "examples_of_party", "member_by_word"]

_REACH = 8  # tokens of a description before the party's name
_INSIDE = {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "DET"}
_BEING = {"be", "become", "remain"}
_STANDING = {"run", "register", "identify", "campaign", "serve", "elect", "stand", "win"}
_FROM = {"of", "from"}
_CLAUSE = 10  # tokens between a party's people and those of them that are named
_SUCH = {"including", "like", "as"}
_BREAKS = {".", ";", ":", '"', "(", ")"}


def described_by_party(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Find the party in what stands after a name: an apposition, a predicate."""
    first = _apposition(doc, link)
    party = _party_in(doc, first, resolution) or _second_party(doc, first, resolution) if first else None
    if party is not None:
        yield tie("MEMBER_OF", link, party, "MEMBER_OF:apposition")
        yield from _seat(doc, link, party, first, resolution)
    for verb, noun in _predicates(doc[link.head]):
        party = resolution.at(noun)
        if party is not None and party.end == noun.i + 1 and _is_party(party, resolution):
            yield tie("MEMBER_OF", link, party, "MEMBER_OF:predicate", modality=modality_of(verb))


def member_by_word(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Utah Republican" for somebody named before: the word for the members tells the party."""
    head = doc[link.head]
    if link.form != "nominal" or not is_party_member(head) or not gazetteer.party(head.text):
        return
    forms = {head.text, f"{head.text}s"}
    known = (e.id for e in resolution.entities.values() if e.type == "Institution" and forms & {e.name, *e.aliases})
    party = next(known, None) or named("Institution", f"{head.text}s", resolution, (head.text,))
    yield tie(
        "MEMBER_OF", link, Link(link.start, link.end, link.head, party, "name", 0.9), "MEMBER_OF:one of the party"
    )


def examples_of_party(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Republicans, including X and Senator Y,", "members of Z, among them X": those named are of the party."""
    party = gazetteer.party(text_of(doc, link.start, link.end))
    people = _people_of(doc, link)
    if not party and (not people or has_posts(resolution.entities[link.entity].name)):
        return
    index = link.end
    while index < len(doc) and doc[index].pos_ in {"NOUN", "ADJ"} and doc[index].lower_ not in _BREAKS | {"such"}:
        index += 1  # "Republican senators, including"
    if not people and not doc[index - 1].text.endswith("s"):
        return
    if party and index == link.end:  # "Democrats X and Y"
        yield from (tie("MEMBER_OF", person, link, "MEMBER_OF:plural") for person in _row_at(doc, index, resolution))
        apart = list(_row_at(doc, index + 1, resolution)) if index < len(doc) and doc[index].text == "," else []
        if len(apart) > 1:  # "two Democrats, X of Ohio and Y of Utah,"
            yield from (tie("MEMBER_OF", person, link, "MEMBER_OF:plural") for person in apart)
    index = _past_showing(doc, index) or _past_showing(doc, _clause_end(doc, index))
    while 0 < index < len(doc) and doc[index].text not in _BREAKS and doc[index].pos_ not in {"VERB", "AUX"}:
        person = resolution.by_token.get(index)
        if person is not None and person.form == "name" and resolution.entities[person.entity].type == "Person":
            yield tie("MEMBER_OF", person, link, "MEMBER_OF:example")
        index = person.end if person is not None else index + 1


def _people_of(doc: Doc, link: Link) -> bool:
    """As in "members of X", "lawmakers from the X"."""
    index = link.start - 1
    index -= index > 0 and doc[index].lower_ == "the"
    plural = index > 0 and doc[index].lower_ in _FROM and doc[index - 1].tag_ == "NNS"
    return plural and is_person_noun(doc[index - 1].lemma_.lower())


def _past_showing(doc: Doc, index: int) -> int:
    """The token after "including", "such as", "among them"; 0 where nobody is shown."""
    index += index < len(doc) and doc[index].text == ","
    if not 0 < index < len(doc) - 2:
        return 0
    if (doc[index].lower_, doc[index + 1].lower_) in {("such", "as"), ("among", "them")}:
        return index + 2
    return index + 1 if doc[index].lower_ in _SUCH else 0


def _clause_end(doc: Doc, index: int) -> int:
    """As in "Republicans have said the same thing, including X": the comma, unless something else is shown."""
    for comma in range(index, min(len(doc), index + _CLAUSE)):
        if doc[comma].is_sent_start or doc[comma].text in _BREAKS:
            return 0
        if doc[comma].text == "," and doc[comma - 1].tag_ not in {"NNS", "NNP", "NNPS"}:
            return comma
    return 0


def _row_at(doc: Doc, index: int, resolution: Resolution) -> Iterator[Link]:
    """The people of a row that begins at a token: "X and Y"."""
    person = resolution.by_token.get(index)
    while person is not None and person.form == "name" and resolution.entities[person.entity].type == "Person":
        yield person
        index = person.end
        if index + 1 < len(doc) and doc[index].lower_ in _FROM and index + 1 in resolution.by_token:
            index = resolution.by_token[index + 1].end
        while index < len(doc) and doc[index].lower_ in {",", "and"}:
            index += 1
        person = resolution.by_token.get(index) if index > person.end else None


def _apposition(doc: Doc, link: Link) -> int:
    """The first token of what a comma joins to a name, past an age; 0 where nothing follows."""
    if link.end >= len(doc) or doc[link.end].text != ",":
        return 0
    index = past_age(doc, link.end) + 1
    return index if index < len(doc) else 0


def _party_in(doc: Doc, first: int, resolution: Resolution) -> Link | None:
    """The party that heads the phrase, or that qualifies its head: "a Utah Republican", "a Tory councillor"."""
    state = resolution.by_token.get(first)
    if state is not None and state.end < len(doc) - 1 and resolution.entities[state.entity].type == "Nation":
        found = resolution.by_token.get(state.end)  # "Sen. X, Ohio Democrat,"
        ends = found is not None and doc[found.end].text in {",", ".", ")"}
        return found if found is not None and ends and _is_party(found, resolution) else None
    for index in range(first, min(first + _REACH, len(doc) - 1)):
        found = resolution.by_token.get(index)
        if found is not None and _is_party(found, resolution):
            return found if index > first or doc[index].pos_ == "DET" or _stands_alone(doc, found) else None
        token = doc[index]
        numbered = token.text in {"No", "No.", "."} and doc[first].lower_ == "the"  # "the No. 2 Democrat"
        if not numbered and (
            (token.pos_ not in _INSIDE and token.dep_ != "amod" and token.tag_ not in {"VBN", "POS"})
            or token.is_sent_start
            or token.text in _BREAKS
        ):
            return None
        if index == first and token.pos_ not in {"DET", "ADV"} and token.lower_ not in {"fellow", "also", "himself"}:
            return None
        if is_person_noun(token.lower_) and token.lower_ not in words("titles", "ranks"):
            return None  # "a senator, Republican": the party is somebody else's
    return None


def _second_party(doc: Doc, first: int, resolution: Resolution) -> Link | None:
    """As in "X, governor of Ohio and a Republican,"."""
    for index in range(first, min(first + 2 * _REACH, len(doc) - 2)):
        if doc[index].is_sent_start or doc[index].text in _BREAKS or doc[index].pos_ in {"VERB", "AUX"}:
            return None
        if doc[index].lower_ == "and" and doc[index + 1].lower_ in {"a", "an"}:
            found = resolution.by_token.get(index + 2)
            return found if found is not None and _is_party(found, resolution) else None
    return None


def _stands_alone(doc: Doc, party: Link) -> bool:
    """As in "X, Republican of Utah,": without an article only before the state or the end of the phrase."""
    after = doc[party.end]
    seated = written_out(after.text) in words("titles", "seats") or after.text in {"MP", "MEP"}
    return (
        seated or after.lower_ in _FROM or (after.text in {",", "."} and doc[party.end - 1].tag_ in {"NN", "NNP", "JJ"})
    )


def _is_party(link: Link, resolution: Resolution) -> bool:
    """A party by its own name, not by a head like "Party": "a Harbour Party candidate" is told by its title."""
    doc = resolution.doc
    text = text_of(doc, link.start, link.end)
    if not gazetteer.party(text) or text == "GOP" or doc[link.end - 1].tag_ in {"NNS", "NNPS"}:
        return False
    after = doc[link.end] if link.end < len(doc) else None
    last = link.end
    while last < len(doc) and doc[last].pos_ in {"NOUN", "PROPN", "ADJ"}:
        last += 1
    if link.end < last < len(doc) and doc[last].tag_ == "POS":
        return False  # "the Republican nominee's daughter"
    if after is None or after.pos_ not in {"NOUN", "PROPN"}:
        return True
    title = written_out(after.text)
    return is_person_noun(after.lower_) and title not in words("titles", "party_posts")


def _seat(doc: Doc, link: Link, party: Link, first: int, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Sen. X, a Utah Republican", "Governor X, Republican of Utah"; also "the top Democrat on the Z panel"."""
    after = party.end
    beside = [resolution.by_token[i] for i in range(first, party.start) if i in resolution.by_token]
    if after + 1 < len(doc) and doc[after].lower_ in _FROM and after + 1 in resolution.by_token:
        beside.append(resolution.by_token[after + 1])
    offices = offices_in(doc, list(title_window(doc, link.start)), resolution)
    if offices and _is_seat(offices[-1].title):
        for state in dict.fromkeys(beside):
            if resolution.entities[state.entity].type == "Nation":
                yield tie("HOLDS_OFFICE", link, state, "HOLDS_OFFICE:seat", office=offices[-1])
    elif beside and beside[0].start == first and resolution.entities[beside[0].entity].type == "Nation":
        yield tie("CITIZEN_OF", link, beside[0], "CITIZEN_OF:state of the party")
    for owner in dict.fromkeys(beside):
        # "X, the Senate's top Republican"
        possessed = owner.end < len(doc) and doc[owner.end].lower_ in {"'s", "’s"}
        entity = resolution.entities[owner.entity]
        if possessed and entity.type == "Institution" and has_posts(entity.name):
            yield tie("HOLDS_OFFICE", link, owner, "HOLDS_OFFICE:party's place")
    if after + 2 < len(doc) and doc[after].lower_ in {"on", "in"}:
        body = resolution.by_token.get(after + 1 + (doc[after + 1].lower_ == "the"))
        if body is not None and resolution.entities[body.entity].type == "Institution":
            name = resolution.entities[body.entity].name
            if has_posts(name):
                yield tie("HOLDS_OFFICE", link, body, "HOLDS_OFFICE:party's place")


def _is_seat(title: str) -> bool:
    return written_out(title).rsplit(maxsplit=1)[-1] in words("titles", "seats") | {"governor", "mayor"}


def _predicates(name: Token) -> Iterator[tuple[Token, Token]]:
    """What is said of a name: "X is a Republican", "X ran as a Democrat", "X, who is a registered Democrat"."""
    verbs = [name.head] if name.dep_ in {"nsubj", "nsubjpass"} else []
    verbs += [
        child
        for child in children(name)
        if child.dep_ == "relcl" and any(word.lower_ == "who" and word.dep_ == "nsubj" for word in children(child))
    ]
    for verb in [*verbs, *said_to_be(name)]:
        for child in children(verb):
            if verb.lemma_ in _BEING and child.dep_ == "attr":
                yield verb, child
            elif verb.lemma_ in _STANDING and child.lower_ == "as":
                yield from ((verb, noun) for noun in children(child) if noun.dep_ == "pobj")
