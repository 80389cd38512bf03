"""Letters and readers' comments: paragraphs signed below, "— Ana Brel, Tavel", in the name of whoever wrote them.

In: the layout of an article. Out: an attribution for each letter. A lone name on a line is a signature only where the
article has more of them; with a dash one is enough.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from polgraph.extraction.speech.sources import Source

if TYPE_CHECKING:
    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["signed_attributions"]

_LINE = re.compile(r"[^\n]+")
_WORD = r"[^\W\d_a-z][\w.'’-]*"
_SIGNATURE = re.compile(
    rf"[ \t*_>]*(?P<dash>[—–―-]{{1,2}}[ \t]*)?(?P<name>{_WORD}(?:[ ]{_WORD}){{1,3}})"
    r"(?:,[ ][^\n.!?:]{1,60})?[*_ \t]*"  # the place
)
_QUOTES = ('"', "“", "‘", "'")
_ENDS = (".", "!", "?", ")", "…")
_FEWEST = 2  # signatures without a dash


class _Line(NamedTuple):
    start: int
    end: int
    signed: re.Match[str] | None


def signed_attributions(layout: Layout) -> list[Attribution]:
    """Find the letters of an article and who signed them."""
    lines = [_line(layout, *match.span()) for match in _LINE.finditer(layout.text, layout.begin) if match[0].strip()]
    signed = [(at, line.signed) for at, line in enumerate(lines) if at and line.signed and lines[at - 1].signed is None]
    if sum(match["dash"] is None for _, match in signed) < _FEWEST:
        signed = [(at, match) for at, match in signed if match["dash"]]
    found = []
    last: int | None = None
    for at, match in signed:
        # what stands before the first one may be the paper's own introduction
        first = at - 1 if last is None else last + 1
        last = at
        body = [line for line in lines[first:at] if _is_prose(layout, line)]
        words = layout.tokens(*match.span("name"))
        if not body or not len(words) or layout.text[body[-1].start :].lstrip().startswith(_QUOTES):
            continue
        content = layout.trimmed(body[0].start, body[-1].end)
        if content is not None:
            source = Source(words[0].i, words[-1].i, words[-1].i)
            found.append(layout.attribution([content], kind="say", frame="label", cue=None, source=source))
    return found


def _line(layout: Layout, start: int, end: int) -> _Line:
    match = _SIGNATURE.fullmatch(layout.text, start, end)
    if match is not None and not any(token.ent_type_ == "PERSON" for token in layout.tokens(*match.span("name"))):
        match = None
    return _Line(start, end, match)


def _is_prose(layout: Layout, line: _Line) -> bool:
    """Tell a paragraph from a heading."""
    return layout.text[line.start : line.end].rstrip().rstrip("\"”’'").endswith(_ENDS)
