"""Which annotated entity a name means: names are compared without titles, articles, possessives and punctuation.

In: the entities of one annotated article, then names and aliases of extracted ones. Out: the annotated entity's id,
or the bare name behind a question mark where it is nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from polgraph.evaluation.gold import GoldEntity

__all__ = ["UNKNOWN", "Roster", "bare"]

UNKNOWN = "?"

# what stands before a name without belonging to it; fixed, so that figures stay comparable over the years
_BEFORE = re.compile(
    r"^(?:the|an?|mrs?|ms|dr|sir|dame|sen(?:ator)?|rep(?:resentative)?|gov(?:ernor)?|(?:vice )?president|"
    r"(?:prime )?minister|secretary|gen(?:eral)?|judge|justice|king|queen|prince|princess|pope|former|acting)\.?\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"'s?$")
_PUNCTUATION = re.compile(r"[^\w ]+")


def bare(name: str) -> str:
    """Strip a name to what is compared: "former President Mary O'Hara's" is "mary ohara"."""
    stripped = unicodedata.normalize("NFKC", name).replace("’", "'").strip()
    stripped = _POSSESSIVE.sub("", stripped)
    while (shorter := _BEFORE.sub("", stripped)) != stripped:
        stripped = shorter
    return _PUNCTUATION.sub("", stripped).casefold().strip()


class Roster:
    """The names that lead to the entities of one annotated article.

    Where two entities share a name it means the first. A surname means the person when no other bears it.
    """

    def __init__(self, entities: Sequence[GoldEntity]) -> None:
        self._by_name: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                self._by_name.setdefault(bare(name), entity.id)
        surnames = [(_surname(entity.name), entity.id) for entity in entities if entity.type == "Person"]
        bearers = Counter(surname for surname, _ in surnames)
        for surname, identity in surnames:
            if bearers[surname] == 1:
                self._by_name.setdefault(surname, identity)

    def find(self, name: str, aliases: Iterable[str] = ()) -> str:
        """Give the id that the name leads to, else the first that an alias leads to, else "?name"."""
        for form in (name, *aliases):
            identity = self._by_name.get(bare(form))
            if identity is not None:
                return identity
        return UNKNOWN + bare(name)


def _surname(name: str) -> str:
    return bare(name).split(" ")[-1]
