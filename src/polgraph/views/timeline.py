"""Claims over time: a row per relation, a column per day, week, month, quarter or year; area is the number of claims.

In: the graph. Out: one SVG text. Claims are placed by the date they are about, or else of publication; those with
neither are counted in the note. A mark that holds denials only is empty, one that holds some has a cross.
"""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from polgraph.errors import ViewError
from polgraph.ontology import RELATIONS
from polgraph.views.bundles import gather
from polgraph.views.charts import QUIET, RULE, frame, mark, numbered
from polgraph.views.marks import Markup, element, text_width
from polgraph.views.style import INK, PAPER, SIGN_COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import networkx as nx

__all__ = ["render"]

_COLUMNS = 48  # more would be dust
_LEFT, _TOP, _ROW, _WIDTH = 210.0, 96.0, 34.0, 1160.0


def render(graph: nx.MultiDiGraph, *, title: str = "Claims over time") -> str:
    """Return the drawing."""
    claims = numbered(gather(graph))
    days = {number: _day(claim.get("date") or claim.get("published")) for number, _, claim in claims}
    known = sorted(day for day in days.values() if day is not None)
    if not known:
        raise ViewError("no claim has a date: a timeline needs articles with a date (--date, or in their front matter)")
    unit, columns = _columns(known)
    cells: dict[tuple[str, date], list[int]] = defaultdict(list)
    for number, bundle, _ in claims:
        day = days[number]
        if day is not None:
            cells[bundle.relation, _column(day, unit, columns)].append(number)
    rows = [name for name in _by_sign() if any(relation == name for relation, _ in cells)]
    denied = {number for number, _, claim in claims if claim["modality"] == "negated"}
    step = (_WIDTH - _LEFT - 40) / len(columns)
    most = max(len(numbers) for numbers in cells.values())
    scale = min(step * 0.48, _ROW * 0.46) / math.sqrt(most)
    parts = [*_rows(rows), *_axis(columns, step, len(rows))]
    for (relation, column), numbers in sorted(cells.items()):
        x = _LEFT + (columns.index(column) + 0.5) * step
        y = _TOP + (rows.index(relation) + 0.5) * _ROW
        words = f"{RELATIONS[relation].label}, {_in_words(column, unit)}: {_claims(len(numbers))}"
        radius = max(scale * math.sqrt(len(numbers)), 3.5)
        parts.append(mark(words, numbers, *_dot(x, y, radius, relation, [number in denied for number in numbers])))
    undated = sum(day is None for day in days.values())
    note = "A mark’s area is the number of claims; empty: all of them deny it; crossed: some do."
    note += f" {_claims(undated)} without a date left out." if undated else ""
    return frame(title, note, (_WIDTH, _TOP + len(rows) * _ROW + 60), parts)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text[:10])
    except ValueError:
        return None


def _by_sign() -> list[str]:
    return sorted(RELATIONS, key=lambda name: (-RELATIONS[name].sign, list(RELATIONS).index(name)))


def _columns(days: Sequence[date]) -> tuple[Callable[[date], date], list[date]]:
    """Choose the finest unit of time that fits, and return it with all columns from the first day to the last.

    A few claims about times long past or to come would press all others together: they share a column at either end.
    """
    few = len(days) // 20
    first, last = days[few], days[-1 - few]
    for unit in _UNITS:
        columns = list(dict.fromkeys(unit(first + timedelta(n)) for n in range((last - first).days + 1)))
        if len(columns) <= _COLUMNS:
            break
    earlier = [_EARLIER] if unit(days[0]) < columns[0] else []
    later = [_LATER] if unit(days[-1]) > columns[-1] else []
    return unit, [*earlier, *columns, *later]


def _column(day: date, unit: Callable[[date], date], columns: Sequence[date]) -> date:
    own = unit(day)
    if own in columns:
        return own
    return columns[0] if own < columns[1] else columns[-1]


def _each_day(day: date) -> date:
    return day


def _week(day: date) -> date:
    return day - timedelta(day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


def _quarter(day: date) -> date:
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def _decade(day: date) -> date:
    return date(max(day.year - day.year % 10, 1), 1, 1)


_EARLIER, _LATER = date.min, date.max
_UNITS = (_each_day, _week, _month, _quarter, _year, _decade)


def _in_words(column: date, unit: Callable[[date], date]) -> str:
    if column in (_EARLIER, _LATER):
        return "earlier" if column == _EARLIER else "later"
    words: dict[Callable[[date], date], str] = {
        _each_day: f"{column.day} {column:%B %Y}",
        _week: f"week of {column.day} {column:%B %Y}",
        _month: f"{column:%B %Y}",
        _quarter: f"quarter from {column:%B %Y}",
        _year: f"{column.year}",
        _decade: f"{column.year}s",
    }
    return words[unit]


def _rows(rows: Sequence[str]) -> list[Markup]:
    parts = []
    for place, name in enumerate(rows):
        y = _TOP + place * _ROW
        parts += [
            element("path", d=f"M{_LEFT:g} {y + _ROW / 2:g}H{_WIDTH - 30:g}", stroke=RULE),
            element(
                "text",
                RELATIONS[name].label,
                x=_LEFT - 14,
                y=y + _ROW / 2 + 4,
                text_anchor="end",
                fill=SIGN_COLOURS[RELATIONS[name].sign],
                font_size=12.5,
            ),
        ]
    return parts


def _axis(columns: Sequence[date], step: float, rows: int) -> list[Markup]:
    """Write dates under the columns, as many as have room."""
    y = _TOP + rows * _ROW + 22
    parts, free = [], 0.0
    for place, column in enumerate(columns):
        words = {_EARLIER: "earlier", _LATER: "later"}.get(column, f"{column.day} {column:%b %Y}")
        x = _LEFT + (place + 0.5) * step
        width = text_width(words, 11)
        if x - width / 2 >= free:
            parts += [
                element("path", d=f"M{x:.1f} {y - 18:g}v6", stroke=QUIET),
                element("text", words, x=round(x, 1), y=y, text_anchor="middle", font_size=11, fill=QUIET),
            ]
            free = x + width / 2 + 18
    return parts


def _dot(x: float, y: float, radius: float, relation: str, denials: Sequence[bool]) -> list[Markup]:
    colour = SIGN_COLOURS[RELATIONS[relation].sign]
    parts = [
        element(
            "circle",
            cx=round(x, 1),
            cy=y,
            r=round(radius, 1),
            fill=PAPER if all(denials) else colour,
            stroke=colour,
            stroke_width=1.5,
        )
    ]
    if any(denials):
        parts.append(element("path", d=f"M{x - 4:.1f} {y - 4:g}l8 8m0 -8l-8 8", stroke=INK, stroke_width=1.8))
    return parts


def _claims(count: int) -> str:
    return f"{count:,} claim" if count == 1 else f"{count:,} claims"
