"""States that no table knows, told by the article itself: small territories, new or invented states.

In: a parsed article. Out: the `NameSpan`s of words that are a state by their company: a people's adjective of the same
stem ("Ostlandic", "Ostland"), or an office of state that names them ("the prime minister of Ostland").
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load
from polgraph.extraction.names import NameSpan
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = ["related_names", "unlisted_nations"]

_ENDINGS = {
    "",
    "n",
    "an",
    "ian",
    "ese",
    "ish",
    "i",
    "er",
    "ic",
    "ean",
    "ite",
    "nese",
    "lander",
    "landic",
    "ard",
    "ene",
    "r",
}
_STATE_NOUNS = frozenset(load("institutions")["state_nouns"])
_STEM = 4


def related_names(people: str, nation: str) -> bool:
    """Tell whether `people` is the adjective or the inhabitant of `nation` by its form."""
    one, two = people.casefold().removesuffix("s"), nation.casefold()
    stem = 0
    while stem < min(len(one), len(two)) and one[stem] == two[stem]:
        stem += 1
    return stem >= _STEM and len(two) - stem <= 3 and one[stem:] in _ENDINGS and one != two


def unlisted_nations(doc: Doc, people: Sequence[NameSpan]) -> list[NameSpan]:
    """Find single capitalised words that the article uses as states, and the adjectives of their peoples."""
    surnames = {doc[span.end - 1].text for span in people if span.end - span.start > 1}
    words: dict[str, list[Token]] = {}
    for token in doc:
        word = token.text
        named = token.pos_ in {"PROPN", "NOUN", "ADJ"} and len(word) > _STEM and word[0].isupper() and word.isalpha()
        if named and word not in surnames and not _is_known(word):
            words.setdefault(word, []).append(token)
    # only words of one beginning can be a state and its people
    families: dict[str, list[str]] = {}
    for word in words:
        families.setdefault(word[:_STEM].casefold(), []).append(word)
    votes: Counter[str] = Counter()
    adjectives: dict[str, str] = {}
    for word, tokens in words.items():
        votes[word] += 2 * sum(_names_a_state(token) for token in tokens)
        for other in families[word[:_STEM].casefold()]:
            if related_names(other, word) and _is_adjective(words[other]) and not _is_adjective(tokens):
                votes[word] += 2
                adjectives[other] = word
    found = []
    for word, tokens in words.items():
        if votes[word] >= 2:
            found += [NameSpan(token.i, token.i + 1, token.i, word, "Nation") for token in tokens]
        elif votes[adjectives.get(word, word)] >= 2:
            found += [
                NameSpan(t.i, t.i + 1, t.i, word, "Nation", adjective=t.dep_ in {"amod", "compound"}) for t in tokens
            ]
    return found


def _is_known(word: str) -> bool:
    return (
        gazetteer.place(word) is not None
        or gazetteer.party(word)
        or gazetteer.is_institution_head(word)
        or is_person_noun(word)
        or gender(word) is not None
    )


def _is_adjective(tokens: Sequence[Token]) -> bool:
    """The word is mostly used before a noun, or as the name of people."""
    return 2 * sum(
        token.dep_ in {"amod", "compound", "nmod"} or token.tag_ in {"JJ", "NNPS", "NNS"} for token in tokens
    ) > len(tokens)


def _names_a_state(token: Token) -> bool:
    """As in "X's prime minister", "the president of X", "the Republic of X"."""
    if token.dep_ in {"poss", "compound", "nmod"}:
        noun = token.head
    elif token.dep_ == "pobj" and token.head.lower_ == "of":
        noun = token.head.head
    else:
        return False
    if noun.lower_ in {"minister", "ministry"}:
        # of a state, not of a field: "the prime minister of X", "X's foreign minister", "the X farm minister"
        return token.dep_ == "poss" or any(
            child.i != token.i and child.dep_ in {"amod", "compound"} for child in noun.children
        )
    return noun.lower_ in _STATE_NOUNS and (token.dep_ != "compound" or noun.text.islower())
