"""What is known about an article besides its text: title, date, publisher, address, id."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime

__all__ = ["Metadata", "parse_date"]

# day before month or a named month: 03/04/2024 is two different days, so slashes are refused
_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y", "%Y/%m/%d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a front matter, a record or a command's options say about an article; None is unknown."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    id: str | None = None

    def over(self, defaults: Metadata) -> Metadata:
        """Return this, with the defaults where it says nothing."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(defaults, **{name: value for name, value in own.items() if value is not None})


def parse_date(text: str) -> date:
    """Read "2024-05-01", "2024-05-01T10:00:00Z", "1 May 2024", "May 1, 2024" or "01.05.2024".

    Raises ValueError, with the remedy, for anything else.
    """
    cleaned = " ".join(text.split())
    try:
        return datetime.fromisoformat(cleaned).date()
    except ValueError:
        pass
    for form in _FORMATS:
        try:
            return datetime.strptime(cleaned, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    shown = cleaned if len(cleaned) <= 40 else f"{cleaned[:40]}…"  # noqa: PLR2004  enough to find it
    raise ValueError(f"“{shown}” is no date: write it as 2024-05-31")
