"""Where a name begins and ends, where the model is wrong about it.

In: a stretch of a parsed article that the model takes for a name. Out: the stretch set right: "Duma Committee" grows
over "on International Affairs", "Ana Ruzhin, National Renewal" falls into two, honorifics and commas are cut off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.tree import text_of, tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = [
    "grown_end",
    "head_of",
    "is_capitalised",
    "joins",
    "pieces",
    "untitled_start",
]

_WITH_FIELD = {
    "committee",
    "subcommittee",
    "commission",
    "ministry",
    "department",
    "office",
    "council",
    "bureau",
    "court",
    "institute",
    "agency",
    "board",
}
_JOINTS = {"of", "for", "on", "and", "the", "'s", "de", "del", "della", "di", "du", "für", "&", "-", "in", "at"}
_OWNING = {"'s", "'"}
_QUOTES = {"'", '"', "''", "``", "`"}
_NICKNAME = 3  # tokens of a nickname and the mark that ends it
_CUTTING = {"into", "onto", "with", "than", "versus", "vs"}
_TAILS = {"inc", "ltd", "llc", "corp", "co", "plc", "jr", "sr"}
_EPITHETS = {"Poor", "Dear", "I.", "Longtime", "Embattled", "Veteran", "Freshman", "Rookie", "Fellow", "Onetime"}
_PRENOMINAL = {"Dean", "Prince", "Princess", "King", "Queen", "Major", "Bishop", "Cook", "Star", "Man", "Woman", "Pope"}


def pieces(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut what the model joined: two names around a comma, a bracket, a verb or "into", a party before a chamber."""
    if end - start == 1 or gazetteer.place(text_of(doc, start, end)) is not None:
        yield start, end
        return
    first = start
    if doc[start + 1].lower_ in words("institutions", "chambers") and gazetteer.party(doc[start].text):
        first += 1  # "GOP" "Senate"
        yield start, first
    for index in range(first + 1, end):
        parts = _parts_lists(doc, index, end) or _parts_bodies(doc, first, index, end)
        if not (parts or _cuts(doc, index, label) or _parts_people(doc, first, index, end)):
            continue
        if index > first:
            yield first, index
        first = index + 1
    if first < end:
        yield first, end


def _parts_people(doc: Doc, start: int, index: int, end: int) -> bool:
    """As in "between Ruzhin and Tavel": the surnames of two whom the article names in full."""
    if doc[index].lower_ != "and" or (index - start, end - index) != (1, 2):
        return False
    bearers = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    return {doc[start].text, doc[index + 1].text} <= bearers


def _cuts(doc: Doc, index: int, label: str) -> bool:
    token = doc[index]
    if token.text == ",":
        following = doc[index + 1].lower_.rstrip(".") if index + 1 < len(doc) else ""
        return label in {"PERSON", "GPE", "ORG"} and following not in _TAILS and not doc[index - 1].lower_.isdigit()
    if token.text in {"(", "/"} and label == "ORG":
        return True  # also "the Lamp Party/Kite Party coalition"
    if token.like_num and not token.text[:1].isupper() and doc[index + 1].lower_ in words("names", "amounts"):
        return True  # "fined the Tidewater Bank | 4 million dollars"
    if token.text == "-" and token.whitespace_ and doc[index - 1].whitespace_:
        return True
    if token.text in _QUOTES and doc[index - 1].whitespace_ and not token.whitespace_:
        return not any(doc[i].text in _QUOTES for i in range(index + 1, min(index + _NICKNAME, len(doc))))
    if not token.is_lower or token.lower_ in words("names", "particles"):
        return False
    if label == "PERSON" and token.lower_ in {"of", "from", "at", "for", "and"}:
        return True
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.lower_ in _CUTTING


def _parts_lists(doc: Doc, index: int, end: int) -> bool:
    """As in "the Congress of Lamps and the Kite Party": the article says that a second name begins."""
    return doc[index].lower_ == "and" and index + 2 < end and doc[index + 1].lower_ == "the"


def _parts_bodies(doc: Doc, start: int, index: int, end: int) -> bool:
    """As in "the Energy Committee of the Harbour Congress": a body of a body, each with a name of its own."""
    return (
        doc[index].lower_ == "of"
        and end - index > 3
        and doc[index + 1].lower_ == "the"
        and index - start > 1
        and all(gazetteer.is_institution_head(doc[i].text) for i in (index - 1, end - 1))
        and not gazetteer.is_organ(text_of(doc, start, end))
    )


def untitled_start(doc: Doc, start: int, end: int) -> int:
    """Cut the title off a person's name: "Prosecutor Tavel"; some titles are first names too."""
    while end - start > 1 and doc[start].text in _EPITHETS:
        start += 1
    while (
        end - start > 1
        and doc[start].text[:1].isupper()
        and doc[start].text not in _PRENOMINAL
        and is_person_noun(doc[start].lower_)
        and doc[start + 1].text[:1].isupper()
        and not is_person_noun(doc[start + 1].lower_)
    ):
        start += 1
    return start


def grown_end(doc: Doc, start: int, end: int, label: str, following: tuple[int, int, str] | None) -> int:
    """Extend a name over what belongs to it and the model left out; `following` is the model's next one."""
    if label in {"ORG", "NORP", "GPE", "PERSON"}:
        end = _plural_owner_end(doc, start, end)
    if label in {"ORG", "NORP", "GPE"} and following is not None:
        end = _joined_end(doc, end, following)
    if label == "ORG" and following is not None and _is_cut(doc, end, following):
        end = following[1]
    if label == "PERSON" and end - start == 1 and end < len(doc) and _is_small_surname(doc[end]):
        end += 1
    if label == "PERSON" and end < len(doc) and doc[end].is_alpha and doc[end - 1].text == "-" != doc[end - 2].text:
        joined = not doc[end - 1].whitespace_ and doc[end].lower_ not in words("names", "ways_of_leading")
        end += joined  # "Kim Ji-" and "won", but not "Kim-led"
    if label == "ORG":
        while _opens_longer_name(doc, end):
            end += 1
        end = _field_end(doc, end)
    return end


