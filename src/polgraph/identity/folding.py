"""Names without what does not tell two entities apart: case, diacritics, punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "words"]

# letters that Unicode does not take apart
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")  # U.S.A. is USA


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return the form under which two names are the same; a name of punctuation alone keeps its case-folded self."""
    folded = name.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold().translate(_LETTERS)
    folded = _INITIALS.sub(r"\1", _APOSTROPHES.sub("", folded))
    # letters, their marks (vowels in some scripts) and digits make words
    spaced = "".join(character if unicodedata.category(character)[0] in "LMN" else " " for character in folded)
    return " ".join(spaced.split()) or " ".join(name.casefold().split())


def words(name: str) -> tuple[str, ...]:
    """Return the words of the folded name."""
    return tuple(fold(name).split())
