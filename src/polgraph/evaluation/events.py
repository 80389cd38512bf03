"""Claims against event records: who did what class of thing to whom, as countries.

In: records of a sentence, its PLOVER class and its actors (with country codes, or as bare stretches of the sentence,
where only the class is compared), and what was extracted from the sentences. Out: tallies of

- `class`: the PLOVER classes of a sentence
- `dyad`: the ordered pairs of countries; a reciprocal record or symmetric claim counts in both directions
- `event`: country, class, country
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from polgraph.evaluation.tallies import Tally
from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from polgraph.evaluation.records import Record
    from polgraph.model import Extraction

__all__ = ["EventRecord", "Missed", "event_tallies", "parse_event"]

# codes of actors that are no country: international bodies, companies, the unidentified
_NO_COUNTRIES = frozenset({"IGO", "IMG", "NGO", "MNC", "INT", "UIS", ""})
# sets without country codes make one class of these
_YIELD = frozenset({"CONCEDE", "RETREAT"})

Event = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One record. coded: its actors have country codes. events: (country, class, country), as ordered pairs."""

    id: str
    text: str
    plover: str
    coded: bool
    events: frozenset[Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A sentence none of whose events was found, or none of whose classes where it has no countries."""

    text: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(slots=True)
class _Sentence:
    classes: set[str] = field(default_factory=set)
    events: set[Event] = field(default_factory=set)

    @property
    def dyads(self) -> set[tuple[str, str]]:
        return {(actor, recipient) for actor, _, recipient in self.events}


def parse_event(record: Record) -> EventRecord:
    """Read one record."""
    coded = not isinstance(record.fields.get("source"), str)
    plover = record.text("plover")
    return EventRecord(
        id=record.text("id"),
        text=record.text("text"),
        plover=plover,
        coded=coded,
        events=frozenset((actor, plover, recipient) for actor, recipient in _pairs(record)) if coded else frozenset(),
    )


def event_tallies(
    records: Sequence[EventRecord], extractions: Iterable[Extraction]
) -> tuple[dict[str, Tally], int, list[Missed]]:
    """Count classes, dyads and events over the sentences; also how many have a claim, and those that were missed.

    A sentence with several records is one. Claims go to a sentence by the record's id, the last that bears it.
    """
    gold: dict[str, _Sentence] = defaultdict(_Sentence)
    for record in records:
        gold[record.text].classes.add(record.plover)
        gold[record.text].events |= record.events
    found = _predicted(records, extractions)
    totals = {"class": Tally(), "dyad": Tally(), "event": Tally()}
    for text, sentence in gold.items():
        other = found.get(text, _Sentence())
        totals["class"] += Tally.of(sentence.classes, other.classes)
        totals["dyad"] += Tally.of(sentence.dyads, other.dyads)
        totals["event"] += Tally.of(sentence.events, other.events)
    missed = [_missed(text, sentence, found.get(text, _Sentence())) for text, sentence in gold.items()]
    return totals, len(found), [miss for miss in missed if miss is not None]


def _missed(text: str, wanted: _Sentence, found: _Sentence) -> Missed | None:
    if wanted.events:
        if wanted.events & found.events:
            return None
        lines = sorted(" ".join(event) for event in wanted.events)
    elif wanted.classes & found.classes:
        return None
    else:
        lines = sorted(wanted.classes)
    instead = sorted(" ".join(event) for event in found.events) or sorted(found.classes)
    return Missed(text=text, wanted=tuple(lines), found=tuple(instead))


def _predicted(records: Sequence[EventRecord], extractions: Iterable[Extraction]) -> dict[str, _Sentence]:
    text_of = {record.id: record.text for record in records}
    uncoded = {record.text for record in records if not record.coded}
    found: dict[str, _Sentence] = defaultdict(_Sentence)
    for extraction in extractions:
        text = text_of.get(extraction.document.id)
        if text is None:
            continue
        countries = {entity.id: entity.country for entity in extraction.entities}
        for claim in extraction.claims:
            plover = plover_class(RELATIONS[claim.relation], claim.modality, claim.rule)
            if plover is None:
                continue
            found[text].classes.add("YIELD" if text in uncoded and plover in _YIELD else plover)
            ends = countries[claim.subject], countries[claim.object]
            found[text].events |= set(_events(*ends, plover, both_ways=RELATIONS[claim.relation].symmetric))
    return found


def _events(actor: str | None, recipient: str | None, plover: str, *, both_ways: bool) -> Iterator[Event]:
    if actor and recipient:
        yield actor, plover, recipient
        if both_ways:
            yield recipient, plover, actor


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    sources, targets = _codes(record, "source"), _codes(record, "target")
    if record.flag("reciprocal"):
        both = sources + targets
        pairs = [(one, other) for at, one in enumerate(both) for to, other in enumerate(both) if at != to]
    else:
        pairs = [(source, target) for source in sources for target in targets]
    return ((one, other) for one, other in pairs if not {one, other} & _NO_COUNTRIES)


def _codes(record: Record, name: str) -> list[str]:
    return [actor.optional_text("code") or "" for actor in record.records(name)]
