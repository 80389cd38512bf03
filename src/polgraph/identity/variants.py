"""Whether two names may be two ways to write one: transliterations, initials, middle names, acronyms.

Two entities in; a likelihood from 0 to 1 with its reason out, or None where the names speak for two entities.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from polgraph.identity.folding import fold, words

if TYPE_CHECKING:
    from polgraph.model import Entity

__all__ = ["acronyms", "compare", "consonants", "content_words", "person_words"]

# how one sound of another script is spelt in English, French and German papers
_SPELLINGS = (
    (re.compile(r"^(?:ye|je|ie)"), "e"),
    (re.compile(r"shch|stch|schtsch"), "sh"),
    (re.compile(r"tsch|tch"), "ch"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_VOWELS = re.compile("[aeiou]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_SMALL = frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "de", "to"})
_KINDS = frozenset(
    {
        "agency", "alliance", "bank", "committee", "company", "corp", "corporation", "council", "department", "front",
        "government", "group", "inc", "institute", "ltd", "ministry", "movement", "office", "party", "plc", "union",
    }
)  # fmt: skip
_SHORT = 5
_NEAR_SURNAME = 0.85
_NEAR_FIRST_NAME = 0.7
_NEAR_NAME = 0.9


def compare(one: Entity, other: Entity) -> tuple[float, str] | None:
    """Tell how likely the names stand for one entity, and why; what the articles say about them does not count."""
    if one.type != other.type:
        if words(one.name) == words(other.name):
            return 0.5, f"the same name, taken for {one.type} and for {other.type}"
        return None
    if one.type == "Person":
        return _people(one, other)
    return _bodies(one, other)


def content_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell something."""
    return frozenset(words(name)) - _SMALL


def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms of a name of two words or more: with and without its small words."""
    parts = words(name)
    if len(parts) < 2:  # noqa: PLR2004  one letter is no acronym
        return frozenset()
    large = [part for part in parts if part not in _SMALL]
    return frozenset("".join(part[0] for part in chosen) for chosen in (parts, large) if len(chosen) > 1)


@lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """Return what stays of a word's sound however its vowels are written; one key for all spellings."""
    return _VOWELS.sub("", _sound(word)) or word[:1]


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    for spelling, sound in _SPELLINGS:
        word = spelling.sub(sound, word)
    return word


def _people(one: Entity, other: Entity) -> tuple[float, str] | None:
    full, short = sorted((person_words(one), person_words(other)), key=len, reverse=True)
    if not short:
        return None
    if full != short and sorted(full) == sorted(short):
        return 0.6, "the same words in another order"
    if not _same_surname(full[-1], short[-1]):
        return None
    differently = full[-1] != short[-1]
    if len(short) == 1:
        return (0.35, "a surname alone, spelt differently") if differently else (0.45, "a surname alone")
    first = _first_names(full[0], short[0])
    if first is None or not _middle_names_agree(full[1:-1], short[1:-1]):
        return None
    score, reason = first
    if differently:
        score, reason = (
            min(score, 0.8),
            f"{reason}, the surname spelt differently" if score < 1 else "spelt differently",
        )
    if len(full) != len(short):
        score, reason = min(score, 0.85), "a middle name more" if reason in {"", "spelt differently"} else reason
    return (score, reason or "the same name") if score < 1 else (0.9, reason or "the same name")


def person_words(entity: Entity) -> tuple[str, ...]:
    """Return the words of a person's name without "Jr" and the like."""
    return tuple(word for word in words(entity.name) if word not in _SUFFIXES)


def _same_surname(one: str, other: str) -> bool:
    if one == other or _sound(one) == _sound(other):
        return True
    return min(len(one), len(other)) >= _SHORT and _likeness(one, other) >= _NEAR_SURNAME


def _first_names(one: str, other: str) -> tuple[float, str] | None:
    if one == other:
        return 1.0, ""
    if len(one) == 1 or len(other) == 1:
        return (0.65, "an initial for the first name") if one[0] == other[0] else None
    if _sound(one) == _sound(other):
        return 0.85, "spelt differently"
    if (
        consonants(one) == consonants(other)
        and _likeness(one, other) >= _NEAR_FIRST_NAME
        and min(len(one), len(other)) >= _SHORT
    ):
        return 0.75, "spelt differently"
    long, short = sorted((one, other), key=len, reverse=True)
    if len(short) > 2 and long.startswith(short):  # noqa: PLR2004  two letters begin too many names
        return 0.6, "a short form of the first name"
    return None


def _middle_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) or _sound(a) == _sound(b)
        for a, b in zip(one, other, strict=False)
    )


def _bodies(one: Entity, other: Entity) -> tuple[float, str] | None:
    mine, theirs = content_words(one.name), content_words(other.name)
    if mine and mine == theirs:
        return 0.8, "the same words"
    for short, long in ((one, other), (other, one)):
        if len(words(short.name)) == 1 and words(short.name)[0] in acronyms(long.name):
            return 0.7, f"{short.name} may stand for {long.name}"
    shared = _proper_forms(one) & _proper_forms(other)
    if shared:
        return 0.7, f"both are also called “{min(shared)}”"
    more = mine ^ theirs
    if mine & theirs and more <= _KINDS and (mine < theirs or theirs < mine):
        return 0.55, f"one has “{' '.join(sorted(more))}” more"
    whole, rest = "".join(sorted(mine)), "".join(sorted(theirs))
    if min(len(whole), len(rest)) >= _SHORT and _likeness(whole, rest) >= _NEAR_NAME:
        return 0.65, "spelt differently"
    return None


def _proper_forms(entity: Entity) -> set[str]:
    """Return the folded forms that are names; "the party" is none."""
    forms = (_ARTICLE.sub("", form) for form in (entity.name, *entity.aliases))
    return {fold(form) for form in forms if form != form.lower()}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _sound(one), _sound(other), autojunk=False).ratio()
