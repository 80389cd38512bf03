"""One line of the entity list or of the relation list → its fields.

    nov Person Dmitry Novikov
    reb Institution*rua Ruan rebels                    a collective of country rua (or an ISO code in capitals)

    nov HOLDS_OFFICE duma title="deputy chairman": the *deputy chairman* of the Duma
    duma SANCTIONED vel possible by=nov when="next spring" date=2031-03: could *ban* the Velmark bank
    nov ACCUSED vel twin=a: #2 *accused* the bank       the second place where the quote stands

Words between asterisks are the predicate; without the asterisks the quote is verbatim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.compiler.lists import MODALITIES

__all__ = ["EntityLine", "Row", "parse_entity", "parse_row"]

_ENTITY = re.compile(r"(?P<id>[a-z][a-z0-9]*) (?P<type>[A-Z][a-z]+)(?P<collective>\*(?P<country>\w+)?)? (?P<name>\S.*)")
_OPTION = re.compile(r'\s+(?:(?P<flag>[a-z]+)|(?P<key>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s":]+)))(?=[\s:])')
_HEAD = re.compile(r"(?P<s>\S+) (?P<r>\S+) (?P<o>[^\s:]+)")
_QUOTE = re.compile(r":\s+(?:#(?P<n>[1-9]\d*) )?(?P<quote>\S.*)")
_KEYS = frozenset({"by", "title", "action", "kin", "when", "date", "twin"})


@dataclass(frozen=True, slots=True)
class EntityLine:
    """`collective`: an unnamed group; `country`: id of its nation in the article, or an ISO code."""

    id: str
    type: str
    name: str
    line: int
    collective: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`quote` is without asterisks, `predicate` holds the stretches that stood between them, as spans of it."""

    subject: str
    relation: str
    object: str
    quote: str
    line: int
    nth: int | None = None
    modality: str = "asserted"
    former: bool = False
    options: dict[str, str] = field(default_factory=dict)
    predicate: tuple[tuple[int, int], ...] = ()


def parse_entity(line: str, number: int) -> EntityLine | str:
    """Read a line of the entity list, or say what is wrong with it."""
    found = _ENTITY.fullmatch(line.strip())
    if not found:
        return f"not an entity line: {line.strip()!r}; write `id Type Name` or `id Institution*nation Name`"
    collective = bool(found["collective"])
    if collective and not found["country"]:
        return "a collective needs its country: write `id Institution*nation Name`"
    return EntityLine(found["id"], found["type"], found["name"], number, collective, found["country"])


def parse_row(line: str, number: int) -> Row | str:
    """Read a line of the relation list, or say what is wrong with it."""
    head = _HEAD.match(line)
    if not head:
        return f"not a row: {line!r}; write `subject RELATION object: the quote`"
    at = head.end()
    modality, former, options = "asserted", False, dict[str, str]()
    while option := _OPTION.match(line, at):
        flag, key = option["flag"], option["key"]
        if flag in MODALITIES:
            modality = flag
        elif flag == "former":
            former = True
        elif key in _KEYS:
            options[key] = option["quoted"] if option["quoted"] is not None else option["bare"]
        else:
            allowed = ", ".join((*MODALITIES, "former", *sorted(_KEYS)))
            return f"unknown word {option[0].strip()!r}: use {allowed}"
        at = option.end()
    rest = _QUOTE.fullmatch(line, at)
    if not rest:
        return f"cannot read {line[at:].strip()!r}: after the options come a colon, a space and the quote"
    pieces = rest["quote"].rstrip().split("*")
    if len(pieces) % 2 == 0:
        return "an asterisk has no partner: write *predicate* with two"
    return Row(head["s"], head["r"], head["o"], "".join(pieces), number, int(rest["n"]) if rest["n"] else None,
               modality, former, options, _predicate(pieces))  # fmt: skip


def _predicate(pieces: list[str]) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for index, piece in enumerate(pieces):
        if index % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    return tuple(spans)
