"""Names that need no context: states and their peoples, capitals, organs of state, parties.

In: a stretch of text that is already known to be a name. Out: what it stands for, or None. Never ask about running
text: "Turkey" may be a bird.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from polgraph.extraction.lexicon import load

__all__ = [
    "Place",
    "bodies",
    "is_institution_head",
    "is_organ",
    "is_outlet",
    "is_state_short",
    "organ_country",
    "party",
    "place",
    "state_of_letters",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A state or a part of one. country: ISO 3166-1 alpha-3, of the state a part belongs to.

    capital: named by its capital.
    """

    name: str
    country: str | None
    capital: bool = False
    part: bool = False


@cache
def place(text: str) -> Place | None:
    """Return the state, region or people that `text` names ("Russia", "Russians", "the U.S.", "Moscow")."""
    bare = _bare(text)
    if len(bare) < 2 or bare.islower() or (bare.isupper() and len(bare) == 2 and bare not in {"US", "UK"}):
        return None
    owner = _capitals().get(bare.casefold())
    if owner:
        return Place(*_named(owner), capital=True)
    if bare.casefold() in _not_places():
        return None
    for form in (bare, bare.removesuffix("s"), bare.removesuffix("es")):
        name = _states().get(_key(form))
        if name is not None and len(form) > 1:
            return Place(*_named(name), part=bool(load("countries")[name].get("part")))
    return None


@cache
def state_of_letters(letters: str) -> Place | None:
    """Return the federal state behind the letters of a party tag ("Ariz.", "NY")."""
    name = _letters().get(letters.replace(" ", "").strip(".").casefold())
    return Place(*_named(name), part=True) if name else place(letters)


@cache
def is_state_short(text: str) -> bool:
    """Tell whether a text is a federal state's name cut short, as after the name of a town: "Ariz.", "Okla."."""
    return text.endswith(".") and text.replace(" ", "").strip(".").casefold() in _letters()


@cache
def organ_country(text: str) -> str | None:
    """Return the country (alpha-3) whose organ of state `text` names, None for any other text."""
    owner = _organs().get(_bare(text).casefold())
    return _named(owner)[1] if owner else None


@cache
def is_organ(text: str) -> bool:
    """Tell whether `text` names an organ of state or an international body."""
    bare = _bare(text).casefold()
    return bare in _organs() or bare in _international()


@cache
def bodies() -> dict[str, str | None]:
    """Return the bodies known by name alone, written with and without diacritics, each with its country, if any."""
    table: dict[str, str | None] = {}
    for entry in load("bodies").values():
        by_country = entry if isinstance(entry, dict) else {None: entry}
        for country, names in by_country.items():
            for name in names:
                for form in (name, anyascii(name)):
                    table.setdefault(form, country)
    for name in load("institutions")["outlets"]:
        if " " in name and place(name) is None:  # "a New Yorker" is somebody
            table.setdefault(name, None)
    return table


@cache
def is_outlet(text: str) -> bool:
    """Tell whether `text` names a newspaper, a broadcaster or an agency by itself ("BBC", "Reuters")."""
    return _bare(text).casefold() in _outlets()


@cache
def party(text: str) -> bool:
    """Tell whether `text` names a party by itself or by its members ("Republicans", "GOP")."""
    return _bare(text).casefold() in _party_forms()


@cache
def is_institution_head(word: str) -> bool:
    """Tell whether a capitalised name that ends with `word` is an institution."""
    return word.casefold().rstrip(".") in _heads()


def _bare(text: str) -> str:
    text = " ".join(text.split())
    for article in ("the ", "The ", "THE "):
        text = text.removeprefix(article)
    return text.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def _key(form: str) -> str:
    return form.replace(".", "").replace("’", "'").casefold()


def _named(owner: str) -> tuple[str, str | None]:
    """Return the name and the country of a state, given by one of its forms."""
    name = _states().get(_key(owner), owner)
    entry = load("countries").get(name)
    return name, entry["country"] if entry else None


@cache
def _states() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, entry in load("countries").items():
        for form in entry["forms"]:
            table.setdefault(_key(form), name)
    # a name is never hidden by a form of another
    table.update({_key(name): name for name in load("countries")})
    return table


@cache
def _capitals() -> dict[str, str]:
    return {city.casefold(): state for state, cities in load("places")["capitals"].items() for city in cities}


@cache
def _letters() -> dict[str, str]:
    table = load("places")["state_letters"]
    return {form.replace(" ", "").strip(".").casefold(): state for state, forms in table.items() for form in forms}


@cache
def _not_places() -> frozenset[str]:
    return _party_forms() | _international() | frozenset(_organs())


@cache
def _organs() -> dict[str, str]:
    table = load("institutions")["organs"]
    return {organ.casefold(): state for state, organs in table.items() for organ in organs}


@cache
def _international() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("institutions")["international"])


@cache
def _outlets() -> frozenset[str]:
    return frozenset(name.casefold() for name in (*load("institutions")["outlets"], *load("bodies")["outlets"]))


@cache
def _party_forms() -> frozenset[str]:
    return frozenset(form.casefold() for forms in load("institutions")["parties"].values() for form in forms)


@cache
def _heads() -> frozenset[str]:
    return frozenset(load("institutions")["heads"])
