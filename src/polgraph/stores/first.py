"""A query in; the same query in parts out, for an engine that looks a list up fast only as a parameter.

`x IN list` walks the list in kglite, unless the list is a parameter: then it is hashed. So a query may say, on a line
of its own after a `WITH` of one row,

    // asked first: near, far

Neo4j reads a comment and runs the text as it is. In memory the part above is asked first, and `near` and `far` are
parameters of the part below. There they are only read; a `WITH` that carries them on, or with which a subquery imports
them, names them first, and a test over the shelf holds it to that.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["in_parts"]

_MARK = re.compile(r"^// asked first: (\w+(?:, \w+)*)\n", re.MULTILINE)
_QUOTED = r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|//.*"""


@lru_cache(maxsize=256)
def in_parts(query: str) -> tuple[str, ...]:
    """Return what is to be asked, in order; the answer of each but the last is one row of parameters for the rest."""
    parts = []
    known: list[str] = []
    pieces = [*_MARK.split(query), ""]
    for text, names in zip(pieces[::2], pieces[1::2], strict=True):
        part = _with_parameters(text, known)
        if names:
            known += names.split(", ")
            part += f"RETURN {names}\n"
        parts.append(part)
    if set(known) & set(re.findall(r"\$(\w+)", query)):
        return (query,)  # a parameter of the query's own has that name
    return tuple(parts)


def _with_parameters(text: str, names: list[str]) -> str:
    if not names:
        return text
    name = rf"(?:{'|'.join(names)})\b"
    # a parameter is there all the time, so no WITH need carry it
    text = re.sub(rf"^ *WITH {name}(?:, {name})*\n", "", text, flags=re.MULTILINE)
    text = re.sub(rf"^( *WITH (?:DISTINCT )?)(?:{name},\s+)+", r"\1", text, flags=re.MULTILINE)
    return re.sub(rf"{_QUOTED}|(?<![\w$.:]){name}", lambda found: _as_parameter(found[0]), text)


def _as_parameter(found: str) -> str:
    return found if found[0] in "'\"/" else f"${found}"
