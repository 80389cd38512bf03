"""What only one of two annotations has, line by line, to be read and settled.

`-` only the first has it, `+` only the second, `~` both have the row but for modality or speaker. Entities go by the
ids of the first annotation; one that only the second lists has a question mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.compiler.agreement import Pair, same_entities

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LAYERS", "disagreements"]

Json = dict[str, Any]

LAYERS = ("relations", "mentions", "attributions")
_AROUND = 30


def disagreements(pair: Pair, layer: str) -> Iterator[str]:
    """List them for one article and one layer, in the order of the text."""
    same = same_entities(pair.first, pair.second)
    mine = {entity["id"]: entity["id"] for entity in pair.first["entities"]}
    theirs = {entity["id"]: same.get(entity["id"], f"?{entity['id']}") for entity in pair.second["entities"]}
    if layer == "relations":
        yield from _rows(_keyed(pair.first, mine), _keyed(pair.second, theirs))
        return
    items = _mentions if layer == "mentions" else _attributions
    first, second = items(pair.first, mine, pair.text), items(pair.second, theirs, pair.text)
    for place in sorted(set(first) | set(second)):
        if first.get(place) != second.get(place):
            yield from (f"{sign} {side[place]}" for sign, side in (("-", first), ("+", second)) if place in side)


def _keyed(article: Json, ids: dict[str, str]) -> dict[tuple[str, ...], list[str]]:
    """Rows by what the strict level compares, each written as in a source."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for row in sorted(article["relations"], key=lambda row: row["start"]):
        ends = (ids[row["s"]], ids[row["o"]])
        key = (row["r"], *(sorted(ends) if RELATIONS[row["r"]].symmetric else ends))
        speaker = "@" if "speaker_text" in row else row["speaker"] and ids[row["speaker"]]
        rows.setdefault(key, []).append(
            f"{key[1]} {row['r']} {key[2]} {row['modality']}{f' by={speaker}' if speaker else ''}: {row['quote']}"
        )
    return rows


def _rows(first: dict[tuple[str, ...], list[str]], second: dict[tuple[str, ...], list[str]]) -> Iterator[str]:
    for key, lines in first.items():
        if key not in second:
            yield from (f"- {line}" for line in lines)
        elif {_claim(line) for line in lines} != {_claim(line) for line in second[key]}:
            yield f"~ {' | '.join(lines)}   second: {' | '.join(second[key])}"
    yield from (f"+ {line}" for key, lines in second.items() if key not in first for line in lines)


def _claim(line: str) -> str:
    return line.partition(": ")[0]


def _mentions(article: Json, ids: dict[str, str], text: str) -> dict[tuple[int, int], str]:
    return {
        (mention["start"], mention["end"]): f"[{ids[mention['entity']]}:{mention['text']}] {mention['form']} "
        f"…{text[max(0, mention['start'] - _AROUND) : mention['end'] + _AROUND]}…".replace("\n", " ")
        for mention in article["mentions"]
    }


def _attributions(article: Json, ids: dict[str, str], _text: str) -> dict[tuple[int, int], str]:
    found = {}
    for item in article["attributions"]:
        source, content = ("…".join(piece["text"] for piece in item[key]) for key in ("source", "content"))
        entity = ids[item["entity"]] if item["entity"] else "@"
        found[item["content"][0]["start"], item["content"][-1]["end"]] = f"[{entity}:{source}] {{{content}}}"
    return found
