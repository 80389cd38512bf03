"""Values as a person or a program gives them in; values as the query takes them out, or BadParameter.

Every type accepts its own Python form and the text of the command line. Lists take several values, or one text with
commas. Nothing of a value ever becomes query text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from polgraph.errors import BadParameter
from polgraph.graph.filters import MODALITIES
from polgraph.ontology import ENTITY_TYPES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from polgraph.queries.header import CannedQuery, Parameter

__all__ = ["LISTS", "TYPES", "bind"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TRUE = {"true", "yes", "1", "on"}
_FALSE = {"false", "no", "0", "off"}
_SIGNS = {"hostile": -1, "neutral": 0, "friendly": 1, "-1": -1, "0": 0, "1": 1, "+1": 1}


def bind(query: CannedQuery, given: Mapping[str, Any], resolve: Callable[[str], str]) -> dict[str, Any]:
    """Return every parameter of the query with its value.

    given: by Cypher name or by option name; None means not given. resolve: entity name → id.
    """
    values: dict[str, Any] = {}
    for name, value in given.items():
        parameter = _named(query, name) or _named(query, name.replace("-", "_"))
        if parameter is None:
            names = ", ".join(parameter.option for parameter in query.parameters) or "none"
            raise BadParameter(f"{query.name} has no parameter {name!r}: it takes {names}")
        if value is not None and value not in ((), []):
            values[parameter.name] = _value(query, parameter, value, resolve)
    for parameter in query.parameters:
        if parameter.name not in values:
            if parameter.required:
                raise BadParameter(
                    f"{query.name} needs {parameter.flag}: {parameter.help} (for example {_shown(parameter.example)})"
                )
            default = parameter.default
            values[parameter.name] = None if default is None else _value(query, parameter, default, resolve)
    return values


def _named(query: CannedQuery, name: str) -> Parameter | None:
    # the option comes first, since it may have taken the name of another
    for parameter in query.parameters:
        if parameter.option == name:
            return parameter
    for parameter in query.parameters:
        if parameter.name == name:
            return parameter
    return None


def _value(query: CannedQuery, parameter: Parameter, value: object, resolve: Callable[[str], str]) -> object:
    convert = TYPES.get(parameter.type)
    if convert is None:
        raise BadParameter(f"{query.path}: parameter {parameter.name!r} has the unknown type {parameter.type!r}")
    try:
        if parameter.type in LISTS:
            return [convert(part, resolve) for part in _parts(value)]
        return convert(value, resolve)
    except (TypeError, ValueError) as error:
        raise BadParameter(f"{query.name} {parameter.flag}: {error}") from None


def _parts(value: object) -> Iterable[object]:
    parts = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
    for part in parts:
        if isinstance(part, str):
            yield from (piece.strip() for piece in part.split(",") if piece.strip())
        else:
            yield part


def _entity(value: object, resolve: Callable[[str], str]) -> str:
    return resolve(_text(value))


def _text(value: object, _: object = None) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _integer(value: object, _: object = None) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError(f"{value!r} is no whole number")
    try:
        number = int(value)
    except ValueError:
        raise ValueError(f"{value!r} is no whole number") from None
    if not -(2**63) <= number < 2**63:
        raise ValueError(f"{value!r} is too large")
    return number


def _number(value: object, _: object = None) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise TypeError(f"{value!r} is no number")
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise ValueError(f"{value!r} is no number") from None
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124  that is what NaN is
        raise ValueError(f"{value!r} is no number")
    return number


def _boolean(value: object, _: object = None) -> bool:
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError(f"{value!r} is neither yes nor no")
    return word in _TRUE


def _since(value: object, _: object = None) -> str:
    return _day(value, last=False)


def _until(value: object, _: object = None) -> str:
    return _day(value, last=True)


def _day(value: object, *, last: bool) -> str:
    """Return the day, of a month or year its first or last one."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    match = _DATE.fullmatch(str(value).strip()) if isinstance(value, (str, int)) else None
    try:
        if match is None:
            raise ValueError  # noqa: TRY301  one message for all
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        month_ = month or (12 if last else 1)
        return date(year, month_, day or (monthrange(year, month_)[1] if last else 1)).isoformat()
    except ValueError:
        raise ValueError(f"{value!r} is no date: write 2025-06-01, 2025-06 or 2025") from None


def _relation(value: object, _: object = None) -> str:
    word = _text(value).strip().upper().replace("-", "_").replace(" ", "_")
    if word not in RELATIONS:
        raise ValueError(f"unknown relation {value!r}: choose among {', '.join(RELATIONS)}")
    return word


def _entity_type(value: object, _: object = None) -> str:
    word = _text(value).strip().capitalize()
    if word not in ENTITY_TYPES:
        raise ValueError(f"unknown type {value!r}: choose among {', '.join(ENTITY_TYPES)}")
    return word


def _modality(value: object, _: object = None) -> str:
    word = _text(value).strip().lower()
    if word not in MODALITIES:
        raise ValueError(f"unknown modality {value!r}: choose among {', '.join(MODALITIES)}")
    return word


def _sign(value: object, _: object = None) -> int:
    word = str(value).strip().lower()
    if isinstance(value, bool) or word not in _SIGNS:
        raise ValueError(f"unknown sign {value!r}: choose among hostile, neutral, friendly")
    return _SIGNS[word]


def _shown(example: object) -> str:
    return ", ".join(map(str, example)) if isinstance(example, list) else str(example)


TYPES: Mapping[str, Callable[[Any, Callable[[str], str]], Any]] = {
    "entity": _entity,
    "entities": _entity,
    "entity type": _entity_type,
    "relation": _relation,
    "relations": _relation,
    "modality": _modality,
    "modalities": _modality,
    "sign": _sign,
    "since": _since,
    "until": _until,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "string": _text,
    "strings": _text,
}
LISTS = frozenset({"entities", "relations", "modalities", "strings"})
