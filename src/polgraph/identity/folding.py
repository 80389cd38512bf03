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
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return the form under which two names are the same; a name of punctuation alone keeps its case-folded self."""
    folded = name.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold().translate(_LETTERS)
    folded = _INITIALS.sub(r"\1", _APOSTROPHES.sub("", folded))
    return _NO_WORD.sub(" ", folded).strip() or " ".join(name.casefold().split())


def words(name: str) -> tuple[str, ...]:
    """Return the words of the folded name."""
    return tuple(fold(name).split())
