"""Nouns for people and what tie each makes, from `lexicon/titles.yaml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.tree import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["KINDS", "core", "gender", "honorifics", "is_person_noun", "kin", "kinds", "title_ending_at", "written_out"]

_LONGEST = 5  # words of a title
KINDS = ("speaks", "office", "member", "ally", "owner", "kin", "person")


@cache
def kinds(title: str) -> frozenset[str]:
    """Return the kinds of tie that a title makes: some of `KINDS`, empty for a word that is no title."""
    return _table().get(written_out(title), frozenset())


@cache
def written_out(title: str) -> str:
    """Return a title in the singular and without abbreviations: "senator" for "Sens.", "lieutenant governor"."""
    known = title.casefold()
    if _singular(known) in _table():
        return _singular(known)
    short = load("titles")["abbreviated"]
    words = [short.get(word.removesuffix("."), word) for word in known.split()]
    return _singular(" ".join(words))


@cache
def core(title: str) -> str:
    """Return a title written out and without words of rank: "secretary of state" for "Assistant Secretary of State"."""
    parts = written_out(title).split()
    ranks = load("titles")["ranks"]
    while len(parts) > 1 and parts[0] in ranks and " ".join(parts) not in _table():
        parts = parts[1:]
    return " ".join(parts)


def is_person_noun(word: str) -> bool:
    """Tell whether a noun stands for a person ("the senator", "lawmaker")."""
    return bool(kinds(word))


@cache
def kin(title: str) -> str | None:
    """Return the kind of kinship that a kin word makes, None for other words."""
    kinship: str | None = load("titles")["kin"].get(title.casefold())
    return kinship


@cache
def gender(word: str) -> str | None:
    """Return "m" or "f" where a title or first name tells it."""
    return _genders().get(word.rstrip(".").casefold())


@cache
def honorifics() -> frozenset[str]:
    """Return what may stand before a name without belonging to it, without full stops."""
    return frozenset(str(word).rstrip(".") for word in load("titles")["honorifics"])


def title_ending_at(doc: Doc, index: int) -> tuple[int, str] | None:
    """Find the longest title whose last token is `index`: its first token and its text, lower case."""
    for start in range(max(0, index - _LONGEST + 1), index + 1):
        if doc[start].is_space:
            continue  # the line above a title is no part of it
        words = text_of(doc, start, index + 1).casefold()
        if kinds(words):
            return start, words
    return None


def _singular(title: str) -> str:
    title = title.casefold()
    if title in _table():
        return title
    for suffix, replacement in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
        if title.endswith(suffix) and title.removesuffix(suffix) + replacement in _table():
            return title.removesuffix(suffix) + replacement
    return title


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind in KINDS:
        for word in load("titles")[kind]:
            table.setdefault(str(word).casefold(), set()).add(kind)
    return {word: frozenset(found) for word, found in table.items()}


@cache
def _genders() -> dict[str, str]:
    table: dict[str, str] = {}
    for name in ("titles", "names"):
        for letter, key in (("m", "masculine"), ("f", "feminine")):
            table.update({str(word).rstrip(".").casefold(): letter for word in load(name)[key]})
    return table
