"""Text of articles made harmless for terminals, JSON and spreadsheets. Articles are hostile until shown otherwise."""

from __future__ import annotations

import re

__all__ = ["json_safe", "printable", "spreadsheet_safe"]

# C0 and C1 controls (terminal escapes begin with them), marks that turn the direction of text, lone surrogates
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_UNPRINTABLE_IN_CSV = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
# what makes a spreadsheet take a cell for a formula, or a command
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def printable(text: str) -> str:
    """Put the text on one line; what a terminal would obey is shown as its escape."""
    return _UNPRINTABLE.sub(_escape, _WHITE.sub(" ", text).strip())


def json_safe(json: str) -> str:
    """Write the characters that JSON allows and a terminal obeys as JSON escapes; the value stays the same.

    json: one value, without line breaks between its parts.
    """
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json)


def spreadsheet_safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would execute, and show controls as escapes."""
    text = _UNPRINTABLE_IN_CSV.sub(_escape, text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004  one byte
