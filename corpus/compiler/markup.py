r"""Marked text → plain text and the spans that the marks stand for.

    [nov:Novikov]         a mention of entity nov           [nov/name:the Hague]  with its form given
    [nov@1:Novikov]       and the source of attribution 1   [@1:a senior aide]    a source that is no entity
    {1:content}           content of attribution 1          <1:said>              its cue
    [-:Green]             not a mention after all           \[                    a bracket of the text itself

Marks nest and never cross. They take no line break away, so a line of the text is a line of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Mark", "Marked", "parse"]

_OPEN = re.compile(
    r"\[(?P<entity>[a-z][a-z0-9]*|-)?(?:/(?P<form>name|nominal|pronoun))?(?:@(?P<sources>\d+(?:,\d+)*))?:"
    r"|\{(?P<content>\d+):"
    r"|<(?P<cue>\d+):"
)
_CLOSES = {"[": "]", "{": "}", "<": ">"}
_SPECIAL = frozenset("[]{}<>\\*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One pair of brackets over `text[start:end]`.

    entity: its id, "-" for an explicit non-mention, None for a source that is no entity.
    sources, content, cue: numbers of the attributions it is a part of.
    """

    start: int
    end: int
    bracket: str
    entity: str | None = None
    form: str | None = None
    sources: tuple[int, ...] = ()
    number: int | None = None


@dataclass(slots=True)
class Marked:
    """Plain text, its marks by place (outer before inner), and (offset, message) of what could not be read."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


def parse(raw: str) -> Marked:
    """Take the marks out of `raw`."""
    out: list[str] = []
    stack: list[tuple[int, re.Match[str]]] = []
    marked = Marked()
    at = length = 0
    while at < len(raw):
        character = raw[at]
        opening = _OPEN.match(raw, at) if character in _CLOSES else None
        if opening:
            stack.append((length, opening))
            at = opening.end()
            continue
        if character == "\\" and raw[at + 1 : at + 2] in _SPECIAL:
            character = raw[at + 1]
            at += 1
        elif character in _CLOSES.values():
            _close(character, stack, length, marked)
            at += 1
            continue
        elif character in _SPECIAL:
            message = f"a stray {character!r}: open a mark as [id:text], [@1:text], {{1:text}} or <1:text>, "
            marked.faults.append((length, message + f"and write \\{character} for the character itself"))
        out.append(character)
        length += 1
        at += 1
    marked.text = "".join(out)
    marked.faults += [(start, f"the mark {opening[0]!r} is never closed: add {_CLOSES[opening[0][0]]!r}")
                      for start, opening in stack]  # fmt: skip
    marked.marks.sort(key=lambda mark: (mark.start, -mark.end))
    return marked


def _close(character: str, stack: list[tuple[int, re.Match[str]]], length: int, marked: Marked) -> None:
    if not stack:
        marked.faults.append((length, f"{character!r} closes nothing: remove it or open its mark"))
        return
    start, opening = stack.pop()
    bracket = opening[0][0]
    if _CLOSES[bracket] != character:
        marked.faults.append((length, f"{character!r} where {opening[0]!r} must close first: marks nest, never cross"))
        return
    if start == length:
        marked.faults.append((length, f"the mark {opening[0]!r} holds no text: put the words inside it"))
        return
    number = opening["content"] or opening["cue"]
    sources = tuple(int(n) for n in opening["sources"].split(",")) if opening["sources"] else ()
    if bracket == "[" and opening["entity"] is None and not sources:
        marked.faults.append((start, "a mark with neither an entity nor a source: write [id:text] or [@1:text]"))
        return
    marked.marks.append(
        Mark(start, length, bracket, opening["entity"], opening["form"], sources, int(number) if number else None)
    )
