"""Words that name a party in one place and a view in the next: "Conservative MPs", "Socialist leader X".

In: a capitalised stretch of a parsed article that such a word makes. Out: whether a party is meant there. Newspapers
write the party with a capital, but every word has one at the head of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.tree import text_of
from polgraph.extraction.titles import is_person_noun, written_out

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_plain_word"]


def is_plain_word(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word that may name a party names none here; False for what only names parties."""
    if text_of(doc, start, end).casefold() not in words("institutions", "views"):
        return False
    after = doc[end] if end < len(doc) else None
    if after is None:
        return bool(doc[start].is_sent_start)
    if is_person_noun(after.lower_):
        title = written_out(after.text).rsplit(maxsplit=1)[-1]
        in_politics = title in words("titles", "seats") | words("titles", "party_posts") | words(
            "titles", "state_offices"
        )
        return not in_politics and bool(doc[start].is_sent_start)
    if after.text[:1].isupper() and after.pos_ == "PROPN":
        return after.ent_type_ != "PERSON" or gazetteer.is_institution_head(after.text)
    return bool(doc[start].is_sent_start) or after.pos_ in {"NOUN", "ADJ"}