def _is_small_surname(token: Token) -> bool:
    """As in "Tamsin Or", "Marta So": a capital tells a surname from the small word that it looks like."""
    return token.text.istitle() and token.pos_ in {"CCONJ", "SCONJ", "ADV", "ADP", "AUX"} and not token.is_sent_start


def _plural_owner_end(doc: Doc, start: int, end: int) -> int:
    """Extend "Dockers'" over "Federation": the possessive of a plural opens the name of a body."""
    owner = end - 1 if doc[end - 1].lower_ not in {"'s", "'"} else end - 2
    mark = owner + 1
    if owner < start or mark + 1 >= len(doc) or doc[mark].lower_ not in _OWNING or not _is_plural_owner(doc, owner):
        return end
    stop = mark + 1
    while stop < len(doc) and is_capitalised(doc[stop]) and not doc[stop].is_sent_start:
        stop += 1
    return stop if stop > mark + 1 else end


def _is_plural_owner(doc: Doc, owner: int) -> bool:
    token = doc[owner]
    articled = owner > 0 and doc[owner - 1].lower_ == "the"
    return token.tag_ in {"NNS", "NNPS"} or (articled and token.text[:1].isupper() and doc[owner + 1].text == "'")


def _opens_longer_name(doc: Doc, end: int) -> bool:
    """As in "Civic" of "the Civic Left": the head of the name follows, capitalised, and the model left it out."""
    last = doc[end - 1]
    following = last.head
    if end < len(doc) and following.i == end and last.dep_ == "compound" and gazetteer.party(following.text):
        return following.text[:1].isupper() and following.text.endswith("s")
    return (
        last.dep_ == "compound"
        and following.i == end
        and following.pos_ == "PROPN"
        and following.text[:1].isupper()
        and not following.ent_type_
        and not is_person_noun(following.text)
    )


def _field_end(doc: Doc, end: int) -> int:
    """Extend "Duma Committee" over "on International Affairs": the field belongs to the name."""
    court = doc[end - 1].lower_ == "appeals" and doc[end].lower_ == "for" if end < len(doc) else False
    if (
        (doc[end - 1].lower_ not in _WITH_FIELD and not court)
        or end + 1 >= len(doc)
        or doc[end].lower_ not in {"on", "for", "of"}
    ):
        return end
    first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    stop = first
    while stop < len(doc) and (is_capitalised(doc[stop]) or (joins(doc, stop) or _lists(doc, stop))):
        stop += 1
    whole = text_of(doc, first, stop)
    if (
        stop == first
        or gazetteer.place(whole) is not None
        or any(doc[i].ent_type_ in {"PERSON", "GPE", "DATE", "TIME"} for i in range(first, stop))
    ):
        return end
    return stop


def _lists(doc: Doc, index: int) -> bool:
    """An "and" inside a field: "Education and Science"."""
    return (
        doc[index].lower_ == "and"
        and index + 1 < len(doc)
        and is_capitalised(doc[index + 1])
        and not doc[index + 1].ent_type_
    )


def _is_cut(doc: Doc, end: int, following: tuple[int, int, str]) -> bool:
    """As in "Tidewater Memorial", "Baptist Church": one name in two pieces."""
    last = doc[end - 1]
    return (
        following[0] == end
        and following[2] == "ORG"
        and last.dep_ == "compound"
        and last.head.i == following[1] - 1
        and last.text[:1].isupper()
        and gazetteer.is_institution_head(last.head.text)
        and not gazetteer.is_organ(last.text)
        and not (last.head.lower_ in words("institutions", "chambers") and gazetteer.party(last.text))
    )


def _joined_end(doc: Doc, end: int, following: tuple[int, int, str]) -> int:
    """Extend an institution's name over "of the X", where X is a name too."""
    between = [token.lower_ for token in tokens_of(doc)[end : following[0]]]
    last = doc[end - 1].text
    if between == ["of"] and following[2] == "GPE" and (_is_acronym(last) or last == "District"):
        return following[1]  # "ACLU of Ohio", "District Court for the Northern District of Ohio"
    if not gazetteer.is_institution_head(doc[end - 1].text):
        return end
    if between in (["of"], ["of", "the"], ["for"], ["for", "the"]) and following[2] in {"ORG", "GPE", "LOC"}:
        next_text = text_of(doc, following[0], following[1])
        whole = gazetteer.place(next_text)
        # "the parliament of Ostland" keeps its parts; "the Communist Party of the Russian Federation" is one name
        if doc[end - 1].text[:1].isupper() and (
            whole is None or doc[end - 1].lower_ in {"party", "bank", "republic", "union"}
        ):
            return following[1]
    return end


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) > 2 and gazetteer.place(text) is None


def head_of(doc: Doc, start: int, end: int) -> int:
    """Return the index of the token that heads a span."""
    return int(doc[start:end].root.i)


def is_capitalised(token: Token) -> bool:
    """Tell whether a token may be a word of a name by its capital."""
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_space


def joins(doc: Doc, index: int) -> bool:
    """Tell whether a small word stands between two words of one name."""
    if index + 1 >= len(doc) or not is_capitalised(doc[index + 1]):
        return False
    if doc[index].text == "'":
        return index > 0 and _is_plural_owner(doc, index - 1)
    return doc[index].lower_ in _JOINTS - {"and", "in", "at"}
