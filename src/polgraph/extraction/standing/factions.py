"""Camps and blocs that have a name only through an adjective: "the pro-Ostland camp", "the localist bloc".

In: a parsed article, with names already linked. Out: institution entities for such camps, linked where they are named,
and MEMBER_OF candidates for people and parties that the same adjective describes ("pro-Ostland deputy Ana Ruzhin").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load
from polgraph.extraction.links import Link
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant
from polgraph.extraction.predicates import Candidate
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.lists import people_lists
from polgraph.extraction.syntax.tree import text_of, tokens_of
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.standing.lists import PeopleList

__all__ = ["faction_claims", "is_camp", "link_factions"]

_HEADS = {"camp", "bloc", "faction"}
_PREFIXES = {"pro", "anti", "pan", "non"}
_STEM = 7
_LISTING = {"were", "are", "include", "included", "including"}
_TAIL = 10  # tokens after a row that may say whose they are


def link_factions(doc: Doc, resolution: Resolution) -> None:
    """Find the camps of an article and link their mentions."""
    for token in tokens_of(doc):
        if token.lower_ not in _HEADS or token.i in resolution.by_token:
            continue
        start = token.i
        while (
            start > 0
            and _is_part(doc, start - 1)
            and not any(i in resolution.by_token for i in range(start - 1, start))
        ):
            start -= 1
        if start == token.i or not _adjective(text_of(doc, start, token.i)):
            continue
        name = f"{_adjective(text_of(doc, start, token.i))} {token.lower_}"
        identifier = entity_id("Institution", name)
        known = resolution.entities.get(identifier)
        forms = {text_of(doc, start, token.i + 1), *(known.aliases if known else ())} - {name}
        resolution.entities[identifier] = Entity(
            id=identifier, type="Institution", name=name, aliases=tuple(sorted(forms))
        )
        resolution.add(Link(start, token.i + 1, token.i, identifier, "name", 0.9))


def faction_claims(doc: Doc, resolution: Resolution) -> Iterator[Candidate]:
    """Find who belongs to a camp of the article."""
    camps = {
        _key(entity.name.rsplit(" ", 1)[0]): entity.id for entity in resolution.entities.values() if is_camp(entity)
    }
    if not camps:
        return
    for link in resolution.links:
        entity = resolution.entities[link.entity]
        if link.form != "name" or entity.type == "Nation" or is_camp(entity):
            continue
        for camp, start, end, trigger in _described_by(doc, link, camps, resolution):
            if entity.type == "Person" or doc[link.start - 1].i in range(start, end):
                yield _claim(doc, link, (camp, start, end, trigger), entity.type)
    for row in people_lists(doc, resolution):
        for found in _shared(doc, row, camps, resolution):
            yield from (_claim(doc, member.link, found, "Person") for member in row.members)


def _claim(doc: Doc, link: Link, found: tuple[str, int, int, int], kind: str) -> Candidate:
    camp, start, end, trigger = found
    return Candidate(
        relation="MEMBER_OF" if kind == "Person" else "PART_OF",
        subject=Participant(link.entity, link.start, link.end, link.score),
        object=Participant(camp, start, end, 0.9),
        trigger=trigger,
        modality=modality_of(doc[trigger]),
        rule="MEMBER_OF:faction",
    )


def _described_by(
    doc: Doc, link: Link, camps: dict[str, str], resolution: Resolution
) -> Iterator[tuple[str, int, int, int]]:
    """Faction words before a name."""
    window = list(title_window(doc, link.start))
    while window and window[0] > 0 and doc[window[0] - 1].lower_ in {"-", *_PREFIXES}:
        window.insert(0, window[0] - 1)
    yield from _camps_in(doc, window, camps, link.head, resolution)


def _shared(
    doc: Doc, row: PeopleList, camps: dict[str, str], resolution: Resolution
) -> Iterator[tuple[str, int, int, int]]:
    """What holds for all people of a row: "pro-Ostland deputies A, B", "others elected were A", "A, both of X"."""
    first = row.members[0].link
    window = list(title_window(doc, row.start))
    while window and window[0] > 0 and doc[window[0] - 1].lower_ in {"-", *_PREFIXES}:
        window.insert(0, window[0] - 1)
    if window and (doc[window[-1]].tag_ in {"NNS", "NNPS"} or row.start < first.start):
        yield from _camps_in(doc, window, camps, first.head, resolution)
    before = doc[row.start - 1] if row.start else None
    if before is not None and before.lower_ in _LISTING:
        subject = [index for index in range(before.sent.start, before.i) if doc[index].text != ","]
        yield from _camps_in(doc, subject, camps, before.i, resolution)
    if before is not None and before.text == ",":
        camp = resolution.by_token.get(row.start - 2)
        opening = doc[camp.start - 1 - (doc[camp.start - 1].lower_ == "the")].lower_ if camp is not None else ""
        if camp is not None and is_camp(resolution.entities[camp.entity]) and opening in {"for", "from", "of", "in"}:
            yield camp.entity, camp.start, camp.end, first.head
    if row.end + 1 < len(doc) and doc[row.end].text == "," and doc[row.end + 1].lower_ in {"both", "all"}:
        after = list(range(row.end + 1, min(row.end + _TAIL, len(doc))))
        yield from _camps_in(doc, after, camps, first.head, resolution)


def _camps_in(
    doc: Doc, tokens: list[int], camps: dict[str, str], trigger: int, resolution: Resolution
) -> Iterator[tuple[str, int, int, int]]:
    for index in tokens:
        link = resolution.by_token.get(index)
        if link is not None and is_camp(resolution.entities[link.entity]) and link.start == index:
            yield link.entity, link.start, link.end, trigger
        for width in (3, 2, 1):
            camp = _camp_of(text_of(doc, index, index + width), camps)
            if camp is not None and index + width - 1 in tokens:
                yield camp, index, index + width, trigger
                break


def _camp_of(text: str, camps: dict[str, str]) -> str | None:
    key = _key(text)
    if key in camps:
        return camps[key]
    return next((camp for known, camp in camps.items() if len(key) > _STEM and known[:_STEM] == key[:_STEM]), None)


def is_camp(entity: Entity) -> bool:
    """Tell whether an entity is a camp, bloc or faction that only its adjective names."""
    return entity.type == "Institution" and entity.name.rsplit(" ", 1)[-1].casefold() in _HEADS


def _key(text: str) -> str:
    return text.replace(" ", "").casefold().removesuffix("s")


def _is_part(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text == "-" or token.lower_ in _PREFIXES or token.pos_ in {"ADJ", "NOUN", "PROPN"}


def _adjective(text: str) -> str:
    """The adjective that names a camp; empty for camps of tents and for plain epithets."""
    lexicon = load("institutions")["factions"]
    words = text.replace(" - ", "-").split()
    while words and words[0].casefold() in lexicon["epithets"]:
        words.pop(0)
    # "the 12-member bloc", "the continent-wide bloc": of the hyphenated word the last part tells
    last = words[-1].casefold().rpartition("-")[2] if words else ""
    return " ".join(words) if last and last not in lexicon["no_factions"] else ""
