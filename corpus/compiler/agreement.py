"""Two annotations of the same articles → how far they agree, and where they do not.

In: pairs of compiled articles with their text, the first annotation and the second. Out: the `Evaluation` of
polgraph.evaluation, the first taken for the gold and the second for the extraction.

Ids, and often names, are each annotator's own. So two entities are taken for the same where they share mentions, those
with the most first; without one, where they have the same name. What is compared then is ids of the first annotation. A
source without a name stands for itself: it is neither the article nor a named speaker.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polgraph.evaluation import GoldArticle, score_articles
from polgraph.evaluation.gold import GoldAttribution, GoldEntity, GoldMention, GoldRelation
from polgraph.model import Claim, Document, Entity, Extraction, Mention, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from polgraph.evaluation import Evaluation

__all__ = ["Pair", "agreement", "same_entities"]

Json = dict[str, Any]

_UNNAMED = "unnamed source"  # no id has a space
_OTHER = "no entity of the first:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One article, annotated twice."""

    text: str
    first: Json
    second: Json


def agreement(pairs: Iterable[Pair]) -> Evaluation:
    """Measure the agreement, layer by layer."""
    both = [(pair, _document(pair)) for pair in pairs]
    return score_articles(
        [_gold(pair.first, document) for pair, document in both],
        [_extraction(pair, document) for pair, document in both],
    )


def same_entities(first: Json, second: Json) -> dict[str, str]:
    """Give for ids of the second annotation the id of the same entity in the first."""
    owners = {(mention["start"], mention["end"]): mention["entity"] for mention in first["mentions"]}
    shared: Counter[tuple[str, str]] = Counter()
    for mention in second["mentions"]:
        if owner := owners.get((mention["start"], mention["end"])):
            shared[mention["entity"], owner] += 1
    names = {entity["name"].casefold(): entity["id"] for entity in first["entities"]}
    by_name = [(entity["id"], names.get(entity["name"].casefold())) for entity in second["entities"]]
    same: dict[str, str] = {}
    taken: set[str] = set()
    for other, own in (*(pair for pair, _ in shared.most_common()), *by_name):
        if own and other not in same and own not in taken:
            same[other] = own
            taken.add(own)
    return same


def _document(pair: Pair) -> Document:
    return Document(id=pair.first["document"], text=pair.text, source="-", body=(0, len(pair.text)))


def _gold(first: Json, document: Document) -> GoldArticle:
    entities = [GoldEntity(id=entity["id"], type=entity["type"], name=entity["id"]) for entity in first["entities"]]
    return GoldArticle(
        document=document,
        entities=(*entities, GoldEntity(id=_UNNAMED, type="Institution", name=_UNNAMED)),
        relations=tuple(_row(row) for row in first["relations"]),
        mentions=tuple(
            GoldMention(start=mention["start"], end=mention["end"], entity=mention["entity"], form=mention["form"])
            for mention in first["mentions"]
        ),
        attributions=tuple(
            GoldAttribution(source=tuple(map(_span, item["source"])), content=(_hull(item["content"]),))
            for item in first["attributions"]
        ),
    )


def _row(row: Json) -> GoldRelation:
    return GoldRelation(
        subject=row["s"],
        relation=row["r"],
        object=row["o"],
        modality=row["modality"],
        speaker=_speaker(row),
        quote=row["quote"],
        place=_span(row),
        date=row.get("date"),
    )


def _extraction(pair: Pair, document: Document) -> Extraction:
    second = pair.second
    same = same_entities(pair.first, second)
    types = {entity["id"]: entity["type"] for entity in second["entities"]}
    entities = [Entity(id=one, type=kind, name=same.get(one, _OTHER + one)) for one, kind in types.items()]
    return Extraction(
        document=document,
        entities=(*entities, Entity(id=_UNNAMED, type="Institution", name=_UNNAMED)),
        mentions=tuple(
            Mention(**{key: mention[key] for key in ("start", "end", "text", "entity", "form")},
                    type=types[mention["entity"]])
            for mention in second["mentions"]
        ),
        claims=tuple(_claim(row, number, document) for number, row in enumerate(second["relations"])),
        quotes=tuple(_quote(item) for item in second["attributions"]),
    )  # fmt: skip


def _claim(row: Json, number: int, document: Document) -> Claim:
    return Claim(
        id=str(number),
        document=document.id,
        subject=row["s"],
        relation=row["r"],
        object=row["o"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        modality=row["modality"],
        speaker=_speaker(row),
        date=row.get("date"),
    )


def _quote(item: Json) -> Quote:
    start, end = _hull(item["content"])
    source = _hull(item["source"]) if item["source"] else (None, None)
    return Quote(start=start, end=end, speaker_start=source[0], speaker_end=source[1])


def _speaker(row: Json) -> str | None:
    return _UNNAMED if "speaker_text" in row else row["speaker"]


def _span(piece: Json) -> tuple[int, int]:
    return piece["start"], piece["end"]


def _hull(pieces: list[Json]) -> tuple[int, int]:
    # an extraction gives an interrupted content in one piece, cue and source in its midst
    return min(piece["start"] for piece in pieces), max(piece["end"] for piece in pieces)
