"""Whether an article is in English: its text in; the name of the language it is in instead, or None, out.

`english_only` passes articles on and says what is wrong about those in another language. In doubt a text is English:
names, capitals, figures and whatever is short say nothing about a language, and a text that is English for a fifth is
one with a long quotation. Only what is left for doubt goes to the identifier, which takes half a second to load.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from polgraph.errors import ForeignLanguage, ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from py3langid.langid import LanguageIdentifier

    from polgraph.model import Document

__all__ = ["english_only", "foreign_language"]

_SAMPLE = 20_000  # characters from the beginning: enough to judge, whatever the length
# letters in words without a capital, about 200 letters of prose; of 1,562 English articles and records 789 are longer,
# and the identifier gives each of them .95 and more
_ENOUGH = 100
_WIDE = 3  # an ideograph or a syllable in one character says as much as three letters
_ENGLISH_SHARE = 0.03  # of the letters in `english` words: above it in any text that is English for a fifth
_ENGLISH_RULED_OUT = 0.01
_RECOGNISED = 0.25  # kindred languages share their probability; a word said a thousand times stays far below


def english_only(
    documents: Iterable[Document],
    where: Callable[[Document], str],
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Document]:
    """Yield the documents whose body is in English, or too short to tell.

    where: what an error calls a document. failed: called with the error for each of the others; without it the first
    is raised.
    """
    for document in documents:
        start, end = document.body
        language = foreign_language(document.text[start:end])
        if language is None:
            yield document
            continue
        error = ForeignLanguage(
            f"{where(document)}: is in {language}, and only English is read: translate it, "
            "or let ingest and extract take it as English with --any-language"
        )
        if failed is None:
            raise error
        failed(error)


def foreign_language(text: str) -> str | None:
    """Return the English name of the language of a text that is certainly not English."""
    words = _plain_words(text[:_SAMPLE])
    letters = sum(map(_weight, words))
    if letters < _ENOUGH:
        return None
    english = _languages()["english"]
    if sum(len(word) for word in words if word in english) >= _ENGLISH_SHARE * letters:
        return None
    names = _languages()["names"]
    ranking = _identifier().rank(" ".join(words))
    probable: dict[str, float] = {}
    for code, probability in ranking:
        if code in names:
            probable[names[code]] = probable.get(names[code], 0.0) + probability
    best = max(probable, key=lambda name: probable[name])
    if 1 - sum(probable.values()) > _ENGLISH_RULED_OUT or probable[best] < _RECOGNISED:
        return None
    return best


def _plain_words(text: str) -> list[str]:
    """Return the words that are no names: those without a capital, or all where most are in capitals."""
    # letters of other shapes (bold, full width) are letters, and invisible joiners part no words
    characters = unicodedata.normalize("NFKC", text)
    words = "".join(
        character if character.isalpha() else _between(unicodedata.category(character), character)
        for character in characters
    ).split()
    if sum(word.isupper() for word in words) > len(words) / 2:
        return [word.lower() for word in words]
    return [word for word in words if not word[0].isupper()]


def _between(category: str, character: str) -> str:
    if category == "Cf":
        return ""
    return character if category.startswith("M") else " "


def _weight(word: str) -> int:
    if word.isascii():
        return len(word)
    return sum(_WIDE if unicodedata.east_asian_width(character) == "W" else 1 for character in word)


@cache
def _languages() -> dict[str, Any]:
    import yaml  # noqa: PLC0415  a short text needs no list

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath("languages.yaml").read_text("utf8")
    content: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  a safe loader either way
    return {"english": frozenset(content["english"]), "names": content["names"]}


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  half a second and 100 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
