"""Surnames that several people share in one phrase: "Ana and Pavel Ruzhin", "the Ruzhins".

In: the names of a parsed article. Out: the same names, in which the first of "Ana and Pavel Ruzhin" bears the surname
too and no "Ruzhins" is a person; and for each plural surname the people who bear it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.names.given import given_name_gender
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.parts import surname_start
from polgraph.extraction.syntax.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.model import Entity

__all__ = ["families", "with_surnames", "without_families"]

_JOINTS = {"and", "&"}
_INITIAL = 2  # characters of "G."


def with_surnames(doc: Doc, names: Sequence[NameSpan]) -> list[NameSpan]:
    """As in "Ana and Pavel Ruzhin": both are called Ruzhin."""
    at = {span.end - 1: span for span in names}
    surnames = {doc[span.end - 1].text for span in names if span.type == "Person" and span.end - span.start > 1}
    found = {span.start: span for span in names}
    for span in names:
        if span.type != "Person" or span.end - span.start == 1 or given_name_gender(doc[span.start].text) is None:
            continue
        if span.start < 2 or doc[span.start - 1].lower_ not in _JOINTS:
            continue
        first = _given_name(doc, span.start - 2, at)
        if first is None or doc[first.start].text in surnames:
            continue
        last = text_of(doc, surname_start(doc, span.start, span.end), span.end)
        found[first.start] = replace(first, text=f"{first.text} {last}")
    return [found[start] for start in sorted(found)]


def _given_name(doc: Doc, end: int, at: Mapping[int, NameSpan]) -> NameSpan | None:
    """The first name that ends at a token, with its initial; None for any other word."""
    initial = end > 0 and len(doc[end].text) == _INITIAL and doc[end].text.endswith(".")
    start = end - 1 if initial else end
    token = doc[start]
    known = at.get(end)
    if known is not None and (known.type != "Person" or known.start != start):
        return None
    titled = (
        start > 0
        and not token.is_sent_start
        and (doc[start - 1].text.endswith(".") or doc[start - 1].ent_type_ == "PERSON")
    )
    if titled or token.pos_ != "PROPN" or not token.text.istitle() or given_name_gender(token.text) is None:
        return None
    return known or NameSpan(start, end + 1, end, text_of(doc, start, end + 1), "Person")


def without_families(names: Sequence[NameSpan]) -> list[NameSpan]:
    """Leave out what names a whole family: "Ruzhins", where the article has a Ruzhin."""
    surnames = {span.text.rpartition(" ")[2] for span in names if span.type == "Person" and " " in span.text}
    return [
        span for span in names if span.type != "Person" or span.text in surnames or _singular(span.text) not in surnames
    ]


def families(tokens: Iterable[Token], entities: Iterable[Entity]) -> dict[int, list[str]]:
    """Return the bearers of each plural surname after "the", by its token; two and more."""
    bearers: dict[str, list[str]] = {}
    for entity in entities:
        if entity.type == "Person" and " " in entity.name:
            bearers.setdefault(entity.name.rpartition(" ")[2], []).append(entity.id)
    shared = {surname: found for surname, found in bearers.items() if len(found) > 1}
    if not shared:
        return {}
    return {
        token.i: shared[_singular(token.text)]
        for token in tokens
        if token.text.endswith("s")
        and _singular(token.text) in shared
        and token.text not in bearers
        and token.i
        and token.nbor(-1).lower_ == "the"
    }


def _singular(name: str) -> str:
    """As in "Ruzhin" of "Ruzhins", "Tavesh" of "Taveshes"."""
    return name.removesuffix("es") if name.endswith(("shes", "ches", "xes", "zes", "ses")) else name.removesuffix("s")
